/** Every code of an enumeration has a word in every language, and no word is of a code that is none. */
import { describe, expect, it } from 'vitest'
import { roles } from '../../src/book/registry.ts'
import { restrictions } from '../../src/funds/funds.ts'
import { chartIds } from '../../src/ledger/charts/charts.ts'
import { postingRules } from '../../src/ledger/posting-rules.ts'
import { accountRoles, commitmentRoles, payoutCategories } from '../../src/ledger/roles.ts'
import { consentPurposes } from '../../src/people/consents.ts'
import { show as household } from '../../src/people/household-queries.ts'
import { relations } from '../../src/people/households.ts'
import { membershipCauses, membershipSorts } from '../../src/people/memberships.ts'
import { partyKinds } from '../../src/people/parties.ts'
import { partyRoles } from '../../src/people/roles.ts'
import { statuses } from '../../src/people/statuses.ts'
import { tieRoles } from '../../src/people/ties.ts'
import { erasureGrounds } from '../../src/privacy/erasure-commands.ts'
import { holdKinds } from '../../src/privacy/holds.ts'
import { dealingClasses } from '../../src/privacy/retention.ts'
import { registry } from '../../src/registry.ts'
import { list as tasks } from '../../src/tasks/queries.ts'
import { documentTypes, sealedFieldNames } from '../../src/vault/values.ts'
import { actIn, actorIn, entryKindIn, subjectIn } from '../../templates/messages/audit-words.ts'
import { type Messages, messages } from '../../templates/messages/messages.ts'
import { filesOf, isCode, textOf } from '../house/tree.ts'

const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
const source = filesOf('src').filter(isCode)

/** All that matches a pattern in the source, by its first group. */
function inSource(pattern: RegExp, within = 'src/'): string[] {
  const texts = source.filter((path) => path.startsWith(within)).map(textOf)
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([, one]) => one!))
}

const task = tasks.output.shape.tasks.element.shape

/** Where an enumeration stands in the source, for each group of words. */
const codes: Readonly<Record<string, readonly string[]>> = {
  payout_category: payoutCategories,
  party_kind: partyKinds,
  membership_sort: membershipSorts,
  membership_cause: membershipCauses,
  relation: relations,
  household_cause: household.output.shape.members.element.shape.cause.unwrap().options,
  tie_role: tieRoles,
  party_status: statuses,
  party_role: partyRoles,
  data_field: sealedFieldNames,
  data_document: documentTypes,
  consent_purpose: consentPurposes,
  erasure_ground: erasureGrounds,
  erasure_hold: holdKinds,
  dealing_class: dealingClasses,
  account_class: Object.values(accountRoles).map((role) => role.class),
  commitment_kind: commitmentRoles,
  chart: chartIds,
  task_outcome: task.outcome.unwrap().options,
  form: ['bank', 'cash', 'goods', 'in_kind'],
  transfer_terms: ['advance', 'repayment', 'permanent'],
  transfer_terms_hint: ['advance', 'repayment', 'permanent'],
  period_state: ['open', 'closed', 'reopening_requested'],
  edition: ['masked', 'named'],
  entry_kind: [
    ...Object.keys(postingRules),
    ...['contribution.refunded', 'entry.reversed', 'journal.imported', 'transfer.made'],
  ],
  act: inSource(/\b(?:command|pageCommand)\(\{\s*(?:\.\.\.\w+,\s*)?name: '([a-z_.]+)'/g),
  subject: [
    ...inSource(/\bsubject\b[^`\n]*`([a-z_]+)\/\$\{/g),
    ...inSource(/\breturn `(task)\/\$\{/g, 'src/tasks/'),
  ],
  actor: [
    ...inSource(/(?:\bactor: |return )`([a-z]+):\$\{/g, 'src/access/'),
    ...inSource(/\bactor: `([a-z]+):\$\{/g, 'src/hardship/applications/'),
    ...inSource(/\bactor: `([a-z]+):\$\{/g, 'src/pairing/own/'),
    // Whoever objects on the public page of a notice.
    ...inSource(/\bactor: '(public)'/g, 'src/hardship/notices/'),
    'host',
  ],
}

function groupsOf({
  words,
}: Messages): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return words
}

describe.each(languages)('words in %s', (language) => {
  const t = messages[language]

  it.each(Object.keys(codes))('%s: one for each code, and no other', (group) => {
    const found = Object.keys(groupsOf(t)[group]!).sort()
    expect(found).toEqual([...new Set(codes[group]!)].sort())
  })

  it('roles, sources, restrictions', () => {
    expect(Object.keys(t.shell.role).sort()).toEqual([...roles].sort())
    expect(Object.keys(t.restriction).sort()).toEqual([...restrictions].sort())
    expect(Object.keys(t.source)).toEqual(
      expect.arrayContaining([
        'member',
        'organisation',
        'public_money',
        'upper_level',
        'unidentified',
      ]),
    )
  })

  it('say something, and no two codes of a group the same', () => {
    for (const [name, group] of Object.entries(groupsOf(t))) {
      const texts = Object.values(group).map((one) =>
        typeof one === 'function' ? one({ of: '7' }) : one,
      )
      expect(texts.filter((text) => typeof text !== 'string' || text.trim() === '')).toEqual([])
      expect(new Set(texts).size, name).toBe(texts.length)
    }
  })
})

describe('the audit trail', () => {
  it('every command is told as what somebody did', () => {
    const untold = registry.commands.filter(({ name }) => actIn(messages.en, name) === name)
    expect(untold).toEqual([])
  })

  it.each([
    ['en', 'user 3', 'recorded a payout', 'payout 12', 'Payout'],
    ['zh-Hans', '用户 3', '登记了支出', '支出 12', '支出'],
    ['zh-Hant', '使用者 3', '登錄了撥付', '撥付 12', '撥付'],
  ] as const)('tells who, did what, to what: %s', (language, actor, act, subject, kind) => {
    const t = messages[language]
    expect(actorIn(t, 'user:3')).toBe(actor)
    expect(actIn(t, 'payouts.pay')).toBe(act)
    expect(subjectIn(t, 'payout/12')).toBe(subject)
    expect(entryKindIn(t, 'payout.paid')).toBe(kind)
  })

  it('what has no words is told as it stands', () => {
    const t = messages.en
    expect(actorIn(t, 'stranger:1')).toBe('stranger:1')
    expect(subjectIn(t, 'constructor/1')).toBe('constructor/1')
    expect(actIn(t, 'toString')).toBe('toString')
    expect(entryKindIn(t, 'valueOf')).toBe('valueOf')
    expect(actorIn(t, 'host')).toBe('the server')
  })
})

/** Every refusal that a page may meet, as the source names it, with values such as its types ask for. */
import { filesOf, isCode, textOf } from '../house/tree.ts'

export interface Sample {
  readonly code: string
  readonly path: string
  /** The English of the source, from the code on. */
  readonly source: string
  readonly values: Readonly<Record<string, unknown>>
}

/** Values of fields that hold codes, or that words read; others are told as they are given. */
const byName: Readonly<Record<string, unknown>> = {
  aid_event: 'flood',
  currency: 'USD',
  role: 'fund_administrator',
  may: ['owner', 'fund_administrator'],
  category: 'comfort_visits',
  allowed: ['care_grants', 'administration'],
  source: 'public_money',
  form: 'in_kind',
  restriction: 'principal_preserved',
  outcome: 'stopped',
  missing: 'login',
  dependants: ['entry 7', 'entry 9'],
  issues: [{ field: 'name', problem: 'write something' }],
  faults: ['fund: write a name'],
  problems: [
    {
      line: 3,
      code: 'journal.no_postings',
      sentence: 'The transaction has no postings.',
      text: '',
    },
    {
      line: 8,
      code: 'journal.no_postings',
      sentence: 'The transaction has no postings.',
      text: '',
    },
  ],
}

/** Where a name means different things. */
const byCode: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'account.role_missing': { role: 'care_grants' },
  'application.incomplete': { missing: ['member_name', 'situation'] },
  'amount.unreadable': { fault: 'it is in scientific form' },
  'bank_account.invalid': { fault: 'length' },
  'body.not_json': { why: 'it broke off' },
  'book.not_a_book': { found: 'it is empty' },
  'contribution.not_unidentified': { state: 'already identified' },
  'credit_code.invalid': { fault: 'place' },
  'care_event.ended': { care_event: 'CE-000004' },
  'care_event.of_another': { care_event: 'CE-000004' },
  'consent.given': { purpose: 'photos' },
  'erasure.held': { holds: [{ kind: 'pledge', of: '7' }] },
  'file.not_utf8': { what: 'journal' },
  'file.too_large': { what: 'CSV file' },
  'file_seal.unreadable': { why: 'it is not JSON' },
  'follow_up.ended': { follow_up: 'FU-000004' },
  'fund.still_holds': { held: [{ account: '1002', amount: '12.50' }] },
  'match.suggestion_stale': { rules: ['full', 'too_far'] },
  'grants.csv_unreadable': { fault: 'it has more than 9 rows' },
  'household.everybody': { missing: ['P-000002', 'P-000003'] },
  'iban.invalid': { fault: 'check_digits' },
  'identity_provider.answer_refused': { fault: 'nonce' },
  'pair.agreed_already': { side: 'helper' },
  'pair.barred': { bars: ['full', 'kin'] },
  'pair.closing_first': { reason: 'improved' },
  'pair.interest': { interests: ['sibling of spouse P-000002'] },
  'pair.not_agreed': { side: 'helped' },
  'pair.not_in_state': { state: 'under_review', act: 'closing_proposed' },
  'period.state': { state: 'reopening_requested' },
  'phone.invalid': { fault: 'too_short' },
  'pledge.mismatch': { what: 'party' },
  'policy.before_today': { kind: 'sign_in' },
  'policy.of_organisation': { kind: 'sign_in' },
  'policy.unchanged': { kinds: ['sign_in', 'notice'] },
  'public_key.unreadable': { why: 'it is no Ed25519 public JWK' },
  'receipt.impossible': { why: 'it has the receipt R-CARE-2026-0001' },
  'resident_id.invalid': { fault: 'check_character' },
  'sealed_field.empty': { field: 'phone' },
  'sealed_field.of_kinds': { field: 'birth_date' },
  'sealed_field.too_long': { field: 'address' },
  'signing_key.unreadable': { why: 'its private half d is not 32 bytes' },
  'statement_pdf.unreadable': { fault: 'its end is missing' },
  'store.cannot_open': { why: 'it is a folder' },
  'unsealing.nothing': { fields: ['phone', 'address'] },
  'visit.help_unclear': { form: 'money' },
  'xlsx.too_large': { of: 'rows' },
  'xlsx.unreadable': { fault: 'it is encrypted' },
  'tie.exists': { kind: 'parent' },
  'tie.contrary': { kind: 'guardian' },
  'membership.overlaps': { sort: 'home' },
  'membership.none_to_transfer': { sort: 'current' },
}

function sampleOf(name: string, type: string): unknown {
  if (name in byName) return byName[name]
  if (type === 'number') return 4
  if (type === 'readonly number[]') return [4, 7]
  if (type === 'readonly string[]') return [`‹${name} 1›`, `‹${name} 2›`]
  if (type !== 'string') throw new Error(`Say what a ${name} of the type ${type} is like.`)
  if (/^(day|today|origin|on|from|to)$|_on$/.test(name)) return '2026-03-05'
  if (name === 'month') return '2026-03'
  return /^(amount|available|left|owed|largest|balance)$/.test(name) ? '1234.50' : `‹${name}›`
}

/** `fund: string; amount: string` as values; fields end with a semicolon or their line. */
function valuesOf(code: string, fields: string): Sample['values'] {
  const found = [...fields.matchAll(/(\w+): ((?:readonly )?(?:\{[^}]*\}|\w+)(?:\[\])?)/g)]
  return Object.fromEntries(
    found.map(([, name = '', type = '']) => [name, byCode[code]?.[name] ?? sampleOf(name, type)]),
  )
}

/** The fields between a `{` and its `}`. */
function braced(text: string): string {
  const begin = text.indexOf('{')
  let depth = 0
  for (let at = begin; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    if (depth === 0) return text.slice(begin + 1, at)
  }
  return ''
}

/** The refusals named under `src`. The command line tells its own, in English. */
export function refusalSamples(): Sample[] {
  return filesOf('src')
    .filter((path) => isCode(path) && !path.startsWith('src/cli/'))
    .flatMap((path) =>
      textOf(path)
        .split(/\brefusal(?=[<(])/)
        .slice(1)
        .flatMap((text) => {
          const source = text.split(/\n\)\n/)[0] ?? ''
          const code = /\(\s*'([a-z_]+(?:\.[a-z_0-9]+)+)'/.exec(source)
          if (!code) return []
          const typed = source.startsWith('<')
            ? source.slice(0, code.index)
            : source.slice(code.index)
          const given = /Record<(?:never|string), never>/.test(typed.slice(0, 400))
            ? ''
            : braced(typed)
          return [{ code: code[1]!, path, source, values: valuesOf(code[1]!, given) }]
        }),
    )
}

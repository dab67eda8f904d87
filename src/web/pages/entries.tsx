/** Pages of the journal: its list, one entry, and the form that reverses it. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import { entryKindIn } from '../../../templates/messages/audit-words.ts'
import { EntriesPage, EntryPage, type EntryRowView } from '../../../templates/pages/entries.tsx'
import { JournalEntry } from '../../../templates/parts/check-answers.tsx'
import { formatDay } from '../../../templates/parts/format.ts'
import { Instant } from '../../../templates/parts/time.tsx'
import { list as listFunds } from '../../funds/funds.ts'
import { reverse } from '../../funds/reversals.ts'
import { entries, entryStates, entry as show } from '../../ledger/entry-queries.ts'
import type { EntryKind } from '../../ledger/posting-rules.ts'
import { accounts } from '../../ledger/queries.ts'
import { entryLink, nameOfAccount, viewOfEntry } from './entry-posted.ts'
import { mountForm } from './forms.tsx'
import { type Answer, mountPage, type Page } from './frame.tsx'
import { fundLink } from './fund-link.ts'
import { ledgerPlaces } from './ledger-places.ts'
import { listed, listView } from './listing.ts'
import { actorName } from './recorded-by.ts'
import { subjectLink } from './subject-link.ts'
import { asksForFile, csvFile, fileLink, rowsInFile } from './table-file.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of the journal. */
export function mountEntries(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/ledger/entries', listPage)
  mountPage(app, desk, '/entries/:entry{[0-9]+}', onePage)
  mountForm(app, desk, {
    path: '/entries/:entry/reversal',
    command: reverse,
    place: 'ledger',
    title: (t, visit) => t.ledger.reverse_title(entryAsked(visit)),
    lead: (t) => t.ledger.reverse_lead,
    fields: [
      {
        name: 'reason',
        kind: 'long_text',
        label: (t) => t.ledger.reason,
        hint: (t) => t.ledger.reverse_reason_hint,
      },
    ],
    about: (visit) => originalOf(visit),
    outcome: ({ original_on, effective_on }, { t }) => [
      { label: t.ledger.original_on, value: { day: original_on } },
      { label: t.ledger.booked_on, value: { day: effective_on } },
    ],
    button: (t) => t.ledger.do_reverse,
    done: ({ entry }) => `/entries/${entry}?done=reverse`,
  })
}

/** The kinds of entries that the commands of the house post today. */
const kinds = [
  'contribution.received',
  'contribution.pledge_kept',
  'contribution.receivable_kept',
  'contribution.in_kind',
  'contribution.unidentified',
  'contribution.identified',
  'contribution.refunded',
  'pledge.made',
  'pledge.recognised',
  'payout.paid',
  'payout.returned',
  'transfer.made',
  'commitment.made',
  'commitment.released',
  'entry.reversed',
  'journal.imported',
] as const satisfies readonly EntryKind[]

const filters = ['fund', 'kind', 'account', 'state', 'from', 'to'] as const

function listPage(visit: Visit): Answer {
  const { t, language } = visit
  const found = listed(visit, entries, filters)
  if (asksForFile(visit) && found.found) return fileOf(visit, found.values)
  const rows = found.found?.entries ?? []
  const body = EntriesPage({
    t,
    language,
    list: {
      ...listView(
        found,
        rows.map((row) => entryRow(visit, row, found.values)),
      ),
      exports: [fileLink(visit, found.values)],
    },
    places: ledgerPlaces(visit, 'journal'),
    funds: visit
      .ask(listFunds, { state: 'all' })
      .funds.map(({ fund, name }) => ({ value: fund, label: name })),
    kinds: kinds.map((value) => ({ value, label: entryKindIn(t, value) })),
    accounts: visit.ask(accounts, {}).accounts.map((account) => ({
      value: account.account,
      label: `${account.account} ${nameOfAccount(account, language)}`,
    })),
    states: entryStates.map((value) => ({ value, label: t.ledger.states[value] })),
  })
  return { title: t.words.term.journal, body, place: 'ledger' }
}

/** The journal as a file, a line for each posting, as the filters say. */
function fileOf(visit: Visit, values: Readonly<Record<string, string>>): Response {
  const { t } = visit
  const { term } = t.words
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const linesOf = (entry: EntryShown) =>
    viewOfEntry(visit, entry).postings.map(({ serial, debit, credit, amount, currency }, line) => [
      entry.entry,
      entry.effective_on,
      entryKindIn(t, entry.kind),
      entry.subject,
      // Programs that read the file know a fund by its code.
      entry.postings[line]!.fund,
      serial,
      `${debit.code} ${debit.name}`,
      `${credit.code} ${credit.name}`,
      amount,
      currency,
    ])
  function* pages() {
    let cursor: string | null = null
    do {
      const from = cursor === null ? {} : { cursor }
      const asked = { ...given, ...from, limit: rowsInFile }
      const page: z.output<(typeof entries)['output']> = visit.ask(entries, asked)
      yield page.entries.flatMap(linesOf)
      cursor = page.next
    } while (cursor !== null)
  }
  const head = [term.entry, t.ledger.day, t.ledger.kind, t.ledger.subject, t.ledger.fund]
  const rest = [t.ledger.serial, term.debit, term.credit, t.ledger.amount, t.funds.currency]
  return csvFile('journal', [...head, ...rest], pages())
}

type EntryShown = z.output<(typeof show)['output']>

/** A row of the journal: the posting that the filters mean, else the first. */
function entryRow(
  visit: Visit,
  entry: EntryShown,
  { fund, account }: Readonly<Record<string, string>>,
): EntryRowView {
  const { t } = visit
  const { postings } = viewOfEntry(visit, entry)
  const meant = entry.postings.findIndex(
    (one) =>
      (!fund || one.fund === fund) && (!account || one.debit === account || one.credit === account),
  )
  const line = Math.max(meant, 0)
  const posting = postings[line]!
  const count = postings.length - 1
  return {
    href: visit.href(`/entries/${entry.entry}`),
    number: t.lists.entry(entry),
    kind: entryKindIn(t, entry.kind),
    day: entry.effective_on,
    subject: subjectLink(visit, entry.subject),
    state: stateOf(visit, entry),
    fund: fundLink(visit, entry.postings[line]!.fund),
    debit: posting.debit.name,
    credit: posting.credit.name,
    amount: posting.amount,
    currency: posting.currency,
    more: count === 0 ? undefined : t.ledger.more({ count }),
  }
}

function stateOf({ t }: Visit, { reverses, reversed_by }: EntryShown): EntryRowView['state'] {
  const { states } = t.ledger
  if (reverses !== null) return { kind: 'draft', word: states.reversal }
  if (reversed_by !== null) return { kind: 'reversed', word: states.reversed }
  return { kind: 'done', word: states.standing }
}

function entryAsked(visit: Visit): EntryShown {
  return visit.ask(show, { entry: Number(visit.c.req.param('entry')) })
}

/** Above the form of a reversal: the entry that it reverses. */
function originalOf(visit: Visit) {
  const entry = entryAsked(visit)
  const { language, t } = visit
  const { postings } = viewOfEntry(visit, entry)
  const day = formatDay(language, entry.effective_on, 'long')
  return JournalEntry({ language, caption: `${t.lists.entry(entry)} · ${day}`, postings })
}

function onePage(visit: Visit): Page {
  const { t, language, organisation, href } = visit
  const entry = entryAsked(visit)
  const number = t.lists.entry(entry)
  const instant = new Date(entry.recorded_at).toISOString()
  const reversible = entry.reverses === null && entry.reversed_by === null && visit.may(reverse)
  const linkTo = (id: number | null) => (id === null ? null : entryLink(visit, id))
  const body = EntryPage({
    t,
    language,
    number,
    kind: entryKindIn(t, entry.kind),
    breadcrumbs: [
      { href: href('/ledger'), label: t.shell.ledger },
      { href: href('/ledger/entries'), label: t.words.term.journal },
    ],
    done: visit.param('done') === 'reverse' ? t.ledger.reversed_done : undefined,
    day: entry.effective_on,
    state: stateOf(visit, entry),
    subject: subjectLink(visit, entry.subject),
    serials: serialsOf(visit, entry),
    recorded: {
      when: Instant({ language, instant, timeZone: organisation.time_zone }),
      who: actorName(visit, entry.actor),
    },
    event: {
      href: href(`/audit/events/${entry.sequence}`),
      label: t.ledger.event_number(entry),
    },
    note: entry.note,
    parties: partiesOf(visit, entry),
    reverses: linkTo(entry.reverses),
    reversedBy: linkTo(entry.reversed_by),
    entry: viewOfEntry(visit, entry),
    reverse: reversible ? href(`/entries/${entry.entry}/reversal`) : null,
  })
  return { title: number, body, place: 'ledger' }
}

/** The number that an entry has in each of its funds. */
function serialsOf(visit: Visit, { postings }: EntryShown) {
  const serials = new Map(postings.map(({ fund, serial }) => [fund, serial]))
  return [...serials].map(([fund, serial]) => ({ ...fundLink(visit, fund), serial }))
}

/** Whom an entry is about, each once. */
function partiesOf({ href }: Visit, { postings }: EntryShown) {
  const parties = new Map(postings.flatMap(({ party }) => (party ? [[party.party, party]] : [])))
  return [...parties.values()].map(({ party, name }) => ({
    href: href(`/people/${party}`),
    label: name,
  }))
}

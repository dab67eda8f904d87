/** Commands that take many entries into the book at once: all of a file, or nothing of it. */
import { z } from 'zod'
import { keepDetail } from '../book/details.ts'
import { amountField, codeField, dayField, nameField } from '../book/fields.ts'
import { type Act, command } from '../book/registry.ts'
import { recordPayout } from '../funds/payouts.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { compareDays } from '../kit/day.ts'
import { sha256 } from '../kit/digest.ts'
import { type Minor, parseAmount } from '../kit/money.ts'
import { Refusal, refusal } from '../kit/refusal.ts'
import { type Account, accountInRole, addAccount, findAccount } from '../ledger/accounts.ts'
import { balancesOfFund } from '../ledger/balances.ts'
import { type Fund, fundWithCode } from '../ledger/funds.ts'
import { PostingRun } from '../ledger/post.ts'
import { payoutCategories } from '../ledger/roles.ts'
import { partyField } from '../people/commands.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import { checkAssertions } from './assertions.ts'
import type { JournalProblem } from './journal.ts'
import type { ImportPlan, PlannedAccount, PlannedEntry } from './plan.ts'
import { planOf } from './plan-ahead.ts'

/** More in one transaction would keep other writers waiting for seconds. */
const mostEntries = 200_000
/** A roster of grants as long as any that was ever published for one fund and year. */
const mostGrants = 20_000

export const importProblems = refusal<{ problems: readonly JournalProblem[] }>(
  'import.problems',
  422,
  ({ problems }) => {
    const [one] = problems
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
    return `Line ${one!.line}: ${one!.sentence}${more}`
  },
  'Mend these lines and import the file again; nothing of it was recorded.',
)

export const importedBefore = refusal<{ event: number }>(
  'import.already',
  409,
  ({ event }) => `Exactly this file was imported by event ${event}.`,
  'There is nothing to do; to import other entries, give another file.',
)

export const importCurrency = refusal<{ fund: string; held: string; given: string }>(
  'import.currency',
  422,
  ({ fund, held, given }) => `The fund ${fund} is kept in ${held}; the mapping says ${given}.`,
  'Name a fund in that currency, or correct the mapping.',
)

export const importTooLong = refusal<{ entries: number; most: number }>(
  'import.too_long',
  413,
  ({ entries, most }) => `The file holds ${entries} entries; one import takes at most ${most}.`,
  'Split the file, for example by year.',
)

const byDigest = prepare((p: { digest: Uint8Array }) =>
  build.selectFrom('import').select('event_seq').where('file_digest', '=', p.digest),
)

function requireNew(act: Act, digest: Uint8Array): void {
  const earlier = first(act, byDigest, { digest })
  if (earlier) throw importedBefore({ event: earlier.event_seq })
}

function recordImport(act: Act, digest: Uint8Array, entries: number): number {
  const id = nextId(act, 'import')
  insert(act, 'import', { id, file_digest: digest, entries, event_seq: act.seq })
  return id
}

/** The account of the book that a planned one stands for; undefined when it must be added. */
function standing(act: Act, account: PlannedAccount): Account | undefined {
  if (account.role !== null) return accountInRole(act, account.role)
  return findAccount(act, codeOf(account))
}

function codeOf(account: PlannedAccount): string {
  return account.code ?? account.names[0]!
}

function accountsOf(act: Act, plan: ImportPlan): Map<string, Account> {
  return new Map(
    plan.accounts.map((account) => [
      account.key,
      standing(act, account) ??
        addAccount(act, {
          code: codeOf(account),
          role: null,
          class: account.class,
          holding: account.class === 'liability' ? 'payable' : null,
          floor: 0,
          name: account.names[0]!,
          nameHans: null,
          nameHant: null,
        }),
    ]),
  )
}

/** Balances before the import by planned account; null when the fund never moved. */
function balancesBefore(act: Act, fund: Fund, plan: ImportPlan): Map<string, Minor> | null {
  const found = balancesOfFund(act, fund.id, { asOf: null, knownAt: null })
  if (found.size === 0) return null
  const before = new Map<string, Minor>()
  for (const account of plan.accounts) {
    const balance = found.get(standing(act, account)?.id ?? (0 as Account['id']))
    if (balance !== undefined) before.set(account.key, balance)
  }
  return before
}

function postPlanned(
  act: Act,
  run: PostingRun,
  fund: Fund,
  entry: PlannedEntry,
  accounts: Map<string, Account>,
): void {
  const note = [entry.payee, entry.note, entry.comment].filter(Boolean).join(' | ')
  try {
    run.post({
      kind: 'journal.imported',
      effectiveOn: entry.on,
      subject: `fund/${fund.code}`,
      legs: entry.legs.map(({ debit, credit, amount_minor }) => ({
        fund,
        debit: accounts.get(debit)!,
        credit: accounts.get(credit)!,
        amountMinor: amount_minor,
        partyId: null,
      })),
      reverses: null,
      noteDetailId: note === '' ? null : keepDetail(act, 'import_note', note),
    })
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error
    const { code, message: sentence } = error
    throw importProblems({ problems: [{ line: entry.line, code, sentence, text: entry.payee }] })
  }
}

export const importJournal = command({
  name: 'journal.import',
  summary:
    'Takes a Ledger or hledger journal into a fund: every transaction an entry, or nothing at all',
  may: ['owner', 'fund_administrator'],
  reach: 'organisation',
  route: { method: 'POST', path: '/imports/journals' },
  input: z.strictObject({
    journal: z.string(),
    /** The mapping file's text; the fund and the accounts it names. */
    mapping: z.string(),
  }),
  output: z.object({
    import: z.number(),
    fund: z.string(),
    entries: z.number(),
    /** Openings that were checked and not posted, since the fund holds entries already. */
    openings_checked: z.number(),
    assertions_checked: z.number(),
    skipped: z.array(z.object({ line: z.number(), reason: z.string() })),
  }),
  subject: (output) => `import/${output.import}`,
  run: (act, input) => {
    const digest = sha256(input.journal)
    requireNew(act, digest)
    const plan = planOf(input)
    if (plan.problems.length > 0) throw importProblems({ problems: plan.problems })
    if (plan.entries.length > mostEntries) {
      throw importTooLong({ entries: plan.entries.length, most: mostEntries })
    }
    const fund = fundWithCode(act, plan.fund)
    if (fund.currency !== plan.currency) {
      throw importCurrency({ fund: fund.code, held: fund.currency, given: plan.currency })
    }
    const before = balancesBefore(act, fund, plan)
    const failed = checkAssertions(plan, before)
    if (failed.length > 0) throw importProblems({ problems: failed })
    const accounts = accountsOf(act, plan)
    const entries = before === null ? plan.entries : plan.entries.filter(({ opening }) => !opening)
    const run = new PostingRun(act)
    for (const entry of entries) postPlanned(act, run, fund, entry, accounts)
    run.close()
    return {
      import: recordImport(act, digest, entries.length),
      fund: fund.code,
      entries: entries.length,
      openings_checked: plan.entries.length - entries.length,
      assertions_checked: plan.assertions.length,
      skipped: plan.skipped.map(({ line, reason }) => ({ line, reason })),
    }
  },
})

export const importGrants = command({
  name: 'grants.import',
  summary: 'Takes a roster of grants into a fund as payouts: every row, or nothing at all',
  may: ['owner', 'fund_administrator'],
  reach: 'organisation',
  route: { method: 'POST', path: '/funds/{fund}/imports/grants' },
  input: z.strictObject({
    fund: codeField,
    category: z.enum(payoutCategories),
    grants: z
      .array(
        z.strictObject({
          /** The row or line of the file, for messages. */
          line: z.number().int().positive(),
          recipient: partyField,
          amount: amountField,
          paid_on: dayField,
          note: nameField.optional(),
        }),
      )
      .min(1)
      .max(mostGrants, `give at most ${mostGrants} grants`),
  }),
  output: z.object({ import: z.number(), payouts: z.number(), first_payout: z.number() }),
  subject: (output) => `import/${output.import}`,
  run: (act, input) => {
    const digest = sha256(canonicalJson({ fund: input.fund, grants: input.grants }))
    requireNew(act, digest)
    const fund = fundWithCode(act, input.fund)
    let firstPayout = 0
    // By day, as a register reads; a recipient named again in the file is the same party.
    const byDay = input.grants.toSorted((a, b) => compareDays(a.paid_on, b.paid_on))
    const known = new Map<string, string>()
    for (const { line, recipient, amount, paid_on, note } of byDay) {
      try {
        const amountMinor = parseAmount(amount, fund.currency)
        const named = canonicalJson(recipient)
        const payee = known.get(named) ?? recipient
        const given = { fund, amountMinor, paidOn: paid_on, payee, note, ofThePast: true }
        const paid = recordPayout(act, { ...given, category: input.category, form: 'bank' })
        known.set(named, paid.payee)
        firstPayout ||= paid.payout
      } catch (error) {
        if (!(error instanceof Refusal) || error.status >= 500) throw error
        const { code, message: sentence } = error
        throw importProblems({ problems: [{ line, code, sentence, text: amount }] })
      }
    }
    const count = input.grants.length
    return { import: recordImport(act, digest, count), payouts: count, first_payout: firstPayout }
  },
})

/** From the postings of a fund to the lines of a statement. */
import { contributionById, sourceOf } from '../funds/contribution-facts.ts'
import { type Day, dayAt } from '../kit/day.ts'
import type { AccountId, EntryId, EventSeq, FundId, PartyId, PayoutId } from '../kit/ids.ts'
import { addMinor, type Minor, negateMinor, zeroMinor } from '../kit/money.ts'
import { type Account, accountById, accountInRole } from '../ledger/accounts.ts'
import type { Axes } from '../ledger/balances.ts'
import { type Entry, entryById, type Posting, postingsOf } from '../ledger/entries.ts'
import type { PayoutCategory } from '../ledger/roles.ts'
import { partyById, partyName, partyRef } from '../people/parties.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import type { ContributionSource, Names, StatementLine, StatementParty } from './statement.ts'

const payoutWithId = prepare((p: { id: PayoutId }) =>
  build
    .selectFrom('payout')
    .select(['payee_id', 'beneficiary_id', 'category'])
    .where('id', '=', p.id),
)

/** An account's names in the three languages. */
export function namesOf(account: Account): Names {
  return {
    en: account.name,
    ...(account.name_hans === null ? {} : { 'zh-Hans': account.name_hans }),
    ...(account.name_hant === null ? {} : { 'zh-Hant': account.name_hant }),
  }
}

/** A statement in the making: what it reads, and what it has read so far. */
export interface LineSource {
  readonly reader: Reader
  /** Sources of gifts are those in force at the close of the period, so that what follows it alters none. */
  readonly axes: Axes
  readonly timeZone: string
  readonly accounts: Map<AccountId, Account>
  readonly categories: Map<AccountId, StatementLine['category']>
  readonly parties: Map<PartyId, StatementParty>
}

/** Begins to make lines; accounts and parties are read once for one statement. */
export function lineSource(
  reader: Reader,
  { to, known }: { readonly to: Day; readonly known: EventSeq },
  timeZone: string,
): LineSource {
  const axes = { asOf: to, knownAt: known }
  const read = { accounts: new Map(), categories: new Map(), parties: new Map() }
  return { reader, axes, timeZone, ...read }
}

/** The lines of one entry in one fund, from its postings there. */
export function linesOfEntry(
  from: LineSource,
  entryId: EntryId,
  postings: readonly [Posting, ...Posting[]],
): StatementLine[] {
  const entry = entryById(from.reader, entryId)
  const origin = entry.reverses === null ? entry : entryById(from.reader, entry.reverses)
  const [posting] = postings
  const common = {
    serial: posting.fund_serial,
    day: entry.effective_on,
    recordedOn: dayAt(entry.recorded_at, from.timeZone),
    kind: entry.kind,
    beneficiary: beneficiaryOf(from, origin),
    reverses: reversedBy(from, entry, posting.fund_id),
  }
  const moved = effectsOf(from, postings)
  if (moved.length === 0) return [lineOf(common, withoutMoney(from, postings))]
  // A reversal stands where its original stood: it turns the direction of the money.
  const turned = entry.reverses === null ? 1 : -1
  return moved.map(({ category, moneyMinor, partyId }) => {
    const section = sectionOf(origin, category, moneyMinor * turned)
    return lineOf(common, {
      section,
      source: section === 'receipt' ? cameFrom(from, origin) : null,
      category: categoryOf(from, paidFor(from, origin) ?? category),
      party: partyOf(from, partyId),
      amountMinor: section === 'receipt' ? moneyMinor : negateMinor(moneyMinor),
    })
  })
}

interface Common
  extends Pick<StatementLine, 'serial' | 'day' | 'kind' | 'beneficiary' | 'reverses'> {
  readonly recordedOn: Day
}

interface Part extends Pick<StatementLine, 'section' | 'source' | 'category' | 'party'> {
  readonly amountMinor: Minor
}

/** The keys stand as in the canonical text, which so is written without a copy of every line. */
function lineOf(common: Common, part: Part): StatementLine {
  return {
    amount_minor: part.amountMinor,
    beneficiary: common.beneficiary,
    category: part.category,
    day: common.day,
    kind: common.kind,
    party: part.party,
    recorded_on: common.recordedOn,
    reverses: common.reverses,
    section: part.section,
    serial: common.serial,
    source: part.source,
  }
}

/**
 * An entry that moves no money: it stands with its whole amount under its first account. What it notes on the memorandum
 * beside that, such as that a reservation was used, is no amount of its own.
 */
function withoutMoney(from: LineSource, postings: readonly [Posting, ...Posting[]]): Part {
  const [posting] = postings
  const isNoted = ({ debit_account_id }: Posting) =>
    accountOf(from, debit_account_id).class === 'memorandum'
  const counted = isNoted(posting) ? postings : postings.filter((one) => !isNoted(one))
  return {
    section: 'other',
    source: null,
    category: categoryOf(from, accountOf(from, posting.debit_account_id)),
    party: partyOf(from, posting.party_id),
    amountMinor: counted.map(({ amount_minor }) => amount_minor).reduce(addMinor, zeroMinor),
  }
}

interface Effect {
  /** The account against which money moved. */
  readonly category: Account
  /** Into the fund's money: positive. */
  readonly moneyMinor: Minor
  readonly partyId: PartyId | null
}

function effectsOf(from: LineSource, postings: readonly Posting[]): Effect[] {
  const found: Effect[] = []
  for (const posting of postings) {
    const debit = accountOf(from, posting.debit_account_id)
    const credit = accountOf(from, posting.credit_account_id)
    const into = debit.holding === 'money'
    // Between two accounts of money nothing comes in or goes out.
    if (into === (credit.holding === 'money')) continue
    const category = into ? credit : debit
    const place = found.findIndex((effect) => effect.category.id === category.id)
    const earlier = found[place]
    const amount = into ? posting.amount_minor : negateMinor(posting.amount_minor)
    found[earlier ? place : found.length] = {
      category,
      moneyMinor: addMinor(earlier?.moneyMinor ?? zeroMinor, amount),
      partyId: earlier?.partyId ?? posting.party_id,
    }
  }
  return found.filter(({ moneyMinor }) => moneyMinor !== 0)
}

function sectionOf(origin: Entry, category: Account, moneyMinor: number): 'receipt' | 'payment' {
  if (origin.kind.startsWith('contribution.')) return 'receipt'
  const paid = origin.kind.startsWith('payout.') || origin.kind.startsWith('award.')
  if (paid || category.class === 'expense') return 'payment'
  if (category.class === 'income') return 'receipt'
  return moneyMinor > 0 ? 'receipt' : 'payment'
}

function cameFrom({ reader, axes }: LineSource, origin: Entry): ContributionSource {
  const contribution = subjectId(origin, 'contribution')
  if (contribution !== undefined) {
    return sourceOf(reader, contributionById(reader, contribution), axes)
  }
  if (origin.kind === 'transfer.made') return 'transfer'
  return origin.kind === 'interest.received' ? 'interest' : 'other'
}

/** Whom a payout helps, where that is not the one who is paid. */
function beneficiaryOf(from: LineSource, origin: Entry): StatementParty | null {
  const payout = subjectId(origin, 'payout')
  if (payout === undefined) return null
  const found = first(from.reader, payoutWithId, { id: payout as PayoutId })!
  return found.beneficiary_id === found.payee_id ? null : partyOf(from, found.beneficiary_id)
}

/** What a payment that was owed first was for, or came back of it: the expense, not the debt that it settles. */
function paidFor({ reader }: LineSource, origin: Entry): Account | undefined {
  const payout = subjectId(origin, 'payout')
  const owed = origin.kind === 'payout.of_request' || origin.kind.startsWith('award.')
  if (!owed || payout === undefined) return undefined
  const { category } = first(reader, payoutWithId, { id: payout as PayoutId })!
  return accountInRole(reader, category as PayoutCategory)
}

function subjectId(entry: Entry, noun: 'contribution' | 'payout'): number | undefined {
  const { subject } = entry
  const named = subject.startsWith(noun) && subject[noun.length] === '/'
  return named ? Number(subject.slice(noun.length + 1)) : undefined
}

function reversedBy(
  { reader }: LineSource,
  entry: Entry,
  fundId: FundId,
): StatementLine['reverses'] {
  if (entry.reverses === null) return null
  const original = entryById(reader, entry.reverses)
  const posting = postingsOf(reader, original).find(({ fund_id }) => fund_id === fundId)!
  return { serial: posting.fund_serial, day: original.effective_on }
}

function accountOf({ reader, accounts }: LineSource, accountId: AccountId): Account {
  const found = accounts.get(accountId) ?? accountById(reader, accountId)
  accounts.set(accountId, found)
  return found
}

function partyOf({ reader, parties }: LineSource, partyId: PartyId | null): StatementParty | null {
  if (partyId === null) return null
  const found = parties.get(partyId) ?? partyShown(reader, partyId)
  parties.set(partyId, found)
  return found
}

function partyShown(reader: Reader, partyId: PartyId): StatementParty {
  const { masked, digest } = partyName(reader, partyById(reader, partyId))
  return { digest, ref: partyRef(partyId), shown: masked }
}

function categoryOf({ categories }: LineSource, account: Account): StatementLine['category'] {
  const found = categories.get(account.id) ?? { code: account.code, names: namesOf(account) }
  categories.set(account.id, found)
  return found
}

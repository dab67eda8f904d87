/** From the postings of a fund to the lines of a statement. */
import { type Day, dayAt } from '../kit/day.ts'
import type { AccountId, ContributionId, EntryId, EventSeq, FundId, PartyId } from '../kit/ids.ts'
import { type Minor, minor, negateMinor, zeroMinor } from '../kit/money.ts'
import { type Account, accountById } from '../ledger/accounts.ts'
import { type Entry, entryWithId, type Posting, postingsOf } from '../ledger/entries.ts'
import { partyById, partyName, partyRef } from '../people/parties.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import type { ContributionSource, Names, StatementLine, StatementParty } from './statement.ts'

const sourceOf = prepare((p: { id: ContributionId; known: EventSeq }) =>
  build
    .selectFrom('contribution as c')
    .leftJoin('contribution_identification as i', (join) =>
      join.onRef('i.contribution_id', '=', 'c.id').on('i.event_seq', '<=', p.known),
    )
    .leftJoin('entry as r', (join) =>
      join.onRef('r.reverses', '=', 'i.entry_id').on('r.event_seq', '<=', p.known),
    )
    .select(['c.source', 'i.source as identified', 'r.id as undone'])
    .where('c.id', '=', p.id)
    .orderBy('i.id', 'desc'),
)

/** An account's names in the three languages. */
export function namesOf(account: Account): Names {
  return {
    en: account.name,
    ...(account.name_hans === null ? {} : { 'zh-Hans': account.name_hans }),
    ...(account.name_hant === null ? {} : { 'zh-Hant': account.name_hant }),
  }
}

/** Makes lines; remembers accounts and parties while one statement is built. */
export function lineMaker(reader: Reader, known: { seq: EventSeq; timeZone: string }) {
  const accounts = new Map<AccountId, Account>()
  const parties = new Map<PartyId, StatementParty>()

  function account(accountId: AccountId): Account {
    const found = accounts.get(accountId) ?? accountById(reader, accountId)
    accounts.set(accountId, found)
    return found
  }

  function party(partyId: PartyId | null): StatementParty | null {
    if (partyId === null) return null
    const found = parties.get(partyId) ?? partyShown(reader, partyId)
    parties.set(partyId, found)
    return found
  }

  /** The entry's legs in this fund by the account against which money moved. */
  function effects(postings: readonly Posting[]): Effect[] {
    const found = new Map<AccountId, Effect>()
    for (const posting of postings) {
      const debit = account(posting.debit_account_id)
      const credit = account(posting.credit_account_id)
      const into = debit.holding === 'money'
      const outOf = credit.holding === 'money'
      // Between two accounts of money nothing comes in or goes out.
      if (into === outOf) continue
      const category = into ? credit : debit
      const earlier = found.get(category.id)
      const amount = into ? posting.amount_minor : negateMinor(posting.amount_minor)
      found.set(category.id, {
        category,
        moneyMinor: minor((earlier?.moneyMinor ?? 0) + amount),
        partyId: earlier?.partyId ?? posting.party_id,
      })
    }
    return [...found.values()].filter(({ moneyMinor }) => moneyMinor !== 0)
  }

  function sectionOf(origin: Entry, { category, moneyMinor }: Effect): 'receipt' | 'payment' {
    if (origin.kind.startsWith('contribution.')) return 'receipt'
    if (origin.kind.startsWith('payout.') || category.class === 'expense') return 'payment'
    if (category.class === 'income') return 'receipt'
    // A reversal stands where its original stood: it turns the direction of the money.
    return moneyMinor > 0 ? 'receipt' : 'payment'
  }

  function source(origin: Entry): ContributionSource {
    const contribution = /^contribution\/(\d+)$/.exec(origin.subject)?.[1]
    if (contribution !== undefined) {
      const id = Number(contribution) as ContributionId
      const found = first(reader, sourceOf, { id, known: known.seq })!
      return found.undone === null ? (found.identified ?? found.source) : found.source
    }
    if (origin.kind === 'transfer.made') return 'transfer'
    return origin.kind === 'interest.received' ? 'interest' : 'other'
  }

  function reversed(entry: Entry, fundId: FundId): StatementLine['reverses'] {
    if (entry.reverses === null) return null
    const original = entryWithId(reader, entry.reverses)
    const posting = postingsOf(reader, original).find(({ fund_id }) => fund_id === fundId)!
    return { serial: posting.fund_serial, day: original.effective_on }
  }

  /** The lines of one entry in one fund. */
  function linesOf(entryId: EntryId, postings: readonly Posting[]): StatementLine[] {
    const entry = entryWithId(reader, entryId)
    const origin = entry.reverses === null ? entry : entryWithId(reader, entry.reverses)
    const [posting] = postings
    const common = {
      serial: posting!.fund_serial,
      day: entry.effective_on,
      recorded_on: dayAt(entry.recorded_at, known.timeZone) as Day,
      kind: entry.kind,
      reverses: reversed(entry, posting!.fund_id),
    }
    const moved = effects(postings)
    if (moved.length === 0) {
      const category = account(posting!.debit_account_id)
      const total = postings.reduce((sum, { amount_minor }) => minor(sum + amount_minor), zeroMinor)
      return [
        {
          ...common,
          section: 'other',
          source: null,
          category: shown(category),
          party: party(posting!.party_id),
          amount_minor: total,
        },
      ]
    }
    const turned = entry.reverses === null ? 1 : -1
    return moved.map((effect) => {
      const asMade = { ...effect, moneyMinor: minor(effect.moneyMinor * turned) }
      const section = sectionOf(origin, asMade)
      const amount: Minor =
        section === 'receipt' ? effect.moneyMinor : negateMinor(effect.moneyMinor)
      return {
        ...common,
        section,
        source: section === 'receipt' ? source(origin) : null,
        category: shown(effect.category),
        party: party(effect.partyId),
        amount_minor: amount,
      }
    })
  }

  return { linesOf }
}

function partyShown(reader: Reader, partyId: PartyId): StatementParty {
  const { masked, digest } = partyName(reader, partyById(reader, partyId))
  return { ref: partyRef(partyId), shown: masked, digest }
}

interface Effect {
  readonly category: Account
  /** Into the fund's money: positive. */
  readonly moneyMinor: Minor
  readonly partyId: PartyId | null
}

function shown(category: Account): StatementLine['category'] {
  return { code: category.code, names: namesOf(category) }
}

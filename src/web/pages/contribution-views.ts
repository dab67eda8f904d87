/** Contributions, receipts and pledges as their pages show them, wherever they stand. */
import type { StateView } from '../../../templates/pages/columns.tsx'
import type { ContributionFactsView } from '../../../templates/pages/contribution.tsx'
import type { ContributionView } from '../../../templates/pages/contributions.tsx'
import type { PledgeView } from '../../../templates/pages/pledges.tsx'
import type { ReceiptView } from '../../../templates/pages/receipts.tsx'
import type { LinkView } from '../../../templates/parts/content.ts'
import type { list, show } from '../../funds/contribution-queries.ts'
import { list as listFunds } from '../../funds/funds.ts'
import type { list as listPledges } from '../../funds/pledge-queries.ts'
import type { list as listReceipts } from '../../funds/receipt-queries.ts'
import { amountText, parseAmount, subtractMinor, zeroMinor } from '../../kit/money.ts'
import { amountWords } from './field-views.ts'
import { fundLink } from './fund-link.ts'
import type { Visit } from './visit.ts'

export type ContributionRow = ReturnType<typeof list.run>['contributions'][number]
export type ContributionShown = ReturnType<typeof show.run>
type PledgeRow = ReturnType<typeof listPledges.run>['pledges'][number]
type ReceiptRow = ReturnType<typeof listReceipts.run>['receipts'][number]

/** The lists that belong together: contributions, their receipts, what was promised. */
export function contributionTabs(
  { t, href }: Visit,
  current: 'contributions' | 'receipts' | 'pledges',
) {
  return (['contributions', 'receipts', 'pledges'] as const).map((noun) => ({
    href: href(`/${noun}`),
    label: t[noun].title,
    current: noun === current,
  }))
}

/** The funds as the choices of a filter, the closed ones too. */
export function fundOptions(visit: Visit) {
  const { funds } = visit.ask(listFunds, { state: 'all' })
  return funds.map(({ fund, name }) => ({ value: fund, label: name }))
}

/** The way to a person or body. */
export function partyLink(visit: Visit, given: { party: string; name: string }): LinkView {
  return { href: visit.href(`/people/${given.party}`), label: given.name }
}

/** A contribution as its lists show it. */
export function contributionView(visit: Visit, row: ContributionRow): ContributionView {
  const { t } = visit
  return {
    href: visit.href(`/contributions/${row.contribution}`),
    contribution: row.contribution,
    day: row.received_on,
    fund: fundLink(visit, row.fund),
    source: t.source[row.source],
    from: row.party && partyLink(visit, row.party),
    form: t.words.form[row.form],
    inKind: row.form === 'in_kind',
    amount: row.amount,
    currency: row.currency,
    receipt: row.receipt,
    state: stateOf(visit, row),
  }
}

/** Whether any of it was given back. */
export function someRefunded({ refunded }: ContributionRow): boolean {
  return /[1-9]/.test(refunded)
}

function stateOf({ t }: Visit, row: ContributionRow): StateView {
  const words = t.contributions
  if (row.reversed_by !== null) return { kind: 'reversed', word: t.lists.reversed }
  if (row.refunded === row.amount) return { kind: 'reversed', word: words.all_refunded }
  if (row.source === 'unidentified') return { kind: 'waiting', word: words.unidentified }
  if (someRefunded(row)) return { kind: 'care', word: words.part_refunded }
  return { kind: 'done', word: words.stands }
}

/** A contribution as its own page and its forms show it. */
export function contributionFacts(visit: Visit, row: ContributionShown): ContributionFactsView {
  const { t, language } = visit
  const { amount, refunded, currency, pledge } = row
  return {
    ...contributionView(visit, row),
    giver: row.party && partyLink(visit, row.party),
    earmark: row.earmark,
    pledge:
      pledge === null
        ? null
        : { href: visit.href(`/pledges/${pledge}`), label: t.pledges.one({ pledge }) },
    back: someRefunded(row) ? { refunded, left: leftOfContribution(row) } : null,
    words: amountWords(amount, currency, language) ?? '',
  }
}

/** What is left of a contribution after its refunds, as decimal text. */
export function leftOfContribution({ amount, refunded, currency }: ContributionRow): string {
  // An amount that is read is above zero; none was refunded where none can be read.
  const back = /[1-9]/.test(refunded) ? parseAmount(refunded, currency) : zeroMinor
  return amountText(subtractMinor(parseAmount(amount, currency), back), currency)
}

/** A receipt with the way to its PDF. */
export function receiptView(visit: Visit, row: ReceiptRow): ReceiptView {
  const { t, language } = visit
  const { contribution } = row
  return {
    receipt: row.receipt,
    day: row.issued_on,
    to: partyLink(visit, row.party),
    contribution: {
      href: visit.href(`/contributions/${contribution}`),
      label: t.contributions.one({ contribution }),
    },
    fund: fundLink(visit, row.fund),
    statutory: row.statutory_number,
    amount: row.amount,
    currency: row.currency,
    state:
      row.voided_by === null
        ? { kind: 'done', word: t.receipts.stands }
        : { kind: 'reversed', word: t.receipts.void },
    pdf: visit.href(`/receipts/${row.receipt}.pdf?language=${language}`),
  }
}

/** A pledge as its lists and its page show it. */
export function pledgeView(visit: Visit, row: PledgeRow): PledgeView {
  return {
    href: visit.href(`/pledges/${row.pledge}`),
    pledge: row.pledge,
    day: row.made_on,
    by: partyLink(visit, row.party),
    fund: fundLink(visit, row.fund),
    amount: row.amount,
    kept: row.kept,
    left: row.left,
    currency: row.currency,
    state: pledgeState(visit, row),
  }
}

function pledgeState({ t }: Visit, { reversed_by, kept, left }: PledgeRow): StateView {
  if (reversed_by !== null) return { kind: 'reversed', word: t.pledges.states.reversed }
  if (!/[1-9]/.test(left)) return { kind: 'done', word: t.pledges.states.kept }
  const some = /[1-9]/.test(kept)
  return { kind: 'active', word: some ? t.pledges.part_kept : t.pledges.states.open }
}

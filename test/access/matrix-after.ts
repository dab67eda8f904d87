/** What comes after payments in the three places of the matrix, and what is asked of it there. */
import { show as showDraw } from '../../src/hardship/after/call-back-queries.ts'
import { announce, draw as drawThem } from '../../src/hardship/after/call-backs.ts'
import { list as listDeliveries } from '../../src/hardship/after/delivery-queries.ts'
import { prepare } from '../../src/hardship/batches/preparing.ts'
import { release } from '../../src/hardship/batches/releasing.ts'
import { recordResult } from '../../src/hardship/batches/results.ts'
import { submit } from '../../src/hardship/cases/commands.ts'
import { open as openProgramme } from '../../src/hardship/programmes/commands.ts'
import { award } from '../hardship/batches/awarding.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import type { Sample } from './matrix-samples.ts'

export interface AfterPlace {
  /** A payout of a case that nobody has asked about. */
  readonly delivered: number
  /** The case that it belongs to. */
  readonly paid: number
  /** A drawing that was made, and the payout it drew as a call-back. */
  readonly draw: number
  readonly called: number
}

export const nowhereInAfter: AfterPlace = {
  delivered: 900_070,
  paid: 900_071,
  draw: 900_072,
  called: 900_073,
}

/** Whoever enters, approves and pays is none of those who are asked about in the matrix. */
const clerk = { actor: 'test:clerk' }

/** A case that was paid, and a drawing of that day, made on the next. */
export function furnishAfter(
  t: TestBook,
  of: {
    readonly unit: string | null
    readonly word: string
    readonly fund: string
    readonly person: string
  },
): AfterPlace {
  const { unit, word, fund, person } = of
  const inUnit = unit === null ? {} : { unit }
  // Programmes of the whole organisation are known to every branch.
  const known = unit === null ? 'Common' : word
  const programme = `${known.toLowerCase()}-parcels`
  const said = { category: 'care_grants', help: 'one_off', workflow: 'standard' } as const
  t.does(openProgramme, { programme, name: `${known} parcels`, fund, ...said })
  const asked = { programme, beneficiary: person, cause: 'poverty', amount: '0.10', ...inUnit }
  const { case: paid } = t.does(submit, asked, clerk).output
  const { instalments } = t.does(award, { cases: [paid] }, { actor: 'test:approver' }).output
  const given = { fund, form: 'bank', name: 'Parcels', instalments } as const
  const { batch } = t.does(prepare, given, clerk).output
  t.does(release, { batch }, { actor: 'test:releaser' })
  t.does(recordResult, { batch, line: 1, outcome: 'paid' }, clerk)
  const { deliveries } = t.asks(listDeliveries, {})
  const delivered = deliveries.find((one) => one.case === paid)!
  const { paid_on } = delivered
  const drawing = { from: paid_on, to: paid_on, size: 10, ...inUnit }
  const { draw } = t.does(announce, drawing, clerk).output
  const now = t.now()
  t.at(new Date(now + 24 * 3_600_000).toISOString())
  t.does(drawThem, { draw }, clerk)
  t.at(new Date(now).toISOString())
  const { called } = t.asks(showDraw, { draw })
  const call = called.find(({ delivery }) => delivery.payout === delivered.payout)!.call_back
  return { delivered: delivered.payout, paid, draw, called: call }
}

export const afterSamples: Readonly<Record<string, Sample>> = {
  'deliveries.confirm': (of) => ({
    payouts: [of.delivered],
    how: 'call',
    received: true,
    asked_back: false,
  }),
  'deliveries.list': () => ({}),
  'follow_ups.of_case': (of) => ({ case: of.paid }),
  'follow_ups.signals': () => ({}),
  'call_backs.announce': (of) => ({
    from: '2026-03-01',
    to: '2026-03-31',
    size: 5,
    unit: of.unit ?? undefined,
  }),
  'call_backs.draw': (of) => ({ draw: of.draw }),
  'call_backs.answer': (of) => ({ call_back: of.called, outcome: 'received' }),
  'call_backs.list': () => ({}),
  'call_backs.show': (of) => ({ draw: of.draw }),
  'revisits.record': (of) => ({ case: of.paid, outcome: 'better' }),
  'revisits.due': () => ({}),
}

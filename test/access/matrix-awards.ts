/** Awards, caps and claims in the three places of the matrix. */
import { put } from '../../src/access/policies.ts'
import { claim } from '../../src/hardship/awards/clawbacks.ts'
import { prepare } from '../../src/hardship/batches/preparing.ts'
import { release } from '../../src/hardship/batches/releasing.ts'
import { recordResult } from '../../src/hardship/batches/results.ts'
import { ask } from '../../src/hardship/caps/overrides.ts'
import { submit } from '../../src/hardship/cases/commands.ts'
import { open as openProgramme } from '../../src/hardship/programmes/commands.ts'
import { neutralPayments } from '../../src/policies/payments.ts'
import { award } from '../hardship/batches/awarding.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import type { Sample } from './matrix-samples.ts'

export interface AwardPlace {
  /** A case that passes a cap, and the request to let it. */
  readonly capped: number
  readonly capRequest: number
  /** A claim on a payment of a case. */
  readonly clawback: number
}

export const nowhereInAwards: AwardPlace = {
  capped: 900_070,
  capRequest: 900_071,
  clawback: 900_072,
}

/** Whoever enters, asks and pays is none of those who are asked about in the matrix. */
const clerk = { actor: 'test:clerk' }

/** Pays a case and claims it back, and asks to let another pass its cap. */
export function furnishAwards(
  t: TestBook,
  of: {
    readonly unit: string | null
    readonly word: string
    readonly fund: string
    readonly person: string
  },
): AwardPlace {
  const { unit, word, fund, person } = of
  const inUnit = unit === null ? {} : { unit }
  t.does(put, { kind: 'payments', unit, body: { ...neutralPayments, red_blocks: false } })
  const none = { window_months: null, least: null, most: null, times_most: null }
  const value = { kind: 'fixed', amount: '1.00' } as const
  const cap = { ...none, help: 'schooling', scope: 'person', window: 'lifetime', currency: 'CNY' }
  t.does(put, { kind: 'caps', unit, body: { caps: [{ ...cap, value }] } as never })
  // Programmes of the whole organisation are known to every branch.
  const known = unit === null ? 'Common' : word
  const programme = `${known.toLowerCase()}-schooling`
  const said = { category: 'care_grants', help: 'schooling', workflow: 'standard' } as const
  t.does(openProgramme, { programme, name: `${known} schooling`, fund, ...said })
  const asked = { programme, beneficiary: person, cause: 'illness', amount: '1.20', ...inUnit }
  const { case: paid } = t.does(submit, asked, clerk).output
  const { instalments } = t.does(award, { cases: [paid] }, { actor: 'test:approver' }).output
  const given = { fund, form: 'bank' as const, name: 'School', instalments: [...instalments] }
  const { batch } = t.does(prepare, given, clerk).output
  t.does(release, { batch }, { actor: 'test:releaser' })
  t.does(recordResult, { batch, line: 1, outcome: 'paid' }, clerk)
  const payout = Number(t.book.store.first('select max(id) as id from payout', [])!.id)
  const why = { cause: 'mistake', reason: `${word} reason` } as const
  const { clawback } = t.does(claim, { payout, ...why, amount: '1.00' }, clerk).output
  const { case: capped } = t.does(submit, asked, clerk).output
  const { request } = t.does(ask, { case: capped, reason: `${word} reason` }, clerk).output
  return { capped, capRequest: request, clawback }
}

export const awardSamples: Readonly<Record<string, Sample>> = {
  'cases.approve': (of) => ({ cases: [of.case] }),
  'cases.agree_to_emergency': (of) => ({ cases: [of.case] }),
  'caps.ask_override': (of) => ({ case: of.case, reason: 'a reason' }),
  'caps.allow_override': (of) => ({ request: of.capRequest, allowed: true, reason: 'a reason' }),
  'caps.show': (of) => ({ case: of.capped }),
  'caps.picture': (of) => ({ party: of.person }),
  'awards.end': (of) => ({ cases: [of.awarded], cause: 'moved', reason: 'a reason' }),
  'awards.ratify': (of) => ({ cases: [of.awarded], ratified: true }),
  'awards.list': () => ({}),
  'awards.show': (of) => ({ case: of.awarded }),
  'allowances.make_due': () => ({ month: '2026-03' }),
  'allowances.show': () => ({ month: '2026-03' }),
  'clawbacks.claim': (of) => ({ payout: of.payout, cause: 'mistake', reason: 'a reason' }),
  'clawbacks.receive': (of) => ({ clawback: of.clawback }),
  'clawbacks.list': () => ({}),
}

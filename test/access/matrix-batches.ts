/** Batches in the three places of the matrix, and what is asked of them there. */
import { prepare } from '../../src/hardship/batches/preparing.ts'
import { endToEndId } from '../../src/hardship/batches/rows.ts'
import { submit } from '../../src/hardship/cases/commands.ts'
import { open as openProgramme } from '../../src/hardship/programmes/commands.ts'
import { award } from '../hardship/batches/awarding.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import type { Sample } from './matrix-samples.ts'

export interface BatchPlace {
  /** A batch of two lines that is being prepared. */
  readonly batch: string
  /** An instalment in no batch. */
  readonly instalment: number
  /** The case that it belongs to. */
  readonly awarded: number
}

export const nowhereInBatches: BatchPlace = {
  batch: 'B-2026-9033',
  instalment: 900_050,
  awarded: 900_051,
}

/** Whoever enters, approves and prepares is none of those who are asked about in the matrix. */
const clerk = { actor: 'test:clerk' }

/** Awards a case with three instalments in a place, and prepares a batch of two of them. */
export function furnishBatches(
  t: TestBook,
  of: {
    readonly unit: string | null
    readonly word: string
    readonly fund: string
    readonly person: string
  },
): BatchPlace {
  const { unit, word, fund, person } = of
  const inUnit = unit === null ? {} : { unit }
  // Programmes of the whole organisation are known to every branch.
  const known = unit === null ? 'Common' : word
  const programme = `${known.toLowerCase()}-allowance`
  const said = { category: 'care_grants', help: 'allowance', workflow: 'standard' } as const
  t.does(openProgramme, { programme, name: `${known} allowance`, fund, ...said })
  const asked = { programme, beneficiary: person, cause: 'illness', amount: '1.10', ...inUnit }
  const { case: awarded } = t.does(submit, { ...asked, instalments: 3 }, clerk).output
  const { instalments } = t.does(award, { cases: [awarded] }, { actor: 'test:approver' }).output
  const [instalment, ...others] = instalments
  const given = { fund, form: 'bank', name: 'Visits', instalments: others } as const
  const { batch } = t.does(prepare, given, clerk).output
  return { batch, instalment: instalment!, awarded }
}

const digest = 'cd'.repeat(32)

export const batchSamples: Readonly<Record<string, Sample>> = {
  'batches.prepare': (of) => ({
    fund: of.fund,
    form: 'bank',
    name: 'Visits',
    instalments: [of.instalment],
  }),
  'batches.remove_line': (of) => ({ batch: of.batch, line: 1 }),
  'batches.drop': (of) => ({ batch: of.batch, reason: 'a reason' }),
  'batches.release': (of) => ({ batch: of.batch }),
  'batches.close': (of) => ({ batch: of.batch }),
  'batches.sign_for': (of) => ({ batch: of.batch, lines: [{ line: 1, slip_digest: digest }] }),
  'batches.record_results': (of) => ({
    rows: [{ end_to_end_id: endToEndId(of.batch, 1), outcome: 'paid', on: '2026-03-31' }],
  }),
  'batch_lines.record_result': (of) => ({ batch: of.batch, line: 1, outcome: 'paid' }),
  'batch_lines.record_bounce': (of) => ({ batch: of.batch, line: 1 }),
  'batches.list': () => ({}),
  'batches.show': (of) => ({ batch: of.batch }),
  'batches.lines': (of) => ({ batch: of.batch }),
  'batches.check': (of) => ({ batch: of.batch }),
  'batches.payable': () => ({}),
  'batches.foresee': (of) => ({ fund: of.fund, form: 'bank' }),
  'cases.payments': (of) => ({ case: of.awarded }),
}

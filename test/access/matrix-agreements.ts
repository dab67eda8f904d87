/** Agreements between bodies in the three places of the matrix, and what is asked of them there. */
import { draft } from '../../src/pairing/agreements/drafting.ts'
import { record } from '../../src/pairing/agreements/evidence.ts'
import { show } from '../../src/pairing/agreements/show-query.ts'
import { sign } from '../../src/pairing/agreements/signing.ts'
import { make } from '../../src/pairing/agreements/variance.ts'
import { enroll } from '../../src/pairing/registers/helper-commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import type { Sample } from './matrix-samples.ts'

export interface AgreementsPlace {
  /** A body that helps. */
  readonly promiser: number
  /** An agreement that holds, and one that is a draft. */
  readonly agreement: number
  readonly agreementDraft: number
  /** A commitment that binds, what was done of it, and a statement about it. */
  readonly promised: number
  readonly evidence: number
  readonly variance: number
}

export const nowhereInAgreements: AgreementsPlace = {
  promiser: 900_130,
  agreement: 900_131,
  agreementDraft: 900_132,
  promised: 900_133,
  evidence: 900_134,
  variance: 900_135,
}

const clerk = { actor: 'test:clerk' }
const terms = { kinds: ['donation'], from_on: '2026-01-01', until_on: '2026-12-31' }

/** An agreement that holds, with what was done and a statement, and a draft of another. */
export function furnishAgreements(
  t: TestBook,
  of: { readonly unit: string | null; readonly word: string },
): AgreementsPlace {
  const { unit, word } = of
  const inUnit = unit === null ? {} : { unit }
  // Bodies of the whole organisation are known to everybody.
  const body = (what: string) => ({
    kind: 'organisation' as const,
    name: unit === null ? `Common ${what}` : `${word} ${what}`,
    ...inUnit,
  })
  const maker = { party: body('mill'), sort: 'enterprise' as const, ...inUnit }
  const { helper } = t.does(enroll, maker, clerk).output
  const promise = { side: 'helper', kind: 'jobs', quantity: 7, due_on: '2026-02-01' } as const
  const drafted = (what: string) => {
    const promises = [{ ...promise, text: `${word} jobs` }]
    const said = { helper, party: body(what), ...terms, text: `${word} terms`, promises, ...inUnit }
    return t.does(draft, said, clerk).output.agreement
  }
  const agreement = drafted('hamlet')
  for (const side of ['helper', 'helped'] as const) {
    t.does(sign, { agreement, version: 1, side, signer: `${word} hand` }, clerk)
  }
  const promised = t.asks(show, { agreement }).lines[0]!.commitment
  const done = { commitment: promised, quantity: 3, text: `${word} deed` }
  const { evidence } = t.does(record, done, clerk).output
  return {
    promiser: helper,
    agreement,
    agreementDraft: drafted('ward'),
    promised,
    evidence,
    variance: t.does(make, { agreement }, clerk).output.statement,
  }
}

const text = 'Something'

export const agreementsSamples: Readonly<Record<string, Sample>> = {
  'agreements.draft': (of) => ({
    helper: of.promiser,
    party: { kind: 'organisation', name: 'New', ...(of.unit === null ? {} : { unit: of.unit }) },
    ...terms,
    text,
  }),
  'agreements.revise': (of) => ({ agreement: of.agreement, ...terms, text }),
  'agreements.promise': (of) => ({
    agreement: of.agreementDraft,
    ...{ side: 'helped', kind: 'advice', quantity: 1, due_on: '2026-03-01', text },
  }),
  'agreements.release': (of) => ({ commitment: of.promised, reason: text }),
  'agreements.sign': (of) => ({
    agreement: of.agreementDraft,
    ...{ version: 1, side: 'helper', signer: 'Somebody' },
  }),
  'agreements.end': (of) => ({ agreement: of.agreementDraft, reason: text }),
  'agreements.list': () => ({}),
  'agreements.due': () => ({ within_days: 365 }),
  'agreements.show': (of) => ({ agreement: of.agreement }),
  'agreement_evidence.record': (of) => ({ commitment: of.promised, quantity: 1, text }),
  'agreement_evidence.take_back': (of) => ({ evidence: of.evidence, reason: text }),
  'variance_statements.make': (of) => ({ agreement: of.agreement, as_of: '2026-01-01' }),
  'variance_statements.sign': (of) => ({
    statement: of.variance,
    ...{ side: 'helper', answer: 'signed', signer: 'Somebody' },
  }),
  'variance_statements.show': (of) => ({ statement: of.variance }),
}

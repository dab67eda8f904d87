/** Agreements as pages show them: one in force with what came of it and statements, a draft, one that ended. */
import { draft, promise, release, revise } from '../../src/pairing/agreements/drafting.ts'
import { record, takeBack } from '../../src/pairing/agreements/evidence.ts'
import { end, sign } from '../../src/pairing/agreements/signing.ts'
import { sign as answer, make } from '../../src/pairing/agreements/variance.ts'
import { enroll } from '../../src/pairing/registers/helper-commands.ts'
import { register } from '../../src/people/commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'

/** Whoever records what was done; the owner records how both sides answer. */
const clerk = { actor: 'test:agreements' } as const

const long =
  'Apples of the first grade, picked by hand, sorted and packed in the hall of the old school of the village'

const promises = [
  { side: 'helper', kind: 'money', amount: '50000.00', due_on: '2026-02-28', text: '果园道路维修' },
  { side: 'helper', kind: 'jobs', quantity: 12, due_on: '2026-01-15', text: '包装车间用工' },
  { side: 'helped', kind: 'goods', quantity: 2, due_on: '2026-01-20', text: '旧校舍两间' },
  { side: 'helper', kind: 'training_seats', quantity: 30, due_on: '2030-06-30', text: '修剪培训' },
  { side: 'helper', kind: 'purchases', amount: '12345678.00', due_on: '2030-11-30', text: long },
  { side: 'helper', kind: 'advice', quantity: 10, due_on: '2026-03-01', text: 'Storage' },
] as const

/** Puts it into the book. */
export function agreementScene(t: TestBook): void {
  const enterprise = t.does(register, { kind: 'organisation', name: '青山果业有限公司' }).output
    .party
  const name = 'Upper Stream Village Committee'
  const village = t.does(register, { kind: 'public_body', name }).output.party
  const { helper } = t.does(enroll, { party: enterprise, sort: 'enterprise' }).output
  const terms = {
    ...{ kinds: ['industry', 'donation'], from_on: '2026-01-01', until_on: '2030-12-31' },
    text: '公司与村共同建设果园。\nThe village gives the halls of the old school.',
  }
  const drafted = () =>
    t.does(draft, { helper, party: village, ...terms, promises: [...promises] }, clerk).output
      .agreement
  const signed = (agreement: number, version: number) => {
    for (const side of ['helper', 'helped'] as const) {
      t.does(sign, { agreement, version, side, signer: '钱经理' }, clerk)
    }
  }
  const agreement = drafted()
  signed(agreement, 1)
  const did = (commitment: number, given: object) =>
    t.does(record, { commitment, text: '现场核实，附照片', ...given }, clerk).output.evidence
  did(1, { amount: '30000.00', on_day: '2026-01-20' })
  did(2, { quantity: 12, on_day: '2026-01-25', digest: 'ab'.repeat(32) })
  did(3, { quantity: 1, on_day: '2026-01-10' })
  const wrong = did(3, { quantity: 1, on_day: '2026-01-12' })
  t.does(takeBack, { evidence: wrong, reason: '重复登记' }, clerk)
  t.does(release, { commitment: 6, reason: '顾问改由县里派出' }, clerk)
  t.does(make, { agreement, as_of: '2026-01-31' }, clerk)
  const { statement } = t.does(make, { agreement }, clerk).output
  t.does(answer, { statement, side: 'helper', answer: 'signed', signer: '钱经理' })
  t.does(revise, { agreement, ...terms }, clerk)
  const more = { agreement, side: 'helper', kind: 'jobs', quantity: 5 } as const
  t.does(promise, { ...more, due_on: '2030-03-01', text: '分拣' }, clerk)
  drafted()
  t.does(end, { agreement: drafted(), reason: '双方另行协商' }, clerk)
}

/** Pages by their routes, as in places.ts. */
export const agreementPages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/b/:book/pairing/agreements': {
    agreements: '/pairing/agreements',
    'agreements-none': '/pairing/agreements?state=expired',
  },
  '/b/:book/pairing/agreements/due': {
    'agreements-due': '/pairing/agreements/due?within_days=3650',
    'agreements-due-wrong': '/pairing/agreements/due?within_days=never',
  },
  '/b/:book/pairing/agreements/new': { 'agreement-new': '/pairing/agreements/new' },
  '/b/:book/pairing/agreements/:agreement{[0-9]+}': {
    agreement: '/pairing/agreements/1',
    'agreement-draft': '/pairing/agreements/2',
    'agreement-ended': '/pairing/agreements/3',
  },
  '/b/:book/pairing/agreements/:agreement{[0-9]+}/versions/new': {
    'agreement-version-new': '/pairing/agreements/1/versions/new',
  },
  '/b/:book/pairing/agreements/:agreement{[0-9]+}/commitments/new': {
    'agreement-commitment-new': '/pairing/agreements/2/commitments/new',
  },
  '/b/:book/pairing/agreements/:agreement{[0-9]+}/signatures/new': {
    'agreement-signature-new': '/pairing/agreements/2/signatures/new',
  },
  '/b/:book/pairing/agreements/:agreement{[0-9]+}/end': {
    'agreement-end': '/pairing/agreements/2/end',
  },
  '/b/:book/pairing/agreements/:agreement{[0-9]+}/commitments/:commitment{[0-9]+}/release': {
    'agreement-release': '/pairing/agreements/1/commitments/1/release',
  },
  '/b/:book/pairing/agreements/:agreement{[0-9]+}/commitments/:commitment{[0-9]+}/evidence/new': {
    'agreement-evidence-new': '/pairing/agreements/1/commitments/1/evidence/new',
  },
  '/b/:book/pairing/agreements/:agreement{[0-9]+}/evidence/:evidence{[0-9]+}/removal': {
    'agreement-evidence-removal': '/pairing/agreements/1/evidence/1/removal',
  },
  '/b/:book/pairing/agreements/:agreement{[0-9]+}/variance/new': {
    'agreement-variance-new': '/pairing/agreements/1/variance/new',
  },
  '/b/:book/pairing/variance-statements/:statement{[0-9]+}': {
    'agreement-variance': '/pairing/variance-statements/2',
    'agreement-variance-old': '/pairing/variance-statements/1',
  },
  '/b/:book/pairing/variance-statements/:statement{[0-9]+}/answers/new': {
    'agreement-variance-answer': '/pairing/variance-statements/2/answers/new',
  },
}

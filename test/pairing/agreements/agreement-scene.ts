/** A village and an enterprise with an agreement between them. */
import type { z } from 'zod'
import type { Caller } from '../../../src/book/registry.ts'
import { receive } from '../../../src/funds/contributions.ts'
import { draft } from '../../../src/pairing/agreements/drafting.ts'
import { record } from '../../../src/pairing/agreements/evidence.ts'
import { show } from '../../../src/pairing/agreements/show-query.ts'
import { sign } from '../../../src/pairing/agreements/signing.ts'
import { register } from '../../../src/people/commands.ts'
import type { HardshipOptions } from '../../hardship/hardship-for-tests.ts'
import { furnishPairing, type PairingBook, pairingBook } from '../pairing-for-tests.ts'

type Draft = z.input<typeof draft.input>
type Evidence = z.input<typeof record.input>

export interface AgreementScene {
  readonly book: PairingBook
  /** The enterprise as a helper and as a party, and the village that it helps. */
  readonly helper: number
  readonly enterprise: string
  readonly village: string
  /** Drafts an agreement of 2026 and answers its number: money, jobs and training seats unless said. */
  drafted(given?: Partial<Draft>, by?: Caller): number
  /** Has both sides sign its newest version. */
  signed(agreement: number, on?: string): number
  /** An agreement that both sides signed, and its commitments in the order of their days. */
  inForce(given?: Partial<Draft>): { readonly agreement: number; readonly promised: number[] }
  /** Records what was done of a commitment by the second coordinator. */
  did(commitment: number, given: Partial<Evidence>, by?: Caller): number
  /** Money from the enterprise into the fund `care`: the number of the contribution. */
  paid(amount: string, on?: string, from?: string): number
}

/** Days in January to March, so that in a book of 2026-03-31 some are over and some are not. */
export const promises: Draft['promises'] = [
  {
    side: 'helper',
    kind: 'money',
    amount: '50000.00',
    due_on: '2026-02-28',
    text: 'Repairs of the road to the orchard',
  },
  { side: 'helper', kind: 'jobs', quantity: 12, due_on: '2026-03-15', text: 'Packing hall' },
  {
    side: 'helper',
    kind: 'training_seats',
    quantity: 30,
    due_on: '2026-06-30',
    text: 'Two courses on pruning',
  },
  {
    side: 'helped',
    kind: 'goods',
    quantity: 2,
    due_on: '2026-03-20',
    text: 'Halls of the old school for packing',
  },
]

/** What an agreement of 2026 says. */
export const terms = {
  kinds: ['donation', 'industry'],
  from_on: '2026-01-01',
  until_on: '2026-12-31',
  text: 'The enterprise and the village build up the orchard together.',
}

export function agreementScene(options: HardshipOptions = {}): AgreementScene {
  return sceneIn(pairingBook(options))
}

/** Puts the same into a book that stands, such as that of a site. */
export function furnishAgreements(t: PairingBook['t']): AgreementScene {
  return sceneIn(furnishPairing(t))
}

/** The two bodies, in a book of pairs. */
export function sceneIn(book: PairingBook): AgreementScene {
  const { t, as, secondCoordinator } = book
  const body = (name: string, kind: 'organisation' | 'public_body') =>
    t.does(register, { kind, name }).output.party
  const enterprise = body('Green Hill Fruit Company', 'organisation')
  const village = body('Upper Stream Village', 'public_body')
  const helper = book.bodyHelper({ party: enterprise })
  const drafted: AgreementScene['drafted'] = (given = {}, by = as.coordinator) =>
    t.does(draft, { helper, party: village, ...terms, promises, ...given }, by).output.agreement
  const signed: AgreementScene['signed'] = (agreement, on = '2026-01-05') => {
    const { newest_version: version } = t.asks(show, { agreement }, as.coordinator)
    for (const [side, signer] of [
      ['helper', 'Director Qian'],
      ['helped', 'Head of the village Sun'],
    ] as const) {
      t.does(sign, { agreement, version, side, signer, on_day: on }, as.coordinator)
    }
    return agreement
  }
  return {
    ...{ book, helper, enterprise, village, drafted, signed },
    inForce: (given) => {
      const agreement = signed(drafted(given))
      const { lines } = t.asks(show, { agreement }, as.coordinator)
      return { agreement, promised: lines.map(({ commitment }) => commitment) }
    },
    did: (commitment, given, by = secondCoordinator) =>
      t.does(record, { text: 'Seen on the spot', ...given, commitment }, by).output.evidence,
    paid: (amount, received_on = '2026-02-20', party = enterprise) =>
      t.does(receive, { fund: 'care', source: 'organisation', party, amount, received_on }).output
        .contribution,
  }
}

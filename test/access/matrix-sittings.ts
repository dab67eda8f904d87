/** Sittings in the three places of the matrix. */
import { create as createUser } from '../../src/access/users.ts'
import { call } from '../../src/hardship/sittings/calling.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import type { Sample } from './matrix-samples.ts'

export interface SittingPlace {
  /** A sitting of the committee there, which is open. */
  readonly sitting: number
  /** The member of the committee who sits there. */
  readonly seat: number
}

export const nowhereInSittings: SittingPlace = { sitting: 900_060, seat: 900_061 }

/** Of a user who never signs in. */
const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Whoever calls it is none of those who are asked about in the matrix. */
const clerk = { actor: 'test:clerk' }

/** Calls a sitting in a place, of one member of the committee there. */
export function furnishSittings(
  t: TestBook,
  { unit, word }: { readonly unit: string | null; readonly word: string },
): SittingPlace {
  const inUnit = unit === null ? {} : { unit }
  const login = `${word.toLowerCase()}.seat`
  const role = 'committee_member' as const
  const { user } = t.does(createUser, {
    login,
    name: `${word} Seat`,
    role,
    password,
    ...inUnit,
  }).output
  const given = { members: [user], place: `${word} room`, ...inUnit }
  return { sitting: t.does(call, given, clerk).output.sitting, seat: user }
}

export const sittingSamples: Readonly<Record<string, Sample>> = {
  'sittings.call': (of) => ({ unit: of.unit ?? undefined }),
  'sittings.record_attendance': (of) => ({ sitting: of.sitting, present: [of.seat] }),
  'sittings.recuse': (of) => ({
    sitting: of.sitting,
    user: of.seat,
    cases: [of.case],
    reason: 'a reason',
  }),
  'sittings.vote': (of) => ({ sitting: of.sitting, cases: [of.case], proposal: 'approve' }),
  'sittings.close': (of) => ({ sitting: of.sitting }),
  'sittings.list': () => ({}),
  'sittings.show': (of) => ({ sitting: of.sitting }),
  'sittings.agenda': (of) => ({ sitting: of.sitting }),
  'sittings.seats': (of) => ({ unit: of.unit ?? undefined }),
  'sittings.on_case': (of) => ({ case: of.case }),
}

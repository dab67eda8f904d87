/** What an applicant with a code may choose among. Nothing here tells who the code is for. */
import { organisationOf } from '../../book/book.ts'
import type { View } from '../../book/registry.ts'
import type { UnitId } from '../../kit/ids.ts'
import { fundById } from '../../ledger/funds.ts'
import { unitsOf } from '../../people/memberships.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { type Party, partyById } from '../../people/parties.ts'
import type { Cause } from '../../policies/causes.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { listProgrammes, type Programme, programmeById } from '../programmes/programmes.ts'
import type { CodeKept } from './codes.ts'
import type { ApplicationChoices } from './questions.ts'

/** Who reads on behalf of a code: an act or a view. */
type Looking = Pick<View, 'all' | 'first' | 'steady' | 'each' | 'today'>

/** Whom a code is for: the one that is kept, where their entry was merged since. */
export function partyOfCode(looking: Looking, code: CodeKept): Party {
  return partyById(looking, keptInPlaceOf(looking, code.party_id))
}

/** Where the person of a code belongs: their home, else where they work, else where they are registered. */
export function unitOfCode(looking: Looking, code: CodeKept): UnitId | null {
  const party = partyOfCode(looking, code)
  const { home, current } = unitsOf(looking, party.id, looking.today)
  return home ?? current ?? party.unit_id
}

export interface Choices extends ApplicationChoices {
  readonly causesNamed: readonly Cause[]
  readonly programmesOpen: readonly Programme[]
}

/** What may be chosen with a code; with the programme of the code where it has one. */
export function choicesOf(looking: Looking, code: CodeKept, chosen: string | undefined): Choices {
  const unit = unitOfCode(looking, code)
  const scope = unit === null ? ('all' as const) : new Set([unit])
  const own = code.programme_id === null ? null : programmeById(looking, code.programme_id)
  const programmesOpen = (own ? [own] : listProgrammes({ ...looking, scope })).filter(
    ({ open }) => open === 1,
  )
  const picked = own ?? programmesOpen.find(({ code: one }) => one === chosen)
  const causesNamed = policyInForce(looking, 'causes', { unit, on: looking.today }).body.causes
  return {
    currency: picked
      ? fundById(looking, picked.fund_id).currency
      : organisationOf(looking).currency,
    causes: causesNamed.map(({ code: one }) => one),
    programmes: programmesOpen.map(({ code: one }) => one),
    programme: own?.code ?? null,
    causesNamed,
    programmesOpen,
  }
}

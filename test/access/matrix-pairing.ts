/** Pairing in the three places of the matrix: what its rooms put there, and what each is asked. */
import type { TestBook } from '../journeys/book-for-tests.ts'
import {
  type AgreementsPlace,
  agreementsSamples,
  furnishAgreements,
  nowhereInAgreements,
} from './matrix-agreements.ts'
import {
  type CoveragePlace,
  coverageSamples,
  furnishCoverage,
  nowhereInCoverage,
} from './matrix-coverage.ts'
import {
  furnishMatching,
  type MatchingPlace,
  matchingSamples,
  nowhereInMatching,
} from './matrix-matching.ts'
import { furnishOwn, nowhereInOwn, type OwnPlace, ownSamples } from './matrix-own.ts'
import { furnishPairs, nowhereInPairs, type PairsPlace, pairsSamples } from './matrix-pairs.ts'
import {
  furnishRegisters,
  nowhereInRegisters,
  type RegistersPlace,
  registersSamples,
} from './matrix-registers.ts'
import type { Sample } from './matrix-samples.ts'
import {
  furnishService,
  nowhereInService,
  type ServicePlace,
  serviceSamples,
} from './matrix-service.ts'
import { furnishVisits, nowhereInVisits, type VisitsPlace, visitsSamples } from './matrix-visits.ts'

/** What of pairing stands in one place. To add a room: a line here and in each of the three below. */
export interface PairingPlace
  extends AgreementsPlace,
    OwnPlace,
    CoveragePlace,
    MatchingPlace,
    PairsPlace,
    RegistersPlace,
    ServicePlace,
    VisitsPlace {}

/** What no place has. */
export const nowhereInPairing: PairingPlace = {
  ...nowhereInAgreements,
  ...nowhereInCoverage,
  ...nowhereInMatching,
  ...nowhereInOwn,
  ...nowhereInPairs,
  ...nowhereInRegisters,
  ...nowhereInService,
  ...nowhereInVisits,
}

export interface PairingFurnishing {
  readonly unit: string | null
  readonly word: string
  readonly person: string
}

/** Puts one of everything in a place. */
export function furnishPairing(t: TestBook, of: PairingFurnishing): PairingPlace {
  return {
    ...furnishAgreements(t, of),
    ...furnishCoverage(t, of),
    ...furnishMatching(t, of),
    ...furnishOwn(t, of),
    ...furnishPairs(t, of),
    ...furnishRegisters(t, of),
    ...furnishService(t, of),
    ...furnishVisits(t, of),
  }
}

export const pairing: Readonly<Record<string, Sample>> = {
  ...agreementsSamples,
  ...coverageSamples,
  ...matchingSamples,
  ...ownSamples,
  ...pairsSamples,
  ...registersSamples,
  ...serviceSamples,
  ...visitsSamples,
}

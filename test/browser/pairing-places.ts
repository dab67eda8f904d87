/** Where the pages of pairing can be seen: what each room has, by its routes, as in places.ts. */
import { agreementPages } from './agreement-scene.ts'
import { coveragePages, noCoveragePages } from './coverage-scene.ts'
import { matchingPages, noMatchingPages } from './matching-scene.ts'
import { noOwnPages, ownPages } from './own-scene.ts'
import { pairsPages } from './pairs-scene.ts'
import { noRegistersPages, registersPages } from './registers-scene.ts'
import { servicePages } from './service-scene.ts'
import { noVisitsPages, visitsPages } from './visits-scene.ts'

export const pairingPages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...agreementPages,
  ...coveragePages,
  ...matchingPages,
  ...ownPages,
  ...pairsPages,
  ...registersPages,
  ...servicePages,
  ...visitsPages,
}

/** Routes that are no pages of their own. */
export const noPairingPages: Readonly<Record<string, string>> = {
  ...noOwnPages,
  ...noCoveragePages,
  ...noMatchingPages,
  ...noRegistersPages,
  ...noVisitsPages,
  '/b/:book/agreements/:agreement/:file{agreement\\.pdf}': 'a file',
  '/b/:book/variance-statements/:statement/:file{statement\\.pdf}': 'a file',
}

/** What stands on the pages of pairing: a line for each room. */
import type { TestBook } from '../journeys/book-for-tests.ts'
import { agreementScene } from './agreement-scene.ts'
import { coverageScene } from './coverage-scene.ts'
import { matchingScene } from './matching-scene.ts'
import { ownScene } from './own-scene.ts'
import { pairsScene } from './pairs-scene.ts'
import { registersScene } from './registers-scene.ts'
import { serviceScene } from './service-scene.ts'
import { visitsScene } from './visits-scene.ts'

/** Puts it into the book. */
export function pairingScene(t: TestBook): void {
  // First, for its numbers stand in addresses.
  pairsScene(t)
  registersScene(t)
  matchingScene(t)
  ownScene(t)
  agreementScene(t)
  coverageScene(t)
  serviceScene(t)
  visitsScene(t)
}

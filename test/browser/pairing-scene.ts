/** What stands on the pages of pairing: a line for each room. */
import type { TestBook } from '../journeys/book-for-tests.ts'
import { agreementScene } from './agreement-scene.ts'
import { serviceScene } from './service-scene.ts'

/** Puts it into the book. */
export function pairingScene(t: TestBook): void {
  agreementScene(t)
  serviceScene(t)
}

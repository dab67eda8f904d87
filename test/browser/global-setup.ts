/** What must be there before the first test file begins. */
import { unpackChromium } from './chromium.ts'

export async function setup(): Promise<void> {
  await unpackChromium()
}

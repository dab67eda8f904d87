/** What must be there before the first test file begins, and what goes after the last. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { unpackChromium } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run alone, empty at its beginning. */
    runFolder: string
  }
}

export async function setup({ provide }: TestProject): Promise<() => void> {
  await unpackChromium()
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-run-'))
  provide('runFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

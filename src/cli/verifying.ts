/** Verifying a book's file from the command line: the same for `verify`, `backup` and `restore`. */
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import type { PublicKey } from '../access/organisation.ts'
import { show } from '../access/organisation.ts'
import { ask } from '../book/book.ts'
import { refusal } from '../kit/refusal.ts'
import { reading, verifyFile } from '../node/verify-file.ts'
import { hostCaller, surroundings } from '../node.ts'
import { checkFileSeal } from '../verification/file-seal.ts'
import { type Report, reportText } from '../verification/report.ts'
import { bad, good, type Progress, plain, type Terminal } from './terminal.ts'

export const sealWithoutKey = refusal<{ path: string }>(
  'file_seal.no_key',
  422,
  ({ path }) => `There is a seal ${path}, but no public key to check it with.`,
  'Give the key with --key.',
)

/** Where the seal of a file stands. */
export function sealPath(path: string): string {
  return `${path}.seal`
}

/** Verifies the book in a file. Refuses `store.*` and `book.*` when it cannot be opened at all. */
export function verifyBookFile(path: string, terminal: Terminal): Report {
  const bars = progressBars(terminal)
  try {
    return verifyFile(path, bars.report)
  } finally {
    bars.end()
  }
}

function progressBars(terminal: Terminal) {
  let part = ''
  let bar: Progress | undefined
  return {
    report: (progress: { part: string; done: number; total: number }) => {
      if (progress.part !== part || !bar) {
        bar?.end()
        part = progress.part
        bar = terminal.progress(`Verifying ${part}`, progress.total)
      }
      bar.reach(progress.done)
    },
    end: () => bar?.end(),
  }
}

/** The public keys that a book itself names: they show damage, not who made it. */
export function keysInBook(path: string): readonly PublicKey[] {
  return reading(path, (store) => ask({ store, surroundings }, show, {}, hostCaller).signing_keys)
}

/**
 * Checks a file against the seal beside it, with whichever of the keys the seal names; null where there
 * is no seal. Refuses `file_seal.unreadable`.
 */
export async function checkSealBeside(
  path: string,
  keys: readonly PublicKey[],
  pieces: string = path,
): Promise<Report | null> {
  if (!existsSync(sealPath(path))) return null
  if (keys.length === 0) throw sealWithoutKey({ path: sealPath(path) })
  const seal = readFileSync(sealPath(path), 'utf8')
  let last: Report | null = null
  for (const key of [...keys].reverse()) {
    last = await checkFileSeal(createReadStream(pieces), seal, key)
    const signed = last.checks.find(({ name }) => name === 'seal')?.state === 'passed'
    if (signed) return last
  }
  return last
}

/** Prints a report for people. */
export function tellReport(terminal: Terminal, report: Report): void {
  for (const line of reportText(report).trimEnd().split('\n')) {
    const shown = plain(line)
    terminal.say(
      shown.replace(/^(PASS|FAIL)/, (verdict) => (verdict === 'PASS' ? good : bad)(verdict)),
    )
  }
}

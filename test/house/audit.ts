/**
 * Asks the package registry for known weaknesses in what is shipped. Ends with 1 when there is one that is high or
 * critical; where the registry offers no audits, or cannot be reached, it says so and lets the rest go on.
 */
import { spawnSync } from 'node:child_process'

interface Audit {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> }
  readonly error?: { readonly code?: string; readonly summary?: string }
  readonly message?: string
}

const windows = process.platform === 'win32'
const { stdout, stderr, error } = spawnSync(
  windows ? 'npm.cmd' : 'npm',
  ['audit', '--omit=dev', '--audit-level=high', '--json'],
  { encoding: 'utf8', shell: windows, timeout: 60_000 },
)

/** What npm printed, if it is a report. */
function reportIn(text: string): Audit | undefined {
  try {
    return JSON.parse(text) as Audit
  } catch {
    return undefined
  }
}

const found = reportIn(stdout ?? '')?.metadata?.vulnerabilities
if (found === undefined) {
  const report = reportIn(stdout ?? '')
  const why = report?.message ?? report?.error?.summary ?? error?.message ?? firstLine(stderr ?? '')
  process.stderr.write(
    `WARNING: dependencies were not audited; the registry does not offer it here: ${why}\n`,
  )
} else {
  const { high = 0, critical = 0, total = 0 } = found
  process.stderr.write(
    `Dependencies audited: ${total} known weaknesses, of which ${high} high and ${critical} critical.\n`,
  )
  if (high + critical > 0) {
    process.stderr.write('Run `npm audit --omit=dev` for what they are and what mends them.\n')
    process.exitCode = 1
  }
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => /error|audit/i.test(line)) ?? 'no answer'
}

/** What a verification says: each check with what it counted, and each finding by name. */

/** One thing that is not as it must be: which table and row (or part of a file), and what differs. */
export interface Finding {
  /** Lasting; scripts may depend on it. For example `posting.running`. */
  readonly code: string
  readonly sentence: string
  readonly table?: string
  /** The row's primary key, its parts joined by `/`. */
  readonly row?: string
  readonly event?: number
}

export interface Check {
  /** Lasting name, for example `chain`. */
  readonly name: string
  /** `skipped` when the host cannot do it; then `counted` says why. */
  readonly state: 'passed' | 'failed' | 'skipped'
  /** What was found right, with counts, as a sentence; how many findings there are, when it failed. */
  readonly counted: string
  readonly findings: readonly Finding[]
  /** Findings beyond those kept. */
  readonly more: number
}

export interface Report {
  /** What was verified, for example `book relief`. */
  readonly subject: string
  readonly passed: boolean
  readonly checks: readonly Check[]
}

/** A damaged book may hold a million wrong rows; the first ones tell where to look. */
const findingsKept = 50

/** Collects what one check finds. */
export interface Collector {
  readonly name: string
  found(code: string, sentence: string, where?: Where): void
  /** Runs a part; one that cannot be finished is itself a finding, as damage may show anywhere. */
  attempt(part: () => void): void
  done(counted: string): Check
}

export type Where = Pick<Finding, 'table' | 'row' | 'event'>

export function collector(name: string): Collector {
  const findings: Finding[] = []
  let more = 0
  const found: Collector['found'] = (code, sentence, where = {}) => {
    if (findings.length < findingsKept) findings.push({ code, sentence, ...where })
    else more += 1
  }
  return {
    name,
    found,
    attempt: (part) => {
      try {
        part()
      } catch (error) {
        found(`${name}.not_finished`, `It could not be read to its end: ${reasonOf(error)}`)
      }
    },
    done: (counted) => ({
      name,
      state: findings.length === 0 ? 'passed' : 'failed',
      counted: findings.length === 0 ? counted : counts(findings.length + more, 'finding'),
      findings,
      more,
    }),
  }
}

/** A check that this host cannot do, and why. */
export function skipped(name: string, why: string): Check {
  return { name, state: 'skipped', counted: why, findings: [], more: 0 }
}

export function reportOf(subject: string, checks: readonly Check[]): Report {
  return { subject, passed: checks.every(({ state }) => state !== 'failed'), checks }
}

/** What an error says, in one line. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const verdicts = { passed: 'PASS', failed: 'FAIL', skipped: 'SKIP' } as const

/** The report as plain text: the verdict, then a line for each check, then its findings below it. */
export function reportText(report: Report): string {
  const width = Math.max(...report.checks.map(({ name }) => name.length))
  const lines = report.checks.flatMap(({ name, state, counted, findings, more }) => [
    `${verdicts[state]}  ${name.padEnd(width)}  ${counted}`,
    ...findings.map((finding) => `      ${placeOf(finding)}${finding.sentence} [${finding.code}]`),
    ...(more > 0 ? [`      and ${counts(more, 'more finding')}`] : []),
  ])
  const failed = report.checks.filter(({ state }) => state === 'failed')
  const verdict = report.passed
    ? `PASS  ${report.subject}: nothing is wrong with it`
    : `FAIL  ${report.subject}: ${failed.map(({ name }) => name).join(', ')}`
  return `${[...lines, verdict].join('\n')}\n`
}

function placeOf({ table, row }: Finding): string {
  if (table === undefined) return ''
  return row === undefined ? `${table}: ` : `${table} ${row}: `
}

/** A count with its noun: `1 event`, `12,345 events`. */
export function counts(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`
}

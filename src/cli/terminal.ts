/** What a command of the command line says, and where: results on standard output, the rest beside it. */
import { styleText } from 'node:util'

/** How far a long work is. */
export interface Progress {
  /** Says how much is done, of the total. */
  reach(done: number): void
  end(): void
}

export interface Terminal {
  /** Whether a script reads along: then standard output holds one JSON value and nothing else. */
  readonly json: boolean
  /** A line of the result, for people: on standard output, or beside it when a script reads along. */
  say(line?: string): void
  /** A line that is not the result: on standard error. */
  note(line: string): void
  /** The result, for scripts: printed only when one reads along. */
  answer(value: unknown): void
  /** A bar on standard error; nothing unless that is a terminal and no script reads along. */
  progress(what: string, total: number): Progress
}

type Bars = typeof import('cli-progress')

const silent: Progress = { reach: () => {}, end: () => {} }

/** The terminal of this process. What draws bars is read only where somebody sees them. */
export async function terminalOf({ json }: { readonly json: boolean }): Promise<Terminal> {
  const result = json ? process.stderr : process.stdout
  const bars = json || !process.stderr.isTTY ? undefined : await import('cli-progress')
  return {
    json,
    say: (line = '') => {
      result.write(`${line}\n`)
    },
    note: (line) => {
      process.stderr.write(`${line}\n`)
    },
    answer: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    progress: (what, total) =>
      bars === undefined || total <= 0 ? silent : barOf(bars, what, total),
  }
}

function barOf({ Presets, SingleBar }: Bars, what: string, total: number): Progress {
  const format = `  ${what} {bar} {percentage}% {value}/{total} {eta_formatted}`
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, clearOnComplete: true, barsize: 30 },
    Presets.shades_classic,
  )
  bar.start(total, 0)
  // It reckons what is left from its last ten steps: steps of one entry would make it leap about.
  const step = Math.ceil(total / 200)
  let next = step
  return {
    reach: (done) => {
      if (done < next) return
      next = done + step
      bar.update(Math.min(done, total))
    },
    end: () => bar.stop(),
  }
}

/** Text that stands out, where the terminal can show it (NO_COLOR is heeded). */
export function strong(text: string): string {
  return styleText('bold', text)
}

/** Text of what went well. */
export function good(text: string): string {
  return styleText('green', text)
}

/** Text of what did not. */
export function bad(text: string): string {
  return styleText('red', text)
}

/** Text that may be passed over. */
export function faint(text: string): string {
  return styleText('dim', text)
}

/** A text from outside as a terminal may show it: nothing in it can steer the terminal. */
export function plain(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (c) =>
      c === '\n' || c === '\t'
        ? ' '
        : `<U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`,
  )
}

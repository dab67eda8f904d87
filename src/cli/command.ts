/** What the commands of the command line have in common: how each is run and how it ends. */
import type { Command } from 'commander'
import { Refusal } from '../kit/refusal.ts'
import { titleOf } from '../web/problem.ts'
import { exitCodeOf, exitCodes, translated } from './refusals.ts'
import { bad, faint, plain, type Terminal, terminalOf } from './terminal.ts'

/** What the process gives to its commands. */
export interface Bench {
  /** The folder of the project, where `templates` is. */
  readonly root: URL
  /** How the process is to end. */
  conclude(exitCode: number): void
}

/** What a command does; it answers its exit code where that is not 0. */
export type Work<O> = (
  terminal: Terminal,
  options: O,
  arguments_: readonly string[],
) => Promise<number> | Promise<void>

/** A problem in a line of a file, as imports report it. */
interface LineProblem {
  readonly line: number
  readonly sentence: string
}

/** More lines than this are counted, not listed. */
const mostLinesShown = 50

/** Gives a command its work, and the option `--json`. */
export function does<O>(command: Command, bench: Bench, work: Work<O>): void {
  command.option('--json', 'print one JSON value, for scripts; messages go to standard error')
  command.action(async () => {
    const options = command.opts<O & { json?: boolean }>()
    const terminal = await terminalOf({ json: options.json === true })
    bench.conclude(await concluded(terminal, () => work(terminal, options, command.args)))
  })
}

async function concluded(
  terminal: Terminal,
  work: () => Promise<number> | Promise<void>,
): Promise<number> {
  try {
    return (await work()) ?? exitCodes.done
  } catch (thrown) {
    const error = translated(thrown)
    if (error instanceof Refusal) {
      tell(terminal, error)
      return exitCodeOf(error)
    }
    return defect(terminal, error)
  }
}

function tell(terminal: Terminal, refused: Refusal): void {
  const { code, status, message, remedy, values } = refused
  const problems = code === 'import.problems' ? (values.problems as readonly LineProblem[]) : []
  terminal.note(`${bad('Refused.')} ${plain(message)} ${faint(`[${code}]`)}`)
  if (problems.length > 1) {
    for (const { line, sentence } of problems.slice(0, mostLinesShown)) {
      terminal.note(`  line ${line}: ${plain(sentence)}`)
    }
    const more = problems.length - mostLinesShown
    if (more > 0) terminal.note(`  and ${more} more`)
  }
  terminal.note(plain(remedy))
  const title = titleOf(code)
  terminal.answer({ error: { code, status, title, detail: message, remedy, values } })
}

/** Something that ought not to happen: said without a stack, which is kept for those who ask for it. */
function defect(terminal: Terminal, error: unknown): number {
  const message = error instanceof Error ? error.message : String(error)
  terminal.note(`${bad('Failed.')} This ought not to happen: ${plain(message)}`)
  if (process.env.CARE_LEDGER_TRACE && error instanceof Error) terminal.note(error.stack ?? '')
  else terminal.note('Run it again with CARE_LEDGER_TRACE=1 to see where, and report it.')
  terminal.answer({ error: { code: 'defect', status: 500, detail: message } })
  return exitCodes.defect
}

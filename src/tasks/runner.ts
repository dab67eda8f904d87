/**
 * Does the tasks of one book in this process, a few at a time. Of how far they are it keeps nothing: when
 * the process ends in the middle, a task is found begun and not ended, and can be begun again.
 */
import type { Answer, Request } from '../book/book.ts'
import { type Caller, throughout } from '../book/registry.ts'
import { importProblems } from '../exchange/imports.ts'
import type { JournalProblem } from '../exchange/journal.ts'
import type { PeopleSheet } from '../exchange/people-sheet.ts'
import type { TaskId } from '../kit/ids.ts'
import type { Refusal } from '../kit/refusal.ts'
import { beginMatching } from './begin-matching.ts'
import {
  beginAgain,
  beginBankResults,
  beginGrantsImport,
  beginJournalImport,
  beginPeopleCheck,
  beginPeopleImport,
  beginStatements,
  beginVerification,
  end,
  stop,
} from './commands.ts'
import { NothingIssued } from './issue-statements.ts'
import { askedOf, keyOfPart, type TaskRecord, taskWithId } from './records.ts'
import { tooManyTasks } from './refusals.ts'
import type { Files, Job, Progress, TaskOffer, Work } from './work.ts'
import { filesOf, works } from './works.ts'

/** More at once would only wait for each other at the book's one writer. */
const mostAtWork = 2
/** A file of people is asked for again soon, to be imported and for its result: the latest are held. */
const mostFilesHeld = 3
/** An organisation has a handful; more is a program run wild. */
const mostAtOnce = 50
/** Nobody mends more lines than this in one sitting. */
const mostProblemsTold = 200

/** A task that this process has in hand. */
export interface Live {
  readonly state: 'waiting' | 'running' | 'stopping'
  /** Null until its first step. */
  readonly progress: Progress | null
}

export interface TaskRunner {
  /** Performs a command as the host does; one that begins or stops a task has that done. */
  submit(request: Request): Promise<Answer>
  /** Begins a task whose files have come; nothing happens when it is under way or has ended. */
  begin(task: number, caller: Caller, files: Files): void
  /** The largest file that this host takes, in bytes. */
  readonly mostFileBytes: number
  /** The files of a task of people that has ended, for as long as this process has them. */
  filesOf(task: number): Files | undefined
  /** Reads a file of people, where that holds up nobody. Refuses what `readPeople` refuses. */
  readPeople(bytes: Uint8Array): Promise<PeopleSheet>
  /** Lets the others have their turn, for a page that reckons in short steps. */
  pause(): Promise<void>
  /** How far a task is, or undefined when this process does not have it in hand. */
  live(task: number): Live | undefined
  /** Tells of each change of a task, and of its end, until the function answered is called. */
  watch(task: number, listener: () => void): () => void
  /** Lets go of all tasks after their present step; they are found interrupted. */
  close(): Promise<void>
}

interface Held {
  readonly id: TaskId
  readonly caller: Caller
  readonly files: Files
  readonly abort: AbortController
  state: Live['state']
  progress: Progress | null
}

/** Who says how a task ended: the house itself. */
const house: Caller = { actor: 'host', grants: throughout('owner'), readsNames: false }

const beginning: ReadonlySet<unknown> = new Set([
  beginStatements,
  beginVerification,
  beginAgain,
  beginJournalImport,
  beginGrantsImport,
  beginPeopleCheck,
  beginPeopleImport,
  beginBankResults,
  beginMatching,
])

/**
 * Opens the runner of a book. `refusalFor` makes a refusal of what a work throws, and logs what was none.
 */
export function openTasks(offer: TaskOffer, refusalFor: (error: unknown) => Refusal): TaskRunner {
  return new Runner(offer, refusalFor)
}

type Outcome = 'finished' | 'stopped' | 'failed'

class Runner implements TaskRunner {
  readonly mostFileBytes: number
  readonly #offer: TaskOffer
  readonly #refusalFor: (error: unknown) => Refusal
  readonly #held = new Map<number, Held>()
  readonly #listeners = new Map<number, Set<() => void>>()
  readonly #atWork = new Set<Promise<void>>()
  readonly #files = new Map<number, Files>()
  #closing = false

  constructor(offer: TaskOffer, refusalFor: (error: unknown) => Refusal) {
    this.#offer = offer
    this.#refusalFor = refusalFor
    this.mostFileBytes = offer.background.mostFileBytes
  }

  readonly submit: TaskRunner['submit'] = async (request) => {
    const begins = beginning.has(request.command)
    if (begins && this.#held.size >= mostAtOnce) throw tooManyTasks({ most: mostAtOnce })
    const answer = await this.#offer.submit(request)
    if (answer.dryRun) return answer
    if (begins) this.begin(taskOf(answer), request.caller, {})
    if (request.command === stop) this.#stop(taskOf(answer))
    return answer
  }

  readonly begin: TaskRunner['begin'] = (task, caller, files) => {
    if (this.#closing || this.#held.has(task)) return
    const record = this.#record(task)
    if (record.outcome !== null || record.stop_seq !== null) return
    if (filesOf[record.kind].some((name) => !files[name])) return
    const { id } = record
    const abort = new AbortController()
    this.#held.set(task, { id, caller, files, abort, state: 'waiting', progress: null })
    this.#next()
  }

  readonly filesOf: TaskRunner['filesOf'] = (task) => this.#files.get(task)

  readonly readPeople: TaskRunner['readPeople'] = (bytes) =>
    this.#offer.background.readPeople(bytes, new AbortController().signal)

  readonly pause: TaskRunner['pause'] = () => this.#offer.background.pause()

  readonly live: TaskRunner['live'] = (task) => this.#held.get(task)

  readonly watch: TaskRunner['watch'] = (task, listener) => {
    const known = this.#listeners.get(task) ?? new Set()
    this.#listeners.set(task, known.add(listener))
    return () => {
      known.delete(listener)
      if (known.size === 0) this.#listeners.delete(task)
    }
  }

  readonly close: TaskRunner['close'] = async () => {
    this.#closing = true
    for (const { abort } of this.#held.values()) abort.abort()
    await Promise.allSettled(this.#atWork)
    this.#held.clear()
    this.#files.clear()
    for (const task of [...this.#listeners.keys()]) this.#tell(task)
  }

  #record(task: number): TaskRecord {
    return taskWithId(this.#offer.book.store, task as TaskId)
  }

  #tell(task: number): void {
    for (const listener of [...(this.#listeners.get(task) ?? [])]) listener()
  }

  /** Takes up those that wait, as far as there is room. */
  #next(): void {
    while (!this.#closing && this.#atWork.size < mostAtWork) {
      const one = [...this.#held.values()].find(({ state }) => state === 'waiting')
      if (!one) return
      one.state = 'running'
      const work = this.#run(one).finally(() => {
        this.#atWork.delete(work)
        this.#held.delete(one.id)
        this.#hold(one)
        this.#tell(one.id)
        this.#next()
      })
      this.#atWork.add(work)
    }
  }

  /** Holds the file of people that a task was about, and lets go of the oldest. */
  #hold({ id, files }: Held): void {
    if (this.#closing || !files.people) return
    this.#files.set(id, files)
    const [oldest] = this.#files.keys()
    if (this.#files.size > mostFilesHeld) this.#files.delete(oldest!)
  }

  async #run(one: Held): Promise<void> {
    const result: Record<string, unknown> = {}
    let outcome: Outcome | 'let go'
    try {
      outcome = await this.#done(one, result)
    } catch (error) {
      if (this.#closing) return
      outcome = one.abort.signal.aborted ? 'stopped' : 'failed'
      if (outcome === 'failed' && !(error instanceof NothingIssued)) {
        Object.assign(result, refusalTold(this.#refusalFor(error)))
      }
    }
    if (outcome !== 'let go') await this.#end(one, outcome, result)
  }

  /** Takes one step after the other; in between the others have their turn. */
  async #done(one: Held, result: Job['result']): Promise<Outcome | 'let go'> {
    const steps = this.#stepsOf(one, result)
    try {
      for (;;) {
        const step = await steps.next()
        if (step.done) return 'finished'
        one.progress = step.value
        this.#tell(one.id)
        await this.#offer.background.pause()
        if (this.#closing) return 'let go'
        // Asked of the book, since another process may have been told to stop it.
        if (this.#record(one.id).stop_seq !== null) return 'stopped'
      }
    } finally {
      await steps.return()
    }
  }

  #stepsOf({ id, caller, files, abort }: Held, result: Job['result']): ReturnType<Work> {
    const offer = this.#offer
    const { store } = offer.book
    const record = this.#record(id)
    const asked = askedOf(store, record) ?? {}
    const keyOf = (part: string) => keyOfPart(store, record, part)
    return works[record.kind]({ offer, caller, asked, files, signal: abort.signal, result, keyOf })
  }

  async #end({ id }: Held, outcome: Outcome, result: Job['result']): Promise<void> {
    const key = keyOfPart(this.#offer.book.store, this.#record(id), `end-${outcome}`)
    const input = { task: id, outcome, result }
    try {
      await this.#offer.submit({ command: end, input, key, caller: house })
    } catch (error) {
      // The work is done or refused; that its end is not on record leaves it to be begun again.
      this.#refusalFor(error)
    }
  }

  #stop(task: number): void {
    const one = this.#held.get(task)
    if (!one) return
    if (one.state === 'waiting') {
      this.#held.delete(task)
      void this.#end(one, 'stopped', {}).then(() => this.#tell(task))
      return
    }
    one.state = 'stopping'
    one.abort.abort()
    this.#tell(task)
  }
}

function taskOf(answer: Answer): number {
  return (answer.output as { task: number }).task
}

/** What a page says of a refusal. A file's problems are told line by line, up to a number. */
function refusalTold({ code, status, message, remedy, values }: Refusal): Record<string, unknown> {
  if (code !== importProblems.code)
    return { refusal: { code, status, sentence: message, remedy, values } }
  const problems = values.problems as readonly JournalProblem[]
  return {
    refusal: { code, status, sentence: message, remedy },
    problems: problems.slice(0, mostProblemsTold),
    problems_in_all: problems.length,
  }
}

/** What a kind of background work is made of, and what it is given to do it with. */
import type { Answer, Book, Request } from '../book/book.ts'
import type { Caller } from '../book/registry.ts'
import type { Grants } from '../exchange/grants.ts'
import type { PeopleSheet } from '../exchange/people-sheet.ts'
import type { RenderedPdf, RenderJob } from '../statements/draw.ts'
import type { Signer } from '../statements/signer.ts'
import type { Progress as Verified } from '../verification/book.ts'
import type { Report } from '../verification/report.ts'

/** The parts that works consist of. */
export const parts = [
  'reading',
  'checking',
  'taking',
  'posting',
  'issuing',
  'drawing',
  'gathering',
  'choosing',
  'solving',
  'recording',
  'database',
  'chain',
  'details',
  'facts',
  'cases',
  'pairs',
  'statements',
] as const
export type Part = (typeof parts)[number]

/** How far a task is. */
export interface Progress {
  readonly part: Part
  readonly done: number
  /** Zero when it is not known. */
  readonly total: number
}

/** What a host offers to work that goes on after its request was answered. */
export interface Background {
  /** Lets the others have their turn. */
  pause(): Promise<void>
  /** The largest file that is taken, in bytes: it is held in memory while it is read. */
  readonly mostFileBytes: number
  /** Whether papers can be drawn when no request is under way. */
  readonly draws: boolean
  /**
   * Verifies the book where that holds up no posting, and gives up when told to. Refuses
   * `task.book_too_long_here`.
   */
  verify(report: (progress: Verified) => void, signal: AbortSignal): Promise<Report>
  /** Reads a file of people where that holds up no posting. Refuses what `readPeople` refuses. */
  readPeople(bytes: Uint8Array, signal: AbortSignal): Promise<PeopleSheet>
  /** Reads a file of grants where that holds up no posting. Refuses what `readGrants` refuses. */
  readGrants(bytes: Uint8Array, signal: AbortSignal): Promise<Grants>
}

/** What the host gives to all works of a book. */
export interface TaskOffer {
  readonly book: Book
  /** Performs a command and answers once it is durable. */
  submit(request: Request): Promise<Answer>
  signer(): Promise<Signer>
  renderPdf(job: RenderJob, sign: Signer['sign'] | null): Promise<RenderedPdf>
  readonly background: Background
}

/** The files that were sent for a task, by the field of the form that asked for them. */
export type Files = Readonly<Record<string, Uint8Array>>

/** One task at work. */
export interface Job {
  readonly offer: TaskOffer
  /** Whoever began it: its acts are theirs. */
  readonly caller: Caller
  readonly asked: Readonly<Record<string, unknown>>
  readonly files: Files
  readonly signal: AbortSignal
  /** What has come of it so far: kept also when it fails or is stopped. */
  readonly result: Record<string, unknown>
  /** The idempotency key of one of its acts, the same whenever the task is begun again. */
  keyOf(part: string): string
}

/** A work gives its progress after each short step; in between others get their turn, and it may be stopped. */
export type Work = (job: Job) => AsyncGenerator<Progress, void, void>

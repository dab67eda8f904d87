/** What the host of a book offers to its app. */
import type { Outward } from '../access/outward.ts'
import type { StartLink } from '../access/start-link.ts'
import type { Answer, Request as DoorRequest } from '../book/book.ts'
import type { RenderedPdf, RenderJob } from '../statements/draw.ts'
import type { Signer } from '../statements/signer.ts'
import type { TaskRunner } from '../tasks/runner.ts'
import type { Health } from './front.ts'
import type { Limits } from './limits.ts'
import type { AssetHrefs } from './pages/assets.ts'
import type { Log } from './problem.ts'

/** A copy of a book on its way to whoever asked for it. */
export interface BookCopy {
  readonly bytes: number
  readonly body: ReadableStream<Uint8Array>
}

export interface Offer {
  /** Performs a command and answers once it is durable. */
  submit(request: DoorRequest): Promise<Answer>
  /** The book's hand. Refuses `signing_key.*` when the host has no key of the book. */
  signer(): Promise<Signer>
  /**
   * Draws a PDF where it holds up no posting, and seals it with `sign` unless that is null. Refuses
   * `render.busy`.
   */
  renderPdf(job: RenderJob, sign: Signer['sign'] | null): Promise<RenderedPdf>
  /** The book's background work. */
  readonly tasks: TaskRunner
  /** The link that makes the book's first owner, where the host has printed one. */
  readonly start?: StartLink | undefined
  /** Copies the book without making anybody wait; undefined where a host keeps copies by itself. */
  readonly copy?: (() => Promise<BookCopy>) | undefined
  /** Where the styles, fonts and scripts of pages are; undefined where none were built. */
  readonly assets?: (() => AssetHrefs | undefined) | undefined
  /** The origin at which the host is open, where it was told; else each request says it. */
  readonly origin?: string | undefined
  /** The way to other servers; undefined where a host has none, and so no providers of sign-ins. */
  readonly outward?: Outward | undefined
  /** How much may be asked for how quickly; undefined where a host keeps no limits. */
  readonly limits?: Limits | undefined
  /** The network address that a request came from; undefined where the host cannot tell. */
  readonly addressOf?: ((request: Request) => string | undefined) | undefined
  /** Whether the host's books open, and how much room its disk has. */
  health(): Health | Promise<Health>
  readonly log: Log
  /** Milliseconds since the epoch, with fractions if the host has them: for the log's durations. */
  now(): number
}

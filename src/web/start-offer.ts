/** What a host lets the holder of a start link do where there is no book yet. */
import type { z } from 'zod'
import type { setUp } from '../access/organisation.ts'
import type { StartLink } from '../access/start-link.ts'
import type { Book } from '../book/book.ts'
import type { AnyPageCommand } from '../book/registry.ts'
import type { Offer } from './offer.ts'

/** A command that belongs to the making of a book: all of them are done, or none. */
export interface FirstAct {
  readonly command: AnyPageCommand
  readonly input: unknown
  readonly key: string
}

export interface Founding {
  readonly code: string
  readonly organisation: Omit<z.input<typeof setUp.input>, 'book'>
  /** What is done after the organisation is set up, in this order, as the host. */
  readonly acts: readonly FirstAct[]
}

/** A book that is there now, and the way in. */
export interface Founded {
  readonly book: Book
  readonly submit: Offer['submit']
}

export interface FoundingOffer {
  readonly link: StartLink
  /** Where the link stands: before any book, or where the book of its address will be. */
  readonly place: 'host' | 'book'
  /** Makes a book, whole or not at all. Refuses `book.exists`, `book.code`, and what its acts refuse. */
  found(founding: Founding): Promise<Founded>
}

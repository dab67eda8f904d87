/** A chart of accounts as versioned data: each role gets its code and its names. */
import type { AccountRole } from '../roles.ts'

export interface ChartAccount {
  readonly code: string
  readonly name: string
  readonly nameHans: string
  readonly nameHant: string
}

export interface Chart {
  readonly id: 'general' | 'asc-958' | 'china-npo'
  /** Rises with every change; a book remembers which one it was set up with. */
  readonly version: number
  readonly title: string
  /** True: an unconditional promise is income when made (ASC 958); false: it is a memorandum. */
  readonly recognisesPledges: boolean
  readonly accounts: Readonly<Record<AccountRole, ChartAccount>>
}

/** Where pages find what they load, as paths from the root of the site. */
export interface AssetHrefs {
  readonly styles: string
  readonly fonts: string
  readonly script: string
  /** Asks the browser for passkeys: only the pages load it that use them. */
  readonly passkeys: string
  /** Keeps visits that were recorded without a network: only the pages load it on which that is done. */
  readonly visits: string
  /** Keeps those pages for when there is none; loaded by the worker of a book. */
  readonly visits_worker: string
  /** The slice of the font with Latin letters and figures, which every page draws. */
  readonly letters: string
}

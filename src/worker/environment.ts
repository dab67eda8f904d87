/** What the Worker is given by its configuration, `wrangler.toml`, and its secrets. */
import type { DurableObjectNamespace, Fetcher } from '@cloudflare/workers-types'

export interface Environment {
  /** One object for each book. */
  readonly BOOK: DurableObjectNamespace
  /** The static files: what pages load, and the fonts that papers are set in. */
  readonly ASSETS: Fetcher
  /** Founds books, and makes an owner's token while a book has none. Absent: neither is possible. */
  readonly CARE_LEDGER_OWNER_TOKEN?: string
  /** A private JWK with which every book here signs. Absent: each object makes its own and keeps it. */
  readonly CARE_LEDGER_SIGNING_KEY?: string
  /** Master keys (base64url of 32 bytes, commas between). Absent: no field of a person can be sealed or opened. */
  readonly CARE_LEDGER_MASTER_KEY?: string
  /** The origin at which the Worker is open, `https://books.example.org`. Absent: each request says it. */
  readonly CARE_LEDGER_ORIGIN?: string
  /** `yes` lets providers of sign-ins on this machine be asked, for development. */
  readonly CARE_LEDGER_INNER_PROVIDERS?: string
}

/**
 * What a disbursement statement says, as one plain value (design section 8). It is built from the book
 * up to one sequence number, frozen when it is issued, and rendered from this value alone to PDF, HTML,
 * CSV and JSON. It holds no name of a person: parties are a reference, a masked name and a salted
 * digest; the named edition adds a list of names beside it.
 */

/** A label in the three languages of the house; `en` is always there. */
export interface Names {
  readonly en: string
  readonly 'zh-Hans'?: string
  readonly 'zh-Hant'?: string
}

export const statementLanguages = ['en', 'zh-Hans', 'zh-Hant'] as const
export type StatementLanguage = (typeof statementLanguages)[number]

/** Masked: names as `张*明`, for anyone. Named: full names, for those who may read them. */
export type StatementEdition = 'masked' | 'named'

export const contributionSources = [
  'member',
  'organisation',
  'public_money',
  'upper_level',
  'unidentified',
  'interest',
  'transfer',
  'other',
] as const
/** Where money came from (domain A1). */
export type ContributionSource = (typeof contributionSources)[number]

export interface StatementParty {
  /** The party's reference in the book, for example `P-000123`. */
  readonly ref: string
  /** The masked name. */
  readonly shown: string
  /** SHA-256 (hex) of the party's salt and name: lets a reader of the named edition check the name. */
  readonly digest: string
}

/**
 * One entry of the fund that falls in the period, or one category of it. Every serial of the period has
 * a line at least; an entry against several accounts has one for each.
 */
export interface StatementLine {
  /** The fund's own gap-free serial. */
  readonly serial: number
  /** Effective day, YYYY-MM-DD. */
  readonly day: string
  /** Day on which it was recorded, in the organisation's time zone. */
  readonly recorded_on: string
  /** Receipts and payments move money; `other` entries (in kind, pledges, commitments) do not. */
  readonly section: 'receipt' | 'payment' | 'other'
  /** The entry's kind, for example `contribution.received`, `payout.paid`, `entry.reversal`. */
  readonly kind: string
  /** Set on receipts. */
  readonly source: ContributionSource | null
  /** The account against which the money moved; its code and names. */
  readonly category: { readonly code: string; readonly names: Names }
  /** Who gave, or who was paid. */
  readonly party: StatementParty | null
  /** Whom a payment helps, where that is not the one who was paid: a hospital is paid for a patient. */
  readonly beneficiary: StatementParty | null
  /**
   * Minor units. On a receipt: money in (a refund is negative). On a payment: money out (a return is
   * negative). On `other`: the entry's total, which moves no money.
   */
  readonly amount_minor: number
  /** Serial in this fund of the entry that this one reverses, with that entry's effective day. */
  readonly reverses: { readonly serial: number; readonly day: string } | null
}

export interface StatementCommitment {
  readonly code: string
  readonly names: Names
  readonly amount_minor: number
}

export interface StatementIssue {
  /** For example `CARE-2025-0003`: fund code, year of issue, gap-free number. */
  readonly number: string
  readonly issued_on: string
  readonly issued_at: string
}

export interface Statement {
  readonly format: 'care-ledger/statement@1'
  readonly organisation: {
    readonly name: string
    readonly book: string
    readonly time_zone: string
  }
  readonly fund: {
    readonly code: string
    readonly name: string
    readonly currency: string
    readonly exponent: number
    readonly restriction:
      | 'unrestricted'
      | 'purpose'
      | 'time'
      | 'principal_preserved'
      | 'board_designated'
    readonly purpose: string
    readonly unit: string | null
  }
  readonly period: { readonly from: string; readonly to: string; readonly closed: boolean }
  /** Null on a preview. */
  readonly issue: StatementIssue | null
  /** What the book knew: the last event counted, and the chain head (hex) there. */
  readonly known: { readonly sequence: number; readonly chain_head: string }
  /** Money (bank, cash and clearing accounts) of the fund before the period. */
  readonly opening_minor: number
  readonly receipts: readonly {
    readonly source: ContributionSource
    readonly count: number
    readonly amount_minor: number
  }[]
  readonly receipts_minor: number
  /** Running balance of payment lines starts from opening + receipts. */
  readonly payments_minor: number
  readonly closing_minor: number
  readonly payables_minor: number
  readonly commitments: readonly StatementCommitment[]
  readonly commitments_minor: number
  /** closing − payables − commitments. */
  readonly available_minor: number
  /** All lines of the period, by day, then serial. */
  readonly lines: readonly StatementLine[]
  /** Serials between the lowest and the highest above that belong to days outside the period. */
  readonly elsewhere: readonly { readonly serial: number; readonly day: string }[]
  /** What changed since the last issue for the same fund and period; null on the first one. */
  readonly changes: StatementChanges | null
}

export interface StatementChanges {
  readonly since: string
  readonly since_sequence: number
  /** Serials of lines that were not in the earlier issue. */
  readonly added: readonly number[]
  /** Serials of earlier lines that have been reversed since. */
  readonly reversed: readonly number[]
  readonly receipts_delta_minor: number
  readonly payments_delta_minor: number
}

/** The event that issued the statement, as the chain hashes it, with the rows it wrote. */
export interface StatementProof {
  readonly format: 'care-ledger/proof@1'
  /** Canonical JSON of the issuing event, exactly as hashed after the previous hash. */
  readonly event: string
  readonly previous_hash: string
  /** Canonical JSON of each row the event wrote, one a line, exactly as digested. */
  readonly rows: string
  readonly leaf_index: number
  readonly tree_size: number
  /** RFC 6962 inclusion proof, hex, leaf upwards. */
  readonly inclusion: readonly string[]
  /** Compact JWS (EdDSA, Ed25519) over { book, tree_size, root, chain_head, at }. */
  readonly checkpoint: string
  /** Compact JWS over { number, statement_sha256 }. */
  readonly signature: string
  /** The public key (OKP JWK with kid) that made both. */
  readonly key: Readonly<Record<string, string>>
}

/** What is attached to the PDF as `statement.json`, canonical JSON. */
export interface StatementDocument {
  readonly statement: Statement
  readonly edition: StatementEdition
  /** Only in the named edition: full names, provable against each party's digest. */
  readonly names: Readonly<Record<string, { readonly name: string; readonly salt: string }>> | null
  /** Null on a preview. */
  readonly proof: StatementProof | null
}

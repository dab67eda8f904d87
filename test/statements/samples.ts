/** Statements and receipts of an invented fund, the same on every call, for tests of what is printed. */

import { sha256Hex } from '../../src/kit/digest.ts'
import { maskName } from '../../src/kit/mask.ts'
import type { ReceiptDocument } from '../../src/statements/receipt.ts'
import type {
  ContributionSource,
  Statement,
  StatementDocument,
  StatementEdition,
  StatementLine,
  StatementParty,
} from '../../src/statements/statement.ts'
import {
  CATEGORIES,
  changesOf,
  PEOPLE,
  PLACES,
  SOURCES,
  stretched,
  VENDORS,
} from './sample-data.ts'

export interface SampleOptions {
  /** How many payments there are; every third has a contribution beside it. */
  readonly lines: number
  /** Language of names and labels in the data, not of the rendering. */
  readonly language?: 'en' | 'zh-Hans' | 'zh-Hant'
  readonly edition?: StatementEdition
  readonly preview?: boolean
  readonly changes?: boolean
  readonly currency?: string
  readonly exponent?: number
  /** Full names to use for the first payees. */
  readonly names?: readonly string[]
  readonly organisation?: string
  /** Everything on the first page as long and as large as it can be. */
  readonly longest?: boolean
}

const PERIOD = { from: '2025-01-01', to: '2025-03-31' }
const DAYS = 90

/** A document of the format of statements, whose figures tie and whose proof is only its shape. */
export function sampleDocument(options: SampleOptions): StatementDocument {
  const statement = sampleStatement(options)
  const named = options.edition === 'named'
  return {
    statement,
    edition: options.edition ?? 'masked',
    names: named ? namesOf(options, statement) : null,
    proof: options.preview === true ? null : sampleProof(statement),
  }
}

/** The statement of `sampleDocument` alone. */
export function sampleStatement(options: SampleOptions): Statement {
  const statement = plainStatement(options)
  return options.longest === true ? stretched(statement) : statement
}

function plainStatement(options: SampleOptions): Statement {
  const language = options.language ?? 'en'
  const { currency = 'CNY', exponent = 2 } = options
  const place = PLACES[language]
  const lines = linesOf(options)
  const sum = (section: StatementLine['section']) =>
    lines.reduce((total, line) => total + (line.section === section ? line.amount_minor : 0), 0)
  const [receipts_minor, payments_minor] = [sum('receipt'), sum('payment')]
  const opening_minor = 25_000_000
  const closing_minor = opening_minor + receipts_minor - payments_minor
  const commitments = commitmentsOf()
  const commitments_minor = commitments.reduce((total, one) => total + one.amount_minor, 0)
  const payables_minor = 312_000
  return {
    format: 'care-ledger/statement@1',
    organisation: {
      name: options.organisation ?? place.organisation,
      book: 'riverside',
      time_zone: 'Asia/Shanghai',
    },
    fund: {
      code: 'CARE',
      name: place.fund,
      currency,
      exponent,
      restriction: 'purpose',
      purpose: place.purpose,
      unit: place.unit,
    },
    period: { ...PERIOD, closed: options.preview !== true },
    issue:
      options.preview === true
        ? null
        : {
            number: 'CARE-2025-0003',
            issued_on: '2025-04-02',
            issued_at: '2025-04-02T01:30:00.000Z',
          },
    known: { sequence: 4711, chain_head: sha256Hex('head of the sample chain') },
    opening_minor,
    receipts: receiptsOf(lines),
    receipts_minor,
    payments_minor,
    closing_minor,
    payables_minor,
    commitments,
    commitments_minor,
    available_minor: closing_minor - payables_minor - commitments_minor,
    lines,
    elsewhere: lines.length > 4 ? [{ serial: 104, day: '2025-04-01' }] : [],
    changes: options.changes === true ? changesOf() : null,
  }
}

function commitmentsOf() {
  return [
    {
      code: '9101',
      names: { en: 'awards on notice', 'zh-Hans': '公示中的补助', 'zh-Hant': '公告中之補助' },
      amount_minor: 1_250_000,
    },
    {
      code: '9102',
      names: { en: 'vouchers issued', 'zh-Hans': '已发代金券', 'zh-Hant': '已發抵用券' },
      amount_minor: 86_050,
    },
  ]
}

/** A generator of numbers from a seed (mulberry32), so that samples look like life and never change. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function linesOf(options: SampleOptions): StatementLine[] {
  const next = numbersFrom(20250331)
  const lines: StatementLine[] = []
  let serial = 100
  // Serial 104 belongs to a day after the period.
  const nextSerial = () => {
    serial += serial === 103 ? 2 : 1
    return serial
  }
  for (let place = 0; place < options.lines; place++) {
    const date = 1 + Math.floor((place * DAYS) / options.lines)
    const day = new Date(Date.UTC(2025, 0, date)).toISOString().slice(0, 10)
    if (place % 3 === 0) lines.push(receiptLine(nextSerial(), day, place, next))
    lines.push(paymentLine(options, { serial: nextSerial(), day, place, next, lines }))
  }
  return lines
}

function receiptLine(
  serial: number,
  day: string,
  place: number,
  next: () => number,
): StatementLine {
  return {
    serial,
    day,
    recorded_on: day,
    section: 'receipt',
    kind: 'contribution.received',
    source: SOURCES[(place / 3) % SOURCES.length] as ContributionSource,
    category: { code: '4101', names: { en: 'Contributions', 'zh-Hans': '捐赠收入' } },
    party: null,
    beneficiary: null,
    amount_minor: 10_000 + Math.floor(next() * 500_000),
    reverses: null,
  }
}

function paymentLine(
  options: SampleOptions,
  {
    serial,
    day,
    place,
    next,
    lines,
  }: {
    serial: number
    day: string
    place: number
    next: () => number
    lines: readonly StatementLine[]
  },
): StatementLine {
  const party = personAt(options, place)
  // A hospital or a school is paid for a person.
  const vendor = place % 10 === 3 && options.names === undefined ? vendorAt(options, place) : null
  const earlier = lines.findLast((line) => line.section === 'payment' && line.reverses === null)
  const reverses = place % 11 === 7 ? earlier : undefined
  return {
    serial,
    day,
    recorded_on: day,
    section: 'payment',
    kind: reverses === undefined ? 'payout.paid' : 'entry.reversal',
    source: null,
    category:
      reverses?.category ?? (CATEGORIES[Math.floor(next() * 4)] as (typeof CATEGORIES)[number]),
    party: reverses?.party ?? vendor ?? party,
    beneficiary: reverses === undefined ? vendor && party : reverses.beneficiary,
    amount_minor:
      reverses === undefined ? 5_000 + Math.floor(next() * 80) * 2_500 : 0 - reverses.amount_minor,
    reverses: reverses === undefined ? null : { serial: reverses.serial, day: reverses.day },
  }
}

function personAt(options: SampleOptions, place: number): StatementParty {
  const name = nameAt(options, place)
  return {
    ref: `P-${String(place + 1).padStart(6, '0')}`,
    shown: (options.names?.[place] ?? null) === null ? maskName(name) : name,
    digest: sha256Hex(`salt ${place} ${name}`),
  }
}

const FIRST_VENDOR = 900_001

function vendorAt({ language = 'en' }: SampleOptions, place: number): StatementParty {
  const number = place % VENDORS[language].length
  const name = VENDORS[language][number] as string
  const ref = `P-${FIRST_VENDOR + number}`
  return { ref, shown: name, digest: sha256Hex(`salt ${number} ${name}`) }
}

function nameAt(options: SampleOptions, place: number): string {
  const people = PEOPLE[options.language ?? 'en']
  return options.names?.[place] ?? (people[place % people.length] as string)
}

function namesOf(options: SampleOptions, statement: Statement) {
  const names: Record<string, { name: string; salt: string }> = {}
  for (const party of statement.lines.flatMap((line) => [line.party, line.beneficiary])) {
    if (party === null) continue
    const number = Number(party.ref.slice(2))
    names[party.ref] =
      number >= FIRST_VENDOR
        ? { name: party.shown, salt: `salt ${number - FIRST_VENDOR}` }
        : { name: nameAt(options, number - 1), salt: `salt ${number - 1}` }
  }
  return names
}

function receiptsOf(lines: readonly StatementLine[]): Statement['receipts'] {
  return SOURCES.map((source) => {
    const own = lines.filter((line) => line.source === source)
    const amount_minor = own.reduce((sum, line) => sum + line.amount_minor, 0)
    return { source, count: own.length, amount_minor }
  }).filter(({ count }) => count > 0)
}

function sampleProof(statement: Statement): StatementDocument['proof'] {
  return {
    format: 'care-ledger/proof@1',
    event: '{"kind":"statement.issued"}',
    previous_hash: sha256Hex('before'),
    rows: `{"number":"${statement.issue?.number}"}`,
    leaf_index: 4710,
    tree_size: 4711,
    inclusion: [sha256Hex('left'), sha256Hex('right')],
    checkpoint: 'header.checkpoint.signature',
    signature: 'header.statement.signature',
    key: {
      kty: 'OKP',
      crv: 'Ed25519',
      kid: 'sample',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    },
  }
}

/** A receipt of the same fund. */
export function sampleReceipt(
  options: Partial<ReceiptDocument> & { language: ReceiptDocument['language'] },
): ReceiptDocument {
  const place = PLACES[options.language]
  return {
    format: 'care-ledger/receipt@1',
    organisation: { name: place.organisation, book: 'riverside' },
    number: 'R-2025-000042',
    day: '2025-03-05',
    payer: PEOPLE[options.language][1],
    amount_minor: 123_450,
    currency: 'CNY',
    fund: { code: 'CARE', name: place.fund },
    purpose: place.purpose,
    method: 'bank_transfer',
    in_kind: null,
    received_by: PEOPLE[options.language][2],
    statutory_number: null,
    voided: null,
    known: { sequence: 4711, chain_head: sha256Hex('head of the sample chain') },
    at: '2025-03-05T02:00:00.000Z',
    ...options,
  }
}

/**
 * The proof of a statement, followed from its digest to a signature: statement, row, event, leaf, tree
 * head, key. Each step is checked for itself, so that the broken one is named.
 */
import type { PublicKey } from '../access/organisation.ts'
import { eventHash } from '../book/events.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { hex, sha256Hex, unhex } from '../kit/digest.ts'
import { leafHash, verifyInclusion } from '../kit/merkle.ts'
import { verifyJws } from '../statements/signer.ts'
import type { Statement, StatementProof } from '../statements/statement.ts'
import { type Check, type Collector, collector } from './report.ts'

interface Proved {
  readonly statement: Statement
  readonly proof: StatementProof
  /** SHA-256 (hex) of the statement's canonical form. */
  readonly digest: string
}

/** Checks the chain and the signatures of a proof against one trusted key. */
export async function checkProof(
  statement: Statement,
  proof: StatementProof,
  trusted: PublicKey,
): Promise<Check[]> {
  const proved = { statement, proof, digest: sha256Hex(canonicalJson(statement)) }
  const rows = checkRows(proved)
  const event = checkEvent(proved)
  const signature = await checkSignature(proved, trusted)
  const tree = await checkTree(proved, trusted)
  return [signature, rows, event, tree]
}

async function checkSignature(
  { statement, proof, digest }: Proved,
  trusted: PublicKey,
): Promise<Check> {
  const check = collector('signature')
  const number = statement.issue!.number
  if (canonicalJson(proof.key) !== canonicalJson(trusted)) {
    check.found(
      'key.not_trusted',
      `the statement names the key ${proof.key.kid} (${proof.key.x}); the key you trust is ${trusted.kid} (${trusted.x}).`,
    )
  }
  const verified = await verifyJws(proof.signature, trusted)
  if (!verified.valid) {
    check.found('signature.invalid', `the signature does not hold: ${verified.why}.`)
  } else {
    const { payload } = verified
    if (payload.number !== number) {
      check.found('signature.number', `the signature is over ${payload.number}, not ${number}.`)
    }
    if (payload.statement_sha256 !== digest) {
      check.found(
        'signature.digest',
        `the signature is over a statement with the digest ${payload.statement_sha256}; this one has ${digest}: it was changed.`,
      )
    }
  }
  return check.done(`${number} is signed with the key ${trusted.kid}`)
}

/** The rows that issuing wrote: one of them holds the statement's digest. */
function checkRows({ statement, proof, digest }: Proved): Check {
  const check = collector('rows')
  const event = eventOf(proof)
  const found = sha256Hex(proof.rows)
  if (found !== event?.rows) {
    check.found(
      'rows.digest',
      `the rows have the digest ${found}; their event covers ${event?.rows}.`,
    )
  }
  const rows = rowsOf(proof, check)
  const row = rows.get('statement')
  if (row === undefined) {
    check.found('rows.statement', 'no row of a statement is among them.')
    return check.done('')
  }
  // Columns of `statement` in the order of the schema, after the table's name.
  const [, , number, , from, to, , known, stored, detail, , seq] = row
  const same = (what: string, there: unknown, due: unknown) => {
    if (there === due) return
    check.found(
      `rows.${what}`,
      `the book's row has the ${what} ${there}; the statement has ${due}.`,
    )
  }
  same('number', number, statement.issue!.number)
  same('first day', from, statement.period.from)
  same('last day', to, statement.period.to)
  same('known sequence', known, statement.known.sequence)
  same('digest', stored, digest)
  same('event', seq, event?.seq)
  const text = rows.get('detail')
  if (text?.[1] !== detail || text?.[2] !== 'statement') {
    check.found('rows.detail', 'the frozen text that the row names is not among them.')
  }
  return check.done('the book holds this number with this digest, in the rows of its event')
}

function rowsOf(proof: StatementProof, check: Collector): Map<unknown, readonly unknown[]> {
  const rows = new Map<unknown, readonly unknown[]>()
  for (const line of proof.rows.split('\n')) {
    try {
      const row: unknown = JSON.parse(line)
      if (!Array.isArray(row)) throw new TypeError('not a row')
      rows.set(row[0], row)
    } catch {
      check.found('rows.unreadable', `a row cannot be read: ${line.slice(0, 80)}`)
    }
  }
  return rows
}

interface Event {
  readonly at: unknown
  readonly command: unknown
  readonly rows: unknown
  readonly seq: unknown
  readonly subject: unknown
}

function eventOf({ event }: StatementProof): Event | undefined {
  try {
    const value: unknown = JSON.parse(event)
    return typeof value === 'object' && value !== null ? (value as Event) : undefined
  } catch {
    return undefined
  }
}

/** The event that issued it, right after what the statement knew. */
function checkEvent({ statement, proof }: Proved): Check {
  const check = collector('event')
  const event = eventOf(proof)
  if (event === undefined || canonicalJson(event) !== proof.event) {
    check.found('event.form', 'the event is not canonical JSON.')
    return check.done('')
  }
  const { known, issue } = statement
  const same = (what: string, there: unknown, due: unknown) => {
    if (there === due) return
    check.found(`event.${what}`, `the event has the ${what} ${there}; the statement has ${due}.`)
  }
  same('command', event.command, 'statements.issue')
  same('subject', event.subject, `statement/${issue!.number}`)
  same('sequence', event.seq, known.sequence + 1)
  same('instant', event.at, Date.parse(issue!.issued_at))
  same('leaf', event.seq, proof.leaf_index + 1)
  if (proof.previous_hash !== known.chain_head) {
    check.found(
      'event.previous',
      `it follows the hash ${proof.previous_hash}; the statement knew the chain to ${known.chain_head}.`,
    )
  }
  return check.done(
    `event ${event.seq} issued it, right after event ${known.sequence}, the last that it counts`,
  )
}

/** The event's leaf, its way up to the root, and the signature over the root. */
async function checkTree({ statement, proof }: Proved, trusted: PublicKey): Promise<Check> {
  const check = collector('tree')
  const verified = await verifyJws(proof.checkpoint, trusted)
  if (!verified.valid) {
    check.found(
      'checkpoint.signature',
      `the checkpoint's signature does not hold: ${verified.why}.`,
    )
    return check.done('')
  }
  const { book, root, tree_size, chain_head, at } = verified.payload
  const hash = eventHash(unhex(proof.previous_hash), proof.event)
  const same = (what: string, there: unknown, due: unknown) => {
    if (there === due) return
    check.found(
      `checkpoint.${what}`,
      `the checkpoint has the ${what} ${there}; it should be ${due}.`,
    )
  }
  same('book', book, statement.organisation.book)
  same('tree size', tree_size, proof.tree_size)
  // The proof stands at the tree that ends with the issuing event.
  same('chain head', chain_head, hex(hash))
  same('instant', at, eventOf(proof)?.at)
  const included =
    isHash(root) &&
    verifyInclusion({
      leafHash: leafHash(hash),
      index: proof.leaf_index,
      size: proof.tree_size,
      proof: proof.inclusion.map(unhex),
      root: unhex(root),
    })
  if (!included) {
    check.found('tree.inclusion', `the event does not lead to the signed root ${root}.`)
  }
  return check.done(
    `the event is leaf ${proof.leaf_index + 1} of the signed tree of ${proof.tree_size}`,
  )
}

function isHash(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)
}

/**
 * The Merkle tree over the chain (RFC 6962): leaf n is the hash of event n+1. Complete blocks of 256
 * leaves and their parents are kept as the chain grows, so that a proof reads a few rows.
 */
import { hex } from '../kit/digest.ts'
import type { EventSeq } from '../kit/ids.ts'
import {
  BLOCK_LEAVES,
  type Blocks,
  inclusionFromBlocks,
  leafHash,
  nodeHash,
  rootFromBlocks,
  subtreeHash,
} from '../kit/merkle.ts'
import { build, first, insert, prepare, rows } from '../store/prepare.ts'
import type { Reader, Writer } from '../store/store.ts'

/** A block of level n has 2^n leaves. */
const lowestLevel = Math.log2(BLOCK_LEAVES)

const hashes = prepare((p: { from: EventSeq; to: EventSeq }) =>
  build
    .selectFrom('event')
    .select('hash')
    .where('seq', '>', p.from)
    .where('seq', '<=', p.to)
    .orderBy('seq'),
)
const blockAt = prepare((p: { level: number; position: number }) =>
  build
    .selectFrom('merkle_block')
    .select('hash')
    .where('level', '=', p.level)
    .where('position', '=', p.position),
)

function leavesOf(reader: Reader, from: number, to: number): Uint8Array[] {
  return rows(reader, hashes, { from: from as EventSeq, to: to as EventSeq }).map(({ hash }) =>
    leafHash(hash),
  )
}

function block(reader: Reader, level: number, position: number): Uint8Array {
  return first(reader, blockAt, { level, position })!.hash
}

/** Keeps the block that event `seq` completes, if it completes one, and the parents it completes. */
export function growTree(writer: Writer, seq: EventSeq): void {
  if (seq % BLOCK_LEAVES !== 0) return
  let position = seq / BLOCK_LEAVES - 1
  let hash = subtreeHash(leavesOf(writer, seq - BLOCK_LEAVES, seq))
  insert(writer, 'merkle_block', { level: lowestLevel, position, hash })
  for (let level = lowestLevel + 1; position % 2 === 1; level += 1) {
    hash = nodeHash(block(writer, level - 1, position - 1), hash)
    position = (position - 1) / 2
    insert(writer, 'merkle_block', { level, position, hash })
  }
}

function blocksOf(reader: Reader, size: EventSeq): Blocks {
  return {
    size,
    block: (level, position) => block(reader, level, position),
    leaves: (from, to) => leavesOf(reader, from, to),
  }
}

/** The root of the tree over the first `size` events. */
export function treeRoot(reader: Reader, size: EventSeq): Uint8Array {
  return rootFromBlocks(blocksOf(reader, size))
}

/** The proof that event `seq` is in the tree over the first `size` events. */
export function inclusionOf(reader: Reader, seq: EventSeq, size: EventSeq): Uint8Array[] {
  return inclusionFromBlocks(blocksOf(reader, size), seq - 1)
}

/** What a checkpoint signs: the tree's head. Printed, mailed or kept elsewhere, it is a witness. */
export interface Checkpoint {
  readonly book: string
  readonly tree_size: number
  readonly root: string
  readonly chain_head: string
  /** The instant of the last event counted, so that the same tree gives the same checkpoint. */
  readonly at: number
}

const eventAt = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select(['at', 'hash']).where('seq', '=', p.seq),
)

/** The checkpoint over the first `size` events; there must be that many. */
export function checkpointOf(reader: Reader, book: string, size: EventSeq): Checkpoint {
  const { at, hash } = first(reader, eventAt, { seq: size })!
  return { book, tree_size: size, root: hex(treeRoot(reader, size)), chain_head: hex(hash), at }
}

/** Recomputes the kept blocks of the Merkle tree, and leads the tree to checkpoints kept elsewhere. */
import { chainHead, chainHeadAt } from '../book/events.ts'
import { type Checkpoint, treeRoot } from '../book/tree.ts'
import { hex, sameBytes } from '../kit/digest.ts'
import type { EventSeq } from '../kit/ids.ts'
import { BLOCK_LEAVES, leafHash, nodeHash, subtreeHash } from '../kit/merkle.ts'
import { build, each, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { type Check, type Collector, collector, counts } from './report.ts'

const kept = prepare(() =>
  build.selectFrom('merkle_block').selectAll().orderBy('level').orderBy('position'),
)

/** A block of level n has 2^n leaves. */
const lowestLevel = Math.log2(BLOCK_LEAVES)

export interface TreeReplay {
  /** Takes the hash of the next event. */
  leaf(hash: Uint8Array): void
  finish(checkpoints: readonly Checkpoint[]): Check
}

/** Recomputes the blocks as the events go by; afterwards compares them with those kept. */
export function treeReplay(reader: Reader): TreeReplay {
  const check = collector('tree')
  const blocks = new Map<string, Uint8Array>()
  let leaves: Uint8Array[] = []
  let complete = 0
  // Complete subtrees from large to small: the binary digits of the number of blocks.
  const peaks: { level: number; hash: Uint8Array }[] = []

  function completeBlock(): void {
    let level = lowestLevel
    let position = complete
    let hash = subtreeHash(leaves)
    leaves = []
    complete += 1
    blocks.set(`${level}/${position}`, hash)
    while (peaks.at(-1)?.level === level) {
      hash = nodeHash(peaks.pop()!.hash, hash)
      position = (position - 1) / 2
      level += 1
      blocks.set(`${level}/${position}`, hash)
    }
    peaks.push({ level, hash })
  }

  return {
    leaf: (hash) => {
      leaves.push(leafHash(hash))
      if (leaves.length === BLOCK_LEAVES) completeBlock()
    },
    finish: (checkpoints) => {
      check.attempt(() => compareBlocks(reader, check, blocks))
      for (const checkpoint of checkpoints) {
        check.attempt(() => compareCheckpoint(reader, check, checkpoint))
      }
      const led =
        checkpoints.length === 0
          ? ''
          : `; it leads to ${counts(checkpoints.length, 'checkpoint')} kept elsewhere`
      const counted = `${counts(blocks.size, 'block')} of the Merkle tree: the hashes of their events`
      return check.done(counted + led)
    },
  }
}

function compareBlocks(reader: Reader, check: Collector, blocks: Map<string, Uint8Array>): void {
  const left = new Set(blocks.keys())
  for (const { level, position, hash } of each(reader, kept, {})) {
    const row = `${level}/${position}`
    const where = { table: 'merkle_block', row }
    const expected = blocks.get(row)
    left.delete(row)
    if (expected === undefined) {
      check.found('block.unfounded', 'there are not that many events.', where)
    } else if (!sameBytes(expected, hash)) {
      check.found('block.hash', `hash is ${hex(hash)}; its events give ${hex(expected)}.`, where)
    }
  }
  for (const row of left) {
    check.found('block.missing', 'it is missing.', { table: 'merkle_block', row })
  }
}

/** A book whose whole history was rewritten agrees with itself, but not with what it once signed. */
function compareCheckpoint(reader: Reader, check: Collector, checkpoint: Checkpoint): void {
  const size = checkpoint.tree_size as EventSeq
  const name = `the checkpoint over ${counts(size, 'event')}`
  const { seq: newest } = chainHead(reader)
  if (size > newest) {
    check.found('checkpoint.ahead', `${name} is ahead of this book, which has ${newest}.`)
    return
  }
  const head = hex(chainHeadAt(reader, size)!.hash)
  const root = hex(treeRoot(reader, size))
  if (root === checkpoint.root && head === checkpoint.chain_head) return
  const sentence = `${name} has the root ${checkpoint.root}; this book gives ${root}: its history is another one.`
  check.found('checkpoint.root', sentence, { event: size })
}

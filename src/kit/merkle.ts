/**
 * Merkle trees by RFC 6962 section 2.1: a head over many leaves, with proofs that a leaf is in it
 * (inclusion) and that an older head is a prefix of it (consistency). Leaves and inner nodes are hashed
 * with different first bytes, so one can never be passed off as the other.
 */

import { DIGEST_BYTES, sameBytes, sha256 } from './digest.ts'

const LEAF_PREFIX = 0
const NODE_PREFIX = 1

/** The hash of a leaf's data: SHA-256(0x00 ‖ data). */
export function leafHash(data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.byteLength + 1)
  bytes[0] = LEAF_PREFIX
  bytes.set(data, 1)
  return sha256(bytes)
}

// Hashing is synchronous and copies what it is given, so one scratch buffer serves every node.
const nodeBytes = new Uint8Array(1 + 2 * DIGEST_BYTES)
nodeBytes[0] = NODE_PREFIX

/** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  assertDigest(left)
  assertDigest(right)
  nodeBytes.set(left, 1)
  nodeBytes.set(right, 1 + DIGEST_BYTES)
  return sha256(nodeBytes)
}

/** The tree head over leaf hashes; over no leaves it is the hash of nothing. */
export function merkleRoot(leafHashes: readonly Uint8Array[]): Uint8Array {
  if (leafHashes.length === 0) return sha256(new Uint8Array(0))
  return rootOf(leafHashes, 0, leafHashes.length)
}

/** The head of a complete block of 2^k leaves (asserted), for keeping blocks of a large tree. */
export function subtreeHash(leafHashes: readonly Uint8Array[]): Uint8Array {
  const size = leafHashes.length
  if (!isPowerOfTwo(size)) throw new RangeError(`not a complete block: ${size} leaves`)
  return rootOf(leafHashes, 0, size)
}

/** The sibling hashes from a leaf up to the head. The index must lie in the tree (asserted). */
export function inclusionProof(leafHashes: readonly Uint8Array[], index: number): Uint8Array[] {
  assertIndex(index, leafHashes.length)
  const proof: Uint8Array[] = []
  let from = 0
  let to = leafHashes.length
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      proof.push(rootOf(leafHashes, middle, to))
      to = middle
    } else {
      proof.push(rootOf(leafHashes, from, middle))
      from = middle
    }
  }
  return proof.reverse()
}

export interface InclusionClaim {
  readonly leafHash: Uint8Array
  readonly index: number
  readonly size: number
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** Whether the proof shows the leaf at that index of the tree of that size (RFC 9162, 2.1.3.2). */
export function verifyInclusion(claim: InclusionClaim): boolean {
  const { index, size, proof } = claim
  if (!isCount(index) || !isCount(size) || index >= size) return false
  if (![claim.leafHash, claim.root, ...proof].every(isDigest)) return false
  let hash = claim.leafHash
  let node = index
  let last = size - 1
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    node = half(node)
    last = half(last)
  }
  return last === 0 && sameBytes(hash, claim.root)
}

/**
 * The nodes that show the first `oldSize` leaves to be a prefix of the tree. Sizes from zero to the
 * tree's own are allowed (asserted); for both ends there is nothing to show and the proof is empty.
 */
export function consistencyProof(leafHashes: readonly Uint8Array[], oldSize: number): Uint8Array[] {
  const size = leafHashes.length
  if (!isCount(oldSize) || oldSize > size) throw new RangeError(`no size ${oldSize} in ${size}`)
  if (oldSize === 0 || oldSize === size) return []
  const proof: Uint8Array[] = []
  let from = 0
  let to = size
  // The old head itself is known to the verifier, so it is left out when it is a whole subtree.
  let oldIsSubtree = true
  while (to !== oldSize) {
    const middle = from + splitOf(to - from)
    if (oldSize <= middle) {
      proof.push(rootOf(leafHashes, middle, to))
      to = middle
    } else {
      proof.push(rootOf(leafHashes, from, middle))
      from = middle
      oldIsSubtree = false
    }
  }
  if (!oldIsSubtree) proof.push(rootOf(leafHashes, from, to))
  return proof.reverse()
}

export interface ConsistencyClaim {
  readonly oldSize: number
  readonly oldRoot: Uint8Array
  readonly size: number
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether the proof shows the older head to be a prefix of the newer one (RFC 9162, 2.1.4.2). */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { oldSize, size } = claim
  if (!isCount(oldSize) || !isCount(size) || oldSize > size) return false
  if (![claim.oldRoot, claim.root, ...claim.proof].every(isDigest)) return false
  if (oldSize === size) return claim.proof.length === 0 && sameBytes(claim.oldRoot, claim.root)
  if (oldSize === 0) return claim.proof.length === 0 && sameBytes(claim.oldRoot, merkleRoot([]))
  const path = isPowerOfTwo(oldSize) ? [claim.oldRoot, ...claim.proof] : claim.proof
  const [first, ...siblings] = path
  if (first === undefined) return false
  let node = oldSize - 1
  let last = size - 1
  while (node % 2 === 1) {
    node = half(node)
    last = half(last)
  }
  let oldHash = first
  let hash = first
  for (const sibling of siblings) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      oldHash = nodeHash(sibling, oldHash)
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    node = half(node)
    last = half(last)
  }
  return last === 0 && sameBytes(oldHash, claim.oldRoot) && sameBytes(hash, claim.root)
}

function rootOf(leafHashes: readonly Uint8Array[], from: number, to: number): Uint8Array {
  if (to - from === 1) {
    const leaf = leafHashes[from] as Uint8Array
    assertDigest(leaf)
    return leaf
  }
  const middle = from + splitOf(to - from)
  return nodeHash(rootOf(leafHashes, from, middle), rootOf(leafHashes, middle, to))
}

/** The largest power of two below a size of two or more: how many leaves go to the left. */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** Whether a positive count is a power of two; right above 2^31, where bit operators are not. */
export function isPowerOfTwo(size: number): boolean {
  return size === 1 || (size > 1 && splitOf(size) * 2 === size)
}

function half(n: number): number {
  return Math.floor(n / 2)
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0
}

function isDigest(bytes: Uint8Array): boolean {
  return bytes.byteLength === DIGEST_BYTES
}

function assertDigest(bytes: Uint8Array): void {
  if (!isDigest(bytes)) throw new TypeError(`not a SHA-256 digest: ${bytes.byteLength} bytes`)
}

function assertIndex(index: number, size: number): void {
  if (!isCount(index) || index >= size) throw new RangeError(`no leaf ${index} among ${size}`)
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hex, sha256 } from '../../src/kit/digest.ts'
import {
  type Blocks,
  consistencyFromBlocks,
  consistencyProof,
  inclusionFromBlocks,
  inclusionProof,
  leafHash,
  merkleRoot,
  nodeHash,
  rootFromBlocks,
  subtreeHash,
  verifyConsistency,
  verifyInclusion,
} from '../../src/kit/merkle.ts'

const VECTORS = join(import.meta.dirname, '../data/merkle')

interface Inclusion {
  leafIdx: number
  treeSize: number
  root: string
  leafHash: string
  proof: string[] | null
  wantErr: boolean
}

interface Consistency {
  size1: number
  size2: number
  root1: string
  root2: string
  proof: string[] | null
  wantErr: boolean
}

function vectors<T>(kind: string): [name: string, vector: T][] {
  return readdirSync(join(VECTORS, kind), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(VECTORS, kind, name), 'utf8'))])
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

test('all published vectors are here', () => {
  expect(vectors('inclusion').length).toBe(5)
  expect(vectors('consistency').length).toBe(5)
})

test.each(vectors<Inclusion>('inclusion'))('inclusion %s', (_, vector) => {
  const claim = {
    leafHash: bytes(vector.leafHash),
    index: vector.leafIdx,
    size: vector.treeSize,
    proof: (vector.proof ?? []).map(bytes),
    root: bytes(vector.root),
  }
  expect(verifyInclusion(claim)).toBe(!vector.wantErr)
})

test.each(vectors<Consistency>('consistency'))('consistency %s', (_, vector) => {
  const claim = {
    oldSize: vector.size1,
    oldRoot: bytes(vector.root1),
    size: vector.size2,
    root: bytes(vector.root2),
    proof: (vector.proof ?? []).map(bytes),
  }
  expect(verifyConsistency(claim)).toBe(!vector.wantErr)
})

// The eight leaves of the Certificate Transparency reference tests, and the heads over 1 to 8 of
// them.
const REFERENCE_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const REFERENCE_HEADS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test.each(REFERENCE_HEADS.map((head, size) => [size, head] as const))(
  'the head over the first %i reference leaves',
  (size, head) => {
    const leaves = REFERENCE_LEAVES.slice(0, size)
    expect(hex(merkleRoot(leaves.map((leaf) => leafHash(Buffer.from(leaf, 'hex')))))).toBe(head)
  },
)

/** The definition in RFC 6962 section 2.1, word for word, against which the code is held. */
function definedRoot(data: Uint8Array[]): Uint8Array {
  if (data.length === 0) return sha256('')
  if (data.length === 1) return sha256(Buffer.concat([Buffer.of(0), data[0] as Uint8Array]))
  let k = 1
  while (k * 2 < data.length) k *= 2
  const left = definedRoot(data.slice(0, k))
  return sha256(Buffer.concat([Buffer.of(1), left, definedRoot(data.slice(k))]))
}

const leavesOf = (size: number) =>
  Array.from({ length: size }, (_, place) => leafHash(new TextEncoder().encode(`leaf ${place}`)))

test('the head is the one RFC 6962 defines', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 70 }), (data) => {
      expect(hex(merkleRoot(data.map(leafHash)))).toBe(hex(definedRoot(data)))
    }),
  )
})

const altered = (digest: Uint8Array) => digest.map((byte, place) => (place === 5 ? byte ^ 1 : byte))

test('every leaf of every tree up to 40 leaves is provable, at its place and at no other', () => {
  const all = leavesOf(40)
  for (let size = 1; size <= all.length; size++) {
    const leaves = all.slice(0, size)
    const root = merkleRoot(leaves)
    for (let index = 0; index < size; index++) {
      const proof = inclusionProof(leaves, index)
      const claim = { leafHash: leaves[index] as Uint8Array, index, size, proof, root }
      expect(verifyInclusion(claim)).toBe(true)
      for (let other = 0; other < size; other++) {
        if (other !== index) expect(verifyInclusion({ ...claim, index: other })).toBe(false)
      }
    }
  }
})

test('every older head is a provable prefix of every newer one, and of no other head', () => {
  const all = leavesOf(40)
  const heads = Array.from({ length: 41 }, (_, size) => merkleRoot(all.slice(0, size)))
  for (let size = 0; size <= 40; size++) {
    for (let oldSize = 0; oldSize <= size; oldSize++) {
      const claim = {
        oldSize,
        oldRoot: heads[oldSize] as Uint8Array,
        size,
        root: heads[size] as Uint8Array,
        proof: consistencyProof(all.slice(0, size), oldSize),
      }
      expect(verifyConsistency(claim)).toBe(true)
      const otherHead = heads[(oldSize + 1) % 41] as Uint8Array
      expect(verifyConsistency({ ...claim, oldRoot: otherHead })).toBe(false)
      if (oldSize > 0)
        expect(verifyConsistency({ ...claim, root: altered(claim.root) })).toBe(false)
    }
  }
})

test('a proof with one bit changed, a node missing, added or cut short proves nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(), fc.nat(), (size, at, place) => {
      const leaves = leavesOf(size)
      const index = at % size
      const proof = inclusionProof(leaves, index)
      const root = merkleRoot(leaves)
      const claim = { leafHash: leaves[index] as Uint8Array, index, size, proof, root }
      const node = proof[place % proof.length] as Uint8Array
      for (const broken of [
        proof.map((one) => (one === node ? altered(one) : one)),
        proof.slice(1),
        proof.slice(0, -1),
        [...proof, node],
        proof.map((one) => (one === node ? one.subarray(1) : one)),
      ]) {
        expect(verifyInclusion({ ...claim, proof: broken })).toBe(false)
      }
      expect(verifyInclusion({ ...claim, leafHash: altered(claim.leafHash) })).toBe(false)
      expect(verifyInclusion({ ...claim, root: altered(root) })).toBe(false)
      for (const odd of [-1, 0.5, Number.NaN, size]) {
        expect(verifyInclusion({ ...claim, index: odd })).toBe(false)
      }
      const prefix = { oldSize: index + 1, oldRoot: merkleRoot(leaves.slice(0, index + 1)) }
      const older = { ...prefix, size, root, proof: consistencyProof(leaves, index + 1) }
      expect(verifyConsistency({ ...older, proof: [...older.proof, node] })).toBe(false)
      if (older.proof.length > 0) {
        expect(verifyConsistency({ ...older, proof: older.proof.slice(1) })).toBe(false)
        expect(verifyConsistency({ ...older, proof: older.proof.map(altered) })).toBe(false)
      }
    }),
    { numRuns: 60 },
  )
})

test('leaves of any size are hashed with their prefix', () => {
  for (const size of [0, 1, 4094, 4095, 4096, 9000]) {
    const data = new Uint8Array(size).fill(size % 251)
    expect(hex(leafHash(data))).toBe(hex(sha256(Buffer.concat([Buffer.of(0), data]))))
    expect(hex(leafHash(data.subarray(0, 1)))).toBe(hex(definedRoot([data.subarray(0, 1)])))
  }
})

test('an inner node cannot be passed off as a leaf', () => {
  const [left, right] = leavesOf(2) as [Uint8Array, Uint8Array]
  const data = Buffer.concat([left, right])
  expect(hex(leafHash(data))).not.toBe(hex(nodeHash(left, right)))
})

test.each([0, 3, 5, 6, 7, 9, 255, 257])('a block of %i leaves is not complete', (size) => {
  expect(() => subtreeHash(leavesOf(size))).toThrow(RangeError)
})

test('what is not a digest or not in the tree is asserted', () => {
  expect(() => merkleRoot([new Uint8Array(31)])).toThrow(TypeError)
  expect(() => nodeHash(new Uint8Array(32), new Uint8Array(33))).toThrow(TypeError)
  expect(() => inclusionProof(leavesOf(3), 3)).toThrow(RangeError)
  expect(() => consistencyProof(leavesOf(3), 4)).toThrow(RangeError)
})

const many = leavesOf(2100)

function blocksOf(leaves: readonly Uint8Array[]): Blocks & { read: number; asked: string[] } {
  const blocks = {
    size: leaves.length,
    read: 0,
    asked: [] as string[],
    block(level: number, index: number) {
      const from = index * 2 ** level
      if (level < 8 || from + 2 ** level > leaves.length) throw new Error('no such block is kept')
      blocks.asked.push(`${level}/${index}`)
      return subtreeHash(leaves.slice(from, from + 2 ** level))
    },
    leaves(from: number, to: number) {
      blocks.read += to - from
      return leaves.slice(from, to)
    },
  }
  return blocks
}

const treeSize = fc.oneof(
  fc.integer({ min: 0, max: many.length }),
  fc.constantFrom(255, 256, 257, 511, 512, 513, 1024, 2047, 2048, 2049),
)

test('a head and proofs from kept blocks are the plain ones, and touch few leaves', () => {
  fc.assert(
    fc.property(treeSize, fc.nat(), (size, at) => {
      const leaves = many.slice(0, size)
      const forRoot = blocksOf(leaves)
      expect(hex(rootFromBlocks(forRoot))).toBe(hex(merkleRoot(leaves)))
      expect(forRoot.read).toBeLessThan(256)
      const forPrefix = blocksOf(leaves)
      const oldSize = at % (size + 1)
      expect(consistencyFromBlocks(forPrefix, oldSize)).toEqual(consistencyProof(leaves, oldSize))
      expect(forPrefix.read).toBeLessThanOrEqual(512)
      if (size === 0) return
      const forLeaf = blocksOf(leaves)
      expect(inclusionFromBlocks(forLeaf, at % size)).toEqual(inclusionProof(leaves, at % size))
      expect(forLeaf.read).toBeLessThanOrEqual(512)
    }),
    { numRuns: 150 },
  )
})

test('an accessor that gives too few leaves is found out', () => {
  const blocks = { ...blocksOf(many.slice(0, 300)), leaves: () => [] }
  expect(() => rootFromBlocks(blocks)).toThrow(RangeError)
})

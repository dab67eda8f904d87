import { expect, test } from 'vitest'
import { checkpointOf, inclusionOf, treeRoot } from '../../src/book/tree.ts'
import { hex } from '../../src/kit/digest.ts'
import type { EventSeq } from '../../src/kit/ids.ts'
import { inclusionProof, leafHash, merkleRoot, verifyInclusion } from '../../src/kit/merkle.ts'
import { register } from '../../src/people/commands.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

test('[7] kept blocks give the roots and proofs of the plain tree, for every size that matters', () => {
  const t = bookForTests()
  t.book.store.transaction((): undefined => {
    for (let n = 0; n < 1100; n += 1) t.does(register, { kind: 'person', name: `Member ${n}` })
  })
  const { store } = t.book
  const leaves = store
    .all('select hash from event order by seq', [])
    .map(({ hash }) => leafHash(hash as Uint8Array))
  for (const size of [1, 2, 255, 256, 257, 511, 512, 513, 768, 1024, 1025, leaves.length]) {
    const known = leaves.slice(0, size)
    const root = treeRoot(store, size as EventSeq)
    expect(hex(root)).toBe(hex(merkleRoot(known)))
    for (const seq of new Set([1, Math.ceil(size / 2), size])) {
      const proof = inclusionOf(store, seq as EventSeq, size as EventSeq)
      expect(proof.map(hex)).toEqual(inclusionProof(known, seq - 1).map(hex))
      const claim = { leafHash: known[seq - 1]!, index: seq - 1, size, proof, root }
      expect(verifyInclusion(claim)).toBe(true)
    }
  }
  expect(checkpointOf(store, 'relief', 600 as EventSeq)).toMatchObject({
    book: 'relief',
    tree_size: 600,
  })
  t.close()
})

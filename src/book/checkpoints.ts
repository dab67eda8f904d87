/** The head of the tree as it stood at an earlier event: what a checkpoint kept elsewhere is held against. */
import { z } from 'zod'
import type { EventSeq } from '../kit/ids.ts'
import { organisationOf } from './book.ts'
import { chainHead } from './events.ts'
import { idField } from './fields.ts'
import { eventUnknown } from './refusals.ts'
import { anyRole, query } from './registry.ts'
import { checkpointOf } from './tree.ts'

export const show = query({
  name: 'checkpoints.show',
  summary: 'The head of the Merkle tree over the first events of the book (RFC 6962)',
  may: anyRole,
  reach: 'units',
  route: { method: 'GET', path: '/checkpoints/{tree_size}' },
  /** How many events the tree counts. Refuses `event.unknown` above the newest. */
  input: z.strictObject({ tree_size: idField }),
  output: z.object({
    book: z.string(),
    tree_size: z.number(),
    root: z.string(),
    chain_head: z.string(),
    at: z.number(),
  }),
  run: (view, { tree_size }) => {
    const newest = chainHead(view).seq
    if (tree_size > newest) throw eventUnknown({ sequence: tree_size, newest })
    return checkpointOf(view, organisationOf(view).book, tree_size as EventSeq)
  },
})

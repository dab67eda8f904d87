/** Queries of the chain: its head and its events. */
import { z } from 'zod'
import { hex } from '../kit/digest.ts'
import type { EventSeq } from '../kit/ids.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import { chainHead } from './events.ts'
import { idField, limitField } from './fields.ts'
import { anyRole, query } from './registry.ts'

const pageBefore = prepare((p: { before: EventSeq; limit: number }) =>
  build
    .selectFrom('event')
    .selectAll()
    .where('seq', '<', p.before)
    .orderBy('seq', 'desc')
    .limit(p.limit),
)

export const head = query({
  name: 'events.head',
  summary: 'The chain’s head: the newest event’s number and hash',
  may: anyRole,
  route: { method: 'GET', path: '/events/head' },
  input: z.strictObject({}),
  output: z.object({ sequence: z.number(), hash: z.string() }),
  run: (view) => {
    const { seq, hash } = chainHead(view)
    return { sequence: seq, hash: hex(hash) }
  },
})

export const list = query({
  name: 'events.list',
  summary: 'Lists events, newest first: who, when, which command, on what',
  may: ['owner', 'auditor', 'fund_administrator'],
  route: { method: 'GET', path: '/events' },
  input: z.strictObject({ before: idField.optional(), limit: limitField }),
  output: z.object({
    events: z.array(
      z.object({
        sequence: z.number(),
        at: z.number(),
        actor: z.string(),
        command: z.string(),
        subject: z.string(),
        hash: z.string(),
      }),
    ),
    before: z.number().nullable(),
  }),
  run: (view, { before, limit }) => {
    const from = (before ?? Number.MAX_SAFE_INTEGER) as EventSeq
    const found = rows(view, pageBefore, { before: from, limit })
    return {
      events: found.map(({ seq, at, actor, command, subject, hash }) => ({
        sequence: seq,
        at,
        actor,
        command,
        subject,
        hash: hex(hash),
      })),
      before: found.length === limit ? found.at(-1)!.seq : null,
    }
  },
})

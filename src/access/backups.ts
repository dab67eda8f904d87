/** Copies of the whole book that people take away: who took one, and when, stands in the chain. */
import { z } from 'zod'
import { organisationOf } from '../book/book.ts'
import { pageCommand } from '../book/registry.ts'
import { backupHoldsNames } from './refusals.ts'

export const take = pageCommand({
  name: 'backups.take',
  summary: 'Records that somebody takes a copy of the whole book, names included',
  may: ['owner', 'auditor'],
  reach: 'organisation',
  input: z.strictObject({}),
  output: z.object({ book: z.string() }),
  subject: ({ book }) => `backup/${book}`,
  run: (act) => {
    if (!act.caller.readsNames) throw backupHoldsNames({})
    return { book: organisationOf(act).book }
  },
})

/** The certificate of a run: the problem, what was found and the prices that prove it, for whoever doubts it. */
import { z } from 'zod'
import { idField } from '../../book/fields.ts'
import { query } from '../../book/registry.ts'
import { boundOf, faultsOf } from '../matching/certificate.ts'
import { pairingReaders } from '../registers/roles.ts'
import { digestOfParts } from './parts.ts'
import { provenFrom } from './proof.ts'
import { partsOfRun, runWithId } from './runs.ts'

/** What the parts are, in one sentence each, so that the file explains itself. */
const reading = {
  suggestions: '[need, helper, points in tenths]',
  unmet: '[need, places that stay empty]',
  needs: '[need, helpers wanted, cost of an empty place, price, [helper, cost, helper, cost, …]]',
  helpers: '[helper, needs they have already, price of a place, [cost of each free place]]',
  proof:
    'No assignment costs less than the bound, whatever the prices: the sum over needs of wanted × (price − what it is above the cost of an empty place), less over all candidates what the price of the need is above cost and place, less over all free places what the price of the helper is above the cost of the place. Here the bound is the cost.',
  digest: 'SHA-256 of the canonical JSON (RFC 8785) of the list of parts',
} as const

export const certificate = query({
  name: 'matching.certificate',
  summary: 'The problem that a run solved, its solution, and the prices that prove it the best',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/matching/runs/{run}/certificate' },
  input: z.strictObject({ run: idField }),
  output: z.object({
    run: z.number(),
    /** The event up to which the book was known to it. */
    known: z.number(),
    /** What the solution costs, and what no solution costs less than. */
    cost: z.number(),
    bound: z.number(),
    /** What is wrong with the solution or its proof; empty for what the book recorded. */
    faults: z.array(z.string()),
    digest: z.string(),
    /** Whether the parts still are those that were recorded. */
    digest_holds: z.boolean(),
    reading: z.record(z.string(), z.string()),
    parts: z.array(z.record(z.string(), z.unknown())),
  }),
  run: (view, input) => {
    const run = runWithId(view, input.run)
    const bodies = partsOfRun(view, run.id)
    const { problem, found } = provenFrom(bodies, run.cost)
    return {
      run: run.id,
      known: run.known_seq,
      cost: run.cost,
      bound: boundOf(problem, found),
      faults: faultsOf(problem, found),
      digest: run.digest,
      digest_holds: digestOfParts(bodies) === run.digest,
      reading,
      parts: bodies.map((body) => JSON.parse(body) as Record<string, unknown>),
    }
  },
})

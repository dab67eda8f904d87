/**
 * The command that takes rows of a file of people into the book, some hundred at a time. A row that cannot be
 * taken says why and leaves the others theirs; those of one household are taken together or not at all. What a
 * row comes to is found out here and not beforehand, so that the same rows sent again are the same request.
 */
import { z } from 'zod'
import { type Act, command } from '../book/registry.ts'
import { isRegion } from '../kit/phone.ts'
import { columnKeys } from './people-columns.ts'
import { rowFaults } from './people-rows.ts'
import { grouped, type Outcome, outcomes, TakingRows } from './people-taking.ts'

/** Some 50 ms of one transaction. */
export const mostRowsAtOnce = 1_000

/** What is to be done with a row that may mean somebody in the book. */
export const rowChoices = ['same', 'new', 'skip'] as const
export type RowChoice = (typeof rowChoices)[number]

const givenRow = z.strictObject({
  /** Its place in the file; the headings are row 1. */
  row: z.number().int().min(2),
  cells: z.partialRecord(z.enum(columnKeys), z.string().min(1).max(4_000)),
  /** The reference that an earlier result gave it. */
  done: z.string().max(40).optional(),
  /** What somebody decided of this row. */
  as: z.enum(rowChoices).optional(),
  /** Whom they decided that it means. */
  party: z.string().max(40).optional(),
})
export type GivenRow = z.output<typeof givenRow>

/** What is done where nobody decided: by how sure it is that the row means somebody in the book. */
export const otherwiseField = z
  .strictObject({
    likely: z.enum(rowChoices).default('same'),
    possible: z.enum(rowChoices).default('skip'),
  })
  .default({ likely: 'same', possible: 'skip' })

/** The country of telephone numbers that name none (ISO 3166-1). */
export const regionField = z
  .string()
  .max(2)
  .refine(isRegion, 'write the two capital letters of a country')
  .optional()
  .meta({ examples: ['CN'] })

const outcomeOut = z.object({
  row: z.number(),
  outcome: z.enum(outcomes),
  /** Whom the row came to be; null for one that was not taken. */
  party: z.string().nullable(),
  faults: z.array(z.object({ column: z.enum(columnKeys), code: z.enum(rowFaults) })),
})

export const importRows = command({
  name: 'people.import_rows',
  summary: 'Takes rows of a file of people into the book; says of each what came of it',
  may: ['owner', 'fund_administrator'],
  reach: 'organisation',
  route: { method: 'POST', path: '/imports/people-rows' },
  seals: true,
  input: z.strictObject({
    rows: z
      .array(givenRow)
      .min(1)
      .max(mostRowsAtOnce)
      .meta({ examples: [[{ row: 2, cells: { name: 'Ada Park' } }]] }),
    otherwise: otherwiseField,
    region: regionField,
  }),
  output: z.object({ rows: z.array(outcomeOut) }),
  subject: ({ rows }) => `import_rows/${rows[0]!.row}-${rows.at(-1)!.row}`,
  run: (act: Act, { rows, otherwise, region }) => {
    const taking = new TakingRows(act, { otherwise, region: region ?? null })
    const taken: Outcome[] = grouped(rows).flatMap((group) => taking.take(group))
    return { rows: taken.toSorted((a, b) => a.row - b.row) }
  },
})

/** Commands of hardship files: opened before any help, revised as things change, never closed. */
import { z } from 'zod'
import { keepDetail, readDetail } from '../../book/details.ts'
import { codeField, dayField, idField, reasonField } from '../../book/fields.ts'
import { type Act, command } from '../../book/registry.ts'
import type { UnitId } from '../../kit/ids.ts'
import { type PartyGiven, partyField, partyMeant, registrars } from '../../people/commands.ts'
import { householdWithRef } from '../../people/households.ts'
import { openUnitWithCode } from '../../people/units.ts'
import { grades } from '../../policies/caps.ts'
import { type Facts, factsField } from './facts.ts'
import { type FileVersion, fileRef, fileStanding, fileWithId } from './files.ts'
import { fileReasonNeeded, fileUnchanged } from './refusals.ts'
import {
  factsKept,
  factsText,
  householdFor,
  newFileField,
  openFile,
  requireReviewToCome,
  unitNear,
  writeFileVersion,
} from './writing.ts'

const output = z.object({ file: z.number(), reference: z.string() })
const shared = {
  may: registrars,
  reach: 'units',
  output,
  subject: ({ file }: z.output<typeof output>) => `hardship_file/${file}`,
} as const

export const open = command({
  name: 'hardship_files.open',
  summary: 'Opens the file of a household in hardship: of a person named, or of a household',
  ...shared,
  route: { method: 'POST', path: '/hardship-files' },
  input: z
    .strictObject({
      /** Somebody of the household; who lives in none gets one formed of them alone. */
      party: partyField.optional(),
      household: z.string().max(40).optional(),
      /** Where the file is kept; where the person belongs unless said. */
      unit: codeField.optional(),
      ...newFileField.shape,
    })
    .refine(({ party, household }) => (party === undefined) !== (household === undefined), {
      path: ['party'],
      message: 'name a person or a household',
    }),
  run: (act, { party, household, unit, ...given }) => {
    requireReviewToCome(act, given.review_on)
    const kept = unit === undefined ? undefined : openUnitWithCode(act, unit).id
    const { id, unit_id } = opened(act, { party, household }, kept)
    const file = openFile(act, id, unit_id, given)
    return { file: file.id, reference: fileRef(file.id) }
  },
})

function opened(
  act: Act,
  given: { readonly party?: PartyGiven | undefined; readonly household?: string | undefined },
  unit: UnitId | null | undefined,
) {
  const { party, household } = given
  if (household !== undefined) {
    const { id, unit_id } = householdWithRef(act, household)
    return { id, unit_id: unit ?? unit_id }
  }
  const person = partyMeant(act, party!, unit ?? null)
  const unit_id = unit ?? unitNear(act, person)
  return { id: householdFor(act, person), unit_id }
}

export const revise = command({
  name: 'hardship_files.revise',
  summary:
    'Says how a household stands from now on: what is new, its grade, or that it is off the list',
  ...shared,
  route: { method: 'POST', path: '/hardship-files/{file}/versions' },
  input: z.strictObject({
    file: idField,
    /** False takes the household off the list, which needs a reason; what was stays on record. */
    in_hardship: z.boolean().optional(),
    certified: z.boolean().optional(),
    grade: z.enum(grades).nullable().optional(),
    facts: factsField.optional(),
    review_on: dayField.nullable().optional(),
    reason: reasonField.optional(),
  }),
  run: (act, input) => {
    const { id } = fileWithId(act, input.file)
    requireReviewToCome(act, input.review_on)
    const before = fileStanding(act, id)
    const next = merged(before, input)
    if (before.in_hardship === 1 && next.in_hardship === 0 && input.reason === undefined) {
      throw fileReasonNeeded({ file: fileRef(id) })
    }
    if (!changes(act, before, next, input)) throw fileUnchanged({ file: fileRef(id) })
    writeFileVersion(act, id, {
      ...next,
      facts_detail_id:
        input.facts === undefined ? before.facts_detail_id : factsKept(act, input.facts),
      reason_detail_id:
        input.reason === undefined ? null : keepDetail(act, 'hardship_reason', input.reason),
    })
    return { file: id, reference: fileRef(id) }
  },
})

type Said = Pick<FileVersion, 'in_hardship' | 'certified' | 'grade' | 'review_on'>
interface Given {
  readonly in_hardship?: boolean | undefined
  readonly certified?: boolean | undefined
  readonly grade?: FileVersion['grade'] | undefined
  readonly review_on?: FileVersion['review_on'] | undefined
  readonly facts?: Facts | undefined
  readonly reason?: string | undefined
}

function merged(before: FileVersion, given: Given): Said {
  const flag = (now: 0 | 1, said: boolean | undefined) => (said === undefined ? now : said ? 1 : 0)
  return {
    in_hardship: flag(before.in_hardship, given.in_hardship),
    certified: flag(before.certified, given.certified),
    grade: given.grade === undefined ? before.grade : given.grade,
    review_on: given.review_on === undefined ? before.review_on : given.review_on,
  }
}

function changes(act: Act, before: FileVersion, next: Said, given: Given): boolean {
  const names = ['in_hardship', 'certified', 'grade', 'review_on'] as const
  if (names.some((name) => before[name] !== next[name])) return true
  if (given.reason !== undefined) return true
  if (given.facts === undefined) return false
  const told = before.facts_detail_id === null ? undefined : readDetail(act, before.facts_detail_id)
  return told?.body !== factsText(act, given.facts)
}

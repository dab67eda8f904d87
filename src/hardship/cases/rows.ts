/** Cases as they stand in the book. */
import type { Row } from '../../../db/schema.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { CaseId, PolicyVersionId, RoundId } from '../../kit/ids.ts'
import { bodyOf, findVersion } from '../../policies/in-force.ts'
import {
  neutralWorkflows,
  type Workflow,
  type WorkflowStep,
  workflowWithCode,
} from '../../policies/workflows.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { caseUnknown, roundUnknown } from './refusals.ts'

export type HardshipCase = Row<'hardship_case'>
export type CaseVersion = Row<'case_version'>
export type CaseActRow = Row<'case_act'>
export type CaseStanding = Row<'case_state'>

const byId = prepare((p: { id: CaseId }) =>
  build.selectFrom('hardship_case').selectAll().where('id', '=', p.id),
)
const newestVersion = prepare((p: { id: CaseId }) =>
  build
    .selectFrom('case_version')
    .selectAll()
    .where('case_id', '=', p.id)
    .orderBy('id', 'desc')
    .limit(1),
)
const everyVersion = prepare((p: { id: CaseId }) =>
  build.selectFrom('case_version').selectAll().where('case_id', '=', p.id).orderBy('id'),
)
const standing = prepare((p: { id: CaseId }) =>
  build.selectFrom('case_state').selectAll().where('case_id', '=', p.id),
)
const actsBy = prepare((p: { id: CaseId }) =>
  build.selectFrom('case_act').selectAll().where('case_id', '=', p.id).orderBy('id'),
)
const roundWith = prepare((p: { id: RoundId }) =>
  build.selectFrom('case_round').selectAll().where('id', '=', p.id),
)

/** A case's reference: `C-` and at least six digits. */
export function caseRef(id: CaseId): string {
  return `C-${String(id).padStart(6, '0')}`
}

/** The case with a number, as far as this caller reaches. Refuses `case.unknown`. */
export function caseWithId(asker: Scoped, id: number): HardshipCase {
  const found = first(asker, byId, { id: id as CaseId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw caseUnknown({ case: String(id) })
  return found
}

/** The case with an id that stands in the book. */
export function caseById(reader: Reader, id: CaseId): HardshipCase {
  const found = first(reader, byId, { id })
  if (!found) throw caseUnknown({ case: caseRef(id) })
  return found
}

/** What it asks for and proposes now. */
export function versionOfCase(reader: Reader, id: CaseId): CaseVersion {
  return first(reader, newestVersion, { id })!
}

/** All that it asked for over time, oldest first. */
export function versionsOfCase(reader: Reader, id: CaseId): CaseVersion[] {
  return rows(reader, everyVersion, { id })
}

/** Where it stands now. */
export function standingOf(reader: Reader, id: CaseId): CaseStanding {
  return first(reader, standing, { id })!
}

/** All that was done with it, in order. */
export function actsOfCase(reader: Reader, id: CaseId): CaseActRow[] {
  return rows(reader, actsBy, { id })
}

/** The list of cases with a number, as far as this caller reaches. Refuses `round.unknown`. */
export function roundWithId(asker: Scoped, id: number): Row<'case_round'> {
  const found = first(asker, roundWith, { id: id as RoundId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw roundUnknown({ round: id })
  return found
}

/** The list with an id that stands in the book. */
export function roundById(reader: Reader, id: RoundId): Row<'case_round'> {
  const found = first(reader, roundWith, { id })
  if (!found) throw roundUnknown({ round: id })
  return found
}

/** The workflow with a code as a version of the policy has it; without a version the house's own. */
export function workflowUnder(
  reader: Reader,
  version: PolicyVersionId | null,
  code: string,
): Workflow {
  const found = version === null ? undefined : findVersion(reader, version)
  const body = found ? bodyOf<'workflows'>(found) : neutralWorkflows
  const workflow = workflowWithCode(body, code)
  if (!workflow) throw new Error(`The version ${version} has no workflow ${code}.`)
  return workflow
}

/** The steps that a case goes through: those that held when it was entered. */
export function workflowOf(
  reader: Reader,
  { workflow, policy_version_id }: HardshipCase,
): Workflow {
  return workflowUnder(reader, policy_version_id, workflow)
}

/** The step at which a case is. */
export function stepOf(
  reader: Reader,
  theCase: HardshipCase,
  { step }: CaseStanding,
): WorkflowStep {
  return workflowOf(reader, theCase).steps[step]!
}

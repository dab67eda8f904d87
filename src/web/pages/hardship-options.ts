/** What forms of hardship choose from, as the policies of the organisation have it. */
import { show as showPolicy } from '../../access/policy-queries.ts'
import type { Causes } from '../../policies/causes.ts'
import type { Workflows } from '../../policies/workflows.ts'
import type { Option } from './fields.ts'
import type { Visit } from './visit.ts'

/** The classes of causes, by their names in the reader's language. */
export function causeOptions(visit: Visit): Option[] {
  const { body } = visit.ask(showPolicy, { kind: 'causes' })
  return (body as unknown as Causes).causes.map(({ code, name }) => ({
    value: code,
    label: name[visit.language],
  }))
}

/** The workflows that a programme may name; those of the house under their names in the reader's language. */
export function workflowOptions(visit: Visit): Option[] {
  const { body } = visit.ask(showPolicy, { kind: 'workflows' })
  return (body as unknown as Workflows).workflows.map(({ code, name }) => ({
    value: code,
    label: workflowName(visit, name),
  }))
}

/** A workflow's name: that of a preset in the reader's language, any other as it was given. */
export function workflowName({ t }: Visit, name: string): string {
  const known: Readonly<Record<string, string>> = t.casework.workflow_name_known
  return Object.hasOwn(known, name) ? known[name]! : name
}

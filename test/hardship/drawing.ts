/** Draws the table of moves and the workflows of presets for `src/hardship/README.md`, from the code itself. */
import {
  type CaseAct,
  type CaseState,
  caseActs,
  caseStates,
  moves,
  type StepMove,
} from '../../src/hardship/cases/moves.ts'
import { type PresetId, presetIds, presetPolicies } from '../../src/policies/presets.ts'
import type { Workflow, WorkflowStep } from '../../src/policies/workflows.ts'
import { casework } from '../../templates/messages/en/casework.ts'
import { start } from '../../templates/messages/en/start.ts'

/** Where a move ends among the steps, in words. */
const stepWords: Readonly<Record<StepMove, string>> = {
  first: 'the first',
  next: 'the next',
  given: 'the one given',
  stay: 'stays',
}

/** Where a move leads from a state: past its payment a case stays paid. */
function leadsTo(act: CaseAct, from: CaseState): CaseState {
  return act === 'passed' && from === 'paid' ? 'paid' : moves[act].to
}

function fence(lines: readonly string[]): string[] {
  return ['```mermaid', ...lines, '```']
}

function diagramOfMoves(): string[] {
  const lines = caseActs.flatMap((act) => {
    const { from, to } = moves[act]
    if (from.length === 0) return [`  [*] --> ${to}: ${act}`]
    return from.map((state) => `  ${state} --> ${leadsTo(act, state)}: ${act}`)
  })
  const left = new Set(caseActs.flatMap((act) => moves[act].from))
  const ends = caseStates.filter((state) => !left.has(state)).map((state) => `  ${state} --> [*]`)
  return fence(['stateDiagram-v2', ...lines, ...ends])
}

function tableOfMoves(): string[] {
  const rows = caseActs.map((act) => {
    const { from, to, step } = moves[act]
    return `| ${act} | ${from.join(', ') || '–'} | ${to} | ${stepWords[step]} |`
  })
  return ['| Act | From | To | Step |', '|---|---|---|---|', ...rows]
}

/** Every state against every act: where it leads, or nowhere. */
function gridOfMoves(): string[] {
  const acts = caseActs.filter((act) => moves[act].from.length > 0)
  const rows = caseStates.map((state) => {
    const cells = acts.map((act) => (moves[act].from.includes(state) ? leadsTo(act, state) : '·'))
    return `| **${state}** | ${cells.join(' | ')} |`
  })
  return [`| | ${acts.join(' | ')} |`, `|---|${acts.map(() => '---').join('|')}|`, ...rows]
}

function stepText(step: WorkflowStep): string {
  const word = casework.step[step.kind]
  if (step.kind === 'notice') {
    return casework.step_with({ step: word, what: casework.notice_at[step.level] })
  }
  if (step.kind === 'revisit') {
    const what = casework.revisit_after({ months: step.after_months })
    return casework.step_with({ step: word, what })
  }
  return word
}

/** The workflows of a preset as one drawing: a row of steps for each. */
function diagramOfPreset(workflows: readonly Workflow[]): string[] {
  const parts = workflows.flatMap(({ code, name, steps }) => {
    const id = (at: number) => `${code.replaceAll('-', '_')}_${at + 1}`
    const nodes = steps.map((step, at) => {
      const text = stepText(step)
      return `    ${id(at)}${step.kind === 'approve' ? `{{"${text}"}}` : `["${text}"]`}`
    })
    const way = `    ${steps.map((_, at) => id(at)).join(' --> ')}`
    return [`  subgraph ${code.replaceAll('-', '_')}["${name}"]`, ...nodes, way, '  end']
  })
  return fence(['flowchart LR', ...parts])
}

function tableOfPreset(workflows: readonly Workflow[]): string[] {
  const rows = workflows.map(({ code, name, steps, ratify_within_days: days }) => {
    const way = steps.map(stepText).join(' → ')
    const checks = steps.flatMap((step) => (step.kind === 'checks' ? step.checks : []))
    const emergency = days === null ? 'no' : `ratified within ${days} days`
    return `| ${name} (\`${code}\`) | ${way} | ${checks.map((one) => one.name).join('; ') || '–'} | ${emergency} |`
  })
  return ['| Workflow | Steps | Standing checks | Paid first |', '|---|---|---|---|', ...rows]
}

function presetSection(preset: PresetId): string[] {
  const place = { currency: 'CNY', time_zone: 'Asia/Shanghai' }
  const { workflows } = presetPolicies(preset, place).workflows
  const title = `### ${start.presets[preset].name}`
  return [title, '', ...tableOfPreset(workflows), '', ...diagramOfPreset(workflows), '']
}

/** What stands between the marks of the page, by their names. */
export const drawings: Readonly<Record<string, () => string>> = {
  moves: () =>
    [
      ...diagramOfMoves(),
      '',
      ...tableOfMoves(),
      '',
      'Every state against every act:',
      '',
      ...gridOfMoves(),
    ].join('\n'),
  workflows: () => presetIds.flatMap(presetSection).join('\n').trimEnd(),
}

/** A page with its drawings made anew; a mark that is missing is an error. */
export function withDrawings(page: string): string {
  return Object.entries(drawings).reduce((text, [name, draw]) => {
    const [begin, end] = [`<!-- ${name}: drawn from the code -->`, `<!-- end of ${name} -->`]
    const [from, to] = [text.indexOf(begin), text.indexOf(end)]
    if (from < 0 || to < from) throw new Error(`The page has no place for ${name}.`)
    return `${text.slice(0, from)}${begin}\n\n${draw()}\n\n${text.slice(to)}`
  }, page)
}

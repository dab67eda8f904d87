/** The form that issues the statements of several funds in the background. */
import type { Hono } from 'hono'
import type { ToldView } from '../../../templates/pages/form.tsx'
import { StatementsFormPage } from '../../../templates/pages/task-forms.tsx'
import { languageNames } from '../../../templates/parts/shell.tsx'
import { requireMay } from '../../book/scope.ts'
import { list as listFunds } from '../../funds/funds.ts'
import { Refusal } from '../../kit/refusal.ts'
import { statementLanguages } from '../../statements/statement.ts'
import { beginStatements } from '../../tasks/commands.ts'
import type { FieldSpec } from './fields.ts'
import { readFormFields } from './form-body.ts'
import { type Answer, mountAct, redirect } from './frame.tsx'
import { readDay } from './reading.ts'
import { toldInForm } from './refused.ts'
import { type Desk, requireStillSignedIn, type Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

const path = '/tasks/statements'

const fields: readonly FieldSpec[] = [
  { name: 'funds', kind: 'select', label: (t) => t.tasks.funds, options: () => [] },
  { name: 'from', kind: 'day', label: (t) => t.statements.from },
  { name: 'to', kind: 'day', label: (t) => t.statements.to },
  { name: 'language', kind: 'radios', label: (t) => t.tasks.language, options: () => [] },
]

interface Filled {
  readonly key: string
  readonly funds: readonly string[]
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly told: ToldView | null
  readonly status: number
}

/** Mounts the form. */
export function mountBatch(app: Hono, desk: Desk): void {
  mountAct(app, desk, 'get', path, (visit) => {
    requireMay(visit.caller, beginStatements)
    const { from, to } = lastMonth(visit.today)
    const values = { from, to, language: visit.language }
    const funds = visit.ask(listFunds, {}).funds.map(({ fund }) => fund)
    return asking(visit, {
      key: freshKey(desk.book.surroundings.random),
      funds,
      values,
      errors: {},
      told: null,
      status: 200,
    })
  })
  mountAct(app, desk, 'post', path, answered)
}

/** The calendar month before the one of a day: what statements are issued of most. */
function lastMonth(today: string): { from: string; to: string } {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`)
  const end = new Date(first.getTime() - 86_400_000).toISOString().slice(0, 10)
  return { from: `${end.slice(0, 7)}-01`, to: end }
}

function asking(visit: Visit, { funds: chosen, status, ...filled }: Filled): Answer {
  const { t, language } = visit
  const { funds } = visit.ask(listFunds, {})
  const body = StatementsFormPage({
    t,
    language,
    ...filled,
    breadcrumbs: [{ href: visit.href('/tasks'), label: t.tasks.title }],
    action: visit.href(path),
    funds: funds.map(({ fund, name }) => ({ value: fund, label: name, hint: fund })),
    chosen,
    languages: statementLanguages.map((value) => ({ value, label: languageNames[value] })),
  })
  return { title: t.tasks.statements, body, place: 'statements', status }
}

async function answered(visit: Visit): Promise<Answer> {
  const { desk, caller, t } = visit
  requireMay(caller, beginStatements)
  const sent = await readFormFields(visit.c.req.raw)
  requireStillSignedIn(visit)
  const funds = sent.getAll('funds')
  const values = Object.fromEntries(sent)
  const { key = freshKey(desk.book.surroundings.random), from = '', to = '', language } = values
  const input = { funds, from: readDay(from), to: readDay(to), language }
  try {
    const { output } = await desk.offer.submit({ command: beginStatements, input, key, caller })
    return redirect(visit.href(`/tasks/${(output as { task: number }).task}`))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { problems, told } = toldInForm(error, fields, values, t)
    const errors = Object.fromEntries(problems.map(({ field, sentence }) => [field, sentence]))
    return asking(visit, { key, funds, values, errors, told, status: error.status })
  }
}

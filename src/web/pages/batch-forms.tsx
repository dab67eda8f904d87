/** Forms of batches: preparing, releasing, dropping, closing one, and what came of its lines. */
import type { Hono } from 'hono'
import { BatchFindings } from '../../../templates/pages/batch-findings.tsx'
import { BatchPayable } from '../../../templates/pages/batch-payable.tsx'
import type { OutcomeView } from '../../../templates/pages/check.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import { recordBounce } from '../../hardship/batches/bounces.ts'
import { check } from '../../hardship/batches/checks.ts'
import { close } from '../../hardship/batches/closing.ts'
import { foresee, payable } from '../../hardship/batches/payable-queries.ts'
import { drop, prepare, removeLine } from '../../hardship/batches/preparing.ts'
import { list as listBatches, show } from '../../hardship/batches/queries.ts'
import { release } from '../../hardship/batches/releasing.ts'
import { recordResult, resultCauses } from '../../hardship/batches/results.ts'
import { type BatchForm, batchForms } from '../../hardship/batches/rows.ts'
import { list as listRounds } from '../../hardship/cases/round-queries.ts'
import { Refusal } from '../../kit/refusal.ts'
import { findingViews, heapView } from './batch-views.ts'
import { amountWords } from './field-views.ts'
import type { Asked, FieldSpec, Option } from './fields.ts'
import { type FormSpec, mountForm } from './forms.tsx'
import type { Desk, Visit } from './visit.ts'

/** Lists and batches offered to choose from, newest first. */
const mostOffered = 100

const prepareFields: readonly FieldSpec[] = [
  { name: 'fund', kind: 'fund', label: (t) => t.batches.fund },
  {
    name: 'form',
    kind: 'radios',
    label: (t) => t.batches.form,
    options: ({ t }) => batchForms.map((value) => ({ value, label: t.words.form[value] })),
  },
  {
    name: 'name',
    kind: 'text',
    label: (t) => t.batches.name,
    hint: (t) => t.batches.name_hint,
  },
  { name: 'pay_on', kind: 'day', label: (t) => t.batches.pay_on, leaveEmpty: true },
  {
    name: 'round',
    kind: 'select',
    label: (t) => t.batches.round,
    optional: true,
    options: ({ visit }) => roundOptions(visit),
  },
  {
    name: 'again_of',
    kind: 'select',
    label: (t) => t.batches.again_of,
    optional: true,
    options: ({ visit }) => againOptions(visit),
  },
]

function roundOptions(visit: Visit): Option[] {
  if (!visit.may(listRounds)) return []
  return visit
    .ask(listRounds, { limit: mostOffered })
    .rounds.map(({ round, name }) => ({ value: String(round), label: name }))
}

function againOptions(visit: Visit): Option[] {
  return visit
    .ask(listBatches, { limit: mostOffered })
    .batches.filter(({ rejected, bounced }) => rejected + bounced > 0)
    .map(({ batch, name }) => ({ value: batch, label: `${batch} · ${name}` }))
}

/** Mounts the forms of batches. */
export function mountBatchForms(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/batches/new',
    command: prepare,
    place: 'disbursing',
    title: (t) => t.batches.prepare,
    lead: (t) => t.batches.prepare_lead,
    about: payableTold,
    fields: prepareFields,
    begin: () => ({ form: 'bank' }),
    beside: foreseen,
    outcome: (output, visit) => [
      ...sumTold(output, visit),
      ...(output.left > 0
        ? [
            {
              label: visit.t.batches.left,
              value: { text: formatCount(visit.language, output.left) },
            },
          ]
        : []),
    ],
    button: (t) => t.batches.do_prepare,
    done: ({ batch }) => `/batches/${batch}?done=prepare`,
  })
  mountForm(app, desk, {
    ...acting('release'),
    command: release,
    about: batchTold,
    outcome: sumTold,
  })
  mountForm(app, desk, { ...acting('drop', reason), command: drop })
  mountForm(app, desk, { ...acting('close'), command: close })
  mountForm(app, desk, {
    ...onLine('removal', 'remove', { ...reason, optional: true }),
    command: removeLine,
  })
  mountForm(app, desk, { ...onLine('result', 'result', ...resultFields), command: recordResult })
  mountForm(app, desk, { ...onLine('bounce', 'bounce', day, cause), command: recordBounce })
}

/** How many lines a batch has, and what they come to in figures and words. */
function sumTold(
  {
    lines,
    total,
    currency,
  }: { readonly lines: number; readonly total: string; readonly currency: string },
  { t, language }: Visit,
): OutcomeView[] {
  const words = amountWords(total, currency, language) ?? ''
  return [
    { label: t.batches.lines, value: { text: formatCount(language, lines) } },
    { label: t.batches.total, value: { amount: total, currency, words } },
  ]
}

const reason: FieldSpec = { name: 'reason', kind: 'long_text', label: (t) => t.batches.reason }
const day: FieldSpec = { name: 'on', kind: 'day', label: (t) => t.batches.on, leaveEmpty: true }
const cause: FieldSpec = {
  name: 'cause',
  kind: 'select',
  label: (t) => t.batches.cause,
  optional: true,
  options: ({ t }) => resultCauses.map((value) => ({ value, label: t.batches.causes[value] })),
}
const resultFields: readonly FieldSpec[] = [
  {
    name: 'outcome',
    kind: 'radios',
    label: (t) => t.batches.outcome,
    options: ({ t, visit }) =>
      outcomesOf(visit).map((value) => ({ value, label: t.batches.stands[value] })),
  },
  day,
  cause,
]

/** Cash and goods are paid by a signature; what is recorded by itself is that nobody collected them. */
function outcomesOf(visit: Visit): readonly ('paid' | 'rejected')[] {
  return batchAsked(visit).form === 'bank' ? ['paid', 'rejected'] : ['rejected']
}

type Acting = Pick<
  FormSpec<typeof release>,
  'path' | 'place' | 'title' | 'lead' | 'fields' | 'button'
> & { readonly done: (output: { readonly batch: string }) => string }

const batchOf = (visit: Visit) => visit.c.req.param('batch')!

function batchAsked(visit: Visit) {
  return visit.ask(show, { batch: batchOf(visit) })
}

/** What the forms of acts on a whole batch have in common. */
function acting(act: 'release' | 'drop' | 'close', ...fields: readonly FieldSpec[]): Acting {
  return {
    path: `/batches/:batch/${act}`,
    place: 'disbursing',
    title: (t, visit) => t.batches[`${act}_title`]({ batch: batchOf(visit) }),
    lead: (t) => t.batches[`${act}_lead`],
    fields,
    button: (t) => t.batches[`do_${act}`],
    done: ({ batch }) => `/batches/${batch}?done=${act}`,
  }
}

/** And those of acts on one line. */
function onLine(
  path: string,
  act: 'remove' | 'result' | 'bounce',
  ...fields: readonly FieldSpec[]
): Acting {
  return {
    path: `/batches/:batch/lines/:line/${path}`,
    place: 'disbursing',
    title: (t, visit) =>
      t.batches[`${act}_title`]({ batch: batchOf(visit), line: visit.c.req.param('line')! }),
    lead: (t) => t.batches[`${act}_lead`],
    fields,
    button: (t) => t.batches[`do_${act}`],
    done: ({ batch }) => `/batches/${batch}?done=${act}#lines`,
  }
}

/** What is payable, above the questions. */
function payableTold(visit: Visit) {
  const { t, language } = visit
  const heaps = visit.ask(payable, {}).payable.map((heap) => heapView(visit, heap))
  return BatchPayable({ t, language, heaps })
}

/** What the checks would find, before the batch is made. */
function foreseen({ visit, values }: Asked, on: 'questions' | 'answers') {
  const { t, language } = visit
  const { fund = '', form = '', round = '', again_of = '' } = values
  if (on === 'questions' || fund === '' || form === '') return null
  try {
    const { findings, currency } = visit.ask(foresee, {
      fund,
      form: form as BatchForm,
      ...(round === '' ? {} : { round }),
      ...(again_of === '' ? {} : { again_of }),
    })
    const title = t.batches.findings_before
    const views = findingViews(visit, findings, currency)
    return BatchFindings({ t, language, title, findings: views, blocked: false })
  } catch (error) {
    // The form itself tells what is wrong with its answers.
    if (error instanceof Refusal) return null
    throw error
  }
}

/** What is released: its sum and what was found. */
function batchTold(visit: Visit) {
  const { t, language } = visit
  const { batch, currency } = batchAsked(visit)
  const { findings, blocked } = visit.ask(check, { batch })
  const title = t.batches.findings
  return BatchFindings({
    t,
    language,
    title,
    findings: findingViews(visit, findings, currency),
    blocked,
  })
}

/** Bringing in the rows of a list from a spreadsheet: read, shown row by row, then entered in one act. */
import type { Hono } from 'hono'
import { RoundImportPage, RoundPreviewPage } from '../../../templates/pages/round-import.tsx'
import { formatCount, formatMoney } from '../../../templates/parts/format.ts'
import { requireMay } from '../../book/scope.ts'
import { emptyCaseList, type ListRow, listColumns, readCaseList } from '../../exchange/case-list.ts'
import { mostListBytes } from '../../exchange/list-columns.ts'
import { appliedBy, forms } from '../../hardship/cases/fields.ts'
import { checkList, type ListChecked, type RowReady } from '../../hardship/cases/list-check.ts'
import { show } from '../../hardship/cases/round-queries.ts'
import { mostRowsOfList, submitMany } from '../../hardship/cases/rounds.ts'
import { addMinor, amountText, parseAmount, zeroMinor } from '../../kit/money.ts'
import { Refusal } from '../../kit/refusal.ts'
import { type Answer, mountAct, mountPage, redirect } from './frame.tsx'
import { fundNames } from './fund-link.ts'
import { causeOptions } from './hardship-options.ts'
import { pageHeaders } from './headers.ts'
import { Ambiguous, readAmount } from './reading.ts'
import { inOne, type Told, told } from './refused.ts'
import { readUpload, type Upload } from './upload.ts'
import { type Desk, requireStillSignedIn, type Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

/** Rows of a preview that are wrong and told; more are put right once these are. */
const faultsShown = 200

/** Mounts the form, the look at the rows, the empty file. */
export function mountRoundImport(app: Hono, desk: Desk): void {
  const path = '/rounds/:round{[0-9]+}/import'
  mountPage(app, desk, path, (visit) => {
    requireMay(visit.caller, submitMany)
    const values = { form: 'bank', applied_by: 'branch' }
    return asking(visit, { values, told: null, errors: {} })
  })
  mountAct(app, desk, 'post', path, async (visit) => {
    requireMay(visit.caller, submitMany)
    const upload = await readUpload(visit.c.req.raw, mostListBytes)
    requireStillSignedIn(visit)
    try {
      return upload.fields.rows === undefined
        ? await previewed(visit, upload)
        : await taken(visit, upload.fields)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const problem = told(error, visit.t, fundNames(visit))
      return asking(visit, { values: upload.fields, told: problem, errors: {} }, error.status)
    }
  })
  mountAct(app, desk, 'get', '/rounds/template.csv', (visit) => {
    requireMay(visit.caller, submitMany)
    return new Response(emptyCaseList(visit.language), {
      headers: {
        ...pageHeaders,
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="list.csv"',
      },
    })
  })
}

function roundAsked(visit: Visit) {
  return visit.ask(show, { round: Number(visit.c.req.param('round')) })
}

interface Sent {
  readonly values: Readonly<Record<string, string>>
  readonly told: Told | null
  readonly errors: Readonly<Record<string, string>>
}

function crumbs({ t, href }: Visit, { round, name }: { round: number; name: string }) {
  return [
    { href: href('/rounds'), label: t.rounds.title },
    { href: href(`/rounds/${round}`), label: name },
  ]
}

function asking(visit: Visit, sent: Sent, status = 200): Answer {
  const { t, language, desk, href } = visit
  const round = roundAsked(visit)
  const body = RoundImportPage({
    t,
    language,
    breadcrumbs: crumbs(visit, round),
    action: href(`/rounds/${round.round}/import`),
    key: freshKey(desk.book.surroundings.random),
    ...sent,
    causes: causeOptions(visit),
    appliedBy: appliedBy.map((value) => ({ value, label: t.cases.applied_by_words[value] })),
    forms: forms.map((value) => ({ value, label: t.words.form[value] })),
    columns: listColumns.map((column) => {
      const needed = column === 'party' || column === 'amount'
      const term = t.rounds.columns[column]
      return { term, detail: needed ? t.rounds.needed : t.rounds.not_needed }
    }),
    template: href('/rounds/template.csv'),
  })
  return { title: t.rounds.take_in, body, place: 'hardship', status }
}

/** What a cell of amounts says; what can be read in two ways stays as it is and is refused by name. */
function amountRead(given: string, { language }: Visit): string {
  try {
    return readAmount(given, language)
  } catch (error) {
    if (!(error instanceof Ambiguous)) throw error
    return given
  }
}

async function previewed(visit: Visit, { files, fields }: Upload): Promise<Answer> {
  const { list } = files
  const { t } = visit
  const errors = {
    ...(list ? {} : { list: t.forms.missing }),
    ...(fields.cause ? {} : { cause: t.forms.choose }),
  }
  if (!list || Object.keys(errors).length > 0) {
    return asking(visit, { values: fields, told: null, errors }, 422)
  }
  const rows = await readCaseList(list.bytes, mostRowsOfList)
  const { round } = roundAsked(visit)
  const form = forms.find((one) => one === fields.form) ?? 'bank'
  const checked = visit.ask(checkList, {
    round,
    rows: rows.map((row) => rowGiven(row, visit)),
    cause: fields.cause!,
    form,
    openFiles: fields.open_files === 'yes',
  })
  return preview(visit, checked, fields)
}

function rowGiven({ party = '', amount = '', ...row }: ListRow, visit: Visit) {
  return { ...row, party, amount: amountRead(amount, visit) }
}

function preview(
  visit: Visit,
  { ready, faults }: ListChecked,
  fields: Readonly<Record<string, string>>,
): Answer {
  const { t, language, desk, href } = visit
  const round = roundAsked(visit)
  const { currency } = round
  const sum = ready.reduce(
    (all, { amount }) => addMinor(all, parseAmount(amount, currency)),
    zeroMinor,
  )
  const count = (n: number) => formatCount(language, n)
  const path = href(`/rounds/${round.round}/import`)
  const body = RoundPreviewPage({
    t,
    language,
    breadcrumbs: crumbs(visit, round),
    action: path,
    again: path,
    key: freshKey(desk.book.surroundings.random),
    ready: {
      count: count(ready.length),
      amount: formatMoney(language, amountText(sum, currency), currency),
    },
    faults: faults.slice(0, faultsShown).map(({ row, refusal }) => ({
      row: count(row),
      problem: inOne(told(refusal, t, fundNames(visit))),
    })),
    faultCount: count(faults.length),
    hidden: { rows: JSON.stringify(ready), applied_by: fields.applied_by ?? 'branch' },
  })
  return { title: t.rounds.preview, body, place: 'hardship' }
}

/** Enters the rows as they were shown. */
async function taken(visit: Visit, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const { desk, caller } = visit
  const round = Number(visit.c.req.param('round'))
  const key = fields.key ?? freshKey(desk.book.surroundings.random)
  const input = { round, applied_by: fields.applied_by, rows: rowsSent(fields.rows!) }
  await desk.offer.submit({ command: submitMany, input, key, caller })
  return redirect(visit.href(`/rounds/${round}?done=take_in`))
}

/** What a browser sent back; anything but rows is refused by the command. */
function rowsSent(text: string): readonly RowReady[] | string {
  try {
    return JSON.parse(text) as readonly RowReady[]
  } catch {
    return text.slice(0, 100)
  }
}

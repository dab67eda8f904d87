/** Bringing in lists of helpers and of needs: read, shown row by row, then entered in one act. */
import type { Hono } from 'hono'
import {
  RegisterImportPage,
  RegisterPreviewPage,
} from '../../../templates/pages/register-import.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import { rehearse } from '../../book/book.ts'
import { requireMay } from '../../book/scope.ts'
import {
  emptyList,
  type ListColumns,
  mostListBytes,
  readList,
} from '../../exchange/list-columns.ts'
import { helperListOfFile, needListOfFile } from '../../exchange/register-lists.ts'
import { Refusal } from '../../kit/refusal.ts'
import {
  enrollMany,
  mostRowsOfRegister,
  openMany,
  type RowFault,
  tryEnrollMany,
  tryOpenMany,
} from '../../pairing/registers/list-commands.ts'
import { readHelpers, readNeeds } from '../../pairing/registers/list-reading.ts'
import type { ListColumn } from '../../pairing/registers/list-words.ts'
import { type Answer, mountAct, mountPage, redirect } from './frame.tsx'
import { pageHeaders } from './headers.ts'
import { inOne, type Told, told } from './refused.ts'
import { readUpload, type Upload } from './upload.ts'
import { type Desk, requireStillSignedIn, type Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

/** Rows of a preview that are wrong and told; more are put right once these are. */
const faultsShown = 200

const lists = {
  helpers: {
    columns: helperListOfFile,
    reads: readHelpers,
    tries: tryEnrollMany,
    enters: enrollMany,
  },
  needs: { columns: needListOfFile, reads: readNeeds, tries: tryOpenMany, enters: openMany },
} as const
type Register = keyof typeof lists

/** Mounts the forms, the looks at the rows, the empty files. */
export function mountRegisterImports(app: Hono, desk: Desk): void {
  for (const register of ['helpers', 'needs'] as const) mountOne(app, desk, register)
}

function mountOne(app: Hono, desk: Desk, register: Register): void {
  const path = `/pairing/${register}/import`
  const { enters, columns } = lists[register]
  mountPage(app, desk, path, (visit) => {
    requireMay(visit.caller, enters)
    return asking(visit, register, { told: null })
  })
  mountAct(app, desk, 'post', path, async (visit) => {
    requireMay(visit.caller, enters)
    const upload = await readUpload(visit.c.req.raw, mostListBytes)
    requireStillSignedIn(visit)
    try {
      return upload.fields.rows === undefined
        ? await previewed(visit, register, upload)
        : await taken(visit, register, upload.fields)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const ticked = upload.fields.register === 'yes'
      return asking(visit, register, { told: told(error, visit.t), register: ticked }, error.status)
    }
  })
  mountAct(app, desk, 'get', `${path}/template.csv`, (visit) => {
    requireMay(visit.caller, enters)
    return new Response(emptyList<ListColumn>(columns as ListColumns<ListColumn>, visit.language), {
      headers: {
        ...pageHeaders,
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${register}.csv"`,
      },
    })
  })
}

function crumbs({ t, href }: Visit, register: Register) {
  return [{ href: href(`/pairing/${register}`), label: t[register].title }]
}

function titleOf({ t }: Visit, register: Register): string {
  return register === 'helpers' ? t.register_lists.helpers_title : t.register_lists.needs_title
}

interface Sent {
  readonly told: Told | null
  readonly error?: string
  readonly register?: boolean
}

function asking(visit: Visit, register: Register, sent: Sent, status = 200): Answer {
  const { t, language, desk, href } = visit
  const { headings, needed } = lists[register].columns
  const title = titleOf(visit, register)
  const body = RegisterImportPage({
    t,
    language,
    title,
    lead: t.register_lists.lead,
    breadcrumbs: crumbs(visit, register),
    action: href(`/pairing/${register}/import`),
    key: freshKey(desk.book.surroundings.random),
    told: sent.told,
    error: sent.error,
    register: sent.register ?? false,
    columns: (Object.keys(headings) as ListColumn[]).map((column) => ({
      term: t.register_lists.column[column],
      detail: (needed as readonly ListColumn[]).includes(column)
        ? t.register_lists.needed
        : t.register_lists.not_needed,
    })),
    template: href(`/pairing/${register}/import/template.csv`),
  })
  return { title, body, place: 'pairing', status }
}

async function previewed(
  visit: Visit,
  register: Register,
  { files, fields }: Upload,
): Promise<Answer> {
  const { columns, reads } = lists[register]
  const ticked = fields.register === 'yes'
  if (!files.list) {
    const sent = { told: null, error: visit.t.forms.missing, register: ticked }
    return asking(visit, register, sent, 422)
  }
  const rows = await readList<ListColumn>(
    files.list.bytes,
    columns as ListColumns<ListColumn>,
    mostRowsOfRegister,
  )
  const { ready, faults } = visit.ask(reads, { rows, register: ticked })
  const met = ready.length === 0 ? [] : tried(visit, register, ready)
  const all = [
    ...faults,
    ...met.map(({ at, refusal }) => ({ row: ready[at]!.row, refusal })),
  ].toSorted((a, b) => a.row - b.row)
  return preview(visit, register, { ready: ready.slice(), faults: all })
}

type Ready = ReturnType<typeof readHelpers.run>['ready']

/** What the rows would meet: they are entered and taken back. */
function tried(visit: Visit, register: Register, ready: Ready): readonly RowFault[] {
  const { desk, caller } = visit
  const rows = ready.map(({ input }) => input)
  // No form has this key: what is tried is nothing that was done.
  const key = `${freshKey(desk.book.surroundings.random)}-trial`
  const request = { command: lists[register].tries, input: { rows }, key, caller }
  return rehearse(
    desk.book,
    request,
    ({ output }) => (output as ReturnType<typeof tryEnrollMany.run>).faults,
  )
}

function preview(
  visit: Visit,
  register: Register,
  read: {
    readonly ready: Ready
    readonly faults: readonly { readonly row: number; readonly refusal: Refusal }[]
  },
): Answer {
  const { t, language, desk, href } = visit
  const { faults } = read
  const wrong = new Set(faults.map(({ row }) => row))
  const ready = read.ready.filter(({ row }) => !wrong.has(row))
  const count = (n: number) => formatCount(language, n)
  const body = RegisterPreviewPage({
    t,
    language,
    title: t.register_lists.preview,
    breadcrumbs: crumbs(visit, register),
    action: href(`/pairing/${register}/import`),
    key: freshKey(desk.book.surroundings.random),
    ready: count(ready.length),
    faults: faults.slice(0, faultsShown).map(({ row, refusal }) => ({
      row: count(row),
      problem: inOne(told(refusal, t)),
    })),
    faultCount: count(faults.length),
    hidden: { rows: JSON.stringify(ready.map(({ input }) => input)) },
  })
  return { title: t.register_lists.preview, body, place: 'pairing' }
}

/** Enters the rows as they were shown. */
async function taken(
  visit: Visit,
  register: Register,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { desk, caller } = visit
  const key = fields.key ?? freshKey(desk.book.surroundings.random)
  const input = { rows: rowsSent(fields.rows!) }
  const { output } = await desk.offer.submit({
    command: lists[register].enters,
    input,
    key,
    caller,
  })
  const { entered } = output as ReturnType<typeof enrollMany.run>
  return redirect(visit.href(`/pairing/${register}?entered=${entered}`))
}

/** What a browser sent back; anything but rows is refused by the command. */
function rowsSent(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text.slice(0, 100)
  }
}

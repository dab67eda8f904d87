/** Forms that import files: the file is read in the background, and its task has a page of its own. */
import type { Hono } from 'hono'
import { ImportPeoplePage } from '../../../templates/pages/people-import.tsx'
import {
  BankResultsPage,
  ImportGrantsPage,
  ImportJournalPage,
  type ImportView,
} from '../../../templates/pages/task-forms.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import type { AnyCommand } from '../../book/registry.ts'
import { requireMay } from '../../book/scope.ts'
import { decodeMapping } from '../../exchange/mapping.ts'
import { list as listFunds } from '../../funds/funds.ts'
import { sha256Hex } from '../../kit/digest.ts'
import { Refusal } from '../../kit/refusal.ts'
import { payoutCategories } from '../../ledger/roles.ts'
import {
  beginAgain,
  beginBankResults,
  beginGrantsImport,
  beginJournalImport,
  beginPeopleCheck,
} from '../../tasks/commands.ts'
import { show } from '../../tasks/queries.ts'
import { otherFile } from '../../tasks/refusals.ts'
import type { FieldSpec } from './fields.ts'
import { type Answer, mountAct, redirect } from './frame.tsx'
import { toldInForm } from './refused.ts'
import { regionOptions, usualRegion } from './regions.ts'
import { readUpload, type Upload } from './upload.ts'
import { type Desk, requireStillSignedIn, type Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

interface ImportForm {
  readonly path: string
  readonly command: AnyCommand
  readonly title: (visit: Visit) => string
  /** The names of its files. */
  readonly files: readonly string[]
  /** The questions beside them. */
  readonly fields: readonly FieldSpec[]
  readonly page: (visit: Visit, view: ImportView) => ReturnType<typeof ImportJournalPage>
  /** The command's input. Refuses a file that can be seen to be wrong at once. */
  readonly input: (upload: Upload) => Record<string, unknown>
}

const journalForm: ImportForm = {
  path: '/imports/journal',
  command: beginJournalImport,
  title: ({ t }) => t.tasks.import_journal,
  files: ['journal', 'mapping'],
  fields: [],
  page: (_, view) => ImportJournalPage(view),
  input: ({ files }) => {
    const { journal, mapping } = files
    decodeMapping(mapping!.bytes)
    return {
      file: journal!.name,
      digest: sha256Hex(journal!.bytes),
      mapping_file: mapping!.name,
      mapping_digest: sha256Hex(mapping!.bytes),
    }
  },
}

const grantsForm: ImportForm = {
  path: '/imports/grants',
  command: beginGrantsImport,
  title: ({ t }) => t.tasks.import_grants,
  files: ['grants'],
  fields: [
    { name: 'fund', kind: 'fund', label: (t) => t.tasks.fund },
    {
      name: 'category',
      kind: 'select',
      label: (t) => t.tasks.category,
      options: ({ t }) =>
        payoutCategories.map((value) => ({ value, label: t.words.payout_category[value] })),
    },
  ],
  page: (visit, view) => {
    const { funds } = visit.ask(listFunds, {})
    const categories = payoutCategories.map((value) => ({
      value,
      label: visit.t.words.payout_category[value],
    }))
    return ImportGrantsPage({ ...view, funds, categories })
  },
  input: ({ files, fields }) => ({
    fund: fields.fund ?? '',
    category: fields.category ?? '',
    file: files.grants!.name,
    digest: sha256Hex(files.grants!.bytes),
  }),
}

const peopleForm: ImportForm = {
  path: '/imports/people',
  command: beginPeopleCheck,
  title: ({ t }) => t.peopleImport.title,
  files: ['people'],
  fields: [
    {
      name: 'region',
      kind: 'select',
      optional: true,
      label: (t) => t.peopleImport.region,
      options: () => [],
    },
  ],
  page: (visit, view) => {
    const template = (format: 'xlsx' | 'csv') => visit.href(`/imports/people/template.${format}`)
    return ImportPeoplePage({
      ...view,
      region: view.values.region ?? usualRegion(visit),
      regions: regionOptions(visit),
      templates: [
        { href: template('xlsx'), label: visit.t.peopleImport.template_xlsx },
        { href: template('csv'), label: visit.t.peopleImport.template_csv },
      ],
    })
  },
  input: ({ files, fields }) => ({
    file: files.people!.name,
    digest: sha256Hex(files.people!.bytes),
    ...(fields.region ? { region: fields.region } : {}),
  }),
}

const bankResultsForm: ImportForm = {
  path: '/imports/bank-results',
  command: beginBankResults,
  title: ({ t }) => t.tasks.take_bank_results,
  files: ['results'],
  fields: [],
  page: (_, view) => BankResultsPage(view),
  input: ({ files }) => ({
    file: files.results!.name,
    digest: sha256Hex(files.results!.bytes),
  }),
}

/** Mounts the forms that take files: a journal, a roster of grants, people, and what a bank says of a batch. */
export function mountImports(app: Hono, desk: Desk): void {
  for (const form of [journalForm, grantsForm, peopleForm, bankResultsForm]) {
    mountAct(app, desk, 'get', form.path, (visit) => {
      requireMay(visit.caller, form.command)
      const { searchParams } = new URL(visit.c.req.url)
      const asked = {
        ...noneAsked,
        key: freshKey(desk.book.surroundings.random),
        values: Object.fromEntries(searchParams),
      }
      return asking(visit, form, asked)
    })
    mountAct(app, desk, 'post', form.path, async (visit) => {
      requireMay(visit.caller, form.command)
      const upload = await readUpload(visit.c.req.raw, desk.offer.tasks.mostFileBytes)
      requireStillSignedIn(visit)
      return answered(visit, form, upload)
    })
  }
}

interface Asking {
  readonly key: string
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly told: ImportView['told']
  readonly status: number
}

const noneAsked: Omit<Asking, 'key' | 'values'> = { errors: {}, told: null, status: 200 }

function asking(visit: Visit, form: ImportForm, asked: Asking): Answer {
  const { t, language, desk } = visit
  const { key, values, errors, told, status } = asked
  const bytes = desk.offer.tasks.mostFileBytes
  const body = form.page(visit, {
    t,
    language,
    breadcrumbs: [{ href: visit.href('/tasks'), label: t.tasks.title }],
    action: visit.href(form.path),
    key,
    told,
    errors,
    values,
    task: values.task ?? '',
    limit: t.tasks.megabytes({ count: formatCount(language, Math.floor(bytes / 1_048_576)) }),
  })
  return { title: form.title(visit), body, place: 'tasks', status }
}

async function answered(visit: Visit, form: ImportForm, upload: Upload): Promise<Answer> {
  const { t, desk, caller } = visit
  const { fields, files } = upload
  const key = fields.key ?? freshKey(desk.book.surroundings.random)
  const values = { ...fields, sent: 'files' }
  const missing = form.files.filter((name) => !files[name])
  if (missing.length > 0) {
    const errors = Object.fromEntries(missing.map((name) => [name, t.tasks.file_missing]))
    return asking(visit, form, { key, values, errors, told: null, status: 422 })
  }
  try {
    const input = form.input(upload)
    const again = fields.task ? taskOfSameFile(visit, Number(fields.task), input) : null
    const request = again === null ? { command: form.command, input } : again
    const { output } = await desk.offer.submit({ ...request, key, caller })
    const { task } = output as { task: number }
    const bytes = form.files.map((name) => [name, files[name]!.bytes] as const)
    desk.offer.tasks.begin(task, caller, Object.fromEntries(bytes))
    return redirect(visit.href(`/tasks/${task}`))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { problems, told } = toldInForm(error, form.fields, fields, t)
    const errors = Object.fromEntries(problems.map(({ field, sentence }) => [field, sentence]))
    return asking(visit, form, { key, values, errors, told, status: error.status })
  }
}

/** A task is gone on with only with the very file that it was begun with. Refuses `task.other_file`. */
function taskOfSameFile(visit: Visit, task: number, input: Record<string, unknown>) {
  const { asked } = visit.ask(show, { task })
  const digests = ['digest', 'mapping_digest']
  if (asked === null || digests.some((name) => asked[name] !== input[name])) {
    throw otherFile({ task })
  }
  return { command: beginAgain, input: { task } }
}

/** Pages of batches: the register, and one with its lines, its findings and the way it went. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import { BatchPage } from '../../../templates/pages/batch.tsx'
import type { BatchLinesView } from '../../../templates/pages/batch-lines.tsx'
import { BatchesPage } from '../../../templates/pages/batches.tsx'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { Money } from '../../../templates/parts/figure.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import { Digest } from '../../../templates/parts/layout.tsx'
import { Day } from '../../../templates/parts/time.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { takeBankFile } from '../../exchange/bank-files/taking.ts'
import { list as listFunds } from '../../funds/funds.ts'
import { check } from '../../hardship/batches/checks.ts'
import { lines as listLines } from '../../hardship/batches/line-queries.ts'
import { prepare } from '../../hardship/batches/preparing.ts'
import { list, show } from '../../hardship/batches/queries.ts'
import { batchForms, batchStates, type LineState } from '../../hardship/batches/rows.ts'
import { beginBankResults } from '../../tasks/commands.ts'
import { mountBatchForms } from './batch-forms.tsx'
import { mountSignature } from './batch-signature.tsx'
import { batchStateView, batchView, findingViews, lineStateView, lineView } from './batch-views.ts'
import { doneOn } from './done.ts'
import { amountWords } from './field-views.ts'
import { mountPage, type Page } from './frame.tsx'
import { fundLink } from './fund-link.ts'
import { hardshipTabs } from './hardship-tabs.ts'
import { listed, listView } from './listing.ts'
import { recordedBy } from './recorded-by.ts'
import { toldOf } from './refused.ts'
import type { Desk, Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

/** Mounts the pages of batches. */
export function mountBatches(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/batches', listPage)
  mountBatchForms(app, desk)
  mountSignature(app, desk)
  mountPage(app, desk, '/batches/:batch{B-[0-9]+-[0-9]+}', onePage)
}

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const found = listed(visit, list, ['fund', 'form', 'state'])
  const rows = found.found?.batches ?? []
  const body = BatchesPage({
    t,
    language,
    list: listView(
      found,
      rows.map((row) => batchView(visit, row)),
    ),
    tabs: hardshipTabs(visit, '/batches'),
    funds: visit.ask(listFunds, {}).funds.map(({ fund, name }) => ({ value: fund, label: name })),
    forms: batchForms.map((value) => ({ value, label: t.words.form[value] })),
    states: batchStates.map((value) => ({ value, label: batchStateView(visit, value).word })),
    prepare: visit.may(prepare) ? href('/batches/new') : null,
    results: visit.may(beginBankResults) ? href('/imports/bank-results') : null,
  })
  return { title: t.batches.title, body, place: 'disbursing' }
}

type Told = z.output<typeof show.output>

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = visit.ask(show, { batch: visit.c.req.param('batch')! })
  const { batch, may, barred } = told
  const checked = told.state === 'prepared' ? visit.ask(check, { batch }) : null
  const title = t.batches.one({ batch })
  const at = (path: string) => href(`/batches/${batch}/${path}`)
  const again = new URLSearchParams({ fund: told.fund, form: told.form, again_of: batch })
  const body = BatchPage({
    t,
    language,
    title,
    name: told.name,
    breadcrumbs: [{ href: href('/batches'), label: t.batches.title }],
    state: batchStateView(visit, told.state),
    done: doneOn(visit, doneWords(visit)),
    particulars: particularsOf(visit, told),
    barred: barred && toldOf(barred, t),
    accountsChanged:
      told.accounts_changed.length === 0
        ? null
        : t.batches.accounts_changed({ lines: told.accounts_changed.join(', ') }),
    findings: checked && findingViews(visit, checked.findings, told.currency),
    blocked: checked?.blocked ?? false,
    lines: linesOf(visit, told),
    path: pathOf(visit, told),
    release: may.release ? at('release') : null,
    close: may.close ? at('close') : null,
    again: may.again ? href(`/batches/new?${again}`) : null,
    drop: may.change ? at('drop') : null,
    results:
      may.record && told.form === 'bank' && told.waiting > 0 && visit.may(beginBankResults)
        ? href('/imports/bank-results')
        : null,
    papers: papersOf(visit, told),
    bankFile: bankFileOf(visit, told),
  })
  return { title, body, place: 'disbursing' }
}

function doneWords({ t }: Visit): Record<string, string> {
  return {
    prepare: t.batches.prepared,
    release: t.batches.released,
    drop: t.batches.dropped,
    remove: t.batches.removed,
    result: t.batches.result_done,
    bounce: t.batches.bounce_done,
    sign: t.batches.sign_done,
    close: t.batches.closed,
  }
}

function particularsOf(visit: Visit, told: Told): DescriptionView[] {
  const { t, language } = visit
  const { total, arrived, currency, fund } = told
  const money = (amount: string) => Money({ language, amount, currency })
  const count = (n: number) => formatCount(language, n)
  const counted = (term: string, n: number): DescriptionView[] =>
    n > 0 ? [{ term, detail: count(n) }] : []
  const link = fundLink(visit, fund)
  const released = told.state === 'released' || told.state === 'closed'
  return [
    { term: t.batches.total, detail: money(total), note: amountWords(total, currency, language) },
    { term: t.batches.lines, detail: count(told.lines) },
    ...(released ? [{ term: t.batches.arrived, detail: money(arrived) }] : []),
    ...(released ? counted(t.batches.waiting, told.waiting) : []),
    ...counted(t.batches.rejected, told.rejected),
    ...counted(t.batches.bounced, told.bounced),
    { term: t.batches.form, detail: t.words.form[told.form] },
    { term: t.batches.pay_on, detail: Day({ language, day: told.pay_on }) },
    { term: t.batches.fund, detail: <a href={link.href}>{link.label}</a> },
    ...(told.released
      ? [{ term: t.batches.digest, detail: <Digest>{told.released.digest}</Digest> }]
      : []),
  ]
}

function papersOf({ t, href, language }: Visit, { batch, state, form }: Told) {
  if (state === 'dropped') return []
  const at = (path: string) => href(`/batches/${batch}/${path}?language=${language}`)
  return [
    { href: at('roster.pdf'), label: t.batches.roster_pdf },
    { href: at('roster.xlsx'), label: t.batches.roster_xlsx },
    ...(form === 'bank' ? [] : [{ href: at('slips.pdf'), label: t.batches.slips }]),
  ]
}

function bankFileOf(visit: Visit, { batch, state, form, waiting }: Told) {
  const { t, href, desk, caller } = visit
  const offered = state === 'released' && form === 'bank' && waiting > 0
  if (!offered || !visit.may(takeBankFile) || !caller.readsNames) return null
  const key = () => freshKey(desk.book.surroundings.random)
  return {
    action: href(`/batches/${batch}/bank-file`),
    formats: [
      { format: 'xml', key: key(), label: t.batches.bank_xml },
      { format: 'csv', key: key(), label: t.batches.bank_csv },
    ],
  }
}

function pathOf(visit: Visit, told: Told): MilestoneView[] {
  const { t } = visit
  const done = (title: string, sequence: number): MilestoneView => ({
    title,
    state: 'done',
    ...recordedBy(visit, sequence),
  })
  const first = done(t.batches.maker, told.sequence)
  if (told.dropped) {
    const { sequence, reason } = told.dropped
    const by = recordedBy(visit, sequence)
    return [first, { title: t.batches.dropper, state: 'stopped', ...by, detail: reason ?? '' }]
  }
  const coming = (title: string, now: boolean): MilestoneView => ({
    title,
    state: now ? 'current' : 'coming',
  })
  return [
    first,
    told.released
      ? done(t.batches.releaser, told.released.sequence)
      : coming(t.batches.releaser, true),
    told.closed
      ? done(t.batches.closer, told.closed.sequence)
      : coming(t.batches.closer, told.released !== null),
  ]
}

/** Lines on one page of a batch. */
const linesOnPage = 50

const shownStates = ['waiting', 'paid', 'rejected', 'bounced'] as const

function linesOf(visit: Visit, told: Told): BatchLinesView {
  const { t, language } = visit
  const asked = visit.param('lines')
  const state = shownStates.find((one) => one === asked)
  const after = /^\d{1,9}$/.test(visit.param('after')) ? Number(visit.param('after')) : 0
  const { batch } = told
  const found = visit.ask(listLines, {
    batch,
    limit: linesOnPage,
    ...(after > 0 ? { after } : {}),
    ...(state ? { state } : {}),
  })
  const at = (given: Record<string, string>) =>
    `${visit.href(`/batches/${batch}`)}?${new URLSearchParams(given)}#lines`
  const kept: Record<string, string> = state ? { lines: state } : {}
  const counts: Partial<Record<LineState, number>> = {
    waiting: told.waiting,
    paid: told.paid,
    rejected: told.rejected,
    bounced: told.bounced,
  }
  const tabs = shownStates
    .filter((one) => told.state !== 'prepared' && (counts[one] ?? 0) > 0)
    .map((one) => ({
      href: at({ lines: one }),
      label: `${lineStateView(visit, told.state, one).word} (${formatCount(language, counts[one]!)})`,
      current: state === one,
    }))
  const all = { href: at({}), label: t.batches.all_lines, current: state === undefined }
  return {
    t,
    language,
    lines: found.lines.map((line) => lineView(visit, told, line, told.may)),
    tabs: tabs.length === 0 ? [] : [all, ...tabs],
    total: state === undefined && found.next === null && after === 0 ? told.total : undefined,
    first: after > 0 ? at(kept) : undefined,
    next: found.next === null ? undefined : at({ ...kept, after: String(found.next) }),
  }
}

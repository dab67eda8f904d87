/** Pages of agreements between bodies: the list, what is due, and one with all that came of it. */
import type { Hono } from 'hono'
import { AgreementPage } from '../../../templates/pages/agreement.tsx'
import { AgreementsPage, DuePage } from '../../../templates/pages/agreements.tsx'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { State } from '../../../templates/parts/state.tsx'
import { Day } from '../../../templates/parts/time.tsx'
import { draft } from '../../pairing/agreements/drafting.ts'
import { due, list } from '../../pairing/agreements/queries.ts'
import { agreementSides, agreementStates } from '../../pairing/agreements/rows.ts'
import { agreementDownload } from '../agreement-downloads.ts'
import { mountAgreementDeeds } from './agreement-deeds.tsx'
import { mountAgreementForms } from './agreement-forms.tsx'
import { evidenceOf, versionsOf } from './agreement-history.ts'
import {
  type AgreementTold,
  agreementAsked,
  agreementState,
  bodyOptions,
  commitmentView,
  kindsTold,
  measureTold,
  outcomeState,
  totalView,
} from './agreement-views.ts'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { pairingTabs } from './pairing-tabs.ts'
import { toldOf } from './refused.ts'
import { mountVariances } from './variances.tsx'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of agreements and of the statements about them. */
export function mountAgreements(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/pairing/agreements', listPage)
  mountPage(app, desk, '/pairing/agreements/due', duePage)
  mountAgreementForms(app, desk)
  mountAgreementDeeds(app, desk)
  mountVariances(app, desk)
  mountPage(app, desk, '/pairing/agreements/:agreement{[0-9]+}', onePage)
}

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const { agreements } = t
  const found = listed(visit, list, ['state', 'helper'])
  const rows = (found.found?.agreements ?? []).map((row) => ({
    number: { href: href(`/pairing/agreements/${row.agreement}`), label: row.reference },
    helper: row.helper.name,
    party: row.party.name,
    kinds: kindsTold(visit, row.kinds),
    until: row.until_on,
    commitments:
      row.overdue > 0 ? (
        <State kind="stopped" word={agreements.overdue_count({ count: row.overdue })} />
      ) : (
        <span class="soft">{row.commitments === 0 ? '' : agreements.none_overdue}</span>
      ),
    state: agreementState(visit, row),
  }))
  const body = AgreementsPage({
    t,
    language,
    list: listView(found, rows),
    tabs: pairingTabs(visit, '/pairing/agreements'),
    states: agreementStates.map((value) => ({ value, label: agreements.states[value] })),
    helpers: bodyOptions(visit),
    due: href('/pairing/agreements/due'),
    draft: visit.may(draft) ? href('/pairing/agreements/new') : null,
  })
  return { title: agreements.title, body, place: 'pairing' }
}

function duePage(visit: Visit): Page {
  const { t, language, href } = visit
  const { agreements } = t
  const found = listed(visit, due, ['within_days', 'only', 'side'])
  const rows = (found.found?.due ?? []).map((row) => ({
    due_on: row.due_on,
    left: daysLeft(visit, row.days_left),
    agreement: {
      href: href(`/pairing/agreements/${row.agreement}#commitments`),
      label: row.reference,
    },
    side: row.side === 'helper' ? row.helper.name : row.party.name,
    kind: agreements.promise_kinds[row.kind],
    text: row.text ?? '',
    promised: measureTold(visit, row, row.promised, row.currency),
    open: measureTold(visit, row, row.open, row.currency),
    state: outcomeState(visit, row),
  }))
  const body = DuePage({
    t,
    language,
    list: listView(found, rows),
    tabs: pairingTabs(visit, '/pairing/agreements'),
    breadcrumbs: [{ href: href('/pairing/agreements'), label: agreements.title }],
    sides: agreementSides.map((value) => ({ value, label: agreements.sides[value] })),
  })
  return { title: agreements.due_title, body, place: 'pairing' }
}

function daysLeft({ t }: Visit, days: number): string {
  if (days === 0) return t.agreements.due_today
  return days > 0 ? t.agreements.days_left({ days }) : t.agreements.days_late({ days: -days })
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = agreementAsked(visit)
  const { agreements } = t
  const title = agreements.one(told)
  const at = (path: string, label: string) => ({
    href: href(`/pairing/agreements/${told.agreement}/${path}`),
    label,
  })
  const { may } = told
  const paper = `/agreements/${told.agreement}/agreement.pdf?language=${language}`
  const body = AgreementPage({
    t,
    language,
    title,
    breadcrumbs: [{ href: href('/pairing/agreements'), label: agreements.title }],
    state: agreementState(visit, told),
    done: doneOn(visit, {
      drafted: agreements.drafted,
      revised: agreements.revise_done,
      promised: agreements.promise_done,
      signed: agreements.sign_done,
      ended: agreements.end_done,
      released: agreements.release_done,
      recorded: agreements.record_done,
      taken_back: agreements.take_back_done,
    }),
    acts: [
      ...(may.sign ? [at('signatures/new', agreements.sign)] : []),
      ...(may.revise ? [at('versions/new', agreements.revise)] : []),
      ...(visit.may(agreementDownload) ? [{ href: href(paper), label: agreements.print }] : []),
    ],
    end: may.end ? at('end', agreements.end) : null,
    barred: told.barred && toldOf(told.barred, t),
    particulars: particularsOf(visit, told),
    texts: textsOf(visit, told),
    commitments: told.lines.map((line) => lineView(visit, told, line)),
    promise: may.promise ? at('commitments/new', agreements.promise) : null,
    totals: told.totals.map((total) => totalView(visit, total, told.currency)),
    evidence: evidenceOf(visit, told),
    versions: versionsOf(visit, told),
    statements: statementsOf(visit, told),
    make: may.make ? at('variance/new', agreements.make) : null,
  })
  return { title, body, place: 'pairing' }
}

/** A commitment, with the forms about it that this reader may fill in. */
function lineView(visit: Visit, told: AgreementTold, line: AgreementTold['lines'][number]) {
  const { t, href } = visit
  const at = `/pairing/agreements/${told.agreement}/commitments/${line.commitment}`
  const isOpen = !line.is_released && line.kept_on === null
  const records = told.may.record && line.binding && !line.is_released
  return commitmentView(visit, line, {
    currency: told.currency,
    binding: line.binding,
    note: line.release_reason,
    acts: [
      ...(records ? [{ href: href(`${at}/evidence/new`), label: t.agreements.record }] : []),
      ...(told.may.release && isOpen && (line.binding || told.ended === null)
        ? [{ href: href(`${at}/release`), label: t.agreements.release }]
        : []),
    ],
  })
}

/** The statements about it, newest first. */
function statementsOf({ t, href }: Visit, { statements }: AgreementTold) {
  const answer = (of: keyof typeof answerKinds) => {
    return { kind: answerKinds[of], word: t.agreements.answers[of] }
  }
  return statements.toReversed().map((one) => ({
    reference: {
      href: href(`/pairing/variance-statements/${one.statement}`),
      label: one.reference,
    },
    as_of: one.as_of,
    helper: answer(one.helper),
    helped: answer(one.helped),
  }))
}

const answerKinds = { signed: 'done', refused: 'stopped', open: 'waiting' } as const

function particularsOf(visit: Visit, told: AgreementTold): DescriptionView[] {
  const { t, language, href } = visit
  const { agreements } = t
  const link = (path: string, label: string) => <a href={href(path)}>{label}</a>
  return [
    {
      term: agreements.helper,
      detail: link(`/pairing/helpers/${told.helper.helper}`, told.helper.name),
      note: told.helper.reference,
    },
    {
      term: agreements.party,
      detail: link(`/people/${told.party.party}`, told.party.name),
      note: told.party.party,
    },
    { term: agreements.kinds, detail: kindsTold(visit, told.kinds) },
    {
      term: agreements.holds,
      detail: (
        <>
          <Day language={language} day={told.from_on} /> –{' '}
          <Day language={language} day={told.until_on} />
        </>
      ),
      note: agreements.version({ version: told.signed_version ?? told.newest_version }),
    },
    ...(told.unit ? [{ term: agreements.unit, detail: told.unit.name }] : []),
    ...(told.ended
      ? [
          {
            term: agreements.ended_on,
            detail: <Day language={language} day={told.ended.on_day} />,
            note: told.ended.reason ?? undefined,
          },
        ]
      : []),
  ]
}

/** What the version says that holds, and what the newest says where both sides have not signed it. */
function textsOf({ t }: Visit, { versions, signed_version }: AgreementTold) {
  const { agreements } = t
  const shown = versions.filter(
    ({ version }) => version === signed_version || version === versions.length,
  )
  return shown.map(({ version, text }) => ({
    title: version === signed_version ? agreements.text : agreements.version_text({ version }),
    text: text ?? '',
  }))
}

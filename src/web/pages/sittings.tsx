/** Pages of committee sittings: the list, and one with its agenda, its votes and its minutes. */
import type { Hono } from 'hono'
import {
  type AgendaGroupView,
  type BallotView,
  type CasePutView,
  SittingPage,
} from '../../../templates/pages/sitting.tsx'
import { type SittingRowView, SittingsPage } from '../../../templates/pages/sittings.tsx'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { formatDay, formatList, formatMoney } from '../../../templates/parts/format.ts'
import { call } from '../../hardship/sittings/calling.ts'
import { list } from '../../hardship/sittings/queries.ts'
import { minutesDownload } from '../case-downloads.ts'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { hardshipTabs } from './hardship-tabs.ts'
import { listed, listView } from './listing.ts'
import { sentencesOf } from './policy-words.ts'
import { agendaAsked, pathOfSitting, sittingAsked, userName } from './sitting-asked.ts'
import { mountSittingForms } from './sitting-forms.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of sittings. */
export function mountSittings(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/sittings', listPage)
  mountSittingForms(app, desk)
  mountPage(app, desk, pathOfSitting, onePage)
}

type Row = ReturnType<typeof rowsOf>[number]

function rowsOf(visit: Visit) {
  return visit.ask(list, {}).sittings
}

function stateView({ t }: Visit, closed: boolean) {
  return closed
    ? ({ kind: 'done', word: t.sittings.states.closed } as const)
    : ({ kind: 'active', word: t.sittings.states.open } as const)
}

function rowView(visit: Visit, row: Row): SittingRowView {
  const { sittings } = visit.t
  const { approved, refused, waiting } = row
  return {
    href: visit.href(`/sittings/${row.sitting}`),
    number: row.reference,
    day: row.held_on,
    unit: row.unit?.name ?? sittings.whole,
    present: sittings.present_of(row),
    decided: formatList(visit.language, [
      ...(approved > 0 ? [sittings.approved({ count: approved })] : []),
      ...(refused > 0 ? [sittings.refused({ count: refused })] : []),
      ...(waiting > 0 ? [sittings.waiting({ count: waiting })] : []),
    ]),
    state: stateView(visit, row.closed),
  }
}

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, ['state'])
  const rows = (found.found?.sittings ?? []).map((row) => rowView(visit, row))
  const body = SittingsPage({
    t,
    language,
    list: listView(found, rows),
    tabs: hardshipTabs(visit, '/sittings'),
    states: (['open', 'closed'] as const).map((value) => ({
      value,
      label: t.sittings.states[value],
    })),
    call: visit.may(call) ? visit.href('/sittings/new') : null,
  })
  return { title: t.sittings.title, body, place: 'hardship' }
}

type Told = ReturnType<typeof sittingAsked>

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = sittingAsked(visit)
  const { sittings } = t
  const title = sittings.one({ sitting: told.reference })
  const round = visit.param('round')
  const kept = round === '' ? '' : `?round=${encodeURIComponent(round)}`
  const at = (path: string, label: string) => ({
    href: href(`/sittings/${told.sitting}/${path}`),
    label,
  })
  const body = SittingPage({
    t,
    language,
    title,
    breadcrumbs: [{ href: href('/sittings'), label: sittings.title }],
    state: stateView(visit, told.closed),
    done: doneOn(visit, {
      call: sittings.called,
      attendance: sittings.recorded,
      recusal: sittings.recused_done,
      vote: sittings.voted,
      close: sittings.closed_done,
    }),
    acts: [
      ...(told.may.vote && told.present > 0 ? [at(`vote${kept}`, sittings.vote)] : []),
      ...(told.may.record ? [at('attendance', sittings.record)] : []),
      ...(told.may.recuse ? [at('recusals/new', sittings.recuse)] : []),
      ...(told.closed && visit.may(minutesDownload)
        ? [at(`minutes.pdf?language=${language}`, sittings.print_minutes)]
        : []),
    ],
    close: told.may.close && told.ballots > 0 ? at('closing', sittings.close) : null,
    particulars: particularsOf(visit, told),
    attendance: told.attendance.map((one) => ({
      name: userName(visit, one),
      part: t.sittings.parts[one.part],
      presence: { kind: presenceKinds[one.presence], word: t.sittings.presence[one.presence] },
    })),
    agenda: told.closed ? null : agendaView(visit),
    recusals: told.recusals.map((one) => ({
      name: userName(visit, one),
      case: { href: href(`/cases/${one.case}`), label: one.reference },
      ground: sittings.grounds[one.ground],
      reason: one.reason,
    })),
    ballots: told.voted.map((ballot) => ballotView(visit, ballot)).toReversed(),
    minutes:
      told.digest === null || told.minutes === null
        ? null
        : { digest: told.digest, text: told.minutes },
  })
  return { title, body, place: 'hardship' }
}

const presenceKinds = { present: 'done', excused: 'waiting', absent: 'stopped' } as const

function particularsOf(visit: Visit, told: Told): DescriptionView[] {
  const { t, language, href } = visit
  const { sittings } = t
  const rules = sentencesOf('committee', told.policy.body, { t, language }).map(({ text }) => text)
  const { version } = told.policy
  const sentences = rules.join(language === 'en' ? ' ' : '')
  return [
    { term: sittings.held_on, detail: formatDay(language, told.held_on) },
    { term: sittings.unit, detail: told.unit?.name ?? sittings.whole },
    ...(told.place === null ? [] : [{ term: sittings.place, detail: told.place }]),
    { term: sittings.present, detail: sittings.present_of(told) },
    {
      term: sittings.quorum,
      detail:
        version === null ? (
          sentences
        ) : (
          <a href={href(`/settings/policies/versions/${version}`)}>{sentences}</a>
        ),
    },
  ]
}

/** Cases listed of each group; the form for voting lists them all. */
const mostOnPage = 50

function agendaView(visit: Visit) {
  const { groups, more } = agendaAsked(visit)
  return { groups: groups.map((group) => groupView(visit, group)), more }
}

type Group = ReturnType<typeof agendaAsked>['groups'][number]

function groupView(visit: Visit, group: Group): AgendaGroupView {
  const { t, language } = visit
  const { sittings } = t
  const { recused, cases, total, currency } = group
  const names = formatList(
    language,
    recused.map((one) => userName(visit, one)),
  )
  const count = sittings.cases_of({ count: cases.length })
  const sum = total === null || currency === null ? '' : formatMoney(language, total, currency)
  return {
    title: recused.length === 0 ? sittings.together : sittings.apart({ names }),
    count: sum === '' ? count : `${count} · ${sum}`,
    without: group.quorum ? null : sittings.no_quorum(group),
    cases: cases.slice(0, mostOnPage).map((one) => ({
      ...putView(visit, one),
      marks: [
        ...(one.to_ratify ? [{ kind: 'care' as const, word: sittings.to_ratify }] : []),
        ...(one.voted ? [{ kind: 'active' as const, word: sittings.voted_already }] : []),
        ...(one.own.length > 0 ? [{ kind: 'stopped' as const, word: sittings.own }] : []),
      ],
    })),
    more: othersThan(visit, cases.length),
  }
}

function othersThan({ t }: Visit, count: number): string | null {
  return count > mostOnPage ? t.sittings.and_more({ count: count - mostOnPage }) : null
}

interface Put {
  readonly case: number
  readonly reference: string
  readonly beneficiary: { readonly name: string }
  readonly amount: string
  readonly currency: string
  readonly instalments: number
}

function putView({ t, language, href }: Visit, one: Put): Omit<CasePutView, 'marks'> {
  const { amount, currency, instalments } = one
  const shown = formatMoney(language, amount, currency)
  return {
    href: href(`/cases/${one.case}`),
    reference: one.reference,
    beneficiary: one.beneficiary.name,
    amount,
    currency,
    instalments:
      instalments === 1 ? null : t.sittings.instalments({ amount: shown, count: instalments }),
  }
}

function ballotView(visit: Visit, ballot: Told['voted'][number]): BallotView {
  const { t, language } = visit
  const { sittings } = t
  const { carried, proposal, votes, rule, conditions, reason } = ballot
  const against = votes
    .filter(({ vote }) => vote !== 'for')
    .map((one) => `${userName(visit, one)}: ${sittings.vote_words[one.vote]}`)
  const also = (term: string, detail: string | null) => (detail === null ? [] : [{ term, detail }])
  const rules: Readonly<Record<string, string>> = t.flow.rules
  return {
    title: `${sittings.ballot(ballot)} · ${sittings.proposals[proposal]}`,
    state: carried
      ? { kind: 'done', word: sittings.carried }
      : { kind: 'stopped', word: sittings.not_carried },
    particulars: [
      {
        term: sittings.votes,
        detail: sittings.count(ballot),
        note: against.length === 0 ? undefined : formatList(language, against),
      },
      { term: sittings.present, detail: sittings.present_of(ballot) },
      ...also(sittings.rule, rule === null ? null : (rules[rule] ?? rule)),
      ...also(sittings.conditions, conditions),
      ...also(sittings.reason, reason),
    ],
    cases: ballot.cases.slice(0, mostOnPage).map((one) => ({
      ...putView(visit, one),
      marks: one.superseded ? [{ kind: 'reversed', word: sittings.superseded }] : [],
    })),
    more: othersThan(visit, ballot.cases.length),
  }
}

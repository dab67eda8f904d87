/** The first page of a book: what waits for the reader, by role, then the funds at a glance. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import {
  type ExampleView,
  HomePage,
  type StepView,
  type WaitingView,
} from '../../../templates/pages/home.tsx'
import { formatCount, formatDay, formatMonth } from '../../../templates/parts/format.ts'
import { make as invite } from '../../access/invitations.ts'
import { list as listUsers } from '../../access/users.ts'
import type { AnyCommand } from '../../book/registry.ts'
import { close as closeFund } from '../../funds/closing.ts'
import { list as listContributions } from '../../funds/contribution-queries.ts'
import { receive } from '../../funds/contributions.ts'
import { list as listFunds, open as openFund } from '../../funds/funds.ts'
import { list as listRequests } from '../../funds/payment-request-queries.ts'
import { request as enter } from '../../funds/payment-requests.ts'
import { list as listPayouts } from '../../funds/payout-queries.ts'
import { pay } from '../../funds/payouts.ts'
import { type Month, monthRange } from '../../kit/day.ts'
import { close as closeMonth } from '../../ledger/commands.ts'
import { periods } from '../../ledger/period-queries.ts'
import { issue } from '../../statements/commands.ts'
import { list as listStatements } from '../../statements/queries.ts'
import { type WaitingCode, waiting } from '../../work/waiting.ts'
import { askIfMay } from './ask-if.ts'
import { mountPage, type Page } from './frame.tsx'
import { fundCard } from './funds.tsx'
import type { Desk, Visit } from './visit.ts'
import { type WayToPay, wayToPay } from './ways-to-pay.ts'

/** Funds shown at a glance: two rows of cards on a wide screen. */
const fundsAtGlance = 6

/** A book with as many entries is in use, and needs no first steps. */
const entriesInUse = 40

/** Mounts the first page. */
export function mountHome(app: Hono, desk: Desk): void {
  mountPage(app, desk, '', homePage)
}

type FundRow = z.output<typeof listFunds.output>['funds'][number]

function homePage(visit: Visit): Page {
  const { t, language } = visit
  const funds = askIfMay(visit, listFunds, {})?.funds ?? []
  const unused = funds.every(({ entries }) => entries === 0)
  const items = visit.ask(waiting, {}).items
  const body = HomePage({
    t,
    language,
    // In a new book the notices of its examples say the same, with the way out.
    waiting: items
      .filter(({ code }) => !(unused && code === 'funds_empty'))
      .map((item) => waitingView(visit, item)),
    examples: unused && visit.may(closeFund) ? funds.map((fund) => example(visit, fund)) : [],
    steps: stepsOf(visit, funds),
    funds: funds.slice(0, fundsAtGlance).map((fund) => fundCard(visit, fund)),
    allFunds: visit.href('/funds'),
  })
  return { title: t.shell.home, body, place: 'home' }
}

function example({ href, t }: Visit, { fund, name }: FundRow): ExampleView {
  const reason = encodeURIComponent(t.home.remove_reason)
  return {
    name,
    keep: href(`/funds/${fund}`),
    remove: href(`/funds/${fund}/closing?reason=${reason}`),
  }
}

type Item = z.output<typeof waiting.output>['items'][number]

interface Places {
  /** Where all of them are. */
  readonly all: string
  /** Where the first is done, from what names it. */
  readonly first: (of: string, item: Item) => string
}

const places: Readonly<Record<WaitingCode, Places>> = {
  reopenings_to_decide: { all: '/periods', first: (month) => `/periods/${month}` },
  payments_to_approve: {
    all: '/payment-requests?state=to_approve',
    first: (request) => `/payment-requests/${request}`,
  },
  payments_to_pay: {
    all: '/payment-requests?state=to_pay',
    first: (request) => `/payment-requests/${request}`,
  },
  batches_to_release: { all: '/batches?state=prepared', first: (batch) => `/batches/${batch}` },
  batches_without_results: {
    all: '/batches?state=released',
    first: (batch) => `/batches/${batch}`,
  },
  payments_to_send_again: { all: '/batches/new', first: () => '/batches/new' },
  batches_to_close: { all: '/batches?state=released', first: (batch) => `/batches/${batch}` },
  emergencies_to_agree: { all: '/cases?sort=waiting', first: oneCase },
  emergencies_to_ratify: { all: '/awards?state=to_ratify', first: oneCase },
  caps_to_decide: { all: '/cases?step=approve&sort=waiting', first: oneCase },
  allowances_to_make_due: {
    all: '/allowances',
    first: (_, { month }) => `/allowances/${month}/instalments`,
  },
  claims_open: { all: '/claims?state=open', first: oneCase },
  cases_overdue: { all: '/cases?state=open&sort=waiting', first: oneCase },
  cases_to_approve: { all: '/cases?step=approve&sort=waiting', first: oneCase },
  cases_to_deliberate: { all: '/cases?step=deliberate&sort=waiting', first: oneCase },
  cases_to_review: { all: '/cases?step=review&sort=waiting', first: oneCase },
  cases_to_put_up: { all: '/cases?step=notice&sort=waiting', first: oneCase },
  cases_to_check: { all: '/cases?step=checks&sort=waiting', first: oneCase },
  cases_to_visit: { all: '/cases?step=home_visit&sort=waiting', first: oneCase },
  cases_to_verify: { all: '/cases?step=verify&sort=waiting', first: oneCase },
  files_to_review: {
    all: '/hardship-files?review=due',
    first: (file) => `/hardship-files/${file}`,
  },
  arrivals_to_look_into: { all: '/follow-up?state=red', first: oneCase },
  sittings_to_close: { all: '/sittings?state=open', first: (sitting) => `/sittings/${sitting}` },
  call_backs_to_make: { all: '/call-backs', first: (draw) => `/call-backs/${draw}` },
  arrivals_to_ask: {
    all: '/follow-up?state=to_confirm',
    first: (payout) => `/follow-up/confirmation?payouts=${payout}`,
  },
  visits_due: { all: '/follow-up/visits', first: oneCase },
  households_without_helper: {
    all: '/pairing/gaps?kind=no_helper',
    first: (file) => `/hardship-files/${file}`,
  },
  helpers_leaving: {
    all: '/pairing/gaps?kind=leaving',
    first: (helper) => `/pairing/helpers/${helper}`,
  },
  pairs_without_consent: { all: '/pairing/pairs?waits=consent', first: onePair },
  pairs_of_the_dead: { all: '/pairing/pairs?waits=died', first: onePair },
  visits_disputed: {
    all: '/pairing/visits/list?state=red',
    first: (visit) => `/pairing/visits/${visit}`,
  },
  pair_ends_to_approve: { all: '/pairing/pairs?waits=closing', first: onePair },
  pair_visits_late: {
    all: '/pairing/visits?only=late',
    first: (pair) => `/pairing/visits/new?pair=${pair}`,
  },
  pair_follow_ups_due: {
    all: '/pairing/follow-ups?state=open',
    first: (followUp) => `/pairing/follow-ups/${followUp}/end`,
  },
  proposals_to_answer: { all: '/pairing/pairs?waits=answers', first: onePair },
  pairs_to_review: { all: '/pairing/pairs?waits=review', first: onePair },
  observations_over: { all: '/pairing/pairs?waits=observation', first: onePair },
  objections_to_decide: {
    all: '/objections?state=open',
    first: (objection) => `/objections/${objection}`,
  },
  grievances_to_decide: {
    all: '/grievances?state=open',
    first: (grievance) => `/grievances/${grievance}`,
  },
  notices_ran_out: {
    all: '/notices/register?state=ran_out',
    first: (notice) => `/notices/register/${notice}`,
  },
  funds_overdrawn: { all: '/funds', first: (fund) => `/funds/${fund}` },
  contributions_unidentified: {
    all: '/contributions?state=unidentified',
    first: (contribution) => `/contributions/${contribution}/identification`,
  },
  contributions_without_receipt: {
    all: '/contributions?state=without_receipt',
    first: (contribution) => `/contributions/${contribution}/receipt`,
  },
  months_to_close: { all: '/periods', first: (month) => `/periods/${month}/closing` },
  statements_missing: { all: '/statements', first: newStatement },
  statements_outdated: { all: '/statements', first: (number) => `/statements/${number}` },
  pledges_long_open: { all: '/pledges?state=open', first: (pledge) => `/pledges/${pledge}` },
  funds_empty: { all: '/funds', first: (fund) => `/funds/${fund}` },
}

function oneCase(id: string): string {
  return `/cases/${id}`
}

function onePair(id: string): string {
  return `/pairing/pairs/${id}`
}

function newStatement(fund: string, { month }: Item): string {
  const period = month === null ? {} : monthRange(month as Month)
  return `/statements/new?${new URLSearchParams({ fund, ...period })}`
}

function waitingView({ t, language, href }: Visit, item: Item): WaitingView {
  const { code, count, more, subjects, month, oldest_on } = item
  const { all, first } = places[code]
  const shown = `${formatCount(language, count)}${more ? '+' : ''}`
  const since = oldest_on && t.home.since({ day: formatDay(language, oldest_on) })
  const [subject = ''] = subjects
  const of = encodeURIComponent(subject.slice(subject.indexOf('/') + 1))
  return {
    title: t.home.title[code]({ count, shown }),
    href: href(all),
    detail: (month === null ? since : formatMonth(language, month)) ?? undefined,
    action: { href: href(first(of, item)), label: t.home.action[code] },
  }
}

/** A command, the list of what it makes, and where it is done. */
type Way = readonly [command: AnyCommand, list: string, path: string]

/** The first steps of whoever records, while the book is hardly used. */
function stepsOf(visit: Visit, funds: readonly FundRow[]): StepView[] {
  const entries = funds.reduce((sum, fund) => sum + fund.entries, 0)
  if (!visit.may(receive) || entries >= entriesInUse) return []
  const { home } = visit.t
  const step = (
    name: 'fund' | 'contribution' | 'statement' | 'month',
    [command, list, path]: Way,
    done: boolean,
  ) => ({
    title: home.step[name],
    detail: home.step_detail[name],
    done,
    href: visit.href(visit.may(command) ? path : list),
  })
  const way = wayToPay(visit)
  const any = { limit: 1 } as const
  const months = visit.ask(periods, {}).periods
  const toClose = months.findLast(({ may_close }) => may_close)
  const month = toClose ? `/periods/${toClose.month}/closing` : '/periods'
  const given = visit.ask(listContributions, any).contributions
  const issued = visit.ask(listStatements, any).statements
  const steps = [
    step('fund', [openFund, '/funds', '/funds/new'], funds.length > 0),
    step('contribution', [receive, '/contributions', '/contributions/new'], given.length > 0),
    ...(way.always ? requestSteps(visit, way) : [payoutStep(visit)]),
    step('statement', [issue, '/statements', '/statements/new'], issued.length > 0),
    step(
      'month',
      [closeMonth, '/periods', month],
      months.some(({ state }) => state === 'closed'),
    ),
  ]
  return steps.every(({ done }) => done) ? [] : steps
}

function payoutStep({ t, href, ask, may }: Visit): StepView {
  const { home } = t
  return {
    title: home.step.payout,
    detail: home.step_detail.payout,
    done: ask(listPayouts, { limit: 1 }).payouts.length > 0,
    href: href(may(pay) ? '/payouts/new' : '/payouts'),
  }
}

/** Where nobody pays alone, others come first: who founds a book would only be refused. */
function requestSteps(visit: Visit, { people }: WayToPay): StepView[] {
  const { home } = visit.t
  const users = askIfMay(visit, listUsers, {})?.users.filter(({ ended }) => !ended)
  const others = {
    title: home.step.others,
    detail: home.step_others({ people }),
    done: users !== undefined && users.length >= people,
    href: visit.href('/settings/users/invite'),
  }
  const asked = visit.ask(listRequests, { limit: 1 }).requests
  return [
    ...(visit.may(invite) ? [others] : []),
    {
      title: home.step.request,
      detail: home.step_detail.request,
      done: asked.length > 0,
      href: visit.href(visit.may(enter) ? '/payment-requests/new' : '/payment-requests'),
    },
  ]
}

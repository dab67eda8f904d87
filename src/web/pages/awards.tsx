/** Pages of awards, of a month of allowances, and of claims. */
import type { Hono } from 'hono'
import {
  type AllowanceRowView,
  AllowancesPage,
  type AwardRowView,
  AwardsPage,
  type ClaimRowView,
  ClaimsPage,
} from '../../../templates/pages/awards.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import { RefusalNotice } from '../../../templates/parts/notice.tsx'
import type { StateKind } from '../../../templates/parts/state.tsx'
import { show as showAllowances } from '../../hardship/awards/allowance-queries.ts'
import { makeDue } from '../../hardship/awards/allowances.ts'
import { list as listClaims } from '../../hardship/awards/claim-queries.ts'
import { receive } from '../../hardship/awards/clawbacks.ts'
import { awardStates, list as listAwards } from '../../hardship/awards/queries.ts'
import { isDay, monthOf } from '../../kit/day.ts'
import { mountAwardForms } from './award-forms.tsx'
import { mountClaimForms } from './claim-forms.tsx'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { hardshipTabs } from './hardship-tabs.ts'
import { listed, listView } from './listing.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages and their forms. */
export function mountAwards(app: Hono, desk: Desk): void {
  mountAwardForms(app, desk)
  mountClaimForms(app, desk)
  mountPage(app, desk, '/awards', awardsPage)
  mountPage(app, desk, '/allowances', allowancesPage)
  mountPage(app, desk, '/claims', claimsPage)
}

type AwardRow = ReturnType<typeof listAwards.run>['awards'][number]

const kindOf: Readonly<Record<AwardRow['state'], StateKind>> = {
  running: 'active',
  to_ratify: 'waiting',
  ended: 'stopped',
  paid: 'done',
}
const kinds = ['single', 'allowance', 'emergency'] as const

function awardView({ t, language, href }: Visit, row: AwardRow): AwardRowView {
  return {
    case: { href: href(`/cases/${row.case}`), label: row.reference },
    person: row.beneficiary.name,
    amount: row.amount,
    currency: row.currency,
    months: formatCount(language, row.instalments),
    paid: row.paid_amount,
    approved_on: row.approved_on,
    emergency: row.emergency,
    state: { kind: kindOf[row.state], word: t.awards.states[row.state] },
  }
}

function awardsPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, listAwards, ['state', 'kind'])
  const rows = (found.found?.awards ?? []).map((row) => awardView(visit, row))
  const body = AwardsPage({
    t,
    language,
    tabs: hardshipTabs(visit, '/awards'),
    list: listView(found, rows),
    states: awardStates.map((value) => ({ value, label: t.awards.states[value] })),
    kinds: kinds.map((value) => ({ value, label: t.awards.kinds[value] })),
  })
  return { title: t.awards.title, body, place: 'disbursing' }
}

type ClaimRow = ReturnType<typeof listClaims.run>['clawbacks'][number]

function claimView(visit: Visit, row: ClaimRow): ClaimRowView {
  const { t, href } = visit
  const isOpen = /[1-9]/.test(row.open)
  return {
    case: { href: href(`/cases/${row.case}`), label: row.reference },
    number: String(row.clawback),
    person: row.payee.name,
    cause: t.awards.claim_causes[row.cause],
    claimed_on: row.claimed_on,
    amount: row.amount,
    open: row.open,
    currency: row.currency,
    state: isOpen
      ? { kind: 'waiting', word: t.awards.claim_states.open }
      : { kind: 'done', word: t.awards.claim_states.settled },
    receive:
      isOpen && visit.may(receive)
        ? { href: href(`/claims/${row.clawback}/receipt`), label: t.awards.receive }
        : undefined,
  }
}

function claimsPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, listClaims, ['state'])
  const rows = (found.found?.clawbacks ?? []).map((row) => claimView(visit, row))
  const body = ClaimsPage({
    t,
    language,
    tabs: hardshipTabs(visit, '/claims'),
    list: listView(found, rows),
    states: (['open', 'settled'] as const).map((value) => ({
      value,
      label: t.awards.claim_states[value],
    })),
  })
  return { title: t.awards.claims, body, place: 'disbursing' }
}

type AllowanceRow = ReturnType<typeof showAllowances.run>['allowances'][number]

function allowanceView({ t, href }: Visit, row: AllowanceRow): AllowanceRowView {
  const kinds: Readonly<Record<string, StateKind>> = { made: 'done', due: 'waiting' }
  return {
    case: { href: href(`/cases/${row.case}`), label: row.reference },
    person: row.beneficiary.name,
    amount: row.amount,
    currency: row.currency,
    number: t.awards.month_number({ number: row.number, of: row.of }),
    state: { kind: kinds[row.standing] ?? 'stopped', word: t.awards.standings[row.standing] },
  }
}

function allowancesPage(visit: Visit): Page {
  const { t, language, href, today } = visit
  const typed = visit.param('month').trim()
  const month = isDay(`${typed}-01`) ? typed : monthOf(today)
  const found = listed(visit, showAllowances, [], { limit: undefined, month })
  const rows = found.found?.allowances ?? []
  const due = rows.some(({ standing }) => standing === 'due')
  const body = AllowancesPage({
    t,
    language,
    tabs: hardshipTabs(visit, '/allowances'),
    month,
    action: found.action,
    done: doneOn(visit, { make_due: t.awards.make_due_done }),
    told: found.told && RefusalNotice({ language, ...found.told }),
    rows: rows.map((row) => allowanceView(visit, row)),
    make_due: due && visit.may(makeDue) ? href(`/allowances/${month}/instalments`) : null,
  })
  return { title: t.awards.allowances, body, place: 'disbursing' }
}

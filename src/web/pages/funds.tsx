/** Pages of funds: at a glance, one with its story, and the forms that open, rule and close it. */
import type { Hono } from 'hono'
import { FundPage, type FundPageView } from '../../../templates/pages/fund.tsx'
import { type FundCardView, FundsPage } from '../../../templates/pages/funds.tsx'
import type { AnyCommand } from '../../book/registry.ts'
import { close } from '../../funds/closing.ts'
import { list as listContributions } from '../../funds/contribution-queries.ts'
import { receive } from '../../funds/contributions.ts'
import { changePolicy, list, open, restrictions, show } from '../../funds/funds.ts'
import { setPayingAccount } from '../../funds/paying-accounts.ts'
import { list as listPayouts } from '../../funds/payout-queries.ts'
import { story } from '../../funds/story.ts'
import { accounts, trialBalance } from '../../ledger/queries.ts'
import { issue } from '../../statements/commands.ts'
import { list as listStatements } from '../../statements/queries.ts'
import { askIfMay } from './ask-if.ts'
import { doneOn } from './done.ts'
import { nameOfAccount } from './entry-posted.ts'
import type { FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { policyFacts, policyFields, policyInput, policyValues } from './fund-policy.ts'
import { storyView } from './fund-story.ts'
import { payingAccountFacts } from './paying-account.ts'
import { hasUnits, placeOptions, unitNames } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'
import { payLink } from './ways-to-pay.ts'

const fields: readonly FieldSpec[] = [
  { name: 'name', kind: 'text', label: (t) => t.funds.name },
  { name: 'fund', kind: 'text', label: (t) => t.funds.code, hint: (t) => t.funds.code_hint },
  {
    name: 'restriction',
    kind: 'radios',
    label: (t) => t.funds.restriction,
    options: ({ t }) => restrictions.map((value) => ({ value, label: t.restriction[value] })),
  },
  {
    name: 'purpose',
    kind: 'long_text',
    label: (t) => t.funds.purpose,
    hint: (t) => t.funds.purpose_hint,
  },
  {
    name: 'currency',
    kind: 'text',
    label: (t) => t.funds.currency,
    hint: (t, { organisation }) => t.funds.currency_hint({ currency: organisation.currency }),
    optional: true,
  },
  {
    name: 'unit',
    kind: 'select',
    label: (t) => t.funds.unit,
    hint: (t) => t.funds.unit_hint,
    options: ({ visit }) => placeOptions(visit, open),
    when: hasUnits,
    optional: true,
  },
]

/** Mounts the pages of funds. */
export function mountFunds(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/funds', listPage)
  mountForm(app, desk, {
    path: '/funds/new',
    command: open,
    place: 'funds',
    title: (t) => t.funds.open,
    lead: (t) => t.funds.open_lead,
    fields,
    begin: () => ({ restriction: 'purpose' }),
    button: (t) => t.funds.do_open,
    done: ({ fund }) => `/funds/${fund}?done=open`,
  })
  mountForm(app, desk, {
    path: '/funds/:fund/policy',
    command: changePolicy,
    place: 'funds',
    title: (t) => t.funds.policy_change,
    lead: (t) => t.funds.policy_lead,
    fields: policyFields(({ visit }) => fundAsked(visit).currency),
    begin: (visit) => policyValues(fundAsked(visit).policy),
    input: (read) => ({ policy: policyInput(read) }),
    button: (t) => t.funds.do_policy,
    done: ({ fund }) => `/funds/${fund}?done=policy`,
  })
  mountForm(app, desk, {
    path: '/funds/:fund/closing',
    command: close,
    place: 'funds',
    title: (t) => t.funds.close,
    lead: (t) => t.funds.close_lead,
    fields: [{ name: 'reason', kind: 'long_text', label: (t) => t.funds.close_reason }],
    button: (t) => t.funds.do_close,
    done: ({ fund }) => `/funds/${fund}?done=close`,
  })
  mountPage(app, desk, '/funds/:fund', onePage)
}

function fundAsked(visit: Visit) {
  return visit.ask(show, { fund: visit.c.req.param('fund')! })
}

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const all = visit.param('state') === 'all'
  const { funds } = visit.ask(list, { state: all ? 'all' : 'open' })
  const body = FundsPage({
    t,
    language,
    funds: funds.map((fund) => fundCard(visit, fund)),
    open: visit.may(open) ? visit.href('/funds/new') : null,
    others: all
      ? { href: visit.href('/funds'), label: t.funds.hide_closed }
      : { href: visit.href('/funds?state=all'), label: t.funds.show_closed },
  })
  return { title: t.funds.title, body, place: 'funds' }
}

/** A fund at a glance, with the course of its year. */
export function fundCard(visit: Visit, fund: ReturnType<typeof fundAsked>): FundCardView {
  const { months } = visit.ask(story, { fund: fund.fund })
  return {
    ...fund,
    href: visit.href(`/funds/${fund.fund}`),
    points:
      fund.entries === 0 ? [] : months.map(({ month, closing }) => ({ month, amount: closing })),
  }
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const fund = fundAsked(visit)
  const done = {
    open: t.funds.opened,
    policy: t.funds.policy_changed,
    paying_account: t.funds.paying_account_put,
    close: t.funds.closed_done,
  }
  const code = fund.fund
  const body = FundPage({
    t,
    language,
    name: fund.name,
    purpose: fund.purpose,
    breadcrumbs: [{ href: href('/funds'), label: t.funds.title }],
    done: doneOn(visit, done),
    closed: fund.closed ? (fund.closing_reason ?? '') : null,
    holdings: fund,
    links: linksOf(visit, code),
    facts: factsOf(visit, fund),
    policy: policyFacts(visit, fund.policy, fund.currency),
    story: storyView(visit, code, visit.param('year')),
    registers: [...registersOf(visit, code), ...listsOf(visit, code)],
    actions: fund.closed ? [] : actionsOf(visit, fund),
    policyChange: !fund.closed && visit.may(changePolicy) ? href(`/funds/${code}/policy`) : null,
    close: !fund.closed && visit.may(close) ? href(`/funds/${code}/closing`) : null,
  })
  return { title: fund.name, body, place: 'funds' }
}

/** What the figures of a fund are made of, as far as the reader may see that. */
function linksOf({ href, may }: Visit, code: string): FundPageView['links'] {
  const balance = href(`/ledger/trial-balance?fund=${code}`)
  return {
    ...(may(trialBalance) ? { money: balance, payables: balance } : {}),
    commitments: href(`/commitments?fund=${code}`),
    ...(may(changePolicy) ? { preserved: href(`/funds/${code}/policy`) } : {}),
  }
}

function factsOf(visit: Visit, fund: ReturnType<typeof fundAsked>) {
  const { t, href } = visit
  const { unit } = fund
  return [
    { term: t.funds.code, detail: fund.fund },
    { term: t.funds.restriction, detail: t.restriction[fund.restriction] },
    { term: t.funds.currency, detail: fund.currency },
    ...(unit === null
      ? []
      : [
          {
            term: t.funds.unit,
            detail: <a href={href(`/units/${unit}`)}>{unitNames(visit).get(unit) ?? unit}</a>,
          },
        ]),
    ...payingAccountFacts(visit, fund.fund),
    ...(fund.closing_reason === null
      ? []
      : [{ term: t.funds.closed, detail: fund.closing_reason }]),
  ]
}

/** Registers of the accounts in which money lies: what a cashier opens first. */
function registersOf(visit: Visit, fund: string) {
  const all = askIfMay(visit, accounts, {})?.accounts ?? []
  const money = all.filter(({ role }) => role === 'bank' || role === 'cash')
  return money.map((account) => ({
    href: visit.href(`/funds/${fund}/register/${account.account}`),
    label: nameOfAccount(account, visit.language),
  }))
}

/** What a stranger asks next: who gave, who was paid, what was issued. */
function listsOf({ t, href, may }: Visit, fund: string) {
  const all = [
    { query: listContributions, path: '/contributions', label: t.funds.see_contributions },
    { query: listPayouts, path: '/payouts', label: t.funds.see_payouts },
    { query: listStatements, path: '/statements', label: t.funds.see_statements },
  ]
  return all
    .filter(({ query }) => may(query))
    .map(({ path, label }) => ({ href: href(`${path}?fund=${fund}`), label }))
}

function actionsOf(visit: Visit, { fund, unit, currency }: ReturnType<typeof fundAsked>) {
  const { t } = visit
  const at = (command: AnyCommand, path: string, label: string) =>
    visit.may(command) ? { href: visit.href(`${path}?fund=${fund}`), label } : null
  return [
    at(receive, '/contributions/new', t.funds.record_contribution),
    payLink(visit, { fund }, { unit, currency }),
    at(issue, '/statements/new', t.funds.issue_statement),
    visit.may(setPayingAccount)
      ? { href: visit.href(`/funds/${fund}/paying-account`), label: t.funds.paying_account }
      : null,
  ].filter((act) => act !== null)
}

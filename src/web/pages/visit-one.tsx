/** The page of one visit. */
import type { Hono } from 'hono'
import { type GivenView, VisitPage, type WishView } from '../../../templates/pages/visit.tsx'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { formatCount, formatList, formatMoney } from '../../../templates/parts/format.ts'
import { Day } from '../../../templates/parts/time.tsx'
import { show as showPayout } from '../../funds/payout-queries.ts'
import { open as openNeed } from '../../pairing/registers/need-commands.ts'
import { withdraw } from '../../pairing/visits/commands.ts'
import { add } from '../../pairing/visits/follow-ups.ts'
import { show } from '../../pairing/visits/queries.ts'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { partyLink } from './pair-views.ts'
import type { Desk, Visit } from './visit.ts'
import { followUpRow } from './visit-lists.tsx'
import { visitState } from './visit-views.ts'

/** Mounts the page. */
export function mountVisit(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/pairing/visits/:visit{[0-9]+}', visitPage)
}

type Told = ReturnType<typeof show.run>

function visitPage(visit: Visit): Page {
  const { t, language, href } = visit
  const words = t.visits
  const told = visit.ask(show, { visit: Number(visit.c.req.param('visit')) })
  const path = `/pairing/visits/${told.visit}`
  const takes = !told.taken_back && told.confirmed?.agreed !== true && visit.may(withdraw)
  const title = words.of_visit(told)
  const body = VisitPage({
    t,
    language,
    title,
    breadcrumbs: [
      { href: href('/pairing/visits/list'), label: words.all },
      ...(told.pair
        ? [{ href: href(`/pairing/pairs/${told.pair.pair}`), label: told.pair.reference }]
        : []),
    ],
    state: visitState(visit, told),
    done: doneOn(visit, {
      record: words.recorded,
      confirm: words.confirmed,
      withdraw: words.withdrawn,
    }),
    confirm: told.may_confirm ? { href: href(`${path}/confirmation`), label: words.confirm } : null,
    withdraw: takes ? { href: href(`${path}/withdrawal`), label: words.withdraw } : null,
    particulars: particularsOf(visit, told),
    wanted: told.wanted.map((wish) => wishView(visit, told, wish)),
    given: told.given.map((help) => givenView(visit, help)),
    followUps: told.follow_ups.map((one) => followUpRow(visit, one)),
    addFollowUp: visit.may(add)
      ? { href: addingHref(visit, told), label: words.add_follow_up }
      : null,
  })
  return { title, body, place: 'pairing' }
}

/** Where something to be done is added for whom a visit was to. */
function addingHref({ href }: Visit, { pair, party }: Told): string {
  if (pair) return href(`/pairing/pairs/${pair.pair}/follow-ups/new`)
  return href(`/pairing/follow-ups/new?party=${party.party}`)
}

function wishView(visit: Visit, { party }: Told, wish: Told['wanted'][number]): WishView {
  const { t, language, href } = visit
  const { kind, text, need } = wish
  const asked = `party=${party.party}&kind=${kind.code}`
  const open = { href: href(`/pairing/needs/new?${asked}`), label: t.visits.open_need }
  const opened = need && {
    href: href(`/pairing/needs/${need.need}`),
    label: t.visits.need_opened(need),
  }
  return { kind: kind.name[language], text, need: opened ?? (visit.may(openNeed) ? open : null) }
}

function givenView(visit: Visit, help: Told['given'][number]): GivenView {
  const { t, language, href } = visit
  const { payout, amount, currency } = help
  const seen = visit.may(showPayout)
  return {
    what: help.text ?? '',
    form: t.visits.forms[help.form],
    helpsWith: help.kind.name[language],
    amount: amount && currency ? formatMoney(language, amount, currency) : null,
    payout:
      payout === null
        ? null
        : {
            href: seen ? href(`/payouts/${payout}`) : null,
            label: t.visits.of_fund({ payout }),
          },
    private: help.private,
  }
}

function particularsOf(visit: Visit, told: Told): DescriptionView[] {
  const { t, language } = visit
  const words = t.visits
  const { helper, companions, care_event: event, confirmed } = told
  const link = (one: { party: string; name: string }) => {
    const { href, label } = partyLink(visit, one)
    return <a href={href}>{label}</a>
  }
  const said = confirmed
    ? `${confirmed.agreed ? words.said_yes : words.said_no} (${t.visits.said_how[confirmed.how]})`
    : words.not_asked
  const optional: (DescriptionView | null)[] = [
    companions.length === 0
      ? null
      : {
          term: words.companions,
          detail: formatList(
            language,
            companions.map(({ name }) => name),
          ),
        },
    told.minutes === null
      ? null
      : { term: words.minutes, detail: formatCount(language, told.minutes) },
    event && {
      term: words.care_event,
      detail: words.kinds[event.kind],
      note: <Day language={language} day={event.on} />,
    },
    told.found === null ? null : { term: words.found, detail: told.found },
    told.taken_back ? { term: words.withdrawn, detail: told.taken_back_reason ?? '' } : null,
  ]
  return [
    { term: words.to, detail: link(told.party) },
    { term: words.who_went, detail: helper ? link(helper) : words.office },
    { term: words.kind, detail: words.kinds[told.kind] },
    { term: words.visited_on, detail: <Day language={language} day={told.visited_on} /> },
    { term: words.met, detail: words.mets[told.met] },
    { term: words.at_place, detail: t.visits.places[told.at_place] },
    ...optional.filter((one) => one !== null),
    { term: words.unit, detail: told.unit?.name ?? words.whole_organisation },
    { term: words.said, detail: said, note: told.said ?? undefined },
  ]
}

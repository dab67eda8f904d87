/** The form of a visit in the office: on a phone in under a minute, with the photo of a slip that somebody signed. */
import type { Hono } from 'hono'
import { problemIn } from '../../../templates/messages/problems.ts'
import type { ToldView } from '../../../templates/pages/form.tsx'
import type { VisitFieldsView } from '../../../templates/pages/visit-form.tsx'
import { VisitRecordPage } from '../../../templates/pages/visit-record.tsx'
import { formatDay, formatMoney } from '../../../templates/parts/format.ts'
import { sessionUnknown } from '../../access/refusals.ts'
import { type InputIssue, inputInvalid } from '../../book/refusals.ts'
import { requireMay } from '../../book/scope.ts'
import { documentKind, largestDocumentBytes } from '../../kit/document-kinds.ts'
import { Refusal } from '../../kit/refusal.ts'
import { show as showPair } from '../../pairing/pairs/queries.ts'
import { list as listCareEvents } from '../../pairing/visits/care-events.ts'
import { record } from '../../pairing/visits/commands.ts'
import { toHandOver } from '../../pairing/visits/to-hand-over.ts'
import { show as showParty } from '../../people/queries.ts'
import { type Answer, mountAct, redirect } from './frame.tsx'
import { told as toldOf } from './refused.ts'
import { readUpload } from './upload.ts'
import { type Desk, requireStillSignedIn, type Visit } from './visit.ts'
import { questionOf, readVisit, visitBegun } from './visit-form.ts'
import { freshKey } from './visitor.tsx'
import { officeOffline } from './visits-offline.ts'

const path = '/pairing/visits/new'

/** Mounts the form of a visit. */
export function mountVisitRecord(app: Hono, desk: Desk): void {
  mountAct(app, desk, 'get', path, (visit) => {
    requireMay(visit.caller, record)
    const key = freshKey(desk.book.surroundings.random)
    const event = visit.param('care_event')
    const values = { ...visitBegun(visit.today), ...(event && { care_event: event }) }
    const kind = visit.param('kind')
    const begun = kind in visit.t.visits.kinds ? { ...values, kind } : values
    return asking(visit, { key, told: null, errors: {}, values: begun }, 200)
  })
  mountAct(app, desk, 'post', path, answered)
}

/** Whom the visit is to, by the address or by what was typed. */
interface Whom {
  readonly pair: number | null
  readonly party: string | null
}

function whomOf(visit: Visit, typed: Readonly<Record<string, string>> = {}): Whom {
  const pair = visit.param('pair')
  if (/^[1-9]\d{0,14}$/.test(pair)) return { pair: Number(pair), party: null }
  const party = visit.param('party') || (typed.party ?? '').trim()
  return { pair: null, party: party === '' ? null : party }
}

async function answered(visit: Visit): Promise<Answer> {
  const { desk, caller, c, t, language } = visit
  requireMay(caller, record)
  const again: Again = {
    key: freshKey(desk.book.surroundings.random),
    values: {},
    errors: {},
    told: null,
  }
  try {
    const upload = await readUpload(c.req.raw, largestDocumentBytes, documentKind)
    requireStillSignedIn(visit)
    const { fields } = upload
    Object.assign(again, { key: fields.key ?? again.key, values: fields })
    const read = readVisit({ t, language, fields, slip: upload.files.slip?.bytes })
    const whom = whomOf(visit, fields)
    const errors = { ...missingWhom(visit, whom), ...read.errors }
    if (Object.keys(errors).length > 0) return asking(visit, { ...again, errors }, 422)
    const to = whom.pair === null ? { party: whom.party } : { pair: whom.pair }
    const input = { ...read.input, ...to }
    const { output } = await desk.offer.submit({ command: record, input, key: again.key, caller })
    const { visit: id } = output as { visit: number }
    return redirect(visit.href(`/pairing/visits/${id}?done=record`))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === sessionUnknown.code) throw error
    return asking(visit, { ...again, ...wrongIn(visit, error) }, error.status)
  }
}

function missingWhom({ t }: Visit, { pair, party }: Whom): Record<string, string> {
  return pair === null && party === null ? { party: t.forms.person_missing } : {}
}

/** A refusal at the questions that it is about, or above them. */
function wrongIn({ t }: Visit, refusal: Refusal): Pick<Again, 'errors' | 'told'> {
  if (refusal.code !== inputInvalid.code) return { errors: {}, told: toldOf(refusal, t) }
  const issues = refusal.values.issues as readonly InputIssue[]
  const errors = issues.map(({ field, problem }) => [questionOf(field), problemIn(t, problem)])
  return { errors: Object.fromEntries(errors) as Record<string, string>, told: null }
}

interface Again {
  readonly key: string
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly told: ToldView | null
}

function asking(visit: Visit, asked: Again, status: number): Answer {
  const { t, language, href, c } = visit
  const whom = whomOf(visit)
  const found = whom.pair === null && whom.party === null ? null : knownOf(visit, whom)
  const title = found ? t.visits.record_to(found) : t.visits.record
  const { pathname, search } = new URL(c.req.url)
  const body = VisitRecordPage({
    t,
    language,
    title,
    breadcrumbs: [{ href: href('/pairing/visits'), label: t.visits.title }],
    action: pathname + search,
    ...asked,
    asksWhom: found === null,
    offline: officeOffline(c, visit.user.id, found?.name),
    ...choicesFor(visit, found),
  })
  return { title, body, place: 'pairing', status, scripts: 'visits' }
}

interface Known {
  readonly party: string
  readonly name: string
  readonly pair: number | null
}

function knownOf(visit: Visit, { pair, party }: Whom): Known {
  if (pair === null) return { ...visit.ask(showParty, { party: party! }), pair: null }
  const { helped } = visit.ask(showPair, { pair })
  return { ...helped, pair }
}

type Choices = Pick<VisitFieldsView, 'needKinds' | 'careEvents' | 'currency' | 'office'>

/** What the form offers: kinds of need by the policy, what happened of late, money that may be handed over. */
function choicesFor(visit: Visit, known: Known | null): Choices {
  const { t, language } = visit
  const { currency } = visit.organisation
  const none = { slips: [], payouts: [], arrivals: [], asksWhoWent: false }
  // Whom it is to is asked first; what could be given follows from that.
  if (known === null) return { needKinds: [], careEvents: [], currency, office: none }
  const events = visit.ask(listCareEvents, {
    party: known.party,
    household: 'true',
    state: 'standing',
  })
  const { pair, party } = known
  const offered = visit.ask(toHandOver, pair === null ? { party } : { pair })
  return {
    needKinds: offered.kinds.map(({ code, name }) => ({ value: code, label: name[language] })),
    careEvents: events.care_events
      .filter(({ state }) => state === 'open')
      .map((one) => ({
        value: String(one.care_event),
        label: [
          one.party.name,
          t.visits.occasion_kinds[one.kind],
          formatDay(language, one.on),
        ].join(' · '),
      })),
    currency,
    office: { ...moneyOf(visit, offered), asksWhoWent: pair !== null },
  }
}

type Offered = ReturnType<typeof toHandOver.run>

function moneyOf({ t, language }: Visit, { slips, payouts }: Offered) {
  const told = ({ amount, currency }: { amount: string; currency: string }) =>
    formatMoney(language, amount, currency)
  const payout = (one: Offered['payouts'][number]) => ({
    value: `payout:${one.payout}`,
    label: t.visits.help_payout({ payout: one.payout, amount: told(one) }),
  })
  return {
    slips: slips.map((one) => {
      const { case: reference, beneficiary } = one
      const label = t.visits.slip_of({ reference, name: beneficiary.name, amount: told(one) })
      return { value: `${one.batch}/${one.line}`, label }
    }),
    payouts: payouts.map(payout),
    arrivals: payouts.filter(({ may_ask }) => may_ask).map(payout),
  }
}

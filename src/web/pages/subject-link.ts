/** Where what an event was on has its page: `payout/12` stands at `/payouts/12`. */
import { subjectIn } from '../../../templates/messages/audit-words.ts'
import type { LinkView } from '../../../templates/parts/content.ts'
import type { Visit } from './visit.ts'

const places: Readonly<Record<string, (of: string) => string>> = {
  organisation: () => '/settings',
  signing_key: () => '/audit/checks#keys',
  token: () => '/settings#tokens',
  user: (of) => `/settings/users/${of}`,
  policy: (of) => `/settings/policies/versions/${of}`,
  party: (of) => `/people/${of}`,
  application_code: () => '/application-codes',
  unit: (of) => `/units/${of}`,
  household: (of) => `/households/${of}`,
  fund: (of) => `/funds/${of}`,
  pledge: (of) => `/pledges/${of}`,
  contribution: (of) => `/contributions/${of}`,
  receipt: (of) => `/receipts?q=${of}`,
  transfer: (of) => `/transfers/${of}`,
  programme: (of) => `/programmes/${of}`,
  aid_event: () => '/programmes',
  hardship_file: (of) => `/hardship-files/${numberIn(of)}`,
  round: (of) => `/rounds/${of}`,
  case: (of) => `/cases/${numberIn(of)}`,
  batch: (of) => `/batches/${of}`,
  sitting: (of) => `/sittings/${of}`,
  call_back_draw: (of) => `/call-backs/${of}`,
  notice: (of) => `/notices/register/${of}`,
  objection: (of) => `/objections/${of}`,
  grievance: (of) => `/grievances/${of}`,
  place: (of) => `/pairing/places/${of}`,
  helper: (of) => `/pairing/helpers/${numberIn(of)}`,
  need: (of) => `/pairing/needs/${numberIn(of)}`,
  match: (of) => `/pairing/matching/${of}`,
  pair: (of) => `/pairing/pairs/${numberIn(of)}`,
  pairing_code: () => '/pairing/codes',
  visit: (of) => `/pairing/visits/${of}`,
  follow_up: () => '/pairing/follow-ups',
  care_event: () => '/pairing/occasions',
  agreement: (of) => `/pairing/agreements/${numberIn(of)}`,
  variance: (of) => `/pairing/variance-statements/${of}`,
  service_pledge: (of) => `/pairing/service/pledges/${of}`,
  service_post: (of) => `/pairing/service/posts/${of}`,
  post_holding: () => '/pairing/service/posts',
  service_time: () => '/pairing/service/hours',
  payment_request: (of) => `/payment-requests/${of}`,
  interest: () => '/interests',
  payout: (of) => `/payouts/${of}`,
  commitment: (of) => `/commitments/${of}`,
  entry: (of) => `/entries/${of}`,
  account: () => '/ledger',
  period: () => '/periods',
  statement: (of) => `/statements/${of}`,
  task: (of) => `/tasks/${of}`,
}

/** Cases, files, helpers and so on are named by their references where people look for them, and by their numbers in events. */
function numberIn(of: string): number {
  return Number(of.replace(/^(?:AG|HE|ND|PA|C|F)-/, ''))
}

/** A subject of the audit trail in the reader's words, with the way to it; `href` is null where it has no page. */
export function subjectLink(
  visit: Visit,
  subject: string,
): Omit<LinkView, 'href'> & { href: string | null } {
  const [noun = '', ...rest] = subject.split('/')
  const path = Object.hasOwn(places, noun)
    ? places[noun]!(encodeURIComponent(rest.join('/')))
    : undefined
  return {
    label: subjectIn(visit.t, subject),
    href: path === undefined ? null : visit.href(path),
  }
}

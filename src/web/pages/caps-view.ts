/** Caps and what they counted, as pages show them. */
import type { AidPlaceView, CapView } from '../../../templates/pages/caps-table.tsx'
import { show as showRequest } from '../../funds/payment-request-queries.ts'
import { show as showPayout } from '../../funds/payout-queries.ts'
import type { CapOut } from '../../hardship/caps/queries.ts'
import { caseRef } from '../../hardship/cases/rows.ts'
import type { CaseId } from '../../kit/ids.ts'
import type { Visit } from './visit.ts'

/** Help that was counted, as a link: a case by its reference, a payout or a request by its number. */
export function aidLink(visit: Visit, subject: string): AidPlaceView {
  const [noun = '', of = ''] = subject.split('/')
  if (noun === 'case')
    return { href: visit.href(`/cases/${of}`), label: caseRef(Number(of) as CaseId) }
  const { t, href, may } = visit
  const number = Number(of)
  return noun === 'payout'
    ? {
        href: may(showPayout) ? href(`/payouts/${of}`) : null,
        label: t.payouts.one({ payout: number }),
      }
    : {
        href: may(showRequest) ? href(`/payment-requests/${of}`) : null,
        label: t.requests.one({ request: number }),
      }
}

/** A cap in words, such as `Any help, for each person in a calendar year`. */
export function capName({ t }: Visit, cap: CapOut): string {
  const { policies } = t
  const window =
    cap.window_months === null
      ? policies.window[cap.window]
      : policies.rolling({ months: cap.window_months })
  return `${policies.help[cap.help]} · ${policies.scope[cap.scope]} ${window}`
}

/** A cap; `proposed` says whether a case is held against it. */
export function capView(visit: Visit, cap: CapOut, proposed: boolean): CapView {
  const { t } = visit
  const passes = cap.passed.length > 0
  return {
    name: capName(visit, cap),
    currency: cap.currency,
    limit: cap.limit,
    used: cap.used,
    left: cap.left,
    times:
      cap.times_most === null
        ? null
        : t.awards.cap_times_of({ times: cap.times, most: cap.times_most }),
    counted: cap.counted.map((subject) => aidLink(visit, subject)),
    state: proposed
      ? {
          kind: passes ? 'stopped' : 'done',
          word: passes ? t.awards.cap_passes : t.awards.cap_fits,
        }
      : undefined,
  }
}

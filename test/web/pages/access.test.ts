/** Every page and every form, as every role and as a stranger: hidden or not, what is not allowed is refused. */
import { expect, test } from 'vitest'
import { roles } from '../../../src/book/registry.ts'
import { type Pages, pagesForTests } from './pages-for-tests.ts'

const examples: Readonly<Record<string, string>> = {
  fund: 'care',
  party: 'P-000001',
  kept: 'P-000001',
  merged: 'P-000001',
  account: '1100',
  month: '2026-03',
  year: '2026',
  file: 'CARE-2026-0001.html',
  page: 'nowhere',
}

/** Ways in and out, and a script that holds nothing of the book: for strangers too. */
const open =
  /^\/(?:sign-in(?:\/.*)?|sign-out|start\/.*|preferences|visits-worker\.js|(?:apply|together)(?:\/.*)?)$/

/** The paths below the book that its pages answer, with something in the place of each name. */
function pathsOf(site: Pages, method: string): string[] {
  const paths = site
    .routes()
    .filter((route) => route.method === method && /^\/b\/:book(?!\/api)/.test(route.path))
    .map(({ path }) => path.replace('/b/:book', ''))
    .map((path) =>
      path.replace(/:(\w+)(\{(?:[^{}]|\{[^}]*\})*\})?/g, (_, name) => examples[name] ?? '1'),
    )
  return [...new Set(paths)].filter((path) => !open.test(path))
}

test('a stranger is led from every page and every form to signing in, and nothing is done', async () => {
  const site = await pagesForTests()
  const before = site.head()
  for (const method of ['GET', 'POST']) {
    for (const path of pathsOf(site, method)) {
      const headers = new Headers({ origin: 'http://localhost' })
      if (method === 'POST') headers.set('content-type', 'application/x-www-form-urlencoded')
      const body = method === 'POST' ? `key=${'k'.repeat(20)}&step=post` : null
      const request = new Request(`http://localhost/b/relief${path}`, { method, headers, body })
      const answer = await site.fetch(request)
      expect([path, answer.status]).toEqual([path, 303])
      expect(answer.headers.get('location')).toMatch(/^\/b\/relief\/sign-in/)
      expect(await answer.text()).toBe('')
    }
  }
  expect(site.head()).toBe(before)
})

test('each form is for its roles: open (x) or refused with 403 (.), asked for and sent', async () => {
  const site = await pagesForTests({ offer: { copy: async () => Promise.reject(new Error()) } })
  for (const role of roles) await site.get('/funds', { role })
  const before = site.head()
  const lines: string[] = []
  // To sign out elsewhere twice is to do it once: that form has no key.
  // An objection to a public notice is for everybody.
  const paths = pathsOf(site, 'POST').filter(
    (path) => !path.endsWith('/end-others') && path !== '/notices/1/objection',
  )
  for (const path of paths) {
    const marks: string[] = []
    for (const role of roles) {
      // Without a key nothing is done, whoever sends it; the role is asked before.
      const sent = path.startsWith('/imports')
        ? await site.upload(path, new FormData(), { role })
        : await site.send(path, { step: 'post', key: '' }, { role })
      const asked = await site.get(path, { role })
      if (asked.status === 403) expect([path, role, sent.status]).toEqual([path, role, 403])
      marks.push(sent.status === 403 ? '.' : 'x')
    }
    lines.push(`${marks.join(' ')}  ${path}`)
  }
  expect(site.head()).toBe(before)
  expect([roles.join(' '), ...lines].join('\n')).toMatchInlineSnapshot(`
    "owner fund_administrator approver committee_member pairing_coordinator auditor training_provider member
    x x x x x x x x  /settings/passkeys/question
    x x x x x x x x  /settings/passkeys
    x x x x x x x x  /settings/passkeys/1/removal
    x x x x x x x x  /settings/accounts/1/removal
    x x x x x x x x  /settings/password
    x x x x x x x x  /settings/sign-in/again
    x x x x x x x x  /settings/sign-in/again/passkey/question
    x x x x x x x x  /settings/sign-in/again/passkey
    x x x x x x x x  /settings/sign-in/second-factor
    x x x x x x x x  /settings/sign-in/second-factor/end
    x x x x x x x x  /settings/sign-in/recovery-codes
    x x x x x x x x  /settings/sign-in/sessions/end
    x . . . . . . .  /settings/users/1/sign-out
    x . . . . . . .  /settings/users/1/second-factor
    x x . . . . . .  /funds/care/paying-account
    x x . . . . . .  /batches/new
    x x x . . . . .  /batches/1/release
    x x . . . . . .  /batches/1/drop
    x x . . . . . .  /batches/1/close
    x x . . . . . .  /batches/1/lines/1/removal
    x x . . . . . .  /batches/1/lines/1/result
    x x . . . . . .  /batches/1/lines/1/bounce
    x x . . . . . .  /batches/1/lines/1/signature
    x x . . . . . .  /batches/1/bank-file
    x x x x . . . .  /cases/verification
    x x x x . . . .  /cases/1/verification
    x x x x x . . .  /cases/home-visit
    x x x x x . . .  /cases/1/home-visit
    x x x x . . . .  /cases/review
    x x x x . . . .  /cases/1/review
    x x x . . . . .  /cases/checks
    x x x . . . . .  /cases/1/checks
    x x x . . . . .  /cases/clearance
    x x x . . . . .  /cases/1/clearance
    x x x . . . . .  /cases/1/return
    x x x . . . . .  /cases/1/refusal
    x x . . x . . .  /cases/1/withdrawal
    x . x . . . . .  /cases/1/approval
    x . x . . . . .  /cases/approval
    x x x x . . . .  /cases/1/emergency
    x . x . . . . .  /cases/1/ratification
    x x x x . . . .  /cases/1/cap-request
    x . x . . . . .  /cases/1/cap-decision
    x x x . . . . .  /cases/1/end
    x x x . . . . .  /cases/1/clawback
    x x . . . . . .  /claims/1/receipt
    x x . . . . . .  /allowances/2026-03/instalments
    x x . . . . . .  /funds/new
    x . . . . . . .  /funds/care/policy
    x . . . . . . .  /funds/care/closing
    x x . . x . . .  /cases/new
    x x . . x . . .  /cases/1/revision
    x x . . x . . .  /cases/1/documents/new
    x x x . . . . .  /cases/1/documents/1/amount
    x x x . x . . .  /cases/1/question
    x x . . x . . .  /cases/1/answer
    x x . . x . . .  /cases/1/account
    x x . . x . . .  /application-codes/new
    x x . . x . . .  /application-codes/1/end
    x x . . x . . .  /rounds/new
    x x . . x . . .  /rounds/1/import
    x x . . x . . .  /hardship-files/new
    x x . . x . . .  /hardship-files/CARE-2026-0001.html/revision
    x x . . . . . .  /programmes/new
    x x . . . . . .  /programmes/1/revision
    x x . . x . . .  /aid-events/new
    x x x . . . . .  /notices/register/new
    x x x . . . . .  /notices/register/1/taking-down
    x x x . . . . .  /notices/register/1/voiding
    x x x x . . . .  /notices/register/1/objections/new
    x x . x . . . .  /sittings/new
    x x . x . . . .  /sittings/1/attendance
    x x . x . . . .  /sittings/1/recusals/new
    x x . x . . . .  /sittings/1/vote
    x x . x . . . .  /sittings/1/closing
    x x x x x x . .  /follow-up/confirmation
    x x . . . x . .  /call-backs/new
    x x . . . x . .  /call-backs/1/drawing
    x x x x x x . .  /call-backs/1/answers/1
    x x x x x . . .  /cases/1/revisits/new
    x . . . x . . .  /pairing/agreements/new
    x . . . x . . .  /pairing/agreements/1/versions/new
    x . . . x . . .  /pairing/agreements/1/commitments/new
    x . . . x . . .  /pairing/agreements/1/signatures/new
    x . . . x . . .  /pairing/agreements/1/end
    x . . . x . . .  /pairing/agreements/1/commitments/1/release
    x x . . x . . .  /pairing/agreements/1/commitments/1/evidence/new
    x x . . x . . .  /pairing/agreements/1/evidence/1/removal
    x . . . x . . .  /pairing/agreements/1/variance/new
    x . . . x . . .  /pairing/variance-statements/1/answers/new
    x . . . x . . .  /pairing/helpers/import
    x . . . x . . .  /pairing/needs/import
    x . . . x . . .  /pairing/helpers/new
    x . . . x . . .  /pairing/helpers/1/update
    x . . . x . . .  /pairing/needs/new
    x . . . x . . .  /pairing/needs/1/update
    x . . . x . . .  /pairing/places/new
    x . . . x . . .  /pairing/places/1/update
    x . . . x . . .  /pairing/codes/new
    x . . . x . . .  /pairing/codes/1/end
    x . . . x . . .  /pairing/pairs/1/contacts
    x . . . x . . .  /pairing/service/hours/new
    x . . . x . . .  /pairing/service/hours/check
    x . . . x . . .  /pairing/service/pledges/new
    x . . . x . . .  /pairing/service/pledges/1/end
    x . . . x . . .  /pairing/service/posts/new
    x . . . x . . .  /pairing/service/posts/1/take
    x . . . x . . .  /pairing/service/posts/1/close
    x . . . x . . .  /pairing/service/holdings/1/end
    x x . . x . . .  /pairing/calendars/new
    x x . . x . . .  /pairing/calendars/1/end
    x . . . x . . .  /pairing/visits/new
    x x x . x x . .  /pairing/visits/1/confirmation
    x . . . x . . .  /pairing/visits/1/withdrawal
    x . . . x . . .  /pairing/follow-ups/new
    x . . . x . . .  /pairing/pairs/1/follow-ups/new
    x x . . x . . .  /pairing/follow-ups/1/end
    x x . . x . . .  /pairing/occasions/new
    x x . . x . . .  /pairing/occasions/1/withdrawal
    x . . . x . . .  /pairing/matching
    x . . . x . . .  /pairing/matching/rejections/1/end
    x . . . x . . .  /pairing/matching/1/needs/1
    x . . . x . . .  /pairing/matching/1
    x . . . x . . .  /pairing/pairs/new
    x . . . x . . .  /pairing/needs/1/pairs/new
    x . . . x . . .  /pairing/pairs/1/successors
    x . . . x . . .  /pairing/pairs/1/consents
    x . . . x . . .  /pairing/pairs/1/refusals
    x . . . x . . .  /pairing/pairs/1/withdrawal
    x . . . x . . .  /pairing/pairs/1/consent-withdrawals
    x . . . x . . .  /pairing/pairs/1/reviews
    x . . . x . . .  /pairing/pairs/1/review-results
    x . . . x . . .  /pairing/pairs/1/closings
    x . x . x . . .  /pairing/pairs/1/closings/return
    x . x . x . . .  /pairing/pairs/1/end
    x . . . x . . .  /pairing/pairs/1/observation-end
    x . . . x . . .  /pairing/pairs/1/resumption
    x . x x . . . .  /objections/1/decision
    x . x x . . . .  /objections/1/sender
    x x x x x . . .  /cases/1/grievances/new
    x x x x . . . .  /grievances/1/decision
    x x . . . . . .  /contributions/new
    x x . . . . . .  /contributions/1/identification
    x x . . . . . .  /contributions/1/refund
    x x . . . . . .  /contributions/1/receipt
    x x . . . . . .  /pledges/new
    x x . . . . . .  /payouts/new
    x x . . . . . .  /payouts/1/return
    x x . . . . . .  /payment-requests/new
    x . x . . . . .  /payment-requests/1/approval
    x x x x . . . .  /payment-requests/1/agreement
    x . x . . . . .  /payment-requests/1/declination
    x x . . . . . .  /payment-requests/1/withdrawal
    x x . . . . . .  /payment-requests/1/payment
    x x x x x x . .  /interests/new
    x x x x x x . .  /interests/1/end
    x . . . . . . .  /settings/users/1/person
    x x . . . . . .  /transfers/new
    x x . . . . . .  /commitments/new
    x x . . . . . .  /commitments/1/release
    x x . . . . . .  /periods/2026-03/closing
    x x x . . . . .  /periods/2026-03/reopening-request
    x x x . . . . .  /periods/2026-03/reopening
    x x x . . . . .  /periods/2026-03/declining
    x . . . . . . .  /ledger/accounts/new
    x x . . . . . .  /entries/1/reversal
    x x . . . . . .  /people/P-000001/merge
    x x . . . . . .  /people/P-000001/apart
    x x . . . . . .  /people/P-000001/unmerge
    x x . . x . . .  /people/new
    x x . . x . . .  /people/P-000001/sealed-fields/new
    x x . . x . . .  /people/P-000001/sealed-fields/removal
    x x . . . x . .  /people/P-000001/unsealings/new
    x x . . x . . .  /people/P-000001/consents/new
    x x . . x . . .  /consents/1/withdrawal
    x x . . . . . .  /people/P-000001/erasure
    x . . . . . . .  /erasures/1/confirmation
    x x . . . . . .  /erasures/1/withdrawal
    x x . . x . . .  /people/P-000001/memberships/new
    x x . . x . . .  /people/P-000001/transfer
    x x . . x . . .  /people/P-000001/memberships/1/end
    x x . . x . . .  /people/P-000001/status
    x x . . x . . .  /people/P-000001/ties/new
    x x . . x . . .  /people/P-000001/ties/1/end
    x x . . x . . .  /households/new
    x x . . x . . .  /households/1/join
    x x . . x . . .  /households/1/departure
    x x . . x . . .  /households/1/arrangement
    x x . . x . . .  /households/1/split
    x . . . . . . .  /units/new
    x . . . . . . .  /units/1/revision
    x . . . . . . .  /units/1/closing
    x . . . . . . .  /units/1/reopening
    x x . . . x . .  /statements/new
    x x . . . . . .  /imports/journal
    x x . . . . . .  /imports/grants
    x x . . . . . .  /imports/people
    x x . . . . . .  /imports/bank-results
    x x . . . . . .  /tasks/1/people
    x x . . . . . .  /tasks/1/result
    x x . . . x . .  /tasks/statements
    x x . . . x . .  /tasks/verify
    x x . . . x . .  /tasks/1/stop
    x x . . . x . .  /tasks/1/again
    x . . . . . . .  /settings/organisation
    x . . . . . . .  /settings/tokens/new
    x . . . . . . .  /settings/tokens/1/revocation
    x . . . . . . .  /settings/users/1/grants/new
    x . . . . . . .  /settings/users/1/grants/1/end
    x . . . . . . .  /settings/users/invite
    x . . . . . . .  /settings/users/1/end
    x . . . . . . .  /settings/policies/preset
    x . . . . . . .  /settings/policies/duties/new
    x . . . . . . .  /settings/policies/committee/new
    x . . . . . . .  /settings/policies/tiers/new
    x . . . . . . .  /settings/policies/workflows/new
    x . . . . . . .  /settings/policies/workflows/1/new
    x . . . . . . .  /settings/policies/causes/new
    x . . . . . . .  /settings/policies/notice/new
    x . . . . . . .  /settings/policies/caps/new
    x . . . . . . .  /settings/policies/standards/new
    x . . . . . . .  /settings/policies/payments/new
    x . . . . . . .  /settings/policies/pairing/new
    x . . . . . . .  /settings/policies/visiting/new
    x . . . . . . .  /settings/policies/calendar/2026/new
    x . . . . . . .  /settings/policies/masks/new
    x . . . . . . .  /settings/policies/retention/new
    x . . . . . . .  /settings/policies/sign_in/new
    x . . . . . . .  /settings/providers/new
    x . . . . . . .  /settings/providers/1/disconnection
    x . . . . x . .  /backup
    x x x x x x x x  
    x x x x x x x x  /nowhere"
  `)
})

/** Where the pages of people's data can be seen, and what stands on them. */
import { list as listUsers } from '../../src/access/users.ts'
import { register } from '../../src/people/commands.ts'
import { give } from '../../src/people/consent-commands.ts'
import { seal } from '../../src/people/sealed-commands.ts'
import { open as unseal } from '../../src/people/unsealings.ts'
import { request as erase } from '../../src/privacy/erasure-commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'

/** Sealed fields that the owner who is signed in reads, a consent, somebody whose erasure waits. */
export function personalData(t: TestBook): void {
  const party = 'P-000001'
  t.does(seal, { party, field: 'identity_number', value: '11010519491231002X' })
  t.does(seal, { party, field: 'address', value: '江城市幸福路1号' })
  t.does(give, { party, purpose: 'publication', evidence: 'Signed on 3 March' })
  // Whoever signs in to look at the pages is the next user.
  const reader = { actor: `user:${t.asks(listUsers, {}).users.length + 1}` }
  const fields = ['identity_number' as const, 'address' as const]
  t.does(unseal, { party, fields, reason: 'A transfer came back' }, reader)
  const { party: other } = t.does(register, { kind: 'person', name: '周明' }).output
  t.does(erase, { party: other, ground: 'asked_for' })
}

/** Pages by their routes, as in places.ts. */
export const dataPages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/b/:book/people/:party/data': {
    'personal-data': '/people/P-000001/data',
  },
  '/b/:book/people/:party/sealed-fields/new': {
    'sealed-field-new': '/people/P-000001/sealed-fields/new',
  },
  '/b/:book/people/:party/sealed-fields/removal': {
    'sealed-field-removal': '/people/P-000001/sealed-fields/removal',
  },
  '/b/:book/people/:party/unsealings/new': {
    'unsealing-new': '/people/P-000001/unsealings/new',
  },
  '/b/:book/unsealings/:unsealing{[0-9]+}': { unsealing: '/unsealings/1' },
  '/b/:book/people/:party/consents/new': { 'consent-new': '/people/P-000001/consents/new' },
  '/b/:book/consents/:consent{[0-9]+}/withdrawal': {
    'consent-withdrawal': '/consents/1/withdrawal',
  },
  '/b/:book/people/:party/erasure': { 'erasure-new': '/people/P-000001/erasure' },
  '/b/:book/erasures/:request{[0-9]+}/confirmation': {
    'erasure-confirmation': '/erasures/1/confirmation',
  },
  '/b/:book/erasures/:request{[0-9]+}/withdrawal': {
    'erasure-withdrawal': '/erasures/1/withdrawal',
  },
  '/b/:book/audit/unsealings': { unsealings: '/audit/unsealings' },
  '/b/:book/audit/erasures': { erasures: '/audit/erasures' },
  '/b/:book/audit/retention': { retention: '/audit/retention' },
}

/**
 * The part of the journey through every room that is about duties kept apart. All tokens of a journey come from
 * one hand, and so count as one person: what they entered they do not approve.
 */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

/** Walks through them; P-000001 stands in the book, and the fund has something available. */
export async function dutyRooms(owner: Client, fund: string): Promise<void> {
  const asked = { payee: 'P-000001', category: 'care_grants', amount: '1.00' }
  const { request } = await owner.does(`/funds/${fund}/payment-requests`, asked)
  const at = `/payment-requests/${request}`
  refused(await owner.post(`${at}/approvals`, {}), 403, 'duties.entered_by_oneself')
  const agreed = await owner.post(`${at}/emergency-agreements`, {})
  refused(agreed, 409, 'payment_request.not_an_emergency')
  const reason = { reason: 'Not needed' }
  refused(await owner.post(`${at}/declination`, reason), 403, 'duties.entered_by_oneself')
  refused(await owner.post(`${at}/payment`, {}), 409, 'payment_request.not_approved')
  const shown = await owner.asks(at)
  assert.deepEqual({ ...shown, state: 'to_approve', needed: 1, approvals: 0 }, shown)
  await owner.does(`${at}/withdrawal`, reason)
  const { requests } = await owner.asks('/payment-requests?state=withdrawn')
  assert.equal((requests as unknown[]).length, 1)
}

/** Interests: a token of the host is nobody's, so that nobody declares one by it. */
export async function interestRooms(owner: Client): Promise<void> {
  await owner.does('/users/1/person', { party: 'P-000001' })
  const declared = await owner.post('/interests', { party: 'P-000001', kind: 'business' })
  refused(declared, 403, 'interest.nobody')
  refused(await owner.post('/interests/1/end', {}), 403, 'interest.nobody')
  assert.deepEqual(await owner.asks('/interests'), { interests: [] })
}

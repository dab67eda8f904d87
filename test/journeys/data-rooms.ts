/**
 * The part of the journey through every room that is about people's data: sealed fields, reading them with a reason,
 * consent, what is kept too long. All tokens of a journey are one person's, so an erasure is asked for and not confirmed.
 */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

/** Walks through them with a person of their own. */
export async function dataRooms(owner: Client): Promise<void> {
  const { party } = await owner.does('/parties', { kind: 'person', name: '钱月' })
  const at = `/parties/${party}`
  const number = '11010519491231002X'
  await owner.does(`${at}/sealed-fields`, { field: 'identity_number', value: number })
  await owner.does(`${at}/sealed-fields`, { field: 'phone', value: '13800138000' })
  const wrong = { field: 'bank_account', value: 'DE00 0000 0000 0000 0000 00' }
  refused(await owner.post(`${at}/sealed-fields`, wrong), 422, 'iban.invalid')
  await owner.does(`${at}/sealed-fields/removals`, { field: 'phone' })
  const { fields } = await owner.asks(`${at}/sealed-fields`)
  assert.deepEqual((fields as object[])[0], {
    field: 'identity_number',
    state: 'sealed',
    shown: '····002X',
  })
  const asked = { fields: ['identity_number'], reason: 'A transfer came back' }
  const { unsealing } = await owner.does(`${at}/unsealings`, asked)
  const read = await owner.asks(`/unsealings/${unsealing}`)
  assert.deepEqual(read.fields, [{ field: 'identity_number', value: number }])
  const { unsealings } = await owner.asks(`/unsealings?party=${party}`)
  assert.equal((unsealings as unknown[]).length, 1)
  const { consent } = await owner.does(`${at}/consents`, { purpose: 'photos' })
  await owner.does(`/consents/${consent}/withdrawals`, { evidence: 'A letter' })
  const { consents } = await owner.asks(`${at}/consents`)
  assert.equal((consents as unknown[]).length, 1)
  assert.equal((await owner.asks('/retention')).count, 0)
  const { request } = await owner.does(`${at}/erasures`, { ground: 'asked_for' })
  const alone = await owner.post(`/erasures/${request}/confirmations`, {})
  refused(alone, 409, 'erasure.by_another')
  await owner.does(`/erasures/${request}/withdrawals`, {})
  const { erasures } = await owner.asks('/erasures')
  assert.equal((erasures as { state: string }[])[0]!.state, 'withdrawn')
}

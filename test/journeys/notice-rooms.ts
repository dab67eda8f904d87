/**
 * The part of the journey through every room that is about public notices, objections and grievances. All tokens of
 * a journey come from one hand, and so nobody here decides on what was entered here.
 */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

const said = {
  title: '关于拟发放困难帮扶金的公示',
  basis: '互助金管理办法（会发〔2025〕5号）',
  issuer: '互助会',
  phone: '010-5555 0100',
  address: '河畔路 12 号',
  contact_person: '互助会办公室',
}

/** Walks through them; the fund has something available, and the policy knows a notice in the unit. */
export async function noticeRooms(owner: Client, fund: string): Promise<void> {
  const steps = [{ kind: 'notice', level: 'unit' }, { kind: 'approve' }, { kind: 'pay' }]
  const noticed = { code: 'noticed', name: 'Noticed', steps }
  const workflow = { ...noticed, decide_within_days: null, ratify_within_days: null }
  await owner.does('/policies/workflows/versions', { body: { workflows: [workflow] } })
  const programme = { programme: 'noticed', name: '走访慰问', workflow: 'noticed' }
  const given = { fund, category: 'care_grants', help: 'one_off' }
  await owner.does('/programmes', { ...programme, ...given })
  const file = { grade: 'general', facts: { people: 1, income_year: '0' } }
  const beneficiary = { kind: 'person', name: '欧阳小明' }
  const asked = { programme: 'noticed', cause: 'poverty', amount: '1.00' }
  const entered = await owner.does('/cases', { ...asked, beneficiary, file })
  const cases = [entered.case]
  const { notice } = await owner.does('/notices', { ...said, cases })
  const at = `/notices/${notice}`
  refused(await owner.post(`${at}/taking-down`, {}), 409, 'notice.still_up')
  const objected = { serial: 1, form: 'confidential', from: '孙丽', text: '家有两套房' }
  const { objection } = await owner.does(`${at}/objections`, objected)
  const decision = { outcome: 'dismissed', reason: '查无此事' }
  const own = await owner.post(`/objections/${objection}/decision`, decision)
  refused(own, 403, 'case.own_hand')
  refused(await owner.post(`/objections/${objection}/sender-readings`, {}), 403, 'case.own_hand')
  const seen = await owner.asks(`/objections/${objection}`)
  assert.deepEqual({ ...seen, from: null, from_kept: true, text: '***' }, seen)
  const shown = await owner.asks(at)
  assert.deepEqual({ ...shown, state: 'up', objections: 1 }, shown)
  assert.equal((shown.lines as { name: string }[])[0]!.name, '欧阳**')
  assert.equal(((await owner.asks('/notices?state=up')).notices as unknown[]).length, 1)
  assert.equal(((await owner.asks('/objections?state=open')).objections as unknown[]).length, 1)
  const complaint = { kind: 'grievance', text: '无人走访' }
  const { grievance } = await owner.does(`/cases/${entered.case}/grievances`, complaint)
  const heard = await owner.post(`/grievances/${grievance}/decision`, decision)
  refused(heard, 403, 'grievance.own_part')
  const about = await owner.asks(`/grievances/${grievance}`)
  assert.deepEqual({ ...about, kind: 'grievance', may_decide: false }, about)
  assert.equal(((await owner.asks('/grievances')).grievances as unknown[]).length, 1)
  const voided = await owner.does(`${at}/voiding`, { reason: '金额有误' })
  assert.deepEqual(voided, { notice, back: 1 })
  const listed = await owner.asks(`/cases/${entered.case}/notices`)
  assert.equal((listed.notices as { state: string }[])[0]!.state, 'void')
}

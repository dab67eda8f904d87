/** What was given out in a period, held against the postings that the same period has. */
import { expect, it } from 'vitest'
import * as payouts from '../../../src/funds/payouts.ts'
import { reverse } from '../../../src/funds/reversals.ts'
import { story } from '../../../src/funds/story.ts'
import { recordBounce } from '../../../src/hardship/batches/bounces.ts'
import { disbursements } from '../../../src/hardship/reports/disbursements.ts'
import { receive, scene } from '../../funds/scene.ts'
import { hardshipBook } from '../hardship-for-tests.ts'
import { answered, approved, giveAccounts, prepared, released, verified } from '../stories/acts.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }

it('[A10] tells by category what the postings of the year say, and counts each person once', () => {
  const t = scene()
  receive(t, 'care', '900.00', { party: 'P-000001' })
  const li = { kind: 'person', name: 'Li Si' } as const
  const pay = (amount: string, more: object) =>
    t.does(payouts.pay, { fund: 'care', category: 'care_grants', amount, ...more } as never).output
  const { payee } = pay('50.00', { payee: li, paid_on: '2026-03-20' })
  pay('5.00', { payee, category: 'comfort_visits' })
  const gaveBack = pay('7.00', { payee: { kind: 'person', name: 'Wang Wu' } })
  t.does(payouts.comeBack, { payout: gaveBack.payout })
  const wrong = pay('11.00', { payee: { kind: 'person', name: 'Zhao Liu' } })
  t.does(reverse, { entry: wrong.entry, reason: 'Wrong' })
  const told = t.asks(disbursements, year)
  const ofCare = told.rows.filter(({ fund }) => fund === 'care')
  const { categories } = t.asks(story, { fund: 'care', year: '2026' }).total
  for (const { role, amount } of categories) {
    const nets = ofCare.filter(({ category }) => category === role).map(({ net }) => Number(net))
    expect([role, nets.reduce((sum, net) => sum + net, 0)]).toEqual([role, Number(amount)])
  }
  const grants = ofCare.find(({ category }) => category === 'care_grants')!
  expect(Number(grants.paid) - Number(grants.returned)).toBe(Number(grants.net))
  // With the 40 that came back of the scene's payout 1 and the 10 that were reversed.
  expect(Number(grants.returned)).toBe(68)
  const visits = ofCare.find(({ category }) => category === 'comfort_visits')!
  const [total] = told.totals
  // Li Si stands in two lines and is one person; who gave it back is none.
  expect(total!.helped).toBeLessThan(grants.helped + visits.helped)
  expect(total!.net).toBe(told.rows.reduce((sum, { net }) => sum + Number(net), 0).toFixed(2))
})

it('[disbursements.backwards] leaves out other days, other units and other funds, and refuses a period turned round', () => {
  const t = scene()
  const none = t.asks(disbursements, { from: '2019-01-01', to: '2019-12-31' })
  expect(none).toEqual({ rows: [], totals: [] })
  expect(() => t.asks(disbursements, { from: '2026-02-01', to: '2026-01-31' })).toThrow(
    'ends before it begins',
  )
  expect(() => t.asks(disbursements, { ...year, fund: 'nothing' })).toThrow('no fund')
  expect(() => t.asks(disbursements, { ...year, unit: 'nowhere' })).toThrow('no unit')
})

it('[G7] counts a transfer that came back once, and its second try as a payment again', () => {
  const h = hardshipBook()
  giveAccounts(h, [h.families[0].head])
  const cases = [h.submitCase({ amount: '1000.00' })]
  verified(h, { cases })
  approved(h, { cases })
  const paid = (given: object) => {
    const { batch } = prepared(h, given)
    released(h, batch)
    answered(h, batch, { lines: 1, on: '2026-03-31' })
    return batch
  }
  const batch = paid({})
  const told = () => h.t.asks(disbursements, year).rows[0]!
  expect(told()).toMatchObject({ programme: 'relief', payments: 1, helped: 1, net: '1000.00' })
  h.t.does(recordBounce, { batch, line: 1, on: '2026-03-31' }, h.as.administrator)
  expect(told()).toMatchObject({ helped: 0, paid: '1000.00', returned: '1000.00', net: '0.00' })
  paid({ again_of: batch })
  expect(told()).toMatchObject({ payments: 2, helped: 1, paid: '2000.00', net: '1000.00' })
  const { categories } = h.t.asks(story, { fund: 'care', year: '2026' }).total
  expect(categories.map(({ amount }) => amount)).toEqual(['1000.00'])
  h.t.close()
})

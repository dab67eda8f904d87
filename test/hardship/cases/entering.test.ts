/** Entering cases, one and hundreds. */
import { afterAll, expect, test } from 'vitest'
import { submit } from '../../../src/hardship/cases/commands.ts'
import { list as listCases } from '../../../src/hardship/cases/queries.ts'
import { open as openRound, submitMany } from '../../../src/hardship/cases/rounds.ts'
import { hardshipBook } from '../hardship-for-tests.ts'

const book = hardshipBook()
const { t, families, as } = book
afterAll(t.close)

test('a case waits at the first step of its workflow', () => {
  const id = book.submitCase()
  expect(book.at(id)).toMatchObject({ state: 'open', step: 0, step_kind: 'verify' })
  expect(book.theCase(id)).toMatchObject({
    actor: as.administrator.actor,
    unit_id: book.units.north,
  })
})

test('a list of cases is entered in one act', () => {
  const { cases } = book.submitRound(5)
  expect(cases.map((id) => book.at(id).state)).toEqual(Array(5).fill('open'))
})

test('somebody without a household gets one with the file', () => {
  const beneficiary = { kind: 'person', name: 'Sun Alone', unit: 'north' } as const
  const file = { grade: 'special', facts: { people: 1, income_year: '0' } } as const
  const given = { programme: 'relief', beneficiary, cause: 'illness', amount: '50', file }
  const { output } = t.does(submit, given, as.coordinator)
  expect(output.beneficiary).toMatch(/^P-/)
  const { file: _, ...bare } = { ...given, beneficiary: { ...beneficiary, name: 'Sun Other' } }
  expect(t.refuses(submit, bare, as.coordinator).code).toBe('hardship_file.needed')
})

test('the same person does not ask twice', () => {
  const given = { programme: 'relief', beneficiary: families[0].head, cause: 'illness' }
  expect(t.refuses(submit, { ...given, amount: '1' }, as.administrator).code).toBe(
    'case.open_already',
  )
})

test('a list of 2,559, the size of a county’s year, is entered in under 1.5 s', () => {
  const big = hardshipBook()
  const people = Array.from({ length: 2_559 }, (_, at) => big.alone(`Neighbour ${at + 1}`))
  const { round } = big.t.does(openRound, { programme: 'relief', name: 'Year' }).output
  const rows = people.map((beneficiary) => ({ beneficiary, cause: 'poverty', amount: '500.00' }))
  const started = performance.now()
  big.t.does(submitMany, { round, rows }, big.as.administrator)
  const took = performance.now() - started
  const shown = big.t.asks(listCases, { round: String(round) as never, step: 'verify' })
  big.t.close()
  expect(shown.waiting).toEqual([{ state: 'open', step_kind: 'verify', count: 2_559 }])
  expect(shown.totals).toEqual([{ currency: 'CNY', count: 2_559, amount: '1279500.00' }])
  expect(took).toBeLessThan(1_500)
})

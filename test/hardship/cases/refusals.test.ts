/** Every refusal about programmes, hardship files, lists and cases as they are entered, provoked; none leaves a trace. */
import { afterAll, describe, expect, it } from 'vitest'
import type { AnyCommand } from '../../../src/book/registry.ts'
import { close as closeFund } from '../../../src/funds/closing.ts'
import { submit } from '../../../src/hardship/cases/commands.ts'
import { list as listCases } from '../../../src/hardship/cases/queries.ts'
import { revise as reviseCase } from '../../../src/hardship/cases/revising.ts'
import { open as openRound, submitMany } from '../../../src/hardship/cases/rounds.ts'
import { open as openFile, revise as reviseFile } from '../../../src/hardship/files/commands.ts'
import { list as listFiles } from '../../../src/hardship/files/queries.ts'
import { verify } from '../../../src/hardship/flow/commands.ts'
import { withdraw } from '../../../src/hardship/flow/turning.ts'
import {
  open as openProgramme,
  recordAidEvent,
  revise as reviseProgramme,
} from '../../../src/hardship/programmes/commands.ts'
import { status } from '../../../src/people/commands.ts'
import { openFund } from '../../funds/scene.ts'
import { person } from '../../people/scene.ts'
import { hardshipBook } from '../hardship-for-tests.ts'

type Given = Readonly<Record<string, unknown>>

const steps = [
  { kind: 'verify' },
  { kind: 'notice', level: 'unit' },
  { kind: 'approve' },
  { kind: 'pay' },
] as const
const book = hardshipBook({ steps })
const { t, as, families, hospital } = book
afterAll(t.close)
const [wang, li, zhao] = families

const asWhen = {
  name: 'Aid',
  category: 'care_grants',
  help: 'one_off',
  workflow: 'standard',
} as const
t.does(openProgramme, { ...asWhen, programme: 'closed', fund: 'care' })
t.does(reviseProgramme, { programme: 'closed', open: false })
openFund(t, 'shut')
t.does(openProgramme, { ...asWhen, programme: 'of-shut', fund: 'shut' })
t.does(closeFund, { fund: 'shut', reason: 'Not needed' })
t.does(recordAidEvent, { aid_event: 'flood', name: 'Flood', happened_on: '2026-03-01' })
const dead = book.alone('Sun Late')
t.does(status, { party: dead, status: 'died', from_on: '2026-03-30' })
const better = book.family('Qian')
t.does(reviseFile, { file: better.file, in_hardship: false, reason: 'A child found work' })
const unfiled = person(t, 'Zhou Unfiled', 'north')
const mine = book.submitCase()
const ended = book.submitCase({ beneficiary: li.head })
t.does(withdraw, { cases: [ended], reason: 'Not wanted' }, as.administrator)
const noticed = book.submitCase({ beneficiary: zhao.head })
t.does(verify, { cases: [noticed] }, as.secondAdministrator)
const { round } = t.does(openRound, { programme: 'relief', name: 'Visits' }).output
const alone = book.alone('Wu Alone')
t.does(submitMany, { round, rows: [{ beneficiary: alone, cause: 'poverty', amount: '5' }] })
t.does(openProgramme, { ...asWhen, programme: 'visits', fund: 'care' })

const programme = { ...asWhen, programme: 'new', fund: 'care' }
const asked = { programme: 'visits', beneficiary: wang.head, cause: 'illness', amount: '1.00' }
const row = { beneficiary: wang.spouse, cause: 'illness', amount: '1.00' }
const event = { aid_event: 'fire', name: 'Fire', happened_on: '2026-03-01' }

/** The refusal, the command, what is sent, and words of the sentence: the values that matter. */
const refused: readonly (readonly [string, AnyCommand, Given, string?])[] = [
  ['fund.unknown', openProgramme, { ...programme, fund: 'nowhere' }, '"nowhere"'],
  ['fund.closed', openProgramme, { ...programme, fund: 'shut' }, 'fund shut'],
  ['programme.taken', openProgramme, { ...programme, programme: 'relief' }, '"relief"'],
  ['programme.no_workflow', openProgramme, { ...programme, workflow: 'long' }, '"long"'],
  ['programme.unknown', reviseProgramme, { programme: 'nowhere', name: 'X' }, '"nowhere"'],
  ['programme.unchanged', reviseProgramme, { programme: 'relief', name: 'Relief' }, '"relief"'],
  ['programme.no_workflow', reviseProgramme, { programme: 'relief', workflow: 'long' }, '"long"'],
  ['aid_event.taken', recordAidEvent, { ...event, aid_event: 'flood' }, '"flood"'],
  ['aid_event.in_future', recordAidEvent, { ...event, happened_on: '2026-04-01' }, '2026-04-01'],

  ['hardship_file.exists', openFile, { party: wang.spouse }, 'F-000001'],
  ['hardship_file.exists', openFile, { household: wang.household }, 'H-000001'],
  ['household.unknown', openFile, { household: 'H-999999' }, 'H-999999'],
  ['party.not_a_person', openFile, { party: hospital }, hospital],
  ['party.has_died', openFile, { party: dead }, dead],
  ['input.invalid', openFile, { party: wang.head, household: wang.household }, 'a person or'],
  [
    'hardship_file.review_past',
    openFile,
    { party: unfiled, review_on: '2026-03-31' },
    '2026-03-31',
  ],
  [
    'amount.too_many_decimals',
    openFile,
    { party: unfiled, facts: { income_year: '0.001' } },
    '0.001',
  ],
  ['amount.unreadable', openFile, { party: unfiled, facts: { medical_year: '=1+1' } }],
  ['input.invalid', openFile, { party: unfiled, facts: { people: 0 } }],
  ['hardship_file.unknown', reviseFile, { file: 999, certified: true }, '999'],
  ['hardship_file.unchanged', reviseFile, { file: wang.file, certified: true }, 'F-000001'],
  ['hardship_file.reason_needed', reviseFile, { file: wang.file, in_hardship: false }, 'F-000001'],
  ['hardship_file.review_past', reviseFile, { file: wang.file, review_on: '2026-01-01' }],

  ['programme.closed', openRound, { programme: 'closed', name: 'List' }, '"closed"'],
  ['programme.unknown', openRound, { programme: 'nowhere', name: 'List' }, '"nowhere"'],
  ['unit.unknown', openRound, { programme: 'relief', name: 'List', unit: 'nowhere' }, '"nowhere"'],

  ['programme.unknown', submit, { ...asked, programme: 'nowhere' }, '"nowhere"'],
  ['programme.closed', submit, { ...asked, programme: 'closed' }, '"closed"'],
  ['fund.closed', submit, { ...asked, programme: 'of-shut' }, 'fund shut'],
  ['party.unknown', submit, { ...asked, beneficiary: 'P-999999' }, 'P-999999'],
  // A body lives in no household, and so has no file; it is told of that first.
  ['hardship_file.needed', submit, { ...asked, beneficiary: hospital }, hospital],
  ['hardship_file.needed', submit, { ...asked, beneficiary: unfiled }, unfiled],
  ['party.not_a_person', submit, { ...asked, beneficiary: hospital, file: {} }, hospital],
  ['party.has_died', submit, { ...asked, beneficiary: dead, file: {} }, dead],
  ['hardship_file.not_in_hardship', submit, { ...asked, beneficiary: better.child }, 'F-'],
  ['case.open_already', submit, { ...asked, programme: 'relief' }, 'C-000001'],
  ['case.other_programme', submit, { ...asked, round }, '"visits"'],
  ['case.in_round', submit, { ...asked, programme: 'relief', beneficiary: alone, round }, 'C-'],
  ['round.unknown', submit, { ...asked, round: 999 }, '999'],
  ['aid_event.unknown', submit, { ...asked, aid_event: 'nowhere' }, '"nowhere"'],
  ['unit.unknown', submit, { ...asked, unit: 'nowhere' }, '"nowhere"'],
  ['case.applied_in_future', submit, { ...asked, applied_on: '2026-04-01' }, '2026-04-01'],
  ['case.cause_unknown', submit, { ...asked, cause: 'other' }, '"other"'],
  ['case.payee_form', submit, { ...asked, payee: hospital, form: 'cash' }, 'cash'],
  ['case.payee_form', submit, { ...asked, payee: hospital, form: 'goods' }, 'goods'],
  ['party.has_died', submit, { ...asked, payee: dead }, dead],
  ['amount.not_positive', submit, { ...asked, amount: '0' }, '0'],
  ['amount.not_positive', submit, { ...asked, amount: '-1' }, '-1'],
  ['amount.unreadable', submit, { ...asked, amount: '1,00' }, '1,00'],
  ['amount.too_many_decimals', submit, { ...asked, amount: '1.001' }, '1.001'],
  ['amount.too_large', submit, { ...asked, amount: '99999999999999.99' }],
  ['case.too_large', submit, { ...asked, amount: '90071992547409.91', instalments: 2 }, '2 instal'],
  ['input.invalid', submit, { ...asked, instalments: 121 }],
  ['input.invalid', submit, { ...asked, facts: { situation: ' ' } }],
  ['input.invalid', submit, { ...asked, secret: true }],

  ['round.unknown', submitMany, { round: 999, rows: [row] }, '999'],
  ['cases.row', submitMany, { round, rows: [row, { ...row, cause: 'other' }] }, 'Row 2'],
  ['cases.row', submitMany, { round, rows: [row, row] }, 'Row 2'],
  ['input.invalid', submitMany, { round, rows: [] }],

  ['case.unknown', reviseCase, { case: 999, amount: '2.00' }, '999'],
  ['case.unchanged', reviseCase, { case: mine, amount: '1000' }, 'C-000001'],
  ['case.under_decision', reviseCase, { case: noticed, amount: '2.00' }, 'C-'],
  ['case.decided', reviseCase, { case: ended, amount: '2.00' }, 'withdrawn'],
  ['case.cause_unknown', reviseCase, { case: mine, cause: 'other' }, '"other"'],
  ['amount.not_positive', reviseCase, { case: mine, amount: '0' }],
]

describe('refused, and nothing is left of it', () => {
  it.each(refused.map(([code, command, given, said = '']) => ({ code, command, given, said })))(
    '$code: $said',
    ({ code, command, given, said }) => {
      const refusal = t.refuses(command, given as never, as.administrator)
      expect([refusal.code, refusal.message]).toEqual([code, expect.stringContaining(said)])
      expect(refusal.remedy).not.toBe('')
    },
  )
})

it('roles that only look on, and units elsewhere, enter nothing', () => {
  for (const hand of ['auditor', 'approver', 'member1'] as const) {
    expect(t.refuses(submit, asked as never, as[hand]).code).toBe('access.not_allowed')
  }
  const grants = [{ role: 'fund_administrator', unit: book.units.far }] as const
  expect(t.refuses(submit, asked as never, { grants }).code).toBe('party.unknown')
  expect(t.refuses(reviseFile, { file: wang.file, certified: false }, { grants }).code).toBe(
    'hardship_file.unknown',
  )
  expect(t.refuses(reviseCase, { case: mine, amount: '2' }, { grants }).code).toBe('case.unknown')
  expect(t.asks(listCases, {}, { grants })).toMatchObject({ cases: [], waiting: [], totals: [] })
  expect(t.asks(listFiles, {}, { grants }).statistics.households).toBe(0)
})

/** The file of a case of an invented fund, the same on every call. */
import { sha256Hex } from '../../../src/kit/digest.ts'
import type { CaseFile } from '../../../src/statements/papers/case-file.ts'
import type { StatementLanguage } from '../../../src/statements/statement.ts'
import { PEOPLE, PLACES } from '../sample-data.ts'
import { branches, causes, programmes, sampleFrame } from './samples.ts'

export function sampleCaseFile({
  language = 'zh-Hans',
  change = {},
}: {
  readonly language?: StatementLanguage
  readonly change?: Partial<CaseFile>
} = {}): CaseFile {
  const people = PEOPLE[language]
  const english = language === 'en'
  return {
    format: 'care-ledger/case-file@1',
    frame: sampleFrame(language, { number: 'C-000042' }),
    programme: programmes[language],
    fund: { code: 'care', name: PLACES[language].fund },
    currency: 'CNY',
    applied_on: '2024-12-02',
    applied_by: 'kin',
    emergency: false,
    state: english ? 'paid' : '已发放',
    fields: [
      { field: 'name', value: people[0] },
      { field: 'identity', value: '····1000' },
      { field: 'birth', value: '1961' },
      { field: 'phone', value: '····0137' },
      { field: 'unit', value: branches[language][0] },
      { field: 'joined', value: english ? '1 Jul 1998' : '1998年7月1日' },
      { field: 'household_size', value: '3' },
      { field: 'address', value: branches[language][0] },
      { field: 'household_income', value: '36,000.00' },
      { field: 'income_each', value: '1,000.00' },
      { field: 'medical', value: '52,300.00' },
      { field: 'account', value: '····5341' },
    ],
    members: [1, 2].map((place) => ({
      name: people[place]!,
      relation: english ? 'spouse' : '配偶',
      age: String(30 + place),
      occupation: english ? 'school' : '学生',
      health: english ? 'good' : '良好',
      income: place === 1 ? '3,000.00' : '',
    })),
    cause: causes[language][0],
    cause_text: (english
      ? 'Kidney failure; dialysis three times a week. '
      : '肾衰竭，每周透析三次。'
    ).repeat(4),
    grade: 'special',
    certified: true,
    amount_minor: 123_450,
    instalments: 6,
    payee: people[1],
    form: english ? 'by bank' : '银行转账',
    documents: [
      {
        kind: causes[language][0],
        name: 'scan-1.pdf',
        verified_minor: 5_230_000,
        digest: sha256Hex('1'),
      },
      {
        kind: causes[language][1],
        name: 'bill (2).jpg',
        verified_minor: null,
        digest: sha256Hex('2'),
      },
    ],
    opinions: [
      {
        kind: 'branch',
        text: [english ? 'Due 5, present 4, in favour 4' : '应到 5 人，实到 4 人，同意 4 人'],
        on: '2024-12-28',
        by: null,
      },
      {
        kind: 'checks',
        text: [english ? 'Dues are paid: passed' : '会费缴纳：通过'],
        on: '2024-12-29',
        by: null,
      },
      { kind: 'review', text: [], on: null, by: null },
      { kind: 'notice', text: ['N-000012'], on: '2025-01-10', by: null },
      { kind: 'approval', text: ['¥1,234.50 × 6'], on: '2025-01-12', by: 'user:5' },
    ],
    award: {
      approved_on: '2025-01-12',
      amount_minor: 123_450,
      instalments: 6,
      minutes_digest: sha256Hex('the minutes as frozen'),
      digest: sha256Hex('the award'),
    },
    acts: ['2024-12-02', '2024-12-20', '2025-01-12'].map((on, place) => ({
      on,
      act: english ? 'passed on' : '通过本环节',
      by: 'user:3',
      reason: place === 1 ? people[2] : '',
      sequence: 100 + place,
    })),
    entries: [
      {
        serial: 12,
        entry: 801,
        on: '2025-01-05',
        kind: english ? 'Award on notice' : '公示',
        amount_minor: 740_700,
      },
      {
        serial: 19,
        entry: 812,
        on: '2025-01-18',
        kind: english ? 'Paid' : '发放',
        amount_minor: 123_450,
      },
    ],
    ...change,
  }
}

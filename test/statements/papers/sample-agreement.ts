/** An agreement of an invented village and enterprise and a statement of what came of it, the same on every call. */
import type { Day } from '../../../src/kit/day.ts'
import { sha256Hex } from '../../../src/kit/digest.ts'
import {
  type Delivery,
  lineOf,
  type Promised,
  totalsOf,
} from '../../../src/pairing/agreements/counting.ts'
import { kindsInMoney } from '../../../src/pairing/agreements/rows.ts'
import type {
  AgreementPaper,
  Sides,
  VariancePaper,
} from '../../../src/statements/papers/agreement-paper.ts'
import type { StatementLanguage } from '../../../src/statements/statement.ts'
import { sampleFrame } from './samples.ts'

interface Words {
  readonly sides: Sides
  readonly kinds: readonly string[]
  readonly text: string
  readonly what: readonly string[]
  readonly signers: Readonly<Record<'helper' | 'helped', string>>
  readonly note: string
}

const words: Readonly<Record<StatementLanguage, Words>> = {
  en: {
    sides: { helper: 'Green Hill Fruit Company', helped: 'Upper Stream Village' },
    kinds: ['Donations', 'Bringing in an industry'],
    text: 'The company and the village build up the orchard together.\nThe village gives the halls of the old school; the company brings buyers.',
    what: [
      'Repairs of the road to the orchard',
      'Packing hall, at least six months each',
      'Two courses on pruning',
      'Halls of the old school',
      'Apples of the village, first grade',
      'Days of an adviser on storage',
    ],
    signers: { helper: 'Director Qian', helped: 'Head of the village Sun' },
    note: 'Two of the twelve left within a month; they are to be replaced.',
  },
  'zh-Hans': {
    sides: { helper: '青山果业有限公司', helped: '上溪村村民委员会' },
    kinds: ['公益捐款', '产业带动'],
    text: '公司与村共同建设果园。\n村提供旧小学校舍作包装用房；公司负责联系销路。',
    what: [
      '果园道路维修',
      '包装车间用工，每人不少于六个月',
      '果树修剪培训两期',
      '旧小学校舍',
      '收购本村一级苹果',
      '储藏技术顾问工作日',
    ],
    signers: { helper: '钱经理', helped: '孙主任' },
    note: '十二人中有两人不满一个月离职，应当补足。',
  },
  'zh-Hant': {
    sides: { helper: '青山果業有限公司', helped: '上溪村村民委員會' },
    kinds: ['公益捐款', '產業帶動'],
    text: '公司與村共同建設果園。\n村提供舊小學校舍作包裝用房；公司負責聯繫銷路。',
    what: [
      '果園道路維修',
      '包裝車間用工，每人不少於六個月',
      '果樹修剪培訓兩期',
      '舊小學校舍',
      '收購本村一級蘋果',
      '儲藏技術顧問工作日',
    ],
    signers: { helper: '錢經理', helped: '孫主任' },
    note: '十二人中有兩人不滿一個月離職，應當補足。',
  },
}

type Given = readonly [
  Omit<Promised, 'commitment'>,
  readonly (readonly [string, number])[],
  boolean,
]

const helper = 'helper' as const
const promised: readonly Given[] = [
  [
    { side: helper, kind: 'money', promised: 5_000_000, due_on: '2026-02-28' as Day },
    [
      ['2026-02-20', 3_000_000],
      ['2026-03-12', 1_000_000],
    ],
    false,
  ],
  [
    { side: helper, kind: 'jobs', promised: 12, due_on: '2026-03-15' as Day },
    [['2026-03-25', 12]],
    false,
  ],
  [
    { side: helper, kind: 'training_seats', promised: 30, due_on: '2026-06-30' as Day },
    [['2026-03-02', 30]],
    false,
  ],
  [
    { side: 'helped', kind: 'goods', promised: 2, due_on: '2026-03-20' as Day },
    [['2026-03-18', 1]],
    false,
  ],
  [
    { side: helper, kind: 'purchases', promised: 123_456_789_00, due_on: '2026-11-30' as Day },
    [],
    false,
  ],
  [
    { side: helper, kind: 'advice', promised: 10, due_on: '2026-03-10' as Day },
    [['2026-03-05', 4]],
    true,
  ],
]

interface Options<T> {
  readonly language?: StatementLanguage
  readonly change?: Partial<T>
}

export function sampleAgreement({
  language = 'zh-Hans',
  change = {},
}: Options<AgreementPaper> = {}): AgreementPaper {
  const { sides, kinds, text, what, signers } = words[language]
  return {
    format: 'care-ledger/agreement@1',
    frame: sampleFrame(language, { number: 'AG-000001' }),
    agreement_version: 1,
    sides,
    kinds,
    from_on: '2026-01-01',
    until_on: '2026-12-31',
    text,
    currency: 'CNY',
    promises: promised.map(([one], place) => ({
      ...one,
      number: place + 1,
      in_money: kindsInMoney.includes(one.kind),
      text: what[place]!,
    })),
    ended_on: null,
    signed: [
      { side: 'helper', signer: signers.helper, on: '2026-01-05' },
      { side: 'helped', signer: signers.helped, on: '2026-01-06' },
    ],
    ...change,
  }
}

export function sampleVariance({
  language = 'zh-Hans',
  change = {},
}: Options<VariancePaper> = {}): VariancePaper {
  const { sides, what, signers, note } = words[language]
  const lines = promised.map(([one, done, released], place) => {
    const deliveries = done.map(
      ([on, counted], at): Delivery => ({
        ...{ evidence: at + 1, on: on as Day, counted },
        ...{ contribution: null, digest: null },
      }),
    )
    const kept = { deliveries, released }
    return lineOf({ ...one, commitment: place + 1 }, kept, '2026-03-31' as Day)
  })
  const inMoney = (kind: (typeof lines)[number]['kind']) => kindsInMoney.includes(kind)
  return {
    format: 'care-ledger/printed-variance@1',
    frame: sampleFrame(language, { number: 'AG-000001-V1' }),
    agreement: 'AG-000001',
    agreement_version: 1,
    sides,
    from_on: '2026-01-01',
    until_on: '2026-12-31',
    as_of: '2026-03-31',
    currency: 'CNY',
    lines: lines.map(({ deliveries: _, commitment, ...line }, place) => ({
      ...line,
      number: commitment,
      in_money: inMoney(line.kind),
      text: what[place]!,
    })),
    totals: totalsOf(lines).map((total) => ({ ...total, in_money: inMoney(total.kind) })),
    answers: [
      { side: 'helper', answer: 'signed', signer: signers.helper, on: '2026-04-02', note: '' },
      { side: 'helped', answer: 'refused', signer: signers.helped, on: '2026-04-03', note },
    ],
    frozen: sha256Hex('the statement as it was frozen'),
    superseded: false,
    ...change,
  }
}

/** Papers of pairing of an invented organisation, the same on every call. */
import type { ContactCard } from '../../../src/statements/papers/contact-card.ts'
import type { BoardRow, CoverageBoard } from '../../../src/statements/papers/coverage-board.ts'
import type { HelpBooklet } from '../../../src/statements/papers/help-booklet.ts'
import type { StatementLanguage } from '../../../src/statements/statement.ts'
import { PEOPLE } from '../sample-data.ts'
import { branches, sampleFrame } from './samples.ts'

const none = {
  no_helper: 0,
  no_visit: 0,
  alarm: 0,
  leaving: 0,
  overloaded: 0,
  review: 0,
  proposal: 0,
  unmet: 0,
}

const company = { en: 'Company and visits', 'zh-Hans': '生活关怀', 'zh-Hant': '生活關懷' }

const texts = {
  en: {
    situation: 'The head has been ill for years; two children go to school.',
    found: 'Recovering well; medicine is still a burden.',
    goods: 'Rice 20 kg, oil 5 l',
    address: '12 Mill Lane, Riverside',
    wants: 'Learn to keep bees; somebody to help with homework.',
    health: 'Long illness',
    school: 'Riverside School',
  },
  'zh-Hans': {
    situation: '户主长期患病，两个孩子上学。',
    found: '身体恢复良好，药费压力仍大。',
    goods: '大米 20 公斤、食用油 5 升',
    address: '江滨县城关镇人民路 12 号 3 单元 501 室',
    wants: '希望学习养蜂技术，孩子需要课业辅导。',
    health: '长期慢性病',
    school: '江滨小学',
  },
  'zh-Hant': {
    situation: '戶主長期患病，兩個孩子上學。',
    found: '身體恢復良好，藥費壓力仍大。',
    goods: '白米 20 公斤、食用油 5 公升',
    address: '江濱縣城關鎮人民路 12 號 5 樓',
    wants: '希望學習養蜂技術，孩子需要課業輔導。',
    health: '長期慢性病',
    school: '江濱國小',
  },
} as const

interface Options<T> {
  readonly language?: StatementLanguage
  readonly change?: Partial<T>
}

/** A board with so many rows that want attention. */
export function sampleBoard({
  language = 'zh-Hans',
  rows = 9,
  change = {},
}: Options<CoverageBoard> & { readonly rows?: number } = {}): CoverageBoard {
  const people = PEOPLE[language]
  const kinds = Object.keys(none) as (keyof typeof none)[]
  return {
    format: 'care-ledger/coverage@1',
    frame: sampleFrame(language, { number: 'BOARD-2025-03-05' }),
    unit: null,
    as_of: '2025-03-05',
    totals: { files: 124, covered: 115, gaps: { ...none, no_helper: 4, no_visit: 5, leaving: 1 } },
    units: [
      { name: branches[language][0], files: 80, covered: 76, gaps: { ...none, no_visit: 4 } },
      { name: branches[language][1], files: 40, covered: 39, gaps: { ...none, no_visit: 1 } },
      { name: null, files: 4, covered: 0, gaps: { ...none, no_helper: 4, leaving: 1 } },
    ],
    rows: Array.from({ length: rows }, (_, at): BoardRow => {
      const kind = kinds[Math.floor((at * kinds.length) / rows)]!
      const counted = kind === 'overloaded' || kind === 'unmet'
      return {
        kind,
        reference: `F-${String(at + 1).padStart(6, '0')}`,
        helped: people[at % people.length]!,
        helper: kind === 'no_helper' ? null : people[(at + 3) % people.length]!,
        unit: branches[language][at % 3]!,
        due_on: counted ? null : '2025-02-01',
        late: counted ? null : 32 - at,
        count: counted ? 3 : null,
        most: counted ? 2 : null,
      }
    }),
    left_out: 0,
    ...change,
  }
}

/** The card of one side. */
export function sampleCard({
  language = 'zh-Hans',
  side = 'helped',
  change = {},
}: Options<ContactCard> & { readonly side?: ContactCard['side'] } = {}): ContactCard {
  const [one, other] = PEOPLE[language] as unknown as [string, string]
  const { address, wants } = texts[language]
  return {
    format: 'care-ledger/contact-card@1',
    frame: sampleFrame(language, { number: 'PA-000012' }),
    side,
    kind: company,
    from_on: '2025-03-01',
    unit: branches[language][0],
    owner: { name: one },
    other: { name: other, phone: '+8613812345678', address },
    wants,
    ...change,
  }
}

/** The booklet of a household that two people helped one after the other. */
export function sampleBooklet({
  language = 'zh-Hans',
  visits = 3,
  change = {},
}: Options<HelpBooklet> & { readonly visits?: number } = {}): HelpBooklet {
  const [head, child, first, second] = PEOPLE[language] as unknown as [
    string,
    string,
    string,
    string,
  ]
  const said = texts[language]
  const line = { need: 'ND-000003', kind: company }
  const help = { on: '2025-01-20', kind: company, by: second }
  return {
    format: 'care-ledger/help-booklet@1',
    frame: sampleFrame(language, { number: 'F-000007' }),
    household: 'H-000007',
    head,
    unit: branches[language][0],
    people: 2,
    grade: 'considerable',
    certified: true,
    income_year: '18000.00',
    currency: 'CNY',
    situation: said.situation,
    members: [
      { name: head, relation: 'head', age: 47, health: said.health, occupation: '' },
      { name: child, relation: 'child', age: 11, health: '', occupation: said.school },
    ],
    lines: [
      {
        ...line,
        ...{ reference: 'PA-000004', helper: first, state: 'handed_over', reason: null },
        ...{ from_on: '2023-05-10', to_on: '2024-11-30' },
      },
      {
        ...line,
        ...{ reference: 'PA-000012', helper: second, state: 'active', reason: null },
        ...{ from_on: '2024-11-30', to_on: null },
      },
    ],
    help: [
      { ...help, form: 'goods', private: false, text: said.goods, amount: null, currency: null },
      { ...help, form: 'money', private: true, text: '', amount: '1500.00', currency: 'CNY' },
    ],
    visits: Array.from({ length: visits }, (_, at) => ({
      reference: `VI-${String(at + 1).padStart(6, '0')}`,
      on: `2025-0${(at % 3) + 1}-15`,
      kind: at % 3 === 1 ? 'phone' : 'visit',
      by: second,
      met: 'oneself',
      found: said.found,
      confirmed: [true, false, null][at % 3]!,
    })),
    left_out: 0,
    ...change,
  }
}

/** Papers of cases of an invented fund, the same on every call. */
import { sha256Hex } from '../../../src/kit/digest.ts'
import { maskName, maskTail } from '../../../src/kit/mask.ts'
import type { Minutes } from '../../../src/statements/papers/minutes.ts'
import type { NoticeSheet } from '../../../src/statements/papers/notice-sheet.ts'
import type { PaperFrame } from '../../../src/statements/papers/paper.ts'
import type { Roster, RosterLine } from '../../../src/statements/papers/roster.ts'
import type { Slips } from '../../../src/statements/papers/slips.ts'
import type { StatementLanguage } from '../../../src/statements/statement.ts'
import { PEOPLE, PLACES } from '../sample-data.ts'

type Form = Roster['form']

export function sampleFrame(
  language: StatementLanguage,
  change: Partial<PaperFrame> = {},
): PaperFrame {
  return {
    organisation: { name: PLACES[language].organisation, book: 'riverside' },
    number: 'CARE-2025-B0007',
    version: 4711,
    chain_head: sha256Hex('head of the sample chain'),
    at: '2025-03-05T06:30:00.000Z',
    at_local: '2025-03-05 14:30',
    operator: 'user:3',
    mark: 'internal',
    language,
    ...change,
  }
}

export const branches = {
  en: ['Mill Lane branch', 'Harbour branch', 'North branch'],
  'zh-Hans': ['第一支部', '港务支部', '北区退休支部'],
  'zh-Hant': ['第一支部', '港務支部', '北區退休支部'],
} as const

export const causes = {
  en: ['Serious illness', 'Low income', 'Cost of schooling'],
  'zh-Hans': ['重大疾病', '生活困难', '子女就学'],
  'zh-Hant': ['重大疾病', '生活困難', '子女就學'],
} as const

const banks = {
  en: 'First County Bank, Mill Lane',
  'zh-Hans': '中国工商银行江滨支行',
  'zh-Hant': '中國工商銀行江濱支行',
} as const

const goodsGiven = {
  en: 'Rice 20 kg, oil 5 l',
  'zh-Hans': '大米 20 公斤、食用油 5 升',
  'zh-Hant': '白米 20 公斤、食用油 5 公升',
} as const

export const programmes = {
  en: 'Spring Festival visits 2025',
  'zh-Hans': '2025年春节走访慰问',
  'zh-Hant': '2025年春節走訪慰問',
} as const

/** An amount that differs from line to line, with jiao and fen here and there. */
function amountAt(place: number): number {
  return 50_000 + ((place * 7_919) % 300) * 500 + (place % 7 === 3 ? 35 : 0)
}

export interface RosterOptions {
  readonly lines: number
  readonly language?: StatementLanguage
  readonly form?: Form
  readonly names?: readonly string[]
  readonly change?: Partial<Roster>
}

export function sampleRoster({
  lines: count,
  language = 'zh-Hans',
  form = 'cash',
  names = [],
  change = {},
}: RosterOptions): Roster {
  const lines = Array.from({ length: count }, (_, place): RosterLine => {
    return {
      serial: place + 1,
      name: names[place] ?? PEOPLE[language][place % PEOPLE[language].length]!,
      beneficiary: place % 11 === 4 ? PEOPLE[language][1] : null,
      identity: `110${'·'.repeat(4)}${1000 + ((place * 37) % 9000)}`,
      unit: branches[language][place % 3]!,
      category: causes[language][(place + 1) % 3]!,
      amount_minor: amountAt(place),
      bank: form === 'bank' ? banks[language] : null,
      account: form === 'bank' ? maskTail(`62220210010${place + 10_000}`, 4) : null,
      goods: form === 'goods' ? goodsGiven[language] : null,
      result: null,
      entry: null,
    }
  })
  return {
    format: 'care-ledger/printed-roster@1',
    frame: sampleFrame(language),
    name: programmes[language],
    form,
    pay_on: '2025-01-20',
    fund: { code: 'care', name: PLACES[language].fund },
    currency: 'CNY',
    lines,
    total_minor: lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
    released: {
      on: '2025-01-18',
      digest: sha256Hex('the list as released'),
      entry: form === 'bank' ? 812 : null,
    },
    dropped: false,
    ...change,
  }
}

export function sampleSlips(options: RosterOptions): Slips {
  const roster = sampleRoster(options)
  return {
    format: 'care-ledger/slips@1',
    frame: roster.frame,
    form: roster.form,
    pay_on: roster.pay_on,
    fund: roster.fund,
    currency: roster.currency,
    slips: roster.lines.map((line) => ({
      serial: line.serial,
      name: line.name,
      beneficiary: line.beneficiary,
      identity: line.identity,
      unit: line.unit,
      category: line.category,
      amount_minor: line.amount_minor,
      goods: line.goods,
      account: line.account,
      case: `C-${String(line.serial).padStart(6, '0')}`,
    })),
  }
}

const bases = {
  en: 'the Rules on Help for Members in Hardship, Riverside [2024] No. 5',
  'zh-Hans': '《困难会员帮扶办法》（江滨会发〔2024〕5号）',
  'zh-Hant': '《困難會員幫扶辦法》（江濱會發〔2024〕5號）',
} as const

const contacts = {
  en: {
    person: 'Ms Reed, board of supervisors, 9:00 to 17:00',
    phone: '010-5550 0137',
    mailbox: 'notice@riverside.example',
    address: '12 Mill Lane, Riverside',
  },
  'zh-Hans': {
    person: '监督委员会 李同志（工作日 9:00 至 17:00）',
    phone: '010-5550 0137',
    mailbox: 'notice@riverside.example',
    address: '江滨路12号一楼监督委员会办公室',
  },
  'zh-Hant': {
    person: '監督委員會 李同志（工作日 9:00 至 17:00）',
    phone: '010-5550 0137',
    mailbox: 'notice@riverside.example',
    address: '江濱路12號一樓監督委員會辦公室',
  },
} as const

const noticeTitles = {
  en: 'Notice of proposed help: Spring Festival visits 2025',
  'zh-Hans': '关于2025年春节走访慰问拟帮扶对象的公示',
  'zh-Hant': '關於2025年春節走訪慰問擬幫扶對象的公示',
} as const

export function sampleNotice({
  lines: count,
  language = 'zh-Hans',
  change = {},
}: {
  readonly lines: number
  readonly language?: StatementLanguage
  readonly change?: Partial<NoticeSheet>
}): NoticeSheet {
  return {
    format: 'care-ledger/printed-notice@1',
    frame: sampleFrame(language, { number: 'N-000012', mark: 'public' }),
    title: noticeTitles[language],
    basis: bases[language],
    issuer: PLACES[language].organisation,
    put_up_on: '2025-01-05',
    first_on: '2025-01-06',
    last_on: '2025-01-10',
    days: 5,
    counted_in: 'working_days',
    currency: 'CNY',
    lines: Array.from({ length: count }, (_, place) => ({
      serial: place + 1,
      name: maskName(PEOPLE[language][place % PEOPLE[language].length]!),
      branch: branches[language][place % 3]!,
      category: causes[language][(place + 1) % 3]!,
      amount_minor: amountAt(place) * (place % 5 === 4 ? 12 : 1),
      instalments: place % 5 === 4 ? 12 : 1,
    })),
    contact: contacts[language],
    list_digest: sha256Hex('the list as put up'),
    ended: null,
    ...change,
  }
}

export function sampleMinutes({
  language = 'zh-Hans',
  cases = 6,
  change = {},
}: {
  readonly language?: StatementLanguage
  readonly cases?: number
  readonly change?: Partial<Minutes>
} = {}): Minutes {
  const people = PEOPLE[language]
  const caseAt = (place: number) => ({
    case: `C-${String(place + 1).padStart(6, '0')}`,
    name: people[place % people.length]!,
    category: causes[language][place % 3]!,
    currency: 'CNY',
    amount_minor: amountAt(place),
    instalments: place % 4 === 3 ? 6 : 1,
  })
  return {
    format: 'care-ledger/minutes@1',
    frame: sampleFrame(language, { number: 'S-000003' }),
    committee: PLACES[language].organisation,
    held_on: '2024-12-28',
    place:
      language === 'en' ? 'Meeting room 2' : language === 'zh-Hans' ? '二楼会议室' : '二樓會議室',
    attendance: [
      { name: people[0]!, part: 'chair', presence: 'present' },
      { name: people[1]!, part: 'member', presence: 'present' },
      { name: people[2]!, part: 'member', presence: 'present' },
      { name: people[3]!, part: 'member', presence: 'excused' },
      { name: people[4]!, part: 'member', presence: 'present' },
      { name: people[0]!, part: 'supervisor', presence: 'present' },
    ],
    quorum: { needed: 4, met: true },
    recusals: [
      {
        name: people[1]!,
        case: 'C-000002',
        ground: 'known',
        reason: language === 'en' ? 'sister of the applicant' : '兄妹',
      },
    ],
    ballots: [
      {
        number: 1,
        proposal: 'approve',
        members: 5,
        present: 4,
        in_favour: 4,
        against: 0,
        abstained: 0,
        carried: true,
        conditions: '',
        reason: '',
        cases: Array.from({ length: cases }, (_, place) => caseAt(place)),
      },
      {
        number: 2,
        proposal: 'approve',
        members: 4,
        present: 3,
        in_favour: 2,
        against: 0,
        abstained: 1,
        carried: true,
        conditions:
          language === 'en' ? 'The bills of February are handed in first.' : '先行提交二月份票据。',
        reason: '',
        cases: [caseAt(cases)],
      },
      {
        number: 3,
        proposal: 'refuse',
        members: 5,
        present: 4,
        in_favour: 1,
        against: 3,
        abstained: 0,
        carried: false,
        conditions: '',
        reason: language === 'en' ? 'Income above the standard.' : '收入高于标准。',
        cases: [caseAt(cases + 1)],
      },
    ],
    digest: sha256Hex('the minutes as frozen'),
    ...change,
  }
}

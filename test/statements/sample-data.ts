/** What samples are made of: names of invented people and places, and the extremes of a statement. */

import type {
  ContributionSource,
  Names,
  Statement,
  StatementChanges,
} from '../../src/statements/statement.ts'

export const PEOPLE = {
  en: ['Ada Fernsby', 'Maria Lopez', 'Tom Okafor', 'Siobhan O’Brien', 'Li Wei', 'Ján Kováč'],
  'zh-Hans': [
    '张小明',
    '欧阳修文',
    '李华',
    '王建国',
    '阿依古丽·买买提',
    '童𬱖',
    '赵丽颖',
    '陈志强',
  ],
  'zh-Hant': ['張小明', '歐陽修文', '李華', '陳怡君', '林志玲', '黃美珍', '鄭成功', '劉德華'],
} as const

/** Who is paid on a person's behalf. */
export const VENDORS = {
  en: ['St. Anne’s Hospital', 'Riverside Primary School'],
  'zh-Hans': ['市第一人民医院', '滨江实验小学'],
  'zh-Hant': ['市立聯合醫院', '濱江國民小學'],
} as const

export const PLACES = {
  en: {
    organisation: 'Riverside Members’ Association',
    fund: 'Care Fund',
    purpose: 'Relief for members and their families in sudden hardship',
    unit: 'North Branch',
  },
  'zh-Hans': {
    organisation: '滨江区职工互助协会',
    fund: '关爱基金',
    purpose: '用于帮扶因病、因灾等突发困难的会员及其家庭',
    unit: '北片区分会',
  },
  'zh-Hant': {
    organisation: '濱江社區互助協會',
    fund: '關懷基金',
    purpose: '扶助因疾病、災害等突發困難之會員及其家庭',
    unit: '北區分會',
  },
} as const

export const CATEGORIES: readonly { code: string; names: Names }[] = [
  {
    code: '5101',
    names: { en: 'Hardship grants', 'zh-Hans': '困难补助', 'zh-Hant': '急難補助' },
  },
  {
    code: '5102',
    names: { en: 'Serious illness aid', 'zh-Hans': '大病救助', 'zh-Hant': '重大傷病救助' },
  },
  { code: '5103', names: { en: 'School aid', 'zh-Hans': '助学金', 'zh-Hant': '助學金' } },
  {
    code: '5104',
    names: { en: 'Disaster relief', 'zh-Hans': '灾害慰问', 'zh-Hant': '災害慰問' },
  },
]

export const SOURCES: readonly ContributionSource[] = [
  'member',
  'organisation',
  'public_money',
  'interest',
]

/** What has changed in a sample since the issue before it. */
export function changesOf(): StatementChanges {
  return {
    since: 'CARE-2025-0002',
    since_sequence: 4500,
    added: [118, 119, 120, 123],
    reversed: [107],
    receipts_delta_minor: 0,
    payments_delta_minor: -45_000,
  }
}

/** Texts that fill their lines, amounts near the largest there are, more of everything than is listed. */
export function stretched(statement: Statement): Statement {
  const more = 900_000_000_000_000
  const commitments = Array.from({ length: 12 }, (_, place) => ({
    code: `93${place}`,
    names: { en: `a commitment whose name goes on to a second line ${place}` },
    amount_minor: 100_000_000,
  }))
  const commitments_minor = 1_200_000_000
  const closing_minor = statement.closing_minor + more
  return {
    ...statement,
    fund: {
      ...statement.fund,
      name: 'The fund with a very long name '.repeat(5),
      unit: 'The unit with a very long name '.repeat(5),
      purpose: 'Relief of members in sudden hardship, illness or bereavement '.repeat(10),
    },
    opening_minor: statement.opening_minor + more,
    closing_minor,
    commitments,
    commitments_minor,
    available_minor: closing_minor - statement.payables_minor - commitments_minor,
    lines: statement.lines.map((line) =>
      line.section === 'receipt'
        ? { ...line, recorded_on: '2025-04-01', reverses: { serial: 7, day: '2024-11-05' } }
        : line,
    ),
    changes: {
      ...changesOf(),
      added: Array.from({ length: 300 }, (_, place) => 100 + 2 * place),
      reversed: Array.from({ length: 300 }, (_, place) => 101 + 3 * place),
    },
  }
}

/**
 * The columns of a file of people: what each is called in the three languages, and the words that a cell of
 * it may hold. A file is read by any of these headings, whatever language it was made in.
 */

import { type Relation, relations } from '../people/households.ts'
import { type PartyKind, partyKinds } from '../people/parties.ts'
import { type DocumentType, documentTypes } from '../vault/values.ts'

export const sheetLanguages = ['en', 'zh-Hans', 'zh-Hant'] as const
export type SheetLanguage = (typeof sheetLanguages)[number]

/** A word in each language. */
export type Words = Readonly<Record<SheetLanguage, string>>

function words(en: string, hans: string, hant: string): Words {
  return { en, 'zh-Hans': hans, 'zh-Hant': hant }
}

export const columnKeys = [
  'kind',
  'name',
  'home_unit',
  'current_unit',
  'member_from',
  'birth_date',
  'document_type',
  'document_number',
  'phone',
  'bank_account',
  'bank_branch',
  'address',
  'household',
  'relation',
  'number_elsewhere',
] as const
export type ColumnKey = (typeof columnKeys)[number]

/** The two that a result has beside those of its file. */
export const resultKeys = ['outcome', 'fault'] as const
export type ResultKey = (typeof resultKeys)[number]

interface Column {
  readonly heading: Words
  /** What stands in the explanation. */
  readonly means: Words
}

export const sheetColumns: Readonly<Record<ColumnKey, Column>> = {
  kind: {
    heading: words('Kind', '类别', '類別'),
    means: words(
      'What it is; empty means a person.',
      '属于哪一类；留空表示个人。',
      '屬於哪一類；留空表示個人。',
    ),
  },
  name: {
    heading: words('Name', '姓名或名称', '姓名或名稱'),
    means: words(
      'As on the identity document or the registration. Every row needs one.',
      '与证件或登记一致。每行必填。',
      '與證件或登記一致。每列必填。',
    ),
  },
  home_unit: {
    heading: words('Home unit code', '所属单位代码', '所屬單位代碼'),
    means: words(
      'The code of the unit in which they are at home.',
      '本人所属单位的代码。',
      '本人所屬單位的代碼。',
    ),
  },
  current_unit: {
    heading: words('Current unit code', '现所在单位代码', '現所在單位代碼'),
    means: words(
      'The code of the unit in which they work now, where that is another one.',
      '现工作单位的代码，与所属单位不同时填写。',
      '現工作單位的代碼，與所屬單位不同時填寫。',
    ),
  },
  member_from: {
    heading: words('Member from', '加入日期', '加入日期'),
    means: words(
      'The first day of the membership, such as 2026-03-05; empty means today.',
      '加入单位的日期，如 2026-03-05；留空表示今天。',
      '加入單位的日期，如 2026-03-05；留空表示今天。',
    ),
  },
  birth_date: {
    heading: words('Birth date', '出生日期', '出生日期'),
    means: words('Such as 1980-02-03.', '如 1980-02-03。', '如 1980-02-03。'),
  },
  document_type: {
    heading: words('Document type', '证件类型', '證件類型'),
    means: words(
      'What the number is the number of.',
      '证件号码所属的证件类型。',
      '證件號碼所屬的證件類型。',
    ),
  },
  document_number: {
    heading: words('Document number', '证件号码', '證件號碼'),
    means: words(
      'Format these cells as text, so that no digit is lost.',
      '请把单元格设为文本格式，以免丢失数字。',
      '請把儲存格設為文字格式，以免遺失數字。',
    ),
  },
  phone: {
    heading: words('Phone', '电话', '電話'),
    means: words(
      'With the country code (+86 …) where it is not one of this country.',
      '非本国号码请加国家代码（+86 …）。',
      '非本國號碼請加國碼（+886 …）。',
    ),
  },
  bank_account: {
    heading: words('Bank account', '银行账号', '銀行帳號'),
    means: words(
      'The whole number, in cells formatted as text.',
      '完整账号，单元格设为文本格式。',
      '完整帳號，儲存格設為文字格式。',
    ),
  },
  bank_branch: {
    heading: words('Bank and branch', '开户行', '開戶行'),
    means: words('As the bank writes it.', '按银行的写法填写。', '按銀行的寫法填寫。'),
  },
  address: {
    heading: words('Address', '住址', '住址'),
    means: words('Where they live.', '现居住地址。', '現居住地址。'),
  },
  household: {
    heading: words('Household number', '户编号', '戶編號'),
    means: words(
      'Any number of your own: rows with the same one live together.',
      '自定编号：编号相同的行属于同一户。',
      '自訂編號：編號相同的列屬於同一戶。',
    ),
  },
  relation: {
    heading: words('Relation to the head', '与户主关系', '與戶長關係'),
    means: words('Each household has one head.', '每户须有一名户主。', '每戶須有一名戶長。'),
  },
  number_elsewhere: {
    heading: words('Number elsewhere', '外部编号', '外部編號'),
    means: words(
      'A personnel number or another one by which they are known elsewhere.',
      '工号或在其他系统中的编号。',
      '工號或在其他系統中的編號。',
    ),
  },
}

export const resultHeadings: Readonly<Record<ResultKey, Words>> = {
  outcome: words('Outcome', '导入结果', '匯入結果'),
  fault: words('What is wrong', '问题说明', '問題說明'),
}

export const kindWords: Readonly<Record<PartyKind, Words>> = {
  person: words('person', '个人', '個人'),
  organisation: words('organisation', '单位', '單位'),
  public_body: words('public body', '政府机关', '政府機關'),
  upper_level: words('upper level', '上级组织', '上級組織'),
  vendor: words('vendor', '供应商', '供應商'),
  training_provider: words('training provider', '培训机构', '培訓機構'),
}

/** A body's own number beside those of people. */
export const sheetDocuments = [...documentTypes, 'credit_code'] as const
export type SheetDocument = DocumentType | 'credit_code'

export const documentWords: Readonly<Record<SheetDocument, Words>> = {
  resident_id: words('resident identity card', '居民身份证', '居民身分證'),
  passport: words('passport', '护照', '護照'),
  other: words('other', '其他', '其他'),
  credit_code: words('unified social credit code', '统一社会信用代码', '統一社會信用代碼'),
}

export const relationWords: Readonly<Record<Relation, Words>> = {
  head: words('head', '户主', '戶長'),
  spouse: words('spouse', '配偶', '配偶'),
  child: words('child', '子女', '子女'),
  parent: words('parent', '父母', '父母'),
  grandparent: words('grandparent', '祖父母', '祖父母'),
  grandchild: words('grandchild', '孙子女', '孫子女'),
  sibling: words('sibling', '兄弟姐妹', '兄弟姊妹'),
  other_kin: words('other kin', '其他亲属', '其他親屬'),
  not_related: words('not related', '非亲属', '非親屬'),
}

/** A text as headings and words are compared. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:：_()-]/gu, '')
}

function byWord<K extends string>(
  keys: readonly K[],
  wordsOf: (key: K) => Words,
): ReadonlyMap<string, K> {
  return new Map(
    keys.flatMap((key) => {
      const all = [key, ...Object.values(wordsOf(key))]
      return all.map((word) => [plain(word), key] as const)
    }),
  )
}

const byHeading = byWord<ColumnKey | ResultKey>([...columnKeys, ...resultKeys], (key) =>
  key in sheetColumns ? sheetColumns[key as ColumnKey].heading : resultHeadings[key as ResultKey],
)
const byKind = byWord(partyKinds, (key) => kindWords[key])
const byDocument = byWord(sheetDocuments, (key) => documentWords[key])
const byRelation = byWord(relations, (key) => relationWords[key])

/** What further words people write for these; the heading `姓名` alone is the commonest of all. */
const furtherHeadings: Readonly<Record<string, ColumnKey>> = {
  姓名: 'name',
  名称: 'name',
  名稱: 'name',
  身份证号: 'document_number',
  身份证号码: 'document_number',
  身分證字號: 'document_number',
  手机: 'phone',
  手机号: 'phone',
  联系电话: 'phone',
  银行卡号: 'bank_account',
  家庭住址: 'address',
  工号: 'number_elsewhere',
}

/** The column that a heading names; undefined for one that is left alone. */
export function columnOf(heading: string): ColumnKey | ResultKey | undefined {
  return byHeading.get(plain(heading)) ?? furtherHeadings[heading.trim()]
}

/** What a cell says, by any of its words; undefined for another word. */
export const cellWords = {
  kind: (text: string) => byKind.get(plain(text)),
  document: (text: string) => byDocument.get(plain(text)),
  relation: (text: string) => byRelation.get(plain(text)),
}

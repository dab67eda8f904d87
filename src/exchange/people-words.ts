/** What files of people say of their rows, in the three languages; pages about them say the same. */
import { type SheetLanguage, sheetColumns, type Words } from './people-columns.ts'
import type { RowFault, RowFaultCode } from './people-rows.ts'
import type { Outcome } from './people-taking.ts'

function words(en: string, hans: string, hant: string): Words {
  return { en, 'zh-Hans': hans, 'zh-Hant': hant }
}

export const sheetNames: Readonly<
  Record<
    SheetLanguage,
    Readonly<Record<'people' | 'explanation' | 'column' | 'meaning' | 'words', string>>
  >
> = {
  en: {
    people: 'People',
    explanation: 'Explanation',
    column: 'Column',
    meaning: 'What belongs in it',
    words: 'Words that are understood',
  },
  'zh-Hans': {
    people: '人员',
    explanation: '填写说明',
    column: '列',
    meaning: '填写内容',
    words: '可填写的词',
  },
  'zh-Hant': {
    people: '人員',
    explanation: '填寫說明',
    column: '欄',
    meaning: '填寫內容',
    words: '可填寫的詞',
  },
}

export const outcomeWords: Readonly<Record<Outcome['outcome'], Words>> = {
  added: words('added', '已新增', '已新增'),
  updated: words('updated', '已更新', '已更新'),
  known: words('stood there already', '原已存在', '原已存在'),
  skipped: words('left out', '已略过', '已略過'),
  refused: words('not taken', '未导入', '未匯入'),
}

const faultWords: Readonly<Record<RowFaultCode, Words>> = {
  missing: words('is missing', '未填写', '未填寫'),
  word_unknown: words('is none of the words of the template', '不是模板中的词', '不是範本中的詞'),
  not_a_day: words(
    'is no day; write it as 2026-03-05',
    '日期无效，请写成 2026-03-05',
    '日期無效，請寫成 2026-03-05',
  ),
  in_future: words('lies in the future', '日期晚于今天', '日期晚於今天'),
  too_long: words('is longer than 500 characters', '超过 500 个字符', '超過 500 個字元'),
  unreadable: words(
    'holds characters that cannot be kept',
    '含有无法保存的字符',
    '含有無法保存的字元',
  ),
  digits_lost: words(
    'was kept as a number, which may have lost digits; format the cell as text and type it again',
    '单元格为数值格式，可能丢失数字；请改为文本格式后重新输入',
    '儲存格為數值格式，可能遺失數字；請改為文字格式後重新輸入',
  ),
  number_wrong: words(
    'cannot be right; compare it with the document',
    '号码有误，请与证件核对',
    '號碼有誤，請與證件核對',
  ),
  persons_only: words('is for persons alone', '仅适用于个人', '僅適用於個人'),
  bodies_only: words('is for bodies alone', '仅适用于单位', '僅適用於單位'),
  unit_unknown: words('is the code of no unit', '没有此代码的单位', '沒有此代碼的單位'),
  unit_closed: words('is the code of a unit that is closed', '该单位已关闭', '該單位已關閉'),
  relation_missing: words(
    'is missing beside the household number',
    '填写了户编号，但未填与户主关系',
    '填寫了戶編號，但未填與戶長關係',
  ),
  one_head: words('must have exactly one head', '每户须有且仅有一名户主', '每戶須有且僅有一名戶長'),
  lives_elsewhere: words(
    'names people who live in different households',
    '同户人员在账中分属不同家庭',
    '同戶人員在帳中分屬不同家庭',
  ),
  row_of_household: words(
    'another row of it has to be corrected first',
    '同户的另一行有误，请先更正',
    '同戶的另一列有誤，請先更正',
  ),
  twice_in_household: words('names somebody twice', '同一人出现两次', '同一人出現兩次'),
  belongs_elsewhere: words(
    'differs from the unit in the book; transfer the person there',
    '与账中所属单位不同，请在账中办理转出',
    '與帳中所屬單位不同，請在帳中辦理轉出',
  ),
  has_died: words('is recorded as having died', '账中记录此人已去世', '帳中記錄此人已去世'),
  party_unknown: words(
    'is not found in the book by its reference',
    '账中没有此编号的人员',
    '帳中沒有此編號的人員',
  ),
}

/** What is wrong with a row, column by column. */
export function faultsText(faults: readonly RowFault[], language: SheetLanguage): string {
  const [colon, between] = language === 'en' ? [': ', '; '] : ['：', '；']
  return faults
    .map(({ column, code }) => {
      return `${sheetColumns[column].heading[language]}${colon}${faultWords[code][language]}`
    })
    .join(between)
}

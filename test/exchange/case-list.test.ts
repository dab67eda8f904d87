/** A list of cases read from a spreadsheet, by headings of any of three languages. */
import { expect, it } from 'vitest'
import { emptyCaseList, readCaseList } from '../../src/exchange/case-list.ts'
import { workbookOf } from '../../src/exchange/workbook.ts'
import { Refusal } from '../../src/kit/refusal.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

it.each([
  ['en', 'Person,Amount,Cause,In a few words,Grade,Paid to'],
  ['zh-Hans', '帮扶对象,金额,困难原因,简要说明,困难程度,收款人'],
  ['zh-Hant', '扶助對象,金額,困難原因,簡要說明,困難程度,收款人'],
] as const)(
  'the empty file in %s has its headings, and is read by them',
  async (language, head) => {
    const empty = new TextDecoder('utf-8', { ignoreBOM: true }).decode(emptyCaseList(language))
    expect(empty).toBe(`\uFEFF${head}\r\n`)
    const read = await readCaseList(
      bytes(`${empty}王伟,500,,,,\r\n,,,,,\r\n李丽,1.5,x,y,z,w\r\n`),
      10,
    )
    expect(read).toEqual([
      { row: 2, party: '王伟', amount: '500' },
      { row: 4, party: '李丽', amount: '1.5', cause: 'x', cause_text: 'y', grade: 'z', payee: 'w' },
    ])
  },
)

it('a workbook is read as it stands, with columns of its own in any order', async () => {
  const rows = [
    ['序号', '金额（元）', '姓名'],
    ['1', '1,200', '诸葛亮'],
  ]
  const made = workbookOf([{ name: 'list', rows, widths: [9, 9, 9] }])
  expect(await readCaseList(made, 10)).toEqual([{ row: 2, party: '诸葛亮', amount: '1,200' }])
})

it.each([
  ['case_list.column_missing', 'Name,Sum\nA,1'],
  ['case_list.column_missing', 'Amount\n1'],
  ['case_list.column_twice', 'Name,Person,Amount\nA,A,1'],
  ['case_list.empty', 'Person,Amount\n\n'],
  ['case_list.too_long', `Person,Amount\n${'A,1\n'.repeat(11)}`],
  ['case_list.unreadable', 'Person,Amount\n"A,1'],
  ['case_list.unreadable', 'Person\0,Amount\nA,1'],
])('%s', async (code, text) => {
  const refusal = await readCaseList(bytes(text), 10).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect((refusal as Refusal).code).toBe(code)
})

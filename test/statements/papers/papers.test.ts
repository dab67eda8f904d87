/** The papers of cases as they are printed: their texts in three languages, their looks, their sums. */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseChineseAmount } from '../../../src/kit/words.ts'
import { type CasePaper, drawPaper } from '../../../src/statements/draw.ts'
import {
  paperDigest,
  verifyCode,
  withDocumentNumbers,
} from '../../../src/statements/papers/paper.ts'
import { readAttachment } from '../../../src/statements/pdf/read.ts'
import { mm } from '../../../templates/statements/layout.ts'
import {
  noticeSheet,
  officeSheet,
  rosterSheet,
  slipSheet,
} from '../../../templates/statements/paper-layout.ts'
import { blankRuns, outside, overlaps } from '../looks.ts'
import { hostileNames, type Page, pagesOf, paperFaces, type Run } from '../paper.ts'
import { sampleCaseFile } from './sample-case.ts'
import { sampleMinutes, sampleNotice, sampleRoster, sampleSlips } from './samples.ts'

const faces = paperFaces()
const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
type Language = (typeof languages)[number]

const edgesOf = {
  notice: noticeSheet,
  minutes: officeSheet,
  roster: rosterSheet,
  slips: slipSheet,
  case_file: officeSheet,
} as const

const samples = {
  notice: (language: Language) => [sampleNotice({ lines: 8, language })],
  minutes: (language: Language) => [sampleMinutes({ language })],
  roster: (language: Language) => [
    sampleRoster({ lines: 20, language }),
    sampleRoster({ lines: 3, language, form: 'bank' }),
    sampleRoster({ lines: 1, language, form: 'goods', change: { released: null } }),
  ],
  slips: (language: Language) => [
    sampleSlips({ lines: 5, language }),
    sampleSlips({ lines: 1, language, form: 'bank' }),
    sampleSlips({ lines: 1, language, form: 'goods' }),
  ],
  case_file: (language: Language) => [sampleCaseFile({ language })],
}
type Kind = keyof typeof samples
const kinds = Object.keys(samples) as Kind[]

async function drawn(job: CasePaper): Promise<Page[]> {
  return pagesOf((await drawPaper(job, faces, null)).bytes)
}

function jobs(paper: Kind, language: Language): CasePaper[] {
  return samples[paper](language).map((document) => ({ paper, document }) as CasePaper)
}

function golden(name: string): string {
  return fileURLToPath(new URL(`../../golden/statements/${name}`, import.meta.url))
}

describe.each(kinds)('[P1] %s', (paper) => {
  test.each(languages)('in %s says the same as ever', async (language) => {
    const pages = (await Promise.all(jobs(paper, language).map(drawn))).flat()
    const text = pages.map((page, at) => `--- page ${at + 1}\n${page.text}\n`).join('')
    await expect(text).toMatchFileSnapshot(golden(`paper-${paper}.${language}.txt`))
  })

  test.each(languages)(
    'in %s has ink in every run, no overlap, clean margins',
    async (language) => {
      for (const job of jobs(paper, language)) looksRight(await drawn(job), paper)
    },
  )

  test('carries its data, whose digest stands on it', async () => {
    const [job] = jobs(paper, 'zh-Hans') as [CasePaper]
    const { bytes } = await drawPaper(job, faces, null)
    const name = {
      notice: 'notice',
      minutes: 'minutes',
      roster: 'roster',
      slips: 'slips',
      case_file: 'case',
    }
    const data = JSON.parse(new TextDecoder().decode(readAttachment(bytes, `${name[paper]}.json`)))
    expect(data).toEqual(JSON.parse(JSON.stringify(job.document)))
    const [page] = await pagesOf(bytes)
    expect(page!.text.replaceAll('\n', '')).toContain(verifyCode(paperDigest(job.document)))
  })

  test('is the same to the byte each time', async () => {
    const [job] = jobs(paper, 'zh-Hant') as [CasePaper]
    const [one, other] = [await drawPaper(job, faces, null), await drawPaper(job, faces, null)]
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
  })
})

function looksRight(pages: readonly Page[], paper: Kind): void {
  const edges = edgesOf[paper]
  for (const page of pages) {
    expect(blankRuns(page)).toEqual([])
    expect(overlaps(page.runs)).toEqual([])
    // Slips have lines to cut along, which leave the margins.
    if (paper !== 'slips') expect(outside(page, edges)).toEqual([])
    else
      expect(
        page.runs.filter((run) => run.left < edges.left - 1 || run.right > edges.right + 1),
      ).toEqual([])
  }
}

/** A square of 45 mm under the word for the seal, in which nothing is printed. */
function sealIsClear(pages: readonly Page[], right: number, bottom: number): void {
  const last = pages.at(-1) as Page
  const label = last.runs.findLast(({ text }) =>
    /^[（(](seal|盖章|蓋章)[）)]$/.test(text.trim()),
  ) as Run
  const top = label.bottom + 3
  const box = {
    left: right - mm(45.5),
    right: right - mm(0.5),
    top: top + mm(0.5),
    bottom: top + mm(45.5),
  }
  expect(last.inked(box)).toBe(false)
  expect(box.bottom).toBeLessThan(bottom)
}

describe('[P2] the notice', () => {
  test('keeps 45 mm clear for the seal, in each language and for any length', async () => {
    for (const lines of [1, 5, 6, 7, 8, 9, 20, 30, 60]) {
      const pages = await drawn({ paper: 'notice', document: sampleNotice({ lines }) })
      sealIsClear(pages, noticeSheet.right, noticeSheet.bottom + 1)
      looksRight(pages, 'notice')
      // The seal never stands alone: the total and two lines go with it.
      const last = pages.at(-1)!.text
      expect(last).toContain('合计')
      expect([...last.matchAll(/^\d+ \S+ \S+支部 /gm)].length).toBeGreaterThanOrEqual(
        Math.min(2, lines),
      )
    }
  })

  test('writes the number of a document in six-cornered brackets, and days without zeros', async () => {
    const basis = '《帮扶办法》(江滨会发[2024]第05号)'
    const document = sampleNotice({ lines: 2, change: { basis } })
    const [page] = await drawn({ paper: 'notice', document })
    expect(page!.text).toContain('江滨会发〔2024〕5号')
    expect(page!.text).toContain('2025年1月6日至2025年1月10日')
    expect(withDocumentNumbers('（2023）12號')).toBe('〔2023〕12號')
    expect(withDocumentNumbers('Room [12] 5, (2024) No. 5')).toBe('Room [12] 5, (2024) No. 5')
  })

  test('a void notice says so; what the masks leave out is no sum', async () => {
    const { lines } = sampleNotice({ lines: 2 })
    const hidden = lines.map((line) => ({ ...line, name: null, branch: null, amount_minor: null }))
    const change = { lines: hidden, ended: { outcome: 'void', on: '2025-01-08' } } as const
    const [page] = await drawn({ paper: 'notice', document: sampleNotice({ lines: 2, change }) })
    expect(page!.text).toContain('本公示已于2025年1月8日撤下作废')
    expect(page!.text).not.toContain('盖章')
    expect(page!.text).toContain('***')
    expect(page!.text).not.toContain('合计')
  })
})

describe('[P3] minutes', () => {
  test('of an open sitting are not final; of a long one every vote keeps its heading', async () => {
    const [open] = await drawn({
      paper: 'minutes',
      document: sampleMinutes({ change: { digest: null } }),
    })
    expect(open!.text).toContain('本纪要为未定稿')
    const pages = await drawn({ paper: 'minutes', document: sampleMinutes({ cases: 120 }) })
    looksRight(pages, 'minutes')
    for (const page of pages.slice(0, -1))
      expect(page.text).toContain('申请编号 受助人 帮扶类别 金额')
    expect(pages.at(-1)!.text).toContain('主持人')
  })

  test('without votes and recusals say so', async () => {
    const document = sampleMinutes({ language: 'en', change: { ballots: [], recusals: [] } })
    const [page] = await drawn({ paper: 'minutes', document })
    expect(page!.text).toContain('No vote was taken.')
    expect(page!.text).toContain('Nobody had an interest in a case.')
  })

  test('the sum of each vote in words is the sum of its cases', async () => {
    const document = sampleMinutes()
    const pages = await drawn({ paper: 'minutes', document })
    const words = pages.flatMap(({ text }) =>
      [...text.matchAll(/(人民币\S+)/g)].map(([, one]) => one!),
    )
    const sums = document.ballots.map(({ cases }) =>
      cases.reduce((sum, one) => sum + one.amount_minor * one.instalments, 0),
    )
    expect(words.map((one) => Number(parseChineseAmount(one)))).toEqual(sums)
  })
})

describe('[P4] slips', () => {
  test('stand three to a sheet; a slip for cash is signed twice, one for a transfer is not', async () => {
    const cash = await drawn({ paper: 'slips', document: sampleSlips({ lines: 7 }) })
    expect(cash).toHaveLength(3)
    const count = (text: string, what: string) => text.split(what).length - 1
    expect(count(cash[0]!.text, '领款人签字')).toBe(3)
    expect(count(cash[0]!.text, '发放人签字')).toBe(3)
    expect(count(cash[0]!.text, '附委托书')).toBe(3)
    expect(count(cash[0]!.text, '沿此线剪开')).toBe(2)
    const bank = await drawn({ paper: 'slips', document: sampleSlips({ lines: 2, form: 'bank' }) })
    expect(bank[0]!.text).not.toContain('签字')
    expect(bank[0]!.text).toContain('任何人不得要求返还')
  })

  test('keep to their third of the sheet, however long a name is', async () => {
    const names = [
      '王'.repeat(500),
      'W'.repeat(200),
      'A very long name '.repeat(30),
      ...hostileNames,
    ]
    for (const form of ['cash', 'goods', 'bank'] as const) {
      const plain = sampleSlips({ lines: names.length, names, form })
      const [long] = names as [string]
      const longest = { unit: long, category: long, beneficiary: long }
      const goods = form === 'goods' ? long : null
      const slips = plain.slips.map((one) => ({
        ...one,
        ...longest,
        goods,
        amount_minor: 99_999_999_99,
      }))
      const pages = await drawn({ paper: 'slips', document: { ...plain, slips } })
      looksRight(pages, 'slips')
      expect(pages).toHaveLength(Math.ceil(names.length / 3))
      const shown = pages[0]!.text.split('王').length - 1
      expect(shown).toBeGreaterThanOrEqual(60)
    }
  })
})

describe('[P5] the case file', () => {
  test('takes the longest texts and many rows, on as many pages as it needs', async () => {
    const file = sampleCaseFile()
    const change = {
      cause_text: '长期患病，家庭负担沉重。'.repeat(330),
      members: Array.from({ length: 30 }, () => file.members[0]!),
      acts: Array.from({ length: 60 }, () => file.acts[1]!),
      opinions: file.opinions.map((one) => ({ ...one, text: ['意见'.repeat(400)] })),
    }
    const pages = await drawn({ paper: 'case_file', document: sampleCaseFile({ change }) })
    looksRight(pages, 'case_file')
    const text = pages
      .map((page) => page.text)
      .join('')
      .replace(/\s/g, '')
    expect(text.split('长期患病').length - 1).toBe(330)
    expect(pages[0]!.text).toContain(`第 1 页 共 ${pages.length} 页`)
  })

  test('without documents, household or entries says so', async () => {
    const change = { members: [], documents: [], entries: [], award: null, acts: [] }
    const pages = await drawn({
      paper: 'case_file',
      document: sampleCaseFile({ language: 'en', change }),
    })
    const text = pages.map((page) => page.text).join('\n')
    expect(text).toContain('No household is recorded.')
    expect(text).toContain('No document is attached.')
    expect(text).toContain('Nothing has been posted.')
  })
})

/** The papers of pairing as they are printed: their texts in three languages, their looks, their data. */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { drawPaper, type PairingPaper } from '../../../src/statements/draw.ts'
import { paperDigest, verifyCode } from '../../../src/statements/papers/paper.ts'
import { readAttachment } from '../../../src/statements/pdf/read.ts'
import { officeSheet, rosterSheet } from '../../../templates/statements/paper-layout.ts'
import { blankRuns, outside, overlaps } from '../looks.ts'
import { type Page, pagesOf, paperFaces } from '../paper.ts'
import { sampleBoard, sampleBooklet, sampleCard } from './pairing-samples.ts'

const faces = paperFaces()
const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
type Language = (typeof languages)[number]

type Kind = 'coverage' | 'contact_card' | 'help_booklet'
const jobs: Readonly<Record<Kind, (language: Language) => PairingPaper[]>> = {
  coverage: (language) => [{ paper: 'coverage', document: sampleBoard({ language }) }],
  contact_card: (language) =>
    (['helped', 'helper'] as const).map((side) => {
      return { paper: 'contact_card', document: sampleCard({ language, side }) }
    }),
  help_booklet: (language) => [{ paper: 'help_booklet', document: sampleBooklet({ language }) }],
}
const kinds = Object.keys(jobs) as Kind[]
const names = { coverage: 'coverage', contact_card: 'card', help_booklet: 'booklet' }

async function drawn(job: PairingPaper): Promise<Page[]> {
  return pagesOf((await drawPaper(job, faces, null)).bytes)
}

function golden(name: string): string {
  return fileURLToPath(new URL(`../../golden/statements/${name}`, import.meta.url))
}

function looksRight(pages: readonly Page[], paper: Kind): void {
  for (const page of pages) {
    expect(blankRuns(page)).toEqual([])
    expect(overlaps(page.runs)).toEqual([])
    expect(outside(page, paper === 'coverage' ? rosterSheet : officeSheet)).toEqual([])
  }
}

describe.each(kinds)('[P6] %s', (paper) => {
  test.each(languages)('in %s says the same as ever, and looks right', async (language) => {
    const pages = (await Promise.all(jobs[paper](language).map(drawn))).flat()
    const text = pages.map((page, at) => `--- page ${at + 1}\n${page.text}\n`).join('')
    await expect(text).toMatchFileSnapshot(golden(`paper-${paper}.${language}.txt`))
    looksRight(pages, paper)
  })

  test('carries its data, whose digest stands on it, and is the same to the byte', async () => {
    const [job] = jobs[paper]('zh-Hans') as [PairingPaper]
    const { bytes } = await drawPaper(job, faces, null)
    const data = JSON.parse(new TextDecoder().decode(readAttachment(bytes, `${names[paper]}.json`)))
    expect(data).toEqual(JSON.parse(JSON.stringify(job.document)))
    const [page] = await pagesOf(bytes)
    expect(page!.text.replaceAll('\n', '')).toContain(verifyCode(paperDigest(job.document)))
    const again = await drawPaper(job, faces, null)
    expect(Buffer.from(bytes).equals(Buffer.from(again.bytes))).toBe(true)
  })
})

describe('[P7] the board', () => {
  test('of many rows goes on with its heading on each page', async () => {
    const document = sampleBoard({ rows: 120, change: { left_out: 7 } })
    const pages = await drawn({ paper: 'coverage', document })
    looksRight(pages, 'coverage')
    expect(pages.length).toBeGreaterThan(4)
    for (const page of pages.slice(1, -1)) expect(page.text).toContain('编号 帮扶对象 帮扶人')
    expect(pages.at(-1)!.text).toContain('另有 7 项未列印')
  })

  test('of nothing says so', async () => {
    const gaps = Object.fromEntries(
      Object.keys(sampleBoard().totals.gaps).map((kind) => [kind, 0]),
    ) as ReturnType<typeof sampleBoard>['totals']['gaps']
    const change = { units: [], rows: [], totals: { files: 0, covered: 0, gaps } }
    const [page] = await drawn({
      paper: 'coverage',
      document: sampleBoard({ language: 'en', change }),
    })
    expect(page!.text).toContain('There are no units below this one.')
    expect(page!.text).toContain('nobody is left out')
    expect(page!.text).not.toContain('NaN')
  })
})

test('[P8] a card without telephone, address and wishes says what is not written down', async () => {
  const other = { name: '欧阳'.repeat(120), phone: null, address: null }
  const document = sampleCard({ change: { other, wants: null } })
  const pages = await drawn({ paper: 'contact_card', document })
  looksRight(pages, 'contact_card')
  expect(pages).toHaveLength(1)
  expect(pages[0]!.text.split('未登记').length - 1).toBe(2)
})

test('[P9] a booklet takes the longest texts and ten years of visits; a new one says that nothing is there', async () => {
  const long = sampleBooklet({ visits: 120, change: { situation: '家庭负担沉重。'.repeat(400) } })
  looksRight(await drawn({ paper: 'help_booklet', document: long }), 'help_booklet')
  const change = { members: [], lines: [], help: [], visits: [], income_year: null, grade: null }
  const document = sampleBooklet({ language: 'en', change })
  const text = (await drawn({ paper: 'help_booklet', document }))
    .map((page) => page.text)
    .join('\n')
  for (const said of [
    'Nobody has helped yet.',
    'No visit was recorded yet.',
    'Nothing was recorded',
  ])
    expect(text).toContain(said)
})

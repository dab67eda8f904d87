/** Agreements and variance statements as they are printed: their texts in three languages, their looks, their figures. */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { drawPaper, type PairingPaper } from '../../../src/statements/draw.ts'
import { paperDigest, verifyCode } from '../../../src/statements/papers/paper.ts'
import { readAttachment } from '../../../src/statements/pdf/read.ts'
import { officeSheet, rosterSheet } from '../../../templates/statements/paper-layout.ts'
import { blankRuns, outside, overlaps } from '../looks.ts'
import { hostileNames, type Page, pagesOf, paperFaces } from '../paper.ts'
import { sampleAgreement, sampleVariance } from './sample-agreement.ts'

const faces = paperFaces()
const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
const edgesOf = { agreement: officeSheet, variance: rosterSheet } as const
type Kind = keyof typeof edgesOf

const samples = {
  agreement: (language: (typeof languages)[number]) => sampleAgreement({ language }),
  variance: (language: (typeof languages)[number]) => sampleVariance({ language }),
} as const

function jobOf(paper: Kind, language: (typeof languages)[number]): PairingPaper {
  return { paper, document: samples[paper](language) } as PairingPaper
}

async function drawn(job: PairingPaper): Promise<Page[]> {
  return pagesOf((await drawPaper(job, faces, null)).bytes)
}

function looksRight(pages: readonly Page[], paper: Kind): void {
  for (const page of pages) {
    expect(blankRuns(page)).toEqual([])
    expect(overlaps(page.runs)).toEqual([])
    expect(outside(page, edgesOf[paper])).toEqual([])
  }
}

describe.each(['agreement', 'variance'] as const)('[P7] the paper %s', (paper) => {
  test.each(languages)('in %s says the same as ever, and looks right', async (language) => {
    const pages = await drawn(jobOf(paper, language))
    looksRight(pages, paper)
    const text = pages.map((page, at) => `--- page ${at + 1}\n${page.text}\n`).join('')
    const golden = new URL(
      `../../golden/statements/paper-${paper}.${language}.txt`,
      import.meta.url,
    )
    await expect(text).toMatchFileSnapshot(fileURLToPath(golden))
  })

  test('carries its data, whose digest stands on it, and is the same to the byte each time', async () => {
    const job = jobOf(paper, 'zh-Hant')
    const [one, other] = [await drawPaper(job, faces, null), await drawPaper(job, faces, null)]
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
    const data = new TextDecoder().decode(readAttachment(one.bytes, `${paper}.json`))
    expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify(job.document)))
    const [page] = await pagesOf(one.bytes)
    expect(page!.text.replaceAll('\n', '')).toContain(verifyCode(paperDigest(job.document)))
  })
})

describe('[P7] whatever stands in it', () => {
  test('long texts, many commitments and hostile names run over as many pages as they need', async () => {
    const { promises } = sampleAgreement()
    const [promise] = promises
    const long = hostileNames.join(' ').slice(0, 200)
    const change = {
      text: '公司与村共同建设果园。'.repeat(300),
      sides: { helper: '某某实业（集团）股份有限公司'.repeat(12), helped: long },
      promises: Array.from({ length: 60 }, (_, at) => ({
        ...promise!,
        number: at + 1,
        text: long,
      })),
      signed: [],
    }
    const pages = await drawn({ paper: 'agreement', document: sampleAgreement({ change }) })
    looksRight(pages, 'agreement')
    expect(pages.length).toBeGreaterThan(3)
    expect(pages[0]!.text).toContain('本版本尚未经双方签署')
    const [line] = sampleVariance().lines
    const lines = Array.from({ length: 80 }, (_, at) => ({ ...line!, number: at + 1, text: long }))
    const many = await drawn({
      paper: 'variance',
      document: sampleVariance({ change: { lines, answers: [], superseded: true } }),
    })
    looksRight(many, 'variance')
    expect(many[0]!.text).toContain('本表已被更新的差异表取代')
    expect(many.at(-1)!.text).toContain('□ 同意签署')
  })

  test('an agreement that promises nothing says so; a share is never rounded up', async () => {
    const bare = sampleAgreement({ language: 'en', change: { promises: [], signed: [] } })
    const [page] = await drawn({ paper: 'agreement', document: bare })
    expect(page!.text).toContain('Nothing is promised yet.')
    const over = sampleAgreement({ change: { ended_on: '2026-05-01' } })
    const [ended] = await drawn({ paper: 'agreement', document: over })
    expect(ended!.text).toContain('本协议已于2026年5月1日终止')
    const { totals } = sampleVariance()
    const nearly = { ...totals[0]!, promised: 10_000, on_time: 9_999, late: 0, open: 1 }
    const document = sampleVariance({ language: 'en', change: { totals: [nearly] } })
    const [statement] = await drawn({ paper: 'variance', document })
    expect(statement!.text).toContain('99.9% kept')
  })
})

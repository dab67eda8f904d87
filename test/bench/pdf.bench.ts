/**
 * What a one-page statement costs once the process is warm: with Chinese text in the embedded font, beside
 * the same page in pdfkit's built-in Helvetica, by turns in one run.
 */
import PDFDocument from 'pdfkit'
import { type Faces, faceOf } from '../../src/statements/pdf/font.ts'
import { renderStatementPdf } from '../../src/statements/pdf/statement-pdf.ts'
import { paperFaces } from '../statements/paper.ts'
import { sampleDocument } from '../statements/samples.ts'
import { type Bench, byTurns } from './measure.ts'

const rounds = 60
/** A Chinese page may cost this many times what the built-in font costs. */
const target = 2.5

export const pdf: Bench = {
  name: 'pdf',
  async run(log) {
    const faces = paperFaces()
    const chinese = sampleDocument({ lines: 20, language: 'zh-Hans' })
    const english = sampleDocument({ lines: 20, language: 'en' })
    const long = sampleDocument({ lines: 1000, language: 'zh-Hans' })
    const helvetica = builtInFaces()
    const embedded = () => renderStatementPdf(chinese, { language: 'zh-Hans', faces })
    const builtIn = () => renderStatementPdf(english, { language: 'en', faces: helvetica })
    for (let round = 0; round < rounds; round += 1) {
      await embedded()
      await builtIn()
    }
    const found = await byTurns(rounds, {
      embedded: () => timeOf(embedded),
      builtIn: () => timeOf(builtIn),
    })
    const { thousand } = await byTurns(5, {
      thousand: () => timeOf(() => renderStatementPdf(long, { language: 'zh-Hans', faces })),
    })
    log(`a statement of 1,000 payments takes ${thousand.toFixed(0)} ms`)
    const ratio = found.embedded / found.builtIn
    return [
      {
        name: 'statement of 20 payments, Chinese, one page',
        measured: found.embedded,
        unit: 'ms',
        limit: found.builtIn,
        limitName: 'the same page in Helvetica',
        ratio,
        target: `≤ ${target}x Helvetica`,
        ok: ratio <= target,
      },
    ]
  },
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** pdfkit's own fonts as faces, for comparison only: they know no Chinese. */
function builtInFaces(): Faces {
  const face = (name: string) => {
    const ruler = new PDFDocument().font(name)
    return faceOf([
      {
        embeddable: name,
        covers: (codePoint) => codePoint < 0x7f,
        widthOf: (text, size) => ruler.fontSize(size).widthOfString(text),
      },
    ])
  }
  return { regular: face('Helvetica'), bold: face('Helvetica-Bold') }
}

/**
 * What the papers of a county's year cost (handbook 0.4: 2,559 grants), drawn alone: the roster to sign, the roster of a
 * transfer, the slips, and the workbook.
 */
import { rosterWorkbook } from '../../src/exchange/roster-workbook.ts'
import { drawPaper } from '../../src/statements/draw.ts'
import { rosterSheet } from '../../src/statements/papers/roster-sheet.ts'
import { paperFaces } from '../statements/paper.ts'
import { sampleRoster, sampleSlips } from '../statements/papers/samples.ts'
import { type Bench, byTurns, type Figure } from './measure.ts'

const lines = 2_559
const rounds = 3
/** Milliseconds that a paper of so many lines may take. */
const most = 5_000

export const papers: Bench = {
  name: 'papers',
  async run(log) {
    const faces = paperFaces()
    const cash = sampleRoster({ lines })
    const bank = sampleRoster({ lines, form: 'bank' })
    const slips = sampleSlips({ lines })
    const sizes = new Map<string, number>()
    const timed = async (name: string, work: () => Promise<Uint8Array> | Uint8Array) => {
      const started = performance.now()
      const bytes = await work()
      sizes.set(name, bytes.length)
      return performance.now() - started
    }
    const drawn = (job: Parameters<typeof drawPaper>[0]) => async () =>
      (await drawPaper(job, faces, null)).bytes
    const found = await byTurns(rounds, {
      cash: () => timed('cash', drawn({ paper: 'roster', document: cash })),
      bank: () => timed('bank', drawn({ paper: 'roster', document: bank })),
      slips: () => timed('slips', drawn({ paper: 'slips', document: slips })),
      workbook: () => timed('workbook', () => rosterWorkbook(rosterSheet(cash))),
    })
    for (const [name, bytes] of sizes) log(`${name}: ${(bytes / 1e6).toFixed(1)} MB`)
    const figure = (name: string, measured: number): Figure => ({
      name: `${name}, ${lines} lines`,
      measured,
      unit: 'ms',
      limit: most,
      limitName: 'at most',
      ratio: measured / most,
      target: '≤ 1',
      ok: measured <= most,
    })
    return [
      figure('roster to sign', found.cash),
      figure('roster of a transfer', found.bank),
      figure('slips, three to a sheet', found.slips),
      figure('roster as a workbook', found.workbook),
    ]
  },
}

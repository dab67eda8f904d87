/** Who helps whom among ten thousand: from the database to recorded suggestions, and how long others wait meanwhile. */

import { type Book, perform, type Request } from '../../src/book/book.ts'
import { masterKeysOf } from '../../src/kit/master-keys.ts'
import { freshKey, hostCaller } from '../../src/node.ts'
import { enroll } from '../../src/pairing/registers/helper-commands.ts'
import { open } from '../../src/pairing/registers/need-commands.ts'
import { add as addPlace } from '../../src/pairing/registers/place-commands.ts'
import { timesOfWeek } from '../../src/pairing/registers/traits.ts'
import { register } from '../../src/people/commands.ts'
import { neutralPairing } from '../../src/policies/pairing.ts'
import { matchHelpersWork } from '../../src/tasks/match-helpers.ts'
import type { Job } from '../../src/tasks/work.ts'
import { drawing } from '../pairing/matching/problems.ts'
import { benchBook, does } from './bench-book.ts'
import { type Bench, type Figure, freshFolder } from './measure.ts'

/** What the issue of pairing promises. */
const limits = { 1000: 100, 10000: 3_000 } as const
/** Nobody feels a pause of this length. */
const pauseLimitMs = 50

const places = 200
const languages = ['zh', 'yue', 'ii', 'en'] as const

/** Puts so many helpers and needs into a book, in villages of one province. */
function people(book: Book, count: number): void {
  const draw = drawing(count)
  const village = () => `v${draw(places)}`
  for (let at = 0; at < places; at += 1) {
    const [latitude, longitude] = [30 + draw(20_000) / 10_000, 110 + draw(20_000) / 10_000]
    does(book, addPlace, { place: `v${at}`, name: `Village ${at}`, latitude, longitude })
  }
  const one = <T>(all: readonly T[]): T => all[draw(all.length)]!
  for (let at = 0; at < count; at += 1) {
    const helper = does(book, register, { kind: 'person', name: `Helper ${at}` })
    does(book, enroll, {
      ...(helper as { party: string }),
      place: village(),
      capacity: 1 + draw(3),
      skills: [one(neutralPairing.skills).code],
      languages: [one(languages)],
      times: [one(timesOfWeek)],
    })
    const helped = does(book, register, { kind: 'person', name: `Helped ${at}` })
    does(book, open, {
      ...(helped as { party: string }),
      kind: one(neutralPairing.kinds).code,
      place: village(),
      urgency: 1 + draw(3),
      languages: [one(languages)],
      times: [one(timesOfWeek)],
    })
  }
}

/** Runs the task and answers how long it took in all, and the longest of its steps. */
async function matched(book: Book): Promise<{ all: number; longest: number; found: unknown }> {
  const result = {}
  const submit = async (request: Request) => perform(book, request)
  const job = {
    offer: { book, submit },
    caller: hostCaller,
    asked: { unit: null },
    files: {},
    signal: new AbortController().signal,
    result,
    keyOf: freshKey,
  } as unknown as Job
  const steps = matchHelpersWork(job)
  let [all, longest] = [0, 0]
  for (;;) {
    const started = performance.now()
    const { done } = await steps.next()
    const took = performance.now() - started
    all += took
    longest = Math.max(longest, took)
    if (done) return { all, longest, found: result }
  }
}

function figure(name: string, measured: number, limit: number): Figure {
  const ratio = measured / limit
  const figures = { name, measured, unit: 'ms', limit, limitName: 'promised', ratio }
  return { ...figures, target: '≤ 1', ok: ratio <= 1 }
}

export const matchingBench: Bench = {
  name: 'matching',
  run: async (log) => {
    const figures: Figure[] = []
    for (const count of [1_000, 10_000] as const) {
      const opened = await benchBook(freshFolder(`matching-${count}`))
      const book = { ...opened.book, masterKeys: masterKeysOf([new Uint8Array(32).fill(7)]) }
      people(book, count)
      await matched(book)
      const { all, longest, found } = await matched(book)
      log(`${count} helpers and needs: ${JSON.stringify(found)}`)
      opened.close()
      figures.push(
        figure(`${count} helpers × ${count} needs, recorded`, all, limits[count]),
        figure('  the longest step of it', longest, pauseLimitMs),
      )
    }
    return figures
  },
}

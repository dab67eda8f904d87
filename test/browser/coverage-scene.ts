/** The board of pairing as pages show it: who is covered, who leaves, what waits; and calendars. */

import { list as listFiles } from '../../src/hardship/files/queries.ts'
import { addDays, dayAt } from '../../src/kit/day.ts'
import { add as addCalendar } from '../../src/pairing/coverage/calendars.ts'
import { agree, propose } from '../../src/pairing/pairs/commands.ts'
import { enroll, update } from '../../src/pairing/registers/helper-commands.ts'
import { open as openNeed } from '../../src/pairing/registers/need-commands.ts'
import { register } from '../../src/people/commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'

/** Puts it into the book, for households that the scene of hardship has. */
export function coverageScene(t: TestBook): void {
  const today = dayAt(t.now(), 'Asia/Shanghai')
  const helperOf = (name: string) => {
    const { party } = t.does(register, { kind: 'person', name }).output
    return { party, helper: t.does(enroll, { party, capacity: 3 }).output.helper }
  }
  const [first, second] = [helperOf('慕容秋水'), helperOf('Bartholomew Featherstonehaugh')]
  const { files } = t.asks(listFiles, { in_hardship: 'true', limit: 3 })
  files.forEach(({ file, head }, at) => {
    if (head === null) return
    const { need } = t.does(openNeed, { party: head.party, file, kind: 'company' }).output
    const { pair } = t.does(propose, { need, helper: first.helper }).output
    // The last of them is still to be answered.
    if (at === 2) return
    for (const side of ['helper', 'helped'] as const) t.does(agree, { pair, side, how: 'paper' })
  })
  t.does(update, { helper: first.helper, standing: 'leaving', leaves_on: addDays(today, 30) })
  const hash = 'c0'.repeat(32)
  t.does(addCalendar, { hash, helper: second.party, until_on: addDays(today, 200) })
}

/** Pages by their routes, as in places.ts. */
export const coveragePages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/b/:book/pairing': { coverage: '/pairing' },
  '/b/:book/pairing/gaps': {
    'coverage-gaps': '/pairing/gaps',
    'coverage-gaps-none': '/pairing/gaps?kind=overloaded',
  },
  '/b/:book/pairing/calendars': { calendars: '/pairing/calendars' },
  '/b/:book/pairing/calendars/new': { 'calendar-new': '/pairing/calendars/new' },
  '/b/:book/pairing/calendars/:calendar{[0-9]+}/end': {
    'calendar-end': '/pairing/calendars/1/end',
  },
}

/** Routes that are no pages: files, and what programs read. */
export const noCoveragePages: Readonly<Record<string, string>> = {
  '/b/:book/hardship-files/:hardship_file/:file{booklet\\.pdf}': 'a file',
  '/b/:book/pairing/:file{coverage\\.pdf}': 'a file',
  '/b/:book/pairs/:pair/:file{card\\.pdf}': 'a file',
  '/b/:book/calendars/:file{[A-Za-z0-9_-]{43}\\.ics}': 'a calendar that a program reads',
}

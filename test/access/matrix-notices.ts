/** Notices, objections and grievances in the three places of the matrix, and what is asked of them there. */
import { put } from '../../src/access/policies.ts'
import { submit } from '../../src/hardship/cases/commands.ts'
import { file as fileGrievance } from '../../src/hardship/grievances/commands.ts'
import { record } from '../../src/hardship/notices/objecting.ts'
import { putUp } from '../../src/hardship/notices/putting-up.ts'
import { open as openProgramme } from '../../src/hardship/programmes/commands.ts'
import { neutralWorkflows } from '../../src/policies/workflows.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import type { Sample } from './matrix-samples.ts'

export interface NoticePlace {
  readonly notice: number
  /** A case that waits to be put on notice, and one on `notice`. */
  readonly unnoticed: number
  readonly noticed: number
  readonly objection: number
  readonly grievance: number
}

export const nowhereInNotices: NoticePlace = {
  notice: 900_040,
  unnoticed: 900_041,
  noticed: 900_042,
  objection: 900_043,
  grievance: 900_044,
}

const said = {
  issuer: 'Office',
  phone: '010-5555 0100',
  address: '12 River Road',
  contact_person: 'Office',
}

/** Whoever enters and records is none of those who are asked about in the matrix. */
const clerk = { actor: 'test:clerk' }

/** The policies under which cases go on notice, for all three places. */
export function putNoticePolicies(t: TestBook): void {
  const steps = [{ kind: 'notice', level: 'unit' }, { kind: 'approve' }, { kind: 'pay' }] as const
  const times = { decide_within_days: null, ratify_within_days: null }
  const noticed = { code: 'noticed', name: 'Noticed', steps: [...steps], ...times }
  t.does(put, {
    kind: 'workflows',
    body: { workflows: [...neutralWorkflows.workflows, noticed] as never },
  })
  const stages = [{ level: 'unit', days: 5, counted_in: 'calendar_days' }] as const
  t.does(put, { kind: 'notice', body: { stages: [...stages] } })
}

/** Puts a case on notice in a place, with an objection in confidence to it and a grievance about it. */
export function furnishNotices(
  t: TestBook,
  of: { readonly unit: string | null; readonly word: string; readonly fund: string },
): NoticePlace {
  const { unit, word, fund } = of
  const inUnit = unit === null ? {} : { unit }
  // Programmes of the whole organisation are known to every branch.
  const known = unit === null ? 'Common' : word
  const programme = `${known.toLowerCase()}-noticed`
  const asked = { category: 'care_grants', help: 'one_off', workflow: 'noticed' } as const
  t.does(openProgramme, { programme, name: `${known} noticed`, fund, ...asked })
  const facts = { people: 1, income_year: '0' }
  const cases = ['Firstson', 'Secondson'].map((name) => {
    const beneficiary = { kind: 'person', name: `${word} ${name}`, ...inUnit } as const
    const file = { grade: 'general', facts } as const
    const given = { programme, beneficiary, cause: 'poverty', amount: '1.00', file, ...inUnit }
    return t.does(submit, given, clerk).output.case
  })
  const [first, second] = cases as [number, number]
  const title = `${word} notice`
  const { notice } = t.does(putUp, { ...said, title, cases: [first] }, clerk).output
  const text = `${word} text`
  const objected = {
    notice,
    serial: 1,
    form: 'confidential',
    from: `${word} Sayson`,
    text,
  } as const
  const { objection } = t.does(record, objected, clerk).output
  const complained = { case: second, kind: 'grievance', from: `${word} Sayson`, text } as const
  const { grievance } = t.does(fileGrievance, complained, clerk).output
  return { notice, unnoticed: second, noticed: first, objection, grievance }
}

const reason = 'a reason'

export const noticeSamples: Readonly<Record<string, Sample>> = {
  'notices.put_up': (of) => ({ ...said, title: 'Another', cases: [of.unnoticed] }),
  'notices.take_down': (of) => ({ notice: of.notice }),
  'notices.void': (of) => ({ notice: of.notice, reason }),
  'notices.list': () => ({}),
  'notices.show': (of) => ({ notice: of.notice }),
  'notices.of_case': (of) => ({ case: of.noticed }),
  'objections.record': (of) => ({ notice: of.notice, form: 'confidential', text: 'No' }),
  'objections.decide': (of) => ({ objection: of.objection, outcome: 'dismissed', reason }),
  'objections.read_sender': (of) => ({ objection: of.objection }),
  'objections.list': () => ({}),
  'objections.show': (of) => ({ objection: of.objection }),
  'grievances.file': (of) => ({ case: of.noticed, kind: 'grievance', text: 'No' }),
  'grievances.decide': (of) => ({ grievance: of.grievance, outcome: 'dismissed', reason }),
  'grievances.list': () => ({}),
  'grievances.show': (of) => ({ grievance: of.grievance }),
}

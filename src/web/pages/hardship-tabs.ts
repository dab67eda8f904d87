/**
 * The lists of hardship, from one to the others: those of help that is asked for, and those of help that was given. Each
 * is a place of the navigation, and what a reader seldom opens stands a row lower, below its neighbour.
 */
import type { Messages } from '../../../templates/messages/messages.ts'
import type { TabView } from '../../../templates/pages/people-tabs.tsx'
import type { Guarded } from '../../book/registry.ts'
import { list as listDeliveries } from '../../hardship/after/delivery-queries.ts'
import { list as listApplicationCodes } from '../../hardship/applications/code-commands.ts'
import { show as showAllowances } from '../../hardship/awards/allowance-queries.ts'
import { list as listClaims } from '../../hardship/awards/claim-queries.ts'
import { list as listAwards } from '../../hardship/awards/queries.ts'
import { list as listBatches } from '../../hardship/batches/queries.ts'
import { list as listCases } from '../../hardship/cases/queries.ts'
import { list as listRounds } from '../../hardship/cases/round-queries.ts'
import { list as listFiles } from '../../hardship/files/queries.ts'
import { list as listGrievances } from '../../hardship/grievances/queries.ts'
import { list as listObjections } from '../../hardship/notices/objection-queries.ts'
import { list as listNotices } from '../../hardship/notices/queries.ts'
import { list as listProgrammes } from '../../hardship/programmes/queries.ts'
import { list as listSittings } from '../../hardship/sittings/queries.ts'
import type { Visit } from './visit.ts'

interface Tab {
  /** Below the book. */
  readonly path: string
  /** The question whose askers see it. */
  readonly asks: Guarded
  readonly label: (t: Messages) => string
}

interface Family {
  /** What the tab is called while it holds more than one list. */
  readonly label: (t: Messages) => string
  readonly within: readonly Tab[]
}

const asked: readonly (Tab | Family)[] = [
  { path: '/cases', asks: listCases, label: (t) => t.cases.title },
  { path: '/rounds', asks: listRounds, label: (t) => t.rounds.title },
  { path: '/hardship-files', asks: listFiles, label: (t) => t.files.title },
  {
    label: (t) => t.programmes.title,
    within: [
      { path: '/programmes', asks: listProgrammes, label: (t) => t.programmes.title },
      {
        path: '/application-codes',
        asks: listApplicationCodes,
        label: (t) => t.apply.codes.title,
      },
    ],
  },
  { path: '/sittings', asks: listSittings, label: (t) => t.sittings.title },
  { path: '/notices/register', asks: listNotices, label: (t) => t.notices.title },
  {
    label: (t) => t.grievances.with_objections,
    within: [
      { path: '/objections', asks: listObjections, label: (t) => t.objections.title },
      { path: '/grievances', asks: listGrievances, label: (t) => t.grievances.title },
    ],
  },
]

const given: readonly Tab[] = [
  { path: '/awards', asks: listAwards, label: (t) => t.awards.title },
  { path: '/allowances', asks: showAllowances, label: (t) => t.awards.allowances },
  { path: '/batches', asks: listBatches, label: (t) => t.batches.title },
  { path: '/claims', asks: listClaims, label: (t) => t.awards.claims },
  { path: '/follow-up', asks: listDeliveries, label: (t) => t.followups.title },
]

/** The lists that this reader may ask of those beside `current`, the path of the one shown. */
export function hardshipTabs(visit: Visit, current: string): TabView[] {
  const tabs = given.some(({ path }) => path === current) ? given : asked
  const view = ({ path, label }: Tab): TabView => ({
    href: visit.href(path),
    label: label(visit.t),
    current: path === current,
  })
  return tabs.flatMap((tab) => {
    const within = ('within' in tab ? tab.within : [tab])
      .filter(({ asks }) => visit.may(asks))
      .map(view)
    const [first] = within
    if (first === undefined || within.length === 1) return within
    const here = within.some((one) => one.current)
    return [{ ...first, label: tab.label(visit.t), current: here, within }]
  })
}

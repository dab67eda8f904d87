/** The lists of hardship, from one to the others: a line for each room that has a list of its own. */
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

const tabs: readonly Tab[] = [
  { path: '/cases', asks: listCases, label: (t) => t.cases.title },
  { path: '/rounds', asks: listRounds, label: (t) => t.rounds.title },
  { path: '/batches', asks: listBatches, label: (t) => t.batches.title },
  { path: '/sittings', asks: listSittings, label: (t) => t.sittings.title },
  { path: '/notices/register', asks: listNotices, label: (t) => t.notices.title },
  { path: '/objections', asks: listObjections, label: (t) => t.objections.title },
  { path: '/follow-up', asks: listDeliveries, label: (t) => t.followups.title },
  { path: '/grievances', asks: listGrievances, label: (t) => t.grievances.title },
  { path: '/awards', asks: listAwards, label: (t) => t.awards.title },
  { path: '/allowances', asks: showAllowances, label: (t) => t.awards.allowances },
  { path: '/claims', asks: listClaims, label: (t) => t.awards.claims },
  { path: '/hardship-files', asks: listFiles, label: (t) => t.files.title },
  { path: '/application-codes', asks: listApplicationCodes, label: (t) => t.apply.codes.title },
  { path: '/programmes', asks: listProgrammes, label: (t) => t.programmes.title },
]

/** The lists that this reader may ask; `current` is the path of the one shown. */
export function hardshipTabs(visit: Visit, current: string): TabView[] {
  return tabs
    .filter(({ asks }) => visit.may(asks))
    .map(({ path, label }) => ({
      href: visit.href(path),
      label: label(visit.t),
      current: path === current,
    }))
}

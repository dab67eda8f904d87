/** The commands and queries of hardship, by room; `src/registry.ts` takes them up. */
import type { AnyCommand, AnyPageCommand, AnyQuery } from '../book/registry.ts'
import * as cases from './cases/commands.ts'
import * as caseQueries from './cases/queries.ts'
import * as caseRevising from './cases/revising.ts'
import * as roundQueries from './cases/round-queries.ts'
import * as rounds from './cases/rounds.ts'
import * as caseShow from './cases/show-query.ts'
import * as files from './files/commands.ts'
import * as hardshipFileQueries from './files/queries.ts'
import * as grievances from './grievances/commands.ts'
import * as grievanceQueries from './grievances/queries.ts'
import * as objectionDecisions from './notices/deciding.ts'
import * as objections from './notices/objecting.ts'
import * as objectionQueries from './notices/objection-queries.ts'
import { putUp } from './notices/putting-up.ts'
import * as notices from './notices/queries.ts'
import { takeDown, voidNotice } from './notices/taking-down.ts'
import * as programmes from './programmes/commands.ts'
import * as programmeQueries from './programmes/queries.ts'
import * as reports from './reports/disbursements.ts'

export const hardshipCommands: readonly AnyCommand[] = [
  putUp,
  takeDown,
  voidNotice,
  objections.record,
  objectionDecisions.decide,
  objectionDecisions.readSender,
  grievances.file,
  grievances.decide,
  programmes.open,
  programmes.revise,
  programmes.recordAidEvent,
  files.open,
  files.revise,
  rounds.open,
  rounds.submitMany,
  cases.submit,
  caseRevising.revise,
]

/** Those that only pages give. */
export const hardshipPageCommands: readonly AnyPageCommand[] = [objections.send]

export const hardshipQueries: readonly AnyQuery[] = [
  notices.list,
  notices.show,
  objectionQueries.list,
  objectionQueries.show,
  grievanceQueries.list,
  grievanceQueries.show,

  programmeQueries.list,
  programmeQueries.show,
  programmeQueries.listAidEvents,
  hardshipFileQueries.list,
  hardshipFileQueries.show,
  roundQueries.list,
  roundQueries.show,
  caseQueries.list,
  caseShow.show,
  reports.disbursements,
]

/** The commands and queries of hardship, by room; `src/registry.ts` takes them up. */
import type { AnyCommand, AnyPageCommand, AnyQuery } from '../book/registry.ts'
import * as callBackQueries from './after/call-back-queries.ts'
import * as callBacks from './after/call-backs.ts'
import { confirm as confirmDelivery } from './after/confirming.ts'
import * as deliveryQueries from './after/delivery-queries.ts'
import { due as revisitsDue } from './after/due.ts'
import { record as recordRevisit } from './after/revisiting.ts'
import { signals } from './after/signals.ts'
import * as applications from './applications/application-queries.ts'
import * as asking from './applications/asking.ts'
import * as applicationCodes from './applications/code-commands.ts'
import * as caseDocuments from './applications/document-commands.ts'
import * as sending from './applications/sending.ts'
import { show as allowancesShow } from './awards/allowance-queries.ts'
import { makeDue } from './awards/allowances.ts'
import * as approving from './awards/approving.ts'
import { list as listClaims } from './awards/claim-queries.ts'
import * as clawbacks from './awards/clawbacks.ts'
import { end as endAwards } from './awards/ending.ts'
import * as awardQueries from './awards/queries.ts'
import { ratify } from './awards/ratifying.ts'
import { recordResults } from './batches/bank-results.ts'
import { recordBounce } from './batches/bounces.ts'
import { check as checkBatch } from './batches/checks.ts'
import { close as closeBatch } from './batches/closing.ts'
import { lines as batchLines } from './batches/line-queries.ts'
import * as payableQueries from './batches/payable-queries.ts'
import * as preparingBatches from './batches/preparing.ts'
import * as batchQueries from './batches/queries.ts'
import { release as releaseBatch } from './batches/releasing.ts'
import { recordResult } from './batches/results.ts'
import { signFor } from './batches/signing.ts'
import * as capOverrides from './caps/overrides.ts'
import * as capQueries from './caps/queries.ts'
import * as cases from './cases/commands.ts'
import * as caseQueries from './cases/queries.ts'
import * as caseRevising from './cases/revising.ts'
import * as roundQueries from './cases/round-queries.ts'
import * as rounds from './cases/rounds.ts'
import * as caseShow from './cases/show-query.ts'
import * as files from './files/commands.ts'
import * as hardshipFileQueries from './files/queries.ts'
import * as flowChecks from './flow/checks.ts'
import * as flow from './flow/commands.ts'
import { progress } from './flow/progress-query.ts'
import * as turning from './flow/turning.ts'
import * as grievances from './grievances/commands.ts'
import * as grievanceQueries from './grievances/queries.ts'
import { ofCase as noticesOfCase } from './notices/case-queries.ts'
import * as objectionDecisions from './notices/deciding.ts'
import * as objections from './notices/objecting.ts'
import * as objectionQueries from './notices/objection-queries.ts'
import { putUp } from './notices/putting-up.ts'
import * as notices from './notices/queries.ts'
import { takeDown, voidNotice } from './notices/taking-down.ts'
import * as programmes from './programmes/commands.ts'
import * as programmeQueries from './programmes/queries.ts'
import * as reports from './reports/disbursements.ts'
import { agenda } from './sittings/agenda.ts'
import { call as callSitting, recordAttendance } from './sittings/calling.ts'
import { close as closeSitting } from './sittings/closing.ts'
import * as sittingQueries from './sittings/queries.ts'
import { recuse } from './sittings/recusing.ts'
import { vote } from './sittings/voting.ts'

export const hardshipCommands: readonly AnyCommand[] = [
  applicationCodes.make,
  applicationCodes.end,
  applications.takeAccount,
  asking.askMore,
  asking.answer,
  caseDocuments.add,
  caseDocuments.verify,
  approving.approve,
  approving.agree,
  capOverrides.ask,
  capOverrides.decide,
  makeDue,
  endAwards,
  ratify,
  clawbacks.claim,
  clawbacks.receive,
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
  flow.verify,
  flow.recordHomeVisit,
  flow.review,
  flowChecks.recordChecks,
  flowChecks.passChecks,
  turning.returnToStep,
  turning.refuse,
  turning.withdraw,
  preparingBatches.prepare,
  preparingBatches.removeLine,
  preparingBatches.drop,
  releaseBatch,
  recordResult,
  recordResults,
  recordBounce,
  signFor,
  closeBatch,
  callSitting,
  recordAttendance,
  recuse,
  vote,
  closeSitting,
  confirmDelivery,
  callBacks.announce,
  callBacks.draw,
  callBacks.answer,
  recordRevisit,
]

/** Those that only pages give. */
export const hardshipPageCommands: readonly AnyPageCommand[] = [
  sending.send,
  sending.answer,
  sending.addDocumentToSent,
  objections.send,
]

export const hardshipQueries: readonly AnyQuery[] = [
  awardQueries.list,
  awardQueries.show,
  allowancesShow,
  listClaims,
  capQueries.ofCase,
  capQueries.picture,
  applicationCodes.list,
  applications.show,
  caseDocuments.list,
  caseDocuments.content,
  notices.list,
  notices.show,
  noticesOfCase,
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
  progress,
  reports.disbursements,
  batchQueries.list,
  batchQueries.show,
  batchLines,
  checkBatch,
  payableQueries.payable,
  payableQueries.foresee,
  payableQueries.ofCase,
  sittingQueries.list,
  sittingQueries.show,
  sittingQueries.seats,
  sittingQueries.onCase,
  agenda,
  deliveryQueries.list,
  deliveryQueries.ofCase,
  callBackQueries.list,
  callBackQueries.show,
  revisitsDue,
  signals,
]

/** The commands and queries of pairing, by room; `src/registry.ts` takes them up. */
import type { AnyCommand, AnyPageCommand, AnyQuery } from '../book/registry.ts'
import * as agreementDrafts from './agreements/drafting.ts'
import * as agreementEvidence from './agreements/evidence.ts'
import * as agreements from './agreements/queries.ts'
import * as agreementOne from './agreements/show-query.ts'
import * as agreementSignatures from './agreements/signing.ts'
import * as variances from './agreements/variance.ts'
import * as varianceOne from './agreements/variance-queries.ts'
import * as calendars from './coverage/calendars.ts'
import * as coverage from './coverage/showing.ts'
import * as pairingCodes from './own/code-commands.ts'
import * as ownPairs from './own/pair-acts.ts'
import * as ownVisits from './own/visit-acts.ts'
import * as closingPairs from './pairs/closing.ts'
import * as pairs from './pairs/commands.ts'
import * as contactCommands from './pairs/contact-commands.ts'
import * as proposingPairs from './pairs/proposing-queries.ts'
import * as pairQueries from './pairs/queries.ts'
import * as helpers from './registers/helper-commands.ts'
import * as helperQueries from './registers/helper-queries.ts'
import * as registerLists from './registers/list-commands.ts'
import * as needs from './registers/need-commands.ts'
import * as needQueries from './registers/need-queries.ts'
import * as places from './registers/place-commands.ts'
import * as placeQueries from './registers/place-queries.ts'
import * as serviceHourQueries from './service/hour-queries.ts'
import * as serviceHours from './service/hours.ts'
import * as servicePledgeQueries from './service/pledge-queries.ts'
import * as servicePledges from './service/pledges.ts'
import * as servicePostQueries from './service/post-queries.ts'
import * as servicePosts from './service/posts.ts'

import * as accepting from './suggestions/accepting.ts'
import { certificate as matchCertificate } from './suggestions/certificate-query.ts'
import { explain as explainMatch } from './suggestions/explain-query.ts'
import * as rejecting from './suggestions/rejecting.ts'
import * as matchRuns from './suggestions/run-queries.ts'
import * as suggestions from './suggestions/suggestion-queries.ts'
import { whatIf as matchWhatIf } from './suggestions/what-if.ts'
import * as careEvents from './visits/care-events.ts'
import * as visits from './visits/commands.ts'
import { confirm as confirmVisit } from './visits/confirming.ts'
import { due as visitsDue } from './visits/due-query.ts'
import * as followUps from './visits/follow-ups.ts'
import * as visitQueries from './visits/queries.ts'
import { signs as visitSigns } from './visits/signs.ts'
import { toHandOver } from './visits/to-hand-over.ts'

export const pairingCommands: readonly AnyCommand[] = [
  visits.record,
  visits.withdraw,
  confirmVisit,
  careEvents.record,
  careEvents.withdraw,
  followUps.add,
  followUps.finish,
  calendars.add,
  calendars.end,
  places.add,
  places.update,
  helpers.enroll,
  helpers.update,
  needs.open,
  needs.update,
  registerLists.enrollMany,
  registerLists.openMany,
  pairs.propose,
  pairs.handOver,
  pairs.agree,
  pairs.decline,
  pairs.withdraw,
  pairs.takeConsentBack,
  pairs.openReview,
  pairs.review,
  closingPairs.proposeClosing,
  closingPairs.returnClosing,
  closingPairs.close,
  closingPairs.endObservation,
  closingPairs.resume,
  pairingCodes.make,
  pairingCodes.end,
  contactCommands.openContacts,
  servicePledges.record,
  servicePledges.end,
  servicePosts.open,
  servicePosts.close,
  servicePosts.take,
  servicePosts.giveBack,
  serviceHours.record,
  serviceHours.check,
  agreementDrafts.draft,
  agreementDrafts.revise,
  agreementDrafts.promise,
  agreementDrafts.release,
  agreementSignatures.sign,
  agreementSignatures.end,
  agreementEvidence.record,
  agreementEvidence.takeBack,
  variances.make,
  variances.sign,
  accepting.accept,
  accepting.swap,
  rejecting.reject,
  rejecting.takeBack,
]

/** Commands that pages alone offer. */
export const pairingPageCommands: readonly AnyPageCommand[] = [
  ownPairs.agree,
  ownPairs.decline,
  ownPairs.withdraw,
  ownPairs.openContacts,
  ownPairs.askReview,
  ownVisits.record,
  ownVisits.confirm,
  ownVisits.finish,
]

export const pairingQueries: readonly AnyQuery[] = [
  visitsDue,
  visitSigns,
  toHandOver,
  visitQueries.list,
  visitQueries.show,
  careEvents.list,
  careEvents.show,
  followUps.list,
  followUps.show,
  placeQueries.list,
  placeQueries.show,
  helperQueries.list,
  helperQueries.show,
  needQueries.list,
  needQueries.show,

  coverage.show,
  coverage.gaps,
  calendars.list,
  pairQueries.list,
  pairQueries.show,
  pairQueries.history,
  proposingPairs.candidates,
  proposingPairs.sheet,
  pairingCodes.list,
  contactCommands.contacts,
  servicePledgeQueries.list,
  servicePledgeQueries.show,
  servicePostQueries.list,
  servicePostQueries.show,
  servicePostQueries.holdings,
  serviceHourQueries.list,
  serviceHourQueries.totals,
  agreements.list,
  agreements.due,
  agreementOne.show,
  varianceOne.show,
  matchRuns.list,
  matchRuns.show,
  matchRuns.rejections,
  suggestions.list,
  suggestions.unmet,
  suggestions.candidates,
  explainMatch,
  matchWhatIf,
  matchCertificate,
]

/** What acts of pairing are on, and by which question each is shown. */

import type { View } from '../book/registry.ts'
import { agreementWithId, varianceWithId } from '../pairing/agreements/rows.ts'
import { show as showAgreement } from '../pairing/agreements/show-query.ts'
import { show as showVariance } from '../pairing/agreements/variance-queries.ts'
import { list as listPairingCodes } from '../pairing/own/code-commands.ts'
import { findPairingCode } from '../pairing/own/codes.ts'
import { pairingCodeUnknown } from '../pairing/own/refusals.ts'
import { show as showPair } from '../pairing/pairs/queries.ts'
import { pairWithId } from '../pairing/pairs/rows.ts'
import { show as showHelper } from '../pairing/registers/helper-queries.ts'
import { show as showNeed } from '../pairing/registers/need-queries.ts'
import { show as showPlace } from '../pairing/registers/place-queries.ts'
import { placeWithCode } from '../pairing/registers/places.ts'
import { helperWithId, needWithId } from '../pairing/registers/rows.ts'
import { list as listTimes } from '../pairing/service/hour-queries.ts'
import { show as showPledge } from '../pairing/service/pledge-queries.ts'
import { show as showPost } from '../pairing/service/post-queries.ts'
import { holdingWithId, pledgeWithId, postWithCode, timeWithId } from '../pairing/service/rows.ts'
import { show as showRun } from '../pairing/suggestions/run-queries.ts'
import { runWithId } from '../pairing/suggestions/runs.ts'
import { careEventWithId } from '../pairing/visits/care-event-rows.ts'
import { list as listCareEvents } from '../pairing/visits/care-events.ts'
import { list as listFollowUps } from '../pairing/visits/follow-ups.ts'
import { followUpWithId } from '../pairing/visits/following.ts'
import { show as showVisit } from '../pairing/visits/queries.ts'
import { visitWithId } from '../pairing/visits/rows.ts'
import { partyById } from '../people/parties.ts'
import { partyInScope } from '../people/party-scope.ts'
import { type Noun, numberIn } from './noun.ts'

export const pairingNouns: Readonly<Record<string, Noun>> = {
  place: { by: showPlace, find: placeWithCode },
  helper: { by: showHelper, find: (view, of) => helperWithId(view, numberIn(of)) },
  need: { by: showNeed, find: (view, of) => needWithId(view, numberIn(of)) },
  match: { by: showRun, find: (view, of) => runWithId(view, Number(of)) },
  pair: { by: showPair, find: (view, of) => pairWithId(view, numberIn(of)) },
  pairing_code: { by: listPairingCodes, find: (view, of) => codeReached(view, Number(of)) },
  visit: { by: showVisit, find: (view, of) => visitWithId(view, Number(of)) },
  follow_up: { by: listFollowUps, find: (view, of) => followUpWithId(view, Number(of)) },
  care_event: { by: listCareEvents, find: (view, of) => careEventWithId(view, Number(of)) },
  agreement: { by: showAgreement, find: (view, of) => agreementWithId(view, numberIn(of)) },
  variance: { by: showVariance, find: (view, of) => varianceWithId(view, Number(of)) },
  service_pledge: { by: showPledge, find: (view, of) => pledgeWithId(view, Number(of)) },
  service_post: { by: showPost, find: postWithCode },
  post_holding: { by: showPost, find: (view, of) => holdingWithId(view, Number(of)) },
  service_time: { by: listTimes, find: (view, of) => timeWithId(view, Number(of)) },
}

/** A code exists for who reaches the person it was made for. Refuses `pairing_code.unknown`. */
function codeReached(view: View, id: number): void {
  const code = findPairingCode(view, id)
  if (!code || !partyInScope(view, partyById(view, code.party_id))) throw pairingCodeUnknown({})
}

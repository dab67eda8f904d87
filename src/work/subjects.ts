/**
 * Whether what an event was on exists for a caller: by the query that shows it, and as far as the caller
 * reaches with that query. What is not in the table is told to those alone who reach everything.
 */

import { userReached } from '../access/grants.ts'
import { list as listUsers } from '../access/users.ts'
import type { View } from '../book/registry.ts'
import { viewAs } from '../book/scope.ts'
import { show as showCommitment } from '../funds/commitment-queries.ts'
import { commitmentEverWithId } from '../funds/commitments.ts'
import { contributionWithId, pledgeEverWithId } from '../funds/contribution-facts.ts'
import { show as showContribution } from '../funds/contribution-queries.ts'
import { show as showFund } from '../funds/funds.ts'
import { show as showRequest } from '../funds/payment-request-queries.ts'
import { paymentRequestWithId } from '../funds/payment-requests.ts'
import { show as showPayout } from '../funds/payout-queries.ts'
import { payoutWithId } from '../funds/payouts.ts'
import { show as showPledge } from '../funds/pledge-queries.ts'
import { list as listReceipts } from '../funds/receipt-queries.ts'
import { show as showTransfer, transferWithId } from '../funds/transfer-queries.ts'
import { show as showDraw } from '../hardship/after/call-back-queries.ts'
import { drawWithId } from '../hardship/after/call-backs.ts'
import {
  codeReached,
  list as listApplicationCodes,
} from '../hardship/applications/code-commands.ts'
import { list as listDocuments } from '../hardship/applications/document-commands.ts'
import { documentWithId } from '../hardship/applications/documents.ts'
import { show as showBatch } from '../hardship/batches/queries.ts'
import { batchWithNumber } from '../hardship/batches/rows.ts'
import { show as showRound } from '../hardship/cases/round-queries.ts'
import { caseWithId, roundWithId } from '../hardship/cases/rows.ts'
import { show as showCase } from '../hardship/cases/show-query.ts'
import { fileWithId } from '../hardship/files/files.ts'
import { show as showFile } from '../hardship/files/queries.ts'
import { show as showGrievance } from '../hardship/grievances/queries.ts'
import { grievanceWithId } from '../hardship/grievances/rows.ts'
import { show as showObjection } from '../hardship/notices/objection-queries.ts'
import { show as showNotice } from '../hardship/notices/queries.ts'
import { noticeWithId, objectionWithId } from '../hardship/notices/rows.ts'
import { aidEventWithCode, programmeWithCode } from '../hardship/programmes/programmes.ts'
import { listAidEvents, show as showProgramme } from '../hardship/programmes/queries.ts'
import { show as showSitting } from '../hardship/sittings/queries.ts'
import { sittingWithId } from '../hardship/sittings/rows.ts'
import type { EntryId } from '../kit/ids.ts'
import { Refusal } from '../kit/refusal.ts'
import { accountWithCode } from '../ledger/accounts.ts'
import { entryWithId } from '../ledger/entries.ts'
import { entry as showEntry } from '../ledger/entry-queries.ts'
import { fundWithCode } from '../ledger/funds.ts'
import { account as showAccount } from '../ledger/queries.ts'
import { show as showHousehold } from '../people/household-queries.ts'
import { householdWithRef } from '../people/households.ts'
import { list as listMemberships } from '../people/membership-queries.ts'
import { membershipWithId } from '../people/memberships.ts'
import { partyRef, partyWithRef } from '../people/parties.ts'
import { show as showParty } from '../people/queries.ts'
import { list as listTies } from '../people/tie-queries.ts'
import { tieWithId } from '../people/ties.ts'
import { show as showUnit } from '../people/unit-queries.ts'
import { unitWithCode } from '../people/units.ts'
import { issueWithNumber } from '../statements/document.ts'
import { show as showStatement } from '../statements/queries.ts'
import { receiptWithNumber } from '../statements/receipt-document.ts'
import { type Noun, numberIn } from './noun.ts'
import { pairingNouns } from './pairing-subjects.ts'

const nouns: Readonly<Record<string, Noun>> = {
  ...pairingNouns,
  fund: { by: showFund, find: fundWithCode },
  contribution: { by: showContribution, find: (view, of) => contributionWithId(view, Number(of)) },
  pledge: { by: showPledge, find: (view, of) => pledgeEverWithId(view, Number(of)) },
  receipt: { by: listReceipts, find: receiptWithNumber },
  payout: { by: showPayout, find: (view, of) => payoutWithId(view, Number(of)) },
  transfer: { by: showTransfer, find: (view, of) => transferWithId(view, Number(of)) },
  commitment: { by: showCommitment, find: (view, of) => commitmentEverWithId(view, Number(of)) },
  entry: { by: showEntry, find: (view, of) => entryWithId(view, Number(of) as EntryId) },
  account: { by: showAccount, find: accountWithCode },
  statement: { by: showStatement, find: issueWithNumber },
  payment_request: {
    by: showRequest,
    find: (view, of) => paymentRequestWithId(view, Number(of)),
  },
  programme: { by: showProgramme, find: programmeWithCode },
  aid_event: { by: listAidEvents, find: aidEventWithCode },
  hardship_file: { by: showFile, find: (view, of) => fileWithId(view, numberIn(of)) },
  sitting: { by: showSitting, find: (view, of) => sittingWithId(view, Number(of)) },
  call_back_draw: { by: showDraw, find: (view, of) => drawWithId(view, Number(of)) },
  round: { by: showRound, find: (view, of) => roundWithId(view, Number(of)) },
  application_code: {
    by: listApplicationCodes,
    find: (view, of) => codeReached(view, numberIn(of)),
  },
  case_document: {
    by: listDocuments,
    find: (view, of) => documentWithId(view, numberIn(of)),
  },
  case: { by: showCase, find: (view, of) => caseWithId(view, numberIn(of)) },
  batch: { by: showBatch, find: batchWithNumber },
  notice: { by: showNotice, find: (view, of) => noticeWithId(view, Number(of)) },
  objection: { by: showObjection, find: (view, of) => objectionWithId(view, Number(of)) },
  grievance: { by: showGrievance, find: (view, of) => grievanceWithId(view, Number(of)) },
  party: { by: showParty, find: partyWithRef },
  unit: { by: showUnit, find: unitWithCode },
  household: { by: showHousehold, find: householdWithRef },
  membership: { by: listMemberships, find: (view, of) => membershipWithId(view, Number(of)) },
  tie: {
    by: listTies,
    find: (view, of) => {
      const { a_id, b_id } = tieWithId(view, Number(of))
      for (const id of [a_id, b_id]) partyWithRef(view, partyRef(id))
    },
  },
  user: {
    by: listUsers,
    find: (view, of) => userReached(view, Number(of)),
  },
}

/** Whether a subject such as `payout/12` exists for the caller of a view, and may be shown to them. */
export function reachesSubject(view: View, subject: string): boolean {
  const at = subject.indexOf('/')
  const noun = Object.hasOwn(nouns, subject.slice(0, at)) ? nouns[subject.slice(0, at)] : undefined
  if (!noun) return view.scope === 'all'
  const seen = viewAs(view, noun.by)
  if (!seen) return false
  return seen.scope === 'all' || exists(() => noun.find(seen, subject.slice(at + 1)))
}

function exists(find: () => unknown): boolean {
  try {
    find()
    return true
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return false
    throw error
  }
}

/** The registry: every command and every query of the house. */

import * as backups from './access/backups.ts'
import * as grants from './access/grants.ts'
import * as halfSignIns from './access/half-sign-ins.ts'
import * as identities from './access/identities.ts'
import * as invitations from './access/invitations.ts'
import * as joining from './access/joining.ts'
import * as organisation from './access/organisation.ts'
import * as passkeys from './access/passkeys.ts'
import * as policies from './access/policies.ts'
import * as policyQueries from './access/policy-queries.ts'
import * as providers from './access/providers.ts'
import * as recoveryCodes from './access/recovery-codes.ts'
import * as secondFactors from './access/second-factors.ts'
import * as sessionList from './access/session-list.ts'
import * as sessionProofs from './access/session-proofs.ts'
import * as sessions from './access/sessions.ts'
import * as signIns from './access/sign-in.ts'
import * as tokens from './access/tokens.ts'
import * as users from './access/users.ts'
import * as checkpoints from './book/checkpoints.ts'
import * as events from './book/queries.ts'
import type { Registry } from './book/registry.ts'
import * as bankFiles from './exchange/bank-files/taking.ts'
import * as imports from './exchange/imports.ts'
import * as peopleImport from './exchange/people-import.ts'
import * as closing from './funds/closing.ts'
import * as commitmentQueries from './funds/commitment-queries.ts'
import * as commitments from './funds/commitments.ts'
import * as contributionQueries from './funds/contribution-queries.ts'
import * as contributions from './funds/contributions.ts'
import * as dealings from './funds/dealings.ts'
import * as decidingRequests from './funds/deciding-requests.ts'
import * as funds from './funds/funds.ts'
import * as payingAccounts from './funds/paying-accounts.ts'
import * as payingRequests from './funds/paying-requests.ts'
import * as paymentRequestQueries from './funds/payment-request-queries.ts'
import * as paymentRequests from './funds/payment-requests.ts'
import * as payoutQueries from './funds/payout-queries.ts'
import * as payouts from './funds/payouts.ts'
import * as pledgeQueries from './funds/pledge-queries.ts'
import * as receiptQueries from './funds/receipt-queries.ts'
import * as receipts from './funds/receipts.ts'
import * as reversals from './funds/reversals.ts'
import * as story from './funds/story.ts'
import * as transferQueries from './funds/transfer-queries.ts'
import * as transfers from './funds/transfers.ts'
import { hardshipCommands, hardshipPageCommands, hardshipQueries } from './hardship/registry.ts'
import * as ledger from './ledger/commands.ts'
import * as entryQueries from './ledger/entry-queries.ts'
import * as periodQueries from './ledger/period-queries.ts'
import * as ledgerQueries from './ledger/queries.ts'
import * as registerQueries from './ledger/register-queries.ts'
import { pairingCommands, pairingPageCommands, pairingQueries } from './pairing/registry.ts'
import * as people from './people/commands.ts'
import * as consents from './people/consent-commands.ts'
import * as personalData from './people/data-queries.ts'
import * as duplicates from './people/duplicate-commands.ts'
import * as householdCommands from './people/household-commands.ts'
import * as householdQueries from './people/household-queries.ts'
import * as interests from './people/interest-commands.ts'
import * as membershipCommands from './people/membership-commands.ts'
import * as membershipQueries from './people/membership-queries.ts'
import * as peopleQueries from './people/queries.ts'
import * as sealedFields from './people/sealed-commands.ts'
import * as tieCommands from './people/tie-commands.ts'
import * as tieQueries from './people/tie-queries.ts'
import * as unitCommands from './people/unit-commands.ts'
import * as unitQueries from './people/unit-queries.ts'
import * as unsealings from './people/unsealings.ts'
import * as erasures from './privacy/erasure-commands.ts'
import * as retention from './privacy/retention.ts'
import * as statements from './statements/commands.ts'
import * as statementQueries from './statements/queries.ts'
import { beginMatching, findMatching } from './tasks/begin-matching.ts'
import * as tasks from './tasks/commands.ts'
import * as taskQueries from './tasks/queries.ts'
import * as vault from './vault/rotation.ts'
import * as oneEvent from './work/event-queries.ts'
import * as search from './work/search.ts'
import * as work from './work/waiting.ts'

export const registry: Registry = {
  commands: [
    organisation.setUp,
    organisation.revise,
    organisation.adoptKey,
    policies.put,
    policies.adoptPreset,
    tokens.create,
    tokens.revoke,
    users.create,
    users.end,
    sessionList.endAll,
    secondFactors.reset,
    grants.give,
    grants.end,
    vault.rewrap,
    invitations.make,
    providers.connect,
    providers.disconnect,
    people.register,
    people.status,
    duplicates.merge,
    duplicates.unmerge,
    duplicates.tellPartiesApart,
    unitCommands.add,
    unitCommands.revise,
    membershipCommands.begin,
    membershipCommands.transfer,
    membershipCommands.end,
    householdCommands.form,
    householdCommands.join,
    householdCommands.leave,
    householdCommands.rearrange,
    householdCommands.split,
    tieCommands.add,
    tieCommands.end,
    sealedFields.seal,
    sealedFields.empty,
    unsealings.open,
    consents.give,
    consents.withdraw,
    erasures.request,
    erasures.confirm,
    erasures.withdraw,
    funds.open,
    funds.changePolicy,
    payingAccounts.setPayingAccount,
    closing.close,
    contributions.pledge,
    contributions.receive,
    contributions.identify,
    contributions.refund,
    receipts.give,
    transfers.make,
    paymentRequests.request,
    decidingRequests.approve,
    decidingRequests.agree,
    decidingRequests.decline,
    decidingRequests.withdraw,
    payingRequests.payRequest,
    interests.setPerson,
    interests.declare,
    interests.end,
    payouts.pay,
    payouts.comeBack,
    commitments.make,
    commitments.release,
    reversals.reverse,
    ledger.add,
    ledger.close,
    ledger.request,
    ledger.reopen,
    ledger.decline,
    imports.importJournal,
    imports.importGrants,
    peopleImport.importRows,
    ...hardshipCommands,
    ...pairingCommands,
    statements.issue,
    tasks.beginJournalImport,
    tasks.beginGrantsImport,
    tasks.beginPeopleCheck,
    tasks.beginPeopleImport,
    tasks.beginBankResults,
    beginMatching,
    tasks.beginStatements,
    tasks.beginVerification,
    tasks.beginAgain,
    tasks.stop,
  ],
  pageCommands: [
    users.changePassword,
    sessions.open,
    sessions.end,
    sessionList.endOthers,
    sessionProofs.prove,
    halfSignIns.begin,
    halfSignIns.finishWithCode,
    halfSignIns.finishWithRecoveryCode,
    halfSignIns.finishWithEnrolment,
    halfSignIns.fail,
    signIns.lock,
    secondFactors.enrol,
    secondFactors.giveUp,
    recoveryCodes.renew,
    invitations.accept,
    joining.join,
    passkeys.add,
    passkeys.signIn,
    passkeys.prove,
    passkeys.remove,
    passkeys.distrust,
    identities.link,
    identities.signIn,
    identities.use,
    identities.unlink,
    backups.take,
    bankFiles.takeBankFile,
    erasures.repeat,
    ...hardshipPageCommands,
    ...pairingPageCommands,
  ],
  queries: [
    work.waiting,
    search.everything,
    organisation.show,
    vault.show,
    policyQueries.list,
    policyQueries.show,
    policyQueries.history,
    policyQueries.version,
    tokens.list,
    users.list,
    providers.list,
    sessionList.show,
    peopleQueries.list,
    peopleQueries.show,
    duplicates.possibleDuplicates,
    duplicates.merges,
    unitQueries.list,
    unitQueries.show,
    membershipQueries.list,
    householdQueries.list,
    householdQueries.show,
    tieQueries.list,
    tieQueries.kin,
    personalData.show,
    unsealings.show,
    unsealings.list,
    consents.list,
    erasures.list,
    retention.due,
    dealings.dealings,
    funds.list,
    funds.show,
    story.story,
    payingAccounts.showPayingAccount,
    contributionQueries.list,
    contributionQueries.show,
    receiptQueries.list,
    pledgeQueries.list,
    pledgeQueries.show,
    paymentRequestQueries.list,
    paymentRequestQueries.show,
    interests.list,
    payoutQueries.list,
    payoutQueries.show,
    transferQueries.list,
    transferQueries.show,
    commitmentQueries.list,
    commitmentQueries.show,
    ledgerQueries.accounts,
    ledgerQueries.account,
    entryQueries.entries,
    entryQueries.entry,
    registerQueries.register,
    ledgerQueries.trialBalance,
    periodQueries.periods,
    periodQueries.period,
    statementQueries.list,
    statementQueries.show,
    statementQueries.changes,
    statementQueries.checkpoint,
    checkpoints.show,
    ...hardshipQueries,
    ...pairingQueries,
    taskQueries.list,
    taskQueries.show,
    findMatching,
    events.head,
    events.list,
    oneEvent.show,
  ],
}

/**
 * Numbers and strings that carry their noun in the type, so a fund id cannot stand for an entry id.
 */

declare const brand: unique symbol

/** `T` marked with the noun `N`. The mark exists for the compiler only. */
export type Brand<T, N extends string> = T & { readonly [brand]: N }

export type FundId = Brand<number, 'FundId'>
export type AccountId = Brand<number, 'AccountId'>
export type EntryId = Brand<number, 'EntryId'>
export type PostingId = Brand<number, 'PostingId'>
export type PartyId = Brand<number, 'PartyId'>
export type UnitId = Brand<number, 'UnitId'>
export type MembershipId = Brand<number, 'MembershipId'>
export type HouseholdId = Brand<number, 'HouseholdId'>
export type HouseholdMemberId = Brand<number, 'HouseholdMemberId'>
export type TieId = Brand<number, 'TieId'>
export type EventSeq = Brand<number, 'EventSeq'>
export type ContributionId = Brand<number, 'ContributionId'>
export type PayoutId = Brand<number, 'PayoutId'>
export type TransferId = Brand<number, 'TransferId'>
export type StatementId = Brand<number, 'StatementId'>
export type TokenId = Brand<number, 'TokenId'>
export type ReceiptId = Brand<number, 'ReceiptId'>
export type CommitmentId = Brand<number, 'CommitmentId'>
export type TaskId = Brand<number, 'TaskId'>
export type InterestId = Brand<number, 'InterestId'>
export type PaymentRequestId = Brand<number, 'PaymentRequestId'>
export type UserId = Brand<number, 'UserId'>
export type RoleGrantId = Brand<number, 'RoleGrantId'>
export type SessionId = Brand<number, 'SessionId'>
export type HalfSignInId = Brand<number, 'HalfSignInId'>
export type SecondFactorId = Brand<number, 'SecondFactorId'>
export type InvitationId = Brand<number, 'InvitationId'>
export type PolicyVersionId = Brand<number, 'PolicyVersionId'>
export type PasskeyId = Brand<number, 'PasskeyId'>
export type IdentityProviderId = Brand<number, 'IdentityProviderId'>
export type IdentityId = Brand<number, 'IdentityId'>
export type HardshipFileId = Brand<number, 'HardshipFileId'>
export type ProgrammeId = Brand<number, 'ProgrammeId'>
export type AidEventId = Brand<number, 'AidEventId'>
export type RoundId = Brand<number, 'RoundId'>
export type CaseId = Brand<number, 'CaseId'>
export type CaseDocumentId = Brand<number, 'CaseDocumentId'>
export type ApplicationCodeId = Brand<number, 'ApplicationCodeId'>
export type SittingId = Brand<number, 'SittingId'>
export type BallotId = Brand<number, 'BallotId'>
export type NoticeId = Brand<number, 'NoticeId'>
export type ObjectionId = Brand<number, 'ObjectionId'>
export type CapOverrideRequestId = Brand<number, 'CapOverrideRequestId'>
export type AwardId = Brand<number, 'AwardId'>
export type InstalmentId = Brand<number, 'InstalmentId'>
export type BatchId = Brand<number, 'BatchId'>
export type BatchLineId = Brand<number, 'BatchLineId'>
export type CallBackDrawId = Brand<number, 'CallBackDrawId'>
export type GrievanceId = Brand<number, 'GrievanceId'>
export type ClawbackId = Brand<number, 'ClawbackId'>
export type PlaceId = Brand<number, 'PlaceId'>
export type HelperId = Brand<number, 'HelperId'>
export type NeedId = Brand<number, 'NeedId'>
export type MatchRunId = Brand<number, 'MatchRunId'>
export type PairId = Brand<number, 'PairId'>
export type AgreementId = Brand<number, 'AgreementId'>
export type AgreementCommitmentId = Brand<number, 'AgreementCommitmentId'>
export type AgreementEvidenceId = Brand<number, 'AgreementEvidenceId'>
export type VisitId = Brand<number, 'VisitId'>
export type CareEventId = Brand<number, 'CareEventId'>
export type ServicePledgeId = Brand<number, 'ServicePledgeId'>
export type ServicePostId = Brand<number, 'ServicePostId'>
export type PostHoldingId = Brand<number, 'PostHoldingId'>
export type FollowUpId = Brand<number, 'FollowUpId'>
export type MatchRejectionId = Brand<number, 'MatchRejectionId'>
export type PairingCodeId = Brand<number, 'PairingCodeId'>
export type ServiceTimeId = Brand<number, 'ServiceTimeId'>
export type CalendarFeedId = Brand<number, 'CalendarFeedId'>
export type VarianceStatementId = Brand<number, 'VarianceStatementId'>

/**
 * Gives a row number its noun: `id<FundId>(7)`. Numbers that come from outside are parsed first; a
 * value that is not a safe, non-negative integer here is a mistake in the program and is asserted.
 */
export function id<T extends Brand<number, string>>(n: number): T {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a row number: ${n}`)
  return n as T
}

/** Agreements between bodies as they stand in the book: what they say, who signed it, what was promised and done. */
import type { Row } from '../../../db/schema.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type {
  AgreementCommitmentId,
  AgreementEvidenceId,
  AgreementId,
  ContributionId,
  PartyId,
  VarianceStatementId,
} from '../../kit/ids.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { helperById } from '../registers/rows.ts'
import {
  agreementUnknown,
  commitmentUnknown,
  evidenceUnknown,
  varianceUnknown,
} from './refusals.ts'

export type Agreement = Row<'agreement'>
export type AgreementVersion = Row<'agreement_version'>
export type AgreementAct = Row<'agreement_act'>
export type Commitment = Row<'agreement_commitment'>
export type CommitmentEnd = Row<'agreement_commitment_end'>
export type Evidence = Row<'agreement_evidence'>
export type EvidenceEnd = Row<'agreement_evidence_end'>
export type VarianceStatement = Row<'variance_statement'>
export type VarianceSignature = Row<'variance_signature'>

export const agreementSides = ['helper', 'helped'] as const
export type AgreementSide = (typeof agreementSides)[number]

/** What bodies promise each other (handbook B): money and purchases by amount, the rest by number. */
export const promiseKinds = [
  'money',
  'goods',
  'jobs',
  'purchases',
  'training_seats',
  'advice',
] as const
export type PromiseKind = (typeof promiseKinds)[number]

/** Kinds that are promised as an amount of money. */
export const kindsInMoney: readonly PromiseKind[] = ['money', 'purchases']

export const agreementStates = ['draft', 'active', 'expired', 'ended'] as const
export type AgreementState = (typeof agreementStates)[number]

const byId = prepare((p: { id: AgreementId }) =>
  build.selectFrom('agreement').selectAll().where('id', '=', p.id),
)
const versionsBy = prepare((p: { id: AgreementId }) =>
  build.selectFrom('agreement_version').selectAll().where('agreement_id', '=', p.id).orderBy('id'),
)
const actsBy = prepare((p: { id: AgreementId }) =>
  build.selectFrom('agreement_act').selectAll().where('agreement_id', '=', p.id).orderBy('id'),
)
const commitmentBy = prepare((p: { id: AgreementCommitmentId }) =>
  build.selectFrom('agreement_commitment').selectAll().where('id', '=', p.id),
)
const commitmentsBy = prepare((p: { id: AgreementId }) =>
  build
    .selectFrom('agreement_commitment')
    .selectAll()
    .where('agreement_id', '=', p.id)
    .orderBy('due_on')
    .orderBy('id'),
)
const releaseBy = prepare((p: { id: AgreementCommitmentId }) =>
  build.selectFrom('agreement_commitment_end').selectAll().where('commitment_id', '=', p.id),
)
const evidenceBy = prepare((p: { id: AgreementEvidenceId }) =>
  build.selectFrom('agreement_evidence').selectAll().where('id', '=', p.id),
)
const evidenceFor = prepare((p: { id: AgreementCommitmentId }) =>
  build
    .selectFrom('agreement_evidence')
    .selectAll()
    .where('commitment_id', '=', p.id)
    .orderBy('on_day')
    .orderBy('id'),
)
const evidenceEndBy = prepare((p: { id: AgreementEvidenceId }) =>
  build.selectFrom('agreement_evidence_end').selectAll().where('evidence_id', '=', p.id),
)
const standingMoney = prepare((p: { contribution: ContributionId }) =>
  build
    .selectFrom('agreement_evidence as e')
    .leftJoin('agreement_evidence_end as t', 't.evidence_id', 'e.id')
    .selectAll('e')
    .where('e.contribution_id', '=', p.contribution)
    .where('t.id', 'is', null),
)
const varianceBy = prepare((p: { id: VarianceStatementId }) =>
  build.selectFrom('variance_statement').selectAll().where('id', '=', p.id),
)
const variancesBy = prepare((p: { id: AgreementId }) =>
  build.selectFrom('variance_statement').selectAll().where('agreement_id', '=', p.id).orderBy('id'),
)
const signaturesBy = prepare((p: { id: VarianceStatementId }) =>
  build.selectFrom('variance_signature').selectAll().where('statement_id', '=', p.id).orderBy('id'),
)

/** An agreement's reference: `AG-` and at least six digits. */
export function agreementRef(id: AgreementId): string {
  return `AG-${String(id).padStart(6, '0')}`
}

/** A variance statement's reference: that of its agreement and which of its statements it is: `AG-000001-V2`. */
export function varianceRef(reader: Reader, { id, agreement_id }: VarianceStatement): string {
  const place = variancesOf(reader, agreement_id).filter((one) => one.id <= id).length
  return `${agreementRef(agreement_id)}-V${place}`
}

/** The agreement with a number, as far as this caller reaches. Refuses `agreement.unknown`. */
export function agreementWithId(asker: Scoped, id: number): Agreement {
  const found = first(asker, byId, { id: id as AgreementId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw agreementUnknown({ agreement: id })
  return found
}

/** The agreement with an id that stands in the book. */
export function agreementById(reader: Reader, id: AgreementId): Agreement {
  const found = first(reader, byId, { id })
  if (!found) throw agreementUnknown({ agreement: id })
  return found
}

/** All versions of an agreement, oldest first; there is at least one. */
export function versionsOfAgreement(reader: Reader, id: AgreementId): AgreementVersion[] {
  return rows(reader, versionsBy, { id })
}

/** Its newest version, signed or not. */
export function newestVersion(reader: Reader, id: AgreementId): AgreementVersion {
  return versionsOfAgreement(reader, id).at(-1)!
}

/** Signatures and the end of an agreement, in order. */
export function actsOfAgreement(reader: Reader, id: AgreementId): AgreementAct[] {
  return rows(reader, actsBy, { id })
}

/** Signatures of one version, in order. */
export function signaturesOf(reader: Reader, version: AgreementVersion): AgreementAct[] {
  return actsOfAgreement(reader, version.agreement_id).filter(
    ({ act, version_id }) => act === 'signed' && version_id === version.id,
  )
}

/** The newest version that both sides signed, or undefined: it is what holds. */
export function signedVersion(reader: Reader, id: AgreementId): AgreementVersion | undefined {
  return versionsOfAgreement(reader, id).findLast(
    (version) => signaturesOf(reader, version).length === agreementSides.length,
  )
}

/** What ended an agreement before its day, or undefined. */
export function endOfAgreement(reader: Reader, id: AgreementId): AgreementAct | undefined {
  return actsOfAgreement(reader, id).find(({ act }) => act === 'ended')
}

/** Where an agreement stands on a day. */
export function stateOf(reader: Reader, id: AgreementId, today: Day): AgreementState {
  if (endOfAgreement(reader, id)) return 'ended'
  const signed = signedVersion(reader, id)
  if (signed === undefined) return 'draft'
  return today > signed.until_on ? 'expired' : 'active'
}

/** The party of each side. */
export function partiesOf(
  reader: Reader,
  { helper_id, party_id }: Agreement,
): Readonly<Record<AgreementSide, PartyId>> {
  return { helper: helperById(reader, helper_id).party_id, helped: party_id }
}

/** The commitment with a number, as far as this caller reaches. Refuses `agreement.commitment_unknown`. */
export function commitmentWithId(asker: Scoped, id: number): Commitment {
  const found = first(asker, commitmentBy, { id: id as AgreementCommitmentId })
  if (!found || !inScope(asker.scope, agreementById(asker, found.agreement_id).unit_id)) {
    throw commitmentUnknown({ commitment: id })
  }
  return found
}

/** All that was promised under an agreement, released or not, in the order of their days. */
export function commitmentsOf(reader: Reader, id: AgreementId): Commitment[] {
  return rows(reader, commitmentsBy, { id })
}

/** Its release, or undefined. */
export function releaseOf(reader: Reader, id: AgreementCommitmentId): CommitmentEnd | undefined {
  return first(reader, releaseBy, { id })
}

/**
 * Whether both sides have signed a version in which a commitment stood. It is made under the newest version, and stands in
 * that and in what follows until it is released.
 */
export function isBinding(reader: Reader, commitment: Commitment): boolean {
  const released = releaseOf(reader, commitment.id)?.event_seq ?? Number.POSITIVE_INFINITY
  return versionsOfAgreement(reader, commitment.agreement_id).some((version) => {
    const signed = signaturesOf(reader, version).map(({ event_seq }) => event_seq)
    const stood = signed.every((at) => commitment.event_seq < at && at < released)
    return stood && signed.length === agreementSides.length
  })
}

/** The evidence with a number, as far as this caller reaches. Refuses `agreement.evidence_unknown`. */
export function evidenceWithId(asker: Scoped, id: number): Evidence {
  const found = first(asker, evidenceBy, { id: id as AgreementEvidenceId })
  if (!found) throw evidenceUnknown({ evidence: id })
  try {
    commitmentWithId(asker, found.commitment_id)
  } catch {
    throw evidenceUnknown({ evidence: id })
  }
  return found
}

/** What was done of a commitment, in the order of its days, taken back or not. */
export function evidenceOf(reader: Reader, id: AgreementCommitmentId): Evidence[] {
  return rows(reader, evidenceFor, { id })
}

/** Its taking back, or undefined. */
export function evidenceEndOf(reader: Reader, id: AgreementEvidenceId): EvidenceEnd | undefined {
  return first(reader, evidenceEndBy, { id })
}

/** The evidence that a contribution stands as, or undefined. */
export function evidenceFromMoney(
  reader: Reader,
  contribution: ContributionId,
): Evidence | undefined {
  return first(reader, standingMoney, { contribution })
}

/** The variance statement with a number, as far as this caller reaches. Refuses `variance.unknown`. */
export function varianceWithId(asker: Scoped, id: number): VarianceStatement {
  const found = first(asker, varianceBy, { id: id as VarianceStatementId })
  if (!found || !inScope(asker.scope, agreementById(asker, found.agreement_id).unit_id)) {
    throw varianceUnknown({ statement: id })
  }
  return found
}

/** The variance statements of an agreement, oldest first. */
export function variancesOf(reader: Reader, id: AgreementId): VarianceStatement[] {
  return rows(reader, variancesBy, { id })
}

/** Who signed a variance statement, or would not. */
export function signaturesOfVariance(reader: Reader, id: VarianceStatementId): VarianceSignature[] {
  return rows(reader, signaturesBy, { id })
}

/** Putting cases to the vote (handbook F2, F3): one ballot on many, and apart from it those that somebody steps back from. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { amountField, idField, reasonField } from '../../book/fields.ts'
import { type Act, command } from '../../book/registry.ts'
import type { CaseId } from '../../kit/ids.ts'
import { amountText, parseAmount } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { interestsInCases, requireNoInterestInCases } from '../cases/duties.ts'
import { caseTooLarge } from '../cases/entering-refusals.ts'
import { mostInstalments } from '../cases/fields.ts'
import { casesGiven, casesMeant } from '../cases/given.ts'
import { caseRef, type HardshipCase, versionOfCase } from '../cases/rows.ts'
import { refusalRules } from '../flow/turning.ts'
import {
  ballotOut,
  countGroup,
  groupedBy,
  type Proposed,
  proposals,
  requireSplit,
  voteKinds,
  votesNamed,
  writeBallot,
} from './ballots.ts'
import { sittingAtWork, sittingKeepers } from './calling.ts'
import { recusedFrom, writeRecusals } from './recusing.ts'
import { ballotAmount, ballotConditions, ballotRule, caseNotToRatify } from './refusals.ts'
import { attendanceOf, membersOf, type Sitting, votersPresent } from './rows.ts'
import { awaitsRatification, requireBefore } from './votable.ts'

/** More sit on no committee. */
const mostVotes = 999
const mostAmounts = 5_000

const voteInput = z.strictObject({
  sitting: idField,
  ...casesGiven,
  proposal: z.enum(proposals),
  /** Votes by name, of everybody who may vote; without them all present are in favour. */
  votes: z
    .array(z.strictObject({ user: idField, vote: z.enum(voteKinds) }))
    .max(mostVotes)
    .optional(),
  /** Amounts as proposed, where they differ from what is asked: of one instalment. */
  amounts: z
    .array(
      z.strictObject({
        case: idField,
        amount: amountField,
        instalments: z.number().int().min(1).max(mostInstalments).optional(),
      }),
    )
    .max(mostAmounts)
    .default([]),
  /** What an approval is tied to. */
  conditions: reasonField.optional(),
  /** By which rule it is proposed to refuse. */
  rule: z.enum(refusalRules).optional(),
  /** What the minutes say of it, and what an applicant who is refused is told. */
  reason: reasonField.optional(),
  /** Has cases that different members step back from voted on apart, in as many ballots as that needs. */
  split: z.boolean().default(false),
})
type Input = z.output<typeof voteInput>

export const vote = command({
  name: 'sittings.vote',
  summary: 'Puts cases to the vote of those present; who has an interest in one has no vote on it',
  may: sittingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/sittings/{sitting}/ballots' },
  input: voteInput,
  output: z.object({
    sitting: z.number(),
    ballots: z.array(ballotOut),
    /** Cases of a list in which whoever records has an interest: somebody else records those. */
    left_out: z.array(z.string()),
  }),
  subject: ({ sitting }) => `sitting/${sitting}`,
  run: (act, input) => {
    const sitting = sittingAtWork(act, input.sitting)
    requireProposal(input)
    const { cases, left_out } = casesPut(act, sitting, input)
    const amounts = amountsProposed(act, cases, input)
    const attendance = attendanceOf(act, sitting.id)
    const members = membersOf(attendance)
    const recused = recusedFrom(act, sitting, members, cases)
    const groups = groupedBy(recused, cases)
    requireSplit(groups, input.split)
    const votes = votesNamed(votersPresent(attendance), input.votes)
    const counted = groups.map((group) => {
      return countGroup(act, sitting, group, { members, votes, split: input.split })
    })
    writeRecusals(act, sitting.id, recused, { ground: 'known' })
    const kept = {
      proposal: input.proposal,
      rule: input.rule ?? null,
      conditions: detailOf(act, 'ballot_conditions', input.conditions),
      reason: detailOf(act, 'ballot_reason', input.reason),
    }
    const ballots = counted.map((one) => writeBallot(act, sitting, one, { ...kept, amounts }))
    return { sitting: sitting.id, ballots, left_out }
  },
})

function detailOf(act: Act, kind: string, text: string | undefined): number | null {
  return text === undefined ? null : keepDetail(act, kind, text)
}

/** Refuses `ballot.rule` and `ballot.conditions`. */
function requireProposal({ proposal, rule, reason, conditions }: Input): void {
  const refuses = proposal === 'refuse'
  if (refuses !== (rule !== undefined) || (refuses && reason === undefined)) {
    throw ballotRule({ proposal })
  }
  if (proposal !== 'approve' && conditions !== undefined) throw ballotConditions({ proposal })
}

/**
 * The cases put to the vote. Of a list, those in which whoever records has an interest are left to somebody else; whoever
 * names a case means it. Refuses `case.interest`, `case.not_to_ratify` and what `requireBefore` refuses.
 */
function casesPut(act: Act, sitting: Sitting, input: Input) {
  const found = casesMeant(act, input, 'deliberate')
  const named = new Set(input.cases ?? [])
  const interests = interestsInCases(act, act.caller.actor, found)
  const isLeft = ({ id }: HardshipCase) => interests.has(id) && !named.has(id)
  const cases = found.filter((one) => !isLeft(one))
  if (cases.length === 0 || interests.size > found.length - cases.length) {
    requireNoInterestInCases(act, found)
  }
  for (const one of cases) {
    requireBefore(act, sitting, one)
    if (!awaitsRatification(act, one)) continue
    const changed = input.amounts.some((given) => given.case === one.id)
    if (input.proposal === 'defer' || changed) throw caseNotToRatify({ case: caseRef(one.id) })
  }
  return { cases, left_out: found.filter(isLeft).map(({ id }) => caseRef(id)) }
}

/** What each case would get: as it asks, unless an amount is given. Refuses `ballot.amount`, `case.too_large`. */
function amountsProposed(
  act: Act,
  cases: readonly HardshipCase[],
  { amounts, proposal }: Input,
): Map<CaseId, Proposed> {
  const proposed = new Map<CaseId, Proposed>()
  for (const { id } of cases) {
    const { amount_minor, instalments } = versionOfCase(act, id)
    proposed.set(id, { amountMinor: amount_minor, instalments })
  }
  for (const given of amounts) {
    const theCase = cases.find(({ id }) => id === given.case)
    if (!theCase || proposal !== 'approve') {
      throw ballotAmount({ case: caseRef(given.case as CaseId) })
    }
    const { currency } = fundById(act, theCase.fund_id)
    const amountMinor = parseAmount(given.amount, currency)
    const instalments = given.instalments ?? proposed.get(theCase.id)!.instalments
    if (!Number.isSafeInteger(amountMinor * instalments)) {
      throw caseTooLarge({ amount: amountText(amountMinor, currency), instalments })
    }
    proposed.set(theCase.id, { amountMinor, instalments })
  }
  return proposed
}

/** What may go wrong with units, memberships, households and ties. */
import { refusal } from '../kit/refusal.ts'

export const partyUnitNeeded = refusal<Record<never, never>>(
  'party.unit_needed',
  422,
  () =>
    'You work for several units, so it has to be said in which of them this person is registered.',
  'Choose the unit.',
)

export const partyHasDied = refusal<{ party: string; on: string }>(
  'party.has_died',
  409,
  ({ party, on }) => `${party} died on ${on}.`,
  'Choose an earlier day; if the death was recorded by mistake, record first that the person is active.',
)

export const partyNotAPerson = refusal<{ party: string }>(
  'party.not_a_person',
  409,
  ({ party }) => `${party} is a body; only persons have memberships, households and kin.`,
  'Choose a person.',
)

export const statusInFuture = refusal<{ day: string; today: string }>(
  'status.in_future',
  422,
  ({ day, today }) => `${day} is later than today (${today}), and nobody knows yet what will be.`,
  'Give the day on which it happened.',
)

export const unitExists = refusal<{ unit: string }>(
  'unit.exists',
  409,
  ({ unit }) => `There is a unit with the code "${unit}" already.`,
  'Give it another code; a code stands for one unit for ever.',
)

export const unitCycle = refusal<{ unit: string; parent: string }>(
  'unit.cycle',
  409,
  ({ unit, parent }) => `"${parent}" is "${unit}" itself or lies below it.`,
  'Choose a unit that is not below the one to be moved.',
)

export const unitClosed = refusal<{ unit: string }>(
  'unit.closed',
  409,
  ({ unit }) => `The unit "${unit}" is closed.`,
  'Choose one that is open, or open it again first.',
)

export const unitInUse = refusal<{ unit: string; funds: number; members: number; units: number }>(
  'unit.in_use',
  409,
  ({ unit, funds, members, units }) =>
    `"${unit}" cannot be closed: it has ${funds} open funds, ${members} members and ${units} open units below it.`,
  'Close its funds, transfer its members and move or close the units below it first.',
)

export const unitNothingRevised = refusal<{ unit: string }>(
  'unit.nothing_revised',
  409,
  ({ unit }) => `That is what the book says of "${unit}" already.`,
  'Change something, or leave it as it is.',
)

export const unitTopOnly = refusal<{ unit: string }>(
  'unit.top_only',
  403,
  ({ unit }) =>
    `"${unit}" would stand directly under the organisation, which only whoever has the role in the whole organisation may arrange.`,
  'Choose a unit to place it under, or ask an owner of the whole organisation.',
)

export const membershipUnknown = refusal<{ membership: number }>(
  'membership.unknown',
  404,
  ({ membership }) => `There is no membership ${membership} in this book.`,
  'Look it up on the page of the person.',
)

export const membershipOverlaps = refusal<{
  sort: string
  unit: string
  from: string
  to: string | null
}>(
  'membership.overlaps',
  409,
  ({ sort, unit, from, to }) =>
    `On that day there is another membership of this sort (${sort}): in "${unit}" from ${from}${to === null ? ' on' : ` to ${to}`}.`,
  'Transfer the person, or end that membership first.',
)

export const membershipReasonNeeded = refusal<{ day: string; today: string }>(
  'membership.reason_needed',
  422,
  ({ day, today }) =>
    `${day} is earlier than today (${today}), so a reason has to stand beside it.`,
  'Say why it is recorded only now.',
)

export const membershipEndsTooSoon = refusal<{ from: string; to: string }>(
  'membership.ends_too_soon',
  422,
  ({ from, to }) => `The last day (${to}) is earlier than the first (${from}).`,
  'Give a last day that is not before the first; what was recorded by mistake is ended as a mistake.',
)

export const membershipEnded = refusal<{ membership: number; on: string }>(
  'membership.ended',
  409,
  ({ membership, on }) => `Membership ${membership} ended on ${on} already.`,
  'Look at the memberships of the person.',
)

export const membershipEndsLater = refusal<{ to: string; until: string }>(
  'membership.ends_later',
  409,
  ({ to, until }) => `The membership ends on ${until} anyway, before ${to}.`,
  'Begin a new membership for the time after it.',
)

export const membershipNoneToTransfer = refusal<{ party: string; sort: string; day: string }>(
  'membership.none_to_transfer',
  409,
  ({ party, sort, day }) =>
    `${party} has no membership of this sort (${sort}) on the day before ${day}, so there is nothing to transfer.`,
  'Begin a membership in its place.',
)

export const membershipSameUnit = refusal<{ party: string; unit: string }>(
  'membership.same_unit',
  409,
  ({ party, unit }) => `${party} is a member of "${unit}" already.`,
  'Choose the unit that they go to.',
)

export const householdUnknown = refusal<{ household: string }>(
  'household.unknown',
  404,
  ({ household }) => `There is no household "${household}" in this book.`,
  'Look it up in the list of households.',
)

export const householdLivesThere = refusal<{ party: string; household: string }>(
  'household.lives_there',
  409,
  ({ party, household }) => `${party} lives in ${household} already.`,
  'Choose somebody else, or rearrange the household.',
)

export const householdNotLivingThere = refusal<{ party: string; household: string; day: string }>(
  'household.not_living_there',
  409,
  ({ party, household, day }) => `${party} does not live in ${household} on ${day}.`,
  'Choose who lives there, and a day on which they do.',
)

export const householdHeadStays = refusal<{ party: string; household: string }>(
  'household.head_stays',
  409,
  ({ party, household }) => `${party} is the head of ${household}, in which others live.`,
  'Say first who is the new head: rearrange the household.',
)

export const householdOneHead = refusal<{ heads: number }>(
  'household.one_head',
  422,
  ({ heads }) => `A household has one head; here are ${heads}.`,
  'Choose one head, and for everybody else what they are to the head.',
)

export const householdEverybody = refusal<{ household: string; missing: readonly string[] }>(
  'household.everybody',
  422,
  ({ household, missing }) => `Of ${household} these are not named: ${missing.join(', ')}.`,
  'Say of everybody who lives there what they are to the head.',
)

export const householdNotInOrder = refusal<{ party: string; from: string }>(
  'household.not_in_order',
  409,
  ({ party, from }) => `Where ${party} lives from ${from} on is recorded already.`,
  'Give a later day, or take back what was recorded by mistake first.',
)

export const tieUnknown = refusal<{ tie: number }>(
  'tie.unknown',
  404,
  ({ tie }) => `There is no tie ${tie} in this book.`,
  'Look it up on the page of the person.',
)

export const tieWithOneself = refusal<{ party: string }>(
  'tie.with_oneself',
  409,
  ({ party }) => `${party} cannot be tied to themselves.`,
  'Choose somebody else.',
)

export const tieExists = refusal<{ tie: number; kind: string }>(
  'tie.exists',
  409,
  ({ tie, kind }) => `This tie (${kind}) is recorded already, as tie ${tie}.`,
  'Nothing needs to be done; if it ended in between, end it first.',
)

export const tieContrary = refusal<{ tie: number; kind: string }>(
  'tie.contrary',
  409,
  ({ tie, kind }) =>
    `The other way round is recorded already (${kind}, tie ${tie}): both cannot be.`,
  'End the wrong one as a mistake first.',
)

export const tieEnded = refusal<{ tie: number }>(
  'tie.ended',
  409,
  ({ tie }) => `Tie ${tie} has ended already.`,
  'Look at the ties of the person.',
)

export const tieEndsTooSoon = refusal<{ from: string; to: string }>(
  'tie.ends_too_soon',
  422,
  ({ from, to }) => `The last day (${to}) is earlier than the first (${from}).`,
  'Give a later last day, or end it as a mistake.',
)

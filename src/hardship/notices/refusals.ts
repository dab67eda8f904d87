/** Refusals of public notices and of objections to them. */
import { refusal } from '../../kit/refusal.ts'

export const noticeUnknown = refusal<{ notice: number }>(
  'notice.unknown',
  404,
  ({ notice }) => `There is no notice ${notice} in this book.`,
  'Look it up in the register of notices.',
)

export const noticeNoStage = refusal<{ level: string; unit: string }>(
  'notice.no_stage',
  409,
  (v) => `The policy on notice of ${v.unit} says nothing of a notice at the level "${v.level}".`,
  'Put a version of the policy in force that says how long such a notice is up.',
)

export const noticeTwoLevels = refusal<{ cases: readonly string[] }>(
  'notice.two_levels',
  422,
  (v) =>
    `Of ${v.cases.join(', ')} some wait for the notice of their unit, others for that above it.`,
  'Put up a notice for each level: say which is meant.',
)

export const noticeTwoCurrencies = refusal<{ currencies: readonly string[] }>(
  'notice.two_currencies',
  422,
  (v) => `These cases are in ${v.currencies.join(' and ')}; a list has one currency.`,
  'Put up a notice for each currency.',
)

export const noticeSeveralUnits = refusal<Record<never, never>>(
  'notice.several_units',
  403,
  () => 'These cases are of units that have none above them which your role reaches.',
  'Put up a notice for each unit, or ask someone whose role reaches all of them.',
)

export const caseOnNotice = refusal<{ case: string; notice: number }>(
  'case.on_notice',
  409,
  (v) => `Case ${v.case} is on notice ${v.notice}, which is up.`,
  'Wait until it has run, or take that notice down with a reason.',
)

export const noticeStillUp = refusal<{ notice: number; last_on: string }>(
  'notice.still_up',
  409,
  (v) => `Notice ${v.notice} is up to the end of ${v.last_on}.`,
  'Take it down on a later day; if it was wrong, void it with a reason.',
)

export const noticeEnded = refusal<{ notice: number; ended_on: string }>(
  'notice.ended',
  409,
  (v) => `Notice ${v.notice} was taken down on ${v.ended_on}.`,
  'Look at it in the register of notices; what comes after it is a grievance.',
)

export const caseNoticeOpen = refusal<{ case: string; notice: number }>(
  'case.notice_open',
  409,
  (v) => `Case ${v.case} is on notice ${v.notice}, which has not been taken down.`,
  'Wait until the notice has run and take it down.',
)

export const caseNoticeMissing = refusal<{ case: string; level: string }>(
  'case.notice_missing',
  409,
  (v) => `Case ${v.case} has not been on the notice at the level "${v.level}" for its amount.`,
  'Put it on notice with the amount it has now, and wait until that has run.',
)

export const caseObjectionOpen = refusal<{ case: string; objection: number }>(
  'case.objection_open',
  409,
  (v) => `Objection ${v.objection} to case ${v.case} is not decided.`,
  'Somebody without an interest decides the objection first.',
)

export const objectionUnknown = refusal<{ objection: number }>(
  'objection.unknown',
  404,
  ({ objection }) => `There is no objection ${objection} in this book.`,
  'Look it up on the page of its notice.',
)

export const objectionNotOnNotice = refusal<{ notice: number; serial: number }>(
  'objection.not_on_notice',
  422,
  (v) => `Notice ${v.notice} has no number ${v.serial}.`,
  'Give the number as the notice shows it, or object to the whole list.',
)

export const objectionOutsideTime = refusal<{ given: string; from: string; to: string }>(
  'objection.outside_time',
  422,
  (v) =>
    `An objection to this notice is one received from ${v.from} to ${v.to}, not on ${v.given}.`,
  'Give the day on which it was received; what came later is a grievance.',
)

export const objectionNeedsName = refusal<Record<never, never>>(
  'objection.needs_name',
  422,
  () => 'An objection is made under one’s true name, or in confidence.',
  'Give the name, or say that it is confidential.',
)

export const objectionTooMany = refusal<{ notice: number; most: number }>(
  'objection.too_many',
  429,
  (v) => `Notice ${v.notice} has ${v.most} objections that nobody has decided.`,
  'Object by telephone or letter; the notice says where.',
)

export const objectionDecided = refusal<{ objection: number; outcome: string }>(
  'objection.decided',
  409,
  (v) => `Objection ${v.objection} was ${v.outcome}.`,
  'A decision stands; against it there is a grievance or an appeal.',
)

export const objectionNotConfidential = refusal<{ objection: number }>(
  'objection.not_confidential',
  409,
  (v) => `Objection ${v.objection} is not confidential: who objected is on its page.`,
  'Open the page of the objection.',
)

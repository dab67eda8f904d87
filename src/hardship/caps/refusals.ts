/** Refusals of caps: each says which cap, what it allows, what was counted of which help, and what is left. */
import { refusal } from '../../kit/refusal.ts'

/** A cap as a refusal tells it. */
export interface CapTold extends Record<string, unknown> {
  readonly case: string
  readonly help: string
  readonly scope: string
  readonly window: string
  /** The length of a rolling window; null for the others. */
  readonly months: number | null
  readonly currency: string
  /** What was counted, such as `C-000012`. */
  readonly counted: readonly string[]
}

const scopes: Readonly<Record<string, string>> = {
  person: 'a person',
  household: 'a household',
  event: 'a household for one event',
  programme: 'a person under one programme',
}

function within({ window, months }: CapTold): string {
  if (window === 'calendar_year') return 'in a calendar year'
  if (window === 'rolling_months') return `within ${months} months`
  return window === 'lifetime' ? 'ever' : 'for one event'
}

function capText(told: CapTold): string {
  const help = told.help === 'any' ? 'all help' : `the help "${told.help}"`
  return `The cap on ${help} for ${scopes[told.scope]} ${within(told)}`
}

function countedText({ counted }: CapTold): string {
  return counted.length === 0 ? 'nothing' : counted.join(', ')
}

export const capExceeded = refusal<{
  case: string
  help: string
  scope: string
  window: string
  months: number | null
  currency: string
  counted: readonly string[]
  limit: string
  used: string
  left: string
  amount: string
}>(
  'cap.exceeded',
  409,
  (v) =>
    `${capText(v)} is ${v.limit} ${v.currency}; ${v.used} ${v.currency} is used (${countedText(v)}), so ${v.left} ${v.currency} is left, and case ${v.case} asks for ${v.amount} ${v.currency}.`,
  'Propose what is left, or ask somebody above the unit to let this case pass the cap, with a reason.',
)

export const capTooOften = refusal<{
  case: string
  help: string
  scope: string
  window: string
  months: number | null
  currency: string
  counted: readonly string[]
  most: number
  times: number
}>(
  'cap.too_often',
  409,
  (v) =>
    `${capText(v)} allows it ${v.most} times; it was given ${v.times} times (${countedText(v)}), so none is left for case ${v.case}.`,
  'Wait until the window has passed, or ask somebody above the unit to let this case pass the cap, with a reason.',
)

export const capBelowLeast = refusal<{
  case: string
  help: string
  scope: string
  window: string
  months: number | null
  currency: string
  counted: readonly string[]
  least: string
  amount: string
}>(
  'cap.below_least',
  409,
  (v) =>
    `${capText(v)} names ${v.least} ${v.currency} as the least; case ${v.case} asks for ${v.amount} ${v.currency}.`,
  'Propose at least that, or ask somebody above the unit to let this case pass the cap, with a reason.',
)

export const capStandardMissing = refusal<{
  case: string
  help: string
  scope: string
  window: string
  months: number | null
  currency: string
  counted: readonly string[]
  standard: string
}>(
  'cap.standard_missing',
  409,
  (v) =>
    `${capText(v)} is a multiple of "${v.standard}", which no policy on standards gives in ${v.currency} for that day.`,
  'Put the standard in the policy on standards first.',
)

export const capNotPassed = refusal<{ case: string }>(
  'cap.not_passed',
  409,
  (v) => `Case ${v.case} passes no cap.`,
  'It needs nobody to allow that; approve it like every other.',
)

export const capRequestUnknown = refusal<{ request: number }>(
  'cap_request.unknown',
  404,
  (v) => `There is no request ${v.request} to pass a cap in this book.`,
  'Look it up at the case.',
)

export const capRequestDecided = refusal<{ request: number }>(
  'cap_request.decided',
  409,
  (v) => `Request ${v.request} to pass a cap is decided already.`,
  'Ask again if the case was revised since.',
)

export const capRequestWaits = refusal<{ case: string; request: number }>(
  'cap_request.waits',
  409,
  (v) => `Request ${v.request} to let case ${v.case} pass a cap waits to be decided.`,
  'Wait for that decision.',
)

export const capRequestOwn = refusal<{ request: number }>(
  'cap_request.own',
  403,
  (v) => `You made request ${v.request} yourself; whoever asks to pass a cap does not allow it.`,
  'Somebody else above the unit decides. No role is above this rule.',
)

export const capRequestApprover = refusal<{ case: string }>(
  'cap_request.approver',
  403,
  (v) => `You approved case ${v.case}; whoever approves a case does not let it pass a cap.`,
  'Somebody else above the unit decides.',
)

export const capNotAbove = refusal<{ case: string }>(
  'cap.not_above',
  403,
  (v) =>
    `A case passes a cap only by somebody whose role reaches above its unit; yours does not for case ${v.case}.`,
  'Ask an approver or an owner of a unit above, or of the whole organisation.',
)

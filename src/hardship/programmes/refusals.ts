/** Refusals of programmes and of what struck people. */
import { refusal } from '../../kit/refusal.ts'

export const programmeUnknown = refusal<{ programme: string }>(
  'programme.unknown',
  404,
  ({ programme }) => `There is no programme "${programme}" in this book.`,
  'Look it up in the list of programmes.',
)

export const programmeTaken = refusal<{ programme: string }>(
  'programme.taken',
  409,
  ({ programme }) => `There is a programme "${programme}" already.`,
  'Choose another code.',
)

export const programmeClosed = refusal<{ programme: string }>(
  'programme.closed',
  409,
  ({ programme }) => `The programme "${programme}" takes no new cases.`,
  'Choose a programme that is open, or have this one opened again.',
)

export const programmeUnchanged = refusal<{ programme: string }>(
  'programme.unchanged',
  409,
  ({ programme }) => `The programme "${programme}" says exactly this already.`,
  'Change what it says, or leave it.',
)

export const programmeNoWorkflow = refusal<{ workflow: string; unit: string | null }>(
  'programme.no_workflow',
  422,
  (v) =>
    v.unit === null
      ? `The policy on workflows has no workflow "${v.workflow}".`
      : `The policy on workflows that holds in the unit "${v.unit}" has no workflow "${v.workflow}".`,
  'Choose one of the policy, or have it added there first.',
)

export const aidEventUnknown = refusal<{ aid_event: string }>(
  'aid_event.unknown',
  404,
  (v) => `There is no event "${v.aid_event}" that struck people in this book.`,
  'Look it up in the list of events, or record it first.',
)

export const aidEventTaken = refusal<{ aid_event: string }>(
  'aid_event.taken',
  409,
  (v) => `There is an event "${v.aid_event}" already.`,
  'Choose another code.',
)

export const aidEventInFuture = refusal<{ day: string; today: string }>(
  'aid_event.in_future',
  422,
  ({ day, today }) => `What struck people has happened; ${day} is after today, ${today}.`,
  'Write the day on which it happened.',
)

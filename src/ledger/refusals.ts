/** Refusals of the ledger. */
import { refusal } from '../kit/refusal.ts'

export const dayInFuture = refusal<{ day: string; today: string }>(
  'day.in_future',
  422,
  ({ day, today }) => `The day ${day} is after today, ${today}.`,
  'Record it on the day it happens, or give the day on which it did.',
)

export const periodClosed = refusal<{ day: string; month: string }>(
  'period.closed',
  409,
  ({ day, month }) =>
    `The day ${day} lies in ${month}, which is closed; a closed period takes no entry.`,
  'Record it on a day of an open period, or have the period reopened by two people.',
)

export const floorBroken = refusal<{
  account: string
  fund: string
  balance: string
  amount: string
  currency: string
}>(
  'account.below_floor',
  409,
  ({ account, fund, balance, amount, currency }) =>
    `${account} of the fund ${fund} holds ${balance} ${currency}; ${amount} ${currency} would take it below zero.`,
  'Give an amount that it covers, or record first what is missing.',
)

export const tooLargeTogether = refusal<{ account: string }>(
  'amount.total_too_large',
  422,
  ({ account }) => `The balance of ${account} would pass the largest amount a book can hold.`,
  'Check the amount; no real fund is that large.',
)

export const entryUnknown = refusal<{ entry: number }>(
  'entry.unknown',
  404,
  ({ entry }) => `There is no entry ${entry} in this book.`,
  'Look it up in the register.',
)

export const alreadyReversed = refusal<{ entry: number; by: number; on: string }>(
  'entry.already_reversed',
  409,
  ({ entry, by, on }) =>
    `Entry ${entry} was reversed by entry ${by} on ${on}; it is reversed once.`,
  'If the reversal was wrong, record what happened as a new entry.',
)

export const isReversal = refusal<{ entry: number; reverses: number }>(
  'entry.is_reversal',
  409,
  ({ entry, reverses }) => `Entry ${entry} is itself the reversal of entry ${reverses}.`,
  'A reversal is not reversed; record what happened as a new entry.',
)

export const accountUnknown = refusal<{ account: string }>(
  'account.unknown',
  404,
  ({ account }) => `There is no account ${account} in this book's chart.`,
  'Look it up in the chart of accounts.',
)

export const accountExists = refusal<{ code: string }>(
  'account.exists',
  409,
  ({ code }) => `The account ${code} is already in the chart.`,
  'Give the new account a code of its own.',
)

export const roleMissing = refusal<{ role: string }>(
  'account.role_missing',
  409,
  ({ role }) => `No account of this book plays the role ${role}.`,
  'Give an account of the chart that role.',
)

export const entryBeyondScope = refusal<{ entry: number }>(
  'entry.beyond_scope',
  403,
  ({ entry }) => `Entry ${entry} also touches a fund outside of your units.`,
  'Ask someone whose role reaches both funds.',
)

export const fundUnknown = refusal<{ fund: string }>(
  'fund.unknown',
  404,
  ({ fund }) => `There is no fund "${fund}" in this book.`,
  'Give the code of one of its funds; GET /funds lists them.',
)

export const fundClosed = refusal<{ fund: string }>(
  'fund.closed',
  409,
  ({ fund }) => `The fund ${fund} is closed; it takes no entry any more.`,
  'Record it in a fund that is open; a correction of a closed fund goes to the fund its money went to.',
)

export const fundExists = refusal<{ code: string }>(
  'fund.exists',
  409,
  ({ code }) => `The fund "${code}" is already in this book.`,
  'Give the new fund a code of its own.',
)

export const periodNotOver = refusal<{ month: string; today: string }>(
  'period.not_over',
  409,
  ({ month, today }) => `The month ${month} is not over on ${today}.`,
  'Close it on the first day of the next month or later.',
)

export const periodAlready = refusal<{ month: string; state: string }>(
  'period.state',
  409,
  ({ month, state }) => `The month ${month} is ${state}.`,
  'Look at the state of the periods first.',
)

export const reopeningOwnRequest = refusal<{ month: string; actor: string }>(
  'period.second_person',
  403,
  ({ month, actor }) => `${actor} asked for the reopening of ${month} and may not decide on it.`,
  'Ask a second person to decide; nobody decides on what they entered.',
)

export const sequenceUnknown = refusal<{ sequence: number; newest: number }>(
  'sequence.unknown',
  404,
  ({ sequence, newest }) => `The book has no event ${sequence}; the newest is ${newest}.`,
  'Give the number of an event of the book.',
)

export const cursorInvalid = refusal<{ cursor: string }>(
  'register.cursor',
  422,
  ({ cursor }) => `"${cursor}" is not a place in this register.`,
  'Start from the newest page, and follow the cursors it gives.',
)

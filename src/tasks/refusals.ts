/** Refusals about background work. */
import { refusal } from '../kit/refusal.ts'

export const taskUnknown = refusal<{ task: number }>(
  'task.unknown',
  404,
  ({ task }) => `There is no task ${task} in this book.`,
  'Look it up in the list of tasks.',
)

export const taskEnded = refusal<{ task: number; outcome: string }>(
  'task.ended',
  409,
  ({ task, outcome }) => `The task ${task} has ended already: it ${outcomes[outcome] ?? outcome}.`,
  'Its page says what came of it; to do the work again, begin a new task.',
)

const outcomes: Readonly<Record<string, string>> = {
  finished: 'is finished',
  stopped: 'was stopped',
  failed: 'failed',
}

export const taskOfAnother = refusal<{ task: number }>(
  'task.of_another',
  403,
  ({ task }) =>
    `The task ${task} was begun by somebody else, and what it does it does in their name.`,
  'Ask whoever began it, or an owner, to stop it; or begin a task of your own.',
)

export const tooManyTasks = refusal<{ most: number }>(
  'task.too_many',
  503,
  ({ most }) => `${most} tasks are under way or waiting, which is as many as may be.`,
  'Wait until some of them have ended, or stop one.',
)

export const otherFile = refusal<{ task: number }>(
  'task.other_file',
  409,
  ({ task }) => `This is not the file that the task ${task} was begun with.`,
  'Choose exactly the same file; to import another one, begin a new import.',
)

export const bookTooLongHere = refusal<{ events: number; most: number }>(
  'task.book_too_long_here',
  413,
  ({ events, most }) =>
    `The book has ${events} events; this server verifies books of up to ${most} itself.`,
  'Make a backup and verify it on a computer of your own with `care-ledger verify`: that needs no trust in this server either.',
)

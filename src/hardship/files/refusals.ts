/** Refusals of hardship files. */
import { refusal } from '../../kit/refusal.ts'

export const fileUnknown = refusal<{ file: number }>(
  'hardship_file.unknown',
  404,
  ({ file }) => `There is no hardship file ${file} in this book.`,
  'Look it up in the list of hardship files.',
)

export const fileExists = refusal<{ household: string; file: string }>(
  'hardship_file.exists',
  409,
  (v) =>
    `The household ${v.household} has the file ${v.file} already; each has one, which goes on.`,
  'Open that file and say there what is new.',
)

export const fileUnchanged = refusal<{ file: string }>(
  'hardship_file.unchanged',
  409,
  ({ file }) => `The file ${file} says exactly this already.`,
  'Change what it says, or leave it.',
)

export const fileReasonNeeded = refusal<{ file: string }>(
  'hardship_file.reason_needed',
  422,
  ({ file }) => `The household of file ${file} is taken off the list, and no reason is given.`,
  'Say what has improved, or why else it is no longer in hardship.',
)

export const fileReviewPast = refusal<{ review_on: string; today: string }>(
  'hardship_file.review_past',
  422,
  (v) => `The day to look at the file again, ${v.review_on}, is not after today, ${v.today}.`,
  'Write a day to come, or none.',
)

/** The principle of the field: first the file, then the help (handbook A5). */
export const fileNeeded = refusal<{ party: string }>(
  'hardship_file.needed',
  409,
  ({ party }) => `The household of ${party} has no hardship file; the file comes before the help.`,
  'Open a file for the household, or give its facts together with the case.',
)

export const fileNotInHardship = refusal<{ party: string; file: string }>(
  'hardship_file.not_in_hardship',
  409,
  (v) => `By its file ${v.file} the household of ${v.party} is not in hardship now.`,
  'If it is again, say so in the file first, with what is new.',
)

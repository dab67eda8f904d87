/** Refusals of places, helpers and needs. */
import { refusal } from '../../kit/refusal.ts'

export const helperUnknown = refusal<{ helper: number | string }>(
  'helper.unknown',
  404,
  ({ helper }) => `There is no helper ${helper} in this book.`,
  'Look them up in the list of helpers.',
)

export const needUnknown = refusal<{ need: number | string }>(
  'need.unknown',
  404,
  ({ need }) => `There is no need ${need} in this book.`,
  'Look it up in the list of needs.',
)

import type { capText as english } from '../en/cap-text.ts'
import { wordFor } from '../telling.ts'
import { policies } from './policies.ts'

/** 一條限額的文字。 */
export const capText: typeof english = (cap) => {
  const window =
    cap.months === null
      ? wordFor(policies.window, cap.window)
      : policies.rolling({ months: cap.months })
  return `${wordFor(policies.help, cap.help)}，${wordFor(policies.scope, cap.scope)}${window}`
}

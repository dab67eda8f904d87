import { wordFor } from '../telling.ts'
import { policies } from './policies.ts'

/** A cap in words: `Any help, for each person in a calendar year`. */
export function capText(cap: {
  readonly help: string
  readonly scope: string
  readonly window: string
  readonly months: number | null
}): string {
  const window =
    cap.months === null
      ? wordFor(policies.window, cap.window)
      : policies.rolling({ months: cap.months })
  return `${wordFor(policies.help, cap.help)}, for ${wordFor(policies.scope, cap.scope)} ${window}`
}

/** Which skills help with a kind of need. */
import type { Pairing } from '../../policies/pairing.ts'

/** The skills that the policy names for a kind; none for a kind that it does not know any more. */
export function needSkills({ kinds }: Pairing, kind: string): readonly string[] {
  return kinds.find(({ code }) => code === kind)?.skills ?? []
}

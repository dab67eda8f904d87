/** Signed sums as legs: a debit account, a credit account and one positive amount. */
import { type Minor, minor } from '../kit/money.ts'

export interface PlannedLeg {
  /** Keys of planned accounts. */
  readonly debit: string
  readonly credit: string
  /** Above zero. */
  readonly amount_minor: Minor
}

/**
 * Pairs the accounts that receive with those that give, each side in the order given, taking the
 * smaller of what the two have left: at most one leg fewer than accounts, and always the same legs
 * for the same input. The sums must be safe integers that add up to 0 (asserted).
 */
export function pairLegs(sums: ReadonlyMap<string, bigint>): PlannedLeg[] {
  if (sums.size === 2) return legOfTwo(sums)
  const debits = [...sums].filter(([, sum]) => sum > 0n)
  const credits = [...sums].filter(([, sum]) => sum < 0n).map(([key, sum]) => [key, -sum] as const)
  const legs: PlannedLeg[] = []
  let place = 0
  let given = 0n
  for (const [debit, sum] of debits) {
    let wanted = sum
    while (wanted > 0n) {
      const [credit, whole] = credits[place] ?? unbalanced()
      let amount = whole - given
      if (amount > wanted) amount = wanted
      legs.push({ debit, credit, amount_minor: minor(Number(amount)) })
      wanted -= amount
      given += amount
      if (given === whole) {
        place += 1
        given = 0n
      }
    }
  }
  if (place !== credits.length) unbalanced()
  return legs
}

/** The usual case, and a seventh of what the general one costs. */
function legOfTwo(sums: ReadonlyMap<string, bigint>): PlannedLeg[] {
  const [[one, sum] = unbalanced(), [other, rest] = unbalanced()] = sums
  if (sum + rest !== 0n) unbalanced()
  if (sum === 0n) return []
  const amount_minor = minor(Number(sum > 0n ? sum : rest))
  return [
    sum > 0n
      ? { debit: one, credit: other, amount_minor }
      : { debit: other, credit: one, amount_minor },
  ]
}

function unbalanced(): never {
  throw new RangeError('the sums to pair do not add up to zero')
}

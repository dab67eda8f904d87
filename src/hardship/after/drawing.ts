/**
 * Who is called back is drawn by a method that anyone can recompute: the hash of a seed is published before the draw, the
 * seed with it. Nobody can choose whom to call, and nobody knows beforehand who will be.
 */
import { sha256Hex } from '../../kit/digest.ts'

/** Random bytes of a seed. */
export const seedBytes = 32

/** What is published first: the SHA-256 (hex) of the seed's 64 hexadecimal digits. */
export function seedHash(seed: string): string {
  return sha256Hex(seed)
}

/**
 * The payouts drawn from a population: those with the lowest SHA-256 (hex) of the seed's 64 hexadecimal digits followed
 * by the payout's number in decimal, in that order; all of them where there are no more than `size`.
 */
export function drawn(seed: string, population: readonly number[], size: number): number[] {
  return population
    .map((payout) => ({ payout, place: sha256Hex(`${seed}${payout}`) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, size)
    .map(({ payout }) => payout)
}

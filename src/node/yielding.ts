/** Threads that give way to those who wait for an answer. */
import { constants, setPriority } from 'node:os'

/**
 * Lowers the priority of the calling thread. Linux counts threads apart: `who` 0 is the caller's own (setpriority(2),
 * "C library/kernel differences"). Elsewhere it would be the whole server's, and so nothing is done.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
}

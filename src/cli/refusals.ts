/** Refusals of the command line, and the exit code of each. */
import { Refusal, refusal } from '../kit/refusal.ts'
import { damaged } from '../store/refusals.ts'

/** Exit codes; 69 and 70 are those of sysexits.h (EX_UNAVAILABLE, EX_SOFTWARE). */
export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  unavailable: 69,
  defect: 70,
} as const

/** The exit code that a refusal ends a command with. */
export function exitCodeOf({ code, status }: Refusal): number {
  if (code.startsWith('usage.')) return exitCodes.usage
  if (code === damaged.code) return exitCodes.refused
  return status >= 500 ? exitCodes.unavailable : exitCodes.refused
}

export const usageWrong = refusal<{ what: string; how: string }>(
  'usage.wrong',
  400,
  ({ what }) => what,
  ({ how }) => how,
)

export const booksNone = refusal<{ folder: string }>(
  'books.none',
  404,
  ({ folder }) => `There is no book in the folder ${folder}.`,
  ({ folder }) =>
    `Make one: care-ledger init --books ${folder} --book relief --name "Riverside Mutual Aid" ` +
    '--currency USD --time-zone America/Chicago',
)

export const bookNotNamed = refusal<{ folder: string; books: readonly string[] }>(
  'usage.book_not_named',
  400,
  ({ folder, books }) => `The folder ${folder} holds ${books.length} books: ${books.join(', ')}.`,
  'Say which one is meant with --book.',
)

export const fileTrouble = refusal<{ path: string; why: string }>(
  'file.trouble',
  422,
  ({ path, why }) => `${path}: ${why}.`,
  'Check the path and its permissions, or give another.',
)

export const fileNoRoom = refusal<{ path: string }>(
  'file.no_room',
  507,
  ({ path }) => `There is no room left on the disk for ${path}; what was begun of it was removed.`,
  'Make room and run the command again.',
)

export const fileExists = refusal<{ path: string }>(
  'file.exists',
  409,
  ({ path }) => `There is a file ${path} already; it stays as it is.`,
  'Give another name, or move that file away first.',
)

export const portTaken = refusal<{ hostname: string; port: number }>(
  'host.port_taken',
  503,
  ({ hostname, port }) => `Another program listens on ${hostname}:${port} already.`,
  'Give another port with --port, or stop that program.',
)

export const addressRefused = refusal<{ hostname: string; port: number; why: string }>(
  'host.address_refused',
  503,
  ({ hostname, port, why }) => `The system does not let it listen on ${hostname}:${port} (${why}).`,
  'Give an address of this machine with --host, and a port above 1023 with --port.',
)

/** What the system says of a file, in words. */
const fileFaults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this user may not use it',
  EPERM: 'this user may not use it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'it is there already',
  EROFS: 'it is on a disk that may only be read',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links go round in a circle',
  EBUSY: 'it is in use',
}

/**
 * The refusal for what Node throws about a file; anything else comes back as it is. `about` is the file in
 * hand: where a write fails, Node names none.
 */
export function translated(error: unknown, about?: string): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error
  const { code = '', path, dest } = error as NodeJS.ErrnoException & { dest?: string }
  const named = dest ?? path ?? about
  if (code === 'ENOSPC' || code === 'EDQUOT') return fileNoRoom({ path: named ?? 'a file' })
  if (named === undefined) return error
  const why = fileFaults[code]
  return why === undefined ? error : fileTrouble({ path: named, why })
}

/**
 * Who may do what, read off the registry: one line for each command, query and file. From it come the golden
 * file that reviewers read (test/golden/permissions.txt) and the page that everybody reads.
 */
import { type Guarded, type Reach, type Registry, type Role, roles } from '../book/registry.ts'
import { downloads } from './downloads.ts'

export type PermissionKind = 'command' | 'page command' | 'query' | 'file'

export interface Permission {
  readonly kind: PermissionKind
  /** Noun and verb, such as `payouts.pay`. */
  readonly name: string
  readonly noun: string
  readonly reach: Reach
  readonly may: readonly Role[]
}

function permissionOf(kind: PermissionKind, { name, reach, may }: Guarded): Permission {
  return { kind, name, noun: name.slice(0, name.indexOf('.')), reach, may }
}

/** All of them: what changes the book before what only asks. */
export function permissionsOf({ commands, pageCommands, queries }: Registry): Permission[] {
  return [
    ...commands.map((one) => permissionOf('command', one)),
    ...pageCommands.map((one) => permissionOf('page command', one)),
    ...queries.map((one) => permissionOf('query', one)),
    ...downloads.map((one) => permissionOf('file', one)),
  ]
}

/** `x`: in the units of the role. `X`: only with the role in the whole organisation. `o`: what is one's own. */
const marks: Readonly<Record<Reach, string>> = { units: 'x', organisation: 'X', oneself: 'o' }

const kindWidth = 'page command'.length + 2

/** The matrix as text, a line for each, by kind and name; a column for each role. */
export function permissionMatrix(registry: Registry): string {
  const all = permissionsOf(registry)
  const width = Math.max(...all.map(({ name }) => name.length)) + 2
  const head = roles.map((role, at) => `${' '.repeat(kindWidth + width)}${'| '.repeat(at)}${role}`)
  const lines = all
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ kind, name, reach, may }) => {
      const cells = roles.map((role) => (may.includes(role) ? marks[reach] : '.'))
      return `${kind.padEnd(kindWidth)}${name.padEnd(width)}${cells.join(' ')}`
    })
  return [...head, ...lines, ''].join('\n')
}

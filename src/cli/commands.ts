/**
 * The commands of the command line, in the order in which they are listed. Each is read from its own file
 * only when it is the one meant: a start costs what one command needs, not what all of them do.
 */
import type { Command } from 'commander'
import type { Bench } from './command.ts'

/** Adds a command, with its options and its work, to the program. */
export type Adding = (program: Command, bench: Bench) => void

export interface Listed {
  readonly name: string
  /** A line for the list of commands. */
  readonly summary: string
  read(): Promise<Adding>
}

export const commands: readonly Listed[] = [
  {
    name: 'demo',
    summary: 'see it at work, on grants that ship with the project',
    read: async () => (await import('./demo.ts')).addDemo,
  },
  {
    name: 'init',
    summary: 'make a new book',
    read: async () => (await import('./init.ts')).addInit,
  },
  {
    name: 'serve',
    summary: 'serve the books of a folder over HTTP',
    read: async () => (await import('./serve.ts')).addServe,
  },
  {
    name: 'token',
    summary: 'make, list or revoke the tokens of a book',
    read: async () => (await import('./token.ts')).addToken,
  },
  {
    name: 'invite',
    summary: 'make a link for a new user, or for a new password',
    read: async () => (await import('./invite.ts')).addInvite,
  },
  {
    name: 'do',
    summary: 'perform any command of a book',
    read: async () => (await import('./act.ts')).addDo,
  },
  {
    name: 'ask',
    summary: 'ask any query of a book',
    read: async () => (await import('./act.ts')).addAsk,
  },
  {
    name: 'import',
    summary: 'take a journal or a roster of grants into a book',
    read: async () => (await import('./import.ts')).addImport,
  },
  {
    name: 'statement',
    summary: 'issue a disbursement statement, or write an issued one again',
    read: async () => (await import('./statement.ts')).addStatement,
  },
  {
    name: 'verify',
    summary: 'check a book, or a statement without any server',
    read: async () => (await import('./verify.ts')).addVerify,
  },
  {
    name: 'backup',
    summary: 'copy a book, verified and sealed, while it is in use',
    read: async () => (await import('./backup.ts')).addBackup,
  },
  {
    name: 'restore',
    summary: 'make a book from a backup',
    read: async () => (await import('./restore.ts')).addRestore,
  },
  {
    name: 'export',
    summary: 'write the book in formats that other programs read',
    read: async () => (await import('./export.ts')).addExport,
  },
  {
    name: 'keys',
    summary: 'make a master key, or let another one take its place',
    read: async () => (await import('./master-keys.ts')).addMasterKeys,
  },
]

/** The name of the command that is meant by what was typed; undefined where none is named. */
export function nameMeant(typed: readonly string[]): string | undefined {
  const [first, second] = typed.filter((one) => !one.startsWith('-'))
  return first === 'help' ? second : first
}

/** The migrations in order. Plain SQL, forward only; frozen once released. */
import spine from './migrations/0001-spine.sql'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

export const migrations: readonly Migration[] = [{ version: 1, name: 'spine', sql: spine }]

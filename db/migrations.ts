/** The migrations in order. Plain SQL, forward only; frozen once released. */
import spine from './migrations/0001-spine.sql'
import reading from './migrations/0002-reading.sql'
import tasks from './migrations/0003-tasks.sql'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

export const migrations: readonly Migration[] = [
  { version: 1, name: 'spine', sql: spine },
  { version: 2, name: 'reading', sql: reading },
  { version: 3, name: 'tasks', sql: tasks },
]

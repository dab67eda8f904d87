/** The migrations in order. Plain SQL, forward only; frozen once released. */
import spine from './migrations/0001-spine.sql'
import reading from './migrations/0002-reading.sql'
import tasks from './migrations/0003-tasks.sql'
import access from './migrations/0004-access.sql'
import vault from './migrations/0005-vault.sql'
import policies from './migrations/0006-policies.sql'
import people from './migrations/0007-people.sql'
import signIn from './migrations/0008-sign-in.sql'
import duties from './migrations/0009-duties.sql'
import data from './migrations/0010-data.sql'
import cases from './migrations/0011-cases.sql'
import decisions from './migrations/0012-decisions.sql'
import delivery from './migrations/0013-delivery.sql'
import pairing from './migrations/0014-pairing.sql'
import pairs from './migrations/0015-pairs.sql'
import visits from './migrations/0016-visits.sql'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

export const migrations: readonly Migration[] = [
  { version: 1, name: 'spine', sql: spine },
  { version: 2, name: 'reading', sql: reading },
  { version: 3, name: 'tasks', sql: tasks },
  { version: 4, name: 'access', sql: access },
  { version: 5, name: 'vault', sql: vault },
  { version: 6, name: 'policies', sql: policies },
  { version: 7, name: 'people', sql: people },
  { version: 8, name: 'sign-in', sql: signIn },
  { version: 9, name: 'duties', sql: duties },
  { version: 10, name: 'data', sql: data },
  { version: 11, name: 'cases', sql: cases },
  { version: 12, name: 'decisions', sql: decisions },
  { version: 13, name: 'delivery', sql: delivery },
  { version: 14, name: 'pairing', sql: pairing },
  { version: 15, name: 'pairs', sql: pairs },
  { version: 16, name: 'visits', sql: visits },
]

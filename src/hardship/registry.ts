/** The commands and queries of hardship, by room; `src/registry.ts` takes them up. */
import type { AnyCommand, AnyPageCommand, AnyQuery } from '../book/registry.ts'
import * as cases from './cases/commands.ts'
import * as rounds from './cases/rounds.ts'
import * as files from './files/commands.ts'
import * as programmes from './programmes/commands.ts'
import * as reports from './reports/disbursements.ts'

export const hardshipCommands: readonly AnyCommand[] = [
  programmes.open,
  programmes.revise,
  programmes.recordAidEvent,
  files.open,
  files.revise,
  rounds.open,
  rounds.submitMany,
  cases.submit,
]

/** Those that only pages give. */
export const hardshipPageCommands: readonly AnyPageCommand[] = []

export const hardshipQueries: readonly AnyQuery[] = [reports.disbursements]

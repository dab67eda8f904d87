/** Every kind of background work: what is done, and which files it waits for. */
import { checkPeopleWork } from './check-people.ts'
import { importGrantsWork } from './import-grants.ts'
import { importJournalWork } from './import-journal.ts'
import { importPeopleWork } from './import-people.ts'
import { issueStatementsWork } from './issue-statements.ts'
import { matchHelpersWork } from './match-helpers.ts'
import type { TaskRecord } from './records.ts'
import { takeBankResultsWork } from './take-bank-results.ts'
import { verifyBookWork } from './verify-book.ts'
import type { Work } from './work.ts'

/** What is done for each kind of task. */
export const works: Readonly<Record<TaskRecord['kind'], Work>> = {
  import_journal: importJournalWork,
  import_grants: importGrantsWork,
  check_people: checkPeopleWork,
  import_people: importPeopleWork,
  issue_statements: issueStatementsWork,
  verify_book: verifyBookWork,
  take_bank_results: takeBankResultsWork,
  match_helpers: matchHelpersWork,
}

/** Files that a kind of task waits for. */
export const filesOf: Readonly<Record<TaskRecord['kind'], readonly string[]>> = {
  import_journal: ['journal', 'mapping'],
  import_grants: ['grants'],
  check_people: ['people'],
  import_people: ['people'],
  issue_statements: [],
  verify_book: [],
  take_bank_results: ['results'],
  match_helpers: [],
}

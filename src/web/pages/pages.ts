/** The pages of a book, all of them: mounted beside its interface. */
import type { Hono } from 'hono'
import type { Downloadable } from '../statements.ts'
import { mountApplicationCodes } from './application-codes.tsx'
import { mountAudit } from './audit.tsx'
import { mountAwards } from './awards.tsx'
import { mountBackup } from './backup.ts'
import { mountBankFile } from './bank-file.ts'
import { mountBatches } from './batches.tsx'
import { mountCaseDocuments } from './case-documents.tsx'
import { mountCases } from './cases.tsx'
import { mountChecks } from './checks.tsx'
import { mountCommitments } from './commitments.tsx'
import { mountContributions } from './contributions.tsx'
import { mountDataAudit } from './data-audit.tsx'
import { mountDisbursements } from './disbursements.ts'
import { mountDuplicates } from './duplicates.tsx'
import { mountEntries } from './entries.tsx'
import { mountFiles } from './files.ts'
import { mountFlow } from './flow-forms.tsx'
import { mountFollowUps } from './followups.tsx'
import { mountFunds } from './funds.tsx'
import { mountGrievances } from './grievances.tsx'
import { mountHardshipFiles } from './hardship-files.tsx'
import { mountHome } from './home.tsx'
import { mountHouseholds } from './households.tsx'
import { mountInterests } from './interests.tsx'
import { mountLedger } from './ledger.tsx'
import { mountMemberships } from './memberships.ts'
import { mountNotices } from './notices.tsx'
import { mountObjections } from './objections.tsx'
import { mountPairing } from './pairing-rooms.ts'
import { mountPayingAccount } from './paying-account.ts'
import { mountPayouts } from './payouts.tsx'
import { mountPeople } from './people.tsx'
import { mountPeriods } from './periods.tsx'
import { mountPermissions } from './permissions.tsx'
import { mountPersonalData } from './personal-data.tsx'
import { mountPledges } from './pledges.tsx'
import { mountPolicies } from './policies.tsx'
import { mountPreferences } from './preferences.ts'
import { mountProgrammes } from './programmes.tsx'
import { mountProviders } from './providers.tsx'
import { mountPublicNotices } from './public-notices.tsx'
import { mountReceipts } from './receipts.tsx'
import { mountRegisters } from './registers.tsx'
import { mountRequests } from './requests.tsx'
import { mountRounds } from './rounds.tsx'
import { mountSearch } from './search.tsx'
import { mountSettings } from './settings.tsx'
import { mountShortcuts } from './shortcuts.tsx'
import { mountSittings } from './sittings.tsx'
import { mountStatements } from './statements.tsx'
import { mountTasks } from './tasks.tsx'
import { mountTies } from './ties.ts'
import { mountTokens } from './tokens.tsx'
import { mountTransfers } from './transfers.tsx'
import { mountTrialBalance } from './trial-balance.tsx'
import { mountTyping } from './typing.ts'
import { mountUnits } from './units.tsx'
import { mountUsers } from './users.tsx'
import type { Desk } from './visit.ts'

/** Mounts every page of a book on its app. */
export function mountPages(app: Hono, desk: Desk, files: readonly Downloadable[]): void {
  mountPreferences(app)
  mountTyping(app, desk)
  mountShortcuts(app, desk)
  mountFiles(app, desk, files)
  mountHome(app, desk)
  mountSearch(app, desk)
  mountPayingAccount(app, desk)
  mountBatches(app, desk)
  mountBankFile(app, desk)
  mountFlow(app, desk)
  mountAwards(app, desk)
  mountFunds(app, desk)
  mountDisbursements(app, desk)
  mountCases(app, desk)
  mountCaseDocuments(app, desk)
  mountApplicationCodes(app, desk)
  mountRounds(app, desk)
  mountHardshipFiles(app, desk)
  mountProgrammes(app, desk)
  mountPublicNotices(app, desk)
  mountNotices(app, desk)
  mountSittings(app, desk)
  mountFollowUps(app, desk)
  mountPairing(app, desk)
  mountObjections(app, desk)
  mountGrievances(app, desk)
  mountContributions(app, desk)
  mountReceipts(app, desk)
  mountPledges(app, desk)
  mountPayouts(app, desk)
  mountRequests(app, desk)
  mountInterests(app, desk)
  mountTransfers(app, desk)
  mountCommitments(app, desk)
  mountPeriods(app, desk)
  mountLedger(app, desk)
  mountEntries(app, desk)
  mountTrialBalance(app, desk)
  mountRegisters(app, desk)
  mountDuplicates(app, desk)
  mountPeople(app, desk)
  mountPersonalData(app, desk)
  mountMemberships(app, desk)
  mountTies(app, desk)
  mountHouseholds(app, desk)
  mountUnits(app, desk)
  mountStatements(app, desk)
  mountTasks(app, desk)
  mountAudit(app, desk)
  mountChecks(app, desk)
  mountDataAudit(app, desk)
  mountSettings(app, desk)
  mountTokens(app, desk)
  mountUsers(app, desk)
  mountPermissions(app, desk)
  mountPolicies(app, desk)
  mountProviders(app, desk)
  mountBackup(app, desk)
}

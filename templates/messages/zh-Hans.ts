/** All that the house says in Simplified Chinese. */
import type { Messages } from './messages.ts'
import { access } from './zh-Hans/access.ts'
import { accounts } from './zh-Hans/accounts.ts'
import { agreement_papers } from './zh-Hans/agreement-papers.ts'
import { agreements } from './zh-Hans/agreements.ts'
import { apply } from './zh-Hans/apply.ts'
import { audit } from './zh-Hans/audit.ts'
import { awards } from './zh-Hans/awards.ts'
import { batches } from './zh-Hans/batches.ts'
import { calendars } from './zh-Hans/calendars.ts'
import { case_papers } from './zh-Hans/case-papers.ts'
import { cases } from './zh-Hans/cases.ts'
import { casework } from './zh-Hans/casework.ts'
import { commitments } from './zh-Hans/commitments.ts'
import { contributions } from './zh-Hans/contributions.ts'
import { coverage } from './zh-Hans/coverage.ts'
import { disbursements } from './zh-Hans/disbursements.ts'
import { duplicates } from './zh-Hans/duplicates.ts'
import { faults } from './zh-Hans/faults.ts'
import { files } from './zh-Hans/files.ts'
import { flow } from './zh-Hans/flow.ts'
import { followups } from './zh-Hans/followups.ts'
import { forms } from './zh-Hans/forms.ts'
import { front } from './zh-Hans/front.ts'
import { funds } from './zh-Hans/funds.ts'
import { grievances } from './zh-Hans/grievances.ts'
import { helpers } from './zh-Hans/helpers.ts'
import { home } from './zh-Hans/home.ts'
import { households } from './zh-Hans/households.ts'
import { interests } from './zh-Hans/interests.ts'
import { ledger } from './zh-Hans/ledger.ts'
import { lists } from './zh-Hans/lists.ts'
import { matching } from './zh-Hans/matching.ts'
import { memberships } from './zh-Hans/memberships.ts'
import { needs } from './zh-Hans/needs.ts'
import { notices } from './zh-Hans/notices.ts'
import { objections } from './zh-Hans/objections.ts'
import { pairing } from './zh-Hans/pairing.ts'
import { pairing_papers } from './zh-Hans/pairing-papers.ts'
import { pairing_rules } from './zh-Hans/pairing-rules.ts'
import { pairs } from './zh-Hans/pairs.ts'
import { papers } from './zh-Hans/papers.ts'
import { parts } from './zh-Hans/parts.ts'
import { passkeys } from './zh-Hans/passkeys.ts'
import { payouts } from './zh-Hans/payouts.ts'
import { people } from './zh-Hans/people.ts'
import { peopleImport } from './zh-Hans/people-import.ts'
import { periods } from './zh-Hans/periods.ts'
import { permissions } from './zh-Hans/permissions.ts'
import { personal } from './zh-Hans/personal.ts'
import { places } from './zh-Hans/places.ts'
import { pledges } from './zh-Hans/pledges.ts'
import { policies } from './zh-Hans/policies.ts'
import { problems } from './zh-Hans/problems.ts'
import { programmes } from './zh-Hans/programmes.ts'
import { providers } from './zh-Hans/providers.ts'
import { receipts } from './zh-Hans/receipts.ts'
import { refusals } from './zh-Hans/refusals.ts'
import { register_lists } from './zh-Hans/register-lists.ts'
import { requests } from './zh-Hans/requests.ts'
import { rounds } from './zh-Hans/rounds.ts'
import { search } from './zh-Hans/search.ts'
import { service } from './zh-Hans/service.ts'
import { settings } from './zh-Hans/settings.ts'
import { shell } from './zh-Hans/shell.ts'
import { shortcuts } from './zh-Hans/shortcuts.ts'
import { signing_in } from './zh-Hans/signing-in.ts'
import { sittings } from './zh-Hans/sittings.ts'
import { start } from './zh-Hans/start.ts'
import { statements } from './zh-Hans/statements.ts'
import { tasks } from './zh-Hans/tasks.ts'
import { ties } from './zh-Hans/ties.ts'
import { together } from './zh-Hans/together.ts'
import { transfers } from './zh-Hans/transfers.ts'
import { units } from './zh-Hans/units.ts'
import { users } from './zh-Hans/users.ts'
import { visits } from './zh-Hans/visits.ts'
import { words } from './zh-Hans/words.ts'

export const zhHans: Messages = {
  ...papers,
  access,
  accounts,
  agreement_papers,
  agreements,
  apply,
  audit,
  awards,
  batches,
  calendars,
  case_papers,
  cases,
  casework,
  commitments,
  contributions,
  coverage,
  disbursements,
  duplicates,
  faults,
  files,
  flow,
  followups,
  forms,
  front,
  funds,
  grievances,
  helpers,
  home,
  households,
  interests,
  ledger,
  lists,
  matching,
  memberships,
  needs,
  notices,
  objections,
  pairing,
  pairing_papers,
  pairing_rules,
  pairs,
  parts,
  passkeys,
  payouts,
  people,
  peopleImport,
  periods,
  permissions,
  personal,
  places,
  pledges,
  policies,
  problems,
  programmes,
  providers,
  receipts,
  refusals,
  register_lists,
  requests,
  rounds,
  search,
  service,
  settings,
  shell,
  shortcuts,
  signing_in,
  sittings,
  start,
  statements,
  tasks,
  ties,
  together,
  transfers,
  units,
  users,
  visits,
  words,
}

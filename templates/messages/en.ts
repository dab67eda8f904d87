/** All that the house says in English. The other languages have exactly these messages. */
import { access } from './en/access.ts'
import { accounts } from './en/accounts.ts'
import { agreement_papers } from './en/agreement-papers.ts'
import { agreements } from './en/agreements.ts'
import { apply } from './en/apply.ts'
import { audit } from './en/audit.ts'
import { awards } from './en/awards.ts'
import { batches } from './en/batches.ts'
import { calendars } from './en/calendars.ts'
import { case_papers } from './en/case-papers.ts'
import { cases } from './en/cases.ts'
import { casework } from './en/casework.ts'
import { commitments } from './en/commitments.ts'
import { contributions } from './en/contributions.ts'
import { coverage } from './en/coverage.ts'
import { disbursements } from './en/disbursements.ts'
import { duplicates } from './en/duplicates.ts'
import { faults } from './en/faults.ts'
import { files } from './en/files.ts'
import { flow } from './en/flow.ts'
import { followups } from './en/followups.ts'
import { forms } from './en/forms.ts'
import { front } from './en/front.ts'
import { funds } from './en/funds.ts'
import { grievances } from './en/grievances.ts'
import { helpers } from './en/helpers.ts'
import { home } from './en/home.ts'
import { households } from './en/households.ts'
import { interests } from './en/interests.ts'
import { ledger } from './en/ledger.ts'
import { lists } from './en/lists.ts'
import { matching } from './en/matching.ts'
import { memberships } from './en/memberships.ts'
import { needs } from './en/needs.ts'
import { notices } from './en/notices.ts'
import { objections } from './en/objections.ts'
import { pairing } from './en/pairing.ts'
import { pairing_papers } from './en/pairing-papers.ts'
import { pairing_rules } from './en/pairing-rules.ts'
import { pairs } from './en/pairs.ts'
import { papers } from './en/papers.ts'
import { parts } from './en/parts.ts'
import { passkeys } from './en/passkeys.ts'
import { payouts } from './en/payouts.ts'
import { people } from './en/people.ts'
import { peopleImport } from './en/people-import.ts'
import { periods } from './en/periods.ts'
import { permissions } from './en/permissions.ts'
import { personal } from './en/personal.ts'
import { places } from './en/places.ts'
import { pledges } from './en/pledges.ts'
import { policies } from './en/policies.ts'
import { problems } from './en/problems.ts'
import { programmes } from './en/programmes.ts'
import { providers } from './en/providers.ts'
import { receipts } from './en/receipts.ts'
import { refusals } from './en/refusals.ts'
import { register_lists } from './en/register-lists.ts'
import { requests } from './en/requests.ts'
import { rounds } from './en/rounds.ts'
import { search } from './en/search.ts'
import { service } from './en/service.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { shortcuts } from './en/shortcuts.ts'
import { signing_in } from './en/signing-in.ts'
import { sittings } from './en/sittings.ts'
import { start } from './en/start.ts'
import { statements } from './en/statements.ts'
import { tasks } from './en/tasks.ts'
import { ties } from './en/ties.ts'
import { together } from './en/together.ts'
import { transfers } from './en/transfers.ts'
import { units } from './en/units.ts'
import { users } from './en/users.ts'
import { visits } from './en/visits.ts'
import { words } from './en/words.ts'

export const en = {
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

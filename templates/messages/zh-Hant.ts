/** All that the house says in Traditional Chinese. */
import type { Messages } from './messages.ts'
import { access } from './zh-Hant/access.ts'
import { accounts } from './zh-Hant/accounts.ts'
import { agreement_papers } from './zh-Hant/agreement-papers.ts'
import { agreements } from './zh-Hant/agreements.ts'
import { apply } from './zh-Hant/apply.ts'
import { audit } from './zh-Hant/audit.ts'
import { awards } from './zh-Hant/awards.ts'
import { batches } from './zh-Hant/batches.ts'
import { calendars } from './zh-Hant/calendars.ts'
import { case_papers } from './zh-Hant/case-papers.ts'
import { cases } from './zh-Hant/cases.ts'
import { casework } from './zh-Hant/casework.ts'
import { commitments } from './zh-Hant/commitments.ts'
import { contributions } from './zh-Hant/contributions.ts'
import { coverage } from './zh-Hant/coverage.ts'
import { disbursements } from './zh-Hant/disbursements.ts'
import { duplicates } from './zh-Hant/duplicates.ts'
import { faults } from './zh-Hant/faults.ts'
import { files } from './zh-Hant/files.ts'
import { flow } from './zh-Hant/flow.ts'
import { followups } from './zh-Hant/followups.ts'
import { forms } from './zh-Hant/forms.ts'
import { front } from './zh-Hant/front.ts'
import { funds } from './zh-Hant/funds.ts'
import { grievances } from './zh-Hant/grievances.ts'
import { helpers } from './zh-Hant/helpers.ts'
import { home } from './zh-Hant/home.ts'
import { households } from './zh-Hant/households.ts'
import { interests } from './zh-Hant/interests.ts'
import { ledger } from './zh-Hant/ledger.ts'
import { lists } from './zh-Hant/lists.ts'
import { matching } from './zh-Hant/matching.ts'
import { memberships } from './zh-Hant/memberships.ts'
import { needs } from './zh-Hant/needs.ts'
import { notices } from './zh-Hant/notices.ts'
import { objections } from './zh-Hant/objections.ts'
import { pairing } from './zh-Hant/pairing.ts'
import { pairing_papers } from './zh-Hant/pairing-papers.ts'
import { pairing_rules } from './zh-Hant/pairing-rules.ts'
import { pairs } from './zh-Hant/pairs.ts'
import { papers } from './zh-Hant/papers.ts'
import { parts } from './zh-Hant/parts.ts'
import { passkeys } from './zh-Hant/passkeys.ts'
import { payouts } from './zh-Hant/payouts.ts'
import { people } from './zh-Hant/people.ts'
import { peopleImport } from './zh-Hant/people-import.ts'
import { periods } from './zh-Hant/periods.ts'
import { permissions } from './zh-Hant/permissions.ts'
import { personal } from './zh-Hant/personal.ts'
import { places } from './zh-Hant/places.ts'
import { pledges } from './zh-Hant/pledges.ts'
import { policies } from './zh-Hant/policies.ts'
import { problems } from './zh-Hant/problems.ts'
import { programmes } from './zh-Hant/programmes.ts'
import { providers } from './zh-Hant/providers.ts'
import { receipts } from './zh-Hant/receipts.ts'
import { refusals } from './zh-Hant/refusals.ts'
import { register_lists } from './zh-Hant/register-lists.ts'
import { requests } from './zh-Hant/requests.ts'
import { rounds } from './zh-Hant/rounds.ts'
import { search } from './zh-Hant/search.ts'
import { service } from './zh-Hant/service.ts'
import { settings } from './zh-Hant/settings.ts'
import { shell } from './zh-Hant/shell.ts'
import { shortcuts } from './zh-Hant/shortcuts.ts'
import { signing_in } from './zh-Hant/signing-in.ts'
import { sittings } from './zh-Hant/sittings.ts'
import { start } from './zh-Hant/start.ts'
import { statements } from './zh-Hant/statements.ts'
import { tasks } from './zh-Hant/tasks.ts'
import { ties } from './zh-Hant/ties.ts'
import { together } from './zh-Hant/together.ts'
import { transfers } from './zh-Hant/transfers.ts'
import { units } from './zh-Hant/units.ts'
import { users } from './zh-Hant/users.ts'
import { visits } from './zh-Hant/visits.ts'
import { words } from './zh-Hant/words.ts'

export const zhHant: Messages = {
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

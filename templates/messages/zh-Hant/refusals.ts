import type { RefusalWords } from '../refusal-words.ts'
import { accessRefusals } from './refusals/access.ts'
import { agreementRefusals } from './refusals/agreements.ts'
import { applicationRefusals } from './refusals/applications.ts'
import { awardRefusals } from './refusals/awards.ts'
import { bankRefusals } from './refusals/bank.ts'
import { batchRefusals } from './refusals/batches.ts'
import { calendarRefusals } from './refusals/calendars.ts'
import { dataRefusals } from './refusals/data.ts'
import { dutyRefusals } from './refusals/duties.ts'
import { entryRefusals } from './refusals/entries.ts'
import { fileRefusals } from './refusals/files.ts'
import { flowRefusals } from './refusals/flow.ts'
import { fundRefusals } from './refusals/funds.ts'
import { hardshipRefusals } from './refusals/hardship.ts'
import { hostRefusals } from './refusals/hosts.ts'
import { matchRefusals } from './refusals/matching.ts'
import { mergeRefusals } from './refusals/merges.ts'
import { noticeRefusals } from './refusals/notices.ts'
import { ownPageRefusals } from './refusals/own-pages.ts'
import { pairRefusals } from './refusals/pairs.ts'
import { peopleRefusals } from './refusals/people.ts'
import { policyRefusals } from './refusals/policies.ts'
import { registerRefusals } from './refusals/registers.ts'
import { serviceRefusals } from './refusals/service.ts'
import { signInRefusals } from './refusals/sign-in.ts'
import { sittingRefusals } from './refusals/sittings.ts'
import { statementRefusals } from './refusals/statements.ts'
import { vaultRefusals } from './refusals/vault.ts'
import { visitRefusals } from './refusals/visits.ts'
import { waysInRefusals } from './refusals/ways-in.ts'

export const refusals: RefusalWords = {
  ...accessRefusals,
  ...dataRefusals,
  ...dutyRefusals,
  ...entryRefusals,
  ...fileRefusals,
  ...awardRefusals,
  ...flowRefusals,
  ...fundRefusals,
  ...hardshipRefusals,
  ...hostRefusals,
  ...mergeRefusals,
  ...bankRefusals,
  ...batchRefusals,
  ...calendarRefusals,
  ...applicationRefusals,
  ...agreementRefusals,
  ...matchRefusals,
  ...noticeRefusals,
  ...ownPageRefusals,
  ...pairRefusals,
  ...registerRefusals,
  ...serviceRefusals,
  ...peopleRefusals,
  ...policyRefusals,
  ...signInRefusals,
  ...statementRefusals,
  ...vaultRefusals,
  ...waysInRefusals,
  ...sittingRefusals,
  ...visitRefusals,
}

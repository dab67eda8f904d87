/** The sections of a case's page, in their order, and the buttons over a list: one line for each room. */
import { afterSection } from './after.tsx'
import { applicationsSection } from './applications.tsx'
import { awardsRoundActs, awardsSection } from './awards.tsx'
import { documentsSection } from './documents.tsx'
import { flowRoundActs, flowSection } from './flow.tsx'
import { grievancesSection } from './grievances.tsx'
import { noticesSection, putUpRound } from './notices.tsx'
import { pairingSection } from './pairing.tsx'
import { papersSection } from './papers.tsx'
import { paymentsRoundActs, paymentsSection } from './payments.tsx'
import type { CaseSection, RoundAct } from './section.ts'
import { deliberateRound, sittingsSection } from './sittings.tsx'

export const caseSections: readonly CaseSection[] = [
  flowSection,
  sittingsSection,
  applicationsSection,
  documentsSection,
  noticesSection,
  awardsSection,
  paymentsSection,
  afterSection,
  pairingSection,
  grievancesSection,
  papersSection,
]

export const roundActs: readonly RoundAct[] = [
  ...flowRoundActs,
  deliberateRound,
  putUpRound,
  ...awardsRoundActs,
  ...paymentsRoundActs,
]

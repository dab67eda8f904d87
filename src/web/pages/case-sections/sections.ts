/** The sections of a case's page, in their order, and the buttons over a list: one line for each room. */
import type { CaseSection, RoundAct } from './section.ts'

export const caseSections: readonly CaseSection[] = []

export const roundActs: readonly RoundAct[] = []

/** What presets say of pairing and of visits: ranks and festivals, by published measures (handbook B). */
import { type Day, day } from '../../kit/day.ts'
import { type Named, neutralPairing, type Pairing } from '../pairing.ts'
import { neutralVisiting, type Visiting } from '../visiting.ts'

type Festival = Visiting['festivals'][number]

function named(code: string, en: string, hans: string, hant: string): Named {
  return { code, name: { en, 'zh-Hans': hans, 'zh-Hant': hant } }
}

function festival(name: Named, days_before: number, days: readonly string[]): Festival {
  return { ...name, days: days.map((one): Day => day(one)), days_before }
}

/** Those that move with the moon, for the years 2025 to 2028; later ones are added to the policy. */
const springFestival = festival(
  named('spring-festival', 'Spring Festival', '春节', '春節'),
  // The visits of the season fill the month before it.
  30,
  ['2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26'],
)
const midAutumn = festival(named('mid-autumn', 'Mid-Autumn Festival', '中秋节', '中秋節'), 7, [
  '2025-10-06',
  '2026-09-25',
  '2027-09-15',
  '2028-10-03',
])
const doubleNinth = festival(
  named('double-ninth', 'Double Ninth Festival', '重阳节', '重陽節'),
  7,
  ['2025-10-29', '2026-10-18', '2027-10-08', '2028-10-26'],
)

function everyYear(name: Named, days_before: number, monthDay: string): Festival {
  const years = [2025, 2026, 2027, 2028]
  return festival(
    name,
    days_before,
    years.map((year) => `${year}-${monthDay}`),
  )
}

const firstOfJuly = everyYear(
  named('first-of-july', 'First of July', '七一建党节', '七一建黨節'),
  15,
  '07-01',
)
const labourDay = everyYear(named('labour-day', 'Labour Day', '劳动节', '勞動節'), 7, '05-01')
const nationalDay = everyYear(named('national-day', 'National Day', '国庆节', '國慶節'), 7, '10-01')

/** The rule 3-2-1-1: a leader three households, the head of a station two, staff and village heads one each (B). */
export const pairingOfParty: Pairing = {
  ...neutralPairing,
  ranks: [
    { ...named('leader', 'Leader', '领导班子成员', '領導班子成員'), most: 3 },
    { ...named('station-head', 'Head of a station', '站所负责人', '站所負責人'), most: 2 },
    { ...named('staff', 'Staff', '一般干部', '一般幹部'), most: 1 },
    { ...named('village-head', 'Head of a village', '村主要干部', '村主要幹部'), most: 1 },
  ],
  // Most helpers have one household or two (B).
  most_without_rank: 2,
}

/** The telephone each month, a visit each quarter and at festivals; six measures a year in one county (B). */
export const visitingOfParty: Visiting = {
  ...neutralVisiting,
  festivals: [springFestival, firstOfJuly, midAutumn, doubleNinth],
  measures_a_year: 6,
}

/** Unions send warmth before the Spring Festival and look after their members on their own holiday. */
export const visitingOfUnion: Visiting = {
  ...neutralVisiting,
  festivals: [springFestival, labourDay, midAutumn, nationalDay],
}

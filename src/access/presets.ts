/**
 * What a new book begins with, by the kind of organisation and where it is: suggestions that the founder
 * reads and may change. Their words are in the catalogue (`start.presets`). Nothing numeric is a rule; the
 * one cap here is that of a published measure (handbook A4).
 */
import type { chartIds } from '../ledger/charts/charts.ts'
import type { PayoutCategory } from '../ledger/roles.ts'
import type { PresetId } from '../policies/presets.ts'

/** The example fund but for its words. */
export interface ExampleFund {
  readonly code: string
  readonly restriction: 'unrestricted' | 'purpose' | 'board_designated'
  /** Null allows every category. */
  readonly payout_categories: readonly PayoutCategory[] | null
  /** The largest single payout by currency, where a published measure names one. */
  readonly largest_payout: Readonly<Record<string, string>>
}

/** Money of members and of the organisation for members in need: the purpose binds it. */
export const exampleFunds: Readonly<Record<PresetId, ExampleFund>> = {
  party_branch: {
    code: 'care',
    restriction: 'purpose',
    payout_categories: ['care_grants', 'comfort_visits', 'bereavement_grants'],
    // Above it a higher body decides in the measure of an organ's party committee (handbook A4).
    largest_payout: { CNY: '1000' },
  },
  trade_union: {
    code: 'hardship',
    restriction: 'purpose',
    payout_categories: ['care_grants', 'comfort_visits', 'bereavement_grants', 'training_vouchers'],
    largest_payout: {},
  },
  cooperative: {
    code: 'solidarity',
    restriction: 'board_designated',
    payout_categories: [
      'care_grants',
      'bereavement_grants',
      'enterprise_grants',
      'interest_subsidies',
      'training_vouchers',
    ],
    largest_payout: {},
  },
  employer_relief: {
    code: 'relief',
    restriction: 'purpose',
    payout_categories: ['care_grants', 'bereavement_grants'],
    largest_payout: {},
  },
  mutual_aid: {
    code: 'care',
    restriction: 'unrestricted',
    payout_categories: null,
    largest_payout: {},
  },
}

export interface Place {
  readonly chart: (typeof chartIds)[number]
  /** ISO 4217. */
  readonly currency: string
  /** IANA. */
  readonly time_zone: string
}

/** Currency and time zone by region (ISO 3166); a country of several zones by its most peopled one. */
const regions: Readonly<Record<string, readonly [currency: string, timeZone: string]>> = {
  AT: ['EUR', 'Europe/Vienna'],
  AU: ['AUD', 'Australia/Sydney'],
  BE: ['EUR', 'Europe/Brussels'],
  BR: ['BRL', 'America/Sao_Paulo'],
  CA: ['CAD', 'America/Toronto'],
  CH: ['CHF', 'Europe/Zurich'],
  CN: ['CNY', 'Asia/Shanghai'],
  DE: ['EUR', 'Europe/Berlin'],
  DK: ['DKK', 'Europe/Copenhagen'],
  ES: ['EUR', 'Europe/Madrid'],
  FI: ['EUR', 'Europe/Helsinki'],
  FR: ['EUR', 'Europe/Paris'],
  GB: ['GBP', 'Europe/London'],
  GH: ['GHS', 'Africa/Accra'],
  HK: ['HKD', 'Asia/Hong_Kong'],
  ID: ['IDR', 'Asia/Jakarta'],
  IE: ['EUR', 'Europe/Dublin'],
  IN: ['INR', 'Asia/Kolkata'],
  IT: ['EUR', 'Europe/Rome'],
  JP: ['JPY', 'Asia/Tokyo'],
  KE: ['KES', 'Africa/Nairobi'],
  KR: ['KRW', 'Asia/Seoul'],
  MO: ['MOP', 'Asia/Macau'],
  MX: ['MXN', 'America/Mexico_City'],
  MY: ['MYR', 'Asia/Kuala_Lumpur'],
  NG: ['NGN', 'Africa/Lagos'],
  NL: ['EUR', 'Europe/Amsterdam'],
  NO: ['NOK', 'Europe/Oslo'],
  NZ: ['NZD', 'Pacific/Auckland'],
  PH: ['PHP', 'Asia/Manila'],
  PL: ['PLN', 'Europe/Warsaw'],
  PT: ['EUR', 'Europe/Lisbon'],
  SE: ['SEK', 'Europe/Stockholm'],
  SG: ['SGD', 'Asia/Singapore'],
  TW: ['TWD', 'Asia/Taipei'],
  US: ['USD', 'America/New_York'],
  ZA: ['ZAR', 'Africa/Johannesburg'],
}

/** Where a reader most likely is, by the language of the page when the browser names no region. */
const home: Readonly<Record<string, string>> = { en: 'US', 'zh-Hans': 'CN', 'zh-Hant': 'TW' }

/** The region of the first language in `Accept-Language` that names one we know. */
function regionIn(acceptLanguage: string): string | undefined {
  for (const [, region] of acceptLanguage.matchAll(/\b[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/gi)) {
    const known = region!.toUpperCase()
    if (known in regions) return known
  }
  return undefined
}

/** The charts by the law of the place: ASC 958 in the United States, the non-profit one in China. */
const chartsOf: Readonly<Record<string, Place['chart']>> = { US: 'asc-958', CN: 'china-npo' }

/** Chart, currency and time zone to suggest to a founder. */
export function suggestedPlace(
  preset: PresetId,
  reader: { readonly language: string; readonly acceptLanguage: string },
): Place {
  const { language, acceptLanguage } = reader
  // Party branches that keep care funds are those of one country.
  const region =
    preset === 'party_branch' ? 'CN' : (regionIn(acceptLanguage) ?? home[language] ?? 'US')
  const [currency, time_zone] = regions[region]!
  return { chart: chartsOf[region] ?? 'general', currency, time_zone }
}

const longestCode = 40

/** A book's code made of an organisation's name; `otherwise` where it has no Latin letters. */
export function suggestedCode(name: string, otherwise: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '')
  return words.slice(0, longestCode).replace(/-+$/, '') || otherwise
}

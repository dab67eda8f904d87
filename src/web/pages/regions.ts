/** The countries whose telephone numbers a file may give without their code. */
import type { Option } from './fields.ts'
import type { Visit } from './visit.ts'

/** ISO 3166-1; a file from elsewhere writes its numbers with the code. */
const regions =
  'CN HK MO TW SG MY JP KR US CA MX BR GB IE DE FR ES IT NL CH AT AU NZ IN PH VN TH ID ZA KE NG'.split(
    ' ',
  )

const ofCurrency: Readonly<Record<string, string>> = {
  CNY: 'CN',
  HKD: 'HK',
  MOP: 'MO',
  TWD: 'TW',
  SGD: 'SG',
  MYR: 'MY',
  JPY: 'JP',
  USD: 'US',
  CAD: 'CA',
  GBP: 'GB',
  AUD: 'AU',
}

/** The country that the organisation's currency speaks of; empty where it is that of several. */
export function usualRegion({ organisation }: Visit): string {
  return ofCurrency[organisation.currency] ?? ''
}

/** The countries to choose from, by their names in the reader's language. */
export function regionOptions({ language }: Visit): Option[] {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  return regions.map((value) => ({ value, label: names.of(value) ?? value }))
}

/**
 * Names of currencies for amounts in words. A table of our own, since the names that a host's Intl
 * knows differ from host to host and an issued statement must come out the same everywhere.
 */

export interface CurrencyNames {
  /**
   * English: one, many, and one and many of the minor unit (absent where ISO 4217 has no decimals).
   */
  readonly en: readonly [one: string, many: string, minorOne?: string, minorMany?: string]
  /**
   * Chinese in simplified and traditional script. `prefixed` names stand before 元角分, as 人民币 does;
   * the others are units themselves, with the minor unit after them.
   */
  readonly hans: readonly [name: string, minor?: string]
  readonly hant: readonly [name: string, minor?: string]
  readonly prefixed?: true
}

const DOLLAR_CENTS = ['cent', 'cents'] as const

/** Names for the currencies that funds are mostly held in; for the rest the ISO code is written. */
export const CURRENCY_NAMES: Readonly<Record<string, CurrencyNames>> = {
  CNY: { en: ['yuan', 'yuan', 'fen', 'fen'], hans: ['人民币'], hant: ['人民幣'], prefixed: true },
  HKD: {
    en: ['Hong Kong dollar', 'Hong Kong dollars', ...DOLLAR_CENTS],
    hans: ['港币'],
    hant: ['港幣'],
    prefixed: true,
  },
  MOP: {
    en: ['Macao pataca', 'Macao patacas', 'avo', 'avos'],
    hans: ['澳门币'],
    hant: ['澳門幣'],
    prefixed: true,
  },
  TWD: {
    en: ['New Taiwan dollar', 'New Taiwan dollars', ...DOLLAR_CENTS],
    hans: ['新台币'],
    hant: ['新臺幣'],
    prefixed: true,
  },
  USD: {
    en: ['US dollar', 'US dollars', ...DOLLAR_CENTS],
    hans: ['美元', '美分'],
    hant: ['美元', '美分'],
  },
  EUR: { en: ['euro', 'euros', ...DOLLAR_CENTS], hans: ['欧元', '欧分'], hant: ['歐元', '歐分'] },
  GBP: {
    en: ['pound sterling', 'pounds sterling', 'penny', 'pence'],
    hans: ['英镑', '便士'],
    hant: ['英鎊', '便士'],
  },
  JPY: { en: ['Japanese yen', 'Japanese yen'], hans: ['日元'], hant: ['日圓'] },
  KRW: { en: ['South Korean won', 'South Korean won'], hans: ['韩元'], hant: ['韓元'] },
  SGD: {
    en: ['Singapore dollar', 'Singapore dollars', ...DOLLAR_CENTS],
    hans: ['新加坡元', '分'],
    hant: ['新加坡元', '分'],
  },
  AUD: {
    en: ['Australian dollar', 'Australian dollars', ...DOLLAR_CENTS],
    hans: ['澳元', '分'],
    hant: ['澳元', '分'],
  },
  CAD: {
    en: ['Canadian dollar', 'Canadian dollars', ...DOLLAR_CENTS],
    hans: ['加元', '分'],
    hant: ['加元', '分'],
  },
  NZD: {
    en: ['New Zealand dollar', 'New Zealand dollars', ...DOLLAR_CENTS],
    hans: ['新西兰元', '分'],
    hant: ['紐西蘭元', '分'],
  },
  CHF: {
    en: ['Swiss franc', 'Swiss francs', 'centime', 'centimes'],
    hans: ['瑞士法郎', '生丁'],
    hant: ['瑞士法郎', '生丁'],
  },
  INR: {
    en: ['Indian rupee', 'Indian rupees', 'paisa', 'paise'],
    hans: ['印度卢比', '派士'],
    hant: ['印度盧比', '派士'],
  },
  KWD: {
    en: ['Kuwaiti dinar', 'Kuwaiti dinars', 'fils', 'fils'],
    hans: ['科威特第纳尔', '费尔斯'],
    hant: ['科威特第納爾', '費爾斯'],
  },
}

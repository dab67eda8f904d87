/**
 * The current currencies of ISO 4217, by the number of decimals of their minor unit: List One of
 * the maintenance agency of 2024-06-25, with what changed since (XCG for ANG in 2025; CUC and BGN
 * withdrawn). Funds codes (BOV, CLF, UYI…), precious metals (XAU…), testing codes and withdrawn
 * currencies are left out on purpose: no one can be paid in them.
 */

export type Exponent = 0 | 2 | 3 | 4

const CODES_BY_EXPONENT: Readonly<Record<Exponent, string>> = {
  0: 'BIF DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF CLP',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
    CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD
    HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK
    MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD
    RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS
    UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'UYW',
}

/** Every current ISO 4217 currency code with the decimals of its minor unit. */
export const EXPONENT_BY_CODE: ReadonlyMap<string, Exponent> = new Map(
  ([0, 2, 3, 4] as const).flatMap((exponent) =>
    CODES_BY_EXPONENT[exponent]
      .trim()
      .split(/\s+/)
      .map((code) => [code, exponent] as const),
  ),
)

/** The presets of pairing and visits: ranks as the measures say them, festivals on their days. */
import days from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { pairingBody } from '../../../src/policies/pairing.ts'
import {
  pairingOfParty,
  visitingOfParty,
  visitingOfUnion,
} from '../../../src/policies/presets/pairing.ts'
import { kindsOfPreset } from '../../../src/policies/presets.ts'
import { visitingBody } from '../../../src/policies/visiting.ts'

/** Month and day of the moon's calendar, by the tables of the package that keeps the holidays. */
const moon: Readonly<Record<string, readonly [number, number]>> = {
  'spring-festival': [1, 1],
  'mid-autumn': [8, 15],
  'double-ninth': [9, 9],
}

describe('[B] presets of pairing and visits', () => {
  test('are bodies as the policies ask for them', () => {
    expect(pairingBody.parse(pairingOfParty)).toEqual(pairingOfParty)
    for (const one of [visitingOfParty, visitingOfUnion])
      expect(visitingBody.parse(one)).toEqual(one)
  })

  test('a leader takes three, the head of a station two, staff and village heads one', () => {
    expect(pairingOfParty.ranks.map(({ most }) => most)).toEqual([3, 2, 1, 1])
  })

  test('festivals of the moon fall on its days from 2025 to 2028', () => {
    const found = [...visitingOfParty.festivals, ...visitingOfUnion.festivals].flatMap(
      ({ code, days: on }) => (moon[code] ? on.map((day) => [code, day] as const) : []),
    )
    expect(found).toHaveLength(20)
    for (const [code, day] of found) {
      const { lunarMon, lunarDay, isLeap } = days.getLunarDate(day)
      expect([day, lunarMon, lunarDay, isLeap]).toEqual([day, ...moon[code]!, false])
    }
  })

  test('each festival has one day in each of four years', () => {
    for (const { days: on } of [...visitingOfParty.festivals, ...visitingOfUnion.festivals]) {
      expect(on.map((day) => day.slice(0, 4))).toEqual(['2025', '2026', '2027', '2028'])
    }
  })

  test('a party branch and a union say something of visits; others keep what is usual', () => {
    const place = { currency: 'CNY', time_zone: 'Asia/Shanghai' }
    expect(kindsOfPreset('party_branch', place)).toEqual(
      expect.arrayContaining(['pairing', 'visiting']),
    )
    expect(kindsOfPreset('trade_union', place)).toContain('visiting')
    expect(kindsOfPreset('trade_union', place)).not.toContain('pairing')
    expect(kindsOfPreset('mutual_aid', place)).not.toContain('visiting')
  })
})

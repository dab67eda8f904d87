/** What a first start suggests, and the link that opens it once. */
import { describe, expect, it } from 'vitest'
import { exampleFunds, suggestedCode, suggestedPlace } from '../../src/access/presets.ts'
import { startLink, startSecret } from '../../src/access/start-link.ts'
import { codeField } from '../../src/book/fields.ts'
import { open as openFund } from '../../src/funds/funds.ts'
import { requireTimeZone } from '../../src/kit/day.ts'
import { exponentOf } from '../../src/kit/money.ts'
import { presetIds } from '../../src/policies/presets.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

describe('a start link', () => {
  it('opens for its secret alone, once, and tells the same form the same', () => {
    const secret = startSecret((bytes) => new Uint8Array(bytes).fill(7))
    expect(secret).toMatch(/^[\w-]{43}$/)
    const link = startLink(secret)
    expect([link.opens(secret), link.opens(`${secret}x`), link.opens('')]).toEqual([
      true,
      false,
      false,
    ])
    expect(link.claim('guess', 'first form')).toBe(false)
    expect(link.claim(secret, 'first form')).toBe(true)
    expect(link.claim(secret, 'first form')).toBe(true)
    expect([link.claim(secret, 'second form'), link.opens(secret)]).toEqual([false, false])
    link.release('second form')
    expect(link.opens(secret)).toBe(false)
    link.release('first form')
    expect(link.claim(secret, 'second form')).toBe(true)
  })

  it('opens nothing once it is not needed any more', () => {
    let needed = true
    const link = startLink('secret', () => needed)
    expect(link.claim('secret', 'a form')).toBe(true)
    needed = false
    expect([link.claim('secret', 'a form'), link.claim('secret', 'another')]).toEqual([true, false])
    link.release('a form')
    expect([link.opens('secret'), link.claim('secret', 'a form')]).toEqual([false, false])
  })
})

describe('what is suggested', () => {
  it.each([
    ['Hillside Mutual Aid', 'hillside-mutual-aid'],
    ['  Öğretmen Dayanışma  ', 'ogretmen-dayan-sma'],
    ['互助会', 'book'],
    ['第3支部', '3'],
    ['--Ünion №7--', 'union-no7'],
    ['A'.repeat(60), 'a'.repeat(40)],
    [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
    ['', 'book'],
  ])('the code of %j is %s', (name, code) => {
    expect(suggestedCode(name, 'book')).toBe(code)
    expect(codeField.safeParse(code).success).toBe(true)
  })

  it.each([
    ['trade_union', 'en', 'de-DE,de;q=0.9', 'general EUR Europe/Berlin'],
    ['trade_union', 'en', 'en', 'asc-958 USD America/New_York'],
    ['trade_union', 'zh-Hans', 'zh-Hans-SG', 'general SGD Asia/Singapore'],
    ['cooperative', 'zh-Hant', 'zh-HK', 'general HKD Asia/Hong_Kong'],
    ['cooperative', 'zh-Hant', '', 'general TWD Asia/Taipei'],
    ['mutual_aid', 'zh-Hans', 'zh', 'china-npo CNY Asia/Shanghai'],
    ['party_branch', 'en', 'en-US', 'china-npo CNY Asia/Shanghai'],
    ['mutual_aid', 'en', 'x-ZZ, *;q=0.1', 'asc-958 USD America/New_York'],
  ] as const)('%s in %s (%s): %s', (preset, language, acceptLanguage, expected) => {
    const { chart, currency, time_zone } = suggestedPlace(preset, { language, acceptLanguage })
    expect([chart, currency, time_zone].join(' ')).toBe(expected)
    expect(exponentOf(currency)).toBeGreaterThanOrEqual(0)
    expect(requireTimeZone(time_zone)).toBe(time_zone)
  })

  it.each(presetIds)('%s: its fund can be opened in any currency', (preset) => {
    const { code, restriction, payout_categories, largest_payout } = exampleFunds[preset]
    for (const currency of ['CNY', 'JPY', 'KWD']) {
      const t = bookForTests({ inMemory: true, currency })
      const policy = {
        payout_categories: payout_categories && [...payout_categories],
        largest_payout: largest_payout[currency] ?? null,
      }
      const fund = { fund: code, name: 'F', restriction, purpose: 'P', policy }
      expect(t.does(openFund, fund).output).toEqual({ fund: code })
      t.close()
    }
  })
})

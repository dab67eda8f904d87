/** What each role is offered: every way that a page shows leads to a page, for whoever is shown it. */
import { describe, expect, it } from 'vitest'
import { roles } from '../../../src/book/registry.ts'
import * as commitments from '../../../src/funds/commitments.ts'
import * as contributions from '../../../src/funds/contributions.ts'
import * as payouts from '../../../src/funds/payouts.ts'
import { give } from '../../../src/funds/receipts.ts'
import * as transfers from '../../../src/funds/transfers.ts'
import * as units from '../../../src/people/unit-commands.ts'
import { issue } from '../../../src/statements/commands.ts'
import { openFund, receive } from '../../funds/scene.ts'
import { type Pages, pagesForTests, type Reader } from './pages-for-tests.ts'

/** One of everything in a unit, with a loan from a fund of the whole organisation. */
async function furnishedPages(): Promise<Pages> {
  const site = await pagesForTests()
  const { t } = site
  t.does(units.add, { unit: 'county', name: 'County', kind: 'branch' })
  openFund(t, 'county', { unit: 'county' })
  const contribution = receive(t, 'county', '500.00')
  const party = 'P-000002'
  t.does(give, { contribution })
  t.does(contributions.pledge, { fund: 'county', source: 'member', party, amount: '5.00' })
  t.does(payouts.pay, { fund: 'county', payee: party, category: 'care_grants', amount: '6.00' })
  t.does(commitments.make, { fund: 'county', kind: 'loans_approved', amount: '7.00' })
  const loan = { from: 'care', to: 'county', terms: 'advance', amount: '8.00' } as const
  t.does(transfers.make, { ...loan, reason: 'Cover' })
  t.does(issue, { fund: 'county', from: '2026-03-01', to: '2026-03-31' })
  return site
}

/** The same page of another thing counts as the same. */
const kindOf = (path: string) => path.replace(/[?].*/, '').replace(/[0-9]+/g, 'N')

/** Follows every way from the first page on, one of each kind; what is not a page that opens. */
async function shutFor(site: Pages, reader: Reader): Promise<{ kinds: number; shut: string[] }> {
  const seen = new Set<string>()
  const todo = ['']
  const shut: string[] = []
  for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
    const { status, html } = await site.get(path, reader)
    if (status !== 200 && status !== 303) shut.push(`${status} ${path}`)
    for (const [, href = ''] of html.matchAll(/<a[^>]*\shref="([^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&')
      if (!next.startsWith('/b/relief') || next.includes('/api/')) continue
      if (seen.has(kindOf(next))) continue
      seen.add(kindOf(next))
      todo.push(next.slice('/b/relief'.length))
    }
  }
  return { kinds: seen.size, shut }
}

const furnished = furnishedPages()

describe.each(roles)('%s', async (role) => {
  it.each([undefined, 'county'])('[A3] is led to no page that is shut: %s', async (unit) => {
    const site = await furnished
    const reader: Reader = unit === undefined ? { role } : { role, unit }
    const { kinds, shut } = await shutFor(site, reader)
    expect(shut).toEqual([])
    expect(kinds).toBeGreaterThan(1)
  })
})

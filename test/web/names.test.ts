import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { siteForTests } from './site.ts'

const rare = readFileSync(new URL('../data/level3_rare_characters.tsv', import.meta.url), 'utf8')
const rareNames = rare
  .split('\n')
  .slice(1)
  .flatMap((line) => [...line].filter((character) => /\p{Script=Han}/u.test(character)).slice(0, 1))

const names = [
  'Zoë 👩🏽‍🚒 Łuczak 🇵🇹',
  'محمد بن سلمان',
  'שרה \u202Eלוי\u202C',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=cmd()',
  '+1+1',
  '@SUM(A1)',
  '-2+3',
  'a\tb',
  "Robert'); DROP TABLE party;--",
  '𠮷田 㐂',
  'e\u0301 is not \u00e9',
  `张${rareNames.slice(0, 40).join('')}`,
]

test('[N1] names are kept exactly as given, and come back so to who may read them', async () => {
  const site = await siteForTests()
  for (const name of names) {
    const made = await site.json('POST /parties', { body: { kind: 'vendor', name } })
    expect(`${name}: ${made.status}`).toBe(`${name}: 201`)
    const shown = await site.json(`GET /parties/${made.body.party}`, { as: 'reader' })
    expect(shown.body.name).toBe(name)
  }
})

test('[N2] persons are masked for those who may not read names', async () => {
  const site = await siteForTests()
  for (const name of names) {
    const made = await site.json('POST /parties', { body: { kind: 'person', name } })
    const shown = await site.json(`GET /parties/${made.body.party}`, { as: 'fund_administrator' })
    expect(shown.body.name).not.toBe(name)
    expect((await site.json(`GET /parties/${made.body.party}`, { as: 'reader' })).body.name).toBe(
      name,
    )
  }
})

test('[N3] a name with control characters, blank or without end is refused', async () => {
  const site = await siteForTests()
  for (const name of ['', '   ', 'a\u0000b', 'a\u001bb', 'x'.repeat(501)]) {
    const problem = await site.refused('POST /parties', { body: { kind: 'vendor', name } })
    expect(problem.code).toBe('input.invalid')
  }
})

test('[N4] on a page a name is escaped, in a table for spreadsheets it is not run', async () => {
  const site = await siteForTests()
  for (const name of ['<script>alert(1)</script>', '=cmd()']) {
    const payee = { kind: 'vendor', name }
    const body = { payee, category: 'care_grants', amount: '1.00' }
    await site.call('POST /funds/care/payouts', { body })
  }
  const query = '?from=2026-03-01&to=2026-03-31&edition=named'
  const as = { as: 'reader' } as const
  const page = await site.call(`GET /funds/care/statement-preview.html${query}`, as)
  const html = await page.text()
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toContain('<script')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  const csv = await (await site.call(`GET /funds/care/statement-preview.csv${query}`, as)).text()
  expect(csv).toContain("'=cmd()")
  expect(csv).not.toMatch(/(^|,|")=cmd/m)
})

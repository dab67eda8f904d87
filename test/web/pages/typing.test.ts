/** What scripts ask while somebody types, and the page of shortcuts. */
import { expect, test } from 'vitest'
import { pagesForTests } from './pages-for-tests.ts'

test('an amount is told in words as it is typed, in the reader’s language and the fund’s currency', async () => {
  const site = await pagesForTests()
  const words = async (query: string, language: 'en' | 'zh-Hans' = 'en') =>
    (await site.get(`/words?${query}`, { language })).html
  expect(await words('amount=1,234.50&currency=CNY')).toMatch(/^one thousand two hundred/i)
  expect(await words('amount=1234.5&fund=care', 'zh-Hans')).toBe('人民币壹仟贰佰叁拾肆元伍角整')
  expect(await words('amount=1.2万&fund=care', 'zh-Hans')).toBe('人民币壹万贰仟元整')
  for (const none of ['', '1,00', 'x', '-1', '0.001', '9'.repeat(70)]) {
    expect(await words(`amount=${none}&currency=CNY`)).toBe('')
  }
  const stranger = await site.fetch(new Request('http://localhost/b/relief/words?amount=1'))
  expect(stranger.status).toBe(303)
})

test('names are suggested to who may read them, with the reference that the field takes', async () => {
  const site = await pagesForTests()
  const named = await site.get('/people/suggestions?q=Xiao')
  expect(named.html).toContain('<option value="P-000001 · Zhang Xiaoming">')
  const masked = await site.get('/people/suggestions?q=Xiao', { readsNames: false })
  expect(masked.html).not.toContain('Xiaoming')
  expect((await site.get('/people/suggestions?q=%20')).html).toContain('<datalist></datalist>')
})

test('the shortcuts are listed in three languages', async () => {
  const site = await pagesForTests()
  for (const [language, word] of [
    ['en', 'Go to Funds'],
    ['zh-Hans', '基金'],
    ['zh-Hant', '基金'],
  ] as const) {
    const { status, html } = await site.get('/shortcuts', { language })
    expect(status).toBe(200)
    expect(html).toContain(word)
  }
})

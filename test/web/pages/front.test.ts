/** What anyone sees of a host: its front page and the gallery of parts. */
import { describe, expect, it } from 'vitest'
import { siteForTests } from '../site.ts'

const origin = 'http://localhost'

async function asked(path: string, headers: Record<string, string> = {}) {
  const site = await siteForTests()
  const answer = await site.fetch(new Request(origin + path, { headers }))
  return { answer, html: await answer.text() }
}

describe('the front page', () => {
  it.each([
    ['en-GB,en', 'en', 'Care Ledger'],
    ['zh-CN', 'zh-Hans', '互助账簿'],
    ['zh-TW', 'zh-Hant', '互助帳簿'],
  ])('speaks the language of %s, and names no book', async (accepted, language, product) => {
    const { answer, html } = await asked('/', { 'accept-language': accepted })
    expect(answer.status).toBe(200)
    expect(html).toContain(`<html lang="${language}"`)
    expect(html).toContain(`<h1>${product}</h1>`)
    expect(html).not.toMatch(/relief|Riverside/)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  it.each([
    ['relief', '/b/relief/sign-in'],
    [' Relief ', '/b/relief/sign-in'],
    ['not-there', '/b/not-there/sign-in'],
  ])('leads from %j to the page for signing in', async (book, location) => {
    const { answer } = await asked(`/?book=${encodeURIComponent(book)}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, location])
  })

  it.each(['', '../etc', '<script>alert(1)</script>', '//evil.example', 'a'.repeat(41), '🙂'])(
    'keeps %j in its field and says what a short name is',
    async (book) => {
      const { answer, html } = await asked(`/?book=${encodeURIComponent(book)}`)
      expect(answer.status).toBe(422)
      expect(html).toContain('href="#field-book"')
      expect(html).not.toContain('<script>alert')
      if (/^[\w./]+$/.test(book)) expect(html).toContain(`value="${book}"`)
    },
  )
})

describe('the gallery', () => {
  it('shows itself in the language and the appearance that the address names', async () => {
    const { answer, html } = await asked('/parts?language=zh-Hant&theme=dark')
    expect(answer.status).toBe(200)
    expect(html).toContain('<html lang="zh-Hant" data-theme="dark"')
    expect(html).toContain('/parts?language=en&amp;theme=dark')
  })

  it('passes over what is no language and no appearance', async () => {
    const { html } = await asked('/parts?language=fr&theme=%22%3E%3Cscript%3E')
    expect(html).toContain('<html lang="en">')
    expect(html).not.toContain('"><script>')
  })
})

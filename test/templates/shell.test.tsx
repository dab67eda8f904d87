/** What surrounds a page on the screen, and on paper. */
import { describe, expect, it } from 'vitest'
import { messages } from '../../templates/messages/messages.ts'
import type { Content } from '../../templates/parts/content.ts'
import { PageHeader } from '../../templates/parts/page-header.tsx'
import { PrintHead, SignatureLines } from '../../templates/parts/print.tsx'
import { Shell } from '../../templates/parts/shell.tsx'

const language = 'en'

/** HTML, and the text that is left without its tags. */
function html(part: Content): string {
  return String(part)
}

function text(part: Content): string {
  return html(part)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('[look 11] paper', () => {
  it('has a head and lines to sign on', () => {
    const head = (
      <PrintHead
        language="zh-Hans"
        organisation="会"
        subject="基金"
        instant="2026-01-02T00:00:00Z"
        timeZone="UTC"
      />
    )
    expect(text(head)).toBe('会 · 基金 打印时间：2026年1月2日 00:00')
    expect(text(<SignatureLines language={language} signers={['Prepared by']} />)).toBe(
      'Prepared by · Date',
    )
  })
})

describe('the shell', () => {
  const shell = {
    t: messages.en,
    language,
    theme: 'dark',
    title: 'Funds · Hillside',
    assets: { letters: '/assets/letters.woff2', stylesheets: ['/a.css'], scripts: [] },
    organisation: 'Hillside <Care>',
    home: '/b/h',
    navigation: [{ href: '/b/h/funds', label: 'Funds', current: true, count: 1200 }],
    preferences: { action: '/b/h/preferences', back: '/b/h/funds?q="x"' },
  } as const
  const user = {
    name: 'Li',
    role: 'Owner',
    signOut: '/b/h/sign-out',
    links: [{ href: '/me', label: 'Password' }],
  }

  it('frames a page for a reader', () => {
    const page = html(
      <Shell {...shell} user={user} search="/b/h/search" refresh={5}>
        Text
      </Shell>,
    )
    expect(page).toMatch(/^<html lang="en" data-theme="dark">/)
    expect(page).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>')
    expect(page).toContain('<a class="skip" href="#main">')
    expect(page).toContain(
      '<a href="/b/h/funds" aria-current="page">Funds<span class="navigation-count">1,200</span></a>',
    )
    expect(page).toContain('name="back" value="/b/h/funds?q=&quot;x&quot;"')
    expect(page).toContain('Hillside &lt;Care&gt;')
    expect(page).toContain('<form method="post" action="/b/h/sign-out"')
    expect(page).toContain('<main class="main" id="main" tabindex="-1">Text</main>')
  })

  it('stands in one column without a navigation, and still offers the languages', () => {
    const page = html(
      <Shell {...shell} theme="auto" navigation={[]}>
        Text
      </Shell>,
    )
    expect(page).toMatch(/^<html lang="en"><head>/)
    expect(page).toContain('plain-main')
    expect(page).not.toContain('<nav')
    expect(page).toContain('value="zh-Hant" lang="zh-Hant">繁體中文')
  })

  it('heads a page with where it is', () => {
    const header = (
      <PageHeader
        language={language}
        title="Care"
        caption="Fund"
        lead="For hardship."
        breadcrumbs={[{ href: '/f', label: 'Funds' }]}
      />
    )
    expect(text(header)).toBe('Funds Fund Care For hardship.')
  })
})

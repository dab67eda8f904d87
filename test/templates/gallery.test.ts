import { describe, expect, it } from 'vitest'
import { Gallery } from '../../templates/pages/gallery.tsx'
import { samples } from '../../templates/pages/gallery-samples.ts'
import type { PageLanguage } from '../../templates/parts/format.ts'

const languages: readonly PageLanguage[] = ['en', 'zh-Hans', 'zh-Hant']

function drawn(language: PageLanguage): string {
  return String(
    Gallery({
      language,
      theme: 'auto',
      assets: {
        letters: '/assets/letters.woff2',
        stylesheets: ['/assets/look.css'],
        scripts: ['/assets/enhance.js'],
      },
      languages: languages.map((one) => ({ language: one, href: `/parts?language=${one}` })),
      preferences: { action: '/preferences', back: '/parts' },
    }),
  )
}

describe.each(languages)('[look 12] the gallery in %s', (language) => {
  const page = drawn(language)

  it('is one whole document in that language', () => {
    expect(page.startsWith(`<html lang="${language}">`)).toBe(true)
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect(page).toContain('<link rel="stylesheet" href="/assets/look.css"/>')
    expect(page).toContain('<script type="module" src="/assets/enhance.js">')
    for (const one of languages) expect(page).toContain(`href="/parts?language=${one}"`)
  })

  it('escapes what people type', () => {
    expect(page).not.toContain('<script>alert')
    expect(page).toContain('&lt;script&gt;alert(&quot;paid&quot;)&lt;/script&gt;')
  })

  it('has no script and no style in the page, which its policy would refuse', () => {
    expect(page).not.toMatch(/ style="|<style| on\w+="|javascript:/)
  })

  it('gives no two elements one id, and every reference finds its own', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
    const twice = ids.filter((id, position) => ids.indexOf(id) !== position)
    // The two appearances each show a summary of errors, of which a page has one.
    expect(new Set(twice)).toEqual(new Set(['error-summary-title']))
    const referred = [
      ...page.matchAll(/ (?:for|aria-labelledby|popovertarget|list)="([^"]+)"/g),
      ...[...page.matchAll(/ aria-describedby="([^"]+)"/g)].flatMap(([, all]) =>
        all!.split(' ').map((one) => ['', one]),
      ),
    ].map(([, id]) => id!)
    expect(referred.length).toBeGreaterThan(50)
    expect(referred.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('labels every control', () => {
    const labelled = new Set([...page.matchAll(/<label[^>]* for="([^"]+)"/g)].map(([, id]) => id))
    const controls = [...page.matchAll(/<(?:input|select|textarea)\b([^>]*)>/g)]
      .map(([, attributes]) => attributes!)
      .filter((attributes) => !attributes.includes('type="hidden"'))
    const unlabelled = controls.filter((one) => !labelled.has(/ id="([^"]+)"/.exec(one)?.[1]))
    expect(controls.length).toBeGreaterThan(20)
    expect(unlabelled).toEqual([])
  })

  it('speaks that language', () => {
    expect(page).toContain(samples[language].sentence)
    expect(page).not.toContain('undefined')
    expect(page).not.toContain('[object')
  })
})

/** Forms of policies for tests: where they are, and what a browser would send of them as they are shown. */
import { adoptPreset } from '../../../src/access/policies.ts'
import type { PresetId } from '../../../src/policies/presets.ts'
import { type Pages, pagesForTests } from './pages-for-tests.ts'

export function newForm(kind: string): string {
  if (kind === 'workflows') return '/settings/policies/workflows/one-off/new'
  return `/settings/policies/${kind}${kind === 'calendar' ? '/2026' : ''}/new`
}

export function unescaped(text: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }
  return text.replace(/&(#?\w+);/g, (_, name: string) => entities[name] ?? '')
}

/** What a browser would send of a form as it is shown: each control in its order. */
export function asShown(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('<form', html.indexOf('<main')), html.indexOf('</main>'))
  const sent = new Map<string, string>()
  const add = (name: string, value: string) => {
    const earlier = sent.get(name)
    sent.set(name, earlier === undefined ? unescaped(value) : `${earlier}\n${unescaped(value)}`)
  }
  const controls =
    /<input([^>]*?)\/?>|<select([^>]*)>(.*?)<\/select>|<textarea([^>]*)>(.*?)<\/textarea>/gs
  for (const [, input, select, options, area, text] of form.matchAll(controls)) {
    const name = / name="([^"]*)"/.exec(input ?? select ?? area ?? '')?.[1]
    if (name === undefined) continue
    if (input !== undefined) {
      const isChoice = /type="(checkbox|radio)"/.test(input)
      if (isChoice && !/ checked/.test(input)) continue
      add(name, / value="([^"]*)"/.exec(input)?.[1] ?? '')
    } else if (select !== undefined) {
      add(name, /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? '')
    } else add(name, text!)
  }
  return Object.fromEntries(sent)
}

export async function opened(preset: PresetId): Promise<Pages> {
  const site = await pagesForTests()
  site.t.does(adoptPreset, { preset })
  return site
}

/** What the form of a workflow sends of its steps. */
export function onlySteps(...kinds: string[]): Record<string, string> {
  return {
    steps_number: kinds.map((_, at) => String(at + 1)).join('\n'),
    steps_kind: kinds.join('\n'),
    steps_level: '',
    steps_after_months: '',
  }
}

/** Workflows on their page: drawn, changed by themselves; every name of a preset in each language. */
import { describe, expect, it } from 'vitest'
import { adoptPreset, put } from '../../../src/access/policies.ts'
import { show } from '../../../src/access/policy-queries.ts'
import { presetIds, presetPolicies } from '../../../src/policies/presets.ts'
import { standardsMeant } from '../../../src/web/pages/policy-casework.ts'
import { messages } from '../../../templates/messages/messages.ts'
import { formIn, pagesForTests } from './pages-for-tests.ts'
import { asShown, onlySteps, opened, unescaped } from './policy-forms-for-tests.ts'

const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
const subsistence = { name: 'Subsistence', currency: 'CNY', amount: '8400.00' }

describe('a workflow', () => {
  const drawn = (html: string) => {
    const rows = [...html.matchAll(/<ol class="flow" aria-label="([^"]*)">(.*?)<\/ol>/gs)]
    return rows.map(([, label, steps]) => [
      unescaped(label!),
      ...[...steps!.matchAll(/flow-title">([^<]*)</g)].map(([, title]) => title),
    ])
  }

  it.each(languages)('is drawn as a row of steps, in %s', async (language) => {
    const site = await opened('cooperative')
    const { html } = await site.get('/settings/policies/workflows', { language })
    expect(drawn(html)[1]).toEqual(
      {
        en: [
          'The steps of “Festival visits”',
          'Verification',
          'Deliberation',
          'Approval',
          'Payment',
        ],
        'zh-Hans': ['“节日慰问”的步骤', '支部核实', '评议', '审批', '发放'],
        'zh-Hant': ['「節日慰問」的步驟', '支部核實', '評議', '審批', '發放'],
      }[language],
    )
    expect(html).toContain('href="/b/relief/settings/policies/workflows/festival/new"')
    const auditor = await site.get('/settings/policies/workflows', { language, role: 'auditor' })
    expect(auditor.html).not.toContain('/new')
  })

  it('has a step put in between by its number, and the others stay as they are', async () => {
    const site = await opened('cooperative')
    const path = '/settings/policies/workflows/festival/new'
    const shown = asShown((await site.get(path)).html)
    const given = {
      ...shown,
      ...onlySteps('verify', 'deliberate', 'approve', 'pay', 'notice'),
      steps_number: '1\n2\n3\n4\n2',
      steps_level: '\n\n\n\nunit',
    }
    const check = await site.send(path, given)
    expect(check.html).toContain(
      'Festival visits: Verification → Deliberation → Public notice (in the unit itself) → Approval → Payment.',
    )
    await site.send(path, { ...formIn(check.html), step: 'post' })
    const { workflows } = site.t.asks(show, { kind: 'workflows' }).body as {
      workflows: { code: string; steps: { kind: string }[] }[]
    }
    expect(workflows.map(({ code }) => code)).toEqual([
      'one-off',
      'festival',
      'allowance',
      'medical',
    ])
    expect(workflows[1]!.steps.map(({ kind }) => kind)).toEqual([
      'verify',
      'deliberate',
      'notice',
      'approve',
      'pay',
    ])
  })

  it('is added, and taken away when it is left without a step', async () => {
    const site = await pagesForTests()
    const path = '/settings/policies/workflows/new'
    const shown = asShown((await site.get(path)).html)
    const added = { ...shown, code: 'short', name: '<i>', ...onlySteps('approve', 'pay') }
    const check = await site.send(path, added)
    await site.send(path, { ...formIn(check.html), step: 'post' })
    const { html } = await site.get('/settings/policies/workflows')
    expect(drawn(html).map(([label]) => label)).toEqual([
      'The steps of “Standard”',
      'The steps of “<i>”',
    ])
    const away = '/settings/policies/workflows/standard/new'
    const last = await site.send(away, { ...asShown((await site.get(away)).html), ...onlySteps() })
    await site.send(away, { ...formIn(last.html), step: 'post' })
    expect(site.t.asks(show, { kind: 'workflows' }).body).toMatchObject({
      workflows: [{ code: 'short' }],
    })
  })
})

it.each(presetIds)('every name in the preset %s has words in each language', (preset) => {
  const said = presetPolicies(preset, { currency: 'CNY', time_zone: 'Asia/Shanghai' })
  const known = messages['zh-Hans'].casework
  for (const { name, steps } of said.workflows.workflows) {
    expect(Object.keys(known.workflow_name_known)).toContain(name)
    for (const { name: check } of steps.flatMap((step) =>
      step.kind === 'checks' ? step.checks : [],
    )) {
      expect(Object.keys(known.check_name_known)).toContain(check)
    }
  }
  for (const standard of standardsMeant(said.caps)) {
    expect(Object.keys(known.standard_known)).toContain(standard)
  }
})

it('a standard that caps speak of and nobody has given is asked for', async () => {
  const site = await pagesForTests()
  site.t.does(adoptPreset, { preset: 'trade_union' })
  const { html } = await site.get('/settings/policies/standards')
  expect(html).toContain('Local subsistence allowance a year: still to be filled in.')
  const form = await site.get('/settings/policies/standards/new')
  expect(form.html).toContain('Caps speak of: Local subsistence allowance a year')
  const name = 'Local subsistence allowance a year'
  site.t.does(put, { kind: 'standards', body: { standards: [{ ...subsistence, name }] } })
  const after = await site.get('/settings/policies/standards')
  expect(after.html).not.toContain('Local subsistence allowance a year: still')
  expect(after.html).toContain('Basic living costs a month: still to be filled in.')
})

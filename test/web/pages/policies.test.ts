/** Pages of policies: told in sentences, changed by forms that give back what they were given, dated. */
import { describe, expect, it } from 'vitest'
import { adoptPreset, put } from '../../../src/access/policies.ts'
import { history, show } from '../../../src/access/policy-queries.ts'
import { policyKinds } from '../../../src/policies/kinds.ts'
import { presetIds, presetPolicies } from '../../../src/policies/presets.ts'
import { standardsMeant } from '../../../src/web/pages/policy-casework.ts'
import { messages } from '../../../templates/messages/messages.ts'
import { formIn, type Pages, pagesForTests } from './pages-for-tests.ts'

const subsistence = { name: 'Subsistence', currency: 'CNY', amount: '8400.00' }
const languages = ['en', 'zh-Hans', 'zh-Hant'] as const

function newForm(kind: string): string {
  if (kind === 'workflows') return '/settings/policies/workflows/one-off/new'
  return `/settings/policies/${kind}${kind === 'calendar' ? '/2026' : ''}/new`
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }
  return text.replace(/&(#?\w+);/g, (_, name: string) => entities[name] ?? '')
}

/** What a browser would send of a form as it is shown: each control in its order. */
function asShown(html: string): Record<string, string> {
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

async function opened(preset: 'party_branch' | 'employer_relief' | 'cooperative'): Promise<Pages> {
  const site = await pagesForTests()
  site.t.does(adoptPreset, { preset })
  return site
}

/** What the form of a workflow sends of its steps. */
function onlySteps(...kinds: string[]): Record<string, string> {
  return {
    steps_number: kinds.map((_, at) => String(at + 1)).join('\n'),
    steps_kind: kinds.join('\n'),
    steps_level: '',
    steps_after_months: '',
  }
}

describe('what holds is told in sentences', () => {
  it.each(languages)('on one page, in %s, without a code of the house', async (language) => {
    const site = await opened('party_branch')
    const { status, html } = await site.get('/settings/policies', { language })
    expect(status).toBe(200)
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    const text = main.replace(/<[^>]*>/g, ' ')
    expect(text).not.toMatch(/undefined|\[object|NaN|\b[a-z]+_[a-z_]+\b/)
    const sentence = {
      en: 'In the unit itself: 5 working days of notice.',
      'zh-Hans': '本单位公示5个工作日，张贴当日不计算在内。',
      'zh-Hant': '本單位公示5個工作日，張貼當日不計算在內。',
    }[language]
    expect(text).toContain(sentence)
    for (const kind of policyKinds) expect(html).toContain(`/settings/policies/${kind}"`)
  })

  it('of each kind on a page of its own, for whoever looks around the office', async () => {
    const site = await opened('cooperative')
    for (const kind of policyKinds) {
      const auditor = await site.get(`/settings/policies/${kind}`, { role: 'auditor' })
      expect([kind, auditor.status]).toEqual([kind, 200])
      expect(auditor.html).not.toContain(newForm(kind))
      expect((await site.get(newForm(kind), { role: 'auditor' })).status).toBe(403)
    }
    expect((await site.get('/settings/policies', { role: 'member' })).status).toBe(403)
    expect((await site.get('/settings/policies/nothing')).status).toBe(404)
  })

  it('the settings lead there', async () => {
    const site = await pagesForTests()
    expect((await site.get('/settings')).html).toContain('href="/b/relief/settings/policies"')
  })
})

describe('a form of a policy', () => {
  it.each(policyKinds.flatMap((kind) => languages.map((language) => [kind, language] as const)))(
    '%s in %s gives back what holds, to the letter: policy.unchanged',
    async (kind, language) => {
      const site = await opened(kind === 'masks' ? 'employer_relief' : 'party_branch')
      // No preset knows what a public body has set.
      if (kind === 'standards') site.t.does(put, { kind, body: { standards: [subsistence] } })
      const form = await site.get(newForm(kind), { language })
      expect(form.status).toBe(200)
      const refused = await site.send(newForm(kind), asShown(form.html), { language })
      expect([refused.status, refused.html.includes('notice-refusal')]).toEqual([409, true])
      expect(site.t.asks(history, { kind }).versions).toHaveLength(1)
    },
  )

  it('says on the page of answers what will change from which day, and is recorded once', async () => {
    const site = await opened('party_branch')
    const path = newForm('notice')
    const shown = asShown((await site.get(path)).html)
    const given = {
      ...shown,
      stages_days: '7\n',
      effective_from: '2026-05-01',
      reason: '<b>Rule 8',
    }
    const check = await site.send(path, given)
    expect(check.status).toBe(200)
    expect(check.html).toContain('From 1 May 2026 it says')
    expect(check.html).toContain('7 working days of notice')
    expect(check.html).toContain('It no longer says')
    expect(check.html).toContain('5 working days of notice')
    const sent = { ...formIn(check.html), step: 'post' }
    const done = await site.send(path, sent)
    const again = await site.send(path, sent)
    expect([done.status, again.location]).toEqual([303, done.location])
    const page = await site.get(done.location!.replace('/b/relief', ''))
    expect(page.html).toContain('The new version is on record.')
    expect(page.html).toContain('&lt;b&gt;Rule 8')
    expect(site.t.asks(show, { kind: 'notice' }).body).toMatchObject({ stages: [{ days: 5 }] })
    const masked = await site.get('/settings/policies/notice', { readsNames: false })
    expect(masked.html).not.toContain('Rule 8')
    expect(masked.html).toContain('Another version comes into force')
  })

  it('asks for more rows without a script, and loses nothing of what was typed', async () => {
    const site = await opened('party_branch')
    const path = newForm('tiers')
    const shown = asShown((await site.get(path)).html)
    const typed = {
      ...shown,
      tiers_currency: '\nCNY\n\nCNY',
      tiers_above: '\n10\n\n１,000',
      tiers_decided_by: '\napprover\n\ncommittee',
    }
    const more = await site.send(path, { ...typed, step: 'change:tiers' })
    expect(asShown(more.html)).toMatchObject({ tiers_above: '10\n１,000\n\n' })
    const check = await site.send(path, typed)
    await site.send(path, { ...formIn(check.html), step: 'post' })
    expect(site.t.asks(show, { kind: 'tiers' }).body).toEqual({
      tiers: [
        { currency: 'CNY', above: '10.00', decided_by: 'approver' },
        { currency: 'CNY', above: '1000.00', decided_by: 'committee' },
      ],
    })
  })

  it.each([
    ['duties', { emergency_others: '1' }, 'field-emergency_others', 'not below 2'],
    ['duties', { not_the_same: '' }, 'field-not_the_same', 'Write something here'],
    ['duties', { not_the_same: 'entered_paid' }, 'field-not_the_same', 'The first two hold'],
    ['notice', { stages_days: '0\n' }, 'field-stages', 'Row 1, Days: Write a number not below 1'],
    ['notice', { stages_days: '-1\n' }, 'field-stages', 'Row 1, Days: Write a whole number'],
    ['notice', { stages_days: '\n' }, 'field-stages', 'Row 1, Days: Write something here'],
    ['notice', { stages_level: 'zz\n' }, 'field-stages', 'Row 1, Level: Choose one'],
    ['tiers', { tiers_above: '1,00\n5\n' }, 'field-tiers', 'can be read in two ways'],
    ['tiers', { tiers_above: '=cmd()\n5\n' }, 'field-tiers', 'Row 1, Above: Write an amount'],
    ['committee', { quorum_share: '3/2' }, 'field-quorum_share', 'not above the whole'],
    ['committee', { quorum_members: '99999999999999999999' }, 'field-quorum_members', 'whole'],
    [
      'workflows',
      { steps_kind: 'verify\nverify\npay' },
      'field-steps',
      'Row 4, Step: Write something',
    ],
    ['workflows', onlySteps('verify', 'pay'), 'field-steps', 'There is one step of approval.'],
    ['workflows', onlySteps('pay', 'approve'), 'field-steps', 'come after the approval'],
    ['workflows', onlySteps('notice', 'approve', 'pay'), 'field-steps', 'Row 1, Notice: where'],
    ['workflows', onlySteps('approve', 'pay', 'revisit'), 'field-steps', 'Row 3, Visit after'],
    ['workflows', { code: 'No 1' }, 'field-code', 'small letters'],
    ['workflows', { name: '' }, 'field-name', 'Write something here'],
    ['workflows', { checks_code: 'a\na', checks_name: 'A\nB' }, 'field-steps', 'The same code'],
    ['workflows', { decide_within_days: '0' }, 'field-decide_within_days', 'not below 1'],
    ['causes', { causes_code: 'eld', causes_en: 'A' }, 'field-causes', 'In Simplified Chinese'],
    [
      'standards',
      { standards_name: 'A', standards_currency: 'CNY', standards_amount: '-1' },
      'field-standards',
      'Row 1, Amount',
    ],
    ['payments', { unusual_percent: '100' }, 'field-unusual_percent', 'not below 101'],
    ['payments', { grades_grade: 'blue' }, 'field-grades', 'One bank account for two people'],
    ['retention', { donor_years: '0' }, 'field-donor_years', 'not below 1'],
    ['sign_in', { session_hours: '😀' }, 'field-session_hours', 'whole number'],
    [
      'calendar',
      { holidays_day: '\n2026-02-30', holidays_name: '\nA' },
      'field-holidays',
      'Row 1, Day:',
    ],
    ['notice', { effective_from: '2026-01-01' }, 'field-effective_from', 'in force already'],
  ])('%s %o is refused at its question', async (kind, given, field, says) => {
    const site = await opened('party_branch')
    const shown = asShown((await site.get(newForm(kind))).html)
    const refused = await site.send(newForm(kind), { ...shown, ...given })
    expect(refused.status).toBeGreaterThanOrEqual(409)
    expect(refused.html).toContain(`href="#${field}"`)
    expect(refused.html).toContain(`id="${field}"`)
    expect(refused.html).toContain(says)
  })

  it('of a calendar changes the days of one year and keeps those of the others', async () => {
    const site = await opened('party_branch')
    const path = '/settings/policies/calendar/2027/new'
    const shown = asShown((await site.get(path)).html)
    expect(shown.holidays_day).toBe('\n\n')
    const given = { ...shown, holidays_day: '2027-01-01\n\n', holidays_name: 'New Year\n\n' }
    const check = await site.send(path, given)
    expect(check.status).toBe(200)
    await site.send(path, { ...formIn(check.html), step: 'post' })
    const { holidays } = site.t.asks(show, { kind: 'calendar' }).body as { holidays: object[] }
    expect(holidays.at(-1)).toEqual({ day: '2027-01-01', name: 'New Year' })
    expect(holidays.length).toBeGreaterThan(300)
  })
})

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

describe('a preset', () => {
  it('is adopted after a look at what it says, and its kinds are named', async () => {
    const site = await pagesForTests()
    const path = '/settings/policies/preset'
    const { key } = formIn((await site.get(path)).html)
    const check = await site.send(path, {
      key: key!,
      preset: 'party_branch',
      kinds: 'notice\ntiers',
    })
    expect(check.html).toContain('5 working days of notice')
    const done = await site.send(path, { ...formIn(check.html), step: 'post' })
    expect(done.location).toBe('/b/relief/settings/policies?done=adopt')
    const page = await site.get('/settings/policies?done=adopt')
    expect(page.html).toContain('The preset adopted last is “Party branch”.')
    expect(page.html).toContain('Differs from the preset')
  })
})

describe('the calendar', () => {
  it.each([
    ['en', 'February 2026', 'Spring Festival', 'Worked'],
    ['zh-Hans', '2026年2月', '春节', '上班'],
    ['zh-Hant', '2026年2月', '春節', '上班'],
  ] as const)('shows a month in %s', async (language, month, festival, worked) => {
    const site = await opened('party_branch')
    const { html } = await site.get('/settings/policies/calendar?month=2026-02', { language })
    for (const text of [month, festival, worked]) expect(html).toContain(text)
    expect(html.match(/month-worked/g)).toHaveLength(2)
    expect(html.match(/month-holiday/g)).toHaveLength(9)
    expect(html).toContain('month=2026-01')
    expect(html).toContain('month=2026-03')
  })

  it('goes no further than days go, and takes any other month for that of today', async () => {
    const site = await opened('party_branch')
    const first = await site.get('/settings/policies/calendar?month=1900-01')
    expect(first.html).not.toContain('month=1899-12')
    const junk = await site.get('/settings/policies/calendar?month=%3Cscript%3E')
    expect(junk.html).toContain('March 2026')
    const unknown = await site.get('/settings/policies/calendar?month=2031-05')
    expect(unknown.html).toContain('No holiday of 2031 is known yet')
  })
})

it('policy.unknown: a version that is none has no page', async () => {
  const site = await opened('cooperative')
  site.t.does(put, { kind: 'notice', body: { stages: [] } })
  expect((await site.get('/settings/policies/versions/999')).status).toBe(404)
  const { versions } = site.t.asks(history, { kind: 'notice' })
  const page = await site.get(`/settings/policies/versions/${versions[0]!.version}`)
  expect(page.html).toContain('Nothing is put on public notice.')
  expect(page.html).toContain('7 days of notice')
})

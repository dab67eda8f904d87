/** Pages of policies: told in sentences, changed by forms that give back what they were given, dated. */
import { describe, expect, it } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import { history, show } from '../../../src/access/policy-queries.ts'
import { policyKinds } from '../../../src/policies/kinds.ts'
import { formIn, pagesForTests } from './pages-for-tests.ts'
import { asShown, newForm, onlySteps, opened } from './policy-forms-for-tests.ts'

const subsistence = { name: 'Subsistence', currency: 'CNY', amount: '8400.00' }
const languages = ['en', 'zh-Hans', 'zh-Hant'] as const

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

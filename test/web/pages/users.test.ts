/** A user's page, the forms that give and take roles, invitations, and who may do what. */
import { describe, expect, it } from 'vitest'
import * as units from '../../../src/people/unit-commands.ts'
import { registry } from '../../../src/registry.ts'
import { permissionRooms } from '../../../src/web/pages/permissions.tsx'
import { permissionsOf } from '../../../src/web/permissions.ts'
import { actIn } from '../../../templates/messages/audit-words.ts'
import { messages } from '../../../templates/messages/messages.ts'
import { formIn, type Pages, pagesForTests } from './pages-for-tests.ts'

const languages = ['en', 'zh-Hans', 'zh-Hant'] as const

async function countyPages(): Promise<Pages> {
  const site = await pagesForTests()
  site.t.does(units.add, { unit: 'county', name: 'Riverbend County', kind: 'branch' })
  site.t.does(units.add, { unit: 'city', name: 'Lakeside City', kind: 'branch' })
  // Readers become users when they first come: the owner of all, one of the county, an auditor of the city.
  await site.get('')
  await site.get('', { unit: 'county' })
  await site.get('', { role: 'auditor', unit: 'city' })
  return site
}

describe('a user', () => {
  it('has a page with roles, units and what follows from them, in three languages', async () => {
    const site = await countyPages()
    for (const language of languages) {
      const { html, status } = await site.get('/settings/users/2', { language })
      const t = messages[language]
      expect(status).toBe(200)
      expect(html).toContain('Riverbend County')
      for (const text of [t.users.roles, t.shell.role.owner, t.users.may, t.users.take]) {
        expect(html).toContain(text)
      }
    }
  })

  it('is given a role in a unit that the giver reaches, and loses it again', async () => {
    const site = await countyPages()
    const form = (await site.get('/settings/users/3/grants/new')).html
    expect(form).toContain('Riverbend County')
    const given = { ...formIn(form), role: 'approver', unit: 'county' }
    const made = await site.send('/settings/users/3/grants/new', given)
    expect(made.location).toBe('/b/relief/settings/users/3?done=given')
    const { html } = await site.get('/settings/users/3?done=given')
    expect(html).toContain('The role is given.')
    const take = /href="\/b\/relief(\/settings\/users\/3\/grants\/\d+\/end)"/g
    const paths = [...html.matchAll(take)].map(([, path]) => path!)
    expect(paths).toHaveLength(2)
    const taking = (await site.get(paths[1]!)).html
    expect(taking).toContain('Approver')
    const taken = await site.send(paths[1]!, formIn(taking))
    expect(taken.location).toBe('/b/relief/settings/users/3?done=taken')
    const again = await site.send('/settings/users/3/grants/new', {
      ...given,
      key: 'x'.repeat(24),
      role: 'auditor',
      unit: 'city',
    })
    expect(again.html).toContain('has the role')
  })

  it('of another unit is not there for who looks after one unit alone', async () => {
    const site = await countyPages()
    const owner = { unit: 'county' }
    expect((await site.get('/settings/users/3', owner)).status).toBe(404)
    expect((await site.get('/settings/users/99', owner)).status).toBe(404)
    const { html } = await site.get('/settings', owner)
    expect(html).toContain('/settings/users/2')
    expect(html).not.toContain('/settings/users/3')
    const form = (await site.get('/settings/users/2/grants/new', owner)).html
    expect(form).toContain('Riverbend County')
    expect(form).not.toContain('Lakeside City')
    expect(form).not.toContain('The whole organisation')
    for (const path of ['/settings/users/3/grants/new', '/settings/users/3/end']) {
      expect([path, (await site.send(path, { role: 'auditor' }, owner)).status]).toEqual([
        path,
        404,
      ])
    }
  })

  it('is ended by who may; others are not offered it, and refused', async () => {
    const site = await countyPages()
    const auditor = { role: 'auditor' } as const
    const { html } = await site.get('/settings/users/3', auditor)
    expect(html).not.toContain('/settings/users/3/end')
    expect((await site.send('/settings/users/3/end', {}, auditor)).status).toBe(403)
    const form = formIn((await site.get('/settings/users/3/end')).html)
    const ended = await site.send('/settings/users/3/end', form)
    expect(ended.location).toBe('/b/relief/settings?done=user_ended#users')
    expect((await site.get('/settings/users/3')).html).toContain('Their access is ended.')
  })
})

it('an invitation is a link with a role in a unit, shown once', async () => {
  const site = await countyPages()
  const form = (await site.get('/settings/users/invite')).html
  const sent = { ...formIn(form), role: 'member', unit: 'county', days: '7' }
  const { html } = await site.send('/settings/users/invite', sent)
  const link = /http:\/\/localhost\/b\/relief\/start\/([\w-]{43})/.exec(html)
  expect(link).not.toBeNull()
  expect(html).toContain('Member (Riverbend County)')
  expect((await site.get('/settings')).html).not.toContain(link![1]!)
  const hostile = await site.send('/settings/users/invite', {
    ...sent,
    key: 'y'.repeat(24),
    days: '9999',
    unit: '<script>',
  })
  expect(hostile.status).toBe(422)
  expect(hostile.html).not.toContain('<script>alert')
})

describe('who may do what', () => {
  it('is told to everybody in three languages, of all roles or of one', async () => {
    const site = await countyPages()
    for (const language of languages) {
      const t = messages[language]
      const reader = { role: 'member', language } as const
      const { html, status } = await site.get('/settings/permissions', reader)
      expect(status).toBe(200)
      expect(html).toContain(t.permissions.in_units)
      const one = await site.get('/settings/permissions?role=member', reader)
      expect(one.html).not.toContain(t.permissions.act({ done: t.words.act['payouts.pay'] }))
      expect(one.html.length).toBeLessThan(html.length)
    }
    const { html } = await site.get('/settings/permissions?role=nobody')
    expect(html).toContain('Record a payout')
  })

  it('has a room and words for every noun, and says what may be done, not what was', () => {
    const rooms = Object.values(permissionRooms).flat()
    for (const { kind, name, noun, reach } of permissionsOf(registry)) {
      if (reach !== 'oneself')
        expect(
          rooms.some((one) => one === noun || one === name),
          name,
        ).toBe(true)
      for (const language of languages) {
        const t = messages[language]
        if (kind === 'query' || kind === 'file') {
          expect([name, t.permissions.what[name] ?? t.permissions.what[noun]]).not.toContain(
            undefined,
          )
        } else {
          const done = actIn(t, name)
          const told = t.permissions.act({ done })
          expect(told).not.toMatch(/^\w+ed\b|了/)
        }
      }
    }
  })
})

/** Pages of households: the list and one of them. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import {
  type HouseholdMemberView,
  HouseholdPage,
  HouseholdsPage,
} from '../../../templates/pages/households.tsx'
import { form, join, leave, rearrange, split } from '../../people/household-commands.ts'
import { list, show } from '../../people/household-queries.ts'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { mountHouseholdForms } from './household-forms.ts'
import { listed, listView } from './listing.ts'
import { peopleTabs, unitOptions } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of households. */
export function mountHouseholds(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/households', listPage)
  mountHouseholdForms(app, desk)
  mountPage(app, desk, '/households/:household{H-[0-9]+}', onePage)
}

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const found = listed(visit, list, ['q', 'unit'])
  const rows = (found.found?.households ?? []).map(({ household, head, members, unit_name }) => ({
    href: href(`/households/${household}`),
    household,
    head: head && { href: href(`/people/${head.party}`), label: head.name },
    members,
    unit: unit_name,
  }))
  const body = HouseholdsPage({
    t,
    language,
    list: listView(found, rows),
    tabs: peopleTabs(visit, 'households'),
    units: unitOptions(visit),
    form: visit.may(form) ? href('/households/new') : null,
  })
  return { title: t.households.title, body, place: 'people' }
}

type MemberRow = z.output<typeof show.output>['members'][number]

/** Somebody's time in a household as tables show it. */
export function householdMemberView({ t, href }: Visit, row: MemberRow): HouseholdMemberView {
  return {
    person: { href: href(`/people/${row.party}`), label: row.name },
    relation: t.words.relation[row.relation],
    from: row.from_on,
    to: row.cause === 'mistake' ? null : row.to_on,
    cause: row.cause === null ? null : t.words.household_cause[row.cause],
  }
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const row = visit.ask(show, { household: visit.c.req.param('household')! })
  const { household, head, unit, unit_name } = row
  const words = t.households
  const done = {
    form: words.formed,
    join: words.joined,
    leave: words.left,
    rearrange: words.left,
    split: words.splitted,
  }
  const acts = [
    { command: join, path: 'join', label: words.join },
    { command: leave, path: 'departure', label: words.leave },
    { command: rearrange, path: 'arrangement', label: words.rearrange },
    { command: split, path: 'split', label: words.split },
  ]
  // Where nobody lives any more there is nobody to go.
  const offered = row.members.length === 0 ? acts.slice(0, 1) : acts
  const body = HouseholdPage({
    t,
    language,
    household,
    title: head?.name ?? household,
    breadcrumbs: [{ href: href('/households'), label: words.title }],
    done: doneOn(visit, done),
    unit: unit === null ? null : { href: href(`/units/${unit}`), label: unit_name! },
    members: row.members.map((one) => householdMemberView(visit, one)),
    others: row.others.map((one) => householdMemberView(visit, one)),
    actions: offered
      .filter(({ command }) => visit.may(command))
      .map(({ path, label }) => ({ href: href(`/households/${household}/${path}`), label })),
  })
  return { title: head?.name ?? household, body, place: 'people' }
}

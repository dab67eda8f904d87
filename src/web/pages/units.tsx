/** Pages of units: the tree, one of them, the forms that add, change and close one. */
import type { Hono } from 'hono'
import { UnitPage, UnitsPage, type UnitView } from '../../../templates/pages/units.tsx'
import { list as listFunds } from '../../funds/funds.ts'
import { list as listMemberships } from '../../people/membership-queries.ts'
import { add, revise } from '../../people/unit-commands.ts'
import { list, show } from '../../people/unit-queries.ts'
import { askIfMay } from './ask-if.ts'
import { doneOn } from './done.ts'
import type { FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { membershipView } from './memberships.ts'
import { peopleTabs, unitNames, unitOptions } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

const name: FieldSpec = { name: 'name', kind: 'text', label: (t) => t.units.name }
const kind: FieldSpec = {
  name: 'kind',
  kind: 'text',
  label: (t) => t.units.kind,
  hint: (t) => t.units.kind_hint,
}
const parent: FieldSpec = {
  name: 'parent',
  kind: 'select',
  label: (t) => t.units.parent,
  optional: true,
  options: ({ visit, t }) => {
    const own = visit.c.req.param('unit')
    const units = unitOptions(visit).filter(({ value }) => value !== own)
    return own === undefined ? units : [{ value: topmost, label: t.units.no_parent }, ...units]
  },
}
/** No code of a unit: stands for the place directly under the organisation. */
const topmost = '-'

/** Mounts the pages of units. */
export function mountUnits(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/units', listPage)
  mountForm(app, desk, {
    path: '/units/new',
    command: add,
    place: 'people',
    title: (t) => t.units.add,
    fields: [
      { name: 'unit', kind: 'text', label: (t) => t.units.code, hint: (t) => t.units.code_hint },
      name,
      kind,
      parent,
    ],
    button: (t) => t.units.do_add,
    checked: false,
    done: ({ unit }) => `/units/${unit}?done=add`,
  })
  mountForm(app, desk, {
    path: '/units/:unit/revision',
    command: revise,
    place: 'people',
    title: (t) => t.units.revise_title,
    fields: [name, kind, parent],
    begin: (visit) => {
      const unit = visit.ask(show, { unit: visit.c.req.param('unit')! })
      return { name: unit.name, kind: unit.kind, parent: unit.parent ?? '' }
    },
    // Left empty the place stays as it is.
    input: (read) => ({ ...read, ...(read.parent === topmost ? { parent: null } : {}) }),
    button: (t) => t.units.do_revise,
    checked: false,
    done: ({ unit }) => `/units/${unit}?done=revise`,
  })
  mountForm(app, desk, {
    path: '/units/:unit/closing',
    command: revise,
    place: 'people',
    title: (t) => t.units.close,
    lead: (t) => t.units.close_lead,
    fields: [],
    input: () => ({ closed: true }),
    button: (t) => t.units.close,
    checked: false,
    done: ({ unit }) => `/units/${unit}?done=close`,
  })
  mountForm(app, desk, {
    path: '/units/:unit/reopening',
    command: revise,
    place: 'people',
    title: (t) => t.units.reopen,
    fields: [],
    input: () => ({ closed: false }),
    button: (t) => t.units.reopen,
    checked: false,
    done: ({ unit }) => `/units/${unit}?done=reopen`,
  })
  mountPage(app, desk, '/units/:unit', onePage)
}

function unitView({ href }: Visit, row: Omit<UnitView, 'href' | 'membersHref'>): UnitView {
  return {
    href: href(`/units/${row.unit}`),
    membersHref: href(`/people?unit=${row.unit}&role=member`),
    unit: row.unit,
    name: row.name,
    kind: row.kind,
    closed: row.closed,
    level: row.level,
    members: row.members,
    funds: row.funds,
  }
}

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, ['state'], { limit: undefined })
  const rows = found.found?.units ?? []
  const body = UnitsPage({
    t,
    language,
    list: listView(
      { ...found, found: { next: null, previous: null } },
      rows.map((row) => unitView(visit, row)),
    ),
    tabs: peopleTabs(visit, 'units'),
    add: visit.may(add) ? visit.href('/units/new') : null,
  })
  return { title: t.units.title, body, place: 'people' }
}

/** Members that a unit's page shows. */
const newest = 50

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const row = visit.ask(show, { unit: visit.c.req.param('unit')! })
  const { unit, closed } = row
  const { memberships, next } = visit.ask(listMemberships, {
    unit,
    on: visit.today,
    limit: newest,
  })
  const funds = (askIfMay(visit, listFunds, {})?.funds ?? []).filter((fund) => fund.unit === unit)
  const names = unitNames(visit)
  const done = {
    add: t.units.added,
    revise: t.units.revised,
    close: t.units.closed_done,
    reopen: t.units.reopened,
  }
  const may = visit.may(revise)
  const body = UnitPage({
    t,
    language,
    unit: unitView(visit, { ...row, level: 0 }),
    membersInAll: row.members_in_all,
    breadcrumbs: [
      { href: href('/units'), label: t.units.title },
      ...row.path.map((one) => ({ href: href(`/units/${one.unit}`), label: one.name })),
    ],
    done: doneOn(visit, done),
    below: row.units.map((one) => unitView(visit, { ...one, level: 0 })),
    members: {
      rows: memberships.map((one) => membershipView(visit, one)),
      all: next === null ? null : href(`/people?unit=${unit}&role=member`),
    },
    funds: funds.map(({ fund, name: label }) => ({ href: href(`/funds/${fund}`), label })),
    versions: row.versions.map((one) => ({
      ...one,
      parent: one.parent === null ? null : (names.get(one.parent) ?? one.parent),
    })),
    actions:
      may && !closed ? [{ href: href(`/units/${unit}/revision`), label: t.units.revise }] : [],
    close: may ? closing(visit, unit, closed) : null,
  })
  return { title: row.name, body, place: 'people' }
}

function closing({ t, href }: Visit, unit: string, closed: boolean) {
  return closed
    ? { href: href(`/units/${unit}/reopening`), label: t.units.reopen }
    : { href: href(`/units/${unit}/closing`), label: t.units.close }
}

/** The forms of households. */
import type { Hono } from 'hono'
import { html } from 'hono/html'
import { form, join, leave, rearrange, split } from '../../people/household-commands.ts'
import { show } from '../../people/household-queries.ts'
import { relations } from '../../people/households.ts'
import type { Asked, FieldSpec, Option } from './fields.ts'
import { mountForm } from './forms.tsx'
import { hasUnits, unitOptions } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

const from: FieldSpec = {
  name: 'from_on',
  kind: 'day',
  leaveEmpty: true,
  label: (t) => t.households.from_on,
}

function personField(name: string, label: FieldSpec['label']): FieldSpec {
  return { name, kind: 'person', label, newKind: 'person', newKinds: [] }
}

function relationOptions({ t }: Asked): Option[] {
  return relations.map((value) => ({ value, label: t.words.relation[value] }))
}

function householdOf(visit: Visit) {
  return visit.ask(show, { household: visit.c.req.param('household')! })
}

/** Whose household it is, above the questions. */
function about(visit: Visit) {
  const { head, household } = householdOf(visit)
  const name = head ? html`<strong>${head.name}</strong> · ` : ''
  return html`<p>${name}<span class="numeral">${household}</span></p>`
}

/** The question what somebody of the household is; its name holds the number of the person. */
function relationName(party: string): string {
  return `relation_${party.slice(2)}`
}

/** One question of everybody who lives in the household. */
function eachMember(visit: Visit, options: (asked: Asked) => Option[]): FieldSpec[] {
  return householdOf(visit).members.map(({ party, name }) => ({
    name: relationName(party),
    kind: 'select',
    label: () => `${name} · ${party}`,
    options,
  }))
}

/** Of the answers to them, those that say what somebody is. */
function placed(read: Readonly<Record<string, unknown>>, visit: Visit) {
  const members = householdOf(visit).members.flatMap(({ party }) => {
    const relation = read[relationName(party)]
    return relation === undefined || relation === staying ? [] : [{ party, relation }]
  })
  return { members, ...(read.from_on === undefined ? {} : { from_on: read.from_on }) }
}

/** No relation: somebody stays in the household that is split. */
const staying = 'stays'

/** Mounts them. */
export function mountHouseholdForms(app: Hono, desk: Desk): void {
  mountForming(app, desk)
  mountLeaving(app, desk)
  mountRearranging(app, desk)
}

/** A household is recorded, and somebody joins it. */
function mountForming(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/households/new',
    command: form,
    place: 'people',
    title: (t) => t.households.form,
    lead: (t) => t.households.form_lead,
    fields: [
      personField('head', (t) => t.households.head),
      {
        name: 'unit',
        kind: 'select',
        optional: true,
        label: (t) => t.households.unit,
        hint: (t) => t.households.unit_hint,
        options: ({ visit }) => unitOptions(visit),
        when: hasUnits,
      },
      from,
    ],
    input: ({ head, ...read }) => ({ ...read, members: [{ party: head, relation: 'head' }] }),
    button: (t) => t.households.do_form,
    checked: false,
    done: ({ household }) => `/households/${household}?done=form`,
  })
  mountForm(app, desk, {
    path: '/households/:household/join',
    command: join,
    place: 'people',
    title: (t) => t.households.join,
    about,
    fields: [
      personField('party', (t) => t.households.person),
      {
        name: 'relation',
        kind: 'select',
        label: (t) => t.households.relation,
        options: relationOptions,
      },
      from,
    ],
    button: (t) => t.households.join,
    checked: false,
    done: ({ household }) => `/households/${household}?done=join`,
  })
}

function mountLeaving(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/households/:household/departure',
    command: leave,
    place: 'people',
    title: (t) => t.households.leave,
    about,
    fields: [
      {
        name: 'party',
        kind: 'select',
        label: (t) => t.households.who_leaves,
        options: ({ visit }) =>
          householdOf(visit).members.map(({ party, name }) => ({ value: party, label: name })),
      },
      {
        name: 'cause',
        kind: 'radios',
        label: (t) => t.households.cause,
        options: ({ t }) => [
          { value: 'left', label: t.households.cause_left },
          { value: 'mistake', label: t.households.cause_mistake },
        ],
      },
      { name: 'to_on', kind: 'day', leaveEmpty: true, label: (t) => t.households.last_day },
    ],
    begin: () => ({ cause: 'left' }),
    button: (t) => t.households.do_form,
    checked: false,
    done: ({ household }) => `/households/${household}?done=leave`,
  })
}

/** The two that ask of everybody in the household. */
function mountRearranging(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/households/:household/arrangement',
    command: rearrange,
    place: 'people',
    title: (t) => t.households.rearrange,
    lead: (t) => t.households.rearrange_lead,
    about,
    fields: [from],
    more: (visit) => eachMember(visit, relationOptions),
    begin: (visit) =>
      Object.fromEntries(
        householdOf(visit).members.map(({ party, relation }) => [relationName(party), relation]),
      ),
    input: (read, { visit }) => placed(read, visit),
    button: (t) => t.households.do_form,
    checked: false,
    done: ({ household }) => `/households/${household}?done=rearrange`,
  })
  mountForm(app, desk, {
    path: '/households/:household/split',
    command: split,
    place: 'people',
    title: (t) => t.households.split,
    lead: (t) => t.households.split_lead,
    about,
    fields: [from],
    more: (visit) =>
      eachMember(visit, (asked) => [
        { value: staying, label: asked.t.households.stays },
        ...relationOptions(asked),
      ]),
    begin: (visit) =>
      Object.fromEntries(
        householdOf(visit).members.map(({ party }) => [relationName(party), staying]),
      ),
    input: (read, { visit }) => placed(read, visit),
    button: (t) => t.households.do_split,
    checked: false,
    done: ({ household }) => `/households/${household}?done=split`,
  })
}

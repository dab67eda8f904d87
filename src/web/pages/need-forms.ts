/** The forms by which needs are opened and said anew. */
import type { Hono } from 'hono'
import { open, update } from '../../pairing/registers/need-commands.ts'
import { show } from '../../pairing/registers/need-queries.ts'
import { needStandings } from '../../pairing/registers/shown.ts'
import { musts, noNeedTraits } from '../../pairing/registers/traits.ts'
import type { FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import {
  begunWith,
  codeOptions,
  genderField,
  languageFields,
  languagesBegun,
  placeOptions,
  readsTraits,
  sortOptions,
  timesField,
  withTraits,
} from './pairing-options.ts'
import { hasUnits, unitOptions } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

const howMuch: readonly FieldSpec[] = [
  {
    name: 'urgency',
    kind: 'radios',
    label: (t) => t.needs.urgency_label,
    options: ({ t }) =>
      (['3', '2', '1'] as const).map((value) => ({ value, label: t.needs.urgency[value] })),
  },
  {
    name: 'wanted',
    kind: 'number',
    label: (t) => t.needs.wanted,
    hint: (t) => t.needs.wanted_hint,
  },
  {
    name: 'place',
    kind: 'select',
    label: (t) => t.helpers.place,
    hint: (t) => t.needs.place_hint,
    optional: true,
    options: ({ visit }) => placeOptions(visit),
  },
]

const asksFor: readonly FieldSpec[] = [
  ...languageFields,
  timesField((t) => t.needs.times),
  genderField((t) => t.needs.gender),
  {
    name: 'sorts',
    kind: 'several',
    label: (t) => t.needs.sorts,
    hint: (t) => t.needs.sorts_hint,
    optional: true,
    when: readsTraits,
    options: (asked) => sortOptions(asked),
  },
  {
    name: 'same_unit',
    kind: 'yes',
    label: (t) => t.needs.same_unit,
    when: readsTraits,
  },
  {
    name: 'musts',
    kind: 'several',
    label: (t) => t.needs.musts_label,
    hint: (t) => t.needs.musts_hint,
    optional: true,
    when: readsTraits,
    options: ({ t }) => musts.map((value) => ({ value, label: t.needs.must[value] })),
  },
  { name: 'note', kind: 'long_text', label: (t) => t.helpers.note, optional: true },
]

/** An urgency is chosen as a word and is a number. */
function numberOf(urgency: unknown): unknown {
  return typeof urgency === 'string' && /^\d$/.test(urgency) ? Number(urgency) : urgency
}

/** Mounts the forms of needs. */
export function mountNeedForms(app: Hono, desk: Desk): void {
  mountOpening(app, desk)
  mountUpdating(app, desk)
}

function mountOpening(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/needs/new',
    command: open,
    place: 'pairing',
    title: (t) => t.needs.open,
    lead: (t) => t.needs.open_lead,
    fields: [
      {
        name: 'party',
        kind: 'person',
        label: (t) => t.needs.who,
        newKind: 'person',
        newKinds: ['person', 'organisation', 'public_body'],
      },
      {
        name: 'kind',
        kind: 'select',
        label: (t) => t.needs.kind,
        options: ({ visit }) => codeOptions(visit, 'kinds'),
      },
      {
        name: 'unit',
        kind: 'select',
        label: (t) => t.helpers.unit,
        hint: (t) => t.helpers.unit_hint,
        optional: true,
        when: hasUnits,
        options: ({ visit }) => unitOptions(visit),
      },
      ...howMuch,
      ...asksFor,
    ],
    begin: () => ({ urgency: '2', wanted: '1' }),
    input: ({ urgency, ...read }, { visit }) =>
      withTraits(visit, { ...read, urgency: numberOf(urgency) }, noNeedTraits),
    button: (t) => t.needs.do_open,
    checked: false,
    done: ({ need }) => `/pairing/needs/${need}?done=open`,
  })
}

function mountUpdating(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/needs/:need{[0-9]+}/update',
    command: update,
    place: 'pairing',
    title: (t, visit) => t.needs.update_title({ need: needAsked(visit).reference }),
    lead: (t) => t.helpers.update_lead,
    fields: [
      {
        name: 'standing',
        kind: 'radios',
        label: (t) => t.needs.standing_label,
        options: ({ t }) =>
          needStandings.map((value) => ({ value, label: t.needs.standing[value] })),
      },
      ...howMuch,
      ...asksFor,
    ],
    begin: begun,
    input: ({ urgency, ...read }, { visit }) =>
      withTraits(visit, { place: null, ...read, urgency: numberOf(urgency) }, noNeedTraits),
    button: (t) => t.needs.do_update,
    checked: false,
    done: ({ need }) => `/pairing/needs/${need}?done=update`,
  })
}

function begun(visit: Visit): Record<string, string> {
  const { standing, urgency, wanted, place, traits } = needAsked(visit)
  const now = {
    standing,
    urgency: String(urgency),
    wanted: String(wanted),
    place: place?.place ?? '',
  }
  if (traits === null) return now
  return {
    ...now,
    ...languagesBegun(traits.languages),
    times: begunWith(traits.times),
    gender: traits.gender ?? '',
    sorts: begunWith(traits.sorts),
    same_unit: traits.same_unit ? 'yes' : '',
    musts: begunWith(traits.musts),
  }
}

/** The need that the address names. */
export function needAsked(visit: Visit) {
  return visit.ask(show, { need: Number(visit.c.req.param('need')) })
}

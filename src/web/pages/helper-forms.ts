/** The forms by which helpers are entered and said anew. */
import type { Hono } from 'hono'
import { enroll, update } from '../../pairing/registers/helper-commands.ts'
import { show } from '../../pairing/registers/helper-queries.ts'
import { helperStandings } from '../../pairing/registers/shown.ts'
import { noHelperTraits } from '../../pairing/registers/traits.ts'
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

/** The unit whose policy tells the ranks and skills: that of the helper, if there is one yet. */
function unitOf(visit: Visit): string | null {
  return visit.c.req.param('helper') === undefined ? null : (helperAsked(visit).unit?.unit ?? null)
}

function hasRanks(visit: Visit): boolean {
  return codeOptions(visit, 'ranks', unitOf(visit)).length > 0
}

const takesOn: readonly FieldSpec[] = [
  {
    name: 'rank',
    kind: 'select',
    label: (t) => t.helpers.rank,
    optional: true,
    when: hasRanks,
    options: ({ visit }) => codeOptions(visit, 'ranks', unitOf(visit)),
  },
  {
    name: 'capacity',
    kind: 'number',
    label: (t) => t.helpers.capacity,
    hint: (t) => t.helpers.capacity_hint,
    optional: true,
  },
  {
    name: 'place',
    kind: 'select',
    label: (t) => t.helpers.place,
    hint: (t) => t.helpers.place_hint,
    optional: true,
    options: ({ visit }) => placeOptions(visit),
  },
]

const can: readonly FieldSpec[] = [
  {
    name: 'skills',
    kind: 'several',
    label: (t) => t.helpers.skills,
    optional: true,
    when: readsTraits,
    options: ({ visit }) => codeOptions(visit, 'skills', unitOf(visit)),
  },
  ...languageFields,
  timesField((t) => t.helpers.times),
  genderField((t) => t.helpers.gender),
  {
    name: 'serves',
    kind: 'several',
    label: (t) => t.helpers.serves,
    hint: (t) => t.helpers.serves_hint,
    optional: true,
    when: (visit) => readsTraits(visit) && hasUnits(visit),
    options: ({ visit }) => unitOptions(visit),
  },
  {
    name: 'most_km',
    kind: 'number',
    label: (t) => t.helpers.most_km,
    hint: (t) => t.helpers.most_km_hint,
    optional: true,
    when: readsTraits,
  },
  {
    name: 'refuses',
    kind: 'several',
    label: (t) => t.helpers.refuses,
    optional: true,
    when: readsTraits,
    options: ({ visit }) => codeOptions(visit, 'kinds', unitOf(visit)),
  },
  { name: 'note', kind: 'long_text', label: (t) => t.helpers.note, optional: true },
]

/** Mounts the forms of helpers. */
export function mountHelperForms(app: Hono, desk: Desk): void {
  mountEnrolling(app, desk)
  mountUpdating(app, desk)
}

function mountEnrolling(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/helpers/new',
    command: enroll,
    place: 'pairing',
    title: (t) => t.helpers.enroll,
    lead: (t) => t.helpers.enroll_lead,
    fields: [
      {
        name: 'sort',
        kind: 'select',
        label: (t) => t.helpers.sort_label,
        options: (asked) => sortOptions(asked),
      },
      {
        name: 'party',
        kind: 'person',
        label: (t) => t.helpers.who,
        newKind: 'person',
        newKinds: ['person', 'organisation', 'public_body'],
        kindBy: ({ sort }) =>
          sort === 'person' ? 'person' : sort === 'department' ? 'public_body' : 'organisation',
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
      ...takesOn,
      ...can,
    ],
    begin: () => ({ sort: 'person' }),
    input: (read, { visit }) => withTraits(visit, read, noHelperTraits),
    button: (t) => t.helpers.do_enroll,
    checked: false,
    done: ({ helper }) => `/pairing/helpers/${helper}?done=enroll`,
  })
}

function mountUpdating(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/helpers/:helper{[0-9]+}/update',
    command: update,
    place: 'pairing',
    title: (t, visit) => t.helpers.update_title({ helper: helperAsked(visit).reference }),
    lead: (t) => t.helpers.update_lead,
    fields: [
      {
        name: 'standing',
        kind: 'radios',
        label: (t) => t.helpers.standing_label,
        options: ({ t }) =>
          helperStandings.map((value) => ({ value, label: t.helpers.standing[value] })),
      },
      {
        name: 'leaves_on',
        kind: 'day',
        label: (t) => t.helpers.leaves_on,
        hint: (t) => t.helpers.leaves_on_hint,
        optional: true,
      },
      ...takesOn,
      ...can,
    ],
    begin: begun,
    input: ({ leaves_on, ...read }, { visit }) => {
      // A day that stands in the form of who stays is none to be asked about.
      const leaving = read.standing === 'leaving' ? { leaves_on } : {}
      const rank = hasRanks(visit) ? { rank: null } : {}
      const emptied = { ...rank, capacity: null, place: null }
      return withTraits(visit, { ...emptied, ...read, ...leaving }, noHelperTraits)
    },
    button: (t) => t.helpers.do_update,
    checked: false,
    done: ({ helper }) => `/pairing/helpers/${helper}?done=update`,
  })
}

function begun(visit: Visit): Record<string, string> {
  const { standing, leaves_on, rank, own_capacity, place, traits } = helperAsked(visit)
  const now = {
    standing,
    leaves_on: leaves_on ?? '',
    rank: rank?.code ?? '',
    capacity: own_capacity === null ? '' : String(own_capacity),
    place: place?.place ?? '',
  }
  if (traits === null) return now
  return {
    ...now,
    skills: begunWith(traits.skills.map(({ code }) => code)),
    ...languagesBegun(traits.languages),
    times: begunWith(traits.times),
    gender: traits.gender ?? '',
    serves: begunWith(traits.serves.map(({ unit }) => unit)),
    most_km: traits.most_km === null ? '' : String(traits.most_km),
    refuses: begunWith(traits.refuses.map(({ code }) => code)),
  }
}

/** The helper that the address names. */
export function helperAsked(visit: Visit) {
  return visit.ask(show, { helper: Number(visit.c.req.param('helper')) })
}

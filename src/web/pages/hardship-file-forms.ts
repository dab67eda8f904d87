/** The forms by which hardship files are opened and say how a household stands. */
import type { Hono } from 'hono'
import { open, revise } from '../../hardship/files/commands.ts'
import type { Facts } from '../../hardship/files/facts.ts'
import { show } from '../../hardship/files/queries.ts'
import { grades } from '../../policies/caps.ts'
import type { Asked, FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { unitOptions } from './people-tabs.ts'
import { type ColumnSpec, rowsValues } from './rows.ts'
import type { Desk, Visit } from './visit.ts'

const currency = ({ visit }: Asked) => visit.organisation.currency

const memberColumns: readonly ColumnSpec[] = [
  { name: 'name', kind: 'text', label: (t) => t.files.member },
  { name: 'relation', kind: 'text', label: (t) => t.files.relation, optional: true },
  { name: 'age', kind: 'number', label: (t) => t.files.age, optional: true },
  { name: 'health', kind: 'text', label: (t) => t.files.health, optional: true },
  { name: 'occupation', kind: 'text', label: (t) => t.files.occupation, optional: true },
  { name: 'income_month', kind: 'amount', label: (t) => t.files.income_month, optional: true },
]

const factFields: readonly FieldSpec[] = [
  { name: 'people', kind: 'number', label: (t) => t.files.people_count, optional: true },
  {
    name: 'income_year',
    kind: 'money',
    label: (t) => t.files.income_year,
    hint: (t) => t.files.none_hint,
    currency,
    optional: true,
  },
  {
    name: 'medical_year',
    kind: 'money',
    label: (t) => t.files.medical_year,
    hint: (t) => t.files.none_hint,
    currency,
    optional: true,
  },
  {
    name: 'schooling_year',
    kind: 'money',
    label: (t) => t.files.schooling_year,
    hint: (t) => t.files.none_hint,
    currency,
    optional: true,
  },
  { name: 'other_aid', kind: 'long_text', label: (t) => t.files.other_aid, optional: true },
  { name: 'situation', kind: 'long_text', label: (t) => t.files.situation, optional: true },
  { name: 'members', kind: 'rows', label: (t) => t.files.members, columns: memberColumns },
]
const factNames = factFields.map(({ name }) => name)

const standingFields: readonly FieldSpec[] = [
  {
    name: 'grade',
    kind: 'select',
    label: (t) => t.files.grade,
    optional: true,
    options: ({ t }) => grades.map((value) => ({ value, label: t.policies.grade[value] })),
  },
  {
    name: 'certified',
    kind: 'yes',
    label: (t) => t.files.certified_by,
    hint: (t) => t.files.certified_hint,
  },
  { name: 'review_on', kind: 'day', label: (t) => t.files.review_on, optional: true },
]

/** Mounts the forms of hardship files. */
export function mountFileForms(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/hardship-files/new',
    command: open,
    place: 'hardship',
    title: (t) => t.files.open,
    lead: (t) => t.files.open_lead,
    fields: [
      {
        name: 'party',
        kind: 'person',
        label: (t) => t.files.person,
        newKind: 'person',
        newKinds: ['person'],
      },
      {
        name: 'unit',
        kind: 'select',
        label: (t) => t.files.unit,
        hint: (t) => t.files.unit_hint,
        optional: true,
        when: (visit) => unitOptions(visit).length > 0,
        options: ({ visit }) => unitOptions(visit),
      },
      ...standingFields,
      ...factFields,
    ],
    input: (read) => {
      const { review_on, ...others } = gathered(read)
      return review_on === undefined ? others : { ...others, review_on }
    },
    button: (t) => t.files.do_open,
    checked: false,
    done: ({ file }) => `/hardship-files/${file}?done=open`,
  })
  mountForm(app, desk, {
    path: '/hardship-files/:file/revision',
    command: revise,
    place: 'hardship',
    title: (t, visit) => t.files.revise_title({ file: fileAsked(visit).reference }),
    lead: (t) => t.files.revise_lead,
    fields: [
      { name: 'in_hardship', kind: 'yes', label: (t) => t.files.still },
      {
        name: 'reason',
        kind: 'long_text',
        label: (t) => t.files.reason,
        hint: (t) => t.files.reason_hint,
        optional: true,
      },
      ...standingFields,
      ...factFields,
    ],
    begin: begun,
    input: (read) => ({ grade: null, review_on: null, ...gathered(read) }),
    button: (t) => t.files.do_revise,
    checked: false,
    done: ({ file }) => `/hardship-files/${file}?done=revise`,
  })
}

/** The facts gathered in their own object; none when nothing of them is said. */
function gathered(read: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isFact = ([name]: readonly [string, unknown]) => factNames.includes(name)
  const said = Object.entries(read).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  const facts = Object.fromEntries(said.filter(isFact))
  const others = Object.fromEntries(said.filter((one) => !isFact(one)))
  return Object.keys(facts).length === 0 ? others : { ...others, facts }
}

function begun(visit: Visit): Record<string, string> {
  const { in_hardship, certified, grade, review_on, versions } = fileAsked(visit)
  const facts: Facts = versions[0]?.facts ?? {}
  const texts = Object.fromEntries(
    factNames
      .filter((name) => name !== 'members')
      .map((name) => [name, String((facts as Record<string, unknown>)[name] ?? '')]),
  )
  return {
    in_hardship: in_hardship ? 'yes' : '',
    certified: certified ? 'yes' : '',
    grade: grade ?? '',
    // A day that has come is no day to look at it again.
    review_on: review_on !== null && review_on > visit.today ? review_on : '',
    ...texts,
    ...rowsValues('members', memberColumns, facts.members ?? []),
  }
}

/** The file that the address names. */
export function fileAsked(visit: Visit) {
  return visit.ask(show, { file: Number(visit.c.req.param('file')) })
}

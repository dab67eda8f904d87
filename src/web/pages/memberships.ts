/** Memberships, and what became of somebody: as pages show them, and the forms that record them. */
import type { Hono } from 'hono'
import { html } from 'hono/html'
import type { z } from 'zod'
import type { MembershipView } from '../../../templates/pages/memberships.tsx'
import { status } from '../../people/commands.ts'
import { begin, end, transfer } from '../../people/membership-commands.ts'
import type { list } from '../../people/membership-queries.ts'
import { membershipSorts } from '../../people/memberships.ts'
import { show } from '../../people/queries.ts'
import { statuses } from '../../people/statuses.ts'
import type { FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { unitOptions } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

type MembershipRow = z.output<typeof list.output>['memberships'][number]

/** A membership as tables show it. */
export function membershipView({ t, href, may }: Visit, row: MembershipRow): MembershipView {
  const { party, unit, membership, cause } = row
  const open = cause === null && may(end)
  return {
    person: { href: href(`/people/${party}`), label: row.name },
    unit: { href: href(`/units/${unit}`), label: row.unit_name },
    sort: t.words.membership_sort[row.sort],
    from: row.from_on,
    to: cause === 'mistake' ? null : row.to_on,
    cause: cause === null ? null : t.words.membership_cause[cause],
    end: open ? href(`/people/${party}/memberships/${membership}/end`) : null,
  }
}

/** The party that a form of its page is about. */
export function partyAbove(visit: Visit): string {
  return visit.c.req.param('party')!
}

/** The name of that party, above the questions of a form. */
export function aboutParty(visit: Visit) {
  const { name, party } = visit.ask(show, { party: partyAbove(visit) })
  return html`<p><strong>${name}</strong> · <span class="numeral">${party}</span></p>`
}

const reason: FieldSpec = {
  name: 'reason',
  kind: 'long_text',
  label: (t) => t.memberships.reason,
  hint: (t) => t.memberships.reason_hint,
  optional: true,
}
const from: FieldSpec = {
  name: 'from_on',
  kind: 'day',
  leaveEmpty: true,
  label: (t) => t.memberships.from_on,
}

function unitField(label: FieldSpec['label']): FieldSpec {
  return { name: 'unit', kind: 'select', label, options: ({ visit }) => unitOptions(visit) }
}

function sortField(sorts: readonly (typeof membershipSorts)[number][]): FieldSpec {
  return {
    name: 'sort',
    kind: 'radios',
    label: (t) => t.memberships.sort,
    options: ({ t }) => sorts.map((value) => ({ value, label: t.words.membership_sort[value] })),
  }
}

/** Mounts the forms of memberships and of what became of somebody. */
export function mountMemberships(app: Hono, desk: Desk): void {
  mountBeginning(app, desk)
  mountEnding(app, desk)
}

/** A membership begins, or goes on in another unit. */
function mountBeginning(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/people/:party/memberships/new',
    command: begin,
    place: 'people',
    title: (t) => t.memberships.begin,
    about: aboutParty,
    fields: [
      unitField((t) => t.memberships.unit),
      sortField(membershipSorts),
      from,
      {
        name: 'until_on',
        kind: 'day',
        optional: true,
        label: (t) => t.memberships.until_on,
        hint: (t) => t.memberships.until_hint,
      },
      reason,
    ],
    begin: () => ({ sort: 'home' }),
    button: (t) => t.memberships.do_record,
    checked: false,
    done: (_, { visit }) => `/people/${partyAbove(visit)}?done=begin`,
  })
  mountForm(app, desk, {
    path: '/people/:party/transfer',
    command: transfer,
    place: 'people',
    title: (t) => t.memberships.transfer,
    lead: (t) => t.memberships.transfer_lead,
    about: aboutParty,
    fields: [unitField((t) => t.memberships.to_unit), sortField(['home', 'current']), from, reason],
    begin: () => ({ sort: 'home' }),
    button: (t) => t.memberships.transfer,
    checked: false,
    done: (_, { visit }) => `/people/${partyAbove(visit)}?done=transfer`,
  })
}

/** A membership ends; somebody retires, leaves or dies. */
function mountEnding(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/people/:party/memberships/:membership/end',
    command: end,
    place: 'people',
    title: (t) => t.memberships.end_title,
    about: aboutParty,
    fields: [
      {
        name: 'cause',
        kind: 'radios',
        label: (t) => t.memberships.cause,
        options: ({ t }) =>
          (['left', 'mistake'] as const).map((value) => ({
            value,
            label: t.words.membership_cause[value],
          })),
      },
      { name: 'to_on', kind: 'day', leaveEmpty: true, label: (t) => t.memberships.until_on },
      { name: 'reason', kind: 'long_text', label: (t) => t.memberships.reason },
    ],
    begin: () => ({ cause: 'left' }),
    button: (t) => t.memberships.end,
    checked: false,
    done: (_, { visit }) => `/people/${partyAbove(visit)}?done=end`,
  })
  mountForm(app, desk, {
    path: '/people/:party/status',
    command: status,
    place: 'people',
    title: (t) => t.memberships.status,
    lead: (t) => t.memberships.status_lead,
    about: aboutParty,
    fields: [
      {
        name: 'status',
        kind: 'radios',
        label: (t) => t.memberships.status_word,
        options: ({ t }) =>
          statuses.map((value) => ({ value, label: t.words.party_status[value] })),
      },
      { name: 'from_on', kind: 'day', leaveEmpty: true, label: (t) => t.memberships.status_on },
      { name: 'note', kind: 'long_text', optional: true, label: (t) => t.memberships.note },
    ],
    button: (t) => t.memberships.do_record,
    checked: false,
    done: ({ party }) => `/people/${party}?done=status`,
  })
}

/** The forms of sittings: calling, attendance, stepping back, voting, closing. */
import type { Hono } from 'hono'
import { call, recordAttendance } from '../../hardship/sittings/calling.ts'
import { close } from '../../hardship/sittings/closing.ts'
import { seats } from '../../hardship/sittings/queries.ts'
import { recuse } from '../../hardship/sittings/recusing.ts'
import { list as listUnits } from '../../people/unit-queries.ts'
import { aboutSitting } from './about-sitting.tsx'
import type { Asked, Option } from './fields.ts'
import { mountForm } from './forms.tsx'
import { numbersIn } from './notice-forms.ts'
import { pathOfSitting, sittingAsked, usersAs } from './sitting-asked.ts'
import type { Desk, Visit } from './visit.ts'
import { mountVote } from './vote-form.ts'

/** Mounts the forms of sittings. */
export function mountSittingForms(app: Hono, desk: Desk): void {
  mountCall(app, desk)
  mountAttendance(app, desk)
  mountForm(app, desk, {
    path: `${pathOfSitting}/recusals/new`,
    command: recuse,
    place: 'hardship',
    about: aboutSitting,
    title: (t) => t.sittings.recuse,
    lead: (t) => t.sittings.recuse_lead,
    fields: [
      { name: 'user', kind: 'select', label: (t) => t.sittings.who, options: votersOf },
      {
        name: 'numbers',
        kind: 'text',
        label: (t) => t.sittings.cases,
        hint: (t) => t.sittings.recuse_cases_hint,
      },
      {
        name: 'reason',
        kind: 'long_text',
        label: (t) => t.sittings.why,
        hint: (t) => t.sittings.why_hint,
      },
    ],
    input: ({ numbers, user, ...read }) => ({
      ...read,
      user: Number(user),
      cases: numbersIn(String(numbers)),
    }),
    checked: false,
    button: (t) => t.sittings.do_recuse,
    done: ({ sitting }) => `/sittings/${sitting}?done=recusal`,
  })
  mountVote(app, desk)
  mountForm(app, desk, {
    path: `${pathOfSitting}/closing`,
    command: close,
    place: 'hardship',
    about: aboutSitting,
    title: (t) => t.sittings.close,
    lead: (t) => t.sittings.close_lead,
    fields: [],
    outcome: ({ approved, refused, waiting, digest }, { t }) => [
      {
        label: t.sittings.decided,
        value: {
          lines: [
            t.sittings.approved({ count: approved }),
            t.sittings.refused({ count: refused }),
            t.sittings.waiting({ count: waiting }),
          ],
        },
      },
      { label: t.sittings.minutes, value: { text: digest } },
    ],
    button: (t) => t.sittings.do_close,
    done: ({ sitting }) => `/sittings/${sitting}?done=close`,
  })
}

/** Who may sit for the unit chosen, else for what the reader reaches. */
function seatsAsked({ visit, values }: Asked) {
  const { unit = '' } = values
  return visit.ask(seats, unit === '' ? {} : { unit })
}

function mountCall(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/sittings/new',
    command: call,
    place: 'hardship',
    title: (t) => t.sittings.call,
    lead: (t) => t.sittings.call_lead,
    fields: [
      {
        name: 'unit',
        kind: 'select',
        label: (t) => t.sittings.unit,
        options: ({ visit }) =>
          visit.ask(listUnits, {}).units.map(({ unit, name }) => ({ value: unit, label: name })),
        optional: true,
      },
      { name: 'held_on', kind: 'day', label: (t) => t.sittings.held_on },
      { name: 'place', kind: 'text', label: (t) => t.sittings.place, optional: true },
      {
        name: 'members',
        kind: 'several',
        label: (t) => t.sittings.members,
        hint: (t) => t.sittings.members_hint,
        options: (asked) => usersAs(asked.visit, seatsAsked(asked).members),
        optional: true,
      },
      {
        name: 'chair',
        kind: 'select',
        label: (t) => t.sittings.chair,
        options: (asked) => usersAs(asked.visit, seatsAsked(asked).members),
        optional: true,
      },
      {
        name: 'supervisors',
        kind: 'several',
        label: (t) => t.sittings.supervisors,
        hint: (t) => t.sittings.supervisors_hint,
        options: (asked) => usersAs(asked.visit, seatsAsked(asked).supervisors),
        optional: true,
        when: (visit) => seatsAsked({ visit, values: {}, t: visit.t }).supervisors.length > 0,
      },
    ],
    begin: ({ today }) => ({ held_on: today }),
    checked: false,
    button: (t) => t.sittings.do_call,
    done: ({ sitting }) => `/sittings/${sitting}?done=call`,
  })
}

function mountAttendance(app: Hono, desk: Desk): void {
  const everybody = ({ visit }: Asked) => usersAs(visit, sittingAsked(visit).attendance)
  const those = (visit: Visit, presence: 'present' | 'excused') =>
    sittingAsked(visit)
      .attendance.filter((one) => one.presence === presence)
      .map(({ user }) => user)
      .join('\n')
  mountForm(app, desk, {
    path: `${pathOfSitting}/attendance`,
    command: recordAttendance,
    place: 'hardship',
    about: aboutSitting,
    title: (t) => t.sittings.record,
    lead: (t) => t.sittings.record_lead,
    fields: [
      {
        name: 'present',
        kind: 'several',
        label: (t) => t.sittings.present,
        options: everybody,
        optional: true,
      },
      {
        name: 'excused',
        kind: 'several',
        label: (t) => t.sittings.excused,
        options: everybody,
        optional: true,
      },
      {
        name: 'chair',
        kind: 'select',
        label: (t) => t.sittings.chair,
        options: votersOf,
        optional: true,
      },
    ],
    begin: (visit) => {
      const { attendance } = sittingAsked(visit)
      // Before anybody was recorded all are taken to be there.
      const fresh = attendance.every(({ presence }) => presence === 'absent')
      const chair = attendance.find(({ part }) => part === 'chair')?.user
      return {
        present: fresh ? attendance.map(({ user }) => user).join('\n') : those(visit, 'present'),
        excused: those(visit, 'excused'),
        chair: chair === undefined ? '' : String(chair),
      }
    },
    input: ({ present = [], ...read }) => ({ ...read, present }),
    checked: false,
    button: (t) => t.sittings.do_record,
    done: ({ sitting }) => `/sittings/${sitting}?done=attendance`,
  })
}

function votersOf({ visit }: Asked): Option[] {
  return usersAs(
    visit,
    sittingAsked(visit).attendance.filter(({ part }) => part !== 'supervisor'),
  )
}

/** Application codes: the list, a new one with its sheet, ending one. */
import type { Hono } from 'hono'
import { CodesPage } from '../../../templates/pages/codes.tsx'
import type { StateKind } from '../../../templates/parts/state.tsx'
import { end, list, make } from '../../hardship/applications/code-commands.ts'
import {
  applicationCodeHash,
  type CodeState,
  newApplicationCode,
} from '../../hardship/applications/codes.ts'
import { list as listProgrammes } from '../../hardship/programmes/queries.ts'
import { addDays } from '../../kit/day.ts'
import { codeSheet } from './code-sheet.ts'
import { doneOn } from './done.ts'
import type { Asked } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { hardshipTabs } from './hardship-tabs.ts'
import type { Desk, Visit } from './visit.ts'

const path = '/application-codes'
/** A month: long enough to gather papers, short for a sheet that may be lost. */
const usualDays = 30

const kinds: Readonly<Record<CodeState, StateKind>> = {
  open: 'waiting',
  sent: 'done',
  ended: 'stopped',
  over: 'stopped',
}

/** Mounts the list of codes and the forms that make and end one. */
export function mountApplicationCodes(app: Hono, desk: Desk): void {
  mountPage(app, desk, path, codesPage)
  mountMaking(app, desk)
  mountForm(app, desk, {
    path: `${path}/:code{[0-9]+}/end`,
    command: end,
    place: 'hardship',
    title: (t, visit) => t.apply.codes.end_title({ code: Number(visit.c.req.param('code')) }),
    lead: (t) => t.apply.codes.end_lead,
    fields: [],
    checked: false,
    button: (t) => t.apply.codes.do_end,
    done: () => `${path}?done=ended`,
  })
}

function codesPage(visit: Visit): Page {
  const { t, language, href } = visit
  const words = t.apply.codes
  const { codes } = visit.ask(list, {})
  const programmes = visit.may(listProgrammes) ? visit.ask(listProgrammes, {}).programmes : []
  const named = new Map(programmes.map(({ programme, name }) => [programme, name]))
  const rows = codes.map((one) => ({
    person: { href: href(`/people/${one.party}`), label: one.name },
    until: one.until_on,
    state: {
      kind: kinds[one.state],
      word: one.state === 'open' && one.saved_at !== null ? words.begun : words.state[one.state],
    },
    more: {
      programme:
        one.programme === null ? words.programme_any : (named.get(one.programme) ?? one.programme),
      case: one.case !== null && <a href={href(`/cases/${one.case}`)}>{one.reference}</a>,
    },
    end: one.state === 'ended' || !visit.may(end) ? null : href(`${path}/${one.code}/end`),
  }))
  const body = CodesPage({
    words,
    language,
    tabs: hardshipTabs(visit, path),
    done: doneOn(visit, { ended: words.ended }),
    make: visit.may(make) ? href(`${path}/new`) : null,
    rows,
    more: [
      { key: 'programme', label: words.programme },
      { key: 'case', label: words.case_column },
    ],
  })
  return { title: words.title, body, place: 'hardship' }
}

function mountMaking(app: Hono, desk: Desk): void {
  // From the form being answered to the sheet; the book has only the hash.
  const codes = new WeakMap<Asked, string>()
  mountForm(app, desk, {
    path: `${path}/new`,
    command: make,
    place: 'hardship',
    title: (t) => t.apply.codes.make,
    lead: (t) => t.apply.codes.make_lead,
    fields: [
      {
        name: 'party',
        kind: 'person',
        label: (t) => t.apply.codes.party,
        hint: (t) => t.apply.codes.party_hint,
        newKind: 'person',
        newKinds: [],
      },
      {
        name: 'programme',
        kind: 'select',
        label: (t) => t.apply.codes.programme,
        options: ({ visit, t }) => [
          { value: '', label: t.apply.codes.programme_any },
          ...visit
            .ask(listProgrammes, {})
            .programmes.filter(({ open }) => open)
            .map(({ programme, name }) => ({ value: programme, label: name })),
        ],
        optional: true,
      },
      {
        name: 'until_on',
        kind: 'day',
        label: (t) => t.apply.codes.until,
        hint: (t) => t.apply.codes.until_hint,
      },
    ],
    begin: (visit) => ({ until_on: addDays(visit.today, usualDays) }),
    input: (read, asked) => {
      const code = newApplicationCode(desk.book.surroundings.random)
      codes.set(asked, code)
      return { ...read, hash: applicationCodeHash(code) }
    },
    checked: false,
    button: (t) => t.apply.codes.do_make,
    done: (output, asked) =>
      codeSheet(asked, output, {
        words: asked.visit.t.apply,
        entrance: '/apply',
        list: path,
        place: 'hardship',
        code: codes.get(asked)!,
      }),
  })
}

/** Pairing codes: the list, a new one with its sheet, ending one. */
import type { Hono } from 'hono'
import { CodesPage } from '../../../templates/pages/codes.tsx'
import type { StateKind } from '../../../templates/parts/state.tsx'
import { addDays } from '../../kit/day.ts'
import { end, list, make } from '../../pairing/own/code-commands.ts'
import { newPairingCode, type PairingCodeState, pairingCodeHash } from '../../pairing/own/codes.ts'
import { codeSheet } from './code-sheet.ts'
import { doneOn } from './done.ts'
import type { Asked } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { pairingTabs } from './pairing-tabs.ts'
import type { Desk, Visit } from './visit.ts'

const path = '/pairing/codes'
/** As long as a pair mostly goes on without being looked at. */
const usualDays = 365

const kinds: Readonly<Record<PairingCodeState, StateKind>> = {
  open: 'active',
  ended: 'stopped',
  over: 'stopped',
}

/** Mounts the list of codes and the forms that make and end one. */
export function mountPairingCodes(app: Hono, desk: Desk): void {
  mountPage(app, desk, path, codesPage)
  mountMaking(app, desk)
  mountForm(app, desk, {
    path: `${path}/:code{[0-9]+}/end`,
    command: end,
    place: 'pairing',
    title: (t, visit) => t.together.codes.end_title({ code: Number(visit.c.req.param('code')) }),
    lead: (t) => t.together.codes.end_lead,
    fields: [],
    checked: false,
    button: (t) => t.together.codes.do_end,
    done: () => `${path}?done=ended`,
  })
}

function codesPage(visit: Visit): Page {
  const { t, language, href } = visit
  const words = t.together.codes
  const rows = visit.ask(list, {}).codes.map((one) => ({
    person: { href: href(`/people/${one.party}`), label: one.name },
    until: one.until_on,
    state: { kind: kinds[one.state], word: words.state[one.state] },
    end: one.state !== 'open' || !visit.may(end) ? null : href(`${path}/${one.code}/end`),
  }))
  const body = CodesPage({
    words,
    language,
    tabs: pairingTabs(visit, path),
    done: doneOn(visit, { ended: words.ended }),
    make: visit.may(make) ? href(`${path}/new`) : null,
    rows,
  })
  return { title: words.title, body, place: 'pairing' }
}

function mountMaking(app: Hono, desk: Desk): void {
  // From the form being answered to the sheet; the book has only the hash.
  const codes = new WeakMap<Asked, string>()
  mountForm(app, desk, {
    path: `${path}/new`,
    command: make,
    place: 'pairing',
    title: (t) => t.together.codes.make,
    lead: (t) => t.together.codes.make_lead,
    fields: [
      {
        name: 'party',
        kind: 'person',
        label: (t) => t.together.codes.party,
        hint: (t) => t.together.codes.party_hint,
        newKind: 'person',
        newKinds: [],
      },
      {
        name: 'until_on',
        kind: 'day',
        label: (t) => t.together.codes.until,
        hint: (t) => t.together.codes.until_hint,
      },
    ],
    begin: (visit) => ({ until_on: addDays(visit.today, usualDays) }),
    input: (read, asked) => {
      const code = newPairingCode(desk.book.surroundings.random)
      codes.set(asked, code)
      return { ...read, hash: pairingCodeHash(code) }
    },
    checked: false,
    button: (t) => t.together.codes.do_make,
    done: (output, asked) =>
      codeSheet(asked, output, {
        words: asked.visit.t.together,
        entrance: '/together',
        list: path,
        place: 'pairing',
        code: codes.get(asked)!,
      }),
  })
}

/** How the two sides of a pair reach each other: opened with a reason, then read for some minutes. */
import type { Hono } from 'hono'
import { UnsealedPage } from '../../../templates/pages/personal-data.tsx'
import { contacts, openContacts } from '../../pairing/pairs/contact-commands.ts'
import { pairSides } from '../../pairing/pairs/moves.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import type { Desk, Visit } from './visit.ts'

const path = '/pairing/pairs/:pair{[0-9]+}/contacts'

/** Mounts the form that says why, and the page that it leads to. */
export function mountPairContacts(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path,
    command: openContacts,
    place: 'pairing',
    title: (t) => t.together.office.title,
    lead: (t) => t.together.office.lead,
    fields: [
      {
        name: 'side',
        kind: 'radios',
        label: (t) => t.together.office.side,
        options: ({ t }) =>
          pairSides.map((value) => ({ value, label: t.together.office.sides[value] })),
      },
      {
        name: 'reason',
        kind: 'text',
        label: (t) => t.together.office.reason,
        hint: (t) => t.together.office.reason_hint,
      },
    ],
    checked: false,
    button: (t) => t.together.office.open,
    done: ({ pair, side }) => `/pairing/pairs/${pair}/contacts/${side}`,
  })
  mountPage(app, desk, `${path}/:side{helper|helped}`, contactsPage)
}

function contactsPage(visit: Visit): Page {
  const { t, language, organisation, href, c } = visit
  const words = t.together.contacts
  const id = Number(c.req.param('pair'))
  const side = pairSides.find((one) => one === c.req.param('side'))!
  const { reference, party, name, phone, address, until } = visit.ask(contacts, { pair: id, side })
  const body = UnsealedPage({
    t,
    language,
    timeZone: organisation.time_zone,
    breadcrumbs: [{ href: href(`/pairing/pairs/${id}`), label: reference }],
    name,
    party,
    until: new Date(until).toISOString(),
    fields: [
      { label: words.phone, value: phone },
      { label: words.address, value: address },
    ],
    paper: {
      href: href(`/pairs/${id}/card.pdf?side=${side}&language=${language}`),
      label: t.pairing_papers.card.print,
    },
  })
  return { title: words.title, body, place: 'pairing' }
}

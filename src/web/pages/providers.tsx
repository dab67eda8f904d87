/** Providers of sign-ins among the settings: connected and disconnected by owners. */
import type { Hono } from 'hono'
import { ProvidersPage } from '../../../templates/pages/providers.tsx'
import { connect, disconnect, list } from '../../access/providers.ts'
import { returnAddress } from './accounts.tsx'
import { doneOn } from './done.ts'
import type { FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import type { Desk, Visit } from './visit.ts'

const fields: readonly FieldSpec[] = [
  {
    name: 'label',
    kind: 'text',
    label: (t) => t.providers.label,
    hint: (t) => t.providers.label_hint,
  },
  {
    name: 'code',
    kind: 'text',
    label: (t) => t.providers.code,
    hint: (t, { c, desk }) =>
      t.providers.code_hint({ address: returnAddress(c, desk, { code: t.providers.word }) }),
  },
  {
    name: 'issuer',
    kind: 'text',
    label: (t) => t.providers.issuer,
    hint: (t) => t.providers.issuer_hint,
  },
  {
    name: 'client_id',
    kind: 'text',
    label: (t) => t.providers.client_id,
    hint: (t) => t.providers.client_id_hint,
  },
  {
    name: 'client_secret',
    kind: 'text',
    optional: true,
    label: (t) => t.providers.client_secret,
    hint: (t) => t.providers.client_secret_hint,
  },
]

/** Mounts the page of providers and its forms. */
export function mountProviders(app: Hono, desk: Desk): void {
  const place = 'settings'
  mountPage(app, desk, '/settings/providers', page)
  mountForm(app, desk, {
    path: '/settings/providers/new',
    command: connect,
    place,
    title: (t) => t.providers.connect,
    lead: (t) => t.providers.connect_lead,
    fields,
    // A page of answers would show the secret once more.
    checked: false,
    button: (t) => t.providers.do_connect,
    done: () => '/settings/providers?done=connected',
  })
  mountForm(app, desk, {
    path: '/settings/providers/:provider/disconnection',
    command: disconnect,
    place,
    title: (t, visit) => t.providers.disconnect_one({ label: labelOf(visit) }),
    lead: (t) => t.providers.disconnect_lead,
    fields: [],
    checked: false,
    button: (t) => t.providers.do_disconnect,
    done: () => '/settings/providers?done=disconnected',
  })
}

function labelOf(visit: Visit): string {
  const asked = visit.c.req.param('provider')!
  const { providers } = visit.ask(list, {})
  return providers.find(({ provider }) => String(provider) === asked)?.label ?? asked
}

function page(visit: Visit): Page {
  const { t, language, href, c, desk } = visit
  const { providers } = visit.ask(list, {})
  const body = ProvidersPage({
    t,
    language,
    done: doneOn(visit, {
      connected: t.providers.connected,
      disconnected: t.providers.disconnected,
    }),
    providers: providers.map((one) => ({
      label: one.label,
      issuer: one.issuer,
      clientId: one.client_id,
      hasSecret: one.has_secret,
      back: returnAddress(c, desk, one),
      disconnect: visit.may(disconnect)
        ? href(`/settings/providers/${one.provider}/disconnection`)
        : null,
    })),
    connect: visit.may(connect) ? href('/settings/providers/new') : null,
  })
  return { title: t.providers.title, body, place: 'settings' }
}

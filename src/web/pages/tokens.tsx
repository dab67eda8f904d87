/** Access tokens among the settings: listed, made, revoked. A secret is shown once and kept nowhere. */
import type { Hono } from 'hono'
import { subjectIn } from '../../../templates/messages/audit-words.ts'
import { TokenMadePage, type TokensView } from '../../../templates/pages/tokens.tsx'
import { create, list, revoke, tokenHash, tokenSecret } from '../../access/tokens.ts'
import { roles } from '../../book/registry.ts'
import { hex } from '../../kit/digest.ts'
import { list as listUnits } from '../../people/unit-queries.ts'
import type { Asked, FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import type { Page } from './frame.tsx'
import { grantsTold } from './roles-told.ts'
import type { Desk, Visit } from './visit.ts'

/** How long a token may last, in days: after a year somebody should look whether it is still of use. */
const lifetimes = ['30', '90', '365'] as const
const dayMs = 86_400_000

const fields: readonly FieldSpec[] = [
  {
    name: 'label',
    kind: 'text',
    label: (t) => t.settings.token_label,
    hint: (t) => t.settings.token_label_hint,
  },
  {
    name: 'role',
    kind: 'radios',
    label: (t) => t.settings.role,
    options: ({ t }) => roles.map((value) => ({ value, label: t.shell.role[value] })),
  },
  {
    name: 'unit',
    kind: 'select',
    label: (t) => t.settings.token_unit,
    optional: true,
    options: ({ visit, t }) => [
      { value: '', label: t.settings.token_everywhere },
      ...visit.ask(listUnits, {}).units.map(({ unit, name }) => ({ value: unit, label: name })),
    ],
  },
  { name: 'reads_only', kind: 'yes', label: (t) => t.settings.token_reads_only },
  { name: 'reads_names', kind: 'yes', label: (t) => t.settings.token_reads_names },
  {
    name: 'days',
    kind: 'radios',
    label: (t) => t.settings.token_lasts,
    options: ({ t }) => lifetimes.map((value) => ({ value, label: t.settings.token_days[value] })),
  },
]

/** Mounts the forms of tokens. */
export function mountTokens(app: Hono, desk: Desk): void {
  // From the form being answered to its page of answer; the book has only the hash.
  const secrets = new WeakMap<Asked, string>()
  mountForm(app, desk, {
    path: '/settings/tokens/new',
    command: create,
    fresh: true,
    place: 'settings',
    title: (t) => t.settings.token_make,
    lead: (t) => t.settings.token_make_lead,
    fields,
    begin: () => ({ role: 'auditor', days: '90' }),
    input: ({ days, unit, ...read }, asked) => {
      const { now, random } = desk.book.surroundings
      const secret = tokenSecret(random)
      secrets.set(asked, secret)
      const hash = hex(tokenHash(secret))
      return { ...read, unit: unit || null, hash, expires_at: now() + lifetimeMs(days) }
    },
    checked: false,
    button: (t) => t.settings.token_do_make,
    done: (_, asked) => tokenMade(asked.visit, secrets.get(asked)!),
  })
  mountForm(app, desk, {
    path: '/settings/tokens/:token/revocation',
    command: revoke,
    fresh: true,
    place: 'settings',
    title: (t, visit) => t.settings.token_revoke_title({ label: labelOf(visit) }),
    lead: (t) => t.settings.token_revoke_lead,
    fields: [],
    checked: false,
    button: (t) => t.settings.token_do_revoke,
    done: () => '/settings?done=token_revoked#tokens',
  })
}

/** What is none of the choices has ended already, and so is refused. */
function lifetimeMs(days: unknown): number {
  return Number(lifetimes.find((one) => one === days) ?? 0) * dayMs
}

function labelOf(visit: Visit): string {
  const token = visit.c.req.param('token')!
  const found = visit.ask(list, {}).tokens.find((one) => String(one.token) === token)
  return found?.label ?? token
}

function tokenMade(visit: Visit, secret: string): Page {
  const { t, language } = visit
  const body = TokenMadePage({ t, language, secret, settings: visit.href('/settings#tokens') })
  return { title: t.settings.token_made, body, place: 'settings' }
}

/** The tokens in force, for who may see them. */
export function tokensView(visit: Visit): TokensView | null {
  if (!visit.may(list)) return null
  return {
    list: visit.ask(list, {}).tokens.map((token) => ({
      token: token.token,
      label: token.label ?? subjectIn(visit.t, `token/${token.token}`),
      role: grantsTold(visit, [token]),
      limits: [
        ...(token.reads_only ? [visit.t.settings.token_reads_only_short] : []),
        ...(token.commands.length > 0
          ? [visit.t.settings.token_commands({ count: token.commands.length })]
          : []),
      ],
      used: token.used_on,
      readsNames: token.reads_names,
      ends: new Date(token.expires_at).toISOString(),
      revoke: visit.may(revoke) ? visit.href(`/settings/tokens/${token.token}/revocation`) : null,
    })),
    make: visit.may(create) ? visit.href('/settings/tokens/new') : null,
  }
}

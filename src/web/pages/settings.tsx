/** The page of settings, and the form that gives the organisation another name or time zone. */

import type { Hono } from 'hono'
import { actorIn } from '../../../templates/messages/audit-words.ts'
import {
  type BackupView,
  SettingsPage,
  type SettingsView,
} from '../../../templates/pages/settings.tsx'
import { currencyName } from '../../../templates/parts/format.ts'
import { take } from '../../access/backups.ts'
import { make as invite } from '../../access/invitations.ts'
import { revise, show } from '../../access/organisation.ts'
import { list as listPolicies } from '../../access/policy-queries.ts'
import { list as listProviders } from '../../access/providers.ts'
import { list as listUsers, userActor } from '../../access/users.ts'
import { list as listEvents } from '../../book/queries.ts'
import { changePolicy, list as listFunds } from '../../funds/funds.ts'
import { list as listInterests } from '../../people/interest-commands.ts'
import { askIfMay } from './ask-if.ts'
import { doneOn } from './done.ts'
import type { FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { policyFacts } from './fund-policy.ts'
import { actorName } from './recorded-by.ts'
import { grantsTold } from './roles-told.ts'
import { timeZones } from './start-form.ts'
import { tokensView } from './tokens.tsx'
import type { Desk, Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

const fields: readonly FieldSpec[] = [
  {
    name: 'name',
    kind: 'text',
    label: (t) => t.settings.name,
    hint: (t) => t.settings.name_hint,
  },
  {
    name: 'time_zone',
    kind: 'select',
    label: (t) => t.settings.time_zone,
    hint: (t) => t.settings.time_zone_hint,
    options: ({ visit }) =>
      [...new Set([...timeZones(), visit.organisation.time_zone])].map((value) => ({
        value,
        label: value.replaceAll('_', ' '),
      })),
  },
]

/** Mounts the settings. */
export function mountSettings(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/settings', settingsPage)
  mountForm(app, desk, {
    path: '/settings/organisation',
    command: revise,
    place: 'settings',
    title: (t) => t.settings.revise,
    fields,
    begin: ({ organisation }) => ({
      name: organisation.name,
      time_zone: organisation.time_zone,
    }),
    button: (t) => t.settings.do_revise,
    done: () => '/settings?done=revised',
  })
}

function settingsPage(visit: Visit): Page {
  const { t, language, organisation, href } = visit
  const done = {
    revised: t.settings.revised,
    token_revoked: t.settings.token_revoked,
    user_signed_out: t.signing_in.user_signed_out,
    user_reset: t.signing_in.user_was_reset,
    user_ended: t.users.end_done,
    role_taken: t.users.taken,
    person: t.interests.person_set,
  }
  const body = SettingsPage({
    t,
    language,
    timeZone: organisation.time_zone,
    done: doneOn(visit, done),
    facts: factsOf(visit),
    revise: visit.may(revise) ? href('/settings/organisation') : null,
    policies: visit.may(listPolicies) ? href('/settings/policies') : null,
    funds: (visit.may(listFunds) ? visit.ask(listFunds, {}).funds : []).map(
      ({ fund, name, policy, currency }) => ({
        fund: { href: href(`/funds/${fund}`), label: name },
        rules: policyFacts(visit, policy, currency),
        change: visit.may(changePolicy) ? href(`/funds/${fund}/policy`) : null,
      }),
    ),
    keys: visit.ask(show, {}).signing_keys.map(({ kid }) => kid),
    keysPage: href('/audit/checks#keys'),
    providers: visit.may(listProviders) ? href('/settings/providers') : null,
    users: usersView(visit),
    permissions: href('/settings/permissions'),
    interests: visit.may(listInterests) ? href('/interests') : null,
    invite: visit.may(invite) ? href('/settings/users/invite') : null,
    signIn: href('/settings/sign-in'),
    tokens: tokensView(visit),
    backup: visit.may(take) ? backupView(visit) : null,
  })
  return { title: t.shell.settings, body, place: 'settings' }
}

/** Who signs in, for who may see it. */
function usersView(visit: Visit): SettingsView['users'] {
  const { t, href } = visit
  return (
    askIfMay(visit, listUsers, {})?.users.map((user) => ({
      href: href(`/settings/users/${user.user}`),
      name: user.name ?? actorIn(t, userActor(user.user)),
      login: user.login,
      role: grantsTold(visit, user.grants),
      readsNames: user.reads_names,
      ended: user.ended,
    })) ?? null
  )
}

function factsOf({ t, language, organisation }: Visit) {
  const { name, book, currency, time_zone, chart } = organisation
  const { settings, words } = t
  return [
    { term: settings.name, detail: name },
    { term: settings.book, detail: book },
    { term: settings.currency, detail: `${currencyName(language, currency)} (${currency})` },
    { term: settings.time_zone, detail: time_zone },
    { term: settings.chart, detail: words.chart[chart as keyof typeof words.chart] ?? chart },
  ]
}

function backupView(visit: Visit): BackupView {
  const { desk, organisation, caller } = visit
  const { book } = organisation
  const key = freshKey(desk.book.surroundings.random)
  return {
    take: caller.readsNames ? { action: visit.href('/backup'), key } : null,
    hosted: desk.offer.copy === undefined,
    last: lastBackup(visit),
    restore: `care-ledger restore ${book}.db --to ./books/${book}.db --no-seal`,
    sealed: `care-ledger backup --book ${book} --to /backup`,
  }
}

/** The newest copy on record. */
function lastBackup(visit: Visit): BackupView['last'] {
  if (!visit.may(listEvents)) return undefined
  const subject = take.subject(visit.organisation)
  const [event] = visit.ask(listEvents, { subject, limit: 1 }).events
  if (!event) return null
  return { at: new Date(event.at).toISOString(), who: actorName(visit, event.actor) }
}

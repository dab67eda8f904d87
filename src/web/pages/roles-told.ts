/** Roles as pages tell them. */
import type { Messages } from '../../../templates/messages/messages.ts'
import type { Caller, Role } from '../../book/registry.ts'
import { unitNames } from './people-tabs.ts'
import type { Visit } from './visit.ts'

/** The roles of whoever is signed in, each once. */
export function rolesTold(t: Messages, { grants }: Caller): string {
  const roles = new Set(grants.map(({ role }) => role))
  return [...roles].map((role) => t.shell.role[role]).join(' · ')
}

/** Roles with the units that they begin at. */
export function grantsTold(
  visit: Visit,
  grants: readonly { readonly role: Role; readonly unit: string | null }[],
): string {
  const { t } = visit
  const names = grants.some(({ unit }) => unit !== null) ? unitNames(visit) : undefined
  const told = ({ role, unit }: (typeof grants)[number]) =>
    unit === null ? t.shell.role[role] : `${t.shell.role[role]} (${names?.get(unit) ?? unit})`
  return grants.map(told).join(' · ')
}

/** The sitting that the address names, and what waits for it. */
import { agenda } from '../../hardship/sittings/agenda.ts'
import { show } from '../../hardship/sittings/queries.ts'
import type { Option } from './fields.ts'
import type { Visit } from './visit.ts'

/** Where one sitting has its page and its forms. */
export const pathOfSitting = '/sittings/:sitting{[0-9]+}'

function sittingOf({ c }: Visit): number {
  return Number(c.req.param('sitting'))
}

/** The sitting of the address. */
export function sittingAsked(visit: Visit) {
  return visit.ask(show, { sitting: sittingOf(visit) })
}

/** What waits for the sitting of the address; `?round=` keeps to one list of cases. */
export function agendaAsked(visit: Visit) {
  const round = Number(visit.param('round')) || undefined
  return visit.ask(agenda, { sitting: sittingOf(visit), ...(round ? { round } : {}) })
}

/** Users as choices, by their numbers. */
export function usersAs(
  users: readonly { readonly user: number; readonly name: string | null }[],
): Option[] {
  return users.map(({ user, name }) => ({ value: String(user), label: name ?? String(user) }))
}

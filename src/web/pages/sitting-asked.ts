/** The sitting that the address names, and what waits for it. */
import { actorIn } from '../../../templates/messages/audit-words.ts'
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

interface UserTold {
  readonly user: number
  readonly name: string | null
}

/** How this reader knows a user: by name, else by number. */
export function userName({ t }: Visit, { user, name }: UserTold): string {
  return name ?? actorIn(t, `user:${user}`)
}

/** Users as choices, by their numbers. */
export function usersAs(visit: Visit, users: readonly UserTold[]): Option[] {
  return users.map((one) => ({ value: String(one.user), label: userName(visit, one) }))
}

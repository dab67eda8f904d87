/** A fund's year, as its page tells it. */
import type { FlowPartView, StoryView } from '../../../templates/pages/fund.tsx'
import { story } from '../../funds/story.ts'
import { register } from '../../ledger/register-queries.ts'
import { nameOfAccount } from './entry-posted.ts'
import type { Visit } from './visit.ts'

/** The story of a year; the newest with entries when the address names none. */
export function storyView(visit: Visit, fund: string, year: string): StoryView {
  const told = visit.ask(story, { fund, ...(/^\d{4}$/.test(year) ? { year } : {}) })
  const part = (one: (typeof told.total.sources)[number]): FlowPartView => ({
    name: nameOfAccount(one, visit.language),
    href: visit.may(register) ? visit.href(`/funds/${fund}/register/${one.account}`) : null,
    amount: one.amount,
  })
  return {
    year: told.year,
    others: told.years
      .filter((one) => one !== told.year)
      .map((one) => ({ href: visit.href(`/funds/${fund}?year=${one}`), label: String(one) })),
    opening: told.opening,
    total: told.total,
    sources: told.total.sources.map(part),
    categories: told.total.categories.map(part),
    months: told.months,
    helped: told.people_helped,
  }
}

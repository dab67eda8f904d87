/** The policies on pairing and on visits in words. */
import { formatDay, formatList } from '../../../templates/parts/format.ts'
import type { PolicyBodies } from '../../policies/kinds.ts'
import { matchReasons } from '../../policies/pairing.ts'
import { careEventKinds } from '../../policies/visiting.ts'
import { visitSigns } from './policy-pairing-fields.ts'
import type { Sentence, Speech } from './policy-words.ts'

type Pairing = PolicyBodies['pairing']
type Visiting = PolicyBodies['visiting']

/** What a policy on pairing says: kinds and skills, how much somebody takes on, what a match is weighed by. */
export function sayPairing(body: Pairing, speech: Speech): Sentence[] {
  const { t, language } = speech
  const { pairing_rules: p } = t
  const list = (rows: Pairing['skills']) =>
    formatList(
      language,
      rows.map(({ name }) => name[language]),
    )
  const weights = matchReasons.map((reason) =>
    p.weighed({ reason: p.reason[reason], weight: body.weights[reason] }),
  )
  const { ranks, skills, agreements, most_km, spread } = body
  const said = ranks.map(({ name, most }) => p.rank({ rank: name[language], most }))
  return [
    ...(ranks.length === 0 ? [p.ranks_none] : said).map((text) => ({ field: 'ranks', text })),
    { field: 'most_without_rank', text: p.without_rank({ most: body.most_without_rank }) },
    {
      field: 'skills',
      text: skills.length === 0 ? p.skills_none : p.skills({ skills: list(skills) }),
    },
    ...body.kinds.map((kind) => ({ field: 'kinds', text: kindSaid(kind, body, speech) })),
    {
      field: 'agreements',
      text:
        agreements.length === 0
          ? p.agreements_none
          : p.agreements({ agreements: list(agreements) }),
    },
    { field: 'candidates', text: p.candidates({ count: body.candidates }) },
    { field: 'most_km', text: most_km === null ? p.most_km_none : p.most_km({ km: most_km }) },
    { field: 'weights', text: p.weights({ weights: formatList(language, weights) }) },
    { field: 'spread', text: spread === 0 ? p.spread_none : p.spread({ spread }) },
    ...lastingSaid(body, speech),
  ]
}

function kindSaid(kind: Pairing['kinds'][number], body: Pairing, { t, language }: Speech): string {
  const { pairing_rules: p } = t
  const known = new Map(body.skills.map(({ code, name }) => [code, name[language]]))
  const skills = kind.skills.map((code) => known.get(code) ?? code)
  const name = kind.name[language]
  if (skills.length === 0) return p.kind_any({ kind: name })
  return p.kind({ kind: name, skills: formatList(language, skills) })
}

function lastingSaid(body: Pairing, { t }: Speech): Sentence[] {
  const { pairing_rules: p } = t
  const { review_months: review, observe_months: observe, term_months: term } = body
  return [
    {
      field: 'review_months',
      text: review === null ? p.review_none : p.review({ months: review }),
    },
    {
      field: 'observe_months',
      text: observe === null ? p.observe_none : p.observe({ months: observe }),
    },
    { field: 'term_months', text: term === null ? p.term_none : p.term({ months: term }) },
  ]
}

/** What a policy on visits says: how often, on what occasions, what about its records is worth a look. */
export function sayVisiting(body: Visiting, speech: Speech): Sentence[] {
  const { t, language } = speech
  const { pairing_rules: p } = t
  const { measures_a_year: measures } = body
  const festivals = body.festivals.map(({ name, days, days_before }) =>
    p.festival({
      festival: name[language],
      days: days_before,
      next: formatDay(language, days.toSorted().at(-1)!),
    }),
  )
  return [
    ...cadenceSaid(body, speech),
    ...(festivals.length === 0 ? [p.festivals_none] : festivals).map((text) => ({
      field: 'festivals',
      text,
    })),
    ...careEventKinds.map((kind) => {
      const [event, days] = [p.event[kind], body.events[kind]]
      return {
        field: 'events',
        text: days === null ? p.goes_not({ event }) : p.goes({ event, days }),
      }
    }),
    {
      field: 'measures_a_year',
      text: measures === null ? p.measures_none : p.measures({ count: measures }),
    },
    ...visitSigns.map((one) => {
      const [sign, count] = [p.sign[one], body.signs[one]]
      return {
        field: 'signs',
        text: count === null ? p.worth_not({ sign }) : p.worth({ sign, count }),
      }
    }),
  ]
}

function cadenceSaid(body: Visiting, { t }: Speech): Sentence[] {
  const { pairing_rules: p } = t
  const said = [
    ['visit_days', p.visit, p.visit_none],
    ['phone_days', p.phone, p.phone_none],
    ['alarm_days', p.alarm, p.alarm_none],
    ['urgent_visit_days', p.urgent, p.urgent_none],
  ] as const
  return said.map(([field, some, none]) => {
    const days = body[field]
    return { field, text: days === null ? none : some({ days }) }
  })
}

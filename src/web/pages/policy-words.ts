/** Policies in words: each says what it says in sentences, never as data. */
import type { Messages } from '../../../templates/messages/messages.ts'
import {
  formatDay,
  formatList,
  formatMoney,
  formatWeekday,
  type PageLanguage,
} from '../../../templates/parts/format.ts'
import type { PolicyBodies, PolicyBody, PolicyKind } from '../../policies/kinds.ts'
import { maskedFields, purposes, retainedClasses } from '../../policies/people-data.ts'
import { capSentences } from './policy-caps.ts'
import { sayCauses, sayPayments, sayStandards, sayWorkflows } from './policy-casework.ts'
import { sayPairing, sayVisiting } from './policy-pairing.ts'

/** Whose words and forms they are told in. */
export interface Speech {
  readonly t: Messages
  readonly language: PageLanguage
}

/** A sentence with the field of the policy that it is about. */
export interface Sentence {
  readonly field: string
  readonly text: string
}

type Say<K extends PolicyKind> = (body: PolicyBody<K>, speech: Speech) => Sentence[]

const sentences: { readonly [K in PolicyKind]: Say<K> } = {
  duties: sayDuties,
  committee: sayCommittee,
  tiers: sayTiers,
  workflows: sayWorkflows,
  causes: sayCauses,
  notice: sayNotice,
  caps: capSentences,
  standards: sayStandards,
  payments: sayPayments,
  pairing: sayPairing,
  visiting: sayVisiting,
  calendar: sayCalendar,
  masks: sayMasks,
  retention: sayRetention,
  sign_in: saySignIn,
}

/** What a policy says, a sentence for each thing. */
export function sentencesOf(kind: PolicyKind, body: unknown, speech: Speech): Sentence[] {
  const say = sentences[kind] as (body: unknown, speech: Speech) => Sentence[]
  return say(body, speech)
}

/** Whether an amount of a policy is none at all. */
export function isNothing(amount: string): boolean {
  return !/[1-9]/.test(amount)
}

function amountsIn({ language }: Speech, amounts: Readonly<Record<string, string>>): string {
  const told = Object.entries(amounts).map(([currency, amount]) =>
    formatMoney(language, amount, currency),
  )
  return formatList(language, told)
}

function sayDuties(body: PolicyBodies['duties'], speech: Speech): Sentence[] {
  const { t, language } = speech
  const { policies: p } = t
  const above = body.approval_above
  const roles = body.incompatible_roles.map(({ one, other }) =>
    p.roles_apart({ one: t.shell.role[one], other: t.shell.role[other] }),
  )
  return [
    ...body.not_the_same.map((pair) => ({ field: 'not_the_same', text: p.not_the_same[pair] })),
    ...(roles.length > 0 ? roles : [p.roles_free]).map((text) => ({
      field: 'incompatible_roles',
      text,
    })),
    { field: 'approval_above', text: approvalSaid(above, speech) },
    ...(above ? body.approvals : []).map(({ currency, above: amount, approvals: count }) => ({
      field: 'approvals',
      text: p.approvals_over({ amount: formatMoney(language, amount, currency), count }),
    })),
    { field: 'emergency', text: emergencySaid(body, speech) },
  ]
}

function approvalSaid(above: PolicyBodies['duties']['approval_above'], speech: Speech): string {
  const { policies: p } = speech.t
  if (above === null) return p.approval_none
  if (Object.values(above).every(isNothing)) return p.approval_every
  return p.approval_over({ amounts: amountsIn(speech, above) })
}

function emergencySaid(body: PolicyBodies['duties'], speech: Speech): string {
  const { emergency_allowed, emergency_limit, emergency_others: count } = body
  const { policies: p } = speech.t
  if (!emergency_allowed || emergency_limit === null) return p.emergency_none
  return p.emergency_some({ amounts: amountsIn(speech, emergency_limit), count })
}

function sayCommittee(body: PolicyBodies['committee'], { t }: Speech): Sentence[] {
  const { policies: p } = t
  const { quorum_share, quorum_members, majority_share: share } = body
  return [
    {
      field: 'quorum',
      text:
        quorum_members === null
          ? p.quorum_by_share({ share: quorum_share! })
          : p.quorum_by_number({ count: quorum_members }),
    },
    {
      field: 'majority',
      text: p.majority({
        over: p.over[body.majority_over],
        share,
        of: p.of_whom[body.majority_of],
      }),
    },
    {
      field: 'supervisors_attend',
      text: body.supervisors_attend ? p.supervisors_yes : p.supervisors_no,
    },
  ]
}

function sayTiers({ tiers }: PolicyBodies['tiers'], { t, language }: Speech): Sentence[] {
  const { policies: p } = t
  if (tiers.length === 0) return [{ field: 'tiers', text: p.tiers_none }]
  return tiers.map(({ currency, above, decided_by }) => {
    const by = p.decider[decided_by]
    const text = isNothing(above)
      ? p.tier_any({ by })
      : p.tier_over({ amount: formatMoney(language, above, currency), by })
    return { field: 'tiers', text }
  })
}

function sayNotice({ stages }: PolicyBodies['notice'], { t }: Speech): Sentence[] {
  const { policies: p } = t
  if (stages.length === 0) return [{ field: 'stages', text: p.stages_none }]
  return stages.map(({ level, days, counted_in: counted }) => ({
    field: 'stages',
    text: p.stage({ level: p.level_name[level], days, counted }),
  }))
}

function sayCalendar(body: PolicyBodies['calendar'], { t, language }: Speech): Sentence[] {
  const { policies: p } = t
  const { weekend, holidays, make_up_days } = body
  const free = weekend.map((weekday) => formatWeekday(language, weekday))
  const all = [...holidays, ...make_up_days].map(({ day }) => day).sort()
  const [first, last] = [all[0], all.at(-1)]
  const known =
    first === undefined || last === undefined
      ? p.days_none
      : p.days_known({
          holidays: holidays.length,
          make_up: make_up_days.length,
          first: formatDay(language, first),
          last: formatDay(language, last),
        })
  return [
    {
      field: 'weekend',
      text: free.length > 0 ? p.weekend_free({ days: formatList(language, free) }) : p.weekend_none,
    },
    { field: 'days', text: known },
  ]
}

function sayMasks(body: PolicyBodies['masks'], { t, language }: Speech): Sentence[] {
  const { policies: p } = t
  const fields = maskedFields.map((field) => {
    const shown = purposes.map((purpose) =>
      p.mask_for({ purpose: p.purpose[purpose], form: p.form[body[field][purpose]] }),
    )
    const text = p.mask({ field: p.field[field], shown: formatList(language, shown) })
    return { field, text }
  })
  const years = body.unnamed_below_years
  const unnamed = years === 0 ? p.unnamed_none : p.unnamed({ years })
  return [...fields, { field: 'unnamed_below_years', text: unnamed }]
}

function sayRetention(body: PolicyBodies['retention'], { t }: Speech): Sentence[] {
  const { policies: p } = t
  return retainedClasses.map((one) => {
    const field = `${one}_years` as const
    const [who, years] = [p.retained[field], body[field]]
    const text = years === null ? p.years_unlimited({ who }) : p.years({ who, years })
    return { field, text }
  })
}

function saySignIn(body: PolicyBodies['sign_in'], { t, language }: Speech): Sentence[] {
  const { policies: p } = t
  const { session_hours: hours, idle_minutes: minutes, second_factor_roles } = body
  const roles = second_factor_roles.map((role) => t.shell.role[role])
  return [
    { field: 'session_hours', text: p.session({ hours }) },
    { field: 'idle_minutes', text: minutes === null ? p.idle_none : p.idle({ minutes }) },
    {
      field: 'second_factor_roles',
      text:
        roles.length > 0
          ? p.second_factor({ roles: formatList(language, roles) })
          : p.second_factor_none,
    },
  ]
}

/** The sentences of one version that the other does not have, in their order. */
export function sentencesOnlyIn(
  one: readonly Sentence[],
  other: readonly Sentence[],
): readonly string[] {
  const said = new Set(other.map(({ text }) => text))
  return one.map(({ text }) => text).filter((text) => !said.has(text))
}

/**
 * What a new organisation begins with, by its kind: values of published measures (handbook A3 to A7, A9, F3),
 * to be read and changed by whoever adopts them. An amount holds in the currency of its measure alone; where
 * money is in another, the organisation says its own.
 */
import { canonicalJson } from '../kit/canonical.ts'
import type { Caps } from './caps.ts'
import { neutralPolicies } from './defaults.ts'
import type { PolicyBodies, PolicyKind } from './kinds.ts'
import { policyKinds } from './kinds.ts'
import { chinaCalendar } from './presets/china-days.ts'
import { cooperative } from './presets/cooperative.ts'
import { employerRelief } from './presets/employer-relief.ts'
import { mutualAid } from './presets/mutual-aid.ts'
import { partyBranch } from './presets/party-branch.ts'
import { tradeUnion } from './presets/trade-union.ts'

export const presetIds = [
  'party_branch',
  'trade_union',
  'cooperative',
  'employer_relief',
  'mutual_aid',
] as const
export type PresetId = (typeof presetIds)[number]

/** What a preset says; of what it leaves out the neutral default holds. */
export type Preset = Partial<Omit<PolicyBodies, 'calendar'>>

const presets: Readonly<Record<PresetId, Preset>> = {
  party_branch: partyBranch,
  trade_union: tradeUnion,
  cooperative,
  employer_relief: employerRelief,
  mutual_aid: mutualAid,
}

/** Where the notices of the State Council hold: the zones of mainland China. */
const chinaZones = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Harbin', 'PRC']

export interface PresetPlace {
  /** The organisation's currency, ISO 4217. */
  readonly currency: string
  /** Its time zone, IANA. */
  readonly time_zone: string
}

/** The policies of a preset for an organisation, one of each kind. */
export function presetPolicies(preset: PresetId, place: PresetPlace): PolicyBodies {
  const { currency, time_zone } = place
  const said = presets[preset]
  const duties = said.duties ?? neutralPolicies.duties
  const inCurrency = <T extends { readonly currency: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.currency === currency)
  const amountsIn = (amounts: Readonly<Record<string, string>> | null) =>
    amounts?.[currency] === undefined ? null : { [currency]: amounts[currency] }
  const emergency_limit = amountsIn(duties.emergency_limit)
  return {
    ...neutralPolicies,
    ...said,
    duties: {
      ...duties,
      approval_above: amountsIn(duties.approval_above),
      approvals: inCurrency(duties.approvals),
      emergency_limit,
      emergency_allowed: duties.emergency_allowed && emergency_limit !== null,
    },
    tiers: { tiers: inCurrency((said.tiers ?? neutralPolicies.tiers).tiers) },
    caps: { caps: capsIn(said.caps ?? neutralPolicies.caps, currency) },
    calendar: chinaZones.includes(time_zone) ? chinaCalendar() : neutralPolicies.calendar,
  }
}

/** Caps without an amount hold in any currency: a share of a bill, once a year. */
function capsIn({ caps }: Caps, currency: string): Caps['caps'] {
  return caps.flatMap((cap) => {
    if (cap.currency === currency) return [cap]
    const { kind } = cap.value
    const bare = kind === 'fixed' || kind === 'tier_table' ? ({ kind: 'none' } as const) : cap.value
    const kept = { ...cap, currency, value: bare, least: null, most: null }
    return bare.kind !== 'none' || cap.times_most !== null ? [kept] : []
  })
}

/** The kinds that a preset says something about, for an organisation. */
export function kindsOfPreset(preset: PresetId, place: PresetPlace): PolicyKind[] {
  const said = presetPolicies(preset, place)
  const same = (kind: PolicyKind) =>
    canonicalJson(said[kind]) === canonicalJson(neutralPolicies[kind])
  return policyKinds.filter((kind) => !same(kind))
}

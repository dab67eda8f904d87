/** Commands of policies: a new version of one, and the adoption of a preset. */
import { z } from 'zod'
import { organisationOf } from '../book/book.ts'
import { codeField, dayField, reasonField } from '../book/fields.ts'
import { command } from '../book/registry.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { unitMeant } from '../people/units.ts'
import { neutralPolicies } from '../policies/defaults.ts'
import { recordVersion, versionAt, versionInForce } from '../policies/in-force.ts'
import { bodies, type PolicyKind, policyKinds } from '../policies/kinds.ts'
import { presetIds, presetPolicies } from '../policies/presets.ts'
import { policyBeforeToday, policyOfOrganisation, policyUnchanged } from '../policies/refusals.ts'

/** One signs in to the organisation and not to a unit of it. */
const ofOrganisation: readonly PolicyKind[] = ['sign_in']

/** Tells what is wrong with a body at its own fields: `body.emergency_others`. */
function checkBody(input: { kind: PolicyKind; body: unknown }, context: z.RefinementCtx): void {
  const { error } = bodies[input.kind].safeParse(input.body)
  for (const { message, path } of error?.issues ?? []) {
    context.addIssue({ code: 'custom', message, path: ['body', ...path] })
  }
}

const policyBody = z
  .record(z.string().max(100), z.unknown(), { error: 'give the fields of the policy' })
  .meta({
    description: 'What the policy says; its fields depend on the kind.',
    examples: [neutralPolicies.duties],
  })

export const put = command({
  name: 'policies.put',
  summary: 'Puts a new version of a policy in force from a day on; earlier versions stay on record',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/policies/{kind}/versions' },
  input: z
    .strictObject({
      kind: z.enum(policyKinds),
      /** The code of the unit in which and below which it holds; without one the whole organisation. */
      unit: codeField.nullable().default(null),
      /** Today when left out. */
      effective_from: dayField.nullable().default(null),
      body: policyBody,
      reason: reasonField.nullable().default(null),
    })
    .superRefine(checkBody),
  output: z.object({ version: z.number(), kind: z.enum(policyKinds), effective_from: z.string() }),
  subject: ({ version }) => `policy/${version}`,
  run: (act, { kind, unit: code, effective_from, body: given, reason }) => {
    const { today } = act
    const unit = unitMeant(act, code)
    if (unit && ofOrganisation.includes(kind)) throw policyOfOrganisation({ kind, unit: unit.code })
    const from = effective_from ?? today
    const place = { unit: unit?.id ?? null, on: from }
    if (from < today && versionInForce(act, kind, { ...place, on: today })) {
      throw policyBeforeToday({ kind, from, today })
    }
    const body = bodies[kind].parse(given)
    if (versionAt(act, kind, place)?.body === canonicalJson(body)) {
      throw policyUnchanged({ kinds: [kind], from })
    }
    const made = { kind, unit: place.unit, from, body, preset: null, reason }
    return { version: recordVersion(act, made), kind, effective_from: from }
  },
})

export const adoptPreset = command({
  name: 'policies.adopt_preset',
  summary:
    'Puts the policies of a preset in force for the whole organisation from today on, where they differ from those that hold',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/policies/presets' },
  input: z.strictObject({
    preset: z.enum(presetIds),
    /** All of them when left out. */
    kinds: z
      .array(z.enum(policyKinds))
      .min(1)
      .max(policyKinds.length)
      .default([...policyKinds]),
  }),
  output: z.object({
    preset: z.enum(presetIds),
    versions: z.array(z.object({ kind: z.enum(policyKinds), version: z.number() })),
  }),
  subject: ({ versions }) => `policy/${versions[0]?.version}`,
  run: (act, { preset, kinds }) => {
    const { today: from } = act
    const said = presetPolicies(preset, organisationOf(act))
    const differing = policyKinds.filter((kind) => {
      const now = versionAt(act, kind, { unit: null, on: from })?.body
      return kinds.includes(kind) && canonicalJson(said[kind]) !== (now ?? neutralText(kind))
    })
    if (differing.length === 0) throw policyUnchanged({ kinds, from })
    const versions = differing.map((kind) => {
      const made = { kind, unit: null, from, body: said[kind], preset, reason: null }
      return { kind, version: recordVersion(act, made) as number }
    })
    return { preset, versions }
  },
})

function neutralText(kind: PolicyKind): string {
  return canonicalJson(neutralPolicies[kind])
}

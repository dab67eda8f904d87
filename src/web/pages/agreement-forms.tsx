/** The forms of agreements: drafted, added to, signed, kept, ended. */
import type { Hono } from 'hono'
import { DescriptionList } from '../../../templates/parts/description-list.tsx'
import { draft, promise, release, revise } from '../../pairing/agreements/drafting.ts'
import { record, takeBack } from '../../pairing/agreements/evidence.ts'
import { commitmentUnknown, evidenceUnknown } from '../../pairing/agreements/refusals.ts'
import { agreementSides, promiseKinds } from '../../pairing/agreements/rows.ts'
import { end, sign } from '../../pairing/agreements/signing.ts'
import {
  type AgreementTold,
  agreementAsked,
  bodyOptions,
  kindOptions,
  measureTold,
} from './agreement-views.ts'
import type { Asked, FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { hasUnits, unitOptions } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

const pathOfOne = '/pairing/agreements/:agreement{[0-9]+}'

/** Mounts them. */
export function mountAgreementForms(app: Hono, desk: Desk): void {
  mountDrafting(app, desk)
  mountRevising(app, desk)
  mountPromising(app, desk)
  mountSigning(app, desk)
  mountEnding(app, desk)
  mountReleasing(app, desk)
  mountRecording(app, desk)
  mountTakingBack(app, desk)
}

/** What a version says. */
const termsFields: readonly FieldSpec[] = [
  {
    name: 'kinds',
    kind: 'several',
    label: (t) => t.agreements.kinds,
    hint: (t) => t.agreements.kinds_hint,
    options: ({ visit }) => kindOptions(visit),
  },
  { name: 'from_on', kind: 'day', label: (t) => t.agreements.from_on },
  { name: 'until_on', kind: 'day', label: (t) => t.agreements.until_on, leaveEmpty: true },
  {
    name: 'text',
    kind: 'long_text',
    label: (t) => t.agreements.text,
    hint: (t) => t.agreements.text_hint,
  },
]

function reasonField(name = 'reason'): FieldSpec {
  return { name, kind: 'long_text', label: (t) => t.agreements.reason }
}

const sideField: FieldSpec = {
  name: 'side',
  kind: 'radios',
  label: (t) => t.agreements.side,
  options: (asked) => sideOptions(asked),
}

/** The sides by the names of the bodies. */
function sideOptions({ t, visit }: Asked) {
  const told = agreementAsked(visit)
  const names = { helper: told.helper.name, helped: told.party.name }
  return agreementSides.map((value) => ({
    value,
    label: names[value],
    hint: t.agreements.sides[value],
  }))
}

/** Between whom it is, above the questions. */
function about(visit: Visit) {
  const { agreements } = visit.t
  const { reference, helper, party } = agreementAsked(visit)
  return (
    <DescriptionList
      items={[
        { term: agreements.agreement, detail: reference },
        { term: agreements.helper, detail: helper.name },
        { term: agreements.party, detail: party.name },
      ]}
    />
  )
}

function mountDrafting(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/agreements/new',
    command: draft,
    place: 'pairing',
    title: (t) => t.agreements.draft,
    lead: (t) => t.agreements.draft_lead,
    fields: [
      {
        name: 'helper',
        kind: 'select',
        label: (t) => t.agreements.helper,
        hint: (t) => t.agreements.helper_hint,
        options: ({ visit }) => bodyOptions(visit),
      },
      {
        name: 'party',
        kind: 'person',
        label: (t) => t.agreements.party,
        hint: (t) => t.agreements.party_hint,
        newKind: 'public_body',
        newKinds: ['public_body', 'organisation'],
      },
      ...termsFields,
      {
        name: 'unit',
        kind: 'select',
        label: (t) => t.agreements.unit,
        hint: (t) => t.agreements.unit_hint,
        optional: true,
        options: ({ visit }) => unitOptions(visit),
        when: hasUnits,
      },
    ],
    begin: ({ today }) => ({ from_on: today }),
    checked: false,
    button: (t) => t.agreements.do_draft,
    done: ({ agreement }) => `/pairing/agreements/${agreement}?done=drafted`,
  })
}

function mountRevising(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${pathOfOne}/versions/new`,
    command: revise,
    place: 'pairing',
    title: (t) => t.agreements.revise,
    lead: (t) => t.agreements.revise_lead,
    about,
    fields: termsFields,
    begin: (visit) => {
      const { kinds, from_on, until_on, text } = agreementAsked(visit).versions.at(-1)!
      const chosen = kinds.map(({ code }) => code).join('\n')
      return { kinds: chosen, from_on, until_on, text: text ?? '' }
    },
    button: (t) => t.agreements.revise,
    done: ({ agreement }) => `/pairing/agreements/${agreement}?done=revised`,
  })
}

const quantityField: FieldSpec = {
  name: 'quantity',
  kind: 'number',
  label: (t) => t.agreements.quantity,
  hint: (t) => t.agreements.quantity_hint,
  optional: true,
}

const amountField: FieldSpec = {
  name: 'amount',
  kind: 'money',
  label: (t) => t.agreements.amount,
  hint: (t) => t.agreements.amount_hint,
  currency: ({ visit }) => agreementAsked(visit).currency,
  optional: true,
}

function mountPromising(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${pathOfOne}/commitments/new`,
    command: promise,
    place: 'pairing',
    title: (t) => t.agreements.promise,
    lead: (t) => t.agreements.promise_lead,
    about,
    fields: [
      sideField,
      {
        name: 'kind',
        kind: 'radios',
        label: (t) => t.agreements.kind,
        options: ({ t }) =>
          promiseKinds.map((value) => ({ value, label: t.agreements.promise_kinds[value] })),
      },
      amountField,
      quantityField,
      { name: 'due_on', kind: 'day', label: (t) => t.agreements.due_on, leaveEmpty: true },
      { name: 'text', kind: 'long_text', label: (t) => t.agreements.what },
    ],
    checked: false,
    button: (t) => t.agreements.promise,
    done: ({ agreement }) => `/pairing/agreements/${agreement}?done=promised`,
  })
}

function mountSigning(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${pathOfOne}/signatures/new`,
    command: sign,
    place: 'pairing',
    title: (t) => t.agreements.sign,
    lead: (t, visit) => t.agreements.sign_lead({ version: agreementAsked(visit).newest_version }),
    about,
    fields: [
      {
        ...sideField,
        kind: 'radios',
        options: (asked) => {
          const { signatures } = agreementAsked(asked.visit).versions.at(-1)!
          const signed = signatures.map(({ side }) => side as string)
          return sideOptions(asked).filter(({ value }) => !signed.includes(value))
        },
      },
      {
        name: 'signer',
        kind: 'text',
        label: (t) => t.agreements.signer,
        hint: (t) => t.agreements.signer_hint,
      },
      { name: 'on_day', kind: 'day', label: (t) => t.agreements.signed_on },
      { name: 'note', kind: 'long_text', label: (t) => t.agreements.note, optional: true },
    ],
    begin: ({ today }) => ({ on_day: today }),
    input: (read, { visit }) => ({ ...read, version: agreementAsked(visit).newest_version }),
    button: (t) => t.agreements.do_sign,
    done: ({ agreement }) => `/pairing/agreements/${agreement}?done=signed`,
  })
}

function mountEnding(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${pathOfOne}/end`,
    command: end,
    place: 'pairing',
    title: (t, visit) => t.agreements.end_title(agreementAsked(visit)),
    lead: (t) => t.agreements.end_lead,
    about,
    fields: [{ name: 'on_day', kind: 'day', label: (t) => t.agreements.ended_on }, reasonField()],
    begin: ({ today }) => ({ on_day: today }),
    button: (t) => t.agreements.do_end,
    done: ({ agreement }) => `/pairing/agreements/${agreement}?done=ended`,
  })
}

/** The commitment that the address names. Refuses `agreement.commitment_unknown`. */
function lineAsked(visit: Visit): AgreementTold['lines'][number] & { readonly currency: string } {
  const { lines, currency } = agreementAsked(visit)
  const commitment = Number(visit.c.req.param('commitment'))
  const found = lines.find((one) => one.commitment === commitment)
  if (!found) throw commitmentUnknown({ commitment })
  return { ...found, currency }
}

/** Which commitment it is about, above the questions. */
function aboutLine(visit: Visit) {
  const { agreements } = visit.t
  const line = lineAsked(visit)
  const told = (measure: string) => measureTold(visit, line, measure, line.currency)
  return (
    <DescriptionList
      items={[
        { term: agreements.promises, detail: agreements.promise_kinds[line.kind], note: line.text },
        { term: agreements.promised, detail: told(line.promised) },
        { term: agreements.open, detail: told(line.open) },
      ]}
    />
  )
}

function mountReleasing(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${pathOfOne}/commitments/:commitment{[0-9]+}/release`,
    command: release,
    place: 'pairing',
    title: (t) => t.agreements.release_title,
    lead: (t) => t.agreements.release_lead,
    about: aboutLine,
    fields: [reasonField()],
    button: (t) => t.agreements.do_release,
    done: ({ agreement }) => `/pairing/agreements/${agreement}?done=released`,
  })
}

function mountRecording(app: Hono, desk: Desk): void {
  const inMoney = (visit: Visit) => lineAsked(visit).in_money
  const isMoney = (visit: Visit) => lineAsked(visit).kind === 'money'
  mountForm(app, desk, {
    path: `${pathOfOne}/commitments/:commitment{[0-9]+}/evidence/new`,
    command: record,
    place: 'pairing',
    title: (t) => t.agreements.record_title,
    lead: (t) => t.agreements.record_lead,
    about: aboutLine,
    fields: [
      {
        name: 'on_day',
        kind: 'day',
        leaveEmpty: true,
        label: (t) => t.agreements.done_on,
        hint: (t, visit) => (isMoney(visit) ? t.agreements.done_on_hint : ''),
      },
      {
        name: 'contribution',
        kind: 'number',
        label: (t) => t.agreements.contribution,
        hint: (t) => t.agreements.contribution_hint,
        optional: true,
        when: isMoney,
      },
      { ...amountField, hint: () => '', when: inMoney },
      {
        ...quantityField,
        hint: () => '',
        optional: false,
        when: (visit) => !inMoney(visit),
      },
      { name: 'text', kind: 'long_text', label: (t) => t.agreements.evidence_text },
      {
        name: 'digest',
        kind: 'text',
        label: (t) => t.agreements.digest,
        hint: (t) => t.agreements.digest_hint,
        optional: true,
      },
    ],
    begin: (visit): Record<string, string> => (isMoney(visit) ? {} : { on_day: visit.today }),
    button: (t) => t.agreements.do_record,
    done: ({ agreement }) => `/pairing/agreements/${agreement}?done=recorded`,
  })
}

function mountTakingBack(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${pathOfOne}/evidence/:evidence{[0-9]+}/removal`,
    command: takeBack,
    place: 'pairing',
    title: (t, visit) =>
      t.agreements.take_back_title({ evidence: Number(visit.c.req.param('evidence')) }),
    lead: (t) => t.agreements.take_back_lead,
    about: (visit) => {
      const evidence = Number(visit.c.req.param('evidence'))
      const all = agreementAsked(visit).lines.flatMap((line) => line.evidence)
      const found = all.find((one) => one.evidence === evidence)
      if (!found) throw evidenceUnknown({ evidence })
      return <p>{found.text}</p>
    },
    fields: [reasonField()],
    button: (t) => t.agreements.do_take_back,
    done: ({ agreement }) => `/pairing/agreements/${agreement}?done=taken_back`,
  })
}

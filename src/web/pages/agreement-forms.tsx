/** The forms of agreements: drafted, added to, signed, ended. */
import type { Hono } from 'hono'
import { DescriptionList } from '../../../templates/parts/description-list.tsx'
import { draft, promise, revise } from '../../pairing/agreements/drafting.ts'
import { agreementSides, promiseKinds } from '../../pairing/agreements/rows.ts'
import { end, sign } from '../../pairing/agreements/signing.ts'
import { agreementAsked, bodyOptions, kindOptions } from './agreement-views.ts'
import type { Asked, FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { hasUnits, unitOptions } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

export const pathOfAgreement = '/pairing/agreements/:agreement{[0-9]+}'

/** Mounts them. */
export function mountAgreementForms(app: Hono, desk: Desk): void {
  mountDrafting(app, desk)
  mountRevising(app, desk)
  mountPromising(app, desk)
  mountSigning(app, desk)
  mountEnding(app, desk)
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

/** Why something is done that cannot be taken back. */
export function reasonField(): FieldSpec {
  return { name: 'reason', kind: 'long_text', label: (t) => t.agreements.reason }
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
    path: `${pathOfAgreement}/versions/new`,
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

/** How many, of what is told by a number. */
export const quantityField: FieldSpec = {
  name: 'quantity',
  kind: 'number',
  label: (t) => t.agreements.quantity,
  hint: (t) => t.agreements.quantity_hint,
  optional: true,
}

/** How much, of what is told by an amount. */
export const amountField: FieldSpec = {
  name: 'amount',
  kind: 'money',
  label: (t) => t.agreements.amount,
  hint: (t) => t.agreements.amount_hint,
  currency: ({ visit }) => agreementAsked(visit).currency,
  optional: true,
}

function mountPromising(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${pathOfAgreement}/commitments/new`,
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
    path: `${pathOfAgreement}/signatures/new`,
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
    path: `${pathOfAgreement}/end`,
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

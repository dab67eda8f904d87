/** The forms of people's data: what is sealed and read, consent, erasure. */
import type { Hono } from 'hono'
import { html } from 'hono/html'
import { give, withdraw } from '../../people/consent-commands.ts'
import { consentPurposes } from '../../people/consents.ts'
import { show as showFields } from '../../people/data-queries.ts'
import { empty, seal } from '../../people/sealed-commands.ts'
import { open as unseal } from '../../people/unsealings.ts'
import * as erasures from '../../privacy/erasure-commands.ts'
import { documentTypes } from '../../vault/values.ts'
import type { Asked, FieldSpec, Option } from './fields.ts'
import { mountForm } from './forms.tsx'
import { aboutParty, partyAbove } from './memberships.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the forms. */
export function mountPersonalDataForms(app: Hono, desk: Desk): void {
  mountSealing(app, desk)
  mountReading(app, desk)
  mountConsents(app, desk)
  mountErasures(app, desk)
}

/** The fields of the party that the address names, or those of them that are filled. */
function fieldOptions({ visit, t }: Pick<Asked, 'visit' | 't'>, filled: boolean): Option[] {
  return visit
    .ask(showFields, { party: partyAbove(visit) })
    .fields.filter(({ state }) => !filled || state === 'sealed')
    .map(({ field }) => ({ value: field, label: t.words.data_field[field] }))
}

const dataOf = (party: string, done: string) => `/people/${party}/data?done=${done}`

function mountSealing(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/people/:party/sealed-fields/new',
    command: seal,
    place: 'people',
    title: (t) => t.personal.seal_title,
    lead: (t) => t.personal.seal_lead,
    about: aboutParty,
    fields: [
      {
        name: 'field',
        kind: 'select',
        label: (t) => t.personal.field,
        options: (asked) => fieldOptions(asked, false),
      },
      {
        name: 'value',
        kind: 'text',
        label: (t) => t.personal.text,
        hint: (t) => t.personal.text_hint,
      },
      {
        name: 'document',
        kind: 'select',
        optional: true,
        label: (t) => t.personal.document,
        hint: (t) => t.personal.document_hint,
        options: ({ t }) =>
          documentTypes.map((value) => ({ value, label: t.words.data_document[value] })),
      },
      {
        name: 'bank',
        kind: 'text',
        optional: true,
        label: (t) => t.personal.bank,
        hint: (t) => t.personal.bank_hint,
      },
    ],
    checked: false,
    button: (t) => t.personal.do_seal,
    done: ({ party }) => dataOf(party, 'seal'),
  })
  mountEmptying(app, desk)
}

function mountEmptying(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/people/:party/sealed-fields/removal',
    command: empty,
    place: 'people',
    title: (t) => t.personal.clear,
    lead: (t) => t.personal.clear_lead,
    about: aboutParty,
    fields: [
      {
        name: 'field',
        kind: 'radios',
        label: (t) => t.personal.field,
        options: (asked) => fieldOptions(asked, true),
      },
    ],
    checked: false,
    button: (t) => t.personal.do_clear,
    done: ({ party }) => dataOf(party, 'clear'),
  })
}

function mountReading(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/people/:party/unsealings/new',
    command: unseal,
    place: 'people',
    title: (t) => t.personal.unseal_title,
    lead: (t) => t.personal.unseal_lead,
    about: aboutParty,
    fresh: true,
    fields: [
      {
        name: 'fields',
        kind: 'several',
        label: (t) => t.personal.which,
        options: (asked) => fieldOptions(asked, true),
      },
      {
        name: 'reason',
        kind: 'long_text',
        label: (t) => t.personal.reason,
        hint: (t) => t.personal.reason_hint,
      },
    ],
    checked: false,
    button: (t) => t.personal.do_unseal,
    done: ({ unsealing }) => `/unsealings/${unsealing}`,
  })
}

const evidence: FieldSpec = {
  name: 'evidence',
  kind: 'long_text',
  optional: true,
  label: (t) => t.personal.evidence,
  hint: (t) => t.personal.evidence_hint,
}

function mountConsents(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/people/:party/consents/new',
    command: give,
    place: 'people',
    title: (t) => t.personal.give,
    lead: (t) => t.personal.give_lead,
    about: aboutParty,
    fields: [
      {
        name: 'purpose',
        kind: 'radios',
        label: (t) => t.personal.purpose,
        options: ({ t }) =>
          consentPurposes.map((value) => ({ value, label: t.words.consent_purpose[value] })),
      },
      { name: 'given_on', kind: 'day', leaveEmpty: true, label: (t) => t.personal.given_on },
      evidence,
    ],
    checked: false,
    button: (t) => t.personal.do_give,
    done: ({ party }) => dataOf(party, 'consent'),
  })
  mountForm(app, desk, {
    path: '/consents/:consent{[0-9]+}/withdrawal',
    command: withdraw,
    place: 'people',
    title: (t) => t.personal.withdraw_title,
    fields: [
      {
        name: 'withdrawn_on',
        kind: 'day',
        leaveEmpty: true,
        label: (t) => t.personal.withdrawn_on,
      },
      evidence,
    ],
    checked: false,
    button: (t) => t.personal.do_withdraw,
    done: ({ party }) => dataOf(party, 'withdrawal'),
  })
}

/** The person whose erasure the address names, above the question whether to go on. */
function aboutErasure(visit: Visit) {
  const request = Number(visit.c.req.param('request'))
  const { erasures: all } = visit.ask(erasures.list, {})
  const found = all.find((one) => one.request === request)
  if (!found) return undefined
  return html`<p><strong>${found.name}</strong> · <span class="numeral">${found.party}</span></p>`
}

function mountErasures(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/people/:party/erasure',
    command: erasures.request,
    place: 'people',
    title: (t) => t.personal.erase,
    lead: (t) => t.personal.erase_lead,
    about: aboutParty,
    fresh: true,
    fields: [
      {
        name: 'ground',
        kind: 'radios',
        label: (t) => t.personal.ground,
        options: ({ t }) =>
          erasures.erasureGrounds.map((value) => ({
            value,
            label: t.words.erasure_ground[value],
          })),
      },
    ],
    checked: false,
    button: (t) => t.personal.do_erase,
    done: ({ party }) => dataOf(party, 'asked'),
  })
  mountForm(app, desk, {
    path: '/erasures/:request{[0-9]+}/confirmation',
    command: erasures.confirm,
    place: 'audit',
    title: (t) => t.personal.confirm_title,
    lead: (t) => t.personal.confirm_lead,
    about: aboutErasure,
    fresh: true,
    fields: [],
    button: (t) => t.personal.do_confirm,
    outcome: ({ texts, named_still }, { t }) => [
      { label: t.personal.texts, value: { text: String(texts) } },
      { label: t.personal.named_still, value: { text: named_still.join(', ') || t.personal.none } },
    ],
    done: ({ party }) => dataOf(party, 'erased'),
  })
  mountForm(app, desk, {
    path: '/erasures/:request{[0-9]+}/withdrawal',
    command: erasures.withdraw,
    place: 'audit',
    title: (t) => t.personal.take_back_title,
    about: aboutErasure,
    fields: [],
    checked: false,
    button: (t) => t.personal.take_back,
    done: ({ party }) => dataOf(party, 'back'),
  })
}

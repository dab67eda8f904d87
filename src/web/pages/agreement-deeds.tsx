/** The forms of what is done under agreements: recorded, taken back, given up. */
import type { Hono } from 'hono'
import { DescriptionList } from '../../../templates/parts/description-list.tsx'
import { release } from '../../pairing/agreements/drafting.ts'
import { record, takeBack } from '../../pairing/agreements/evidence.ts'
import { commitmentUnknown, evidenceUnknown } from '../../pairing/agreements/refusals.ts'
import { amountField, pathOfAgreement, quantityField, reasonField } from './agreement-forms.tsx'
import { type AgreementTold, agreementAsked, measureTold } from './agreement-views.ts'
import { mountForm } from './forms.tsx'
import type { Desk, Visit } from './visit.ts'

/** Mounts them. */
export function mountAgreementDeeds(app: Hono, desk: Desk): void {
  mountReleasing(app, desk)
  mountRecording(app, desk)
  mountTakingBack(app, desk)
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
    path: `${pathOfAgreement}/commitments/:commitment{[0-9]+}/release`,
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
    path: `${pathOfAgreement}/commitments/:commitment{[0-9]+}/evidence/new`,
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
    path: `${pathOfAgreement}/evidence/:evidence{[0-9]+}/removal`,
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

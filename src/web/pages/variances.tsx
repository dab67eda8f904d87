/** Pages of variance statements: one, made, and answered by both sides. */
import type { Hono } from 'hono'
import { VariancePage } from '../../../templates/pages/variance.tsx'
import { DescriptionList } from '../../../templates/parts/description-list.tsx'
import { formatDay } from '../../../templates/parts/format.ts'
import { Day } from '../../../templates/parts/time.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { agreementSides } from '../../pairing/agreements/rows.ts'
import { make, sign } from '../../pairing/agreements/variance.ts'
import { varianceDownload } from '../agreement-downloads.ts'
import {
  agreementAsked,
  commitmentView,
  totalView,
  type VarianceTold,
  varianceAsked,
} from './agreement-views.ts'
import { doneOn } from './done.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { recordedBy } from './recorded-by.ts'
import { toldOf } from './refused.ts'
import type { Desk, Visit } from './visit.ts'

const pathOfOne = '/pairing/variance-statements/:statement{[0-9]+}'

/** Mounts them. */
export function mountVariances(app: Hono, desk: Desk): void {
  mountMaking(app, desk)
  mountAnswering(app, desk)
  mountPage(app, desk, pathOfOne, onePage)
}

function mountMaking(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/agreements/:agreement{[0-9]+}/variance/new',
    command: make,
    place: 'pairing',
    title: (t) => t.agreements.make,
    lead: (t) => t.agreements.make_lead,
    about: (visit) => {
      const { reference, helper, party } = agreementAsked(visit)
      const { agreements } = visit.t
      return (
        <DescriptionList
          items={[
            { term: agreements.agreement, detail: reference },
            { term: agreements.helper, detail: helper.name },
            { term: agreements.party, detail: party.name },
          ]}
        />
      )
    },
    fields: [{ name: 'as_of', kind: 'day', label: (t) => t.agreements.as_of }],
    begin: ({ today }) => ({ as_of: today }),
    checked: false,
    button: (t) => t.agreements.do_make,
    done: ({ statement }) => `/pairing/variance-statements/${statement}?done=made`,
  })
}

function mountAnswering(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${pathOfOne}/answers/new`,
    command: sign,
    place: 'pairing',
    title: (t, visit) => t.agreements.answer_of(varianceAsked(visit)),
    lead: (t) => t.agreements.answer_lead,
    fields: [
      {
        name: 'side',
        kind: 'radios',
        label: (t) => t.agreements.side,
        options: ({ t, visit }) => {
          const { helper, party, signatures } = varianceAsked(visit)
          const names = { helper: helper.name, helped: party.name }
          const answered = signatures.map(({ side }) => side)
          return agreementSides
            .filter((side) => !answered.includes(side))
            .map((value) => ({
              value,
              label: names[value],
              hint: t.agreements.sides[value],
            }))
        },
      },
      {
        name: 'answer',
        kind: 'radios',
        label: (t) => t.agreements.answer,
        options: ({ t }) =>
          (['signed', 'refused'] as const).map((value) => ({
            value,
            label: t.agreements.answers[value],
          })),
      },
      {
        name: 'signer',
        kind: 'text',
        label: (t) => t.agreements.signer,
        hint: (t) => t.agreements.signer_hint,
      },
      { name: 'on_day', kind: 'day', label: (t) => t.agreements.signed_on },
      {
        name: 'note',
        kind: 'long_text',
        label: (t) => t.agreements.answer_note,
        hint: (t) => t.agreements.answer_note_hint,
        optional: true,
      },
    ],
    begin: ({ today }) => ({ on_day: today }),
    button: (t) => t.agreements.record_answer,
    done: ({ statement }) => `/pairing/variance-statements/${statement}?done=answered`,
  })
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = varianceAsked(visit)
  const { agreements } = t
  const title = agreements.variance_one(told)
  const at = `/pairing/variance-statements/${told.statement}`
  const paper = `/variance-statements/${told.statement}/statement.pdf?language=${language}`
  const body = VariancePage({
    t,
    language,
    title,
    breadcrumbs: [
      { href: href('/pairing/agreements'), label: agreements.title },
      { href: href(`/pairing/agreements/${told.agreement}`), label: told.agreement_reference },
    ],
    done: doneOn(visit, { made: agreements.make_done, answered: agreements.answer_done }),
    acts: [
      ...(told.may_sign.length > 0
        ? [{ href: href(`${at}/answers/new`), label: agreements.record_answer }]
        : []),
      ...(visit.may(varianceDownload)
        ? [{ href: href(paper), label: agreements.print_variance }]
        : []),
    ],
    barred: told.barred && told.newer === null ? toldOf(told.barred, t) : null,
    newer:
      told.newer === null
        ? null
        : {
            sentence: agreements.newer(told),
            link: {
              href: href(`/pairing/variance-statements/${told.newer}`),
              label: agreements.see_newer,
            },
          },
    particulars: [
      { term: agreements.helper, detail: told.helper.name },
      { term: agreements.party, detail: told.party.name },
      { term: agreements.as_of, detail: <Day language={language} day={told.as_of} /> },
      {
        term: agreements.agreement,
        detail: (
          <a href={href(`/pairing/agreements/${told.agreement}`)}>{told.agreement_reference}</a>
        ),
        note: agreements.version(told),
      },
    ],
    commitments: told.lines.map((line) =>
      commitmentView(visit, line, { currency: told.currency, binding: true, note: null, acts: [] }),
    ),
    totals: told.totals.map((total) => totalView(visit, total, told.currency)),
    answers: answersOf(visit, told),
    digest: told.digest,
    sound: told.sound,
  })
  return { title, body, place: 'pairing' }
}

/** How each side answered. */
function answersOf(visit: Visit, { signatures, newer }: VarianceTold): MilestoneView[] {
  const { t, language } = visit
  const { agreements } = t
  return agreementSides.map((side): MilestoneView => {
    const one = signatures.find((signature) => signature.side === side)
    const name = agreements.sides[side]
    if (!one) {
      const title = `${name} · ${agreements.answers.open}`
      return { title, state: newer === null ? 'current' : 'coming' }
    }
    const said = [one.signer, formatDay(language, one.on_day), one.note]
    return {
      title: `${name} · ${agreements.answers[one.answer]}`,
      state: one.answer === 'signed' ? 'done' : 'stopped',
      ...recordedBy(visit, one.sequence),
      detail: said.filter((text) => text).join(' · '),
    }
  })
}

/** The form in which a helper tells of a visit on their own page: the questions of the office’s form, without its money. */

import { problemIn } from '../../../templates/messages/problems.ts'
import { OwnForm } from '../../../templates/pages/together.tsx'
import { VisitFields } from '../../../templates/pages/visit-form.tsx'
import { Waiting } from '../../../templates/pages/visit-waiting.tsx'
import type { OptionView } from '../../../templates/parts/field.tsx'
import type { FormErrorView } from '../../../templates/parts/form.tsx'
import { organisationOf } from '../../book/book.ts'
import { type InputIssue, inputInvalid } from '../../book/refusals.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { FollowedPair } from '../../pairing/own/following.ts'
import { ownSide } from '../../pairing/own/sides.ts'
import { record } from '../../pairing/own/visit-acts.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { readForm } from './form-body.ts'
import { redirect } from './frame.tsx'
import { inOne, told } from './refused.ts'
import { doesOwn, type OwnReader, ownLook, ownPage } from './together-session.ts'
import { questionOf, readVisit, visitBegun } from './visit-form.ts'
import { freshKey } from './visitor.tsx'
import { ownOffline } from './visits-offline.ts'

interface FormState {
  readonly values: Readonly<Record<string, string>>
  /** What is wrong, by question; that of no question stands above all. */
  readonly errors: Readonly<Record<string, string>>
  readonly above?: string
  readonly status: number
}

/** The page of the form, with what was typed where it was not taken. */
export function telling(who: OwnReader, pair: FollowedPair, state?: FormState): Response {
  const { t, language, place } = who
  const words = t.together.visits
  const back = `${place}/pairs/${pair.pair}`
  const { today, currency, needKinds } = asked(who, pair)
  const { errors = {}, values = visitBegun(today), above, status = 200 } = state ?? {}
  const form = OwnForm({
    t,
    language,
    place,
    caption: pair.other,
    title: words.tell,
    lead: words.tell_lead,
    action: `${back}/visit`,
    idempotencyKey: freshKey(who.counter.porch.random),
    back,
    problems: problemsOf(errors, above),
    button: t.visits.do_record,
    careful: false,
    children: (
      <VisitFields
        t={t}
        language={language}
        values={values}
        errors={errors}
        needKinds={needKinds}
        careEvents={[]}
        currency={currency}
        office={null}
      />
    ),
  })
  const offline = ownOffline(who.c, { place, code: who.code.id, to: pair.other })
  const body = (
    <Waiting t={t} language={language} offline={offline}>
      {form}
    </Waiting>
  )
  return ownPage(who, { title: words.tell, body, status, scripts: 'visits' })
}

function problemsOf(errors: FormState['errors'], above: string | undefined): FormErrorView[] {
  const found = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return above === undefined ? found : [{ message: above }, ...found]
}

/** What the form offers: the day, the currency of private gifts, kinds of need. */
function asked(who: OwnReader, { pair: id }: FollowedPair) {
  return ownLook(who, (view) => {
    const { pair } = ownSide(view, who.code, id)
    const on = view.today
    const { kinds } = policyInForce(view, 'pairing', { unit: pair.unit_id, on }).body
    const needKinds: OptionView[] = kinds.map(({ code, name }) => ({
      value: code,
      label: name[who.language],
    }))
    return { today: on, currency: organisationOf(view).currency, needKinds }
  })
}

/** Records the visit that was told of; shows the form again with what is wrong in it. */
export async function tellingDone(who: OwnReader, pair: FollowedPair): Promise<Response> {
  const { key, ...fields } = await readForm(who.c.req.raw)
  const { t, language } = who
  const { input, errors } = readVisit({ t, language, fields: ownFields(fields) })
  if (Object.keys(errors).length > 0) {
    return telling(who, pair, { values: fields, errors, status: 422 })
  }
  try {
    await doesOwn(who, record, { ...input, pair: pair.pair }, key)
    return redirect(`${who.place}/pairs/${pair.pair}?done=told`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return telling(who, pair, { values: fields, ...wrong(who, error), status: error.status })
  }
}

/** What the own page asks, and nothing of what the office alone is asked. */
const ownQuestions = [
  ...['kind', 'visited_on', 'met', 'found', 'at_place', 'minutes'],
  ...['wish_kind', 'wish_text', 'next_text', 'next_on', 'next_for'],
  ...['help_form', 'help_kind', 'help_text', 'help_amount'],
]

function ownFields(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => ownQuestions.includes(name)))
}

/** A refusal at the questions it is about, or above them all. */
function wrong({ t }: OwnReader, refusal: Refusal): Pick<FormState, 'errors' | 'above'> {
  if (refusal.code !== inputInvalid.code) return { errors: {}, above: inOne(told(refusal, t)) }
  const issues = refusal.values.issues as readonly InputIssue[]
  const errors = issues.map(({ field, problem }) => [questionOf(field), problemIn(t, problem)])
  return { errors: Object.fromEntries(errors) as Record<string, string> }
}

/** What of public notices concerns a case: those it has been on, and what was objected to it. */

import { ButtonLink } from '../../../../templates/parts/button.tsx'
import type { LinkView } from '../../../../templates/parts/content.ts'
import { DescriptionList } from '../../../../templates/parts/description-list.tsx'
import { formatDay } from '../../../../templates/parts/format.ts'
import { Row, Section } from '../../../../templates/parts/layout.tsx'
import { State } from '../../../../templates/parts/state.tsx'
import { ofCase } from '../../../hardship/notices/case-queries.ts'
import { decide } from '../../../hardship/notices/deciding.ts'
import { putUp } from '../../../hardship/notices/putting-up.ts'
import { takeDown } from '../../../hardship/notices/taking-down.ts'
import { noticePath, registerPath } from '../notice-forms.ts'
import type { Visit } from '../visit.ts'
import type { CaseSection, RoundAct } from './section.ts'

const stateKinds = { up: 'active', ran_out: 'waiting', ran: 'done', void: 'stopped' } as const

type NoticeOfCase = ReturnType<typeof noticesAsked>[number]

function noticesAsked(visit: Visit, id: number) {
  return visit.may(ofCase) ? visit.ask(ofCase, { case: id }).notices : []
}

/** The notices of a case, and the one button that leads on: putting it up, deciding what stops it, taking it down. */
export const noticesSection: CaseSection = (visit, { case: id, state, step_kind }) => {
  const { t, href } = visit
  const found = noticesAsked(visit, id)
  const isUp = found.some((one) => one.state === 'up' || one.state === 'ran_out')
  const waits = state === 'open' && step_kind === 'notice' && !isUp && visit.may(putUp)
  if (found.length === 0 && !waits) return null
  const putUpHere = { href: `${registerPath}/new?numbers=${id}`, label: t.notices.put_up }
  const next = waits ? putUpHere : nextOf(visit, found)
  const act = next && (
    <ButtonLink kind="primary" href={href(next.href)}>
      {next.label}
    </ButtonLink>
  )
  return (
    <Section title={t.notices.of_case} id="notices" actions={act}>
      <DescriptionList items={found.map((one) => itemOf(visit, one))} />
    </Section>
  )
}

/** What leads on from the notices that were put up; undefined when nothing does, or for who may not. */
function nextOf(visit: Visit, found: readonly NoticeOfCase[]): LinkView | undefined {
  const { t } = visit
  for (const { notice, state, objections } of found.filter(({ reached }) => reached)) {
    const open = objections.find(({ outcome }) => outcome === null)
    if (open && visit.may(decide)) {
      return { href: `/objections/${open.objection}`, label: t.objections.decide }
    }
    if (!open && state === 'ran_out' && visit.may(takeDown)) {
      return { href: `${noticePath(notice)}/taking-down`, label: t.notices.take_down }
    }
  }
  return undefined
}

function itemOf(visit: Visit, one: NoticeOfCase) {
  const { t, language, href } = visit
  const [from, to] = [one.put_up_on, one.last_on].map((day) => formatDay(language, day, 'short'))
  const name = t.notices.one(one)
  return {
    term: t.notices.levels[one.level],
    detail: (
      <Row>
        {one.reached ? <a href={href(noticePath(one.notice))}>{name}</a> : name}
        <State kind={stateKinds[one.state]} word={t.notices.states[one.state]} />
        {one.objections.map((objection) => objectionOf(visit, objection, one.reached))}
      </Row>
    ),
    note: `${t.notices.from_to({ from: from!, to: to! })} · ${t.notices.serial_on(one)}`,
  }
}

function objectionOf(
  { t, href }: Visit,
  { objection, outcome }: NoticeOfCase['objections'][number],
  reached: boolean,
) {
  const { objections } = t
  const word = outcome === null ? objections.states.open : objections.outcomes[outcome]
  const kind = outcome === null ? 'care' : 'done'
  const name = objections.one({ objection })
  return (
    <>
      {reached ? <a href={href(`/objections/${objection}`)}>{name}</a> : name}
      <State kind={kind} word={word} />
    </>
  )
}

/** Puts all cases of a list on notice that wait for it. */
export const putUpRound: RoundAct = {
  step: 'notice',
  path: (visit) => (visit.may(putUp) ? `${registerPath}/new` : null),
  label: ({ t }, count) => t.notices.put_on({ count }),
}

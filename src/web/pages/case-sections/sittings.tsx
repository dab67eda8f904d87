/** What committees voted on a case, and the way to the sitting while it waits for one. */
import { ButtonLink } from '../../../../templates/parts/button.tsx'
import { DescriptionList } from '../../../../templates/parts/description-list.tsx'
import { formatDay } from '../../../../templates/parts/format.ts'
import { Digest, Row, Section } from '../../../../templates/parts/layout.tsx'
import { State } from '../../../../templates/parts/state.tsx'
import { call } from '../../../hardship/sittings/calling.ts'
import { list, onCase } from '../../../hardship/sittings/queries.ts'
import { vote } from '../../../hardship/sittings/voting.ts'
import type { Visit } from '../visit.ts'
import type { CaseSection, RoundAct } from './section.ts'

/** The sitting that is going on, else where one is called; null for who may do neither. */
function sittingPath(visit: Visit): string | null {
  if (!visit.may(vote)) return null
  const [open] = visit.may(list)
    ? visit.ask(list, { state: 'open' }).sittings.filter(({ held_on }) => held_on <= visit.today)
    : []
  if (open) return `/sittings/${open.sitting}`
  return visit.may(call) ? '/sittings/new' : null
}

/** The votes on a case, newest first. */
export const sittingsSection: CaseSection = (visit, { case: id, state, step_kind }) => {
  const { t, href } = visit
  const ballots = visit.may(onCase) ? visit.ask(onCase, { case: id }).ballots : []
  const waits = state === 'open' && step_kind === 'deliberate'
  const path = waits ? sittingPath(visit) : null
  if (ballots.length === 0 && path === null) return null
  const act = path && (
    <ButtonLink kind="primary" href={href(path)}>
      {t.sittings.put_before}
    </ButtonLink>
  )
  return (
    <Section title={t.sittings.on_case} id="sittings" actions={act ?? undefined}>
      <DescriptionList items={ballots.map((one) => itemOf(visit, one))} />
    </Section>
  )
}

type BallotOfCase = ReturnType<typeof onCase.run>['ballots'][number]

function itemOf(visit: Visit, one: BallotOfCase) {
  const { t, language, href } = visit
  const { sittings } = t
  const name = sittings.one({ sitting: one.reference })
  const word = one.carried ? sittings.carried : sittings.not_carried
  return {
    term: formatDay(language, one.held_on),
    detail: (
      <Row>
        {one.sitting === null ? name : <a href={href(`/sittings/${one.sitting}`)}>{name}</a>}
        <span>{sittings.proposals[one.proposal]}</span>
        <State kind={one.carried ? 'done' : 'stopped'} word={word} />
      </Row>
    ),
    note: (
      <>
        {sittings.count(one)}
        {one.conditions && ` · ${one.conditions}`}
        {one.digest && <Digest>{one.digest}</Digest>}
      </>
    ),
  }
}

/** Puts all cases of a list that wait for the committee before it. */
export const deliberateRound: RoundAct = {
  step: 'deliberate',
  path: sittingPath,
  label: ({ t }, count) => t.sittings.deliberate({ count }),
}

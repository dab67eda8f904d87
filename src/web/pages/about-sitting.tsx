/** What stands above the questions of a form about a sitting. */
import { formatDay } from '../../../templates/parts/format.ts'
import { sittingAsked } from './sitting-asked.ts'
import type { Visit } from './visit.ts'

/** Which sitting it is, with the way back to it. */
export function aboutSitting(visit: Visit) {
  const { t, language, href } = visit
  const { sitting, reference, held_on } = sittingAsked(visit)
  return (
    <p>
      <a href={href(`/sittings/${sitting}`)}>{t.sittings.one({ sitting: reference })}</a>
      {' · '}
      {formatDay(language, held_on)}
    </p>
  )
}

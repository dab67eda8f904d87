/** The section on pairing of a person’s page, of a household’s file and of a case: who helps whom with what. */
import { PairingPart } from '../../../templates/pages/pairing-part.tsx'
import { ButtonLink } from '../../../templates/parts/button.tsx'
import type { Content } from '../../../templates/parts/content.ts'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import { list as listPairs } from '../../pairing/pairs/queries.ts'
import { list as listHelpers } from '../../pairing/registers/helper-queries.ts'
import { open as openNeed } from '../../pairing/registers/need-commands.ts'
import { list as listNeeds } from '../../pairing/registers/need-queries.ts'
import { list as listTimes } from '../../pairing/service/hour-queries.ts'
import { askIfMay } from './ask-if.ts'
import { pairView } from './pair-views.ts'
import type { Visit } from './visit.ts'

/** More of them stand on the list of pairs. */
const shown = 10

type Need = ReturnType<typeof listNeeds.run>['needs'][number]
type Pairs = ReturnType<typeof listPairs.run>

/** What somebody is to pairing; null for who is nothing to it, and for who may not see it. */
export function pairingOfParty(visit: Visit, party: string): Content | null {
  const { t, language, href } = visit
  const found = askIfMay(visit, listPairs, { party, limit: shown })
  if (!found) return null
  const [helper] = askIfMay(visit, listHelpers, { q: party, limit: 1 })?.helpers ?? []
  const { needs } = askIfMay(visit, listNeeds, { q: party, limit: shown }) ?? { needs: [] }
  const { times } = askIfMay(visit, listTimes, { party, limit: 1 }) ?? { times: [] }
  const items = [...helperItems(visit, helper), ...needItems(visit, needs), ...timeItems()]
  if (items.length === 0 && found.pairs.length === 0) return null
  return PairingPart({
    t,
    language,
    items,
    pairs: found.pairs.map((row) => pairView(visit, row)),
    all: href(`/pairing/pairs?party=${party}`),
    actions: null,
    none: t.pairs.empty,
  })

  function timeItems(): DescriptionView[] {
    if (times.length === 0) return []
    const link = <a href={href(`/pairing/service/hours?party=${party}`)}>{t.service.hours}</a>
    return [{ term: t.service.title, detail: link }]
  }
}

function helperItems(
  { t, language, href }: Visit,
  helper: ReturnType<typeof listHelpers.run>['helpers'][number] | undefined,
): DescriptionView[] {
  if (!helper) return []
  const [load, capacity] = [helper.load, helper.capacity].map((n) => formatCount(language, n))
  return [
    {
      term: t.pairs.helping,
      detail: <a href={href(`/pairing/helpers/${helper.helper}`)}>{helper.reference}</a>,
      note: [
        t.helpers.standing[helper.standing],
        `${t.helpers.load} ${t.helpers.of({ load: load!, capacity: capacity! })}`,
      ].join(' · '),
    },
  ]
}

function needItems({ t, language, href }: Visit, needs: readonly Need[]): DescriptionView[] {
  return needs.map(({ need, reference, kind, standing }) => ({
    term: t.pairs.need,
    detail: (
      <a href={href(`/pairing/needs/${need}`)}>
        {reference} · {kind.name[language]}
      </a>
    ),
    note: t.needs.standing[standing],
  }))
}

/** Who helps the household of a file; null for who may not see it. */
export function pairingOfFile(visit: Visit, file: number, head?: string): Content | null {
  const { t, language, href } = visit
  const found = askIfMay(visit, listPairs, { file, limit: shown })
  if (!found) return null
  const { needs } = askIfMay(visit, listNeeds, { file, limit: shown }) ?? { needs: [] }
  const opens = head !== undefined && needs.length === 0 && visit.may(openNeed)
  return PairingPart({
    t,
    language,
    items: needItems(visit, needs),
    pairs: pairsNowFirst(found).map((row) => pairView(visit, row)),
    all: href(`/pairing/pairs?file=${file}`),
    actions: opens ? (
      <ButtonLink href={href(`/pairing/needs/new?party=${head}`)}>{t.needs.open}</ButtonLink>
    ) : null,
    none: t.service.nobody_helps,
  })
}

/** Those that stand before those that are over. */
function pairsNowFirst({ pairs }: Pairs): Pairs['pairs'] {
  const over = ['ended', 'handed_over', 'declined']
  return pairs.toSorted(
    (a, b) => Number(over.includes(a.state)) - Number(over.includes(b.state)) || b.pair - a.pair,
  )
}

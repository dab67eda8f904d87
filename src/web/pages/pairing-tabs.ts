/** The lists of pairing, from one to the others; what stands beside another shares its tab and stands a row lower. */
import type { Messages } from '../../../templates/messages/messages.ts'
import type { TabView } from '../../../templates/pages/people-tabs.tsx'
import type { Guarded } from '../../book/registry.ts'
import { list as listAgreements } from '../../pairing/agreements/queries.ts'
import { show as showCoverage } from '../../pairing/coverage/showing.ts'
import { list as listPairingCodes } from '../../pairing/own/code-commands.ts'
import { list as listPairs } from '../../pairing/pairs/queries.ts'
import { list as listHelpers } from '../../pairing/registers/helper-queries.ts'
import { list as listNeeds } from '../../pairing/registers/need-queries.ts'
import { list as listPlaces } from '../../pairing/registers/place-queries.ts'
import {
  list as listServiceHours,
  totals as serviceTotals,
} from '../../pairing/service/hour-queries.ts'
import { list as listServicePledges } from '../../pairing/service/pledge-queries.ts'
import { list as listServicePosts } from '../../pairing/service/post-queries.ts'
import {
  rejections as listRejections,
  list as listRuns,
} from '../../pairing/suggestions/run-queries.ts'
import { whatIf } from '../../pairing/suggestions/what-if.ts'
import { list as listOccasions } from '../../pairing/visits/care-events.ts'
import { due as visitsDue } from '../../pairing/visits/due-query.ts'
import { list as listFollowUps } from '../../pairing/visits/follow-ups.ts'
import { list as listVisits } from '../../pairing/visits/queries.ts'
import { signs as visitSigns } from '../../pairing/visits/signs.ts'
import type { Visit } from './visit.ts'

interface Tab {
  /** Below the book. */
  readonly path: string
  /** The question whose askers see it. */
  readonly asks: Guarded
  readonly label: (words: Messages['pairing']['tabs'], t: Messages) => string
}

interface Family {
  /** What the tab is called while it holds more than one list. */
  readonly label: (words: Messages['pairing']['tabs'], t: Messages) => string
  readonly within: readonly Tab[]
}

const tabs: readonly (Tab | Family)[] = [
  { path: '/pairing', asks: showCoverage, label: (t) => t.board },
  {
    label: (t) => t.helpers,
    within: [
      { path: '/pairing/helpers', asks: listHelpers, label: (t) => t.helpers },
      { path: '/pairing/places', asks: listPlaces, label: (t) => t.places },
    ],
  },
  { path: '/pairing/needs', asks: listNeeds, label: (t) => t.needs },
  { path: '/pairing/pairs', asks: listPairs, label: (t) => t.pairs },
  {
    label: (t) => t.matching,
    within: [
      { path: '/pairing/matching', asks: listRuns, label: (_, t) => t.matching.runs },
      { path: '/pairing/matching/what-if', asks: whatIf, label: (_, t) => t.matching.what_if },
      {
        path: '/pairing/matching/rejections',
        asks: listRejections,
        label: (_, t) => t.matching.rejections,
      },
    ],
  },
  { path: '/pairing/codes', asks: listPairingCodes, label: (_, t) => t.together.codes.title },
  { path: '/pairing/agreements', asks: listAgreements, label: (t) => t.agreements },
  {
    label: (t) => t.visits,
    within: [
      { path: '/pairing/visits', asks: visitsDue, label: (_, t) => t.visits.due },
      { path: '/pairing/visits/list', asks: listVisits, label: (_, t) => t.visits.all },
      { path: '/pairing/follow-ups', asks: listFollowUps, label: (_, t) => t.visits.follow_ups },
      { path: '/pairing/occasions', asks: listOccasions, label: (_, t) => t.visits.occasions },
      { path: '/pairing/visits/signs', asks: visitSigns, label: (_, t) => t.visits.signs },
    ],
  },
  {
    label: (t) => t.service,
    within: [
      { path: '/pairing/service', asks: serviceTotals, label: (_, t) => t.service.totals },
      { path: '/pairing/service/hours', asks: listServiceHours, label: (_, t) => t.service.hours },
      {
        path: '/pairing/service/pledges',
        asks: listServicePledges,
        label: (_, t) => t.service.pledges,
      },
      { path: '/pairing/service/posts', asks: listServicePosts, label: (_, t) => t.service.posts },
    ],
  },
]

/** The lists that this reader may ask of those beside `current`, the path of the one shown. */
export function pairingTabs(visit: Visit, current: string): TabView[] {
  const words = visit.t.pairing.tabs
  const view = ({ path, label }: Tab): TabView => ({
    href: visit.href(path),
    label: label(words, visit.t),
    current: path === current,
  })
  return tabs.flatMap((tab) => {
    const within = ('within' in tab ? tab.within : [tab])
      .filter(({ asks }) => visit.may(asks))
      .map(view)
    const [first] = within
    if (first === undefined || within.length === 1) return within
    const here = within.some((one) => one.current)
    return [{ ...first, label: tab.label(words, visit.t), current: here, within }]
  })
}

/** Pages of who may be the same as whom: the list, the forms that decide, what a party's own page says of it. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import {
  DuplicatesPage,
  type PairView,
  type SamenessView,
} from '../../../templates/pages/duplicates.tsx'
import type { StateKind } from '../../../templates/parts/state.tsx'
import { Instant } from '../../../templates/parts/time.tsx'
import {
  merge,
  merges,
  possibleDuplicates,
  tellPartiesApart,
  unmerge,
} from '../../people/duplicate-commands.ts'
import { show } from '../../people/queries.ts'
import { askIfMay } from './ask-if.ts'
import { doneOn } from './done.ts'
import { mountForm } from './forms.tsx'
import { type Answer, mountPage, type Page, redirect } from './frame.tsx'
import { actorName } from './recorded-by.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the page of possible duplicates and the forms that merge, tell apart and take back. */
export function mountDuplicates(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/people/duplicates', listPage)
  mountForm(app, desk, {
    path: '/people/:kept{P-[0-9]+}/merge',
    command: merge,
    place: 'people',
    title: (t) => t.duplicates.merge_title,
    lead: (t) => t.duplicates.merge_lead,
    about: (visit) => partyLine(visit, 'kept'),
    fields: [
      { name: 'merged', kind: 'text', label: (t) => t.duplicates.merged },
      { name: 'reason', kind: 'long_text', label: (t) => t.duplicates.merge_reason },
    ],
    outcome: ({ kept, merged }, visit) =>
      [
        { label: visit.t.duplicates.kept, party: kept },
        { label: visit.t.duplicates.merged, party: merged },
      ].map(({ label, party }) => ({ label, value: { text: partyText(visit, party) } })),
    button: (t) => t.duplicates.do_merge,
    done: ({ kept }) => `/people/${kept}?done=merge`,
  })
  mountForm(app, desk, {
    path: '/people/:party{P-[0-9]+}/apart',
    command: tellPartiesApart,
    place: 'people',
    title: (t) => t.duplicates.apart_title,
    lead: (t) => t.duplicates.apart_lead,
    about: (visit) => partyLine(visit, 'party'),
    fields: [
      { name: 'other', kind: 'text', label: (t) => t.duplicates.apart_other },
      {
        name: 'reason',
        kind: 'long_text',
        optional: true,
        label: (t) => t.duplicates.apart_reason,
      },
    ],
    button: (t) => t.duplicates.do_apart,
    checked: false,
    done: ({ party }) => `/people/${party}?done=apart`,
  })
  mountForm(app, desk, {
    path: '/people/:merged{P-[0-9]+}/unmerge',
    command: unmerge,
    place: 'people',
    title: (t) => t.duplicates.unmerge_title,
    lead: (t) => t.duplicates.unmerge_lead,
    about: (visit) => partyLine(visit, 'merged'),
    fields: [{ name: 'reason', kind: 'long_text', label: (t) => t.duplicates.unmerge_reason }],
    button: (t) => t.duplicates.unmerge,
    done: ({ kept }) => `/people/${kept}?done=unmerge`,
  })
}

function partyText(visit: Visit, ref: string): string {
  const { party, name } = visit.ask(show, { party: ref })
  return `${party} · ${name}`
}

/** Whom a form is about, by reference and name. */
function partyLine(visit: Visit, field: string) {
  return <p>{partyText(visit, visit.c.req.param(field)!)}</p>
}

const looks: Readonly<Record<'certain' | 'likely' | 'possible', StateKind>> = {
  certain: 'care',
  likely: 'waiting',
  possible: 'draft',
}

type Pair = z.output<typeof possibleDuplicates.output>['pairs'][number]

function pairView({ t, href }: Visit, { party, other, reasons, grade }: Pair): PairView {
  const link = ({ party: ref, name }: Pair['party']) => ({
    href: href(`/people/${ref}`),
    label: `${name} · ${ref}`,
  })
  // The one that was there first is kept, unless somebody thinks otherwise.
  const [kept, merged] = [party.party, other.party].sort()
  return {
    party: link(party),
    other: link(other),
    reasons: reasons.map((reason) => t.duplicates.reason[reason]).join(' · '),
    grade: { kind: looks[grade], word: t.duplicates.grade[grade] },
    merge: href(`/people/${kept}/merge?merged=${merged}`),
    apart: href(`/people/${kept}/apart?other=${merged}`),
  }
}

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const { pairs, more } = visit.ask(possibleDuplicates, {})
  const body = DuplicatesPage({
    t,
    language,
    breadcrumbs: [{ href: href('/people'), label: t.people.title }],
    done: doneOn(visit, { apart: t.duplicates.apart_done }),
    pairs: pairs.map((pair) => pairView(visit, pair)),
    more,
  })
  return { title: t.duplicates.title, body, place: 'people' }
}

/** From the page of a party that stands merged in another to that one's page; undefined for one by itself. */
export function toWhomItIs(visit: Visit): Answer | undefined {
  const party = visit.c.req.param('party')!
  const { merged_in } = visit.ask(merges, { party })
  return merged_in ? redirect(visit.href(`/people/${merged_in.kept}?merged=${party}`)) : undefined
}

/** What a party's page says of who it may be as well, and of who stands merged in it. */
export function samenessOf(visit: Visit, party: string): SamenessView {
  const { language, organisation, href } = visit
  const { merged } = visit.ask(merges, { party })
  const pairs = askIfMay(visit, possibleDuplicates, { party })?.pairs ?? []
  const from = visit.param('merged')
  return {
    cameFrom: merged.some((one) => one.merged === from) ? from : null,
    pairs: pairs.map((pair) => pairView(visit, pair)),
    merged: merged.map((one) => ({
      party: one.merged,
      by: actorName(visit, one.actor),
      at: Instant({
        language,
        instant: new Date(one.at).toISOString(),
        timeZone: organisation.time_zone,
      }),
      reason: one.reason ?? '',
      unmerge: visit.may(unmerge) ? href(`/people/${one.merged}/unmerge`) : null,
    })),
  }
}

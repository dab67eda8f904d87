/** Questions about needs: who is to have a helper for what, who has none yet, how it stood before. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { codeField, idField, limitField } from '../../book/fields.ts'
import {
  type Condition,
  type Listing,
  pageCursorField,
  pageOf,
  pageOut,
} from '../../book/paging.ts'
import { query, type View } from '../../book/registry.ts'
import { fileWithId } from '../../hardship/files/files.ts'
import type { NeedId } from '../../kit/ids.ts'
import { unitWithCode } from '../../people/units.ts'
import { takenOf } from '../pairs/counted.ts'
import { placeWithCode } from './places.ts'
import { pairingReaders } from './roles.ts'
import { type NeedVersion, needById, needWithId, versionsOfNeed } from './rows.ts'
import {
  needOut,
  needShown,
  needStandings,
  placeShown,
  placeShownOut,
  reached,
  searched,
  standingsOf,
  where,
} from './shown.ts'
import { genders, helperSorts, musts, needTraitsOf, timesOfWeek } from './traits.ts'

/** Whether a need has as many helpers as it wants, or about to. */
export const needCovers = ['without', 'some', 'all'] as const

const listInput = z.strictObject({
  standing: z.enum(needStandings).optional(),
  /** A kind of the policy on pairing. */
  kind: codeField.optional(),
  urgency: z.enum(['1', '2', '3']).optional(),
  unit: codeField.optional(),
  place: codeField.optional(),
  /** `without` any helper, `some` of those wanted, `all` of them. */
  covered: z.enum(needCovers).optional(),
  /** A hardship file. */
  file: idField.optional(),
  /** A need's number, a person's, or a part of a name. */
  q: z.string().trim().min(1).max(100).optional(),
  cursor: pageCursorField,
  limit: limitField,
})
type ListInput = z.output<typeof listInput>

/** The newest version of a need `t`. */
const newest = `select v.id from need_version as v
  where v.id = (select max(w.id) from need_version as w where w.need_id = t.id)`

const taken = takenOf('t.id')
const coverOf = {
  without: `${taken} = 0`,
  some: `${taken} > 0 and ${taken} < v.wanted`,
  all: `${taken} >= v.wanted`,
} as const

function conditions(view: View, asked: ListInput): Condition[] {
  const found: Condition[] = []
  const { standing, kind, urgency, unit, place, covered, file, q } = asked
  const now = (sql: string, ...values: Condition['values']) =>
    found.push(where(`exists (${newest} and ${sql})`, ...values))
  if (standing !== undefined) now('v.standing = +?', standing)
  if (kind !== undefined) found.push(where('t.kind = +?', kind))
  if (urgency !== undefined) now('v.urgency = +?', Number(urgency))
  if (unit !== undefined) found.push(where('t.unit_id = +?', unitWithCode(view, unit).id))
  if (place !== undefined) now('v.place_id = +?', placeWithCode(view, place).id)
  if (covered !== undefined) now(coverOf[covered])
  if (file !== undefined) found.push(where('t.file_id = +?', fileWithId(view, file).id))
  if (q !== undefined) found.push(searched(view, 'ND', q))
  return found
}

export const list = query({
  name: 'needs.list',
  summary: 'Lists needs by standing, kind, urgency and unit, with how many helpers each has',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/needs' },
  input: listInput,
  output: z.object({
    needs: z.array(needOut),
    /** How many there are of each standing, whatever is asked for. */
    standings: z.array(z.object({ standing: z.enum(needStandings), count: z.number() })),
    ...pageOut,
  }),
  run: (view, asked) => {
    const seek = reached(view)
    const also = conditions(view, asked)
    const listing: Listing = { table: 'need', key: null, descending: true, seek, also }
    const { ids, next, previous } = pageOf(view, listing, asked)
    return {
      needs: ids.map((id) => needShown(view, needById(view, id as NeedId))),
      standings: standingsOf(view, 'need', needStandings),
      next,
      previous,
    }
  },
})

/** What a need asks for. */
const traitsOut = z.object({
  languages: z.array(z.string()),
  times: z.array(z.enum(timesOfWeek)),
  gender: z.enum(genders).nullable(),
  /** Sorts of helpers that would do; any when none is named. */
  sorts: z.array(z.enum(helperSorts)),
  same_unit: z.boolean(),
  /** What of it has to be met, and is no mere wish. */
  musts: z.array(z.enum(musts)),
})

const versionOut = z.object({
  standing: z.enum(needStandings),
  urgency: z.number(),
  wanted: z.number(),
  place: placeShownOut.nullable(),
  /** Whether what is asked for was said anew. */
  traits_changed: z.boolean(),
  note: z.string().nullable(),
  sequence: z.number(),
})

export const show = query({
  name: 'needs.show',
  summary: 'Shows a need: who is to be helped with what, what is asked for, how it stood before',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/needs/{need}' },
  input: z.strictObject({ need: idField }),
  output: needOut.extend({
    /** Null for who does not read names. */
    traits: traitsOut.nullable(),
    /** How it stands now, and before: newest first. */
    versions: z.array(versionOut),
  }),
  run: (view, input) => {
    const need = needWithId(view, input.need)
    const versions = versionsOfNeed(view, need.id)
    const traits = needTraitsOf(view, versions.at(-1)!.traits_detail_id)
    return {
      ...needShown(view, need),
      traits: view.caller.readsNames ? traits : null,
      versions: versions
        .map((version, at) => versionShown(view, version, versions[at - 1]))
        .toReversed(),
    }
  },
})

function versionShown(
  view: View,
  version: NeedVersion,
  before: NeedVersion | undefined,
): z.output<typeof versionOut> {
  return {
    standing: version.standing,
    urgency: version.urgency,
    wanted: version.wanted,
    place: placeShown(view, version.place_id),
    traits_changed: before !== undefined && before.traits_detail_id !== version.traits_detail_id,
    note: textFor(view, version.note_detail_id),
    sequence: version.event_seq,
  }
}

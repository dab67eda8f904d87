/** The coverage board: how many households in hardship are covered, what is missing, by unit (peers 3, row 10). */
import { z } from 'zod'
import { codeField, dayOut, limitField } from '../../book/fields.ts'
import { query, type View } from '../../book/registry.ts'
import { unitsBelow } from '../../book/scope.ts'
import { fileById, fileRef } from '../../hardship/files/files.ts'
import type { HardshipFileId, HelperId, NeedId, PairId, PartyId, UnitId } from '../../kit/ids.ts'
import { livingIn } from '../../people/households.ts'
import { partyRef } from '../../people/parties.ts'
import { nameFor } from '../../people/shown.ts'
import { listUnits, topUnits, type Unit, unitById, unitWithCode } from '../../people/units.ts'
import { pairRef } from '../pairs/rows.ts'
import { pairingReaders } from '../registers/roles.ts'
import { helperRef, needRef } from '../registers/rows.ts'
import { type Coverage, type Gap, type GapKind, gapKinds, readCoverage } from './gaps.ts'

const unitOut = z.object({ unit: z.string(), name: z.string() })

const figuresOut = z.object({
  /** Households in hardship: covered, without a helper, or not visited in time. */
  files: z.number(),
  covered: z.number(),
  /** What wants attention, by kind. */
  gaps: z.object(
    Object.fromEntries(gapKinds.map((kind) => [kind, z.number()])) as Record<GapKind, z.ZodNumber>,
  ),
})
export type CoverageFigures = z.output<typeof figuresOut>

const within = {
  /** The code of a unit: it and all below it. Everything that the caller reaches when left out. */
  unit: codeField.optional(),
}

/** What lies in a unit and below it. */
function inside({ files, gaps }: Coverage, units: ReadonlySet<UnitId> | null): Coverage {
  if (units === null) return { files, gaps }
  const isIn = ({ unit }: { readonly unit: UnitId | null }) => unit !== null && units.has(unit)
  return { files: files.filter(isIn), gaps: gaps.filter(isIn) }
}

function figuresOf({ files, gaps }: Coverage): CoverageFigures {
  const count = (kind: GapKind) => gaps.filter((gap) => gap.kind === kind).length
  return {
    files: files.length,
    covered: files.filter(({ state }) => state === 'covered').length,
    gaps: Object.fromEntries(gapKinds.map((kind) => [kind, count(kind)])) as Record<
      GapKind,
      number
    >,
  }
}

/** The unit that is asked for with what lies below it; null and null for everything that the caller reaches. */
function asked(view: View, code: string | undefined) {
  if (code === undefined) return { root: null, below: null }
  const root = unitWithCode(view, code)
  return { root, below: unitsBelow(view, [root.id]) }
}

/** The units one step below, each with all below it. */
function partsOf(view: View, root: Unit | null): Unit[] {
  if (root !== null) return listUnits(view, view.scope).filter((one) => one.parent_id === root.id)
  if (view.scope !== 'all') return topUnits(view, view.scope)
  return listUnits(view, 'all').filter(({ parent_id }) => parent_id === null)
}

export const show = query({
  name: 'coverage.show',
  summary: 'Whether every household in hardship has a helper and is visited in time, by unit',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/pairing-coverage' },
  input: z.strictObject(within),
  output: z.object({
    as_of: dayOut,
    /** The unit asked for; null for everything that the caller reaches. */
    unit: unitOut.nullable(),
    /** The way up from it, the nearest first. */
    above: z.array(unitOut),
    totals: figuresOut,
    /** By the units one step below, and last what lies in none of them; they add up to the totals. */
    units: z.array(
      z.object({
        unit: unitOut.nullable(),
        /** Whether there are units below it. */
        more: z.boolean(),
        figures: figuresOut,
      }),
    ),
  }),
  run: (view, input) => {
    const { root, below } = asked(view, input.unit)
    const all = inside(readCoverage(view), below)
    const parts = partsOf(view, root).map((unit) => {
      const reached = unitsBelow(view, [unit.id])
      return { unit, reached, figures: figuresOf(inside(all, reached)) }
    })
    const covered = new Set(parts.flatMap(({ reached }) => [...reached]))
    const isOutside = ({ unit }: { readonly unit: UnitId | null }) =>
      unit === null || !covered.has(unit)
    const rest = figuresOf({
      files: all.files.filter(isOutside),
      gaps: all.gaps.filter(isOutside),
    })
    return {
      as_of: view.today,
      unit: root && told(root),
      above: root ? unitsAbove(view, root) : [],
      totals: figuresOf(all),
      units: [
        ...parts.map(({ unit, reached, figures }) => ({
          unit: told(unit),
          more: reached.size > 1,
          figures,
        })),
        ...(parts.length === 0 || isEmpty(rest)
          ? []
          : [{ unit: null, more: false, figures: rest }]),
      ],
    }
  },
})

function told({ code, name }: Unit) {
  return { unit: code, name }
}

/** The units above one, the nearest first, as far as the caller reaches. */
function unitsAbove(view: View, { parent_id }: Unit): z.output<typeof unitOut>[] {
  if (parent_id === null || (view.scope !== 'all' && !view.scope.has(parent_id))) return []
  const unit = unitById(view, parent_id)
  return [told(unit), ...unitsAbove(view, unit)]
}

function isEmpty({ files, gaps }: CoverageFigures): boolean {
  return files === 0 && Object.values(gaps).every((count) => count === 0)
}

const personOut = z.object({ party: z.string(), name: z.string() })

const gapOut = z.object({
  kind: z.enum(gapKinds),
  subject: z.enum(['hardship_file', 'pair', 'helper', 'need']),
  id: z.number(),
  reference: z.string(),
  unit: unitOut.nullable(),
  /** Whom it is about: of a household the head. */
  helped: personOut.nullable(),
  helper: personOut.nullable(),
  /** By when it should have been done. */
  due_on: dayOut.nullable(),
  /** Days over that day; below 0 while it is still to come. */
  late: z.number().nullable(),
  /** How many are proposed, or rest on the helper. */
  count: z.number().nullable(),
  /** How many the helper can take on, or the need wants. */
  most: z.number().nullable(),
})
export type GapShown = z.output<typeof gapOut>

const gapsInput = z.strictObject({
  ...within,
  kind: z.enum(gapKinds).optional(),
  /** How many to pass over, from an earlier answer. */
  cursor: z
    .string()
    .regex(/^[0-9]{1,7}$/, 'take the cursor of an earlier answer')
    .optional()
    .meta({ examples: ['100'] }),
  limit: limitField,
})

export const gaps = query({
  name: 'coverage.gaps',
  summary: 'Lists what the figures of the coverage board are made of, the most urgent first',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/pairing-coverage/gaps' },
  input: gapsInput,
  output: z.object({
    gaps: z.array(gapOut),
    total: z.number(),
    next: z.string().nullable(),
    previous: z.string().nullable(),
  }),
  run: (view, { unit, kind, cursor = '0', limit }) => {
    const { below } = asked(view, unit)
    const all = inside(readCoverage(view), below).gaps
    const found = kind === undefined ? all : all.filter((gap) => gap.kind === kind)
    const from = Number(cursor)
    const to = from + limit
    return {
      gaps: found.slice(from, to).map((gap) => gapShown(view, gap)),
      total: found.length,
      next: to < found.length ? String(to) : null,
      previous: from === 0 ? null : String(Math.max(0, from - limit)),
    }
  },
})

/** A gap with names as the caller may read them. */
export function gapShown(view: View, gap: Gap): GapShown {
  const { kind, subject, id, due_on, late, count, most } = gap
  const helped = subject === 'hardship_file' ? headOf(view, id as HardshipFileId) : gap.party
  return {
    ...{ kind, subject, id, due_on, late, count, most },
    reference: referenceOf(gap),
    unit: gap.unit === null ? null : told(unitById(view, gap.unit)),
    helped: person(view, helped),
    helper: person(view, gap.helper_party),
  }
}

/** The head of the household of a file; null after a head died, until another is named. */
function headOf(view: View, file: HardshipFileId): PartyId | null {
  const { household_id } = fileById(view, file)
  const [first] = livingIn(view, household_id, view.today)
  return first?.relation === 'head' ? first.party_id : null
}

function person(view: View, party: PartyId | null) {
  return party === null ? null : { party: partyRef(party), name: nameFor(view, view.caller, party) }
}

function referenceOf({ subject, id }: Gap): string {
  if (subject === 'hardship_file') return fileRef(id as HardshipFileId)
  if (subject === 'pair') return pairRef(id as PairId)
  return subject === 'helper' ? helperRef(id as HelperId) : needRef(id as NeedId)
}

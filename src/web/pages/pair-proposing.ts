/** Forms that put a helper and a need together: a new pair, and the next helper of one that stands. */
import type { Hono } from 'hono'
import type { Messages } from '../../../templates/messages/messages.ts'
import { handOver, propose } from '../../pairing/pairs/commands.ts'
import { candidates } from '../../pairing/pairs/proposing-queries.ts'
import type { Asked, FieldSpec, Option } from './fields.ts'
import { mountForm } from './forms.tsx'
import { pairAsked } from './pair-forms.ts'
import type { Desk, Visit } from './visit.ts'

/** Stands among those who fit for somebody who is not listed. */
const another = 'another'

/** Mounts the forms of proposals. */
export function mountProposing(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    ...proposing,
    path: '/pairing/pairs/new',
    fields: [
      {
        name: 'need',
        kind: 'text',
        label: (t) => t.pairs.propose.need,
        hint: (t) => t.pairs.propose.need_hint,
      },
      ...helperFields(null),
    ],
    input: ({ need, ...read }) => ({ ...helperRead(read), need: numberIn(need, 'ND') }),
  })
  mountForm(app, desk, {
    ...proposing,
    path: '/pairing/needs/:need/pairs/new',
    title: (t, visit) =>
      t.pairs.propose.title_for(visit.ask(candidates, { need: needOf(visit) }).helped),
    fields: [],
    more: (visit) => helperFields(needOf(visit)),
    input: (read, { visit }) => ({ ...helperRead(read), need: needOf(visit) }),
  })
  mountForm(app, desk, {
    path: '/pairing/pairs/:pair/successors',
    command: handOver,
    place: 'pairing',
    title: (t, visit) => t.pairs.hand_over.title(pairAsked(visit)),
    lead: (t) => t.pairs.hand_over.lead,
    fields: [],
    more: (visit) => helperFields(pairAsked(visit).need),
    input: helperRead,
    button: (t) => t.pairs.hand_over.button,
    done: ({ pair }) => `/pairing/pairs/${pair}?done=proposed`,
  })
}

const proposing = {
  command: propose,
  place: 'pairing',
  title: (t: Messages) => t.pairs.propose.title,
  lead: (t: Messages) => t.pairs.propose.lead,
  button: (t: Messages) => t.pairs.propose.button,
  done: ({ pair }: { readonly pair: number }) => `/pairing/pairs/${pair}?done=proposed`,
} as const

/** The need that the address names. */
function needOf(visit: Visit): number {
  return Number(visit.c.req.param('need'))
}

/** The questions about who is to help: those who fit best where the need is known, else a number. */
function helperFields(need: number | null): FieldSpec[] {
  const until: readonly FieldSpec[] = [
    {
      name: 'until_on',
      kind: 'day',
      leaveEmpty: true,
      optional: true,
      label: (t) => t.pairs.propose.until,
      hint: (t) => t.pairs.propose.until_hint,
    },
    {
      name: 'note',
      kind: 'long_text',
      optional: true,
      label: (t) => t.pairs.propose.note,
      hint: (t) => t.pairs.propose.note_hint,
    },
  ]
  const number: FieldSpec = {
    name: 'another',
    kind: 'text',
    label: (t) => t.pairs.propose.another_number,
    hint: (t) => t.pairs.propose.another_hint,
    optional: true,
  }
  if (need === null) {
    const helper: FieldSpec = {
      name: 'helper',
      kind: 'text',
      label: (t) => t.pairs.propose.helper,
      hint: (t) => t.pairs.propose.another_hint,
    }
    return [helper, ...until]
  }
  const fitting: FieldSpec = {
    name: 'helper',
    kind: 'radios',
    label: (t) => t.pairs.propose.helper,
    hint: (t) => t.pairs.propose.helper_hint,
    options: (asked) => candidateOptions(asked, need),
  }
  return [fitting, number, ...until]
}

function candidateOptions({ visit, t }: Asked, need: number): Option[] {
  const points = (tenths: number) => (tenths / 10).toLocaleString(visit.language)
  const found = visit.ask(candidates, { need }).candidates
  return [
    ...found.map(({ helper, reference, helping, points: has, most }) => ({
      value: String(helper),
      label: helping.name,
      hint: t.pairs.propose.points({ reference, points: points(has), most: points(most) }),
    })),
    { value: another, label: t.pairs.propose.another },
  ]
}

/** The number in a reference such as `HE-000007`, or written alone; what is none is left for the command to refuse. */
function numberIn(text: unknown, letters: 'HE' | 'ND'): unknown {
  const found = new RegExp(`^(?:${letters}-)?0*([1-9]\\d{0,14})$`, 'i').exec(String(text).trim())
  return found ? Number(found[1]) : text
}

function helperRead({ another: other, helper, ...read }: Readonly<Record<string, unknown>>) {
  return { ...read, helper: numberIn(helper === another ? (other ?? '') : helper, 'HE') }
}

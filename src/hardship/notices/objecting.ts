/** Objections to a public notice: the case stands still at once, until somebody without an interest has decided. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { dayField, idField, nameField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import {
  type Act,
  anyRole,
  type Caller,
  command,
  pageCommand,
  throughout,
} from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type { ObjectionId } from '../../kit/ids.ts'
import { insert, nextId } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { advance } from '../cases/advance.ts'
import { caseById, type HardshipCase, standingOf } from '../cases/rows.ts'
import {
  noticeEnded,
  noticeUnknown,
  objectionNeedsName,
  objectionNotOnNotice,
  objectionOutsideTime,
  objectionTooMany,
} from './refusals.ts'
import {
  casesOnNotice,
  endOfNotice,
  findNotice,
  type Notice,
  type NoticeCase,
  noticeWithId,
  objectionsTo,
} from './rows.ts'

/** Nobody reads more than these; whoever floods a notice with objections does not fill the book. */
const mostOpen = 200

const serialField = z.number().int().min(1).max(5_000)

const objectionIn = {
  notice: idField,
  /** The number on the notice; without one the objection is to the whole list. */
  serial: serialField.optional(),
  form: z.enum(['named', 'confidential']),
  /** Who objects and how to reach them. Not needed where it is confidential. */
  from: nameField.optional(),
  text: reasonField,
}

const objectionOut = z.object({
  objection: z.number(),
  notice: z.number(),
  /** How many cases stand still by it. */
  stopped: z.number(),
})

interface Objecting {
  readonly serial?: number | undefined
  readonly form: 'named' | 'confidential'
  readonly from?: string | undefined
  readonly text: string
}

export const record = command({
  name: 'objections.record',
  summary: 'Records an objection to a notice; the cases it is about stand still at once',
  may: ['owner', 'fund_administrator', 'approver', 'committee_member'],
  reach: 'units',
  route: { method: 'POST', path: '/notices/{notice}/objections' },
  // Who objects is seldom one of many: a plain digest of it could be found by trying names.
  seals: true,
  input: z.strictObject({ ...objectionIn, received_on: dayField.optional() }),
  output: objectionOut,
  subject: ({ objection }) => `objection/${objection}`,
  run: (act, input) => {
    const notice = noticeWithId(act, input.notice)
    const end = endOfNotice(act, notice.id)
    if (end) throw noticeEnded({ notice: notice.id, ended_on: end.ended_on })
    const on = input.received_on ?? act.today
    const to = [act.today, notice.last_on].sort()[0]!
    if (on < notice.put_up_on || on > to) {
      throw objectionOutsideTime({ given: on, from: notice.put_up_on, to })
    }
    return objected(act, notice, input, on)
  },
})

/** Whoever objects on the public page. They do this one thing, and see nothing of the book by it. */
export const publicCaller: Caller = {
  actor: 'public',
  grants: throughout('member'),
  readsNames: false,
  only: ['objections.send'],
}

export const send = pageCommand({
  name: 'objections.send',
  summary: 'Objects to a notice on the public page, without signing in',
  may: anyRole,
  reach: 'oneself',
  seals: true,
  input: z.strictObject(objectionIn),
  output: objectionOut,
  subject: ({ objection }) => `objection/${objection}`,
  run: (act, input) => {
    const notice = findNotice(act, input.notice)
    if (!notice) throw noticeUnknown({ notice: input.notice })
    const ended_on = endOfNotice(act, notice.id)?.ended_on ?? notice.last_on
    if (!isUp(act, notice)) throw noticeEnded({ notice: notice.id, ended_on })
    return objected(act, notice, input, act.today)
  },
})

/** Whether a notice is up on the day of whoever asks: not taken down, and its last day not over. */
export function isUp(asker: Reader & { readonly today: Day }, notice: Notice): boolean {
  return asker.today <= notice.last_on && endOfNotice(asker, notice.id) === undefined
}

/** Refuses `objection.not_on_notice`, `objection.needs_name`, `objection.too_many`; then writes. */
function objected(
  act: Act,
  notice: Notice,
  given: Objecting,
  on: Day,
): z.output<typeof objectionOut> {
  const meant = casesMeant(act, notice, given.serial)
  if (given.form === 'named' && given.from === undefined) throw objectionNeedsName({})
  const open = objectionsTo(act, notice.id).filter(({ outcome }) => outcome === null)
  if (open.length >= mostOpen) throw objectionTooMany({ notice: notice.id, most: mostOpen })
  const id = writeObjection(act, notice, given, {
    on,
    of: given.serial === undefined ? null : meant[0]!,
  })
  const stopped = meant.map(({ case_id }) => caseById(act, case_id)).filter(stops(act, notice))
  for (const one of stopped) advance(act, one, { act: 'suspended' })
  return { objection: id, notice: notice.id, stopped: stopped.length }
}

function casesMeant(act: Act, notice: Notice, serial: number | undefined): NoticeCase[] {
  const all = casesOnNotice(act, notice.id)
  const meant = serial === undefined ? all : all.filter((one) => one.serial === serial)
  if (meant.length === 0) throw objectionNotOnNotice({ notice: notice.id, serial: serial ?? 0 })
  return meant
}

function stops(act: Act, notice: Notice): (theCase: HardshipCase) => boolean {
  return ({ id }) => {
    const { state, step } = standingOf(act, id)
    return state === 'open' && step === notice.step
  }
}

function writeObjection(
  act: Act,
  notice: Notice,
  { form, from, text }: Objecting,
  { on, of }: { readonly on: Day; readonly of: NoticeCase | null },
): ObjectionId {
  const id = nextId(act, 'objection')
  insert(act, 'objection', {
    id,
    notice_id: notice.id,
    case_id: of?.case_id ?? null,
    form,
    from_detail_id: from === undefined ? null : keepDetail(act, 'objection_from', from),
    text_detail_id: keepDetail(act, 'objection', text),
    received_on: on,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
  return id
}

/**
 * How the form of a visit is read: the office’s and that of a helper’s own page. Each part may be left out as a whole;
 * one that was begun is asked for what it lacks.
 */
import type { Messages } from '../../../templates/messages/messages.ts'
import type { Day } from '../../kit/day.ts'
import { sha256Hex } from '../../kit/digest.ts'
import type { PageLanguage } from './language.ts'
import { Ambiguous, readAmount, readDay, readNumber } from './reading.ts'

/** What was typed, and in which language. */
export interface VisitTyped {
  readonly t: Messages
  readonly language: PageLanguage
  readonly fields: Readonly<Record<string, string>>
  /** The photo of a signed slip, where one was added. */
  readonly slip?: Uint8Array | undefined
}

/** What it comes to: an input of `visits.record` without whom it was to, and what is wrong by field. */
export interface VisitRead {
  readonly input: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string>>
}

/** What the form begins with. */
export function visitBegun(today: Day): Readonly<Record<string, string>> {
  return { kind: 'visit', visited_on: today, met: 'oneself', next_for: 'helper' }
}

/** One part of the form under way: what it gives, and what it lacks. */
class Part {
  readonly errors: Record<string, string> = {}
  readonly typed: VisitTyped

  constructor(typed: VisitTyped) {
    this.typed = typed
  }

  text(name: string): string | undefined {
    return this.typed.fields[name]?.trim() || undefined
  }

  /** What has to be there once the part was begun. */
  needed(name: string, problem: string): string | undefined {
    const found = this.text(name)
    if (found === undefined) this.errors[name] = problem
    return found
  }

  amount(name: string): string | undefined {
    const given = this.needed(name, this.typed.t.forms.amount_missing)
    if (given === undefined) return undefined
    try {
      return readAmount(given, this.typed.language)
    } catch (error) {
      if (!(error instanceof Ambiguous)) throw error
      this.errors[name] = this.typed.t.forms.amount_grouping({ given })
      return undefined
    }
  }
}

/** Reads the form. What is wrong in the policy’s or the book’s eyes is left to the command. */
export function readVisit(typed: VisitTyped): VisitRead {
  const part = new Part(typed)
  const on = part.text('visited_on')
  const minutes = part.text('minutes')
  const event = part.text('care_event')
  const companions = part.text('companions')
  const wishes = wishOf(part)
  const help = helpGiven(part)
  const follow_ups = nextOf(part)
  const handed_over = slipOf(part)
  const arrivals = arrivalOf(part)
  const input = {
    ...plain(part, ['kind', 'met', 'at_place', 'found']),
    ...(on === undefined ? {} : { visited_on: readDay(on) }),
    ...(minutes === undefined ? {} : { minutes: readNumber(minutes) }),
    ...(event === undefined ? {} : { care_event: readNumber(event) }),
    ...(companions === undefined ? {} : { companions: companions.split(/[\s,，、;；]+/u) }),
    ...(part.text('by_office') === 'yes' ? { by_office: true } : {}),
    ...(wishes ? { wishes: [wishes] } : {}),
    ...(help ? { help: [help] } : {}),
    ...(follow_ups ? { follow_ups: [follow_ups] } : {}),
    ...(handed_over ? { handed_over } : {}),
    ...(arrivals ? { arrivals: [arrivals] } : {}),
  }
  return { input, errors: part.errors }
}

function plain(part: Part, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = part.text(name)
      return text === undefined ? [] : [[name, text]]
    }),
  )
}

function wishOf(part: Part) {
  const { visits } = part.typed.t
  if (!part.text('wish_kind') && !part.text('wish_text')) return undefined
  const kind = part.needed('wish_kind', visits.choose_kind)
  const text = part.needed('wish_text', visits.whole)
  return { kind, text, ...(part.text('wish_open') === 'yes' ? { open: true } : {}) }
}

function helpGiven(part: Part) {
  const { visits, forms } = part.typed.t
  const begun = ['help_form', 'help_kind', 'help_text', 'help_amount'].some((one) => part.text(one))
  if (!begun) return undefined
  const form = part.needed('help_form', forms.choose)
  const kind = part.needed('help_kind', visits.choose_help)
  const payout = /^payout:(\d+)$/.exec(form ?? '')?.[1]
  const text = part.text('help_text')
  const told = text === undefined ? {} : { text }
  if (payout !== undefined) return { kind, form: 'money', payout: Number(payout), ...told }
  if (form === 'private') {
    return { kind, form: 'money', private: true, amount: part.amount('help_amount'), ...told }
  }
  return { kind, form, text: part.needed('help_text', visits.help_whole) }
}

function nextOf(part: Part) {
  const { visits } = part.typed.t
  if (!part.text('next_text') && !part.text('next_on')) return undefined
  const text = part.needed('next_text', visits.next_whole)
  const due = part.needed('next_on', visits.next_whole)
  return { text, due_on: due && readDay(due), ...renamed(part, 'next_for', 'for_whom') }
}

function renamed(part: Part, name: string, as: string): Record<string, string> {
  const text = part.text(name)
  return text === undefined ? {} : { [as]: text }
}

/** Of a photo its digest, as of any scanned paper. */
function slipOf(part: Part) {
  const { visits, forms } = part.typed.t
  const { slip } = part.typed
  const typed = part.text('slip_digest')
  if (!part.text('slip_line') && slip === undefined && typed === undefined) return undefined
  const [batch, line] = (part.needed('slip_line', forms.choose) ?? '').split('/')
  const kind = part.needed('slip_kind', visits.choose_help)
  const slip_digest = slip ? sha256Hex(slip) : typed?.toLowerCase()
  if (slip_digest === undefined) part.errors.slip = visits.slip_missing
  return { batch, line: Number(line), slip_digest, kind }
}

function arrivalOf(part: Part) {
  const { forms } = part.typed.t
  const begun = ['arrived', 'received', 'asked_back'].some((one) => part.text(one))
  if (!begun) return undefined
  const payout = part.needed('arrived', forms.choose)
  const received = part.needed('received', forms.choose)
  const asked = part.needed('asked_back', forms.choose)
  const number = Number(/\d+$/.exec(payout ?? '')?.[0])
  return { payout: number, received: received === 'yes', asked_back: asked === 'yes' }
}

/** Which question of the form a field of the command is asked by, for what was refused of it. */
export function questionOf(field: string): string {
  const [head = '', , rest] = field.split('.')
  const names: Readonly<Record<string, string>> = {
    'wishes.kind': 'wish_kind',
    'wishes.text': 'wish_text',
    'help.kind': 'help_kind',
    'help.text': 'help_text',
    'help.amount': 'help_amount',
    'help.payout': 'help_form',
    'follow_ups.text': 'next_text',
    'follow_ups.due_on': 'next_on',
    'follow_ups.for_whom': 'next_for',
  }
  if (head === 'handed_over') return field.endsWith('slip_digest') ? 'slip_digest' : 'slip_line'
  if (head === 'arrivals') return 'arrived'
  return names[`${head}.${rest}`] ?? head
}

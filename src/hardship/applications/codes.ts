/**
 * Application codes: with one, somebody applies without an account, saves, comes back on another device, and sees where
 * the application stands. A code has 80 random bits and a check character; the book keeps its hash.
 */
import type { Row } from '../../../db/schema.ts'
import { newRecoveryCode, readRecoveryCode } from '../../access/recovery-codes.ts'
import { recoveryCodeMistyped } from '../../access/sign-in-refusals.ts'
import { type Act, type Caller, throughout } from '../../book/registry.ts'
import { addDays, type Day } from '../../kit/day.ts'
import { sha256Hex } from '../../kit/digest.ts'
import type { ApplicationCodeId, CaseId } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { partyById, partyName } from '../../people/parties.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { applicationCodeMistyped, applicationCodeUnknown } from './refusals.ts'

/** How long a code may last until it is used: a quarter, with which a programme of every season gets along. */
export const mostCodeDays = 100

/** So long after its day a code still tells where its application stands: a year, and some days for a late answer. */
const daysFollowed = 400

/** A new code in groups: `7K3D-9QWE-2MXT-8HRV5`. It is shown once and never kept. */
export function newApplicationCode(random: (bytes: number) => Uint8Array): string {
  return newRecoveryCode(random)
}

/** The hash under which a code is kept, from how it was typed. Refuses `application_code.mistyped`. */
export function applicationCodeHash(typed: string): string {
  try {
    return sha256Hex(`application code\n${readRecoveryCode(typed)}`)
  } catch (error) {
    if (error instanceof Refusal && error.code === recoveryCodeMistyped.code) {
      throw applicationCodeMistyped({})
    }
    throw error
  }
}

const codes = build
  .selectFrom('application_code as c')
  .leftJoin('application_code_end as e', 'e.code_id', 'c.id')
  .leftJoin('application_code_use as u', 'u.code_id', 'c.id')
  .selectAll('c')
  .select(['e.event_seq as ended_seq', 'u.case_id', 'u.event_seq as used_seq'])
const byHash = prepare((p: { hash: string }) => codes.where('c.code_hash', '=', p.hash))
const byId = prepare((p: { id: ApplicationCodeId }) => codes.where('c.id', '=', p.id))
const byCase = prepare((p: { case: CaseId }) => codes.where('u.case_id', '=', p.case))

/** A code with its end and the case that came of it, where there are any. */
export type CodeKept = Row<'application_code'> & {
  readonly ended_seq: number | null
  readonly case_id: CaseId | null
  readonly used_seq: number | null
}

/** What a code opens: an application to be written, one that was sent, nothing any more. */
export type CodeState = 'open' | 'sent' | 'ended' | 'over'

/** How a code stands on a day. */
export function stateOfCode(code: CodeKept, today: Day): CodeState {
  if (code.ended_seq !== null) return 'ended'
  if (code.case_id === null) return today <= code.until_on ? 'open' : 'over'
  return today <= addDays(code.until_on, daysFollowed) ? 'sent' : 'over'
}

/** The code with a hash, whatever its state; undefined for none. */
export function codeWithHash(reader: Reader, hash: string): CodeKept | undefined {
  return first(reader, byHash, { hash }) as CodeKept | undefined
}

/** The code with a number, whatever its state; undefined for none. */
export function findCode(reader: Reader, id: number): CodeKept | undefined {
  return first(reader, byId, { id: id as ApplicationCodeId }) as CodeKept | undefined
}

/** The code of which a case came; undefined for a case that the office entered. */
export function codeOfCase(reader: Reader, id: CaseId): CodeKept | undefined {
  return first(reader, byCase, { case: id }) as CodeKept | undefined
}

/** Whether a code opens something on a day, and its person was not erased. */
export function opensSomething(reader: Reader, code: CodeKept, today: Day): boolean {
  const state = stateOfCode(code, today)
  if (state === 'ended' || state === 'over') return false
  return partyName(reader, partyById(reader, code.party_id)).full !== null
}

/** The only commands that a code gives. */
export const commandsOfCodes = [
  'applications.send',
  'applications.answer',
  'applications.add_document',
] as const

/** Who acts with a code: nobody who has an account, and nobody who reads names. */
export function callerOfCode({ id }: Pick<CodeKept, 'id'>): Caller {
  return {
    actor: `application:${id}`,
    grants: throughout('member'),
    readsNames: false,
    only: commandsOfCodes,
  }
}

/** The code with which an act is done. Refuses `application_code.unknown`. */
export function codeOfActor(act: Act): CodeKept {
  const id = /^application:([1-9][0-9]*)$/.exec(act.caller.actor)?.[1]
  const code = id === undefined ? undefined : findCode(act, Number(id))
  if (!code || !opensSomething(act, code, act.today)) throw applicationCodeUnknown({})
  return code
}

/** Who comes with a pairing code: one of the two sides of a pair, on their own page. */
import type { Context } from 'hono'
import type { Messages } from '../../../templates/messages/messages.ts'
import { findOrganisation } from '../../book/book.ts'
import { lookingAs } from '../../book/looking.ts'
import type { AnyPageCommand, View } from '../../book/registry.ts'
import {
  callerOfPairingCode,
  opensOwnPage,
  type PairingCode,
  pairingCodeHash,
  pairingCodeWithHash,
} from '../../pairing/own/codes.ts'
import { pairingCodeThrottled, pairingCodeUnknown } from '../../pairing/own/refusals.ts'
import type { CodeCounter, CodeSort } from './code-session.ts'
import type { PageLanguage } from './language.ts'
import { keyOf } from './start-owner.tsx'
import { type Door, type VisitorPage, visitorOf, visitorResponse } from './visitor.tsx'

/** Codes that open the own page of a helper, or of whoever is helped. */
export const pairingCodes: CodeSort<PairingCode> = {
  cookie: 'pairing',
  folder: 'together',
  hashOf: pairingCodeHash,
  openWith: (reader, hash, today) => {
    const code = pairingCodeWithHash(reader, hash)
    return code && opensOwnPage(reader, code, today) ? code : undefined
  },
  unknown: () => pairingCodeUnknown({}),
  throttled: (minutes) => pairingCodeThrottled({ minutes }),
}

/** Whoever has their own page open. */
export interface OwnReader {
  readonly c: Context
  readonly t: Messages
  readonly language: PageLanguage
  /** Where own pages stand: `/b/hillside/together`. */
  readonly place: string
  readonly door: Door
  readonly counter: CodeCounter<PairingCode>
  readonly code: PairingCode
}

/** A page of somebody’s own; nothing of it is kept by caches between. */
export function ownPage(
  { c, door }: Pick<OwnReader, 'c' | 'door'>,
  page: Pick<VisitorPage, 'title' | 'body' | 'status' | 'scripts'>,
): Response {
  const organisation = findOrganisation(door.book.store)?.name
  return visitorResponse(visitorOf(c), { ...page, organisation })
}

/** Looks into the book for the reader; what may be told is for `look` to decide. */
export function ownLook<T>({ door, code }: OwnReader, look: (view: View) => T): T {
  return lookingAs(door.book, callerOfPairingCode(code), look)
}

/** Does a command with the code, once for each key of a form. Refuses what the command refuses. */
export async function doesOwn(
  { door, code, counter }: OwnReader,
  command: AnyPageCommand,
  input: unknown,
  key: string | undefined,
): Promise<void> {
  const given = keyOf(key === undefined ? {} : { key }, counter.porch)
  await door.submit({ command, input, key: given, caller: callerOfPairingCode(code) })
}

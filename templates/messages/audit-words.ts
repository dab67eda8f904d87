/** Tells what the audit trail holds in codes: `user:3`, `payouts.pay`, `payout/12`. */
import type { Messages } from './messages.ts'

type Of = (v: { of: string }) => string

function told(words: Readonly<Record<string, Of>>, code: string, separator: string): string {
  const [noun = '', ...rest] = code.split(separator)
  return Object.hasOwn(words, noun) ? words[noun]!({ of: rest.join(separator) }) : code
}

/** What was acted on, `payout/12` as 'payout 12'. What has no words is told as it stands. */
export function subjectIn(t: Messages, subject: string): string {
  return told(t.words.subject, subject, '/')
}

/** Who acted, `user:3` as 'user 3', `host` as 'the server'. */
export function actorIn(t: Messages, actor: string): string {
  return told(t.words.actor, actor, ':')
}

/** What was done, `payouts.pay` as 'recorded a payout'. */
export function actIn(t: Messages, command: string): string {
  const words: Readonly<Record<string, string>> = t.words.act
  return Object.hasOwn(words, command) ? words[command]! : command
}

/** The kind of an entry, `payout.paid` as 'Payout'. */
export function entryKindIn(t: Messages, kind: string): string {
  const words: Readonly<Record<string, string>> = t.words.entry_kind
  return Object.hasOwn(words, kind) ? words[kind]! : kind
}

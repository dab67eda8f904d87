/** `care-ledger token`: lets a program or a person use the interface of a book, and ends that again. */
import type { Command } from 'commander'
import { create, list, revoke, tokenHash, tokenSecret } from '../access/tokens.ts'
import { type Role, roles } from '../book/registry.ts'
import { isDay } from '../kit/day.ts'
import { hex } from '../kit/digest.ts'
import { surroundings } from '../node.ts'
import { type BookOptions, type Hand, withBook, withBookOptions } from './books.ts'
import { type Bench, does } from './command.ts'
import { helpEnd } from './help-end.ts'
import { usageWrong } from './refusals.ts'
import { plain, strong, type Terminal } from './terminal.ts'

interface TokenOptions extends BookOptions {
  readonly role?: string
  readonly label?: string
  readonly expires: string
  readonly readsNames?: boolean
  readonly revoke?: string
  readonly list?: boolean
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const spans: Readonly<Record<string, number>> = {
  h: hourMs,
  d: dayMs,
  w: 7 * dayMs,
  y: 365 * dayMs,
}

/** Adds `care-ledger token` to the program. */
export function addToken(program: Command, bench: Bench): void {
  const command = withBookOptions(program.command('token'))
    .description(
      'Makes a token with which the HTTP interface of a book may be used. Its secret is printed once ' +
        'and kept nowhere: the book holds its hash, a role and an end.',
    )
    .option('--role <role>', `what it may do: ${roles.join(', ')}`)
    .option('--label <text>', 'what the token is for')
    .option(
      '--expires <when>',
      'its end: a span such as 12h, 90d, 8w, 1y, a day (its end in UTC), or an instant',
      '90d',
    )
    .option('--reads-names', 'lets it read the full names of persons')
    .option('--list', 'lists the tokens in force')
    .option('--revoke <number>', 'ends a token at once')
    .addHelpText(
      'after',
      helpEnd([
        'care-ledger token --book relief --role fund_administrator --label "Payroll import"',
        'care-ledger token --book relief --role auditor --label "Audit 2026" --expires 2026-12-31',
        'care-ledger token --book relief --list',
        'care-ledger token --book relief --revoke 3',
      ]),
    )
  does<TokenOptions>(command, bench, async (terminal, options) => {
    const asked = [options.role, options.list, options.revoke].filter((one) => one !== undefined)
    if (asked.length !== 1) {
      throw usageWrong({
        what: 'Say one of --role (to make a token), --list and --revoke.',
        how: 'See care-ledger token --help.',
      })
    }
    // Reads what was typed before the book is opened: a slip of the pen is not a matter of the book.
    const made = options.role === undefined ? undefined : wanted(options)
    await withBook(options, async (hand) => {
      if (made) makeToken(hand, terminal, made)
      else if (options.list) listTokens(hand, terminal)
      else revokeToken(hand, terminal, options.revoke!)
    })
  })
}

interface Wanted {
  readonly role: Role
  readonly label: string
  readonly expires_at: number
  readonly reads_names: boolean
}

function wanted(options: TokenOptions): Wanted {
  const role = roleNamed(options.role!)
  if (options.label === undefined) {
    throw usageWrong({
      what: 'A token needs a label, so that it can be told from others later.',
      how: 'Add, for example, --label "Payroll import".',
    })
  }
  const expires_at = endOf(options.expires, surroundings.now())
  return { role, label: options.label, expires_at, reads_names: options.readsNames ?? false }
}

/** A role by its name. Refuses `usage.wrong`. */
export function roleNamed(text: string): Role {
  const role = roles.find((one) => one === text)
  if (role) return role
  throw usageWrong({
    what: `“${plain(text)}” is not a role.`,
    how: `Give one of ${roles.join(', ')}.`,
  })
}

/** The instant that a text names, in milliseconds since the epoch. Refuses `usage.wrong`. */
export function endOf(text: string, now: number, of = 'a token'): number {
  const [, count, unit] = /^([1-9][0-9]{0,4})([hdwy])$/.exec(text) ?? []
  if (count && unit) return now + Number(count) * spans[unit]!
  const at = isDay(text)
    ? Date.parse(`${text}T00:00:00Z`) + dayMs
    : /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) && isDay(text.slice(0, 10))
      ? Date.parse(text)
      : Number.NaN
  if (Number.isNaN(at)) {
    throw usageWrong({
      what: `“${plain(text)}” is no end for ${of}.`,
      how: 'Give a span such as 12h, 90d or 1y, a day such as 2027-01-31, or an instant.',
    })
  }
  return at
}

function makeToken(hand: Hand, terminal: Terminal, made: Wanted): void {
  const secret = tokenSecret(surroundings.random)
  const { output } = hand.does(create, { ...made, hash: hex(tokenHash(secret)) })
  const until = new Date(made.expires_at).toISOString()
  terminal.say(strong(secret))
  terminal.note(`Token ${output.token}: ${made.role}, until ${until}. This is its only appearance.`)
  terminal.answer({ token: output.token, secret, ...made })
}

function listTokens(hand: Hand, terminal: Terminal): void {
  const { tokens } = hand.asks(list, {})
  for (const { token, role, label, reads_names, expires_at } of tokens) {
    const until = new Date(expires_at).toISOString().slice(0, 16)
    const reads = reads_names ? ', reads names' : ''
    terminal.say(`${token}  ${role}${reads}, until ${until}Z  ${plain(label ?? '(erased)')}`)
  }
  if (tokens.length === 0) terminal.say('No token is in force.')
  terminal.answer({ tokens })
}

function revokeToken(hand: Hand, terminal: Terminal, number: string): void {
  if (!/^[1-9][0-9]{0,14}$/.test(number)) {
    throw usageWrong({ what: `“${plain(number)}” is no number of a token.`, how: 'See --list.' })
  }
  const { output } = hand.does(revoke, { token: Number(number) })
  terminal.say(`Token ${output.token} has ended.`)
  terminal.answer({ revoked: output.token })
}

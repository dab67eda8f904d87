/** `care-ledger invite`: a link with which one person begins to sign in, or chooses a new password. */
import type { Command } from 'commander'
import { invitationHash, invitationSecret, make } from '../access/invitations.ts'
import { reset } from '../access/second-factors.ts'
import { userWithLogin } from '../access/users.ts'
import { type Role, roles } from '../book/registry.ts'
import { hex } from '../kit/digest.ts'
import { surroundings } from '../node.ts'
import { type BookOptions, withBook, withBookOptions } from './books.ts'
import { type Bench, does } from './command.ts'
import { helpEnd } from './help-end.ts'
import { usageWrong } from './refusals.ts'
import { plain, strong } from './terminal.ts'
import { endOf, roleNamed } from './token.ts'

interface InviteOptions extends BookOptions {
  readonly role?: string
  readonly login?: string
  readonly expires: string
  readonly readsNames?: boolean
  readonly resetSecondFactor?: boolean
  readonly server: string
}

/** Adds `care-ledger invite` to the program. */
export function addInvite(program: Command, bench: Bench): void {
  const command = withBookOptions(program.command('invite'))
    .description(
      'Makes a link that works once: whoever opens it chooses a name and a password and signs in to the ' +
        'book in the browser. With --login it lets that user choose a new password.',
    )
    .option('--role <role>', `what a new user may do: ${roles.join(', ')}`)
    .option('--login <name>', 'the name for signing in of a user who lost the password')
    .option('--reset-second-factor', 'with --login: ends the second factor of a user who lost it')
    .option('--reads-names', 'lets a new user read the full names of persons')
    .option(
      '--expires <when>',
      'its end: a span such as 12h or 7d, a day (its end in UTC), or an instant',
      '7d',
    )
    .option('--server <url>', 'the address at which the book is served', 'http://127.0.0.1:8080')
    .addHelpText(
      'after',
      helpEnd([
        'care-ledger invite --book relief --role owner',
        'care-ledger invite --book relief --role auditor --expires 24h \\',
        '  --server https://ledger.example.org',
        'care-ledger invite --book relief --login maria',
        'care-ledger invite --book relief --login maria --reset-second-factor',
      ]),
    )
  does<InviteOptions>(command, bench, async (terminal, options) => {
    const wanted = asked(options)
    await withBook(options, async (hand) => {
      const { login, base, resets, ...given } = wanted
      const user = login === undefined ? null : userWithLogin(hand.store, login)?.id
      if (user === undefined) {
        const what = `Nobody signs in to this book as “${plain(login!)}”.`
        throw usageWrong({ what, how: 'See care-ledger ask users.list.' })
      }
      if (resets) hand.does(reset, { user })
      const secret = invitationSecret(surroundings.random)
      const input = { ...given, user, hash: hex(invitationHash(secret)) }
      const { output } = hand.does(make, input)
      const link = `${base}/b/${hand.place.code}/start/${secret}`
      const until = new Date(given.expires_at).toISOString()
      terminal.say(strong(link))
      terminal.note(`It works once, until ${until}. This is its only appearance.`)
      terminal.answer({ invitation: output.invitation, link, ...given, user })
    })
  })
}

interface Asked {
  readonly role: Role
  readonly login: string | undefined
  /** Whether their second factor ends, too. */
  readonly resets: boolean
  readonly reads_names: boolean
  readonly expires_at: number
  readonly base: string
}

/** What was typed, read before the book is opened. Refuses `usage.wrong`. */
function asked(options: InviteOptions): Asked {
  const { role, login, expires, readsNames = false, resetSecondFactor: resets = false } = options
  const { server } = options
  if ((role === undefined) === (login === undefined)) {
    throw usageWrong({
      what: 'Say one of --role (for a new user) and --login (for a new password).',
      how: 'See care-ledger invite --help.',
    })
  }
  if (resets && login === undefined) {
    throw usageWrong({
      what: 'A second factor is reset for a user who signs in already.',
      how: 'Name them with --login.',
    })
  }
  if (!/^https?:\/\/[^/\s]+\/?$/.test(server)) {
    throw usageWrong({
      what: `“${plain(server)}” is no address of a server.`,
      how: 'Give one such as https://ledger.example.org.',
    })
  }
  return {
    // For a new password the role is the user's own, whatever stands here.
    role: role === undefined ? 'auditor' : roleNamed(role),
    login,
    resets,
    reads_names: readsNames,
    expires_at: endOf(expires, surroundings.now(), 'an invitation'),
    base: server.replace(/\/$/, ''),
  }
}

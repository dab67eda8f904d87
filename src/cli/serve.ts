/** `care-ledger serve`: the HTTP interface of every book of a folder, until it is told to stop. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { serve, serverLog, untilStopped } from '../node-server.ts'
import { codesIn, withBooksOption } from './books.ts'
import { type Bench, does } from './command.ts'
import { helpEnd } from './help-end.ts'
import { addressRefused, portTaken, usageWrong } from './refusals.ts'
import { plain, strong, type Terminal } from './terminal.ts'

interface ServeOptions {
  readonly books: string
  readonly port: string
  readonly host: string
}

/** Adds `care-ledger serve` to the program. */
export function addServe(program: Command, bench: Bench): void {
  const command = withBooksOption(program.command('serve'))
    .description(
      'Serves every book of a folder, until it gets SIGTERM or SIGINT. Its log goes to standard output, ' +
        'a JSON line for each answer. Where there is no book, or a book without a user, it prints a link ' +
        'that works once, to make one in the browser.',
    )
    .option('--port <port>', 'the port to listen on; 0 takes a free one', '8080')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .addHelpText(
      'after',
      helpEnd(['care-ledger serve', 'care-ledger serve --books /var/lib/care-ledger --port 8321']),
    )
  does<ServeOptions>(command, bench, async (terminal, options) => {
    const port = portFrom(options.port)
    const { books, host: hostname } = options
    const codes = codesIn(books)
    await served(bench, terminal, { books, port, hostname, codes })
  })
}

/** Reads a port. Refuses `usage.wrong`. */
export function portFrom(text: string): number {
  if (/^[0-9]{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw usageWrong({ what: `“${plain(text)}” is no port.`, how: 'Give a number from 0 to 65535.' })
}

interface Serving {
  readonly books: string
  readonly port: number
  readonly hostname: string
  readonly codes: readonly string[]
}

/** Serves until it is stopped; `greet` is told the address. Refuses `host.port_taken`, `host.address_refused`. */
export async function served(
  { root }: Bench,
  terminal: Terminal,
  serving: Serving,
  greet: (base: string) => void = () => undefined,
): Promise<void> {
  const { books, port, hostname, codes } = serving
  const log = serverLog()
  const server = await serve({ books, port, hostname, log, ...builtIn(root) }).catch(
    (error: unknown) => {
      throw listenRefusal(error, serving)
    },
  )
  const base = `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${server.port}`
  terminal.note(`Care Ledger serves the folder ${resolve(books)} at ${strong(`${base}/`)}`)
  for (const code of codes) terminal.note(`  ${code}: ${base}/b/${code}`)
  tellStarts(terminal, base, server.starts())
  greet(base)
  terminal.note('Stop it with Ctrl-C.')
  await untilStopped(server)
  log.flush()
  terminal.note('Stopped; every book is closed.')
}

/** What a server needs of the build. */
function builtIn(root: URL) {
  return {
    renderWorker: new URL('dist/statements/render-worker.js', root),
    taskThread: new URL('dist/node/task-thread.js', root),
    assets: fileURLToPath(new URL('dist/public/', root)),
  }
}

/** The links that are printed once: whoever opens one first makes a book, or becomes the owner of one. */
function tellStarts(
  terminal: Terminal,
  base: string,
  starts: ReturnType<Awaited<ReturnType<typeof serve>>['starts']>,
): void {
  for (const { book, path } of starts) {
    const what =
      book === undefined
        ? 'There is no book yet. Make one'
        : `Nobody signs in to ${book} yet. Become its owner`
    terminal.note(`${what} with this link, which works once: ${strong(base + path)}`)
  }
}

function listenRefusal(error: unknown, { hostname, port }: Serving): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') return portTaken({ hostname, port })
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return addressRefused({ hostname, port, why: code })
  }
  return error
}

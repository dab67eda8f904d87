/** The server of the Node host: every book of a folder over HTTP, until it is told to stop. */
import { mkdirSync, readdirSync } from 'node:fs'
import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { pino } from 'pino'
import type { Log } from './app.ts'
import { openAddresses } from './node/address.ts'
import { openAssets } from './node/assets.ts'
import { background } from './node/background.ts'
import { bookCopy, removeLeftCopies } from './node/book-copies.ts'
import { masterKeysIn } from './node/master-key-file.ts'
import { nodeOutward } from './node/outward.ts'
import { packing } from './node/packing.ts'
import { renderPool } from './node/render-pool.ts'
import { openShelf, type StartPath } from './node/shelf.ts'
import { createBook, openBook, signerOf, surroundings } from './node.ts'
import { openLimits } from './web/limits.ts'
import { publicOrigin } from './web/public-origin.ts'

/** How long a stop waits for answers on their way before it cuts connections. */
const stopPatienceMs = 10_000

/** A connection kept alive would hold up a stop for seconds after its last answer. */
const idleCheckMs = 50

/** Log lines are written together once they are this long, or after this time. */
const logBufferBytes = 4_096
const logFlushMs = 500

/** The log of a server: lines of JSON to standard output. `flush` writes what is still held back. */
export function serverLog(): Log & { flush(): void } {
  const target = pino.destination({
    dest: 1,
    sync: false,
    minLength: logBufferBytes,
    periodicFlush: logFlushMs,
  })
  return Object.assign(pino({ base: null }, target), { flush: () => target.flushSync() })
}

export interface ServeOptions {
  /** The folder of the books, `<books>/<code>.db`. */
  readonly books: string
  readonly port: number
  readonly hostname: string
  readonly log: Log
  /** The built file of `src/statements/render-worker.ts`. */
  readonly renderWorker: URL
  /** The built file of `src/node/task-thread.ts`. */
  readonly taskThread: URL
  /** The folder that the build wrote for pages; without it they have no styles. */
  readonly assets?: string
}

export interface Server {
  /** The port it listens on; of use when 0 was asked for. */
  readonly port: number
  /** The links for whoever starts, which open something now. */
  starts(): StartPath[]
  /** Takes no new request, answers those on their way, then closes the books. */
  stop(): Promise<void>
}

/** Serves every book of a folder. Refuses `vault.key_file_open` and `master_key.unreadable`. */
export async function serve(options: ServeOptions): Promise<Server> {
  const { books: folder, log, taskThread: thread } = options
  mkdirSync(folder, { recursive: true })
  requireClosedKeys(folder)
  removeLeftCopies(folder, surroundings.now())
  const pool = renderPool(options.renderWorker, log)
  const assets = openAssets(options.assets)
  const now = () => performance.timeOrigin + performance.now()
  const addresses = openAddresses(process.env.CARE_LEDGER_TRUSTED_PROXY)
  const shelf = openShelf({
    folder,
    offer: {
      log,
      now,
      renderPdf: pool.render,
      assets: () => assets.hrefs,
      limits: openLimits(now),
      addressOf: addresses.of,
      origin: publicOrigin(process.env.CARE_LEDGER_ORIGIN),
      outward: nodeOutward(process.env.CARE_LEDGER_INNER_PROVIDERS === 'yes'),
    },
    random: surroundings.random,
    open: (path) => openBook(path, { mustExist: true }),
    signer: (code) => signerOf(folder, code),
    background: (path) => background(thread, path),
    copy: (path) => bookCopy({ thread, path, random: surroundings.random }),
    found: async (founding) => (await createBook({ folder, ...founding })).close(),
  })
  const answer = packing(
    (request) => assets.answer(request) ?? shelf.appFor(request.url).fetch(request),
  )
  const server = createAdaptorServer({
    fetch: (request, env) => {
      addresses.note(request, (env as HttpBindings).incoming.socket.remoteAddress)
      return answer(request)
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.hostname, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    starts: () => shelf.starts(),
    stop: async () => {
      await shelf.rest()
      await closed(server as HttpServer)
      await pool.close()
      shelf.close()
    },
  }
}

/** Refuses `vault.key_file_open`: a server does not start on master keys that others can read. */
function requireClosedKeys(folder: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.master.key.json'))
  for (const name of files) masterKeysIn(join(folder, name))
}

/** Takes no new connection, lets go of each as it falls idle, and cuts what is left after a while. */
async function closed(server: HttpServer): Promise<void> {
  const letGo = setInterval(() => server.closeIdleConnections(), idleCheckMs)
  const cut = setTimeout(() => server.closeAllConnections(), stopPatienceMs)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(letGo)
  clearTimeout(cut)
}

/** Stops the server at the first SIGTERM or SIGINT; resolves once it has stopped. */
export function untilStopped(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      process.off('SIGTERM', stop)
      process.off('SIGINT', stop)
      server.stop().then(resolve, reject)
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}

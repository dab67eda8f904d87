/**
 * The processes beside a bench: a server on a folder of books, and a client that loads it. The bench forks
 * its own bundle for them, so that neither shares a thread with what it measures.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve, serverLog, untilStopped } from '../../src/node-server.ts'
import { type Load, type Loaded, load } from './load.ts'

const mib = 1_048_576

export interface BenchServer {
  readonly port: number
  /** Resident memory now, in MiB; where the system does not tell it, not a number. */
  memoryMib(): number
  stop(): Promise<void>
}

/** Starts a server of its own process on a folder of books; its log goes into that folder. */
export async function startServer(folder: string): Promise<BenchServer> {
  const log = openSync(join(folder, 'server.log'), 'a')
  const child = fork(process.argv[1]!, ['--child', 'server', folder], {
    execArgv: ['--max-semi-space-size=16'],
    stdio: ['ignore', log, 'inherit', 'ipc'],
  })
  closeSync(log)
  const [port] = (await once(child, 'message')) as [number]
  return {
    port,
    memoryMib: () => residentMib(child.pid!),
    stop: () => ended(child, () => child.kill('SIGTERM')),
  }
}

/** Resident memory of a process by Linux's own count. */
export function residentMib(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return (Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024) / mib
  } catch {
    return Number.NaN
  }
}

export interface BenchClient {
  load(job: Load): Promise<Loaded>
  stop(): Promise<void>
}

/** Starts a client in a process of its own; it stays warm from one load to the next. */
export function startClient(): BenchClient {
  const child = fork(process.argv[1]!, ['--child', 'client'], { execArgv: [] })
  return {
    load: async (job) => {
      child.send(job)
      const [loaded] = (await once(child, 'message')) as [Loaded]
      return loaded
    },
    stop: () => ended(child, () => child.disconnect()),
  }
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
  const exit = once(child, 'exit')
  end()
  await exit
}

/** What a forked process does, by its role. */
export async function actAsChild(role: string, folder: string | undefined): Promise<void> {
  if (role === 'client') {
    process.on('message', async (job) => process.send!(await load(job as Load)))
    return
  }
  const log = serverLog()
  const renderWorker = new URL('../../src/statements/render-worker.js', import.meta.url)
  const taskThread = new URL('../../src/node/task-thread.js', import.meta.url)
  const host = { port: 0, hostname: '127.0.0.1' }
  const server = await serve({ books: folder!, ...host, log, renderWorker, taskThread })
  process.send!(server.port)
  await untilStopped(server)
  log.flush()
  process.disconnect()
}

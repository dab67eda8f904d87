/** Draws papers in worker threads, so that a thousand statements never hold up a posting. */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Log, Offer, RenderedPdf } from '../app.ts'
import type { RenderTask, Signed } from '../statements/render-worker.ts'
import type { Signer } from '../statements/signer.ts'
import { renderBusy } from './refusals.ts'

/** Papers that may wait for a thread; a client asks again for what is beyond. */
const mostPapersWaiting = 1_000

/** A thread holds parsed fonts of some 60 MiB; one that rests this long is let go. */
const restMs = 60_000

/** Threads that draw give way to those who wait for a posting, where the system counts threads apart. */
const politeness = 10

export interface RenderPool {
  readonly render: Offer['renderPdf']
  close(): Promise<void>
}

/**
 * A pool with one thread for each processor but one, each started when there is something to draw.
 * `worker` is the built file of `src/statements/render-worker.ts`.
 */
export function renderPool(worker: URL, log: Log, mostWaiting = mostPapersWaiting): RenderPool {
  let pool: Piscina<RenderTask, RenderedPdf> | undefined
  const started = () => {
    pool ??= new Piscina({
      filename: fileURLToPath(worker),
      name: 'render',
      minThreads: 0,
      maxThreads: Math.max(1, availableParallelism() - 1),
      maxQueue: mostWaiting,
      idleTimeout: restMs,
      niceIncrement: politeness,
    })
    // A thread that dies between papers is replaced; without a listener it would end the process.
    if (pool.listenerCount('error') === 0) {
      pool.on('error', (error: Error) => log.error({ error: error.name }, 'a drawing thread died'))
    }
    return pool
  }
  return {
    render: async (job, sign) => {
      const threads = started()
      if (threads.queueSize >= mostWaiting) throw renderBusy({ waiting: threads.queueSize })
      const { port1: ours, port2: theirs } = new MessageChannel()
      if (sign) signFor(ours, sign)
      try {
        const task = { job, sealed: sign !== null, port: theirs }
        return await threads.run(task, { transferList: [theirs] })
      } finally {
        ours.close()
      }
    },
    close: async () => {
      await pool?.close()
    },
  }
}

/** The private key stays in this thread: what is to be signed comes here. */
function signFor(port: MessageChannel['port1'], sign: Signer['sign']): void {
  const answer = (signed: Signed) => port.postMessage(signed)
  port.on('message', (payload: object) => {
    sign(payload).then(
      (jws) => answer({ jws }),
      (error: unknown) => answer({ error: error instanceof Error ? error.message : 'unknown' }),
    )
  })
}

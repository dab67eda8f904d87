/** Draws papers in worker threads, so that a thousand statements never hold up a posting. */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Offer, RenderedPdf } from '../app.ts'
import { renderBusy } from './refusals.ts'

/** Papers that may wait for a thread; a client asks again for what is beyond. */
const mostWaiting = 1_000

/** A thread holds a parsed font of some 60 MiB; one that rests this long is let go. */
const restMs = 60_000

export interface RenderPool {
  readonly render: Offer['renderPdf']
  close(): Promise<void>
}

/**
 * A pool with one thread for each processor but one, each started when there is something to draw.
 * `worker` is the built file of `src/statements/render-worker.ts`.
 */
export function renderPool(worker: URL): RenderPool {
  let pool: Piscina | undefined
  const started = () => {
    pool ??= new Piscina({
      filename: fileURLToPath(worker),
      minThreads: 0,
      maxThreads: Math.max(1, availableParallelism() - 1),
      maxQueue: mostWaiting,
      idleTimeout: restMs,
    })
    return pool
  }
  return {
    render: async (job, sign) => {
      const threads = started()
      if (threads.queueSize >= mostWaiting) throw renderBusy({ waiting: threads.queueSize })
      const { port1, port2 } = new MessageChannel()
      port1.on('message', async (payload: object) => {
        try {
          port1.postMessage({ jws: await sign!(payload) })
        } catch (error) {
          port1.postMessage({ error: String(error) })
        }
      })
      try {
        const task = { job, sealed: sign !== null, port: port2 }
        return (await threads.run(task, { transferList: [port2] })) as RenderedPdf
      } finally {
        port1.close()
      }
    },
    close: async () => {
      await pool?.close()
    },
  }
}

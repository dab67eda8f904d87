/** Asking other servers from a Worker, whose network reaches nothing but the public one. */
import { mayAsk, mostOutwardBytes, type Outward, outwardPatienceMs } from '../access/outward.ts'

/** The network of a Worker. `inner`: providers on this machine may be asked, for development. */
export function workerOutward(inner: boolean): Outward {
  return {
    inner,
    ask: async (url, { method, headers, body }) => {
      if (!mayAsk(url, inner)) throw new Error(`${url.host} may not be asked.`)
      const signal = AbortSignal.timeout(outwardPatienceMs)
      const answer = await fetch(url.href, { method, headers, body, signal, redirect: 'manual' })
      if (answer.status >= 300 && answer.status < 400) {
        throw new Error(`${url.host} answers elsewhere.`)
      }
      const bytes = await bounded(answer, url.host)
      const type = answer.headers.get('content-type') ?? 'application/octet-stream'
      return new Response(bytes, { status: answer.status, headers: { 'content-type': type } })
    },
  }
}

async function bounded(answer: Response, host: string): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length
    if (bytes > mostOutwardBytes) throw new Error(`${host} answers too much.`)
    chunks.push(new Uint8Array(chunk))
  }
  return new Blob(chunks)
}

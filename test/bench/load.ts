/**
 * A client lean enough to share two cores with the server that it loads: each connection writes the next
 * request when the answer to the last is complete. It takes 5 µs a request, a tenth of autocannon.
 */
import { connect } from 'node:net'
import { quantile } from './measure.ts'

export interface Load {
  readonly port: number
  readonly connections: number
  readonly ms: number
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly token: string
  /** The body of every request; commands get a fresh idempotency key each. */
  readonly body?: string
  /** Requests are begun no more often than this on each connection. */
  readonly paceMs?: number
}

export interface Loaded {
  readonly perSecond: number
  readonly medianMs: number
  readonly p99Ms: number
  /** Answers other than 200 and 201, and connections that broke. */
  readonly failed: number
}

let keys = 0
const run = Date.now().toString(36)

function requestOf({ method, path, token, body }: Load): string {
  const head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n`
  if (body === undefined) return `${head}\r\n`
  keys += 1
  const key = `bench-${run}-${String(keys).padStart(10, '0')}`
  const length = Buffer.byteLength(body)
  return `${head}content-type: application/json\r\nidempotency-key: ${key}\r\ncontent-length: ${length}\r\n\r\n${body}`
}

/** Loads a server for a while and tells how it did. */
export async function load(job: Load): Promise<Loaded> {
  const latencies: number[] = []
  let failed = 0
  const started = performance.now()
  const end = started + job.ms
  const one = () =>
    connection(job, end, (ms, status) => {
      latencies.push(ms)
      if (status !== '201' && status !== '200') failed += 1
    }).catch(() => {
      failed += 1
    })
  // A lone connection is about latency: a client that never sleeps adds no waking of its own.
  let awake = job.connections === 1 && job.paceMs === undefined
  const spin = () => awake && setImmediate(spin)
  spin()
  await Promise.all(Array.from({ length: job.connections }, one))
  awake = false
  const seconds = (performance.now() - started) / 1000
  return {
    perSecond: latencies.length / seconds,
    medianMs: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    failed,
  }
}

function connection(
  job: Load,
  end: number,
  answered: (ms: number, status: string) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: job.port, host: '127.0.0.1', noDelay: true })
    let sentAt = 0
    let answer = noAnswer
    const send = () => {
      sentAt = performance.now()
      socket.write(requestOf(job))
    }
    socket.setEncoding('latin1')
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('data', (part: string) => {
      answer = withPart(answer, part)
      if (!isComplete(answer)) return
      const now = performance.now()
      answered(now - sentAt, answer.head.slice(9, 12))
      answer = noAnswer
      if (now >= end) {
        socket.end()
        resolve()
      } else if (job.paceMs === undefined) send()
      else setTimeout(send, Math.max(0, sentAt + job.paceMs - now))
    })
  })
}

/** What has come of an answer: of a long body only its length and its end are kept. */
interface Answer {
  /** Empty until it is whole. */
  readonly head: string
  readonly tail: string
  readonly bodyLength: number
}

const noAnswer: Answer = { head: '', tail: '', bodyLength: 0 }
const headEnd = '\r\n\r\n'
const bodyEnd = '0\r\n\r\n'

function withPart({ head, tail, bodyLength }: Answer, part: string): Answer {
  if (head !== '') {
    return {
      head,
      tail: (tail + part).slice(-bodyEnd.length),
      bodyLength: bodyLength + part.length,
    }
  }
  const held = tail + part
  const at = held.indexOf(headEnd)
  if (at === -1) return { head, tail: held, bodyLength }
  const body = held.slice(at + headEnd.length)
  return { head: held.slice(0, at + 2), tail: body, bodyLength: body.length }
}

function isComplete({ head, tail, bodyLength }: Answer): boolean {
  if (head === '') return false
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  return length === undefined ? tail.endsWith(bodyEnd) : bodyLength >= Number(length)
}

/**
 * Asking other servers from Node. The address is looked at where the connection is made, so that a name which
 * is looked up twice with two answers leads nowhere either.
 */
import { type LookupAddress, lookup } from 'node:dns'
import { request as askPlainly } from 'node:http'
import { request as askSafely } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import {
  mayAsk,
  mostOutwardBytes,
  type Outward,
  type OutwardRequest,
  outwardPatienceMs,
} from '../access/outward.ts'

/** What is no server of the public network (IANA, Special-Purpose Address Registries). */
const apart = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  apart.addSubnet(network, bits, 'ipv4')
}
/** Of IPv6 all that is public lies in here, with some reserved parts. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  apart.addSubnet(network, bits, 'ipv6')
}

/** Whether an address belongs to a server of the public network. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !apart.check(address, 'ipv4')
  return family === 6 && global6.check(address, 'ipv6') && !apart.check(address, 'ipv6')
}

const publicOnly: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const kept = (found ?? []).filter(({ address }) => isPublic(address))
    if (error || kept.length === 0) {
      const why = error ?? new Error(`${hostname} is no server of the public network.`)
      answer(why, '', 4)
    } else if (options.all) answer(null, kept)
    else answer(null, kept[0]!.address, kept[0]!.family)
  })
}

/** The network of this process. `inner`: servers of one's own network may be asked too. */
export function nodeOutward(inner: boolean): Outward {
  return {
    inner,
    ask: async (url, asked) => {
      if (!mayAsk(url, inner)) throw new Error(`${url.host} may not be asked.`)
      return answered(url, asked, inner)
    },
  }
}

function answered(url: URL, asked: OutwardRequest, inner: boolean): Promise<Response> {
  const ask = url.protocol === 'https:' ? askSafely : askPlainly
  const { method, headers, body } = asked
  return new Promise((resolve, reject) => {
    const sent = ask(
      url,
      {
        method,
        headers: { ...headers, 'accept-encoding': 'identity' },
        signal: AbortSignal.timeout(outwardPatienceMs),
        ...(inner ? {} : { lookup: publicOnly }),
      },
      (answer) => {
        const chunks: Buffer[] = []
        let bytes = 0
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          if (bytes > mostOutwardBytes) sent.destroy(new Error(`${url.host} answers too much.`))
          else chunks.push(chunk)
        })
        answer.on('error', reject)
        answer.on('end', () => {
          const { statusCode: status = 0, headers: given } = answer
          if (status < 200 || (status >= 300 && status < 400)) {
            reject(new Error(`${url.host} answers elsewhere.`))
            return
          }
          const type = given['content-type'] ?? 'application/octet-stream'
          const text = status === 204 ? null : Buffer.concat(chunks)
          resolve(new Response(text, { status, headers: { 'content-type': type } }))
        })
      },
    )
    sent.on('error', reject)
    sent.end(body ?? undefined)
  })
}

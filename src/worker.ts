/**
 * The Cloudflare host: one Durable Object for each book, and a stateless Worker before them that finds
 * the object, serves static files and draws papers. Here, and not below, are the clock and randomness.
 */
import { DurableObject, RpcTarget } from 'cloudflare:workers'
import type { DurableObjectState, ExecutionContext } from '@cloudflare/workers-types'
import type { Log } from './app.ts'
import type { Surroundings } from './book/registry.ts'
import { drawPaper } from './statements/draw.ts'
import type { Faces } from './statements/pdf/font.ts'
import { type BookHost, hostBook } from './worker/book-host.ts'
import type { Environment } from './worker/environment.ts'
import { openFontCase } from './worker/font-case.ts'
import { type Renderer as Drawing, openFrontDoor } from './worker/front-door.ts'

const surroundings: Surroundings = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
}

/** One line of JSON each: Workers Logs take the fields apart. */
const log: Log = {
  info: (fields, message) => console.info(JSON.stringify({ ...fields, msg: message })),
  warn: (fields, message) => console.warn(JSON.stringify({ ...fields, msg: message })),
  error: (fields, message) => console.error(JSON.stringify({ ...fields, msg: message })),
}

/** The object of one book. Only the Worker below can call it. */
export class BookObject extends DurableObject<Environment> {
  readonly #host: BookHost

  constructor(state: DurableObjectState, environment: Environment) {
    super(state, environment)
    this.#host = hostBook({ storage: state.storage, environment, surroundings, log })
  }

  answer(code: string, request: Request, renderer: Drawing): Promise<Response> {
    return this.#host.answer(code, request, (job, sign) => renderer.draw(job, sign))
  }
}

/** Lent to an object with each request: it draws in this isolate, not in the object's. */
class Renderer extends RpcTarget implements Drawing {
  readonly #fonts: () => Promise<Faces>

  constructor(fonts: () => Promise<Faces>) {
    super()
    this.#fonts = fonts
  }

  async draw(...[job, sign]: Parameters<Drawing['draw']>): ReturnType<Drawing['draw']> {
    return drawPaper(job, await this.#fonts(), sign)
  }
}

const fontCase = openFontCase()
const frontDoor = openFrontDoor(surroundings, log)

export default {
  fetch(request: Request, environment: Environment, context: ExecutionContext): Promise<Response> {
    const waitUntil = context.waitUntil.bind(context)
    const renderer = new Renderer(() => fontCase(environment.ASSETS, waitUntil))
    return frontDoor(request, environment, renderer)
  },
}

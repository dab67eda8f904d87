/** The Cloudflare host with a clock that stands and randomness that repeats: for comparing two hosts. */
import { DurableObject } from 'cloudflare:workers'
import type { DurableObjectState } from '@cloudflare/workers-types'
import { type BookHost, hostBook } from '../../src/worker/book-host.ts'
import type { Environment } from '../../src/worker/environment.ts'
import whole, { type BookObject as Real } from '../../src/worker.ts'
import { fixedSurroundings, silent } from './fixed.ts'

export class BookObject extends DurableObject<Environment> {
  readonly #host: BookHost

  constructor(state: DurableObjectState, environment: Environment) {
    super(state, environment)
    const surroundings = fixedSurroundings()
    this.#host = hostBook({ storage: state.storage, environment, surroundings, log: silent })
  }

  answer(...[code, request, renderer]: Parameters<Real['answer']>): Promise<Response> {
    return this.#host.answer(code, request, (job, sign) => renderer.draw(job, sign))
  }
}

export default whole

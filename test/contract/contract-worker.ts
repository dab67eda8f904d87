/** Runs one case of the store's contract a request, each in a Durable Object of its own. */
import type { DurableObjectNamespace, DurableObjectState } from '@cloudflare/workers-types'
import { durableStore } from '../../src/store/durable-object.ts'
import { storeContract } from './store-contract.ts'

export class ContractBook {
  readonly #state: DurableObjectState

  constructor(state: DurableObjectState) {
    this.#state = state
  }

  async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url)
    const proving = storeContract[Number(searchParams.get('case'))]
    const store = durableStore(this.#state.storage)
    if (searchParams.get('step') === 'after') proving?.after?.(store)
    else proving?.run(store)
    return new Response(proving?.name)
  }
}

export default {
  async fetch(request: Request, env: { BOOK: DurableObjectNamespace }): Promise<Response> {
    const number = new URL(request.url).searchParams.get('case')
    const book = env.BOOK.get(env.BOOK.idFromName(`case ${number}`))
    try {
      const answer = await book.fetch(request.url)
      return new Response(await answer.text(), { status: answer.status })
    } catch (error) {
      return new Response(error instanceof Error ? error.stack : String(error), { status: 500 })
    }
  },
}

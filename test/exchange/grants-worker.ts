/** Reads the grants it is sent, inside workerd. */
import { readGrants } from '../../src/exchange/grants.ts'

export default {
  async fetch(request: Request): Promise<Response> {
    const read = await readGrants(new Uint8Array(await request.arrayBuffer()))
    return Response.json(read)
  },
}

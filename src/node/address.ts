/** The network address that a request came from: the connection's, or what one trusted proxy says of it. */
import { isIP } from 'node:net'

export interface Addresses {
  /** Notes the connection of a request. */
  note(request: Request, connection: string | undefined): void
  /** The address of whoever asks; undefined where it says nothing of them. */
  of(request: Request): string | undefined
}

/**
 * Opens the book of addresses. `trusted` names the one header in which the proxy before this host writes the
 * address; every other such header is whatever a stranger wrote. Of a list the last is taken, which the proxy added
 * itself. Without one, a connection from this machine is a proxy's, and tells nobody apart from anybody else.
 */
export function openAddresses(trusted: string | undefined): Addresses {
  const connections = new WeakMap<Request, string>()
  return {
    note: (request, connection) => {
      if (connection !== undefined) connections.set(request, connection)
    },
    of: (request) => {
      if (trusted === undefined || trusted === '') return strange(connections.get(request))
      const last = request.headers.get(trusted)?.split(',').at(-1)?.trim() ?? ''
      return isIP(last) === 0 ? undefined : last
    },
  }
}

function strange(connection: string | undefined): string | undefined {
  const own = connection === undefined || /^(?:::ffff:)?127\.|^::1$/.test(connection)
  return own ? undefined : connection
}

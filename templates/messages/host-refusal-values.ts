/** The values of refusals of the server, its keys and files, by code. */

export interface HostRefusalValues {
  'master_key.unreadable': { place: string }
  'render.busy': { waiting: number }
  'render.too_large': { lines: number; most: number }
  'route.method_not_allowed': { method: string; path: string; allow: readonly string[] }
  'route.unknown': { method: string; path: string }
  'server.incident': { incident: string }
  'signing_key.known': { kid: string }
  'signing_key.missing': { book: string }
  'signing_key.unreadable': { why: string }
  'store.busy': { database: string }
  'store.cannot_open': { database: string; why: string }
  'store.damaged': { database: string; code: string }
  'store.disk_full': { database: string }
  'store.empty_file': { path: string }
  'store.io_error': { database: string; code: string }
  'store.no_such_file': { path: string }
  'store.not_a_database': { database: string }
  'store.read_only': { database: string }
}

/** Every route of an app as an address that can be asked for, with something in each of its places. */

export interface Address {
  readonly method: string
  readonly path: string
  /** As the app has it, with the names of its places. */
  readonly route: string
}

interface Route {
  readonly method: string
  readonly path: string
}

/** What is put in a place: what its pattern takes, by its name. */
const samples: Readonly<Record<string, string>> = {
  book: 'relief',
  fund: 'care',
  month: '2026-01',
  account: '1100',
  party: 'P-000001',
  statement: 'CARE-2026-0001',
  receipt: 'R-CARE-2026-0001',
  code: 'fund.unknown',
  secret: 's'.repeat(43),
  page: 'nowhere',
}

const places = /:(\w+)(?:\{((?:[^{}]|\{[^}]*\})*)\})?/g

/** The addresses of all routes; `given` says what stands in a place, where it is not the sample. */
export function addressesOf(
  routes: readonly Route[],
  given: (place: string, route: string) => string | undefined = () => undefined,
): Address[] {
  const seen = new Map<string, Address>()
  for (const { method, path: route } of routes) {
    if (method !== 'GET' && method !== 'POST') continue
    const path = route.replace(places, (_, name: string, pattern?: string) => {
      if (name === 'file') return fileFor(pattern ?? '', given, route)
      return encodeURIComponent(given(name, route) ?? samples[name] ?? '1')
    })
    seen.set(`${method} ${route}`, { method, path, route })
  }
  return [...seen.values()]
}

/** The names of the places of a route. */
export function placesOf(route: string): string[] {
  return [...route.matchAll(places)].map(([, name]) => name!)
}

function fileFor(
  pattern: string,
  given: (place: string, route: string) => string | undefined,
  route: string,
): string {
  if (pattern.startsWith('statement-preview')) return 'statement-preview.html'
  // A name without a place in it stands as it is, in the first of its forms.
  if (!pattern.includes('[^/]+')) {
    return pattern.replaceAll('\\.', '.').replace(/\(\?:(\w+)[^)]*\)/, '$1')
  }
  const receipt = !pattern.includes('html')
  const name = receipt ? samples.receipt! : samples.statement!
  return `${encodeURIComponent(given('file', route) ?? name)}.${receipt ? 'pdf' : 'html'}`
}

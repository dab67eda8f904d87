/**
 * Bundles a worker and runs it in real workerd, without a network. The store's contract and the journeys
 * of the Cloudflare host both use it.
 */
import { builtinModules } from 'node:module'
import { build, type Plugin } from 'esbuild'
import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptionsShape } from 'miniflare'

/** The runtime behaviour the worker is written for; wrangler.toml names the same. */
const compatibilityDate = '2026-11-01'

export interface WorkerdOptions {
  /** The worker's entry file. */
  readonly entry: string
  /** Its variables. */
  readonly bindings?: Readonly<Record<string, string | number | boolean>>
  /** Binding name → exported class of a Durable Object with SQLite storage. */
  readonly objects?: Readonly<Record<string, string>>
  /** A folder in which the objects outlive `stop`; without it they are forgotten. */
  readonly persist?: string
  /** Is told each line that the worker logs, in place of the console. */
  readonly onLog?: (line: string) => void
  /** Whatever else a host needs of miniflare: service bindings, assets. */
  readonly more?: Partial<V4WorkerOptionsShape>
}

export interface Workerd {
  readonly url: URL
  /** Sends a request to the worker; `path` begins with a slash. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  stop(): Promise<void>
}

/** Bundles `entry` as wrangler would and starts it; stop it, or the process stays. */
export async function startWorkerd(options: WorkerdOptions): Promise<Workerd> {
  const objects = Object.entries(options.objects ?? {})
  const { onLog } = options
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      telemetry: { enabled: false },
      ...(onLog ? { handleStructuredLogs: ({ message }) => onLog(message) } : {}),
      ...(options.persist ? { resourcePersistencePath: options.persist } : {}),
      workers: [
        {
          name: 'worker',
          modules: true,
          script: await bundled(options.entry),
          compatibilityDate,
          compatibilityFlags: ['nodejs_compat'],
          bindings: options.bindings ?? {},
          durableObjects: Object.fromEntries(
            objects.map(([binding, className]) => [binding, { className, useSQLite: true }]),
          ),
          ...options.more,
        },
      ],
    }),
  )
  const url = await miniflare.ready
  return {
    url,
    fetch: (path, init) =>
      miniflare.dispatchFetch(
        new URL(path, url).href,
        init as Parameters<typeof miniflare.dispatchFetch>[1],
      ) as unknown as Promise<Response>,
    stop: () => miniflare.dispose(),
  }
}

const bundles = new Map<string, Promise<string>>()

/** A worker that is started again is not bundled again. */
function bundled(entry: string): Promise<string> {
  const known = bundles.get(entry) ?? bundle(entry)
  bundles.set(entry, known)
  return known
}

/** The worker as one module: SQL as text, Node's and Cloudflare's own modules left to the runtime. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    platform: 'node',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    loader: { '.sql': 'text' },
    // pdfkit asks where it stands; in a worker there is no file.
    define: { 'import.meta.url': '"file:///worker.js"' },
    plugins: [nodeModules],
    logLevel: 'error',
  })
  return result.outputFiles[0]!.text
}

/** workerd knows Node's modules only by `import` and `node:`; CommonJS packages say `require('fs')`. */
const nodeModules: Plugin = {
  name: 'node-modules',
  setup(building) {
    const names = builtinModules.filter((name) => !name.startsWith('_')).join('|')
    building.onResolve({ filter: new RegExp(`^(node:)?(${names})$`) }, ({ path, kind }) => {
      const named = path.startsWith('node:') ? path : `node:${path}`
      return kind === 'require-call'
        ? { path: named, namespace: 'required-node-module' }
        : { path: named, external: true }
    })
    building.onLoad({ filter: /.*/, namespace: 'required-node-module' }, ({ path }) => ({
      contents: `import whole from '${path}'\nmodule.exports = whole`,
    }))
  },
}

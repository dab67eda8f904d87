import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BrowserFirst } from './browser-first.ts'
import { ClosingLine } from './closing-line.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  plugins: [
    {
      name: 'sql-as-text',
      enforce: 'pre',
      load(id) {
        if (!id.endsWith('.sql')) return null
        return `export default ${JSON.stringify(readFileSync(id, 'utf8'))}`
      },
    },
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than cores: those that wait for a browser or another process leave theirs to others.
    maxWorkers: 3,
    sequence: { sequencer: BrowserFirst },
    // Files of one worker share what they have loaded: a quarter less time, and no test changes what it loads.
    isolate: false,
    globalSetup: ['test/browser/global-setup.ts'],
    reporters: ['default', new ClosingLine()],
  },
})

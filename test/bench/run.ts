/**
 * `npm run bench`: every number that the house promises, each beside its limit measured in the same run.
 * `--only NAME` runs one bench (may be given again), `--json` prints the figures for a script.
 */
import { parseArgs } from 'node:util'
import { batchesBench } from './batches.bench.ts'
import { actAsChild } from './children.ts'
import { door } from './door.bench.ts'
import { http } from './http.bench.ts'
import { imports } from './import.bench.ts'
import { matchingBench } from './matching.bench.ts'
import type { Bench, Figure } from './measure.ts'
import { million } from './million.bench.ts'
import { pages } from './pages.bench.ts'
import { papers } from './papers.bench.ts'
import { pdf } from './pdf.bench.ts'
import { peopleBench } from './people.bench.ts'
import { tasks } from './tasks.bench.ts'

const benches: readonly Bench[] = [
  http,
  imports,
  door,
  tasks,
  pages,
  peopleBench,
  batchesBench,
  matchingBench,
  million,
  pdf,
  papers,
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    /** Set when the bundle forks itself. */
    child: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
  },
})

function shown(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)
}

function printed({ name, measured, unit, limit, limitName, ratio, target, ok }: Figure): string {
  const beside = `${shown(limit)} ${unit} ${limitName}`
  return [
    ok ? '  ok ' : 'MISS ',
    name.padEnd(46),
    `${shown(measured)} ${unit}`.padStart(12),
    beside.padEnd(46),
    ratio.toFixed(2).padStart(7),
    ` ${target}`,
  ].join(' ')
}

async function bench(): Promise<void> {
  const unknown = values.only.filter((name) => !benches.some((bench) => bench.name === name))
  if (unknown.length > 0) {
    const known = benches.map(({ name }) => name).join(', ')
    console.error(`There is no bench ${unknown.join(', ')}; there are ${known}.`)
    process.exit(2)
  }

  const figures: Figure[] = []
  for (const bench of benches) {
    if (values.only.length > 0 && !values.only.includes(bench.name)) continue
    const log = (line: string) => console.error(`      ${line}`)
    const found = await bench.run(log)
    figures.push(...found)
    if (!values.json) for (const figure of found) console.log(printed(figure))
  }
  if (values.json) console.log(JSON.stringify(figures, null, 2))
  if (!figures.every(({ ok }) => ok)) process.exitCode = 1
}

if (values.child === undefined) await bench()
else await actAsChild(values.child, positionals[0])

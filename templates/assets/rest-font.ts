/**
 * What the slices of fontsource lack of Noto Sans SC: some 17,000 characters, rare ones of names among
 * them. Cut from the font that papers are set in, into slices of our own, once for each release of it.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { create } from 'fontkit'
import subsetFont from 'subset-font'
import type { CommonSlice } from './common-font.ts'
import { codePointsOf, fontRule, rangesOf, type Slice } from './font-rules.ts'

const family = 'Noto Sans SC Rest'

/** A slice is some 50 KB then; a page with one rare name loads one. */
const slicePoints = 256

/** Raised when the way of cutting changes, so that what was kept of an older way is not used. */
const wayOfCutting = 1

const weights = [
  { weight: '400', path: '400Regular/NotoSansSC_400Regular.ttf' },
  { weight: '700', path: '700Bold/NotoSansSC_700Bold.ttf' },
] as const

export interface RestFont {
  readonly rules: string
  readonly slices: readonly Slice[]
}

interface Kept {
  readonly rules: string
  readonly files: readonly string[]
}

/** The rest of the font, cut now or read from `cache`, where it is kept once it is cut. */
export async function restFont(common: readonly CommonSlice[], cache: string): Promise<RestFont> {
  const sources = weights.map(({ weight, path }) => ({ weight, bytes: fontFile(path) }))
  const digest = createHash('sha256').update(`${wayOfCutting} ${slicePoints}`)
  for (const { bytes } of [...sources, ...common]) digest.update(bytes)
  const folder = join(cache, `rest-${digest.digest('hex').slice(0, 16)}`)
  if (!existsSync(folder)) keep(folder, await cut(sources, common))
  const { rules, files } = JSON.parse(readFileSync(join(folder, 'kept.json'), 'utf8')) as Kept
  return {
    rules,
    slices: files.map((file) => ({ file, bytes: readFileSync(join(folder, file)) })),
  }
}

function fontFile(path: string): Uint8Array {
  const { resolve } = createRequire(import.meta.url)
  return readFileSync(resolve(`@expo-google-fonts/noto-sans-sc/${path}`))
}

interface Source {
  readonly weight: string
  readonly bytes: Uint8Array
}

async function cut(sources: readonly Source[], common: readonly CommonSlice[]): Promise<RestFont> {
  const drawn = drawnBy(common)
  const points = charactersOf(sources[0]!.bytes)
    .filter((point) => !drawn.has(point))
    .sort((a, b) => a - b)
  const rules: string[] = []
  const slices: Slice[] = []
  for (let start = 0; start < points.length; start += slicePoints) {
    const held = points.slice(start, start + slicePoints)
    const ranges = rangesOf(held, (point) => drawn.has(point))
    const text = String.fromCodePoint(...held)
    for (const { weight, bytes } of sources) {
      const file = `rest-${held[0]!.toString(16)}-${weight}.woff`
      // WOFF: the tighter WOFF2 takes twenty times as long to make, a minute in all.
      slices.push({ file, bytes: await subsetFont(bytes, text, { targetFormat: 'woff' }) })
      rules.push(fontRule({ family, weight, file, ranges }))
    }
  }
  return { rules: rules.join(''), slices }
}

/** The rules of fontsource promise some characters that its files lack, and its files hold some unpromised. */
function drawnBy(common: readonly CommonSlice[]): ReadonlySet<number> {
  const drawn = new Set<number>()
  for (const { bytes, ranges } of common) {
    const held = new Set(charactersOf(bytes))
    for (const point of codePointsOf(ranges)) if (held.has(point)) drawn.add(point)
  }
  return drawn
}

function charactersOf(bytes: Uint8Array): readonly number[] {
  return create(bytes).characterSet
}

/** Kept whole or not at all: another build that runs now takes it as it is or makes its own. */
function keep(folder: string, { rules, slices }: RestFont): void {
  const part = `${folder}.${process.pid}`
  mkdirSync(part, { recursive: true })
  for (const { file, bytes } of slices) writeFileSync(join(part, file), bytes)
  const kept: Kept = { rules, files: slices.map(({ file }) => file) }
  writeFileSync(join(part, 'kept.json'), JSON.stringify(kept))
  if (!existsSync(folder)) renameSync(part, folder)
}

/** The font of the pages: Noto Sans SC with every weight, in the slices that fontsource cut it into. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fontRule, type Slice } from './font-rules.ts'

const packageName = '@fontsource-variable/noto-sans-sc'
const family = 'Noto Sans SC Variable'

/** A slice with the ranges for which a browser loads it. */
export interface CommonSlice extends Slice {
  readonly ranges: string
}

export interface CommonFont {
  readonly rules: string
  readonly slices: readonly CommonSlice[]
  /** The file with Latin letters and figures, which every page needs. */
  readonly first: string
}

/** Reads the slices of the package, and its rules without what says nothing. */
export function commonFont(): CommonFont {
  const folder = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`))
  const sheet = readFileSync(join(folder, 'wght.css'), 'utf8')
  const rule =
    /url\(\.\/(files\/noto-sans-sc-([\w-]+?)-wght-normal\.woff2)\)[^}]*unicode-range: ([^;]+);/g
  const rules: string[] = []
  const slices: CommonSlice[] = []
  for (const [, path = '', name, spaced = ''] of sheet.matchAll(rule)) {
    const ranges = spaced.replaceAll(' ', '')
    const file = `${name}.woff2`
    slices.push({ file, bytes: readFileSync(join(folder, path)), ranges })
    rules.push(fontRule({ family, weight: '100 900', file, ranges }))
  }
  return { rules: rules.join(''), slices, first: 'latin.woff2' }
}

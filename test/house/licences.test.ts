/** What is shipped with this project may be: every production dependency, to the last, has a permissive licence. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Licences that ask for no more than their own text being kept (SPDX identifiers). */
const permissive = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC'],
  ...['MIT', 'MIT-0', 'OFL-1.1', 'Python-2.0', 'Unlicense', 'Zlib'],
  // As htmx writes 0BSD.
  'BSD-0-Clause',
])

/** What packages say in a file of theirs alone. */
const inFile: Readonly<Record<string, RegExp>> = {
  'node_modules/png-js': /^MIT License/,
}

interface Locked {
  readonly dev?: boolean
  readonly license?: string
  readonly link?: boolean
}

/** Whether a licence expression (SPDX 2.3 annex D) leaves a permissive choice. */
function isPermissive(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1')
  const choices = plain.split(/ OR /i)
  return choices.some((choice) =>
    choice.split(/ AND /i).every((one) => permissive.has(one.replace(/[()]/g, '').trim())),
  )
}

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT or MPL-2.0', true],
  ['(MIT AND Zlib)', true],
  ['(MIT AND GPL-3.0)', false],
  ['GPL-3.0', false],
  ['SEE LICENSE IN LICENSE', false],
  ['', false],
])('%s is permissive: %s', (expression, expected) => {
  expect(isPermissive(expression)).toBe(expected)
})

test('every production dependency has a permissive licence', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const packages = Object.entries(lock.packages as Record<string, Locked>)
  const shipped = packages.filter(([path, { dev, link }]) => path !== '' && !dev && !link)
  expect(shipped.length).toBeGreaterThan(30)
  const others = shipped.flatMap(([path, { license }]) => {
    const said = license ?? licenceInPackage(path)
    if (inFile[path]?.test(readFileSync(join(root, path, 'LICENSE'), 'utf8'))) return []
    return isPermissive(said) ? [] : [`${path}: ${said || 'no licence said'}`]
  })
  expect(others).toEqual([])
})

/** Older packages say it in another form, which the lock file leaves out. */
function licenceInPackage(path: string): string {
  try {
    const said = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
    return said.licenses?.[0]?.type ?? said.license?.type ?? said.license ?? ''
  } catch {
    // Made for another system, and so not installed here.
    return ''
  }
}

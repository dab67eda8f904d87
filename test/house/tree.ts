/** Reads the tree: files, what they import, where their functions begin and end. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The files under some folders, by path from the root. */
export function filesOf(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile())
      .map((found) => relative(root, join(found.parentPath, found.name)).split(sep).join('/')),
  )
}

/** What stands at the top level, beside dot-files and what git ignores. */
export function standingAtTheTop(): string[] {
  const ignored = textOf('.gitignore')
    .split('\n')
    .map((line) => line.replace(/^\/|\/$/g, ''))
  return readdirSync(root).filter((name) => !name.startsWith('.') && !ignored.includes(name))
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path)
}

/** The files of ours that a file imports, also by `import()`. */
export function importsOf(path: string): string[] {
  const text = textOf(path)
  const named = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+)'/g
  return [...text.matchAll(named)].map(([, to]) => normalize(join(dirname(path), to!)))
}

export interface Span {
  readonly name: string
  readonly lines: number
}

const opens = /(=>|\)(: [^={]+)?) \{$/
const noFunction = /^(\} )?(if|for|while|switch|catch|else|return|do|with)\b/

/**
 * The functions of a file with their lines, by the indentation that the formatter gives them: a line
 * that opens a body, up to the line that closes it at the same depth.
 */
export function functionsOf(path: string): Span[] {
  const lines = textOf(path).split('\n')
  const found: Span[] = []
  lines.forEach((line, position) => {
    const trimmed = line.trim()
    if (!opens.test(trimmed) || noFunction.test(trimmed)) return
    const indent = line.slice(0, line.length - line.trimStart().length)
    const rest = lines.slice(position + 1)
    const end = rest.findIndex((later) => later.startsWith(`${indent}}`))
    found.push({ name: nameAt(lines, position), lines: end + 2 })
  })
  return found
}

/** The nearest name at or above a line that opens a body. */
function nameAt(lines: readonly string[], position: number): string {
  for (let at = position; at >= 0; at -= 1) {
    const named = /(?:function\*?|const|class)\s+(\w+)|^\s*(?:async )?[#]?(\w+)(?:\(|: )/.exec(
      lines[at]!,
    )
    if (named) return (named[1] ?? named[2])!
  }
  return 'top'
}

/** The texts in a file of messages, without its comments. */

/** Stands where a template holds a value. */
export const hole = 'X'

/** The string literals of a TypeScript source. Values within templates become a hole; texts in them count too. */
export function literalsOf(source: string): string[] {
  const found: string[] = []
  let at = 0
  const quoted = (mark: string): void => {
    let text = ''
    at += 1
    while (at < source.length && source[at] !== mark) {
      if (source[at] === '\\') {
        text += source[at + 1] === 'n' ? '\n' : source[at + 1]
        at += 2
      } else if (mark === '`' && source.startsWith('${', at)) {
        at += 2
        code('}')
        text += hole
      } else {
        text += source[at]
        at += 1
      }
    }
    at += 1
    found.push(text)
  }
  const code = (until: string): void => {
    for (let depth = 0; at < source.length; ) {
      const one = source[at]!
      if (source.startsWith('//', at)) at = (source.indexOf('\n', at) + 1 || source.length + 1) - 1
      else if (source.startsWith('/*', at)) at = source.indexOf('*/', at) + 2
      else if (/['"`]/.test(one)) quoted(one)
      else {
        at += 1
        if (one === until && depth === 0) return
        if (one === '{') depth += 1
        if (one === '}') depth -= 1
      }
    }
  }
  code('')
  return found
}

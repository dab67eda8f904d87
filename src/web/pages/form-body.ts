/** Reads what a form of ours sends. */
import { readBytes } from '../body-bytes.ts'
import { bodyTooLarge } from '../refusals.ts'
import { formBroken, formType } from './refusals.ts'
import { requireStillSignedIn, type Visit } from './visit.ts'

/** Far above any form of ours, whose longest texts are some thousand characters. */
export const largestFormBytes = 65_536

const formTypePattern = /^application\/x-www-form-urlencoded\s*(?:;|$)/i

/**
 * The fields of a form; several values of one field are lines. Refuses `form.type`, `form.broken` and, before
 * all of it has come, `body.too_large`.
 */
export async function readForm(request: Request): Promise<Readonly<Record<string, string>>> {
  const fields = new Map<string, string>()
  for (const [name, value] of await readFormFields(request)) {
    // Browsers send line breaks as CR LF (HTML, form submission); texts are kept with LF.
    const [plain, earlier] = [value.replaceAll('\r\n', '\n'), fields.get(name)]
    fields.set(name, earlier === undefined ? plain : `${earlier}\n${plain}`)
  }
  return Object.fromEntries(fields)
}

/**
 * The fields of a reader's form. Refuses as `readForm` does, and `session.unknown` for whoever was signed out
 * while it was on its way.
 */
export async function readFormOf(visit: Visit): Promise<Readonly<Record<string, string>>> {
  const fields = await readForm(visit.c.req.raw)
  requireStillSignedIn(visit)
  return fields
}

/** The fields of a form that may have several values each. Refuses as `readForm` does. */
export async function readFormFields(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? ''
  if (!formTypePattern.test(type)) throw formType({ type: type.slice(0, 100) })
  const bytes = await readBytes(request, {
    mostBytes: largestFormBytes,
    tooLarge: () => bodyTooLarge({ limit_bytes: largestFormBytes }),
    brokeOff: () => formBroken({}),
  })
  return new URLSearchParams(new TextDecoder().decode(bytes))
}

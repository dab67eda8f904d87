/**
 * A refusal: something a caller may do wrong, said in a sentence with the values and the way out
 * (design rule 13). Refusals are named once, beside their noun, with `refusal(...)`.
 */

/** HTTP statuses a refusal may map to (RFC 9110). */
export type RefusalStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 409
  | 413
  | 415
  | 422
  | 429
  | 500
  | 503
  | 507

export class Refusal extends Error {
  readonly code: string
  readonly status: RefusalStatus
  readonly remedy: string
  readonly values: Readonly<Record<string, unknown>>

  constructor(named: {
    code: string
    status: RefusalStatus
    sentence: string
    remedy: string
    values: Readonly<Record<string, unknown>>
  }) {
    super(named.sentence)
    this.name = 'Refusal'
    this.code = named.code
    this.status = named.status
    this.remedy = named.remedy
    this.values = named.values
  }
}

export interface NamedRefusal {
  readonly code: string
  readonly status: RefusalStatus
  readonly remedy: string
}

const named = new Map<string, NamedRefusal>()

/** Every refusal that the loaded rooms name, by code: for the reference. */
export function namedRefusals(): NamedRefusal[] {
  return [...named.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/**
 * Names a refusal once. The result is a function from its values to the `Refusal` to throw.
 * `code` is lasting: scripts and translations depend on it.
 */
export function refusal<V extends Record<string, unknown>>(
  code: string,
  status: RefusalStatus,
  sentence: (values: V) => string,
  remedy: string | ((values: V) => string),
): ((values: V) => Refusal) & { readonly code: string } {
  if (named.has(code)) throw new Error(`The refusal ${code} is named twice.`)
  named.set(code, { code, status, remedy: typeof remedy === 'string' ? remedy : '' })
  const make = (values: V) =>
    new Refusal({
      code,
      status,
      sentence: sentence(values),
      remedy: typeof remedy === 'string' ? remedy : remedy(values),
      values,
    })
  return Object.assign(make, { code })
}

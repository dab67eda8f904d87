/** The origin under which a host is open, where it is told: behind a proxy that names another. */
import { refusal } from '../kit/refusal.ts'

export const originInvalid = refusal<{ given: string }>(
  'origin.invalid',
  422,
  ({ given }) => `CARE_LEDGER_ORIGIN is “${given}”, which is no origin.`,
  'Write it as browsers do: https://books.example.org, with nothing after the name or port.',
)

/** An origin as it was told. Refuses `origin.invalid`. */
export function publicOrigin(told: string | undefined): string | undefined {
  if (!told) return undefined
  const origin = URL.canParse(told) ? new URL(told).origin : 'null'
  if (origin === 'null' || !/^https?:/.test(origin) || ![origin, `${origin}/`].includes(told)) {
    throw originInvalid({ given: told })
  }
  return origin
}

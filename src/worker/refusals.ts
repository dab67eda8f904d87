/** Refusals of the Cloudflare host. */
import { refusal } from '../kit/refusal.ts'

export const renderTooLarge = refusal<{ lines: number; most: number }>(
  'render.too_large',
  422,
  ({ lines, most }) =>
    `The statement has ${lines} lines; this server draws papers of at most ${most} lines.`,
  'Take it as HTML, CSV or JSON, which say the same, or issue statements for shorter periods.',
)

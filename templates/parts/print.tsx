/** What only paper shows: the head of a page, and lines to sign on. */
import { messages } from '../messages/messages.ts'
import { formatInstant, type PageLanguage } from './format.ts'

interface PrintHeadProps {
  readonly language: PageLanguage
  readonly organisation: string
  /** The fund, the period: what the list is a list of. */
  readonly subject?: string | undefined
  /** When the page was made, ISO 8601 in UTC, and the zone to tell it in. */
  readonly instant: string
  readonly timeZone: string
}

/** Above a register or roster on paper; page numbers come from the style sheet. */
export function PrintHead(props: PrintHeadProps) {
  const { language, organisation, subject, instant, timeZone } = props
  const at = formatInstant(language, instant, timeZone)
  return (
    <div class="print-head print-only">
      <span>{subject === undefined ? organisation : `${organisation} · ${subject}`}</span>
      <span>{messages[language].parts.printed({ at })}</span>
    </div>
  )
}

interface SignatureLinesProps {
  readonly language: PageLanguage
  /** Who signs: prepared by, reviewed by. */
  readonly signers: readonly string[]
}

/** Lines to sign on, below a register on paper. */
export function SignatureLines({ language, signers }: SignatureLinesProps) {
  return (
    <ul class="signature-lines" aria-hidden="true">
      {signers.map((signer) => (
        <li>
          {signer} · {messages[language].parts.date_signed}
        </li>
      ))}
    </ul>
  )
}

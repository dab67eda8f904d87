/** What anyone sees of a host: what it is for, and the way to a book. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button } from '../parts/button.tsx'
import { TextField } from '../parts/fields.tsx'
import { ErrorSummary, Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Prose, Section } from '../parts/layout.tsx'
import { PageHeader } from '../parts/page-header.tsx'

export interface FrontView {
  readonly t: Messages
  readonly language: PageLanguage
  /** What was typed for the book. */
  readonly book: string
  /** Whether it can be the short name of a book. */
  readonly wrong: boolean
  readonly reference: string
}

/** The front page. It names no book: whoever has one knows its name. */
export function FrontPage({ t, language, book, wrong, reference }: FrontView) {
  const { front } = t
  const error = wrong ? front.book_wrong : undefined
  return (
    <>
      <PageHeader language={language} title={t.shell.product} lead={front.lead} />
      <ErrorSummary
        language={language}
        errors={error === undefined ? [] : [{ field: 'book', message: error }]}
      />
      <Form action="/" method="get">
        <TextField
          language={language}
          name="book"
          label={front.book}
          hint={front.book_hint}
          error={error}
          value={book}
          width="medium"
          spellcheck={false}
          autocomplete="on"
        />
        <Actions>
          <Button kind="primary">{front.go}</Button>
        </Actions>
      </Form>
      <Section title={front.about}>
        <Prose>
          <p>{front.about_books}</p>
          <p>{front.about_statements}</p>
          <p>{front.about_people}</p>
        </Prose>
      </Section>
      <Section title={front.machines}>
        <Prose>
          <ul>
            <li>
              <a href={reference}>{front.reference}</a>
            </li>
            <li>
              <a href="/healthz">{front.health}</a>
            </li>
          </ul>
        </Prose>
      </Section>
    </>
  )
}

/** What a search found, by kind; without one, what can be looked for. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button } from '../parts/button.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { TextField } from '../parts/fields.tsx'
import { Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Prose, Section } from '../parts/layout.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { WorkList, type WorkView } from '../parts/work-list.tsx'
import type { ToldView } from './form.tsx'

export interface FoundView {
  readonly kind: string
  readonly results: readonly WorkView[]
}

export interface SearchView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly action: string
  readonly q: string
  readonly found: readonly FoundView[]
  /** Whether there is more than is shown. */
  readonly more: boolean
  readonly told: ToldView | null
  readonly readsNames: boolean
}

/** The page of a search. */
export function SearchPage(view: SearchView) {
  const { t, language, q, found, more, told } = view
  const { search } = t
  const none = q !== '' && !told && found.length === 0
  return (
    <>
      <PageHeader
        language={language}
        title={found.length > 0 ? search.found({ q }) : search.title}
      />
      {found.length === 0 && <Ask {...view} />}
      {none && <EmptyState title={search.none({ q })} lead={search.none_lead} />}
      {found.map(({ kind, results }) => (
        <Section title={kind}>
          <WorkList language={language} items={results} />
        </Section>
      ))}
      {more && <p>{search.more}</p>}
      {found.length === 0 && <WhatCanBe {...view} />}
    </>
  )
}

/** The question in large; with results it stays in the head of the page. */
function Ask({ t, language, action, q, told }: SearchView) {
  return (
    <Form action={action} method="get">
      <TextField
        language={language}
        name="q"
        type="search"
        label={t.shell.search_hint}
        value={q}
        error={told?.sentence}
        focus
      />
      <Actions>
        <Button kind="primary">{t.search.title}</Button>
      </Actions>
    </Form>
  )
}

function WhatCanBe({ t, readsNames }: SearchView) {
  const { what, can } = t.search
  const others = [can.numbers, can.cases, can.pairing, can.papers, can.funds, can.accounts]
  return (
    <Section title={what}>
      <Prose>
        <ul>
          <li>{readsNames ? can.people : can.people_masked}</li>
          {others.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      </Prose>
    </Section>
  )
}

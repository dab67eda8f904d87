/** A run of the matching: what it suggests, and choosing several at once. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Checkbox, Select } from '../parts/fields.tsx'
import { ErrorSummary, FilterForm, Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Card, Cards, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { TableFoot } from '../parts/table.tsx'
import type { StateView } from './columns.tsx'
import { type FiguresView, type ProofView, RunFigures, RunProof } from './matching-figures.tsx'
import { Reasons, type ReasonView } from './matching-reasons.tsx'

export interface SuggestionView {
  /** The name of its control: unlike all others on the page. */
  readonly name: string
  /** Whether it can be chosen. */
  readonly open: boolean
  readonly title: string
  readonly need: LinkView
  readonly helped: LinkView
  readonly helper: LinkView
  readonly helping: LinkView
  readonly kind: string
  readonly urgency: string
  readonly points: string
  readonly reasons: readonly ReasonView[]
  readonly state: StateView
  /** What has changed since the run. */
  readonly changed: string | null
  readonly pair: LinkView | null
  /** Where another helper is chosen; null for who may not, and where it is done. */
  readonly another: string | null
}

export interface UnmetView {
  readonly need: LinkView
  readonly helped: LinkView
  readonly kind: string
  readonly places: string
  readonly explain: string
}

export interface MatchRunPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly notices: readonly string[]
  readonly wrong: string | null
  readonly action: string
  readonly states: readonly OptionView[]
  readonly stateChosen: string
  readonly suggestions: readonly SuggestionView[]
  readonly newer: string | undefined
  readonly older: string | undefined
  /** Null for who may not accept or refuse. */
  readonly choosing: {
    readonly action: string
    readonly key: string
    readonly reasons: readonly OptionView[]
  } | null
  readonly unmet: readonly UnmetView[]
  readonly moreUnmet: string | undefined
  readonly figures: FiguresView
  readonly proof: ProofView
}

/** One run with its suggestions as cards. */
export function MatchRunPage(view: MatchRunPageView) {
  const { t, language, title, breadcrumbs, notices, wrong } = view
  return (
    <>
      <PageHeader
        language={language}
        title={title}
        breadcrumbs={breadcrumbs}
        lead={t.matching.lead}
      />
      {notices.map((sentence) => (
        <Notice language={language} tone="success" title={sentence} />
      ))}
      <ErrorSummary language={language} errors={wrong === null ? [] : [{ message: wrong }]} />
      <Suggestions {...view} />
      <Unmet {...view} />
      <RunFigures t={t} language={language} figures={view.figures} />
      <RunProof t={t} proof={view.proof} />
    </>
  )
}

function Suggestions(view: MatchRunPageView) {
  const { t, language, action, states, stateChosen, suggestions, choosing, newer, older } = view
  const words = t.matching
  const isFiltered = stateChosen !== ''
  const cards = (
    <Cards>
      {suggestions.map((one) => (
        <SuggestionCard t={t} language={language} one={one} chooses={choosing !== null} />
      ))}
    </Cards>
  )
  return (
    <Section title={words.suggestions} id="suggestions" lead={words.suggestions_lead}>
      {(suggestions.length > 0 || isFiltered) && (
        <FilterForm language={language} action={action} clear={isFiltered ? action : undefined}>
          <Select
            language={language}
            name="state"
            label={words.state}
            options={states}
            value={stateChosen}
            empty={t.lists.all}
          />
        </FilterForm>
      )}
      {suggestions.length === 0 && <NoSuggestions t={t} isFiltered={isFiltered} />}
      {suggestions.length > 0 && choosing === null && cards}
      {suggestions.length > 0 && choosing !== null && (
        <Form action={choosing.action} idempotencyKey={choosing.key}>
          {cards}
          {suggestions.some(({ open }) => open) && (
            <Choosing t={t} language={language} reasons={choosing.reasons} />
          )}
        </Form>
      )}
      <TableFoot language={language} newer={newer} older={older} />
    </Section>
  )
}

function NoSuggestions({ t, isFiltered }: { readonly t: Messages; readonly isFiltered: boolean }) {
  const words = t.matching
  if (isFiltered) return <EmptyState title={words.none_found} />
  return <EmptyState title={words.none} lead={words.none_lead} />
}

function Choosing(props: {
  readonly t: Messages
  readonly language: PageLanguage
  readonly reasons: readonly OptionView[]
}) {
  const { t, language, reasons } = props
  const words = t.matching
  return (
    <>
      <Select
        language={language}
        name="reason"
        label={words.reason}
        hint={words.reason_hint}
        options={reasons}
      />
      <Actions>
        <Button kind="primary" name="act" value="accept">
          {words.accept}
        </Button>
        <Button name="act" value="reject">
          {words.reject}
        </Button>
      </Actions>
    </>
  )
}

function SuggestionCard(props: {
  readonly t: Messages
  readonly language: PageLanguage
  readonly one: SuggestionView
  readonly chooses: boolean
}) {
  const { t, language, one, chooses } = props
  return (
    <Card title={one.title} aside={<State {...one.state} />}>
      <p>
        <a href={one.helper.href}>{one.helper.label}</a> ·{' '}
        <a href={one.helping.href}>{one.helping.label}</a>
      </p>
      <p>
        <a href={one.need.href}>{one.need.label}</a> ·{' '}
        <a href={one.helped.href}>{one.helped.label}</a>
      </p>
      <p>
        {one.kind} · {one.urgency} · <span class="soft">{one.points}</span>
      </p>
      <Reasons t={t} reasons={one.reasons} />
      {one.changed !== null && <p>{one.changed}</p>}
      {one.pair && (
        <p>
          <a href={one.pair.href}>{one.pair.label}</a>
        </p>
      )}
      {chooses && one.open && (
        <Checkbox
          language={language}
          name={one.name}
          label={t.matching.choose({ helper: one.helper.label, helped: one.need.label })}
        />
      )}
      {one.another !== null && (
        <ButtonLink kind="quiet" href={one.another}>
          {t.matching.another}
        </ButtonLink>
      )}
    </Card>
  )
}

function Unmet({ t, language, unmet, moreUnmet }: MatchRunPageView) {
  const words = t.matching
  if (unmet.length === 0) return null
  return (
    <Section title={words.unmet_title} id="unmet" lead={words.unmet_lead}>
      <Cards>
        {unmet.map((one) => (
          <Card title={one.need.label} href={one.need.href} aside={one.places}>
            <p>
              <a href={one.helped.href}>{one.helped.label}</a> · {one.kind}
            </p>
            <ButtonLink kind="quiet" href={one.explain}>
              {words.explain}
            </ButtonLink>
          </Card>
        ))}
      </Cards>
      <TableFoot language={language} of={words.unmet_title} older={moreUnmet} />
    </Section>
  )
}

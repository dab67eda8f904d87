/** Trying other weights: the questions, and what they would come to beside those in force. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select, TextField } from '../parts/fields.tsx'
import { ErrorSummary, Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section } from '../parts/layout.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { Beside, type BesideView } from './matching-figures.tsx'
import { PeopleTabs, type TabView } from './people-tabs.tsx'

export interface WeightView {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly error: string | undefined
  /** The weight in force. */
  readonly hint: string
}

export interface WhatIfPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly tabs: readonly TabView[]
  readonly action: string
  readonly weights: readonly WeightView[]
  readonly units: readonly OptionView[]
  readonly whole: boolean
  readonly unit: string
  readonly wrong: readonly { readonly field?: string | undefined; readonly message: string }[]
  readonly compared: readonly BesideView[] | null
  /** Where the weights in force are changed; null for who may not. */
  readonly policies: string | null
}

/** The weights to try, and what they would come to. */
export function WhatIfPage(view: WhatIfPageView) {
  const { t, language, tabs, action, weights, units, whole, unit, wrong, compared, policies } = view
  const words = t.matching
  const actions = policies && <ButtonLink href={policies}>{words.policies}</ButtonLink>
  return (
    <>
      <PageHeader
        language={language}
        title={words.what_if}
        lead={words.what_if_lead}
        actions={actions}
      />
      <PeopleTabs language={language} tabs={tabs} />
      <ErrorSummary language={language} errors={wrong} />
      {compared && (
        <Section title={words.comparison} id="comparison">
          <Beside
            language={language}
            caption={words.comparison}
            label={words.comparison}
            heads={[words.in_force, words.tried]}
            rows={compared}
          />
        </Section>
      )}
      <Section title={words.weights}>
        <Form action={action} method="get" hidden={{ compare: 'yes' }}>
          {units.length > 0 && (
            <Select
              language={language}
              name="unit"
              label={words.unit}
              options={units}
              value={unit}
              empty={whole ? words.whole : undefined}
            />
          )}
          <div class="field-grid">
            {weights.map(({ name, label, value, error, hint }) => (
              <TextField
                language={language}
                name={name}
                label={label}
                value={value}
                error={error}
                hint={hint}
                width="tiny"
                inputmode="numeric"
              />
            ))}
          </div>
          <Actions>
            <Button kind="primary">{words.compare}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

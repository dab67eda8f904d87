/** Policies: what holds, each in sentences, with the way to its change and its history. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { Select } from '../parts/fields.tsx'
import { WorkflowDrawn, type WorkflowDrawnView } from '../parts/flow.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Prose, Row, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'

interface MaskRowView {
  readonly field: string
  readonly forms: readonly string[]
}

export interface PolicySaysView {
  readonly sentences: readonly string[]
  /** What is shown of each field for each purpose. */
  readonly masks: {
    readonly purposes: readonly string[]
    readonly rows: readonly MaskRowView[]
  } | null
  /** Each drawn as a row of steps. */
  readonly workflows: readonly WorkflowDrawnView[]
}

export interface PolicyView {
  readonly title: string
  readonly href: string
  /** Null for who may not. */
  readonly change: string | null
  /** What the way to its change is called. */
  readonly do_change: string
  readonly says: PolicySaysView
  /** Nobody has decided on it. */
  readonly neutral: boolean
  readonly since: string | null
  /** The unit that it was set for; null for the organisation. */
  readonly setFor: string | null
  /** Whether it differs from the preset; null where none was adopted. */
  readonly differs: boolean | null
  readonly coming: readonly LinkView[]
}

export interface PolicyPlaceView {
  readonly action: string
  readonly unit: string | null
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly whole: string
}

export interface PoliciesView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  /** Null where there are no units. */
  readonly place: PolicyPlaceView | null
  readonly preset: string | null
  readonly adopt: string | null
  readonly funds: string
  readonly policies: readonly PolicyView[]
}

/** All policies as they hold. */
export function PoliciesPage(view: PoliciesView) {
  const { t, language, breadcrumbs, done, place, preset, adopt, funds, policies } = view
  return (
    <>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={t.policies.title}
        lead={t.policies.lead}
        breadcrumbs={breadcrumbs}
        actions={adopt !== null && <ButtonLink href={adopt}>{t.policies.adopt}</ButtonLink>}
      />
      <Stack>
        <Row>
          {preset !== null && <span>{preset}</span>}
          <a href={funds}>{t.policies.fund_rules}</a>
        </Row>
        {place && (
          <FilterForm language={language} action={place.action}>
            <Select
              language={language}
              name="unit"
              label={t.policies.unit}
              value={place.unit ?? ''}
              options={place.options}
              empty={place.whole}
            />
          </FilterForm>
        )}
      </Stack>
      {policies.map((policy) => (
        <Section
          title={policy.title}
          actions={
            <Row>
              <a href={policy.href} aria-label={`${t.policies.history} · ${policy.title}`}>
                {t.policies.history}
              </a>
              {policy.change !== null && (
                <a href={policy.change} aria-label={`${policy.do_change} · ${policy.title}`}>
                  {policy.do_change}
                </a>
              )}
            </Row>
          }
        >
          <Stack>
            <PolicyFacts t={t} language={language} policy={policy} />
            <PolicySays t={t} language={language} says={policy.says} />
          </Stack>
        </Section>
      ))}
    </>
  )
}

interface PolicyFactsProps {
  readonly t: Messages
  readonly language: PageLanguage
  readonly policy: PolicyView
}

/** From which day it holds, for whom, whether it is that of the preset, what comes. */
export function PolicyFacts({ t, language, policy }: PolicyFactsProps) {
  const { neutral, since, setFor, differs, coming } = policy
  return (
    <Row>
      {neutral && <span class="soft">{t.policies.neutral}</span>}
      {since !== null && (
        <span class="soft">
          {t.policies.since} <Day language={language} day={since} />
        </span>
      )}
      {setFor !== null && <span class="soft">{setFor}</span>}
      {differs !== null && (
        <State
          kind={differs ? 'active' : 'done'}
          word={differs ? t.policies.differs : t.policies.as_preset}
        />
      )}
      {coming.map(({ href, label }) => (
        <span>
          {t.policies.coming}: <a href={href}>{label}</a>
        </span>
      ))}
    </Row>
  )
}

interface PolicySaysProps {
  readonly t: Messages
  readonly language: PageLanguage
  readonly says: PolicySaysView
}

/** What it says: sentences, for masks a table of fields and purposes, for workflows their steps. */
export function PolicySays({ t, language, says }: PolicySaysProps) {
  const { sentences, masks, workflows } = says
  return (
    <>
      {workflows.map((workflow) => (
        <WorkflowDrawn workflow={workflow} />
      ))}
      {masks && (
        <Table
          language={language}
          caption={t.policies.masks}
          rows={masks.rows}
          columns={[
            {
              key: 'field',
              label: t.policies.masked,
              head: true,
              cell: ({ field }: MaskRowView) => field,
            },
            ...masks.purposes.map((label, at) => ({
              key: String(at),
              label,
              cell: ({ forms }: MaskRowView) => forms[at],
            })),
          ]}
        />
      )}
      <Prose>
        {sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </Prose>
    </>
  )
}

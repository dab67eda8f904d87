/** What is kept of a person beside the name: sealed fields, consent, who read what, the erasure. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day, Instant } from '../parts/time.tsx'
import { type ReadingView, readingColumns } from './data-audit.tsx'

export interface FieldStateView {
  readonly label: string
  readonly state: 'empty' | 'sealed' | 'erased'
  /** Null where nothing of it is shown. */
  readonly shown: string | null
}

export interface ConsentView {
  readonly purpose: string
  readonly given: string
  readonly evidence: string | null
  readonly withdrawn: string | null
  /** Where it is withdrawn; null for one that was, and for who may not. */
  readonly withdraw: string | null
}

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly breadcrumbs: readonly LinkView[]
}

export interface PersonalDataPageView extends PageView {
  readonly timeZone: string
  readonly name: string
  readonly party: string
  readonly done: string | undefined
  readonly erased: boolean
  /** Whether the server holds master keys. */
  readonly open: boolean
  readonly fields: readonly FieldStateView[]
  readonly fieldLinks: readonly LinkView[]
  /** Of a person; null of a body. */
  readonly consents: readonly ConsentView[] | null
  readonly give: LinkView | null
  /** Null for who may not see them. */
  readonly readings: readonly ReadingView[] | null
  readonly erasure: {
    /** Whether a request waits to be confirmed. */
    readonly waits: boolean
    readonly links: readonly LinkView[]
  } | null
}

/** The page of what is kept of a person. */
export function PersonalDataPage(view: PersonalDataPageView) {
  const { t, language, done, name, party, erased, open } = view
  const words = t.personal
  return (
    <Stack>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        breadcrumbs={view.breadcrumbs}
        facts={
          <span>
            {name} <span class="numeral">{party}</span>
          </span>
        }
      />
      {erased && (
        <Notice language={language} tone="info" title={words.erased}>
          {words.erased_lead}
        </Notice>
      )}
      {!open && <Notice language={language} tone="warning" title={words.closed} />}
      <Fields {...view} />
      {view.consents && <Consents {...view} consents={view.consents} />}
      {view.readings && (
        <Section title={words.readings} lead={words.readings_lead}>
          <Table
            language={language}
            caption={words.readings}
            captionHidden
            rows={view.readings}
            empty={<p>{words.readings_none}</p>}
            columns={readingColumns(t, language, view.timeZone, false)}
          />
        </Section>
      )}
      {view.erasure && (
        <Section title={words.erase} lead={view.erasure.waits ? words.waits : words.erase_lead}>
          <Row>
            {view.erasure.links.map(({ href, label }) => (
              <ButtonLink href={href}>{label}</ButtonLink>
            ))}
          </Row>
        </Section>
      )}
    </Stack>
  )
}

function links(of: readonly LinkView[]) {
  if (of.length === 0) return undefined
  return (
    <Row>
      {of.map(({ href, label }) => (
        <a href={href}>{label}</a>
      ))}
    </Row>
  )
}

function Fields({ t, language, fields, fieldLinks }: PersonalDataPageView) {
  const words = t.personal
  const value = ({ state, shown }: FieldStateView): Content => {
    if (state === 'erased') return <State kind="stopped" word={words.erased} />
    if (state === 'empty') return <span class="soft">{words.empty}</span>
    return shown === null ? (
      <span class="soft">{words.hidden}</span>
    ) : (
      <span class="numeral">{shown}</span>
    )
  }
  return (
    <Section title={words.fields} actions={links(fieldLinks)}>
      <Table
        language={language}
        caption={words.fields}
        captionHidden
        rows={fields}
        columns={[
          { key: 'field', label: words.field, head: true, cell: ({ label }) => label },
          { key: 'value', label: words.value, cell: value },
        ]}
      />
    </Section>
  )
}

function Consents({
  t,
  language,
  consents,
  give,
}: PersonalDataPageView & { consents: readonly ConsentView[] }) {
  const words = t.personal
  return (
    <Section title={words.consents} actions={links(give ? [give] : [])}>
      <Table
        language={language}
        caption={words.consents}
        captionHidden
        rows={consents}
        empty={<p>{words.consents_none}</p>}
        columns={[
          { key: 'purpose', label: words.purpose, head: true, cell: ({ purpose }) => purpose },
          {
            key: 'given',
            label: words.given_on,
            kind: 'day',
            cell: ({ given }) => <Day language={language} day={given} />,
          },
          { key: 'evidence', label: words.evidence, cell: ({ evidence }) => evidence },
          {
            key: 'state',
            label: words.state,
            cell: ({ withdrawn, withdraw }) =>
              withdrawn === null ? (
                <>
                  <State kind="active" word={words.stands} />{' '}
                  {withdraw && <a href={withdraw}>{words.withdraw}</a>}
                </>
              ) : (
                <>
                  <State kind="stopped" word={words.withdrawn} />{' '}
                  <Day language={language} day={withdrawn} />
                </>
              ),
          },
        ]}
      />
    </Section>
  )
}

export interface UnsealedPageView extends PageView {
  readonly timeZone: string
  readonly name: string
  readonly party: string
  /** ISO 8601 in UTC. */
  readonly until: string
  readonly fields: readonly { readonly label: string; readonly value: string | null }[]
  /** The same on paper. */
  readonly paper?: { readonly href: string; readonly label: string } | undefined
}

/** Sealed fields in full, for whoever just said why. */
export function UnsealedPage(view: UnsealedPageView) {
  const { t, language, fields, until, timeZone } = view
  const words = t.personal
  return (
    <Stack>
      <PageHeader
        language={language}
        title={words.unsealed}
        breadcrumbs={view.breadcrumbs}
        facts={
          <span>
            {view.name} <span class="numeral">{view.party}</span>
          </span>
        }
        actions={view.paper && <ButtonLink href={view.paper.href}>{view.paper.label}</ButtonLink>}
      />
      <Notice language={language} tone="warning" title={words.on_record}>
        <Instant language={language} instant={until} timeZone={timeZone} />
      </Notice>
      <DescriptionList
        items={fields.map(({ label, value }) => ({
          term: label,
          detail: value === null ? words.empty : <span class="numeral">{value}</span>,
        }))}
      />
    </Stack>
  )
}

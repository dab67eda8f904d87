/** Statements that were issued, one of them, and the preview beside the form. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { Money } from '../parts/figure.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Digest, Row, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { Preview } from '../parts/preview.tsx'
import { Table } from '../parts/table.tsx'
import { Day, Instant } from '../parts/time.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
  /** The organisation's. */
  readonly timeZone: string
}

export interface StatementView {
  readonly href: string
  readonly number: string
  readonly fund: LinkView
  readonly from: string
  readonly to: string
  /** ISO 8601 in UTC. */
  readonly issued: string
}

export interface StatementsPageView extends PageView {
  readonly list: ListView<StatementView>
  readonly funds: readonly OptionView[]
  readonly issue: string | null
  readonly issueMany: string | null
  /** What was given out by unit and category, for who may see it. */
  readonly disbursements: string | null
}

/** The list of statements. */
export function StatementsPage(view: StatementsPageView) {
  const { t, language, list, issue, issueMany, disbursements } = view
  const button = issue && (
    <ButtonLink kind="primary" href={issue}>
      {t.statements.issue}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        language={language}
        title={t.statements.title}
        lead={t.statements.lead}
        actions={
          <>
            {button}
            {issueMany && <ButtonLink href={issueMany}>{t.statements.issue_many}</ButtonLink>}
            {disbursements && (
              <ButtonLink kind="quiet" href={disbursements}>
                {t.disbursements.title}
              </ButtonLink>
            )}
          </>
        }
      />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <StatementsTable {...view} />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, funds }: StatementsPageView) {
  const { values, action, filtered } = list
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select
        language={language}
        name="fund"
        label={t.statements.fund}
        value={values.fund}
        options={funds}
        empty={t.lists.all}
      />
    </FilterForm>
  )
}

function StatementsTable({ t, language, timeZone, list, issue }: StatementsPageView) {
  const empty = list.filtered ? (
    <EmptyState title={t.statements.none_found} />
  ) : (
    <EmptyState
      title={t.statements.empty}
      lead={t.statements.empty_lead}
      action={issue && <ButtonLink href={issue}>{t.statements.issue}</ButtonLink>}
    />
  )
  return (
    <Table
      language={language}
      caption={t.statements.title}
      captionHidden
      rows={list.rows}
      empty={empty}
      columns={[
        {
          key: 'number',
          label: t.statements.number,
          head: true,
          cell: ({ href, number }) => <a href={href}>{number}</a>,
        },
        {
          key: 'fund',
          label: t.statements.fund,
          cell: ({ fund }) => <a href={fund.href}>{fund.label}</a>,
        },
        {
          key: 'period',
          label: t.statements.period,
          kind: 'day',
          cell: (row) => <Period language={language} {...row} />,
        },
        {
          key: 'issued',
          label: t.statements.issued_at,
          kind: 'day',
          cell: ({ issued }) => (
            <Instant language={language} instant={issued} timeZone={timeZone} />
          ),
        },
      ]}
    />
  )
}

function Period({ language, from, to }: { language: PageLanguage; from: string; to: string }) {
  return (
    <>
      <Day language={language} day={from} /> – <Day language={language} day={to} />
    </>
  )
}

export interface ChangesView {
  readonly added: number
  readonly reversed: number
  /** Decimal text, with a sign. */
  readonly receipts: string
  readonly payments: string
}

export interface StatementPageView extends PageView {
  readonly statement: StatementView
  readonly currency: string
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly known: number
  readonly digest: string
  readonly earlier: LinkView | null
  /** Files by edition: what each is, and its links. */
  readonly editions: readonly { readonly name: string; readonly files: readonly LinkView[] }[]
  /** Null when nothing has changed since. */
  readonly changes: ChangesView | null
  readonly again: string | null
  /** The command that checks the file. */
  readonly verify: string
  /** The book's public keys, which the command wants. */
  readonly keyFile: LinkView
}

/** One statement: its files, what changed since, how to check it. */
export function StatementPage(view: StatementPageView) {
  const { t, language, statement, breadcrumbs, done, known, digest, earlier, timeZone } = view
  const { statements } = t
  const period = <Period language={language} {...statement} />
  return (
    <Stack>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader language={language} title={statement.number} breadcrumbs={breadcrumbs} />
      <DescriptionList
        items={[
          {
            term: statements.fund,
            detail: <a href={statement.fund.href}>{statement.fund.label}</a>,
          },
          { term: statements.period, detail: period },
          {
            term: statements.issued_at,
            detail: <Instant language={language} instant={statement.issued} timeZone={timeZone} />,
          },
          { term: statements.known, detail: statements.known_event({ sequence: known }) },
          ...(earlier
            ? [{ term: statements.earlier, detail: <a href={earlier.href}>{earlier.label}</a> }]
            : []),
        ]}
      />
      <Section title={statements.download}>
        <DescriptionList
          items={view.editions.map(({ name, files }) => ({
            term: name,
            detail: (
              <Row>
                {files.map(({ href, label }) => (
                  <ButtonLink href={href}>{label}</ButtonLink>
                ))}
              </Row>
            ),
          }))}
        />
      </Section>
      <Changed {...view} />
      <Section title={statements.proof} lead={statements.proof_lead}>
        <Digest>{view.verify}</Digest>
        <DescriptionList
          items={[
            { term: statements.digest, detail: <Digest>{digest}</Digest> },
            {
              term: statements.key,
              detail: <a href={view.keyFile.href}>{view.keyFile.label}</a>,
            },
          ]}
        />
      </Section>
    </Stack>
  )
}

function Changed({ t, language, changes, currency, again }: StatementPageView) {
  const { statements } = t
  if (!changes) {
    return (
      <Section title={statements.changed}>
        <p>{statements.changed_none}</p>
      </Section>
    )
  }
  const money = (amount: string) => (
    <Money language={language} amount={amount} currency={currency} />
  )
  return (
    <Section
      title={statements.changed}
      lead={statements.changed_some}
      actions={again && <ButtonLink href={again}>{statements.again}</ButtonLink>}
    >
      <DescriptionList
        items={[
          { term: statements.added, detail: String(changes.added) },
          { term: statements.reversed, detail: String(changes.reversed) },
          { term: statements.receipts_delta, detail: money(changes.receipts) },
          { term: statements.payments_delta, detail: money(changes.payments) },
        ]}
      />
    </Section>
  )
}

interface PreviewBesideView {
  readonly t: Messages
  /** The usual periods, as links to the form with them filled in. */
  readonly periods: readonly LinkView[]
  /** Where the preview is; null until a fund and a period are chosen. */
  readonly preview: string | null
  /** Where a preview for other answers is, for a script that follows the form. */
  readonly template: string
}

/** The preview beside the form. */
export function StatementPreview({ t, periods, preview, template }: PreviewBesideView) {
  const { statements } = t
  return (
    <Section title={statements.preview} lead={statements.preview_lead}>
      {periods.length > 0 && (
        <Row>
          {periods.map(({ href, label }) => (
            <a href={href}>{label}</a>
          ))}
        </Row>
      )}
      <Preview
        title={statements.preview}
        src={preview}
        template={template}
        empty={statements.choose}
        open={statements.preview_open}
      />
    </Section>
  )
}

/** The papers of a case and the application that came with a code, on the case's page. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Money } from '../parts/figure.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Prose, Row, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { Table } from '../parts/table.tsx'
import { PaperForm } from './apply-papers.tsx'

interface Shared {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface PaperRow {
  readonly kind: string
  readonly name: string
  /** Where it is downloaded; null where the reader may not, or it was erased. */
  readonly href: string | null
  readonly size: string
  /** What was verified; null while nothing was. */
  readonly amount: string | null
  /** Where its amount is verified; null where the reader may not. */
  readonly verify: string | null
}

export interface PapersView extends Shared {
  readonly currency: string
  readonly rows: readonly PaperRow[]
  readonly add: string | null
}

/** The papers of a case, with their verified amounts. */
export function PapersSection({ t, language, currency, rows, add }: PapersView) {
  const { documents } = t.apply
  return (
    <Section
      title={documents.title}
      id="documents"
      actions={add === null ? undefined : <ButtonLink href={add}>{documents.add}</ButtonLink>}
    >
      {rows.length === 0 ? (
        <p class="soft">{documents.none}</p>
      ) : (
        <Table
          language={language}
          caption={documents.title}
          captionHidden
          rows={rows}
          columns={[
            { key: 'kind', label: documents.kind, head: true, cell: ({ kind }) => kind },
            {
              key: 'name',
              label: documents.name,
              cell: ({ name, href, size }) => (
                <>
                  {href === null ? (
                    name
                  ) : (
                    <a href={href} aria-label={documents.download({ name })}>
                      {name}
                    </a>
                  )}{' '}
                  <span class="soft small">{size}</span>
                </>
              ),
            },
            {
              key: 'amount',
              label: documents.amount,
              kind: 'figure',
              currency,
              cell: ({ amount }) =>
                amount === null ? '–' : <Money language={language} amount={amount} />,
            },
            {
              key: 'verify',
              label: documents.verify,
              cell: ({ verify }) =>
                verify === null ? null : <a href={verify}>{documents.do_verify}</a>,
            },
          ]}
        />
      )}
    </Section>
  )
}

export interface ApplicationView extends Shared {
  /** Null where the reader may not read it, or it was erased. */
  readonly answers: readonly DescriptionView[] | null
  readonly code: number | null
  readonly account: { readonly sentence: string; readonly take: string | null } | null
  /** At most one of them leads on. */
  readonly acts: readonly (LinkView & { readonly leads: boolean })[]
}

/** What an applicant wrote, and what can be asked of them. */
export function ApplicationSection({ t, language, answers, code, account, acts }: ApplicationView) {
  const { application } = t.apply
  return (
    <Section
      title={application.title}
      id="application"
      actions={acts.map(({ href, label, leads }) => (
        <ButtonLink kind={leads ? 'primary' : 'secondary'} href={href}>
          {label}
        </ButtonLink>
      ))}
    >
      {code !== null && (
        <Prose>
          <p class="soft">
            {application.by_code({ code })} {answers === null && application.hidden}
          </p>
        </Prose>
      )}
      {answers !== null && <DescriptionList items={answers} />}
      {account !== null && (
        <Notice language={language} tone="info">
          <Row>
            <span>{account.sentence}</span>
            {account.take !== null && <a href={account.take}>{application.take}</a>}
          </Row>
        </Notice>
      )}
    </Section>
  )
}

export interface PaperPageView extends Shared {
  readonly breadcrumb: LinkView
  readonly action: string
  readonly key: string
  readonly kinds: readonly OptionView[]
  readonly problem: string | null
}

/** A paper that the office adds. */
export function PaperPage(view: PaperPageView) {
  const { t, language, breadcrumb, action, key, kinds, problem } = view
  return (
    <>
      <PageHeader
        language={language}
        title={t.apply.documents.add}
        lead={t.apply.documents.add_lead}
        breadcrumbs={[breadcrumb]}
      />
      <PaperForm
        t={t}
        language={language}
        action={action}
        kinds={kinds}
        problems={problem === null ? [] : [{ field: 'file', message: problem }]}
        idempotencyKey={key}
        leads
      />
    </>
  )
}

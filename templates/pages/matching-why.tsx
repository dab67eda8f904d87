/** Why a need has no helper, and who else might help it. */
import type { Messages } from '../messages/messages.ts'
import { Button, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Card, Cards, Section } from '../parts/layout.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import type { StateView } from './columns.tsx'
import { Reasons, type ReasonView } from './matching-reasons.tsx'

export interface HelperCardView {
  readonly title: string
  readonly href: string
  readonly who: LinkView
  readonly points: string
  readonly reasons: readonly ReasonView[]
  /** What stands in the way; null for nothing. */
  readonly note: string | null
  readonly room: string | null
  readonly state: StateView | null
  /** Sent to propose this helper; null where that cannot be. */
  readonly choose: {
    readonly action: string
    readonly key: string
    readonly hidden: Readonly<Record<string, string>>
  } | null
}

interface NeedView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  /** Who is helped. */
  readonly caption: string
  readonly lead: string
  readonly breadcrumbs: readonly LinkView[]
}

export interface WhyPageView extends NeedView {
  readonly rules: readonly { readonly rule: string; readonly helpers: string }[]
  readonly fit: readonly HelperCardView[]
  readonly near: readonly HelperCardView[]
  readonly oneMore: { readonly lead: string; readonly helpers: readonly LinkView[] } | null
  readonly propose: string | null
}

/** Why nobody helps with a need. */
export function WhyPage(view: WhyPageView) {
  const { t, language, title, caption, lead, breadcrumbs, rules, fit, near, oneMore, propose } =
    view
  const words = t.matching
  const actions = propose && (
    <ButtonLink kind="primary" href={propose}>
      {words.propose}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        language={language}
        title={title}
        caption={caption}
        lead={lead}
        breadcrumbs={breadcrumbs}
        actions={actions}
      />
      {rules.length > 0 && (
        <Table
          language={language}
          caption={title}
          captionHidden
          rows={rules}
          columns={[
            { key: 'rule', label: words.rule, head: true, cell: ({ rule }) => rule },
            { key: 'helpers', label: words.kept, kind: 'figure', cell: ({ helpers }) => helpers },
          ]}
        />
      )}
      {oneMore && (
        <Section title={words.one_more} lead={oneMore.lead}>
          <ul>
            {oneMore.helpers.map(({ href, label }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {fit.length > 0 && (
        <Section title={words.fit} lead={words.fit_lead}>
          <Helpers t={t} helpers={fit} />
        </Section>
      )}
      {near.length > 0 && (
        <Section title={words.near}>
          <Helpers t={t} helpers={near} />
        </Section>
      )}
    </>
  )
}

function Helpers({
  t,
  helpers,
}: {
  readonly t: Messages
  readonly helpers: readonly HelperCardView[]
}) {
  return (
    <Cards>
      {helpers.map((one) => (
        <Card title={one.title} href={one.href} aside={one.state && <State {...one.state} />}>
          <p>
            <a href={one.who.href}>{one.who.label}</a>
          </p>
          <p class="soft">{[one.points, one.room].filter((text) => text !== null).join(' · ')}</p>
          {one.note !== null && <p>{one.note}</p>}
          <Reasons t={t} reasons={one.reasons} />
          {one.choose && (
            <Form
              action={one.choose.action}
              idempotencyKey={one.choose.key}
              hidden={one.choose.hidden}
            >
              <Button says={`${t.matching.swap}: ${one.title}`}>{t.matching.swap}</Button>
            </Form>
          )}
        </Card>
      ))}
    </Cards>
  )
}

export interface CandidatesPageView extends NeedView {
  readonly candidates: readonly HelperCardView[]
}

/** Who else might help with a need, of those whom a run weighed for it. */
export function CandidatesPage(view: CandidatesPageView) {
  const { t, language, title, caption, lead, breadcrumbs, candidates } = view
  return (
    <>
      <PageHeader
        language={language}
        title={title}
        caption={caption}
        lead={lead}
        breadcrumbs={breadcrumbs}
      />
      {candidates.length === 0 ? (
        <EmptyState title={t.matching.swap_none} lead={t.matching.swap_none_lead} />
      ) : (
        <Helpers t={t} helpers={candidates} />
      )}
    </>
  )
}

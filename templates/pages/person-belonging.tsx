/** Where a person belongs: particulars, memberships, the household, what others are to them. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section } from '../parts/layout.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { type HouseholdMemberView, memberColumns } from './households.tsx'
import { type MembershipView, membershipColumns } from './memberships.tsx'

export interface TieView {
  readonly role: string
  readonly other: LinkView
  readonly since: string | null
  readonly until: string | null
  readonly over: boolean
  /** Where it is ended; null for one that has ended, and for who may not. */
  readonly end: string | null
}

export interface RelativeView {
  readonly person: LinkView
  /** The way to them: “the spouse of the sibling”. */
  readonly path: string
}

export interface BelongingView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly particulars: readonly DescriptionView[]
  /** Of a person; null of a body. */
  readonly memberships: readonly MembershipView[] | null
  readonly household: {
    readonly link: LinkView
    readonly members: readonly HouseholdMemberView[]
  } | null
  /** Null of a body that nothing ties to anybody. */
  readonly ties: readonly TieView[] | null
  readonly relatives: readonly RelativeView[]
  /** What the reader may record of each. */
  readonly links: {
    readonly particulars: readonly LinkView[]
    readonly memberships: readonly LinkView[]
    readonly ties: readonly LinkView[]
  }
}

/** The sections of a person’s page on where they belong. */
export function Belonging(view: BelongingView) {
  const { t, language, memberships, household, links } = view
  return (
    <>
      <Section title={t.people.particulars} actions={linked(links.particulars)}>
        <DescriptionList items={view.particulars} />
      </Section>
      {memberships && (
        <Section title={t.memberships.title} actions={linked(links.memberships)}>
          <Table
            language={language}
            caption={t.memberships.title}
            captionHidden
            rows={memberships}
            empty={<p>{t.memberships.none}</p>}
            columns={membershipColumns(t, language, 'unit')}
          />
        </Section>
      )}
      {household && (
        <Section title={t.people.household} actions={linked([household.link])}>
          <Table
            language={language}
            caption={t.people.household}
            captionHidden
            rows={household.members}
            columns={memberColumns(t, language).slice(0, 3)}
          />
        </Section>
      )}
      {view.ties && <Ties {...view} ties={view.ties} />}
      {view.relatives.length > 0 && <Relatives {...view} />}
    </>
  )
}

function linked(links: readonly LinkView[]) {
  if (links.length === 0) return undefined
  return (
    <Row>
      {links.map(({ href, label }) => (
        <a href={href}>{label}</a>
      ))}
    </Row>
  )
}

function Ties({ t, language, ties, links }: BelongingView & { ties: readonly TieView[] }) {
  const words = t.ties
  return (
    <Section title={words.title} actions={linked(links.ties)}>
      <Table
        language={language}
        caption={words.title}
        captionHidden
        rows={ties}
        empty={<p>{words.none}</p>}
        columns={[
          {
            key: 'other',
            label: words.other,
            head: true,
            cell: ({ other }) => <a href={other.href}>{other.label}</a>,
          },
          { key: 'role', label: words.role, cell: ({ role }) => role },
          {
            key: 'since',
            label: words.since,
            kind: 'day',
            cell: ({ since }) => since && <Day language={language} day={since} />,
          },
          {
            key: 'until',
            label: words.until,
            kind: 'day',
            cell: ({ until }) => until && <Day language={language} day={until} />,
          },
          {
            key: 'state',
            label: words.state,
            cell: ({ over, end }) => (over ? words.over : end && <a href={end}>{words.end}</a>),
          },
        ]}
      />
    </Section>
  )
}

function Relatives({ t, language, relatives }: BelongingView) {
  const words = t.ties
  return (
    <Section title={words.near} lead={words.near_lead}>
      <Table
        language={language}
        caption={words.near}
        captionHidden
        rows={relatives}
        columns={[
          {
            key: 'person',
            label: words.other,
            head: true,
            cell: ({ person }) => <a href={person.href}>{person.label}</a>,
          },
          { key: 'path', label: words.through, cell: ({ path }) => path },
        ]}
      />
    </Section>
  )
}

/** One pair on the own page of one of its sides. */
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import type { Content } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { ErrorSummary, Form, type FormErrorView } from '../parts/form.tsx'
import { Section } from '../parts/layout.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State, type StateKind } from '../parts/state.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import { Done, OwnFoot, type TogetherShared } from './together.tsx'

export interface OwnContactsView {
  readonly name: string
  readonly phone: string | null
  readonly address: string | null
  readonly until: Content
}

export interface OwnPairView extends TogetherShared {
  /** The address of this page. */
  readonly href: string
  readonly other: string
  readonly side: string
  readonly state: { readonly kind: StateKind; readonly word: string }
  readonly lead: string
  readonly done: string | null
  readonly problems: readonly FormErrorView[]
  /** Whether the reader is asked for a yes; `declines`: they may say no as well. */
  readonly asked: boolean
  readonly declines: boolean
  readonly agreeKey: string
  readonly about: readonly DescriptionView[]
  readonly shares: boolean
  readonly contacts: OwnContactsView | null
  readonly openKey: string
  /** Visits and what is to be done, where the pair has begun. */
  readonly visits: Content
  readonly review: { readonly href: string; readonly label: string } | null
  readonly withdraw: string | null
  readonly milestones: readonly MilestoneView[]
}

/** A pair: what is asked, what it is about, how to reach each other, what may change. */
export function OwnPairPage(view: OwnPairView) {
  const { t, language, place, problems } = view
  const { together } = t
  return (
    <>
      <PageHeader
        language={language}
        caption={view.side}
        title={view.other}
        breadcrumbs={[{ href: `${place}/pairs`, label: together.home.title }]}
        facts={<State kind={view.state.kind} word={view.state.word} />}
        lead={view.lead}
      />
      <Done language={language} done={view.done} />
      <ErrorSummary language={language} errors={problems} />
      {view.asked && <Ask {...view} />}
      {view.visits}
      <Section title={together.about.title}>
        <DescriptionList items={view.about} />
      </Section>
      {view.shares && <Reach {...view} />}
      {(view.review !== null || view.withdraw !== null) && <Change {...view} />}
      <Section title={together.history}>
        <Timeline language={language} milestones={view.milestones} />
      </Section>
      <OwnFoot t={t} place={place} />
    </>
  )
}

function Ask({ t, href, agreeKey, declines }: OwnPairView) {
  const { together } = t
  return (
    <Form action={`${href}/agree`} idempotencyKey={agreeKey}>
      <Actions>
        <Button kind="primary">{together.agree}</Button>
        {declines && <ButtonLink href={`${href}/decline`}>{together.decline}</ButtonLink>}
      </Actions>
    </Form>
  )
}

function Reach({ t, href, contacts, openKey }: OwnPairView) {
  const words = t.together.contacts
  if (contacts === null) {
    return (
      <Section title={words.title} id="reach" lead={words.lead}>
        <Form action={`${href}/contacts`} idempotencyKey={openKey}>
          <Button>{words.open}</Button>
        </Form>
      </Section>
    )
  }
  const { name, phone, address, until } = contacts
  const number = phone === null ? null : phone.replace(/ ext\. /, ';ext=')
  return (
    <Section title={words.title} id="reach">
      <DescriptionList
        items={[
          { term: words.name, detail: name },
          {
            term: words.phone,
            detail: phone === null ? words.none : <a href={`tel:${number}`}>{phone}</a>,
          },
          { term: words.address, detail: address ?? words.none },
          { term: words.until, detail: until },
        ]}
      />
    </Section>
  )
}

function Change({ t, review, withdraw }: OwnPairView) {
  const words = t.together.change
  return (
    <Section title={words.title}>
      <Actions>
        {review !== null && <ButtonLink href={review.href}>{review.label}</ButtonLink>}
        {withdraw !== null && (
          <ButtonLink kind="quiet" href={withdraw}>
            {words.withdraw}
          </ButtonLink>
        )}
      </Actions>
    </Section>
  )
}

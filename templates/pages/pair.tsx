/** One pair: who helps whom, what each side said, and all that was done with it; and the sheet for a side. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Columns, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice, RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { PrintHead, SignatureLines } from '../parts/print.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import type { StateView } from './columns.tsx'
import type { ToldView } from './form.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface LineView {
  readonly href: string
  readonly reference: string
  readonly helping: string
  readonly from: string | null
  readonly to: string | null
  readonly state: StateView
  /** Why it ended; null where it was handed over, and while it has not. */
  readonly reason: string | null
}

export interface PairPageView extends PageView {
  readonly title: string
  readonly reference: string
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly state: StateView
  readonly acts: readonly LinkView[]
  /** What ends it or takes something back: it stands apart. */
  readonly apart: readonly LinkView[]
  readonly barred: ToldView | null
  readonly who: readonly DescriptionView[]
  readonly consent: readonly DescriptionView[]
  /** Whether both sides may know how to reach each other; null where it is over. */
  readonly shared: 'shared' | 'hidden' | null
  /** Where this reader may open it. */
  readonly contacts: string | null
  readonly sheets: readonly LinkView[]
  /** What other rooms say of it. */
  readonly sections: readonly Content[]
  readonly lines: readonly LineView[]
  readonly path: readonly MilestoneView[]
}

/** The page of one pair. */
export function PairPage(view: PairPageView) {
  const { t, language, done, barred, acts, apart } = view
  const words = t.pairs
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={view.title}
        caption={view.reference}
        breadcrumbs={view.breadcrumbs}
        facts={<State {...view.state} />}
        actions={acts.length > 0 && <Acts acts={acts} />}
      />
      {barred && <RefusalNotice language={language} title={words.barred} {...barred} />}
      <Columns form="main">
        <Stack>
          <Section title={words.who}>
            <DescriptionList items={view.who} />
          </Section>
          <Section title={words.consent}>
            <Stack>
              <DescriptionList items={view.consent} />
              {view.sheets.length > 0 && <Quiet links={view.sheets} />}
            </Stack>
          </Section>
          {view.shared !== null && (
            <Section title={words.contacts}>
              <Stack>
                <p>{view.shared === 'shared' ? words.contacts_open : words.contacts_hidden}</p>
                {view.contacts !== null && (
                  <Quiet links={[{ href: view.contacts, label: words.open_contacts }]} />
                )}
              </Stack>
            </Section>
          )}
          {[...view.sections]}
          {view.lines.length > 1 && (
            <Section title={words.lines} lead={words.lines_lead}>
              <Lines t={t} language={language} lines={view.lines} />
            </Section>
          )}
        </Stack>
        <Stack>
          <Section title={words.path}>
            <Timeline language={language} milestones={view.path} />
          </Section>
          {apart.length > 0 && <Quiet links={apart} />}
        </Stack>
      </Columns>
    </Stack>
  )
}

function Acts({ acts }: Pick<PairPageView, 'acts'>) {
  return (
    <Actions>
      {acts.map(({ href, label }, place) => (
        <ButtonLink kind={place === 0 ? 'primary' : 'secondary'} href={href}>
          {label}
        </ButtonLink>
      ))}
    </Actions>
  )
}

function Quiet({ links }: { readonly links: readonly LinkView[] }) {
  return (
    <Actions>
      {links.map(({ href, label }) => (
        <ButtonLink kind="secondary" href={href}>
          {label}
        </ButtonLink>
      ))}
    </Actions>
  )
}

interface LinesProps extends PageView {
  readonly lines: readonly LineView[]
}

/** The dated lines of a need: who helped, since when, until when. */
export function Lines({ t, language, lines }: LinesProps) {
  const words = t.pairs
  const day = (value: string | null) => value !== null && <Day language={language} day={value} />
  return (
    <Table
      language={language}
      caption={words.lines}
      captionHidden
      rows={lines}
      columns={[
        {
          key: 'helping',
          label: words.helping,
          head: true,
          cell: ({ href, reference, helping }) => (
            <>
              <a href={href}>{helping}</a>
              <span class="cell-note numeral">{reference}</span>
            </>
          ),
        },
        { key: 'from', label: words.from, kind: 'day', cell: ({ from }) => day(from) },
        { key: 'to', label: words.to, kind: 'day', cell: ({ to }) => day(to) },
        {
          key: 'state',
          label: words.state,
          cell: ({ state, reason }) => (
            <>
              <State {...state} />
              {reason !== null && <span class="cell-note">{reason}</span>}
            </>
          ),
        },
      ]}
    />
  )
}

export interface PairSheetView extends PageView {
  readonly side: 'helper' | 'helped'
  readonly reference: string
  readonly organisation: string
  readonly instant: string
  readonly timeZone: string
  /** The page of the pair. */
  readonly back: string
  /** To whom it is put, and what they are told. */
  readonly to: string
  readonly particulars: readonly DescriptionView[]
}

/** What is put to a side on paper before the pair begins. */
export function PairSheet(view: PairSheetView) {
  const { t, language, side, reference, organisation, instant, timeZone } = view
  const words = t.pairs.sheet
  return (
    <Stack>
      <PrintHead
        language={language}
        organisation={organisation}
        subject={reference}
        instant={instant}
        timeZone={timeZone}
      />
      <PageHeader
        language={language}
        title={words.title}
        caption={reference}
        breadcrumbs={[{ href: view.back, label: words.back }]}
        lead={words.lead[side]}
      />
      <Section title={view.to}>
        <Stack>
          <DescriptionList items={view.particulars} />
          <p>{words.privacy}</p>
        </Stack>
      </Section>
      <Section title={t.pairs.consent}>
        <p>□ {words.yes}</p>
        <p>□ {words.no}</p>
      </Section>
      <SignatureLines language={language} signers={[words.signature, words.office]} />
    </Stack>
  )
}

/** The file of one household: how it stands, what was found, how it stood before, its cases. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Columns, Row, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import { CasesTable, type CaseView } from './cases.tsx'
import type { StateView } from './columns.tsx'

export interface FileMemberView {
  readonly person: LinkView
  readonly relation: string
}

/** Somebody as the facts tell of them, who need not stand in the registers. */
export interface FactMemberView {
  readonly name: string
  readonly relation: string
  readonly age: string
  readonly health: string
  readonly occupation: string
  readonly income: string
}

export interface FilePageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly reference: string
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly states: readonly StateView[]
  readonly particulars: readonly DescriptionView[]
  /** What was found, as far as this reader may read it. */
  readonly facts: readonly DescriptionView[]
  readonly factMembers: readonly FactMemberView[]
  readonly masked: boolean
  readonly members: readonly FileMemberView[]
  readonly history: readonly MilestoneView[]
  /** Who helps them; null for who may not see it. */
  readonly pairing: Content | null
  readonly cases: readonly CaseView[]
  readonly allCases: string
  readonly acts: readonly LinkView[]
}

/** The page of one file. */
export function FilePage(view: FilePageView) {
  const { t, language, done, acts } = view
  const words = t.files
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={view.title}
        caption={view.reference}
        breadcrumbs={view.breadcrumbs}
        facts={
          <Row>
            {view.states.map((state) => (
              <State {...state} />
            ))}
          </Row>
        }
        actions={
          acts.length > 0 && (
            <Actions>
              {acts.map(({ href, label }) => (
                <ButtonLink kind="secondary" href={href}>
                  {label}
                </ButtonLink>
              ))}
            </Actions>
          )
        }
      />
      <FileColumns {...view} />
      {view.pairing}
      <Section title={words.its_cases} actions={<a href={view.allCases}>{words.all_cases}</a>}>
        <CasesTable
          t={t}
          language={language}
          rows={view.cases}
          empty={<p class="soft">{t.cases.people_cases_none}</p>}
        />
      </Section>
    </Stack>
  )
}

function FileColumns(view: FilePageView) {
  const { t, language, facts, masked } = view
  const words = t.files
  return (
    <Columns form="main">
      <Stack>
        <DescriptionList items={view.particulars} />
        <Section title={words.facts}>
          {facts.length > 0 && <DescriptionList items={facts} />}
          {masked && <p class="soft">{words.facts_masked}</p>}
          {facts.length === 0 && !masked && <p class="soft">{words.facts_none}</p>}
          {view.factMembers.length > 0 && <FactMembers {...view} />}
        </Section>
      </Stack>
      <Stack>
        <Section title={words.living}>
          <DescriptionList
            items={view.members.map(({ person, relation }) => ({
              term: relation,
              detail: <a href={person.href}>{person.label}</a>,
            }))}
          />
        </Section>
        <Section title={words.history}>
          <Timeline language={language} milestones={view.history} />
        </Section>
      </Stack>
    </Columns>
  )
}

function FactMembers({ t, language, factMembers }: FilePageView) {
  const words = t.files
  const column = (key: keyof FactMemberView, label: string) => ({
    key,
    label,
    cell: (row: FactMemberView) => row[key],
  })
  return (
    <Table
      language={language}
      caption={words.members}
      rows={factMembers}
      columns={[
        { ...column('name', words.member), head: true },
        column('relation', words.relation),
        { ...column('age', words.age), kind: 'figure' },
        column('health', words.health),
        column('occupation', words.occupation),
        { ...column('income', words.income_month), kind: 'figure' },
      ]}
    />
  )
}

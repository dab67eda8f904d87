/** Pages of hardship files: the register and one file. */
import type { Hono } from 'hono'
import { FilePage } from '../../../templates/pages/hardship-file.tsx'
import { FilesPage, type FileView } from '../../../templates/pages/hardship-files.tsx'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { formatCount, formatMoney } from '../../../templates/parts/format.ts'
import { Day } from '../../../templates/parts/time.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { submit } from '../../hardship/cases/commands.ts'
import { list as listCases } from '../../hardship/cases/queries.ts'
import { open, revise } from '../../hardship/files/commands.ts'
import { list } from '../../hardship/files/queries.ts'
import { grades } from '../../policies/caps.ts'
import { bookletDownload } from '../pairing-downloads.ts'
import { caseView } from './case-views.ts'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { fileAsked, mountFileForms } from './hardship-file-forms.ts'
import { hardshipTabs } from './hardship-tabs.ts'
import { listed, listView } from './listing.ts'
import { pairingOfFile } from './pairing-part.tsx'
import { unitOptions } from './people-tabs.ts'
import { recordedBy } from './recorded-by.ts'
import type { Desk, Visit } from './visit.ts'

/** Cases that a file's page shows; a link leads to all of them. */
const casesShown = 10

/** Mounts the pages of hardship files. */
export function mountHardshipFiles(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/hardship-files', listPage)
  mountFileForms(app, desk)
  mountPage(app, desk, '/hardship-files/:file{[0-9]+}', onePage)
}

const filters = ['q', 'in_hardship', 'certified', 'grade', 'unit', 'review'] as const

type Told = ReturnType<typeof fileAsked>
type Row = ReturnType<typeof list.run>['files'][number]

function statesOf(
  { t }: Visit,
  { in_hardship, certified }: Pick<Row, 'in_hardship' | 'certified'>,
) {
  return {
    state: in_hardship
      ? { kind: 'active' as const, word: t.files.in_hardship }
      : { kind: 'stopped' as const, word: t.files.off_list },
    certified: certified
      ? { kind: 'done' as const, word: t.files.certified }
      : { kind: 'draft' as const, word: t.files.not_certified },
  }
}

function fileView(visit: Visit, row: Row): FileView {
  const { t, language, href } = visit
  return {
    href: href(`/hardship-files/${row.file}`),
    reference: row.reference,
    head: row.head?.name ?? null,
    people: row.people,
    unit: row.unit?.name ?? null,
    ...statesOf(visit, row),
    grade: row.grade === null ? null : t.policies.grade[row.grade],
    review: row.review_on,
    cases: {
      href: href(`/cases?file=${row.file}`),
      label: formatCount(language, row.cases),
    },
  }
}

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const found = listed(visit, list, filters)
  const body = FilesPage({
    t,
    language,
    tabs: hardshipTabs(visit, '/hardship-files'),
    list: listView(
      found,
      (found.found?.files ?? []).map((row) => fileView(visit, row)),
    ),
    statistics: statisticsOf(visit, found.found?.statistics),
    units: unitOptions(visit),
    grades: grades.map((value) => ({ value, label: t.policies.grade[value] })),
    open: visit.may(open) ? href('/hardship-files/new') : null,
  })
  return { title: t.files.title, body, place: 'hardship' }
}

type Statistics = ReturnType<typeof list.run>['statistics']

function statisticsOf(visit: Visit, found: Statistics | undefined): DescriptionView[] {
  const { t, language, href } = visit
  if (!found || found.households + found.not_certified === 0) return []
  const link = (query: string, count: number) => (
    <a href={href(`/hardship-files?in_hardship=true&${query}`)}>{formatCount(language, count)}</a>
  )
  const byGrade = found.by_grade
    .map(({ grade, households }) => {
      const word = grade === null ? t.files.no_grade : t.policies.grade[grade]
      return `${word} ${formatCount(language, households)}`
    })
    .join(' · ')
  const some = (count: number, item: DescriptionView) => (count > 0 ? [item] : [])
  return [
    {
      term: t.files.households,
      detail: link('certified=true', found.households),
      note: byGrade === '' ? undefined : byGrade,
    },
    ...some(found.not_certified, {
      term: t.files.not_certified,
      detail: link('certified=false', found.not_certified),
    }),
    ...some(found.review_due, {
      term: t.files.review_due,
      detail: link('review=due', found.review_due),
    }),
  ]
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = fileAsked(visit)
  const title = told.head?.name ?? told.household
  const { state, certified } = statesOf(visit, told)
  const cases = visit.ask(listCases, { file: told.file, limit: casesShown }).cases
  const { members: factMembers = [] } = told.versions[0]?.facts ?? {}
  const head = told.head?.party ?? told.members[0]?.party
  const body = FilePage({
    t,
    language,
    title,
    reference: told.reference,
    breadcrumbs: [{ href: href('/hardship-files'), label: t.files.title }],
    done: doneOn(visit, { open: t.files.opened, revise: t.files.revised }),
    states: [state, certified],
    particulars: particularsOf(visit, told),
    facts: factsOf(visit, told),
    factMembers: factMembers.map((member) => ({
      name: member.name,
      relation: member.relation ?? '',
      age: member.age === undefined ? '' : String(member.age),
      health: member.health ?? '',
      occupation: member.occupation ?? '',
      income:
        member.income_month === undefined
          ? ''
          : formatMoney(language, member.income_month, told.currency),
    })),
    masked: !visit.caller.readsNames,
    members: told.members.map(({ party, name, relation }) => ({
      person: { href: href(`/people/${party}`), label: name },
      relation: t.words.relation[relation],
    })),
    history: told.versions.map((version) => milestone(visit, version)),
    pairing: pairingOfFile(visit, told.file, head),
    cases: cases.map((row) => caseView(visit, row)),
    allCases: href(`/cases?file=${told.file}`),
    acts: [
      ...(told.in_hardship && head && visit.may(submit)
        ? [{ href: href(`/cases/new?beneficiary=${head}`), label: t.files.enter_case }]
        : []),
      ...(visit.may(revise)
        ? [{ href: href(`/hardship-files/${told.file}/revision`), label: t.files.revise }]
        : []),
      ...(visit.may(bookletDownload)
        ? [
            {
              href: href(`/hardship-files/${told.file}/booklet.pdf?language=${language}`),
              label: t.pairing_papers.booklet.title,
            },
          ]
        : []),
    ],
  })
  return { title: `${told.reference} · ${title}`, body, place: 'hardship' }
}

function particularsOf(visit: Visit, told: Told): DescriptionView[] {
  const { t, language, href } = visit
  return [
    {
      term: t.files.household,
      detail: <a href={href(`/households/${told.household}`)}>{told.household}</a>,
    },
    ...(told.unit
      ? [
          {
            term: t.files.unit,
            detail: <a href={href(`/units/${told.unit.unit}`)}>{told.unit.name}</a>,
          },
        ]
      : []),
    ...(told.grade === null ? [] : [{ term: t.files.grade, detail: t.policies.grade[told.grade] }]),
    ...(told.review_on === null
      ? []
      : [
          {
            term: t.files.review_on,
            detail: <Day language={language} day={told.review_on} />,
          },
        ]),
  ]
}

function factsOf(visit: Visit, { versions, currency }: Told): DescriptionView[] {
  const { t, language } = visit
  const [now] = versions
  const facts = now?.facts
  if (!facts) return []
  const money = (amount: string | null | undefined) =>
    amount === null || amount === undefined ? undefined : formatMoney(language, amount, currency)
  const all: readonly (readonly [string, string | undefined])[] = [
    [t.files.people_count, facts.people === undefined ? undefined : String(facts.people)],
    [t.files.income_year, money(facts.income_year)],
    [t.files.income_a_head, money(now.income_a_head)],
    [t.files.medical_year, money(facts.medical_year)],
    [t.files.schooling_year, money(facts.schooling_year)],
    [t.files.other_aid, facts.other_aid],
    [t.files.situation, facts.situation],
  ]
  return all.flatMap(([term, detail]) => (detail === undefined ? [] : [{ term, detail }]))
}

function milestone(visit: Visit, version: Told['versions'][number]): MilestoneView {
  const { t } = visit
  const { state, certified } = statesOf(visit, version)
  const grade = version.grade === null ? [] : [t.policies.grade[version.grade]]
  return {
    title: [state.word, certified.word, ...grade].join(' · '),
    state: version.in_hardship ? 'done' : 'stopped',
    ...recordedBy(visit, version.sequence),
    ...(version.reason === null ? {} : { detail: version.reason }),
  }
}

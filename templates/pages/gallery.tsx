/** Every part of every page, in its states, in both appearances: to look at, and for the browser to test. */
import { messages } from '../messages/messages.ts'
import { Button } from '../parts/button.tsx'
import type { Content } from '../parts/content.ts'
import { Dialog, DialogLink } from '../parts/dialog.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Notice, RefusalNotice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { PrintHead, SignatureLines } from '../parts/print.tsx'
import { Progress } from '../parts/progress.tsx'
import { type Assets, Shell, type Theme } from '../parts/shell.tsx'
import {
  AskedSpecimens,
  ButtonSpecimens,
  CheckSpecimen,
  FilterSpecimen,
  RefusedSpecimens,
  type SpecimenProps,
} from './gallery-forms.tsx'
import {
  CardSpecimens,
  ChartSpecimens,
  DescriptionSpecimen,
  FigureSpecimens,
  RegisterSpecimen,
  StateSpecimens,
  TableSpecimens,
  TimelineSpecimens,
  WorkSpecimen,
} from './gallery-lists.tsx'
import { MonthSpecimen, RowSpecimens } from './gallery-rows.tsx'
import { longName, people, samples } from './gallery-samples.ts'

interface GalleryView {
  readonly language: PageLanguage
  /** Of the page around the parts. */
  readonly theme: Theme
  readonly assets: Assets
  /** The gallery in each language. */
  readonly languages: readonly { readonly language: PageLanguage; readonly href: string }[]
  /** Where the forms of the shell are sent. */
  readonly preferences: { readonly action: string; readonly back: string }
}

const specimens: readonly (readonly [string, (props: SpecimenProps) => Content])[] = [
  ['button', ButtonSpecimens],
  ['state', StateSpecimens],
  ['notice', NoticeSpecimens],
  ['work-list', WorkSpecimen],
  ['figure', FigureSpecimens],
  ['card', CardSpecimens],
  ['register', RegisterSpecimen],
  ['table', TableSpecimens],
  ['filter', FilterSpecimen],
  ['description-list', DescriptionSpecimen],
  ['month-grid', MonthSpecimen],
  ['timeline', TimelineSpecimens],
  ['chart', ChartSpecimens],
  ['progress', ProgressSpecimens],
  ['form', AskedSpecimens],
  ['rows-field', RowSpecimens],
  ['error-summary', RefusedSpecimens],
  ['check-answers', CheckSpecimen],
  ['dialog', DialogSpecimen],
]

/** Too wide to stand side by side. */
const wide = ['register', 'table', 'check-answers']

const languageNames = { en: 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' } as const

/** The gallery as a whole document. */
export function Gallery({ language, theme, assets, languages, preferences }: GalleryView) {
  const t = messages[language]
  const s = samples[language]
  return (
    <Shell
      t={t}
      language={language}
      theme={theme}
      title={t.shell.title({ page: s.lead, organisation: t.shell.product })}
      assets={assets}
      organisation={longName}
      home="#main"
      navigation={specimens.map(([name], position) => ({
        href: `#${name}`,
        label: name,
        current: position === 0,
        count: position === 3 ? 12 : 0,
      }))}
      search="#search"
      preferences={preferences}
      user={{ name: people.long, role: t.shell.role.fund_administrator, signOut: '#sign-out' }}
      shortcuts="#shortcuts"
    >
      <PrintHead
        language={language}
        organisation={longName}
        instant="2026-10-31T02:00:00Z"
        timeZone="Asia/Taipei"
      />
      <PageHeader
        language={language}
        title={longName}
        caption={s.fund}
        breadcrumbs={[
          { href: '#main', label: t.shell.funds },
          { href: '#main', label: s.fund },
        ]}
        lead={s.lead}
        facts={<StateSpecimens language={language} theme="page" />}
        actions={<Button kind="primary">{s.record}</Button>}
      />
      <Subnavigation
        language={language}
        items={languages.map((one) => ({
          href: one.href,
          label: languageNames[one.language],
          current: one.language === language,
        }))}
      />
      {specimens.map(([name, Specimen]) => (
        <InBothThemes name={name} draw={(one) => Specimen({ language, theme: one })} />
      ))}
      <SignatureLines language={language} signers={s.signers} />
    </Shell>
  )
}

interface InBothThemesProps {
  readonly name: string
  readonly draw: (theme: 'light' | 'dark') => Content
}

function InBothThemes({ name, draw }: InBothThemesProps) {
  const side = wide.includes(name) ? '' : ' gallery-themes-side'
  return (
    <section class="gallery-part" id={name}>
      <h2>
        <code>{name}</code>
      </h2>
      <div class={`gallery-themes${side}`}>
        {(['light', 'dark'] as const).map((one) => (
          <div class="gallery-theme" data-theme={one}>
            {draw(one)}
          </div>
        ))}
      </div>
    </section>
  )
}

function NoticeSpecimens({ language }: SpecimenProps) {
  const s = samples[language]
  return (
    <>
      {(['info', 'success', 'warning'] as const).map((tone) => (
        <Notice language={language} tone={tone}>
          <p>
            {s.sample_notice} <a href="#notice">{s.see}</a>
          </p>
        </Notice>
      ))}
      <RefusalNotice
        language={language}
        sentence={s.refusal}
        rule={s.rule}
        remedy={s.remedy}
        code="payout.own"
      />
    </>
  )
}

function ProgressSpecimens({ language, theme }: SpecimenProps) {
  const s = samples[language]
  const at = (name: string) => ({ language, id: `${theme}-progress-${name}`, label: s.import })
  return (
    <>
      <Progress {...at('some')} done={1204} all={19800} note={s.import_note} />
      <Progress {...at('done')} done={19800} all={19800} />
      <Progress {...at('unknown')} done={312} all={null} />
    </>
  )
}

function DialogSpecimen({ language, theme }: SpecimenProps) {
  const s = samples[language]
  const id = `${theme}-dialog`
  return (
    <>
      <DialogLink href="#dialog" dialog={id} kind="danger">
        {s.void}
      </DialogLink>
      <Dialog language={language} id={id} title={s.void}>
        <p>{s.sentence}</p>
        <Button kind="danger">{s.void}</Button>
      </Dialog>
    </>
  )
}

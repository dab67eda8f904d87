/** What a reader sees in place of a page that was refused. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import type { ToldView } from './form.tsx'

interface RefusalPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly told: ToldView
  readonly home: string
}

/** A refusal as a page. */
export function RefusalPage({ t, language, title, told, home }: RefusalPageView) {
  return (
    <>
      <PageHeader language={language} title={title} />
      <RefusalNotice language={language} {...told} />
      <ButtonLink href={home}>{t.shell.home}</ButtonLink>
    </>
  )
}

/** The head of the pages on what came after payments. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import type { PageLanguage } from '../parts/format.ts'
import { DoneNotice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import type { TabView } from './people-tabs.tsx'

/** What the head of each of these pages is made of: the lists of hardship, and those of follow-up. */
export interface FollowUpHeadView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly lead: string
  readonly tabs: readonly TabView[]
  readonly parts: readonly TabView[]
  readonly act: LinkView | null
  readonly done?: string | undefined
}

/** What the page is about, and the way from one list to the others. */
export function Head({ t, language, lead, tabs, parts, act, done }: FollowUpHeadView) {
  return (
    <>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={t.followups.title}
        lead={lead}
        actions={
          act && (
            <ButtonLink kind="primary" href={act.href}>
              {act.label}
            </ButtonLink>
          )
        }
      />
      <Subnavigation language={language} items={tabs} />
      <Subnavigation language={language} items={parts} />
    </>
  )
}

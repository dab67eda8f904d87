/** The head of the pages on visits. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import type { PageLanguage } from '../parts/format.ts'
import { DoneNotice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import type { TabView } from './people-tabs.tsx'

export interface VisitHeadView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly lead: string
  readonly tabs: readonly TabView[]
  readonly act: LinkView | null
  readonly done?: string | undefined
}

/** What the page is about, and the way from one list to the others. */
export function VisitHead({ language, title, lead, tabs, act, done }: VisitHeadView) {
  return (
    <>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={title}
        lead={lead}
        actions={
          act && (
            <Actions>
              <ButtonLink kind="primary" href={act.href}>
                {act.label}
              </ButtonLink>
            </Actions>
          )
        }
      />
      <Subnavigation language={language} items={tabs} />
    </>
  )
}

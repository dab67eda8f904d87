/** A public notice that is over, and a number that none has. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { formatDay, type PageLanguage } from '../parts/format.ts'
import { Digest, Prose, Section, Stack } from '../parts/layout.tsx'
import { PageHeader } from '../parts/page-header.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface NoticeOverView extends PageView {
  readonly all: LinkView
  readonly first_on: string
  readonly last_on: string
  readonly void: boolean
  readonly digest: string
}

/** A notice that is over: that it was, and what proves it. */
export function NoticeOverPage({ t, language, all, digest, ...over }: NoticeOverView) {
  const words = t.notices
  const from = formatDay(language, over.first_on, 'long')
  const to = formatDay(language, over.last_on, 'long')
  return (
    <Stack>
      <PageHeader
        language={language}
        title={words.over_title}
        breadcrumbs={[all]}
        lead={words.over_lead({ from, to })}
      />
      {over.void && (
        <Prose>
          <p>{words.over_void}</p>
        </Prose>
      )}
      <Section title={words.digest}>
        <Digest>{digest}</Digest>
      </Section>
      <ButtonLink href={all.href}>{all.label}</ButtonLink>
    </Stack>
  )
}

/** A number that no notice has. */
export function NoNoticePage({ t, language, all }: PageView & { readonly all: LinkView }) {
  return (
    <>
      <PageHeader language={language} title={t.notices.none_title} lead={t.notices.none_lead} />
      <ButtonLink href={all.href}>{all.label}</ButtonLink>
    </>
  )
}

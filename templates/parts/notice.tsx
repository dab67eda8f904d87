/** Notices: what the reader should know before going on. */
import { messages } from '../messages/messages.ts'
import type { Content } from './content.ts'
import { colon, type PageLanguage } from './format.ts'
import { Icon } from './icons.tsx'

export type NoticeTone = 'info' | 'success' | 'warning' | 'refusal'

interface NoticeProps {
  readonly language: PageLanguage
  readonly tone: NoticeTone
  /** What it is about in a few words; the name of the tone where it is left out. */
  readonly title?: string | undefined
  readonly children?: Content
}

/** A notice by its tone: a word, a shape and a colour. Refusals are read out at once. */
export function Notice({ language, tone, title, children }: NoticeProps) {
  const t = messages[language]
  const names = {
    info: t.parts.notice_info,
    success: t.parts.notice_success,
    warning: t.parts.notice_warning,
    refusal: t.forms.refused,
  }
  return (
    <div class={`notice notice-${tone}`} role={tone === 'refusal' ? 'alert' : undefined}>
      <Icon shape={tone} />
      <div class="notice-body">
        <strong class="notice-title">{title ?? names[tone]}</strong>
        {children !== undefined && <div>{children}</div>}
      </div>
    </div>
  )
}

interface DoneNoticeProps {
  readonly language: PageLanguage
  readonly done: string
  /** Where one more of the kind is recorded. */
  readonly another: string | null
}

/** That something was recorded, and the way to record one more. */
export function DoneNotice({ language, done, another }: DoneNoticeProps) {
  return (
    <Notice language={language} tone="success" title={done}>
      {another === null ? undefined : <a href={another}>{messages[language].forms.another}</a>}
    </Notice>
  )
}

interface RefusalNoticeProps {
  readonly language: PageLanguage
  readonly title?: string | undefined
  /** What is wrong, with the values. */
  readonly sentence: string
  /** The rule that it comes from. */
  readonly rule?: string | undefined
  /** What to do. */
  readonly remedy?: string | undefined
  /** For whoever is asked for help; never alone. */
  readonly code?: string | undefined
}

/** A refusal as a volunteer understands it: what is wrong, the rule, what to do. */
export function RefusalNotice(props: RefusalNoticeProps) {
  const { language, title, sentence, rule, remedy, code } = props
  const t = messages[language]
  return (
    <Notice language={language} tone="refusal" title={title}>
      <p>{sentence}</p>
      {rule && (
        <p>
          {t.parts.rule}
          {colon(language)}
          {rule}
        </p>
      )}
      {remedy && (
        <p>
          <strong>
            {t.forms.way_out}
            {colon(language)}
          </strong>
          {remedy}
        </p>
      )}
      {code && (
        <p class="notice-code">
          {t.parts.code}
          {colon(language)}
          <code>{code}</code>
        </p>
      )}
    </Notice>
  )
}

/** Visits that wait on this device until there is a network: empty, and not to be seen, until a script fills it. */
import type { Messages } from '../messages/messages.ts'
import { Button } from '../parts/button.tsx'
import type { Content } from '../parts/content.ts'
import type { PageLanguage } from '../parts/format.ts'
import { Notice } from '../parts/notice.tsx'

/** Where a script keeps visits, and for whom. */
export interface OfflineView {
  /** Which paths the worker of this book answers when there is no network. */
  readonly scope: string
  readonly worker: string
  /** Whose visits they are: nobody else’s are shown or sent. */
  readonly reader: string
  /** Whom a visit is to that is recorded on this page; nobody yet on others. */
  readonly to: string
  /** The page of the form that shows what was typed before, without its pair. */
  readonly form: string
}

interface WaitingProps {
  readonly t: Messages
  readonly language: PageLanguage
  readonly offline: OfflineView
  readonly children?: Content
}

/** Around the form or the list of visits; what is inside works without a script. */
export function Waiting({ t, language, offline, children }: WaitingProps) {
  const words = t.visits
  return (
    <div
      data-visits-offline
      data-scope={offline.scope}
      data-worker={offline.worker}
      data-reader={offline.reader}
      data-form={offline.form}
      data-to={offline.to}
      data-sure={words.waiting_drop_sure}
    >
      <div hidden data-waiting role="status">
        <Notice language={language} tone="warning" title={words.waiting}>
          <p hidden data-waiting-offline>
            {words.offline}
          </p>
          <p hidden data-waiting-sign-in>
            {words.waiting_sign_in}
          </p>
          <ul data-waiting-list></ul>
          <Button type="button" name="send" value="now">
            {words.waiting_send}
          </Button>
        </Notice>
      </div>
      <template data-waiting-row>
        <li>
          <strong data-name></strong> <span data-day></span>{' '}
          <span hidden data-refused>
            {words.waiting_refused}
          </span>{' '}
          <a data-open href={offline.form}>
            {words.waiting_open}
          </a>{' '}
          <Button type="button" kind="quiet" name="drop" value="drop">
            {words.waiting_drop}
          </Button>
        </li>
      </template>
      {children}
    </div>
  )
}

/** The passkeys of a reader: which there are, a new one, one less. */
import type { Messages } from '../messages/messages.ts'
import { ButtonForm, ButtonLink } from '../parts/button.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { TextField } from '../parts/fields.tsx'
import { ErrorSummary, type FormErrorView } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { Table } from '../parts/table.tsx'
import { Instant } from '../parts/time.tsx'
import { PasskeyForm, type PasskeyFormView } from './passkey-form.tsx'

export interface PasskeyRowView {
  readonly label: string
  readonly made: string
  /** Null when it has not been used. */
  readonly used: string | null
  readonly synced: boolean
  /** The name of the site it was made for, where that is another than this. */
  readonly elsewhere: string | null
  readonly remove: { readonly action: string; readonly key: string }
}

export interface PasskeysView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly timeZone: string
  /** What was just done. */
  readonly done: string | undefined
  readonly problems: readonly FormErrorView[]
  readonly passkeys: readonly PasskeyRowView[]
  readonly add: PasskeyFormView & { readonly key: string; readonly label: string }
  /** Why none can be made here; null when one can. */
  readonly notHere: string | null
  /** Where one shows again who one is, before anything is changed; null when that was a moment ago. */
  readonly prove: string | null
}

/** The list, and the form for one more. */
export function PasskeysPage(view: PasskeysView) {
  const { t, language, done, problems, add, notHere, prove } = view
  const { passkeys } = t
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  return (
    <>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader language={language} title={passkeys.title} lead={passkeys.lead} />
      <List {...view} />
      <Section title={passkeys.add}>
        {notHere !== null ? (
          <p>{notHere}</p>
        ) : prove !== null ? (
          <ButtonLink href={prove}>{passkeys.prove}</ButtonLink>
        ) : (
          <>
            <ErrorSummary language={language} errors={problems} />
            <PasskeyForm
              t={t}
              language={language}
              kind="make"
              action={add.action}
              question={add.question}
              hidden={{ key: add.key }}
              button={passkeys.do_add}
              buttonKind="primary"
              without={passkeys.without}
            >
              <TextField
                language={language}
                name="label"
                width="medium"
                label={passkeys.label}
                hint={passkeys.label_hint}
                value={add.label}
                error={errorOf('label')}
              />
            </PasskeyForm>
          </>
        )}
      </Section>
    </>
  )
}

function List({ t, language, timeZone, passkeys: rows }: PasskeysView) {
  const { passkeys } = t
  return (
    <Section title={passkeys.yours}>
      <Table
        language={language}
        caption={passkeys.yours}
        captionHidden
        rows={rows}
        empty={<EmptyState title={passkeys.none} lead={passkeys.none_lead} />}
        columns={[
          {
            key: 'label',
            label: passkeys.label,
            head: true,
            cell: ({ label, synced, elsewhere }) => (
              <>
                {label}
                {synced && <div class="soft small">{passkeys.synced}</div>}
                {elsewhere !== null && (
                  <div class="soft small">{passkeys.elsewhere({ site: elsewhere })}</div>
                )}
              </>
            ),
          },
          {
            key: 'made',
            label: passkeys.made,
            cell: ({ made }) => <Instant language={language} instant={made} timeZone={timeZone} />,
          },
          {
            key: 'used',
            label: passkeys.used,
            cell: ({ used }) =>
              used === null ? (
                passkeys.never
              ) : (
                <Instant language={language} instant={used} timeZone={timeZone} />
              ),
          },
          {
            key: 'remove',
            label: passkeys.remove,
            cell: ({ label, remove }) => (
              <ButtonForm
                action={remove.action}
                hidden={{ key: remove.key }}
                kind="quiet"
                says={passkeys.remove_one({ label })}
              >
                {passkeys.remove}
              </ButtonForm>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** The providers of sign-ins that owners connect. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Digest } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { Table } from '../parts/table.tsx'

export interface ProviderRowView {
  readonly label: string
  readonly issuer: string
  readonly clientId: string
  readonly hasSecret: boolean
  /** The address that the provider is told to lead back to. */
  readonly back: string
  /** Null for who may not. */
  readonly disconnect: string | null
}

export interface ProvidersView {
  readonly t: Messages
  readonly language: PageLanguage
  /** What was just done. */
  readonly done: string | undefined
  readonly providers: readonly ProviderRowView[]
  /** Null for who may not. */
  readonly connect: string | null
}

/** The list, with what each provider has to be told. */
export function ProvidersPage({ t, language, done, providers: rows, connect }: ProvidersView) {
  const { providers } = t
  return (
    <>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={providers.title}
        lead={providers.lead}
        actions={connect && <ButtonLink href={connect}>{providers.connect}</ButtonLink>}
      />
      <Table
        language={language}
        caption={providers.title}
        captionHidden
        rows={rows}
        empty={<EmptyState title={providers.none} lead={providers.none_lead} />}
        columns={[
          {
            key: 'label',
            label: providers.label,
            head: true,
            cell: ({ label, disconnect }) => (
              <>
                {label}
                {disconnect !== null && (
                  <div>
                    <a href={disconnect} aria-label={providers.disconnect_one({ label })}>
                      {providers.disconnect}
                    </a>
                  </div>
                )}
              </>
            ),
          },
          {
            key: 'issuer',
            label: providers.issuer,
            cell: ({ issuer, clientId, hasSecret }) => (
              <>
                <Digest>{issuer}</Digest>
                <div class="soft small">
                  {providers.client({ client: clientId })}
                  {' · '}
                  {hasSecret ? providers.with_secret : providers.without_secret}
                </div>
              </>
            ),
          },
          { key: 'back', label: providers.back, cell: ({ back }) => <Digest>{back}</Digest> },
        ]}
      />
    </>
  )
}

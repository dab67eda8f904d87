/** Checks of the book: verification, checkpoints to keep elsewhere, the keys, and checking offline. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button, ButtonForm, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { TextField } from '../parts/fields.tsx'
import { Form } from '../parts/form.tsx'
import { formatCount, type PageLanguage } from '../parts/format.ts'
import { Digest, Section, Stack } from '../parts/layout.tsx'
import { RefusalNotice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { PrintHead, SignatureLines } from '../parts/print.tsx'
import { State } from '../parts/state.tsx'
import { Instant } from '../parts/time.tsx'
import type { StateView } from './columns.tsx'
import type { ToldView } from './form.tsx'
import type { ResultView } from './task-result.tsx'
import { TaskResult } from './task-result.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly timeZone: string
}

/** The head of the tree over the first events. */
export interface CheckpointView {
  readonly book: string
  readonly treeSize: number
  readonly root: string
  readonly chainHead: string
  /** Of the last event counted, ISO 8601 in UTC. */
  readonly at: string
}

export interface VerificationView {
  readonly href: string
  readonly state: StateView
  readonly at: string
  readonly result: ResultView | null
}

export interface KeyView {
  readonly kid: string
  /** The public JWK as JSON. */
  readonly jwk: string
}

export interface ChecksPageView extends PageView {
  readonly pages: readonly (LinkView & { readonly current: boolean })[]
  /** The form that begins a verification; null for who may not. */
  readonly verify: { readonly action: string; readonly key: string } | null
  /** The newest verification; null before the first. */
  readonly last: VerificationView | null
  readonly checkpoint: CheckpointView
  readonly print: string
  readonly download: string
  readonly compare: CompareView
  readonly keys: readonly KeyView[]
  /** All of them as a JWK Set. */
  readonly keysFile: string
}

export interface CompareView {
  readonly action: string
  /** What was typed. */
  readonly size: string
  readonly found: CheckpointView | null
  readonly told: ToldView | null
}

/** Verification, checkpoint, keys. */
export function ChecksPage(view: ChecksPageView) {
  const { t, language, pages, keys, keysFile } = view
  const { audit } = t
  return (
    <>
      <PageHeader language={language} title={audit.checks} />
      <Subnavigation language={language} items={pages} />
      <Verification {...view} />
      <CheckpointNow {...view} />
      <Compare {...view} />
      <Section
        id="keys"
        title={audit.keys}
        lead={audit.keys_lead}
        actions={keys.length > 0 && <a href={keysFile}>public-keys.json</a>}
      >
        {keys.length === 0 ? (
          <p>{audit.keys_none}</p>
        ) : (
          <DescriptionList
            items={keys.map(({ kid, jwk }) => ({
              term: audit.key,
              detail: <Digest>{kid}</Digest>,
              note: <Digest>{jwk}</Digest>,
            }))}
          />
        )}
      </Section>
      <Section title={audit.offline} lead={audit.offline_lead}>
        <DescriptionList
          items={[
            {
              term: audit.offline_statement,
              detail: <Digest>care-ledger verify CARE-2026-0001.pdf --key public-keys.json</Digest>,
            },
            { term: audit.offline_book, detail: <Digest>care-ledger verify copy.db</Digest> },
          ]}
        />
      </Section>
    </>
  )
}

function Verification({ t, language, timeZone, verify, last }: ChecksPageView) {
  const { audit } = t
  const button = verify && (
    <ButtonForm kind="primary" action={verify.action} hidden={{ key: verify.key }}>
      {audit.verify_now}
    </ButtonForm>
  )
  if (!last) {
    return (
      <Section title={audit.verify} lead={audit.verify_lead}>
        <EmptyState
          title={audit.never_verified}
          lead={audit.never_verified_lead}
          action={button ?? undefined}
        />
      </Section>
    )
  }
  return (
    <Section title={audit.verify} lead={audit.verify_lead} actions={button}>
      <Stack>
        <p>
          {last.result === null && (
            <>
              <State {...last.state} />{' '}
            </>
          )}
          <a href={last.href}>
            <Instant language={language} instant={last.at} timeZone={timeZone} />
          </a>
        </p>
        {last.result && <TaskResult t={t} language={language} result={last.result} />}
      </Stack>
    </Section>
  )
}

function CheckpointNow({ t, language, timeZone, checkpoint, print, download }: ChecksPageView) {
  const { audit } = t
  return (
    <Section title={audit.checkpoint} lead={audit.checkpoint_lead}>
      <Stack>
        <CheckpointFacts t={t} language={language} timeZone={timeZone} checkpoint={checkpoint} />
        <Actions>
          <ButtonLink href={print}>{audit.print}</ButtonLink>
          <ButtonLink href={download}>{audit.download}</ButtonLink>
        </Actions>
      </Stack>
    </Section>
  )
}

interface FactsProps extends PageView {
  readonly checkpoint: CheckpointView
}

function CheckpointFacts({ t, language, timeZone, checkpoint }: FactsProps) {
  const { audit } = t
  const { book, treeSize, root, chainHead, at } = checkpoint
  return (
    <DescriptionList
      items={[
        { term: audit.book, detail: book },
        { term: audit.tree_size, detail: formatCount(language, treeSize) },
        {
          term: audit.last_at,
          detail: <Instant language={language} instant={at} timeZone={timeZone} />,
        },
        { term: audit.root, detail: <InFours digest={root} /> },
        { term: audit.chain_head, detail: <InFours digest={chainHead} /> },
      ]}
    />
  )
}

/** A digest as people compare it: four digits at a time, in two lines of equal length. */
function InFours({ digest }: { readonly digest: string }) {
  const half = digest.length / 2
  const [first, second] = [digest.slice(0, half), digest.slice(half)].map((part) =>
    part.replace(/.{4}(?=.)/g, '$& '),
  )
  return (
    <Digest>
      {first}
      <br />
      {second}
    </Digest>
  )
}

function Compare({ t, language, timeZone, compare }: ChecksPageView) {
  const { audit } = t
  const { action, size, found, told } = compare
  return (
    <Section id="compare" title={audit.compare} lead={audit.compare_lead}>
      <Stack>
        {told && <RefusalNotice language={language} {...told} />}
        <Form action={`${action}#compare`} method="get">
          <TextField
            language={language}
            name="size"
            label={audit.tree_size}
            value={size}
            width="short"
            inputmode="numeric"
          />
          <Actions>
            <Button>{audit.compare_show}</Button>
          </Actions>
        </Form>
        {found && (
          <>
            <h3>{audit.earlier({ sequence: formatCount(language, found.treeSize) })}</h3>
            <CheckpointFacts t={t} language={language} timeZone={timeZone} checkpoint={found} />
          </>
        )}
      </Stack>
    </Section>
  )
}

export interface CheckpointPageView extends PageView {
  readonly breadcrumbs: readonly LinkView[]
  readonly organisation: string
  readonly checkpoint: CheckpointView
  /** When the page was made. */
  readonly now: string
  /** The compact JWS over the checkpoint, and the key that made it. */
  readonly signature: string
  readonly key: KeyView
  readonly download: string
}

/** A checkpoint on a sheet of paper, for somebody else to keep. */
export function CheckpointPage(view: CheckpointPageView) {
  const { t, language, organisation, timeZone, checkpoint, now, signature, key, download } = view
  const { audit } = t
  return (
    <>
      <PrintHead
        language={language}
        organisation={organisation}
        subject={audit.checkpoint}
        instant={now}
        timeZone={timeZone}
      />
      <PageHeader
        language={language}
        title={audit.checkpoint}
        breadcrumbs={view.breadcrumbs}
        lead={audit.checkpoint_lead}
        actions={<ButtonLink href={download}>{audit.download}</ButtonLink>}
      />
      <CheckpointFacts t={t} language={language} timeZone={timeZone} checkpoint={checkpoint} />
      <Section title={audit.signed} lead={audit.signed_lead}>
        <DescriptionList
          items={[
            { term: audit.key, detail: <Digest>{key.kid}</Digest> },
            { term: audit.signed, detail: <Digest>{signature}</Digest> },
          ]}
        />
      </Section>
      <SignatureLines language={language} signers={[audit.issued_by, audit.witness]} />
    </>
  )
}

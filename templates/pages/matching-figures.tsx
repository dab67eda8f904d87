/** How fair a run is, what other weights would come to beside it, and the proof. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import { DescriptionList } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Columns, Digest, Row, Section, Stack } from '../parts/layout.tsx'
import { Table } from '../parts/table.tsx'

/** A figure on two sides: before and after, or in force and tried. */
export interface BesideView {
  readonly label: string
  readonly first: string
  readonly second: string
}

export interface LeftView {
  readonly label: string
  readonly places: string
}

export interface FiguresView {
  readonly load: readonly BesideView[]
  readonly met: string
  readonly km: string
  readonly km_unknown: string | null
  readonly by_kind: readonly LeftView[]
  readonly by_unit: readonly LeftView[]
}

export interface ProofView {
  readonly certificate: string
  readonly digest: string
  readonly known: string
  readonly cost: string
  readonly weighed: string
  readonly needs: string
  readonly helpers: string
}

/** Figures beside each other. */
export function Beside(props: {
  readonly language: PageLanguage
  readonly caption: string
  readonly heads: readonly [string, string]
  readonly rows: readonly BesideView[]
  readonly label: string
}) {
  const { language, caption, heads, rows, label } = props
  return (
    <Table
      language={language}
      caption={caption}
      captionHidden
      rows={rows}
      columns={[
        { key: 'label', label, head: true, cell: (row) => row.label },
        { key: 'first', label: heads[0], kind: 'figure', cell: ({ first }) => first },
        { key: 'second', label: heads[1], kind: 'figure', cell: ({ second }) => second },
      ]}
    />
  )
}

/** How the work of a run is spread, how far people go, and who is left. */
export function RunFigures(props: {
  readonly t: Messages
  readonly language: PageLanguage
  readonly figures: FiguresView
}) {
  const { t, language, figures } = props
  const words = t.matching
  const unknown = figures.km_unknown === null ? {} : { note: figures.km_unknown }
  return (
    <Section title={words.fairness} id="fairness" lead={words.fairness_lead}>
      <Stack>
        <Beside
          language={language}
          caption={words.fairness}
          label={words.fairness}
          heads={[words.before, words.after]}
          rows={figures.load}
        />
        <DescriptionList
          items={[
            { term: words.met, detail: figures.met },
            { term: words.km, detail: figures.km, ...unknown },
          ]}
        />
        <Columns>
          <div>
            <Left language={language} caption={words.unmet_by_kind} rows={figures.by_kind} t={t} />
          </div>
          <div>
            <Left language={language} caption={words.unmet_by_unit} rows={figures.by_unit} t={t} />
          </div>
        </Columns>
      </Stack>
    </Section>
  )
}

function Left(props: {
  readonly t: Messages
  readonly language: PageLanguage
  readonly caption: string
  readonly rows: readonly LeftView[]
}) {
  const { t, language, caption, rows } = props
  if (rows.length === 0) return null
  return (
    <Table
      language={language}
      caption={caption}
      rows={rows}
      columns={[
        { key: 'label', label: caption, head: true, cell: ({ label }) => label },
        { key: 'places', label: t.matching.places, kind: 'figure', cell: ({ places }) => places },
      ]}
    />
  )
}

/** What proves that nothing better can be. */
export function RunProof({ t, proof }: { readonly t: Messages; readonly proof: ProofView }) {
  const words = t.matching
  return (
    <Section title={words.proof} id="proof" lead={words.proof_lead}>
      <Stack>
        <DescriptionList
          items={[
            { term: words.needs, detail: proof.needs },
            { term: words.helpers, detail: proof.helpers },
            { term: words.weighed, detail: proof.weighed },
            { term: words.cost, detail: proof.cost },
            { term: words.known, detail: proof.known },
            { term: words.digest, detail: <Digest>{proof.digest}</Digest> },
          ]}
        />
        <Row>
          <ButtonLink href={proof.certificate}>{words.certificate}</ButtonLink>
        </Row>
      </Stack>
    </Section>
  )
}

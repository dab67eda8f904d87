/** Public notices as anybody reads them, on a telephone first; and the form by which to object. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Radios, Select, TextArea, TextField } from '../parts/fields.tsx'
import { Money } from '../parts/figure.tsx'
import { ErrorSummary, Form, type FormErrorView } from '../parts/form.tsx'
import { formatDay, type PageLanguage } from '../parts/format.ts'
import { Card, Cards, Digest, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice, RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { PrintHead } from '../parts/print.tsx'
import { Table } from '../parts/table.tsx'
import type { ToldView } from './form.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface OpenNoticesView extends PageView {
  readonly notices: readonly {
    readonly href: string
    readonly title: string
    readonly issuer: string
    readonly last_on: string
    readonly cases: number
  }[]
}

/** The notices that are up today. */
export function OpenNoticesPage({ t, language, notices }: OpenNoticesView) {
  const words = t.notices
  return (
    <>
      <PageHeader language={language} title={words.open_title} lead={words.open_lead} />
      {notices.length === 0 ? (
        <EmptyState title={words.open_none} lead={words.open_none_lead} />
      ) : (
        <Cards>
          {notices.map(({ href, title, issuer, last_on, cases }) => (
            <Card title={title} href={href} aside={words.count({ count: cases })}>
              <p>{issuer}</p>
              <p>{words.open_until({ day: formatDay(language, last_on, 'long') })}</p>
            </Card>
          ))}
        </Cards>
      )}
    </>
  )
}

/** One line as it was frozen; null where the policy on masks leaves it out. */
export interface NoticeLineView {
  readonly serial: number
  readonly name: string | null
  readonly unit: string | null
  readonly programme: string | null
  readonly cause: string | null
  readonly amount: string | null
  readonly instalments: number
}

export interface ObjectionFormView {
  readonly action: string
  readonly key: string
  readonly values: Readonly<Partial<Record<string, string>>>
  readonly problems: readonly FormErrorView[]
  readonly told: ToldView | null
}

export interface PublicNoticeView extends PageView {
  readonly title: string
  readonly organisation: string
  /** When it was shown, ISO 8601 in UTC, and the zone to tell it in. */
  readonly instant: string
  readonly timeZone: string
  readonly all: LinkView
  readonly basis: string | null
  readonly issuer: string
  readonly first_on: string
  readonly last_on: string
  readonly days: number
  readonly counted_in: 'calendar_days' | 'working_days'
  readonly currency: string
  readonly contact: {
    readonly phone: string
    readonly mailbox: string | null
    readonly address: string
    readonly person: string
  }
  readonly lines: readonly NoticeLineView[]
  readonly digest: string
  readonly done: string | undefined
  readonly form: ObjectionFormView
}

/** A notice that is up. */
export function PublicNoticePage(view: PublicNoticeView) {
  const { t, language, title, all, done, form, digest, organisation, instant, timeZone } = view
  const words = t.notices
  return (
    <Stack>
      <PrintHead {...{ language, organisation, instant, timeZone }} />
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      {form.told && <RefusalNotice language={language} {...form.told} />}
      <ErrorSummary language={language} errors={form.problems} />
      <PageHeader language={language} title={title} breadcrumbs={[all]} />
      <Particulars {...view} />
      <Lines {...view} />
      <Section title={words.how_to_object} lead={words.object_lead}>
        <Contact {...view} />
      </Section>
      <div class="screen-only">
        <Section title={words.object_here} id="object">
          <Objection {...view} />
        </Section>
      </div>
      <Section title={words.digest}>
        <Digest>{digest}</Digest>
      </Section>
    </Stack>
  )
}

function Particulars(view: PublicNoticeView) {
  const { t, language, basis, issuer, first_on, last_on, days, counted_in } = view
  const words = t.notices
  const [from, to] = [first_on, last_on].map((day) => formatDay(language, day, 'long'))
  return (
    <DescriptionList
      items={[
        { term: words.issuer, detail: issuer },
        {
          term: words.period,
          detail: words.from_to({ from: from!, to: to! }),
          note: words.days({ days, counted: t.notices.counted[counted_in] }),
        },
        ...(basis === null ? [] : [{ term: words.basis, detail: basis }]),
      ]}
    />
  )
}

function Lines({ t, language, title, lines, currency }: PublicNoticeView) {
  const words = t.notices
  const some = (of: (line: NoticeLineView) => unknown) => lines.some((line) => of(line) !== null)
  const several = lines.some(({ instalments }) => instalments > 1)
  return (
    <Table
      language={language}
      caption={title}
      captionHidden
      rows={lines}
      columns={[
        {
          key: 'name',
          label: words.person,
          head: true,
          cell: ({ serial, name }) => `${serial}. ${name ?? words.unnamed}`,
        },
        ...(some(({ unit }) => unit)
          ? [{ key: 'unit', label: words.unit, cell: ({ unit }: NoticeLineView) => unit }]
          : []),
        ...(some(({ programme }) => programme)
          ? [
              {
                key: 'programme',
                label: words.programme,
                cell: ({ programme }: NoticeLineView) => programme,
              },
            ]
          : []),
        ...(some(({ cause }) => cause)
          ? [{ key: 'cause', label: words.cause, cell: ({ cause }: NoticeLineView) => cause }]
          : []),
        ...(several
          ? [
              {
                key: 'months',
                label: words.how_long,
                cell: ({ instalments }: NoticeLineView) => words.months({ count: instalments }),
              },
            ]
          : []),
        ...(some(({ amount }) => amount)
          ? [
              {
                key: 'amount',
                label: words.amount,
                kind: 'figure' as const,
                currency,
                cell: ({ amount }: NoticeLineView) =>
                  amount === null ? null : <Money language={language} amount={amount} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function Contact({ t, contact }: PublicNoticeView) {
  const words = t.notices
  return (
    <DescriptionList
      items={[
        { term: words.telephone, detail: contact.phone },
        ...(contact.mailbox === null ? [] : [{ term: words.email, detail: contact.mailbox }]),
        { term: words.post, detail: contact.address },
        { term: words.ask_for, detail: contact.person },
      ]}
    />
  )
}

function Objection({ t, language, lines, form }: PublicNoticeView) {
  const words = t.notices
  const { values, problems } = form
  const asked = (name: string) => ({
    language,
    name,
    value: values[name] ?? '',
    error: problems.find(({ field }) => field === name)?.message,
  })
  const serials: OptionView[] = [
    { value: 'list', label: words.whole_list },
    ...lines.map(({ serial, name }) => ({
      value: String(serial),
      label: words.number_on_list({ serial, name: name ?? words.unnamed }),
    })),
  ]
  const forms = (['named', 'confidential'] as const).map((value) => ({
    value,
    label: t.notices.forms[value],
    hint: t.notices.form_hints[value],
  }))
  return (
    <Form action={form.action} idempotencyKey={form.key}>
      <Select
        {...asked('serial')}
        label={words.object_to}
        options={serials}
        empty={t.forms.choose}
      />
      <Radios {...asked('form')} label={words.object_form} options={forms} />
      <TextField
        {...asked('from')}
        label={words.object_from}
        hint={words.object_from_hint}
        autocomplete="name"
        optional
      />
      <TextArea {...asked('text')} label={words.object_text} />
      <Actions>
        <Button kind="primary">{words.send}</Button>
      </Actions>
    </Form>
  )
}

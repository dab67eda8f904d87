/** The register of an account in a fund, page by page, as it is signed on paper. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { DayField } from '../parts/fields.tsx'
import { Figure, Figures } from '../parts/figure.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Stack } from '../parts/layout.tsx'
import { RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { PrintHead, SignatureLines } from '../parts/print.tsx'
import { Register, type RegisterRow } from '../parts/register.tsx'
import { TableFoot } from '../parts/table.tsx'
import type { ListView } from './list-view.ts'

export interface RegisterPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly organisation: string
  readonly instant: string
  readonly timeZone: string
  readonly title: string
  readonly fund: string
  readonly breadcrumbs: readonly LinkView[]
  readonly currency: string
  /** What the account holds now, on its own side. */
  readonly balance: string
  /** Money lies in it: money in and out in place of debit and credit, and below zero is an overdraft. */
  readonly money: boolean
  readonly list: ListView<RegisterRow>
}

/** A register. */
export function RegisterPage(view: RegisterPageView) {
  const { t, language, organisation, instant, timeZone, title, fund, list, money } = view
  return (
    <>
      <PrintHead
        language={language}
        organisation={organisation}
        subject={fund}
        instant={instant}
        timeZone={timeZone}
      />
      <PageHeader
        language={language}
        caption={t.words.term.register}
        title={title}
        breadcrumbs={view.breadcrumbs}
      />
      <Top {...view} />
      {list.told && <RefusalNotice language={language} {...list.told} />}
      <Register
        language={language}
        caption={title}
        captionHidden
        currency={view.currency}
        form={money ? 'in-out' : 'debit-credit'}
        rows={list.rows}
        overdraft={money}
        empty={<EmptyState title={t.ledger.register_empty} lead={t.ledger.register_empty_lead} />}
      />
      <TableFoot
        language={language}
        newer={list.newer}
        older={list.older}
        exports={list.rows.length > 0 ? list.exports : []}
      />
      <SignatureLines language={language} signers={[t.ledger.prepared_by, t.ledger.reviewed_by]} />
    </>
  )
}

/** What the account holds now, and the way to a day. */
function Top({ t, language, balance, currency, money, list }: RegisterPageView) {
  return (
    <Stack>
      <Figures>
        <Figure
          language={language}
          label={t.words.term.balance}
          amount={balance}
          currency={currency}
          overdraft={money}
          strong
        />
      </Figures>
      <FilterForm
        language={language}
        action={list.action}
        clear={list.filtered ? list.action : undefined}
      >
        <DayField
          language={language}
          name="from_day"
          label={t.ledger.jump}
          value={list.values.from_day}
        />
      </FilterForm>
    </Stack>
  )
}

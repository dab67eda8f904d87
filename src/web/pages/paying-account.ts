/** From which account of a bank a fund pays: asked, and told on the fund's page. */
import type { Hono } from 'hono'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import {
  bankColumns,
  setPayingAccount,
  showPayingAccount,
  usualLayout,
} from '../../funds/paying-accounts.ts'
import { askIfMay } from './ask-if.ts'
import type { FieldSpec, Values } from './fields.ts'
import { mountForm } from './forms.tsx'
import { rowsValues } from './rows.ts'
import type { Desk, Visit } from './visit.ts'

const encodings = ['utf-8', 'gb18030', 'gbk', 'big5'] as const
/** By names of their own: a form does not bring back a tabulator. */
const separators = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const

const columns: FieldSpec & { readonly kind: 'rows' } = {
  name: 'columns',
  kind: 'rows',
  label: (t) => t.funds.bank_columns,
  hint: (t) => t.funds.bank_columns_hint,
  columns: [
    {
      name: 'field',
      label: (t) => t.funds.bank_column,
      kind: 'select',
      options: ({ t }) =>
        bankColumns.map((value) => ({ value, label: t.funds.bank_column_of[value] })),
    },
    { name: 'head', label: (t) => t.funds.bank_column_head, kind: 'text' },
  ],
  blank: 2,
}

const fields: readonly FieldSpec[] = [
  { name: 'holder', kind: 'text', label: (t) => t.funds.account_holder },
  { name: 'number', kind: 'text', label: (t) => t.funds.account_number },
  { name: 'bank', kind: 'text', label: (t) => t.funds.account_bank, optional: true },
  {
    name: 'bic',
    kind: 'text',
    label: (t) => t.funds.account_bic,
    hint: (t) => t.funds.account_bic_hint,
    optional: true,
  },
  {
    name: 'encoding',
    kind: 'select',
    label: (t) => t.funds.bank_encoding,
    options: () => encodings.map((value) => ({ value, label: value.toUpperCase() })),
  },
  {
    name: 'separator',
    kind: 'select',
    label: (t) => t.funds.bank_separator,
    options: ({ t }) =>
      Object.keys(separators).map((value) => ({
        value,
        label: t.funds.bank_separator_of[value as keyof typeof separators],
      })),
  },
  { name: 'head', kind: 'yes', label: (t) => t.funds.bank_head },
  columns,
]

function accountOf(visit: Visit, fund: string) {
  return askIfMay(visit, showPayingAccount, { fund })?.account ?? null
}

function begin(visit: Visit): Values {
  const account = accountOf(visit, visit.c.req.param('fund')!)
  const layout = account?.layout ?? usualLayout
  // A new table is headed in the language of whoever asks for it.
  const heads = layout.columns.map(({ field, head }) => ({
    field,
    head: account ? head : visit.t.funds.bank_column_of[field],
  }))
  const named = Object.entries(separators).find(([, sign]) => sign === layout.separator)
  return {
    holder: account?.holder ?? '',
    number: account?.number ?? '',
    bank: account?.bank ?? '',
    bic: account?.bic ?? '',
    encoding: layout.encoding,
    separator: named?.[0] ?? 'comma',
    head: layout.head ? 'yes' : '',
    ...rowsValues(columns.name, columns.columns, heads),
  }
}

/** Mounts the form. */
export function mountPayingAccount(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/funds/:fund/paying-account',
    command: setPayingAccount,
    place: 'funds',
    title: (t) => t.funds.paying_account,
    lead: (t) => t.funds.paying_account_lead,
    fields,
    begin,
    input: ({ encoding, separator, head, columns: asked, ...account }) => ({
      ...account,
      layout: {
        encoding,
        separator: separators[separator as keyof typeof separators] ?? separator,
        head,
        columns: asked,
      },
    }),
    button: (t) => t.funds.do_paying_account,
    done: ({ fund }) => `/funds/${fund}?done=paying_account`,
  })
}

/** The account as the page of its fund tells it; nothing for who may not know it. */
export function payingAccountFacts(visit: Visit, fund: string): DescriptionView[] {
  const { t } = visit
  if (!visit.may(showPayingAccount)) return []
  const account = accountOf(visit, fund)
  const told = account
    ? [account.holder, account.number, account.bank].filter((part) => part !== null).join(' · ')
    : t.funds.no_paying_account
  return [{ term: t.funds.paying_account, detail: told }]
}

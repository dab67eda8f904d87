/** Between the forms of policies and their bodies: what a form begins with, and what its answers say. */
import type { Cap } from '../../policies/caps.ts'
import { grades } from '../../policies/caps.ts'
import type { Cause } from '../../policies/causes.ts'
import { bodies, type PolicyBodies, type PolicyKind } from '../../policies/kinds.ts'
import { paymentChecks } from '../../policies/payments.ts'
import { maskedFields } from '../../policies/people-data.ts'
import type { Values } from './fields.ts'
import { columnsOf } from './policy-columns.ts'
import { pairingAnswers, pairingValues } from './policy-pairing-bodies.ts'
import { rowsValues } from './rows.ts'

type Read = Readonly<Record<string, unknown>>
type RowRead = Readonly<Record<string, string | number | undefined>>

/** What the form of a kind begins with; of a calendar the days of one year alone. */
export function valuesOfPolicy(kind: PolicyKind, body: Read, year: string): Values {
  const values = Object.entries(body).map(([field, value]) => valuesOfField(field, value, year))
  const masks = kind === 'masks' ? masksValues(body as PolicyBodies['masks']) : {}
  return Object.assign({}, ...values, masks)
}

function valuesOfField(field: string, value: unknown, year: string): Values {
  if (value === null) return { [field]: '' }
  switch (field) {
    case 'approval_above':
    case 'emergency_limit': {
      const rows = Object.entries(value as Record<string, string>)
      const told = rows.map(([currency, amount]) => ({ currency, amount }))
      return rowsValues(field, columnsOf[field], told)
    }
    case 'caps':
      return rowsValues(field, columnsOf.caps, (value as Cap[]).map(capRow))
    case 'holidays':
    case 'make_up_days': {
      const days = (value as { day: string; name: string }[]).filter(({ day }) =>
        day.startsWith(year),
      )
      return rowsValues(field, columnsOf[field], days)
    }
    case 'causes':
      return rowsValues(field, columnsOf.causes, (value as Cause[]).map(causeRow))
    case 'grades': {
      const grades = value as PolicyBodies['payments']['grades']
      const rows = paymentChecks.map((check) => ({ grade: grades[check] }))
      return rowsValues(field, columnsOf.grades, rows)
    }
    case 'incompatible_roles':
    case 'approvals':
    case 'tiers':
    case 'stages':
    case 'standards':
      return rowsValues(field, columnsOf[field], value as RowRead[])
  }
  const rows = pairingValues(field, value)
  if (rows !== undefined) return rows
  if (Array.isArray(value)) return { [field]: value.join('\n') }
  if (typeof value === 'boolean') return { [field]: value ? 'yes' : '' }
  return typeof value === 'object' ? {} : { [field]: String(value) }
}

function masksValues(body: PolicyBodies['masks']): Values {
  return rowsValues(
    'masks',
    columnsOf.masks,
    maskedFields.map((field) => body[field]),
  )
}

function capRow(cap: Cap): RowRead {
  const { value, window_months, least, most, times_most, ...plain } = cap
  return {
    ...plain,
    ...whatMeasures(value),
    value: value.kind,
    window_months: window_months ?? undefined,
    least: least ?? undefined,
    most: most ?? undefined,
    times_most: times_most ?? undefined,
  }
}

function causeRow({ code, name, sensitive }: Cause): RowRead {
  return { code, ...name, sensitive: sensitive ? 'yes' : 'no' }
}

function causeOf({ code, sensitive, ...name }: RowRead): Read {
  return { code, name, sensitive: sensitive === 'yes' }
}

function whatMeasures(value: Cap['value']): { figure?: string; standard?: string } {
  switch (value.kind) {
    case 'none':
      return {}
    case 'fixed':
      return { figure: value.amount }
    case 'share_of_document':
      return { figure: value.percent }
    case 'multiple_of_standard':
      return { figure: value.times, standard: value.standard }
    case 'tier_table':
      return { figure: value.tiers.map(({ amount }) => amount).join('/') }
  }
}

/** The body that a form asks for, as it was typed: the command says what is wrong with it. */
export function bodyOfAnswers(kind: PolicyKind, read: Read, earlier: Read, year: string): Read {
  const names = Object.keys(bodies[kind].shape)
  if (kind === 'masks') return masksBody(read)
  return Object.fromEntries(
    names.map((name) => [name, fieldOf(name, read[name], earlier[name], year)]),
  )
}

function fieldOf(name: string, read: unknown, earlier: unknown, year: string): unknown {
  switch (name) {
    case 'approval_above':
    case 'emergency_limit':
      return amounts(read as RowRead[])
    case 'caps':
      return (read as RowRead[]).map(capOf)
    case 'causes':
      return (read as RowRead[]).map(causeOf)
    case 'grades': {
      const grades = (read as { grade: unknown }[]).map(({ grade }, at) => [
        paymentChecks[at]!,
        grade,
      ])
      return Object.fromEntries(grades)
    }
    case 'holidays':
    case 'make_up_days': {
      const others = (earlier as { day: string }[]).filter(({ day }) => !day.startsWith(year))
      // What was typed first: what is wrong is told by the row in which it stands.
      return [...(read as object[]), ...others]
    }
    case 'weekend':
      return ((read ?? []) as string[]).map(Number)
    case 'not_the_same':
    case 'second_factor_roles':
      return read ?? []
  }
  return pairingAnswers(name, read) ?? read ?? null
}

function amounts(rows: readonly RowRead[]): Read | null {
  if (rows.length === 0) return null
  return Object.fromEntries(rows.map(({ currency, amount }) => [String(currency), amount]))
}

function masksBody({ masks, unnamed_below_years }: Read): Read {
  const rows = masks as Read[]
  const fields = maskedFields.map((field, row) => [field, rows[row]])
  return { ...Object.fromEntries(fields), unnamed_below_years }
}

function capOf(row: RowRead): Read {
  const { value, figure, standard, ...plain } = row
  return {
    window_months: null,
    least: null,
    most: null,
    times_most: null,
    ...plain,
    value: measured(String(value), String(figure ?? ''), String(standard ?? '')),
  }
}

function measured(kind: string, figure: string, standard: string): Read {
  switch (kind) {
    case 'fixed':
      return { kind, amount: figure }
    case 'share_of_document':
      return { kind, percent: figure }
    case 'multiple_of_standard':
      return { kind, times: figure, standard }
    case 'tier_table': {
      const parts = figure.split('/')
      return { kind, tiers: parts.map((amount, at) => ({ grade: grades[at], amount })) }
    }
  }
  return { kind }
}

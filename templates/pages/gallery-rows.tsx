/** The gallery's rows of answers and its month of a calendar. */
import { Form } from '../parts/form.tsx'
import { formatMonth, formatWeekday } from '../parts/format.ts'
import { type MonthDayView, MonthGrid } from '../parts/month-grid.tsx'
import { RowsField } from '../parts/rows-field.tsx'
import type { SpecimenProps } from './gallery-forms.tsx'
import { amounts, people, samples } from './gallery-samples.ts'

/** Rows that grow, one of them wrong, and rows that are always there. */
export function RowSpecimens({ language, theme }: SpecimenProps) {
  const s = samples[language]
  const at = (name: string) => ({ language, name: `${theme}-rows-${name}` })
  const options = [
    { value: 'medical', label: s.medical },
    { value: 'bereavement', label: s.bereavement },
  ]
  const columns = [
    { name: `${theme}-rows-category`, label: s.category, kind: 'select', options },
    { name: `${theme}-rows-amount`, label: s.amount, kind: 'figure' },
    { name: `${theme}-rows-day`, label: s.day, kind: 'day' },
    { name: `${theme}-rows-note`, label: s.note, kind: 'text', optional: true },
  ] as const
  const cells = (...values: string[]) => values.map((value) => ({ value }))
  return (
    <Form action="#rows-field">
      <RowsField
        {...at('tiers')}
        label={s.purpose}
        hint={s.hint}
        error={s.amount_error}
        columns={columns}
        rows={[
          { cells: cells('medical', amounts.huge, '2026-10-02', people.hostile) },
          { cells: cells('', '', '', '') },
        ]}
        more={{ name: 'step', value: 'change:tiers' }}
      />
      <RowsField
        {...at('fixed')}
        label={s.method}
        columns={[{ ...columns[0], name: `${theme}-rows-fixed-category` }]}
        rows={[
          { head: s.bank, cells: cells('medical') },
          { head: people.long, cells: [{ value: '', options: options.slice(1) }] },
        ]}
      />
    </Form>
  )
}

/** A month with days of each kind. */
export function MonthSpecimen({ language }: SpecimenProps) {
  const s = samples[language]
  const day = (number: number): MonthDayView => ({
    day: `2026-06-${String(number).padStart(2, '0')}`,
    number,
    kind: number === 6 ? 'worked' : number === 5 ? 'holiday' : number === 7 ? 'free' : 'usual',
    name: number === 5 || number === 6 ? s.category : undefined,
    today: number === 3,
  })
  return (
    <MonthGrid
      language={language}
      month={{
        caption: formatMonth(language, '2026-06'),
        note: s.hint,
        weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          short: formatWeekday(language, weekday, 'short'),
          long: formatWeekday(language, weekday),
        })),
        weeks: [[1, 2, 3, 4, 5, 6, 7].map(day), [day(8), ...Array<null>(6).fill(null)]],
        before: '#month-grid',
        after: '#month-grid',
        change: { href: '#month-grid', label: s.record },
        words: { before: s.later, after: s.preview, free: s.cash, worked: s.bank },
      }}
    />
  )
}

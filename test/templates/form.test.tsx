/** Forms: every question can be asked, refused and asked again without losing what was typed. */
import { describe, expect, it } from 'vitest'
import type { Content } from '../../templates/parts/content.ts'
import {
  Checkbox,
  Checkboxes,
  DayField,
  FileField,
  MoneyField,
  MonthField,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../templates/parts/fields.tsx'
import { ErrorSummary, Fieldset, FilterForm, Form } from '../../templates/parts/form.tsx'
import { FundPicker, PersonPicker } from '../../templates/parts/pickers.tsx'

const language = 'en'
const hostile = '"><script>x</script>'
const options = [
  { value: 'bank', label: 'Bank', hint: 'Tomorrow' },
  { value: 'cash', label: 'Cash' },
]

function html(part: Content): string {
  return String(part)
}

const shared = { language, name: 'q', label: 'Question', hint: 'Hint' } as const
const asked = { ...shared, error: 'Wrong', optional: false } as const

/** Every kind of question, wrong and with what was typed. */
const questions: readonly (readonly [string, Content])[] = [
  ['text', <TextField {...asked} value={hostile} />],
  ['several lines', <TextArea {...asked} value={hostile} />],
  ['money', <MoneyField {...asked} value={hostile} currency="USD" />],
  ['day', <DayField {...asked} value={hostile} />],
  ['month', <MonthField {...asked} value={hostile} />],
  ['person', <PersonPicker {...asked} value={hostile} suggest="/people/suggestions" />],
  ['choice', <Select {...asked} value={hostile} options={[{ value: hostile, label: 'L' }]} />],
  [
    'fund',
    <FundPicker
      {...asked}
      value={hostile}
      funds={[{ fund: hostile, name: 'F', currency: 'USD' }]}
    />,
  ],
]

describe.each(questions)('[look forms] a question of %s', (_, question) => {
  const drawn = html(question)

  it('has its label above, its hint, its error, all tied to the control', () => {
    expect(drawn).toContain('<label class="label" for="field-q">Question</label>')
    expect(drawn).toContain('<span class="hint" id="field-q-hint">Hint</span>')
    expect(drawn).toContain('<span class="field-error" id="field-q-error">Wrong</span>')
    expect(drawn).toMatch(
      /id="field-q" name="q" required="" aria-describedby="field-q-hint field-q-error" aria-invalid="true"/,
    )
  })

  it('keeps what was typed, escaped', () => {
    expect(drawn).not.toContain('<script>')
    expect(drawn).toContain('&quot;&gt;&lt;script&gt;x&lt;/script&gt;')
  })
})

describe('questions with several controls', () => {
  it('ask in a legend, and the summary leads to the first', () => {
    const drawn = html(<Radios {...asked} options={options} value="cash" />)
    expect(drawn).toContain('<legend class="legend">Question</legend>')
    expect(drawn).toContain('<input type="radio" name="q" value="bank" id="field-q" required=""')
    expect(drawn).toContain('value="cash" id="field-q-cash" checked=""')
    expect(drawn).toContain('aria-describedby="field-q-note"')
  })

  it('take any of several', () => {
    const drawn = html(<Checkboxes {...asked} options={options} values={['bank', 'cash']} />)
    expect(drawn.match(/checked=""/g)).toHaveLength(2)
  })

  it('take yes or nothing', () => {
    expect(html(<Checkbox {...asked} value="yes" />)).toContain(
      'value="yes" checked="" id="field-q"',
    )
    expect(html(<Checkbox {...asked} value="" />)).not.toContain('checked')
  })
})

describe('what questions say besides', () => {
  it('optional is a word, and a filter has none required', () => {
    const drawn = html(<TextField language="zh-Hans" name="q" label="备注" optional focus />)
    expect(drawn).not.toContain('required')
    expect(drawn).toContain('class="label-optional"')
    expect(drawn).toContain('autofocus=""')
  })

  it('money has its currency before it and its words below', () => {
    const drawn = html(<MoneyField {...asked} currency="USD" value="5" words="five dollars" />)
    expect(drawn).toContain('<span class="money-currency">USD</span>')
    expect(drawn).toContain('inputmode="decimal"')
    expect(drawn).toContain('>five dollars</output>')
  })

  it('a day says its form to browsers without a calendar', () => {
    expect(html(<DayField {...asked} max="2026-03-14" />)).toContain(
      'max="2026-03-14" placeholder="year-month-day',
    )
  })

  it('a person may be new', () => {
    const kind = { name: 'kind', label: 'New', value: 'cash', options }
    const drawn = html(<PersonPicker {...asked} suggest="/s" kind={kind} suggestions={options} />)
    expect(drawn).toContain('data-suggest="/s"')
    expect(drawn).toContain('<datalist id="field-q-list"><option value="bank">Bank</option>')
    expect(drawn).toContain('<option value="cash" selected="">Cash</option>')
    const one = html(<PersonPicker {...asked} kind={{ ...kind, options: options.slice(0, 1) }} />)
    expect(one).toContain('<input type="hidden" name="kind" value="bank"/>')
  })

  it('a fund says what it has available', () => {
    const funds = [{ fund: 'f', name: 'Care', currency: 'USD', available: '4310.00' }]
    expect(html(<FundPicker {...asked} funds={funds} />)).toContain(
      '>Care, available US$4,310.00</option>',
    )
  })

  it('options may stand in groups, after one that chooses nothing', () => {
    const drawn = html(<Select {...asked} options={[{ label: 'Group', options }]} empty="All" />)
    expect(drawn).toContain('<option value="">All</option><optgroup label="Group">')
  })
})

describe('forms', () => {
  it('carry their key, and are checked where they arrive', () => {
    const form = html(
      <Form action="/pay" idempotencyKey="k1" hidden={{ step: 'post' }} multipart>
        <Fieldset legend="Who">
          <FileField {...asked} accept=".csv" />
        </Fieldset>
      </Form>,
    )
    expect(form).toContain(
      'method="post" action="/pay" enctype="multipart/form-data" novalidate=""',
    )
    expect(form).toContain(
      '<input type="hidden" name="step" value="post"/><input type="hidden" name="key" value="k1"/>',
    )
    expect(form).toContain('<legend class="legend legend-large">Who</legend>')
    expect(form).toContain('type="file" accept=".csv"')
  })

  it('say every error above, with the way to its question', () => {
    const errors = [{ field: 'q', message: 'Too <much>' }, { message: 'Closed.' }]
    const summary = html(<ErrorSummary language={language} errors={errors} />)
    expect(summary).toContain('role="alert"')
    expect(summary).toContain(
      '<li><a href="#field-q">Too &lt;much&gt;</a></li><li><span>Closed.</span></li>',
    )
    expect(html(<ErrorSummary language={language} errors={[]} />)).toBe('')
  })

  it('that filter are kept in the address', () => {
    const filter = html(
      <FilterForm
        language={language}
        action="/payouts"
        clear="/payouts"
        hidden={{ sort: 'day' }}
      />,
    )
    expect(filter).toContain('<form class="filter" method="get" action="/payouts"')
    expect(filter).toContain('name="sort" value="day"')
    expect(filter).toContain('Show all')
  })
})

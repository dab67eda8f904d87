/** The gallery's forms: questions as asked, as answered wrongly, as checked. */
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import { CheckAnswers, JournalEntry } from '../parts/check-answers.tsx'
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
} from '../parts/fields.tsx'
import { ErrorSummary, Fieldset, FilterForm, Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { FundPicker, PersonPicker } from '../parts/pickers.tsx'
import { Steps } from '../parts/steps.tsx'
import { amounts, people, samples } from './gallery-samples.ts'

export interface SpecimenProps {
  readonly language: PageLanguage
  /** Names and ids differ between the two appearances, which stand on one page. */
  readonly theme: string
}

/** Buttons of each kind, as buttons and as links, and one that waits. */
export function ButtonSpecimens({ language }: SpecimenProps) {
  const s = samples[language]
  return (
    <Actions apart={<Button kind="danger">{s.void}</Button>}>
      <Button kind="primary">{s.record}</Button>
      <ButtonLink href="#button">{s.preview}</ButtonLink>
      <Button kind="quiet">{s.later}</Button>
      <Button disabled>{s.record}</Button>
    </Actions>
  )
}

/** A form not yet filled in: every kind of question. */
export function AskedSpecimens({ language, theme }: SpecimenProps) {
  const s = samples[language]
  const at = (name: string) => ({ language, name: `${theme}-asked-${name}` })
  const options = [
    { value: 'medical', label: s.medical },
    { value: 'bereavement', label: s.bereavement },
  ]
  const funds = [
    { fund: 'care', name: s.fund, currency: 'USD', available: '4310.00' },
    { fund: 'reserve', name: people.long, currency: 'TWD' },
  ]
  const kind = { ...at('kind'), label: s.category, value: 'bereavement', options }
  return (
    <Form action="#form">
      <Steps language={language} steps={stepsOf(language)} current={2} />
      <Fieldset legend={s.payout} hint={s.hint}>
        <FundPicker {...at('fund')} label={s.fund} funds={funds} />
        <PersonPicker {...at('payee')} label={s.payee} hint={s.hint} find="#form" kind={kind} />
        <MoneyField {...at('amount')} label={s.amount} currency="USD" />
        <DayField {...at('day')} label={s.day} />
        <MonthField {...at('month')} label={s.month} optional />
        <Select {...at('category')} label={s.category} options={options} />
        <Radios
          {...at('method')}
          label={s.method}
          options={[
            { value: 'bank', label: s.bank, hint: s.bank_hint },
            { value: 'cash', label: s.cash },
          ]}
        />
        <Checkboxes {...at('purposes')} label={s.purpose} options={options} values={['medical']} />
        <TextArea {...at('note')} label={s.note} optional />
        <FileField {...at('file')} label={s.receipt} optional />
        <Checkbox {...at('agreed')} label={s.agreed} hint={s.hint} />
      </Fieldset>
      <Actions>
        <Button kind="primary">{s.record}</Button>
        <Button kind="quiet">{s.later}</Button>
      </Actions>
    </Form>
  )
}

/** The same form, refused: the summary above, each error at its question, nothing typed lost. */
export function RefusedSpecimens({ language, theme }: SpecimenProps) {
  const s = samples[language]
  const at = (name: string) => ({ language, name: `${theme}-refused-${name}` })
  const errors = [
    { field: at('amount').name, message: s.amount_error },
    { field: at('day').name, message: s.day_error },
    { message: s.refusal },
  ]
  return (
    <>
      <ErrorSummary language={language} errors={errors} />
      <Form action="#form">
        <TextField {...at('payee')} label={s.payee} value={people.hostile} />
        <MoneyField
          {...at('amount')}
          label={s.amount}
          currency="USD"
          value="5,000"
          words={s.words}
          error={s.amount_error}
        />
        <DayField {...at('day')} label={s.day} value="2031-02-28" error={s.day_error} />
        <Button kind="primary">{s.record}</Button>
      </Form>
    </>
  )
}

/** A filter above a list, with something chosen. */
export function FilterSpecimen({ language, theme }: SpecimenProps) {
  const s = samples[language]
  const at = (name: string) => ({ language, name: `${theme}-filter-${name}` })
  return (
    <FilterForm language={language} action="#filter" clear="#filter">
      <Select
        {...at('category')}
        label={s.category}
        value="medical"
        options={[{ value: 'medical', label: s.medical }]}
      />
      <TextField {...at('payee')} label={s.payee} value={people.chinese} />
    </FilterForm>
  )
}

/** The page before the act: what will happen with its entry; in dark, an act that moves no money. */
export function CheckSpecimen({ language, theme }: SpecimenProps) {
  const s = samples[language]
  const change = { name: 'step', value: `change:${theme}` }
  const posting = {
    fund: s.fund,
    debit: { code: '5110', name: s.care_grants },
    credit: { code: '1010', name: s.bank_name },
  }
  const postings = [
    { ...posting, amount: amounts.ordinary, currency: 'USD' },
    { ...posting, amount: amounts.huge, currency: 'USD' },
  ]
  const several = [postings[0]!, { ...posting, amount: amounts.yen, currency: 'JPY' }]
  return (
    <Form action="#check-answers">
      <CheckAnswers
        language={language}
        sentence={s.sentence}
        words={s.words}
        answers={[
          { term: s.payee, detail: people.chinese, change },
          { term: s.amount, detail: 'US$1,234.50', note: s.words, change },
          { term: s.note, detail: people.long, change },
        ]}
        postings={theme === 'light' ? postings : null}
      >
        {theme === 'dark' && (
          <JournalEntry language={language} caption={s.payout} postings={several} />
        )}
        <Actions>
          <Button kind="primary">{s.record}</Button>
        </Actions>
      </CheckAnswers>
    </Form>
  )
}

function stepsOf(language: PageLanguage) {
  const s = samples[language]
  return [{ title: s.step_who, href: '#form' }, { title: s.step_how_much }, { title: s.step_check }]
}

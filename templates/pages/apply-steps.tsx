/** The questions of an application, step by step. */
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import type { OptionView } from '../parts/field.tsx'
import { MoneyField, Radios, Select, TextArea, TextField } from '../parts/fields.tsx'
import { Form, type FormErrorView } from '../parts/form.tsx'
import { RowsField } from '../parts/rows-field.tsx'
import { ApplyFrame, type ApplyFrameView } from './apply.tsx'

export interface StepFormView extends Omit<ApplyFrameView, 'children'> {
  readonly action: string
  /** The step before; null at the first. */
  readonly back: string | null
  readonly values: Readonly<Record<string, string>>
  readonly currency: string
}

type Asked = Pick<StepFormView, 'language' | 'values' | 'problems'>

/** A question's value and error. */
function asked({ language, values, problems }: Asked, name: string) {
  const error = (problems as readonly FormErrorView[]).find(({ field }) => field === name)?.message
  return { language, name, value: values[name] ?? '', error }
}

function options(words: Readonly<Record<string, string>>): OptionView[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

function StepForm({ view, children }: { view: StepFormView; children: unknown }) {
  const { apply } = view.t
  return (
    <ApplyFrame {...view}>
      <Form action={view.action}>
        {children as never}
        <Actions>
          <Button kind="primary">{apply.next}</Button>
          <Button kind="quiet" name="later" value="yes">
            {apply.save_later}
          </Button>
          {view.back !== null && (
            <ButtonLink kind="quiet" href={view.back}>
              {apply.back}
            </ButtonLink>
          )}
        </Actions>
      </Form>
    </ApplyFrame>
  )
}

/** Who applies, and how they are reached. */
export function WhoStep(view: StepFormView) {
  const { fields, for_whom } = view.t.apply
  return (
    <StepForm view={view}>
      <Radios {...asked(view, 'for_whom')} label={fields.for_whom} options={options(for_whom)} />
      <TextField {...asked(view, 'kin_name')} label={fields.kin_name} width="medium" optional />
      <TextField
        {...asked(view, 'kin_relation')}
        label={fields.kin_relation}
        width="medium"
        optional
      />
      <TextField
        {...asked(view, 'reach')}
        label={fields.reach}
        type="tel"
        width="medium"
        autocomplete="tel"
        optional
      />
    </StepForm>
  )
}

const columns = [
  'member_name',
  'member_relation',
  'member_age',
  'member_occupation',
  'member_income',
] as const

export interface HouseholdStepView extends StepFormView {
  /** How many rows are shown at least. */
  readonly rows: number
}

/** Who lives together, and on what. */
export function HouseholdStep(view: HouseholdStepView) {
  const { t, currency, values } = view
  const { fields, hints } = t.apply
  const lines = columns.map((column) => (values[column] ?? '').split('\n'))
  const money = { currency }
  return (
    <StepForm view={view}>
      <RowsField
        {...asked(view, 'member_name')}
        label={fields.members}
        hint={hints.member_relation}
        columns={columns.map((name) => ({
          name,
          label: fields[name],
          kind: name === 'member_age' || name === 'member_income' ? 'figure' : 'text',
        }))}
        rows={Array.from({ length: view.rows }, (_, row) => ({
          cells: lines.map((line) => ({ value: line[row] ?? '' })),
        }))}
        more={{ name: 'more', value: 'yes' }}
      />
      <TextField
        {...asked(view, 'people')}
        label={fields.people}
        hint={hints.people}
        width="tiny"
        inputmode="numeric"
        optional
      />
      <MoneyField
        {...asked(view, 'income_year')}
        {...money}
        label={fields.income_year}
        hint={hints.income_year}
      />
      <MoneyField
        {...asked(view, 'medical_year')}
        {...money}
        label={fields.medical_year}
        optional
      />
      <MoneyField
        {...asked(view, 'schooling_year')}
        {...money}
        label={fields.schooling_year}
        optional
      />
      <TextArea {...asked(view, 'other_aid')} label={fields.other_aid} rows={2} optional />
    </StepForm>
  )
}

export interface NeedStepView extends StepFormView {
  readonly causes: readonly OptionView[]
  /** None where the code says which. */
  readonly programmes: readonly OptionView[]
}

/** What happened, and how much is asked for. */
export function NeedStep(view: NeedStepView) {
  const { fields, hints } = view.t.apply
  return (
    <StepForm view={view}>
      {view.programmes.length > 0 && (
        <Radios {...asked(view, 'programme')} label={fields.programme} options={view.programmes} />
      )}
      <Select {...asked(view, 'cause')} label={fields.cause} options={view.causes} />
      <TextField {...asked(view, 'cause_text')} label={fields.cause_text} hint={hints.cause_text} />
      <TextArea {...asked(view, 'situation')} label={fields.situation} rows={6} />
      <MoneyField {...asked(view, 'amount')} label={fields.amount} currency={view.currency} />
    </StepForm>
  )
}

/** How and to whom it is to be paid. */
export function PaymentStep(view: StepFormView) {
  const { fields, hints, form, payee } = view.t.apply
  return (
    <StepForm view={view}>
      <Radios {...asked(view, 'form')} label={fields.form} options={options(form)} />
      <Radios {...asked(view, 'payee')} label={fields.payee} options={options(payee)} />
      <TextField {...asked(view, 'payee_name')} label={fields.payee_name} optional />
      <TextField
        {...asked(view, 'account')}
        label={fields.account}
        hint={hints.account}
        width="medium"
        inputmode="numeric"
        autocomplete="off"
        optional
      />
      <TextField {...asked(view, 'bank')} label={fields.bank} optional />
    </StepForm>
  )
}

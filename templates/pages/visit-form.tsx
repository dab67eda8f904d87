/** The form of a visit: one screen of a phone, what few need folded away, whole without scripts. */
import type { Messages } from '../messages/messages.ts'
import type { OptionView } from '../parts/field.tsx'
import {
  Checkbox,
  DayField,
  FileField,
  MoneyField,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../parts/fields.tsx'
import { Fold } from '../parts/fold.tsx'
import type { PageLanguage } from '../parts/format.ts'

/** What only the office is asked. */
export interface VisitOfficeView {
  /** Payments whose slip may be signed now. */
  readonly slips: readonly OptionView[]
  /** Payouts that may be handed over, and those that this reader may ask about. */
  readonly payouts: readonly OptionView[]
  readonly arrivals: readonly OptionView[]
  /** Of a pair: whether somebody of the office went in place of the helper. */
  readonly asksWhoWent: boolean
}

export interface VisitFieldsView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  /** Kinds of need. */
  readonly needKinds: readonly OptionView[]
  /** What happened to them of late and may have prompted the visit. */
  readonly careEvents: readonly OptionView[]
  /** ISO 4217: of private gifts. */
  readonly currency: string
  readonly office: VisitOfficeView | null
}

/** Names of the questions behind each fold; one that was answered or is wrong opens it. */
const folds = {
  wish: ['wish_kind', 'wish_text', 'wish_open'],
  help: ['help_form', 'help_kind', 'help_text', 'help_amount'],
  next: ['next_text', 'next_on'],
  slip: ['slip_line', 'slip', 'slip_digest', 'slip_kind'],
  arrived: ['arrived', 'received', 'asked_back'],
  more: ['at_place', 'minutes', 'companions', 'care_event', 'by_office'],
} as const

type Ask = (name: string) => {
  readonly language: PageLanguage
  readonly name: string
  readonly value: string | undefined
  readonly error: string | undefined
}

/** The questions of a visit, for the office’s form and for a helper’s own page. */
export function VisitFields(view: VisitFieldsView) {
  const { t, language, values, errors, office } = view
  const words = t.visits
  const ask: Ask = (name) => ({ language, name, value: values[name], error: errors[name] })
  const isOpen = (names: readonly string[]) =>
    names.some((name) => Boolean(values[name] || errors[name]))
  return (
    <>
      <Select {...ask('kind')} label={words.kind} options={options(words.kinds)} />
      <DayField {...ask('visited_on')} label={words.visited_on} />
      <Radios {...ask('met')} label={words.met} options={options(words.mets)} />
      <TextArea {...ask('found')} label={words.found} hint={words.found_hint} rows={3} optional />
      {view.needKinds.length > 0 && (
        <>
          <Fold title={words.wish} open={isOpen(folds.wish)}>
            <Wish {...view} ask={ask} />
          </Fold>
          <Fold title={words.help} open={isOpen(folds.help)}>
            <Help {...view} ask={ask} />
          </Fold>
        </>
      )}
      <Fold title={words.next} open={isOpen(folds.next)}>
        <TextField {...ask('next_text')} label={words.next_text} />
        <DayField {...ask('next_on')} label={words.next_on} />
        <Select {...ask('next_for')} label={words.next_for} options={options(words.followers)} />
      </Fold>
      {office && office.slips.length > 0 && (
        <Fold title={words.slip} open={isOpen(folds.slip)}>
          <Slip {...view} ask={ask} slips={office.slips} />
        </Fold>
      )}
      {office && office.arrivals.length > 0 && (
        <Fold title={words.arrived} open={isOpen(folds.arrived)}>
          <Arrived {...view} ask={ask} payouts={office.arrivals} />
        </Fold>
      )}
      <Fold title={words.more} open={isOpen(folds.more)}>
        <More {...view} ask={ask} />
      </Fold>
    </>
  )
}

function options(named: Readonly<Record<string, string>>): OptionView[] {
  return Object.entries(named).map(([value, label]) => ({ value, label }))
}

type PartView = VisitFieldsView & { readonly ask: Ask }

function Wish({ t, needKinds, office, ask }: PartView) {
  const words = t.visits
  return (
    <>
      <Select
        {...ask('wish_kind')}
        label={words.wish_kind}
        options={needKinds}
        empty={t.forms.choose_none}
      />
      <TextArea {...ask('wish_text')} label={words.wish_text} rows={2} />
      {office && <Checkbox {...ask('wish_open')} label={words.wish_open} />}
    </>
  )
}

function Help({ t, needKinds, currency, office, ask }: PartView) {
  const words = t.visits
  const forms = Object.entries(words.help_forms).map(([value, label]) => ({ value, label }))
  return (
    <>
      <Select
        {...ask('help_form')}
        label={words.help_form}
        options={[...forms, ...(office?.payouts ?? [])]}
        empty={t.forms.choose_none}
      />
      <Select
        {...ask('help_kind')}
        label={words.help_kind}
        options={needKinds}
        empty={t.forms.choose_none}
      />
      <TextField {...ask('help_text')} label={words.help_text} />
      <MoneyField {...ask('help_amount')} label={words.help_amount} currency={currency} optional />
    </>
  )
}

function Slip({ t, needKinds, slips, ask }: PartView & { slips: readonly OptionView[] }) {
  const words = t.visits
  return (
    <>
      <Select
        {...ask('slip_line')}
        label={words.slip_line}
        options={slips}
        empty={t.forms.choose_none}
      />
      <Select
        {...ask('slip_kind')}
        label={words.help_kind}
        options={needKinds}
        empty={t.forms.choose_none}
      />
      <FileField
        {...ask('slip')}
        label={words.slip_photo}
        hint={words.slip_hint}
        accept="image/*,.pdf,application/pdf"
      />
      <TextField {...ask('slip_digest')} label={words.slip_digest} spellcheck={false} optional />
    </>
  )
}

function Arrived({ t, payouts, ask }: PartView & { payouts: readonly OptionView[] }) {
  const words = t.visits
  const answers = [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
  ]
  return (
    <>
      <Select
        {...ask('arrived')}
        label={words.arrived_payout}
        options={payouts}
        empty={t.forms.choose_none}
      />
      <Radios {...ask('received')} label={words.arrived_yes} options={answers} />
      <Radios {...ask('asked_back')} label={words.asked_back} options={answers} />
    </>
  )
}

function More({ t, careEvents, office, ask }: PartView) {
  const words = t.visits
  return (
    <>
      <Select
        {...ask('at_place')}
        label={words.at_place}
        options={options(words.places)}
        empty={words.place_by_kind}
      />
      <TextField
        {...ask('minutes')}
        label={words.minutes}
        width="tiny"
        inputmode="numeric"
        optional
      />
      {careEvents.length > 0 && (
        <Select
          {...ask('care_event')}
          label={words.care_event}
          options={careEvents}
          empty={t.forms.choose_none}
        />
      )}
      {office && (
        <TextField
          {...ask('companions')}
          label={words.companions}
          hint={words.companions_hint}
          optional
        />
      )}
      {office?.asksWhoWent && <Checkbox {...ask('by_office')} label={words.by_office} />}
    </>
  )
}

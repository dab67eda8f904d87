/** The fields that commands on cases are made of. */
import { z } from 'zod'
import { amountField, codeField, dayField, nameField, reasonField } from '../../book/fields.ts'
import { partyField } from '../../people/commands.ts'
import { grades } from '../../policies/caps.ts'
import { newFileField } from '../files/writing.ts'

/** The longest allowance: ten years of months. */
export const mostInstalments = 120

/** How help is handed over. */
export const forms = ['bank', 'cash', 'goods'] as const
/** Who asked for it. */
export const appliedBy = ['member', 'kin', 'branch'] as const

/** What a case says beside its amounts; a text of its own, which can be erased. */
export const caseFactsField = z.strictObject({
  situation: reasonField.optional(),
  /** What is given, where it is goods. */
  goods: nameField.optional(),
})
export type CaseFacts = z.output<typeof caseFactsField>

/** What a case asks for, as it is given. */
export const askedFields = {
  /** The class of its cause, by the policy on causes. */
  cause: codeField,
  cause_text: nameField.optional(),
  grade: z.enum(grades).optional(),
  /** Of one instalment. */
  amount: amountField,
  /** How many of them, one a month. */
  instalments: z.number().int().min(1).max(mostInstalments).default(1),
  form: z.enum(forms).default('bank'),
  /** Who is paid, when it is not the person helped: a hospital, a school, a relative. */
  payee: partyField.optional(),
  facts: caseFactsField.optional(),
}

/** What one person's case is made of. */
export const personFields = {
  beneficiary: partyField,
  ...askedFields,
  /** The facts with which the file of the household is opened in the same act, where it has none. */
  file: newFileField.optional(),
}

/** What holds for a case, and for every case of a list. */
export const enteredFields = {
  programme: codeField,
  applied_by: z.enum(appliedBy).default('branch'),
  aid_event: codeField.optional(),
  /** Where the case belongs; where the person belongs unless said. */
  unit: codeField.optional(),
  applied_on: dayField.optional(),
}

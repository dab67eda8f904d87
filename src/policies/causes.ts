/**
 * Causes of hardship (handbook A3, A8): the classes in which an organisation sorts them. A case has a class and a short
 * text. "Other" is left out on purpose: eight trained reviewers should agree (F3).
 */
import { z } from 'zod'
import { codeField, nameField } from '../book/fields.ts'
import { mostRows } from './fields.ts'

const causeField = z.strictObject({
  code: codeField,
  /** As it is printed, in each language. */
  name: z.strictObject({ en: nameField, 'zh-Hans': nameField, 'zh-Hant': nameField }),
  /** Whether it tells of illness or disability, which a notice shows by its class alone. */
  sensitive: z.boolean(),
})
export type Cause = z.output<typeof causeField>

export const causesBody = z.strictObject({
  causes: z
    .array(causeField)
    .min(1)
    .max(mostRows)
    .refine(
      (causes) => new Set(causes.map(({ code }) => code)).size === causes.length,
      'a cause is named twice',
    ),
})
export type Causes = z.output<typeof causesBody>

function cause(code: string, en: string, hans: string, hant: string, sensitive = false): Cause {
  return { code, name: { en, 'zh-Hans': hans, 'zh-Hant': hant }, sensitive }
}

export const neutralCauses: Causes = {
  causes: [
    cause('poverty', 'Low income', '生活困难', '生活困難'),
    cause('illness', 'Serious illness', '重大疾病', '重大疾病', true),
    cause('disability', 'Disability', '残疾', '身心障礙', true),
    cause('disaster', 'Natural disaster', '自然灾害', '天然災害'),
    cause('accident', 'Accident', '意外事故', '意外事故'),
    cause('bereavement', 'Death in the family', '亲属去世', '親屬去世'),
    cause('schooling', 'Cost of schooling', '子女就学', '子女就學'),
    cause('old-age', 'Old age', '年老', '年老'),
    cause('duty', 'Death or injury on duty', '因公牺牲或致残', '因公殉職或傷殘'),
  ],
}

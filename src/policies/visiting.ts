/**
 * How often and on what occasions those who are helped are visited (handbook B: the telephone monthly, a visit each
 * quarter and at festivals; an alarm after half a year), and what about records of visits is worth a look.
 */
import { z } from 'zod'
import { codeField, dayField, nameField } from '../book/fields.ts'
import { mostRows, wholeField } from './fields.ts'

/** Occasions at which somebody is visited whatever the cadence. */
export const careEventKinds = ['hospital', 'disaster', 'bereavement'] as const
export type CareEventKind = (typeof careEventKinds)[number]

const festivalField = z.strictObject({
  code: codeField,
  name: z.strictObject({ en: nameField, 'zh-Hans': nameField, 'zh-Hant': nameField }),
  /** Its days, one a year: many move with the moon. */
  days: z.array(dayField).min(1).max(mostRows),
  /** Visits within so many days before it, and on it, count for it. */
  days_before: wholeField(0, 60),
})

/** After how many days at most; null: nobody is bound to. */
const withinField = wholeField(1, 3_650).nullable()

export const visitingBody = z.strictObject({
  /** A visit at least every so many days. */
  visit_days: withinField,
  /** A call or a visit at least every so many days. */
  phone_days: withinField,
  /** Without a visit for so long it is an alarm, not only late. */
  alarm_days: withinField,
  /** Needs of urgency 3 are visited at least every so many days. */
  urgent_visit_days: withinField,
  festivals: z
    .array(festivalField)
    .max(mostRows)
    .refine(
      (rows) => new Set(rows.map(({ code }) => code)).size === rows.length,
      'a festival is named twice',
    ),
  /** Within how many days somebody goes after what happened. */
  events: z.strictObject({
    hospital: withinField,
    disaster: withinField,
    bereavement: withinField,
  }),
  /** So many measures of help are expected in a year for each pair; null: no number. */
  measures_a_year: wholeField(1, 365).nullable(),
  /** What makes records of visits worth a look; null: not looked at. */
  signs: z.strictObject({
    /** So many by one person in one minute. */
    same_minute: wholeField(2, 100).nullable(),
    /** So many with one text. */
    same_text: wholeField(2, 100).nullable(),
    /** So many visits by one person on one day. */
    a_day: wholeField(2, 100).nullable(),
    /** So many by one person on one day that is a holiday. */
    a_holiday: wholeField(1, 100).nullable(),
    /** Entered so many days after the visit. */
    entered_late: wholeField(1, 366).nullable(),
  }),
})
export type Visiting = z.output<typeof visitingBody>

export const neutralVisiting: Visiting = {
  visit_days: 92,
  phone_days: 31,
  alarm_days: 183,
  urgent_visit_days: 31,
  festivals: [],
  events: { hospital: 7, disaster: 3, bereavement: 7 },
  measures_a_year: null,
  signs: { same_minute: 2, same_text: 3, a_day: 8, a_holiday: 3, entered_late: 30 },
}

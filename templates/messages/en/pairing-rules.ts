import { plural } from '../../parts/format.ts'

const times = (count: number, one: string, other: string) => plural('en', count, { one, other })
const every = (days: number) => times(days, 'every day', `every ${days} days`)

/** The policies on pairing and on visits: what may be said of them, and what they say. */
export const pairing_rules = {
  ranks_label: 'Ranks, and how many each takes on',
  ranks_hint: 'A helper may say a number of their own, which then holds.',
  most: 'At once',
  ranks_none: 'No ranks are told apart.',
  rank: (v: { rank: string; most: number }) =>
    `${v.rank}: ${times(v.most, 'one need at once', `${v.most} needs at once`)}.`,
  without_rank_label: 'Without a rank: how many at once',
  without_rank: (v: { most: number }) =>
    `Whoever has no rank takes on ${times(v.most, 'one need at once', `${v.most} needs at once`)}.`,
  skills_label: 'Skills',
  skills: (v: { skills: string }) => `Skills asked about: ${v.skills}.`,
  skills_none: 'No skills are asked about.',
  kinds_label: 'Kinds of need',
  kinds_hint: 'Of each, the codes of the skills that help with it.',
  kind_skills: 'Skills (codes)',
  kind: (v: { kind: string; skills: string }) => `Need “${v.kind}”: it helps to know ${v.skills}.`,
  kind_any: (v: { kind: string }) => `Need “${v.kind}”: no skill matters more than another.`,
  agreements_label: 'Kinds of agreement between bodies',
  agreements: (v: { agreements: string }) => `Bodies agree on: ${v.agreements}.`,
  agreements_none: 'No kinds of agreement between bodies are named.',
  candidates_label: 'Helpers looked at for each need',
  candidates_hint: 'The best so many; the match among them is exact.',
  candidates: (v: { count: number }) =>
    times(
      v.count,
      'For each need the one best helper is looked at.',
      `For each need the ${v.count} best helpers are looked at.`,
    ),
  most_km_label: 'Nobody goes farther than (km)',
  most_km: (v: { km: number }) => `Nobody goes farther than ${v.km} km who does not say otherwise.`,
  most_km_none: 'How far somebody goes is not limited.',
  weights_label: 'What a match is weighed by',
  weight: 'Weight (0 to 100)',
  reason: {
    distance: 'Distance',
    skills: 'Skills',
    languages: 'Languages',
    times: 'Times',
    preference: 'Wishes',
    continuity: 'Who helped before',
  },
  weighed: (v: { reason: string; weight: number }) => `${v.reason} ${v.weight}`,
  weights: (v: { weights: string }) => `A match is weighed by: ${v.weights}.`,
  spread_label: 'How much it counts that work is spread (0 to 100)',
  spread: (v: { spread: number }) => `That work is spread counts ${v.spread}.`,
  spread_none: 'That work is spread does not count.',
  no_limit: 'Without limit when left empty.',
  not_done: 'Not done when left empty.',
  review_label: 'A pair is looked at again after (months)',
  review: (v: { months: number }) =>
    `A pair is looked at again after ${times(v.months, 'a month', `${v.months} months`)}.`,
  review_none: 'A pair is looked at again at no set time.',
  observe_label: 'After things improved it is watched for (months)',
  observe: (v: { months: number }) =>
    `Where things improved it is watched for ${times(v.months, 'a month', `${v.months} months`)}.`,
  observe_none: 'Where things improved it is not watched any longer.',
  term_label: 'A pair is agreed for (months)',
  term: (v: { months: number }) =>
    `A pair is agreed for ${times(v.months, 'a month', `${v.months} months`)} unless said otherwise.`,
  term_none: 'A pair is agreed for no set time.',
  visit_label: 'A visit at least every (days)',
  visit: (v: { days: number }) => `A visit at least ${every(v.days)}.`,
  visit_none: 'No visits are asked for.',
  phone_label: 'A call or a visit at least every (days)',
  phone: (v: { days: number }) => `A call or a visit at least ${every(v.days)}.`,
  phone_none: 'No calls are asked for.',
  alarm_label: 'Without a visit for so long it is an alarm (days)',
  alarm: (v: { days: number }) =>
    `Without a visit for ${times(v.days, 'a day', `${v.days} days`)} it is an alarm.`,
  alarm_none: 'A visit that is late never becomes an alarm.',
  urgent_label: 'Most urgent needs: a visit at least every (days)',
  urgent: (v: { days: number }) => `Most urgent needs: a visit at least ${every(v.days)}.`,
  urgent_none: 'Most urgent needs are visited as others are.',
  festivals_label: 'Festivals on which people are visited',
  festivals_hint: 'Its days of each year, with spaces between: 2026-02-17 2027-02-06.',
  festival_days: 'Days',
  days_before: 'Days before',
  festival: (v: { festival: string; days: number; next: string }) =>
    `${v.festival}: a visit on the day or within ${times(v.days, 'a day', `${v.days} days`)} before it; its days are known up to ${v.next}.`,
  festivals_none: 'No festivals are named.',
  events_label: 'After what happened somebody goes within (days)',
  event_days: 'Days',
  event: { hospital: 'Hospital', disaster: 'Disaster', bereavement: 'Bereavement' },
  goes: (v: { event: string; days: number }) =>
    `${v.event}: somebody goes within ${times(v.days, 'a day', `${v.days} days`)}.`,
  goes_not: (v: { event: string }) => `${v.event}: nobody is bound to go.`,
  measures_label: 'Measures of help expected in a year',
  measures: (v: { count: number }) =>
    `For each pair ${times(v.count, 'one measure of help is', `${v.count} measures of help are`)} expected in a year.`,
  measures_none: 'No number of measures of help is expected.',
  signs_label: 'What about records of visits is worth a look',
  sign_count: 'From',
  sign: {
    same_minute: 'Entered by one person in one minute',
    same_text: 'With the same text',
    a_day: 'By one visitor on one day',
    a_holiday: 'By one visitor on one holiday',
    entered_late: 'Days after the visit on which it is entered',
  },
  worth: (v: { sign: string; count: number }) => `Worth a look: ${v.sign}, from ${v.count} on.`,
  worth_not: (v: { sign: string }) => `Not looked at: ${v.sign}.`,
}

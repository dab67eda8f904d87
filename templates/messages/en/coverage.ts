import { plural } from '../../parts/format.ts'

interface Counted {
  readonly count: number
  readonly shown: string
}

function counted({ count, shown }: Counted, one: string, other: string): string {
  return plural('en', count, { one, other: `${shown} ${other}` })
}

/** The board of pairing: whether everybody in hardship has a helper and is visited, and what is missing. */
export const coverage = {
  title: 'Coverage',
  lead: 'Every household in hardship has somebody who helps it, and is visited in time.',
  as_of: (v: { day: string }) => `As of ${v.day}`,
  whole: 'The whole organisation',
  covered_label: 'Households covered',
  no_files: 'No household is in hardship',
  no_files_lead:
    'The board counts households with a hardship file. Open files first, then say what each needs.',
  nothing: 'Nobody is left out.',
  attention: 'What wants attention',
  by_unit: 'By unit',
  unit: 'Unit',
  rest: 'In none of these',
  files: 'Households',
  covered: 'Covered',
  share_label: 'Share',
  nothing_short: 'nothing',
  short_count: (v: { what: string; count: string }) => `${v.what} ${v.count}`,
  pdf: 'Board as PDF',
  calendars: 'Calendars',
  gap: {
    no_helper: (v: Counted) => counted(v, 'A household has no helper', 'households have no helper'),
    no_visit: (v: Counted) =>
      counted(v, 'A household was not visited in time', 'households were not visited in time'),
    alarm: (v: Counted) =>
      counted(
        v,
        'A helper has not gone for so long that it is an alarm',
        'helpers have not gone for so long that it is an alarm',
      ),
    leaving: (v: Counted) =>
      counted(
        v,
        'A helper leaves with pairs not handed over',
        'helpers leave with pairs not handed over',
      ),
    overloaded: (v: Counted) =>
      counted(
        v,
        'A helper has more than they can take on',
        'helpers have more than they can take on',
      ),
    review: (v: Counted) =>
      counted(v, 'A pair is over the day of its review', 'pairs are over the day of their review'),
    proposal: (v: Counted) =>
      counted(v, 'A proposal waits long for an answer', 'proposals wait long for an answer'),
    unmet: (v: Counted) =>
      counted(v, 'An open need has a place to fill', 'open needs have places to fill'),
  },
  short: {
    no_helper: 'No helper',
    no_visit: 'Not visited',
    alarm: 'Alarm',
    leaving: 'Leaving',
    overloaded: 'Overloaded',
    review: 'Review',
    proposal: 'Unanswered',
    unmet: 'Open needs',
  },
  why: {
    no_helper: 'Run the matching, or propose a helper by hand.',
    no_visit: 'The interval is that of the unit; urgent needs have a shorter one.',
    alarm: 'Ask the helper, and look at the pair.',
    leaving: 'Hand each over before the day: nobody is left without a helper.',
    overloaded: 'Hand one over, or say that they can take on more.',
    review: 'Look at it, and say how it goes on.',
    proposal: 'Ask both sides again, or withdraw it.',
    unmet: 'Run the matching, or say why nobody fits.',
  },
  list_title: 'What wants attention',
  list_lead: 'What the figures of the board are made of.',
  kind: 'What',
  none_found: 'Nothing matches these filters.',
  none: 'Nothing wants attention',
  none_lead: 'Gaps, late reviews and helpers who leave stand here as they appear.',
  subject: 'About',
  helped: 'Who is helped',
  helper: 'Helper',
  due_on: 'By',
  state: 'How it stands',
  late: (v: { count: number }) =>
    plural('en', v.count, { one: 'one day late', other: `${v.count} days late` }),
  ahead: (v: { count: number }) =>
    plural('en', v.count, { one: 'one day left', other: `${v.count} days left` }),
  today: 'today',
  proposed: (v: { count: number }) =>
    plural('en', v.count, { one: 'one proposed', other: `${v.count} proposed` }),
  load: (v: { count: number; most: number }) => `${v.count} of ${v.most}`,
}

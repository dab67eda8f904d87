/** What people are to one another. */
export const ties = {
  title: 'Kin and others',
  none: 'Nothing is recorded yet. Kin, guardians and guarantors show who has to stand aside when help is decided on.',
  role: 'What they are',
  other: 'Who',
  since: 'Since',
  until: 'Until',
  state: 'State',
  over: 'over',
  add: 'Add a tie',
  role_ask: 'What the other person is to this one',
  from_hint: 'Leave it empty for kin by birth.',
  added: 'The tie is recorded.',
  end: 'End it',
  end_title: 'End a tie',
  ended: 'The end is recorded.',
  cause: 'What happened',
  cause_over: 'It is over',
  cause_mistake: 'It was recorded by mistake',
  last_day: 'Last day',
  near: 'Near relatives',
  near_lead:
    'As the measures define them, by ties and households: whoever stands here does not decide on their help.',
  through: 'How',
  /** “The spouse of the sibling”: the steps from the person on. */
  path: (v: { steps: readonly string[] }) => [...v.steps].reverse().join(' of the '),
}

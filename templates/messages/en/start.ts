/** What the first start says: a new book, its owner, the example fund. */
export const start = {
  title: 'Set up your book',
  kind_title: 'What is your organisation?',
  kind_lead: 'It decides what is suggested on the next page. You can change all of it there.',
  organisation: 'The organisation',
  name: 'Name of the organisation',
  name_hint: 'As it is to stand on statements and receipts.',
  code: 'Short name of the book',
  code_hint:
    'Part of its address: small letters, digits and hyphens. Left empty, it is made from the name.',
  chart: 'Chart of accounts',
  chart_hint: 'The codes and names of the accounts. It cannot be exchanged later.',
  charts: {
    general: 'General',
    'asc-958': 'Not-for-profit entities in the United States (ASC 958)',
    'china-npo': 'Chinese accounting system for non-profit organisations',
  },
  currency: 'Currency',
  time_zone: 'Time zone',
  time_zone_hint: 'In it a day begins and ends.',
  fund: 'An example fund',
  fund_lead: (v: { name: string; code: string }) =>
    `The book begins with “${v.name}” (${v.code}), to try things with. Keep it, or close it and open your own.`,
  owner: 'You, its owner',
  owner_lead: 'You will set up everything else and may make others owners too.',
  owner_name: 'Your name',
  login_hint: 'Letters and digits without spaces, or an e-mail address.',
  make: 'Make the book',
  owner_title: 'Make yourself its owner',
  owner_page_lead: (v: { organisation: string }) =>
    `The book of ${v.organisation} has nobody yet who signs in.`,
  invited_title: 'You are invited',
  invited_lead: (v: { organisation: string; role: string }) =>
    `Choose how you will sign in to the book of ${v.organisation}. Your role: ${v.role}.`,
  renew_title: 'Choose a new password',
  renew_lead: (v: { organisation: string }) =>
    `For the book of ${v.organisation}. Everywhere you were signed in, you are signed out.`,
  begin: 'Begin',
  gone_title: 'This link opens nothing',
  gone: 'It was used already, has ended, or is not complete.',
  gone_remedy:
    'If you have a password, sign in. Otherwise ask whoever runs the server for a new link (care-ledger invite).',
  code_taken: 'There is a book of this name already. Choose another.',
  presets: {
    party_branch: {
      name: 'Party branch',
      hint: 'A care fund from dues, members’ gifts and allotments, with public notice',
      fund_name: 'Care fund',
      purpose:
        'Help for members in hardship: illness, disaster, bereavement, visits before festivals',
    },
    trade_union: {
      name: 'Trade union',
      hint: 'A hardship fund for members and their families',
      fund_name: 'Hardship fund',
      purpose: 'Living, medical and schooling aid for members and their families in hardship',
    },
    cooperative: {
      name: 'Co-operative',
      hint: 'A solidarity fund set aside by decision of its members',
      fund_name: 'Solidarity fund',
      purpose: 'Help for members in need, and for those who begin or rebuild a livelihood',
    },
    employer_relief: {
      name: 'Employer’s relief fund',
      hint: 'Gifts of staff and employer, for colleagues struck by disaster or hardship',
      fund_name: 'Relief fund',
      purpose: 'Relief for colleagues after a disaster or in personal hardship',
    },
    mutual_aid: {
      name: 'Mutual aid, or something else',
      hint: 'People who help each other, without ties to a larger body',
      fund_name: 'Mutual aid fund',
      purpose: 'Help for members and neighbours who need it',
    },
  },
}

/** Users: who signs in, which roles they have where, invitations. */
import { plural } from '../../parts/format.ts'

export const users = {
  roles: 'Roles',
  roles_lead:
    'What somebody may do follows from these alone. A role reaches its unit and all units below it.',
  roles_none: 'This user has no role in your units any more.',
  where: 'Where',
  everywhere: 'The whole organisation',
  give: 'Give another role',
  give_title: (v: { name: string }) => `Give ${v.name} another role`,
  give_lead: 'It holds at once. Whoever gets it signs in again.',
  do_give: 'Give the role',
  given: 'The role is given.',
  take: 'Take it away',
  take_title: (v: { name: string; role: string }) => `Take the role “${v.role}” from ${v.name}`,
  take_lead: 'It is gone at once, and they are signed out. What they did with it stays on record.',
  do_take: 'Take it away',
  taken: 'The role is taken away.',
  end: 'End this user’s access',
  end_title: (v: { name: string }) => `End the access of ${v.name}`,
  end_lead:
    'They are signed out everywhere and cannot sign in again. What they did stays on record.',
  do_end: 'End it',
  end_done: 'The user’s access is ended.',
  ended: 'Their access is ended.',
  may: 'What this user may do',
  may_lead: 'From all of the roles together, in the units of each.',
  role_hint: {
    owner: 'Everything here, users and policies too; but approves nothing they entered.',
    fund_administrator: 'Keeps the books: contributions, payment requests, payouts, people.',
    approver: 'Approves or declines payments that others entered.',
    committee_member: 'Agrees to emergencies, and sees the funds they decide on.',
    pairing_coordinator: 'Keeps the registers of people, households and units.',
    auditor: 'Sees everything, verifies it and issues statements; records nothing.',
    training_provider: 'From outside: sees nothing of the office.',
    member: 'Of the organisation: sees nothing of the office.',
  },
  invite: 'Invite somebody',
  invite_lead:
    'A link is made with which one person signs in for the first time and chooses a name and a password. It works once.',
  invite_lasts: 'The link works for',
  invite_days: (v: { days: number }) =>
    plural('en', v.days, { one: 'a day', other: `${v.days} days` }),
  do_invite: 'Make the link',
  invited: 'The link is made',
  invited_once: 'Send it to that person and to nobody else. It is shown this once.',
  invited_link: 'Link',
  invited_role: 'Role',
  to_settings: 'Back to the settings',
  reads_names: 'May read the names of people',
}

/** Accounts at providers of sign-ins: signing in by one, one’s own. */
export const accounts = {
  sign_in_with: (v: { provider: string }) => `Sign in with ${v.provider}`,
  join_with: (v: { provider: string }) => `Join with ${v.provider}`,
  title: 'Your accounts elsewhere',
  lead: 'With an account that is linked you sign in at its provider in place of here. Who you are is known by the account itself, not by its e-mail address.',
  yours: 'Accounts you have linked',
  none: 'You have linked no account yet',
  none_lead:
    'Once one is linked, its provider vouches for you, and there is one password less to keep.',
  provider: 'Provider',
  known_as: (v: { subject: string }) => `Known there as ${v.subject}`,
  made: 'Linked',
  used: 'Last used',
  never: 'Not yet',
  link: 'Link an account',
  link_with: (v: { provider: string }) => `Link your account of ${v.provider}`,
  no_provider: 'No provider is connected to this book. An owner connects one among the settings.',
  linked: 'The account is linked. You can sign in with it.',
  unlink: 'Unlink',
  unlink_one: (v: { provider: string }) => `Unlink the account of ${v.provider}`,
  unlinked: 'The account is unlinked.',
}

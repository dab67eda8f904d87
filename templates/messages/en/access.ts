/** What signing in, and everything about one's own password, says. */
export const access = {
  sign_in: 'Sign in',
  sign_in_lead: 'For those who keep this book.',
  login: 'Name for signing in',
  password: 'Password',
  lost: 'If you have lost your password, ask an owner of the book for a link to set a new one.',
  change_password: 'Change your password',
  change_password_lead: 'You stay signed in here; everywhere else you are signed out.',
  current_password: 'Your current password',
  new_password: 'New password',
  new_password_hint:
    'At least 10 characters. Three or four words that belong together for you alone make a good one.',
  again: 'The same password again',
  again_differs: 'These two are not the same. Type the new password twice.',
  current_wrong: 'This is not your password now.',
  password_missing: 'Type the password.',
  change: 'Change the password',
  changed: 'Your password is changed. Everywhere else you are signed out.',
}

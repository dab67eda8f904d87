/** An invitation that is used through a provider: its user signs in by an account there, and has no password. */
import { z } from 'zod'
import { nameField } from '../book/fields.ts'
import { anyRole, pageCommand } from '../book/registry.ts'
import { unhex } from '../kit/digest.ts'
import { insert, nextId } from '../store/prepare.ts'
import { accountFields, identityWith, putIdentity } from './identities.ts'
import { invitationHashField, invitationOf } from './invitations.ts'
import { loginField } from './logins.ts'
import { identityTaken } from './provider-refusals.ts'
import { invitationInvalid } from './refusals.ts'
import { addUser, userWithLogin } from './users.ts'

export const join = pageCommand({
  name: 'invitations.join',
  summary:
    'Uses an invitation through a provider: makes its user, who signs in by an account there',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({
    hash: invitationHashField,
    ...accountFields,
    /** What they may be called for signing in, the best first; a number is added where all are taken. */
    logins: z.array(loginField).min(1).max(4),
    name: nameField,
  }),
  output: z.object({ user: z.number(), identity: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, { hash, issuer, subject, logins, name }) => {
    const invitation = invitationOf(act, unhex(hash), act.at)
    if (!invitation || invitation.user !== null) throw invitationInvalid({})
    if (identityWith(act, { issuer, subject })) throw identityTaken({})
    const free = logins.find((login) => !userWithLogin(act, login))
    const id = nextId(act, 'user')
    const login = free ?? `${logins[0]!.slice(0, 48)}-${id}`
    const { grant, reads_names } = invitation
    const user = addUser(act, { login, name, grant, reads_names, password: null })
    insert(act, 'invitation_use', {
      id: nextId(act, 'invitation_use'),
      invitation_id: invitation.id,
      user_id: user,
      event_seq: act.seq,
    })
    return { user, identity: putIdentity(act, user, { issuer, subject }) }
  },
})

/** Providers of sign-ins, as owners connect them. */
export const providers = {
  title: 'Providers of sign-ins',
  lead: 'People who have an account at one of these can link it and then sign in there. Nobody comes in whose account is not linked.',
  none: 'No provider is connected',
  none_lead:
    'Any that speaks OpenID Connect will do, such as that of your company, university or federation.',
  label: 'Its name',
  label_hint: 'As people know it: it stands on the button for signing in.',
  code: 'A word for its return address',
  code_hint: (v: { address: string }) =>
    `Lower-case letters, digits and hyphens. The provider has to be told this address: ${v.address}`,
  word: 'word',
  issuer: 'Issuer',
  issuer_hint: 'The address under which it names itself, beginning with https://.',
  client_id: 'Client id',
  client_id_hint: 'The name that this book has there.',
  client_secret: 'Client secret',
  client_secret_hint:
    'Kept sealed and shown to nobody again. Without one the book is a public client, protected by PKCE.',
  client: (v: { client: string }) => `Client ${v.client}`,
  with_secret: 'with a secret',
  without_secret: 'public client',
  back: 'Return address to tell it',
  connect: 'Connect a provider',
  connect_lead:
    'Register this book there as a web application first. It gives you a client id, and most give a secret.',
  do_connect: 'Connect it',
  connected: 'The provider is connected. Link your own account to try it.',
  disconnect: 'Disconnect',
  disconnect_one: (v: { label: string }) => `Disconnect ${v.label}`,
  disconnect_lead:
    'From then on nobody signs in through it. Accounts stay linked, for the case that it is connected again.',
  do_disconnect: 'Disconnect it',
  disconnected: 'The provider is disconnected.',
}

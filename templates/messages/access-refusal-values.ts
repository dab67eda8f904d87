/** The values of refusals about who may, and about users and how they sign in, by code. */
type Nothing = Readonly<Record<never, never>>

export interface AccessRefusalValues {
  'access.beyond_scope': { name: string }
  'access.names_not_given': Record<never, never>
  'access.not_allowed': { roles: readonly string[]; name: string; may: readonly string[] }
  'access.not_among_commands': { name: string; only: readonly string[] }
  'access.reads_only': { name: string }
  'grant.held': { user: number; role: string }
  'grant.unknown': { grant: number }
  'grant.incompatible': { user: number; role: string; held: string }
  'grants.cell_missing': { column: string }
  'grants.cell_unfit': { column: string }
  'grants.columns_missing': { columns: readonly string[] }
  'grants.csv_unreadable': { fault: string }
  'grants.date_with_time': { given: string }
  'grants.identifier_twice': { identifier: string; row: number }
  'half_sign_in.unknown': Nothing
  'identity.not_linked': { provider: string }
  'identity.taken': Nothing
  'identity.unknown': { identity: number }
  'identity_provider.address': { issuer: string }
  'identity_provider.answer_refused': { provider: string; fault: string }
  'identity_provider.declined': { provider: string }
  'identity_provider.exists': { code: string }
  'identity_provider.not_from_here': Nothing
  'identity_provider.secret_unreadable': { provider: string }
  'identity_provider.too_many': { most: number }
  'identity_provider.unknown': { provider: number }
  'identity_provider.unreachable': { provider: string }
  'invitation.ends_in_the_past': { expires_at: number }
  'invitation.exists': Nothing
  'invitation.incomplete': { missing: string }
  'invitation.invalid': Nothing
  'passkey.counter_went_back': Nothing
  'passkey.exists': Nothing
  'passkey.not_at_this_address': { host: string }
  'passkey.not_made': Nothing
  'passkey.question_over': Nothing
  'passkey.refused': Nothing
  'passkey.too_many': { most: number }
  'passkey.unknown': { passkey: number }
  'passkey.unreadable': Nothing
  'password.common': Nothing
  'password.is_login': Nothing
  'password.length': { characters: number; least: number; most: number }
  'recovery_code.mistyped': Nothing
  'recovery_code.wrong': Nothing
  'second_factor.missing': Nothing
  'second_factor.needed': { user: number }
  'second_factor.own': { user: number }
  'second_factor.required': Nothing
  'second_factor.unreadable': { user: number }
  'session.stale': { minutes: number }
  'session.unknown': { session: number }
  'sign_in.busy': { waiting: number }
  'sign_in.only_way': Nothing
  'sign_in.refused': Nothing
  'sign_in.throttled': { minutes: number }
  'token.ends_in_the_past': { expires_at: number }
  'token.exists': Nothing
  'token.invalid': Nothing
  'token.lasts_too_long': { days: number; most_days: number }
  'token.missing': Nothing
  'token.unknown': { token: number }
  'user.last_owner': { user: number }
  'user.login_taken': { login: string }
  'user.not_oneself': { actor: string }
  'user.beyond_scope': { user: number }
  'user.unknown': { user: number }
}

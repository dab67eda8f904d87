-- Signing in: second factors, recovery codes, half sign-ins, what a session was opened by, known browsers,
-- what a token may do.

-- WITNESSED. One row puts a second factor of a user in force: a secret for codes by the clock (RFC 6238), kept
-- apart and sealed under the book's master key; the highest id that has not ended counts.
CREATE TABLE second_factor (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES user,
  secret_detail_id INTEGER NOT NULL REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX second_factor_of ON second_factor (user_id, id);

-- WITNESSED. One row ends a second factor: its user took another, gave it up, or an owner reset it.
CREATE TABLE second_factor_end (
  id INTEGER PRIMARY KEY,
  second_factor_id INTEGER NOT NULL UNIQUE REFERENCES second_factor,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is one use of a code: its step of 30 seconds since 1970. Steps of one factor only rise, so
-- that no code is taken twice and none that is older than one already used.
CREATE TABLE second_factor_use (
  id INTEGER PRIMARY KEY,
  second_factor_id INTEGER NOT NULL REFERENCES second_factor,
  step INTEGER NOT NULL,
  event_seq INTEGER NOT NULL,
  UNIQUE (second_factor_id, step)
) STRICT;
CREATE TRIGGER second_factor_use_rises BEFORE INSERT ON second_factor_use
WHEN new.step <= (SELECT max(step) FROM second_factor_use WHERE second_factor_id = new.second_factor_id)
BEGIN SELECT raise(abort, 'a code is used once'); END;

-- WITNESSED. One row is a recovery code of a user: its hash. Those of one event are a set; the newest set counts,
-- unless a recovery_end came after it.
CREATE TABLE recovery_code (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES user,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX recovery_code_of ON recovery_code (user_id, event_seq);

-- WITNESSED. One row is the one use of a recovery code.
CREATE TABLE recovery_code_use (
  id INTEGER PRIMARY KEY,
  recovery_code_id INTEGER NOT NULL UNIQUE REFERENCES recovery_code,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row ends every recovery code that a user had: there is no second factor any more to recover.
CREATE TABLE recovery_end (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES user,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX recovery_end_of ON recovery_end (user_id, event_seq);

-- WITNESSED. One row is a user half signed in: the password was right and a second factor is awaited, to be
-- shown or to be set up. It opens nothing but that; kept is the hash of its secret.
CREATE TABLE half_sign_in (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  user_id INTEGER NOT NULL REFERENCES user,
  expires_at INTEGER NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX half_sign_in_of ON half_sign_in (user_id, expires_at);

-- WITNESSED. One row ends a half sign-in before its time: it became a session, or its user was signed out.
CREATE TABLE half_sign_in_end (
  id INTEGER PRIMARY KEY,
  half_sign_in_id INTEGER NOT NULL UNIQUE REFERENCES half_sign_in,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row says how a user showed who they are in a session: when it was opened, and again before an
-- act that asks for it. The browser is its family and system, no more.
CREATE TABLE session_proof (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES session,
  way TEXT NOT NULL CHECK (way IN
    ('password', 'code', 'recovery_code', 'passkey', 'provider', 'link')),
  browser TEXT NOT NULL,
  shown_at INTEGER NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX session_proof_of ON session_proof (session_id, id);

-- Derived from requests, which are no events: not hashed, and lost without harm. One row is when a session was last
-- seen, to within a minute.
CREATE TABLE session_seen (
  session_id INTEGER PRIMARY KEY REFERENCES session,
  seen_at INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a browser in which a user has signed in: the hash of the secret of its cookie. Its failures
-- are counted apart from those of strangers.
CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  user_id INTEGER NOT NULL REFERENCES user,
  expires_at INTEGER NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX device_of ON device (user_id, expires_at);

-- WITNESSED. One row is a command that a token may give; a token without any may give all of its role.
CREATE TABLE token_command (
  id INTEGER PRIMARY KEY,
  token_id INTEGER NOT NULL REFERENCES token,
  command TEXT NOT NULL,
  event_seq INTEGER NOT NULL,
  UNIQUE (token_id, command)
) STRICT;

-- Derived from requests, which are no events: not hashed, and lost without harm. One row is the last day (UTC) on
-- which a token was used.
CREATE TABLE token_seen (
  token_id INTEGER PRIMARY KEY REFERENCES token,
  seen_on TEXT NOT NULL
) STRICT;
CREATE TRIGGER second_factor_never_altered BEFORE UPDATE ON second_factor
BEGIN SELECT raise(abort, 'second_factor rows are never altered'); END;
CREATE TRIGGER second_factor_never_removed BEFORE DELETE ON second_factor
BEGIN SELECT raise(abort, 'second_factor rows are never removed'); END;
CREATE TRIGGER second_factor_of_next_event BEFORE INSERT ON second_factor
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'second_factor: a row belongs to the next event'); END;
CREATE TRIGGER second_factor_end_never_altered BEFORE UPDATE ON second_factor_end
BEGIN SELECT raise(abort, 'second_factor_end rows are never altered'); END;
CREATE TRIGGER second_factor_end_never_removed BEFORE DELETE ON second_factor_end
BEGIN SELECT raise(abort, 'second_factor_end rows are never removed'); END;
CREATE TRIGGER second_factor_end_of_next_event BEFORE INSERT ON second_factor_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'second_factor_end: a row belongs to the next event'); END;
CREATE TRIGGER second_factor_use_never_altered BEFORE UPDATE ON second_factor_use
BEGIN SELECT raise(abort, 'second_factor_use rows are never altered'); END;
CREATE TRIGGER second_factor_use_never_removed BEFORE DELETE ON second_factor_use
BEGIN SELECT raise(abort, 'second_factor_use rows are never removed'); END;
CREATE TRIGGER second_factor_use_of_next_event BEFORE INSERT ON second_factor_use
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'second_factor_use: a row belongs to the next event'); END;
CREATE TRIGGER recovery_code_never_altered BEFORE UPDATE ON recovery_code
BEGIN SELECT raise(abort, 'recovery_code rows are never altered'); END;
CREATE TRIGGER recovery_code_never_removed BEFORE DELETE ON recovery_code
BEGIN SELECT raise(abort, 'recovery_code rows are never removed'); END;
CREATE TRIGGER recovery_code_of_next_event BEFORE INSERT ON recovery_code
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'recovery_code: a row belongs to the next event'); END;
CREATE TRIGGER recovery_code_use_never_altered BEFORE UPDATE ON recovery_code_use
BEGIN SELECT raise(abort, 'recovery_code_use rows are never altered'); END;
CREATE TRIGGER recovery_code_use_never_removed BEFORE DELETE ON recovery_code_use
BEGIN SELECT raise(abort, 'recovery_code_use rows are never removed'); END;
CREATE TRIGGER recovery_code_use_of_next_event BEFORE INSERT ON recovery_code_use
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'recovery_code_use: a row belongs to the next event'); END;
CREATE TRIGGER recovery_end_never_altered BEFORE UPDATE ON recovery_end
BEGIN SELECT raise(abort, 'recovery_end rows are never altered'); END;
CREATE TRIGGER recovery_end_never_removed BEFORE DELETE ON recovery_end
BEGIN SELECT raise(abort, 'recovery_end rows are never removed'); END;
CREATE TRIGGER recovery_end_of_next_event BEFORE INSERT ON recovery_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'recovery_end: a row belongs to the next event'); END;
CREATE TRIGGER half_sign_in_never_altered BEFORE UPDATE ON half_sign_in
BEGIN SELECT raise(abort, 'half_sign_in rows are never altered'); END;
CREATE TRIGGER half_sign_in_never_removed BEFORE DELETE ON half_sign_in
BEGIN SELECT raise(abort, 'half_sign_in rows are never removed'); END;
CREATE TRIGGER half_sign_in_of_next_event BEFORE INSERT ON half_sign_in
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'half_sign_in: a row belongs to the next event'); END;
CREATE TRIGGER half_sign_in_end_never_altered BEFORE UPDATE ON half_sign_in_end
BEGIN SELECT raise(abort, 'half_sign_in_end rows are never altered'); END;
CREATE TRIGGER half_sign_in_end_never_removed BEFORE DELETE ON half_sign_in_end
BEGIN SELECT raise(abort, 'half_sign_in_end rows are never removed'); END;
CREATE TRIGGER half_sign_in_end_of_next_event BEFORE INSERT ON half_sign_in_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'half_sign_in_end: a row belongs to the next event'); END;
CREATE TRIGGER session_proof_never_altered BEFORE UPDATE ON session_proof
BEGIN SELECT raise(abort, 'session_proof rows are never altered'); END;
CREATE TRIGGER session_proof_never_removed BEFORE DELETE ON session_proof
BEGIN SELECT raise(abort, 'session_proof rows are never removed'); END;
CREATE TRIGGER session_proof_of_next_event BEFORE INSERT ON session_proof
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'session_proof: a row belongs to the next event'); END;
CREATE TRIGGER device_never_altered BEFORE UPDATE ON device
BEGIN SELECT raise(abort, 'device rows are never altered'); END;
CREATE TRIGGER device_never_removed BEFORE DELETE ON device
BEGIN SELECT raise(abort, 'device rows are never removed'); END;
CREATE TRIGGER device_of_next_event BEFORE INSERT ON device
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'device: a row belongs to the next event'); END;
CREATE TRIGGER token_command_never_altered BEFORE UPDATE ON token_command
BEGIN SELECT raise(abort, 'token_command rows are never altered'); END;
CREATE TRIGGER token_command_never_removed BEFORE DELETE ON token_command
BEGIN SELECT raise(abort, 'token_command rows are never removed'); END;
CREATE TRIGGER token_command_of_next_event BEFORE INSERT ON token_command
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'token_command: a row belongs to the next event'); END;

-- Passkeys, and accounts of other providers.

-- WITNESSED. One row is the random name by which authenticators know a user: it tells nothing of them.
CREATE TABLE user_handle (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL UNIQUE REFERENCES user,
  handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 32),
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a passkey of a user (Web Authentication level 3): the public half of a key pair that an
-- authenticator made for the site rp_id, and its counter then. A synced one stands on several devices.
CREATE TABLE passkey (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES user,
  rp_id TEXT NOT NULL,
  credential_id BLOB NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1023),
  public_key BLOB NOT NULL CHECK (length(public_key) BETWEEN 1 AND 4096),
  counter INTEGER NOT NULL CHECK (counter >= 0),
  synced INTEGER NOT NULL CHECK (synced IN (0, 1)),
  label_detail_id INTEGER NOT NULL REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX passkey_of ON passkey (user_id, id);

-- WITNESSED. One row is one sign-in with a passkey: its counter then, and the hash of the challenge that it
-- answered, which no other may answer.
CREATE TABLE passkey_use (
  id INTEGER PRIMARY KEY,
  passkey_id INTEGER NOT NULL REFERENCES passkey,
  counter INTEGER NOT NULL CHECK (counter >= 0),
  challenge_hash BLOB NOT NULL UNIQUE CHECK (length(challenge_hash) = 32),
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX passkey_use_of ON passkey_use (passkey_id, id);
CREATE TRIGGER passkey_use_rises BEFORE INSERT ON passkey_use
WHEN EXISTS (SELECT 1 FROM passkey WHERE id = new.passkey_id AND counter > 0 AND counter >= new.counter)
  OR EXISTS (SELECT 1 FROM passkey_use WHERE passkey_id = new.passkey_id AND counter > 0 AND counter >= new.counter)
BEGIN SELECT raise(abort, 'the counter of a passkey only rises'); END;

-- WITNESSED. One row ends a passkey: it was removed, or its counter went back, as that of a copy would.
CREATE TABLE passkey_end (
  id INTEGER PRIMARY KEY,
  passkey_id INTEGER NOT NULL UNIQUE REFERENCES passkey,
  reason TEXT NOT NULL CHECK (reason IN ('removed', 'counter_went_back')),
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row connects a provider of sign-ins (OpenID Connect) under a word that stands in its return
-- address. The secret is sealed under the book's master key, and lies apart; a public client has none.
CREATE TABLE identity_provider (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  issuer TEXT NOT NULL,
  client_id TEXT NOT NULL,
  secret_detail_id INTEGER REFERENCES detail,
  label_detail_id INTEGER NOT NULL REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row disconnects a provider.
CREATE TABLE identity_provider_end (
  id INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL UNIQUE REFERENCES identity_provider,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row links a user with an account at an issuer: its subject, which lies apart. An account that
-- is linked says who signs in, whatever provider of that issuer is connected.
CREATE TABLE identity (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES user,
  issuer TEXT NOT NULL,
  subject_detail_id INTEGER NOT NULL REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX identity_of ON identity (user_id, id);
CREATE INDEX identity_at ON identity (issuer);

-- WITNESSED. One row ends such a link.
CREATE TABLE identity_end (
  id INTEGER PRIMARY KEY,
  identity_id INTEGER NOT NULL UNIQUE REFERENCES identity,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is one sign-in by a linked account: the hash of the nonce that its ID token answered, which
-- no other may answer, and what the provider said of how the person showed who they are (acr, and amr as JSON).
CREATE TABLE identity_use (
  id INTEGER PRIMARY KEY,
  identity_id INTEGER NOT NULL REFERENCES identity,
  nonce_hash BLOB NOT NULL UNIQUE CHECK (length(nonce_hash) = 32),
  acr TEXT,
  amr TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX identity_use_of ON identity_use (identity_id, id);
CREATE TRIGGER user_handle_never_altered BEFORE UPDATE ON user_handle
BEGIN SELECT raise(abort, 'user_handle rows are never altered'); END;
CREATE TRIGGER user_handle_never_removed BEFORE DELETE ON user_handle
BEGIN SELECT raise(abort, 'user_handle rows are never removed'); END;
CREATE TRIGGER user_handle_of_next_event BEFORE INSERT ON user_handle
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'user_handle: a row belongs to the next event'); END;
CREATE TRIGGER passkey_never_altered BEFORE UPDATE ON passkey
BEGIN SELECT raise(abort, 'passkey rows are never altered'); END;
CREATE TRIGGER passkey_never_removed BEFORE DELETE ON passkey
BEGIN SELECT raise(abort, 'passkey rows are never removed'); END;
CREATE TRIGGER passkey_of_next_event BEFORE INSERT ON passkey
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'passkey: a row belongs to the next event'); END;
CREATE TRIGGER passkey_use_never_altered BEFORE UPDATE ON passkey_use
BEGIN SELECT raise(abort, 'passkey_use rows are never altered'); END;
CREATE TRIGGER passkey_use_never_removed BEFORE DELETE ON passkey_use
BEGIN SELECT raise(abort, 'passkey_use rows are never removed'); END;
CREATE TRIGGER passkey_use_of_next_event BEFORE INSERT ON passkey_use
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'passkey_use: a row belongs to the next event'); END;
CREATE TRIGGER passkey_end_never_altered BEFORE UPDATE ON passkey_end
BEGIN SELECT raise(abort, 'passkey_end rows are never altered'); END;
CREATE TRIGGER passkey_end_never_removed BEFORE DELETE ON passkey_end
BEGIN SELECT raise(abort, 'passkey_end rows are never removed'); END;
CREATE TRIGGER passkey_end_of_next_event BEFORE INSERT ON passkey_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'passkey_end: a row belongs to the next event'); END;
CREATE TRIGGER identity_provider_never_altered BEFORE UPDATE ON identity_provider
BEGIN SELECT raise(abort, 'identity_provider rows are never altered'); END;
CREATE TRIGGER identity_provider_never_removed BEFORE DELETE ON identity_provider
BEGIN SELECT raise(abort, 'identity_provider rows are never removed'); END;
CREATE TRIGGER identity_provider_of_next_event BEFORE INSERT ON identity_provider
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'identity_provider: a row belongs to the next event'); END;
CREATE TRIGGER identity_provider_end_never_altered BEFORE UPDATE ON identity_provider_end
BEGIN SELECT raise(abort, 'identity_provider_end rows are never altered'); END;
CREATE TRIGGER identity_provider_end_never_removed BEFORE DELETE ON identity_provider_end
BEGIN SELECT raise(abort, 'identity_provider_end rows are never removed'); END;
CREATE TRIGGER identity_provider_end_of_next_event BEFORE INSERT ON identity_provider_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'identity_provider_end: a row belongs to the next event'); END;
CREATE TRIGGER identity_never_altered BEFORE UPDATE ON identity
BEGIN SELECT raise(abort, 'identity rows are never altered'); END;
CREATE TRIGGER identity_never_removed BEFORE DELETE ON identity
BEGIN SELECT raise(abort, 'identity rows are never removed'); END;
CREATE TRIGGER identity_of_next_event BEFORE INSERT ON identity
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'identity: a row belongs to the next event'); END;
CREATE TRIGGER identity_end_never_altered BEFORE UPDATE ON identity_end
BEGIN SELECT raise(abort, 'identity_end rows are never altered'); END;
CREATE TRIGGER identity_end_never_removed BEFORE DELETE ON identity_end
BEGIN SELECT raise(abort, 'identity_end rows are never removed'); END;
CREATE TRIGGER identity_end_of_next_event BEFORE INSERT ON identity_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'identity_end: a row belongs to the next event'); END;
CREATE TRIGGER identity_use_never_altered BEFORE UPDATE ON identity_use
BEGIN SELECT raise(abort, 'identity_use rows are never altered'); END;
CREATE TRIGGER identity_use_never_removed BEFORE DELETE ON identity_use
BEGIN SELECT raise(abort, 'identity_use rows are never removed'); END;
CREATE TRIGGER identity_use_of_next_event BEFORE INSERT ON identity_use
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'identity_use: a row belongs to the next event'); END;

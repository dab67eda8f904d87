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

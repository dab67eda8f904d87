-- The spine: one book. Tables marked WITNESSED only ever grow: the event named by event_seq covers each
-- of their rows with its hash. The others are derived from them and can be rebuilt.

-- One row is one act that changed the book: who, when, which command, on what. The hash covers the
-- previous hash, these fields and every witnessed row that the act wrote.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  command TEXT NOT NULL,
  subject TEXT NOT NULL,
  rows_digest BLOB NOT NULL CHECK (length(rows_digest) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER event_gap_free BEFORE INSERT ON event
WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'events form a gap-free sequence'); END;

-- WITNESSED. One row is the answer given to one sender's key, so that the same request happens once.
CREATE TABLE request (
  key TEXT NOT NULL UNIQUE CHECK (length(key) BETWEEN 16 AND 200),
  command TEXT NOT NULL,
  input_digest BLOB NOT NULL CHECK (length(input_digest) = 32),
  answer TEXT NOT NULL,
  event_seq INTEGER PRIMARY KEY
) STRICT;

-- WITNESSED. One row is a version of the organisation's own particulars; the highest id is in force.
CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  book TEXT NOT NULL,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  chart TEXT NOT NULL,
  chart_version INTEGER NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a public key with which this book signs from that event on.
CREATE TABLE signing_key (
  id INTEGER PRIMARY KEY,
  kid TEXT NOT NULL UNIQUE,
  public_jwk TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row commits to a text kept apart because it may have to be erased: a name, a note.
CREATE TABLE detail (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  event_seq INTEGER NOT NULL
) STRICT;

-- One row is such a text with its salt; the digest in `detail` is SHA-256 of salt and body.
CREATE TABLE detail_body (
  detail_id INTEGER PRIMARY KEY REFERENCES detail,
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  body TEXT NOT NULL
) STRICT;

-- WITNESSED. One row is a bearer token that may use the book: its hash, its role and where, its end.
CREATE TABLE token (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  role TEXT NOT NULL,
  unit_id INTEGER REFERENCES unit,
  reads_names INTEGER NOT NULL CHECK (reads_names IN (0, 1)),
  reads_only INTEGER NOT NULL CHECK (reads_only IN (0, 1)),
  expires_at INTEGER NOT NULL,
  label_detail_id INTEGER NOT NULL REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row ends a token before its time.
CREATE TABLE token_revocation (
  token_id INTEGER PRIMARY KEY REFERENCES token,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a person or body that gives, receives or is paid on another's behalf.
CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN
    ('person', 'organisation', 'public_body', 'upper_level', 'vendor', 'training_provider')),
  name_detail_id INTEGER NOT NULL REFERENCES detail,
  unit_id INTEGER REFERENCES unit,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is an account of the chart. `floor`: 1 keeps the debit balance from going below
-- zero (a bank account), -1 the credit balance (a payable), 0 keeps nothing.
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  role TEXT UNIQUE,
  class TEXT NOT NULL CHECK (class IN
    ('asset', 'liability', 'net_assets', 'income', 'expense', 'memorandum')),
  holding TEXT CHECK (holding IN ('money', 'payable', 'commitment')),
  floor INTEGER NOT NULL CHECK (floor IN (-1, 0, 1)),
  name TEXT NOT NULL,
  name_hans TEXT,
  name_hant TEXT,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a fund: money kept for a purpose, in one currency.
CREATE TABLE fund (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  restriction TEXT NOT NULL CHECK (restriction IN
    ('unrestricted', 'purpose', 'time', 'principal_preserved', 'board_designated')),
  purpose TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  unit_id INTEGER REFERENCES unit,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a version of a fund's policy (canonical JSON); the highest id is in force.
CREATE TABLE fund_policy (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL REFERENCES fund,
  policy TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX fund_policy_of ON fund_policy (fund_id, id);

-- WITNESSED. One row is one act on a calendar month: closed, reopening requested, reopened or declined.
CREATE TABLE period_act (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  act TEXT NOT NULL CHECK (act IN
    ('closed', 'reopening_requested', 'reopened', 'reopening_declined')),
  actor TEXT NOT NULL,
  requested_by TEXT CHECK (act NOT IN ('reopened', 'reopening_declined')
    OR (requested_by IS NOT NULL AND requested_by <> actor)),
  reason_detail_id INTEGER REFERENCES detail
    CHECK (act NOT IN ('reopening_requested', 'reopening_declined') OR reason_detail_id IS NOT NULL),
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX period_act_of ON period_act (month, id);

-- Derived from period_act. One row is the state of a month that has ever been closed.
CREATE TABLE period (
  month TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('closed', 'reopening_requested', 'open'))
) STRICT, WITHOUT ROWID;

-- WITNESSED. One row is one journal entry: what happened on a day, recorded at an instant. Its postings
-- are the `legs` rows from first_posting_id on.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  first_posting_id INTEGER NOT NULL CHECK (first_posting_id > 0),
  legs INTEGER NOT NULL CHECK (legs > 0),
  effective_on TEXT NOT NULL CHECK (effective_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  recorded_at INTEGER NOT NULL,
  subject TEXT NOT NULL,
  reverses INTEGER REFERENCES entry CHECK (reverses <> id),
  note_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX entry_reversed_once ON entry (reverses) WHERE reverses IS NOT NULL;
CREATE TRIGGER entry_period_open BEFORE INSERT ON entry
WHEN (SELECT state FROM period WHERE month = substr(new.effective_on, 1, 7))
  IN ('closed', 'reopening_requested')
BEGIN SELECT raise(abort, 'a closed period takes no entry'); END;
CREATE TRIGGER entry_reverses_no_reversal BEFORE INSERT ON entry
WHEN new.reverses IS NOT NULL
  AND (SELECT reverses FROM entry WHERE id = new.reverses) IS NOT NULL
BEGIN SELECT raise(abort, 'a reversal is not reversed'); END;

-- WITNESSED. One row moves one positive amount of one fund from the credit to the debit account.
-- high_on: the latest effective day in the book up to and with this row; a row whose own day is earlier
-- was backdated. *_previous_id and *_running_minor: the row before in the same account, fund and day,
-- and the debit-positive sum of that day so far; so a register needs no index and no adding-up.
CREATE TABLE posting (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES entry,
  fund_id INTEGER NOT NULL REFERENCES fund,
  fund_serial INTEGER NOT NULL CHECK (fund_serial > 0),
  leg INTEGER NOT NULL CHECK (leg > 0),
  debit_account_id INTEGER NOT NULL REFERENCES account,
  credit_account_id INTEGER NOT NULL REFERENCES account,
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 1 AND 9007199254740991),
  party_id INTEGER REFERENCES party,
  effective_on TEXT NOT NULL,
  high_on TEXT NOT NULL,
  debit_previous_id INTEGER,
  credit_previous_id INTEGER,
  debit_running_minor INTEGER NOT NULL,
  credit_running_minor INTEGER NOT NULL,
  event_seq INTEGER NOT NULL,
  CHECK (debit_account_id <> credit_account_id)
) STRICT;
CREATE UNIQUE INDEX posting_fund_serial ON posting (fund_id, fund_serial, leg);
CREATE INDEX posting_backdated ON posting (id) WHERE effective_on < high_on;

-- Derived. One row is an account's balance in a fund now; debit-positive.
CREATE TABLE balance (
  fund_id INTEGER NOT NULL REFERENCES fund,
  account_id INTEGER NOT NULL REFERENCES account,
  balance_minor INTEGER NOT NULL
    CHECK (balance_minor BETWEEN -9007199254740991 AND 9007199254740991),
  floor INTEGER NOT NULL,
  CHECK (CASE floor WHEN 1 THEN balance_minor >= 0 WHEN -1 THEN balance_minor <= 0 ELSE 1 END),
  PRIMARY KEY (fund_id, account_id)
) STRICT, WITHOUT ROWID;

-- Derived. One row is that balance at the close of a day on which it moved, and the day's newest row.
CREATE TABLE balance_day (
  account_id INTEGER NOT NULL REFERENCES account,
  fund_id INTEGER NOT NULL REFERENCES fund,
  day TEXT NOT NULL,
  balance_minor INTEGER NOT NULL,
  moved_minor INTEGER NOT NULL,
  last_posting_id INTEGER NOT NULL,
  floor INTEGER NOT NULL,
  CHECK (CASE floor WHEN 1 THEN balance_minor >= 0 WHEN -1 THEN balance_minor <= 0 ELSE 1 END),
  PRIMARY KEY (account_id, fund_id, day)
) STRICT, WITHOUT ROWID;

-- Derived. One row is that balance right after a round number of postings: the axis of knowledge.
CREATE TABLE balance_mark (
  posting_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  fund_id INTEGER NOT NULL,
  balance_minor INTEGER NOT NULL,
  PRIMARY KEY (posting_id, fund_id, account_id)
) STRICT, WITHOUT ROWID;

-- WITNESSED. One row is a promise to give.
CREATE TABLE pledge (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL REFERENCES fund,
  party_id INTEGER NOT NULL REFERENCES party,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a contribution received, in money or in kind.
CREATE TABLE contribution (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL REFERENCES fund,
  source TEXT NOT NULL CHECK (source IN
    ('member', 'organisation', 'public_money', 'upper_level', 'unidentified')),
  form TEXT NOT NULL CHECK (form IN ('bank', 'cash', 'in_kind')),
  party_id INTEGER REFERENCES party CHECK (source = 'unidentified' OR party_id IS NOT NULL),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  received_on TEXT NOT NULL,
  pledge_id INTEGER REFERENCES pledge,
  earmark_detail_id INTEGER REFERENCES detail,
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row says whose an unidentified contribution was; the newest whose entry stands counts.
CREATE TABLE contribution_identification (
  id INTEGER PRIMARY KEY,
  contribution_id INTEGER NOT NULL REFERENCES contribution,
  source TEXT NOT NULL CHECK (source IN ('member', 'organisation', 'public_money', 'upper_level')),
  party_id INTEGER NOT NULL REFERENCES party,
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX contribution_identification_of ON contribution_identification (contribution_id);

-- WITNESSED. One row gives a contribution back, in part or whole.
CREATE TABLE contribution_refund (
  id INTEGER PRIMARY KEY,
  contribution_id INTEGER NOT NULL REFERENCES contribution,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX contribution_refund_of ON contribution_refund (contribution_id);

-- WITNESSED. One row is a numbered receipt for a contribution. It is void once the identification that it
-- was given on is reversed; a contribution has one that stands.
CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  contribution_id INTEGER NOT NULL REFERENCES contribution,
  issued_on TEXT NOT NULL,
  statutory_number TEXT,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX receipt_of ON receipt (contribution_id);
CREATE TRIGGER receipt_once BEFORE INSERT ON receipt
WHEN EXISTS (
  SELECT 1 FROM receipt AS r
  WHERE r.contribution_id = new.contribution_id AND r.id <> new.id AND NOT EXISTS (
    SELECT 1 FROM contribution_identification AS i JOIN entry AS e ON e.reverses = i.entry_id
    WHERE i.contribution_id = r.contribution_id
      AND i.event_seq < r.event_seq AND e.event_seq > r.event_seq))
BEGIN SELECT raise(abort, 'a contribution has one receipt that stands'); END;

-- WITNESSED. One row is money moved between two funds.
CREATE TABLE transfer (
  id INTEGER PRIMARY KEY,
  from_fund_id INTEGER NOT NULL REFERENCES fund,
  to_fund_id INTEGER NOT NULL REFERENCES fund CHECK (to_fund_id <> from_fund_id),
  terms TEXT NOT NULL CHECK (terms IN ('advance', 'repayment', 'permanent')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is money paid out to a person, or to a vendor on a person's behalf.
CREATE TABLE payout (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL REFERENCES fund,
  payee_id INTEGER NOT NULL REFERENCES party,
  beneficiary_id INTEGER NOT NULL REFERENCES party,
  category TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('bank', 'cash', 'goods')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  paid_on TEXT NOT NULL,
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a payout, or part of one, that came back.
CREATE TABLE payout_return (
  id INTEGER PRIMARY KEY,
  payout_id INTEGER NOT NULL REFERENCES payout,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX payout_return_of ON payout_return (payout_id);

-- WITNESSED. One row sets money of a fund aside for something promised but not yet owed.
CREATE TABLE commitment (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL REFERENCES fund,
  role TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row frees a commitment, or part of one.
CREATE TABLE commitment_release (
  id INTEGER PRIMARY KEY,
  commitment_id INTEGER NOT NULL REFERENCES commitment,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX commitment_release_of ON commitment_release (commitment_id);

-- WITNESSED. One row is a file of entries taken into the book.
CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  file_digest BLOB NOT NULL UNIQUE CHECK (length(file_digest) = 32),
  entries INTEGER NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is an issue of a disbursement statement; its frozen text is the detail.
CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  fund_id INTEGER NOT NULL REFERENCES fund,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  language TEXT NOT NULL CHECK (language IN ('en', 'zh-Hans', 'zh-Hant')),
  known_seq INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  document_detail_id INTEGER NOT NULL REFERENCES detail,
  since_id INTEGER REFERENCES statement,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_of ON statement (fund_id, from_on, to_on, id);

-- WITNESSED. One row is a person who may sign in: a name for signing in and a name to be shown, both kept
-- apart, and whether they read names in full. Their roles are `role_grant` rows.
CREATE TABLE user (
  id INTEGER PRIMARY KEY,
  login_detail_id INTEGER NOT NULL REFERENCES detail,
  name_detail_id INTEGER NOT NULL REFERENCES detail,
  reads_names INTEGER NOT NULL CHECK (reads_names IN (0, 1)),
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row puts a password of a user in force (its scrypt hash, kept apart); the highest id counts.
CREATE TABLE user_password (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES user,
  hash_detail_id INTEGER NOT NULL REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX user_password_of ON user_password (user_id, id);

-- WITNESSED. One row ends a user: no more signing in.
CREATE TABLE user_end (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL UNIQUE REFERENCES user,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a user signed in at one browser: the hash of its secret, and its end.
CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  user_id INTEGER NOT NULL REFERENCES user,
  expires_at INTEGER NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX session_of ON session (user_id, expires_at);

-- WITNESSED. One row ends a session before its time.
CREATE TABLE session_end (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL UNIQUE REFERENCES session,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a link that makes one user, or gives one a new password: the hash of its secret.
CREATE TABLE invitation (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  role TEXT NOT NULL,
  unit_id INTEGER REFERENCES unit,
  reads_names INTEGER NOT NULL CHECK (reads_names IN (0, 1)),
  user_id INTEGER REFERENCES user,
  expires_at INTEGER NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is the one use of an invitation, and the user that came of it.
CREATE TABLE invitation_use (
  id INTEGER PRIMARY KEY,
  invitation_id INTEGER NOT NULL UNIQUE REFERENCES invitation,
  user_id INTEGER NOT NULL REFERENCES user,
  event_seq INTEGER NOT NULL
) STRICT;

-- Derived. One row is the RFC 6962 hash of a complete block of 2^level event hashes, 256 and more.
CREATE TABLE merkle_block (
  level INTEGER NOT NULL,
  position INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, position)
) STRICT, WITHOUT ROWID;

-- What is witnessed is never altered and never removed (rule 1).
CREATE TRIGGER event_never_altered BEFORE UPDATE ON event
BEGIN SELECT raise(abort, 'event rows are never altered'); END;
CREATE TRIGGER event_never_removed BEFORE DELETE ON event
BEGIN SELECT raise(abort, 'event rows are never removed'); END;
CREATE TRIGGER request_never_altered BEFORE UPDATE ON request
BEGIN SELECT raise(abort, 'request rows are never altered'); END;
CREATE TRIGGER request_never_removed BEFORE DELETE ON request
BEGIN SELECT raise(abort, 'request rows are never removed'); END;
CREATE TRIGGER organisation_never_altered BEFORE UPDATE ON organisation
BEGIN SELECT raise(abort, 'organisation rows are never altered'); END;
CREATE TRIGGER organisation_never_removed BEFORE DELETE ON organisation
BEGIN SELECT raise(abort, 'organisation rows are never removed'); END;
CREATE TRIGGER signing_key_never_altered BEFORE UPDATE ON signing_key
BEGIN SELECT raise(abort, 'signing_key rows are never altered'); END;
CREATE TRIGGER signing_key_never_removed BEFORE DELETE ON signing_key
BEGIN SELECT raise(abort, 'signing_key rows are never removed'); END;
CREATE TRIGGER detail_never_altered BEFORE UPDATE ON detail
BEGIN SELECT raise(abort, 'detail rows are never altered'); END;
CREATE TRIGGER detail_never_removed BEFORE DELETE ON detail
BEGIN SELECT raise(abort, 'detail rows are never removed'); END;
CREATE TRIGGER token_never_altered BEFORE UPDATE ON token
BEGIN SELECT raise(abort, 'token rows are never altered'); END;
CREATE TRIGGER token_never_removed BEFORE DELETE ON token
BEGIN SELECT raise(abort, 'token rows are never removed'); END;
CREATE TRIGGER token_revocation_never_altered BEFORE UPDATE ON token_revocation
BEGIN SELECT raise(abort, 'token_revocation rows are never altered'); END;
CREATE TRIGGER token_revocation_never_removed BEFORE DELETE ON token_revocation
BEGIN SELECT raise(abort, 'token_revocation rows are never removed'); END;
CREATE TRIGGER party_never_altered BEFORE UPDATE ON party
BEGIN SELECT raise(abort, 'party rows are never altered'); END;
CREATE TRIGGER party_never_removed BEFORE DELETE ON party
BEGIN SELECT raise(abort, 'party rows are never removed'); END;
CREATE TRIGGER account_never_altered BEFORE UPDATE ON account
BEGIN SELECT raise(abort, 'account rows are never altered'); END;
CREATE TRIGGER account_never_removed BEFORE DELETE ON account
BEGIN SELECT raise(abort, 'account rows are never removed'); END;
CREATE TRIGGER fund_never_altered BEFORE UPDATE ON fund
BEGIN SELECT raise(abort, 'fund rows are never altered'); END;
CREATE TRIGGER fund_never_removed BEFORE DELETE ON fund
BEGIN SELECT raise(abort, 'fund rows are never removed'); END;
CREATE TRIGGER fund_policy_never_altered BEFORE UPDATE ON fund_policy
BEGIN SELECT raise(abort, 'fund_policy rows are never altered'); END;
CREATE TRIGGER fund_policy_never_removed BEFORE DELETE ON fund_policy
BEGIN SELECT raise(abort, 'fund_policy rows are never removed'); END;
CREATE TRIGGER period_act_never_altered BEFORE UPDATE ON period_act
BEGIN SELECT raise(abort, 'period_act rows are never altered'); END;
CREATE TRIGGER period_act_never_removed BEFORE DELETE ON period_act
BEGIN SELECT raise(abort, 'period_act rows are never removed'); END;
CREATE TRIGGER entry_never_altered BEFORE UPDATE ON entry
BEGIN SELECT raise(abort, 'entry rows are never altered'); END;
CREATE TRIGGER entry_never_removed BEFORE DELETE ON entry
BEGIN SELECT raise(abort, 'entry rows are never removed'); END;
CREATE TRIGGER posting_never_altered BEFORE UPDATE ON posting
BEGIN SELECT raise(abort, 'posting rows are never altered'); END;
CREATE TRIGGER posting_never_removed BEFORE DELETE ON posting
BEGIN SELECT raise(abort, 'posting rows are never removed'); END;
CREATE TRIGGER pledge_never_altered BEFORE UPDATE ON pledge
BEGIN SELECT raise(abort, 'pledge rows are never altered'); END;
CREATE TRIGGER pledge_never_removed BEFORE DELETE ON pledge
BEGIN SELECT raise(abort, 'pledge rows are never removed'); END;
CREATE TRIGGER contribution_never_altered BEFORE UPDATE ON contribution
BEGIN SELECT raise(abort, 'contribution rows are never altered'); END;
CREATE TRIGGER contribution_never_removed BEFORE DELETE ON contribution
BEGIN SELECT raise(abort, 'contribution rows are never removed'); END;
CREATE TRIGGER contribution_identification_never_altered BEFORE UPDATE ON contribution_identification
BEGIN SELECT raise(abort, 'contribution_identification rows are never altered'); END;
CREATE TRIGGER contribution_identification_never_removed BEFORE DELETE ON contribution_identification
BEGIN SELECT raise(abort, 'contribution_identification rows are never removed'); END;
CREATE TRIGGER contribution_refund_never_altered BEFORE UPDATE ON contribution_refund
BEGIN SELECT raise(abort, 'contribution_refund rows are never altered'); END;
CREATE TRIGGER contribution_refund_never_removed BEFORE DELETE ON contribution_refund
BEGIN SELECT raise(abort, 'contribution_refund rows are never removed'); END;
CREATE TRIGGER receipt_never_altered BEFORE UPDATE ON receipt
BEGIN SELECT raise(abort, 'receipt rows are never altered'); END;
CREATE TRIGGER receipt_never_removed BEFORE DELETE ON receipt
BEGIN SELECT raise(abort, 'receipt rows are never removed'); END;
CREATE TRIGGER transfer_never_altered BEFORE UPDATE ON transfer
BEGIN SELECT raise(abort, 'transfer rows are never altered'); END;
CREATE TRIGGER transfer_never_removed BEFORE DELETE ON transfer
BEGIN SELECT raise(abort, 'transfer rows are never removed'); END;
CREATE TRIGGER payout_never_altered BEFORE UPDATE ON payout
BEGIN SELECT raise(abort, 'payout rows are never altered'); END;
CREATE TRIGGER payout_never_removed BEFORE DELETE ON payout
BEGIN SELECT raise(abort, 'payout rows are never removed'); END;
CREATE TRIGGER payout_return_never_altered BEFORE UPDATE ON payout_return
BEGIN SELECT raise(abort, 'payout_return rows are never altered'); END;
CREATE TRIGGER payout_return_never_removed BEFORE DELETE ON payout_return
BEGIN SELECT raise(abort, 'payout_return rows are never removed'); END;
CREATE TRIGGER commitment_never_altered BEFORE UPDATE ON commitment
BEGIN SELECT raise(abort, 'commitment rows are never altered'); END;
CREATE TRIGGER commitment_never_removed BEFORE DELETE ON commitment
BEGIN SELECT raise(abort, 'commitment rows are never removed'); END;
CREATE TRIGGER commitment_release_never_altered BEFORE UPDATE ON commitment_release
BEGIN SELECT raise(abort, 'commitment_release rows are never altered'); END;
CREATE TRIGGER commitment_release_never_removed BEFORE DELETE ON commitment_release
BEGIN SELECT raise(abort, 'commitment_release rows are never removed'); END;
CREATE TRIGGER import_never_altered BEFORE UPDATE ON import
BEGIN SELECT raise(abort, 'import rows are never altered'); END;
CREATE TRIGGER import_never_removed BEFORE DELETE ON import
BEGIN SELECT raise(abort, 'import rows are never removed'); END;
CREATE TRIGGER statement_never_altered BEFORE UPDATE ON statement
BEGIN SELECT raise(abort, 'statement rows are never altered'); END;
CREATE TRIGGER statement_never_removed BEFORE DELETE ON statement
BEGIN SELECT raise(abort, 'statement rows are never removed'); END;
CREATE TRIGGER user_never_altered BEFORE UPDATE ON user
BEGIN SELECT raise(abort, 'user rows are never altered'); END;
CREATE TRIGGER user_never_removed BEFORE DELETE ON user
BEGIN SELECT raise(abort, 'user rows are never removed'); END;
CREATE TRIGGER user_password_never_altered BEFORE UPDATE ON user_password
BEGIN SELECT raise(abort, 'user_password rows are never altered'); END;
CREATE TRIGGER user_password_never_removed BEFORE DELETE ON user_password
BEGIN SELECT raise(abort, 'user_password rows are never removed'); END;
CREATE TRIGGER user_end_never_altered BEFORE UPDATE ON user_end
BEGIN SELECT raise(abort, 'user_end rows are never altered'); END;
CREATE TRIGGER user_end_never_removed BEFORE DELETE ON user_end
BEGIN SELECT raise(abort, 'user_end rows are never removed'); END;
CREATE TRIGGER session_never_altered BEFORE UPDATE ON session
BEGIN SELECT raise(abort, 'session rows are never altered'); END;
CREATE TRIGGER session_never_removed BEFORE DELETE ON session
BEGIN SELECT raise(abort, 'session rows are never removed'); END;
CREATE TRIGGER session_end_never_altered BEFORE UPDATE ON session_end
BEGIN SELECT raise(abort, 'session_end rows are never altered'); END;
CREATE TRIGGER session_end_never_removed BEFORE DELETE ON session_end
BEGIN SELECT raise(abort, 'session_end rows are never removed'); END;
CREATE TRIGGER invitation_never_altered BEFORE UPDATE ON invitation
BEGIN SELECT raise(abort, 'invitation rows are never altered'); END;
CREATE TRIGGER invitation_never_removed BEFORE DELETE ON invitation
BEGIN SELECT raise(abort, 'invitation rows are never removed'); END;
CREATE TRIGGER invitation_use_never_altered BEFORE UPDATE ON invitation_use
BEGIN SELECT raise(abort, 'invitation_use rows are never altered'); END;
CREATE TRIGGER invitation_use_never_removed BEFORE DELETE ON invitation_use
BEGIN SELECT raise(abort, 'invitation_use rows are never removed'); END;

-- A witnessed row belongs to the event that is about to be appended, and to no other (rule 4). A foreign
-- key could not say so, and a deferred one would search every table for each event.
CREATE TRIGGER request_of_next_event BEFORE INSERT ON request
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'request: a row belongs to the next event'); END;
CREATE TRIGGER organisation_of_next_event BEFORE INSERT ON organisation
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'organisation: a row belongs to the next event'); END;
CREATE TRIGGER signing_key_of_next_event BEFORE INSERT ON signing_key
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'signing_key: a row belongs to the next event'); END;
CREATE TRIGGER detail_of_next_event BEFORE INSERT ON detail
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'detail: a row belongs to the next event'); END;
CREATE TRIGGER token_of_next_event BEFORE INSERT ON token
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'token: a row belongs to the next event'); END;
CREATE TRIGGER token_revocation_of_next_event BEFORE INSERT ON token_revocation
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'token_revocation: a row belongs to the next event'); END;
CREATE TRIGGER party_of_next_event BEFORE INSERT ON party
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'party: a row belongs to the next event'); END;
CREATE TRIGGER account_of_next_event BEFORE INSERT ON account
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'account: a row belongs to the next event'); END;
CREATE TRIGGER fund_of_next_event BEFORE INSERT ON fund
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'fund: a row belongs to the next event'); END;
CREATE TRIGGER fund_policy_of_next_event BEFORE INSERT ON fund_policy
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'fund_policy: a row belongs to the next event'); END;
CREATE TRIGGER period_act_of_next_event BEFORE INSERT ON period_act
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'period_act: a row belongs to the next event'); END;
CREATE TRIGGER entry_of_next_event BEFORE INSERT ON entry
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'entry: a row belongs to the next event'); END;
CREATE TRIGGER posting_of_next_event BEFORE INSERT ON posting
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'posting: a row belongs to the next event'); END;
CREATE TRIGGER pledge_of_next_event BEFORE INSERT ON pledge
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'pledge: a row belongs to the next event'); END;
CREATE TRIGGER contribution_of_next_event BEFORE INSERT ON contribution
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'contribution: a row belongs to the next event'); END;
CREATE TRIGGER contribution_identification_of_next_event BEFORE INSERT ON contribution_identification
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'contribution_identification: a row belongs to the next event'); END;
CREATE TRIGGER contribution_refund_of_next_event BEFORE INSERT ON contribution_refund
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'contribution_refund: a row belongs to the next event'); END;
CREATE TRIGGER receipt_of_next_event BEFORE INSERT ON receipt
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'receipt: a row belongs to the next event'); END;
CREATE TRIGGER transfer_of_next_event BEFORE INSERT ON transfer
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'transfer: a row belongs to the next event'); END;
CREATE TRIGGER payout_of_next_event BEFORE INSERT ON payout
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'payout: a row belongs to the next event'); END;
CREATE TRIGGER payout_return_of_next_event BEFORE INSERT ON payout_return
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'payout_return: a row belongs to the next event'); END;
CREATE TRIGGER commitment_of_next_event BEFORE INSERT ON commitment
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'commitment: a row belongs to the next event'); END;
CREATE TRIGGER commitment_release_of_next_event BEFORE INSERT ON commitment_release
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'commitment_release: a row belongs to the next event'); END;
CREATE TRIGGER import_of_next_event BEFORE INSERT ON import
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'import: a row belongs to the next event'); END;
CREATE TRIGGER statement_of_next_event BEFORE INSERT ON statement
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'statement: a row belongs to the next event'); END;
CREATE TRIGGER user_of_next_event BEFORE INSERT ON user
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'user: a row belongs to the next event'); END;
CREATE TRIGGER user_password_of_next_event BEFORE INSERT ON user_password
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'user_password: a row belongs to the next event'); END;
CREATE TRIGGER user_end_of_next_event BEFORE INSERT ON user_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'user_end: a row belongs to the next event'); END;
CREATE TRIGGER session_of_next_event BEFORE INSERT ON session
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'session: a row belongs to the next event'); END;
CREATE TRIGGER session_end_of_next_event BEFORE INSERT ON session_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'session_end: a row belongs to the next event'); END;
CREATE TRIGGER invitation_of_next_event BEFORE INSERT ON invitation
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'invitation: a row belongs to the next event'); END;
CREATE TRIGGER invitation_use_of_next_event BEFORE INSERT ON invitation_use
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'invitation_use: a row belongs to the next event'); END;

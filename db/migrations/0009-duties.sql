-- Duties kept apart: whoever enters a payout does not approve it, whoever approves it does not pay it, and nobody
-- decides where they have an interest. An actor here is a person: a token stands for who made it.

-- WITNESSED. One row says which person of the registers a user is, or that they are none of them; the newest
-- counts. Their kin, household and ties are so known.
CREATE TABLE user_person (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES user,
  party_id INTEGER REFERENCES party,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX user_person_of ON user_person (user_id, id);

-- WITNESSED. One row is an interest that a user has declared: whom it concerns, of what kind, and a note.
CREATE TABLE interest (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES user,
  party_id INTEGER NOT NULL REFERENCES party,
  kind TEXT NOT NULL CHECK (kind IN ('family', 'friendship', 'business', 'dispute', 'other')),
  note_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX interest_of ON interest (user_id, party_id);

-- WITNESSED. One row ends a declared interest, once.
CREATE TABLE interest_end (
  id INTEGER PRIMARY KEY,
  interest_id INTEGER NOT NULL UNIQUE REFERENCES interest,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row asks for a payment: who entered it, from which fund, to whom and for whom, under which
-- policy on duties (none: the house's own). In an emergency it is paid before it is ratified, and says why.
CREATE TABLE payment_request (
  id INTEGER PRIMARY KEY,
  actor TEXT NOT NULL,
  fund_id INTEGER NOT NULL REFERENCES fund,
  payee_id INTEGER NOT NULL REFERENCES party,
  beneficiary_id INTEGER NOT NULL REFERENCES party,
  category TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('bank', 'cash')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  note_detail_id INTEGER REFERENCES detail,
  approvals_needed INTEGER NOT NULL CHECK (approvals_needed > 0),
  emergency INTEGER NOT NULL CHECK (emergency IN (0, 1)) CHECK (emergency = 0 OR approvals_needed >= 2),
  reason_detail_id INTEGER REFERENCES detail CHECK (emergency = 0 OR reason_detail_id IS NOT NULL),
  policy_version_id INTEGER REFERENCES policy_version,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX payment_request_in ON payment_request (fund_id, id);

-- WITNESSED. One row approves such a request, once for each person; the last one needed names the entry that
-- makes the amount payable.
CREATE TABLE payment_approval (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES payment_request,
  actor TEXT NOT NULL,
  entry_id INTEGER UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL,
  UNIQUE (request_id, actor)
) STRICT;
CREATE TRIGGER payment_approval_by_another BEFORE INSERT ON payment_approval
WHEN new.actor = (SELECT actor FROM payment_request WHERE id = new.request_id)
BEGIN SELECT raise(abort, 'whoever entered a payment does not approve it'); END;
CREATE TRIGGER payment_approval_while_open BEFORE INSERT ON payment_approval
WHEN EXISTS (SELECT 1 FROM payment_request_end WHERE request_id = new.request_id)
BEGIN SELECT raise(abort, 'the request has ended'); END;

-- WITNESSED. One row ends a request that is not to be paid, once: declined, or withdrawn by who entered it; what
-- was payable already is undone by the entry.
CREATE TABLE payment_request_end (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL UNIQUE REFERENCES payment_request,
  act TEXT NOT NULL CHECK (act IN ('declined', 'withdrawn', 'cancelled')),
  actor TEXT NOT NULL,
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  entry_id INTEGER UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE TRIGGER payment_request_end_unpaid BEFORE INSERT ON payment_request_end
WHEN EXISTS (SELECT 1 FROM request_payment AS p JOIN payout AS o ON o.id = p.payout_id
  WHERE p.request_id = new.request_id
    AND NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = o.entry_id))
BEGIN SELECT raise(abort, 'the request has been paid'); END;

-- WITNESSED. One row is the payment of a request: by somebody who did not approve it. A request has one that
-- stands; it is paid again only when the entry of the earlier one was reversed.
CREATE TABLE request_payment (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES payment_request,
  payout_id INTEGER NOT NULL UNIQUE REFERENCES payout,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX request_payment_of ON request_payment (request_id);
CREATE TRIGGER request_payment_once BEFORE INSERT ON request_payment
WHEN EXISTS (SELECT 1 FROM request_payment AS p JOIN payout AS o ON o.id = p.payout_id
  WHERE p.request_id = new.request_id
    AND NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = o.entry_id))
BEGIN SELECT raise(abort, 'a request is paid once'); END;
CREATE TRIGGER request_payment_by_another BEFORE INSERT ON request_payment
WHEN EXISTS (SELECT 1 FROM payment_approval
  WHERE request_id = new.request_id AND actor = new.actor)
BEGIN SELECT raise(abort, 'whoever approved a payment does not pay it'); END;
CREATE TRIGGER request_payment_approved BEFORE INSERT ON request_payment
WHEN (SELECT count(*) FROM payment_approval WHERE request_id = new.request_id)
  < (SELECT approvals_needed FROM payment_request WHERE id = new.request_id)
  OR EXISTS (SELECT 1 FROM payment_request_end WHERE request_id = new.request_id)
BEGIN SELECT raise(abort, 'the request is not approved'); END;

CREATE TRIGGER user_person_never_altered BEFORE UPDATE ON user_person
BEGIN SELECT raise(abort, 'user_person rows are never altered'); END;
CREATE TRIGGER user_person_never_removed BEFORE DELETE ON user_person
BEGIN SELECT raise(abort, 'user_person rows are never removed'); END;
CREATE TRIGGER user_person_of_next_event BEFORE INSERT ON user_person
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'user_person: a row belongs to the next event'); END;
CREATE TRIGGER interest_never_altered BEFORE UPDATE ON interest
BEGIN SELECT raise(abort, 'interest rows are never altered'); END;
CREATE TRIGGER interest_never_removed BEFORE DELETE ON interest
BEGIN SELECT raise(abort, 'interest rows are never removed'); END;
CREATE TRIGGER interest_of_next_event BEFORE INSERT ON interest
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'interest: a row belongs to the next event'); END;
CREATE TRIGGER interest_end_never_altered BEFORE UPDATE ON interest_end
BEGIN SELECT raise(abort, 'interest_end rows are never altered'); END;
CREATE TRIGGER interest_end_never_removed BEFORE DELETE ON interest_end
BEGIN SELECT raise(abort, 'interest_end rows are never removed'); END;
CREATE TRIGGER interest_end_of_next_event BEFORE INSERT ON interest_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'interest_end: a row belongs to the next event'); END;
CREATE TRIGGER payment_request_never_altered BEFORE UPDATE ON payment_request
BEGIN SELECT raise(abort, 'payment_request rows are never altered'); END;
CREATE TRIGGER payment_request_never_removed BEFORE DELETE ON payment_request
BEGIN SELECT raise(abort, 'payment_request rows are never removed'); END;
CREATE TRIGGER payment_request_of_next_event BEFORE INSERT ON payment_request
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'payment_request: a row belongs to the next event'); END;
CREATE TRIGGER payment_approval_never_altered BEFORE UPDATE ON payment_approval
BEGIN SELECT raise(abort, 'payment_approval rows are never altered'); END;
CREATE TRIGGER payment_approval_never_removed BEFORE DELETE ON payment_approval
BEGIN SELECT raise(abort, 'payment_approval rows are never removed'); END;
CREATE TRIGGER payment_approval_of_next_event BEFORE INSERT ON payment_approval
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'payment_approval: a row belongs to the next event'); END;
CREATE TRIGGER payment_request_end_never_altered BEFORE UPDATE ON payment_request_end
BEGIN SELECT raise(abort, 'payment_request_end rows are never altered'); END;
CREATE TRIGGER payment_request_end_never_removed BEFORE DELETE ON payment_request_end
BEGIN SELECT raise(abort, 'payment_request_end rows are never removed'); END;
CREATE TRIGGER payment_request_end_of_next_event BEFORE INSERT ON payment_request_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'payment_request_end: a row belongs to the next event'); END;
CREATE TRIGGER request_payment_never_altered BEFORE UPDATE ON request_payment
BEGIN SELECT raise(abort, 'request_payment rows are never altered'); END;
CREATE TRIGGER request_payment_never_removed BEFORE DELETE ON request_payment
BEGIN SELECT raise(abort, 'request_payment rows are never removed'); END;
CREATE TRIGGER request_payment_of_next_event BEFORE INSERT ON request_payment
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'request_payment: a row belongs to the next event'); END;

-- How awards reach people: batches that one prepares and another releases, what the bank says of each line, and what
-- comes after: confirmation, call-backs, grievances, claims for money back.

-- WITNESSED. One row is a batch of instalments of one fund that are paid together, as its maker prepares it.
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  fund_id INTEGER NOT NULL REFERENCES fund,
  form TEXT NOT NULL CHECK (form IN ('bank', 'cash', 'goods')),
  name TEXT NOT NULL,
  pay_on TEXT NOT NULL,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX batch_in ON batch (fund_id);

-- WITNESSED. One row is a line of a batch: an instalment, at its place. It is in one batch at a time until it is paid,
-- and once it is, never again unless it came back.
CREATE TABLE batch_line (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch,
  position INTEGER NOT NULL CHECK (position > 0),
  instalment_id INTEGER NOT NULL REFERENCES instalment,
  event_seq INTEGER NOT NULL,
  UNIQUE (batch_id, position)
) STRICT;
CREATE INDEX batch_line_of ON batch_line (instalment_id);

-- WITNESSED. One row takes a line out of a batch before it is released, once.
CREATE TABLE batch_line_removal (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL UNIQUE REFERENCES batch_line,
  reason_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row drops a batch that was not released, once.
CREATE TABLE batch_drop (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL UNIQUE REFERENCES batch,
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row releases a batch, once, by another than its maker. `digest` is the SHA-256 (hex) of the roster as
-- released, which the file for the bank and the printed roster carry. By bank, the entry moves the total to clearing.
CREATE TABLE batch_release (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL UNIQUE REFERENCES batch,
  released_on TEXT NOT NULL,
  lines INTEGER NOT NULL CHECK (lines > 0),
  total_minor INTEGER NOT NULL CHECK (total_minor > 0),
  digest TEXT NOT NULL,
  entry_id INTEGER UNIQUE REFERENCES entry,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE TRIGGER batch_release_by_another BEFORE INSERT ON batch_release
WHEN new.actor = (SELECT actor FROM batch WHERE id = new.batch_id)
  OR EXISTS (SELECT 1 FROM batch_drop WHERE batch_id = new.batch_id)
BEGIN SELECT raise(abort, 'a batch is released by another than its maker, and not after it was dropped'); END;

-- WITNESSED. One row says what came of a line, once: paid, as the payout that it is, or rejected.
CREATE TABLE batch_line_result (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL UNIQUE REFERENCES batch_line,
  outcome TEXT NOT NULL CHECK (outcome IN ('paid', 'rejected')),
  cause TEXT,
  on_day TEXT NOT NULL,
  payout_id INTEGER UNIQUE REFERENCES payout CHECK ((outcome = 'paid') = (payout_id IS NOT NULL)),
  entry_id INTEGER UNIQUE REFERENCES entry,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE TRIGGER batch_line_result_released BEFORE INSERT ON batch_line_result
WHEN NOT EXISTS (SELECT 1 FROM batch_line AS l JOIN batch_release AS r ON r.batch_id = l.batch_id
    WHERE l.id = new.line_id)
  OR EXISTS (SELECT 1 FROM batch_line_removal WHERE line_id = new.line_id)
BEGIN SELECT raise(abort, 'the line was not released'); END;

-- WITNESSED. One row says who signed for a line paid in cash or goods, once: the payee, or somebody of their kin with
-- authority. `digest` is the SHA-256 (hex) of the signed slip as it was scanned, `authority_digest` that of the paper
-- by which the payee let another receive it.
CREATE TABLE batch_line_slip (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL UNIQUE REFERENCES batch_line,
  received_by TEXT NOT NULL CHECK (received_by IN ('oneself', 'kin')),
  receiver_id INTEGER NOT NULL REFERENCES party,
  digest TEXT NOT NULL,
  authority_digest TEXT CHECK ((received_by = 'kin') = (authority_digest IS NOT NULL)),
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX batch_line_slip_by ON batch_line_slip (receiver_id);

CREATE TRIGGER batch_line_paid_after_notice BEFORE INSERT ON batch_line_result
WHEN new.outcome = 'paid' AND EXISTS (
  SELECT 1 FROM batch_line AS l JOIN instalment AS i ON i.id = l.instalment_id
  JOIN award AS a ON a.id = i.award_id AND a.emergency = 0
  JOIN notice_case AS c ON c.case_id = a.case_id
  LEFT JOIN notice_end AS n ON n.notice_id = c.notice_id
  LEFT JOIN objection AS o ON o.notice_id = c.notice_id AND (o.case_id = c.case_id OR o.case_id IS NULL)
  LEFT JOIN objection_end AS e ON e.objection_id = o.id
  WHERE l.id = new.line_id AND (n.id IS NULL OR (o.id IS NOT NULL AND e.id IS NULL)))
BEGIN SELECT raise(abort, 'the notice has not closed without objection'); END;

-- WITNESSED. One row says that a line which was paid came back, once.
CREATE TABLE batch_line_bounce (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL UNIQUE REFERENCES batch_line,
  cause TEXT,
  on_day TEXT NOT NULL,
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE TRIGGER batch_line_bounce_paid BEFORE INSERT ON batch_line_bounce
WHEN NOT EXISTS (SELECT 1 FROM batch_line_result WHERE line_id = new.line_id AND outcome = 'paid')
BEGIN SELECT raise(abort, 'only what was paid comes back'); END;

CREATE TRIGGER batch_line_once BEFORE INSERT ON batch_line
WHEN EXISTS (SELECT 1 FROM instalment_end WHERE instalment_id = new.instalment_id)
  OR EXISTS (SELECT 1 FROM batch_release WHERE batch_id = new.batch_id)
  OR EXISTS (SELECT 1 FROM batch_line AS l
    LEFT JOIN batch_line_result AS r ON r.line_id = l.id
    WHERE l.instalment_id = new.instalment_id
      AND NOT EXISTS (SELECT 1 FROM batch_line_removal AS x WHERE x.line_id = l.id)
      AND NOT EXISTS (SELECT 1 FROM batch_drop AS d WHERE d.batch_id = l.batch_id)
      AND (r.id IS NULL OR (r.outcome = 'paid'
        AND NOT EXISTS (SELECT 1 FROM batch_line_bounce AS b WHERE b.line_id = l.id))))
BEGIN SELECT raise(abort, 'an instalment is paid once'); END;
CREATE TRIGGER instalment_end_unpaid BEFORE INSERT ON instalment_end
WHEN EXISTS (SELECT 1 FROM batch_line AS l
    LEFT JOIN batch_line_result AS r ON r.line_id = l.id
    WHERE l.instalment_id = new.instalment_id
      AND NOT EXISTS (SELECT 1 FROM batch_line_removal AS x WHERE x.line_id = l.id)
      AND NOT EXISTS (SELECT 1 FROM batch_drop AS d WHERE d.batch_id = l.batch_id)
      AND (r.id IS NULL OR (r.outcome = 'paid'
        AND NOT EXISTS (SELECT 1 FROM batch_line_bounce AS b WHERE b.line_id = l.id))))
BEGIN SELECT raise(abort, 'an instalment in a batch, or paid, is not cancelled'); END;

-- WITNESSED. One row closes a batch whose lines all have a result, once; its clearing is then zero.
CREATE TABLE batch_close (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL UNIQUE REFERENCES batch,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE TRIGGER batch_close_complete BEFORE INSERT ON batch_close
WHEN EXISTS (SELECT 1 FROM batch_line AS l LEFT JOIN batch_line_result AS r ON r.line_id = l.id
    WHERE l.batch_id = new.batch_id AND r.id IS NULL
      AND NOT EXISTS (SELECT 1 FROM batch_line_removal AS x WHERE x.line_id = l.id))
BEGIN SELECT raise(abort, 'lines of the batch have no result'); END;

-- WITNESSED. One row confirms that a payout of a case was received, by another than who entered the case: how, whether
-- anybody asked to have it back, and of a signed slip the digest.
CREATE TABLE delivery_confirmation (
  id INTEGER PRIMARY KEY,
  payout_id INTEGER NOT NULL UNIQUE REFERENCES payout,
  how TEXT NOT NULL CHECK (how IN ('slip', 'visit', 'call', 'code')),
  on_day TEXT NOT NULL,
  received INTEGER NOT NULL CHECK (received IN (0, 1)),
  asked_back INTEGER NOT NULL CHECK (asked_back IN (0, 1)),
  note_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row announces a drawing of payouts to call back: the hash of its seed comes first.
CREATE TABLE call_back_draw (
  id INTEGER PRIMARY KEY,
  seed_hash TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  size INTEGER NOT NULL CHECK (size > 0),
  unit_id INTEGER REFERENCES unit,
  seed_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row publishes the seed of a drawing, once, with the payouts that it was drawn from (a JSON array of their
-- numbers, rising): who is called follows from the two. The n payouts with the lowest SHA-256 of the seed (64 hex
-- digits) followed by the payout's number in decimal, in that order, are called.
CREATE TABLE call_back_seed (
  id INTEGER PRIMARY KEY,
  draw_id INTEGER NOT NULL UNIQUE REFERENCES call_back_draw,
  seed TEXT NOT NULL,
  population INTEGER NOT NULL,
  payouts TEXT NOT NULL CHECK (json_valid(payouts)),
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a payout drawn, at its place.
CREATE TABLE call_back (
  id INTEGER PRIMARY KEY,
  draw_id INTEGER NOT NULL REFERENCES call_back_draw,
  position INTEGER NOT NULL CHECK (position > 0),
  payout_id INTEGER NOT NULL REFERENCES payout,
  event_seq INTEGER NOT NULL,
  UNIQUE (draw_id, payout_id)
) STRICT;

-- WITNESSED. One row says what was heard when somebody was called; of a call-back the newest counts.
CREATE TABLE call_back_answer (
  id INTEGER PRIMARY KEY,
  call_back_id INTEGER NOT NULL REFERENCES call_back,
  outcome TEXT NOT NULL CHECK (outcome IN ('received', 'not_received', 'less', 'asked_back', 'not_reached')),
  on_day TEXT NOT NULL,
  note_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX call_back_answer_of ON call_back_answer (call_back_id, id);

-- WITNESSED. One row is a visit to a household after help was given: what was found, and when to come again.
CREATE TABLE revisit (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  visited_on TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('as_before', 'better', 'worse', 'improved')),
  findings_detail_id INTEGER REFERENCES detail,
  next_on TEXT,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX revisit_of ON revisit (case_id, id);

-- WITNESSED. One row is a grievance about a case, or an appeal against its refusal.
CREATE TABLE grievance (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  kind TEXT NOT NULL CHECK (kind IN ('grievance', 'appeal')),
  from_detail_id INTEGER REFERENCES detail,
  text_detail_id INTEGER NOT NULL REFERENCES detail,
  received_on TEXT NOT NULL,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX grievance_about ON grievance (case_id);

-- WITNESSED. One row decides it, once, by somebody who had no part in the case.
CREATE TABLE grievance_end (
  id INTEGER PRIMARY KEY,
  grievance_id INTEGER NOT NULL UNIQUE REFERENCES grievance,
  outcome TEXT NOT NULL CHECK (outcome IN ('upheld', 'dismissed', 'withdrawn')),
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row claims back what a payout of a case should not have been, with the day until which the household
-- gets no help (none: no bar).
CREATE TABLE clawback (
  id INTEGER PRIMARY KEY,
  payout_id INTEGER NOT NULL REFERENCES payout,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  cause TEXT NOT NULL CHECK (cause IN ('false_declaration', 'mistake', 'not_used_for_purpose', 'died_before',
    'not_ratified')),
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  barred_until_on TEXT,
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX clawback_of ON clawback (payout_id);
CREATE INDEX clawback_in ON clawback (case_id);
CREATE TRIGGER clawback_not_exceeded BEFORE INSERT ON clawback
WHEN new.amount_minor + (SELECT coalesce(sum(c.amount_minor), 0) FROM clawback AS c WHERE c.payout_id = new.payout_id)
  > (SELECT amount_minor FROM payout WHERE id = new.payout_id)
BEGIN SELECT raise(abort, 'more than was paid is not claimed back'); END;

-- WITNESSED. One row is money that came back on a claim.
CREATE TABLE clawback_receipt (
  id INTEGER PRIMARY KEY,
  clawback_id INTEGER NOT NULL REFERENCES clawback,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  form TEXT NOT NULL CHECK (form IN ('bank', 'cash')),
  received_on TEXT NOT NULL,
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX clawback_receipt_of ON clawback_receipt (clawback_id);
CREATE TRIGGER clawback_receipt_not_exceeded BEFORE INSERT ON clawback_receipt
WHEN new.amount_minor + (SELECT coalesce(sum(amount_minor), 0) FROM clawback_receipt WHERE clawback_id = new.clawback_id)
  > (SELECT amount_minor FROM clawback WHERE id = new.clawback_id)
BEGIN SELECT raise(abort, 'more than was claimed'); END;

-- WITNESSED. One row says from which account of a bank a fund pays from now on, and as JSON what table that bank takes
-- (none: the usual one); the newest counts. It is the organisation's own, so it lies open.
CREATE TABLE paying_account (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL REFERENCES fund,
  holder TEXT NOT NULL,
  number TEXT NOT NULL,
  bank TEXT,
  bic TEXT,
  layout TEXT CHECK (layout IS NULL OR json_valid(layout)),
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX paying_account_of ON paying_account (fund_id, id);

CREATE TRIGGER batch_never_altered BEFORE UPDATE ON batch
BEGIN SELECT raise(abort, 'batch rows are never altered'); END;
CREATE TRIGGER batch_never_removed BEFORE DELETE ON batch
BEGIN SELECT raise(abort, 'batch rows are never removed'); END;
CREATE TRIGGER batch_of_next_event BEFORE INSERT ON batch
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'batch: a row belongs to the next event'); END;
CREATE TRIGGER batch_line_never_altered BEFORE UPDATE ON batch_line
BEGIN SELECT raise(abort, 'batch_line rows are never altered'); END;
CREATE TRIGGER batch_line_never_removed BEFORE DELETE ON batch_line
BEGIN SELECT raise(abort, 'batch_line rows are never removed'); END;
CREATE TRIGGER batch_line_of_next_event BEFORE INSERT ON batch_line
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'batch_line: a row belongs to the next event'); END;
CREATE TRIGGER batch_line_removal_never_altered BEFORE UPDATE ON batch_line_removal
BEGIN SELECT raise(abort, 'batch_line_removal rows are never altered'); END;
CREATE TRIGGER batch_line_removal_never_removed BEFORE DELETE ON batch_line_removal
BEGIN SELECT raise(abort, 'batch_line_removal rows are never removed'); END;
CREATE TRIGGER batch_line_removal_of_next_event BEFORE INSERT ON batch_line_removal
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'batch_line_removal: a row belongs to the next event'); END;
CREATE TRIGGER batch_drop_never_altered BEFORE UPDATE ON batch_drop
BEGIN SELECT raise(abort, 'batch_drop rows are never altered'); END;
CREATE TRIGGER batch_drop_never_removed BEFORE DELETE ON batch_drop
BEGIN SELECT raise(abort, 'batch_drop rows are never removed'); END;
CREATE TRIGGER batch_drop_of_next_event BEFORE INSERT ON batch_drop
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'batch_drop: a row belongs to the next event'); END;
CREATE TRIGGER batch_release_never_altered BEFORE UPDATE ON batch_release
BEGIN SELECT raise(abort, 'batch_release rows are never altered'); END;
CREATE TRIGGER batch_release_never_removed BEFORE DELETE ON batch_release
BEGIN SELECT raise(abort, 'batch_release rows are never removed'); END;
CREATE TRIGGER batch_release_of_next_event BEFORE INSERT ON batch_release
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'batch_release: a row belongs to the next event'); END;
CREATE TRIGGER batch_line_result_never_altered BEFORE UPDATE ON batch_line_result
BEGIN SELECT raise(abort, 'batch_line_result rows are never altered'); END;
CREATE TRIGGER batch_line_result_never_removed BEFORE DELETE ON batch_line_result
BEGIN SELECT raise(abort, 'batch_line_result rows are never removed'); END;
CREATE TRIGGER batch_line_result_of_next_event BEFORE INSERT ON batch_line_result
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'batch_line_result: a row belongs to the next event'); END;
CREATE TRIGGER batch_line_slip_never_altered BEFORE UPDATE ON batch_line_slip
BEGIN SELECT raise(abort, 'batch_line_slip rows are never altered'); END;
CREATE TRIGGER batch_line_slip_never_removed BEFORE DELETE ON batch_line_slip
BEGIN SELECT raise(abort, 'batch_line_slip rows are never removed'); END;
CREATE TRIGGER batch_line_slip_of_next_event BEFORE INSERT ON batch_line_slip
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'batch_line_slip: a row belongs to the next event'); END;
CREATE TRIGGER batch_line_bounce_never_altered BEFORE UPDATE ON batch_line_bounce
BEGIN SELECT raise(abort, 'batch_line_bounce rows are never altered'); END;
CREATE TRIGGER batch_line_bounce_never_removed BEFORE DELETE ON batch_line_bounce
BEGIN SELECT raise(abort, 'batch_line_bounce rows are never removed'); END;
CREATE TRIGGER batch_line_bounce_of_next_event BEFORE INSERT ON batch_line_bounce
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'batch_line_bounce: a row belongs to the next event'); END;
CREATE TRIGGER batch_close_never_altered BEFORE UPDATE ON batch_close
BEGIN SELECT raise(abort, 'batch_close rows are never altered'); END;
CREATE TRIGGER batch_close_never_removed BEFORE DELETE ON batch_close
BEGIN SELECT raise(abort, 'batch_close rows are never removed'); END;
CREATE TRIGGER batch_close_of_next_event BEFORE INSERT ON batch_close
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'batch_close: a row belongs to the next event'); END;
CREATE TRIGGER delivery_confirmation_never_altered BEFORE UPDATE ON delivery_confirmation
BEGIN SELECT raise(abort, 'delivery_confirmation rows are never altered'); END;
CREATE TRIGGER delivery_confirmation_never_removed BEFORE DELETE ON delivery_confirmation
BEGIN SELECT raise(abort, 'delivery_confirmation rows are never removed'); END;
CREATE TRIGGER delivery_confirmation_of_next_event BEFORE INSERT ON delivery_confirmation
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'delivery_confirmation: a row belongs to the next event'); END;
CREATE TRIGGER call_back_draw_never_altered BEFORE UPDATE ON call_back_draw
BEGIN SELECT raise(abort, 'call_back_draw rows are never altered'); END;
CREATE TRIGGER call_back_draw_never_removed BEFORE DELETE ON call_back_draw
BEGIN SELECT raise(abort, 'call_back_draw rows are never removed'); END;
CREATE TRIGGER call_back_draw_of_next_event BEFORE INSERT ON call_back_draw
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'call_back_draw: a row belongs to the next event'); END;
CREATE TRIGGER call_back_seed_never_altered BEFORE UPDATE ON call_back_seed
BEGIN SELECT raise(abort, 'call_back_seed rows are never altered'); END;
CREATE TRIGGER call_back_seed_never_removed BEFORE DELETE ON call_back_seed
BEGIN SELECT raise(abort, 'call_back_seed rows are never removed'); END;
CREATE TRIGGER call_back_seed_of_next_event BEFORE INSERT ON call_back_seed
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'call_back_seed: a row belongs to the next event'); END;
CREATE TRIGGER call_back_never_altered BEFORE UPDATE ON call_back
BEGIN SELECT raise(abort, 'call_back rows are never altered'); END;
CREATE TRIGGER call_back_never_removed BEFORE DELETE ON call_back
BEGIN SELECT raise(abort, 'call_back rows are never removed'); END;
CREATE TRIGGER call_back_of_next_event BEFORE INSERT ON call_back
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'call_back: a row belongs to the next event'); END;
CREATE TRIGGER call_back_answer_never_altered BEFORE UPDATE ON call_back_answer
BEGIN SELECT raise(abort, 'call_back_answer rows are never altered'); END;
CREATE TRIGGER call_back_answer_never_removed BEFORE DELETE ON call_back_answer
BEGIN SELECT raise(abort, 'call_back_answer rows are never removed'); END;
CREATE TRIGGER call_back_answer_of_next_event BEFORE INSERT ON call_back_answer
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'call_back_answer: a row belongs to the next event'); END;
CREATE TRIGGER revisit_never_altered BEFORE UPDATE ON revisit
BEGIN SELECT raise(abort, 'revisit rows are never altered'); END;
CREATE TRIGGER revisit_never_removed BEFORE DELETE ON revisit
BEGIN SELECT raise(abort, 'revisit rows are never removed'); END;
CREATE TRIGGER revisit_of_next_event BEFORE INSERT ON revisit
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'revisit: a row belongs to the next event'); END;
CREATE TRIGGER grievance_never_altered BEFORE UPDATE ON grievance
BEGIN SELECT raise(abort, 'grievance rows are never altered'); END;
CREATE TRIGGER grievance_never_removed BEFORE DELETE ON grievance
BEGIN SELECT raise(abort, 'grievance rows are never removed'); END;
CREATE TRIGGER grievance_of_next_event BEFORE INSERT ON grievance
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'grievance: a row belongs to the next event'); END;
CREATE TRIGGER grievance_end_never_altered BEFORE UPDATE ON grievance_end
BEGIN SELECT raise(abort, 'grievance_end rows are never altered'); END;
CREATE TRIGGER grievance_end_never_removed BEFORE DELETE ON grievance_end
BEGIN SELECT raise(abort, 'grievance_end rows are never removed'); END;
CREATE TRIGGER grievance_end_of_next_event BEFORE INSERT ON grievance_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'grievance_end: a row belongs to the next event'); END;
CREATE TRIGGER clawback_never_altered BEFORE UPDATE ON clawback
BEGIN SELECT raise(abort, 'clawback rows are never altered'); END;
CREATE TRIGGER clawback_never_removed BEFORE DELETE ON clawback
BEGIN SELECT raise(abort, 'clawback rows are never removed'); END;
CREATE TRIGGER clawback_of_next_event BEFORE INSERT ON clawback
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'clawback: a row belongs to the next event'); END;
CREATE TRIGGER clawback_receipt_never_altered BEFORE UPDATE ON clawback_receipt
BEGIN SELECT raise(abort, 'clawback_receipt rows are never altered'); END;
CREATE TRIGGER clawback_receipt_never_removed BEFORE DELETE ON clawback_receipt
BEGIN SELECT raise(abort, 'clawback_receipt rows are never removed'); END;
CREATE TRIGGER clawback_receipt_of_next_event BEFORE INSERT ON clawback_receipt
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'clawback_receipt: a row belongs to the next event'); END;
CREATE TRIGGER paying_account_never_altered BEFORE UPDATE ON paying_account
BEGIN SELECT raise(abort, 'paying_account rows are never altered'); END;
CREATE TRIGGER paying_account_never_removed BEFORE DELETE ON paying_account
BEGIN SELECT raise(abort, 'paying_account rows are never removed'); END;
CREATE TRIGGER paying_account_of_next_event BEFORE INSERT ON paying_account
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'paying_account: a row belongs to the next event'); END;

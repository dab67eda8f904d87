-- How cases are decided: sittings of a committee with votes and minutes, public notice with objections, caps and
-- their overrides, and awards with what they make payable.

-- WITNESSED. One row is a sitting of the committee of a unit (none: of the organisation) under a version of the policy
-- on committees.
CREATE TABLE sitting (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER REFERENCES unit,
  held_on TEXT NOT NULL,
  policy_version_id INTEGER REFERENCES policy_version,
  place_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row says how a user takes part in a sitting; of a user the newest counts.
CREATE TABLE sitting_attendance (
  id INTEGER PRIMARY KEY,
  sitting_id INTEGER NOT NULL REFERENCES sitting,
  user_id INTEGER NOT NULL REFERENCES user,
  part TEXT NOT NULL CHECK (part IN ('chair', 'member', 'supervisor')),
  presence TEXT NOT NULL CHECK (presence IN ('present', 'excused', 'absent')),
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX sitting_attendance_of ON sitting_attendance (sitting_id, user_id, id);

-- WITNESSED. One row says that somebody takes no part in a case at a sitting, once: an interest that the registers or
-- a declaration show, or one that came to light there.
CREATE TABLE sitting_recusal (
  id INTEGER PRIMARY KEY,
  sitting_id INTEGER NOT NULL REFERENCES sitting,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  user_id INTEGER NOT NULL REFERENCES user,
  ground TEXT NOT NULL CHECK (ground IN ('known', 'said')),
  reason_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL,
  UNIQUE (sitting_id, case_id, user_id)
) STRICT;

-- WITNESSED. One row is a vote of a sitting on one case or on several that no voter has an interest in. `members` and
-- `present` leave out those recused; `carried` follows from the policy. `rule` is that of a refusal; the reason is what
-- the minutes say of it. On a case the newest vote of a sitting counts.
CREATE TABLE ballot (
  id INTEGER PRIMARY KEY,
  sitting_id INTEGER NOT NULL REFERENCES sitting,
  proposal TEXT NOT NULL CHECK (proposal IN ('approve', 'refuse', 'defer')),
  members INTEGER NOT NULL CHECK (members > 0),
  present INTEGER NOT NULL CHECK (present BETWEEN 0 AND members),
  in_favour INTEGER NOT NULL CHECK (in_favour >= 0),
  against INTEGER NOT NULL CHECK (against >= 0),
  abstained INTEGER NOT NULL CHECK (abstained >= 0),
  carried INTEGER NOT NULL CHECK (carried IN (0, 1)),
  rule TEXT,
  conditions_detail_id INTEGER REFERENCES detail,
  reason_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL,
  CHECK ((proposal = 'refuse') = (rule IS NOT NULL)),
  CHECK (in_favour + against + abstained = present)
) STRICT;
CREATE INDEX ballot_of ON ballot (sitting_id);

-- WITNESSED. One row is how somebody present voted, once.
CREATE TABLE ballot_vote (
  id INTEGER PRIMARY KEY,
  ballot_id INTEGER NOT NULL REFERENCES ballot,
  user_id INTEGER NOT NULL REFERENCES user,
  vote TEXT NOT NULL CHECK (vote IN ('for', 'against', 'abstained')),
  event_seq INTEGER NOT NULL,
  UNIQUE (ballot_id, user_id)
) STRICT;
CREATE TRIGGER ballot_vote_without_interest BEFORE INSERT ON ballot_vote
WHEN EXISTS (SELECT 1 FROM ballot AS b JOIN ballot_case AS c ON c.ballot_id = b.id
  JOIN sitting_recusal AS r ON r.sitting_id = b.sitting_id AND r.case_id = c.case_id
  WHERE b.id = new.ballot_id AND r.user_id = new.user_id)
BEGIN SELECT raise(abort, 'whoever is recused from a case does not vote on it'); END;

-- WITNESSED. One row is a case that a ballot is on, with the amount of an instalment and their number as proposed.
CREATE TABLE ballot_case (
  id INTEGER PRIMARY KEY,
  ballot_id INTEGER NOT NULL REFERENCES ballot,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  instalments INTEGER NOT NULL CHECK (instalments BETWEEN 1 AND 120),
  event_seq INTEGER NOT NULL,
  UNIQUE (ballot_id, case_id)
) STRICT;
CREATE INDEX ballot_case_on ON ballot_case (case_id, id);

-- WITNESSED. One row closes a sitting, once, with its minutes: a frozen text (canonical JSON with references, never
-- names) and its SHA-256 in hex.
CREATE TABLE sitting_close (
  id INTEGER PRIMARY KEY,
  sitting_id INTEGER NOT NULL UNIQUE REFERENCES sitting,
  minutes_detail_id INTEGER NOT NULL REFERENCES detail,
  digest TEXT NOT NULL,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE TRIGGER ballot_while_sitting BEFORE INSERT ON ballot
WHEN EXISTS (SELECT 1 FROM sitting_close WHERE sitting_id = new.sitting_id)
BEGIN SELECT raise(abort, 'the sitting is closed'); END;

-- WITNESSED. One row is a public notice on a list of cases, at the level of the unit or above it. It is up from the day
-- after it is put up to its last day; `sheet` is the frozen list as shown (canonical JSON, names masked), `digest` its
-- SHA-256 in hex.
CREATE TABLE notice (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER REFERENCES unit,
  level TEXT NOT NULL CHECK (level IN ('unit', 'upper')),
  step INTEGER NOT NULL,
  put_up_on TEXT NOT NULL,
  last_on TEXT NOT NULL CHECK (last_on >= put_up_on),
  policy_version_id INTEGER REFERENCES policy_version,
  calendar_version_id INTEGER REFERENCES policy_version,
  basis_detail_id INTEGER REFERENCES detail,
  contact_detail_id INTEGER NOT NULL REFERENCES detail,
  sheet_detail_id INTEGER NOT NULL REFERENCES detail,
  digest TEXT NOT NULL,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a case on a notice, with its serial there.
CREATE TABLE notice_case (
  id INTEGER PRIMARY KEY,
  notice_id INTEGER NOT NULL REFERENCES notice,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  serial INTEGER NOT NULL CHECK (serial > 0),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  event_seq INTEGER NOT NULL,
  UNIQUE (notice_id, case_id),
  UNIQUE (notice_id, serial)
) STRICT;
CREATE INDEX notice_case_of ON notice_case (case_id);

-- WITNESSED. One row takes a notice down, once: at its end, or before with a reason (void).
CREATE TABLE notice_end (
  id INTEGER PRIMARY KEY,
  notice_id INTEGER NOT NULL UNIQUE REFERENCES notice,
  outcome TEXT NOT NULL CHECK (outcome IN ('ran', 'void')),
  ended_on TEXT NOT NULL,
  reason_detail_id INTEGER REFERENCES detail CHECK (outcome = 'ran' OR reason_detail_id IS NOT NULL),
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is an objection to a case on a notice (without a case: to the whole list). Who objects is a text of
-- its own; a confidential one is told only to whoever decides it.
CREATE TABLE objection (
  id INTEGER PRIMARY KEY,
  notice_id INTEGER NOT NULL REFERENCES notice,
  case_id INTEGER REFERENCES hardship_case,
  form TEXT NOT NULL CHECK (form IN ('named', 'confidential')),
  from_detail_id INTEGER REFERENCES detail,
  text_detail_id INTEGER NOT NULL REFERENCES detail,
  received_on TEXT NOT NULL,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX objection_to ON objection (notice_id, case_id);

-- WITNESSED. One row decides an objection, once, by somebody without an interest who did not enter the case.
CREATE TABLE objection_end (
  id INTEGER PRIMARY KEY,
  objection_id INTEGER NOT NULL UNIQUE REFERENCES objection,
  outcome TEXT NOT NULL CHECK (outcome IN ('upheld', 'dismissed', 'withdrawn')),
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row says that somebody who may decide a confidential objection read who objected.
CREATE TABLE objection_reading (
  id INTEGER PRIMARY KEY,
  objection_id INTEGER NOT NULL REFERENCES objection,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL,
  UNIQUE (objection_id, actor)
) STRICT;

-- WITNESSED. One row sets money aside for a case while it is on notice, or for the months of an allowance to come.
CREATE TABLE award_reservation (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX award_reservation_for ON award_reservation (case_id);

-- WITNESSED. One row takes from a reservation what became payable or is set free, by the entry that says so.
CREATE TABLE award_reservation_use (
  id INTEGER PRIMARY KEY,
  reservation_id INTEGER NOT NULL REFERENCES award_reservation,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  entry_id INTEGER NOT NULL REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX award_reservation_use_of ON award_reservation_use (reservation_id);
CREATE TRIGGER award_reservation_not_exceeded BEFORE INSERT ON award_reservation_use
WHEN new.amount_minor + (SELECT coalesce(sum(amount_minor), 0) FROM award_reservation_use
    WHERE reservation_id = new.reservation_id)
  > (SELECT amount_minor FROM award_reservation WHERE id = new.reservation_id)
BEGIN SELECT raise(abort, 'more than was set aside'); END;

-- WITNESSED. One row asks that a case may pass a cap, with a reason; the cap is named by its text in the policy.
CREATE TABLE cap_override_request (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX cap_override_request_for ON cap_override_request (case_id, id);

-- WITNESSED. One row allows it or not, once: by somebody above the unit of the case who neither asked nor approves.
CREATE TABLE cap_override (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL UNIQUE REFERENCES cap_override_request,
  allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE TRIGGER cap_override_by_another BEFORE INSERT ON cap_override
WHEN new.actor = (SELECT actor FROM cap_override_request WHERE id = new.request_id)
BEGIN SELECT raise(abort, 'whoever asks to pass a cap does not allow it'); END;

-- WITNESSED. One row is an approval of a case, once for each person and round of approval (a case that was reopened is
-- decided anew); the last one needed makes the award.
CREATE TABLE case_approval (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  version_id INTEGER NOT NULL REFERENCES case_version,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL,
  UNIQUE (version_id, actor)
) STRICT;
CREATE INDEX case_approval_of ON case_approval (case_id);
CREATE TRIGGER case_approval_by_another BEFORE INSERT ON case_approval
WHEN new.actor = (SELECT actor FROM hardship_case WHERE id = new.case_id)
  OR new.actor = (SELECT actor FROM case_version WHERE id = new.version_id)
BEGIN SELECT raise(abort, 'whoever entered a case does not approve it'); END;

-- WITNESSED. One row awards help to a case, once. `snapshot` is the person and the rules as they stood (canonical JSON,
-- erasable), `minutes_digest` that of the sitting that decided. An emergency is paid before it is ratified.
CREATE TABLE award (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL UNIQUE REFERENCES hardship_case,
  version_id INTEGER NOT NULL REFERENCES case_version,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  instalments INTEGER NOT NULL CHECK (instalments BETWEEN 1 AND 120),
  approved_on TEXT NOT NULL,
  first_month TEXT,
  ballot_id INTEGER REFERENCES ballot,
  minutes_digest TEXT,
  caps_version_id INTEGER REFERENCES policy_version,
  snapshot_detail_id INTEGER NOT NULL REFERENCES detail,
  snapshot_digest TEXT NOT NULL,
  emergency INTEGER NOT NULL CHECK (emergency IN (0, 1)),
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX award_on ON award (approved_on);
CREATE INDEX award_allowance ON award (first_month) WHERE first_month IS NOT NULL;
CREATE INDEX award_emergency ON award (id) WHERE emergency = 1;
-- Caps count payments that were asked for by whom they help.
CREATE INDEX payment_request_for ON payment_request (beneficiary_id);
CREATE TRIGGER award_after_notice BEFORE INSERT ON award
WHEN new.emergency = 0 AND (
  EXISTS (SELECT 1 FROM notice_case AS c LEFT JOIN notice_end AS e ON e.notice_id = c.notice_id
    WHERE c.case_id = new.case_id AND e.id IS NULL)
  OR EXISTS (SELECT 1 FROM notice_case AS c
    JOIN objection AS o ON o.notice_id = c.notice_id AND (o.case_id = c.case_id OR o.case_id IS NULL)
    LEFT JOIN objection_end AS e ON e.objection_id = o.id
    WHERE c.case_id = new.case_id AND e.id IS NULL))
BEGIN SELECT raise(abort, 'the notice has not closed without objection'); END;

-- The ledger itself refuses what an award makes payable while a notice of its case is up or an objection to it is not
-- decided; in an emergency it is paid first. Entries of other kinds are asked for their kind and no more.
CREATE TRIGGER entry_after_notice BEFORE INSERT ON entry
WHEN new.kind IN ('award.approved', 'award.approved_at_once') AND EXISTS (
  SELECT 1 FROM hardship_case AS h
  WHERE h.id = CASE
      WHEN new.subject LIKE 'case/%' THEN CAST(substr(new.subject, 6) AS INTEGER)
      WHEN new.subject LIKE 'award/%'
        THEN (SELECT case_id FROM award WHERE id = CAST(substr(new.subject, 7) AS INTEGER))
    END
    AND h.emergency = 0
    AND EXISTS (SELECT 1 FROM notice_case AS c
      LEFT JOIN notice_end AS n ON n.notice_id = c.notice_id
      LEFT JOIN objection AS o ON o.notice_id = c.notice_id AND (o.case_id = c.case_id OR o.case_id IS NULL)
      LEFT JOIN objection_end AS e ON e.objection_id = o.id
      WHERE c.case_id = h.id AND (n.id IS NULL OR (o.id IS NOT NULL AND e.id IS NULL))))
BEGIN SELECT raise(abort, 'the notice has not closed without objection'); END;

-- WITNESSED. One row ratifies, or declines to ratify, what was paid in an emergency, once.
CREATE TABLE award_ratification (
  id INTEGER PRIMARY KEY,
  award_id INTEGER NOT NULL UNIQUE REFERENCES award,
  ratified INTEGER NOT NULL CHECK (ratified IN (0, 1)),
  late INTEGER NOT NULL CHECK (late IN (0, 1)),
  ballot_id INTEGER REFERENCES ballot,
  reason_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row ends an award before all of it was paid, once. What was set aside is free, what was payable undone.
CREATE TABLE award_end (
  id INTEGER PRIMARY KEY,
  award_id INTEGER NOT NULL UNIQUE REFERENCES award,
  cause TEXT NOT NULL CHECK (cause IN ('died', 'moved', 'improved', 'declined', 'mistake', 'false_declaration',
    'not_ratified')),
  ended_on TEXT NOT NULL,
  reason_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row makes a part of an award payable: the whole of it, or one month of an allowance.
CREATE TABLE instalment (
  id INTEGER PRIMARY KEY,
  award_id INTEGER NOT NULL REFERENCES award,
  number INTEGER NOT NULL CHECK (number > 0),
  due_on TEXT NOT NULL,
  fund_id INTEGER NOT NULL REFERENCES fund,
  category TEXT NOT NULL,
  payee_id INTEGER NOT NULL REFERENCES party,
  beneficiary_id INTEGER NOT NULL REFERENCES party,
  form TEXT NOT NULL CHECK (form IN ('bank', 'cash', 'goods')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL,
  UNIQUE (award_id, number)
) STRICT;
CREATE INDEX instalment_for ON instalment (beneficiary_id);
CREATE INDEX instalment_to ON instalment (payee_id);
CREATE TRIGGER instalment_of_award BEFORE INSERT ON instalment
WHEN new.number > (SELECT instalments FROM award WHERE id = new.award_id)
  OR new.amount_minor > (SELECT amount_minor FROM award WHERE id = new.award_id)
  OR EXISTS (SELECT 1 FROM award_end WHERE award_id = new.award_id)
BEGIN SELECT raise(abort, 'the award has no such instalment'); END;

-- WITNESSED. One row cancels an instalment that was not paid, once; the entry undoes what was payable.
CREATE TABLE instalment_end (
  id INTEGER PRIMARY KEY,
  instalment_id INTEGER NOT NULL UNIQUE REFERENCES instalment,
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry,
  event_seq INTEGER NOT NULL
) STRICT;

CREATE TRIGGER sitting_never_altered BEFORE UPDATE ON sitting
BEGIN SELECT raise(abort, 'sitting rows are never altered'); END;
CREATE TRIGGER sitting_never_removed BEFORE DELETE ON sitting
BEGIN SELECT raise(abort, 'sitting rows are never removed'); END;
CREATE TRIGGER sitting_of_next_event BEFORE INSERT ON sitting
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'sitting: a row belongs to the next event'); END;
CREATE TRIGGER sitting_attendance_never_altered BEFORE UPDATE ON sitting_attendance
BEGIN SELECT raise(abort, 'sitting_attendance rows are never altered'); END;
CREATE TRIGGER sitting_attendance_never_removed BEFORE DELETE ON sitting_attendance
BEGIN SELECT raise(abort, 'sitting_attendance rows are never removed'); END;
CREATE TRIGGER sitting_attendance_of_next_event BEFORE INSERT ON sitting_attendance
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'sitting_attendance: a row belongs to the next event'); END;
CREATE TRIGGER sitting_recusal_never_altered BEFORE UPDATE ON sitting_recusal
BEGIN SELECT raise(abort, 'sitting_recusal rows are never altered'); END;
CREATE TRIGGER sitting_recusal_never_removed BEFORE DELETE ON sitting_recusal
BEGIN SELECT raise(abort, 'sitting_recusal rows are never removed'); END;
CREATE TRIGGER sitting_recusal_of_next_event BEFORE INSERT ON sitting_recusal
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'sitting_recusal: a row belongs to the next event'); END;
CREATE TRIGGER ballot_never_altered BEFORE UPDATE ON ballot
BEGIN SELECT raise(abort, 'ballot rows are never altered'); END;
CREATE TRIGGER ballot_never_removed BEFORE DELETE ON ballot
BEGIN SELECT raise(abort, 'ballot rows are never removed'); END;
CREATE TRIGGER ballot_of_next_event BEFORE INSERT ON ballot
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'ballot: a row belongs to the next event'); END;
CREATE TRIGGER ballot_vote_never_altered BEFORE UPDATE ON ballot_vote
BEGIN SELECT raise(abort, 'ballot_vote rows are never altered'); END;
CREATE TRIGGER ballot_vote_never_removed BEFORE DELETE ON ballot_vote
BEGIN SELECT raise(abort, 'ballot_vote rows are never removed'); END;
CREATE TRIGGER ballot_vote_of_next_event BEFORE INSERT ON ballot_vote
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'ballot_vote: a row belongs to the next event'); END;
CREATE TRIGGER ballot_case_never_altered BEFORE UPDATE ON ballot_case
BEGIN SELECT raise(abort, 'ballot_case rows are never altered'); END;
CREATE TRIGGER ballot_case_never_removed BEFORE DELETE ON ballot_case
BEGIN SELECT raise(abort, 'ballot_case rows are never removed'); END;
CREATE TRIGGER ballot_case_of_next_event BEFORE INSERT ON ballot_case
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'ballot_case: a row belongs to the next event'); END;
CREATE TRIGGER sitting_close_never_altered BEFORE UPDATE ON sitting_close
BEGIN SELECT raise(abort, 'sitting_close rows are never altered'); END;
CREATE TRIGGER sitting_close_never_removed BEFORE DELETE ON sitting_close
BEGIN SELECT raise(abort, 'sitting_close rows are never removed'); END;
CREATE TRIGGER sitting_close_of_next_event BEFORE INSERT ON sitting_close
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'sitting_close: a row belongs to the next event'); END;
CREATE TRIGGER notice_never_altered BEFORE UPDATE ON notice
BEGIN SELECT raise(abort, 'notice rows are never altered'); END;
CREATE TRIGGER notice_never_removed BEFORE DELETE ON notice
BEGIN SELECT raise(abort, 'notice rows are never removed'); END;
CREATE TRIGGER notice_of_next_event BEFORE INSERT ON notice
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'notice: a row belongs to the next event'); END;
CREATE TRIGGER notice_case_never_altered BEFORE UPDATE ON notice_case
BEGIN SELECT raise(abort, 'notice_case rows are never altered'); END;
CREATE TRIGGER notice_case_never_removed BEFORE DELETE ON notice_case
BEGIN SELECT raise(abort, 'notice_case rows are never removed'); END;
CREATE TRIGGER notice_case_of_next_event BEFORE INSERT ON notice_case
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'notice_case: a row belongs to the next event'); END;
CREATE TRIGGER notice_end_never_altered BEFORE UPDATE ON notice_end
BEGIN SELECT raise(abort, 'notice_end rows are never altered'); END;
CREATE TRIGGER notice_end_never_removed BEFORE DELETE ON notice_end
BEGIN SELECT raise(abort, 'notice_end rows are never removed'); END;
CREATE TRIGGER notice_end_of_next_event BEFORE INSERT ON notice_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'notice_end: a row belongs to the next event'); END;
CREATE TRIGGER objection_never_altered BEFORE UPDATE ON objection
BEGIN SELECT raise(abort, 'objection rows are never altered'); END;
CREATE TRIGGER objection_never_removed BEFORE DELETE ON objection
BEGIN SELECT raise(abort, 'objection rows are never removed'); END;
CREATE TRIGGER objection_of_next_event BEFORE INSERT ON objection
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'objection: a row belongs to the next event'); END;
CREATE TRIGGER objection_end_never_altered BEFORE UPDATE ON objection_end
BEGIN SELECT raise(abort, 'objection_end rows are never altered'); END;
CREATE TRIGGER objection_end_never_removed BEFORE DELETE ON objection_end
BEGIN SELECT raise(abort, 'objection_end rows are never removed'); END;
CREATE TRIGGER objection_end_of_next_event BEFORE INSERT ON objection_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'objection_end: a row belongs to the next event'); END;
CREATE TRIGGER objection_reading_never_altered BEFORE UPDATE ON objection_reading
BEGIN SELECT raise(abort, 'objection_reading rows are never altered'); END;
CREATE TRIGGER objection_reading_never_removed BEFORE DELETE ON objection_reading
BEGIN SELECT raise(abort, 'objection_reading rows are never removed'); END;
CREATE TRIGGER objection_reading_of_next_event BEFORE INSERT ON objection_reading
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'objection_reading: a row belongs to the next event'); END;
CREATE TRIGGER award_reservation_never_altered BEFORE UPDATE ON award_reservation
BEGIN SELECT raise(abort, 'award_reservation rows are never altered'); END;
CREATE TRIGGER award_reservation_never_removed BEFORE DELETE ON award_reservation
BEGIN SELECT raise(abort, 'award_reservation rows are never removed'); END;
CREATE TRIGGER award_reservation_of_next_event BEFORE INSERT ON award_reservation
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'award_reservation: a row belongs to the next event'); END;
CREATE TRIGGER award_reservation_use_never_altered BEFORE UPDATE ON award_reservation_use
BEGIN SELECT raise(abort, 'award_reservation_use rows are never altered'); END;
CREATE TRIGGER award_reservation_use_never_removed BEFORE DELETE ON award_reservation_use
BEGIN SELECT raise(abort, 'award_reservation_use rows are never removed'); END;
CREATE TRIGGER award_reservation_use_of_next_event BEFORE INSERT ON award_reservation_use
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'award_reservation_use: a row belongs to the next event'); END;
CREATE TRIGGER cap_override_request_never_altered BEFORE UPDATE ON cap_override_request
BEGIN SELECT raise(abort, 'cap_override_request rows are never altered'); END;
CREATE TRIGGER cap_override_request_never_removed BEFORE DELETE ON cap_override_request
BEGIN SELECT raise(abort, 'cap_override_request rows are never removed'); END;
CREATE TRIGGER cap_override_request_of_next_event BEFORE INSERT ON cap_override_request
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'cap_override_request: a row belongs to the next event'); END;
CREATE TRIGGER cap_override_never_altered BEFORE UPDATE ON cap_override
BEGIN SELECT raise(abort, 'cap_override rows are never altered'); END;
CREATE TRIGGER cap_override_never_removed BEFORE DELETE ON cap_override
BEGIN SELECT raise(abort, 'cap_override rows are never removed'); END;
CREATE TRIGGER cap_override_of_next_event BEFORE INSERT ON cap_override
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'cap_override: a row belongs to the next event'); END;
CREATE TRIGGER case_approval_never_altered BEFORE UPDATE ON case_approval
BEGIN SELECT raise(abort, 'case_approval rows are never altered'); END;
CREATE TRIGGER case_approval_never_removed BEFORE DELETE ON case_approval
BEGIN SELECT raise(abort, 'case_approval rows are never removed'); END;
CREATE TRIGGER case_approval_of_next_event BEFORE INSERT ON case_approval
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'case_approval: a row belongs to the next event'); END;
CREATE TRIGGER award_never_altered BEFORE UPDATE ON award
BEGIN SELECT raise(abort, 'award rows are never altered'); END;
CREATE TRIGGER award_never_removed BEFORE DELETE ON award
BEGIN SELECT raise(abort, 'award rows are never removed'); END;
CREATE TRIGGER award_of_next_event BEFORE INSERT ON award
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'award: a row belongs to the next event'); END;
CREATE TRIGGER award_ratification_never_altered BEFORE UPDATE ON award_ratification
BEGIN SELECT raise(abort, 'award_ratification rows are never altered'); END;
CREATE TRIGGER award_ratification_never_removed BEFORE DELETE ON award_ratification
BEGIN SELECT raise(abort, 'award_ratification rows are never removed'); END;
CREATE TRIGGER award_ratification_of_next_event BEFORE INSERT ON award_ratification
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'award_ratification: a row belongs to the next event'); END;
CREATE TRIGGER award_end_never_altered BEFORE UPDATE ON award_end
BEGIN SELECT raise(abort, 'award_end rows are never altered'); END;
CREATE TRIGGER award_end_never_removed BEFORE DELETE ON award_end
BEGIN SELECT raise(abort, 'award_end rows are never removed'); END;
CREATE TRIGGER award_end_of_next_event BEFORE INSERT ON award_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'award_end: a row belongs to the next event'); END;
CREATE TRIGGER instalment_never_altered BEFORE UPDATE ON instalment
BEGIN SELECT raise(abort, 'instalment rows are never altered'); END;
CREATE TRIGGER instalment_never_removed BEFORE DELETE ON instalment
BEGIN SELECT raise(abort, 'instalment rows are never removed'); END;
CREATE TRIGGER instalment_of_next_event BEFORE INSERT ON instalment
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'instalment: a row belongs to the next event'); END;
CREATE TRIGGER instalment_end_never_altered BEFORE UPDATE ON instalment_end
BEGIN SELECT raise(abort, 'instalment_end rows are never altered'); END;
CREATE TRIGGER instalment_end_never_removed BEFORE DELETE ON instalment_end
BEGIN SELECT raise(abort, 'instalment_end rows are never removed'); END;
CREATE TRIGGER instalment_end_of_next_event BEFORE INSERT ON instalment_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'instalment_end: a row belongs to the next event'); END;

-- Hardship: a file for each household, programmes that help, and cases that go from application to award. A case
-- is never altered: what is done with it is a row of its own, and where it stands follows from these.

-- WITNESSED. One row is a programme under which help is given, such as the visits of a spring festival.
CREATE TABLE programme (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row says what a programme is from now on; the newest counts. `help` is the kind of help that caps
-- speak of, `category` the expense it is booked to, `workflow` a code in the policy on workflows.
CREATE TABLE programme_version (
  id INTEGER PRIMARY KEY,
  programme_id INTEGER NOT NULL REFERENCES programme,
  name TEXT NOT NULL,
  fund_id INTEGER NOT NULL REFERENCES fund,
  category TEXT NOT NULL,
  help TEXT NOT NULL,
  workflow TEXT NOT NULL,
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX programme_version_of ON programme_version (programme_id, id);

-- WITNESSED. One row is what struck people: a flood, a fire, an accident. Caps may hold for each.
CREATE TABLE aid_event (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is the living file of a household: one for each, opened before any help.
CREATE TABLE hardship_file (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL UNIQUE REFERENCES household,
  unit_id INTEGER REFERENCES unit,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX hardship_file_in ON hardship_file (unit_id);

-- WITNESSED. One row says how the household stands from now on; the newest counts, and the older are its history.
-- `facts` is a text of its own (JSON): income, expenses, what was found. `certified`: the organisation has found so,
-- and only such files are in statistics. Delisting is a row with `in_hardship` 0 and a reason.
CREATE TABLE hardship_file_version (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES hardship_file,
  in_hardship INTEGER NOT NULL CHECK (in_hardship IN (0, 1)),
  certified INTEGER NOT NULL CHECK (certified IN (0, 1)),
  grade TEXT CHECK (grade IN ('special', 'considerable', 'general')),
  facts_detail_id INTEGER REFERENCES detail,
  review_on TEXT,
  reason_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX hardship_file_version_of ON hardship_file_version (file_id, id);
CREATE INDEX hardship_file_review ON hardship_file_version (review_on) WHERE review_on IS NOT NULL;

-- WITNESSED. One row is a list of cases that go together: the visits of one festival, the applications of a quarter.
CREATE TABLE case_round (
  id INTEGER PRIMARY KEY,
  programme_id INTEGER NOT NULL REFERENCES programme,
  name TEXT NOT NULL,
  unit_id INTEGER REFERENCES unit,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a case: one help asked for one person. `actor` is the person who entered it. The workflow is
-- that of the programme when it was entered, under the version of the policy (none: the house's own).
CREATE TABLE hardship_case (
  id INTEGER PRIMARY KEY,
  programme_id INTEGER NOT NULL REFERENCES programme,
  fund_id INTEGER NOT NULL REFERENCES fund,
  category TEXT NOT NULL,
  help TEXT NOT NULL,
  round_id INTEGER REFERENCES case_round,
  file_id INTEGER NOT NULL REFERENCES hardship_file,
  beneficiary_id INTEGER NOT NULL REFERENCES party,
  applicant_id INTEGER NOT NULL REFERENCES party,
  applied_by TEXT NOT NULL CHECK (applied_by IN ('member', 'kin', 'branch')),
  aid_event_id INTEGER REFERENCES aid_event,
  unit_id INTEGER REFERENCES unit,
  applied_on TEXT NOT NULL,
  workflow TEXT NOT NULL,
  policy_version_id INTEGER REFERENCES policy_version,
  emergency INTEGER NOT NULL CHECK (emergency IN (0, 1)),
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX hardship_case_for ON hardship_case (beneficiary_id);
CREATE INDEX hardship_case_file ON hardship_case (file_id);
CREATE INDEX hardship_case_round ON hardship_case (round_id) WHERE round_id IS NOT NULL;

-- WITNESSED. One row says what a case asks for and proposes from now on; the newest counts. Two levels of cause: a
-- class of the policy on causes, and a short text. The amount is that of one instalment; an allowance has several,
-- one a month. `facts` is a text of its own (JSON).
CREATE TABLE case_version (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  payee_id INTEGER NOT NULL REFERENCES party,
  form TEXT NOT NULL CHECK (form IN ('bank', 'cash', 'goods')),
  cause TEXT NOT NULL,
  cause_detail_id INTEGER REFERENCES detail,
  grade TEXT CHECK (grade IN ('special', 'considerable', 'general')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  instalments INTEGER NOT NULL CHECK (instalments BETWEEN 1 AND 120),
  facts_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX case_version_of ON case_version (case_id, id);

-- WITNESSED. One row is something done with a case; `step` is the number of the step it was at (from 0), `to_step` that
-- of the step it is at from then on. The table of moves says which act follows on which state.
CREATE TABLE case_act (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  act TEXT NOT NULL CHECK (act IN ('submitted', 'asked', 'answered', 'passed', 'returned', 'suspended', 'resumed',
    'approved', 'paid', 'unpaid', 'refused', 'withdrawn', 'cancelled', 'reopened')),
  step INTEGER NOT NULL CHECK (step >= 0),
  to_step INTEGER NOT NULL CHECK (to_step >= 0),
  on_day TEXT NOT NULL,
  reason_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX case_act_of ON case_act (case_id, id);
CREATE TRIGGER case_act_not_ended BEFORE INSERT ON case_act
WHEN (SELECT act FROM case_act WHERE case_id = new.case_id ORDER BY id DESC LIMIT 1) IN ('withdrawn', 'cancelled')
BEGIN SELECT raise(abort, 'the case has ended'); END;

-- Derived. One row is where a case stands, which follows from its acts.
CREATE TABLE case_state (
  case_id INTEGER PRIMARY KEY REFERENCES hardship_case,
  state TEXT NOT NULL CHECK (state IN ('open', 'asked', 'suspended', 'awarded', 'paid', 'refused', 'withdrawn',
    'cancelled')),
  step INTEGER NOT NULL,
  step_kind TEXT NOT NULL,
  since_on TEXT NOT NULL,
  unit_id INTEGER,
  programme_id INTEGER NOT NULL,
  round_id INTEGER
) STRICT;
CREATE INDEX case_state_waiting ON case_state (state, step_kind, case_id);
CREATE INDEX case_state_round ON case_state (round_id, case_id) WHERE round_id IS NOT NULL;

-- WITNESSED. One row is the outcome of a standing check on a case; of a check the newest counts.
CREATE TABLE case_check (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  code TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('pass', 'fail', 'waived')),
  reason_detail_id INTEGER REFERENCES detail CHECK (outcome <> 'waived' OR reason_detail_id IS NOT NULL),
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX case_check_of ON case_check (case_id, id);

-- WITNESSED. One row is a visit to the household of a case before it is decided; what was found is a text of its own.
CREATE TABLE home_visit (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  visited_on TEXT NOT NULL,
  findings_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX home_visit_of ON home_visit (case_id, id);

-- WITNESSED. One row says by which rule a case was refused; the text of the refusal is that of its act.
CREATE TABLE case_refusal (
  id INTEGER PRIMARY KEY,
  act_id INTEGER NOT NULL UNIQUE REFERENCES case_act,
  rule TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE TRIGGER case_refusal_of_refused BEFORE INSERT ON case_refusal
WHEN (SELECT act FROM case_act WHERE id = new.act_id) IS NOT 'refused'
BEGIN SELECT raise(abort, 'no case was refused by this act'); END;

-- WITNESSED. One row is a document of a case, such as a diagnosis or a bill; an application made with a code is one
-- too, as it was sent. Its bytes lie sealed apart, behind the salt of their digest.
CREATE TABLE case_document (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES hardship_case,
  kind TEXT NOT NULL CHECK (kind IN ('identity', 'household_register', 'income', 'diagnosis', 'bill',
    'allowance_certificate', 'damage', 'minutes', 'signed_slip', 'application', 'other')),
  name_detail_id INTEGER NOT NULL REFERENCES detail,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  digest TEXT NOT NULL,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX case_document_of ON case_document (case_id);

-- Not witnessed: the document row holds the digest, and the bytes may have to be erased. One row is a sealed part.
CREATE TABLE case_document_part (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES case_document,
  part INTEGER NOT NULL,
  nonce BLOB NOT NULL,
  ciphertext BLOB NOT NULL,
  UNIQUE (document_id, part)
) STRICT;

-- WITNESSED. One row says what amount of a document was verified, such as what the patient paid; the newest counts.
CREATE TABLE case_document_amount (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES case_document,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX case_document_amount_of ON case_document_amount (document_id, id);

-- WITNESSED. One row is a code with which a person applies without an account. Only its hash is kept.
CREATE TABLE application_code (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  programme_id INTEGER REFERENCES programme,
  code_hash TEXT NOT NULL UNIQUE,
  until_on TEXT NOT NULL,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX application_code_for ON application_code (party_id);

-- WITNESSED. One row ends a code before its day, once.
CREATE TABLE application_code_end (
  id INTEGER PRIMARY KEY,
  code_id INTEGER NOT NULL UNIQUE REFERENCES application_code,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row says which case came of a code, once.
CREATE TABLE application_code_use (
  id INTEGER PRIMARY KEY,
  code_id INTEGER NOT NULL UNIQUE REFERENCES application_code,
  case_id INTEGER NOT NULL UNIQUE REFERENCES hardship_case,
  event_seq INTEGER NOT NULL
) STRICT;

-- Not witnessed: what was written so far is nobody's act yet. One row is an application begun and not sent, sealed
-- under the person's key; it is written over as it is saved, and removed when it is sent.
CREATE TABLE application_draft (
  code_id INTEGER PRIMARY KEY REFERENCES application_code,
  nonce BLOB NOT NULL,
  ciphertext BLOB NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

-- Not witnessed, for the same reason. One row is a sealed part of a document added to an application that is not sent;
-- what it is stands in the draft.
CREATE TABLE application_draft_part (
  id INTEGER PRIMARY KEY,
  code_id INTEGER NOT NULL REFERENCES application_code,
  document INTEGER NOT NULL,
  part INTEGER NOT NULL,
  nonce BLOB NOT NULL,
  ciphertext BLOB NOT NULL,
  UNIQUE (code_id, document, part)
) STRICT;

CREATE TRIGGER programme_never_altered BEFORE UPDATE ON programme
BEGIN SELECT raise(abort, 'programme rows are never altered'); END;
CREATE TRIGGER programme_never_removed BEFORE DELETE ON programme
BEGIN SELECT raise(abort, 'programme rows are never removed'); END;
CREATE TRIGGER programme_of_next_event BEFORE INSERT ON programme
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'programme: a row belongs to the next event'); END;
CREATE TRIGGER programme_version_never_altered BEFORE UPDATE ON programme_version
BEGIN SELECT raise(abort, 'programme_version rows are never altered'); END;
CREATE TRIGGER programme_version_never_removed BEFORE DELETE ON programme_version
BEGIN SELECT raise(abort, 'programme_version rows are never removed'); END;
CREATE TRIGGER programme_version_of_next_event BEFORE INSERT ON programme_version
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'programme_version: a row belongs to the next event'); END;
CREATE TRIGGER aid_event_never_altered BEFORE UPDATE ON aid_event
BEGIN SELECT raise(abort, 'aid_event rows are never altered'); END;
CREATE TRIGGER aid_event_never_removed BEFORE DELETE ON aid_event
BEGIN SELECT raise(abort, 'aid_event rows are never removed'); END;
CREATE TRIGGER aid_event_of_next_event BEFORE INSERT ON aid_event
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'aid_event: a row belongs to the next event'); END;
CREATE TRIGGER hardship_file_never_altered BEFORE UPDATE ON hardship_file
BEGIN SELECT raise(abort, 'hardship_file rows are never altered'); END;
CREATE TRIGGER hardship_file_never_removed BEFORE DELETE ON hardship_file
BEGIN SELECT raise(abort, 'hardship_file rows are never removed'); END;
CREATE TRIGGER hardship_file_of_next_event BEFORE INSERT ON hardship_file
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'hardship_file: a row belongs to the next event'); END;
CREATE TRIGGER hardship_file_version_never_altered BEFORE UPDATE ON hardship_file_version
BEGIN SELECT raise(abort, 'hardship_file_version rows are never altered'); END;
CREATE TRIGGER hardship_file_version_never_removed BEFORE DELETE ON hardship_file_version
BEGIN SELECT raise(abort, 'hardship_file_version rows are never removed'); END;
CREATE TRIGGER hardship_file_version_of_next_event BEFORE INSERT ON hardship_file_version
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'hardship_file_version: a row belongs to the next event'); END;
CREATE TRIGGER case_round_never_altered BEFORE UPDATE ON case_round
BEGIN SELECT raise(abort, 'case_round rows are never altered'); END;
CREATE TRIGGER case_round_never_removed BEFORE DELETE ON case_round
BEGIN SELECT raise(abort, 'case_round rows are never removed'); END;
CREATE TRIGGER case_round_of_next_event BEFORE INSERT ON case_round
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'case_round: a row belongs to the next event'); END;
CREATE TRIGGER hardship_case_never_altered BEFORE UPDATE ON hardship_case
BEGIN SELECT raise(abort, 'hardship_case rows are never altered'); END;
CREATE TRIGGER hardship_case_never_removed BEFORE DELETE ON hardship_case
BEGIN SELECT raise(abort, 'hardship_case rows are never removed'); END;
CREATE TRIGGER hardship_case_of_next_event BEFORE INSERT ON hardship_case
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'hardship_case: a row belongs to the next event'); END;
CREATE TRIGGER case_version_never_altered BEFORE UPDATE ON case_version
BEGIN SELECT raise(abort, 'case_version rows are never altered'); END;
CREATE TRIGGER case_version_never_removed BEFORE DELETE ON case_version
BEGIN SELECT raise(abort, 'case_version rows are never removed'); END;
CREATE TRIGGER case_version_of_next_event BEFORE INSERT ON case_version
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'case_version: a row belongs to the next event'); END;
CREATE TRIGGER case_act_never_altered BEFORE UPDATE ON case_act
BEGIN SELECT raise(abort, 'case_act rows are never altered'); END;
CREATE TRIGGER case_act_never_removed BEFORE DELETE ON case_act
BEGIN SELECT raise(abort, 'case_act rows are never removed'); END;
CREATE TRIGGER case_act_of_next_event BEFORE INSERT ON case_act
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'case_act: a row belongs to the next event'); END;
CREATE TRIGGER case_check_never_altered BEFORE UPDATE ON case_check
BEGIN SELECT raise(abort, 'case_check rows are never altered'); END;
CREATE TRIGGER case_check_never_removed BEFORE DELETE ON case_check
BEGIN SELECT raise(abort, 'case_check rows are never removed'); END;
CREATE TRIGGER case_check_of_next_event BEFORE INSERT ON case_check
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'case_check: a row belongs to the next event'); END;
CREATE TRIGGER home_visit_never_altered BEFORE UPDATE ON home_visit
BEGIN SELECT raise(abort, 'home_visit rows are never altered'); END;
CREATE TRIGGER home_visit_never_removed BEFORE DELETE ON home_visit
BEGIN SELECT raise(abort, 'home_visit rows are never removed'); END;
CREATE TRIGGER home_visit_of_next_event BEFORE INSERT ON home_visit
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'home_visit: a row belongs to the next event'); END;
CREATE TRIGGER case_refusal_never_altered BEFORE UPDATE ON case_refusal
BEGIN SELECT raise(abort, 'case_refusal rows are never altered'); END;
CREATE TRIGGER case_refusal_never_removed BEFORE DELETE ON case_refusal
BEGIN SELECT raise(abort, 'case_refusal rows are never removed'); END;
CREATE TRIGGER case_refusal_of_next_event BEFORE INSERT ON case_refusal
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'case_refusal: a row belongs to the next event'); END;
CREATE TRIGGER case_document_never_altered BEFORE UPDATE ON case_document
BEGIN SELECT raise(abort, 'case_document rows are never altered'); END;
CREATE TRIGGER case_document_never_removed BEFORE DELETE ON case_document
BEGIN SELECT raise(abort, 'case_document rows are never removed'); END;
CREATE TRIGGER case_document_of_next_event BEFORE INSERT ON case_document
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'case_document: a row belongs to the next event'); END;
CREATE TRIGGER case_document_amount_never_altered BEFORE UPDATE ON case_document_amount
BEGIN SELECT raise(abort, 'case_document_amount rows are never altered'); END;
CREATE TRIGGER case_document_amount_never_removed BEFORE DELETE ON case_document_amount
BEGIN SELECT raise(abort, 'case_document_amount rows are never removed'); END;
CREATE TRIGGER case_document_amount_of_next_event BEFORE INSERT ON case_document_amount
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'case_document_amount: a row belongs to the next event'); END;
CREATE TRIGGER application_code_never_altered BEFORE UPDATE ON application_code
BEGIN SELECT raise(abort, 'application_code rows are never altered'); END;
CREATE TRIGGER application_code_never_removed BEFORE DELETE ON application_code
BEGIN SELECT raise(abort, 'application_code rows are never removed'); END;
CREATE TRIGGER application_code_of_next_event BEFORE INSERT ON application_code
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'application_code: a row belongs to the next event'); END;
CREATE TRIGGER application_code_end_never_altered BEFORE UPDATE ON application_code_end
BEGIN SELECT raise(abort, 'application_code_end rows are never altered'); END;
CREATE TRIGGER application_code_end_never_removed BEFORE DELETE ON application_code_end
BEGIN SELECT raise(abort, 'application_code_end rows are never removed'); END;
CREATE TRIGGER application_code_end_of_next_event BEFORE INSERT ON application_code_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'application_code_end: a row belongs to the next event'); END;
CREATE TRIGGER application_code_use_never_altered BEFORE UPDATE ON application_code_use
BEGIN SELECT raise(abort, 'application_code_use rows are never altered'); END;
CREATE TRIGGER application_code_use_never_removed BEFORE DELETE ON application_code_use
BEGIN SELECT raise(abort, 'application_code_use rows are never removed'); END;
CREATE TRIGGER application_code_use_of_next_event BEFORE INSERT ON application_code_use
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'application_code_use: a row belongs to the next event'); END;

-- Pairs: a helper and a need, from the proposal to the end, as dated lines that are only ever added to; and agreements
-- between bodies, with what they promised and what came of it.

-- WITNESSED. One row is a pair: one helper for one need. `run_id`: the run that suggested it. `succeeds_id`: the pair
-- that it takes over, so that nobody is left without a helper; one successor at a time, the next when one was declined.
CREATE TABLE pair (
  id INTEGER PRIMARY KEY,
  need_id INTEGER NOT NULL REFERENCES need,
  helper_id INTEGER NOT NULL REFERENCES helper,
  run_id INTEGER REFERENCES match_run,
  succeeds_id INTEGER REFERENCES pair,
  unit_id INTEGER REFERENCES unit,
  until_on TEXT,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX pair_of_need ON pair (need_id);
CREATE INDEX pair_of_helper ON pair (helper_id);
CREATE INDEX pair_after ON pair (succeeds_id) WHERE succeeds_id IS NOT NULL;

-- WITNESSED. One row is something done with a pair. `side`: whose consent it is; `how` it was given. `reason` is why it
-- is reviewed or ended. The table of moves says which act follows on which state.
CREATE TABLE pair_act (
  id INTEGER PRIMARY KEY,
  pair_id INTEGER NOT NULL REFERENCES pair,
  act TEXT NOT NULL CHECK (act IN ('proposed', 'agreed', 'declined', 'withdrawn', 'began', 'consent_withdrawn',
    'review_opened', 'reviewed', 'closing_proposed', 'closing_returned', 'closed', 'handed_over',
    'observation_ended', 'resumed')),
  side TEXT CHECK (side IN ('helper', 'helped')),
  how TEXT CHECK (how IN ('in_person', 'phone', 'paper', 'own_page')),
  reason TEXT,
  on_day TEXT NOT NULL,
  next_on TEXT,
  note_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL,
  CHECK ((act IN ('agreed', 'declined', 'consent_withdrawn')) = (side IS NOT NULL))
) STRICT;
CREATE INDEX pair_act_of ON pair_act (pair_id, id);
CREATE TRIGGER pair_act_not_ended BEFORE INSERT ON pair_act
WHEN (SELECT act FROM pair_act WHERE pair_id = new.pair_id ORDER BY id DESC LIMIT 1)
  IN ('declined', 'withdrawn', 'handed_over', 'observation_ended')
BEGIN SELECT raise(abort, 'the pair has ended'); END;
CREATE TRIGGER pair_begins_agreed BEFORE INSERT ON pair_act
WHEN new.act = 'began' AND (SELECT count(DISTINCT side) FROM pair_act
  WHERE pair_id = new.pair_id AND act = 'agreed') < 2
BEGIN SELECT raise(abort, 'a pair begins when both sides have agreed'); END;
CREATE TRIGGER pair_closed_by_another BEFORE INSERT ON pair_act
WHEN new.act = 'closed' AND new.reason IN ('improved', 'expired') AND NOT EXISTS (SELECT 1 FROM pair_act AS a
  WHERE a.id = (SELECT max(id) FROM pair_act WHERE pair_id = new.pair_id)
  AND a.act = 'closing_proposed' AND a.reason = new.reason AND a.actor <> new.actor)
BEGIN SELECT raise(abort, 'one proposes that a pair ends, and another approves it'); END;
CREATE TRIGGER pair_succeeded_once BEFORE INSERT ON pair
WHEN new.succeeds_id IS NOT NULL AND EXISTS (SELECT 1 FROM pair AS p WHERE p.succeeds_id = new.succeeds_id
  AND NOT EXISTS (SELECT 1 FROM pair_act AS a WHERE a.pair_id = p.id AND a.act IN ('declined', 'withdrawn')))
BEGIN SELECT raise(abort, 'another pair takes this one over already'); END;
CREATE TRIGGER pair_handed_over_to_one BEFORE INSERT ON pair_act
WHEN new.act = 'handed_over' AND NOT EXISTS (SELECT 1 FROM pair AS p
  JOIN pair_act AS a ON a.pair_id = p.id AND a.act = 'began' WHERE p.succeeds_id = new.pair_id)
BEGIN SELECT raise(abort, 'a pair is handed over when its successor has begun'); END;
CREATE TRIGGER pair_once_at_a_time BEFORE INSERT ON pair
WHEN EXISTS (SELECT 1 FROM pair_state WHERE need_id = new.need_id AND helper_id = new.helper_id
  AND state IN ('proposed', 'active', 'under_review', 'closing'))
BEGIN SELECT raise(abort, 'this helper has this need already'); END;

-- Derived. One row is where a pair stands, which follows from its acts. `review_on`: when it is to be looked at, or the
-- last day of its observation.
CREATE TABLE pair_state (
  pair_id INTEGER PRIMARY KEY REFERENCES pair,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'active', 'under_review', 'closing', 'observed', 'ended',
    'handed_over', 'declined')),
  since_on TEXT NOT NULL,
  review_on TEXT,
  helper_agreed INTEGER NOT NULL CHECK (helper_agreed IN (0, 1)),
  helped_agreed INTEGER NOT NULL CHECK (helped_agreed IN (0, 1)),
  need_id INTEGER NOT NULL,
  helper_id INTEGER NOT NULL,
  unit_id INTEGER
) STRICT;
CREATE INDEX pair_state_by ON pair_state (state, pair_id);
CREATE INDEX pair_state_need ON pair_state (need_id, state);
CREATE INDEX pair_state_helper ON pair_state (helper_id, state);

-- WITNESSED. One row is a code with which a helper, or somebody who is helped, opens their own page without an account.
-- Only its hash is kept.
CREATE TABLE pairing_code (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  code_hash TEXT NOT NULL UNIQUE,
  until_on TEXT NOT NULL,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX pairing_code_for ON pairing_code (party_id);

-- WITNESSED. One row ends a code before its day, once.
CREATE TABLE pairing_code_end (
  id INTEGER PRIMARY KEY,
  code_id INTEGER NOT NULL UNIQUE REFERENCES pairing_code,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is an agreement between two bodies: who helps, and who is helped.
CREATE TABLE agreement (
  id INTEGER PRIMARY KEY,
  helper_id INTEGER NOT NULL REFERENCES helper,
  party_id INTEGER NOT NULL REFERENCES party,
  currency TEXT NOT NULL,
  unit_id INTEGER REFERENCES unit,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX agreement_of_helper ON agreement (helper_id);
CREATE INDEX agreement_with ON agreement (party_id);

-- WITNESSED. One row says what an agreement is about and how long it holds from now on; the newest counts, and what both
-- sides signed is the version they signed. `kinds` are codes of the policy on pairing (JSON).
CREATE TABLE agreement_version (
  id INTEGER PRIMARY KEY,
  agreement_id INTEGER NOT NULL REFERENCES agreement,
  kinds TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL CHECK (until_on >= from_on),
  text_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX agreement_version_of ON agreement_version (agreement_id, id);

-- WITNESSED. One row is something one side promised by a day: money or purchases by amount, the rest by number.
CREATE TABLE agreement_commitment (
  id INTEGER PRIMARY KEY,
  agreement_id INTEGER NOT NULL REFERENCES agreement,
  side TEXT NOT NULL CHECK (side IN ('helper', 'helped')),
  kind TEXT NOT NULL CHECK (kind IN ('money', 'goods', 'jobs', 'purchases', 'training_seats', 'advice')),
  amount_minor INTEGER CHECK (amount_minor > 0),
  quantity INTEGER CHECK (quantity > 0),
  due_on TEXT NOT NULL,
  text_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL,
  CHECK ((amount_minor IS NULL) <> (quantity IS NULL)),
  CHECK ((kind IN ('money', 'purchases')) = (amount_minor IS NOT NULL))
) STRICT;
CREATE INDEX agreement_commitment_of ON agreement_commitment (agreement_id);
CREATE INDEX agreement_commitment_due ON agreement_commitment (due_on);

-- WITNESSED. One row releases a commitment that both sides have given up, once, with the reason.
CREATE TABLE agreement_commitment_end (
  id INTEGER PRIMARY KEY,
  commitment_id INTEGER NOT NULL UNIQUE REFERENCES agreement_commitment,
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is what was done of a commitment, with its evidence: a text, the digest of a paper (SHA-256 in
-- hex), and for money that went through the book the contribution that it is, once.
CREATE TABLE agreement_evidence (
  id INTEGER PRIMARY KEY,
  commitment_id INTEGER NOT NULL REFERENCES agreement_commitment,
  on_day TEXT NOT NULL,
  amount_minor INTEGER CHECK (amount_minor > 0),
  quantity INTEGER CHECK (quantity > 0),
  contribution_id INTEGER REFERENCES contribution,
  digest TEXT,
  text_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL,
  CHECK ((amount_minor IS NULL) <> (quantity IS NULL))
) STRICT;
CREATE INDEX agreement_evidence_of ON agreement_evidence (commitment_id);
CREATE INDEX agreement_evidence_money ON agreement_evidence (contribution_id) WHERE contribution_id IS NOT NULL;

-- WITNESSED. One row takes evidence back that was recorded by mistake, once.
CREATE TABLE agreement_evidence_end (
  id INTEGER PRIMARY KEY,
  evidence_id INTEGER NOT NULL UNIQUE REFERENCES agreement_evidence,
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- Money that came once keeps one commitment; what was taken back is free again.
CREATE TRIGGER agreement_money_once BEFORE INSERT ON agreement_evidence
WHEN new.contribution_id IS NOT NULL AND EXISTS (SELECT 1 FROM agreement_evidence AS e
  WHERE e.contribution_id = new.contribution_id
  AND NOT EXISTS (SELECT 1 FROM agreement_evidence_end AS t WHERE t.evidence_id = e.id))
BEGIN SELECT raise(abort, 'the contribution keeps a commitment already'); END;

-- WITNESSED. One row says that a side signed a version of an agreement, or that the agreement ended before its day.
CREATE TABLE agreement_act (
  id INTEGER PRIMARY KEY,
  agreement_id INTEGER NOT NULL REFERENCES agreement,
  act TEXT NOT NULL CHECK (act IN ('signed', 'ended')),
  version_id INTEGER REFERENCES agreement_version,
  side TEXT CHECK (side IN ('helper', 'helped')),
  on_day TEXT NOT NULL,
  signer_detail_id INTEGER REFERENCES detail,
  note_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL,
  CHECK ((act = 'signed') = (side IS NOT NULL AND version_id IS NOT NULL AND signer_detail_id IS NOT NULL))
) STRICT;
CREATE INDEX agreement_act_of ON agreement_act (agreement_id, id);
CREATE UNIQUE INDEX agreement_signed_once ON agreement_act (version_id, side) WHERE act = 'signed';

-- WITNESSED. One row is a statement of what was promised and what came of it up to a day, frozen with its digest.
-- `body` is JSON of ids and numbers.
CREATE TABLE variance_statement (
  id INTEGER PRIMARY KEY,
  agreement_id INTEGER NOT NULL REFERENCES agreement,
  as_of_on TEXT NOT NULL,
  body TEXT NOT NULL,
  digest TEXT NOT NULL,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX variance_statement_of ON variance_statement (agreement_id, id);

-- WITNESSED. One row says that a side signed a variance statement, or would not, once each.
CREATE TABLE variance_signature (
  id INTEGER PRIMARY KEY,
  statement_id INTEGER NOT NULL REFERENCES variance_statement,
  side TEXT NOT NULL CHECK (side IN ('helper', 'helped')),
  agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)),
  on_day TEXT NOT NULL,
  signer_detail_id INTEGER NOT NULL REFERENCES detail,
  note_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL,
  UNIQUE (statement_id, side)
) STRICT;

CREATE TRIGGER pair_never_altered BEFORE UPDATE ON pair
BEGIN SELECT raise(abort, 'pair rows are never altered'); END;
CREATE TRIGGER pair_never_removed BEFORE DELETE ON pair
BEGIN SELECT raise(abort, 'pair rows are never removed'); END;
CREATE TRIGGER pair_of_next_event BEFORE INSERT ON pair
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'pair: a row belongs to the next event'); END;
CREATE TRIGGER pair_act_never_altered BEFORE UPDATE ON pair_act
BEGIN SELECT raise(abort, 'pair_act rows are never altered'); END;
CREATE TRIGGER pair_act_never_removed BEFORE DELETE ON pair_act
BEGIN SELECT raise(abort, 'pair_act rows are never removed'); END;
CREATE TRIGGER pair_act_of_next_event BEFORE INSERT ON pair_act
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'pair_act: a row belongs to the next event'); END;
CREATE TRIGGER pairing_code_never_altered BEFORE UPDATE ON pairing_code
BEGIN SELECT raise(abort, 'pairing_code rows are never altered'); END;
CREATE TRIGGER pairing_code_never_removed BEFORE DELETE ON pairing_code
BEGIN SELECT raise(abort, 'pairing_code rows are never removed'); END;
CREATE TRIGGER pairing_code_of_next_event BEFORE INSERT ON pairing_code
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'pairing_code: a row belongs to the next event'); END;
CREATE TRIGGER pairing_code_end_never_altered BEFORE UPDATE ON pairing_code_end
BEGIN SELECT raise(abort, 'pairing_code_end rows are never altered'); END;
CREATE TRIGGER pairing_code_end_never_removed BEFORE DELETE ON pairing_code_end
BEGIN SELECT raise(abort, 'pairing_code_end rows are never removed'); END;
CREATE TRIGGER pairing_code_end_of_next_event BEFORE INSERT ON pairing_code_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'pairing_code_end: a row belongs to the next event'); END;
CREATE TRIGGER agreement_never_altered BEFORE UPDATE ON agreement
BEGIN SELECT raise(abort, 'agreement rows are never altered'); END;
CREATE TRIGGER agreement_never_removed BEFORE DELETE ON agreement
BEGIN SELECT raise(abort, 'agreement rows are never removed'); END;
CREATE TRIGGER agreement_of_next_event BEFORE INSERT ON agreement
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'agreement: a row belongs to the next event'); END;
CREATE TRIGGER agreement_version_never_altered BEFORE UPDATE ON agreement_version
BEGIN SELECT raise(abort, 'agreement_version rows are never altered'); END;
CREATE TRIGGER agreement_version_never_removed BEFORE DELETE ON agreement_version
BEGIN SELECT raise(abort, 'agreement_version rows are never removed'); END;
CREATE TRIGGER agreement_version_of_next_event BEFORE INSERT ON agreement_version
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'agreement_version: a row belongs to the next event'); END;
CREATE TRIGGER agreement_commitment_never_altered BEFORE UPDATE ON agreement_commitment
BEGIN SELECT raise(abort, 'agreement_commitment rows are never altered'); END;
CREATE TRIGGER agreement_commitment_never_removed BEFORE DELETE ON agreement_commitment
BEGIN SELECT raise(abort, 'agreement_commitment rows are never removed'); END;
CREATE TRIGGER agreement_commitment_of_next_event BEFORE INSERT ON agreement_commitment
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'agreement_commitment: a row belongs to the next event'); END;
CREATE TRIGGER agreement_commitment_end_never_altered BEFORE UPDATE ON agreement_commitment_end
BEGIN SELECT raise(abort, 'agreement_commitment_end rows are never altered'); END;
CREATE TRIGGER agreement_commitment_end_never_removed BEFORE DELETE ON agreement_commitment_end
BEGIN SELECT raise(abort, 'agreement_commitment_end rows are never removed'); END;
CREATE TRIGGER agreement_commitment_end_of_next_event BEFORE INSERT ON agreement_commitment_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'agreement_commitment_end: a row belongs to the next event'); END;
CREATE TRIGGER agreement_evidence_never_altered BEFORE UPDATE ON agreement_evidence
BEGIN SELECT raise(abort, 'agreement_evidence rows are never altered'); END;
CREATE TRIGGER agreement_evidence_never_removed BEFORE DELETE ON agreement_evidence
BEGIN SELECT raise(abort, 'agreement_evidence rows are never removed'); END;
CREATE TRIGGER agreement_evidence_of_next_event BEFORE INSERT ON agreement_evidence
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'agreement_evidence: a row belongs to the next event'); END;
CREATE TRIGGER agreement_evidence_end_never_altered BEFORE UPDATE ON agreement_evidence_end
BEGIN SELECT raise(abort, 'agreement_evidence_end rows are never altered'); END;
CREATE TRIGGER agreement_evidence_end_never_removed BEFORE DELETE ON agreement_evidence_end
BEGIN SELECT raise(abort, 'agreement_evidence_end rows are never removed'); END;
CREATE TRIGGER agreement_evidence_end_of_next_event BEFORE INSERT ON agreement_evidence_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'agreement_evidence_end: a row belongs to the next event'); END;
CREATE TRIGGER agreement_act_never_altered BEFORE UPDATE ON agreement_act
BEGIN SELECT raise(abort, 'agreement_act rows are never altered'); END;
CREATE TRIGGER agreement_act_never_removed BEFORE DELETE ON agreement_act
BEGIN SELECT raise(abort, 'agreement_act rows are never removed'); END;
CREATE TRIGGER agreement_act_of_next_event BEFORE INSERT ON agreement_act
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'agreement_act: a row belongs to the next event'); END;
CREATE TRIGGER variance_statement_never_altered BEFORE UPDATE ON variance_statement
BEGIN SELECT raise(abort, 'variance_statement rows are never altered'); END;
CREATE TRIGGER variance_statement_never_removed BEFORE DELETE ON variance_statement
BEGIN SELECT raise(abort, 'variance_statement rows are never removed'); END;
CREATE TRIGGER variance_statement_of_next_event BEFORE INSERT ON variance_statement
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'variance_statement: a row belongs to the next event'); END;
CREATE TRIGGER variance_signature_never_altered BEFORE UPDATE ON variance_signature
BEGIN SELECT raise(abort, 'variance_signature rows are never altered'); END;
CREATE TRIGGER variance_signature_never_removed BEFORE DELETE ON variance_signature
BEGIN SELECT raise(abort, 'variance_signature rows are never removed'); END;
CREATE TRIGGER variance_signature_of_next_event BEFORE INSERT ON variance_signature
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'variance_signature: a row belongs to the next event'); END;

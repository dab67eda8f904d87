-- What becomes of people's data: consent, opening what lies sealed, erasure. Of who was erased the book keeps
-- ids, amounts and salted digests.

-- WITNESSED. One row says that a person agreed to one use of their data, on a day; what shows it is kept apart.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  purpose TEXT NOT NULL CHECK (purpose IN
    ('processing', 'publication', 'photos', 'sensitive_data', 'sharing_above')),
  given_on TEXT NOT NULL,
  evidence_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_of ON consent (party_id, purpose, id);

-- WITNESSED. One row takes a consent back, once.
CREATE TABLE consent_end (
  id INTEGER PRIMARY KEY,
  consent_id INTEGER NOT NULL UNIQUE REFERENCES consent,
  withdrawn_on TEXT NOT NULL,
  evidence_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row lets somebody read sealed fields of a party, until an instant and for a reason. `fields`
-- is a JSON list of their names.
CREATE TABLE unsealing (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  actor TEXT NOT NULL,
  fields TEXT NOT NULL,
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  until_at INTEGER NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX unsealing_of ON unsealing (party_id, id);

-- WITNESSED. One row asks that a person be erased. The ground is a word, so that nothing of them stands in it;
-- the actor is a person, also where a token asked.
CREATE TABLE erasure_request (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  actor TEXT NOT NULL,
  ground TEXT NOT NULL CHECK (ground IN
    ('asked_for', 'consent_withdrawn', 'time_over', 'not_needed', 'unlawful')),
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX erasure_request_of ON erasure_request (party_id, id);

-- WITNESSED. One row ends such a request without an erasure, once.
CREATE TABLE erasure_request_end (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL UNIQUE REFERENCES erasure_request,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row says that a party was erased, once: by somebody other than who asked for it, or without a request
-- by the host, where a backup had brought the party back.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL UNIQUE REFERENCES party,
  request_id INTEGER REFERENCES erasure_request,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE TRIGGER erasure_by_another BEFORE INSERT ON erasure
WHEN new.actor = (SELECT actor FROM erasure_request WHERE id = new.request_id)
BEGIN SELECT raise(abort, 'whoever asks for an erasure does not confirm it'); END;
CREATE TRIGGER erasure_while_open BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM erasure_request_end WHERE request_id = new.request_id)
BEGIN SELECT raise(abort, 'the request has ended'); END;

-- WITNESSED. One row says that a text was erased: its digest stays, its body and salt are gone.
CREATE TABLE erased_detail (
  id INTEGER PRIMARY KEY,
  detail_id INTEGER NOT NULL UNIQUE REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;

-- The key of a request can be erased, and nothing else of it: what stands in its place is its digest, which is what
-- the chain holds of it in any case.
DROP TRIGGER request_never_altered;
CREATE TRIGGER request_never_altered BEFORE UPDATE ON request
WHEN NOT (new.key GLOB 'erased:*' AND length(new.key) = 71
  AND substr(new.key, 8) NOT GLOB '*[^0-9a-f]*' AND old.key NOT GLOB 'erased:*'
  AND new.command = old.command AND new.input_digest = old.input_digest
  AND new.answer = old.answer AND new.event_seq = old.event_seq)
BEGIN SELECT raise(abort, 'request rows are never altered'); END;

CREATE TRIGGER consent_never_altered BEFORE UPDATE ON consent
BEGIN SELECT raise(abort, 'consent rows are never altered'); END;
CREATE TRIGGER consent_never_removed BEFORE DELETE ON consent
BEGIN SELECT raise(abort, 'consent rows are never removed'); END;
CREATE TRIGGER consent_of_next_event BEFORE INSERT ON consent
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'consent: a row belongs to the next event'); END;
CREATE TRIGGER consent_end_never_altered BEFORE UPDATE ON consent_end
BEGIN SELECT raise(abort, 'consent_end rows are never altered'); END;
CREATE TRIGGER consent_end_never_removed BEFORE DELETE ON consent_end
BEGIN SELECT raise(abort, 'consent_end rows are never removed'); END;
CREATE TRIGGER consent_end_of_next_event BEFORE INSERT ON consent_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'consent_end: a row belongs to the next event'); END;
CREATE TRIGGER unsealing_never_altered BEFORE UPDATE ON unsealing
BEGIN SELECT raise(abort, 'unsealing rows are never altered'); END;
CREATE TRIGGER unsealing_never_removed BEFORE DELETE ON unsealing
BEGIN SELECT raise(abort, 'unsealing rows are never removed'); END;
CREATE TRIGGER unsealing_of_next_event BEFORE INSERT ON unsealing
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'unsealing: a row belongs to the next event'); END;
CREATE TRIGGER erasure_request_never_altered BEFORE UPDATE ON erasure_request
BEGIN SELECT raise(abort, 'erasure_request rows are never altered'); END;
CREATE TRIGGER erasure_request_never_removed BEFORE DELETE ON erasure_request
BEGIN SELECT raise(abort, 'erasure_request rows are never removed'); END;
CREATE TRIGGER erasure_request_of_next_event BEFORE INSERT ON erasure_request
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'erasure_request: a row belongs to the next event'); END;
CREATE TRIGGER erasure_request_end_never_altered BEFORE UPDATE ON erasure_request_end
BEGIN SELECT raise(abort, 'erasure_request_end rows are never altered'); END;
CREATE TRIGGER erasure_request_end_never_removed BEFORE DELETE ON erasure_request_end
BEGIN SELECT raise(abort, 'erasure_request_end rows are never removed'); END;
CREATE TRIGGER erasure_request_end_of_next_event BEFORE INSERT ON erasure_request_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'erasure_request_end: a row belongs to the next event'); END;
CREATE TRIGGER erasure_never_altered BEFORE UPDATE ON erasure
BEGIN SELECT raise(abort, 'erasure rows are never altered'); END;
CREATE TRIGGER erasure_never_removed BEFORE DELETE ON erasure
BEGIN SELECT raise(abort, 'erasure rows are never removed'); END;
CREATE TRIGGER erasure_of_next_event BEFORE INSERT ON erasure
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'erasure: a row belongs to the next event'); END;
CREATE TRIGGER erased_detail_never_altered BEFORE UPDATE ON erased_detail
BEGIN SELECT raise(abort, 'erased_detail rows are never altered'); END;
CREATE TRIGGER erased_detail_never_removed BEFORE DELETE ON erased_detail
BEGIN SELECT raise(abort, 'erased_detail rows are never removed'); END;
CREATE TRIGGER erased_detail_of_next_event BEFORE INSERT ON erased_detail
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'erased_detail: a row belongs to the next event'); END;

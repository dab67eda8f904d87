-- Pairing: who can help, who needs help, and which of them fit. What people can and want is a text of its own (JSON),
-- so that it can be erased; numbers and codes of the rows themselves name nobody.

-- WITNESSED. One row is a place that people live in or would go to: a village, a district. Never a home.
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  unit_id INTEGER REFERENCES unit,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row says what a place is called and where it lies from now on; the newest counts. Degrees in
-- ten-thousandths (about eleven metres), or neither of them.
CREATE TABLE place_version (
  id INTEGER PRIMARY KEY,
  place_id INTEGER NOT NULL REFERENCES place,
  name TEXT NOT NULL,
  latitude_e4 INTEGER CHECK (latitude_e4 BETWEEN -900000 AND 900000),
  longitude_e4 INTEGER CHECK (longitude_e4 BETWEEN -1800000 AND 1800000),
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  event_seq INTEGER NOT NULL,
  CHECK ((latitude_e4 IS NULL) = (longitude_e4 IS NULL))
) STRICT;
CREATE INDEX place_version_of ON place_version (place_id, id);

-- WITNESSED. One row is a helper: a person or a body that helps, once each. `sort` says what kind of helper it is.
CREATE TABLE helper (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL UNIQUE REFERENCES party,
  sort TEXT NOT NULL CHECK (sort IN ('person', 'enterprise', 'village', 'department', 'stationed_body',
    'association')),
  unit_id INTEGER REFERENCES unit,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX helper_in ON helper (unit_id);

-- WITNESSED. One row says how a helper stands from now on; the newest counts. `capacity`: how many they take at once;
-- none says what the policy says for the rank. `traits` (JSON): skills, languages, times, units they would go to, how
-- far, kinds of need they do not take. `leaving`: their needs want a successor before the day.
CREATE TABLE helper_version (
  id INTEGER PRIMARY KEY,
  helper_id INTEGER NOT NULL REFERENCES helper,
  standing TEXT NOT NULL CHECK (standing IN ('open', 'paused', 'leaving', 'ended')),
  leaves_on TEXT CHECK ((standing = 'leaving') = (leaves_on IS NOT NULL)),
  rank TEXT,
  capacity INTEGER CHECK (capacity BETWEEN 0 AND 1000),
  place_id INTEGER REFERENCES place,
  traits_detail_id INTEGER NOT NULL REFERENCES detail,
  note_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX helper_version_of ON helper_version (helper_id, id);

-- WITNESSED. One row is a need: somebody, a person or a body, is to have a helper for something. `kind` is a code of
-- the policy on pairing. A need of a household in hardship names its file.
CREATE TABLE need (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  kind TEXT NOT NULL,
  file_id INTEGER REFERENCES hardship_file,
  unit_id INTEGER REFERENCES unit,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX need_of ON need (party_id);
CREATE INDEX need_file ON need (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX need_in ON need (unit_id);

-- WITNESSED. One row says how a need stands from now on; the newest counts. `wanted`: how many helpers at once; urgency
-- 3 is the most. `traits` (JSON): languages, times, preferences, and what of these must be met.
CREATE TABLE need_version (
  id INTEGER PRIMARY KEY,
  need_id INTEGER NOT NULL REFERENCES need,
  standing TEXT NOT NULL CHECK (standing IN ('open', 'paused', 'met', 'withdrawn')),
  urgency INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 3),
  wanted INTEGER NOT NULL CHECK (wanted BETWEEN 1 AND 20),
  place_id INTEGER REFERENCES place,
  traits_detail_id INTEGER NOT NULL REFERENCES detail,
  note_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX need_version_of ON need_version (need_id, id);

-- WITNESSED. One row is a run of the matching: over how many, at what cost, under which policy, by what the book knew
-- after an event. `digest` covers its parts, so that a doubter solves it again and compares.
CREATE TABLE match_run (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER REFERENCES unit,
  policy_version_id INTEGER REFERENCES policy_version,
  known_seq INTEGER NOT NULL,
  helpers INTEGER NOT NULL CHECK (helpers >= 0),
  needs INTEGER NOT NULL CHECK (needs >= 0),
  candidates INTEGER NOT NULL CHECK (candidates >= 0),
  suggested INTEGER NOT NULL CHECK (suggested >= 0),
  unmet INTEGER NOT NULL CHECK (unmet >= 0),
  cost INTEGER NOT NULL CHECK (cost >= 0),
  digest TEXT NOT NULL,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a part of what a run found (JSON, ids and numbers alone): suggestions with their points, and
-- the prices that prove them.
CREATE TABLE match_part (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES match_run,
  part INTEGER NOT NULL CHECK (part >= 0),
  body TEXT NOT NULL,
  event_seq INTEGER NOT NULL,
  UNIQUE (run_id, part)
) STRICT;

-- WITNESSED. One row says that a helper and a need are not to be put together, and who said so; the next run heeds it.
CREATE TABLE match_rejection (
  id INTEGER PRIMARY KEY,
  need_id INTEGER NOT NULL REFERENCES need,
  helper_id INTEGER NOT NULL REFERENCES helper,
  run_id INTEGER REFERENCES match_run,
  said_by TEXT NOT NULL CHECK (said_by IN ('coordinator', 'helper', 'helped')),
  reason TEXT NOT NULL CHECK (reason IN ('too_far', 'unsuitable', 'acquainted', 'conflict', 'no_time', 'unwilling',
    'other')),
  note_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX match_rejection_of ON match_rejection (need_id, helper_id);

-- WITNESSED. One row takes a rejection back, once.
CREATE TABLE match_rejection_end (
  id INTEGER PRIMARY KEY,
  rejection_id INTEGER NOT NULL UNIQUE REFERENCES match_rejection,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

CREATE TRIGGER place_never_altered BEFORE UPDATE ON place
BEGIN SELECT raise(abort, 'place rows are never altered'); END;
CREATE TRIGGER place_never_removed BEFORE DELETE ON place
BEGIN SELECT raise(abort, 'place rows are never removed'); END;
CREATE TRIGGER place_of_next_event BEFORE INSERT ON place
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'place: a row belongs to the next event'); END;
CREATE TRIGGER place_version_never_altered BEFORE UPDATE ON place_version
BEGIN SELECT raise(abort, 'place_version rows are never altered'); END;
CREATE TRIGGER place_version_never_removed BEFORE DELETE ON place_version
BEGIN SELECT raise(abort, 'place_version rows are never removed'); END;
CREATE TRIGGER place_version_of_next_event BEFORE INSERT ON place_version
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'place_version: a row belongs to the next event'); END;
CREATE TRIGGER helper_never_altered BEFORE UPDATE ON helper
BEGIN SELECT raise(abort, 'helper rows are never altered'); END;
CREATE TRIGGER helper_never_removed BEFORE DELETE ON helper
BEGIN SELECT raise(abort, 'helper rows are never removed'); END;
CREATE TRIGGER helper_of_next_event BEFORE INSERT ON helper
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'helper: a row belongs to the next event'); END;
CREATE TRIGGER helper_version_never_altered BEFORE UPDATE ON helper_version
BEGIN SELECT raise(abort, 'helper_version rows are never altered'); END;
CREATE TRIGGER helper_version_never_removed BEFORE DELETE ON helper_version
BEGIN SELECT raise(abort, 'helper_version rows are never removed'); END;
CREATE TRIGGER helper_version_of_next_event BEFORE INSERT ON helper_version
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'helper_version: a row belongs to the next event'); END;
CREATE TRIGGER need_never_altered BEFORE UPDATE ON need
BEGIN SELECT raise(abort, 'need rows are never altered'); END;
CREATE TRIGGER need_never_removed BEFORE DELETE ON need
BEGIN SELECT raise(abort, 'need rows are never removed'); END;
CREATE TRIGGER need_of_next_event BEFORE INSERT ON need
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'need: a row belongs to the next event'); END;
CREATE TRIGGER need_version_never_altered BEFORE UPDATE ON need_version
BEGIN SELECT raise(abort, 'need_version rows are never altered'); END;
CREATE TRIGGER need_version_never_removed BEFORE DELETE ON need_version
BEGIN SELECT raise(abort, 'need_version rows are never removed'); END;
CREATE TRIGGER need_version_of_next_event BEFORE INSERT ON need_version
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'need_version: a row belongs to the next event'); END;
CREATE TRIGGER match_run_never_altered BEFORE UPDATE ON match_run
BEGIN SELECT raise(abort, 'match_run rows are never altered'); END;
CREATE TRIGGER match_run_never_removed BEFORE DELETE ON match_run
BEGIN SELECT raise(abort, 'match_run rows are never removed'); END;
CREATE TRIGGER match_run_of_next_event BEFORE INSERT ON match_run
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'match_run: a row belongs to the next event'); END;
CREATE TRIGGER match_part_never_altered BEFORE UPDATE ON match_part
BEGIN SELECT raise(abort, 'match_part rows are never altered'); END;
CREATE TRIGGER match_part_never_removed BEFORE DELETE ON match_part
BEGIN SELECT raise(abort, 'match_part rows are never removed'); END;
CREATE TRIGGER match_part_of_next_event BEFORE INSERT ON match_part
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'match_part: a row belongs to the next event'); END;
CREATE TRIGGER match_rejection_never_altered BEFORE UPDATE ON match_rejection
BEGIN SELECT raise(abort, 'match_rejection rows are never altered'); END;
CREATE TRIGGER match_rejection_never_removed BEFORE DELETE ON match_rejection
BEGIN SELECT raise(abort, 'match_rejection rows are never removed'); END;
CREATE TRIGGER match_rejection_of_next_event BEFORE INSERT ON match_rejection
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'match_rejection: a row belongs to the next event'); END;
CREATE TRIGGER match_rejection_end_never_altered BEFORE UPDATE ON match_rejection_end
BEGIN SELECT raise(abort, 'match_rejection_end rows are never altered'); END;
CREATE TRIGGER match_rejection_end_never_removed BEFORE DELETE ON match_rejection_end
BEGIN SELECT raise(abort, 'match_rejection_end rows are never removed'); END;
CREATE TRIGGER match_rejection_end_of_next_event BEFORE INSERT ON match_rejection_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'match_rejection_end: a row belongs to the next event'); END;

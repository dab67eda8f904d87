-- Policies as data: amounts, tiers, quorums, lengths, caps, calendars, masks. Nothing is altered: what holds
-- from a day on is a version of its own, and what was decided keeps the version it was decided under.

-- WITNESSED. One row is a version of a policy: what holds from a day on in a unit and below it, without a
-- unit in the whole organisation. The body is canonical JSON; the preset is the one it was taken from.
CREATE TABLE policy_version (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN
    ('duties', 'committee', 'tiers', 'workflows', 'causes', 'notice', 'caps', 'standards', 'payments',
     'pairing', 'visiting', 'calendar', 'masks', 'retention', 'sign_in')),
  unit_id INTEGER REFERENCES unit,
  effective_from TEXT NOT NULL CHECK (effective_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  body TEXT NOT NULL CHECK (json_valid(body)),
  preset TEXT,
  reason_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
-- The version in force is the last of its kind and unit up to a day.
CREATE INDEX policy_version_in_force ON policy_version (kind, unit_id, effective_from, id);

CREATE TRIGGER policy_version_never_altered BEFORE UPDATE ON policy_version
BEGIN SELECT raise(abort, 'policy_version rows are never altered'); END;
CREATE TRIGGER policy_version_never_removed BEFORE DELETE ON policy_version
BEGIN SELECT raise(abort, 'policy_version rows are never removed'); END;
CREATE TRIGGER policy_version_of_next_event BEFORE INSERT ON policy_version
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'policy_version: a row belongs to the next event'); END;

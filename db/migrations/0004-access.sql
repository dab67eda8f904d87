-- Units of the organisation, and the roles that people have in them.

-- WITNESSED. One row is a unit of the organisation: a province, a branch, a department. What is said of it
-- stands in its versions.
CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a version of a unit: its name, its kind, the unit above it (none: it stands
-- directly under the organisation), whether it is closed. The highest id is in force.
CREATE TABLE unit_version (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit,
  parent_id INTEGER REFERENCES unit CHECK (parent_id <> unit_id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX unit_version_of ON unit_version (unit_id, id);
CREATE INDEX unit_version_below ON unit_version (parent_id);

-- WITNESSED. One row gives a user a role in a unit and all units below it; without a unit in the whole
-- organisation.
CREATE TABLE role_grant (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES user,
  role TEXT NOT NULL,
  unit_id INTEGER REFERENCES unit,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX role_grant_of ON role_grant (user_id, id);

-- WITNESSED. One row ends such a grant, once.
CREATE TABLE role_grant_end (
  id INTEGER PRIMARY KEY,
  grant_id INTEGER NOT NULL UNIQUE REFERENCES role_grant,
  event_seq INTEGER NOT NULL
) STRICT;

CREATE TRIGGER unit_never_altered BEFORE UPDATE ON unit
BEGIN SELECT raise(abort, 'unit rows are never altered'); END;
CREATE TRIGGER unit_never_removed BEFORE DELETE ON unit
BEGIN SELECT raise(abort, 'unit rows are never removed'); END;
CREATE TRIGGER unit_of_next_event BEFORE INSERT ON unit
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'unit: a row belongs to the next event'); END;
CREATE TRIGGER unit_version_never_altered BEFORE UPDATE ON unit_version
BEGIN SELECT raise(abort, 'unit_version rows are never altered'); END;
CREATE TRIGGER unit_version_never_removed BEFORE DELETE ON unit_version
BEGIN SELECT raise(abort, 'unit_version rows are never removed'); END;
CREATE TRIGGER unit_version_of_next_event BEFORE INSERT ON unit_version
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'unit_version: a row belongs to the next event'); END;
CREATE TRIGGER role_grant_never_altered BEFORE UPDATE ON role_grant
BEGIN SELECT raise(abort, 'role_grant rows are never altered'); END;
CREATE TRIGGER role_grant_never_removed BEFORE DELETE ON role_grant
BEGIN SELECT raise(abort, 'role_grant rows are never removed'); END;
CREATE TRIGGER role_grant_of_next_event BEFORE INSERT ON role_grant
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'role_grant: a row belongs to the next event'); END;
CREATE TRIGGER role_grant_end_never_altered BEFORE UPDATE ON role_grant_end
BEGIN SELECT raise(abort, 'role_grant_end rows are never altered'); END;
CREATE TRIGGER role_grant_end_never_removed BEFORE DELETE ON role_grant_end
BEGIN SELECT raise(abort, 'role_grant_end rows are never removed'); END;
CREATE TRIGGER role_grant_end_of_next_event BEFORE INSERT ON role_grant_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'role_grant_end: a row belongs to the next event'); END;

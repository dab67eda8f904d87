-- People and units: who belongs where and when, households, ties between people, what became of somebody.
-- Days are the first and the last on which something holds. Nothing is altered: an end is a row of its own.

-- Who was registered in a unit, and the bodies of the whole organisation.
CREATE INDEX party_in_unit ON party (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX party_of_all ON party (id) WHERE unit_id IS NULL AND kind <> 'person';

-- WITNESSED. One row says that a person belongs to a unit from a day on, or for a time: it is their home,
-- it is where they work now, or they are an honorary member.
CREATE TABLE membership (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  unit_id INTEGER NOT NULL REFERENCES unit,
  sort TEXT NOT NULL CHECK (sort IN ('home', 'current', 'honorary')),
  from_on TEXT NOT NULL,
  until_on TEXT CHECK (until_on >= from_on),
  reason_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX membership_of ON membership (party_id);
CREATE INDEX membership_in ON membership (unit_id);

-- WITNESSED. One row ends a membership, once, earlier than it was to end. One recorded by mistake ends on
-- the day before its first, so that it holds on no day.
CREATE TABLE membership_end (
  id INTEGER PRIMARY KEY,
  membership_id INTEGER NOT NULL UNIQUE REFERENCES membership,
  to_on TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('transferred', 'left', 'died', 'mistake')),
  reason_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a household, registered in a unit or for the whole organisation.
CREATE TABLE household (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER REFERENCES unit,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX household_in ON household (unit_id) WHERE unit_id IS NOT NULL;

-- WITNESSED. One row says that a person lives in a household from a day on, and what they are to its head.
CREATE TABLE household_member (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household,
  party_id INTEGER NOT NULL REFERENCES party,
  relation TEXT NOT NULL CHECK (relation IN ('head', 'spouse', 'child', 'parent', 'grandparent',
    'grandchild', 'sibling', 'other_kin', 'not_related')),
  from_on TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX household_member_of ON household_member (household_id);
CREATE INDEX household_member_who ON household_member (party_id);

-- WITNESSED. One row ends that, once.
CREATE TABLE household_member_end (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL UNIQUE REFERENCES household_member,
  to_on TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('left', 'moved', 'new_head', 'died', 'mistake')),
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a tie between two parties: the first is the parent, guardian, guarantor ... of the
-- second. Without a first day it holds since ever, as between parent and child.
CREATE TABLE tie (
  id INTEGER PRIMARY KEY,
  a_id INTEGER NOT NULL REFERENCES party,
  b_id INTEGER NOT NULL REFERENCES party CHECK (b_id <> a_id),
  kind TEXT NOT NULL,
  from_on TEXT,
  reason_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX tie_from ON tie (a_id);
CREATE INDEX tie_to ON tie (b_id);

-- WITNESSED. One row ends a tie, once. One recorded by mistake has no last day and holds on no day.
CREATE TABLE tie_end (
  id INTEGER PRIMARY KEY,
  tie_id INTEGER NOT NULL UNIQUE REFERENCES tie,
  to_on TEXT,
  reason_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row says what became of a person on a day. Of the rows up to a day, the one of the latest day
-- counts, and of one day the highest.
CREATE TABLE party_status (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  status TEXT NOT NULL CHECK (status IN ('active', 'retired', 'left', 'died')),
  from_on TEXT NOT NULL,
  note_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX party_status_of ON party_status (party_id);

-- A person has one home and at most one place of work on a day.
CREATE TRIGGER membership_one_of_a_sort BEFORE INSERT ON membership
WHEN new.sort <> 'honorary' AND EXISTS (
  SELECT 1 FROM membership AS m LEFT JOIN membership_end AS e ON e.membership_id = m.id
  WHERE m.id <> new.id AND m.party_id = new.party_id AND m.sort = new.sort
    AND m.from_on <= coalesce(new.until_on, '9999-12-31')
    AND new.from_on <= coalesce(e.to_on, m.until_on, '9999-12-31'))
BEGIN SELECT raise(abort, 'membership: one of a sort on a day'); END;
CREATE TRIGGER membership_end_within BEFORE INSERT ON membership_end
WHEN NOT EXISTS (
  SELECT 1 FROM membership AS m WHERE m.id = new.membership_id
    AND new.to_on >= CASE new.cause WHEN 'mistake' THEN date(m.from_on, '-1 day') ELSE m.from_on END
    AND new.to_on <= CASE new.cause WHEN 'mistake' THEN date(m.from_on, '-1 day')
      ELSE coalesce(m.until_on, '9999-12-31') END)
BEGIN SELECT raise(abort, 'membership_end: a day of the membership'); END;

-- A person lives in one household on a day, and a household has one head.
CREATE TRIGGER household_member_once BEFORE INSERT ON household_member
WHEN EXISTS (
  SELECT 1 FROM household_member AS m LEFT JOIN household_member_end AS e ON e.member_id = m.id
  WHERE m.id <> new.id AND (m.party_id = new.party_id
      OR (m.household_id = new.household_id AND m.relation = 'head' AND new.relation = 'head'))
    AND new.from_on <= coalesce(e.to_on, '9999-12-31'))
BEGIN SELECT raise(abort, 'household_member: one household on a day, and one head'); END;
CREATE TRIGGER household_member_end_within BEFORE INSERT ON household_member_end
WHEN NOT EXISTS (
  SELECT 1 FROM household_member AS m WHERE m.id = new.member_id
    AND new.to_on >= CASE new.cause WHEN 'mistake' THEN date(m.from_on, '-1 day') ELSE m.from_on END)
BEGIN SELECT raise(abort, 'household_member_end: a day of the membership'); END;

-- The same tie holds once.
CREATE TRIGGER tie_once BEFORE INSERT ON tie
WHEN EXISTS (
  SELECT 1 FROM tie AS t LEFT JOIN tie_end AS e ON e.tie_id = t.id
  WHERE t.id <> new.id AND t.a_id = new.a_id AND t.b_id = new.b_id AND t.kind = new.kind
    AND (e.id IS NULL OR e.to_on >= coalesce(new.from_on, '0000-01-01')))
BEGIN SELECT raise(abort, 'tie: the same tie holds once'); END;

CREATE TRIGGER membership_never_altered BEFORE UPDATE ON membership
BEGIN SELECT raise(abort, 'membership rows are never altered'); END;
CREATE TRIGGER membership_never_removed BEFORE DELETE ON membership
BEGIN SELECT raise(abort, 'membership rows are never removed'); END;
CREATE TRIGGER membership_of_next_event BEFORE INSERT ON membership
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'membership: a row belongs to the next event'); END;
CREATE TRIGGER membership_end_never_altered BEFORE UPDATE ON membership_end
BEGIN SELECT raise(abort, 'membership_end rows are never altered'); END;
CREATE TRIGGER membership_end_never_removed BEFORE DELETE ON membership_end
BEGIN SELECT raise(abort, 'membership_end rows are never removed'); END;
CREATE TRIGGER membership_end_of_next_event BEFORE INSERT ON membership_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'membership_end: a row belongs to the next event'); END;
CREATE TRIGGER household_never_altered BEFORE UPDATE ON household
BEGIN SELECT raise(abort, 'household rows are never altered'); END;
CREATE TRIGGER household_never_removed BEFORE DELETE ON household
BEGIN SELECT raise(abort, 'household rows are never removed'); END;
CREATE TRIGGER household_of_next_event BEFORE INSERT ON household
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'household: a row belongs to the next event'); END;
CREATE TRIGGER household_member_never_altered BEFORE UPDATE ON household_member
BEGIN SELECT raise(abort, 'household_member rows are never altered'); END;
CREATE TRIGGER household_member_never_removed BEFORE DELETE ON household_member
BEGIN SELECT raise(abort, 'household_member rows are never removed'); END;
CREATE TRIGGER household_member_of_next_event BEFORE INSERT ON household_member
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'household_member: a row belongs to the next event'); END;
CREATE TRIGGER household_member_end_never_altered BEFORE UPDATE ON household_member_end
BEGIN SELECT raise(abort, 'household_member_end rows are never altered'); END;
CREATE TRIGGER household_member_end_never_removed BEFORE DELETE ON household_member_end
BEGIN SELECT raise(abort, 'household_member_end rows are never removed'); END;
CREATE TRIGGER household_member_end_of_next_event BEFORE INSERT ON household_member_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'household_member_end: a row belongs to the next event'); END;
CREATE TRIGGER tie_never_altered BEFORE UPDATE ON tie
BEGIN SELECT raise(abort, 'tie rows are never altered'); END;
CREATE TRIGGER tie_never_removed BEFORE DELETE ON tie
BEGIN SELECT raise(abort, 'tie rows are never removed'); END;
CREATE TRIGGER tie_of_next_event BEFORE INSERT ON tie
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'tie: a row belongs to the next event'); END;
CREATE TRIGGER tie_end_never_altered BEFORE UPDATE ON tie_end
BEGIN SELECT raise(abort, 'tie_end rows are never altered'); END;
CREATE TRIGGER tie_end_never_removed BEFORE DELETE ON tie_end
BEGIN SELECT raise(abort, 'tie_end rows are never removed'); END;
CREATE TRIGGER tie_end_of_next_event BEFORE INSERT ON tie_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'tie_end: a row belongs to the next event'); END;
CREATE TRIGGER party_status_never_altered BEFORE UPDATE ON party_status
BEGIN SELECT raise(abort, 'party_status rows are never altered'); END;
CREATE TRIGGER party_status_never_removed BEFORE DELETE ON party_status
BEGIN SELECT raise(abort, 'party_status rows are never removed'); END;
CREATE TRIGGER party_status_of_next_event BEFORE INSERT ON party_status
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'party_status: a row belongs to the next event'); END;

-- Derived. One row is the words that a party is found by, made of its names (src/people/words.ts). What is
-- removed is removed from the index itself and not marked as gone, so that an erased name is nowhere in it.
CREATE VIRTUAL TABLE party_words USING fts5 (
  words, columnsize = 0, tokenize = "ascii tokenchars '.=-@#'"
);
INSERT INTO party_words (party_words, rank) VALUES ('secure-delete', 1);

-- Derived. One row is the words of a party that are still to go into that index, some hundred at a time: SQLite
-- writes out what a full-text index has in hand before each other statement, 0.3 ms and more a party.
CREATE TABLE party_words_new (
  id INTEGER PRIMARY KEY REFERENCES party,
  words TEXT NOT NULL
) STRICT;

-- Derived. One row is a name as it is compared, behind a `=`, or a number that somebody has elsewhere behind a `#`: who has
-- the same is found by it at once.
CREATE TABLE party_key (
  key TEXT NOT NULL,
  party_id INTEGER NOT NULL REFERENCES party,
  PRIMARY KEY (key, party_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_key_of ON party_key (party_id);

-- WITNESSED. One row is the number that somebody has elsewhere, such as a personnel number; the highest id of a
-- party is in force.
CREATE TABLE party_number (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  number_detail_id INTEGER NOT NULL REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX party_number_of ON party_number (party_id);

-- WITNESSED. One row says that two parties are the same one: the second stands merged in the first, whose name
-- and page are kept. Both references stay valid.
CREATE TABLE party_merge (
  id INTEGER PRIMARY KEY,
  kept_id INTEGER NOT NULL REFERENCES party,
  merged_id INTEGER NOT NULL REFERENCES party CHECK (merged_id <> kept_id),
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX party_merge_into ON party_merge (kept_id);
CREATE INDEX party_merge_of ON party_merge (merged_id);

-- WITNESSED. One row takes a merge back, once.
CREATE TABLE party_unmerge (
  id INTEGER PRIMARY KEY,
  merge_id INTEGER NOT NULL UNIQUE REFERENCES party_merge,
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row says that two parties who look alike are not the same one.
CREATE TABLE party_distinct (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  other_id INTEGER NOT NULL REFERENCES party CHECK (other_id > party_id),
  reason_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL,
  UNIQUE (party_id, other_id)
) STRICT;
CREATE INDEX party_distinct_other ON party_distinct (other_id);

-- A party stands merged in one other at most, and what is kept is not merged itself: no chains, no circles.
CREATE TRIGGER party_merge_no_chain BEFORE INSERT ON party_merge
WHEN EXISTS (
  SELECT 1 FROM party_merge AS m
  WHERE m.id <> new.id AND NOT EXISTS (SELECT 1 FROM party_unmerge AS u WHERE u.merge_id = m.id)
    AND (m.merged_id IN (new.merged_id, new.kept_id) OR m.kept_id = new.merged_id))
BEGIN SELECT raise(abort, 'party_merge: merged once, and into one that stands'); END;

CREATE TRIGGER party_number_never_altered BEFORE UPDATE ON party_number
BEGIN SELECT raise(abort, 'party_number rows are never altered'); END;
CREATE TRIGGER party_number_never_removed BEFORE DELETE ON party_number
BEGIN SELECT raise(abort, 'party_number rows are never removed'); END;
CREATE TRIGGER party_number_of_next_event BEFORE INSERT ON party_number
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'party_number: a row belongs to the next event'); END;
CREATE TRIGGER party_merge_never_altered BEFORE UPDATE ON party_merge
BEGIN SELECT raise(abort, 'party_merge rows are never altered'); END;
CREATE TRIGGER party_merge_never_removed BEFORE DELETE ON party_merge
BEGIN SELECT raise(abort, 'party_merge rows are never removed'); END;
CREATE TRIGGER party_merge_of_next_event BEFORE INSERT ON party_merge
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'party_merge: a row belongs to the next event'); END;
CREATE TRIGGER party_unmerge_never_altered BEFORE UPDATE ON party_unmerge
BEGIN SELECT raise(abort, 'party_unmerge rows are never altered'); END;
CREATE TRIGGER party_unmerge_never_removed BEFORE DELETE ON party_unmerge
BEGIN SELECT raise(abort, 'party_unmerge rows are never removed'); END;
CREATE TRIGGER party_unmerge_of_next_event BEFORE INSERT ON party_unmerge
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'party_unmerge: a row belongs to the next event'); END;
CREATE TRIGGER party_distinct_never_altered BEFORE UPDATE ON party_distinct
BEGIN SELECT raise(abort, 'party_distinct rows are never altered'); END;
CREATE TRIGGER party_distinct_never_removed BEFORE DELETE ON party_distinct
BEGIN SELECT raise(abort, 'party_distinct rows are never removed'); END;
CREATE TRIGGER party_distinct_of_next_event BEFORE INSERT ON party_distinct
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'party_distinct: a row belongs to the next event'); END;

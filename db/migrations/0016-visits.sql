-- Visits and what comes of them; pledges of service, posts and hours; the calendars of who is to go.

-- WITNESSED. One row is a contact with somebody who is helped: a visit, a call. `helper_id`: who went; `pair_id`: of
-- which pair it is. `care_event_id`: what it was prompted by. The texts are kept apart.
CREATE TABLE visit (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  pair_id INTEGER REFERENCES pair,
  helper_id INTEGER REFERENCES helper,
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'phone', 'festival', 'hospital', 'disaster', 'bereavement')),
  visited_on TEXT NOT NULL,
  minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440),
  met TEXT NOT NULL CHECK (met IN ('oneself', 'family', 'nobody')),
  at_place TEXT NOT NULL CHECK (at_place IN ('home', 'hospital', 'work', 'elsewhere', 'phone')),
  care_event_id INTEGER REFERENCES care_event,
  found_detail_id INTEGER REFERENCES detail,
  unit_id INTEGER REFERENCES unit,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX visit_to ON visit (party_id, visited_on);
CREATE INDEX visit_of_pair ON visit (pair_id, visited_on) WHERE pair_id IS NOT NULL;
CREATE INDEX visit_of_helper ON visit (helper_id, visited_on) WHERE helper_id IS NOT NULL;
CREATE INDEX visit_on ON visit (visited_on);
CREATE INDEX visit_for_event ON visit (care_event_id) WHERE care_event_id IS NOT NULL;

-- WITNESSED. One row takes back a visit that was recorded by mistake, once.
CREATE TABLE visit_end (
  id INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL UNIQUE REFERENCES visit,
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row says who else came along.
CREATE TABLE visit_companion (
  id INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES visit,
  party_id INTEGER NOT NULL REFERENCES party,
  event_seq INTEGER NOT NULL,
  UNIQUE (visit_id, party_id)
) STRICT;

-- WITNESSED. One row is something that was wanted at a visit; `need_id`: the need that was opened for it.
CREATE TABLE visit_wish (
  id INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES visit,
  kind TEXT NOT NULL,
  text_detail_id INTEGER NOT NULL REFERENCES detail,
  need_id INTEGER UNIQUE REFERENCES need,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX visit_wish_of ON visit_wish (visit_id);

-- WITNESSED. One row is help given at a visit: a service, goods, money. Money is a payout of the book that was handed
-- over, at one visit that stands, or a private gift outside of it. `kind` is a code of the policy on pairing.
CREATE TABLE visit_help (
  id INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES visit,
  kind TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('service', 'goods', 'money')),
  private INTEGER NOT NULL CHECK (private IN (0, 1)),
  amount_minor INTEGER CHECK (amount_minor > 0),
  payout_id INTEGER REFERENCES payout,
  text_detail_id INTEGER REFERENCES detail,
  event_seq INTEGER NOT NULL,
  CHECK (form <> 'money' OR (payout_id IS NULL) = (private = 1)),
  CHECK (form = 'money' OR amount_minor IS NULL),
  CHECK (private = 0 OR payout_id IS NULL),
  CHECK (form <> 'service' OR payout_id IS NULL)
) STRICT;
CREATE INDEX visit_help_of ON visit_help (visit_id);
CREATE INDEX visit_help_payout ON visit_help (payout_id) WHERE payout_id IS NOT NULL;
CREATE TRIGGER visit_help_payout_once BEFORE INSERT ON visit_help
WHEN new.payout_id IS NOT NULL AND EXISTS (SELECT 1 FROM visit_help AS h WHERE h.payout_id = new.payout_id
  AND NOT EXISTS (SELECT 1 FROM visit_end AS e WHERE e.visit_id = h.visit_id))
BEGIN SELECT raise(abort, 'a payout is handed over at one visit'); END;

-- WITNESSED. One row says whether the household says so too, once, and how it was asked; never by who went.
CREATE TABLE visit_confirmation (
  id INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL UNIQUE REFERENCES visit,
  how TEXT NOT NULL CHECK (how IN ('own_page', 'call', 'paper')),
  agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)),
  on_day TEXT NOT NULL,
  note_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is something to be done by a day after a visit, or without one.
CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  visit_id INTEGER REFERENCES visit,
  pair_id INTEGER REFERENCES pair,
  for_whom TEXT NOT NULL CHECK (for_whom IN ('helper', 'coordinator', 'administrator')),
  due_on TEXT NOT NULL,
  text_detail_id INTEGER NOT NULL REFERENCES detail,
  unit_id INTEGER REFERENCES unit,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX follow_up_due ON follow_up (due_on);
CREATE INDEX follow_up_of ON follow_up (party_id);
CREATE INDEX follow_up_of_pair ON follow_up (pair_id) WHERE pair_id IS NOT NULL;

-- WITNESSED. One row says what came of it, once.
CREATE TABLE follow_up_end (
  id INTEGER PRIMARY KEY,
  follow_up_id INTEGER NOT NULL UNIQUE REFERENCES follow_up,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'dropped')),
  on_day TEXT NOT NULL,
  note_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is what happened to somebody who is helped and prompts a visit: a stay in hospital, a disaster, a
-- death in the family.
CREATE TABLE care_event (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  kind TEXT NOT NULL CHECK (kind IN ('hospital', 'disaster', 'bereavement')),
  on_day TEXT NOT NULL,
  note_detail_id INTEGER REFERENCES detail,
  unit_id INTEGER REFERENCES unit,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX care_event_of ON care_event (party_id);
CREATE INDEX care_event_on ON care_event (on_day);

-- WITNESSED. One row takes such an event back, once: it was recorded by mistake, or needs no visit.
CREATE TABLE care_event_end (
  id INTEGER PRIMARY KEY,
  care_event_id INTEGER NOT NULL UNIQUE REFERENCES care_event,
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is what somebody promises to do, in one sentence.
CREATE TABLE service_pledge (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  text_detail_id INTEGER NOT NULL REFERENCES detail,
  minutes INTEGER CHECK (minutes > 0),
  from_on TEXT NOT NULL,
  due_on TEXT NOT NULL CHECK (due_on >= from_on),
  unit_id INTEGER REFERENCES unit,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX service_pledge_of ON service_pledge (party_id);
CREATE INDEX service_pledge_due ON service_pledge (due_on);

-- WITNESSED. One row says what came of it, once.
CREATE TABLE service_pledge_end (
  id INTEGER PRIMARY KEY,
  pledge_id INTEGER NOT NULL UNIQUE REFERENCES service_pledge,
  outcome TEXT NOT NULL CHECK (outcome IN ('kept', 'partly', 'not_kept', 'withdrawn')),
  on_day TEXT NOT NULL,
  text_detail_id INTEGER NOT NULL REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a post to be taken: keeper of the reading room, escort to the clinic. `wanted`: how many at once.
CREATE TABLE service_post (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  wanted INTEGER NOT NULL CHECK (wanted BETWEEN 1 AND 1000),
  unit_id INTEGER REFERENCES unit,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row closes a post, once.
CREATE TABLE service_post_end (
  id INTEGER PRIMARY KEY,
  post_id INTEGER NOT NULL UNIQUE REFERENCES service_post,
  reason_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row says that somebody took a post from a day on.
CREATE TABLE post_holding (
  id INTEGER PRIMARY KEY,
  post_id INTEGER NOT NULL REFERENCES service_post,
  party_id INTEGER NOT NULL REFERENCES party,
  from_on TEXT NOT NULL,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX post_holding_of ON post_holding (post_id);
CREATE INDEX post_holding_by ON post_holding (party_id);

-- WITNESSED. One row ends that, once, with what came of it.
CREATE TABLE post_holding_end (
  id INTEGER PRIMARY KEY,
  holding_id INTEGER NOT NULL UNIQUE REFERENCES post_holding,
  to_on TEXT NOT NULL,
  text_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is time that somebody gave, in minutes, to a post, a pledge, a pair or neither; and what came of it.
CREATE TABLE service_time (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  holding_id INTEGER REFERENCES post_holding,
  pledge_id INTEGER REFERENCES service_pledge,
  pair_id INTEGER REFERENCES pair,
  on_day TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  text_detail_id INTEGER REFERENCES detail,
  unit_id INTEGER REFERENCES unit,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX service_time_of ON service_time (party_id, on_day);

-- WITNESSED. One row says that another than who recorded it found time to be right or not, once.
CREATE TABLE service_time_check (
  id INTEGER PRIMARY KEY,
  time_id INTEGER NOT NULL UNIQUE REFERENCES service_time,
  agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)),
  note_detail_id INTEGER REFERENCES detail,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row is a calendar that a program reads by a secret address: of a user, within their units, or of a
-- helper. Only the hash of the secret is kept.
CREATE TABLE calendar_feed (
  id INTEGER PRIMARY KEY,
  secret_hash TEXT NOT NULL UNIQUE,
  user_id INTEGER REFERENCES user,
  party_id INTEGER REFERENCES party CHECK ((user_id IS NULL) <> (party_id IS NULL)),
  until_on TEXT NOT NULL,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row ends such a calendar, once.
CREATE TABLE calendar_feed_end (
  id INTEGER PRIMARY KEY,
  feed_id INTEGER NOT NULL UNIQUE REFERENCES calendar_feed,
  actor TEXT NOT NULL,
  event_seq INTEGER NOT NULL
) STRICT;

CREATE TRIGGER visit_never_altered BEFORE UPDATE ON visit
BEGIN SELECT raise(abort, 'visit rows are never altered'); END;
CREATE TRIGGER visit_never_removed BEFORE DELETE ON visit
BEGIN SELECT raise(abort, 'visit rows are never removed'); END;
CREATE TRIGGER visit_of_next_event BEFORE INSERT ON visit
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'visit: a row belongs to the next event'); END;
CREATE TRIGGER visit_end_never_altered BEFORE UPDATE ON visit_end
BEGIN SELECT raise(abort, 'visit_end rows are never altered'); END;
CREATE TRIGGER visit_end_never_removed BEFORE DELETE ON visit_end
BEGIN SELECT raise(abort, 'visit_end rows are never removed'); END;
CREATE TRIGGER visit_end_of_next_event BEFORE INSERT ON visit_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'visit_end: a row belongs to the next event'); END;
CREATE TRIGGER visit_companion_never_altered BEFORE UPDATE ON visit_companion
BEGIN SELECT raise(abort, 'visit_companion rows are never altered'); END;
CREATE TRIGGER visit_companion_never_removed BEFORE DELETE ON visit_companion
BEGIN SELECT raise(abort, 'visit_companion rows are never removed'); END;
CREATE TRIGGER visit_companion_of_next_event BEFORE INSERT ON visit_companion
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'visit_companion: a row belongs to the next event'); END;
CREATE TRIGGER visit_wish_never_altered BEFORE UPDATE ON visit_wish
BEGIN SELECT raise(abort, 'visit_wish rows are never altered'); END;
CREATE TRIGGER visit_wish_never_removed BEFORE DELETE ON visit_wish
BEGIN SELECT raise(abort, 'visit_wish rows are never removed'); END;
CREATE TRIGGER visit_wish_of_next_event BEFORE INSERT ON visit_wish
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'visit_wish: a row belongs to the next event'); END;
CREATE TRIGGER visit_help_never_altered BEFORE UPDATE ON visit_help
BEGIN SELECT raise(abort, 'visit_help rows are never altered'); END;
CREATE TRIGGER visit_help_never_removed BEFORE DELETE ON visit_help
BEGIN SELECT raise(abort, 'visit_help rows are never removed'); END;
CREATE TRIGGER visit_help_of_next_event BEFORE INSERT ON visit_help
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'visit_help: a row belongs to the next event'); END;
CREATE TRIGGER visit_confirmation_never_altered BEFORE UPDATE ON visit_confirmation
BEGIN SELECT raise(abort, 'visit_confirmation rows are never altered'); END;
CREATE TRIGGER visit_confirmation_never_removed BEFORE DELETE ON visit_confirmation
BEGIN SELECT raise(abort, 'visit_confirmation rows are never removed'); END;
CREATE TRIGGER visit_confirmation_of_next_event BEFORE INSERT ON visit_confirmation
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'visit_confirmation: a row belongs to the next event'); END;
CREATE TRIGGER follow_up_never_altered BEFORE UPDATE ON follow_up
BEGIN SELECT raise(abort, 'follow_up rows are never altered'); END;
CREATE TRIGGER follow_up_never_removed BEFORE DELETE ON follow_up
BEGIN SELECT raise(abort, 'follow_up rows are never removed'); END;
CREATE TRIGGER follow_up_of_next_event BEFORE INSERT ON follow_up
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'follow_up: a row belongs to the next event'); END;
CREATE TRIGGER follow_up_end_never_altered BEFORE UPDATE ON follow_up_end
BEGIN SELECT raise(abort, 'follow_up_end rows are never altered'); END;
CREATE TRIGGER follow_up_end_never_removed BEFORE DELETE ON follow_up_end
BEGIN SELECT raise(abort, 'follow_up_end rows are never removed'); END;
CREATE TRIGGER follow_up_end_of_next_event BEFORE INSERT ON follow_up_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'follow_up_end: a row belongs to the next event'); END;
CREATE TRIGGER care_event_never_altered BEFORE UPDATE ON care_event
BEGIN SELECT raise(abort, 'care_event rows are never altered'); END;
CREATE TRIGGER care_event_never_removed BEFORE DELETE ON care_event
BEGIN SELECT raise(abort, 'care_event rows are never removed'); END;
CREATE TRIGGER care_event_of_next_event BEFORE INSERT ON care_event
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'care_event: a row belongs to the next event'); END;
CREATE TRIGGER care_event_end_never_altered BEFORE UPDATE ON care_event_end
BEGIN SELECT raise(abort, 'care_event_end rows are never altered'); END;
CREATE TRIGGER care_event_end_never_removed BEFORE DELETE ON care_event_end
BEGIN SELECT raise(abort, 'care_event_end rows are never removed'); END;
CREATE TRIGGER care_event_end_of_next_event BEFORE INSERT ON care_event_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'care_event_end: a row belongs to the next event'); END;
CREATE TRIGGER service_pledge_never_altered BEFORE UPDATE ON service_pledge
BEGIN SELECT raise(abort, 'service_pledge rows are never altered'); END;
CREATE TRIGGER service_pledge_never_removed BEFORE DELETE ON service_pledge
BEGIN SELECT raise(abort, 'service_pledge rows are never removed'); END;
CREATE TRIGGER service_pledge_of_next_event BEFORE INSERT ON service_pledge
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'service_pledge: a row belongs to the next event'); END;
CREATE TRIGGER service_pledge_end_never_altered BEFORE UPDATE ON service_pledge_end
BEGIN SELECT raise(abort, 'service_pledge_end rows are never altered'); END;
CREATE TRIGGER service_pledge_end_never_removed BEFORE DELETE ON service_pledge_end
BEGIN SELECT raise(abort, 'service_pledge_end rows are never removed'); END;
CREATE TRIGGER service_pledge_end_of_next_event BEFORE INSERT ON service_pledge_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'service_pledge_end: a row belongs to the next event'); END;
CREATE TRIGGER service_post_never_altered BEFORE UPDATE ON service_post
BEGIN SELECT raise(abort, 'service_post rows are never altered'); END;
CREATE TRIGGER service_post_never_removed BEFORE DELETE ON service_post
BEGIN SELECT raise(abort, 'service_post rows are never removed'); END;
CREATE TRIGGER service_post_of_next_event BEFORE INSERT ON service_post
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'service_post: a row belongs to the next event'); END;
CREATE TRIGGER service_post_end_never_altered BEFORE UPDATE ON service_post_end
BEGIN SELECT raise(abort, 'service_post_end rows are never altered'); END;
CREATE TRIGGER service_post_end_never_removed BEFORE DELETE ON service_post_end
BEGIN SELECT raise(abort, 'service_post_end rows are never removed'); END;
CREATE TRIGGER service_post_end_of_next_event BEFORE INSERT ON service_post_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'service_post_end: a row belongs to the next event'); END;
CREATE TRIGGER post_holding_never_altered BEFORE UPDATE ON post_holding
BEGIN SELECT raise(abort, 'post_holding rows are never altered'); END;
CREATE TRIGGER post_holding_never_removed BEFORE DELETE ON post_holding
BEGIN SELECT raise(abort, 'post_holding rows are never removed'); END;
CREATE TRIGGER post_holding_of_next_event BEFORE INSERT ON post_holding
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'post_holding: a row belongs to the next event'); END;
CREATE TRIGGER post_holding_end_never_altered BEFORE UPDATE ON post_holding_end
BEGIN SELECT raise(abort, 'post_holding_end rows are never altered'); END;
CREATE TRIGGER post_holding_end_never_removed BEFORE DELETE ON post_holding_end
BEGIN SELECT raise(abort, 'post_holding_end rows are never removed'); END;
CREATE TRIGGER post_holding_end_of_next_event BEFORE INSERT ON post_holding_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'post_holding_end: a row belongs to the next event'); END;
CREATE TRIGGER service_time_never_altered BEFORE UPDATE ON service_time
BEGIN SELECT raise(abort, 'service_time rows are never altered'); END;
CREATE TRIGGER service_time_never_removed BEFORE DELETE ON service_time
BEGIN SELECT raise(abort, 'service_time rows are never removed'); END;
CREATE TRIGGER service_time_of_next_event BEFORE INSERT ON service_time
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'service_time: a row belongs to the next event'); END;
CREATE TRIGGER service_time_check_never_altered BEFORE UPDATE ON service_time_check
BEGIN SELECT raise(abort, 'service_time_check rows are never altered'); END;
CREATE TRIGGER service_time_check_never_removed BEFORE DELETE ON service_time_check
BEGIN SELECT raise(abort, 'service_time_check rows are never removed'); END;
CREATE TRIGGER service_time_check_of_next_event BEFORE INSERT ON service_time_check
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'service_time_check: a row belongs to the next event'); END;
CREATE TRIGGER calendar_feed_never_altered BEFORE UPDATE ON calendar_feed
BEGIN SELECT raise(abort, 'calendar_feed rows are never altered'); END;
CREATE TRIGGER calendar_feed_never_removed BEFORE DELETE ON calendar_feed
BEGIN SELECT raise(abort, 'calendar_feed rows are never removed'); END;
CREATE TRIGGER calendar_feed_of_next_event BEFORE INSERT ON calendar_feed
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'calendar_feed: a row belongs to the next event'); END;
CREATE TRIGGER calendar_feed_end_never_altered BEFORE UPDATE ON calendar_feed_end
BEGIN SELECT raise(abort, 'calendar_feed_end rows are never altered'); END;
CREATE TRIGGER calendar_feed_end_never_removed BEFORE DELETE ON calendar_feed_end
BEGIN SELECT raise(abort, 'calendar_feed_end rows are never removed'); END;
CREATE TRIGGER calendar_feed_end_of_next_event BEFORE INSERT ON calendar_feed_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'calendar_feed_end: a row belongs to the next event'); END;

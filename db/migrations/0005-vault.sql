-- Fields of people that lie sealed (AES-256-GCM): every party has a key of its own, which lies under a master
-- key that is not in the book. Whoever destroys a party's key has destroyed what it sealed.

-- WITNESSED. One row says what a field of a party is from an event on: a sealed text; without a detail the
-- field was emptied. The highest id of a party and field is in force.
CREATE TABLE sealed_field (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  field TEXT NOT NULL,
  detail_id INTEGER UNIQUE REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX sealed_field_of ON sealed_field (party_id, field, id);

-- WITNESSED. One row ends the key of a party: from this event on what it sealed cannot be opened any more.
CREATE TABLE person_key_end (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX person_key_end_of ON person_key_end (party_id, id);

-- Not witnessed, so that it can be destroyed. One row is a sealed text with the salt of its digest: what the
-- detail commits to. The last 16 bytes are the tag.
CREATE TABLE sealed_body (
  detail_id INTEGER PRIMARY KEY REFERENCES detail,
  nonce BLOB NOT NULL CHECK (length(nonce) = 12),
  ciphertext BLOB NOT NULL CHECK (length(ciphertext) >= 16)
) STRICT;

-- Not witnessed, so that it can be destroyed, and locked anew. One row is the key of a party's sealed fields,
-- under the master key that kid names.
CREATE TABLE person_key (
  party_id INTEGER PRIMARY KEY REFERENCES party,
  kid TEXT NOT NULL,
  nonce BLOB NOT NULL CHECK (length(nonce) = 12),
  wrapped BLOB NOT NULL CHECK (length(wrapped) = 48)
) STRICT;
CREATE INDEX person_key_under ON person_key (kid);

-- Not witnessed, so that it can be locked anew. One row is a key of the book itself under a master key: that
-- of its blind indexes, that of secrets which belong to no party.
CREATE TABLE vault_key (
  name TEXT PRIMARY KEY CHECK (name IN ('blind_index', 'secrets')),
  kid TEXT NOT NULL,
  nonce BLOB NOT NULL CHECK (length(nonce) = 12),
  wrapped BLOB NOT NULL CHECK (length(wrapped) = 48)
) STRICT;

-- Derived. One row finds the field in force of a party by its value: an HMAC-SHA-256 under a key of the field.
CREATE TABLE blind_index (
  field TEXT NOT NULL,
  mac BLOB NOT NULL CHECK (length(mac) = 32),
  detail_id INTEGER NOT NULL REFERENCES detail,
  party_id INTEGER NOT NULL REFERENCES party,
  PRIMARY KEY (field, mac, detail_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blind_index_of ON blind_index (party_id);

CREATE TRIGGER sealed_field_never_altered BEFORE UPDATE ON sealed_field
BEGIN SELECT raise(abort, 'sealed_field rows are never altered'); END;
CREATE TRIGGER sealed_field_never_removed BEFORE DELETE ON sealed_field
BEGIN SELECT raise(abort, 'sealed_field rows are never removed'); END;
CREATE TRIGGER sealed_field_of_next_event BEFORE INSERT ON sealed_field
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'sealed_field: a row belongs to the next event'); END;
CREATE TRIGGER person_key_end_never_altered BEFORE UPDATE ON person_key_end
BEGIN SELECT raise(abort, 'person_key_end rows are never altered'); END;
CREATE TRIGGER person_key_end_never_removed BEFORE DELETE ON person_key_end
BEGIN SELECT raise(abort, 'person_key_end rows are never removed'); END;
CREATE TRIGGER person_key_end_of_next_event BEFORE INSERT ON person_key_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'person_key_end: a row belongs to the next event'); END;

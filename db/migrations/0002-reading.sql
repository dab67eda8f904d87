-- What reading needs: funds that are closed for good, and the orders in which lists are read. Every index
-- was measured on a book of a million entries; without it a page of its list read the whole table.

-- WITNESSED. One row closes a fund for good: it takes no posting any more.
CREATE TABLE fund_closing (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL UNIQUE REFERENCES fund,
  reason_detail_id INTEGER NOT NULL REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;
CREATE TRIGGER fund_closing_never_altered BEFORE UPDATE ON fund_closing
BEGIN SELECT raise(abort, 'fund_closing rows are never altered'); END;
CREATE TRIGGER fund_closing_never_removed BEFORE DELETE ON fund_closing
BEGIN SELECT raise(abort, 'fund_closing rows are never removed'); END;
CREATE TRIGGER fund_closing_of_next_event BEFORE INSERT ON fund_closing
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'fund_closing: a row belongs to the next event'); END;
CREATE TRIGGER posting_fund_open BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM fund_closing WHERE fund_id = new.fund_id)
BEGIN SELECT raise(abort, 'a closed fund takes no posting'); END;

-- Lists by day and by amount, within a fund; a list over all funds merges theirs.
CREATE INDEX contribution_by_day ON contribution (fund_id, received_on);
CREATE INDEX contribution_by_amount ON contribution (fund_id, amount_minor);
CREATE INDEX payout_by_day ON payout (fund_id, paid_on, beneficiary_id);
CREATE INDEX payout_by_amount ON payout (fund_id, amount_minor);

-- What a party gave, and what was paid to it or on its behalf. Most payouts help whoever is paid, so only
-- the others stand in an index of their own.
CREATE INDEX contribution_from ON contribution (party_id) WHERE party_id IS NOT NULL;
CREATE INDEX contribution_identification_to ON contribution_identification (party_id);
CREATE INDEX payout_for ON payout (beneficiary_id);
CREATE INDEX payout_to ON payout (payee_id) WHERE payee_id <> beneficiary_id;

-- What keeps a pledge, and what nobody has identified.
CREATE INDEX contribution_keeping ON contribution (pledge_id) WHERE pledge_id IS NOT NULL;
CREATE INDEX contribution_unidentified ON contribution (id) WHERE source = 'unidentified';

-- What was backdated, by the day it lies on: the journal of some days, and how many entries a month has.
CREATE INDEX posting_late ON posting (effective_on, high_on, entry_id) WHERE effective_on < high_on;

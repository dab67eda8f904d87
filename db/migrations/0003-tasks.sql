-- Work that goes on after its request was answered: who began it, who asked it to stop, how it ended. How
-- far it is stands nowhere: a process that ends in the middle leaves a task that was begun and not ended.

-- WITNESSED. One row is a piece of work that somebody began; the detail is what was asked (JSON).
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN
    ('import_journal', 'import_grants', 'check_people', 'import_people', 'issue_statements',
     'verify_book', 'take_bank_results', 'match_helpers')),
  asked_detail_id INTEGER NOT NULL REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row asks a task to stop.
CREATE TABLE task_stop (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL UNIQUE REFERENCES task,
  event_seq INTEGER NOT NULL
) STRICT;

-- WITNESSED. One row ends a task, once; the detail is what came of it (JSON).
CREATE TABLE task_end (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL UNIQUE REFERENCES task,
  outcome TEXT NOT NULL CHECK (outcome IN ('finished', 'stopped', 'failed')),
  result_detail_id INTEGER NOT NULL REFERENCES detail,
  event_seq INTEGER NOT NULL
) STRICT;

CREATE TRIGGER task_never_altered BEFORE UPDATE ON task
BEGIN SELECT raise(abort, 'task rows are never altered'); END;
CREATE TRIGGER task_never_removed BEFORE DELETE ON task
BEGIN SELECT raise(abort, 'task rows are never removed'); END;
CREATE TRIGGER task_of_next_event BEFORE INSERT ON task
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'task: a row belongs to the next event'); END;
CREATE TRIGGER task_stop_never_altered BEFORE UPDATE ON task_stop
BEGIN SELECT raise(abort, 'task_stop rows are never altered'); END;
CREATE TRIGGER task_stop_never_removed BEFORE DELETE ON task_stop
BEGIN SELECT raise(abort, 'task_stop rows are never removed'); END;
CREATE TRIGGER task_stop_of_next_event BEFORE INSERT ON task_stop
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'task_stop: a row belongs to the next event'); END;
CREATE TRIGGER task_end_never_altered BEFORE UPDATE ON task_end
BEGIN SELECT raise(abort, 'task_end rows are never altered'); END;
CREATE TRIGGER task_end_never_removed BEFORE DELETE ON task_end
BEGIN SELECT raise(abort, 'task_end rows are never removed'); END;
CREATE TRIGGER task_end_of_next_event BEFORE INSERT ON task_end
WHEN new.event_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT raise(abort, 'task_end: a row belongs to the next event'); END;

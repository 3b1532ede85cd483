-- What people decided about claims, incidents and reports: a log that is only added to. Each row's hash covers the row
-- before, so that none can be altered or taken out unseen; daybook verify follows the chain. Derived tables are made from reports and
-- decisions, and no decision refers to them: it names claims and incidents by their ids, which come from content.
CREATE TABLE decisions (
    seq       INTEGER PRIMARY KEY,               -- 1, 2, 3 …
    made_at   INTEGER NOT NULL,
    person    TEXT    NOT NULL,
    situation INTEGER REFERENCES situations (id), -- NULL: of the whole book
    action    TEXT    NOT NULL,                  -- accept, edit, reject, undo …
    target    TEXT    NOT NULL,                  -- id of a claim, incident, report or, for undo, the decision's seq
    value     TEXT,                              -- what it becomes, as JSON
    reason    TEXT    NOT NULL,
    hash      BLOB    NOT NULL                   -- SHA-256 of the row before's hash and this row
);
CREATE INDEX decisions_by_target ON decisions (target);
CREATE TRIGGER decisions_are_not_altered BEFORE UPDATE ON decisions
BEGIN
    SELECT RAISE(ABORT, 'decisions are never altered');
END;
CREATE TRIGGER decisions_are_not_deleted BEFORE DELETE ON decisions
BEGIN
    SELECT RAISE(ABORT, 'decisions are never deleted');
END;

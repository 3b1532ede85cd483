-- What a situation is kept up to date from: feeds and pages that are asked for, folders that are watched. Made by people,
-- kept by rebuild.
CREATE TABLE feeds (
    id            INTEGER PRIMARY KEY,
    situation     INTEGER NOT NULL REFERENCES situations (id),
    address       TEXT    NOT NULL,           -- https://…, http://… or the absolute path of a folder
    since         INTEGER NOT NULL,
    etag          TEXT,                       -- as the server gave them: sent back, so that only what changed is sent
    last_modified TEXT,
    next_at       INTEGER NOT NULL,           -- not asked before
    failures      INTEGER NOT NULL,           -- in a row
    ended         TEXT,                       -- why it is not asked any more; NULL: it is
    UNIQUE (situation, address)
);

-- What following did: each time that something came, failed or ended, and the last time of those when nothing was new.
CREATE TABLE fetches (
    id          INTEGER PRIMARY KEY,
    feed        INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    at          INTEGER NOT NULL,
    outcome     TEXT    NOT NULL,             -- read, same, failed, ended
    status      INTEGER,                      -- of HTTP
    size_bytes  INTEGER NOT NULL,
    reports     INTEGER NOT NULL,
    new_reports INTEGER NOT NULL,
    note        TEXT                          -- what stood in the way
);
CREATE INDEX fetches_by_feed ON fetches (feed, id);

-- What of a feed was read already: files as they were, pages that entries lead to.
CREATE TABLE feed_items (
    feed INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    item TEXT    NOT NULL,                    -- path or address
    mark TEXT    NOT NULL,                    -- of a file its size and time of change
    PRIMARY KEY (feed, item)
) WITHOUT ROWID;

-- Who works with the book, what readers send in, and what was published. Kept apart from decisions, which name people by the name they
-- sign with, so that an account can be closed and what it decided stays readable.

CREATE TABLE people (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL,        -- as it signs decisions
    name_key  TEXT    NOT NULL UNIQUE, -- in lower case: no two are told apart by capitals
    role      INTEGER NOT NULL,        -- 1 reader, 2 coder, 3 editor, 4 administrator
    password  TEXT    NOT NULL,        -- argon2id, with its salt and costs
    made_at   INTEGER NOT NULL,
    closed_at INTEGER                  -- signs in no more
);

-- Browsers that are signed in. hash is of the cookie's token: who reads the book cannot sign in with it.
CREATE TABLE sessions (
    hash    BLOB    PRIMARY KEY,
    person  INTEGER NOT NULL REFERENCES people (id),
    made_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL -- to some minutes
) WITHOUT ROWID;
CREATE INDEX sessions_by_person ON sessions (person);

-- For programs. role is the most that one may do with it; it never exceeds the person's own.
CREATE TABLE tokens (
    id         INTEGER PRIMARY KEY,
    hash       BLOB    NOT NULL UNIQUE,
    person     INTEGER NOT NULL REFERENCES people (id),
    name       TEXT    NOT NULL, -- what it is for
    role       INTEGER NOT NULL,
    made_at    INTEGER NOT NULL,
    revoked_at INTEGER
);
CREATE INDEX tokens_by_person ON tokens (person);

-- Links that are good once: for a new person, or (person) for a new password.
CREATE TABLE invitations (
    hash       BLOB    PRIMARY KEY,
    role       INTEGER NOT NULL,
    person     INTEGER REFERENCES people (id),
    made_by    INTEGER REFERENCES people (id), -- NULL: the program, for the first administrator
    made_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
) WITHOUT ROWID;

-- What readers of the public edition send in. Nothing of it is shown before an editor releases it.
CREATE TABLE letters (
    id         INTEGER PRIMARY KEY,
    situation  INTEGER NOT NULL REFERENCES situations (id),
    kind       TEXT    NOT NULL, -- tip, correction
    about      TEXT,             -- what it is about, in the reader's words or as an address in the edition
    text       TEXT    NOT NULL,
    contact    TEXT,             -- seen by editors alone
    sent_at    INTEGER NOT NULL,
    state      INTEGER NOT NULL, -- 0 held, 1 released, 2 declined
    decided_by TEXT,
    decided_at INTEGER,
    published  TEXT              -- what the public desk says of it, in the editor's words
);
CREATE INDEX letters_by_state ON letters (situation, state, id);

-- Public editions, as they went out. Never altered.
CREATE TABLE editions (
    situation    INTEGER NOT NULL REFERENCES situations (id),
    number       INTEGER NOT NULL, -- 1, 2, 3 … in its situation
    published_at INTEGER NOT NULL,
    person       TEXT    NOT NULL,
    note         TEXT,
    sha256       BLOB    NOT NULL, -- of the page
    page         BLOB    NOT NULL, -- packed HTML
    json         BLOB    NOT NULL, -- packed
    PRIMARY KEY (situation, number)
) WITHOUT ROWID;
CREATE TRIGGER editions_are_not_altered BEFORE UPDATE ON editions
BEGIN
    SELECT RAISE(ABORT, 'published editions are never altered');
END;
CREATE TRIGGER editions_are_not_deleted BEFORE DELETE ON editions
BEGIN
    SELECT RAISE(ABORT, 'published editions are never deleted');
END;

-- The book's content: what was put in, kept as it came. Everything else in a book can be made from these tables again
-- (derived.sql). A later version adds a file 0002-….sql that alters these tables; a new book runs them all in turn.
--
-- Times are seconds since 1970-01-01T00:00Z. Hashes are bytes, not text. "packed" is the layout of store/squeeze.h.

-- The bytes of each report as they were read: a file, a feed's entry, an NDJSON line's "text" or "html". Never altered.
CREATE TABLE originals (
    id         INTEGER PRIMARY KEY,
    sha256     BLOB    NOT NULL UNIQUE, -- of the bytes before packing
    size_bytes INTEGER NOT NULL,
    packed     BLOB    NOT NULL
);

-- One report: what its source says of it, when it was read, and how its text was found in the original.
CREATE TABLE documents (
    id                  INTEGER PRIMARY KEY,
    fingerprint         BLOB    NOT NULL UNIQUE, -- of name, original and what is said of it; the same report is kept once
    name                TEXT    NOT NULL, -- its id as given, else made from the content; several may share one (versions)
    original            INTEGER NOT NULL REFERENCES originals (id),
    path                TEXT,             -- of the file that it was first read from
    url                 TEXT,
    publisher           TEXT,
    author              TEXT,
    title               TEXT,
    lang                TEXT,
    published           INTEGER,          -- NULL where unknown
    published_precision INTEGER NOT NULL, -- MomentPrecision: 0 unknown, 1 year, 2 month, 3 day, 4 time
    read_at             INTEGER NOT NULL,
    reading             BLOB    NOT NULL  -- packed: text, its way back to the original, blocks, the reader's flags
);
CREATE INDEX documents_by_name ON documents (name);

-- What a desk follows: a book holds one or several. Figures are assembled for each on its own.
CREATE TABLE situations (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- Which reports belong to which situation, and since when: the edition as of a time holds what belonged to it by then.
CREATE TABLE members (
    situation INTEGER NOT NULL REFERENCES situations (id),
    document  INTEGER NOT NULL REFERENCES documents (id),
    since     INTEGER NOT NULL,
    PRIMARY KEY (situation, document)
) WITHOUT ROWID;
CREATE INDEX members_by_document ON members (document);

-- What the program notes about the book: "derived", the layout of the derived tables.
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

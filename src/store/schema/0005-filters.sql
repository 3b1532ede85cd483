-- Filters of the claims list that somebody gave a name to, for everybody at the desk.
CREATE TABLE filters (
    id        INTEGER PRIMARY KEY,
    situation INTEGER NOT NULL REFERENCES situations (id),
    name      TEXT    NOT NULL,
    query     TEXT    NOT NULL, -- of the list's address: "outcome=killed&class=civilian"
    person    TEXT    NOT NULL,
    made_at   INTEGER NOT NULL,
    UNIQUE (situation, name)
);

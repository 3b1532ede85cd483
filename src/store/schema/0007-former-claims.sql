-- Ids that claims had before, and where those stood: addresses that were sent still lead on where new rules bound a passage otherwise
-- (store/former_claim.h). What stands here was derived once, and can't be made again: it is content.
CREATE TABLE former_claims (
    id       BLOB    NOT NULL PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id),
    kind     TEXT    NOT NULL, -- words of the vocabularies
    outcome  TEXT,
    low      INTEGER,          -- as in claims
    high     INTEGER,
    first    INTEGER NOT NULL, -- bytes of the report's text, from first on to before past
    past     INTEGER NOT NULL
) WITHOUT ROWID;

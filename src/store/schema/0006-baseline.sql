-- Events of data sets (UCDP GED, ACLED) that situations are held against: is a wave more than chance, is a superlative so? They are no
-- claims. An event stays as it was first read, so that earlier editions stay what they were.
CREATE TABLE baseline (
    id       TEXT    NOT NULL PRIMARY KEY, -- with the data set's name in front: ged:412700
    data_set TEXT    NOT NULL,
    type     TEXT,
    country  TEXT,
    place    TEXT,
    first    INTEGER NOT NULL,             -- day
    last     INTEGER NOT NULL,
    lat_deg  REAL    NOT NULL,
    lon_deg  REAL    NOT NULL,
    low      INTEGER NOT NULL,             -- deaths
    best     INTEGER NOT NULL,
    high     INTEGER NOT NULL,
    since    INTEGER NOT NULL              -- read at
) WITHOUT ROWID;
CREATE INDEX baseline_by_place ON baseline (lat_deg, lon_deg);

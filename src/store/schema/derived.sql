-- What is made from the content: dropped and made again by `daybook rebuild`, with the same rows. No table of content
-- refers to these. seq counts from 0 in the order in which report --json prints; claims and incidents are named by it within
-- their situation. Ids are the 8 bytes that JSON and pages print as 16 hexadecimal digits. Days are counted from 1970-01-01.

-- The words of the closed vocabularies (kind, outcome, class, party, stance, verdict, cell, cell-class), which the tables below keep as numbers.
CREATE TABLE terms (
    list   TEXT    NOT NULL,
    number INTEGER NOT NULL,
    word   TEXT    NOT NULL,
    PRIMARY KEY (list, number)
) WITHOUT ROWID;

-- What one report says: the claims found in it, packed (store/pack.h). rules names the language data that found them.
CREATE TABLE extractions (
    document    INTEGER PRIMARY KEY,
    rules       TEXT    NOT NULL,
    claim_count INTEGER NOT NULL,
    packed      BLOB    NOT NULL
);

-- The situations whose rows below are up to date. Adding a report takes the situation's row away.
CREATE TABLE assembled (
    situation       INTEGER PRIMARY KEY,
    as_of           INTEGER,
    as_of_precision INTEGER NOT NULL,
    headline        INTEGER, -- incident
    documents       INTEGER NOT NULL,
    claims          INTEGER NOT NULL,
    incidents       INTEGER NOT NULL
);

-- Reports in order of publication.
CREATE TABLE reports (
    situation INTEGER NOT NULL,
    seq       INTEGER NOT NULL,
    document  INTEGER NOT NULL,
    name      TEXT    NOT NULL, -- the id that is printed: documents.name, numbered where several share it
    copy_of   INTEGER,          -- report
    first     INTEGER NOT NULL, -- its first claim: a report's claims stand side by side
    claims    INTEGER NOT NULL,
    PRIMARY KEY (situation, seq)
) WITHOUT ROWID;
CREATE INDEX reports_by_document ON reports (document);

-- What a situation's rows say again and again: speakers, places, units, rules, workings. Columns that are said to be a name keep its number, from 1 in the
-- order in which rows are written.
CREATE TABLE names (
    situation INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    name      TEXT    NOT NULL,
    PRIMARY KEY (situation, number)
) WITHOUT ROWID;

CREATE TABLE claims (
    situation      INTEGER NOT NULL,
    seq            INTEGER NOT NULL,
    id             BLOB    NOT NULL,
    report         INTEGER NOT NULL,
    kind           INTEGER NOT NULL, -- term, as the next two
    outcome        INTEGER,
    class          INTEGER,          -- of casualties
    low            INTEGER, -- NULL without a count
    high           INTEGER, -- NULL: open, or no count
    unit           INTEGER, -- name: what is counted
    type           INTEGER, -- name
    place          INTEGER, -- name
    first          INTEGER, -- day
    last           INTEGER,
    speaker        INTEGER, -- name
    party          INTEGER, -- term
    stance         INTEGER NOT NULL, -- term
    status         INTEGER NOT NULL, -- bits (model/terms.h)
    background     INTEGER NOT NULL,
    incident       INTEGER,
    superseded_by  INTEGER, -- claim
    copy_of        INTEGER, -- claim
    evidence_start INTEGER NOT NULL, -- bytes of the report's text
    evidence_end   INTEGER NOT NULL,
    verdict        INTEGER, -- term: how it stands by what people decided, NULL where nobody did
    PRIMARY KEY (situation, seq)
) WITHOUT ROWID;
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_by_incident ON claims (situation, incident);
CREATE INDEX claims_superseded ON claims (situation, superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX claims_copied ON claims (situation, copy_of) WHERE copy_of IS NOT NULL;

CREATE TABLE incidents (
    situation      INTEGER NOT NULL,
    seq            INTEGER NOT NULL,
    id             BLOB    NOT NULL,
    name           TEXT    NOT NULL,
    type           TEXT    NOT NULL,
    disaster       TEXT,    -- what happened where it was no attack: "earthquake"
    place          TEXT,
    country        TEXT,
    precision      TEXT,
    lat_deg        REAL,
    lon_deg        REAL,
    first          INTEGER,
    last           INTEGER,
    responsibility TEXT    NOT NULL,
    perpetrators   TEXT,    -- with ", " between
    targets        TEXT,
    status         INTEGER NOT NULL, -- bits
    background     INTEGER NOT NULL,
    part_of        INTEGER, -- incident
    reports        INTEGER NOT NULL,
    claims         INTEGER NOT NULL,
    made_by        INTEGER, -- the decision that parted it from another
    PRIMARY KEY (situation, seq)
) WITHOUT ROWID;
CREATE INDEX incidents_by_id ON incidents (id);

-- The reports that tell of an incident.
CREATE TABLE incident_reports (
    situation INTEGER NOT NULL,
    incident  INTEGER NOT NULL,
    report    INTEGER NOT NULL,
    PRIMARY KEY (situation, incident, report)
) WITHOUT ROWID;

-- Claims that tell of an incident, too, beside the one that claims.incident names: of a whole those of its parts.
CREATE TABLE incident_also (
    situation INTEGER NOT NULL,
    claim     INTEGER NOT NULL,
    incident  INTEGER NOT NULL,
    PRIMARY KEY (situation, claim, incident)
) WITHOUT ROWID;

-- One cell of an incident's table, where anything is claimed at all.
CREATE TABLE figures (
    situation INTEGER NOT NULL,
    incident  INTEGER NOT NULL,
    cell      INTEGER NOT NULL, -- term: outcome and class, in JSON order
    low       INTEGER,
    best      INTEGER,
    high      INTEGER,
    high_open INTEGER NOT NULL,
    first     INTEGER,
    last      INTEGER,
    origins   INTEGER NOT NULL,
    rule      INTEGER,          -- name
    working   INTEGER,          -- name
    claimed   TEXT,             -- what parties claim where best is blank: "government 37–70"
    derived   INTEGER NOT NULL, -- a sum of other figures or claims
    without   INTEGER NOT NULL, -- bits of the classes that a total leaves out
    people    TEXT,             -- who had a part in it
    PRIMARY KEY (situation, incident, cell)
) WITHOUT ROWID;

-- What a party claims in a cell, one figure after the other.
CREATE TABLE claimed (
    situation INTEGER NOT NULL,
    incident  INTEGER NOT NULL,
    cell      INTEGER NOT NULL,
    rank      INTEGER NOT NULL,
    party     INTEGER NOT NULL, -- term
    low       INTEGER NOT NULL,
    high      INTEGER,          -- NULL: open
    words     INTEGER NOT NULL, -- no number: text is printed
    text      TEXT,
    first     INTEGER,
    last      INTEGER,
    PRIMARY KEY (situation, incident, cell, rank)
) WITHOUT ROWID;

-- The claims behind a figure of an incident: of a claim they are found by its incidents. role: 0 counts, 1 superseded, from 2 on: behind what a party claims (rank + 2).
CREATE TABLE figure_claims (
    situation INTEGER NOT NULL,
    incident  INTEGER NOT NULL,
    cell      INTEGER NOT NULL,
    role      INTEGER NOT NULL,
    rank      INTEGER NOT NULL, -- best support first
    claim     INTEGER NOT NULL,
    PRIMARY KEY (situation, incident, cell, role, rank)
) WITHOUT ROWID;

-- How figures moved as reports became known, in order of publication.
CREATE TABLE moves (
    situation  INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    report     INTEGER, -- that moved it
    incident   INTEGER NOT NULL,
    cell       INTEGER NOT NULL,
    was        INTEGER, -- name: "10/17/open" is low, best, high; then what parties claim. NULL: nothing was claimed
    now        INTEGER, -- name
    claim      INTEGER, -- of the report
    supersedes INTEGER, -- the claim whose place it took
    PRIMARY KEY (situation, seq)
) WITHOUT ROWID;
CREATE INDEX moves_by_claim ON moves (situation, claim) WHERE claim IS NOT NULL;

-- Claims that cannot all be true.
CREATE TABLE conflicts (
    situation INTEGER NOT NULL,
    seq       INTEGER NOT NULL,
    kind      TEXT    NOT NULL,
    report    INTEGER, -- where the conflict lies within one
    note      TEXT    NOT NULL,
    PRIMARY KEY (situation, seq)
) WITHOUT ROWID;

CREATE TABLE conflict_claims (
    situation INTEGER NOT NULL,
    conflict  INTEGER NOT NULL,
    rank      INTEGER NOT NULL,
    claim     INTEGER NOT NULL,
    PRIMARY KEY (situation, conflict, rank)
) WITHOUT ROWID;

-- Sums that the texts bear out: 67 + 41 = 108. terms: claims, with spaces between.
CREATE TABLE sums (
    situation INTEGER NOT NULL,
    seq       INTEGER NOT NULL,
    total     INTEGER NOT NULL, -- claim
    terms     TEXT    NOT NULL,
    note      TEXT    NOT NULL,
    PRIMARY KEY (situation, seq)
) WITHOUT ROWID;

-- The decisions of a situation (their text is content), and what each is on now.
CREATE TABLE decided (
    situation INTEGER NOT NULL,
    decision  INTEGER NOT NULL, -- decisions.seq
    undone_by INTEGER,          -- decisions.seq
    attached  INTEGER NOT NULL, -- 0: nothing here is what it was made on any more
    report    INTEGER,
    claim     INTEGER,
    incident  INTEGER,
    PRIMARY KEY (situation, decision)
) WITHOUT ROWID;

CREATE INDEX decided_by_report ON decided (situation, report) WHERE report IS NOT NULL;

-- Coordinated incidents.
CREATE TABLE waves (
    situation   INTEGER NOT NULL,
    seq         INTEGER NOT NULL,
    id          BLOB    NOT NULL,
    whole       INTEGER NOT NULL, -- incident
    incidents   INTEGER NOT NULL,
    places      INTEGER NOT NULL,
    span_hours  REAL,
    diameter_km REAL,
    from_place  TEXT,             -- the farthest pair
    to_place    TEXT,
    claimant    TEXT,
    operation   TEXT,
    p_value     REAL,             -- held against the baseline; NULL: there is none, or too few events near
    observed    INTEGER,          -- incidents of the cluster that was found
    expected    REAL,
    PRIMARY KEY (situation, seq)
) WITHOUT ROWID;

-- The words of every report, by documents.id: what is searched. The text itself stands in the report.
CREATE VIRTUAL TABLE report_words USING fts5 (
    words, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);

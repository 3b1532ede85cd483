#include "store/list.h"

#include <assert.h>

#define CLAIM_JOIN                                                                                                     \
    " JOIN reports r ON r.situation = c.situation AND r.seq = c.report JOIN documents d ON d.id = r.document "
#define PASSAGE_COLUMNS    "r.document, c.evidence_start, c.evidence_end "
#define TERM(list, number) "(SELECT word FROM terms WHERE list = '" list "' AND number = " number ")"
#define CELL(table)        TERM("cell", table ".cell") ", " TERM("cell-class", table ".cell")
#define PUBLISHED          "d.published * 8 + d.published_precision"
#define DECIDED                                                                                                        \
    "FROM decided x JOIN decisions d ON d.seq = x.decision LEFT JOIN claims c ON c.situation = x.situation AND "       \
    "c.seq = x.claim LEFT JOIN incidents i ON i.situation = x.situation AND i.seq = coalesce(x.incident, c.incident) " \
    "LEFT JOIN reports r ON r.situation = x.situation AND r.seq = x.report WHERE x.situation = ? "
#define SECONDS_A_DAY "86400"

/* Numbers in SQL text are these members. */
#define KILLED             "6"
#define KINDS_OF_TIMELINE  "3, 7, 8"
#define KIND_OF_PENDING    "10"
#define KIND_OF_UNVERIFIED "11"
static_assert((int)OUTCOME_KILLED * CELL_COUNT_ + CELL_ALL == 6 && KIND_RESPONSIBILITY == 3 && KIND_DISRUPTION == 7 &&
                  KIND_RESPONSE == 8 && KIND_PENDING == 10 && KIND_UNVERIFIED == 11 && STATUS_UNVERIFIED == 128,
              "the lists name members by number");

/* What is still open: claims of a kind, how old each is on the day of the edition. */
#define OPEN_CLAIMS(condition)                                                                                         \
    "SELECT c.id, " PUBLISHED ", (a.as_of - d.published) / " SECONDS_A_DAY ", c.last, " BOOK_NAME(                     \
        "c", "speaker") ", r.name, " TERM("kind", "c.kind") ", " PASSAGE_COLUMNS "FROM claims c" CLAIM_JOIN            \
                                                            "JOIN assembled a ON a.situation = c.situation "           \
                                                            "WHERE c.situation = ? AND " condition " ORDER BY c.seq"
#define OPEN_COLUMNS                                                                                                   \
    {                                                                                                                  \
        {"id", "id", VIEW_ID}, {"published", "since", VIEW_TIME}, {"days", "days", VIEW_NUMBER},                       \
            {"due", NULL, VIEW_DAY}, {"speaker", "speaker", VIEW_TEXT}, {"document", "report", VIEW_KEY},              \
            {"kind", NULL, VIEW_TEXT}, {"passage", "passage", VIEW_PASSAGE},                                           \
    }

/* Lists that are shown by the page, too: behind the columns their key stands. */
#define SOURCES                                                                                                        \
    "SELECT r.name, d.publisher, d.title, d.url, " PUBLISHED ", m.since * 8 + 4, r.claims, o.name, r.seq "             \
    "FROM reports r JOIN documents d ON d.id = r.document JOIN members m ON m.situation = r.situation AND "            \
    "m.document = r.document LEFT JOIN reports o ON o.situation = r.situation AND o.seq = r.copy_of "                  \
    "WHERE r.situation = ?1"
#define CHANGES                                                                                                        \
    "SELECT " PUBLISHED                                                                                                \
    ", i.name, i.id, " CELL("x") ", " BOOK_NAME("x", "was") ", " BOOK_NAME("x", "now") ", r.name, " BOOK_NAME(         \
        "c",                                                                                                           \
        "speaker") ", c.id, s.id, " PASSAGE_COLUMNS                                                                    \
                   ", x.seq FROM moves x JOIN incidents i ON i.situation = x.situation AND i.seq = x.incident "        \
                   "LEFT JOIN reports r ON r.situation = x.situation AND r.seq = x.report "                            \
                   "LEFT JOIN documents d ON d.id = r.document "                                                       \
                   "LEFT JOIN claims c ON c.situation = x.situation AND c.seq = x.claim "                              \
                   "LEFT JOIN claims s ON s.situation = x.situation AND s.seq = x.supersedes WHERE x.situation = ?1"
#define DECISIONS                                                                                                      \
    "SELECT d.seq, d.made_at * 8 + 4, d.person, d.action, d.target, d.reason, x.undone_by, x.attached, c.id, i.id, "   \
    "r.name, d.value, x.decision " DECIDED

const BookList BOOK_LISTS[] = {
    {"figures",
     "SELECT i.id, i.name, " CELL("f") ", f.low, f.best, f.high, f.high_open, f.first, f.last, f.claimed, f.origins, " BOOK_NAME(
         "f",
         "rule") ", " BOOK_NAME("f",
                                "working") ", (SELECT group_concat(hex(c.id), char(31)) FROM figure_claims x JOIN claims c ON c.situation = "
                                           "x.situation AND c.seq = x.claim WHERE x.situation = f.situation AND x.incident = f.incident AND x.cell = f.cell AND "
                                           "x.role = 0) FROM figures f JOIN incidents i ON i.situation = f.situation AND i.seq = f.incident WHERE f.situation = ? "
                                           "ORDER BY f.incident, f.cell",
     {{"incident", NULL, VIEW_ID},
      {"name", "incident", VIEW_TEXT},
      {"outcome", "outcome", VIEW_TEXT},
      {"class", "of", VIEW_TEXT},
      {"low", "low", VIEW_NUMBER},
      {"best", "best", VIEW_NUMBER},
      {"high", "high", VIEW_NUMBER},
      {"high_open", "open", VIEW_FLAG},
      {"first", NULL, VIEW_DAY},
      {"last", NULL, VIEW_DAY},
      {"claimed", "claimed", VIEW_TEXT},
      {"origins", "origins", VIEW_NUMBER},
      {"rule", NULL, VIEW_TEXT},
      {"working", "working", VIEW_TEXT},
      {"claims", NULL, VIEW_LIST}}},
    {"incidents",
     "SELECT i.id, i.name, i.type, i.place, i.country, i.first, i.last, i.responsibility, i.perpetrators, i.reports, i.claims, "
     "f.low, f.best, f.high, i.background, w.id FROM incidents i LEFT JOIN figures f ON f.situation = i.situation AND "
     "f.incident = i.seq AND f.cell = " KILLED " LEFT JOIN incidents w ON w.situation = i.situation AND "
     "w.seq = i.part_of WHERE i.situation = ? ORDER BY i.seq",
     {{"id", "id", VIEW_ID},
      {"name", "incident", VIEW_TEXT},
      {"type", NULL, VIEW_TEXT},
      {"place", NULL, VIEW_TEXT},
      {"country", "in", VIEW_TEXT},
      {"first", "from", VIEW_DAY},
      {"last", "to", VIEW_DAY},
      {"responsibility", "who did it", VIEW_TEXT},
      {"perpetrators", "by whom", VIEW_TEXT},
      {"reports", "reports", VIEW_NUMBER},
      {"claims", "claims", VIEW_NUMBER},
      {"killed_low", "killed: low", VIEW_NUMBER},
      {"killed_best", "best", VIEW_NUMBER},
      {"killed_high", "high", VIEW_NUMBER},
      {"background", "older", VIEW_FLAG},
      {"part_of", NULL, VIEW_ID}}},
    {"claims",
     "SELECT c.id, " TERM("kind", "c.kind") ", " TERM("outcome", "c.outcome") ", " TERM("class", "c.class") ", c.low, c.high, " BOOK_NAME("c", "unit") ", " BOOK_NAME(
         "c",
         "type") ", " BOOK_NAME("c",
                                "place") ", c.first, c.last, " BOOK_NAME("c",
                                                                         "speaker") ", " TERM("party",
                                                                                              "c.party") ", " TERM("stance",
                                                                                                                   "c.stance") ", r.name, i.id, s.id, o.id, c.background, (SELECT word FROM terms WHERE list = 'verdict' AND number = c.verdict), r.document, c.evidence_start, c.evidence_end FROM claims c JOIN "
                                                                                                                               "reports r ON r.situation = c.situation AND r.seq = c.report LEFT JOIN incidents i ON i.situation = c.situation AND "
                                                                                                                               "i.seq = c.incident LEFT JOIN claims s ON s.situation = c.situation AND s.seq = c.superseded_by LEFT JOIN claims o ON "
                                                                                                                               "o.situation = c.situation AND o.seq = c.copy_of WHERE c.situation = ? ORDER BY c.seq",
     {{"id", "id", VIEW_ID},           {"kind", "kind", VIEW_TEXT},       {"outcome", "outcome", VIEW_TEXT},
      {"class", "of", VIEW_TEXT},      {"low", "low", VIEW_NUMBER},       {"high", "high", VIEW_NUMBER},
      {"unit", NULL, VIEW_TEXT},       {"type", NULL, VIEW_TEXT},         {"place", "place", VIEW_TEXT},
      {"first", "from", VIEW_DAY},     {"last", "to", VIEW_DAY},          {"speaker", "speaker", VIEW_TEXT},
      {"party", NULL, VIEW_TEXT},      {"stance", NULL, VIEW_TEXT},       {"document", "report", VIEW_KEY},
      {"incident", NULL, VIEW_ID},     {"superseded_by", NULL, VIEW_ID},  {"copy_of", NULL, VIEW_ID},
      {"background", NULL, VIEW_FLAG}, {"decided", "decided", VIEW_TEXT}, {"passage", "passage", VIEW_PASSAGE}}},
    {"timeline",
     /* What several reports tell of one incident and days is one row, known by the first claim. */
     "SELECT first, last, kind, what, place, low, best, high, reports, id FROM (SELECT i.first, i.last, "
     "'incident' AS kind, i.name AS what, i.place, f.low, f.best, f.high, i.reports, i.id, 0 AS rank, i.seq FROM incidents i "
     "LEFT JOIN figures f ON f.situation = i.situation AND f.incident = i.seq AND f.cell = " KILLED
     " WHERE i.situation = ?1 "
     "UNION ALL SELECT c.first, c.last, " TERM("kind", "c.kind") ", coalesce(" BOOK_NAME("c", "type") ", " BOOK_NAME(
         "c",
         "unit") ") AS told, " BOOK_NAME("c",
                                         "place") ", NULL, NULL, NULL, count(DISTINCT c.report), c.id, 1, "
                                                  "min(c.seq) FROM claims c WHERE c.situation = ?1 AND c.kind IN (" KINDS_OF_TIMELINE
                                                  ") AND c.background = 0 AND c.copy_of IS NULL GROUP BY c.incident, c.kind, told, c.first, c.last) t WHERE first IS NOT NULL ORDER BY first, last, rank, seq",
     {{"first", "from", VIEW_DAY},
      {"last", "to", VIEW_DAY},
      {"kind", "kind", VIEW_TEXT},
      {"what", "what", VIEW_TEXT},
      {"place", "place", VIEW_TEXT},
      {"killed_low", "killed: low", VIEW_NUMBER},
      {"killed_best", "best", VIEW_NUMBER},
      {"killed_high", "high", VIEW_NUMBER},
      {"reports", "reports", VIEW_NUMBER},
      {"id", NULL, VIEW_ID}}},
    {"sources",
     SOURCES " ORDER BY r.seq",
     {{"id", "report", VIEW_KEY},
      {"publisher", "outlet", VIEW_TEXT},
      {"title", "title", VIEW_TEXT},
      {"url", NULL, VIEW_TEXT},
      {"published", "published", VIEW_TIME},
      {"read", "read", VIEW_TIME},
      {"claims", "claims", VIEW_NUMBER},
      {"copy_of", "copy of", VIEW_KEY}}},
    {"changes",
     CHANGES " ORDER BY x.seq",
     {{"time", "published", VIEW_TIME},
      {"name", "incident", VIEW_TEXT},
      {"incident", NULL, VIEW_ID},
      {"outcome", "outcome", VIEW_TEXT},
      {"class", "of", VIEW_TEXT},
      {"from", "was", VIEW_TEXT},
      {"to", "now", VIEW_TEXT},
      {"document", "report", VIEW_KEY},
      {"speaker", "speaker", VIEW_TEXT},
      {"claim", "claim", VIEW_ID},
      {"supersedes", "supersedes", VIEW_ID},
      {"passage", "passage", VIEW_PASSAGE}}},
    {"conflicts",
     "SELECT x.kind, x.note, r.name, (SELECT group_concat(hex(c.id), char(31)) FROM conflict_claims k JOIN claims c ON "
     "c.situation = k.situation AND c.seq = k.claim WHERE k.situation = x.situation AND k.conflict = x.seq) FROM conflicts x "
     "LEFT JOIN reports r ON r.situation = x.situation AND r.seq = x.report WHERE x.situation = ? ORDER BY x.seq",
     {{"kind", "kind", VIEW_TEXT},
      {"note", "what does not agree", VIEW_TEXT},
      {"document", "report", VIEW_KEY},
      {"claims", "claims", VIEW_LIST}}},
    {"unverified", OPEN_CLAIMS("(c.kind = " KIND_OF_UNVERIFIED " OR c.status & 128 <> 0)"), OPEN_COLUMNS},
    {"pending", OPEN_CLAIMS("c.kind = " KIND_OF_PENDING), OPEN_COLUMNS},
    {"waves",
     "SELECT w.id, i.name, w.incidents, w.places, CAST(round(w.span_hours) AS INTEGER), CAST(round(w.diameter_km) AS INTEGER), w.from_place, w.to_place, w.claimant, w.operation, "
     "CASE WHEN w.p_value IS NOT NULL THEN printf('%.3f', w.p_value) END, w.observed, "
     "CASE WHEN w.expected IS NOT NULL THEN printf('%.1f', w.expected) END "
     "FROM waves w JOIN incidents i ON i.situation = w.situation AND i.seq = w.whole WHERE w.situation = ? ORDER BY w.seq",
     {{"id", "id", VIEW_ID},
      {"name", "wave", VIEW_TEXT},
      {"n_incidents", "incidents", VIEW_NUMBER},
      {"n_places", "places", VIEW_NUMBER},
      {"span_hours", "hours", VIEW_NUMBER},
      {"diameter_km", "km", VIEW_NUMBER},
      {"from_place", "from", VIEW_TEXT},
      {"to_place", "to", VIEW_TEXT},
      {"claimant", "claimed by", VIEW_TEXT},
      {"operation", NULL, VIEW_TEXT},
      {"p_value", "p", VIEW_TEXT},
      {"observed", "observed", VIEW_NUMBER},
      {"expected", "expected", VIEW_TEXT}}},
    {"feeds",
     "SELECT f.address, f.since * 8 + 4, (SELECT max(x.at) FROM fetches x WHERE x.feed = f.id) * 8 + 4, f.next_at * 8 + 4, "
     "(SELECT sum(x.new_reports) FROM fetches x WHERE x.feed = f.id), f.failures, f.ended FROM feeds f "
     "WHERE f.situation = ? ORDER BY f.address",
     {{"address", "feed or folder", VIEW_TEXT},
      {"since", "since", VIEW_TIME},
      {"asked", "asked", VIEW_TIME},
      {"next", "next", VIEW_TIME},
      {"new_reports", "new reports", VIEW_NUMBER},
      {"failures", "failures", VIEW_NUMBER},
      {"ended", "ended", VIEW_TEXT}}},
    {"fetches",
     "SELECT x.at * 8 + 4, f.address, x.outcome, x.status, x.size_bytes, x.reports, x.new_reports, x.note FROM fetches x "
     "JOIN feeds f ON f.id = x.feed WHERE f.situation = ? ORDER BY x.id",
     {{"at", "asked", VIEW_TIME},
      {"address", "feed or folder", VIEW_TEXT},
      {"outcome", "outcome", VIEW_TEXT},
      {"status", "HTTP", VIEW_NUMBER},
      {"bytes", "bytes", VIEW_NUMBER},
      {"reports", "reports", VIEW_NUMBER},
      {"new_reports", "new", VIEW_NUMBER},
      {"note", "note", VIEW_TEXT}}},
    {"decisions",
     DECISIONS "ORDER BY d.seq",
     {{"seq", "no", VIEW_NUMBER},
      {"time", "made", VIEW_TIME},
      {"person", "by", VIEW_TEXT},
      {"action", "what", VIEW_TEXT},
      {"target", "on", VIEW_TEXT},
      {"reason", "why", VIEW_TEXT},
      {"undone_by", "undone by", VIEW_NUMBER},
      {"attached", "attached", VIEW_FLAG},
      {"claim", NULL, VIEW_ID},
      {"incident", NULL, VIEW_ID},
      {"document", NULL, VIEW_TEXT},
      {"value", NULL, VIEW_TEXT}}},
    {"notes",
     "SELECT d.seq, d.made_at * 8 + 4, d.person, d.target, d.value ->> 'text', c.id, i.id, r.name " DECIDED
     "AND d.action = 'note' AND x.undone_by IS NULL ORDER BY d.seq",
     {{"seq", "no", VIEW_NUMBER},
      {"time", "made", VIEW_TIME},
      {"person", "by", VIEW_TEXT},
      {"target", "on", VIEW_TEXT},
      {"text", "note", VIEW_TEXT},
      {"claim", NULL, VIEW_ID},
      {"incident", NULL, VIEW_ID},
      {"document", NULL, VIEW_TEXT}}},
    {"queue",
     NULL,
     {{"claim", "claim", VIEW_ID},
      {"kind", "kind", VIEW_TEXT},
      {"weight", "weight", VIEW_NUMBER},
      {"moves", "without it", VIEW_TEXT},
      {"why", "why", VIEW_TEXT},
      {"incident", NULL, VIEW_ID},
      {"name", "incident", VIEW_TEXT},
      {"document", "report", VIEW_KEY},
      {"speaker", "speaker", VIEW_TEXT},
      {"passage", "passage", VIEW_PASSAGE},
      {"outcome", NULL, VIEW_TEXT},
      {"class", NULL, VIEW_TEXT}}},
    {"agreement",
     NULL,
     {{"field", "field", VIEW_TEXT},
      {"measure", "measured as", VIEW_TEXT},
      {"units", "claims", VIEW_NUMBER},
      {"coders", "coders", VIEW_NUMBER},
      {"pairs", "pairs", VIEW_NUMBER},
      {"agreed", "agreed", VIEW_NUMBER},
      {"kappa", "kappa", VIEW_NUMBER},
      {"alpha", "alpha", VIEW_NUMBER}}},
    {"disagreements",
     NULL,
     {{"claim", "claim", VIEW_ID},
      {"field", "field", VIEW_TEXT},
      {"person", "one", VIEW_TEXT},
      {"value", "reads", VIEW_TEXT},
      {"person_2", "other", VIEW_TEXT},
      {"value_2", "reads", VIEW_TEXT},
      {"document", "report", VIEW_KEY},
      {"passage", "passage", VIEW_PASSAGE}}},
    {0},
};

/* Rows below a key, the newest first. The key is the last value of each. */
#define NEWEST(select, key) select " AND " key " < ?2 ORDER BY " key " DESC LIMIT ?3"

const BookListPage BOOK_LIST_PAGES[] = {
    {"sources", NEWEST(SOURCES, "r.seq")},
    {"changes", NEWEST(CHANGES, "x.seq")},
    {"decisions", NEWEST(DECISIONS, "x.decision")},
    {0},
};

/*
 * store — the book: one file that keeps reports, and the figures made of them, for months. The one interface of this room;
 * cli, serve and scale know nothing else of it.
 *
 *     Store *store = store_open(arena, "a.book", STORE_CREATE, &err);
 *     store_situation(store, STR("main"), true, &situation, &err);
 *     store_begin(store);
 *     store_add(store, situation, &report, read_at, &is_new);
 *     store_commit(store, &err);                       kept, whatever happens now
 *     store_assemble(store, situation, &err);          figures up to date
 *     store_close(store, &err);
 *
 * Content (reports, situations) is kept as it came; everything else is derived and can be made again. schema/ says what
 * each table is. Functions that return nothing keep the first failure for the next function that takes an Error
 * (ERROR_STORE, with the book's path and what to do). A Store is for one thread; several processes may have one book
 * open, one of them writing at a time, the others waiting up to two minutes.
 */
#ifndef DAYBOOK_STORE_STORE_H
#define DAYBOOK_STORE_STORE_H

#include "assemble/assemble.h"
#include "base/error.h"
#include "model/view.h"

typedef struct Store Store;

typedef enum { STORE_READ, STORE_WRITE, STORE_CREATE } StoreMode; /* STORE_CREATE: made where there is none */

/* Does a book (or another data base of this kind) stand at path? By its first bytes. */
bool store_is_book(const char *path);

/* The Store lives in the arena; NULL on error. An older book is brought up to date unless it is only read. */
Store *store_open(Arena *arena, const char *path, StoreMode mode, Error *err);

/* To be called when reports were added: rows that come one by one fill their pages by seven eighths, so the file is packed each time that it has grown by a
 * quarter, at a cost that all reports together share. It takes the file's size on the disk for a while; where that is not to be had the book
 * stays as it is. */
void store_compact(Store *store);

/* Everything is in the one file afterwards. False where a kept failure or closing itself says so. NULL is let pass. */
bool store_close(Store *store, Error *err);

/* True while nothing failed; else fills *err with the failure that was kept. */
bool store_ok(const Store *store, Error *err);

/* ---- situations ---- */

typedef struct {
    int64_t id;
    Str name;
} StoreSituation;

/* In order of name. */
bool store_situations(Store *store, Arena *arena, StoreSituation **out, size_t *count, Error *err);

/* The situation of that name, made where there is none and create is set; *out is 0 where there is none. */
bool store_situation(Store *store, Str name, bool create, int64_t *out, Error *err);

/* The situation that has a claim or incident of that id; *out is 0 where none has. */
bool store_find(Store *store, Str id, int64_t *out, Error *err);

/* ---- adding ---- */

/* What tells a report from all others, in some bytes: its id, its original, and what its source says of it; not where it was read from. */
Str store_fingerprint(const Document *document, Arena *arena);

/* A report made ready by store_prepare, which needs no Store and may run on any thread. */
typedef struct {
    const Document *document;
    Str fingerprint;
    Str original; /* packed, as the others */
    Str reading;
    Str finding;
    size_t claim_count;
    Str rules; /* what found the claims: language and program, as store_rules names them */
} StoreReport;

/* extraction as extract_document returned it, before assemble_document. rules is borrowed. Lives in the arena. */
StoreReport *store_prepare(const Extraction *extraction, Str rules, Arena *arena);

/* A number that is another one whenever reports, decisions or what was found have changed, and after a restart the same: for caches. */
bool store_version(Store *store, uint64_t *out, Error *err);

/* Has anybody written the book since this Store last asked? The first time: yes. Costs next to nothing. */
bool store_has_changed(Store *store);

/* Nothing between begin and commit is kept unless commit returns true. */
void store_begin(Store *store);
bool store_commit(Store *store, Error *err);

/* What is read from now on is of one moment, until it is let go: meanwhile the Store can't write, and rows stay as they are. */
void store_hold(Store *store);
void store_let_go(Store *store);

/* Adds the report to the book, if it isn't there, and to the situation. *is_new: the situation did not have it. read_at
 * is kept of the first reading. */
void store_add(Store *store, int64_t situation, const StoreReport *report, int64_t read_at, bool *is_new);

/* Adds events of data sets that the book does not have; inside store_begin and store_commit. Waves and superlatives of all situations are
 * held against them from then on, in editions read by read_at and later. Gives how many are new. */
size_t store_add_baseline(Store *store, const Baseline *baseline, int64_t read_at);

/* ---- decisions ---- */

/*
 * What somebody decides, as it is kept: model/decision.h says what the actions are and on what they may be taken. value is a JSON
 * object, or STR_NONE where the action needs none; unknown and mistyped fields are refused by name:
 *
 *     accept, reject, unverifiable   {}                      any of the claim's may have "independent": true (two coders)
 *     edit    {"outcome": "killed", "class": "civilian", "count": 12 | {"low": 10, "high": null} | null, "place": PLACE,
 *              "days": DAYS, "party": "medical", "speaker": "…", "stance": "denies", "background": true, "type": "bombing"},
 *             at least one of them
 *     place   PLACE = {"name": "…", "lat": 30.2, "lon": 67.0, "country": "PK", "precision": "exact", "id": "gn:…"}, name at least
 *     day     DAYS = {"first": "2026-01-31", "last": "2026-02-01"}, last may be left out
 *     origin  {"speaker": "…", "party": "…"}, one of them at least
 *     merge   {"with": INCIDENT}                              split   {"reports": [ID…]} or {"claims": [ID…]}
 *     move    {"to": INCIDENT | null}                         copy    {"of": CLAIM or REPORT, as the target is | null}
 *     add     {"start": 120, "end": 180, "kind": "casualty", …} bytes of the report's text, then as edit
 *     note    {"text": "…"}                                   undo    none; the target is a decision's seq
 *
 * store_decide adds "anchor" (and for ids in the value "anchors"): where these stood. Whoever calls gives none.
 */
typedef struct {
    int64_t seq;       /* set when it is kept: 1, 2, 3 … */
    int64_t made_at;   /* seconds */
    int64_t situation; /* 0: of the whole book */
    Str person;
    Str action;
    Str target; /* id of a claim, incident or report (as printed); of an undo the decision's seq */
    Str value;
    Str reason;
    Str hash;          /* set when it is kept: 32 bytes, over the decision before and this one */
    int64_t undone_by; /* read from the log: the undo that stands against it, 0: none */
} StoreDecision;

typedef enum {
    DECIDE_KEPT,     /* it is in the book, and figures read from now on are made with it */
    DECIDE_REFUSED,  /* *err says which field is wrong (ERROR_USAGE), or what failed */
    DECIDE_OVERTAKEN /* somebody else decided on the target since: nothing was kept, *since is theirs */
} DecideResult;

/*
 * Appends to the log, in a transaction of its own. seen is the last decision on the target (store_last_decision) that the person
 * had before them, 0 for none: a later one of somebody else's overtakes this one. An independent reading is never overtaken. The
 * decision's value and hash, and *since (may be NULL), then live in the arena.
 */
DecideResult store_decide(Store *store, StoreDecision *decision, int64_t seen, StoreDecision *since, Arena *arena,
                          Error *err);

/* The same for several on different targets, all or none; seen is each one's own. *since is of the first that was overtaken. */
// Arrays and their length. NOLINTNEXTLINE(readability-function-size)
DecideResult store_decide_all(Store *store, StoreDecision *decisions, const int64_t *seen, size_t count,
                              StoreDecision *since, Arena *arena, Error *err);

/* The newest decision on the target, undos of those on it among them; 0 where there is none. */
int64_t store_last_decision(Store *store, int64_t situation, Str target);

/* Those behind the seq, in order. */
bool store_decisions(Store *store, int64_t after, Arena *arena, StoreDecision **out, size_t *count, Error *err);

/* Would the decision settle a claim on which independent readings differ? That is for an editor: the store does not know roles. */
bool store_settles(Store *store, const StoreDecision *decision);

/* What a person still has to read independently. */
typedef struct {
    Str claim; /* the next one: of those that others have read before those that nobody has, in text order; STR_NONE: none */
    size_t read;     /* by this person */
    size_t awaiting; /* read by others and not by this person */
} StoreCoding;

bool store_coding(Store *store, int64_t situation, Str person, Arena *arena, StoreCoding *out, Error *err);

/* Those on the target, undone ones and undos too, in order. */
StoreDecision *store_decisions_on(Store *store, int64_t situation, Str target, Arena *arena, size_t *count);

/*
 * Which cells would move if the decision were made now; nothing is written. Columns: incident, name, outcome, class, low_before,
 * best_before, high_before, low, best, high, text ("best 11 → 12"). False, with *err, where store_decide would refuse it, but for a reason that is still missing. The view lives
 * in the arena.
 */
bool store_effect(Store *store, const StoreDecision *decision, Arena *arena, View *out, Error *err);
bool store_effect_all(Store *store, const StoreDecision *decisions, size_t count, Arena *arena, View *out, Error *err);

/* The same of counting by another profile: which cells differ. */
bool store_effect_of_profile(Store *store, int64_t situation, const Profile *was, const Profile *is, Arena *arena,
                             View *out, Error *err);

/* The newest decision of the situation, whatever it is on; 0: there is none. */
int64_t store_newest_decision(Store *store, int64_t situation);

/* Ids of the claims that repeat the claim, at most limit. */
Str *store_copies(Store *store, int64_t situation, Str claim, size_t limit, Arena *arena, size_t *count);

/* ---- figures ---- */

/* The situation as it was known at the last second of read_by (MOMENT_NONE: now), put together from the reports' kept
 * claims, counted by the profile; NULL: by what the book was counted by then (setting.h), here and below. Depends on the reports alone, not on when and in which order they came. NULL on error. */
Situation *store_edition(Store *store, int64_t situation, Moment read_by, const Profile *profile, Arena *arena,
                         Error *err);

/* Brings the situation's rows up to date, if they aren't. */
bool store_assemble(Store *store, int64_t situation, Error *err);

/* From now on this Store's lists show the situation as it was known at read_by. The book itself is not touched. */
bool store_look_back(Store *store, int64_t situation, Moment read_by, const Profile *profile, Error *err);

/* Makes of a situation what is shown in its place, with the same reports in the same order; it may lie in the arena. */
typedef struct {
    const Situation *(*make)(void *context, const Situation *situation, Arena *arena);
    void *context;
} StoreEditor;

/* The same of what the editor makes of it: titles, addresses and texts of reports, too. Decisions are not shown. */
bool store_look_edited(Store *store, int64_t situation, Moment read_by, const Profile *profile, StoreEditor editor,
                       Error *err);

/* The same for read_by = to, and its list of changes says how figures moved from one moment to the other. */
bool store_look_between(Store *store, int64_t situation, Moment from, Moment to, const Profile *profile, Error *err);

/* ---- the whole book ---- */

/*
 * Everything derived is dropped and made again, in one transaction; the file is then as small as it can be:
 *     store_rebuild_begin(store);
 *     for (int64_t key = 0; (document = store_next_document(store, &key, arena));)
 *         store_keep_finding(store, key, store_prepare(extract_document(…, document, arena), rules, arena));
 *     store_rebuild_end(store, &err);
 */
void store_rebuild_begin(Store *store);
Document *store_next_document(Store *store, int64_t *key,
                              Arena *arena); /* the one behind *key, whose key it sets; NULL at the end */
void store_keep_finding(Store *store, int64_t key, const StoreReport *report);
bool store_rebuild_end(Store *store, Error *err);

/* The same of one report, between store_begin and store_commit: what was found in it before goes, and figures are made anew when they are next
 * asked for. */
void store_read_anew(Store *store, int64_t key, const StoreReport *report);

/* Did other language data or another program find the claims of the earliest or the latest report kept than `rules` names? */
bool store_read_otherwise(Store *store, Str rules);

/* Has the earliest or the latest report kept no findings, as in a book of an older daybook, whose layout of them is no longer read? */
bool store_lacks_findings(Store *store);

/* What a check of the book looked at. */
typedef struct {
    size_t documents;
    size_t claims;
    size_t situations;
    size_t problems;
} StoreCheck;

/* A sentence on something wrong, for a person. */
typedef void StoreProblem(void *context, const char *text);

/* Checks the file, every hash, the chain of decisions, every span, and that derived rows are those that the content gives. Calls problem for each
 * thing wrong. False where the check itself could not be finished. */
bool store_verify(Store *store, StoreProblem *problem, void *context, StoreCheck *out, Error *err);

/* ---- lists ---- */

/* The kinds of list, by number from 0; NULL after the last. Of decisions: "decisions" (the activity log), "notes", "queue" (what is
 * left to review, most weight first), "agreement" (of two or more coders, a row a field), "disagreements" (what is to be
 * adjudicated). */
const char *store_list_name(size_t number);

/* Rows of a list of the situation, whose rows are brought up to date first where the Store may write. False, with
 * ERROR_USAGE, where there is no such kind. The view lives in the arena. */
bool store_list(Store *store, const char *kind, int64_t situation, Arena *arena, View *out, Error *err);

/* Some rows of a list, the newest first. */
typedef struct {
    int64_t before; /* a number that the page before gave; 0: from the newest */
    size_t limit;   /* rows */
    int64_t next;   /* set: before of the page after; 0: this was the last */
} ListPart;

/* The same of "changes", "decisions" and "sources", a page at a time: the last costs what the first does. */
bool store_list_newest(Store *store, const char *kind, int64_t situation, ListPart *part, Arena *arena, View *out,
                       Error *err);

#endif

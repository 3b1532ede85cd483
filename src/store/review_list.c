#include "store/review_list.h"

#include <math.h>

#include "assemble/situation/agreement.h"
#include "assemble/situation/queue.h"

/* Cells in the making, row after row. */
typedef struct {
    Arena *arena;
    Str *items;
    size_t count;
    size_t cap;
} Cells;

static void put(Cells *cells, Str text)
{
    cells->items = arena_grow(cells->arena, cells->items, cells->count, &cells->cap, sizeof *cells->items);
    cells->items[cells->count++] = text.len > 0 ? text : STR_NONE;
}

static void put_int(Cells *cells, int64_t n)
{
    Buf text = {0};
    buf_int(&text, n);
    put(cells, arena_copy(cells->arena, buf_str(&text)));
    buf_free(&text);
}

static void finish(const Cells *cells, View *out)
{
    out->cells = cells->items;
    out->row_count = cells->count / out->column_count;
}

/* ---- the queue ---- */

static Str urgencies(unsigned why, Arena *arena)
{
    Buf text = {0};
    for (unsigned bit = 0; str_present(urgency_name(bit)); bit++) {
        if (!(why & 1U << bit))
            continue;
        buf_put(&text, text.len > 0 ? STR(", ") : STR(""));
        buf_put(&text, urgency_name(bit));
    }
    Str kept = arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return kept;
}

static void put_where(Cells *cells, const Situation *s, const SituationClaim *c)
{
    const Incident *incident = c->incident >= 0 ? &s->incidents[c->incident] : NULL;
    const Document *document = s->documents[c->document].extraction->document;
    put(cells, incident ? incident->id : STR_NONE);
    put(cells, incident ? incident->name : STR_NONE);
    put(cells, document->id);
    put(cells, c->claim->attribution ? c->claim->attribution->speaker : STR_NONE);
    put(cells, span_text(document->text, c->claim->evidence));
}

static void fill_queue(const Situation *s, Arena *arena, View *out)
{
    size_t count = 0;
    const QueueItem *queue = queue_of(s, s->profile, arena, &count);
    Cells cells = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        const SituationClaim *c = &s->claims[queue[i].claim];
        put(&cells, c->claim->id);
        put(&cells, kind_name(c->claim->kind));
        put_int(&cells, queue[i].weight);
        put(&cells, queue[i].moves);
        put(&cells, urgencies(queue[i].why, arena));
        put_where(&cells, s, c);
        put(&cells, c->claim->outcome == OUTCOME_NONE ? STR_NONE : outcome_name(c->claim->outcome));
        put(&cells, c->claim->outcome == OUTCOME_NONE ? STR_NONE : class_name(c->claim->victim_class));
    }
    finish(&cells, out);
}

/* ---- coders ---- */

static void put_coefficient(Cells *cells, double value)
{
    enum { DECIMALS = 3 };
    Buf text = {0};
    if (!isnan(value))
        buf_fixed(&text, value, DECIMALS);
    put(cells, arena_copy(cells->arena, buf_str(&text)));
    buf_free(&text);
}

static void fill_agreement(const Situation *s, Arena *arena, View *out)
{
    static const char *const MEASURES[] = {"nominal", "ordinal", "interval"};
    size_t count = 0;
    const FieldAgreement *fields = agreement_of(s, arena, &count);
    Cells cells = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        put(&cells, fields[i].field);
        put(&cells, str_from(MEASURES[fields[i].measure]));
        put_int(&cells, (int64_t)fields[i].units);
        put_int(&cells, (int64_t)fields[i].coders);
        put_int(&cells, (int64_t)fields[i].pairs);
        put_int(&cells, (int64_t)fields[i].agreed);
        put_coefficient(&cells, fields[i].kappa);
        put_coefficient(&cells, fields[i].alpha);
    }
    finish(&cells, out);
}

static void fill_disagreements(const Situation *s, Arena *arena, View *out)
{
    size_t count = 0;
    const Disagreement *open = agreement_open(s, arena, &count);
    Cells cells = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        const SituationClaim *c = &s->claims[open[i].claim];
        const Document *document = s->documents[c->document].extraction->document;
        put(&cells, c->claim->id);
        put(&cells, open[i].field);
        for (size_t k = 0; k < 2; k++) {
            put(&cells, open[i].people[k]);
            put(&cells, open[i].values[k]);
        }
        put(&cells, document->id);
        put(&cells, span_text(document->text, c->claim->evidence));
    }
    finish(&cells, out);
}

/* ---- by name ---- */

void review_fill(Store *store, const char *name, int64_t situation, Arena *arena, View *out)
{
    static const struct {
        const char *name;
        void (*fill)(const Situation *s, Arena *arena, View *out);
    } LISTS[] = {{"queue", fill_queue}, {"agreement", fill_agreement}, {"disagreements", fill_disagreements}};
    const Situation *s = store_edition(store, situation, store->read_by, book_profile(store), arena, NULL);
    for (size_t i = 0; s && i < sizeof LISTS / sizeof *LISTS; i++)
        if (strcmp(LISTS[i].name, name) == 0)
            LISTS[i].fill(s, arena, out);
}

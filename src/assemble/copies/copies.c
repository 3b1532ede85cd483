#include "assemble/copies/copies.h"

#include "assemble/basis/bucket.h"
#include "assemble/copies/shingle.h"
#include "assemble/link/agree.h"
#include "assemble/link/compare.h"
#include "base/buf.h"

static const SharedRule TEXTS = {.share = .5, .least = 12, .sample = 4};
static const SharedRule QUOTES = {.share = .6, .least = 5, .sample = 1};

/* ---- texts ---- */

static bool credits(const Extraction *copy, const Extraction *origin)
{
    return copy->credit.len > 0 && str_equal(copy->credit, origin->outlet) && !str_equal(copy->outlet, origin->outlet);
}

/* The group's report that another of the group names as its source, and that names no other; -1: there is none. */
static int32_t credited_in(Extraction *const *documents, const uint32_t *members, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const Extraction *x = documents[members[i]];
        bool own = x->outlet.len > 0 && (x->credit.len == 0 || str_equal(x->credit, x->outlet));
        for (size_t k = 0; own && k < count; k++)
            if (credits(documents[members[k]], x))
                return (int32_t)members[i];
    }
    return -1;
}

/* Copies of one origin and it: the one that they credit becomes their origin. */
static void settle_credit(Extraction *const *documents, const Buckets *m, uint32_t origin, int32_t *copy_of,
                          Arena *arena)
{
    size_t copies = m->starts[origin + 1] - m->starts[origin];
    if (copies == 0)
        return;
    uint32_t *group = ARENA_ARRAY(arena, uint32_t, copies + 1);
    group[0] = origin;
    memcpy(group + 1, m->items + m->starts[origin], copies * sizeof *group);
    int32_t credited = credited_in(documents, group, copies + 1);
    for (size_t i = 0; credited >= 0 && i <= copies; i++)
        copy_of[group[i]] = group[i] == (uint32_t)credited ? -1 : credited;
}

/* Rows of a table that give another day or place: the same words may be told of each. */
static bool are_other_rows(const Document *a, const Document *b)
{
    static const RowField FIELDS[] = {COLUMN_DAY, COLUMN_PLACE};
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        Str x = document_cell(a, FIELDS[i]);
        Str y = document_cell(b, FIELDS[i]);
        if (x.len > 0 && y.len > 0 && !str_equal(x, y))
            return true;
    }
    return false;
}

/* The main events of reports, each found when it is first asked for: most share no words with another. */
typedef struct {
    Extraction *const *documents;
    EventTraits *events;
    bool *known;
    Arena *arena;
} Events;

static const EventTraits *event_of(const Events *e, uint32_t document)
{
    if (!e->known[document])
        e->events[document] = compare_traits(e->documents[document], e->arena);
    e->known[document] = true;
    return &e->events[document];
}

/* The same words, of another event. */
static bool are_form(const Events *events, uint32_t a, uint32_t b)
{
    return agree_is_form(event_of(events, a), event_of(events, b));
}

static bool tells_by_title_alone(const Extraction *x)
{
    for (size_t i = 0; i < x->claim_count; i++)
        if (!document_in_headline(x->document, x->claims[i].evidence))
            return false;
    return x->document->title.len > 0;
}

/* The words of the page, which stand under every title. */
static bool are_furniture(const Extraction *a, const Extraction *b)
{
    return tells_by_title_alone(a) && tells_by_title_alone(b) && !str_equal(a->document->title, b->document->title);
}

TextCopies copies_of_texts(Extraction *const *documents, size_t count, Arena *arena)
{
    TextCopies out = {bucket_nowhere(count, arena), bucket_nowhere(count, arena), ARENA_ARRAY(arena, bool, count + 1)};
    Events events = {documents, ARENA_ARRAY(arena, EventTraits, count + 1), ARENA_ARRAY(arena, bool, count + 1), arena};
    Shingles *texts = ARENA_ARRAY(arena, Shingles, count + 1);
    for (size_t i = 0; i < count; i++)
        texts[i] = shingles_of(document_body(documents[i]->document), arena);
    size_t pair_count = 0;
    const SharedRuns *pairs = shingles_shared(texts, count, TEXTS, arena, &pair_count);
    for (size_t i = 0; i < pair_count; i++) {
        uint32_t d = pairs[i].later;
        int32_t *of = pairs[i].shared >= TEXTS.share * (double)texts[d].count ? out.copy_of : out.holds;
        uint32_t e = pairs[i].earlier;
        uint32_t origin = out.copy_of[e] >= 0 ? (uint32_t)out.copy_of[e] : e;
        if (are_furniture(documents[d], documents[e])) {
            out.furniture[d] = out.furniture[e] = true;
            continue;
        }
        if (of[d] < 0 && !are_other_rows(documents[d]->document, documents[e]->document) && !are_form(&events, d, e) &&
            (origin == e || !are_form(&events, d, origin)))
            of[d] = (int32_t)origin;
    }
    Buckets members = bucket_by(out.copy_of, count, count, arena);
    for (uint32_t i = 0; i < count; i++)
        settle_credit(documents, &members, i, out.copy_of, arena);
    return out;
}

/* ---- quotations ---- */

static bool is_quotation(const Attribution *a)
{
    return a->manner == MANNER_DIRECT && a->content_count > 0;
}

static Str words_of(const Extraction *x, const Attribution *a, Arena *arena)
{
    Buf words = {0};
    for (size_t i = 0; i < a->content_count; i++) {
        buf_put(&words, span_text(x->document->text, a->content[i]));
        buf_char(&words, ' ');
    }
    Str out = arena_copy(arena, buf_str(&words));
    buf_free(&words);
    return out;
}

Quotations copies_of_quotes(Extraction *const *documents, size_t count, Arena *arena)
{
    Quotations out = {.first = ARENA_ARRAY(arena, uint32_t, count + 1)};
    Shingles *texts = NULL;
    size_t cap = 0;
    size_t text_cap = 0;
    for (uint32_t d = 0; d < count; d++) {
        out.first[d] = (uint32_t)out.count;
        for (size_t i = 0; i < documents[d]->attribution_count; i++) {
            const Attribution *a = &documents[d]->attributions[i];
            if (!is_quotation(a))
                continue;
            texts = arena_grow(arena, texts, out.count, &text_cap, sizeof *texts);
            texts[out.count] = shingles_of(words_of(documents[d], a, arena), arena);
            out.items = arena_grow(arena, out.items, out.count, &cap, sizeof *out.items);
            out.items[out.count++] = (Quotation){a, d, -1};
        }
    }
    out.first[count] = (uint32_t)out.count;
    size_t pair_count = 0;
    const SharedRuns *pairs = shingles_shared(texts, out.count, QUOTES, arena, &pair_count);
    for (size_t i = 0; out.items && i < pair_count; i++) {
        Quotation *later = &out.items[pairs[i].later];
        const Quotation *earlier = &out.items[pairs[i].earlier];
        if (later->repeats < 0 && later->document != earlier->document)
            later->repeats = earlier->repeats >= 0 ? earlier->repeats : (int32_t)pairs[i].earlier;
    }
    return out;
}

int32_t copies_quote_at(const Quotations *quotes, uint32_t document, Span passage)
{
    for (uint32_t i = quotes->first[document]; i < quotes->first[document + 1]; i++)
        for (size_t k = 0; k < quotes->items[i].attribution->content_count; k++)
            if (span_holds(quotes->items[i].attribution->content[k], passage))
                return (int32_t)i;
    return -1;
}

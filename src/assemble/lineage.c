#include "assemble/lineage.h"

#include <stdlib.h>

#include "assemble/link.h"
#include "base/hash.h"

enum {
    RUN_WORDS = 5,
    LEAST_SHARED = 6,     /* runs that two texts must share to be copies at all */
    COMMON_RUN = 40,      /* a run in more documents than this is a formula */
    DRIFT_AT = 5,         /* smaller figures agree by chance */
    NARRATOR_AT = 10,     /* as above, where even the speaker is dropped */
    SAME_STORY_DAYS = 10, /* a speaker's figure is the same figure within so many days */
    SECONDS_A_DAY = 86400,
};

static const double SHARE = 0.4;

typedef struct {
    uint64_t hash;
    uint32_t document;
} Run;

typedef struct {
    Run *items;
    size_t count;
    size_t cap;
} Runs;

static bool is_word_byte(char c)
{
    return char_is_letter(c) || char_is_digit(c) || (unsigned char)c >= 0x80;
}

static uint64_t hash_word(Str word)
{
    uint64_t hash = 1469598103934665603ULL;
    for (size_t i = 0; i < word.len; i++)
        hash = (hash ^ (unsigned char)char_lower(word.ptr[i])) * 1099511628211ULL;
    return hash;
}

static uint64_t hash_run(const uint64_t *words)
{
    return hash_of((Str){(const char *)words, RUN_WORDS * sizeof *words});
}

static void put_runs(Arena *arena, Runs *runs, Str text, uint32_t document)
{
    uint64_t window[RUN_WORDS] = {0};
    size_t seen = 0;
    size_t i = 0;
    while (i < text.len) {
        size_t start = i;
        while (i < text.len && is_word_byte(text.ptr[i]))
            i++;
        if (i == start) {
            i++;
            continue;
        }
        for (size_t k = 1; k < RUN_WORDS; k++)
            window[k - 1] = window[k];
        window[RUN_WORDS - 1] = hash_word(str_slice(text, start, i));
        if (++seen < RUN_WORDS)
            continue;
        runs->items = arena_grow(arena, runs->items, runs->count, &runs->cap, sizeof *runs->items);
        runs->items[runs->count++] = (Run){hash_run(window), document};
    }
}

static int by_hash(const void *a, const void *b)
{
    const Run *x = a;
    const Run *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->document < y->document ? -1 : x->document > y->document;
}

/* Each run of a document once, sorted by run. */
static void fold_runs(Runs *runs)
{
    if (runs->count == 0)
        return;
    qsort(runs->items, runs->count, sizeof *runs->items, by_hash);
    size_t kept = 0;
    for (size_t i = 0; i < runs->count; i++)
        if (kept == 0 || by_hash(&runs->items[kept - 1], &runs->items[i]) != 0)
            runs->items[kept++] = runs->items[i];
    runs->count = kept;
}

/* Two documents that share a run; sorted, equal ones are counted. */
typedef struct {
    uint32_t later;
    uint32_t earlier;
} Shared;

static int by_documents(const void *a, const void *b)
{
    const Shared *x = a;
    const Shared *y = b;
    if (x->later != y->later)
        return x->later < y->later ? -1 : 1;
    return x->earlier < y->earlier ? -1 : x->earlier > y->earlier;
}

typedef struct {
    Shared *items;
    size_t count;
    size_t cap;
} SharedList;

static SharedList shared_runs(Arena *arena, const Runs *runs)
{
    SharedList list = {NULL, 0, 0};
    size_t start = 0;
    while (start < runs->count) {
        size_t end = start + 1;
        while (end < runs->count && runs->items[end].hash == runs->items[start].hash)
            end++;
        for (size_t i = start; end - start <= COMMON_RUN && i < end; i++)
            for (size_t k = start; k < i; k++) {
                list.items = arena_grow(arena, list.items, list.count, &list.cap, sizeof *list.items);
                list.items[list.count++] = (Shared){runs->items[i].document, runs->items[k].document};
            }
        start = end;
    }
    if (list.count > 0)
        qsort(list.items, list.count, sizeof *list.items, by_documents);
    return list;
}

void lineage_texts(Extraction *const *extractions, size_t count, int32_t *out, Arena *arena)
{
    Runs runs = {NULL, 0, 0};
    for (size_t i = 0; i < count; i++) {
        put_runs(arena, &runs, document_body(extractions[i]->document), (uint32_t)i);
        out[i] = -1;
    }
    fold_runs(&runs);
    size_t *lengths = ARENA_ARRAY(arena, size_t, count + 1);
    for (size_t i = 0; i < runs.count; i++)
        lengths[runs.items[i].document]++;
    SharedList shared = shared_runs(arena, &runs);
    for (size_t i = 0; i < shared.count;) {
        size_t end = i + 1;
        while (end < shared.count && by_documents(&shared.items[i], &shared.items[end]) == 0)
            end++;
        uint32_t d = shared.items[i].later;
        uint32_t e = shared.items[i].earlier;
        size_t shorter = lengths[d] < lengths[e] ? lengths[d] : lengths[e];
        if (out[d] < 0 && end - i >= LEAST_SHARED && (double)(end - i) >= SHARE * (double)shorter)
            out[d] = out[e] >= 0 ? out[e] : (int32_t)e;
        i = end;
    }
}

/* ---- figures ---- */

typedef struct {
    Situation *s;
    Arena *arena;
    Voice *voices; /* one a claim */
    Drift *drifts;
    size_t drift_count;
    size_t drift_cap;
    uint32_t *figures; /* claims that give a number */
    size_t figure_count;
    int32_t *speaker_origin; /* by document: the document whose speaker's figure it repeats, -1 */
} Lineage;

static bool has_figure(const SituationClaim *c)
{
    return claim_counts(c->claim) && c->claim->count_form != COUNT_WORD && c->claim->count_form != COUNT_DESCRIBED;
}

static int64_t time_of(const Situation *s, uint32_t document)
{
    return link_time(s->documents[document].extraction);
}

static bool is_near(const Situation *s, uint32_t a, uint32_t b)
{
    int64_t x = time_of(s, a);
    int64_t y = time_of(s, b);
    if (x == INT64_MAX || y == INT64_MAX)
        return true;
    int64_t apart = x > y ? x - y : y - x;
    return apart <= (int64_t)SAME_STORY_DAYS * SECONDS_A_DAY;
}

static bool same_number(const Claim *a, const Claim *b)
{
    return a->outcome == b->outcome &&
           interval_point(a->count_form, a->count) == interval_point(b->count_form, b->count);
}

static Str count_text(const SituationClaim *c, const Situation *s)
{
    return span_text(s->documents[c->document].extraction->document->text, c->claim->count_span);
}

static Str window_text(Lineage *l, Window w)
{
    Buf text = {0};
    day_write(&text, w.first);
    if (w.first != w.last) {
        buf_put(&text, STR("/"));
        day_write(&text, w.last);
    }
    Str s = arena_copy(l->arena, buf_str(&text));
    buf_free(&text);
    return s;
}

static void add_drift(Lineage *l, uint32_t from, uint32_t to, Str field, Str old, Str new)
{
    l->drifts = arena_grow(l->arena, l->drifts, l->drift_count, &l->drift_cap, sizeof *l->drifts);
    l->drifts[l->drift_count++] = (Drift){l->s->claims[to].document, field, old, new, (int32_t)from, (int32_t)to};
}

static bool states_window(const Claim *c)
{
    return window_is_known(c->window) && !span_is_empty(c->window_span);
}

/* As its own report has it: the speaker, else the outlet. */
static Str speaker_of(const Lineage *l, uint32_t claim)
{
    const SituationClaim *c = &l->s->claims[claim];
    return voice_of(c->claim, l->s->documents[c->document].extraction->document, l->arena).label;
}

/* Lists what the copy's claim changed. */
static void compare(Lineage *l, uint32_t from, uint32_t to)
{
    const SituationClaim *x = &l->s->claims[from];
    const SituationClaim *y = &l->s->claims[to];
    const Claim *a = x->claim;
    const Claim *b = y->claim;
    if (a->victim_class != b->victim_class)
        add_drift(l, from, to, STR("class"), class_name(a->victim_class), class_name(b->victim_class));
    if (!interval_equal(a->count, b->count))
        add_drift(l, from, to, STR("count"), count_text(x, l->s), count_text(y, l->s));
    if (states_window(a) && states_window(b) && !window_equal(a->window, b->window))
        add_drift(l, from, to, STR("window"), window_text(l, a->window), window_text(l, b->window));
    if (!str_equal(l->voices[from].key, l->voices[to].key))
        add_drift(l, from, to, STR("speaker"), speaker_of(l, from), speaker_of(l, to));
}

/* The claim of document `in` that says the same number; of the same class if there is one. -1: none. */
static int32_t find_number(const Lineage *l, uint32_t claim, uint32_t in, bool same_class)
{
    for (size_t i = 0; i < l->figure_count; i++) {
        const SituationClaim *c = &l->s->claims[l->figures[i]];
        if (c->document == in && same_number(c->claim, l->s->claims[claim].claim) &&
            (!same_class || c->claim->victim_class == l->s->claims[claim].claim->victim_class))
            return (int32_t)l->figures[i];
    }
    return -1;
}

static bool is_large(const SituationClaim *c, int64_t least)
{
    return interval_point(c->claim->count_form, c->claim->count) >= least;
}

static void settle(Lineage *l, uint32_t claim, int32_t origin)
{
    l->s->claims[claim].copy_of = l->s->claims[origin].copy_of >= 0 ? l->s->claims[origin].copy_of : origin;
    compare(l, (uint32_t)origin, claim);
}

/* A copied text repeats its origin's figures; the same number of another class is the origin's, drifted. */
static void follow_text(Lineage *l, uint32_t claim)
{
    const SituationClaim *c = &l->s->claims[claim];
    int32_t of = l->s->documents[c->document].copy_of;
    if (of < 0)
        return;
    int32_t origin = find_number(l, claim, (uint32_t)of, true);
    if (origin < 0 && is_large(c, DRIFT_AT))
        origin = find_number(l, claim, (uint32_t)of, false);
    if (origin >= 0)
        settle(l, claim, origin);
}

static bool is_loose(VictimClass c)
{
    return c == CLASS_UNKNOWN || c == CLASS_MIXED;
}

typedef enum { MATCH_SAME_CLASS, MATCH_OTHER_CLASS, MATCH_NARRATOR } Match;

/* Does the earlier claim give the later one's figure, by the same speaker (or, for the narrator, by any)? */
static bool matches(const Lineage *l, uint32_t earlier, uint32_t later, Match match)
{
    const SituationClaim *x = &l->s->claims[earlier];
    const SituationClaim *y = &l->s->claims[later];
    if (x->document == y->document || l->voices[earlier].narrator || !same_number(x->claim, y->claim) ||
        !is_near(l->s, x->document, y->document))
        return false;
    bool same_class = x->claim->victim_class == y->claim->victim_class;
    bool same_voice = str_equal(l->voices[earlier].key, l->voices[later].key);
    switch (match) {
    case MATCH_SAME_CLASS: return same_voice && same_class && x->claim->subgroups == y->claim->subgroups;
    case MATCH_OTHER_CLASS:
        return same_voice && !same_class && is_large(y, DRIFT_AT) && find_number(l, earlier, y->document, true) < 0;
    case MATCH_NARRATOR:
        return l->voices[later].narrator && is_loose(y->claim->victim_class) && !is_loose(x->claim->victim_class) &&
               is_large(y, NARRATOR_AT) && find_number(l, earlier, y->document, true) < 0;
    }
    return false;
}

static void follow_speaker(Lineage *l, uint32_t claim)
{
    SituationClaim *c = &l->s->claims[claim];
    if (c->copy_of >= 0)
        return;
    for (Match match = MATCH_SAME_CLASS; match <= MATCH_NARRATOR; match++)
        for (size_t i = 0; i < l->figure_count && l->figures[i] < claim; i++)
            if (matches(l, l->figures[i], claim, match)) {
                settle(l, claim, (int32_t)l->figures[i]);
                uint32_t origin = l->s->claims[c->copy_of].document;
                if (l->speaker_origin[c->document] < 0)
                    l->speaker_origin[c->document] = (int32_t)origin;
                return;
            }
}

/* Drifts from an origin document to its copies. */
static void fill_group(Lineage *l, CopyGroup *group)
{
    Drift *drifts = ARENA_ARRAY(l->arena, Drift, l->drift_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < l->drift_count; i++) {
        if (l->s->claims[l->drifts[i].from_claim].document != group->origin)
            continue;
        for (size_t k = 0; k < group->copy_count; k++)
            if (group->copies[k] == l->drifts[i].document)
                drifts[count++] = l->drifts[i];
    }
    group->drift = drifts;
    group->drift_count = count;
}

/* of: by document, the document that it repeats. */
static void add_groups(Lineage *l, const int32_t *of, Str basis, CopyGroup *groups, size_t *count)
{
    for (uint32_t origin = 0; origin < l->s->document_count; origin++) {
        uint32_t *copies = ARENA_ARRAY(l->arena, uint32_t, l->s->document_count + 1);
        size_t n = 0;
        for (uint32_t d = 0; d < l->s->document_count; d++)
            if (of[d] == (int32_t)origin)
                copies[n++] = d;
        if (n == 0)
            continue;
        CopyGroup *group = &groups[(*count)++];
        *group = (CopyGroup){.origin = origin, .copies = copies, .copy_count = n, .basis = basis};
        fill_group(l, group);
    }
}

static void set_groups(Lineage *l)
{
    size_t documents = l->s->document_count;
    CopyGroup *groups = ARENA_ARRAY(l->arena, CopyGroup, 2 * documents + 1);
    int32_t *by_text = ARENA_ARRAY(l->arena, int32_t, documents + 1);
    size_t count = 0;
    for (size_t d = 0; d < documents; d++)
        by_text[d] = l->s->documents[d].copy_of;
    add_groups(l, by_text, STR("text"), groups, &count);
    add_groups(l, l->speaker_origin, STR("speaker"), groups, &count);
    l->s->copies = groups;
    l->s->copy_count = count;
}

/* What the narrator of a copy says is the origin's outlet's word. */
static Voice situation_voice(const Situation *s, uint32_t claim, Arena *arena)
{
    const SituationClaim *c = &s->claims[claim];
    int32_t of = s->documents[c->document].copy_of;
    const Extraction *x = s->documents[of >= 0 ? (uint32_t)of : c->document].extraction;
    return voice_of(c->claim, x->document, arena);
}

void lineage_claims(Situation *situation, Arena *arena)
{
    Lineage l = {.s = situation, .arena = arena};
    l.voices = ARENA_ARRAY(arena, Voice, situation->claim_count + 1);
    l.speaker_origin = ARENA_ARRAY(arena, int32_t, situation->document_count + 1);
    for (size_t d = 0; d < situation->document_count; d++)
        l.speaker_origin[d] = -1;
    l.figures = ARENA_ARRAY(arena, uint32_t, situation->claim_count + 1);
    for (uint32_t i = 0; i < situation->claim_count; i++) {
        l.voices[i] = situation_voice(situation, i, arena);
        situation->claims[i].origin = l.voices[i].key;
        if (has_figure(&situation->claims[i]))
            l.figures[l.figure_count++] = i;
    }
    for (size_t i = 0; i < l.figure_count; i++)
        follow_text(&l, l.figures[i]);
    for (size_t i = 0; i < l.figure_count; i++)
        follow_speaker(&l, l.figures[i]);
    set_groups(&l);
}

Figure lineage_figure(const Situation *situation, uint32_t claim, Arena *arena)
{
    const SituationClaim *c = &situation->claims[claim];
    const Extraction *x = situation->documents[c->document].extraction;
    Figure figure = figure_of(x, c->claim, arena);
    figure.index = claim;
    figure.document = c->document;
    figure.time = link_time(x);
    figure.voice = situation_voice(situation, claim, arena);
    return figure;
}

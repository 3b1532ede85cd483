#include "assemble/copies/lineage.h"

#include <stdlib.h>

#include "assemble/basis/bucket.h"
#include "assemble/copies/copies.h"
#include "assemble/copies/namesake.h"
#include "assemble/copies/slip.h"
#include "assemble/link/link.h"
#include "base/hash.h"
#include "base/map.h"

enum {
    DRIFT_AT = 5,         /* smaller figures agree by chance */
    NARRATOR_AT = 10,     /* as above, where even the speaker is dropped */
    SAME_STORY_DAYS = 10, /* a speaker's figure is the same figure within so many days */
    SECONDS_A_DAY = 86400,
};

/* Figures under what they have in common: its number, or its speaker and number. */
typedef struct {
    uint64_t key;
    uint32_t claim;
} Keyed;

typedef struct {
    Keyed *items; /* by key, then by claim */
    size_t count;
} Index;

typedef struct {
    Situation *s;
    Arena *arena;
    const uint32_t *event;  /* by document: equal for reports of one event */
    Voice *voices;          /* one a claim */
    uint32_t *voice_number; /* of each claim: equal for equal keys */
    Drift *drifts;
    size_t drift_count;
    size_t drift_cap;
    uint32_t *figures; /* claims that give a number */
    size_t figure_count;
    int64_t *times;       /* by document: link_time; they grow */
    size_t *first_figure; /* by document: its first of them; one more at the end */
    Index by_speaker;
    Index by_number; /* of speakers' figures of a class that is told */
    Quotations quotes;
    int32_t *speaker_origin; /* by document: the document whose speaker's figure it repeats, -1 */
    int32_t *quote_origin;   /* the same for a quotation */
} Lineage;

static bool has_figure(const SituationClaim *c)
{
    return claim_counts(c->claim) && c->claim->count_form != COUNT_WORD && c->claim->count_form != COUNT_DESCRIBED;
}

static bool is_near(const Lineage *l, uint32_t a, uint32_t b)
{
    if (l->event[a] != l->event[b])
        return false;
    int64_t x = l->times[a];
    int64_t y = l->times[b];
    int64_t apart = x > y ? x - y : y - x;
    return x == INT64_MAX || y == INT64_MAX || apart <= (int64_t)SAME_STORY_DAYS * SECONDS_A_DAY;
}

static bool same_number(const Claim *a, const Claim *b)
{
    return a->outcome == b->outcome &&
           interval_point(a->count_form, a->count) == interval_point(b->count_form, b->count);
}

static Str text_of(const Situation *s, const SituationClaim *c)
{
    return s->documents[c->document].extraction->document->text;
}

static Str count_text(const SituationClaim *c, const Situation *s)
{
    return span_text(text_of(s, c), c->claim->count_span);
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

/* As its own report has it: the speaker, else the outlet. */
static Str speaker_of(const Lineage *l, uint32_t claim)
{
    const SituationClaim *c = &l->s->claims[claim];
    return voice_of(c->claim, l->s->documents[c->document].extraction, l->arena).label;
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
    if (claim_states_days(a) && claim_states_days(b) && !window_equal(a->window, b->window))
        add_drift(l, from, to, STR("window"), window_text(l, a->window), window_text(l, b->window));
    if (l->voice_number[from] != l->voice_number[to])
        add_drift(l, from, to, STR("speaker"), speaker_of(l, from), speaker_of(l, to));
}

/* The claim of document `in` that says the same number; of the same class if there is one. -1: none. */
static int32_t find_number(const Lineage *l, uint32_t claim, uint32_t in, bool same_class)
{
    for (size_t i = l->first_figure[in]; i < l->first_figure[in + 1]; i++) {
        const SituationClaim *c = &l->s->claims[l->figures[i]];
        if (same_number(c->claim, l->s->claims[claim].claim) &&
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

/* The outlet's own word, whoever the claim names and whomever the report credits. */
static Voice outlet_voice(const Situation *s, uint32_t claim, uint32_t document, Arena *arena)
{
    Claim told = *s->claims[claim].claim;
    Extraction own = *s->documents[document].extraction;
    told.attribution = NULL;
    told.party = PARTY_NONE;
    own.credit = STR_NONE;
    return voice_of(&told, &own, arena);
}

/* "More than 3,000 people were injured, it said" in another outlet's copy of "more than 300 people were injured, it said":
 * a slip, as it looks, or news: it is not yet the speaker's. A number that is another altogether is news. */
static void note_altered(Lineage *l, uint32_t claim, uint32_t of)
{
    SituationClaim *c = &l->s->claims[claim];
    for (size_t i = l->first_figure[of]; i < l->first_figure[of + 1] && !c->altered; i++) {
        const SituationClaim *origin = &l->s->claims[l->figures[i]];
        if (!slip_changed(text_of(l->s, origin), origin->claim, text_of(l->s, c), c->claim))
            continue;
        Voice own = outlet_voice(l->s, claim, c->document, l->arena);
        if (str_equal(own.key, outlet_voice(l->s, claim, of, l->arena).key))
            return; /* its own update */
        add_drift(l, l->figures[i], claim, STR("count"), count_text(origin, l->s), count_text(c, l->s));
        c->altered = true;
        c->origin = own.key;
    }
}

/* A copied text repeats its origin's figures; the same number of another class is the origin's, drifted; another number in the
 * same sentence is the copying outlet's. */
static void follow_text(Lineage *l, uint32_t claim)
{
    const SituationClaim *c = &l->s->claims[claim];
    const SituationDocument *d = &l->s->documents[c->document];
    int32_t of = d->copy_of >= 0 ? d->copy_of : d->holds;
    if (of < 0)
        return;
    int32_t origin = find_number(l, claim, (uint32_t)of, true);
    if (origin < 0 && d->copy_of >= 0 && is_large(c, DRIFT_AT))
        origin = find_number(l, claim, (uint32_t)of, false);
    if (origin >= 0)
        settle(l, claim, origin);
    else if (d->copy_of >= 0)
        note_altered(l, claim, (uint32_t)of);
}

/* A figure inside somebody's words that an earlier report gave too. */
static void follow_quote(Lineage *l, uint32_t claim)
{
    const SituationClaim *c = &l->s->claims[claim];
    int32_t quote = c->copy_of < 0 ? copies_quote_at(&l->quotes, c->document, c->claim->count_span) : -1;
    int32_t first = quote >= 0 ? l->quotes.items[quote].repeats : -1;
    if (first < 0)
        return;
    uint32_t document = l->quotes.items[first].document;
    for (size_t i = l->first_figure[document]; i < l->first_figure[document + 1]; i++) {
        const SituationClaim *other = &l->s->claims[l->figures[i]];
        if (same_number(other->claim, c->claim) && other->copy_of != (int32_t)claim &&
            copies_quote_at(&l->quotes, document, other->claim->count_span) == first) {
            settle(l, claim, (int32_t)l->figures[i]);
            return;
        }
    }
}

static bool is_loose(VictimClass c)
{
    return c == CLASS_UNKNOWN || c == CLASS_MIXED;
}

typedef enum { MATCH_SAME_CLASS, MATCH_OTHER_CLASS, MATCH_NARRATOR } Match;

/* What an outlet's own report says is its word wherever it is named for it; two reports of its own may be two tolls. */
static bool is_retold(const Lineage *l, uint32_t earlier, uint32_t later)
{
    const Extraction *x = l->s->documents[l->s->claims[later].document].extraction;
    return !l->voices[earlier].narrator || !l->voices[later].narrator || x->credit.len > 0;
}

/* Two towns, neither of which lies in the other. */
static bool are_elsewhere(const Claim *a, const Claim *b)
{
    return a->place && b->place && place_is_spot(a->place) && place_is_spot(b->place) &&
           !place_meets(&a->place->place, &b->place->place);
}

/* Does the earlier claim give the later one's figure, by the same speaker (or, for the narrator, by any)? */
static bool matches(const Lineage *l, uint32_t earlier, uint32_t later, Match match)
{
    const SituationClaim *x = &l->s->claims[earlier];
    const SituationClaim *y = &l->s->claims[later];
    if (x->document == y->document || x->copy_of == (int32_t)later || !same_number(x->claim, y->claim) ||
        !is_near(l, x->document, y->document) || are_elsewhere(x->claim, y->claim))
        return false;
    bool same_class = x->claim->victim_class == y->claim->victim_class;
    bool same_voice = l->voice_number[earlier] == l->voice_number[later] && is_retold(l, earlier, later);
    switch (match) {
    case MATCH_SAME_CLASS: return same_voice && same_class && x->claim->subgroups == y->claim->subgroups;
    case MATCH_OTHER_CLASS:
        return same_voice && !same_class && is_large(y, DRIFT_AT) && find_number(l, earlier, y->document, true) < 0;
    case MATCH_NARRATOR:
        return !l->voices[earlier].narrator && !is_loose(x->claim->victim_class) &&
               find_number(l, earlier, y->document, true) < 0;
    }
    return false;
}

static bool may_drop_speaker(const Lineage *l, uint32_t claim)
{
    const SituationClaim *c = &l->s->claims[claim];
    return l->voices[claim].narrator && is_loose(c->claim->victim_class) && is_large(c, NARRATOR_AT);
}

/* ---- figures by speaker and number ---- */

static uint64_t key_of(const Lineage *l, uint32_t claim, bool by_speaker)
{
    const Claim *c = l->s->claims[claim].claim;
    int64_t parts[] = {by_speaker ? (int64_t)l->voice_number[claim] : 0, c->outcome,
                       interval_point(c->count_form, c->count)};
    return hash_of((Str){(const char *)parts, sizeof parts});
}

static int by_key(const void *a, const void *b)
{
    const Keyed *x = a;
    const Keyed *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->claim < y->claim ? -1 : x->claim > y->claim;
}

static Index index_figures(const Lineage *l, bool by_speaker)
{
    Index index = {ARENA_ARRAY(l->arena, Keyed, l->figure_count + 1), 0};
    for (size_t i = 0; i < l->figure_count; i++) {
        uint32_t claim = l->figures[i];
        bool told = !l->voices[claim].narrator && !is_loose(l->s->claims[claim].claim->victim_class);
        if (by_speaker || told)
            index.items[index.count++] = (Keyed){key_of(l, claim, by_speaker), claim};
    }
    qsort(index.items, index.count, sizeof *index.items, by_key);
    return index;
}

/* The key's first figure of a report that is not too long before that time. */
static size_t first_of(const Lineage *l, const Index *index, uint64_t key, int64_t time)
{
    int64_t since = time == INT64_MAX ? INT64_MIN : time - (int64_t)SAME_STORY_DAYS * SECONDS_A_DAY;
    size_t low = 0;
    size_t high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const Keyed *item = &index->items[middle];
        if (item->key < key || (item->key == key && l->times[l->s->claims[item->claim].document] < since))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static int32_t find_match(const Lineage *l, uint32_t claim, Match match)
{
    bool by_speaker = match != MATCH_NARRATOR;
    if (!by_speaker && !may_drop_speaker(l, claim))
        return -1;
    const Index *index = by_speaker ? &l->by_speaker : &l->by_number;
    uint64_t key = key_of(l, claim, by_speaker);
    for (size_t i = first_of(l, index, key, l->times[l->s->claims[claim].document]);
         i < index->count && index->items[i].key == key && index->items[i].claim < claim; i++)
        if (matches(l, index->items[i].claim, claim, match))
            return (int32_t)index->items[i].claim;
    return -1;
}

static void follow_speaker(Lineage *l, uint32_t claim)
{
    SituationClaim *c = &l->s->claims[claim];
    int32_t origin = -1;
    for (Match match = MATCH_SAME_CLASS; c->copy_of < 0 && origin < 0 && match <= MATCH_NARRATOR; match++)
        origin = find_match(l, claim, match);
    if (origin < 0)
        return;
    settle(l, claim, origin);
    uint32_t document = l->s->claims[c->copy_of].document;
    if (l->speaker_origin[c->document] < 0)
        l->speaker_origin[c->document] = (int32_t)document;
}

/* ---- groups ---- */

typedef struct {
    CopyGroup *items;
    size_t count;
    Buckets drifts; /* of the lineage's, by the document that they begin in */
} Groups;

/* Drifts from an origin document to its copies. */
static void fill_group(const Lineage *l, const Buckets *drifts, const int32_t *of, CopyGroup *group)
{
    size_t start = drifts->starts[group->origin];
    size_t end = drifts->starts[group->origin + 1];
    Drift *out = ARENA_ARRAY(l->arena, Drift, end - start + 1);
    for (size_t i = start; i < end; i++) {
        const Drift *drift = &l->drifts[drifts->items[i]];
        if (of[drift->document] == (int32_t)group->origin)
            out[group->drift_count++] = *drift;
    }
    group->drift = out;
}

/* of: by document, the document that it repeats. */
static void add_groups(const Lineage *l, const int32_t *of, Str basis, Groups *groups)
{
    Buckets copies = bucket_by(of, l->s->document_count, l->s->document_count, l->arena);
    for (uint32_t origin = 0; origin < l->s->document_count; origin++) {
        size_t count = copies.starts[origin + 1] - copies.starts[origin];
        if (count == 0)
            continue;
        CopyGroup *group = &groups->items[groups->count++];
        *group = (CopyGroup){
            .origin = origin, .copies = copies.items + copies.starts[origin], .copy_count = count, .basis = basis};
        fill_group(l, &groups->drifts, of, group);
    }
}

/* A quotation that two reports share is told where their texts are not copies of each other anyway. */
static void find_quoted(Lineage *l)
{
    for (size_t i = 0; i < l->quotes.count; i++) {
        const Quotation *q = &l->quotes.items[i];
        if (q->repeats < 0 || l->quote_origin[q->document] >= 0)
            continue;
        const SituationDocument *d = &l->s->documents[q->document];
        int32_t from = (int32_t)l->quotes.items[q->repeats].document;
        int32_t root = l->s->documents[from].copy_of >= 0 ? l->s->documents[from].copy_of : from;
        bool copied = d->copy_of == root || d->holds == root || root == (int32_t)q->document;
        l->quote_origin[q->document] = copied ? -1 : root;
    }
}

static void set_groups(Lineage *l)
{
    enum { BASES = 4 };
    size_t documents = l->s->document_count;
    int32_t *texts = ARENA_ARRAY(l->arena, int32_t, documents + 1);
    int32_t *excerpts = ARENA_ARRAY(l->arena, int32_t, documents + 1);
    int32_t *origins = ARENA_ARRAY(l->arena, int32_t, l->drift_count + 1);
    for (size_t d = 0; d < documents; d++) {
        texts[d] = l->s->documents[d].copy_of;
        excerpts[d] = texts[d] < 0 ? l->s->documents[d].holds : -1;
    }
    for (size_t i = 0; i < l->drift_count; i++)
        origins[i] = (int32_t)l->s->claims[l->drifts[i].from_claim].document;
    Groups groups = {ARENA_ARRAY(l->arena, CopyGroup, BASES * documents + 1), 0,
                     bucket_by(origins, l->drift_count, documents, l->arena)};
    find_quoted(l);
    add_groups(l, texts, STR("text"), &groups);
    add_groups(l, excerpts, STR("excerpt"), &groups);
    add_groups(l, l->quote_origin, STR("quotation"), &groups);
    add_groups(l, l->speaker_origin, STR("speaker"), &groups);
    l->s->copies = groups.items;
    l->s->copy_count = groups.count;
}

/* The outlet answers for the number, but says whose word it is: "police, as Example Times has it". */
static Voice altered_voice(const Situation *s, uint32_t claim, Arena *arena)
{
    const SituationClaim *c = &s->claims[claim];
    Voice own = outlet_voice(s, claim, c->document, arena);
    Voice said = voice_of(c->claim, s->documents[c->document].extraction, arena);
    if (said.narrator || said.label.len == 0)
        return own;
    Buf label = {0};
    buf_put(&label, said.label);
    buf_put(&label, STR(", as "));
    buf_put(&label, own.label.len > 0 ? own.label : STR("one report"));
    buf_put(&label, STR(" has it"));
    own.label = arena_copy(arena, buf_str(&label));
    buf_free(&label);
    return own;
}

/* What the narrator of a copy says is the origin's outlet's word. */
static Voice situation_voice(const Situation *s, uint32_t claim, Arena *arena)
{
    const SituationClaim *c = &s->claims[claim];
    if (c->altered)
        return altered_voice(s, claim, arena);
    int32_t of = s->documents[c->document].copy_of;
    return voice_of(c->claim, s->documents[of >= 0 ? (uint32_t)of : c->document].extraction, arena);
}

static void list_figures(Lineage *l)
{
    Situation *s = l->s;
    Map *keys = map_create(l->arena);
    for (uint32_t i = 0; i < s->claim_count; i++) {
        l->voices[i] = situation_voice(s, i, l->arena);
        s->claims[i].origin = l->voices[i].key;
    }
    namesake_join(s, l->arena);
    for (uint32_t i = 0; i < s->claim_count; i++) {
        l->voice_number[i] = map_add(keys, s->claims[i].origin);
        if (!has_figure(&s->claims[i]))
            continue;
        l->first_figure[s->claims[i].document + 1]++;
        l->figures[l->figure_count++] = i;
    }
    for (size_t d = 0; d < s->document_count; d++)
        l->first_figure[d + 1] += l->first_figure[d];
}

void lineage_claims(Situation *situation, Extraction *const *documents, const uint32_t *event, Arena *arena)
{
    Lineage l = {.s = situation, .arena = arena, .event = event};
    l.voices = ARENA_ARRAY(arena, Voice, situation->claim_count + 1);
    l.voice_number = ARENA_ARRAY(arena, uint32_t, situation->claim_count + 1);
    l.figures = ARENA_ARRAY(arena, uint32_t, situation->claim_count + 1);
    l.times = ARENA_ARRAY(arena, int64_t, situation->document_count + 1);
    for (size_t d = 0; d < situation->document_count; d++)
        l.times[d] = link_time(documents[d]);
    l.first_figure = ARENA_ARRAY(arena, size_t, situation->document_count + 2);
    l.speaker_origin = bucket_nowhere(situation->document_count, arena);
    l.quote_origin = bucket_nowhere(situation->document_count, arena);
    list_figures(&l);
    l.by_speaker = index_figures(&l, true);
    l.by_number = index_figures(&l, false);
    l.quotes = copies_of_quotes(documents, situation->document_count, arena);
    for (size_t i = 0; i < l.figure_count; i++)
        follow_text(&l, l.figures[i]);
    for (size_t i = 0; i < l.figure_count; i++)
        follow_quote(&l, l.figures[i]);
    for (size_t i = 0; i < l.figure_count; i++)
        follow_speaker(&l, l.figures[i]);
    set_groups(&l);
}

Figure lineage_figure(const Situation *situation, uint32_t claim, Arena *arena)
{
    const SituationClaim *c = &situation->claims[claim];
    Figure figure = figure_of(situation->documents[c->document].extraction, c->claim, arena);
    figure.index = claim;
    figure.document = c->document;
    figure.time = link_time(figure.extraction);
    figure.time_last = link_time_last(figure.extraction);
    figure.voice = situation_voice(situation, claim, arena);
    figure.voice.key = c->origin;
    return figure;
}

/* decide_lineage — what people say of copies, and of which reports tell of one event. */
#include "assemble/situation/decide.h"

/* ---- copies ---- */

/* Those that copied a copy copy its origin. */
static void settle_copy(int32_t *copy_of, size_t count, size_t copy, int32_t origin)
{
    if (origin >= 0 && copy_of[origin] == (int32_t)copy)
        copy_of[origin] = -1;
    int32_t root = origin >= 0 && copy_of[origin] >= 0 ? copy_of[origin] : origin;
    copy_of[copy] = root;
    for (size_t i = 0; i < count && root >= 0; i++)
        if (copy_of[i] == (int32_t)copy)
            copy_of[i] = root;
    if (root >= 0)
        copy_of[root] = -1;
}

void decide_report_copies(const Decided *decided, Extraction *const *documents, size_t count, int32_t *copy_of)
{
    for (size_t i = 0; i < decided->count; i++) {
        SituationDecision *item = &decided->items[i];
        const Decision *d = item->decision;
        if (d->action != ACTION_COPY || d->target.kind != TARGET_REPORT || item->document < 0)
            continue;
        int32_t origin = decide_find_document(documents, count, &d->other);
        item->attached = origin != item->document && (origin >= 0 || d->other.kind == TARGET_NONE);
        if (item->attached)
            settle_copy(copy_of, count, (size_t)item->document, origin);
    }
}

void decide_number_claims(Decided *decided, const uint32_t *offsets)
{
    for (size_t i = 0; i < decided->count; i++)
        if (decided->items[i].claim >= 0)
            decided->items[i].claim += (int32_t)offsets[decided->items[i].document];
}

/* The claim that it is a copy of, if the decision says one; the situation's index. */
static int32_t claim_of(const Anchor *anchor, Extraction *const *documents, const uint32_t *offsets, size_t count)
{
    int32_t document = decide_find_document(documents, count, anchor);
    int32_t claim = document >= 0 ? decide_find_claim(documents[document], anchor) : -1;
    return claim >= 0 ? claim + (int32_t)offsets[document] : -1;
}

void decide_claim_copies(const Decided *decided, Extraction *const *documents, const uint32_t *offsets, Situation *s)
{
    int32_t *copy_of = ARENA_ARRAY(decided->arena, int32_t, s->claim_count + 1);
    for (size_t i = 0; i < s->claim_count; i++)
        copy_of[i] = s->claims[i].copy_of;
    for (size_t i = 0; i < decided->count; i++) {
        SituationDecision *item = &decided->items[i];
        const Decision *d = item->decision;
        if (d->action != ACTION_COPY || item->claim < 0)
            continue;
        int32_t origin = claim_of(&d->other, documents, offsets, s->document_count);
        item->attached = origin != item->claim && (origin >= 0 || d->other.kind == TARGET_NONE);
        if (item->attached)
            settle_copy(copy_of, s->claim_count, (size_t)item->claim, origin);
    }
    for (size_t i = 0; i < s->claim_count; i++) {
        s->claims[i].copy_of = copy_of[i];
        if (copy_of[i] >= 0)
            s->claims[i].origin = s->claims[copy_of[i]].origin;
    }
}

/* ---- one event or two ---- */

/* Reports that are in one group by the rules so far. */
static uint32_t group_of(const uint32_t *parents, uint32_t document)
{
    while (parents[document] != document)
        document = parents[document];
    return document;
}

typedef struct {
    LinkRules out;
    uint32_t *parents; /* by document: another of its group, or itself */
    Extraction *const *documents;
    size_t count;
    Arena *arena;
} Rules;

static bool is_contradicted(const Rules *r, uint32_t a, uint32_t b, bool apart)
{
    uint32_t x = group_of(r->parents, a);
    uint32_t y = group_of(r->parents, b);
    for (size_t i = 0; !apart && i < r->out.count; i++) {
        uint32_t p = group_of(r->parents, r->out.items[i].a);
        uint32_t q = group_of(r->parents, r->out.items[i].b);
        if (r->out.items[i].apart && ((p == x && q == y) || (p == y && q == x)))
            return true;
    }
    return apart && x == y;
}

static void add_rule(Rules *r, int32_t a, int32_t b, bool apart)
{
    if (a < 0 || b < 0 || a == b || is_contradicted(r, (uint32_t)a, (uint32_t)b, apart))
        return;
    r->out.items = arena_grow(r->arena, r->out.items, r->out.count, &r->out.cap, sizeof *r->out.items);
    r->out.items[r->out.count++] = (PairRule){(uint32_t)a, (uint32_t)b, apart};
    if (!apart)
        r->parents[group_of(r->parents, (uint32_t)a)] = group_of(r->parents, (uint32_t)b);
}

/* All of the anchors' reports into one group; returns one of them, or -1. */
static int32_t join(Rules *r, const Anchor *anchors, size_t count)
{
    int32_t first = -1;
    for (size_t i = 0; i < count; i++) {
        int32_t document = decide_find_document(r->documents, r->count, &anchors[i]);
        add_rule(r, first, document, false);
        first = first < 0 ? document : first;
    }
    return first;
}

LinkRules decide_links(const Decided *decided, Extraction *const *documents, size_t count)
{
    Rules r = {.documents = documents, .count = count, .arena = decided->arena};
    r.parents = ARENA_ARRAY(r.arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++)
        r.parents[i] = (uint32_t)i;
    for (size_t i = decided->count; i-- > 0;) { /* the newest first: it holds */
        const Decision *d = decided->items[i].decision;
        bool of_reports = d->part_count > 0 && d->parts[0].kind == TARGET_REPORT;
        if (!d->target.main || (d->action == ACTION_MERGE && !d->other.main))
            continue;
        if (d->action == ACTION_MERGE)
            (void)join(&r, d->rest, d->rest_count);
        else if (d->action == ACTION_SPLIT && of_reports)
            add_rule(&r, join(&r, d->parts, d->part_count), join(&r, d->rest, d->rest_count), true);
    }
    return r.out;
}

#include "assemble/situation/decide.h"

#include "assemble/assemble.h"
#include "assemble/situation/reading.h"
#include "base/hash.h"

/* ---- where decisions belong ---- */

int32_t decide_find_document(Extraction *const *documents, size_t count, const Anchor *anchor)
{
    int32_t same = -1;
    for (size_t i = 0; i < count; i++) {
        const Document *d = documents[i]->document;
        if (!str_equal(d->sha256, anchor->sha256))
            continue;
        if (str_equal(d->id, anchor->document))
            return (int32_t)i;
        same = same < 0 ? (int32_t)i : same;
    }
    return same;
}

/* 0: another claim; else more is likelier. */
static uint64_t likeness(const Claim *claim, const Anchor *anchor)
{
    enum { SAME_FIGURE = 33, SAME_OUTCOME = 32 }; /* bits above any length */
    if (claim->kind != anchor->claim_kind || !span_overlaps(claim->evidence, anchor->evidence))
        return 0;
    uint32_t start = claim->evidence.start > anchor->evidence.start ? claim->evidence.start : anchor->evidence.start;
    uint32_t end = claim->evidence.end < anchor->evidence.end ? claim->evidence.end : anchor->evidence.end;
    bool outcome = claim->outcome == anchor->outcome;
    bool figure = claim->has_count == anchor->has_count && interval_equal(claim->count, anchor->count);
    return (uint64_t)(outcome && figure) << SAME_FIGURE | (uint64_t)outcome << SAME_OUTCOME | (end - start);
}

int32_t decide_find_claim(const Extraction *x, const Anchor *anchor)
{
    int32_t best = -1;
    uint64_t most = 0;
    for (size_t i = 0; i < x->claim_count; i++) {
        if (anchor->kind == TARGET_CLAIM && str_equal(x->claims[i].id, anchor->id))
            return (int32_t)i;
        uint64_t like = anchor->has_claim ? likeness(&x->claims[i], anchor) : 0;
        if (like > most) {
            most = like;
            best = (int32_t)i;
        }
    }
    return best;
}

Decided decide_begin(DecisionLog log, Extraction *const *documents, size_t count, Arena *arena)
{
    Decided out = {.items = ARENA_ARRAY(arena, SituationDecision, log.count + 1), .arena = arena};
    int64_t *undone_by = ARENA_ARRAY(arena, int64_t, log.count + 1);
    decisions_undone(log, undone_by);
    for (size_t i = 0; i < log.count; i++) {
        const Decision *d = &log.items[i];
        if (undone_by[i] != 0 || d->action == ACTION_UNDO)
            continue;
        int32_t document = decide_find_document(documents, count, &d->target);
        bool attached = document >= 0 && d->target.kind == TARGET_REPORT;
        out.items[out.count++] =
            (SituationDecision){.decision = d, .attached = attached, .document = document, .claim = -1, .incident = -1};
    }
    return out;
}

/* ---- the claims of one report ---- */

static bool is_of_claim(const Decision *d)
{
    switch (d->action) {
    case ACTION_ACCEPT:
    case ACTION_EDIT:
    case ACTION_REJECT:
    case ACTION_UNVERIFIABLE:
    case ACTION_ORIGIN:
    case ACTION_PLACE:
    case ACTION_DAY: return d->target.kind == TARGET_CLAIM;
    default: return false;
    }
}

/* A copy whose claims may be altered, with room for more. */
static Extraction *copied(const Extraction *x, size_t more, Arena *arena)
{
    Extraction *copy = ARENA_NEW(arena, Extraction);
    *copy = *x;
    copy->claims = ARENA_ARRAY(arena, Claim, x->claim_count + more + 1);
    if (x->claim_count > 0)
        memcpy(copy->claims, x->claims, x->claim_count * sizeof *x->claims);
    return copy;
}

static Str added_id(const Document *document, const Decision *d, Arena *arena)
{
    Buf number = {0};
    buf_int(&number, d->seq);
    Str parts[] = {document->id, STR("added"), buf_str(&number)};
    Str id = hash_id(arena, parts, sizeof parts / sizeof *parts);
    buf_free(&number);
    return id;
}

static Claim added(const Extraction *x, const Decision *d, Arena *arena)
{
    Claim claim = {.part_of = -1, .incident = -1, .evidence = d->passage, .sentence = d->passage};
    claim.count_span = claim.victims = d->passage;
    claim.window = x->anchor != DAY_NONE ? (Window){x->anchor, x->anchor} : moment_window(x->document->published);
    for (size_t i = 0; i < x->sentence_count; i++)
        if (span_overlaps(x->sentences[i], d->passage))
            claim.sentence = span_join(claim.sentence, x->sentences[i]);
    reading_set(&claim, d, arena);
    Buf rule = {0};
    buf_put(&rule, STR("added by "));
    buf_put(&rule, d->person);
    claim.rule = arena_copy(arena, buf_str(&rule));
    buf_free(&rule);
    claim.id = added_id(x->document, d, arena);
    ClaimDecided *decided = ARENA_NEW(arena, ClaimDecided);
    const Decision **by = ARENA_ARRAY(arena, const Decision *, 1);
    by[0] = d;
    *decided = (ClaimDecided){.verdict = VERDICT_ADDED, .fields = d->edit.fields, .by = by, .by_count = 1};
    claim.decided = decided;
    return claim;
}

/* Into its place in text order; those behind it move on, and what points to them too. */
static void insert(Extraction *x, Claim claim)
{
    size_t at = x->claim_count;
    while (at > 0 && x->claims[at - 1].evidence.start > claim.evidence.start)
        at--;
    memmove(x->claims + at + 1, x->claims + at, (x->claim_count - at) * sizeof *x->claims);
    x->claims[at] = claim;
    x->claim_count++;
    for (size_t i = 0; i < x->claim_count; i++)
        x->claims[i].part_of += x->claims[i].part_of >= (int32_t)at;
}

static bool passage_holds(const Document *document, Span passage)
{
    Str text = document->text;
    bool inside = passage.start < passage.end && passage.end <= text.len;
    return inside && ((unsigned char)text.ptr[passage.start] & 0xC0) != 0x80 &&
           (passage.end == text.len || ((unsigned char)text.ptr[passage.end] & 0xC0) != 0x80);
}

static bool add_claims(Decided *decided, int32_t document, Extraction **documents)
{
    bool any = false;
    for (size_t i = 0; i < decided->count; i++) {
        SituationDecision *item = &decided->items[i];
        if (item->document != document || item->decision->action != ACTION_ADD)
            continue;
        item->attached = passage_holds(documents[document]->document, item->decision->passage);
        if (!item->attached)
            continue;
        if (!any)
            documents[document] = copied(documents[document], decided->count, decided->arena);
        any = true;
        insert(documents[document], added(documents[document], item->decision, decided->arena));
    }
    return any;
}

/* All decisions on the claim of the first item's. */
static Readings readings_of(const Decided *decided, size_t first, const Claim *claim)
{
    Readings r = readings_begin(claim, decided->arena);
    for (size_t i = first; i < decided->count; i++) {
        const SituationDecision *item = &decided->items[i];
        if (item->document == decided->items[first].document && item->claim == decided->items[first].claim &&
            is_of_claim(item->decision))
            readings_take(&r, item->decision);
    }
    return r;
}

static bool is_first_on_claim(const Decided *decided, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (decided->items[i].document == decided->items[at].document &&
            decided->items[i].claim == decided->items[at].claim && is_of_claim(decided->items[i].decision))
            return false;
    return true;
}

static bool alter_claims(Decided *decided, int32_t document, Extraction **documents, bool copied_before)
{
    const Extraction *found = documents[document];
    bool any = copied_before;
    for (size_t i = 0; i < decided->count; i++) {
        const SituationDecision *item = &decided->items[i];
        if (item->document != document || item->claim < 0 || !is_of_claim(item->decision) ||
            !is_first_on_claim(decided, i))
            continue;
        if (!any)
            documents[document] = copied(found, 0, decided->arena);
        any = true;
        const Claim *before = &found->claims[item->claim];
        Readings r = readings_of(decided, i, before);
        const Claim *kept = before->decided ? NULL : before;
        if (kept && copied_before) { /* the array is about to be written */
            Claim *own = ARENA_NEW(decided->arena, Claim);
            *own = *before;
            kept = own;
        }
        readings_finish(&r, kept, &documents[document]->claims[item->claim]);
    }
    return any;
}

void decide_claims(Decided *decided, Extraction **documents, size_t count, const Profile *profile)
{
    bool *concerned = ARENA_ARRAY(decided->arena, bool, count + 1);
    for (size_t i = 0; i < decided->count; i++)
        if (decided->items[i].document >= 0)
            concerned[decided->items[i].document] = true;
    for (size_t d = 0; d < count; d++) {
        if (!concerned[d])
            continue;
        bool changed = add_claims(decided, (int32_t)d, documents);
        for (size_t i = 0; i < decided->count; i++) {
            SituationDecision *item = &decided->items[i];
            if (item->document != (int32_t)d || item->decision->target.kind != TARGET_CLAIM)
                continue;
            item->claim = decide_find_claim(documents[d], &item->decision->target);
            item->attached = item->claim >= 0;
        }
        changed = alter_claims(decided, (int32_t)d, documents, changed);
        if (changed)
            assemble_document_again(documents[d], profile, decided->arena);
    }
}

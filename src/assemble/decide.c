#include "assemble/decide.h"

#include "assemble/assemble.h"
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

/* ---- one claim ---- */

const PlaceMention *decide_place(const Decision *d, Span passage, Arena *arena)
{
    PlaceMention *mention = ARENA_NEW(arena, PlaceMention);
    Buf reason = {0};
    buf_put(&reason, STR("named by "));
    buf_put(&reason, d->person);
    /* No word of the text names it: the span is empty. */
    *mention = (PlaceMention){
        .span = {passage.start, passage.start}, .place = d->edit.place, .reason = arena_copy(arena, buf_str(&reason))};
    buf_free(&reason);
    return mention;
}

static void set_place(Claim *claim, const Decision *d, Arena *arena)
{
    const PlaceMention **places = ARENA_ARRAY(arena, const PlaceMention *, 1);
    places[0] = decide_place(d, claim->evidence, arena);
    claim->place = places[0];
    claim->places = places;
    claim->place_count = 1;
    claim->places_partial = false;
}

static void set_speaker(Claim *claim, const ClaimEdit *edit, Arena *arena)
{
    Attribution *a = ARENA_NEW(arena, Attribution);
    if (claim->attribution)
        *a = *claim->attribution;
    if (edit->fields & FIELD_SPEAKER) {
        a->speaker = edit->speaker;
        a->identified = edit->speaker.len > 0;
        a->office = a->group = a->handle = STR_NONE;
        a->chain_count = 0;
    }
    if (edit->fields & FIELD_PARTY)
        a->party = edit->party;
    claim->party = a->party;
    claim->attribution = a;
}

static void set_count(Claim *claim, const ClaimEdit *edit)
{
    claim->has_count = edit->has_count;
    claim->count = edit->count;
    claim->count_form = edit->count_form;
    if (edit->has_count && claim->unit.len == 0)
        claim->unit = STR("people");
}

static void set_fields(Claim *claim, const Decision *d, Arena *arena)
{
    const ClaimEdit *e = &d->edit;
    if (e->fields & FIELD_KIND)
        claim->kind = e->kind;
    if (e->fields & FIELD_OUTCOME)
        claim->outcome = e->outcome;
    if (e->fields & FIELD_CLASS)
        claim->victim_class = e->victim_class;
    if (e->fields & FIELD_COUNT)
        set_count(claim, e);
    if (e->fields & FIELD_PLACE)
        set_place(claim, d, arena);
    if (e->fields & FIELD_DAYS) {
        claim->window = e->days;
        claim->window_span = claim->evidence; /* stated, by a person */
    }
    if (e->fields & (FIELD_PARTY | FIELD_SPEAKER))
        set_speaker(claim, e, arena);
    if (e->fields & FIELD_STANCE)
        claim->stance = e->stance;
    if (e->fields & FIELD_BACKGROUND)
        claim->background = e->background;
    if (e->fields & FIELD_TYPE)
        claim->type = e->type;
}

/* A claim as somebody reads it. */
typedef struct {
    Str person;
    Claim claim;
    Verdict verdict;
    unsigned fields;
} Reading;

typedef struct {
    Reading now;     /* after all decisions made with the others in view */
    Reading *coders; /* those made without, since */
    size_t count;
    size_t cap;
    const Decision **by;
    size_t by_count;
    size_t by_cap;
    Arena *arena;
} Readings;

static void apply(Reading *r, const Decision *d, Arena *arena)
{
    bool added = r->verdict == VERDICT_ADDED;
    switch (d->action) {
    case ACTION_ACCEPT: r->verdict = VERDICT_ACCEPTED; return;
    case ACTION_REJECT: r->verdict = VERDICT_REJECTED; return;
    case ACTION_UNVERIFIABLE: r->verdict = VERDICT_UNVERIFIABLE; return;
    default: break;
    }
    set_fields(&r->claim, d, arena);
    r->fields |= d->edit.fields;
    r->verdict = added ? VERDICT_ADDED : VERDICT_EDITED;
}

static bool same_place(const PlaceMention *a, const PlaceMention *b)
{
    if (!a || !b)
        return a == b;
    bool named = a->place.id.len > 0 && b->place.id.len > 0;
    return named ? str_equal(a->place.id, b->place.id) : str_equal(a->place.name, b->place.name);
}

static bool same_figure(const Claim *a, const Claim *b)
{
    return a->outcome == b->outcome && a->victim_class == b->victim_class && a->has_count == b->has_count &&
           (!a->has_count || interval_equal(a->count, b->count));
}

static Str speaker_of(const Claim *claim)
{
    return claim->attribution ? claim->attribution->speaker : STR_NONE;
}

/* Two who accept and edit to the same are of one mind. */
static bool agree(const Reading *a, const Reading *b)
{
    bool aside_a = a->verdict == VERDICT_REJECTED || a->verdict == VERDICT_UNVERIFIABLE;
    bool aside_b = b->verdict == VERDICT_REJECTED || b->verdict == VERDICT_UNVERIFIABLE;
    if (aside_a || aside_b)
        return a->verdict == b->verdict;
    return same_figure(&a->claim, &b->claim) && same_place(a->claim.place, b->claim.place) &&
           window_equal(a->claim.window, b->claim.window) && a->claim.party == b->claim.party &&
           a->claim.stance == b->claim.stance && a->claim.background == b->claim.background &&
           str_equal(a->claim.type, b->claim.type) && str_equal(speaker_of(&a->claim), speaker_of(&b->claim));
}

/* What the coders say becomes what is so, if they are of one mind. */
static bool settle(Readings *r)
{
    for (size_t i = 1; i < r->count; i++)
        if (!agree(&r->coders[0], &r->coders[i]))
            return false;
    if (r->count > 0)
        r->now = r->coders[0];
    return true;
}

static Reading *reading_of(Readings *r, Str person)
{
    for (size_t i = 0; i < r->count; i++)
        if (str_equal(r->coders[i].person, person))
            return &r->coders[i];
    r->coders = arena_grow(r->arena, r->coders, r->count, &r->cap, sizeof *r->coders);
    r->coders[r->count] = r->now;
    r->coders[r->count].person = person;
    return &r->coders[r->count++];
}

static void take(Readings *r, const Decision *d)
{
    r->by = arena_grow(r->arena, r->by, r->by_count, &r->by_cap, sizeof *r->by);
    r->by[r->by_count++] = d;
    if (d->independent) {
        apply(reading_of(r, d->person), d, r->arena);
        return;
    }
    (void)settle(r);
    r->count = 0;
    apply(&r->now, d, r->arena);
}

static void finish(Readings *r, const Claim *found, Claim *out)
{
    bool settled = settle(r);
    ClaimDecided *decided = ARENA_NEW(r->arena, ClaimDecided);
    *decided = (ClaimDecided){.verdict = settled ? r->now.verdict : VERDICT_CONTESTED,
                              .fields = r->now.fields,
                              .by = r->by,
                              .by_count = r->by_count,
                              .found = found};
    *out = r->now.claim;
    if (decided->verdict == VERDICT_UNVERIFIABLE)
        out->status |= STATUS_UNVERIFIED;
    out->decided = decided;
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
    set_fields(&claim, d, arena);
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

static Readings begin(const Claim *claim, Arena *arena)
{
    Readings r = {.now = {.claim = *claim}, .arena = arena};
    if (claim->decided) { /* added */
        r.now.verdict = claim->decided->verdict;
        r.now.fields = claim->decided->fields;
        for (size_t i = 0; i < claim->decided->by_count; i++) {
            r.by = arena_grow(arena, r.by, r.by_count, &r.by_cap, sizeof *r.by);
            r.by[r.by_count++] = claim->decided->by[i];
        }
    }
    return r;
}

/* All decisions on the claim of the first item's. */
static Readings readings_of(const Decided *decided, size_t first, const Claim *claim)
{
    Readings r = begin(claim, decided->arena);
    for (size_t i = first; i < decided->count; i++) {
        const SituationDecision *item = &decided->items[i];
        if (item->document == decided->items[first].document && item->claim == decided->items[first].claim &&
            is_of_claim(item->decision))
            take(&r, item->decision);
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
        finish(&r, kept, &documents[document]->claims[item->claim]);
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

/* situation_decide — people's decisions on incidents, over the drafts. */
#include "assemble/situation/draft.h"
#include "assemble/situation/reading.h"

/* ---- finding ---- */

/* The draft that it went into at last. */
static int32_t settled(const Drafts *d, int32_t draft)
{
    while (draft >= 0 && d->items[draft].into >= 0)
        draft = d->items[draft].into;
    return draft;
}

static int32_t draft_of_source(const Drafts *d, uint32_t document, int32_t source)
{
    for (size_t i = 0; i < d->count && source >= 0; i++)
        for (size_t k = 0; k < d->items[i].member_count; k++)
            if (d->items[i].into < 0 && d->items[i].members[k] == document &&
                d->items[i].sources[k] == (uint32_t)source)
                return (int32_t)i;
    return -1;
}

/* claim: the situation's index. */
static int32_t draft_of_claim(const Drafts *d, uint32_t claim)
{
    if (d->moved_to && d->moved_to[claim] >= 0)
        return settled(d, d->moved_to[claim]);
    const SituationClaim *c = &d->b->s->claims[claim];
    return draft_of_source(d, c->document, c->claim->incident);
}

static int32_t find_document(const Drafts *d, const Anchor *anchor)
{
    return decide_find_document(d->b->documents, d->b->s->document_count, anchor);
}

static int32_t find_claim(const Drafts *d, const Anchor *anchor)
{
    int32_t document = find_document(d, anchor);
    int32_t claim = document >= 0 ? decide_find_claim(d->b->documents[document], anchor) : -1;
    return claim >= 0 ? claim + (int32_t)d->b->offsets[document] : -1;
}

static int32_t main_of(const Extraction *x)
{
    for (size_t i = 0; i < x->incident_count; i++)
        if (x->incidents[i].main)
            return (int32_t)i;
    return -1;
}

static int32_t find_draft(const Drafts *d, const Anchor *anchor)
{
    int32_t document = find_document(d, anchor);
    if (anchor->kind != TARGET_INCIDENT || document < 0)
        return -1;
    if (anchor->main)
        return draft_of_source(d, (uint32_t)document, main_of(d->b->documents[document]));
    int32_t claim = find_claim(d, anchor);
    return claim >= 0 ? draft_of_claim(d, (uint32_t)claim) : -1;
}

/* ---- altering ---- */

static bool is_lesser(const Draft *x, const Draft *y)
{
    int rank_x = x->incident.background ? 2 : x->whole >= 0;
    int rank_y = y->incident.background ? 2 : y->whole >= 0;
    if (rank_x != rank_y)
        return rank_x > rank_y;
    return x->member_count == 0 || (y->member_count > 0 && y->members[0] < x->members[0]);
}

/* The greater of the two takes in the other. */
static int32_t merge(Drafts *d, int32_t a, int32_t b)
{
    if (a == b)
        return a;
    int32_t to = is_lesser(&d->items[a], &d->items[b]) ? b : a;
    Draft *kept = &d->items[to];
    Draft *gone = &d->items[to == a ? b : a];
    for (size_t i = 0; i < gone->member_count; i++)
        draft_add_member(d, kept, gone->members[i], gone->sources[i]);
    gone->into = to;
    gone->member_count = gone->reported = 0;
    kept->place = kept->place ? kept->place : gone->place;
    kept->days = window_is_known(kept->days) ? kept->days : gone->days;
    for (size_t i = 0; i < d->count; i++)
        if (d->items[i].whole >= 0 && settled(d, d->items[i].whole) == to)
            d->items[i].whole = (int32_t)i == to ? -1 : to;
    return to;
}

void draft_move(Drafts *d, uint32_t claim, int32_t to)
{
    if (!d->moved_to) {
        d->moved_to = ARENA_ARRAY(d->b->arena, int32_t, d->b->s->claim_count + 1);
        for (size_t i = 0; i < d->b->s->claim_count; i++)
            d->moved_to[i] = -1;
    }
    const SituationClaim *c = &d->b->s->claims[claim];
    uint32_t first = d->b->offsets[c->document];
    d->moved_to[claim] = to;
    for (uint32_t i = first; i < d->b->offsets[c->document + 1]; i++) {
        int32_t part_of = d->b->s->claims[i].claim->part_of;
        if (part_of >= 0 && first + (uint32_t)part_of == claim && i != claim)
            d->moved_to[i] = to; /* its parts go with it */
    }
}

static int32_t add_made(Drafts *d, const Decision *decision)
{
    Draft made = {.incident = {.part_of = -1, .window = WINDOW_NONE, .made_by = decision->seq},
                  .group = UINT32_MAX,
                  .whole = -1,
                  .into = -1,
                  .days = WINDOW_NONE};
    return (int32_t)(draft_add(d, made) - d->items);
}

static bool split_claims(Drafts *d, const Decision *decision)
{
    int32_t made = -1;
    for (size_t i = 0; i < decision->part_count; i++) {
        int32_t claim = find_claim(d, &decision->parts[i]);
        if (claim < 0)
            continue;
        made = made < 0 ? add_made(d, decision) : made;
        draft_move(d, (uint32_t)claim, made);
    }
    return made >= 0;
}

/* Takes the report's incidents out of the draft, into *made. */
static void take_report(Drafts *d, int32_t from, uint32_t document, const Decision *decision, int32_t *made)
{
    size_t kept = 0;
    Draft *draft = &d->items[from];
    for (size_t i = 0; i < draft->member_count; i++) {
        if (draft->members[i] != document) {
            draft->sources[kept] = draft->sources[i];
            draft->members[kept++] = draft->members[i];
            continue;
        }
        if (*made < 0) {
            Incident incident = draft->incident;
            *made = add_made(d, decision);
            draft = &d->items[from];
            incident.made_by = decision->seq;
            d->items[*made].incident = incident;
        }
        draft_add_member(d, &d->items[*made], document, draft->sources[i]);
        draft->reported -= !d->b->s->documents[document].after_as_of;
    }
    draft->member_count = kept;
}

/* Reports of a main incident are parted already, by decide_links; what is still together is parted here. */
static bool split_reports(Drafts *d, const Decision *decision, int32_t from)
{
    int32_t made = -1;
    bool any = false;
    for (size_t i = 0; i < decision->part_count; i++) {
        int32_t document = find_document(d, &decision->parts[i]);
        any = any || document >= 0;
        if (document >= 0 && from >= 0)
            take_report(d, from, (uint32_t)document, decision, &made);
    }
    return any && from >= 0;
}

static bool split(Drafts *d, const Decision *decision, int32_t from)
{
    bool of_claims = decision->part_count > 0 && decision->parts[0].kind == TARGET_CLAIM;
    return of_claims ? split_claims(d, decision) : split_reports(d, decision, from);
}

static bool move_claim(Drafts *d, const SituationDecision *item)
{
    int32_t to = -1;
    if (item->claim < 0)
        return false;
    if (item->decision->other.kind != TARGET_NONE)
        to = find_draft(d, &item->decision->other);
    else
        to = add_made(d, item->decision);
    if (to >= 0)
        draft_move(d, (uint32_t)item->claim, to);
    return to >= 0;
}

static void decide(Drafts *d, SituationDecision *item)
{
    const Decision *decision = item->decision;
    int32_t draft = find_draft(d, &decision->target);
    bool of_incident = decision->target.kind == TARGET_INCIDENT;
    if (decision->action == ACTION_MOVE) {
        item->attached = move_claim(d, item);
        return;
    }
    if (!of_incident)
        return;
    item->attached = draft >= 0;
    item->incident = draft; /* until drafts_number */
    if (draft < 0)
        return;
    if (decision->action == ACTION_MERGE) {
        int32_t other = find_draft(d, &decision->other);
        item->attached = other >= 0;
        item->incident = other >= 0 ? merge(d, draft, other) : draft;
    } else if (decision->action == ACTION_SPLIT) {
        item->attached = split(d, decision, draft);
    } else if (decision->action == ACTION_PLACE) {
        d->items[draft].place = reading_place(decision, decision->target.evidence, d->b->arena);
    } else if (decision->action == ACTION_DAY) {
        d->items[draft].days = decision->edit.days;
    }
}

/* A report whose claims were moved to an incident reports it. */
static void add_reporters(Drafts *d)
{
    for (uint32_t i = 0; d->moved_to && i < d->b->s->claim_count; i++) {
        int32_t to = settled(d, d->moved_to[i]);
        if (to < 0)
            continue;
        d->moved_to[i] = to;
        Draft *draft = &d->items[to];
        uint32_t document = d->b->s->claims[i].document;
        bool there = false;
        for (size_t k = 0; k < draft->member_count; k++)
            there = there || draft->members[k] == document;
        if (!there)
            draft_add_member(d, draft, document, DRAFT_NO_SOURCE);
    }
}

void drafts_decide(Drafts *d)
{
    for (size_t i = 0; i < d->b->decided.count; i++)
        decide(d, &d->b->decided.items[i]);
    add_reporters(d);
}

void drafts_number(Drafts *d, const int32_t *numbers)
{
    for (size_t i = 0; i < d->b->decided.count; i++) {
        SituationDecision *item = &d->b->decided.items[i];
        int32_t draft = settled(d, item->incident);
        item->incident = draft >= 0 ? numbers[draft] : -1;
    }
}

#include <stdlib.h>

#include "assemble/basis/bucket.h"
#include "assemble/basis/traits.h"
#include "assemble/link/storm.h"
#include "assemble/situation/draft_day.h"
#include "assemble/situation/draft_find.h"
#include "assemble/situation/former.h"
#include "assemble/situation/told.h"

Draft *draft_add(Drafts *d, Draft draft)
{
    d->items = arena_grow(d->b->arena, d->items, d->count, &d->cap, sizeof *d->items);
    d->items[d->count] = draft;
    return &d->items[d->count++];
}

/* Documents stay in order. */
void draft_add_member(Drafts *d, Draft *draft, uint32_t document, uint32_t source)
{
    Arena *arena = d->b->arena;
    size_t at = draft->member_count;
    draft->members = arena_grow(arena, draft->members, at, &draft->member_cap, sizeof *draft->members);
    draft->sources = arena_grow(arena, draft->sources, at, &draft->source_cap, sizeof *draft->sources);
    draft->member_count++;
    for (; at > 0 && draft->members[at - 1] > document; at--) {
        draft->members[at] = draft->members[at - 1];
        draft->sources[at] = draft->sources[at - 1];
    }
    draft->members[at] = document;
    draft->sources[at] = source;
    draft->reported += !d->b->s->documents[document].after_as_of;
}

bool draft_keeps(const Drafts *d, size_t draft, uint32_t claim)
{
    int32_t to = d->moved_to ? d->moved_to[claim] : -1;
    return to < 0 || to == (int32_t)draft || d->items[to].whole == (int32_t)draft;
}

const Incident *draft_source(const Builder *b, const Draft *draft, size_t member)
{
    uint32_t source = draft->sources[member];
    return source == DRAFT_NO_SOURCE ? NULL : &b->documents[draft->members[member]]->incidents[source];
}

static void draft_wholes(Finder *f)
{
    const Builder *b = f->d->b;
    for (uint32_t n = 0; n < b->s->document_count; n++) {
        const Extraction *x = b->documents[n];
        uint32_t group = b->links.group[n];
        for (uint32_t i = 0; i < x->incident_count; i++) {
            if (!x->incidents[i].main)
                continue;
            if (f->whole_of[group] < 0)
                draft_find_add(f, &x->incidents[i], group, -1);
            draft_add_member(f->d, &f->d->items[f->whole_of[group]], n, i);
        }
    }
}

static void draft_parts(Finder *f)
{
    const Builder *b = f->d->b;
    for (uint32_t n = 0; n < b->s->document_count; n++) {
        const Extraction *x = b->documents[n];
        uint32_t group = b->links.group[n];
        for (uint32_t i = 0; i < x->incident_count; i++) {
            const Incident *incident = &x->incidents[i];
            if (incident->main)
                continue;
            bool apart = incident->background || draft_is_beside(incident);
            int32_t draft = draft_find_lesser(f, group, x, incident);
            if (draft < 0)
                draft = draft_find_add(f, incident, group, apart ? -1 : f->whole_of[group]);
            draft_add_member(f->d, &f->d->items[draft], n, i);
        }
    }
}

/* Claims of the members' incidents, documents in order, and those that were moved there. */
static uint32_t *list_claims(const Drafts *d, size_t at, size_t *count)
{
    const Builder *b = d->b;
    const Draft *draft = &d->items[at];
    uint32_t *claims = NULL;
    size_t n = 0;
    size_t cap = 0;
    for (size_t i = 0; i < draft->member_count; i++) {
        const Incident *source = draft_source(b, draft, i);
        for (size_t k = 0; source && k < source->claim_count; k++) {
            uint32_t claim = b->offsets[draft->members[i]] + source->claims[k];
            claims = arena_grow(b->arena, claims, n, &cap, sizeof *claims);
            claims[n] = claim;
            n += draft_keeps(d, at, claim);
        }
    }
    for (uint32_t i = 0; d->moved_to && i < b->s->claim_count; i++)
        if (d->moved_to[i] >= 0 && draft_keeps(d, at, i)) {
            claims = arena_grow(b->arena, claims, n, &cap, sizeof *claims);
            claims[n++] = i;
        }
    /* Moved claims stand among the others, and a report's incidents that were merged may share claims. */
    *count = b->decided.count > 0 || d->moved_to ? bucket_sort_once(claims, n) : n;
    return claims;
}

static void fill_claims(const Drafts *d, size_t at)
{
    const Builder *b = d->b;
    Draft *draft = &d->items[at];
    Incident *out = &draft->incident;
    out->claims = list_claims(d, at, &out->claim_count);
    const Claim **telling = ARENA_ARRAY(b->arena, const Claim *, out->claim_count + 1);
    size_t count = 0;
    bool list = false; /* a list as a whole, which is at no entry's place */
    for (size_t i = 0; i < out->claim_count; i++) {
        const Claim *claim = b->s->claims[out->claims[i]].claim;
        list = list || (claim->entry && !out->entry);
        if (!claim_is_aside(claim))
            telling[count++] = claim;
    }
    const PlaceMention *place = out->place;
    Window window = out->window;
    traits_fill(telling, count, out, b->arena);
    /* Over many reports what was aimed at says it; "people", "three women" only repeats the figures. */
    if (out->sure_target_count > 0)
        out->target_count = out->sure_target_count;
    /* What people say stands before all. */
    out->place = told_place(d, draft, place || list ? place : out->place);
    out->place = draft->place ? draft->place : out->place;
    out->window = told_days(d, draft, window_is_known(window) ? window : out->window);
    out->window = window_is_known(draft->days) ? draft->days : out->window;
    if (out->type.len == 0)
        out->type = STR("other");
}

static Str name_of(const Builder *b, const Incident *incident)
{
    enum { WEEK = 7 };
    Buf name = {0};
    buf_put(&name, str_present(incident->called) ? incident->called : traits_event(incident));
    if (incident->place) {
        buf_put(&name, STR(", "));
        buf_put(&name, incident->place->place.name);
    }
    if (window_is_known(incident->window)) {
        buf_put(&name, STR(", "));
        Moment whole = window_moment(incident->window); /* "2002" of an older one */
        if (whole.precision != MOMENT_NONE)
            moment_write(&name, whole);
        else
            day_write(&name, incident->window.first);
        if (whole.precision == MOMENT_NONE &&
            window_days(incident->window) > WEEK) { /* a tally, or a day that nobody tells */
            buf_put(&name, STR("–"));
            day_write(&name, incident->window.last);
        }
    }
    Str s = arena_copy(b->arena, buf_str(&name));
    buf_free(&name);
    return s;
}

/* Is the member's report about the event, rather than about another beside which, or before which, it tells it? */
static bool is_about(const Builder *b, const Draft *draft, size_t member)
{
    const Incident *source = draft_source(b, draft, member);
    return !source || !(source->background || source->entry || draft_is_beside(source));
}

/* A report that tells of the event beside its own is one of the event's reports only where no report is about it. */
static void fill_documents(const Builder *b, Draft *draft)
{
    bool about = false;
    for (size_t i = 0; i < draft->member_count && !about; i++)
        about = is_about(b, draft, i);
    uint32_t *documents = ARENA_ARRAY(b->arena, uint32_t, draft->member_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < draft->member_count && !draft->incident.background; i++)
        if (!b->s->documents[draft->members[i]].after_as_of && (!about || is_about(b, draft, i)) &&
            (count == 0 || documents[count - 1] != draft->members[i]))
            documents[count++] = draft->members[i];
    draft->incident.documents = documents;
    draft->incident.document_count = count;
    Str *reasons = ARENA_ARRAY(b->arena, Str, count + 1);
    if (draft->whole < 0 && !draft->incident.background)
        draft->incident.reason_count = link_reasons(&b->links, b->documents, documents, count, reasons, b->arena);
    draft->incident.reasons = reasons;
}

static Str called(const Builder *b, const Draft *draft)
{
    StormReport *reports = ARENA_ARRAY(b->arena, StormReport, draft->member_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < draft->member_count && !draft->incident.background; i++) {
        const Incident *source = draft_source(b, draft, i);
        if (source && source->main && !b->s->documents[draft->members[i]].after_as_of)
            reports[count++] = (StormReport){b->documents[draft->members[i]], source};
    }
    return storm_called(reports, count, b->arena);
}

/* From the first report's incident: it stays when later reports join. One that people parted is known by its first claim. */
static Str id_of(const Builder *b, const Draft *draft)
{
    for (size_t i = 0; i < draft->member_count; i++) {
        const Incident *source = draft_source(b, draft, i);
        if (source && source->background == draft->incident.background)
            return incident_id_of_event(source->id, b->arena);
    }
    const Incident *made = &draft->incident;
    return incident_id_of_parted(made->claim_count > 0 ? b->s->claims[made->claims[0]].claim->id : STR(""), b->arena);
}

static int rank_of(const Draft *draft)
{
    if (draft->incident.background)
        return 2;
    return draft->whole >= 0;
}

static int by_reports(const void *a, const void *b)
{
    const Draft *x = *(const Draft *const *)a;
    const Draft *y = *(const Draft *const *)b;
    if (rank_of(x) != rank_of(y))
        return rank_of(x) < rank_of(y) ? -1 : 1;
    if (x->reported != y->reported)
        return x->reported > y->reported ? -1 : 1;
    if (x->members[0] != y->members[0])
        return x->members[0] < y->members[0] ? -1 : 1;
    return x->sources[0] < y->sources[0] ? -1 : x->sources[0] > y->sources[0];
}

/* A claim of a whole and of its part belongs to the part. */
static void bind_claims(const Builder *b)
{
    for (size_t i = 0; i < b->s->incident_count; i++) {
        const Incident *incident = &b->s->incidents[i];
        for (size_t k = 0; k < incident->claim_count; k++) {
            SituationClaim *c = &b->s->claims[incident->claims[k]];
            if (c->incident < 0 || incident->part_of == c->incident)
                c->incident = (int32_t)i;
        }
    }
}

static void put_incidents(Drafts *d, const Draft *const *order, size_t count)
{
    Situation *s = d->b->s;
    int32_t *numbers = ARENA_ARRAY(d->b->arena, int32_t, d->count + 1);
    for (size_t i = 0; i < d->count; i++)
        numbers[i] = -1;
    for (size_t i = 0; i < count; i++)
        numbers[order[i] - d->items] = (int32_t)i;
    s->incidents = ARENA_ARRAY(d->b->arena, Incident, count + 1);
    s->incident_count = count;
    for (size_t i = 0; i < count; i++) {
        s->incidents[i] = order[i]->incident;
        s->incidents[i].main = rank_of(order[i]) == 0;
        s->incidents[i].part_of = order[i]->whole >= 0 ? numbers[order[i]->whole] : -1;
    }
    drafts_number(d, numbers);
}

void situation_incidents(Builder *b)
{
    Drafts d = {.b = b};
    Finder finder = draft_find_begin(&d);
    draft_wholes(&finder);
    draft_parts(&finder);
    draft_day_move(&finder);
    drafts_decide(&d);
    const Draft **order = ARENA_ARRAY(b->arena, const Draft *, d.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < d.count; i++) {
        fill_claims(&d, i);
        fill_documents(b, &d.items[i]);
        d.items[i].incident.called = called(b, &d.items[i]);
        d.items[i].incident.name = name_of(b, &d.items[i].incident);
        d.items[i].incident.id = id_of(b, &d.items[i]);
        if (d.items[i].reported > 0)
            order[count++] = &d.items[i];
    }
    qsort(order, count, sizeof(const Draft *), by_reports);
    put_incidents(&d, order, count);
    bind_claims(b);
}

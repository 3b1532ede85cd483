#include <stdlib.h>

#include "assemble/situation.h"
#include "assemble/traits.h"
#include "base/hash.h"
#include "extract/event_type.h"

/* An incident in the making: which documents' incidents go into it. */
typedef struct {
    Incident incident;
    uint32_t group;    /* of the documents whose event it is */
    uint32_t *members; /* documents, in order */
    uint32_t *sources; /* each member's incident */
    size_t member_count;
    size_t member_cap;
    size_t source_cap;
    size_t reported; /* members known by as_of */
    int32_t whole;   /* index among the drafts, -1 */
} Draft;

typedef struct {
    Builder *b;
    Draft *items;
    size_t count;
    size_t cap;
} Drafts;

static Draft *add_draft(Drafts *d, Draft draft)
{
    d->items = arena_grow(d->b->arena, d->items, d->count, &d->cap, sizeof *d->items);
    d->items[d->count] = draft;
    return &d->items[d->count++];
}

static void add_member(Drafts *d, Draft *draft, uint32_t document, uint32_t source)
{
    Arena *arena = d->b->arena;
    size_t count = draft->member_count++;
    draft->members = arena_grow(arena, draft->members, count, &draft->member_cap, sizeof *draft->members);
    draft->sources = arena_grow(arena, draft->sources, count, &draft->source_cap, sizeof *draft->sources);
    draft->members[count] = document;
    draft->sources[count] = source;
    draft->reported += !d->b->s->documents[document].after_as_of;
}

static Draft *find_whole(const Drafts *d, uint32_t group)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->items[i].whole < 0 && d->items[i].group == group && !d->items[i].incident.background)
            return &d->items[i];
    return NULL;
}

static bool same_spot(const PlaceMention *a, const PlaceMention *b)
{
    return a && b && place_same(&a->place, &b->place);
}

/* Parts are told apart by their town or by the kind of attack. */
static bool same_part(const Incident *a, const Incident *b)
{
    if (a->kind.len > 0 || b->kind.len > 0)
        return a->kind.len > 0 && b->kind.len > 0 && event_same_kind(a->kind, b->kind);
    return same_spot(a->place, b->place);
}

static Draft *find_part(const Drafts *d, uint32_t group, const Incident *part)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->items[i].whole >= 0 && d->items[i].group == group && same_part(&d->items[i].incident, part))
            return &d->items[i];
    return NULL;
}

/* Background told alike in two reports: the same place, and days that meet where both are known. */
static Draft *find_background(const Drafts *d, const Incident *incident)
{
    for (size_t i = 0; i < d->count; i++) {
        const Incident *other = &d->items[i].incident;
        if (other->background && same_spot(other->place, incident->place) &&
            (!window_is_known(other->window) || !window_is_known(incident->window) ||
             window_overlaps(other->window, incident->window)))
            return &d->items[i];
    }
    return NULL;
}

static void draft_wholes(Drafts *d)
{
    for (uint32_t n = 0; n < d->b->s->document_count; n++) {
        const Extraction *x = d->b->documents[n];
        uint32_t group = d->b->links.group[n];
        for (uint32_t i = 0; i < x->incident_count; i++) {
            if (!x->incidents[i].main)
                continue;
            Draft *draft = find_whole(d, group);
            if (!draft)
                draft = add_draft(d, (Draft){.incident = x->incidents[i], .group = group, .whole = -1});
            add_member(d, draft, n, i);
        }
    }
}

static void draft_parts(Drafts *d)
{
    for (uint32_t n = 0; n < d->b->s->document_count; n++) {
        const Extraction *x = d->b->documents[n];
        uint32_t group = d->b->links.group[n];
        for (uint32_t i = 0; i < x->incident_count; i++) {
            const Incident *incident = &x->incidents[i];
            if (incident->main)
                continue;
            Draft *draft = incident->background ? find_background(d, incident) : find_part(d, group, incident);
            const Draft *whole = incident->background ? NULL : find_whole(d, group);
            if (!draft)
                draft = add_draft(
                    d,
                    (Draft){.incident = *incident, .group = group, .whole = whole ? (int32_t)(whole - d->items) : -1});
            add_member(d, draft, n, i);
        }
    }
}

/* All claims of the members' incidents, documents in order. */
static void fill_claims(const Builder *b, Draft *draft)
{
    size_t count = 0;
    for (size_t i = 0; i < draft->member_count; i++)
        count += b->documents[draft->members[i]]->incidents[draft->sources[i]].claim_count;
    uint32_t *claims = ARENA_ARRAY(b->arena, uint32_t, count + 1);
    const Claim **all = ARENA_ARRAY(b->arena, const Claim *, count + 1);
    size_t n = 0;
    for (size_t i = 0; i < draft->member_count; i++) {
        const Incident *source = &b->documents[draft->members[i]]->incidents[draft->sources[i]];
        for (size_t k = 0; k < source->claim_count; k++) {
            claims[n] = b->offsets[draft->members[i]] + source->claims[k];
            all[n] = b->s->claims[claims[n]].claim;
            n++;
        }
    }
    Incident *out = &draft->incident;
    const PlaceMention *place = out->place;
    Window window = out->window;
    traits_fill(all, n, out, b->arena);
    /* The earliest report's own place and days stand: it was chosen with its whole text in view. */
    out->place = place ? place : out->place;
    out->window = window_is_known(window) ? window : out->window;
    if (out->type.len == 0)
        out->type = STR("other");
    out->claims = claims;
    out->claim_count = n;
}

static Str name_of(const Builder *b, const Incident *incident)
{
    Buf name = {0};
    buf_put(&name, incident->type);
    if (incident->place) {
        buf_put(&name, STR(", "));
        buf_put(&name, incident->place->place.name);
    }
    if (window_is_known(incident->window)) {
        buf_put(&name, STR(", "));
        day_write(&name, incident->window.first);
    }
    Str s = arena_copy(b->arena, buf_str(&name));
    buf_free(&name);
    return s;
}

static void fill_documents(const Builder *b, Draft *draft)
{
    uint32_t *documents = ARENA_ARRAY(b->arena, uint32_t, draft->member_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < draft->member_count && !draft->incident.background; i++)
        if (!b->s->documents[draft->members[i]].after_as_of)
            documents[count++] = draft->members[i];
    draft->incident.documents = documents;
    draft->incident.document_count = count;
    Str *reasons = ARENA_ARRAY(b->arena, Str, count + 1);
    if (draft->whole < 0 && !draft->incident.background)
        draft->incident.reason_count = link_reasons(&b->links, b->documents, documents, count, reasons, b->arena);
    draft->incident.reasons = reasons;
}

/* From the first report's incident: it stays when later reports join. */
static Str id_of(const Builder *b, const Draft *draft)
{
    Str parts[] = {STR("situation"), b->documents[draft->members[0]]->incidents[draft->sources[0]].id};
    return hash_id(b->arena, parts, 2);
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

void situation_incidents(Builder *b)
{
    Drafts d = {.b = b};
    draft_wholes(&d);
    draft_parts(&d);
    const Draft **order = ARENA_ARRAY(b->arena, const Draft *, d.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < d.count; i++) {
        fill_claims(b, &d.items[i]);
        fill_documents(b, &d.items[i]);
        d.items[i].incident.name = name_of(b, &d.items[i].incident);
        d.items[i].incident.id = id_of(b, &d.items[i]);
        if (d.items[i].reported > 0)
            order[count++] = &d.items[i];
    }
    qsort(order, count, sizeof(const Draft *), by_reports);
    b->s->incidents = ARENA_ARRAY(b->arena, Incident, count + 1);
    b->s->incident_count = count;
    for (size_t i = 0; i < count; i++) {
        b->s->incidents[i] = order[i]->incident;
        b->s->incidents[i].main = rank_of(order[i]) == 0;
        b->s->incidents[i].part_of = -1;
        for (size_t k = 0; order[i]->whole >= 0 && k < i; k++)
            if (order[k] == &d.items[order[i]->whole])
                b->s->incidents[i].part_of = (int32_t)k;
    }
    bind_claims(b);
}

#include "assemble/situation/draft_day.h"

/* A figure of an event, told of one day and the night after it, none of those of the event that its report is about. */
static bool is_of_another_day(const Claim *claim, Window own)
{
    enum { DAYS = 2 };
    bool dead_or_hurt = claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED;
    return claim->kind == KIND_CASUALTY && claim->has_count && dead_or_hurt && !claim->background && !claim->total &&
           !claim->additional && claim->part_of < 0 && claim_states_days(claim) && window_days(claim->window) <= DAYS &&
           !window_overlaps(claim->window, own);
}

/* Of the attack that the report tells of the figure's day ("[Monday's bombing] left five dead"), the nearest to it; else as its main event. */
static Str type_of_day(const Builder *b, uint32_t document, const Claim *figure, Str own)
{
    const Claim *best = NULL;
    for (uint32_t i = b->offsets[document]; i < b->offsets[document + 1]; i++) {
        const Claim *claim = b->s->claims[i].claim;
        if (claim->kind != KIND_ATTACK || !claim_states_days(claim) || !window_overlaps(claim->window, figure->window))
            continue;
        if (!best || span_gap(claim->evidence, figure->evidence) < span_gap(best->evidence, figure->evidence))
            best = claim;
    }
    return best ? best->type : own;
}

static void move_of_incident(Finder *f, int32_t draft, uint32_t document, const Incident *source)
{
    Drafts *d = f->d;
    Incident own = d->items[draft].incident;
    if (!window_is_known(own.window))
        return;
    for (size_t i = 0; i < source->claim_count; i++) {
        uint32_t at = d->b->offsets[document] + source->claims[i];
        const Claim *claim = d->b->s->claims[at].claim;
        if (!is_of_another_day(claim, own.window) || !place_is_spot(claim->place))
            continue;
        own.place = claim->place;
        own.window = claim->window;
        own.type = type_of_day(d->b, document, claim, source->type);
        int32_t to = draft_find_told_of(f, d->items[draft].group, &own);
        if (to >= 0)
            draft_move(d, at, to);
        own.window = d->items[draft].incident.window;
    }
}

void draft_day_move(Finder *f)
{
    const Drafts *d = f->d;
    for (size_t n = 0; f->wholes.count > 1 && n < f->wholes.count; n++) {
        int32_t draft = f->wholes.items[n].draft;
        for (size_t i = 0; i < d->items[draft].member_count; i++) {
            const Incident *source = draft_source(d->b, &d->items[draft], i);
            if (source)
                move_of_incident(f, draft, d->items[draft].members[i], source);
        }
    }
}

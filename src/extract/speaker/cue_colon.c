#include "extract/speaker/cue.h"

/* The colon in the unit that a spoken quotation follows, no other before it; the unit's end where there is none. */
static uint32_t colon_of(const Sayings *all, const Unit *unit)
{
    if (all->quotes.count == 0)
        return unit->tokens.last;
    for (uint32_t i = unit->tokens.first; i + 1 < unit->tokens.last && !all->quotes.of[i]; i++) {
        uint32_t at = cue_tag(all, i) == TAG_COLON ? all->quotes.of[i + 1] : 0;
        if (at && all->quotes.items[at - 1].first == i + 1 && all->quotes.items[at - 1].speech)
            return i;
    }
    return unit->tokens.last;
}

/* The verb of the main clause; colon where there is none that tells a deed: "is handing out", not "is plain". */
static uint32_t main_verb(const Sayings *all, const Unit *unit, uint32_t colon)
{
    for (uint32_t i = cue_past_opening(all, unit, colon); i < colon; i++) {
        if (!syntax_is_finite(cue_tag(all, i)))
            continue;
        while (i < colon &&
               (syntax_is_finite(cue_tag(all, i)) || cue_tag(all, i) == TAG_ADV || cue_tag(all, i) == TAG_NEG) &&
               !syntax_is_verb(cue_tag(all, i)))
            i++;
        return i < colon && syntax_is_verb(cue_tag(all, i)) ? i : colon;
    }
    return colon;
}

static bool is_claimed(const Sayings *all, uint32_t token)
{
    for (size_t i = 0; i < all->count; i++) {
        for (uint32_t k = 0; k < all->items[i].content_count; k++) {
            if (all->items[i].content[k].first <= token && token < all->items[i].content[k].last)
                return true;
        }
    }
    return false;
}

void cue_colon(Sayings *all, uint32_t unit_index)
{
    const Unit *unit = &all->units[unit_index];
    uint32_t colon = colon_of(all, unit);
    uint32_t verb = colon < unit->tokens.last ? main_verb(all, unit, colon) : colon;
    if (verb == colon || is_claimed(all, colon + 1))
        return;
    bool passive = false;
    uint32_t group = syntax_group_start(all->syntax, unit->tokens.first, verb, &passive);
    Range who = syntax_subject(all->syntax, unit->tokens.first, group);
    if (range_is_empty(who) || passive || cue_is_relative(all, who) || cue_is_expletive(all, who))
        return;
    Saying saying = {.source = who, .cue = {group, colon + 1}, .say = MENTION_NONE, .unit = unit_index};
    content_add(&saying, (Range){colon + 1, all->quotes.items[all->quotes.of[colon + 1] - 1].last});
    content_continue(all, unit_index, &saying);
    saying_add(all, saying);
}

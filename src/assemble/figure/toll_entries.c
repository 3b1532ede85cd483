#include "assemble/figure/toll_entries.h"

#include "assemble/figure/struck.h"
#include "assemble/figure/toll_word.h"

static bool has_entries(const Figure *figures, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (figures[i].claim->entry)
            return true;
    return false;
}

/* Is the outcome told of all entries together? */
static bool is_told_of_all(const Figure *figures, size_t count, Outcome outcome)
{
    for (size_t i = 0; i < count; i++)
        if (!figures[i].claim->entry && figures[i].claim->outcome == outcome && figures[i].claim->part_of < 0)
            return true;
    return false;
}

/* The figures from *at on that are of the scene of that one; moves *at to the next scene's, which stand in the order of the text. */
static size_t take_scene(const Figure *figures, size_t count, size_t *at, Figure *out)
{
    unsigned scene = figures[*at].claim->entry ? figures[*at].claim->scene : 0;
    size_t n = 0;
    while (*at < count && (figures[*at].claim->entry ? figures[*at].claim->scene : 0) == scene)
        out[n++] = figures[(*at)++];
    return n;
}

size_t entries_settle(Arena *arena, const Figure *figures, size_t count, Figure *out)
{
    if (!has_entries(figures, count))
        return struck_settle(arena, figures, count, out);
    Figure *kept = ARENA_ARRAY(arena, Figure, count + 1);
    Figure *scene = ARENA_ARRAY(arena, Figure, count + 1);
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (!figures[i].claim->entry || !is_told_of_all(figures, count, figures[i].claim->outcome))
            kept[n++] = figures[i];
    size_t settled = 0;
    for (size_t at = 0; at < n;)
        settled += struck_settle(arena, scene, take_scene(kept, n, &at, scene), out + settled);
    return settled;
}

/* Adds the figure as a term. false: it is no number, or another voice's. */
static bool add_term(Arena *arena, Told *sum, const Told *term)
{
    if (term->point < 0 || term->about_enemy)
        return false;
    if (sum->claim_count == 0) {
        *sum = *term;
        return true;
    }
    if (!str_equal(sum->voice.key, term->voice.key))
        return false;
    sum->text = toll_sum_text(arena, sum->derived ? sum->text : STR(""), sum->point, term->point);
    uint32_t *claims = ARENA_ARRAY(arena, uint32_t, sum->claim_count + term->claim_count);
    for (size_t i = 0; i < sum->claim_count; i++)
        claims[i] = sum->claims[i];
    for (size_t i = 0; i < term->claim_count; i++)
        claims[sum->claim_count + i] = term->claims[i];
    sum->claims = claims;
    sum->claim_count += term->claim_count;
    sum->range = interval_add(sum->range, term->range);
    sum->point += term->point;
    sum->form = sum->form == COUNT_DESCRIBED ? term->form : sum->form;
    sum->classes |= term->classes;
    sum->by_name += term->by_name;
    sum->derived = sum->whole = true;
    sum->generic = sum->generic || term->generic;
    sum->listed = sum->singly = sum->row = sum->total = sum->lowered = sum->risen = false;
    sum->in_one = 0;
    sum->nth = 0;
    sum->further = false;
    sum->posted = INT64_MIN;
    sum->district = NULL;
    Window days = sum->window;
    if (!window_is_known(days) || (window_is_known(term->window) && term->window.first < days.first))
        days.first = term->window.first;
    if (!window_is_known(sum->window) || (window_is_known(term->window) && term->window.last > days.last))
        days.last = term->window.last;
    sum->window = days;
    return true;
}

void entries_toll(Arena *arena, const Figure *figures, size_t count, CellKind cell, bool excludes_enemy, ToldList *out)
{
    if (!has_entries(figures, count)) {
        toll_find(arena, figures, count, cell, excludes_enemy, out);
        return;
    }
    Figure *scene = ARENA_ARRAY(arena, Figure, count + 1);
    Told sum = {.claim_count = 0};
    bool known = true;
    for (size_t at = 0; at < count && known;) {
        ToldList told = {0};
        size_t n = take_scene(figures, count, &at, scene);
        toll_find(arena, scene, n, cell, excludes_enemy, &told);
        known = told.count < 2 && (told.count == 0 || add_term(arena, &sum, &told.items[0]));
    }
    if (!known || sum.claim_count == 0)
        return;
    out->items = arena_grow(arena, out->items, out->count, &out->cap, sizeof *out->items);
    out->items[out->count++] = sum;
}

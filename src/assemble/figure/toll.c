#include "assemble/figure/toll.h"

#include <assert.h>

#include "assemble/basis/people.h"
#include "assemble/basis/telling.h"
#include "assemble/figure/share.h"
#include "assemble/figure/toll_column.h"
#include "assemble/figure/toll_drop.h"
#include "assemble/figure/toll_further.h"
#include "assemble/figure/toll_inner.h"
#include "assemble/figure/toll_rival.h"
#include "assemble/figure/toll_word.h"
#include "assemble/figure/victims.h"

Side told_side(const Told *told)
{
    if (told->unsided)
        return SIDE_ANY;
    switch (told->voice.party) {
    case PARTY_GOVERNMENT: return told->voice.rival ? SIDE_RIVAL : SIDE_GOVERNMENT;
    case PARTY_ARMED_GROUP: return SIDE_ARMED_GROUP;
    default: return SIDE_ANY;
    }
}

static Window window_of(const Sum *sum, bool *stated)
{
    Window window = WINDOW_NONE;
    *stated = false;
    for (size_t i = 0; i < sum->term_count; i++) {
        const Claim *claim = sum->terms[i]->claim;
        if (!window_is_known(claim->window))
            continue;
        *stated = *stated || !span_is_empty(claim->window_span);
        window.first =
            window.first == DAY_NONE || claim->window.first < window.first ? claim->window.first : window.first;
        window.last = window.last == DAY_NONE || claim->window.last > window.last ? claim->window.last : window.last;
    }
    return window;
}

/* The figure's own claim first, then those that tell it again. */
static void put_claims(Arena *arena, Told *told, const Sum *sum, Pool pool)
{
    uint32_t *claims = ARENA_ARRAY(arena, uint32_t, pool.count + sum->term_count);
    size_t count = 0;
    for (size_t i = 0; i < sum->term_count; i++)
        claims[count++] = sum->terms[i]->index;
    for (size_t i = 0; i < pool.count && !told->derived; i++)
        if (pool.items[i] != sum->main && victims_point(pool.items[i]->claim) == told->point)
            claims[count++] = pool.items[i]->index;
    told->claims = claims;
    told->claim_count = count;
}

/* What all terms of the sum have in common. */
static void set_terms(Told *told, const Sum *sum)
{
    told->by_age = told->attackers = told->singly = told->minimum = told->struck = told->risen = true;
    told->row = told->derived;
    for (size_t i = 0; i < sum->term_count; i++) {
        const Claim *claim = sum->terms[i]->claim;
        told->attackers = told->attackers && (claim->subgroups & SUBGROUP_ATTACKERS);
        told->row = told->row && claim->listed && people_same_sentence(sum->main, sum->terms[i]);
        told->singly = told->singly && victims_are_described(sum->terms[i]);
        told->minimum = told->minimum && claim->minimum;
        told->risen = told->risen && claim->risen;
        told->struck = told->struck && claim->struck && !claim->alive;
        told->classes |= people_classes(sum->terms[i]);
        told->by_name += column_is_by_name(claim);
        told->by_age = told->by_age && (claim->subgroups & SUBGROUP_AGES_AND_SEXES);
    }
}

/* "Ana Bek was shot dead at noon ... a clerk was killed in Vale": that they are two of one event is a reading that no sentence
 * vouches for, unless it tells of "another" or of "a second victim". */
static int64_t most_in_one_sentence(const Sum *sum)
{
    int64_t most = 0;
    for (size_t i = 0; i < sum->term_count; i++) {
        int64_t here = 0;
        for (size_t k = 0; k < sum->term_count; k++) {
            const Figure *x = sum->terms[k];
            if (people_same_sentence(sum->terms[i], x) || people_are_further(x->claim))
                here += x->claim->count.low;
        }
        most = here > most ? here : most;
    }
    return most;
}

/* "Twelve in Goma and nine in Sake": of more than one town. */
static bool is_shared_out(const Sum *sum)
{
    size_t shares = 0;
    for (size_t i = 0; i < sum->term_count; i++)
        shares += sum->terms[i]->claim->shared_out;
    return shares > 1;
}

static int64_t most_of_row(const Told *told, const Sum *sum)
{
    return told->derived && told->singly ? most_in_one_sentence(sum) : 0;
}

static bool is_own_loss(const Figure *x)
{
    return x->claim->possessed && x->claim->victim_class == CLASS_SECURITY && x->claim->party == PARTY_GOVERNMENT &&
           x->voice.state.len > 0 && !x->claim->of_enemy;
}

/* "The clinic had spoken of nine on Monday", on Thursday: until when that was said. */
static int64_t said_until(const Figure *x)
{
    enum { DAY_SECONDS = 86400 };
    bool toll = x->claim->total || (x->claim->status & STATUS_PRELIMINARY);
    if (x->time == INT64_MAX || !toll)
        return x->time;
    Telling told = telling_of_claim(x->extraction, x->claim, x->time);
    return told.known && told.to <= x->time - x->time % DAY_SECONDS ? told.to : x->time;
}

/* Does any of those who tell the number call it put right? */
static bool is_lowered(const Told *told, Pool pool)
{
    for (size_t i = 0; told->total && i < pool.count; i++)
        if (pool.items[i]->claim->lowered && victims_point(pool.items[i]->claim) == told->point)
            return true;
    return false;
}

static void append(Arena *arena, ToldList *out, const Told *told)
{
    if (!out->items) { /* most reports tell one figure a cell */
        out->items = ARENA_NEW(arena, Told);
        out->cap = 1;
    }
    out->items = arena_grow(arena, out->items, out->count, &out->cap, sizeof *out->items);
    out->items[out->count++] = *told;
}

/* What is of one claim alone: a sum has none of it. */
static void set_single(Told *told, const Figure *main)
{
    told->posted = main->posted;
    told->alive = main->claim->alive;
    told->class_word = main->claim->class_word && main->claim->part_of >= 0;
    told->total = main->claim->total;
    told->nth = toll_further_nth(main);
    told->further = toll_is_further(main);
    told->held = told->further && toll_is_held(main);
    told->own = is_own_loss(main);
    told->district = share_district(main);
    told->text = toll_printed_count(main);
}

static void tell(Arena *arena, Pool pool, VictimClass of_class, const Figure *speaker, ToldList *out)
{
    if (pool.count == 0)
        return; /* most cells of most reports */
    Sum sum = victims_sum(arena, pool, of_class);
    if (!sum.any)
        return;
    const Figure *main = sum.main;
    Told told = {.voice = speaker ? speaker->voice : main->voice,
                 .document = main->document,
                 .time = main->time,
                 .time_last = main->time_last,
                 .posted = INT64_MIN,
                 .range = sum.range,
                 .form = sum.form,
                 .point = sum.point};
    told.derived = sum.term_count > 1;
    told.dead = main->claim->outcome == OUTCOME_KILLED;
    if (told.derived)
        told.text = toll_row_text(&sum);
    else
        set_single(&told, main);
    set_terms(&told, &sum);
    told.in_one = most_of_row(&told, &sum);
    bool some = told.alive || told.minimum;
    told.whole = (told.derived || !victims_are_described(main)) && !some;
    told.generic = ((told.derived && of_class == CLASS_UNKNOWN) || people_fill_class(main->claim, of_class)) && !some;
    told.lowered = is_lowered(&told, pool);
    told.said = said_until(main);
    told.listed = main->claim->listed && main->claim->part_of < 0 && !(told.derived && victims_are_described(main));
    told.local = main->local && !is_shared_out(&sum);
    told.may_fall = outcome_may_fall(main->claim->outcome);
    told.window = window_of(&sum, &told.window_stated);
    told.loose = told.window_stated && main->claim->loose;
    put_claims(arena, &told, &sum, pool);
    append(arena, out, &told);
}

/* Takes the items that the test picks out of the pool. */
typedef bool Pick(const Figure *x, Pool pool, const Figure *like);

static Pool take(Arena *arena, Pool *pool, Pick *pick, const Figure *like)
{
    Pool taken = {ARENA_ARRAY(arena, const Figure *, pool->count + 1), 0};
    Pool rest = {ARENA_ARRAY(arena, const Figure *, pool->count + 1), 0};
    for (size_t i = 0; i < pool->count; i++) {
        Pool *to = pick(pool->items[i], *pool, like) ? &taken : &rest;
        to->items[to->count++] = pool->items[i];
    }
    *pool = rest;
    return taken;
}

static bool has_voice(const Figure *x, Pool pool, const Figure *like)
{
    (void)pool;
    return str_equal(x->voice.key, like->voice.key);
}

/* The voice's own, and of blows told one by one those of the report's own word: "the first killed four. The second killed seven, police said". */
static bool is_of_account(const Figure *x, Pool pool, const Figure *like)
{
    bool blows = x->claim->blow > 0 && like->claim->blow > 0 && (x->voice.narrator || like->voice.narrator);
    return blows || has_voice(x, pool, like);
}

/* The same figure and days as another's: to be told together. */
static bool has_window(const Figure *x, Pool pool, const Figure *like)
{
    (void)pool;
    return window_equal(x->claim->window, like->claim->window);
}

/* Beside figures of other days, those of months; "a mother and her two sons in 2007" are of one deed. */
static bool is_too_wide(const Figure *x, Pool pool, const Figure *like)
{
    (void)like;
    bool others = false;
    for (size_t i = 0; i < pool.count && !others; i++)
        others = !window_equal(pool.items[i]->claim->window, x->claim->window);
    return others && toll_states_days(x->claim) && window_days(x->claim->window) > TOLL_WIDEST_DAYS;
}

static void tell_inner(Arena *arena, Pool *pool, VictimClass of_class, ToldList *out)
{
    Pool inner = toll_take_inner(arena, pool);
    while (inner.count > 0)
        tell(arena, take(arena, &inner, has_window, inner.items[0]), of_class, NULL, out);
    size_t before = out->count;
    Pool wide = take(arena, pool, is_too_wide, NULL);
    while (wide.count > 0)
        tell(arena, take(arena, &wide, has_window, wide.items[0]), of_class, NULL, out);
    for (size_t i = before; i < out->count; i++)
        out->items[i].too_wide = pool->count > 0;
}

/* Every voice apart, mention by mention of one window: claims about the enemy are listed, not merged. */
static void tell_enemy(Arena *arena, Pool pool, VictimClass of_class, ToldList *out)
{
    size_t before = out->count;
    while (pool.count > 0) {
        Pool one = take(arena, &pool, has_voice, pool.items[0]);
        tell_inner(arena, &one, of_class, out);
        Pool words = {ARENA_ARRAY(arena, const Figure *, one.count + 1), 0};
        Pool numbers = {ARENA_ARRAY(arena, const Figure *, one.count + 1), 0};
        for (size_t i = 0; i < one.count; i++) {
            Pool *to = victims_are_words(one.items[i]) ? &words : &numbers;
            to->items[to->count++] = one.items[i];
        }
        while (numbers.count > 0)
            tell(arena, take(arena, &numbers, has_window, numbers.items[0]), of_class, NULL, out);
        tell(arena, words, of_class, NULL, out);
    }
    for (size_t i = before; i < out->count; i++) {
        Told *told = &out->items[i];
        told->about_enemy = true;
        told->claimant = voice_claimant(&told->voice, of_class);
    }
}

/* "At least one was taken to a clinic ... three others were hurt, officials said": what another voice adds is told where it
 * is more than all that was told before. */
static void tell_more(Arena *arena, Pool pool, VictimClass of_class, ToldList *out, size_t from)
{
    int64_t most = -1;
    for (size_t i = from; i < out->count; i++)
        most = out->items[i].point > most ? out->items[i].point : most;
    for (size_t i = 0; i < pool.count; i++) {
        const Figure *x = pool.items[i];
        if (victims_sort(x, of_class) != SORT_ADDED || victims_point(x->claim) <= most)
            continue;
        Pool one = {ARENA_ARRAY(arena, const Figure *, 1), 1};
        one.items[0] = x;
        tell(arena, one, of_class, NULL, out);
        most = victims_point(x->claim);
    }
}

/* "Police counted 12 dead ... a thirteenth victim died": one beyond those counted, or their killer. */
static void tell_beyond(Arena *arena, Pool pool, Pool enemy, VictimClass of_class, ToldList *out, size_t from)
{
    const Figure *counted = victims_largest_count(pool, of_class);
    const Figure *killer = counted ? toll_killer(arena, counted, pool) : NULL;
    killer = counted && !killer ? toll_killer(arena, counted, enemy) : killer;
    for (size_t i = 0; counted && i < pool.count + (killer != NULL); i++) {
        const Figure *x = i < pool.count ? pool.items[i] : killer;
        assert(x);
        if (!toll_is_beyond(x, counted, x == killer) || x->voice.party == PARTY_ARMED_GROUP)
            continue;
        Pool both = {ARENA_ARRAY(arena, const Figure *, 2), 2};
        both.items[0] = counted;
        both.items[1] = x;
        tell(arena, both, of_class, x == killer || x->voice.narrator ? counted : x, out);
        for (size_t k = from; k + 1 < out->count; k++) /* those counted are among them */
            if (out->items[k].claims[0] == counted->index)
                out->items[k] = out->items[--out->count];
        return;
    }
}

/* The largest count of a group of the class in the pool; -1 where none is. */
static int64_t largest_group(Pool pool, VictimClass of_class)
{
    int64_t largest = -1;
    for (size_t i = 0; i < pool.count; i++)
        if (victims_sort(pool.items[i], of_class) == SORT_STATED && victims_point(pool.items[i]->claim) > largest)
            largest = victims_point(pool.items[i]->claim);
    return largest;
}

/* Two countries' authorities do not speak with one voice. */
static bool are_of_countries(Pool pool)
{
    Str state = STR("");
    for (size_t i = 0; i < pool.count; i++) {
        Str own = pool.items[i]->voice.state;
        if (own.len > 0 && state.len > 0 && !str_equal(own, state))
            return true;
        state = own.len > 0 ? own : state;
    }
    return false;
}

/* "A witness said one was hit ... five clerks were hit": a group alone is more than any count of all of them. Of countries each has its own. */
static void tell_larger_rest(Arena *arena, Pool pool, VictimClass of_class, ToldList *out, size_t from)
{
    int64_t most = -1;
    for (size_t i = from; i < out->count; i++)
        most = out->items[i].point > most ? out->items[i].point : most;
    for (size_t i = 0; i < pool.count; i++) {
        const Voice *voice = &pool.items[i]->voice;
        if (!voice->narrator && voice->party != PARTY_GOVERNMENT && voice->party != PARTY_MEDICAL &&
            !victims_are_words(pool.items[i]))
            return; /* what others count of a class stands in its cell */
    }
    bool apart = are_of_countries(pool);
    if (most < 0 || (!apart && toll_has_rivals(pool)))
        return;
    while (pool.count > 0) {
        Pool one = apart ? take(arena, &pool, has_voice, pool.items[0]) : pool;
        if (largest_group(one, of_class) > most)
            tell(arena, one, of_class, toll_common_voice(one), out);
        if (!apart)
            return;
    }
}

/* "The army said 29 civilians and eight fighters died; activists say 46 civilians did": of voices that count all, and no others, the
 * army is one, though its count stands in a row. */
static void tell_rows(Arena *arena, Pool *pool, VictimClass of_class, ToldList *out)
{
    for (size_t i = 0; of_class != CLASS_UNKNOWN && i < pool->count; i++) {
        const Figure *x = pool->items[i];
        if (!x->claim->listed || x->voice.narrator || victims_are_words(x) || !people_fill_class(x->claim, of_class))
            continue;
        tell(arena, take(arena, pool, has_voice, x), of_class, NULL, out);
        i = SIZE_MAX; /* from the first of those that are left */
    }
}

static bool is_named(const Figure *x, Pool pool, const Figure *like)
{
    (void)pool;
    (void)like;
    return x->claim->named && victims_are_described(x);
}

/* "Including three children", and five told of one by one, by name: what the report counts as a part is less than those whom it
 * knows. The five stand in its place, each counted once. */
static void tell_named(Arena *arena, Pool pool, ToldList *out, size_t from)
{
    Pool named = take(arena, &pool, is_named, NULL);
    int64_t people = victims_sum(arena, named, CLASS_UNKNOWN).point;
    size_t kept = from;
    for (size_t i = from; i < out->count; i++)
        if (out->items[i].point >= people)
            return;
    for (size_t i = from; i < out->count; i++)
        if (!out->items[i].voice.narrator || out->items[i].point < 0)
            out->items[kept++] = out->items[i];
    out->count = kept;
    tell(arena, named, CLASS_UNKNOWN, toll_common_voice(named), out);
}

static bool is_of_region(const Figure *x, Pool pool, const Figure *like)
{
    (void)pool;
    const Place *place = share_region(x);
    return place && place_same(place, share_region(like));
}

/* Counts of regions apart are told each for itself. */
static void tell_regions(Arena *arena, Pool *account, VictimClass of_class, ToldList *out)
{
    if (of_class != CLASS_UNKNOWN || !share_are_apart(account->items, account->count))
        return;
    for (size_t i = 0; i < account->count; i++) {
        const Figure *part = account->items[i];
        if (!share_region(part))
            continue;
        size_t before = out->count;
        tell(arena, take(arena, account, is_of_region, part), of_class, NULL, out);
        if (out->count > before)
            out->items[before].district = share_region(part);
        i = SIZE_MAX; /* from the first of those that are left */
    }
}

static void tell_voices(Arena *arena, Pool pool, Pool enemy, CellKind cell, ToldList *out)
{
    VictimClass of_class = cell_class(cell);
    const Pool all = pool;
    const Figure *generic = toll_first_count(pool, of_class);
    if (!generic && cell == CELL_ALL && toll_has_rivals(pool))
        return;
    size_t before = out->count;
    if (!generic) {
        toll_keep_words(arena, &pool, of_class);
        while (toll_has_rivals(pool))
            tell(arena, take(arena, &pool, has_voice, pool.items[0]), of_class, NULL, out);
        tell(arena, pool, of_class, toll_common_voice(pool), out);
        toll_drop_partial(out, before);
        return;
    }
    while (generic) {
        Pool account = take(arena, &pool, is_of_account, generic);
        tell_regions(arena, &account, of_class, out);
        tell(arena, account, of_class, generic->claim->blow > 0 ? toll_common_voice(account) : NULL, out);
        generic = toll_first_count(pool, of_class);
    }
    tell_rows(arena, &pool, of_class, out);
    tell_more(arena, pool, of_class, out, before);
    tell_beyond(arena, all, cell == CELL_ALL ? enemy : (Pool){NULL, 0}, of_class, out, before);
    if (cell == CELL_ALL)
        tell_larger_rest(arena, pool, of_class, out, before);
    toll_drop_partial(out, before);
    if (cell_is_subgroup(cell))
        tell_named(arena, all, out, before);
}

/* "Nine died ... Ana Bek ... Mira Sol": the report itself counts as many in one event. */
static bool is_within_count(const Told *told, const Figure *figures, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!victims_are_described(&figures[i]) && victims_point(figures[i].claim) >= told->point)
            return true;
    return false;
}

void toll_find(Arena *arena, const Figure *figures, size_t count, CellKind cell, bool excludes_enemy, ToldList *out)
{
    Column column = column_of(arena, figures, count, cell, excludes_enemy);
    VictimClass of_class = cell_class(cell);
    size_t before = out->count;
    if (cell != CELL_ALL)
        tell_enemy(arena, column.enemy, of_class, out);
    tell_inner(arena, &column.pool, of_class, out);
    tell_voices(arena, column.pool, column.enemy, cell, out);
    for (size_t i = before; i < out->count; i++)
        if (out->items[i].in_one > 0 && is_within_count(&out->items[i], figures, count))
            out->items[i].in_one = 0;
}

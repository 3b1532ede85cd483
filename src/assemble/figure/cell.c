#include "assemble/figure/cell.h"

#include "assemble/figure/best.h"
#include "assemble/figure/bias.h"
#include "assemble/figure/cell_sum.h"
#include "assemble/figure/toll_district.h"
#include "assemble/figure/toll_own.h"
#include "base/hash.h"

/* What was met before: each slot a number but 0, or free. */
typedef struct {
    uint64_t *slots;
    size_t mask;
} Seen;

static Seen seen_room(size_t count, Arena *arena)
{
    size_t slots = 8;
    while (slots < 2 * count)
        slots *= 2;
    return (Seen){ARENA_ARRAY(arena, uint64_t, slots), slots - 1};
}

/* False when the number was met before. */
static bool is_first(Seen *seen, uint64_t number)
{
    size_t at = (number * 0x9E3779B97F4A7C15ULL >> 32) & seen->mask;
    while (seen->slots[at] != 0 && seen->slots[at] != number)
        at = (at + 1) & seen->mask;
    bool first = seen->slots[at] == 0;
    seen->slots[at] = number;
    return first;
}

static unsigned count_origins(const Current *current, Arena *arena)
{
    Seen seen = seen_room(current->count, arena);
    unsigned origins = 0;
    for (size_t i = 0; i < current->count; i++)
        origins += is_first(&seen, hash_of(current->items[i]->voice.key) | 1);
    return origins;
}

static void put_point(Buf *out, const Told *told)
{
    if (told->text.len > 0)
        buf_put(out, told->text);
    else
        buf_int(out, told->point);
    if (told->voice.label.len > 0) {
        buf_put(out, STR(" ("));
        buf_put(out, told->voice.label);
        buf_put(out, STR(")"));
    }
    if (told->by_name > 0) {
        buf_put(out, STR(", "));
        buf_int(out, told->by_name);
        buf_put(out, STR(" by given name"));
    }
}

/* By figure of the list: does it stand among them? */
static bool *marks_of(const Current *current, const ToldList *list, Arena *arena)
{
    bool *marks = ARENA_ARRAY(arena, bool, list->count + 1);
    for (size_t i = 0; i < current->count; i++)
        marks[current->items[i] - list->items] = true;
    return marks;
}

static void put_listed(Buf *out, const Told *told, bool *begun, Str label)
{
    buf_put(out, *begun ? STR(", ") : label);
    put_point(out, told);
    *begun = true;
}

static bool is_taken_for_other(const Told *told)
{
    return told->far_off && !told->superseded && !told->other_days;
}

/* Far less than several told, or some of the victims by its own words ("four bodies were found") beside a larger figure. */
static bool is_taken_for_part(const Told *told, bool current)
{
    bool part = told->of_part ? told->whole : told->minimum && told->point >= 0 && !current;
    return part && !told->far_off && !told->superseded && !told->about_enemy && !told->other_days;
}

/* What a report knows of that gives low, as no current figure does: "a man died". */
static bool gives_low(const Current *current, const Told *told, int64_t low)
{
    for (size_t i = 0; i < current->count; i++)
        if (current->items[i]->range.low <= low)
            return false;
    return told->point == low && !told->superseded && !told->about_enemy && !told->other_days && !told->minimum;
}

/* "; taken back: 27 (Example Times); far above what several tell: 900 (Example Post)". */
static void put_set_aside(Buf *out, const ToldList *list)
{
    bool back = false;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].taken_back)
            put_listed(out, &list->items[i], &back, STR("; taken back: "));
    bool other = false;
    for (size_t i = 0; i < list->count; i++)
        if (is_taken_for_other(&list->items[i]))
            put_listed(out, &list->items[i], &other, STR("; far above what several tell: "));
}

/* "median of 9 (police), 10 (hospital); overtaken: at least 4 (rescue workers); low: a man (Example Times); taken for a part: 2 (Example
 * Post)"; low below 0: there is none to explain. */
static Str working_of(const Current *voices, const Current *current, const ToldList *list, StepKind step, int64_t low,
                      Arena *arena)
{
    bool always = step == STEP_POSTERIOR;
    static const char *const STEPS[STEP_COUNT_] = {
        [STEP_MEDIAN] = "median of ",         [STEP_LOWEST] = "lowest of ",     [STEP_HIGHEST] = "highest of ",
        [STEP_LATEST] = "latest of ",         [STEP_MAJORITY] = "majority of ", [STEP_RELIABLE] = "most reliable of ",
        [STEP_POSTERIOR] = "posterior given "};
    Buf text = {0};
    if (voices->count > 1 || always)
        buf_put(&text, str_from(STEPS[step]));
    for (size_t i = 0; i < voices->count; i++) {
        if (i > 0)
            buf_put(&text, STR(", "));
        put_point(&text, voices->items[i]);
    }
    const bool *is_voice = marks_of(voices, list, arena);
    bool passed = false;
    for (size_t i = 0; i < current->count; i++)
        if (!is_voice[current->items[i] - list->items])
            put_listed(&text, current->items[i], &passed, STR("; overtaken: "));
    const bool *is_current = marks_of(current, list, arena);
    bool fewer = false;
    for (size_t i = 0; low >= 0 && i < list->count; i++)
        if (gives_low(current, &list->items[i], low))
            put_listed(&text, &list->items[i], &fewer, STR("; low: "));
    bool part = false;
    for (size_t i = 0; i < list->count; i++)
        if (is_taken_for_part(&list->items[i], is_current[i]))
            put_listed(&text, &list->items[i], &part, STR("; taken for a part: "));
    put_set_aside(&text, list);
    Str s = arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return s;
}

/* Claims, each once, in the order in which they are met. */
typedef struct {
    uint32_t *items;
    size_t count;
    Seen seen;
} Indices;

static Indices indices_room(size_t count, Arena *arena)
{
    return (Indices){ARENA_ARRAY(arena, uint32_t, count + 1), 0, seen_room(count, arena)};
}

static void put_claims(Indices *out, const Told *told)
{
    for (size_t i = 0; i < told->claim_count; i++)
        if (is_first(&out->seen, (uint64_t)told->claims[i] + 1))
            out->items[out->count++] = told->claims[i];
}

static size_t claims_in(const Current *current)
{
    size_t n = 0;
    for (size_t i = 0; i < current->count; i++)
        n += current->items[i]->claim_count;
    return n;
}

static size_t superseded_in(const ToldList *list)
{
    size_t n = 0;
    for (size_t i = 0; i < list->count; i++)
        n += list->items[i].superseded ? list->items[i].claim_count : 0;
    return n;
}

static void put_support(Estimate *cell, const Current *current, const ToldList *list, Arena *arena)
{
    Indices claims = indices_room(claims_in(current) + superseded_in(list), arena);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < current->count; i++)
            if ((current->items[i]->point == cell->best) == (pass == 0))
                put_claims(&claims, current->items[i]);
    cell->claim_count = claims.count;
    for (size_t i = 0; i < list->count; i++) /* but not the nine of "nine + 2" */
        if (list->items[i].superseded)
            put_claims(&claims, &list->items[i]);
    cell->claims = claims.items;
    cell->superseded = claims.items + cell->claim_count;
    cell->superseded_count = claims.count - cell->claim_count;
}

/* The widest stated window, else the days that the best figure inherits. */
static Window window_of(const Current *current, int64_t best)
{
    Window widest = WINDOW_NONE;
    for (size_t i = 0; i < current->count; i++)
        if (current->items[i]->window_stated && window_days(current->items[i]->window) > window_days(widest))
            widest = current->items[i]->window;
    for (size_t i = 0; i < current->count && !window_is_known(widest); i++)
        if (current->items[i]->point == best)
            widest = current->items[i]->window;
    return widest;
}

static void put_high(Estimate *cell, Interval range)
{
    cell->high_open = range.high == INTERVAL_OPEN;
    cell->has_high = !cell->high_open;
    cell->high = cell->has_high ? range.high : 0;
}

static void put_best(Estimate *cell, const Profile *profile, const Current *current, const ToldList *list, Arena *arena)
{
    Current voices = best_voices(profile, current, list, arena);
    BestChoice choice = best_choose(profile, &voices, arena);
    cell->has_best = cell->has_low = true;
    cell->best = choice.told->point;
    cell->low = best_low(profile, current, list, cell->best);
    Interval high;
    if (best_high(profile, current, list, cell->best, &high))
        put_high(cell, high);
    cell->derived = choice.told->derived;
    cell->rule = choice.rule;
    if (current->count == 1 && choice.told->derived)
        cell->rule = profile->by_setting[SETTING_TOTAL];
    cell->origins = count_origins(current, arena);
    cell->window = window_of(current, cell->best);
    cell->working = working_of(&voices, current, list, choice.step, cell->low, arena);
    cell_note_in_one(cell, current, arena);
    put_support(cell, current, list, arena);
}

/* Parts alone are told: "parts alone: 7 (Bajaur), 12 (Swat)". */
static void leave_blank(Estimate *cell, const Current *parts, Arena *arena)
{
    Buf working = {0};
    buf_put(&working, STR("parts alone: "));
    for (size_t i = 0; i < parts->count; i++) {
        const Told *part = parts->items[i];
        buf_put(&working, i > 0 ? STR(", ") : STR(""));
        buf_int(&working, part->point);
        buf_put(&working, part->district ? STR(" (") : STR(""));
        buf_put(&working, part->district ? part->district->name : STR(""));
        buf_put(&working, part->district ? STR(")") : STR(""));
    }
    cell->working = arena_copy(arena, buf_str(&working));
    buf_free(&working);
    cell->has_best = cell->has_low = cell->has_high = cell->high_open = cell->derived = false;
    cell->best = cell->low = cell->high = 0;
}

/* ---- a model of reporting bias ---- */

static bool is_side(Party party)
{
    return party == PARTY_GOVERNMENT || party == PARTY_ARMED_GROUP;
}

static BiasClaim bias_claim(const Told *x)
{
    Party party = x->about_enemy ? x->claimant : x->voice.party;
    bool own = (party == PARTY_GOVERNMENT && x->classes == 1U << CLASS_SECURITY) ||
               (party == PARTY_ARMED_GROUP && x->classes == 1U << CLASS_MILITANT);
    return (BiasClaim){x->range,
                       x->about_enemy ? BIAS_ENEMY
                       : own          ? BIAS_OWN
                                      : BIAS_OTHER,
                       is_side(party) ? party : PARTY_NONE};
}

/* A party's last word on its enemy: of a toll that rises its earlier ones are no evidence beside it. */
static bool is_last_word(const ToldList *list, const Told *x)
{
    enum { DAY_SECONDS = 86400 };
    for (size_t i = 0; i < list->count; i++) {
        const Told *y = &list->items[i];
        if (y->about_enemy && y->claimant == x->claimant && str_equal(y->voice.state, x->voice.state) &&
            y->point >= 0 && y->time != INT64_MAX && (x->time == INT64_MAX || y->time > x->time + DAY_SECONDS))
            return false;
    }
    return true;
}

/* What the model looks at: the current figures, and what a party says of its enemy today. */
static Current modelled(const Current *current, const ToldList *list, Arena *arena)
{
    Current all = {ARENA_ARRAY(arena, const Told *, current->count + list->count + 1), 0};
    for (size_t i = 0; i < current->count; i++)
        all.items[all.count++] = current->items[i];
    for (size_t i = 0; i < list->count; i++) {
        const Told *x = &list->items[i];
        if (x->about_enemy && !x->superseded && x->point >= 0 && !x->other_days && is_last_word(list, x))
            all.items[all.count++] = x;
    }
    return all;
}

static bool put_posterior(Estimate *cell, const Profile *profile, const Current *current, const ToldList *list,
                          Arena *arena)
{
    Current all = modelled(current, list, arena);
    BiasClaim *claims = ARENA_ARRAY(arena, BiasClaim, all.count + 1);
    BiasPosterior posterior;
    for (size_t i = 0; i < all.count; i++)
        claims[i] = bias_claim(all.items[i]);
    if (!bias_posterior(&profile->bias, claims, all.count, arena, &posterior))
        return false;
    cell->has_low = cell->has_best = cell->has_high = true;
    cell->low = posterior.low;
    cell->best = posterior.median;
    cell->high = posterior.high;
    cell->derived = true;
    cell->rule = profile->best[0].rule;
    cell->origins = count_origins(&all, arena);
    cell->window = window_of(&all, all.items[0]->point);
    cell->working = working_of(&all, &all, list, STEP_POSTERIOR, -1, arena);
    put_support(cell, &all, list, arena);
    return true;
}

static void put_words(Estimate *cell, const Profile *profile, const ToldList *list)
{
    const Told *word = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const Told *told = &list->items[i];
        if (told->about_enemy || told->superseded || told->point >= 0)
            continue;
        if (!word || told->range.low > word->range.low)
            word = told;
    }
    if (!word)
        return;
    cell->words_only = cell->has_low = true;
    cell->low = word->range.low;
    put_high(cell, word->range);
    cell->rule = profile->by_setting[SETTING_WORD];
    cell->working = word->text;
    cell->window = word->window;
    cell->origins = 1;
    cell->claims = word->claims;
    cell->claim_count = word->claim_count;
}

/* ---- what is claimed beside ---- */

static bool is_claimed_apart(const Told *told)
{
    return !told->superseded && (told->about_enemy || told->other_days);
}

static bool same_claimed(const ClaimedFigure *c, const Told *told, Party party)
{
    return c->party == party && str_equal(c->state, told->voice.state) && c->words == (told->point < 0) &&
           interval_equal(c->count, told->range) && window_equal(c->window, told->window);
}

/* Figures claimed, each once; at: by slot, its number and 1, 0: free. */
typedef struct {
    ClaimedFigure *items;
    size_t count;
    uint32_t *at;
    size_t mask;
} ClaimedList;

static size_t find_claimed(ClaimedList *list, const Told *told)
{
    Party party = told->about_enemy ? told->claimant : told->voice.party;
    uint64_t mixed = ((uint64_t)told->range.low * 31 + (uint64_t)told->window.first) * 31 + (uint64_t)party;
    size_t slot = (mixed * 0x9E3779B97F4A7C15ULL >> 32) & list->mask;
    while (list->at[slot] != 0 && !same_claimed(&list->items[list->at[slot] - 1], told, party))
        slot = (slot + 1) & list->mask;
    if (list->at[slot] == 0) {
        list->items[list->count++] =
            (ClaimedFigure){party, told->voice.state, told->range, told->point < 0, told->text, told->window, NULL, 0};
        list->at[slot] = (uint32_t)list->count;
    }
    return list->at[slot] - 1;
}

/* The claims of each figure, each once: counted, then put. */
static void put_claimed_claims(ClaimedList *list, const ToldList *told, const size_t *of, size_t most, Arena *arena)
{
    size_t *room = ARENA_ARRAY(arena, size_t, list->count + 1);
    uint32_t **claims = ARENA_ARRAY(arena, uint32_t *, list->count + 1);
    Seen seen = seen_room(most, arena);
    for (size_t i = 0; i < told->count; i++)
        if (is_claimed_apart(&told->items[i]))
            room[of[i]] += told->items[i].claim_count;
    for (size_t i = 0; i < list->count; i++)
        list->items[i].claims = claims[i] = ARENA_ARRAY(arena, uint32_t, room[i] + 1);
    for (size_t i = 0; i < told->count; i++) {
        const Told *x = &told->items[i];
        for (size_t k = 0; is_claimed_apart(x) && k < x->claim_count; k++)
            if (is_first(&seen, (uint64_t)(of[i] + 1) << 32 | x->claims[k]))
                claims[of[i]][list->items[of[i]].claim_count++] = x->claims[k];
    }
}

static void put_claimed(Estimate *cell, const ToldList *told, Arena *arena)
{
    size_t apart = 0;
    size_t claims = 0;
    for (size_t i = 0; i < told->count; i++) {
        apart += is_claimed_apart(&told->items[i]);
        claims += is_claimed_apart(&told->items[i]) ? told->items[i].claim_count : 0;
    }
    if (apart == 0)
        return;
    size_t slots = 8;
    while (slots < 2 * apart)
        slots *= 2;
    ClaimedList list = {ARENA_ARRAY(arena, ClaimedFigure, apart), 0, ARENA_ARRAY(arena, uint32_t, slots), slots - 1};
    size_t *of = ARENA_ARRAY(arena, size_t, told->count + 1);
    for (size_t i = 0; i < told->count; i++)
        of[i] = is_claimed_apart(&told->items[i]) ? find_claimed(&list, &told->items[i]) : 0;
    put_claimed_claims(&list, told, of, claims, arena);
    cell->claimed = list.items;
    cell->claimed_count = list.count;
}

/* Nothing is current, but a word on the enemy may still raise high. */
static void put_enemy(Estimate *cell, const Profile *profile, const Current *current, const ToldList *told)
{
    Interval high;
    cell->rule = profile->by_setting[SETTING_ENEMY];
    if (profile->enemy == ENEMY_HIGH && best_high(profile, current, told, 0, &high))
        put_high(cell, high);
}

static const WordValue *word_value(const Profile *profile, Interval range)
{
    for (size_t i = 0; i < profile->word_count; i++)
        if (profile->words[i].range.low < 0 || interval_equal(profile->words[i].range, range))
            return &profile->words[i];
    return NULL;
}

static bool has_number(const ToldList *told)
{
    for (size_t i = 0; i < told->count; i++)
        if (told->items[i].point >= 0 && !told->items[i].too_wide)
            return true;
    return false;
}

/* Where nobody gives a number, counts without one become what the profile counts them as. */
static void count_words(const Profile *profile, ToldList *told, bool in_war)
{
    bool numbered = has_number(told);
    for (size_t i = 0; !numbered && i < told->count; i++) {
        Told *x = &told->items[i];
        const WordValue *word = x->point < 0 ? word_value(profile, x->range) : NULL;
        if (!word || word->apart)
            continue;
        x->word_rule = word->rule;
        x->point = word->floor ? x->range.low : in_war ? word->n_in_war : word->n;
        if (!word->floor)
            x->range = (Interval){x->point, x->point};
    }
}

Estimate cell_estimate(const Profile *profile, ToldList *told, bool in_war, Arena *arena)
{
    Estimate cell = {.present = told->count > 0, .window = WINDOW_NONE, .working = STR_NONE, .rule = STR_NONE};
    count_words(profile, told, in_war);
    Current current = current_of(profile, told, arena);
    bool by_model = profile->best[0].kind == STEP_POSTERIOR;
    bool split = profile->lapses && !by_model && district_split(current.items, &current.count);
    bool added = profile->lapses && !by_model && !split && own_losses_add(current.items, &current.count);
    bool counted = by_model ? put_posterior(&cell, profile, &current, told, arena) : current.count > 0;
    if (counted && !by_model)
        put_best(&cell, profile, &current, told, arena);
    if (added)
        own_losses_put(&cell, current.items, current.count, arena);
    if (split)
        leave_blank(&cell, &current, arena);
    if (!counted)
        put_words(&cell, profile, told);
    put_claimed(&cell, told, arena);
    if (cell.present && !cell.has_low && !split)
        put_enemy(&cell, profile, &current, told);
    return cell;
}

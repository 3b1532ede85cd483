#include "assemble/figure/reconcile.h"

#include "assemble/figure/cell.h"
#include "assemble/figure/cell_sum.h"
#include "assemble/figure/disputed.h"
#include "assemble/figure/further.h"
#include "assemble/figure/keep.h"
#include "assemble/figure/outgrown.h"
#include "assemble/figure/rounded.h"
#include "assemble/figure/spread.h"
#include "assemble/figure/toll_column.h"
#include "assemble/figure/toll_entries.h"

static const CellKind CLASS_CELLS[] = {CELL_CIVILIAN, CELL_SECURITY, CELL_MILITANT};

/* What the reports so far tell of one outcome, cell by cell. */
typedef struct {
    ToldList told[CELL_COUNT_];  /* as the reports have it: no marks of what is current */
    ToldList apart[CELL_COUNT_]; /* the same, area by area; empty where the event is of one country */
    bool any;
    bool stale; /* reports came since its row was made */
} OutcomeTally;

struct Tally {
    const Profile *profile;
    Arena *arena;
    Arena *scratch; /* given back after each estimate; the arena itself where only one is made */
    bool in_war;
    bool accused; /* more reports tell of what the state's forces did than of what others did */
    bool unsided; /* most reports tell of a storm, a crash or another disaster, not of an attack */
    Spread spread;
    OutcomeTally outcomes[OUTCOME_COUNT_];
    Estimates estimates; /* of what is not stale */
};

/* The list for one estimate, which marks what is current in it. */
static ToldList own_list(const Tally *t, const ToldList *list)
{
    ToldList own = {ARENA_ARRAY(t->scratch, Told, list->count + 1), list->count, list->count + 1};
    if (list->count > 0)
        memcpy(own.items, list->items, list->count * sizeof *own.items);
    return own;
}

static unsigned class_bit(CellKind cell)
{
    return 1U << cell_class(cell);
}

/* Classes whose cell has a best. */
static unsigned known_classes(const Estimate *row)
{
    unsigned known = 0;
    for (size_t i = 0; i < sizeof CLASS_CELLS / sizeof CLASS_CELLS[0]; i++)
        if (row[CLASS_CELLS[i]].has_best)
            known |= class_bit(CLASS_CELLS[i]);
    return known;
}

static unsigned blank_classes(const Estimate *row)
{
    unsigned blank = 0;
    for (size_t i = 0; i < sizeof CLASS_CELLS / sizeof CLASS_CELLS[0]; i++)
        if (row[CLASS_CELLS[i]].present && !row[CLASS_CELLS[i]].has_best)
            blank |= class_bit(CLASS_CELLS[i]);
    return blank;
}

/* A report that tells of one class only gives no total, where the pile knows of others. */
static ToldList complete_totals(Arena *arena, const ToldList *told, unsigned known)
{
    ToldList out = {ARENA_ARRAY(arena, Told, told->count + 1), 0, told->count + 1};
    unsigned unsaid = 1U << CLASS_UNKNOWN | 1U << CLASS_MIXED;
    for (size_t i = 0; i < told->count; i++) {
        const Told *x = &told->items[i];
        if ((x->classes & unsaid) || (known & ~x->classes) == 0)
            out.items[out.count++] = *x;
    }
    return out;
}

static Estimate sum_of_classes(const Estimate *row, const Profile *profile, Arena *arena)
{
    Estimate total = {.window = WINDOW_NONE, .working = STR_NONE, .rule = STR_NONE};
    for (size_t i = 0; i < sizeof CLASS_CELLS / sizeof CLASS_CELLS[0]; i++)
        if (row[CLASS_CELLS[i]].has_best)
            cell_add(&total, &row[CLASS_CELLS[i]], STR(""), profile->by_setting[SETTING_TOTAL], arena);
    return total;
}

/* A stated total that civilians and security forces already make up holds no fighters: theirs are added. */
static void add_fighters(Estimate *total, const Estimate *row, const Profile *profile, Arena *arena)
{
    const Estimate *civilian = &row[CELL_CIVILIAN];
    const Estimate *security = &row[CELL_SECURITY];
    const Estimate *militant = &row[CELL_MILITANT];
    if (!total->has_best || total->derived || !militant->has_best || !(civilian->has_best || security->has_best))
        return;
    if (civilian->best + security->best == total->best)
        cell_add(total, militant, STR(""), profile->by_setting[SETTING_TOTAL], arena);
}

/* No report states a total: each only adds up classes that are known. */
static bool is_only_derived(const ToldList *told)
{
    unsigned unsaid = 1U << CLASS_UNKNOWN | 1U << CLASS_MIXED;
    for (size_t i = 0; i < told->count; i++) {
        if (!told->items[i].derived || (told->items[i].classes & unsaid))
            return false;
    }
    return told->count > 0;
}

static Interval high_of(const Estimate *cell)
{
    return (Interval){0, cell->high_open ? INTERVAL_OPEN : cell->has_high ? cell->high : 0};
}

/* The high of a total is never less than those of its classes together, where a party's word on its enemy raises them. */
static void raise_total(Estimate *total, const Estimate *row)
{
    Interval sum = {0, 0};
    for (size_t i = 0; i < sizeof CLASS_CELLS / sizeof CLASS_CELLS[0]; i++)
        sum = interval_add(sum, high_of(&row[CLASS_CELLS[i]]));
    if (sum.high <= high_of(total).high)
        return;
    total->high_open = sum.high == INTERVAL_OPEN;
    total->has_high = !total->high_open;
    total->high = total->has_high ? sum.high : 0;
}

/* Is any figure stated of the incident's own place, rather than of another? */
static bool is_told_here(const ToldList *told)
{
    for (size_t i = 0; i < told->count; i++) {
        const Told *x = &told->items[i];
        if (!x->local && x->whole && !x->derived && x->point >= 0)
            return true;
    }
    return false;
}

/* Every total is told of another place, some class of the incident's own. */
static bool is_total_of_elsewhere(const OutcomeTally *outcome, const ToldList *totals)
{
    bool here = false;
    for (size_t i = 0; i < sizeof CLASS_CELLS / sizeof CLASS_CELLS[0]; i++)
        here = here || is_told_here(&outcome->told[CLASS_CELLS[i]]);
    return here && !is_told_here(totals);
}

/* "Dozens were hurt", and some told of one by one: the word is of more than the classes hold. */
static bool word_stands(const OutcomeTally *outcome, const Estimate *stated, const Estimate *sum)
{
    enum { SEVERAL = 3 }; /* a plural may be of those told of apart */
    if (!stated->words_only || stated->low < SEVERAL || !sum->has_best || sum->best >= stated->low)
        return false;
    for (size_t c = 0; c < sizeof CLASS_CELLS / sizeof CLASS_CELLS[0]; c++) {
        const ToldList *list = &outcome->told[CLASS_CELLS[c]];
        for (size_t i = 0; i < list->count; i++)
            if (list->items[i].point >= 0 && !list->items[i].singly)
                return false;
    }
    return true;
}

/* Does the sum of the classes stand for the stated total? */
static bool sum_stands(const Profile *profile, const ToldList *told, bool outgrown, const Estimate *stated,
                       const Estimate *sum)
{
    if (!stated->has_best)
        return true;
    bool larger = (profile->total == TOTAL_LARGER || outgrown) && sum->best > stated->best;
    return sum->has_best && (is_only_derived(told) || larger);
}

/* The largest figure that the report tells in the list; 0 where it tells none. */
static int64_t told_in(const ToldList *list, uint32_t document)
{
    int64_t most = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].document == document && list->items[i].point > most)
            most = list->items[i].point;
    return most;
}

/* Are all figures that the report tells in the list numbers of their own, none "at least" or "some"? */
static bool are_exact_in(const ToldList *list, uint32_t document)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].document == document && list->items[i].range.low != list->items[i].range.high)
            return false;
    return true;
}

/* "A boy was shot", and in a later report "the boy died"; "two dead, three hurt", and later "three dead, two hurt": a report
 * that tells of as many people, more of them dead, tells of the same, some of whom died since. Of few reports: a large event
 * has more of both. By numbers alone: "at least 12" and "more than two dozen" may come to any sum. A report that only tells of
 * who was shot may be written after one that tells of their death and of nobody hurt. */
static void mark_died(const Tally *t, ToldList *hurt)
{
    enum { MOST_REPORTS = 64, FEW = 2 /* that may all have died */ };
    const ToldList *dead = &t->outcomes[OUTCOME_KILLED].told[CELL_ALL];
    const ToldList *all_hurt = &t->outcomes[OUTCOME_INJURED].told[CELL_ALL];
    if (!t->profile->lapses || dead->count > MOST_REPORTS || all_hurt->count > MOST_REPORTS)
        return;
    for (size_t i = 0; i < hurt->count; i++) {
        Told *x = &hurt->items[i];
        int64_t died = told_in(dead, x->document);
        int64_t people = died + told_in(all_hurt, x->document);
        for (size_t k = 0; k < dead->count && people > died; k++) {
            const Told *y = &dead->items[k];
            int64_t alive = told_in(all_hurt, y->document);
            bool only_shot = x->struck && died == 0 && alive == 0;
            bool few = alive > 0 || people - died <= FEW || (only_shot && y->time < x->time);
            bool after = y->time >= x->time || only_shot;
            bool of_same = few && after && y->attackers == x->attackers && y->document != x->document &&
                           y->time != INT64_MAX && y->range.low == y->range.high && are_exact_in(all_hurt, y->document);
            x->died = x->died || (of_same && !y->too_wide && y->point > died && y->point + alive == people);
        }
    }
}

/* Over all countries where they were told apart. */
static Estimate estimate_of(const Tally *t, ToldList *told, const ToldList *apart)
{
    if (!t->spread.wide) /* "two others died" may be other than those of another country */
        further_count(t->profile, told, t->in_war, t->scratch);
    Estimate plain = cell_estimate(t->profile, told, t->in_war, t->scratch);
    return t->spread.wide ? spread_estimate(&t->spread, apart, &plain, t->in_war, t->scratch) : plain;
}

static Estimate total_of(const Tally *t, const OutcomeTally *outcome, const Estimate *row)
{
    const Profile *profile = t->profile;
    Arena *arena = t->scratch;
    unsigned known = known_classes(row);
    ToldList complete = complete_totals(arena, &outcome->told[CELL_ALL], known);
    if (outcome == &t->outcomes[OUTCOME_INJURED])
        mark_died(t, &complete);
    outgrown_by_words(&complete);
    ToldList apart = complete_totals(arena, &outcome->apart[CELL_ALL], known);
    Estimate total = estimate_of(t, &complete, &apart);
    Estimate sum = sum_of_classes(row, profile, arena);
    bool outgrown = is_total_of_elsewhere(outcome, &complete) ||
                    (total.has_best && outgrown_by_class(profile, outcome->told, &complete, total.best, row));
    if (known != 0 && !word_stands(outcome, &total, &sum) && sum_stands(profile, &complete, outgrown, &total, &sum)) {
        sum.claimed = total.claimed;
        sum.claimed_count = total.claimed_count;
        total = sum;
    }
    cell_note_classes(&total, &sum, arena);
    add_fighters(&total, row, profile, arena);
    total.without = blank_classes(row);
    if (!total.present && total.without != 0)
        total.rule = profile->by_setting[SETTING_ENEMY];
    total.present = total.present || total.without != 0;
    if (profile->enemy == ENEMY_HIGH)
        raise_total(&total, row);
    return total;
}

/* ---- victims of no told class ---- */

static int64_t at_least_nothing(int64_t n)
{
    return n > 0 ? n : 0;
}

/* Whoever a stated total holds beside security forces and fighters is taken for a civilian. */
static void presume_civilians(const Profile *profile, Estimate *row)
{
    const Estimate *all = &row[CELL_ALL];
    Estimate *civilian = &row[CELL_CIVILIAN];
    int64_t armed = (row[CELL_SECURITY].has_best ? row[CELL_SECURITY].best : 0) +
                    (row[CELL_MILITANT].has_best ? row[CELL_MILITANT].best : 0);
    int64_t own = civilian->has_best ? civilian->best : 0;
    if (!all->has_best || all->best - armed <= own)
        return;
    Interval high = {0, all->high_open ? INTERVAL_OPEN : at_least_nothing(all->high - armed)};
    Estimate presumed = *all;
    presumed.best = all->best - armed;
    presumed.low =
        civilian->has_low && civilian->low > all->low - armed ? civilian->low : at_least_nothing(all->low - armed);
    presumed.high_open = high.high == INTERVAL_OPEN || civilian->high_open;
    presumed.has_high = !presumed.high_open;
    presumed.high = presumed.high_open ? 0 : high.high > high_of(civilian).high ? high.high : high_of(civilian).high;
    presumed.derived = armed > 0;
    presumed.without = 0;
    presumed.rule = profile->by_setting[SETTING_PRESUME];
    *civilian = presumed;
}

/* All that is told of the class are single victims or sub-groups of it. Two policemen are all the security forces that a
 * report names; three children are not all its civilians, but of "nine dead, three of them civilians" three are. */
static bool tells_only_parts(const ToldList *told, CellKind cell)
{
    for (size_t i = 0; i < told->count; i++) {
        const Told *x = &told->items[i];
        bool of_class = x->generic || x->class_word || (x->listed && !x->by_age) || (cell != CELL_CIVILIAN && x->whole);
        if (of_class && x->point >= 0)
            return false;
    }
    return told->count > 0;
}

/* Two guards of one town are not those of the region: every figure of the class is of one town, while more are told of as
 * dead in more than that. */
static bool is_only_local(const ToldList *of_class, const ToldList *of_all)
{
    int64_t here = -1;
    int64_t more = -1;
    for (size_t i = 0; i < of_all->count; i++) {
        int64_t *most = of_all->items[i].local ? &here : &more;
        *most = of_all->items[i].point > *most ? of_all->items[i].point : *most;
    }
    for (size_t i = 0; i < of_class->count; i++)
        if (!of_class->items[i].local)
            return false;
    return of_class->count > 0 && more > here;
}

/* "28 people were killed … a young mother": one civilian is known, how many there were is not. A class of which only
 * parts are told gets no figure of its own while the total holds people of no told class. */
static void blank_partial(Estimate *row, const bool *partial)
{
    int64_t told = 0;
    for (size_t i = 0; i < sizeof CLASS_CELLS / sizeof CLASS_CELLS[0]; i++)
        told += row[CLASS_CELLS[i]].has_best ? row[CLASS_CELLS[i]].best : 0;
    for (size_t i = 0; i < sizeof CLASS_CELLS / sizeof CLASS_CELLS[0]; i++) {
        Estimate *cell = &row[CLASS_CELLS[i]];
        if (partial[CLASS_CELLS[i]] && cell->has_best && row[CELL_ALL].has_best && row[CELL_ALL].best > told)
            *cell = (Estimate){.window = WINDOW_NONE};
    }
}

/* "PK AF" holds "PK". */
static bool is_listed(Str countries, Str country)
{
    Str word = STR_NONE;
    while (country.len > 0 && str_cut(&countries, ' ', &word))
        if (str_equal(word, country))
            return true;
    return false;
}

static bool is_in_war(const Profile *profile, const Figure *figures, size_t count)
{
    for (size_t i = 0; profile->war.len > 0 && i < count; i++) {
        const PlaceMention *place = figures[i].claim->place;
        if (place && is_listed(profile->war, place->place.country))
            return true;
    }
    return false;
}

static void count_outcome(const Tally *t, const OutcomeTally *outcome, Estimate *row)
{
    bool partial[CELL_COUNT_] = {false};
    bool hurt = outcome == &t->outcomes[OUTCOME_INJURED];
    for (CellKind cell = CELL_CIVILIAN; cell < CELL_COUNT_; cell++) {
        ToldList told = own_list(t, &outcome->told[cell]);
        if (hurt)
            mark_died(t, &told);
        row[cell] = (Estimate){.window = WINDOW_NONE};
        /* A child of one town is a child among the dead of the region. */
        bool of_class = cell_class(cell) != CLASS_UNKNOWN;
        bool found =
            outcome == &t->outcomes[OUTCOME_MISSING] && outgrown_by_finds(t->profile, &told, &outcome->told[CELL_ALL]);
        if (found || (of_class && is_only_local(&told, &outcome->told[CELL_ALL])))
            continue;
        row[cell] = estimate_of(t, &told, &outcome->apart[cell]);
        partial[cell] = tells_only_parts(&told, cell);
    }
    row[CELL_ALL] = total_of(t, outcome, row);
    blank_partial(row, partial);
    cell_note_above(row, t->scratch);
    if (t->profile->presumes_civilian)
        presume_civilians(t->profile, row);
}

static Tally new_tally(const Figure *figures, size_t count, const Profile *profile, Arena *arena, Arena *scratch)
{
    return (Tally){.profile = profile,
                   .arena = arena,
                   .scratch = scratch,
                   .accused = disputed_is_accused(figures, count),
                   .unsided = disputed_is_unsided(figures, count),
                   .estimates.profile = profile->name,
                   .spread = spread_begin(figures, count, profile)};
}

Tally *tally_begin(const Figure *figures, size_t count, const Profile *profile, Arena *arena, Arena *scratch)
{
    Tally *t = arena_room(arena, 1, sizeof *t, alignof(Tally));
    *t = new_tally(figures, count, profile, arena, scratch);
    return t;
}

static int64_t number_replaced(const Figure *own, size_t count, const Told *told)
{
    for (size_t i = 0; i < count; i++)
        if (own[i].claim->replaces > 0 && victims_point(own[i].claim) == told->point)
            return own[i].claim->replaces;
    return 0;
}

static void tell_outcome(Tally *t, OutcomeTally *outcome, const Figure *own, size_t count)
{
    bool excludes_enemy = t->profile->enemy != ENEMY_COUNTS;
    for (CellKind cell = CELL_ALL; count > 0 && cell < CELL_COUNT_; cell++) {
        ToldList *lists[] = {&outcome->told[cell], &outcome->apart[cell]};
        const size_t before[] = {lists[0]->count, lists[1]->count};
        entries_toll(t->arena, own, count, cell, excludes_enemy, lists[0]);
        if (t->spread.wide)
            spread_tell(&t->spread, own, count, cell, t->arena, lists[1]);
        for (size_t l = 0; l < 2; l++)
            for (size_t i = before[l]; i < lists[l]->count; i++) {
                lists[l]->items[i].unsided = t->unsided;
                lists[l]->items[i].former = number_replaced(own, count, &lists[l]->items[i]);
                lists[l]->items[i].accused = t->accused;
            }
    }
}

void tally_add(Tally *t, const Figure *figures, size_t count)
{
    Figure *settled = ARENA_ARRAY(t->arena, Figure, count + 1);
    Figure *own = ARENA_ARRAY(t->arena, Figure, count + 1);
    size_t n = entries_settle(t->arena, figures, count, settled);
    if (t->spread.wide && count > 0)
        spread_note_report(&t->spread, figures, count);
    for (Outcome o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++) {
        size_t own_count = 0;
        for (size_t i = 0; i < n; i++)
            if (settled[i].claim->outcome == o && !rounded_is(&settled[i]))
                own[own_count++] = settled[i];
        OutcomeTally *outcome = &t->outcomes[o];
        outcome->any = outcome->any || own_count > 0;
        outcome->stale = outcome->stale || own_count > 0;
        tell_outcome(t, outcome, own, own_count);
    }
    if (t->outcomes[OUTCOME_KILLED].stale) /* those who were hurt may be they */
        t->outcomes[OUTCOME_INJURED].stale = t->outcomes[OUTCOME_INJURED].any;
    if (!t->in_war && is_in_war(t->profile, figures, count)) {
        t->in_war = true;
        for (Outcome o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++)
            t->outcomes[o].stale = t->outcomes[o].any;
    }
}

static void renew(Tally *t, Outcome o)
{
    Estimate *row = t->estimates.cells[o];
    if (t->scratch == t->arena) {
        count_outcome(t, &t->outcomes[o], row);
        return;
    }
    ArenaMark mark = arena_mark(t->scratch);
    Estimate fresh[CELL_COUNT_];
    count_outcome(t, &t->outcomes[o], fresh);
    for (CellKind cell = CELL_ALL; cell < CELL_COUNT_; cell++) {
        keep_estimate(t->arena, &row[cell], &fresh[cell]);
        row[cell] = fresh[cell];
    }
    arena_rewind(t->scratch, mark);
}

void tally_estimates(Tally *t, Estimates *out)
{
    for (Outcome o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++) {
        if (t->outcomes[o].stale && (t->profile->outcomes & 1U << o))
            renew(t, o);
        t->outcomes[o].stale = false;
    }
    *out = t->estimates;
}

void reconcile(const Figure *figures, size_t count, const Profile *profile, Arena *arena, Estimates *out)
{
    Tally t = new_tally(figures, count, profile, arena, arena);
    for (size_t start = 0; start < count;) {
        size_t end = start + 1;
        while (end < count && figures[end].document == figures[start].document)
            end++;
        tally_add(&t, figures + start, end - start);
        start = end;
    }
    tally_estimates(&t, out);
}

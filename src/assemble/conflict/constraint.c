#include "assemble/conflict/constraint.h"

#include <assert.h>

enum {
    MAX_VARIABLES = 16,   /* of a set that elimination is tried on */
    MAX_ROWS = 400,       /* beyond these a set passes for consistent */
    MAX_COEFFICIENT = 64, /* the same */
    SEARCH_BUDGET = 4000, /* sets that are tried for one smaller than what deletion left */
};

/* ---- Fourier–Motzkin elimination ---- */

/* Σ a·x ≤ bound */
typedef struct {
    int64_t a[MAX_VARIABLES];
    int64_t bound;
} Row;

typedef struct {
    Row *rows;
    size_t count;
    size_t room; /* at most MAX_ROWS */
    bool overflow;
} Rows;

static Rows new_rows(size_t room, bool overflow, Arena *arena)
{
    if (room > MAX_ROWS)
        room = MAX_ROWS;
    return (Rows){arena_room(arena, room + 1, sizeof(Row), alignof(Row)), 0, room, overflow};
}

static int64_t gcd(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

static int64_t floor_quotient(int64_t a, int64_t b)
{
    return a / b - (a % b != 0 && a < 0 ? 1 : 0);
}

/* Whole numbers: 2x ≤ 5 says x ≤ 2. */
static void tighten(Row *row, size_t variables)
{
    int64_t common = 0;
    for (size_t i = 0; i < variables; i++)
        common = gcd(common, row->a[i]);
    if (common <= 1)
        return;
    for (size_t i = 0; i < variables; i++)
        row->a[i] /= common;
    row->bound = floor_quotient(row->bound, common);
}

/* Of rows with the same left side the tightest is kept. */
static void add_row(Rows *rows, Row row, size_t variables)
{
    tighten(&row, variables);
    for (size_t r = 0; r < rows->count; r++) {
        bool same = true;
        for (size_t i = 0; i < variables && same; i++)
            same = rows->rows[r].a[i] == row.a[i];
        if (!same)
            continue;
        if (row.bound < rows->rows[r].bound)
            rows->rows[r].bound = row.bound;
        return;
    }
    if (rows->count == rows->room)
        rows->overflow = true;
    else
        rows->rows[rows->count++] = row;
}

static bool is_large(const Row *row)
{
    for (size_t i = 0; i < MAX_VARIABLES; i++)
        if (row->a[i] > MAX_COEFFICIENT || row->a[i] < -MAX_COEFFICIENT)
            return true;
    return false;
}

/* The row that follows from two without the variable, which one has with a plus and the other with a minus. */
static Row combined(const Row *plus, const Row *minus, size_t variable)
{
    int64_t p = plus->a[variable];
    int64_t m = -minus->a[variable];
    Row row = {.bound = plus->bound * m + minus->bound * p};
    for (size_t i = 0; i < MAX_VARIABLES; i++)
        row.a[i] = plus->a[i] * m + minus->a[i] * p;
    return row;
}

/* How many rows eliminating the variable makes; SIZE_MAX where that would not be exact. */
static size_t cost_of(const Rows *rows, size_t variable)
{
    size_t plus = 0;
    size_t minus = 0;
    int64_t largest_plus = 0;
    int64_t largest_minus = 0;
    for (size_t r = 0; r < rows->count; r++) {
        int64_t a = rows->rows[r].a[variable];
        plus += a > 0;
        minus += a < 0;
        largest_plus = a > largest_plus ? a : largest_plus;
        largest_minus = -a > largest_minus ? -a : largest_minus;
    }
    return largest_plus > 1 && largest_minus > 1 ? SIZE_MAX : plus * minus;
}

static Rows eliminate(const Rows *rows, size_t variable, Arena *arena)
{
    size_t made = cost_of(rows, variable);
    Rows out = new_rows(made == SIZE_MAX ? MAX_ROWS : rows->count + made, rows->overflow, arena);
    for (size_t r = 0; r < rows->count; r++)
        if (rows->rows[r].a[variable] == 0)
            add_row(&out, rows->rows[r], MAX_VARIABLES);
    for (size_t p = 0; p < rows->count; p++)
        for (size_t m = 0; rows->rows[p].a[variable] > 0 && m < rows->count; m++) {
            if (rows->rows[m].a[variable] >= 0)
                continue;
            Row row = combined(&rows->rows[p], &rows->rows[m], variable);
            out.overflow = out.overflow || is_large(&row);
            add_row(&out, row, MAX_VARIABLES);
        }
    return out;
}

/* The variable that is cheapest to eliminate; one that only seems exact to eliminate last. */
static size_t cheapest(const Rows *rows, const bool *done, size_t variables)
{
    size_t best = variables;
    for (size_t v = 0; v < variables; v++)
        if (!done[v] && (best == variables || cost_of(rows, v) < cost_of(rows, best)))
            best = v;
    return best;
}

/* By how much 0 ≤ bound fails in the rows that are left; 0: it holds. */
static int64_t worst(const Rows *rows)
{
    int64_t missed = 0;
    for (size_t r = 0; r < rows->count; r++)
        if (-rows->rows[r].bound > missed)
            missed = -rows->rows[r].bound;
    return missed;
}

/* ---- sets ---- */

static bool has(ClaimSet set, size_t claim)
{
    return set >> claim & 1U;
}

static ClaimSet only(size_t claim)
{
    return (ClaimSet)1 << claim;
}

static size_t size_of(ClaimSet set)
{
    size_t n = 0;
    for (; set; set &= set - 1)
        n++;
    return n;
}

static ClaimSet claims_of(const Relation *relation)
{
    ClaimSet set = 0;
    for (size_t i = 0; i < relation->count; i++)
        set |= only(relation->terms[i].claim);
    return set;
}

static void add_claim(Rows *rows, Interval range, size_t variable)
{
    Row floor = {.bound = -range.low};
    floor.a[variable] = -1;
    add_row(rows, floor, MAX_VARIABLES);
    if (range.high == INTERVAL_OPEN)
        return;
    Row ceiling = {.bound = range.high};
    ceiling.a[variable] = 1;
    add_row(rows, ceiling, MAX_VARIABLES);
}

static void add_relation(Rows *rows, const Relation *relation, const size_t *variables)
{
    Row row = {.bound = 0};
    Row turned = {.bound = 0};
    for (size_t i = 0; i < relation->count; i++) {
        size_t v = variables[relation->terms[i].claim];
        row.a[v] += relation->terms[i].sign;
        turned.a[v] -= relation->terms[i].sign;
    }
    add_row(rows, row, MAX_VARIABLES);
    if (relation->equal)
        add_row(rows, turned, MAX_VARIABLES);
}

/* Relations in the order of their lowest claim: those of claim i are [starts[i], starts[i + 1]). */
typedef struct {
    const System *system;
    Arena *arena;
    const Relation **relations;
    ClaimSet *claims; /* of each relation */
    size_t starts[CONSTRAINT_MAX_CLAIMS + 1];
} Index;

static size_t lowest(ClaimSet set)
{
    size_t i = 0;
    while (!has(set, i))
        i++;
    return i;
}

static Index index_of(const System *system, Arena *arena)
{
    size_t count = system->relation_count;
    Index index = {
        system, arena, ARENA_ARRAY(arena, const Relation *, count + 1), ARENA_ARRAY(arena, ClaimSet, count + 1), {0}};
    size_t next[CONSTRAINT_MAX_CLAIMS + 1] = {0};
    for (size_t i = 0; i < count; i++)
        index.starts[lowest(claims_of(&system->relations[i])) + 1]++;
    for (size_t i = 0; i < system->count; i++)
        next[i + 1] = index.starts[i + 1] += index.starts[i];
    for (size_t i = 0; i < count; i++) {
        ClaimSet claims = claims_of(&system->relations[i]);
        size_t at = next[lowest(claims)]++;
        index.relations[at] = &system->relations[i];
        index.claims[at] = claims;
    }
    return index;
}

static Rows rows_of(const Index *index, ClaimSet set)
{
    Rows rows = new_rows(2 * (size_of(set) + index->system->relation_count), false, index->arena);
    size_t variables[CONSTRAINT_MAX_CLAIMS] = {0};
    size_t count = 0;
    for (ClaimSet rest = set; rest; rest &= rest - 1) {
        size_t claim = lowest(rest);
        add_claim(&rows, index->system->claims[claim], count);
        variables[claim] = count++;
    }
    for (ClaimSet rest = set; rest; rest &= rest - 1)
        for (size_t i = index->starts[lowest(rest)]; i < index->starts[lowest(rest) + 1]; i++)
            if ((index->claims[i] & ~set) == 0)
                add_relation(&rows, index->relations[i], variables);
    return rows;
}

/* By how much the set misses; 0 where it holds. */
static int64_t missed_by(const Index *index, ClaimSet set)
{
    size_t variables = size_of(set);
    if (variables > MAX_VARIABLES)
        return 0;
    ArenaMark mark = arena_mark(index->arena);
    bool done[MAX_VARIABLES] = {false};
    Rows rows = rows_of(index, set);
    for (size_t i = 0; i < variables && !rows.overflow; i++) {
        size_t v = cheapest(&rows, done, variables);
        done[v] = true;
        rows = eliminate(&rows, v, index->arena);
    }
    int64_t missed = rows.overflow ? 0 : worst(&rows);
    arena_rewind(index->arena, mark);
    return missed;
}

bool constraint_holds(const System *system, ClaimSet set, Arena *arena)
{
    ArenaMark mark = arena_mark(arena);
    Index index = index_of(system, arena);
    bool holds = missed_by(&index, set) == 0;
    arena_rewind(arena, mark);
    return holds;
}

ClaimSet constraint_all(const System *system)
{
    assert(system->count <= CONSTRAINT_MAX_CLAIMS);
    return system->count == CONSTRAINT_MAX_CLAIMS ? ~(ClaimSet)0 : only(system->count) - 1;
}

/* ---- the smallest set ---- */

typedef struct {
    const Index *index;
    const ClaimSet *bound; /* by claim: those that some relation binds to it */
    ClaimSet from;
    ClaimSet best; /* 0: none yet */
    int64_t missed;
    size_t budget; /* of sets to try; SIZE_MAX: no end */
} Search;

static const ClaimSet *bound_claims(const Index *index)
{
    ClaimSet *bound = ARENA_ARRAY(index->arena, ClaimSet, index->system->count + 1);
    for (size_t i = 0; i < index->system->relation_count; i++)
        for (ClaimSet rest = index->claims[i]; rest; rest &= rest - 1)
            bound[lowest(rest)] |= index->claims[i];
    return bound;
}

/* A quick look: is no claim of the set bound to none of the others? */
static bool seems_connected(const ClaimSet *bound, ClaimSet set)
{
    for (ClaimSet rest = set; rest; rest &= rest - 1) {
        ClaimSet own = only(lowest(rest));
        if (set != own && (bound[lowest(rest)] & set & ~own) == 0)
            return false;
    }
    return true;
}

static void try_set(Search *s, ClaimSet set)
{
    if (!seems_connected(s->bound, set) || s->budget == 0)
        return;
    s->budget -= s->budget != SIZE_MAX;
    int64_t missed = missed_by(s->index, set);
    if (missed > s->missed) {
        s->best = set;
        s->missed = missed;
    }
}

/* All sets of so many claims more, each behind the last chosen, in order. */
static void search_size(Search *s, ClaimSet chosen, size_t next, size_t more)
{
    if (more == 0) {
        try_set(s, chosen);
        return;
    }
    for (size_t i = next; i < s->index->system->count && s->budget > 0; i++)
        if (has(s->from, i))
            search_size(s, chosen | only(i), i + 1, more - 1);
}

/* Claim after claim is left out where the rest fails without it. */
static ClaimSet irreducible(const Index *index, ClaimSet set)
{
    for (size_t i = 0; i < index->system->count; i++)
        if (has(set, i) && missed_by(index, set & ~only(i)) > 0)
            set &= ~only(i);
    return set;
}

static ClaimSet blame(const Index *index, ClaimSet set)
{
    enum { TRIED_WHOLLY = 3 };
    const ClaimSet *bound = bound_claims(index);
    for (size_t size = 1; size <= TRIED_WHOLLY; size++) {
        Search s = {index, bound, set, 0, 0, SIZE_MAX};
        search_size(&s, 0, 0, size);
        if (s.best)
            return s.best;
    }
    if (missed_by(index, set) == 0)
        return 0;
    ClaimSet left = irreducible(index, set);
    for (size_t size = TRIED_WHOLLY + 1; size < size_of(left); size++) {
        Search s = {index, bound, set, 0, 0, SEARCH_BUDGET};
        search_size(&s, 0, 0, size);
        if (s.best)
            return s.best;
    }
    return left;
}

ClaimSet constraint_blame(const System *system, ClaimSet set, Arena *arena)
{
    ArenaMark mark = arena_mark(arena);
    Index index = index_of(system, arena);
    ClaimSet blamed = blame(&index, set);
    arena_rewind(arena, mark);
    return blamed;
}

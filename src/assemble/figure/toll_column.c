#include "assemble/figure/toll_column.h"

#include <assert.h>

#include "assemble/basis/people.h"

static const VictimClass CLASSES[CELL_COUNT_] = {
    [CELL_CIVILIAN] = CLASS_CIVILIAN, [CELL_SECURITY] = CLASS_SECURITY, [CELL_MILITANT] = CLASS_MILITANT};

VictimClass cell_class(CellKind cell)
{
    assert(cell < CELL_COUNT_);
    return CLASSES[cell];
}

/* "11, including children" is no count of children. */
static bool is_just(const Claim *claim, unsigned subgroup)
{
    return (claim_groups(claim) & SUBGROUP_AGES_AND_SEXES) == subgroup;
}

static const Claim *whole_of(const Figure *figure)
{
    int32_t whole = figure->claim->part_of;
    return whole >= 0 && (size_t)whole < figure->extraction->claim_count ? &figure->extraction->claims[whole] : NULL;
}

/* "12 people, including 3 children" says nothing of how many of the 12 were civilians. */
static bool class_takes(VictimClass wanted, const Figure *figure)
{
    const Claim *claim = figure->claim;
    if (claim->victim_class != wanted)
        return false;
    const Claim *whole = whole_of(figure);
    return !whole || (whole->victim_class != wanted && (claim->subgroups & SUBGROUP_AGES_AND_SEXES) == 0);
}

bool cell_takes(CellKind cell, const Figure *figure)
{
    switch (cell) {
    case CELL_ALL: {
        const Claim *whole = whole_of(figure); /* "others, including three women": three at least */
        return !whole || !whole->has_count || whole->count_form == COUNT_WORD;
    }
    case CELL_CIVILIAN:
    case CELL_SECURITY:
    case CELL_MILITANT: return class_takes(cell_class(cell), figure);
    case CELL_WOMEN: return is_just(figure->claim, SUBGROUP_WOMEN);
    case CELL_CHILDREN: return is_just(figure->claim, SUBGROUP_CHILDREN);
    case CELL_COUNT_: break;
    }
    return false;
}

bool cell_is_subgroup(CellKind cell)
{
    return cell == CELL_WOMEN || cell == CELL_CHILDREN;
}

/* Told in one row with others, as groups or as parts of one whole. */
static bool is_in_row(const Claim *x, const Claim *y)
{
    return x->part_of >= 0 ? x->part_of == y->part_of : x->listed && y->listed;
}

/* "Two boys and three girls", "nine people, including two boys and three girls": both in the cell of the children. */
static bool has_neighbour(const Figure *figures, size_t count, size_t at, CellKind cell)
{
    for (size_t i = 0; i < count; i++)
        if (people_same_sentence(&figures[i], &figures[at]) && i != at &&
            is_in_row(figures[i].claim, figures[at].claim) && cell_takes(cell, &figures[i]))
            return true;
    return false;
}

/* In the column of a sub-group, a count of it is one of all of them: "12 people, including 3 children" has 3 children. */
static const Figure *as_whole(Arena *arena, const Figure *figures, size_t count, size_t at, CellKind cell)
{
    const Figure *figure = &figures[at];
    if (!cell_is_subgroup(cell))
        return figure;
    bool part = figure->claim->part_of >= 0;
    bool in_row = has_neighbour(figures, count, at, cell);
    if (!part && (victims_are_described(figure) || in_row))
        return figure;
    Claim *claim = NULL;
    const Figure *whole = figure_copy(arena, figure, &claim);
    claim->victim_class = CLASS_UNKNOWN;
    claim->subgroups = 0;
    claim->part_of = -1;
    claim->listed = in_row;
    return whole;
}

bool column_is_by_name(const Claim *claim)
{
    return claim->womans_name && (claim->subgroups & SUBGROUP_WOMEN);
}

/* A number of women that somebody states ("12 people, including a woman"): no name has a say beside it. */
static bool is_stated(const Figure *figure)
{
    const Claim *claim = figure->claim;
    bool one_of = claim->part_of >= 0 && !claim->named && !claim->possessed;
    return cell_takes(CELL_WOMEN, figure) && (!victims_are_described(figure) || one_of);
}

/* A girl, a man: told so elsewhere of the same person. */
static bool is_told_otherwise(const Figure *figures, size_t count, const Figure *named)
{
    for (size_t i = 0; i < count; i++)
        if ((figures[i].claim->subgroups & (SUBGROUP_CHILDREN | SUBGROUP_MEN)) &&
            people_surely_same(&figures[i], named))
            return true;
    return false;
}

/* Those whom nothing but a given name tells to be women, as women. */
static void add_by_name(Arena *arena, const Figure *figures, size_t count, Pool *pool)
{
    for (size_t i = 0; i < count; i++)
        if (is_stated(&figures[i]))
            return;
    for (size_t i = 0; i < count; i++) {
        if (!figures[i].claim->womans_name || is_told_otherwise(figures, count, &figures[i]))
            continue;
        Claim *claim = NULL;
        pool->items[pool->count++] = figure_copy(arena, &figures[i], &claim);
        claim->subgroups |= SUBGROUP_WOMEN;
        claim->part_of = -1;
    }
}

Column column_of(Arena *arena, const Figure *figures, size_t count, CellKind cell, bool excludes_enemy)
{
    Column column = {{ARENA_ARRAY(arena, const Figure *, count + 1), 0},
                     {ARENA_ARRAY(arena, const Figure *, count + 1), 0}};
    bool by_name = false;
    for (size_t i = 0; i < count; i++) {
        by_name = by_name || figures[i].claim->womans_name;
        if (!cell_takes(cell, &figures[i]))
            continue;
        bool apart = excludes_enemy && voice_is_about_enemy(&figures[i].voice, figures[i].claim);
        Pool *to = apart ? &column.enemy : &column.pool;
        to->items[to->count++] = as_whole(arena, figures, count, i, cell);
    }
    if (by_name && cell == CELL_WOMEN)
        add_by_name(arena, figures, count, &column.pool);
    return column;
}

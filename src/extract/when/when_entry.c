#include "extract/when/when_entry.h"

#include "extract/when/when_line.h"

/* A month's day, a day of the week, or a date in figures: no year, season or span. */
static bool names_a_day(const TimeParts *p)
{
    bool day = (parts_have(p, FIELD_MONTH) && parts_have(p, FIELD_DAY)) || parts_have(p, FIELD_WDAY) ||
               parts_have(p, FIELD_ISO);
    return p->op == OP_DATE && day && !str_present(p->holiday) && !parts_have(p, FIELD_CLOCK);
}

static bool is_year_alone(const TimeParts *p)
{
    return p->op == OP_DATE && p->known == 1U << (unsigned)FIELD_YEAR;
}

/* Three entries of two days or more: what stands under one day alone is a report and its date. */
static bool is_list(const PartsList *list)
{
    enum { LEAST = 3 };
    const TimeParts *first = NULL;
    size_t count = 0;
    bool others = false;
    for (size_t i = 0; i < list->count; i++) {
        const TimeParts *p = &list->items[i];
        if (!p->entry)
            continue;
        count++;
        others = others || (first && (p->number[FIELD_DAY] != first->number[FIELD_DAY] ||
                                      p->number[FIELD_MONTH] != first->number[FIELD_MONTH] ||
                                      p->number[FIELD_WDAY] != first->number[FIELD_WDAY] ||
                                      p->number[FIELD_ISO] != first->number[FIELD_ISO]));
        first = first ? first : p;
    }
    return count >= LEAST && others;
}

static void unmark(const PartsList *list)
{
    for (size_t i = 0; i < list->count; i++)
        list->items[i].entry = false;
}

void when_entry_mark(Analysis *a, const PartsList *list)
{
    for (size_t i = 0; i < list->count; i++)
        list->items[i].entry = names_a_day(&list->items[i]) && when_opens_entry(a, &list->items[i]);
    if (!is_list(list)) {
        unmark(list);
        return;
    }
    for (size_t i = 0; i < list->count && str_present(a->dateline_place); i++) {
        const TimeParts *p = &list->items[i];
        Span date = mention_tokens_span(&a->tokens, p->first, p->last);
        size_t place = (size_t)(a->dateline_place.ptr - a->document->text.ptr);
        if (p->entry && place >= date.start && place < date.end)
            a->dateline_place = STR_NONE;
    }
}

/* The months of a chronicle go one way: where they turn, the next year begins, or of one that goes back, the one before. */
static void turn_year(EntryYear *year, int month)
{
    int step = year->month == 0 || month == year->month ? 0 : month > year->month ? 1 : -1;
    if (year->way == 0)
        year->way = step;
    else if (step != 0 && step != year->way)
        year->year += year->way;
    year->month = month;
}

/* "October 18: ... She was killed on December 27": inside an entry the year in which the day lies nearest. */
static void date_inside(TimeParts *dated, const EntryYear *year)
{
    enum { HALF_A_YEAR = 6 };
    int ahead = dated->number[FIELD_MONTH] - year->month;
    dated->number[FIELD_YEAR] = year->year + (ahead < -HALF_A_YEAR) - (ahead > HALF_A_YEAR);
    dated->known |= 1U << (unsigned)FIELD_YEAR;
}

TimeParts when_entry_dated(const Analysis *a, const TimeParts *p, EntryYear *year)
{
    TimeParts dated = *p;
    size_t block = a->tokens.sentences[a->tokens.tokens[p->first].sentence].block;
    bool bare =
        p->op == OP_DATE && parts_have(p, FIELD_MONTH) && parts_have(p, FIELD_DAY) && !parts_have(p, FIELD_YEAR);
    if (!p->entry && bare && year->year != YEAR_UNKNOWN && year->month > 0 && block == year->block)
        date_inside(&dated, year);
    if (p->entry)
        year->block = block;
    if (is_year_alone(p) && when_opens_entry(a, p)) {
        *year = (EntryYear){p->number[FIELD_YEAR], 0, year->way, SIZE_MAX};
    } else if (p->entry && parts_have(p, FIELD_YEAR)) {
        *year = (EntryYear){p->number[FIELD_YEAR], p->number[FIELD_MONTH], year->way, block};
    } else if (p->entry && year->year != YEAR_UNKNOWN && parts_have(p, FIELD_MONTH)) {
        turn_year(year, p->number[FIELD_MONTH]);
        dated.number[FIELD_YEAR] = year->year;
        dated.known |= 1U << (unsigned)FIELD_YEAR;
    }
    return dated;
}

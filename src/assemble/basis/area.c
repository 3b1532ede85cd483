#include "assemble/basis/area.h"

#include "base/embedded.h"

/* "db:balkans\tAL BA …": the countries of the region in the table of regions, STR_NONE. */
static Str listed_of(Str id)
{
    Str table = embedded_find(STR("data/places/regions.tsv"));
    Str line = STR_NONE;
    while (str_cut(&table, '\n', &line)) {
        Str cell = STR_NONE;
        if (!str_cut(&line, '\t', &cell) || !str_equal(cell, id))
            continue;
        return str_cut(&line, '\t', &cell) ? cell : STR_NONE;
    }
    return STR_NONE;
}

Str area_of(const Place *place)
{
    if (place->precision == PRECISION_REGION && str_begins(place->id, STR("db:"))) {
        Str listed = listed_of(place->id);
        if (str_present(listed))
            return listed;
    }
    bool known = place->id.len > 0 || place->has_point; /* a village on no map may only have the dateline's country */
    return known && str_present(place->country) ? place->country : STR("");
}

static bool has_country(Str area, Str country)
{
    Str code = STR_NONE;
    while (str_cut(&area, ' ', &code))
        if (str_equal(code, country))
            return true;
    return false;
}

bool area_holds(Str outer, Str inner)
{
    Str code = STR_NONE;
    bool any = inner.len > 0;
    while (any && str_cut(&inner, ' ', &code))
        if (!has_country(outer, code))
            return false;
    return any;
}

bool area_meets(Str a, Str b)
{
    if (a.len > 0 && str_equal(a, b))
        return true; /* mostly: what is told of one place */
    Str code = STR_NONE;
    while (a.len > 0 && b.len > 0 && str_cut(&a, ' ', &code))
        if (has_country(b, code))
            return true;
    return false;
}

bool area_same(Str a, Str b)
{
    return str_equal(a, b) || (area_holds(a, b) && area_holds(b, a));
}

static Str joined(Str a, Str b, Arena *arena)
{
    if (a.len == 0 || area_holds(b, a))
        return b;
    if (b.len == 0 || area_holds(a, b))
        return a;
    Buf both = {0};
    buf_put(&both, a);
    Str code = STR_NONE;
    while (str_cut(&b, ' ', &code)) {
        if (has_country(a, code))
            continue;
        buf_char(&both, ' ');
        buf_put(&both, code);
    }
    Str area = arena_copy(arena, buf_str(&both));
    buf_free(&both);
    return area;
}

/* ", ", " and the ", "/": no more than two short words stand between the members of a row, and no number. */
static bool joins_row(Str between)
{
    enum { LONGEST = 12, SHORT_WORD = 3, WORDS = 2 };
    size_t words = 0;
    size_t length = 0;
    for (size_t i = 0; i < between.len; i++) {
        char c = between.ptr[i];
        if (!char_is_letter(c) && !char_is_space(c) && c != ',' && c != '/' && c != '&')
            return false;
        length = char_is_letter(c) ? length + 1 : 0;
        words += length == 1;
        if (length > SHORT_WORD)
            return false;
    }
    return between.len > 0 && between.len <= LONGEST && words <= WORDS;
}

/* Places of the sentence, in text order, without those that only say whose or of which people. */
typedef struct {
    const PlaceMention *items;
    size_t count;
    size_t own; /* the claim's, count where it is none of them */
} Named;

static Named named_in(const Claim *claim, const Extraction *x)
{
    size_t first = place_first_from(x->places, x->place_count, claim->sentence.start);
    Named named = {x->places + first, 0, SIZE_MAX};
    while (first + named.count < x->place_count && span_holds(claim->sentence, named.items[named.count].span)) {
        if (named.items[named.count].span.start == claim->place->span.start)
            named.own = named.count;
        named.count++;
    }
    return named;
}

/* The area of the row in which the place at own stands; its ends, the last included, in *first and *last. */
static Str row_of(const Named *named, Str text, Arena *arena, size_t *first, size_t *last)
{
    Str area = area_of(&named->items[named->own].place);
    for (*first = named->own; *first > 0; --*first) {
        Span before = named->items[*first - 1].span;
        if (named->items[*first - 1].people || before.end > named->items[*first].span.start ||
            !joins_row(str_slice(text, before.end, named->items[*first].span.start)))
            break;
        area = joined(area, area_of(&named->items[*first - 1].place), arena);
    }
    for (*last = named->own; *last + 1 < named->count; ++*last) {
        Span behind = named->items[*last + 1].span;
        if (named->items[*last + 1].people || behind.start < named->items[*last].span.end ||
            !joins_row(str_slice(text, named->items[*last].span.end, behind.start)))
            break;
        area = joined(area, area_of(&named->items[*last + 1].place), arena);
    }
    return area;
}

/* Does the sentence name no place that lies apart from the area, but those of the row? */
static bool is_alone(const Named *named, Str area, size_t first, size_t last)
{
    for (size_t i = 0; i < named->count; i++)
        if ((i < first || i > last) && !named->items[i].people && area_is_apart(area_of(&named->items[i].place), area))
            return false;
    return true;
}

/* "[40 people] in Cuba": the row begins close behind the figure, or what tells it, and in the same breath. */
static bool follows(const Claim *claim, Span place, Str text)
{
    enum { REACH = 24 };
    uint32_t end = claim->evidence.end <= place.start ? claim->evidence.end : claim->count_span.end;
    if (end >= place.start || place.start - end > REACH)
        return false;
    for (uint32_t i = end; i < place.start; i++)
        if (!char_is_space(text.ptr[i]) && (!char_is_letter(text.ptr[i]) || char_is_upper(text.ptr[i])))
            return false;
    return true;
}

/* "Before it hit Zimbabwe, where [24 people died]": the claim's own place stands close before what tells the figure. */
static bool precedes(const Claim *claim)
{
    enum { REACH = 9 };
    uint32_t end = claim->place->span.end;
    return end <= claim->evidence.start && claim->evidence.start - end <= REACH;
}

/* "[The US] death toll hit 102": the place that stands right before what tells the figure, count where none does. */
static size_t right_before(const Named *named, const Claim *claim, Str text)
{
    for (size_t i = 0; i < named->count; i++) {
        Span place = named->items[i].span;
        if (!named->items[i].people && place.end + 1 == claim->evidence.start && text.ptr[place.end] == ' ')
            return i;
    }
    return named->count;
}

static bool is_dateline(const PlaceMention *place, const Claim *claim, const Extraction *x)
{
    return str_present(x->dateline_place) && place->span.end <= claim->evidence.start &&
           str_equal(span_text(x->document->text, place->span), x->dateline_place);
}

static ToldArea told_at(const PlaceMention *place)
{
    return (ToldArea){area_of(&place->place), &place->place, false};
}

ToldArea area_told(const Claim *claim, const Extraction *x, Arena *arena)
{
    const ToldArea none = {STR(""), NULL, false};
    Str text = x->document->text;
    if (claim->kind != KIND_CASUALTY || !claim_names_place(claim) || span_is_empty(claim->place->span) ||
        is_dateline(claim->place, claim, x))
        return none;
    Named named = named_in(claim, x);
    if (named.own == SIZE_MAX)
        return told_at(claim->place);
    size_t first = 0;
    size_t last = 0;
    Str area = row_of(&named, text, arena, &first, &last);
    if (is_alone(&named, area, first, last) || follows(claim, named.items[first].span, text) || precedes(claim))
        return (ToldArea){area, &claim->place->place, !area_same(area, area_of(&claim->place->place))};
    size_t before = right_before(&named, claim, text);
    return before < named.count ? told_at(&named.items[before]) : none;
}

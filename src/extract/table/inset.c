#include "extract/table/inset.h"

#include "extract/claim/claim.h"
#include "extract/table/given.h"
#include "extract/table/inset_table.h"

enum { LONGEST_DAYS = 7 /* a row of more days is of a period, not of an event */ };

void inset_find(Analysis *a)
{
    for (size_t i = 0; i < a->block_count; i++) {
        if (a->blocks[i].kind != BLOCK_TABLE_ROW)
            continue;
        size_t rows = 0;
        if (!inset_headings(a, i, &rows).any)
            continue;
        if (!a->insets)
            a->insets = ARENA_ARRAY(a->arena, bool, a->block_count);
        for (; i < a->block_count && a->blocks[i].kind == BLOCK_TABLE_ROW; i++)
            a->insets[i] = true;
    }
}

bool inset_holds(const Analysis *a, uint32_t sentence)
{
    size_t block = a->insets ? a->tokens.sentences[sentence].block : SIZE_MAX;
    return block < a->block_count && a->insets[block];
}

bool inset_is_torn(const Analysis *a, uint32_t first, uint32_t last)
{
    enum { LABEL_AND_VALUE = 2 };
    size_t block = a->tokens.sentences[analysis_sentence(a, first)].block;
    if (block >= a->block_count || a->blocks[block].kind != BLOCK_TABLE_ROW)
        return false;
    Str words = span_text(a->tokens.text, mention_tokens_span(&a->tokens, first, last));
    return str_find_char(words, '\t', 0) != SIZE_MAX && inset_row(a, block).count > LABEL_AND_VALUE;
}

/* ---- claims ---- */

typedef struct {
    Analysis *a;
    const Headings *headings;
    const InsetRow *row;
    bool total;
    Column group; /* what all of the row are, where its first cell says it: "Women" */
    bool grouped;
    bool dated; /* the row tells its days */
    Window days;
    Span days_span;
    const PlaceMention *place; /* the last: the town of "province, town" */
} Reading;

static const PlaceMention *place_in(const Analysis *a, Span cell)
{
    for (size_t i = analysis_first_place(a, cell.start); analysis_place_before(a, i, cell.end); i++)
        if (!a->places[i].people)
            return &a->places[i];
    return NULL;
}

static bool is_sum(const Analysis *a, Span cell)
{
    uint32_t i = a->mentions.at[analysis_token(a, cell.start)];
    for (; i != MENTION_NONE; i = a->mentions.items[i].next)
        if (inset_is_sum_word(a, &a->mentions.items[i]))
            return true;
    return false;
}

/* The days that fill the cell. */
static void read_days(Reading *r, Span cell)
{
    size_t i = analysis_first_time(r->a, cell.start);
    if (!analysis_time_before(r->a, i, cell.end) || !window_is_known(r->a->times[i].window) ||
        r->a->times[i].span.start != cell.start || r->a->times[i].span.end != cell.end)
        return;
    r->days = r->a->times[i].window;
    r->days_span = cell;
    r->dated = true;
}

/* What the row says of all of its figures. */
static Reading read_row(Analysis *a, const Headings *headings, const InsetRow *row)
{
    Reading r = {.a = a, .headings = headings, .row = row, .days = WINDOW_NONE};
    bool first = true;
    for (size_t i = 0; i < row->count; i++) {
        Span cell = row->cells[i];
        if (span_is_empty(cell) || headings->columns[i].outcome != OUTCOME_NONE)
            continue;
        r.total = r.total || (first && is_sum(a, cell));
        r.grouped =
            first ? inset_read_people(a, cell, &r.group) && r.group.outcome == OUTCOME_NONE && !r.total : r.grouped;
        first = false;
        if (!r.total && !r.dated)
            read_days(&r, cell);
        const PlaceMention *place = place_in(a, cell);
        r.place = place ? place : r.place;
    }
    return r;
}

/* A first cell that is left empty, or goes over several rows, says the day that stands above it. */
static void take_above(Reading *r, const Reading *above)
{
    if (r->total || r->dated || !above->dated || !span_is_empty(r->row->cells[0]))
        return;
    r->dated = true;
    r->days = above->days;
    r->days_span = above->days_span;
}

/* A row with figures that is not read. */
static void flag_row(Analysis *a, size_t block)
{
    Span span = a->blocks[block].span;
    for (uint32_t i = span.start; i < span.end; i++)
        if (char_is_digit(a->document->text.ptr[i])) {
            given_flag(a, FLAG_MISSING_CONTENT, span,
                       "A table's row has other columns than its headings; it was not read.");
            return;
        }
}

/* "Killed" of a row of women: women killed. */
static Column column_of(const Reading *r, size_t i)
{
    Column column = r->headings->columns[i];
    if (r->grouped && column.victim_class == CLASS_UNKNOWN && column.subgroups == 0) {
        column.victim_class = r->group.victim_class;
        column.subgroups = r->group.subgroups;
    }
    return column;
}

/* Of all people, not of one kind of them. */
static bool is_plain(const Column *column)
{
    return column->victim_class == CLASS_UNKNOWN && column->subgroups == 0;
}

/* Where the cell holds a figure. */
static void add_claim(const Reading *r, size_t at)
{
    Analysis *a = r->a;
    Span span = r->row->cells[at];
    Column column = column_of(r, at);
    Claim counted = {.has_count = false};
    if (column.outcome == OUTCOME_NONE || span_is_empty(span) || !given_count(a, span, &counted))
        return;
    uint32_t first = 0;
    uint32_t last = 0;
    inset_tokens(a, span, &first, &last);
    Claim *claim = claim_new(a, KIND_CASUALTY, first, last, STR("table.row"));
    claim->outcome = column.outcome;
    claim->victim_class = column.victim_class;
    claim->subgroups = column.subgroups;
    claim->unit = STR("people");
    claim->has_count = true;
    claim->count = counted.count;
    claim->count_form = counted.count_form;
    claim->count_span = counted.count_span;
    claim->evidence = span;
    claim->total = r->total && is_plain(&column);
    if (r->dated) {
        claim->window = r->days;
        claim->window_span = r->days_span;
    }
    if (r->place || !r->total) {
        claim->place = r->place;
        claim->place_count = r->place != NULL;
        const PlaceMention **places = ARENA_ARRAY(a->arena, const PlaceMention *, 1);
        places[0] = r->place;
        claim->places = places;
    }
    if (r->dated && window_days(r->days) > LONGEST_DAYS)
        claim->background = claim->aside = claim->campaign = true;
}

static unsigned last_scene(const Analysis *a)
{
    unsigned last = 0;
    for (size_t i = 0; i < a->claim_count; i++)
        last = a->claims[i].scene > last ? a->claims[i].scene : last;
    return last;
}

/* The total of the column, of which the claim is a part as one of several kinds of people; -1. */
static int32_t total_of(const Analysis *a, size_t first, const Claim *part)
{
    for (size_t i = first; i < a->claim_count; i++)
        if (a->claims[i].total && a->claims[i].outcome == part->outcome)
            return (int32_t)i;
    return -1;
}

/* "Killed", "Women killed": of one row the ones are some of the others. Claims from first on are a row's. */
static void tie_row(const Analysis *a, size_t first)
{
    for (size_t i = first; i < a->claim_count; i++) {
        Claim *part = &a->claims[i];
        bool kind = part->victim_class != CLASS_UNKNOWN || part->subgroups != 0;
        for (size_t k = first; kind && k < a->claim_count; k++) {
            const Claim *whole = &a->claims[k];
            if (whole->outcome == part->outcome && whole->victim_class == CLASS_UNKNOWN && whole->subgroups == 0)
                part->part_of = (int32_t)k;
        }
    }
}

static Window wider(Window all, Window days)
{
    all.first = all.first == DAY_NONE || days.first < all.first ? days.first : all.first;
    all.last = all.last == DAY_NONE || days.last > all.last ? days.last : all.last;
    return all;
}

/* Of months the total is one of all of them: of no event. */
static void settle_periods(const Analysis *a, size_t first)
{
    Window all = WINDOW_NONE;
    bool periods = false;
    for (size_t i = first; i < a->claim_count; i++)
        if (claim_states_days(&a->claims[i]) && !a->claims[i].total) {
            all = wider(all, a->claims[i].window);
            periods = periods || a->claims[i].aside;
        }
    for (size_t i = first; periods && i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (claim->scene > 0 || claim->aside)
            continue;
        claim->background = claim->aside = claim->campaign = true;
        if (!claim_states_days(claim))
            claim->window = all;
    }
}

/* The claims of one table, from first on: rows of places or days are entries of the whole, rows of kinds of people parts of the total. */
static void settle_rows(const Analysis *a, size_t first, const bool *grouped, bool whole)
{
    for (size_t i = first; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (grouped[i - first]) {
            claim->part_of = total_of(a, first, claim);
            claim->listed = true;
            claim->scene = 0;
        }
        claim->entry = whole && claim->scene > 0 && !claim->background;
    }
    settle_periods(a, first);
}

/* Rows of other days than one another are events of their own, unless a total holds them. */
static bool is_of_one(const Analysis *a, size_t first)
{
    const Claim *dated = NULL;
    for (size_t i = first; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->total)
            return true;
        if (!claim_states_days(claim))
            continue;
        if (dated && !window_equal(dated->window, claim->window))
            return false;
        dated = claim;
    }
    return true;
}

/* Reads the table that begins at the block; returns the block behind it. */
static size_t read_table(Analysis *a, size_t block)
{
    enum { MOST_ROWS = 240, MOST_CLAIMS = MOST_ROWS * MOST_CELLS };
    size_t heads = 0;
    Headings headings = inset_headings(a, block, &heads);
    InsetRow row = inset_row(a, block);
    size_t width = row.count;
    size_t first = a->claim_count;
    unsigned scene = last_scene(a);
    size_t rows = 0;
    bool *grouped = ARENA_ARRAY(a->arena, bool, MOST_CLAIMS);
    Reading above = {.days = WINDOW_NONE};
    for (block += heads; block < a->block_count && a->insets[block]; block++) {
        row = inset_row(a, block);
        if (row.count != width || inset_is_rule(a, block) || rows == MOST_ROWS) {
            flag_row(a, block);
            continue; /* cells over several rows: which column is which cannot be told */
        }
        Reading r = read_row(a, &headings, &row);
        take_above(&r, &above);
        above = r.total ? above : r;
        size_t before = a->claim_count;
        for (size_t i = 0; i < width; i++)
            add_claim(&r, i);
        tie_row(a, before);
        bool news = a->claim_count > before && !r.total && !r.grouped;
        scene += news;
        for (size_t i = before; i < a->claim_count; i++) {
            grouped[i - first] = r.grouped && a->claims[i].part_of < 0;
            a->claims[i].scene = news ? scene : 0;
        }
        rows++;
    }
    settle_rows(a, first, grouped, is_of_one(a, first));
    return block;
}

void inset_settle(Analysis *a)
{
    for (size_t i = 0; a->insets && i < a->block_count;)
        i = a->insets[i] ? read_table(a, i) : i + 1;
}

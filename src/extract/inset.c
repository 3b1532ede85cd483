#include "extract/inset.h"

#include "extract/claim.h"
#include "extract/given.h"

enum {
    MOST_CELLS = 24, /* of a row */
    LONGEST_DAYS = 7 /* a row of more days is of a period, not of an event */
};

typedef struct {
    Span cells[MOST_CELLS]; /* trimmed; empty ones too */
    size_t count;
} InsetRow;

/* Whom the figures under a heading count; OUTCOME_NONE: it is no heading of figures. */
typedef struct {
    Outcome outcome;
    VictimClass victim_class;
    unsigned subgroups;
} Column;

typedef struct {
    Column columns[MOST_CELLS];
    bool any; /* counts people */
} Headings;

/* ---- rows ---- */

/* The line on which the block stands, with the tabs before and behind it. */
static Span line_of(Str text, Span block)
{
    while (block.start > 0 && text.ptr[block.start - 1] == '\t')
        block.start--;
    while (block.end < text.len && text.ptr[block.end] == '\t')
        block.end++;
    return block;
}

static Span trimmed(Str text, uint32_t start, uint32_t end)
{
    while (start < end && char_is_space(text.ptr[start]))
        start++;
    while (end > start && char_is_space(text.ptr[end - 1]))
        end--;
    return (Span){start, end};
}

/* The cells of the block; none where it is no row. "| a | b |" has two. */
static InsetRow row_of(const Analysis *a, size_t block)
{
    InsetRow row = {.count = 0};
    Str text = a->document->text;
    Span line = line_of(text, a->blocks[block].span);
    if (a->blocks[block].kind != BLOCK_TABLE_ROW || span_is_empty(line))
        return row;
    bool bars = text.ptr[line.start] == '|';
    line.start += bars;
    line.end -= bars && line.end > line.start && text.ptr[line.end - 1] == '|';
    uint32_t start = line.start;
    for (uint32_t at = line.start; at <= line.end; at++) {
        if (at < line.end && text.ptr[at] != (bars ? '|' : '\t'))
            continue;
        if (row.count == MOST_CELLS)
            return (InsetRow){.count = 0};
        row.cells[row.count++] = trimmed(text, start, at);
        start = at + 1;
    }
    return row;
}

/* "|---|:--:|" under the headings of a table in bars. */
static bool is_rule(const Analysis *a, size_t block)
{
    Str text = span_text(a->document->text, a->blocks[block].span);
    bool dashes = false;
    for (size_t i = 0; i < text.len; i++) {
        dashes = dashes || text.ptr[i] == '-';
        if (!str_has_char(STR("|-: \t"), text.ptr[i]))
            return false;
    }
    return dashes;
}

/* ---- headings ---- */

static Outcome outcome_named(const Analysis *a, const Mention *m)
{
    const char *const classes[] = {"HARM_PP", "HARM_ADJ", "HARM_NOUN", "TOLL"};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (m->cls == analysis_class(a, classes[i]))
            return outcome_parse(analysis_value(a, m));
    return OUTCOME_NONE;
}

static bool is_of(const Analysis *a, const Mention *m)
{
    return m->cls == analysis_class(a, "PREPOSITION") && str_is(analysis_value(a, m), "of");
}

/* "Number (of)", "No." */
static bool is_number_word(const Analysis *a, const Mention *m)
{
    Str value = m->cls == analysis_class(a, "TNUMBERED") ? analysis_value(a, m) : STR_NONE;
    return m->cls == analysis_class(a, "NUMBER_OF") || str_is(value, "number") || str_is(value, "no.");
}

static bool is_sum_word(const Analysis *a, const Mention *m)
{
    return m->cls == analysis_class(a, "NO_PERSON") && str_is(analysis_value(a, m), "sum");
}

static void add_people(const Analysis *a, const Mention *m, Column *out)
{
    VictimClass victims = class_parse(analysis_value(a, m));
    const Attr *sub = analysis_attr(a, m, "sub");
    out->subgroups |= sub ? subgroup_parse(lexicon_value_name(a->language->lexicon, sub->value)) : 0;
    out->victim_class = victims == CLASS_UNKNOWN ? out->victim_class : victims;
}

/* What the phrases that begin at the token say in a heading, within last; returns the token behind the longest, the token itself where the word
 * says something else. */
static uint32_t read_word(const Analysis *a, uint32_t token, uint32_t last, Column *out, bool *mixed)
{
    uint32_t behind = token;
    for (uint32_t i = a->mentions.at[token]; i != MENTION_NONE; i = a->mentions.items[i].next) {
        const Mention *m = &a->mentions.items[i];
        Outcome outcome = outcome_named(a, m);
        bool people = m->cls == analysis_class(a, "VICTIM");
        bool filler = is_of(a, m) || is_sum_word(a, m) || is_number_word(a, m);
        if (m->last > last || !(outcome != OUTCOME_NONE || people || filler))
            continue;
        *mixed = *mixed || (outcome != OUTCOME_NONE && out->outcome != OUTCOME_NONE && outcome != out->outcome);
        out->outcome = outcome != OUTCOME_NONE ? outcome : out->outcome;
        if (people && outcome == OUTCOME_NONE)
            add_people(a, m, out);
        behind = m->last > behind ? m->last : behind;
    }
    return behind;
}

/* Tokens of a cell. */
static void tokens_of(const Analysis *a, Span cell, uint32_t *first, uint32_t *last)
{
    *first = analysis_token(a, cell.start);
    *last = cell.end > cell.start ? analysis_token(a, cell.end - 1) + 1 : *first;
}

/* Whether all words of the cell tell of people or of what befell them: not "killed by", "deaths per 100,000", "killed and injured". */
static bool read_people(const Analysis *a, Span cell, Column *out)
{
    uint32_t first = 0;
    uint32_t last = 0;
    tokens_of(a, cell, &first, &last);
    bool mixed = false;
    *out = (Column){.outcome = OUTCOME_NONE, .victim_class = CLASS_UNKNOWN};
    for (uint32_t t = first; t < last;) {
        uint32_t behind = read_word(a, t, last, out, &mixed);
        bool sign = (a->tokens.tokens[t].flags & TOKEN_PUNCT) != 0;
        bool rate = sign && str_has_char(STR("%/"), a->tokens.text.ptr[a->tokens.tokens[t].span.start]);
        if (mixed || rate || (behind == t && !sign))
            return false;
        t = behind > t ? behind : t + 1;
    }
    return first < last;
}

static Headings headings_of(const Analysis *a, const InsetRow *row)
{
    Headings headings = {.any = false};
    bool figures = false;
    for (size_t i = 0; i < row->count; i++) {
        if (!read_people(a, row->cells[i], &headings.columns[i]))
            headings.columns[i] = (Column){.outcome = OUTCOME_NONE};
        headings.any = headings.any || headings.columns[i].outcome != OUTCOME_NONE;
        figures = figures || (!span_is_empty(row->cells[i]) && char_is_digit(a->tokens.text.ptr[row->cells[i].start]));
    }
    headings.any = headings.any && !figures; /* "Deaths | 12": a label and its value */
    return headings;
}

void inset_find(Analysis *a)
{
    for (size_t i = 0; i < a->block_count; i++) {
        if (a->blocks[i].kind != BLOCK_TABLE_ROW)
            continue;
        InsetRow row = row_of(a, i);
        if (row.count < 2 || !headings_of(a, &row).any)
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
    return str_find_char(words, '\t', 0) != SIZE_MAX && row_of(a, block).count > LABEL_AND_VALUE;
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
        if (is_sum_word(a, &a->mentions.items[i]))
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
        r.grouped = first ? read_people(a, cell, &r.group) && r.group.outcome == OUTCOME_NONE && !r.total : r.grouped;
        first = false;
        if (!r.total && !r.dated)
            read_days(&r, cell);
        const PlaceMention *place = place_in(a, cell);
        r.place = place ? place : r.place;
    }
    return r;
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
    tokens_of(a, span, &first, &last);
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
    InsetRow row = row_of(a, block);
    Headings headings = headings_of(a, &row);
    size_t width = row.count;
    size_t first = a->claim_count;
    unsigned scene = last_scene(a);
    size_t rows = 0;
    bool *grouped = ARENA_ARRAY(a->arena, bool, MOST_CLAIMS);
    for (block++; block < a->block_count && a->insets[block]; block++) {
        row = row_of(a, block);
        if (row.count != width || is_rule(a, block) || rows == MOST_ROWS)
            continue; /* cells over several rows: which column is which cannot be told */
        Reading r = read_row(a, &headings, &row);
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

#include "extract/table/inset_table.h"

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

InsetRow inset_row(const Analysis *a, size_t block)
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

bool inset_is_rule(const Analysis *a, size_t block)
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

bool inset_is_sum_word(const Analysis *a, const Mention *m)
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
        bool filler = is_of(a, m) || inset_is_sum_word(a, m) || is_number_word(a, m);
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

void inset_tokens(const Analysis *a, Span cell, uint32_t *first, uint32_t *last)
{
    *first = analysis_token(a, cell.start);
    *last = cell.end > cell.start ? analysis_token(a, cell.end - 1) + 1 : *first;
}

bool inset_read_people(const Analysis *a, Span cell, Column *out)
{
    uint32_t first = 0;
    uint32_t last = 0;
    inset_tokens(a, cell, &first, &last);
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
        if (!inset_read_people(a, row->cells[i], &headings.columns[i]))
            headings.columns[i] = (Column){.outcome = OUTCOME_NONE};
        headings.any = headings.any || headings.columns[i].outcome != OUTCOME_NONE;
        figures = figures || (!span_is_empty(row->cells[i]) && char_is_digit(a->tokens.text.ptr[row->cells[i].start]));
    }
    headings.any = headings.any && !figures; /* "Deaths | 12": a label and its value */
    return headings;
}

/* Whether nothing in the row is a figure. */
static bool has_no_figure(const Analysis *a, const InsetRow *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (!span_is_empty(row->cells[i]) && char_is_digit(a->tokens.text.ptr[row->cells[i].start]))
            return false;
    return true;
}

/* Does the row say more of columns that count people: "Men", "Women", "Total" under "Killed" and the empty heading behind it? */
static bool divides(const Analysis *a, const Headings *headings, const InsetRow *top, const InsetRow *under)
{
    bool more = false;
    for (size_t i = 0; i < top->count; i++) {
        bool counts = headings->columns[i].outcome != OUTCOME_NONE;
        more = more || (counts && !span_is_empty(under->cells[i]));
    }
    return more && under->count == top->count && has_no_figure(a, under);
}

/* "Killed" over "Women": women killed. */
static Column divided(const Analysis *a, Column over, Span under)
{
    Column part = {.outcome = OUTCOME_NONE};
    uint32_t first = 0;
    uint32_t last = 0;
    inset_tokens(a, under, &first, &last);
    if (span_is_empty(under))
        return over;
    bool plain = over.victim_class == CLASS_UNKNOWN && over.subgroups == 0;
    if (!plain || !inset_read_people(a, under, &part) || part.outcome != OUTCOME_NONE)
        return (Column){.outcome = OUTCOME_NONE};
    part.outcome = over.outcome;
    return part;
}

static void divide(const Analysis *a, Headings *headings, const InsetRow *top, const InsetRow *under)
{
    Column over = {.outcome = OUTCOME_NONE};
    for (size_t i = 0; i < top->count; i++) {
        over = span_is_empty(top->cells[i]) ? over : headings->columns[i];
        if (over.outcome != OUTCOME_NONE)
            headings->columns[i] = divided(a, over, under->cells[i]);
    }
}

static void drop_doubles(Headings *headings, size_t count)
{
    bool twice[MOST_CELLS] = {false};
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++) {
            const Column *x = &headings->columns[i];
            const Column *y = &headings->columns[k];
            bool same = x->outcome != OUTCOME_NONE && x->outcome == y->outcome && x->victim_class == y->victim_class &&
                        x->subgroups == y->subgroups;
            twice[i] = twice[i] || same;
            twice[k] = twice[k] || same;
        }
    for (size_t i = 0; i < count; i++)
        headings->columns[i].outcome = twice[i] ? OUTCOME_NONE : headings->columns[i].outcome;
}

Headings inset_headings(const Analysis *a, size_t block, size_t *rows)
{
    InsetRow top = inset_row(a, block);
    Headings headings = headings_of(a, &top);
    *rows = 1;
    if (!headings.any || top.count < 2) {
        headings.any = false;
        return headings;
    }
    bool more = block + 1 < a->block_count && !inset_is_rule(a, block + 1);
    InsetRow under = more ? inset_row(a, block + 1) : (InsetRow){.count = 0};
    if (under.count == top.count && divides(a, &headings, &top, &under)) {
        divide(a, &headings, &top, &under);
        *rows = 2;
    }
    drop_doubles(&headings, top.count);
    return headings;
}

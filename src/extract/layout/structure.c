/*
 * structure — what each stretch of a report's text is for. Plain text is cut into blocks by its
 * lines; blocks that the reader knew are kept. Then the tail that is not the report's own (comment
 * box, author box, a text generator's closing offer) is told apart by the phrases of
 * lexicon/structure.tsv, and the dateline is read by its shape alone.
 */
#include "extract/analysis/analysis.h"
#include "extract/layout/dateline.h"
#include "extract/layout/offer.h"
#include "extract/layout/page_edge.h"

enum {
    HEADING_MAX_BYTES = 140,
    WRAPPED_MAX_BYTES = 110, /* no line of a hard-wrapped text is longer */
    WRAPPED_FULL_BYTES = 50, /* and most lines that go on are at least so long */
    DATELINE_BLOCKS = 8,     /* a dateline stands in one of the first blocks */
    SIGN_LINE_BYTES = 600,   /* longer lines are prose, not furniture */
};

/* Where a phrase must stand in its line to count: values of the classes of structure.tsv. */
static const char *const ANCHOR_WHOLE = "whole"; /* nothing but it, numbers and signs */
static const char *const ANCHOR_OFFER = "offer"; /* likewise, and headlines of other reports follow */
static const char *const ANCHOR_BEGIN = "begin";
static const char *const ANCHOR_HEADLINE = "headline"; /* begins a line like a headline */

typedef struct {
    bool tail;    /* from here to the end nothing is the report's own */
    bool line;    /* this line is not the report's own */
    bool offer;   /* likewise, and the headlines under it */
    bool machine; /* a text generator speaks */
    bool caption;
} Signs;

typedef struct {
    Span span; /* without surrounding white space; never empty */
    uint32_t indent;
    uint32_t gap; /* line breaks between it and the line before */
    bool edge;    /* the head or foot of a printed page */
} Line;

typedef struct {
    Line *items;
    size_t count;
    size_t cap;
} LineList;

/* ---- lines ---------------------------------------------------------------------------------- */

static Span trim_span(Str text, uint32_t start, uint32_t end)
{
    while (start < end && char_is_space(text.ptr[start]))
        start++;
    while (end > start && char_is_space(text.ptr[end - 1]))
        end--;
    return (Span){start, end};
}

static LineList lines_of(Arena *arena, Str text)
{
    LineList list = {0};
    uint32_t gap = 0;
    for (size_t at = 0; at <= text.len;) {
        size_t end = str_find_char(text, '\n', at);
        if (end == SIZE_MAX)
            end = text.len;
        Span span = trim_span(text, (uint32_t)at, (uint32_t)end);
        if (!span_is_empty(span)) {
            list.items = arena_grow(arena, list.items, list.count, &list.cap, sizeof *list.items);
            list.items[list.count++] = (Line){span, span.start - (uint32_t)at, gap, false};
            gap = 0;
        }
        gap++;
        at = end + 1;
    }
    return list;
}

/* Heads and feet of pages stand apart from the lines around them. */
static void find_edges(Arena *arena, Str text, LineList *list)
{
    if (str_find_char(text, '\f', 0) == SIZE_MAX)
        return;
    Span *spans = ARENA_ARRAY(arena, Span, list->count + 1);
    for (size_t i = 0; i < list->count; i++)
        spans[i] = list->items[i].span;
    const bool *edges = page_edge_find(arena, text, spans, list->count);
    for (size_t i = 0; i < list->count; i++)
        list->items[i].edge = edges[i];
}

static size_t line_bytes(const Line *line)
{
    return line->span.end - line->span.start;
}

static bool ends_a_sentence(Str line)
{
    char last = line.ptr[line.len - 1];
    return last == '.' || last == '!' || last == '?' || last == ':';
}

/* ---- what a line looks like ------------------------------------------------------------------ */

/* Bullets as UTF-8; a hyphen or star counts only with a space behind it. */
static const char *const BULLETS[] = {"•", "◦", "▪", "‣", "●", "○", "■", "·", "–", "—", "-", "*"};

static bool is_list_item(Str line)
{
    for (size_t i = 0; i < sizeof BULLETS / sizeof *BULLETS; i++) {
        if (line.len == 0 || line.ptr[0] != BULLETS[i][0])
            continue;
        Str bullet = str_from(BULLETS[i]);
        if (str_begins(line, bullet) && line.len > bullet.len &&
            (char_is_space(line.ptr[bullet.len]) || (unsigned char)line.ptr[bullet.len] == 0xC2))
            return true;
    }
    size_t digits = 0;
    while (digits < line.len && digits < 3 && char_is_digit(line.ptr[digits]))
        digits++;
    return digits > 0 && digits + 1 < line.len && (line.ptr[digits] == '.' || line.ptr[digits] == ')') &&
           line.ptr[digits + 1] == ' ';
}

/* Written like a line of its own: a capital or a digit, in a line that has small letters. */
static bool opens_afresh(Str line)
{
    bool small = false;
    for (size_t i = 0; i < line.len && !small; i++)
        small = line.ptr[i] >= 'a' && line.ptr[i] <= 'z';
    return small && ((line.ptr[0] >= 'A' && line.ptr[0] <= 'Z') || char_is_digit(line.ptr[0]));
}

/* Most lines that are followed at once by another are full, and do not end a sentence. Items of a list are lines, however long; so is one or two
 * behind them that open afresh. */
static bool is_hard_wrapped(Str text, const LineList *list)
{
    enum { FEW = 3 };
    size_t pairs = 0;
    size_t fresh = 0;
    size_t full = 0;
    size_t ended = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (line_bytes(&list->items[i]) > WRAPPED_MAX_BYTES)
            return false;
        if (i + 1 == list->count || list->items[i + 1].gap != 1 ||
            is_list_item(span_text(text, list->items[i + 1].span)))
            continue;
        fresh += opens_afresh(span_text(text, list->items[i + 1].span));
        pairs++;
        full += line_bytes(&list->items[i]) >= WRAPPED_FULL_BYTES;
        ended += ends_a_sentence(span_text(text, list->items[i].span));
    }
    return pairs > 0 && !(fresh == pairs && pairs < FEW) && full * 10 >= pairs * 6 && ended * 10 <= pairs * 6;
}

static bool begins_quoted(Str line)
{
    return line.ptr[0] == '"' || str_begins(line, STR("“")) || str_begins(line, STR("«"));
}

/* One quotation and nothing else. */
static bool is_set_off_quote(Str line)
{
    if (!begins_quoted(line) || line.len < 40)
        return false;
    size_t skip = line.ptr[0] == '"' ? 1 : 3;
    Str inner = str_drop(line, skip);
    return (str_ends(inner, STR("\"")) && str_find_char(inner, '"', 0) == inner.len - 1) ||
           (str_ends(inner, STR("”")) && str_find(inner, STR("”"), 0) == inner.len - 3) || str_ends(inner, STR("»"));
}

/* How many of the longer words begin with a capital, and how many there are. */
static void count_capitals(Str line, size_t *capitals, size_t *words)
{
    *capitals = 0;
    *words = 0;
    for (size_t at = 0; at < line.len;) {
        size_t end = at;
        while (end < line.len && line.ptr[end] != ' ')
            end++;
        if (end - at >= 4 || char_is_digit(line.ptr[at])) {
            (*words)++;
            *capitals += !(line.ptr[at] >= 'a' && line.ptr[at] <= 'z');
        }
        at = end + 1;
    }
}

/* Short, without a full stop; in title case, or alone at the head of the text. */
static bool is_heading(Str line, bool first)
{
    if (line.len > HEADING_MAX_BYTES || str_find_char(line, '@', 0) != SIZE_MAX)
        return false;
    char last = line.ptr[line.len - 1];
    if (last == '.' || last == ',' || last == ';' || last == '!')
        return false;
    size_t capitals = 0;
    size_t words = 0;
    count_capitals(line, &capitals, &words);
    bool titled = words > 0 && capitals * 10 >= words * 6;
    return titled || (first && last != ':' && last != '?');
}

/* Cells between tabs, or between bars: "| Goma | 12 |". */
static bool is_row(Str line)
{
    if (line.ptr[0] == '|')
        return str_find_char(line, '|', 1) != SIZE_MAX;
    return str_find_char(line, '\t', 0) != SIZE_MAX;
}

static BlockKind kind_of_line(Str line, bool first)
{
    if (is_row(line))
        return BLOCK_TABLE_ROW;
    if (is_list_item(line))
        return BLOCK_LIST_ITEM;
    if (is_set_off_quote(line))
        return BLOCK_QUOTE;
    if (is_heading(line, first) && !str_present(dateline_place(line)))
        return BLOCK_HEADING;
    return BLOCK_PARAGRAPH;
}

/* ---- blocks ---------------------------------------------------------------------------------- */

static void add_block(Analysis *a, Block block)
{
    a->blocks = arena_grow(a->arena, a->blocks, a->block_count, &a->block_cap, sizeof *a->blocks);
    a->blocks[a->block_count++] = block;
}

/* Does line i go on with the paragraph of the line before? */
static bool continues(Str text, const Line *line)
{
    Str words = span_text(text, line->span);
    return line->gap == 1 && line->indent < 3 && !line->edge && !is_list_item(words) && !is_row(words);
}

static void blocks_of_wrapped_lines(Analysis *a, const LineList *list)
{
    Str text = a->document->text;
    for (size_t i = 0; i < list->count;) {
        Span span = list->items[i].span;
        size_t next = i + 1;
        bool row = is_row(span_text(text, span));
        while (!row && !list->items[i].edge && next < list->count && continues(text, &list->items[next]))
            span.end = list->items[next++].span.end;
        BlockKind kind = kind_of_line(span_text(text, span), i == 0 && next < list->count);
        if (kind == BLOCK_HEADING && next > i + 2)
            kind = BLOCK_PARAGRAPH;
        add_block(a, (Block){span, list->items[i].edge ? BLOCK_BOILERPLATE : kind, 0});
        i = next;
    }
}

/* "civil-" and, on the next line, "ians": neither is a line of its own. */
static bool is_cut_word(Str text, Span span, const Line *next)
{
    enum { SHORTEST = 2 };
    const char *end = text.ptr + span.end;
    return next->gap == 1 && span.end - span.start >= SHORTEST && end[-1] == '-' && char_is_letter(end[-2]) &&
           text.ptr[next->span.start] >= 'a' && text.ptr[next->span.start] <= 'z';
}

/* Which blocks are heads and feet: each is a line. */
static void keep_edges(Analysis *a, const LineList *list)
{
    bool *edges = NULL;
    for (size_t i = 0, block = 0; i < list->count; i++) {
        if (!list->items[i].edge)
            continue;
        edges = edges ? edges : ARENA_ARRAY(a->scratch, bool, a->block_count + 1);
        while (block < a->block_count && a->blocks[block].span.start < list->items[i].span.start)
            block++;
        edges[block] = true;
    }
    a->edges = edges;
}

static void blocks_of_lines(Analysis *a, const LineList *list)
{
    Str text = a->document->text;
    for (size_t i = 0; i < list->count; i++) {
        /* A text's second line under its title may be a deck or a caption: no full stop either. */
        bool first = i < 2 && list->count > 2;
        Span span = list->items[i].span;
        if (list->items[i].edge) {
            add_block(a, (Block){span, BLOCK_BOILERPLATE, 0});
            continue;
        }
        while (i + 1 < list->count && is_cut_word(text, span, &list->items[i + 1]))
            span.end = list->items[++i].span.end;
        add_block(a, (Block){span, kind_of_line(span_text(text, span), first), 0});
    }
}

/* ---- furniture ------------------------------------------------------------------------------- */

static bool only_signs(const TokenList *tokens, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++) {
        if (tokens->tokens[t].flags & TOKEN_WORD)
            return false;
    }
    return true;
}

static bool stands_as_asked(const Analysis *a, Span block, const Mention *m)
{
    Str anchor = analysis_value(a, m);
    bool whole = str_is(anchor, ANCHOR_WHOLE) || str_is(anchor, ANCHOR_OFFER);
    bool headline = str_is(anchor, ANCHOR_HEADLINE);
    if (!whole && !headline && !str_is(anchor, ANCHOR_BEGIN))
        return true;
    if (!only_signs(&a->tokens, block.start, m->first) || (whole && !only_signs(&a->tokens, m->last, block.end)))
        return false;
    uint32_t line = a->tokens.sentences[a->tokens.tokens[m->first].sentence].block;
    return !headline || only_signs(&a->tokens, m->last, block.end) ||
           offer_is_headline(span_text(a->document->text, a->blocks[line].span));
}

/* Do headlines of other reports follow: "Related stories", and "Read also:" with nothing behind it? */
static bool opens_offers(const Analysis *a, Span block, const Mention *m)
{
    Str anchor = analysis_value(a, m);
    bool begin = str_is(anchor, ANCHOR_BEGIN) || str_is(anchor, ANCHOR_HEADLINE);
    return str_is(anchor, ANCHOR_OFFER) || (begin && only_signs(&a->tokens, m->last, block.end));
}

/* The classes of structure.tsv. */
typedef struct {
    ClassSet any;
    uint16_t tail, line, machine, caption;
} SignClasses;

static SignClasses sign_classes(const Analysis *a)
{
    SignClasses cls = {.tail = analysis_class(a, "FURNITURE_TAIL"),
                       .line = analysis_class(a, "FURNITURE_LINE"),
                       .machine = analysis_class(a, "MACHINE_LINE"),
                       .caption = analysis_class(a, "CAPTION_LINE")};
    cls.any = class_set_of((const uint16_t[]){cls.tail, cls.line, cls.machine, cls.caption}, 4);
    return cls;
}

/* What the phrases of a block say of it; block are its tokens. */
static Signs signs_of(const Analysis *a, const SignClasses *cls, Str line, Span block)
{
    Signs signs = {0};
    if (line.len > SIGN_LINE_BYTES)
        return signs;
    for (uint32_t t = block.start; (t = mention_next_before(&a->mentions, t, block.end, &cls->any)) < block.end; t++) {
        for (uint32_t i = a->mentions.at[t]; i != MENTION_NONE; i = a->mentions.items[i].next) {
            const Mention *m = &a->mentions.items[i];
            if (!class_set_has(&cls->any, m->cls) || !stands_as_asked(a, block, m))
                continue;
            signs.offer |= m->cls != cls->machine && opens_offers(a, block, m);
            signs.tail |= m->cls == cls->tail;
            signs.line |= m->cls == cls->line;
            signs.machine |= m->cls == cls->machine;
            signs.caption |= m->cls == cls->caption;
        }
    }
    return signs;
}

/* The tokens of a block whose first sentence is at least *sentence; moves that behind the block. */
static Span tokens_of_block(const Analysis *a, size_t block, size_t *sentence)
{
    const TokenList *list = &a->tokens;
    while (*sentence < list->sentence_count && list->sentences[*sentence].block < block)
        (*sentence)++;
    Span range = {0, 0};
    for (; *sentence < list->sentence_count && list->sentences[*sentence].block == block; (*sentence)++) {
        if (range.end == 0)
            range.start = list->sentences[*sentence].first;
        range.end = list->sentences[*sentence].last;
    }
    return range;
}

/* "1:27 Boat sinks off Port Bek": how long a film lasts, and its title. */
static bool is_film(Str line)
{
    enum { DIGIT = 0, COLON, TENS, ONES, SPACE, TITLE };
    if (line.len <= TITLE || line.len > SIGN_LINE_BYTES || line.ptr[line.len - 1] == '.')
        return false;
    return char_is_digit(line.ptr[DIGIT]) && line.ptr[COLON] == ':' && line.ptr[TENS] >= '0' && line.ptr[TENS] < '6' &&
           char_is_digit(line.ptr[ONES]) && line.ptr[SPACE] == ' ' &&
           !(char_is_letter(line.ptr[TITLE]) && !char_is_upper(line.ptr[TITLE]));
}

/* A list of films that the page offers: their titles are headlines of other reports. */
static void mark_films(Analysis *a)
{
    enum { LEAST = 3 };
    size_t films = 0;
    for (size_t i = 0; i < a->block_count; i++)
        films += is_film(span_text(a->document->text, a->blocks[i].span));
    for (size_t i = 0; i < a->block_count && films >= LEAST; i++)
        if (is_film(span_text(a->document->text, a->blocks[i].span)))
            a->blocks[i].kind = BLOCK_BOILERPLATE;
}

/* The tail begins behind the first third: a page may open with a share line, never with its comments. */
static void mark_furniture(Analysis *a)
{
    SignClasses cls = sign_classes(a);
    if (!mention_may_be_any(&a->mentions, &cls.any))
        return;
    bool tail = false;
    bool begun = false;
    size_t sentence = 0;
    for (size_t i = 0; i < a->block_count; i++) {
        Block *block = &a->blocks[i];
        if (document_in_headline(a->document, block->span))
            return;
        if (tail)
            block->kind = BLOCK_BOILERPLATE;
        if (block->kind == BLOCK_BOILERPLATE)
            continue;
        Span tokens = tokens_of_block(a, i, &sentence);
        Signs signs = signs_of(a, &cls, span_text(a->document->text, block->span), tokens);
        begun = begun || offer_is_prose(a, i);
        tail = signs.tail && i > 0 && (size_t)block->span.start * 3 > a->document->text.len;
        size_t end = signs.offer && begun ? offer_list_end(a, i + 1, signs.tail) : i + 1;
        bool offers = end > i + 1;
        tail = tail && !offers;
        for (; i + 1 < end; i++)
            a->blocks[i + 1].kind = BLOCK_BOILERPLATE;
        if (tail || offers || signs.line || signs.machine)
            block->kind = BLOCK_BOILERPLATE;
        else if (signs.caption)
            block->kind = BLOCK_CAPTION;
    }
}

/* Under a title, a page that is a form for signing in but for a line ("Almost there!") reports nothing: the line belongs
 * to the form. */
static void mark_rest(Analysis *a)
{
    enum { FEW = 4, LINE_BYTES = 40 };
    size_t own = 0;
    size_t furniture = 0;
    size_t count = 0;
    for (; count < a->block_count && !document_in_headline(a->document, a->blocks[count].span); count++) {
        size_t bytes = a->blocks[count].span.end - a->blocks[count].span.start;
        *(a->blocks[count].kind == BLOCK_BOILERPLATE ? &furniture : &own) += bytes;
    }
    bool form = !span_is_empty(a->document->headline) && own < LINE_BYTES && own * FEW < furniture;
    for (size_t i = 0; i < count && form; i++)
        a->blocks[i].kind = BLOCK_BOILERPLATE;
}

static void find_dateline(Analysis *a)
{
    size_t tried = 0;
    for (size_t i = 0; i < a->block_count && tried < DATELINE_BLOCKS; i++) {
        if (a->blocks[i].kind == BLOCK_BOILERPLATE)
            continue;
        tried++;
        Str place = dateline_place(span_text(a->document->text, a->blocks[i].span));
        if (str_present(place)) {
            a->dateline_place = place;
            return;
        }
    }
}

void structure_find(Analysis *a)
{
    const Document *document = a->document;
    if (document->block_count > 0) {
        for (size_t i = 0; i < document->block_count; i++)
            add_block(a, document->blocks[i]);
    } else {
        Str body = document_body(document);
        LineList list = lines_of(a->scratch, body);
        find_edges(a->scratch, body, &list);
        if (is_hard_wrapped(body, &list))
            blocks_of_wrapped_lines(a, &list);
        else
            blocks_of_lines(a, &list);
        keep_edges(a, &list);
    }
    if (!span_is_empty(document->headline))
        add_block(a, (Block){document->headline, BLOCK_HEADING, 1});
    analysis_set_tokens(a, token_split(a->scratch, a->language->lexicon, document->text, a->blocks, a->block_count));
}

void furniture_find(Analysis *a)
{
    mark_films(a);
    mark_furniture(a);
    offer_mark(a);
    mark_rest(a);
    find_dateline(a);
}

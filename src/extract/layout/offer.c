#include "extract/layout/offer.h"

#include "extract/analysis/event_names.h"

enum {
    SHORTEST_BYTES = 12, /* of a headline */
    LONGEST_BYTES = 160,
    PROSE_BYTES = 50, /* no paragraph is shorter that says a line is none */
    OPENING = 2,      /* a title and what stands under it */
    OTHERS = 3,       /* of so many lines on anything one tells of harm */
    MOST = 40,        /* lines that are looked at: a text of more such lines is a list */
};

/* ---- shapes ---- */

/* Without the brackets and quotation marks that close it. */
static Str without_closers(Str line)
{
    static const char *const CLOSERS[] = {"\"", "'", ")", "]", "\xe2\x80\x9d", "\xe2\x80\x99"};
    for (size_t i = 0; i < sizeof CLOSERS / sizeof *CLOSERS;) {
        Str closer = str_from(CLOSERS[i]);
        bool closes = line.len > closer.len && str_ends(line, closer);
        line = closes ? str_slice(line, 0, line.len - closer.len) : line;
        i = closes ? 0 : i + 1;
    }
    return line;
}

bool offer_is_headline(Str line)
{
    bool rule = line.len > 1 && line.ptr[0] == line.ptr[1] && !char_is_letter(line.ptr[0]) &&
                !char_is_digit(line.ptr[0]) && line.ptr[0] != '>';
    bool small = line.len > 0 && char_is_letter(line.ptr[0]) && !char_is_upper(line.ptr[0]);
    if (small || rule || line.len < SHORTEST_BYTES || line.len > LONGEST_BYTES ||
        str_find_char(line, '\t', 0) != SIZE_MAX)
        return false;
    Str inner = without_closers(line);
    return str_ends(inner, STR("...")) || !str_has_char(STR(".:;,!"), inner.ptr[inner.len - 1]);
}

static Str block_text(const Analysis *a, size_t block)
{
    return span_text(a->document->text, a->blocks[block].span);
}

static bool is_line(const Analysis *a, size_t block)
{
    BlockKind kind = a->blocks[block].kind;
    bool own = kind == BLOCK_HEADING && a->blocks[block].level > 0; /* as a page's mark-up has it */
    return (kind == BLOCK_PARAGRAPH || kind == BLOCK_HEADING) && !own && offer_is_headline(block_text(a, block));
}

bool offer_is_prose(const Analysis *a, size_t block)
{
    BlockKind kind = a->blocks[block].kind;
    Str text = block_text(a, block);
    return (kind == BLOCK_PARAGRAPH || kind == BLOCK_QUOTE) && text.len >= PROSE_BYTES && !offer_is_headline(text);
}

/* "… after a blast in Goma. [Ann Rowe/Reuters]": the words under a picture end with who took it. */
static bool is_caption(const Analysis *a, size_t block)
{
    enum { LONGEST = 400, LONGEST_CREDIT = 60 };
    Str text = block_text(a, block);
    char close = text.ptr[text.len - 1];
    if (a->blocks[block].kind == BLOCK_CAPTION)
        return true;
    if (a->blocks[block].kind == BLOCK_BOILERPLATE || text.len > LONGEST || (close != ')' && close != ']'))
        return false;
    size_t open = text.len - 1;
    while (open > 0 && text.ptr[open] != '(' && text.ptr[open] != '[')
        open--;
    Str credit = str_drop(text, open);
    return open > 0 && credit.len <= LONGEST_CREDIT && str_find_char(credit, '/', 0) != SIZE_MAX;
}

/* ---- under a label ---- */

static bool is_listed(const Analysis *a, size_t block)
{
    return is_line(a, block) || (a->blocks[block].kind == BLOCK_LIST_ITEM && offer_is_headline(block_text(a, block)));
}

/* Blocks behind the body: the title, where it stands apart. */
static size_t body_end(const Analysis *a)
{
    size_t count = a->block_count;
    while (count > 0 && document_in_headline(a->document, a->blocks[count - 1].span))
        count--;
    return count;
}

/* Does each headline have a few words on it, from the ones at the block up to the end: one paragraph, a headline, one paragraph? */
static bool is_of_teasers(const Analysis *a, size_t block, size_t count)
{
    for (; block < count; block++)
        if (block + 1 < count && is_listed(a, block) == is_listed(a, block + 1))
            return false;
    return true;
}

size_t offer_list_end(const Analysis *a, size_t first, bool tail)
{
    size_t end = first;
    size_t count = body_end(a);
    while (end < count && (is_listed(a, end) || a->blocks[end].kind == BLOCK_BOILERPLATE))
        end++;
    bool teasers = end > first && end < count && is_of_teasers(a, end, count);
    return teasers && (tail || end + 1 < count) ? count : end;
}

/* ---- without a label ---- */

typedef struct {
    Analysis *a;
    ClassSet telling; /* what may make a claim */
    uint16_t months[2];
    uint16_t be; /* "was": headlines leave it out */
    uint16_t have;
    uint16_t article;
    uint16_t word;
    uint16_t before; /* "in", "at": a place follows */
    GazetteerSearch *search;
    bool *lines;  /* by block: is like a headline and may make a claim */
    Span *tokens; /* by block */
    size_t body;  /* blocks of the body */
} Offers;

static Offers offers_of(Analysis *a)
{
    static const char *const HARM[] = {"HARM_PP", "HARM_ACT", "HARM_INTRANS", "HARM_NOUN", "HARM_ADJ"};
    Offers o = {.a = a, .telling = a->language->event_names->triggers, .body = body_end(a)};
    for (size_t i = 0; i < sizeof HARM / sizeof *HARM; i++)
        class_set_add(&o.telling, analysis_class(a, HARM[i]));
    o.months[0] = analysis_class(a, "TMONTH");
    o.months[1] = analysis_class(a, "TMON");
    o.be = analysis_class(a, "BE");
    o.have = analysis_class(a, "HAVE");
    o.article = analysis_class(a, "DETERMINER");
    o.word = analysis_class(a, "WORD");
    o.before = analysis_class(a, "PLACE_BEFORE");
    return o;
}

/* The tokens of each block. */
static void find_tokens(Offers *o)
{
    const TokenList *list = &o->a->tokens;
    o->tokens = ARENA_ARRAY(o->a->scratch, Span, o->a->block_count + 1);
    for (size_t i = 0; i < list->sentence_count; i++) {
        const Sentence *s = &list->sentences[i];
        if (s->block >= o->a->block_count)
            continue;
        Span *span = &o->tokens[s->block];
        *span = (Span){span->end == 0 ? s->first : span->start, s->last};
    }
}

static Str token_text(const Offers *o, uint32_t token)
{
    return span_text(o->a->tokens.text, o->a->tokens.tokens[token].span);
}

/* "The clerk was hurt", "A bus burned": a sentence that lost its stop. */
static bool is_sentence(const Offers *o, uint32_t token, bool opens)
{
    const MentionList *list = &o->a->mentions;
    return mention_begins(list, token, o->be) || mention_begins(list, token, o->have) ||
           (opens && mention_begins(list, token, o->article));
}

/* "Nine killed in Goma blast": one headline that may make a claim, without a day or a colon, as entries of a chronicle have them. */
static bool tells(const Offers *o, size_t block)
{
    Span tokens = o->tokens[block];
    const MentionList *list = &o->a->mentions;
    bool told = false;
    for (uint32_t t = tokens.start; t < tokens.end; t++) {
        bool day = mention_begins(list, t, o->months[0]) || mention_begins(list, t, o->months[1]);
        if (day || is_sentence(o, t, t == tokens.start) ||
            (t > tokens.start && (o->a->tokens.tokens[t].flags & TOKEN_SENTENCE_START)) ||
            str_is(token_text(o, t), ":"))
            return false;
        told = told || mention_may_begin_any(list, t, &o->telling);
    }
    return told;
}

/* Words under a picture that may make a claim. */
static bool is_telling_caption(const Offers *o, size_t block)
{
    bool told = false;
    for (uint32_t t = o->tokens[block].start; t < o->tokens[block].end && !told; t++)
        told = mention_may_begin_any(&o->a->mentions, t, &o->telling);
    return told && is_caption(o->a, block);
}

/* Does the text go on in paragraphs, beside which its lines are few? Marks the lines. */
static bool is_of_paragraphs(Offers *o)
{
    size_t prose = 0;
    size_t lines = 0;
    size_t told = 0;
    for (size_t i = 0; i < o->body; i++) {
        prose += offer_is_prose(o->a, i);
        bool line = i >= OPENING && prose > 0 && is_line(o->a, i);
        lines += line;
        o->lines[i] = (line && tells(o, i)) || (i > 0 && is_telling_caption(o, i));
        told += o->lines[i];
    }
    bool few = lines <= prose * 2 || told * OTHERS <= lines; /* a list of attacks tells in most of its lines */
    return told > 0 && told <= MOST && prose >= 2 && few;
}

/* Is the word, or one that begins or goes on like it ("Kenya", "Kenyan"), in the report's own blocks before a block? */
static bool is_told(const Offers *o, uint32_t word, size_t end)
{
    enum { STEM = 5 };
    Str name = token_text(o, word);
    for (size_t i = 0; i < o->a->block_count; i++) {
        bool own = (i < end || i >= o->body) && !o->lines[i] && o->a->blocks[i].kind != BLOCK_BOILERPLATE;
        for (uint32_t t = o->tokens[i].start; own && t < o->tokens[i].end; t++) {
            Str other = token_text(o, t);
            bool stem = name.len >= STEM && other.len >= STEM &&
                        (str_begins_caseless(other, name) || str_begins_caseless(name, other));
            if (stem || str_equal_caseless(other, name))
                return true;
        }
    }
    return false;
}

/* Does the line head the paragraph under it: a word that the text had not before is taken up there? */
static bool heads(const Offers *o, size_t block)
{
    enum { LETTERS = 4 };
    size_t next = block + 1;
    if (next >= o->body || o->lines[next] || !offer_is_prose(o->a, next))
        return false;
    for (uint32_t t = o->tokens[block].start; t < o->tokens[block].end; t++) {
        Str word = token_text(o, t);
        bool counts = word.len >= LETTERS && !mention_may_begin_any(&o->a->mentions, t, &o->telling);
        for (uint32_t n = o->tokens[next].start; counts && n < o->tokens[next].end; n++)
            if (str_equal_caseless(token_text(o, n), word) && !is_told(o, t, block))
                return true;
    }
    return false;
}

/* A name of a place begins at the token: one of the map, or what "in" stands before. */
static bool is_place(Offers *o, Span line, uint32_t token)
{
    const Token *t = &o->a->tokens.tokens[token];
    bool capital = (t->flags & TOKEN_WORD) && (t->flags & TOKEN_CAPITAL);
    bool known = mention_begins(&o->a->mentions, token, o->word);
    if (!capital || known || (t->flags & TOKEN_SHOUTED))
        return false;
    if (token > line.start && mention_begins(&o->a->mentions, token - 1, o->before))
        return true;
    size_t count = 0;
    uint32_t length = 0;
    if (!o->search && o->a->gazetteer)
        o->search = gazetteer_search(o->a->gazetteer, &o->a->tokens, o->a->scratch);
    return o->search && gazetteer_at(o->search, token, &count, &length) && count > 0;
}

/* Does the line name places, and none of which the report speaks? */
static bool is_elsewhere(Offers *o, size_t block)
{
    size_t places = 0;
    Span line = o->tokens[block];
    for (uint32_t t = line.start; t < line.end; t++) {
        if (!is_place(o, line, t))
            continue;
        if (is_told(o, t, o->body))
            return false;
        places++;
    }
    return places > 0;
}

/* Lines without a place beside those that are offered, with nothing between, are of the same list. */
static void take_neighbours(const Offers *o, bool *offered)
{
    for (size_t i = OPENING; i < o->body; i++)
        offered[i] = offered[i] || (offered[i - 1] && o->lines[i]);
    for (size_t i = o->body; i-- > OPENING + 1;)
        offered[i - 1] = offered[i - 1] || (offered[i] && o->lines[i - 1]);
}

void offer_mark(Analysis *a)
{
    Offers o = offers_of(a);
    if (o.body <= OPENING || !mention_may_be_any(&a->mentions, &o.telling))
        return;
    o.lines = ARENA_ARRAY(a->scratch, bool, a->block_count + 1);
    find_tokens(&o);
    if (!is_of_paragraphs(&o))
        return;
    bool *offered = ARENA_ARRAY(a->scratch, bool, a->block_count + 1);
    bool any = false;
    for (size_t i = 0; i < o.body; i++) {
        offered[i] = o.lines[i] && is_elsewhere(&o, i) && (is_caption(a, i) || !heads(&o, i));
        any = any || offered[i];
    }
    if (any)
        take_neighbours(&o, offered);
    for (size_t i = 0; i < o.body; i++)
        if (offered[i])
            a->blocks[i].kind = BLOCK_BOILERPLATE;
}

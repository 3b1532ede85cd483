#include "extract/analysis/analysis.h"

Str analysis_value(const Analysis *a, const Mention *m)
{
    return lexicon_value_name(a->language->lexicon, m->value);
}

Str analysis_text(const Analysis *a, const Mention *m)
{
    return span_text(a->tokens.text, mention_span(&a->tokens, m));
}

/* "Ruiz", where a front is called after somebody: the lexicon knows the word, but only in names, and by itself as nothing. */
static bool is_known_in_names_only(const Analysis *a, uint32_t token)
{
    enum { SHORTEST = 4 }; /* "del", "las" */
    const Token *word = &a->tokens.tokens[token];
    const Vocabulary *vocabulary = lexicon_vocabulary(a->language->lexicon);
    if (word->span.end - word->span.start < SHORTEST || (vocabulary->words[word->word].flags & WORD_SMALL))
        return false;
    for (uint32_t m = a->mentions.at[token]; m != MENTION_NONE; m = a->mentions.items[m].next)
        if (a->mentions.items[m].entry != 0)
            return false;
    return true;
}

/* "HUGO | SOL": behind a given name a word that is none by itself, but for a noun that is written small. */
static bool is_behind_given_name(const Analysis *a, uint32_t token)
{
    if (token == 0 || mention_at(&a->mentions, token - 1, a->language->first_name) == MENTION_NONE ||
        a->tokens.tokens[token].sentence != a->tokens.tokens[token - 1].sentence ||
        str_present(analysis_word(a, token)) ||
        language_ending_tags(a->language, span_text(a->tokens.text, a->tokens.tokens[token].span)))
        return false;
    for (uint32_t m = a->mentions.at[token]; m != MENTION_NONE; m = a->mentions.items[m].next)
        if (a->mentions.items[m].entry != 0)
            return false;
    return true;
}

bool analysis_is_shouted_name(const Analysis *a, uint32_t token)
{
    return is_behind_given_name(a, token) || a->tokens.tokens[token].word == 0 ||
           mention_at(&a->mentions, token, a->language->first_name) != MENTION_NONE || is_known_in_names_only(a, token);
}

Str analysis_word(const Analysis *a, uint32_t token)
{
    const Language *language = a->language;
    uint32_t phrase = mention_at(&a->mentions, token, language->phrase);
    if (phrase != MENTION_NONE)
        return analysis_value(a, &a->mentions.items[phrase]);
    if (!mention_begins(&a->mentions, token, language->word))
        return STR_NONE;
    uint32_t word = a->tokens.tokens[token].word;
    return lexicon_value_name(language->lexicon, lexicon_word_value(language->lexicon, word, language->word));
}

uint32_t analysis_sentence(const Analysis *a, uint32_t token)
{
    return a->tokens.tokens[token].sentence;
}

MentionPick analysis_pick(const Analysis *a, const uint16_t *classes, size_t class_count)
{
    MentionPick pick = {.count = 0};
    uint32_t *next = ARENA_ARRAY(a->scratch, uint32_t, class_count + 1);
    for (size_t i = 0; i < class_count; i++)
        next[i] = mention_first(&a->mentions, classes[i]);
    for (;;) {
        size_t first = 0; /* the class whose next mention was added first */
        for (size_t i = 1; i < class_count; i++)
            first = next[i] < next[first] ? i : first;
        if (class_count == 0 || next[first] == MENTION_NONE)
            return pick;
        uint32_t mention = next[first];
        if (pick.count == 0 || pick.items[pick.count - 1] != mention) { /* a class may be named twice */
            pick.items = arena_grow(a->scratch, pick.items, pick.count, &pick.cap, sizeof *pick.items);
            pick.items[pick.count++] = mention;
        }
        next[first] = mention_after(&a->mentions, mention);
    }
}

Str analysis_attr_value(const Analysis *a, const Mention *m, const char *name)
{
    const Attr *attr = analysis_attr(a, m, name);
    if (!attr)
        return (Str){"", 0};
    if (attr->kind == ATTR_VALUE)
        return lexicon_value_name(a->language->lexicon, attr->value);
    if (attr->kind == ATTR_MENTION && attr->mention < a->mentions.count)
        return analysis_value(a, &a->mentions.items[attr->mention]);
    return span_text(a->tokens.text, mention_tokens_span(&a->tokens, attr->first, attr->last));
}

bool analysis_takes_clause(const Analysis *a, const Mention *say)
{
    const Attr *frame = analysis_attr(a, say, "frame");
    const Attr *form = analysis_attr(a, say, "form");
    const Lexicon *lexicon = a->language->lexicon;
    return frame && str_find_char(lexicon_value_name(lexicon, frame->value), 'q', 0) < SIZE_MAX &&
           !(form && str_begins(lexicon_value_name(lexicon, form->value), STR("noun")));
}

bool analysis_is_quote(Str text)
{
    static const char *const MARKS[] = {"\"",           "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x9e",
                                        "\xe2\x80\x98", "\xe2\x80\x99", "\xc2\xab",     "\xc2\xbb"};
    for (size_t i = 0; i < sizeof MARKS / sizeof MARKS[0]; i++) {
        if (str_equal(text, str_from(MARKS[i])))
            return true;
    }
    return false;
}

bool analysis_stands_in(const Analysis *a, const char *cls, Span span)
{
    uint16_t number = analysis_class(a, cls);
    if (!mention_may_be(&a->mentions, number) || !mention_covers(&a->mentions, analysis_token(a, span.start), number))
        return false;
    for (uint32_t i = mention_first(&a->mentions, number); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        if (span_holds(mention_span(&a->tokens, &a->mentions.items[i]), span))
            return true;
    }
    return false;
}

bool analysis_tells_value(const Analysis *a, uint32_t first, uint32_t last, const char *cls, const char *value)
{
    uint16_t number = analysis_class(a, cls);
    if (!mention_may_be(&a->mentions, number))
        return false;
    uint32_t m = mention_within(&a->mentions, first, last, number);
    for (; m != MENTION_NONE; m = mention_within_after(&a->mentions, m, last))
        if (str_is(analysis_value(a, &a->mentions.items[m]), value))
            return true;
    return false;
}

enum { STEP_BYTES = 16 }; /* some three tokens */

void analysis_set_tokens(Analysis *a, TokenList tokens)
{
    size_t steps = tokens.text.len / STEP_BYTES + 1;
    uint32_t *first = arena_room(a->scratch, steps, sizeof *first, alignof(uint32_t));
    uint32_t token = 0;
    for (size_t i = 0; i < steps; i++) {
        while (token < tokens.count && tokens.tokens[token].span.end <= i * STEP_BYTES)
            token++;
        first[i] = token;
    }
    a->tokens = tokens;
    a->token_steps = first;
    a->may_repeat = str_find_char(tokens.text, '>', 0) != SIZE_MAX;
}

uint32_t analysis_token(const Analysis *a, uint32_t byte)
{
    if (byte >= a->tokens.text.len)
        return (uint32_t)a->tokens.count;
    uint32_t token = a->token_steps[byte / STEP_BYTES];
    while (token < a->tokens.count && a->tokens.tokens[token].span.end <= byte)
        token++;
    return token;
}

size_t analysis_first_time(const Analysis *a, uint32_t byte)
{
    return time_first_from(a->times, a->time_count, byte);
}

size_t analysis_first_place(const Analysis *a, uint32_t byte)
{
    return place_first_from(a->places, a->place_count, byte);
}

bool analysis_is_definite(const Analysis *a, uint32_t token)
{
    uint32_t m = mention_at(&a->mentions, token, analysis_class(a, "DETERMINER"));
    return m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("definite"));
}

bool analysis_in_dateline(const Analysis *a, Span span)
{
    if (!str_present(a->dateline_place))
        return false;
    uint32_t start = (uint32_t)(a->dateline_place.ptr - a->document->text.ptr);
    return span_overlaps(span, (Span){start, start + (uint32_t)a->dateline_place.len});
}

#include "extract/syntax/tag_sign.h"

static const struct {
    const char *text;
    Tag tag;
} SIGNS[] = {
    {",", TAG_COMMA},
    {".", TAG_STOP},
    {"!", TAG_STOP},
    {"?", TAG_STOP},
    {";", TAG_SEMI},
    {":", TAG_COLON},
    {"(", TAG_OPEN},
    {")", TAG_CLOSE},
    {"[", TAG_OPEN},
    {"]", TAG_CLOSE},
    {"-", TAG_HYPHEN},
    {"--", TAG_DASH},
    {"\xe2\x80\x93", TAG_DASH},
    {"\xe2\x80\x94", TAG_DASH},
    {"\xe2\x80\x95", TAG_DASH},
    {"\"", TAG_MARK},
    {"\xe2\x80\x9c", TAG_MARK},
    {"\xe2\x80\x9d", TAG_MARK},
    {"''", TAG_MARK},
    {"``", TAG_MARK},
    {"\xe2\x80\x98", TAG_MARK},
    {"\xe2\x80\x99", TAG_MARK},
    {"\xe2\x80\xa6", TAG_DASH},
};

Tag tag_sign(const TokenList *list, uint32_t i)
{
    Str text = span_text(list->text, list->tokens[i].span);
    for (size_t k = 0; k < sizeof SIGNS / sizeof SIGNS[0]; k++) {
        if (SIGNS[k].text[0] == text.ptr[0] && str_is(text, SIGNS[k].text))
            return SIGNS[k].tag;
    }
    return TAG_SIGN;
}

/* "Marks & Sons", "Times/Channel 5": a sign between two capitals is part of a name; "24/7" is one number. */
static Tag sign_in_name(const TokenList *list, uint32_t i, uint16_t next, Tag before)
{
    Str text = span_text(list->text, list->tokens[i].span);
    bool slash = str_equal(text, STR("/"));
    if (slash && before == TAG_NUMBER && (next & TOKEN_NUMBER))
        return TAG_NUMBER;
    bool joins = (str_equal(text, STR("&")) || slash) && before == TAG_NOUN;
    bool inside = before == TAG_NOUN && !(list->tokens[i].flags & TOKEN_SPACE_BEFORE) && (next & TOKEN_WORD) &&
                  !(next & TOKEN_SPACE_BEFORE); /* a letter lost in copying */
    return inside || (joins && (next & TOKEN_CAPITAL)) ? TAG_NOUN : TAG_SIGN;
}

/* "Lund[.]com": a full stop with no space around it, before a small letter. */
static bool is_dot_in_name(const TokenList *list, const Sentence *sentence, uint32_t i, Tag before)
{
    uint16_t next = i + 1 < sentence->last ? list->tokens[i + 1].flags : TOKEN_SPACE_BEFORE;
    return before == TAG_NOUN && !(list->tokens[i].flags & TOKEN_SPACE_BEFORE) && (next & TOKEN_WORD) &&
           !(next & (TOKEN_SPACE_BEFORE | TOKEN_CAPITAL));
}

/* "the council - all of it - agreed": a hyphen set as a dash. */
static bool is_spaced(const TokenList *list, const Sentence *sentence, uint32_t i)
{
    return i > sentence->first && i + 1 < sentence->last && (list->tokens[i].flags & TOKEN_SPACE_BEFORE) &&
           (list->tokens[i + 1].flags & TOKEN_SPACE_BEFORE);
}

Tag tag_sign_between(const TokenList *list, const Sentence *sentence, uint32_t i, Tag before, Tag tag)
{
    if (tag == TAG_SIGN)
        return sign_in_name(list, i, i + 1 < sentence->last ? list->tokens[i + 1].flags : 0, before);
    if (tag == TAG_STOP && is_dot_in_name(list, sentence, i, before))
        return TAG_NOUN;
    return tag == TAG_HYPHEN && is_spaced(list, sentence, i) ? TAG_DASH : tag;
}

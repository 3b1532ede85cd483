/*
 * token_plain — the quick way for what most words are: ASCII letters, digits and underscores, fewer than sixteen, that begin
 * with a letter, and nothing behind them that might belong to them. All that the slower way does for them, and no more.
 */
#include "match/cutter.h"

#ifdef __SSE2__
#    include <emmintrin.h>

typedef struct {
    uint64_t low; /* its bytes in small letters, zero behind them */
    uint64_t high;
    uint32_t len;
    uint32_t letters; /* which bytes are letters, as bits; the first is one */
    uint32_t uppers;
} PlainWord;

/* Bytes between low and high, both ASCII. */
static inline __m128i bytes_between(__m128i bytes, char low, char high)
{
    return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8((char)(low - 1))),
                         _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)(high + 1))));
}

/* The first len bytes, the others zero. */
static inline __m128i bytes_kept(__m128i bytes, uint32_t len)
{
    static const unsigned char ONES_THEN_ZEROES[32] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                       255, 255, 255, 255, 255, 255, 255, 255};
    return _mm_and_si128(bytes, _mm_loadu_si128((const __m128i *)(const void *)(ONES_THEN_ZEROES + 16 - len)));
}

/* The plain word at a letter, if one stands there. */
static inline bool scan_plain(Str text, uint32_t start, uint32_t limit, PlainWord *out)
{
    if (text.len - start < sizeof(__m128i) + 1)
        return false;
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(text.ptr + start));
    __m128i upper = bytes_between(bytes, 'A', 'Z');
    __m128i folded = _mm_or_si128(bytes, _mm_and_si128(upper, _mm_set1_epi8(0x20)));
    __m128i letters = _mm_or_si128(bytes_between(folded, 'a', 'z'), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')));
    __m128i inside = _mm_or_si128(letters, bytes_between(bytes, '0', '9'));
    uint32_t len = (uint32_t)__builtin_ctz(~(uint32_t)_mm_movemask_epi8(inside));
    if (len >= sizeof bytes || len > limit - start)
        return false;
    char next = ' ';
    if (len < limit - start)
        next = text.ptr[start + len];
    if (next == '\'' || next == '.' || next == ':' || (unsigned char)next >= 0x80 ||
        (next == '-' && cutter_line_ends(text, start + len + 1, limit)))
        return false;
    uint32_t word = (1U << len) - 1;
    folded = bytes_kept(folded, len);
    out->low = (uint64_t)_mm_cvtsi128_si64(folded);
    out->high = (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(folded, folded));
    out->len = len;
    out->letters = (uint32_t)_mm_movemask_epi8(letters) & word;
    out->uppers = (uint32_t)_mm_movemask_epi8(upper) & word;
    return true;
}

static inline void look_up(Cutter *c, const LateWord *late)
{
    c->out.tokens[late->token].word = vocabulary_find_from(c->vocabulary, late->slot, late->low, late->high, late->len);
}

/* Notes that the token to come is to be looked up, and looks up the one that has waited longest. */
static inline void look_up_late(Cutter *c, const PlainWord *plain)
{
    LateWord *late = &c->late[c->late_count % LATE_WORDS];
    if (c->late_count++ >= LATE_WORDS)
        look_up(c, late);
    *late = (LateWord){.low = plain->low,
                       .high = plain->high,
                       .slot = vocabulary_fetch_short(c->vocabulary, plain->low, plain->high, plain->len),
                       .len = plain->len,
                       .token = (uint32_t)c->out.count};
}

void cutter_settle_words(Cutter *c)
{
    for (size_t i = 0; i < LATE_WORDS && i < c->late_count; i++)
        look_up(c, &c->late[i]);
}

/* What cutter_add_word does; what word it is matters at once only behind an abbreviation. */
static inline void add_plain(Cutter *c, const PlainWord *plain)
{
    uint32_t word = 0;
    if (c->vocabulary != NULL && c->end == END_ABBREVIATION)
        word = vocabulary_find_short(c->vocabulary, plain->low, plain->high, plain->len);
    bool all_upper = plain->uppers == plain->letters;
    uint16_t flags = TOKEN_WORD;
    flags |= plain->uppers & 1U ? TOKEN_CAPITAL : 0;
    flags |= all_upper && plain->letters > 1 ? TOKEN_UPPER : 0;
    if (c->blank)
        cutter_end_quotes(c);
    if ((c->blank || c->end != END_NONE || c->out.sentence_count == 0) &&
        cutter_begins_sentence(c, flags, word, !(flags & TOKEN_CAPITAL), 0))
        cutter_open_sentence(c, c->at);
    c->end = END_NONE;
    c->upper_words += (flags & TOKEN_UPPER) != 0;
    c->lower_words += !all_upper;
    if (c->vocabulary != NULL && word == 0)
        look_up_late(c, plain);
    (void)cutter_add(c, c->at, c->at + plain->len, word, flags);
}

bool cutter_plain_words(Cutter *c)
{
    PlainWord plain;
    const Str text = c->out.text;
    const uint32_t limit = c->limit;
    uint32_t begin = c->at;
    while (scan_plain(text, c->at, limit, &plain)) {
        add_plain(c, &plain);
        uint32_t at = c->at;
        if (at + 1 >= limit || text.ptr[at] != ' ' || (unsigned char)((text.ptr[at + 1] | 0x20) - 'a') >= 26)
            break;
        c->space = true;
        c->at = at + 1;
    }
    return c->at != begin;
}

#else

bool cutter_plain_words(Cutter *c)
{
    (void)c;
    return false; /* scan_letters does it all */
}

void cutter_settle_words(Cutter *c)
{
    (void)c;
}

#endif

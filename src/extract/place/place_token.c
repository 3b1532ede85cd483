/* place_token — questions about one token, asked by all of place*.c. */
#include "extract/place/place_work.h"

enum { AGE_MAX = 115 };

/* A cue of the class ends right before the token. */
const Mention *place_cue_before(const PlaceWork *w, uint32_t token, uint16_t cls)
{
    bool covered =
        cls != 0 && token > 0 && token <= w->a->tokens.count && mention_may_cover(&w->a->mentions, token - 1, cls);
    for (uint32_t back = 1; covered && back <= 4 && back <= token; back++) {
        const Mention *m = place_cue(w, token - back, cls);
        if (m != NULL && m->last == token && place_together(w, m->first, token))
            return m;
    }
    return NULL;
}

bool place_article(const PlaceWork *w, uint32_t i)
{
    enum { LONGEST = 3 };
    return place_has(w, i, TOKEN_WORD) && place_text(w, i).len <= LONGEST && place_sign(w, i + 1, '-') &&
           !place_has(w, i + 1, TOKEN_SPACE_BEFORE);
}

bool place_initial(const PlaceWork *w, uint32_t i)
{
    Str text = place_text(w, i);
    return place_person_word(w, i) && (text.len == 1 || (text.len == 2 && text.ptr[1] == '.'));
}

bool place_titled(const PlaceWork *w, uint32_t i)
{
    return place_cue_before(w, i + 1, w->cls.title) != NULL || place_cue_before(w, i + 1, w->cls.rank) != NULL;
}

bool place_age(const PlaceWork *w, uint32_t i)
{
    int64_t n = 0;
    return place_sign(w, i, ',') && str_number(place_text(w, i + 1), &n) && n <= AGE_MAX &&
           (place_sign(w, i + 2, ',') || place_sign(w, i + 2, '.'));
}

bool place_body(const PlaceWork *w, uint32_t i)
{
    const Analysis *a = w->a;
    uint32_t block = a->tokens.sentences[a->tokens.tokens[i].sentence].block;
    return block >= a->block_count || a->blocks[block].kind != BLOCK_BOILERPLATE;
}

bool place_plain(const PlaceWork *w, uint32_t i)
{
    return place_has(w, i, TOKEN_SENTENCE_START) && place_begins(w, i, w->cls.vocabulary);
}

PlaceHint place_hint(Str value)
{
    static const struct {
        const char *name;
        PlaceHint hint;
    } HINTS[] = {
        {"any", HINT_ANY},     {"country", HINT_COUNTRY}, {"admin1", HINT_ADMIN1}, {"admin2", HINT_ADMIN2},
        {"town", HINT_TOWN},   {"suburb", HINT_SUBURB},   {"region", HINT_REGION}, {"site", HINT_SITE},
        {"street", HINT_SITE}, {"road", HINT_SITE},       {"water", HINT_REGION},  {"land", HINT_REGION},
    };
    for (size_t i = 0; i < sizeof HINTS / sizeof HINTS[0]; i++)
        if (str_is(value, HINTS[i].name))
            return HINTS[i].hint;
    return HINT_NONE;
}

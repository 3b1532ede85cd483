#include "extract/apart.h"

#include "extract/past.h"

enum { OPENING = 2 }; /* a title and the sentence under it: no incident is apart from one that was not told yet */

/* Whether the mark, which stands before the token, reaches as far as it. */
static bool reaches(const Analysis *a, const Mention *mark, uint32_t sentence)
{
    uint32_t own = analysis_sentence(a, mark->first);
    Str value = analysis_value(a, mark);
    bool on = str_equal(value, STR("on"));
    if (own < (on ? OPENING : PAST_LEAD))
        return false;
    if (str_equal(value, STR("rest")))
        return true;
    if (on)
        return a->tokens.sentences[own].block == a->tokens.sentences[sentence].block;
    return own == sentence;
}

bool apart_is_told(const Analysis *a, uint32_t token)
{
    uint16_t cls = analysis_class(a, "APART");
    if (!cls || !mention_may_be(&a->mentions, cls))
        return false;
    uint32_t sentence = analysis_sentence(a, token);
    for (uint32_t i = mention_first(&a->mentions, cls); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        const Mention *mark = &a->mentions.items[i];
        bool before = mark->first <= token || analysis_sentence(a, mark->first) == sentence;
        if (before && reaches(a, mark, sentence))
            return true;
    }
    return false;
}

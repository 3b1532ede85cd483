#include "extract/claim/storm.h"

/* The name, "" where it is a noun: "the Hurricane Center". */
static Str name_at(const Analysis *a, uint32_t mention)
{
    uint32_t token = a->mentions.items[mention].first;
    if (str_present(analysis_word(a, token)) || mention_begins(&a->mentions, token, analysis_class(a, "COMMON")))
        return STR("");
    return span_text(a->tokens.text, mention_span(&a->tokens, &a->mentions.items[mention]));
}

static size_t times_named(const Analysis *a, Str name)
{
    size_t times = 0;
    for (size_t at = str_find(a->tokens.text, name, 0); at != SIZE_MAX;
         at = str_find(a->tokens.text, name, at + name.len))
        times++;
    return times;
}

/* The name that the report gives most often. */
static Str own_name(const Analysis *a, uint16_t cls)
{
    Str own = STR_NONE;
    size_t most = 0;
    for (uint32_t i = mention_first(&a->mentions, cls); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        Str name = name_at(a, i);
        size_t times = name.len == 0 || str_equal(name, own) ? 0 : times_named(a, name);
        if (times > most) {
            most = times;
            own = name;
        }
    }
    return own;
}

bool storm_is_other(const Analysis *a, uint32_t token)
{
    uint16_t cls = analysis_class(a, "STORM_NAME");
    if (cls == 0 || !mention_may_be(&a->mentions, cls))
        return false;
    const Sentence *s = &a->tokens.sentences[analysis_sentence(a, token)];
    Str nearest = STR_NONE; /* before the passage, in its sentence */
    for (uint32_t t = s->first; t < token; t++) {
        uint32_t m = mention_at(&a->mentions, t, cls);
        Str name = m == MENTION_NONE ? STR("") : name_at(a, m);
        nearest = name.len > 0 ? name : nearest;
    }
    if (nearest.len == 0)
        return false;
    Str own = own_name(a, cls);
    return !str_equal(nearest, own) && str_find(span_text(a->tokens.text, s->span), own, 0) == SIZE_MAX;
}

bool storm_is_named(const Analysis *a, uint32_t first, uint32_t last)
{
    uint16_t cls = analysis_class(a, "STORM_NAME");
    for (uint32_t t = first; cls != 0 && mention_may_be(&a->mentions, cls) && t < last; t++) {
        uint32_t m = mention_at(&a->mentions, t, cls);
        if (m != MENTION_NONE && name_at(a, m).len > 0)
            return true;
    }
    return false;
}

#include "extract/place/place_share.h"

#include "extract/place/place_reach.h"
#include "extract/syntax/syntax.h"

static bool is_dead(const Analysis *a, uint32_t token)
{
    uint32_t m = mention_at(&a->mentions, token, analysis_class(a, "HARM_ADJ"));
    return m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("killed"));
}

/* ", with seven deaths", ", with seven dead", ", with seven clerks". */
static bool is_with_people(const Analysis *a, const Sentence *sentence, const Mention *count)
{
    if (count->first < sentence->first + 2 || a->syntax->tags[count->first - 2] != TAG_COMMA ||
        !mention_begins(&a->mentions, count->first - 1, analysis_class(a, "COMPANY")))
        return false;
    return mention_begins(&a->mentions, count->last, analysis_class(a, "HARM_NOUN")) || is_dead(a, count->last) ||
           mention_begins(&a->mentions, count->first, analysis_class(a, "GROUPS"));
}

/* ", with seven in Goma": nothing is named between the count and the place. */
static bool is_with_place(const Analysis *a, const Sentence *sentence, const Mention *count, uint32_t place)
{
    for (uint32_t t = count->last; t < place; t++)
        if (a->syntax->tags[t] == TAG_NOUN)
            return false;
    return count->first >= sentence->first + 2 && a->syntax->tags[count->first - 2] == TAG_COMMA &&
           mention_begins(&a->mentions, count->first - 1, analysis_class(a, "COMPANY"));
}

/* ", seven", ": seven", "and seven", "including seven", ", with seven deaths", behind another count. */
static bool goes_on(const Analysis *a, const Sentence *sentence, const Mention *count, uint32_t place)
{
    const uint64_t signs =
        BIT(TAG_COMMA) | BIT(TAG_COLON) | BIT(TAG_DASH) | BIT(TAG_HYPHEN) | BIT(TAG_CONJ) | BIT(TAG_OPEN);
    uint32_t before = count->first - 1;
    bool joined = (BIT(a->syntax->tags[before]) & signs) ||
                  mention_covers(&a->mentions, before, analysis_class(a, "INCLUDING")) ||
                  is_with_people(a, sentence, count) || is_with_place(a, sentence, count, place);
    return joined &&
           mention_within(&a->mentions, sentence->first, count->first, analysis_class(a, "COUNT")) != MENTION_NONE;
}

uint32_t place_share(const Analysis *a, const Sentence *sentence, const PlaceMention *place)
{
    if (!place_is_told_at(a, place)) /* "two clerks from Goma" */
        return MENTION_NONE;
    uint16_t cls = analysis_class(a, "COUNT");
    uint16_t harm[] = {analysis_class(a, "HARM_PP"),
                       analysis_class(a, "HARM_ADJ")}; /* "and 12 wounded in Goma": 10 died there too */
    ClassSet harmed = class_set_of(harm, 2);
    uint32_t here = analysis_token(a, place->span.start);
    uint32_t t = here;
    bool of_dead = false; /* "with seven dead in Goma" */
    while (t > sentence->first && here - t < PLACE_SHARE_REACH && !mention_covers(&a->mentions, t - 1, cls)) {
        Tag tag = a->syntax->tags[--t];
        bool dead = t > sentence->first && is_dead(a, t) && mention_covers(&a->mentions, t - 1, cls);
        if (syntax_is_verb(tag) || tag == TAG_COMMA || tag == TAG_CONJ ||
            (!dead && mention_covers_any(&a->mentions, t, &harmed)))
            return MENTION_NONE;
        of_dead = of_dead || dead;
    }
    uint32_t count = t > sentence->first ? mention_over(&a->mentions, t - 1, cls, PLACE_SHARE_REACH) : MENTION_NONE;
    if (count == MENTION_NONE || t == here)
        return MENTION_NONE;
    const Mention *found = &a->mentions.items[count];
    bool share = found->first > sentence->first &&
                 (of_dead ? is_with_people(a, sentence, found) : goes_on(a, sentence, found, here));
    return share ? count : MENTION_NONE;
}

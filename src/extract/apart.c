#include "extract/apart.h"

#include "extract/past.h"

enum { OPENING = 2 }; /* a title and the sentence under it: no incident is apart from one that was not told yet */

/* Whether the mark, which stands before the token, reaches as far as it. */
static bool reaches(const Analysis *a, const Mention *mark, uint32_t sentence)
{
    uint32_t own = analysis_sentence(a, mark->first);
    Str value = analysis_value(a, mark);
    bool on = str_equal(value, STR("on"));
    if (str_equal(value, STR("together")) || str_equal(value, STR("total")))
        return false; /* apart_settle */
    if (str_equal(value, STR("sentence")))
        return own == sentence && own > 0;
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

/* ---- several attacks together ---- */

/* What a sentence says of its figures. */
typedef enum { OWN, TOTAL /* "a total of nine" */, TOGETHER /* "in all three attacks" */ } Together;

static Together told_together(const Analysis *a, uint32_t sentence)
{
    Together found = OWN;
    uint16_t cls = analysis_class(a, "APART");
    const Sentence *s = &a->tokens.sentences[sentence];
    for (uint32_t t = s->first; t < s->last && found != TOGETHER; t++)
        for (uint32_t m = a->mentions.at[t]; m != MENTION_NONE; m = a->mentions.items[m].next) {
            Str value = a->mentions.items[m].cls == cls ? analysis_value(a, &a->mentions.items[m]) : STR_NONE;
            if (str_equal(value, STR("together")))
                found = TOGETHER;
            else if (str_equal(value, STR("total")) && found == OWN)
                found = TOTAL;
        }
    return found;
}

static bool is_figure(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && !claim->background &&
           (claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED);
}

static uint32_t sentence_of(const Analysis *a, const Claim *claim)
{
    uint32_t at = 0;
    while (at + 1 < a->tokens.sentence_count && a->tokens.sentences[at].span.start != claim->sentence.start)
        at++;
    return at;
}

/* Whether the report says, in or before the sentence, that it tells of one attack of several. */
static bool is_of_series(const Analysis *a, uint32_t sentence)
{
    uint32_t first = mention_first(&a->mentions, analysis_class(a, "SERIES_MARK"));
    return first != MENTION_NONE && analysis_sentence(a, a->mentions.items[first].first) <= sentence;
}

/* Whether one smaller figure, and no other, is told of that outcome before the sentence: that of the report's own attack. */
static bool has_own_figure(const Analysis *a, const Claim *sum)
{
    size_t own = 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!is_figure(claim) || claim->outcome != sum->outcome || claim->part_of >= 0 ||
            claim->victim_class == CLASS_MILITANT || claim->sentence.start >= sum->sentence.start)
            continue; /* whoever attacked died in one of the attacks */
        if (claim->count.low >= sum->count.low || told_together(a, sentence_of(a, claim)) == TOGETHER)
            return false;
        own++;
    }
    return own == 1;
}

static void set_apart(Analysis *a, Span sentence)
{
    for (size_t i = 0; i < a->claim_count; i++)
        if (is_figure(&a->claims[i]) && a->claims[i].sentence.start == sentence.start)
            a->claims[i].background = a->claims[i].aside = true;
}

void apart_settle(Analysis *a)
{
    uint16_t cls = analysis_class(a, "APART");
    if (!cls || !mention_may_be(&a->mentions, cls))
        return;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        uint32_t sentence = is_figure(claim) ? sentence_of(a, claim) : 0;
        Together told = is_figure(claim) ? told_together(a, sentence) : OWN;
        if (told != OWN && (is_of_series(a, sentence) || (told == TOGETHER && has_own_figure(a, claim))))
            set_apart(a, claim->sentence);
    }
}

#include "extract/event/event_voice.h"

enum {
    BY_REACH = 5,    /* tokens between a participle and its "by" */
    ASIDE_WORDS = 16 /* of a clause about the subject */
};

/* "Ali Khan, | kidnapped on Monday" and "kidnapped eleven days ago", not "stormed in, | kidnapped a clerk". */
static bool is_reduced(const EventWords *w, const Mention *trigger, uint32_t start)
{
    uint32_t t = trigger->last;
    if (trigger->first <= start || event_sign(w, trigger->first - 1) != ',' || t >= w->a->tokens.count)
        return false;
    Tag tag = (Tag)w->syntax->tags[t];
    return tag == TAG_PREP || mention_covers(&w->a->mentions, t, analysis_class(w->a, "TIME"));
}

bool event_is_passive(const EventWords *w, uint32_t start, const Mention *trigger)
{
    if (w->syntax->tags[trigger->first] == TAG_ING) /* "who are | holding a clerk" */
        return false;
    for (uint32_t t = trigger->first, n = 0; t > start && n < 3; t--, n++) {
        if (event_begins(w, t - 1, WORDS_BE))
            return true;
        if (!(w->a->tokens.tokens[t - 1].flags & TOKEN_WORD))
            break;
    }
    if (is_reduced(w, trigger, start))
        return true;
    /* "killed on Friday by": nothing but small words between the participle and "by" */
    for (uint32_t t = trigger->last; t < trigger->last + BY_REACH; t++) {
        if (event_begins(w, t, WORDS_BY))
            return true;
        if (t >= w->a->tokens.count || !event_stops(w, t))
            break;
    }
    return false;
}

/* "two cars that | were in the street were damaged": does a relative pronoun stand before the clause? */
bool event_ends_relative(const EventWords *w, uint32_t clause)
{
    return clause > event_sentence(w, clause)->first + 1 && event_begins(w, clause - 1, WORDS_RELATIVE);
}

/* "The bank[, whose owner is a clerk,] was bombed": where the clause about the subject begins, the verb's own place where none
 * stands there. */
uint32_t event_before_relative(const EventWords *w, uint32_t verb)
{
    uint32_t first = event_sentence(w, verb)->first;
    uint32_t end = verb;
    while (end > first && event_covers(w, end - 1, WORDS_BE))
        end--;
    if (end < first + 2 || event_sign(w, end - 1) != ',')
        return verb;
    uint32_t comma = end - 2;
    while (comma > first && end - comma < ASIDE_WORDS && event_sign(w, comma) != ',')
        comma--;
    return event_sign(w, comma) == ',' && event_begins(w, comma + 1, WORDS_RELATIVE) ? comma : verb;
}

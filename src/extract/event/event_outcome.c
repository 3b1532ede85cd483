#include "extract/event/event_outcome.h"

/* Nobody is said to have done it, nor with what: "an explosion" tells neither. */
static bool is_nobodys(const EventArgs *args)
{
    for (size_t i = 0; i < args->tactics.count; i++)
        if (!str_equal(args->tactics.items[i], STR("explosion")))
            return false;
    return !args->actor;
}

/* "A storm hit a school", "a boiler exploded". */
bool event_is_by_nature(const EventWords *w, const Mention *trigger, const EventArgs *args)
{
    bool by_nature =
        event_covers(w, trigger->first, WORDS_BY_NATURE) || event_covers(w, trigger->last - 1, WORDS_BY_NATURE);
    return by_nature && is_nobodys(args);
}

/* "…, killing three people", "… and killing three", "… collapsed in Vale killing 30": a participle of harm behind a comma, joined
 * to another verb, or behind a noun with how many right behind it; not "torture and killing of". */
bool event_is_outcome(const EventWords *w, EventWord kind, const Mention *trigger)
{
    uint32_t t = trigger->first;
    if (kind != WORDS_NOUN || t == event_sentence(w, t)->first || !event_begins(w, t, WORDS_HARM_ACT))
        return false;
    bool comma = event_sign(w, t - 1) == ',';
    bool joined = event_covers(w, t - 1, WORDS_AND) && !event_begins(w, trigger->last, WORDS_OF) &&
                  str_equal(analysis_value(w->a, trigger), STR("murder")); /* "killing two and shooting a third" */
    return comma || joined ||
           (w->syntax->tags[t - 1] == TAG_NOUN &&
            mention_at(&w->a->mentions, trigger->last, w->syntax->count_class) != MENTION_NONE);
}

/* Does the sentence begin with people, "Masked men entered a bar, …"? */
static bool begins_with_people(const EventWords *w, const Sentence *sentence)
{
    static const EventWord PEOPLE[] = {WORDS_AGENT, WORDS_PARTY, WORDS_COMBATANT, WORDS_TARGET_HUMAN, WORDS_GENERIC};
    Range subject = syntax_phrase(w->syntax, sentence->first, sentence->last, false);
    for (uint32_t t = subject.first; t < subject.last; t++) {
        if (w->syntax->tags[t] == TAG_ING)
            return false; /* "a bus carrying pilgrims" */
        for (size_t i = 0; i < sizeof PEOPLE / sizeof *PEOPLE; i++) {
            uint32_t at = event_at(w, t, PEOPLE[i]);
            if (at != MENTION_NONE && w->a->mentions.items[at].last == subject.last)
                return true;
        }
    }
    return false;
}

/* "A fire swept through a hotel, killing two people", "A bus left the road, killing nine": what killed them is told
 * before, and nobody is said to have done it. */
bool event_is_of_other(const EventWords *w, const Event *event, const Sentence *sentence, uint32_t trigger)
{
    if (!event->outcome || !is_nobodys(&event->args))
        return false;
    for (uint32_t t = trigger; t-- > sentence->first;)
        if (event_at(w, t, WORDS_OTHER) != MENTION_NONE)
            return true;
    return event->args.tactics.count == 0 && !begins_with_people(w, sentence);
}

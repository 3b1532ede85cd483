#include "extract/event/event_told.h"

#include "extract/claim/past.h"
#include "extract/event/event_list.h"
#include "extract/event/event_outcome.h"
#include "extract/event/event_type.h"

bool event_is_definite(const EventWords *w, const Mention *trigger)
{
    const Sentence *sentence = event_sentence(w, trigger->first);
    for (uint32_t t = trigger->first; t > sentence->first && trigger->first - t < 3; t--) {
        if (event_begins(w, t - 1, WORDS_THE))
            return true;
        if (!(w->a->tokens.tokens[t - 1].flags & TOKEN_WORD))
            break;
    }
    return false;
}

/* "the murdered mayor", "relatives of murdered clerks": a participle right behind an article or preposition only reminds of the
 * deed. */
static bool is_attributive(const EventWords *w, const Mention *trigger)
{
    uint32_t t = trigger->first;
    return t > event_sentence(w, t)->first && (event_begins(w, t - 1, WORDS_THE) || w->syntax->tags[t - 1] == TAG_PREP);
}

/* "handed over three [wounded] soldiers", not "killed three [wounded] soldiers": says who they are, not what is done. */
static bool is_adjective(const EventWords *w, const Mention *trigger)
{
    enum { COUNT_TOKENS = 4 };
    const Syntax *s = w->syntax;
    uint32_t t = trigger->first;
    while (t > 0 && s->tags[t - 1] == TAG_ADV)
        t--;
    uint32_t m = t > 0 ? mention_over(&w->a->mentions, t - 1, s->count_class, COUNT_TOKENS) : MENTION_NONE;
    uint32_t verb = m == MENTION_NONE ? 0 : w->a->mentions.items[m].first;
    return m != MENTION_NONE && trigger->last < s->count && s->tags[trigger->last] == TAG_NOUN &&
           !(verb > 0 && event_begins(w, verb - 1, WORDS_KILL));
}

/* A bare form counts as a verb behind an attempt ("tried to storm") or a party ("BLA attacks 12 cities"). */
static bool base_is_verb(const EventWords *w, const Mention *trigger, const EventArgs *args)
{
    if (args->status != 0)
        return true;
    const Sentence *sentence = event_sentence(w, trigger->first);
    uint32_t before = trigger->first;
    for (uint32_t t = sentence->first; t < before; t++) {
        uint32_t at = event_at(w, t, WORDS_PARTY);
        if (at != MENTION_NONE && w->a->mentions.items[at].last == before)
            return true;
    }
    return false;
}

/* Does the sentence tell of anybody harmed? general: if only of who is harmed there in general, "the murder of judges". */
bool event_is_harmful(const EventWords *w, const Sentence *sentence, bool general)
{
    for (const EventHarm *harm = event_harm(w, sentence); harm; harm = harm->next) {
        if (general || !w->a->claims[harm->claim].aside)
            return true;
    }
    return false;
}

bool event_is_heading(const EventWords *w, const Sentence *sentence)
{
    return sentence->block < w->a->block_count && w->a->blocks[sentence->block].kind == BLOCK_HEADING;
}

/* Does the sentence name a place, or somebody who was harmed? A headline tells of its own event anyway. */
static bool is_placed(const EventWords *w, const Sentence *sentence)
{
    const Analysis *a = w->a;
    if (event_is_heading(w, sentence))
        return true;
    for (size_t i = analysis_first_place(a, sentence->span.start); analysis_place_before(a, i, sentence->span.end);
         i++) {
        if (span_holds(sentence->span, a->places[i].span))
            return true;
    }
    return event_is_harmful(w, sentence, true);
}

/* The type of the attack told a few sentences before, whose damage this may be: "Several homes were damaged." What a
 * battle destroys was no target, and what is done to a person damages nothing. */
Str event_type_before(const EventWords *w, const Mention *trigger)
{
    enum { SENTENCES_BACK = 3 };
    const Analysis *a = w->a;
    uint32_t sentence = a->tokens.tokens[trigger->first].sentence;
    uint32_t first = sentence > SENTENCES_BACK ? sentence - SENTENCES_BACK : 0;
    for (size_t i = a->claim_count; i-- > 0;) {
        const Claim *told = &a->claims[i];
        if (told->kind != KIND_ATTACK || told->sentence.start < a->tokens.sentences[first].span.start)
            break;
        if (!event_type_befalls_people(told->type))
            return event_family(told->type) != FAMILY_FIGHT ? told->type : STR_NONE;
    }
    return STR_NONE;
}

/* What the state's forces seize, capture or raid is a search or an arrest, no attack, unless somebody is harmed. So it is
 * where nobody is said to have done it: "the house was raided", "weapons that were seized". */
static bool is_seizure(const EventWords *w, const Mention *trigger, const EventArgs *args)
{
    Str type = analysis_value(w->a, trigger);
    bool raid = str_equal(type, STR("raid")) && !event_is_harmful(w, event_sentence(w, trigger->first), true);
    bool siege = event_family(type) == FAMILY_SIEGE && !str_equal(type, STR("coup"));
    return (args->state || !args->actor) && (raid || siege);
}

/* "The clerk was shot": whoever was harmed in a shooting, a stabbing or a capture was hit, whatever they are called. */
static bool is_hurt_by(const EventWords *w, const Mention *trigger)
{
    EventFamily family = event_family(analysis_value(w->a, trigger));
    return (family == FAMILY_ARMS || family == FAMILY_CAPTURE) &&
           event_is_harmful(w, event_sentence(w, trigger->first), true);
}

/* "Kenyan jets struck southern Jubaland": a place stands right behind the word. */
static bool hits_place(const EventWords *w, const Mention *trigger)
{
    enum { REACH = 2 };
    for (uint32_t t = trigger->last; t < trigger->last + REACH && t < w->a->tokens.count; t++) {
        if (event_begins(w, t, WORDS_PLACE))
            return true;
    }
    return false;
}

/* "The murdered mayor" was told of before; who is named ("the murdered mayor Ana Diaz") is told of as a victim. */
static bool is_of_named(const EventWords *w, const Mention *trigger)
{
    uint32_t end = event_phrase_right(w, trigger->last);
    while (end < event_sentence(w, trigger->first)->last && event_in_phrase(w, end))
        end++;
    return end > trigger->last && analysis_is_name(w->a, end - 1) && !event_covers(w, end - 1, WORDS_TARGET_HUMAN) &&
           event_type_befalls_people(analysis_value(w->a, trigger));
}

/* "Two were killed in the clashes" */
static bool is_of_fallen(const EventWords *w, const Mention *trigger)
{
    return event_family(analysis_value(w->a, trigger)) == FAMILY_FIGHT &&
           event_is_harmful(w, event_sentence(w, trigger->first), false);
}

/* A word that tells of an attack only where somebody or something is hit; not "in the burned house". */
static bool weak_is_told(const EventWords *w, const Mention *trigger, const EventArgs *args)
{
    bool hit = args->targets.count > 0 || args->somebody || is_hurt_by(w, trigger);
    bool named = args->actor ? hit || hits_place(w, trigger) : hit && !is_attributive(w, trigger);
    return named && !is_seizure(w, trigger, args);
}

/* "debris of destroyed homes"; not "by destroying homes". */
static bool reminds_of_damage(const EventWords *w, const Mention *trigger, const EventArgs *args)
{
    return args->tactics.count == 0 && w->syntax->tags[trigger->first] != TAG_ING && is_attributive(w, trigger);
}

bool event_is_told(const EventWords *w, EventWord kind, const Mention *trigger, const EventArgs *args)
{
    bool hit = args->targets.count > 0 || args->somebody;
    bool around = hit || args->actor;
    if ((kind == WORDS_PAST || kind == WORDS_NOUN) && is_seizure(w, trigger, args))
        return false;
    switch (kind) {
    case WORDS_PAST: return !is_attributive(w, trigger) || (hit && is_of_named(w, trigger));
    case WORDS_SUFFER: return true;
    case WORDS_HIT: return args->tactics.count > 0;
    case WORDS_WEAK: return weak_is_told(w, trigger, args);
    /* "militants killed" names no killer: somebody harmed must follow, or the killer behind "by" */
    case WORDS_KILL: return args->actor && (hit || args->last > trigger->last) && !is_adjective(w, trigger);
    case WORDS_DAMAGE:
    case WORDS_DAMAGED:
        return hit && !reminds_of_damage(w, trigger, args) &&
               (args->actor || args->tactics.count > 0 || str_present(event_type_before(w, trigger)));
    case WORDS_ING: return hit;
    case WORDS_BASE: return base_is_verb(w, trigger, args) && around;
    case WORDS_PLURAL:
        return is_placed(w, event_sentence(w, trigger->first)) &&
               (around || !event_is_definite(w, trigger) || is_of_fallen(w, trigger));
    case WORDS_THING: return event_is_harmful(w, event_sentence(w, trigger->first), true);
    case WORDS_NOUN:
        return around || event_is_harmful(w, event_sentence(w, trigger->first), true) ||
               (!event_is_definite(w, trigger) && is_placed(w, event_sentence(w, trigger->first)));
    default: return false;
    }
}

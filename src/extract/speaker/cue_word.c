#include "extract/speaker/content_end.h"
#include "extract/speaker/cue.h"
#include "extract/speaker/speaker_party.h"

/* Whether the lexicon names the word's part first among what it may be. */
static bool is_part(const Sayings *all, uint32_t i, Str part)
{
    return str_begins(analysis_word(all->a, i), part);
}

/* The word of the agent in a passive: "by". */
bool cue_is_agent(const Sayings *all, uint32_t i)
{
    return is_part(all, i, STR("agent"));
}

/* "of": joins a phrase to what it is part of. */
bool cue_is_own(const Sayings *all, uint32_t i)
{
    return is_part(all, i, STR("own"));
}

/* "as" before somebody's words. */
bool cue_is_manner(const Sayings *all, uint32_t i)
{
    return is_part(all, i, STR("manner"));
}

/* "what": with no noun before it, so that "between what he says" is no "in which he says". */
bool cue_is_free(const Sayings *all, uint32_t i)
{
    return is_part(all, i, STR("free"));
}

/* Whether a verb of its clause stands before the noun; "whose" opens a clause. */
static bool has_verb_before(const Sayings *all, const Unit *unit, uint32_t noun)
{
    for (uint32_t i = noun; i > unit->tokens.first && !is_part(all, i, STR("relative")); i--) {
        if (syntax_is_finite(cue_tag(all, i - 1)))
            return true;
    }
    return false;
}

/* "The claim that A was B angered C": where the verb of the noun itself begins, else the end. clause: what is said has a verb. */
static uint32_t before_own_verb(const Sayings *all, const Unit *unit, uint32_t noun, Range content, bool clause)
{
    bool first = clause;
    if (has_verb_before(all, unit, noun))
        return content.last;
    for (uint32_t i = content.first; i < content.last; i++) {
        Tag tag = cue_tag(all, i);
        if (tag == TAG_WH || (tag == TAG_WHADV && i == content.first)) {
            first = true; /* "the bias of what is known": its verb is not the sentence's */
            continue;
        }
        if (tag == TAG_COMMA || tag == TAG_CONJ || tag == TAG_SUB || (tag == TAG_THAT && i > content.first))
            return content.last;
        Tag left = i > content.first ? cue_tag(all, i - 1) : TAG_STOP;
        if (!syntax_is_finite(tag) || left == TAG_TO || (syntax_is_finite(left) && !syntax_is_verb(left)))
            continue; /* "to [have]", "has [been]" */
        bool be = false;
        if (!first)
            return syntax_group_start(all->syntax, content.first, i, &be);
        first = false;
    }
    return content.last;
}

/* "no reports of": told as not having been said. */
static bool denied(const Sayings *all, uint32_t noun)
{
    return noun > 0 && str_ends(analysis_word(all->a, noun - 1), STR("neg"));
}

/* "The mayor [made her first remarks about] ...": the verb that has the noun as its object opens the cue. Its subject, empty when there
 * is no such verb. */
static Range light_verb(Cue *c)
{
    enum { LONGEST = 256 }; /* tokens: more is a heap of words, and no object */
    const Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    uint32_t first = c->verb;
    while (first > floor && c->verb - first < LONGEST &&
           (cue_tag(all, first - 1) == TAG_NOUN || cue_tag(all, first - 1) == TAG_DET ||
            cue_tag(all, first - 1) == TAG_POSS || cue_tag(all, first - 1) == TAG_ADV ||
            cue_tag(all, first - 1) == TAG_ING || cue_tag(all, first - 1) == TAG_NUMBER ||
            cue_tag(all, first - 1) == TAG_HYPHEN))
        first--;
    if (first == floor || !mention_begins(&all->a->mentions, first - 1, all->light_class))
        return (Range){c->verb, c->verb};
    bool passive = false;
    uint32_t noun = c->group;
    c->group = syntax_group_start(all->syntax, floor, first - 1, &passive);
    cue_take_phase(c);
    Range subject = passive ? (Range){c->group, c->group} : syntax_subject(all->syntax, floor, c->group);
    if (range_is_empty(subject))
        c->group = noun;
    return subject;
}

/* The first word behind the owner: "police's [earlier claim] that"; the noun itself when nobody owns it. */
static uint32_t past_adjectives(const Cue *c)
{
    enum { MOST_ADJECTIVES = 2 };
    uint32_t first = c->verb;
    while (first > c->unit->tokens.first && c->verb - first < MOST_ADJECTIVES &&
           (cue_tag(c->all, first - 1) == TAG_NOUN || cue_tag(c->all, first - 1) == TAG_ADV))
        first--;
    bool owner = first > c->unit->tokens.first && cue_tag(c->all, first - 1) == TAG_POSS;
    return owner ? first : c->verb;
}

/* "[repeated warnings] from", "[growing fears] that": the participle before a noun that nobody owns is of the cue. */
static uint32_t past_participle(const Cue *c)
{
    uint32_t first = c->verb;
    uint64_t form = first > c->unit->tokens.first ? c->all->syntax->allowed[first - 1] : 0;
    bool adjective = cue_tag(c->all, first - 1) == TAG_NOUN && (form & (BIT(TAG_PART) | BIT(TAG_ING))) != 0;
    return adjective && (form & BIT(TAG_NOUN)) == 0 ? first - 1 : first;
}

/* An adjective or noun that is no verb of a noun before it: "with [direct] questions", not "the clerks [face] questions". */
static bool describes(const Sayings *all, uint32_t floor, uint32_t i)
{
    bool verb = (all->syntax->allowed[i] & (BIT(TAG_BASE) | BIT(TAG_THIRD))) != 0;
    return cue_tag(all, i) == TAG_NOUN && !(verb && i > floor && cue_tag(all, i - 1) == TAG_NOUN);
}

/* "[the sharp criticism] of", "[festering doubts] about": of a noun that nobody owns its whole phrase is the cue. */
static uint32_t phrase_start(const Cue *c)
{
    enum { MOST_ADJECTIVES = 3 };
    const Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    uint32_t first = past_participle(c);
    while (first > floor && c->verb - first < MOST_ADJECTIVES && describes(all, floor, first - 1))
        first--;
    uint32_t adverb = first > floor && cue_tag(all, first - 1) == TAG_ADV ? first - 1 : first;
    return adverb > floor && cue_tag(all, adverb - 1) == TAG_DET ? adverb - 1 : first;
}

static bool has_frame(Str frames, char letter)
{
    return str_find_char(frames, letter, 0) != SIZE_MAX;
}

/* "the decision of [the warden, Ann Bo,] to": what stands between two commas behind the phrase belongs to it. */
static Range with_apposition(const Cue *c, Range who)
{
    uint32_t limit = c->unit->tokens.last;
    if (range_is_empty(who) || cue_tag(c->all, who.last) != TAG_COMMA)
        return who;
    Range more = syntax_phrase(c->all->syntax, who.last + 1, limit, true);
    bool closed = !range_is_empty(more) && more.last + 1 < limit && cue_tag(c->all, more.last) == TAG_COMMA;
    return closed ? (Range){who.first, more.last + 1} : who;
}

/* "reports from [Goma] that ...": where they come from, not whose they are; "warnings from Lima" are of its government. */
static bool is_whence(const Cue *c, uint32_t preposition, Range who)
{
    const Analysis *a = c->all->a;
    uint32_t m = mention_at(&a->mentions, who.first, analysis_class(a, "PLACE"));
    return m != MENTION_NONE && a->mentions.items[m].last == who.last && !cue_is_agent(c->all, preposition) &&
           str_equal(saying_attr(c->all, c->say, c->all->act), STR("report"));
}

/* "warnings last week from [the coach] that ...", "the refusal of [the owners] to pay": True when it was one. */
static bool said_by(Cue *c, Str frames)
{
    Sayings *all = c->all;
    uint32_t by = syntax_past_time(all->syntax, c->after);
    while (cue_tag(all, by) == TAG_ADV)
        by++;
    Range who = with_apposition(c, syntax_phrase(all->syntax, by + 1, c->unit->tokens.last, false));
    if (cue_tag(all, by) != TAG_PREP || range_is_empty(who) || syntax_past_time(all->syntax, who.first) > who.first)
        return false;
    Tag next = cue_tag(all, who.last);
    bool that = next == TAG_THAT && !syntax_is_finite(cue_tag(all, who.last + 1)) && has_frame(frames, 't');
    bool to = next == TAG_TO && cue_tag(all, who.last + 1) == TAG_BASE && has_frame(frames, 'i');
    if (!that && !to)
        return false;
    c->group = past_participle(c);
    Saying saying = cue_saying(c, is_whence(c, by, who) ? (Range){c->verb, c->verb} : who);
    saying.cue.last += that && by == c->after;
    Range content = content_after(all, c->unit, who.last, c->say);
    content.last = before_own_verb(all, c->unit, c->verb, content, that);
    content_add(&saying, content);
    saying_add(all, saying);
    return true;
}

/* The end of a name: "told Harbour News that ...". */
static bool in_name(const Cue *c)
{
    const Token *tokens = c->all->a->tokens.tokens;
    return c->verb > c->unit->tokens.first && (tokens[c->verb].flags & TOKEN_CAPITAL) &&
           (tokens[c->verb - 1].flags & TOKEN_CAPITAL) && cue_tag(c->all, c->verb - 1) == TAG_NOUN;
}

/* Whose the noun is: a name, whose clitic opens the cue, or the possessive alone. */
static Range owner_before(Cue *c, uint32_t first)
{
    const TokenList *list = &c->all->a->tokens;
    Range owner = syntax_subject(c->all->syntax, c->unit->tokens.first, first);
    Str last = range_is_empty(owner) ? STR("") : span_text(list->text, list->tokens[owner.last - 1].span);
    if (owner.last - owner.first > 1 && last.len > 0 && char_is_letter(last.ptr[0]))
        owner.first = owner.last - 1;
    for (uint32_t i = owner.first; i + 1 < owner.last; i++) {
        if (syntax_is_verb(
                cue_tag(c->all, i))) /* "hard to judge [the clerk]'s claim", "haste combined with [Holm]'s order" */
            owner.first = i + 1 + (cue_tag(c->all, i + 1) == TAG_PREP);
        else if (cue_tag(c->all, i) == TAG_PREP || cue_tag(c->all, i) == TAG_TO)
            owner.first = i + 1; /* "echoes of [the clerk]'s claim" */
    }
    bool clitic = owner.last - owner.first > 1 && cue_tag(c->all, owner.last - 1) == TAG_POSS;
    owner.last -= clitic;
    c->group -= clitic;
    return owner;
}

/* "[The clerk] issued this statement on Monday: ...", "the coach's answer: ...": a quotation behind a colon. first: the noun's first word behind
 * its owner. True when it was one. */
static bool leads_quote(Cue *c, Range giver, uint32_t first)
{
    Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    uint32_t colon = content_skip(all, c->after, limit);
    uint32_t at = colon + 1 < limit ? all->quotes.of[colon + 1] : 0;
    if (cue_tag(all, colon) != TAG_COLON || (colon + 1 < limit && !at))
        return false;
    if (range_is_empty(giver))
        c->group = first;
    Saying saying = cue_saying(c, range_is_empty(giver) ? owner_before(c, first) : giver);
    saying.cue.last += colon == c->after;
    if (at)
        content_add(&saying, (Range){colon + 1, all->quotes.items[at - 1].last});
    content_continue(all, c->unit_index, &saying);
    saying_add(all, saying);
    return saying.content_count > 0;
}

/* "In X's view, ...", "..., by his own count": the noun stands behind a preposition with its owner, between commas. True when it was one. */
static bool standpoint(Cue *c, uint32_t first, bool counts)
{
    Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    Tag next = cue_tag(all, c->after);
    bool number = counts && mention_begins(&all->a->mentions, c->after, analysis_class(all->a, "COUNT"));
    if (first == floor || cue_tag(all, first - 1) != TAG_POSS || !(next == TAG_COMMA || next == TAG_STOP || number))
        return false; /* "by the ministry's count [nine] died" */
    c->group = first;
    Range source = owner_before(c, first);
    Tag before = source.first > floor ? cue_tag(all, source.first - 1) : TAG_STOP;
    bool opens = source.first == floor + 1 || cue_tag(all, source.first - 2) == TAG_COMMA ||
                 (counts && cue_is_agent(all, source.first - 1)); /* "nine died by the ministry's count" */
    if (range_is_empty(source) || before != TAG_PREP || !opens)
        return false;
    Saying saying = cue_saying(c, source);
    cue_add_around(c, &saying, source.first - 1, c->after);
    saying_add(all, saying);
    return saying.content_count > 0;
}

/* "By [most accounts], ...", "In [this poll], ...", "by [the police count] nine died": the noun with its determiner is the source itself, the
 * preposition the cue. True when it was one. */
static bool by_count(Cue *c, bool counts)
{
    enum { MOST_NOUNS = 3 };
    Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    uint32_t first = c->verb;
    while (first > floor && c->verb - first < MOST_NOUNS && cue_tag(all, first - 1) == TAG_NOUN)
        first--;
    Tag next = cue_tag(all, c->after);
    bool counted = first < c->verb && mention_begins(&all->a->mentions, first, analysis_class(all->a, "COUNT"));
    first -= first > floor && !counted; /* the determiner */
    Tag head = cue_tag(all, first);
    uint32_t by = first > floor ? first - 1 : first;
    bool agent = counts && cue_is_agent(all, by);
    bool opens = by == floor || (by > floor && cue_tag(all, by - 1) == TAG_COMMA) || (agent && next == TAG_STOP);
    bool number = agent && mention_begins(&all->a->mentions, c->after, analysis_class(all->a, "COUNT"));
    if (!(head == TAG_DET || counted) || cue_tag(all, by) != TAG_PREP || !opens ||
        !(next == TAG_COMMA || next == TAG_STOP || number))
        return false;
    Saying saying = cue_saying(c, (Range){first, c->after});
    saying.cue = (Range){by, first};
    cue_add_around(c, &saying, by, c->after);
    saying_add(all, saying);
    return saying.content_count > 0;
}

/* "fears of", "remarks on": a preposition says what the noun is about. */
static bool has_topic(const Cue *c, Str frames, bool owned)
{
    const Sayings *all = c->all;
    return (owned || has_frame(frames, 'u')) && (has_frame(frames, 'f') || has_frame(frames, 'g')) &&
           cue_tag(all, c->after) == TAG_PREP && mention_begins(&all->a->mentions, c->after, all->topic_class) &&
           !cue_is_agent(all, c->after) && !denied(all, c->verb);
}

/* "[police] claims that", "[Malian] refusal to": a body or people named just before the noun has said it; empty where none is. */
static Range body_before(const Cue *c)
{
    enum { LONGEST_NAME = 5 };
    const Sayings *all = c->all;
    const uint16_t classes[] = {all->syntax->party_class, analysis_class(all->a, "DEMONYM")};
    for (size_t k = 0; k < sizeof classes / sizeof classes[0] && c->verb > c->unit->tokens.first; k++) {
        uint32_t m = mention_over(&all->a->mentions, c->verb - 1, classes[k], LONGEST_NAME);
        uint32_t last = m == MENTION_NONE ? c->verb : all->a->mentions.items[m].last;
        if (m != MENTION_NONE && (last == c->verb || last == c->after)) /* "[press reports] that" */
            return (Range){all->a->mentions.items[m].first, last};
    }
    return (Range){c->verb, c->verb};
}

/* Who has made, or named, what the noun says; empty where nobody but perhaps an owner has. */
static Range giver_of(Cue *c)
{
    Range giver = light_verb(c);
    Tag next = cue_tag(c->all, c->after);
    bool noun = c->verb > c->unit->tokens.first && cue_tag(c->all, c->verb - 1) == TAG_NOUN;
    if (!range_is_empty(giver) || !noun || past_adjectives(c) < c->verb || !(next == TAG_THAT || next == TAG_TO))
        return giver;
    c->group = c->verb;
    return body_before(c);
}

/* "said in a statement that ...": what begins there a verb has already. */
static bool is_claimed_at(const Cue *c, uint32_t token)
{
    for (size_t i = c->all->count; i > 0 && c->all->items[i - 1].unit == c->unit_index; i--) {
        const Saying *saying = &c->all->items[i - 1];
        for (uint32_t k = 0; k < saying->content_count; k++) {
            if (saying->content[k].first == token)
                return true;
        }
    }
    return false;
}

/* The owner before the noun, where there is one; the cue begins behind it. */
static Range owner_of(Cue *c, uint32_t first, bool owned)
{
    c->group = owned ? first : phrase_start(c);
    return owned ? owner_before(c, first) : (Range){c->verb, c->verb};
}

/* "Holm's view is that ...", "fears have grown that ...": the first token behind the verb group after the noun, where a clause with "that" begins;
 * the noun's own end where none does. be: the group is one of "to be" alone. */
static uint32_t past_own_verb(const Cue *c, bool *be)
{
    enum { LONGEST_GROUP = 5 };
    const Sayings *all = c->all;
    uint32_t i = c->after;
    *be = true;
    if (!syntax_is_finite(cue_tag(all, i)))
        return c->after;
    while (i - c->after < LONGEST_GROUP) {
        Tag tag = cue_tag(all, i);
        bool verb = syntax_is_verb(tag);
        if (!verb && !syntax_is_finite(tag) && tag != TAG_ADV && tag != TAG_NEG)
            break;
        if (verb && mention_begins(&all->a->mentions, i, all->say_class))
            return c->after; /* "reports said that" */
        *be = *be && !verb;
        i++;
    }
    return cue_tag(all, i) == TAG_THAT ? i : c->after;
}

/* The same made a saying: true when it was one. */
static bool said_behind_verb(Cue *c, Str frames, uint32_t first, bool owned)
{
    bool be = false;
    uint32_t that = past_own_verb(c, &be);
    if (that == c->after || !has_frame(frames, 't') || !(owned ? be : !be && has_frame(frames, 'u')))
        return false;
    Range owner = owner_of(c, first, owned);
    Saying saying = cue_saying(c, owner);
    saying.cue.last = that;
    content_add(&saying, content_after(c->all, c->unit, that, c->say));
    saying_add(c->all, saying);
    return true;
}

/* Where the first finite verb of the tokens stands; their end where none does. */
static uint32_t before_finite(const Sayings *all, Range r)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        if (syntax_is_finite(cue_tag(all, i)) || cue_tag(all, i) == TAG_STOP)
            return i;
    }
    return r.last;
}

/* "the ministry's [toll] of nine", "a police [count] of 12 dead": the number is the word of whoever has counted. True when it was one. */
static bool tells_count(Cue *c, uint32_t first, bool owned)
{
    Sayings *all = c->all;
    Range who = owned ? owner_of(c, first, true) : body_before(c);
    if (!owned && speaker_of_tokens(all, who).person)
        return false; /* "the official toll of nine" */
    Saying saying = cue_saying(c, who);
    saying.cue.last = c->after + 1;
    Range counted = {saying.cue.last, content_object_end(all, saying.cue.last, c->unit->tokens.last, false)};
    content_add(&saying, (Range){counted.first, before_finite(all, counted)});
    if (!cue_by_somebody(all, &saying))
        return false;
    saying_add(all, saying);
    return true;
}

/* What a noun tells with nobody's verb before it. True when it was one. */
static bool told_alone(Cue *c, Str frames, uint32_t first, bool owned)
{
    return said_behind_verb(c, frames, first, owned) ||
           (has_frame(frames, 'c') && cue_counts(c) && tells_count(c, first, owned));
}

/* "the mayor's statement [on Monday] that": past a time between the noun and what it says; the noun's end where none stands there. */
static uint32_t past_its_time(const Cue *c)
{
    const Sayings *all = c->all;
    uint32_t from = c->after + (cue_tag(all, c->after) == TAG_PREP);
    uint32_t past = syntax_past_time(all->syntax, from);
    return past > from && cue_tag(all, past) == TAG_THAT ? past : c->after;
}

/* "[Cuba]'s toll rose to nine": where they died, not who has counted; "Cuba's toll of nine" may be its government's. */
static bool is_of_place(const Cue *c, Range owner)
{
    const Analysis *a = c->all->a;
    uint32_t m = mention_at(&a->mentions, owner.first, analysis_class(a, "PLACE"));
    return m != MENTION_NONE && a->mentions.items[m].last == owner.last;
}

/* The saying of the noun and its giver; of: a preposition stands behind it, that: a clause, own: what it comes to. */
static void say_noun(Cue *c, Range source, bool of, bool that, bool own)
{
    if (own && is_of_place(c, source))
        return;
    Saying saying = cue_saying(c, source);
    saying.cue.last += of;
    Range content = content_after(c->all, c->unit, saying.cue.last, c->say);
    content.last = before_own_verb(c->all, c->unit, c->verb, content, that);
    if (is_claimed_at(c, content.first))
        return;
    content_add(&saying, content);
    saying_add(c->all, saying);
}

/* "X's claim that ...", "the warning that ...", "his promise to ...". */
void cue_noun(Cue *c)
{
    Sayings *all = c->all;
    if (in_name(c))
        return;
    c->after = past_its_time(c);
    Str frames = saying_attr(all, c->say, all->noun);
    Tag next = cue_tag(all, c->after);
    Tag before = c->verb > c->unit->tokens.first ? cue_tag(all, c->verb - 1) : TAG_STOP;
    Range giver = giver_of(c);
    uint32_t first = past_adjectives(c);
    bool owned = before == TAG_POSS || first < c->verb || !range_is_empty(giver);
    bool relative = syntax_is_finite(cue_tag(all, c->after + 1)); /* "remarks that caused a stir" */
    bool that = next == TAG_THAT && !relative && has_frame(frames, 't');
    Tag inner = cue_tag(all, c->after + 1 + (cue_tag(all, c->after + 1) == TAG_ADV));
    bool verb = inner == TAG_BASE || inner == TAG_HAVE; /* "their claim to have won" */
    bool to = owned && next == TAG_TO && verb && has_frame(frames, 'i');
    bool of = has_topic(c, frames, owned);
    if (said_by(c, frames) || (range_is_empty(giver) && told_alone(c, frames, first, owned)))
        return;
    bool own = (owned || has_frame(frames, 'u')) && has_frame(frames, 'o') && c->after > c->verb + 1;
    bool counts = has_frame(frames, 'c');
    if (has_frame(frames, 'p') && (standpoint(c, first, counts) || by_count(c, counts)))
        return;
    if (owned && !that && !to && leads_quote(c, giver, first))
        return;
    if (!that && !to && !of && !own)
        return;
    Range source = range_is_empty(giver) ? owner_of(c, first, owned) : giver;
    say_noun(c, source, of, that, own);
}

/* "reportedly": the clause around it, said by nobody named. */
void cue_adverb(Cue *c)
{
    c->group = c->verb;
    Saying saying = cue_saying(c, (Range){c->verb, c->verb});
    saying.loose = true;
    uint32_t end = c->unit->tokens.last;
    while (end > c->after && cue_tag(c->all, end - 1) == TAG_STOP)
        end--;
    content_add(&saying, (Range){c->unit->tokens.first, c->verb});
    content_add(&saying, (Range){c->after, end});
    saying_add(c->all, saying);
}

#include "extract/speaker/cue.h"

/* "a statement" and the like: in "issued a statement saying" it is not the speaker. */
static bool is_channel(const Sayings *all, uint32_t i)
{
    enum { LONGEST_CHANNEL = 4 };
    return mention_over(&all->a->mentions, i, analysis_class(all->a, "CHANNEL"), LONGEST_CHANNEL) != MENTION_NONE;
}

uint32_t cue_before_channel(const Sayings *all, Range phrase)
{
    for (uint32_t i = phrase.last; i > phrase.first + 1; i--) {
        if (cue_tag(all, i - 1) != TAG_PREP || cue_is_own(all, i - 1))
            continue;
        bool speaks =
            syntax_is_verb(cue_tag(all, i - 2)); /* "a clerk speaking by phone", "residents contacted by phone" */
        bool on = mention_begins(&all->a->mentions, i - 1, all->topic_class) &&
                  !mention_begins(&all->a->mentions, i - 2,
                                  all->say_class); /* "Holm on Telegram", not "for Telegram", "posts on Telegram" */
        for (uint32_t k = i; k < phrase.last && !speaks; k++) {
            if (is_channel(all, k) && (on || !(all->a->tokens.tokens[k].flags & TOKEN_CAPITAL)))
                return i - 1;
        }
    }
    return phrase.last;
}

/* "[The mayor of Lund] in an interview said", "In an interview, the mayor said": the phrase before, where there is one. */
static Range past_channel(const Sayings *all, uint32_t floor, Range source)
{
    uint32_t end = cue_before_channel(all, source);
    if (end < source.last)
        return syntax_subject(all->syntax, floor, end);
    end = source.first;
    if (cue_tag(all, end) != TAG_PREP && end > floor)
        end--;
    if (cue_tag(all, end) != TAG_PREP)
        return source;
    Range before = syntax_subject(all->syntax, floor, end);
    return range_is_empty(before) ? source : before;
}

uint32_t cue_past_opening(const Sayings *all, const Unit *unit, uint32_t before)
{
    uint32_t first = unit->tokens.first;
    Tag tag = cue_tag(all, first);
    if (tag != TAG_SUB && tag != TAG_WHADV && tag != TAG_PREP && tag != TAG_ING)
        return first;
    for (uint32_t i = first; i + 1 < before; i++) {
        if (cue_tag(all, i) == TAG_COMMA && !all->quotes.of[i])
            return i + 1;
    }
    return first;
}

/* The subject before the group of a finite verb: "[The clerk] dramatically changed ...". */
static Range subject_of(const Sayings *all, uint32_t floor, uint32_t verb)
{
    bool passive = false;
    return syntax_subject(all->syntax, floor, syntax_group_start(all->syntax, floor, verb, &passive));
}

/* The first clause's subject: for participles and verbs that share it. */
static Range main_subject(const Sayings *all, const Unit *unit, uint32_t before)
{
    for (uint32_t i = cue_past_opening(all, unit, before); i < before; i++) {
        if (all->quotes.of[i] || !syntax_is_finite(cue_tag(all, i)))
            continue;
        Range subject = subject_of(all, unit->tokens.first, i);
        bool where = subject.first > unit->tokens.first &&
                     (cue_tag(all, subject.first - 1) == TAG_WHADV || !syntax_is_word(all->syntax, subject.first));
        if (!range_is_empty(subject) && !cue_is_relative(all, subject) && !where)
            return subject; /* "[youths] in the town, where Monday's raid was, marched" */
    }
    Range first = syntax_phrase(all->syntax, unit->tokens.first, before, false);
    bool name = !range_is_empty(first) && (cue_tag(all, first.first) == TAG_PRON || first.last < before);
    return name ? first : (Range){before, before};
}

/* Of two verbs of one subject each may have its own: "they have not come or were not sure". */
static const uint64_t AUXILIARY = BIT(TAG_BE) | BIT(TAG_HAVE) | BIT(TAG_DO) | BIT(TAG_MODAL);

/* "It is odd that he demands order, yet refuses to pay": behind a conjunction the nearest verb of the same form has the same subject. */
static Range twin_subject(const Sayings *all, const Cue *c)
{
    uint32_t floor = c->unit->tokens.first;
    uint32_t first = c->group;
    while (first < c->verb && (cue_tag(all, first) == TAG_ADV || cue_tag(all, first) == TAG_NEG))
        first++;
    Tag form = cue_tag(all, first); /* "and [almost at once] told" */
    Tag before = cue_before(c);
    bool joined = before == TAG_CONJ && (syntax_is_finite(form) || form == TAG_BASE);
    bool hangs = form == TAG_ING && (before == TAG_PREP || before == TAG_SUB);
    for (uint32_t i = c->group; (joined || hangs) && i > floor; i--) {
        Tag verb = cue_tag(all, i - 1);
        bool auxiliary = joined && (BIT(form) & AUXILIARY) != 0 && (BIT(verb) & AUXILIARY) != 0;
        if (!(hangs ? syntax_is_finite(verb) : verb == form || auxiliary) || all->quotes.of[i - 1])
            continue;
        Range subject = subject_of(all, floor, i - 1);
        bool object = !hangs && subject.first > floor &&
                      cue_tag(all, subject.first - 1) == TAG_PREP; /* "at a rally [focused] on coal and asserted" */
        if (!range_is_empty(subject) && !object)
            return subject;
    }
    return (Range){c->group, c->group};
}

/* Whether what another in the sentence says holds the saying: "[Holm] said the crew had claimed it was late, adding ...". */
static bool is_inner(const Sayings *all, size_t at)
{
    const Saying *inner = &all->items[at];
    for (size_t i = at; i > 0 && all->items[i - 1].unit == inner->unit; i--) {
        const Saying *outer = &all->items[i - 1];
        for (uint32_t k = 0; k < outer->content_count; k++) {
            if (outer->content[k].first <= inner->cue.first && inner->cue.last <= outer->content[k].last)
                return true;
        }
    }
    return false;
}

/* Whether a semicolon outside of quotations parts the tokens. */
static bool is_parted(const Sayings *all, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        if (cue_tag(all, i) == TAG_SEMI && !all->quotes.of[i])
            return true;
    }
    return false;
}

Range cue_shared_subject(const Sayings *all, const Cue *c)
{
    Range twin = twin_subject(all, c);
    bool led = cue_before(c) == TAG_PREP || (c->group > 0 && cue_is_manner(all, c->group - 1));
    if (led && !range_is_empty(twin) && !cue_is_relative(all, twin))
        return twin; /* "Holm said a paper had quoted Lund as [saying]", "Holm said it was late, but Lund calmed them by [saying] ..." */
    for (size_t i = all->count; i > 0 && all->items[i - 1].unit == c->unit_index; i--) {
        const Saying *last = &all->items[i - 1];
        if (is_parted(all, last->cue.last, c->group))
            break;
        if (!range_is_empty(last->source) && last->source.first < c->group && !cue_is_relative(all, last->source) &&
            !is_inner(all, i - 1))
            return last->source;
    }
    return range_is_empty(twin) ? main_subject(all, c->unit, c->group) : twin;
}

uint32_t cue_past_relative(const Sayings *all, uint32_t i, uint32_t limit)
{
    bool opens = cue_tag(all, i) == TAG_WH || (cue_tag(all, i) == TAG_THAT && syntax_is_finite(cue_tag(all, i + 1)));
    bool whose =
        i > 1 && syntax_is_finite(cue_tag(all, i)) && str_begins(analysis_word(all->a, i - 2), STR("relative"));
    if (i >= limit || !(opens || whose))
        return i;
    while (i < limit && cue_tag(all, i) != TAG_COMMA && cue_tag(all, i) != TAG_STOP && !all->quotes.of[i])
        i++;
    return i;
}

static bool holds_channel(const Sayings *all, Range phrase)
{
    for (uint32_t i = phrase.first; i < phrase.last; i++) {
        if (is_channel(all, i))
            return true;
    }
    return false;
}

/* The speaker after the verb: `"...," said X, the leader of Y.` */
Range cue_inverted_source(const Sayings *all, const Cue *c)
{
    uint32_t limit = c->unit->tokens.last;
    Range who = syntax_phrase(all->syntax, c->after, limit, true);
    if (range_is_empty(who))
        return who;
    uint32_t past_time = syntax_past_time(all->syntax, who.first);
    bool name = who.last == who.first + 1 && c->group > c->unit->tokens.first && cue_ends_quote(all, c->group - 1) &&
                (all->syntax->allowed[who.first] & BIT(TAG_MODAL)) != 0; /* '"...," said May.' */
    if (past_time > who.first && past_time >= who.last && !name)
        return (Range){c->after, c->after}; /* "..., the mayor said Tuesday." */
    uint32_t channel = cue_before_channel(all, who);
    if (channel < who.last)
        return (Range){who.first, channel}; /* "said Holm in a statement" */
    uint32_t i = cue_past_relative(all, who.last, limit);
    while (i < limit && cue_tag(all, i) == TAG_COMMA && !all->quotes.of[i + 1 < limit ? i + 1 : i]) {
        Tag next = cue_tag(all, i + 1);
        if (next == TAG_WH)
            return (Range){who.first, limit - (cue_tag(all, limit - 1) == TAG_STOP)};
        uint32_t past = syntax_past_time(all->syntax, i + 1);
        Range more = syntax_phrase(all->syntax, past, limit, true);
        bool when = past > i + 1 && cue_tag(all, past) != TAG_DET; /* ", now a teacher" is who, ", on Monday" when */
        if (next == TAG_ING || next == TAG_SUB || when || range_is_empty(more) ||
            (next == TAG_PREP && holds_channel(all, more)))
            break;
        i = cue_past_relative(all, more.last, limit);
    }
    uint32_t title = i > who.first ? all->quotes.of[i - 1] : 0; /* "author of the book 'Mills: A History'" */
    bool inside = title && all->quotes.items[title - 1].first >= who.last;
    return (Range){who.first, inside ? all->quotes.items[title - 1].last : i};
}

/* "Calling it murder, the minister ...": the subject stands after the comma. */
Range cue_later_subject(const Cue *c)
{
    uint32_t limit = c->unit->tokens.last;
    for (uint32_t i = c->after; i < limit; i++) {
        uint32_t at = c->all->quotes.of[i];
        bool closes = at && c->all->quotes.items[at - 1].last == i + 1 && c->all->quotes.items[at - 1].comma;
        if (closes || (cue_tag(c->all, i) == TAG_COMMA && !at))
            return syntax_phrase(c->all->syntax, i + 1, limit, false);
    }
    return (Range){c->group, c->group};
}

/* "[issued a statement on Monday] saying": the verb whose object is the channel opens the cue; its subject, empty when there is none. */
static Range hands_out(Cue *c)
{
    const Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    Range none = {c->group, c->group};
    if (cue_tag(all, c->verb) != TAG_ING || c->group != c->verb)
        return none;
    Range object = syntax_subject(all->syntax, floor, c->group);
    if (!holds_channel(all, object) || object.first == floor || !syntax_is_verb(cue_tag(all, object.first - 1)))
        return none;
    bool passive = false;
    uint32_t group = syntax_group_start(all->syntax, floor, object.first - 1, &passive);
    Range source = passive ? none : syntax_subject(all->syntax, floor, group);
    if (!range_is_empty(source))
        c->group = group;
    return source;
}

/* "targets in [nations that] resist": the phrase nearest to a relative pronoun, with what it owns. */
static Range nearest(const Sayings *all, Range source)
{
    for (uint32_t i = source.last; i > source.first + 1; i--) {
        if (cue_tag(all, i - 2) != TAG_PREP || cue_is_own(all, i - 2))
            continue;
        Tag first = cue_tag(all, i - 1);
        bool definite = first == TAG_DET && !str_begins(analysis_word(all->a, i - 1), STR("one"));
        bool name = (all->a->tokens.tokens[i - 1].flags & TOKEN_CAPITAL) != 0;
        return first == TAG_ING || definite || name ? source
                                                    : (Range){i - 1, source.last}; /* "a sign in the hall that reads" */
    }
    return source;
}

/* ", a claim [the army] denied", ", a figure [Reyes] disputed": of an article with a noun of saying and a name behind it the name alone. */
static Range behind_object(const Cue *c, Range source)
{
    const Sayings *all = c->all;
    const Token *tokens = all->a->tokens.tokens;
    const uint16_t figure = analysis_class(all->a, "FIGURE_WORD");
    if (range_is_empty(source) || cue_tag(all, source.first) != TAG_DET || !saying_frames(all, c->say, 'o'))
        return source;
    for (uint32_t i = source.first + 1; i + 1 < source.last && cue_tag(all, i) == TAG_NOUN; i++) {
        bool said =
            mention_begins(&all->a->mentions, i, all->say_class) || mention_begins(&all->a->mentions, i, figure);
        if (said && !(tokens[i].flags & TOKEN_CAPITAL) && (tokens[i + 1].flags & TOKEN_CAPITAL))
            return (Range){i + 1, source.last};
    }
    return source;
}

/* Whether anybody stands in the tokens who may say something. */
static bool names_speaker(const Sayings *all, Range r)
{
    static const char *const CLASSES[] = {"PARTY", "OUTLET", "TITLE", "VICTIM", "BODY_NOUN", "SAY"};
    bool found = false;
    for (size_t k = 0; k < sizeof CLASSES / sizeof CLASSES[0]; k++)
        found = found || saying_holds(all, r, CLASSES[k]);
    for (uint32_t i = r.first + 1; i < r.last; i++)
        found = found || (all->a->tokens.tokens[i].flags & TOKEN_CAPITAL) != 0;
    return found;
}

/* "The wall leans in the wind and [police] said": a thing with a word behind it that may be its verb has a clause of its own. */
static Range behind_clause(const Sayings *all, Range source)
{
    const Syntax *s = all->syntax;
    uint32_t joint = source.last;
    while (joint > source.first + 1 && s->tags[joint - 1] != TAG_CONJ)
        joint--;
    Range left = {source.first, joint - 1};
    bool verb = false;
    for (uint32_t i = left.first + 1; i + 1 < left.last && joint > source.first + 1; i++)
        verb = verb || (s->tags[i + 1] == TAG_PREP && syntax_ends_plural(s, i, (Tag)s->tags[i]) &&
                        !syntax_ends_plural(s, i - 1, (Tag)s->tags[i - 1]) && s->tags[i - 1] == TAG_NOUN &&
                        (s->allowed[i] == 0 || (s->allowed[i] & BIT(TAG_THIRD)) != 0));
    return verb && saying_names_body(all, (Range){joint, source.last}) && !names_speaker(all, left)
               ? (Range){joint, source.last}
               : source;
}

/* "[Save the] Children said": a body's name to where it begins. */
static Range whole_name(const Sayings *all, Range source)
{
    enum { LONGEST_NAME = 6 };
    uint32_t m = range_is_empty(source)
                     ? MENTION_NONE
                     : mention_over(&all->a->mentions, source.first, all->syntax->party_class, LONGEST_NAME);
    const Mention *party = m == MENTION_NONE ? NULL : &all->a->mentions.items[m];
    return party && party->first < source.first && party->last >= source.last ? (Range){party->first, source.last}
                                                                              : source;
}

/* The subject before the verb, without times and channels. */
Range cue_source_before(Cue *c)
{
    const Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    Range giver = hands_out(c);
    if (!range_is_empty(giver))
        return giver;
    Range source = behind_object(c, syntax_subject(all->syntax, floor, c->group));
    if (cue_tag(all, c->verb) == TAG_ING && cue_before(c) == TAG_NOUN && is_channel(all, c->group - 1)) {
        Range main = main_subject(all, c->unit, c->group);
        return range_is_empty(main) ? source : main; /* "In a statement announcing the choice, the union ..." */
    }
    if (!range_is_empty(source) && source.last - 1 > floor && is_channel(all, source.last - 1))
        return past_channel(all, floor, source);
    if (source.last > source.first + 1 && cue_tag(all, source.last - 1) == TAG_THAT)
        source = nearest(all, (Range){source.first, source.last - 1}); /* "a group [that] supports ..." */
    return behind_clause(all, whole_name(all, source));
}

bool cue_has_owner(const Cue *c, Range source)
{
    uint32_t floor = c->unit->tokens.first;
    if (range_is_empty(source) || source.first == floor || cue_tag(c->all, source.first - 1) != TAG_PREP)
        return false;
    Tag head = cue_tag(c->all, source.first);
    bool somebody = head == TAG_DET || head == TAG_POSS || head == TAG_OBJ ||
                    (c->all->a->tokens.tokens[source.first].flags & TOKEN_CAPITAL);
    return somebody && (source.first == floor + 1 || cue_tag(c->all, source.first - 2) == TAG_COMMA);
}

bool cue_follows_saying(const Cue *c)
{
    const Sayings *all = c->all;
    for (size_t i = all->count; i > 0 && all->items[i - 1].unit == c->unit_index; i--) {
        const Saying *last = &all->items[i - 1];
        if (last->cue.last <= c->group && !range_is_empty(last->source) && !cue_is_relative(all, last->source))
            return true;
    }
    return false;
}

/* Nothing but a pronoun or a name. */
static bool names_one(const Sayings *all, Range content)
{
    if (content.last == content.first + 1 && cue_tag(all, content.first) != TAG_NOUN)
        return true;
    for (uint32_t i = content.first; i < content.last; i++) {
        bool name = (all->a->tokens.tokens[i].flags & TOKEN_CAPITAL) || cue_tag(all, i) == TAG_POSS ||
                    cue_tag(all, i) == TAG_HYPHEN || cue_tag(all, i) == TAG_NUMBER;
        if (!name || all->quotes.of[i])
            return false;
    }
    return true;
}

/* "A clerk called [Ana Holm was hurt]": a name and the verb of whoever bears it. */
static bool names_subject(const Sayings *all, Range content)
{
    uint32_t i = content.first;
    if (!(all->a->tokens.tokens[i].flags & TOKEN_CAPITAL))
        return false;
    while (i < content.last && !all->quotes.of[i] && (syntax_in_phrase(cue_tag(all, i)) || cue_tag(all, i) == TAG_CONJ))
        i++;
    return i < content.last && syntax_is_finite(cue_tag(all, i));
}

bool cue_only_names(const Sayings *all, Range content)
{
    return names_one(all, content) || names_subject(all, content);
}

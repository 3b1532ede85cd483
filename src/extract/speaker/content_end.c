#include "extract/speaker/content_end.h"

/* A cue that takes over after a comma: ", adding that", ", according to", ", X said". */
bool content_new_voice(const Sayings *all, uint32_t i, uint32_t limit)
{
    uint32_t say = i < limit ? mention_at(&all->a->mentions, i, all->say_class) : MENTION_NONE;
    if (say == MENTION_NONE)
        return false;
    Tag tag = content_tag(all, i, limit);
    if (tag == TAG_ING)
        return saying_frames(all, say, 'q') || str_equal(saying_attr(all, say, all->act), STR("cite"));
    return str_equal(saying_attr(all, say, all->form), STR("prep"));
}

/* "and vowed to ...": a conjunction before another verb of the same subject. */
static bool next_verb(const Sayings *all, uint32_t conjunction, uint32_t limit)
{
    uint32_t i = conjunction + 1;
    while (content_tag(all, i, limit) == TAG_ADV)
        i++;
    Tag tag = content_tag(all, i, limit);
    uint32_t say = i < limit ? mention_at(&all->a->mentions, i, all->say_class) : MENTION_NONE;
    bool helps = tag == TAG_HAVE || tag == TAG_BE || tag == TAG_MODAL;
    return tag == TAG_PRET || tag == TAG_THIRD || (helps && say == MENTION_NONE);
}

static bool has_infinitive(const Sayings *all, uint32_t from, uint32_t end)
{
    while (from < end && !(content_tag(all, from, end) == TAG_TO && content_tag(all, from + 1, end) == TAG_BASE))
        from++;
    return from < end;
}

/* "blaming the wind [and accusing] the crew", "said it was late[, and mocked] him": behind the conjunction stands a verb of saying in the
 * form of the one before the content. */
static bool twin_verb(const Sayings *all, uint32_t from, uint32_t conjunction, uint32_t limit)
{
    enum { CUE_REACH = 4 };
    if (content_tag(all, conjunction, limit) != TAG_CONJ)
        return false;
    uint32_t i = conjunction + 1;
    while (content_tag(all, i, limit) == TAG_ADV)
        i++;
    Tag form = content_tag(all, i, limit);
    bool comma = content_tag(all, conjunction - 1, limit) == TAG_COMMA;
    if (!syntax_is_verb(form) || (syntax_is_finite(form) && !comma) ||
        !mention_begins(&all->a->mentions, i, all->say_class) ||
        (form == TAG_BASE && has_infinitive(all, from, conjunction)))
        return false; /* "say her plans to raise taxes [and give] breaks": of the plans */
    for (uint32_t k = from; k > 0 && from - k < CUE_REACH; k--) {
        Tag before = content_tag(all, k - 1, limit);
        if (syntax_is_verb(before))
            return before == form;
        if (before == TAG_STOP || before == TAG_COMMA)
            return false;
    }
    return false;
}

bool content_is_listed(const Sayings *all, uint32_t verb, uint32_t limit)
{
    Tag form = content_tag(all, verb, limit);
    uint32_t say = verb < limit ? mention_at(&all->a->mentions, verb, all->say_class) : MENTION_NONE;
    if ((form != TAG_PRET && form != TAG_THIRD) || say == MENTION_NONE || saying_frames(all, say, 'q'))
        return false;
    for (uint32_t i = verb + 1; i + 1 < limit; i++) {
        Tag tag = content_tag(all, i, limit);
        if (tag == TAG_STOP || tag == TAG_SEMI)
            return false;
        if (tag == TAG_CONJ && content_tag(all, i + 1, limit) == form)
            return true;
    }
    return false;
}

/* ", but critics say ...": a conjunction that opens a clause of its own after a comma. */
static bool new_clause(const Sayings *all, uint32_t i, uint32_t limit)
{
    Tag tag = content_tag(all, i, limit);
    uint32_t participle = tag == TAG_ADV ? i + 1 : i;
    if (content_tag(all, participle, limit) == TAG_ING)
        return mention_begins(&all->a->mentions, participle, all->say_class); /* ", killing two" is said as well */
    if (tag == TAG_SUB)
        return true;
    bool count = i + 1 < limit && mention_begins(&all->a->mentions, i + 1, analysis_class(all->a, "COUNT"));
    if (tag != TAG_CONJ || content_tag(all, i + 1, limit) == TAG_THAT || count)
        return false; /* ", and that nobody was hurt", ", and 12 were hurt": said as well */
    uint32_t verb = i + 1 + (content_tag(all, i + 1, limit) == TAG_ADV);
    if (syntax_is_finite(content_tag(all, verb, limit)))
        return false; /* ", but could not go": of the same subject */
    for (uint32_t k = i + 1; k < limit; k++) {
        Tag next = content_tag(all, k, limit);
        if (next == TAG_COMMA || next == TAG_WH || next == TAG_COLON || content_quote(all, k))
            return false;
        if (syntax_is_finite(next) && !str_ends(analysis_word(all->a, k), STR("gerund")))
            return true;
    }
    return false;
}

bool content_trailing_voice(const Sayings *all, uint32_t i, uint32_t limit)
{
    Range who = syntax_phrase(all->syntax, i, limit, true);
    bool lasts = content_tag(all, who.last, limit) == TAG_BE && content_tag(all, who.last + 1, limit) == TAG_ING;
    uint32_t verb = who.last + lasts; /* "Reuters is reporting" */
    uint32_t say = verb < limit ? mention_at(&all->a->mentions, verb, all->say_class) : MENTION_NONE;
    if (range_is_empty(who) || content_tag(all, i, limit) == TAG_PREP || say == MENTION_NONE ||
        !saying_frames(all, say, 'q') || !(lasts || syntax_is_finite(content_tag(all, verb, limit))))
        return false;
    uint32_t past = content_skip(all, all->a->mentions.items[say].last, limit);
    past += content_tag(all, past, limit) == TAG_COMMA;
    bool cites = content_tag(all, past, limit) == TAG_ING && content_new_voice(all, past, limit);
    return cites || content_is_end(all, past, limit); /* "Reuters reports, citing police" */
}

/* The verb of saying behind who stands at the token, a mention; MENTION_NONE where none does. */
static uint32_t verb_of_speaker(const Sayings *all, uint32_t i, uint32_t limit)
{
    Range who = syntax_phrase(all->syntax, i, limit, false);
    Tag form = content_tag(all, who.last, limit);
    bool verb = !range_is_empty(who) && (form == TAG_BASE || form == TAG_THIRD || form == TAG_PRET);
    return verb ? mention_at(&all->a->mentions, who.last, all->say_class) : MENTION_NONE;
}

/* "The crew praised the plan and [the owners denied] it": behind the conjunction another speaks. */
static bool other_speaker(const Sayings *all, uint32_t conjunction, uint32_t limit)
{
    return content_tag(all, conjunction, limit) == TAG_CONJ &&
           verb_of_speaker(all, conjunction + 1, limit) != MENTION_NONE;
}

/* "with some claiming it rained and [others saying] it snowed": behind a cue that is a participle the next one with somebody of its own. */
static bool other_participle(const Sayings *all, uint32_t from, uint32_t conjunction, uint32_t limit)
{
    if (content_tag(all, conjunction, limit) != TAG_CONJ || from == 0 || content_tag(all, from - 1, limit) != TAG_ING)
        return false;
    Range who = syntax_phrase(all->syntax, conjunction + 1, limit, false);
    return !range_is_empty(who) && content_tag(all, who.last, limit) == TAG_ING &&
           mention_begins(&all->a->mentions, who.last, all->say_class);
}

/* "The army says eight died, [villagers say] 30", "..., [Amnesty put] the figure at 30": another tells a number of its own. */
static bool other_counts(const Sayings *all, uint32_t i, uint32_t limit)
{
    uint32_t say = verb_of_speaker(all, i, limit);
    uint32_t from = say == MENTION_NONE ? limit : all->a->mentions.items[say].last;
    uint32_t reach = saying_frames(all, say, 'm') || saying_frames(all, say, 'l') ? 8 : 1;
    for (uint32_t k = from; k < limit && k < from + reach; k++)
        if ((k == from || content_tag(all, k - 1, limit) == TAG_PREP) &&
            mention_begins(&all->a->mentions, k, analysis_class(all->a, "COUNT")))
            return true;
    return false;
}

/* "and [the owners accused] the crew": of what stands behind an object no noun or participle: a verb with an object of its own. */
static bool other_accuses(const Sayings *all, uint32_t conjunction, uint32_t limit)
{
    const uint64_t object = BIT(TAG_DET) | BIT(TAG_POSS) | BIT(TAG_PRON) | BIT(TAG_OBJ) | BIT(TAG_THAT);
    if (!other_speaker(all, conjunction, limit))
        return false;
    uint32_t verb = syntax_phrase(all->syntax, conjunction + 1, limit, false).last;
    return (all->syntax->allowed[verb] & BIT(TAG_NOUN)) == 0 && (BIT(content_tag(all, verb + 1, limit)) & object) != 0;
}

/* ", but did not say how", "but are unsure how": another verb or feeling with the same subject, behind an auxiliary. */
static bool says_on(const Sayings *all, uint32_t conjunction, uint32_t limit)
{
    uint32_t i = conjunction + 1;
    Tag first = content_tag(all, i, limit);
    if (content_tag(all, conjunction, limit) != TAG_CONJ ||
        !(BIT(first) & (BIT(TAG_DO) | BIT(TAG_HAVE) | BIT(TAG_MODAL) | BIT(TAG_BE))))
        return false;
    while (syntax_is_finite(content_tag(all, i, limit)) || content_tag(all, i, limit) == TAG_NEG ||
           content_tag(all, i, limit) == TAG_ADV)
        i++;
    uint32_t say = i < limit ? mention_at(&all->a->mentions, i, all->say_class) : MENTION_NONE;
    bool feels = first == TAG_BE && say != MENTION_NONE && saying_frames(all, say, 't') &&
                 str_equal(saying_attr(all, say, all->form), STR("adj"));
    return feels || (first != TAG_BE && say != MENTION_NONE && saying_frames(all, say, 'q'));
}

/* ", a claim the army denied": the narrator's word on what was said. */
static bool comments(const Sayings *all, uint32_t i, uint32_t limit)
{
    uint32_t say = i + 1 < limit ? mention_at(&all->a->mentions, i + 1, all->say_class) : MENTION_NONE;
    if (content_tag(all, i, limit) != TAG_DET || say == MENTION_NONE || content_tag(all, i + 1, limit) != TAG_NOUN)
        return false;
    Tag next = content_tag(all, all->a->mentions.items[say].last, limit);
    return next == TAG_DET || next == TAG_PRON || next == TAG_THAT || next == TAG_WH;
}

/* A bracket that closes here and was opened before the content. */
static bool closes_outer(const Sayings *all, uint32_t from, uint32_t i, uint32_t limit)
{
    if (content_tag(all, i, limit) != TAG_CLOSE)
        return false;
    while (i > from && content_tag(all, i - 1, limit) != TAG_OPEN)
        i--;
    return i == from;
}

/* Whether what stands behind a comma is no more said; in "nine clerks, including a girl, | and a guard died" nobody has done anything yet. */
static bool ends_behind_comma(const Sayings *all, uint32_t from, uint32_t next, uint32_t limit)
{
    bool row = content_tag(all, next, limit) == TAG_CONJ && !syntax_has_finite(all->syntax, from, next) &&
               mention_within(&all->a->mentions, from, next, analysis_class(all->a, "INCLUDING")) != MENTION_NONE;
    return twin_verb(all, from, next, limit) || says_on(all, next, limit) || comments(all, next, limit) ||
           content_new_voice(all, next, limit) || (!row && new_clause(all, next, limit)) ||
           content_trailing_voice(all, next, limit) || other_counts(all, next, limit) ||
           content_is_listed(all, next, limit);
}

/* Whether a dash opens an aside before the content in its sentence: "Holm - even as [he says it is late] - left". */
static bool in_dashes(const Sayings *all, uint32_t from)
{
    uint32_t u = 0;
    while (u + 1 < all->unit_count && all->units[u + 1].tokens.first <= from)
        u++;
    bool inside = false;
    for (uint32_t i = all->units[u].tokens.first + 1; i + 1 < from; i++) {
        bool dateline = content_tag(all, i - 1, from) == TAG_CLOSE || content_tag(all, i + 1, from) == TAG_OPEN;
        inside = inside != (content_tag(all, i, from) == TAG_DASH && !dateline && !content_quote(all, i));
    }
    return inside;
}

/* "(Holm wrote that it rained)": a bracket that opens here and has a voice of its own. */
static bool opens_voice(const Sayings *all, uint32_t open, uint32_t limit)
{
    if (content_tag(all, open, limit) != TAG_OPEN)
        return false;
    for (uint32_t i = open + 1; i < limit && content_tag(all, i, limit) != TAG_CLOSE; i++) {
        uint32_t say = syntax_is_finite(content_tag(all, i, limit)) ? mention_at(&all->a->mentions, i, all->say_class)
                                                                    : MENTION_NONE;
        if (say != MENTION_NONE && saying_frames(all, say, 'q'))
            return true;
    }
    return false;
}

/* How far a clause said runs: to the end of the unit unless another voice takes over. */
static bool ends_clause(const Sayings *all, uint32_t from, uint32_t i, uint32_t limit)
{
    Tag tag = content_tag(all, i, limit);
    if (tag == TAG_SEMI || closes_outer(all, from, i, limit) || opens_voice(all, i, limit) ||
        (tag == TAG_DASH && in_dashes(all, from)))
        return true;
    if (tag == TAG_COMMA)
        return !(i == from + 1 && content_tag(all, from, limit) == TAG_THAT) && /* "said that, while it rains, ..." */
               ends_behind_comma(all, from, i + 1, limit);
    if (twin_verb(all, from, i, limit) || other_participle(all, from, i, limit) ||
        (syntax_has_finite(all->syntax, from, i) && other_speaker(all, i, limit)))
        return true;
    uint32_t say =
        tag == TAG_CONJ && i + 1 < limit ? mention_at(&all->a->mentions, i + 1, all->say_class) : MENTION_NONE;
    return i > from && say != MENTION_NONE && saying_frames(all, say, 'q') && next_verb(all, i, limit);
}

/* 'called it "late," a "farce" and "unfair"': behind the comma inside the marks one more of the same list is quoted. */
static bool quotes_on(const Sayings *all, uint32_t i, uint32_t limit)
{
    i += content_tag(all, i, limit) == TAG_CONJ;
    i += content_tag(all, i, limit) == TAG_DET;
    return i < limit && content_quote(all, i) != NULL;
}

/* 'said it was "closed," meaning nobody came', '"fair," when it came to ...': the clause does not end with the words that it quotes. */
static bool clause_goes_on(const Sayings *all, uint32_t from, uint32_t next, uint32_t limit)
{
    Tag tag = content_tag(all, next, limit);
    bool hangs = tag == TAG_ING || tag == TAG_WHADV || tag == TAG_CONJ;
    bool verb = tag == TAG_CONJ && next_verb(all, next, limit); /* "and also asked" */
    return quotes_on(all, next, limit) || (hangs && !verb && !ends_behind_comma(all, from, next, limit));
}

uint32_t content_clause_end(const Sayings *all, uint32_t from, uint32_t limit)
{
    enum { LONGEST = 1024 }; /* no clause is as long: what runs on so far is all one */
    for (uint32_t i = from; i < limit && i - from < LONGEST; i++) {
        const Quote *quote = content_quote(all, i);
        if (quote && quote->comma && i > from && quote->last < limit && !clause_goes_on(all, from, quote->last, limit))
            return quote->last;
        if (quote) {
            i = quote->last - 1;
            continue;
        }
        if (ends_clause(all, from, i, limit))
            return i > from && content_tag(all, i, limit) == TAG_CONJ && content_tag(all, i - 1, limit) == TAG_COMMA
                       ? i - 1
                       : i;
    }
    return limit;
}

/* A further word of a verb group: "have [been]". */
static bool in_group(const Sayings *all, uint32_t i)
{
    Tag before = i > 0 ? (Tag)all->syntax->tags[i - 1] : TAG_STOP;
    return before == TAG_BE || before == TAG_HAVE || before == TAG_DO || before == TAG_MODAL || before == TAG_NEG ||
           before == TAG_ADV;
}

/* "markets to fall [if] rates rise", not "just how high" or "much about how": the verb behind is of another clause. */
static bool opens_when(const Sayings *all, uint32_t from, uint32_t i, uint32_t limit)
{
    if (content_tag(all, i, limit) != TAG_WHADV || i == from)
        return false;
    Tag before = content_tag(all, i - 1, limit);
    return before != TAG_PREP && before != TAG_NOUN && !(before == TAG_ADV && i == from + 1);
}

static bool has_joint(const Sayings *all, Range r)
{
    for (uint32_t i = r.first; i < r.last; i++)
        if (content_tag(all, i, r.last) == TAG_CONJ)
            return true;
    return false;
}

/* "the school, the clinic, the well and the road": one or more phrases between commas, the last behind a conjunction. */
static bool is_series(const Sayings *all, uint32_t comma, uint32_t limit)
{
    enum { LONGEST_SERIES = 8 };
    for (int k = 0; k < LONGEST_SERIES; k++) {
        Range item = syntax_phrase(all->syntax, comma + 1, limit, k > 0);
        if (range_is_empty(item) || content_quote(all, item.first))
            return false;
        if (has_joint(all, item))
            return true;
        uint32_t joint = item.last + (content_tag(all, item.last, limit) == TAG_COMMA);
        if (content_tag(all, joint, limit) == TAG_CONJ)
            return !next_verb(all, joint, limit);
        if (joint == item.last)
            return false;
        comma = item.last;
    }
    return false;
}

/* One walk over the tags; its few states meet each other. NOLINTNEXTLINE(readability-function-cognitive-complexity) */
bool content_clause_ahead(const Sayings *all, uint32_t from, uint32_t limit)
{
    bool relative = false;
    bool first = true;
    for (uint32_t i = from; i < limit; i++) {
        Tag tag = content_tag(all, i, limit);
        if (content_quote(all, i)) {
            i = content_quote(all, i)->last - 1;
            continue;
        }
        if ((tag == TAG_COMMA || tag == TAG_DASH) && i > from) {
            uint32_t close = content_aside_end(all, i, limit);
            if (close == i && !(tag == TAG_COMMA && is_series(all, i, limit)))
                return false;
            i = close;
            continue;
        }
        if (tag == TAG_COMMA || tag == TAG_SEMI || tag == TAG_COLON)
            return false;
        if ((tag == TAG_WH && (relative || i == from)) || tag == TAG_SUB || opens_when(all, from, i, limit) ||
            (tag == TAG_CONJ && next_verb(all, i, limit)))
            return false;
        if (tag == TAG_WH || (tag == TAG_WHADV && i > from && content_tag(all, i - 1, limit) == TAG_NOUN)) {
            relative = true; /* "those who came [were] late": a second verb is the clause's own */
            continue;
        }
        bool infinitive = i > from && content_tag(all, i - 1, limit) == TAG_TO; /* "as a reason to [leave]" */
        bool verb =
            (syntax_is_finite(tag) && !(relative && in_group(all, i))) || (tag == TAG_BASE && !relative && !infinitive);
        if (verb && !(relative && first))
            return i > from;
        first = first && !verb;
    }
    return false;
}

/* "including", "among them": what follows is of the same list. */
static bool includes(const Sayings *all, uint32_t i, uint32_t limit)
{
    return i < limit && mention_begins(&all->a->mentions, i, analysis_class(all->a, "INCLUDING"));
}

/* Nothing but capitals: "the abbot, [Anselm Roth], and". */
static bool is_name(const Sayings *all, Range r)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        if (!(all->a->tokens.tokens[i].flags & TOKEN_CAPITAL))
            return false;
    }
    return !range_is_empty(r);
}

/* The comma opens or closes the name of whom the object was about: "thanked the abbot, Anselm Roth, for his help". */
static bool bounds_name(const Sayings *all, uint32_t comma, uint32_t limit)
{
    enum { LONGEST_NAME = 4 };
    Range next = syntax_phrase(all->syntax, comma + 1, limit, false);
    if (comma > 0 && content_tag(all, comma - 1, limit) == TAG_NOUN && is_name(all, next) &&
        !syntax_is_finite(content_tag(all, next.last, limit)))
        return true;
    uint32_t open = comma;
    while (open > 0 && comma - open <= LONGEST_NAME && content_tag(all, open - 1, limit) != TAG_COMMA)
        open--;
    Tag behind = content_tag(all, comma + 1, limit);
    return open > 0 && content_tag(all, open - 1, limit) == TAG_COMMA && is_name(all, (Range){open, comma}) &&
           (behind == TAG_PREP || behind == TAG_TO);
}

/* "three dead, twelve hurt", "the mosque, the school and the clinic": what follows the comma is one more of the same list, or a name. Any
 * other apposition and a relative clause are the narrator's. */
static bool goes_on(const Sayings *all, uint32_t comma, uint32_t limit)
{
    if (includes(all, comma + 1, limit))
        return true;
    if (content_tag(all, comma + 1, limit) == TAG_NUMBER && syntax_past_time(all->syntax, comma + 1) == comma + 1)
        return true;
    return is_series(all, comma, limit) || bounds_name(all, comma, limit);
}

/* Without a channel at its end: "praised the crew in a film". */
uint32_t content_without_channel(const Sayings *all, uint32_t from, uint32_t end)
{
    enum { LONGEST_NAME = 5 };
    uint16_t channel = analysis_class(all->a, "CHANNEL");
    for (uint32_t i = from + 1; i + 1 < end; i++) {
        Tag tag = content_tag(all, i, end);
        if (syntax_is_verb(tag) || tag == TAG_TO || content_quote(all, i))
            return end; /* "thanked her for speaking in an interview", "urged viewers in a film to leave" */
        if (tag != TAG_PREP || content_tag(all, i - 1, end) == TAG_CONJ ||
            mention_begins(&all->a->mentions, i, all->topic_class) ||
            mention_over(&all->a->mentions, i, all->syntax->party_class, LONGEST_NAME) != MENTION_NONE)
            continue; /* "quoted the Ministry [of Interior's statement]" */
        Range phrase = syntax_phrase(all->syntax, i + 1, end, false);
        if (!range_is_empty(phrase) && mention_begins(&all->a->mentions, phrase.last - 1, channel))
            return has_infinitive(all, phrase.last, end) ? end : i;
    }
    return end;
}

/* "urging calm, that she would not blame him [and telling] the crew": a participle of saying that the object has no fellow for. */
static bool next_participle(const Sayings *all, uint32_t from, uint32_t conjunction, uint32_t limit)
{
    if (content_tag(all, conjunction + 1, limit) != TAG_ING ||
        !mention_begins(&all->a->mentions, conjunction + 1, all->say_class))
        return false;
    uint32_t i = from;
    while (i < conjunction && content_tag(all, i, limit) != TAG_ING)
        i++;
    return i == conjunction;
}

/* "claimed to have killed 30 [and captured] eight": one more of the perfect that the object opens with. */
static bool is_of_perfect(const Sayings *all, uint32_t from, uint32_t conjunction, uint32_t limit)
{
    uint32_t next = conjunction + 1;
    return content_tag(all, from, limit) == TAG_TO && content_tag(all, from + 1, limit) == TAG_HAVE && next < limit &&
           (all->syntax->allowed[next] & BIT(TAG_PART)) && !mention_begins(&all->a->mentions, next, all->say_class);
}

/* A comma with no list behind it, or a clause or verb of its own, begins at token i. */
static bool ends_object(const Sayings *all, uint32_t from, uint32_t i, uint32_t limit, bool takes_as)
{
    Tag tag = content_tag(all, i, limit);
    if (tag == TAG_SEMI || tag == TAG_DASH || (tag == TAG_COMMA && !goes_on(all, i, limit)) ||
        closes_outer(all, from, i, limit))
        return true;
    bool where = tag == TAG_WHADV && i > from && content_tag(all, i - 1, limit) == TAG_NOUN &&
                 content_tag(all, from, limit) != TAG_TO; /* "praised her in a film where she said" */
    bool clause = (tag == TAG_SUB && i > from) || where;
    if (clause && (content_tag(all, i + 1, limit) == TAG_ING || content_tag(all, i + 1, limit) == TAG_PREP ||
                   (!takes_as && content_clause_ahead(all, i + 1, limit))))
        return true;
    return (tag == TAG_CONJ && ((next_verb(all, i, limit) && !is_of_perfect(all, from, i, limit)) ||
                                next_participle(all, from, i, limit))) ||
           twin_verb(all, from, i, limit) || other_accuses(all, i, limit);
}

/* How far an object runs: its phrase with what hangs on it, to the next comma or clause. */
uint32_t content_object_end(const Sayings *all, uint32_t from, uint32_t limit, bool takes_as)
{
    for (uint32_t i = from; i < limit; i++) {
        const Quote *quote = content_quote(all, i);
        bool closes = quote && quote->comma && quote->last < limit && !quotes_on(all, quote->last, limit);
        if (closes && (i > from || syntax_is_finite(content_tag(all, quote->last, limit))))
            return quote->last;
        if (quote) {
            i = quote->last - 1;
            continue;
        }
        if (ends_object(all, from, i, limit, takes_as)) /* "trusts her [even as] it rains" */
            return i -
                   (i > from + 1 && content_tag(all, i, limit) == TAG_SUB && content_tag(all, i - 1, limit) == TAG_ADV);
    }
    return limit;
}

#include "extract/speaker/cue.h"
#include "extract/speaker/content_end.h"
#include "extract/speaker/speaker_party.h"

/* The end of the cue: adverbs close behind a verb of saying are of it. */
static uint32_t cue_end(const Cue *c)
{
    bool speaks = saying_frames(c->all, c->say, 'q') || saying_frames(c->all, c->say, 't');
    return syntax_is_verb(cue_tag(c->all, c->verb)) && speaks && !c->passive && c->matter == 0
               ? content_past_adverbs(c->all, c->after, c->unit->tokens.last)
               : c->after;
}

Saying cue_saying(const Cue *c, Range source)
{
    return (Saying){
        .source = source, .cue = {c->group, cue_end(c)}, .say = c->say, .unit = c->unit_index, .topic = c->matter != 0};
}

bool cue_has_verb(const Sayings *all, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        if (syntax_is_verb(cue_tag(all, i)) || syntax_is_finite(cue_tag(all, i)) || all->quotes.of[i])
            return true;
    }
    return false;
}

static bool inverted(Cue *c)
{
    Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    if (c->group == floor || !saying_frames(all, c->say, 'q') || c->passive)
        return false;
    bool quoted = cue_ends_quote(all, c->group - 1);
    if (!quoted && (cue_tag(all, c->group - 1) != TAG_COMMA || saying_frames(all, c->say, 'd')))
        return false; /* "a fund, called the Mill Trust, will" */
    if (!quoted && saying_frames(all, c->say, 'i') && !str_equal(saying_attr(all, c->say, all->act), STR("claim")))
        return false; /* "Storm floods Lund, threatens the coast" */
    if (cue_tag(all, c->verb) == TAG_ING)
        return false;
    Range source = cue_inverted_source(all, c);
    if (range_is_empty(source))
        return false;
    return cue_trailing(c, source, c->group, source.last);
}

static bool participle(const Cue *c)
{
    Tag before = cue_before(c);
    return (cue_tag(c->all, c->verb) == TAG_ING || cue_tag(c->all, c->group) == TAG_ING) &&
           (before == TAG_COMMA || before == TAG_STOP || before == TAG_MARK || before == TAG_DASH ||
            before == TAG_SUB || before == TAG_CONJ || before == TAG_PREP);
}

/* A name, or words for one of a side, an office or a body: "police", "a local relief group"; not "the same". */
static bool is_somebody(const Sayings *all, Range who)
{
    return (all->a->tokens.tokens[who.first].flags & TOKEN_CAPITAL) != 0 ||
           mention_begins(&all->a->mentions, who.last - 1, analysis_class(all->a, "BODY_NOUN")) ||
           speaker_of_tokens(all, who).party != PARTY_NONE;
}

/* "..., said X, the head of Y." with no quotation: nothing but the speaker follows. */
static bool closes_clause(const Cue *c)
{
    const Sayings *all = c->all;
    if (!saying_frames(all, c->say, 'q') || saying_frames(all, c->say, 'p'))
        return false;
    Range who = cue_inverted_source(all, c);
    if (range_is_empty(who) || !is_somebody(all, who))
        return false;
    for (uint32_t i = who.last; i < c->unit->tokens.last; i++) {
        if (syntax_is_finite(cue_tag(all, i)) || all->quotes.of[i])
            return false;
    }
    return content_is_end(all, who.last, c->unit->tokens.last) || cue_tag(all, who.last) == TAG_COMMA;
}

/* "Said X: ..." */
static bool leads_inverted(Cue *c)
{
    Sayings *all = c->all;
    if (c->group != c->unit->tokens.first || !saying_frames(all, c->say, 'q') || cue_tag(all, c->verb) == TAG_ING)
        return false;
    Range who = syntax_phrase(all->syntax, c->after, c->unit->tokens.last, true);
    if (range_is_empty(who) || cue_tag(all, who.last) != TAG_COLON)
        return false;
    Saying saying = cue_saying(c, who);
    content_add(&saying, content_after(all, c->unit, who.last, c->say));
    saying_add(all, saying);
    return true;
}

/* The verb with its subject before it: what is said stands before both, or follows. */
static void with_subject(Cue *c, Range source, bool verb_of_words)
{
    uint32_t limit = c->unit->tokens.last;
    uint32_t rest = content_skip(c->all, c->after, limit);
    uint32_t near = content_past_adverbs(c->all, syntax_past_time(c->all->syntax, c->after), limit);
    bool apart = cue_tag(c->all, near) == TAG_COMMA && source.first > c->unit->tokens.first &&
                 cue_tag(c->all, source.first - 1) == TAG_COMMA; /* "The mill, a survey found, is closed" */
    bool last = saying_frames(c->all, c->say, 't') && (apart || content_is_end(c->all, rest, limit));
    bool relative = cue_is_relative(c->all, source);
    if (relative || !(verb_of_words || last) || !cue_trailing(c, source, source.first, c->after))
        cue_forward(c, source);
}

/* "As police said [before the march], ...": the comma or end behind the when and where of a saying that stands apart; the token itself where
 * a clause or quotation of its own goes on there. */
static uint32_t past_circumstance(const Cue *c, uint32_t manner, uint32_t from)
{
    const Sayings *all = c->all;
    const uint64_t opens = BIT(TAG_PREP) | BIT(TAG_SUB) | BIT(TAG_WHADV);
    uint32_t limit = c->unit->tokens.last;
    bool apart = manner == c->unit->tokens.first || cue_tag(all, manner - 1) == TAG_COMMA;
    if (!apart || !saying_frames(all, c->say, 'q') || (BIT(cue_tag(all, from)) & opens) == 0)
        return from;
    for (uint32_t i = from; i < limit; i++) {
        Tag tag = cue_tag(all, i);
        if (tag == TAG_COMMA || content_is_end(all, i, limit))
            return i;
        if (tag == TAG_THAT || tag == TAG_WH || all->quotes.of[i] ||
            mention_begins(&all->a->mentions, i, all->say_class))
            return from;
    }
    return limit;
}

/* "..., as the coach put it", "As clerks note, ...": what is said stands before it or behind. True when it was one. */
static bool as_told(const Cue *c, Range source)
{
    Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    uint32_t limit = c->unit->tokens.last;
    if (range_is_empty(source) || source.first == floor || !cue_is_manner(all, source.first - 1) ||
        !(saying_frames(all, c->say, 'q') || saying_frames(all, c->say, 't')))
        return false;
    uint32_t rest = content_skip(all, c->after, limit);
    rest += cue_is_expletive(all, (Range){rest, rest + 1}); /* "as the coach sees it, ..." */
    rest = past_circumstance(c, source.first - 1, rest);
    bool comma = cue_tag(all, rest) == TAG_COMMA;
    if (!comma && !content_is_end(all, rest, limit))
        return false;
    Saying saying = cue_saying(c, source);
    uint32_t end = source.first - 1;
    end -= end > floor && cue_tag(all, end - 1) == TAG_COMMA && !all->quotes.of[end - 1];
    uint32_t contrast = content_past_contrast(all, floor, end);
    saying.trails = contrast == floor;
    if (contrast > floor)
        content_add(&saying, contrast < end ? (Range){contrast, end} : content_rest(all, c->unit, rest + comma));
    else if (cue_has_verb(all, floor, end))
        content_add(&saying, content_before(all, c->unit, end));
    else if (comma)
        content_add(&saying, content_rest(all, c->unit, rest + 1));
    saying_add(all, saying);
    return saying.content_count > 0;
}

/* Of a participle that opens its sentence the subject behind the comma, else the one it shares. */
static Range participle_subject(const Cue *c, Tag before)
{
    uint32_t floor = c->unit->tokens.first;
    Range aside = before == TAG_DASH ? syntax_subject(c->all->syntax, floor, c->group) : (Range){c->group, c->group};
    if (cue_has_owner(c, aside) && aside.first > floor + 1)
        return aside; /* ", with Holm - who has left - calling it late" */
    bool led = before == TAG_SUB || before == TAG_PREP;
    bool opens = c->group == floor || (led && c->group == floor + 1);
    return opens ? cue_later_subject(c) : cue_shared_subject(c->all, c);
}

/* "..., saying that ...", "Calling it late, ...". */
static void hanging(Cue *c, Tag before)
{
    const Sayings *all = c->all;
    Range who = participle_subject(c, before);
    uint32_t limit = c->unit->tokens.last;
    uint32_t rest = content_skip(all, c->after, limit);
    bool ends = content_is_end(all, rest, limit) || (cue_tag(all, rest) == TAG_COMMA && !all->quotes.of[rest + 1]);
    bool closes = c->group > c->unit->tokens.first && cue_is_manner(all, c->group - 1) && ends;
    if (!closes || range_is_empty(who) || !cue_trailing(c, who, who.first, c->after))
        cue_forward(c, who);
}

/* "too late for [the mayor] to reject it": the phrase between a preposition and the infinitive. True when it was one. */
static bool of_doer(Cue *c)
{
    const Sayings *all = c->all;
    Range who = syntax_subject(all->syntax, c->unit->tokens.first, c->group - 1);
    bool there = !range_is_empty(who) && who.first > c->unit->tokens.first && who.last == c->group - 1 &&
                 str_begins(analysis_word(all->a, who.first - 1), STR("benefit"));
    for (uint32_t i = who.first; i < who.last; i++)
        there = there && !syntax_is_verb(cue_tag(all, i)) && cue_tag(all, i) != TAG_CONJ;
    if (!there)
        return false;
    c->group--; /* "to reject" */
    cue_forward(c, who);
    return true;
}

/* "at one point even scolding the crew": a participle with no auxiliary and nobody of its own. */
static bool is_bare_gerund(const Cue *c, Range source)
{
    const Sayings *all = c->all;
    for (uint32_t i = c->group; i < c->verb; i++) {
        if (cue_tag(all, i) != TAG_ADV)
            return false;
    }
    return cue_tag(all, c->verb) == TAG_ING && !saying_frames(all, c->say, 't') && !cue_has_owner(c, source);
}

/* Behind whom the cue stands; a mark where a quotation closes there. */
static Tag before_active(const Cue *c)
{
    return c->group > c->unit->tokens.first && cue_ends_quote(c->all, c->group - 1) ? TAG_MARK : cue_before(c);
}

void cue_active(Cue *c)
{
    Sayings *all = c->all;
    Tag before = before_active(c);
    if (participle(c)) {
        hanging(c, before);
        return;
    }
    if (before == TAG_THAT && c->group == c->verb && cue_tag(all, c->verb) == TAG_ING)
        return; /* "joked that saying so would cost her" */
    if (before == TAG_COMMA && content_is_listed(all, c->group, c->unit->tokens.last) && cue_follows_saying(c)) {
        cue_forward(c, cue_shared_subject(all, c));
        return;
    }
    Range source = cue_source_before(c);
    bool empty = range_is_empty(source);
    if (as_told(c, source))
        return;
    if (before == TAG_COMMA && !empty && !closes_clause(c)) {
        with_subject(c, source, true);
        return;
    }
    if ((before == TAG_COMMA || before == TAG_MARK) && inverted(c))
        return;
    if (before == TAG_TO && of_doer(c))
        return;
    bool infinitive = before == TAG_TO && saying_frames(all, c->say, 't');
    if (before == TAG_CONJ || (infinitive && cue_tag(all, c->after) == TAG_THAT)) {
        cue_forward(c, cue_shared_subject(all, c));
        return;
    }
    if (!empty && !is_bare_gerund(c, source) && !infinitive)
        with_subject(c, source, saying_frames(all, c->say, 'q'));
}

/* "When asked whether ...": by whom is not told. */
static bool asked(const Cue *c)
{
    Tag tag = cue_tag(c->all, c->verb);
    return c->group == c->verb && (tag == TAG_PRET || tag == TAG_PART) &&
           str_equal(saying_attr(c->all, c->say, c->all->act), STR("ask"));
}

/* "It is a game [called] whist": a participle behind the object of another verb. */
static bool reduced(const Cue *c)
{
    const Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    if (cue_tag(all, c->verb) != TAG_PRET || c->group != c->verb)
        return false;
    Range noun = syntax_subject(all->syntax, floor, c->group);
    if (range_is_empty(noun) || noun.first == floor || cue_tag(all, noun.last - 1) != TAG_NOUN)
        return false;
    bool passive = false;
    uint32_t verb = syntax_group_start(all->syntax, floor, noun.first - 1, &passive);
    Tag left = verb > floor ? cue_tag(all, verb - 1) : TAG_STOP;
    Tag tag = cue_tag(all, noun.first - 1);
    bool relative = left == TAG_WH || left == TAG_THAT; /* "firms that insured the mine agreed" */
    return !relative && !mention_begins(&all->a->mentions, noun.first - 1, all->say_class) &&
           (syntax_is_verb(tag) || syntax_is_finite(tag));
}

/* "clerks [briefed] on the plan": whom one speaks to stands before a participle, where no object follows it. */
static bool was_addressed(const Cue *c)
{
    const Sayings *all = c->all;
    Tag form = cue_tag(all, c->verb);
    return c->group == c->verb && (form == TAG_PRET || form == TAG_PART) && cue_tag(all, c->after) == TAG_PREP &&
           saying_frames(all, c->say, 'p') && !saying_frames(all, c->say, 'q');
}

/* "an attack that the mayor [blamed] on the crew": the object stands before the subject. */
static bool has_left_object(const Cue *c)
{
    const Sayings *all = c->all;
    Range who = syntax_subject(all->syntax, c->unit->tokens.first, c->group);
    if (range_is_empty(who) || who.first == c->unit->tokens.first)
        return false;
    Tag before = cue_tag(all, who.first - 1);
    Tag opens = cue_tag(all, who.first);
    return before == TAG_WH || before == TAG_THAT ||
           (before == TAG_NOUN && (opens == TAG_DET || opens == TAG_PRON || opens == TAG_POSS));
}

/* "an attack [blamed] on the crew", "a clerk [accused of] theft": of a verb that needs an object none stands behind it. */
static bool lacks_object(const Cue *c)
{
    const Sayings *all = c->all;
    Tag form = cue_tag(all, c->verb);
    uint32_t joint = c->after > c->verb + 1 ? c->after - 1 : c->after;
    bool bare = c->group == c->verb && joint == c->verb + 1 && (form == TAG_PRET || form == TAG_PART);
    return bare && str_equal(saying_attr(all, c->say, all->frame), STR("o")) && cue_tag(all, joint) == TAG_PREP &&
           str_equal(saying_attr(all, c->say, all->act), STR("accuse")) &&
           syntax_past_time(all->syntax, joint + 1) == joint + 1 && !has_left_object(c);
}

/* "a clerk [accused of] theft": the participle has its preposition with it. */
static bool is_accused(const Cue *c)
{
    return c->after > c->verb + 1 && lacks_object(c);
}

/* "Holm, regarded by now as a master": a participle without an object of its own. */
static bool is_told_as(const Cue *c)
{
    const Sayings *all = c->all;
    uint32_t next = c->after + (cue_tag(all, c->after) == TAG_ADV);
    Tag form = cue_tag(all, c->verb);
    uint32_t first = c->group;
    while (first < c->verb && cue_tag(all, first) == TAG_ADV)
        first++; /* ", widely seen as weak" */
    return first == c->verb && (form == TAG_PRET || form == TAG_PART) && saying_frames(all, c->say, 'a') &&
           cue_is_manner(all, next);
}

/* "nine people [believed to be] migrants": what others hold them to be. */
static bool is_held_to_be(const Cue *c)
{
    const Analysis *a = c->all->a;
    return c->group == c->verb && cue_tag(c->all, c->after) == TAG_TO &&
           mention_begins(&a->mentions, c->verb, analysis_class(a, "NOUN_LINK"));
}

/* "Thirty villagers [feared dead] in a landslide": a participle of what befell them, unlike "they reported dead fish". */
static bool is_of_harm(const Cue *c)
{
    const Analysis *a = c->all->a;
    const MentionList *list = &a->mentions;
    uint32_t harm = c->group == c->verb ? mention_at(list, c->verb, analysis_class(a, "HARM_PP")) : MENTION_NONE;
    if (harm == MENTION_NONE && c->group == c->verb)
        harm = mention_at(list, c->verb, analysis_class(a, "HARM_ADJ"));
    return harm != MENTION_NONE && list->items[harm].last > c->after &&
           cue_tag(c->all, list->items[harm].last) != TAG_NOUN;
}

/* "It seems that ...", "the mill seems closed". */
static void seems(Cue *c)
{
    Tag next = cue_tag(c->all, c->after);
    if (next == TAG_ADV)
        next = cue_tag(c->all, c->after + 1);
    if (next == TAG_THAT)
        cue_forward(c, (Range){c->group, c->group});
    else if (next == TAG_TO || next == TAG_NOUN)
        cue_passive(c);
}

/* "The delay infuriated the crew", or a verb that is good for nothing else. True when nothing more is to be tried. */
static bool moved(Cue *c)
{
    return saying_frames(c->all, c->say, 'x') &&
           (cue_stirs(c) || str_equal(saying_attr(c->all, c->say, c->all->frame), STR("x")));
}

/* "a report issued by the office": a participle, unlike "said by phone that". */
static bool by_somebody(const Cue *c)
{
    const Sayings *all = c->all;
    Tag form = cue_tag(all, c->verb);
    if (!cue_names_agent(all, c->after) || (form != TAG_PRET && form != TAG_PART))
        return false; /* "said by phone" */
    Range who = syntax_phrase(all->syntax, c->after + 1, c->unit->tokens.last, false);
    bool clause = cue_tag(all, who.last) == TAG_THAT && saying_frames(all, c->say, 't');
    bool perfect = c->group < c->verb && cue_tag(all, c->verb - 1) == TAG_HAVE; /* "have heard by now that" */
    return !perfect && (!clause || cue_before(c) == TAG_STOP);
}

void cue_verb(Cue *c)
{
    Sayings *all = c->all;
    if (cue_tag(all, c->after) == TAG_HYPHEN || (c->verb > 0 && cue_tag(all, c->verb - 1) == TAG_HYPHEN))
        return;
    cue_take_group(c);
    if (saying_frames(all, c->say, 'k') && !cue_take_matter(c))
        return;
    Tag before = cue_before(c);
    bool bare = cue_tag(all, c->verb) == TAG_PART && c->group == c->verb;
    if (saying_frames(all, c->say, 'r')) {
        seems(c);
        return;
    }
    if (moved(c))
        return;
    if (c->passive || by_somebody(c) || is_accused(c) || (before == TAG_COMMA && is_told_as(c))) {
        cue_passive(c);
        return;
    }
    if (leads_inverted(c) || (before == TAG_MARK && inverted(c)))
        return;
    if ((before == TAG_WHADV || c->group == c->unit->tokens.first) && asked(c)) {
        cue_forward(c, (Range){c->group, c->group});
        return;
    }
    if ((bare && before != TAG_CONJ && before != TAG_COMMA) || reduced(c) || was_addressed(c) || lacks_object(c) ||
        is_held_to_be(c) || is_of_harm(c))
        return;
    cue_active(c);
}

#include "extract/saying.h"

/* One cue under examination. */
typedef struct {
    Sayings *all;
    const Unit *unit;
    uint32_t unit_index;
    uint32_t verb;  /* first token of the entry */
    uint32_t after; /* first token after it */
    uint32_t group; /* first token of the verb group */
    uint32_t say;
    bool passive;
} Cue;

static Tag tag_of(const Sayings *all, uint32_t i)
{
    return i < all->syntax->count ? (Tag)all->syntax->tags[i] : TAG_STOP;
}

Str saying_attr(const Sayings *all, uint32_t say, uint16_t name)
{
    if (say == MENTION_NONE)
        return STR("");
    const Attr *attr = mention_attr(&all->a->mentions, &all->a->mentions.items[say], name);
    return attr ? lexicon_value_name(all->a->language->lexicon, attr->value) : STR("");
}

bool saying_frames(const Sayings *all, uint32_t say, char letter)
{
    return str_find_char(saying_attr(all, say, all->frame), letter, 0) != SIZE_MAX;
}

static bool has_form(const Sayings *all, uint32_t say, const char *form)
{
    return str_find(saying_attr(all, say, all->form), str_from(form), 0) != SIZE_MAX;
}

static void mark_quotes(const Sayings *all, Saying *saying)
{
    for (uint32_t k = 0; k < saying->content_count; k++) {
        for (uint32_t i = saying->content[k].first; i < saying->content[k].last; i++) {
            uint32_t at = all->quotes.of[i];
            if (at == 0)
                continue;
            saying->quoted = saying->quoted || all->quotes.items[at - 1].speech;
            saying->mixed = true;
        }
    }
}

void saying_add(Sayings *all, Saying saying)
{
    if (saying.content_count == 0)
        return;
    mark_quotes(all, &saying);
    bool only_quotes = saying.say != MENTION_NONE && str_equal(saying_attr(all, saying.say, all->frame), STR("q"));
    if (only_quotes && !saying.blanket && !all->quotes.of[saying.content[0].last - 1])
        return;
    all->items = arena_grow(all->a->arena, all->items, all->count, &all->cap, sizeof *all->items);
    all->items[all->count++] = saying;
}

static Saying saying_of(const Cue *c, Range source)
{
    return (Saying){.source = source, .cue = {c->group, c->after}, .say = c->say, .unit = c->unit_index};
}

/* The word of the agent in a passive: "by". */
static bool is_agent(const Sayings *all, uint32_t i)
{
    uint32_t m = i < all->syntax->count ? mention_at(&all->a->mentions, i, all->word_class) : MENTION_NONE;
    return m != MENTION_NONE && str_begins(analysis_value(all->a, &all->a->mentions.items[m]), STR("agent"));
}

/* "a statement" and the like: in "issued a statement saying" it is not the speaker. */
static bool is_channel(const Sayings *all, uint32_t i)
{
    return mention_at(&all->a->mentions, i, analysis_class(all->a, "CHANNEL")) != MENTION_NONE;
}

/* "The mayor in an interview said": the phrase before, where there is one. */
static Range past_channel(const Sayings *all, uint32_t floor, Range source)
{
    uint32_t end = source.first;
    if (tag_of(all, end) != TAG_PREP && end > floor)
        end--;
    if (tag_of(all, end) != TAG_PREP)
        return source;
    Range before = syntax_subject(all->syntax, floor, end);
    return range_is_empty(before) ? source : before;
}

/* The first clause's subject: for participles and verbs that share it. */
static Range main_subject(const Sayings *all, const Unit *unit, uint32_t before)
{
    for (uint32_t i = unit->tokens.first; i < before; i++) {
        if (all->quotes.of[i] || !syntax_is_finite(tag_of(all, i)))
            continue;
        Range subject = syntax_subject(all->syntax, unit->tokens.first, i);
        if (!range_is_empty(subject) && tag_of(all, subject.first) != TAG_WH)
            return subject;
    }
    Range first = syntax_phrase(all->syntax, unit->tokens.first, before, false);
    bool name = !range_is_empty(first) && (tag_of(all, first.first) == TAG_PRON || first.last < before);
    return name ? first : (Range){before, before};
}

static Range shared_subject(const Sayings *all, const Cue *c)
{
    for (size_t i = all->count; i > 0 && all->items[i - 1].unit == c->unit_index; i--) {
        const Saying *last = &all->items[i - 1];
        if (!range_is_empty(last->source) && last->source.first < c->group && tag_of(all, last->source.first) != TAG_WH)
            return last->source;
    }
    return main_subject(all, c->unit, c->group);
}

/* A quotation that closes with a comma (or is a sentence of its own) before its speaker. */
static bool ends_quote(const Sayings *all, uint32_t token)
{
    uint32_t at = all->quotes.of[token];
    if (!at || all->quotes.items[at - 1].last != token + 1)
        return false;
    const Quote *quote = &all->quotes.items[at - 1];
    return quote->speech || quote->comma;
}

/* Where the material before the subject ends, as content_before wants it; first token of the unit when none. */
static uint32_t before_end(const Sayings *all, const Cue *c, uint32_t start)
{
    uint32_t floor = c->unit->tokens.first;
    if (start <= floor)
        return floor;
    if (ends_quote(all, start - 1))
        return start;
    if (tag_of(all, start - 1) == TAG_COMMA)
        return start >= floor + 2 && ends_quote(all, start - 2) ? start - 1 : start - 1;
    return floor;
}

static bool opens_speech(const Sayings *all, uint32_t token, uint32_t limit)
{
    uint32_t at = token < limit ? all->quotes.of[token] : 0;
    return at && all->quotes.items[at - 1].first == token && all->quotes.items[at - 1].speech;
}

/* The first quotation of a sentence in the tokens, empty when none. */
static Range later_speech(const Sayings *all, uint32_t from, uint32_t limit)
{
    for (uint32_t i = from; i < limit; i++) {
        if (opens_speech(all, i, limit))
            return (Range){i, all->quotes.items[all->quotes.of[i] - 1].last};
    }
    return (Range){from, from};
}

/* Quotation or clause before, more of it after. True when anything stood before. */
static bool trailing(Cue *c, Range source, uint32_t start, uint32_t past)
{
    Sayings *all = c->all;
    uint32_t end = before_end(all, c, start);
    if (end == c->unit->tokens.first)
        return false;
    bool quoted = ends_quote(all, end - 1);
    uint32_t rest = content_skip(all, past, c->unit->tokens.last);
    bool closes = content_is_end(all, rest, c->unit->tokens.last) || tag_of(all, rest) == TAG_COMMA ||
                  tag_of(all, rest) == TAG_SUB || tag_of(all, rest) == TAG_ING;
    if (!quoted && (!closes || opens_speech(all, rest + 1, c->unit->tokens.last)))
        return false;
    Saying saying = saying_of(c, source);
    saying.trails = true;
    content_add(&saying, content_before(all, c->unit, end));
    if (saying.content_count == 0)
        return false;
    uint32_t next = tag_of(all, rest) == TAG_COMMA || tag_of(all, rest) == TAG_COLON ? rest + 1 : rest;
    if (next < c->unit->tokens.last && all->quotes.of[next] && quoted)
        content_add(&saying, (Range){next, all->quotes.items[all->quotes.of[next] - 1].last});
    else if (quoted)
        content_add(&saying, later_speech(all, next, c->unit->tokens.last));
    else if (tag_of(all, rest) == TAG_COMMA && past == rest)
        content_add(&saying, content_after(all, c->unit, next, c->say));
    content_continue(all, c->unit_index, &saying);
    saying_add(all, saying);
    return true;
}

/* "X said ..." */
static void forward(Cue *c, Range source)
{
    Sayings *all = c->all;
    Saying saying = saying_of(c, source);
    Range content = content_after(all, c->unit, c->after, c->say);
    content_add(&saying, content);
    bool speaks = saying_frames(all, c->say, 'q');
    if (range_is_empty(content) && speaks && c->unit_index > 0 && all->units[c->unit_index - 1].quote &&
        all->units[c->unit_index - 1].block == c->unit->block)
        content_add(&saying, all->units[c->unit_index - 1].tokens);
    if (speaks && (range_is_empty(content) || all->quotes.of[content.last - 1] || content.last >= c->unit->tokens.last))
        content_continue(all, c->unit_index, &saying);
    saying_add(all, saying);
}

/* The speaker after the verb: `"...," said X, the leader of Y.` */
static Range inverted_source(const Sayings *all, const Cue *c)
{
    uint32_t limit = c->unit->tokens.last;
    Range who = syntax_phrase(all->syntax, c->after, limit, true);
    if (range_is_empty(who))
        return who;
    uint32_t i = who.last;
    while (i < limit && tag_of(all, i) == TAG_COMMA && !all->quotes.of[i + 1 < limit ? i + 1 : i]) {
        Tag next = tag_of(all, i + 1);
        if (next == TAG_WH)
            return (Range){who.first, limit - (tag_of(all, limit - 1) == TAG_STOP)};
        Range more = syntax_phrase(all->syntax, i + 1, limit, true);
        if (next == TAG_ING || next == TAG_SUB || range_is_empty(more) || syntax_past_time(all->syntax, i + 1) > i + 1)
            break;
        i = more.last;
    }
    return (Range){who.first, i};
}

static bool inverted(Cue *c)
{
    Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    if (c->group == floor || !saying_frames(all, c->say, 'q') || c->passive)
        return false;
    bool quoted = ends_quote(all, c->group - 1);
    if (!quoted && !(tag_of(all, c->group - 1) == TAG_COMMA))
        return false;
    if (tag_of(all, c->verb) == TAG_ING)
        return false;
    Range source = inverted_source(all, c);
    if (range_is_empty(source))
        return false;
    return trailing(c, source, c->group, source.last);
}

/* "X was accused of ...", "... is expected to ...", "reported by X". */
static void passive(Cue *c)
{
    Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    uint32_t end = c->group;
    if (end > c->unit->tokens.first + 1 && (tag_of(all, end - 1) == TAG_COMMA || tag_of(all, end - 1) == TAG_DASH))
        end--;
    Range subject = syntax_subject(all->syntax, c->unit->tokens.first, end);
    Range agent = {c->after, c->after};
    uint32_t rest = c->after;
    Saying saying = saying_of(c, agent);
    if (is_agent(all, c->after)) {
        agent = syntax_phrase(all->syntax, c->after + 1, limit, true);
        saying.source = agent;
        saying.cue.last = c->after + 1;
        rest = agent.last;
    }
    Tag next = tag_of(all, rest);
    bool clause = next == TAG_THAT || next == TAG_WHADV || next == TAG_WH;
    bool feels =
        clause && range_is_empty(saying.source) && !saying_frames(all, c->say, 'q') && saying_frames(all, c->say, 't');
    if (feels)
        saying.source = subject;
    else if (!clause)
        content_add(&saying, subject);
    bool more = range_is_empty(saying.source) || feels || clause || next == TAG_TO || next == TAG_SUB;
    if (more && !content_is_end(all, rest, limit) && tag_of(all, rest) != TAG_COMMA)
        content_add(&saying, content_after(all, c->unit, rest, c->say));
    saying_add(all, saying);
}

static bool participle(const Cue *c)
{
    Tag before = c->group > c->unit->tokens.first ? tag_of(c->all, c->group - 1) : TAG_STOP;
    return tag_of(c->all, c->verb) == TAG_ING &&
           (before == TAG_COMMA || before == TAG_STOP || before == TAG_MARK || before == TAG_DASH ||
            before == TAG_SUB || before == TAG_CONJ || before == TAG_PREP);
}

/* "Calling it murder, the minister ...": the subject stands after the comma. */
static Range later_subject(const Cue *c)
{
    uint32_t limit = c->unit->tokens.last;
    for (uint32_t i = c->after; i < limit; i++) {
        if (tag_of(c->all, i) == TAG_COMMA && !c->all->quotes.of[i])
            return syntax_phrase(c->all->syntax, i + 1, limit, false);
    }
    return (Range){c->group, c->group};
}

/* "..., said X, the head of Y." with no quotation: nothing but the speaker follows. */
static bool closes_clause(const Cue *c)
{
    const Sayings *all = c->all;
    if (!saying_frames(all, c->say, 'q') || saying_frames(all, c->say, 'p'))
        return false;
    Range who = inverted_source(all, c);
    if (range_is_empty(who) || !(all->a->tokens.tokens[who.first].flags & TOKEN_CAPITAL))
        return false;
    for (uint32_t i = who.last; i < c->unit->tokens.last; i++) {
        if (syntax_is_finite(tag_of(all, i)) || all->quotes.of[i])
            return false;
    }
    return content_is_end(all, who.last, c->unit->tokens.last) || tag_of(all, who.last) == TAG_COMMA;
}

/* "Said X: ..." */
static bool leads_inverted(Cue *c)
{
    Sayings *all = c->all;
    if (c->group != c->unit->tokens.first || !saying_frames(all, c->say, 'q') || tag_of(all, c->verb) == TAG_ING)
        return false;
    Range who = syntax_phrase(all->syntax, c->after, c->unit->tokens.last, true);
    if (range_is_empty(who) || tag_of(all, who.last) != TAG_COLON)
        return false;
    Saying saying = saying_of(c, who);
    content_add(&saying, content_after(all, c->unit, who.last, c->say));
    saying_add(all, saying);
    return true;
}

/* "would consider", "could decide": no more than possible, and no statement. */
static bool hypothetical(const Cue *c)
{
    const Sayings *all = c->all;
    if (saying_frames(all, c->say, 'q'))
        return false;
    for (uint32_t i = c->group; i < c->verb; i++) {
        if (tag_of(all, i) == TAG_MODAL)
            return true;
    }
    return false;
}

static void active(Cue *c)
{
    Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    Tag before = c->group > floor ? tag_of(all, c->group - 1) : TAG_STOP;
    if (c->group > floor && ends_quote(all, c->group - 1))
        before = TAG_MARK;
    if (participle(c)) {
        forward(c, c->group == floor ? later_subject(c) : shared_subject(all, c));
        return;
    }
    Range source = syntax_subject(all->syntax, floor, c->group);
    if (!range_is_empty(source) && source.last - 1 > floor && is_channel(all, source.last - 1))
        source = past_channel(all, floor, source);
    if (tag_of(all, c->verb) == TAG_ING && before == TAG_NOUN && is_channel(all, c->group - 1))
        source = main_subject(all, c->unit, c->group);
    if (before == TAG_COMMA || before == TAG_MARK) {
        if (!range_is_empty(source) && before == TAG_COMMA && !closes_clause(c)) {
            if (!trailing(c, source, source.first, c->after))
                forward(c, source);
            return;
        }
        if (inverted(c))
            return;
    }
    if (before == TAG_CONJ || (before == TAG_TO && saying_frames(all, c->say, 't'))) {
        if (before != TAG_TO || tag_of(all, c->after) == TAG_THAT)
            forward(c, shared_subject(all, c));
        return;
    }
    if (range_is_empty(source))
        return;
    if (tag_of(all, c->verb) == TAG_ING && c->group == c->verb && !saying_frames(all, c->say, 't'))
        return;
    if (!saying_frames(all, c->say, 'q') || !trailing(c, source, source.first, c->after))
        forward(c, source);
}

static void verb_cue(Cue *c)
{
    Sayings *all = c->all;
    if (tag_of(all, c->after) == TAG_HYPHEN || (c->verb > 0 && tag_of(all, c->verb - 1) == TAG_HYPHEN))
        return;
    c->group = syntax_group_start(all->syntax, c->unit->tokens.first, c->verb, &c->passive);
    Tag before = c->group > c->unit->tokens.first ? tag_of(all, c->group - 1) : TAG_STOP;
    bool bare = tag_of(all, c->verb) == TAG_PART && c->group == c->verb;
    if (saying_frames(all, c->say, 'r')) {
        if (tag_of(all, c->after) == TAG_TO || tag_of(all, c->after) == TAG_NOUN)
            passive(c);
        return;
    }
    if (c->passive || (is_agent(all, c->after) && tag_of(all, c->verb) != TAG_ING)) {
        passive(c);
        return;
    }
    if (hypothetical(c) || leads_inverted(c) || (before == TAG_MARK && inverted(c)))
        return;
    if (bare && before != TAG_CONJ && before != TAG_COMMA)
        return;
    active(c);
}

/* "according to X, ..." and "..., according to X". */
static void prep_cue(Cue *c)
{
    Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    uint32_t floor = c->unit->tokens.first;
    Range source = syntax_phrase(all->syntax, c->after, limit, true);
    if (range_is_empty(source))
        return;
    c->group = c->verb;
    Saying saying = saying_of(c, source);
    bool leads = c->verb == floor || (c->verb == floor + 1 && tag_of(all, floor) == TAG_CONJ);
    if (leads && tag_of(all, source.last) == TAG_COMMA) {
        uint32_t end = limit;
        while (end > source.last && tag_of(all, end - 1) == TAG_STOP)
            end--;
        content_add(&saying, (Range){source.last + 1, end});
    } else if (!leads) {
        uint32_t end = tag_of(all, c->verb - 1) == TAG_COMMA ? c->verb - 1 : c->verb;
        content_add(&saying, (Range){floor, end});
        if (tag_of(all, source.last) == TAG_COMMA && !content_is_end(all, source.last + 1, limit) &&
            tag_of(all, c->verb - 1) == TAG_COMMA && end - floor < 4)
            content_add(&saying, content_after(all, c->unit, source.last + 1, c->say));
    }
    saying_add(all, saying);
}

/* "The claim that A was B angered C": where the verb of the noun itself begins, else the end. */
static uint32_t before_own_verb(const Sayings *all, const Unit *unit, uint32_t noun, Range content)
{
    bool first = true;
    for (uint32_t i = unit->tokens.first; i < noun; i++) {
        if (syntax_is_finite(tag_of(all, i)))
            return content.last;
    }
    for (uint32_t i = content.first; i < content.last; i++) {
        Tag tag = tag_of(all, i);
        if (tag == TAG_COMMA || tag == TAG_CONJ || tag == TAG_WH || tag == TAG_SUB ||
            (tag == TAG_THAT && i > content.first))
            return content.last;
        if (!syntax_is_finite(tag) || (i > content.first && syntax_is_finite(tag_of(all, i - 1))))
            continue;
        bool passive = false;
        if (!first)
            return syntax_group_start(all->syntax, content.first, i, &passive);
        first = false;
    }
    return content.last;
}

/* "X's claim that ...", "the warning that ...", "his promise to ...". */
static void noun_cue(Cue *c)
{
    Sayings *all = c->all;
    Str frames = saying_attr(all, c->say, all->noun);
    Tag next = tag_of(all, c->after);
    Tag before = c->verb > c->unit->tokens.first ? tag_of(all, c->verb - 1) : TAG_STOP;
    bool owned = before == TAG_POSS;
    bool that = next == TAG_THAT && str_find_char(frames, 't', 0) != SIZE_MAX;
    bool to =
        owned && next == TAG_TO && tag_of(all, c->after + 1) == TAG_BASE && str_find_char(frames, 'i', 0) != SIZE_MAX;
    bool of = (owned || str_find_char(frames, 'u', 0) != SIZE_MAX) && next == TAG_PREP &&
              (str_find_char(frames, 'f', 0) != SIZE_MAX || str_find_char(frames, 'g', 0) != SIZE_MAX);
    if (!that && !to && !of)
        return;
    c->group = c->verb;
    Range source = {c->verb, c->verb};
    if (owned) {
        source = syntax_subject(all->syntax, c->unit->tokens.first, c->verb);
        Str last = range_is_empty(source) ? STR("")
                                          : span_text(all->a->tokens.text, all->a->tokens.tokens[source.last - 1].span);
        if (source.last - source.first > 1 && last.len > 0 && char_is_letter(last.ptr[0]))
            source.first = source.last - 1;
    }
    Saying saying = saying_of(c, source);
    Range content = content_after(all, c->unit, of ? c->after + 1 : c->after, c->say);
    content.last = before_own_verb(all, c->unit, c->verb, content);
    content_add(&saying, content);
    saying_add(all, saying);
}

/* "is afraid that ...", "were worried about ...": a feeling put as an adjective. True when it was one. */
static bool feeling(Cue *c)
{
    Sayings *all = c->all;
    bool passive = false;
    c->group = syntax_group_start(all->syntax, c->unit->tokens.first, c->verb, &passive);
    bool copula = false;
    for (uint32_t i = c->group; i < c->verb; i++)
        copula = copula || tag_of(all, i) == TAG_BE;
    Tag next = tag_of(all, c->after);
    bool clause = next == TAG_THAT && saying_frames(all, c->say, 't');
    bool infinitive = next == TAG_TO && tag_of(all, c->after + 1) == TAG_BASE && saying_frames(all, c->say, 'i');
    if (!copula || !(clause || infinitive || saying_frames(all, c->say, 'o')))
        return false;
    Range source = syntax_subject(all->syntax, c->unit->tokens.first, c->group);
    if (!range_is_empty(source))
        forward(c, source);
    return true;
}

/* "reportedly": the clause around it, said by nobody named. */
static void adverb_cue(Cue *c)
{
    c->group = c->verb;
    Saying saying = saying_of(c, (Range){c->verb, c->verb});
    saying.loose = true;
    uint32_t end = c->unit->tokens.last;
    while (end > c->after && tag_of(c->all, end - 1) == TAG_STOP)
        end--;
    content_add(&saying, (Range){c->unit->tokens.first, c->verb});
    content_add(&saying, (Range){c->after, end});
    saying_add(c->all, saying);
}

/* Examines the token; the first token that may begin the next cue. */
static uint32_t cue_at(Sayings *all, uint32_t unit_index, uint32_t token)
{
    uint32_t say = mention_at(&all->a->mentions, token, all->say_class);
    if (say == MENTION_NONE)
        return token + 1;
    const Unit *unit = &all->units[unit_index];
    uint32_t at = all->quotes.of[token];
    if (at && (all->quotes.items[at - 1].speech || all->quotes.items[at - 1].first >= unit->tokens.first))
        return token + 1;
    Cue c = {.all = all,
             .unit = unit,
             .unit_index = unit_index,
             .verb = token,
             .after = all->a->mentions.items[say].last,
             .group = token,
             .say = say};
    Tag tag = tag_of(all, token);
    if (has_form(all, say, "prep"))
        prep_cue(&c);
    else if (has_form(all, say, "adv"))
        adverb_cue(&c);
    else if (has_form(all, say, "adj") && feeling(&c))
        return c.after;
    else if (syntax_is_verb(tag))
        verb_cue(&c);
    else if (has_form(all, say, "noun"))
        noun_cue(&c);
    else if (has_form(all, say, "neg")) {
        c.passive = saying_frames(all, say, 's');
        if (c.passive)
            passive(&c);
        else
            active(&c);
    }
    return c.after;
}

static bool joined(const Sayings *all, const Sentence *one, const Sentence *two)
{
    if (one->block != two->block || one->last == 0 || one->last >= all->syntax->count)
        return false;
    uint32_t left = all->quotes.of[one->last - 1];
    return left && left == all->quotes.of[two->first];
}

static bool all_quote(const Sayings *all, Range tokens)
{
    uint32_t first = all->quotes.of[tokens.first];
    if (!first)
        return false;
    uint32_t last = tokens.last - 1;
    if (tag_of(all, last) == TAG_STOP && !all->quotes.of[last] && last > tokens.first)
        last--;
    return all->quotes.of[last] == first;
}

static void find_units(Sayings *all)
{
    const TokenList *list = &all->a->tokens;
    all->units = ARENA_ARRAY(all->a->arena, Unit, list->sentence_count + 1);
    for (size_t i = 0; i < list->sentence_count; i++) {
        const Sentence *sentence = &list->sentences[i];
        if (sentence->last <= sentence->first)
            continue;
        if (i > 0 && all->unit_count > 0 && joined(all, &list->sentences[i - 1], sentence)) {
            all->units[all->unit_count - 1].tokens.last = sentence->last;
            continue;
        }
        bool item = sentence->block < all->a->block_count && all->a->blocks[sentence->block].kind == BLOCK_LIST_ITEM;
        uint32_t first = sentence->first;
        if (item && first + 1 < sentence->last && (list->tokens[first].flags & TOKEN_PUNCT) && !all->quotes.of[first])
            first++;
        all->units[all->unit_count++] = (Unit){.tokens = {first, sentence->last}, .block = sentence->block};
    }
    for (uint32_t i = 0; i < all->unit_count; i++)
        all->units[i].quote = all_quote(all, all->units[i].tokens);
}

/* Whether another saying's content holds the cue: what somebody is said to think is part of what is said. */
static bool nested(const Sayings *all, size_t at)
{
    const Saying *inner = &all->items[at];
    for (size_t i = 0; i < all->count; i++) {
        for (uint32_t k = 0; k < all->items[i].content_count && i != at; k++) {
            Range content = all->items[i].content[k];
            if (content.first <= inner->cue.first && inner->cue.last <= content.last && !all->items[i].loose)
                return true;
        }
    }
    return false;
}

/* Keeps of nested sayings only those that report ("X said that police had confirmed ..."). */
static void drop_nested(Sayings *all)
{
    bool *drop = ARENA_ARRAY(all->a->arena, bool, all->count + 1);
    for (size_t i = 0; i < all->count; i++)
        drop[i] =
            nested(all, i) && (!saying_frames(all, all->items[i].say, 'q') || range_is_empty(all->items[i].source));
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (!drop[i])
            all->items[kept++] = all->items[i];
    }
    all->count = kept;
}

Sayings *saying_find(Analysis *a)
{
    Sayings *all = ARENA_NEW(a->arena, Sayings);
    Lexicon *lexicon = a->language->lexicon;
    *all = (Sayings){.a = a,
                     .syntax = syntax_read(a),
                     .quotes = quote_find(a),
                     .say_class = analysis_class(a, "SAY"),
                     .word_class = analysis_class(a, "WORD"),
                     .frame = lexicon_attr(lexicon, STR("frame")),
                     .act = lexicon_attr(lexicon, STR("act")),
                     .noun = lexicon_attr(lexicon, STR("noun")),
                     .form = lexicon_attr(lexicon, STR("form"))};
    find_units(all);
    for (uint32_t u = 0; u < all->unit_count; u++) {
        if (a->blocks && a->block_count > all->units[u].block &&
            a->blocks[all->units[u].block].kind == BLOCK_BOILERPLATE)
            continue;
        for (uint32_t i = all->units[u].tokens.first; i < all->units[u].tokens.last; i++)
            i = cue_at(all, u, i) - 1;
    }
    drop_nested(all);
    return all;
}

#include "extract/event/event_phrase.h"

#include "base/buf.h"

enum {
    PHRASE_LEFT = 5,  /* words of a noun phrase before its head */
    PHRASE_RIGHT = 6, /* and after it: a name, "of the …" */
};

bool names_add(Names *names, Str name)
{
    if (name.len == 0 || names->count == ARGS_MAX)
        return false;
    for (size_t i = 0; i < names->count; i++) {
        if (str_equal_caseless(names->items[i], name))
            return false;
    }
    names->armed[names->count] = false;
    names->bare[names->count] = false;
    names->items[names->count++] = name;
    return true;
}

const Str *names_keep(Arena *arena, const Names *names)
{
    Str *items = ARENA_ARRAY(arena, Str, names->count);
    memcpy(items, names->items, names->count * sizeof *items);
    return items;
}

static const Token *token_at(const EventWords *w, uint32_t t)
{
    return &w->a->tokens.tokens[t];
}

/* ---- noun phrases ---------------------------------------------------------------------------- */

bool event_is_verb(const EventWords *w, uint32_t t)
{
    return event_begins(w, t, WORDS_PAST) || event_begins(w, t, WORDS_HIT) || event_begins(w, t, WORDS_WEAK);
}

/* A hyphen between two words, and not a dash. */
static bool joins(const EventWords *w, uint32_t t)
{
    return t + 1 < w->a->tokens.count && event_sign(w, t) == '-' &&
           !((token_at(w, t)->flags | token_at(w, t + 1)->flags) & TOKEN_SPACE_BEFORE) &&
           !(token_at(w, t + 1)->flags & TOKEN_PUNCT);
}

bool event_joins_next(const EventWords *w, uint32_t t)
{
    return t + 1 < w->a->tokens.count && joins(w, t + 1);
}

/* A word that may stand inside a noun phrase; so may the hyphen and the clitic between two of them. The parts of "well-known"
 * and "brother-in-law" are one word. */
bool event_in_phrase(const EventWords *w, uint32_t t)
{
    const Token *token = token_at(w, t);
    if (token->flags & TOKEN_PUNCT)
        return event_sign(w, t) == '-' && !(token->flags & TOKEN_SPACE_BEFORE);
    if (!(token->flags & TOKEN_WORD))
        return (token->flags & TOKEN_NUMBER) == 0;
    if (event_joins_next(w, t) || (t > 0 && joins(w, t - 1)))
        return !event_harms(w, t);
    Tag tag = (Tag)w->syntax->tags[t];
    return (tag == TAG_NOUN || tag == TAG_POSS) && !event_stops(w, t) && !event_harms(w, t);
}

uint32_t event_phrase_left(const EventWords *w, uint32_t first)
{
    uint32_t start = event_sentence(w, first)->first;
    uint32_t left = first;
    while (left > start && first - left < PHRASE_LEFT && event_in_phrase(w, left - 1))
        left--;
    while (left < first && (token_at(w, left)->flags & TOKEN_PUNCT))
        left++;
    return left;
}

/* In shouted text, where a verb looks like a name: one that tells of an attack or its damage. */
static bool is_shouted_verb(const EventWords *w, uint32_t t)
{
    return (token_at(w, t)->flags & TOKEN_SHOUTED) && event_trigger_at(w, t, &(uint32_t){0}) != WORDS_COUNT_;
}

/* "A STORE | KNOWN AS", "AN OFFICER | GUARDING A BANK": there, a participle that goes on about the head. */
static bool is_shouted_participle(const EventWords *w, uint32_t t)
{
    Str word = (token_at(w, t)->flags & TOKEN_SHOUTED) ? analysis_word(w->a, t) : STR_NONE;
    return str_begins(word, STR("part")) || str_begins(word, STR("ing"));
}

bool event_is_origin(const EventWords *w, uint32_t first)
{
    uint32_t start = event_sentence(w, first)->first;
    uint32_t t = event_phrase_left(w, first);
    while (t > start && event_is_specifier(w, t - 1))
        t--;
    uint32_t aside = t > start ? event_at(w, t - 1, WORDS_ASIDE) : MENTION_NONE;
    return aside != MENTION_NONE && !event_covers(w, t - 1, WORDS_ON) && /* "50 metres from" */
           str_equal(analysis_value(w->a, &w->a->mentions.items[aside]), STR("source"));
}

/* "branches of the Alba | and Brena banks": behind the head that both share; the token itself where "and" leads to something else. */
static uint32_t behind_shared_head(const EventWords *w, bool article, uint32_t stop, uint32_t end)
{
    bool head = event_begins(w, stop - 1, WORDS_TARGET) || event_begins(w, stop - 1, WORDS_TARGET_HUMAN) ||
                event_begins(w, stop - 1, WORDS_GENERIC);
    if (head || stop + 2 >= end || !event_covers(w, stop, WORDS_AND) || (!article && analysis_is_name(w->a, stop - 1)))
        return stop;
    uint32_t last = stop + 1;
    while (last < end && last < stop + 1 + PHRASE_RIGHT && event_in_phrase(w, last))
        last++;
    bool shared = event_begins(w, last - 1, WORDS_TARGET) || event_begins(w, last - 1, WORDS_TARGET_HUMAN);
    return shared && last > stop + 2 ? last : stop;
}

/* Names behind the head ("Bishop Juan Perez"), and what it belongs to ("offices of the Andes Bank"). */
uint32_t event_phrase_right(const EventWords *w, uint32_t last)
{
    uint32_t end = event_sentence(w, last - 1)->last;
    uint32_t right = last;
    uint32_t limit = last + PHRASE_RIGHT < end ? last + PHRASE_RIGHT : end;
    while (right < limit && (token_at(w, right)->flags & TOKEN_CAPITAL) && event_in_phrase(w, right) &&
           !is_shouted_verb(w, right) && !is_shouted_participle(w, right))
        right++;
    if (right == last && right + 1 < end && event_begins(w, right, WORDS_OF)) {
        uint32_t next = right + 1;
        while (next < end && next < right + 3 && event_begins(w, next, WORDS_THE))
            next++;
        uint32_t stop = next;
        while (stop < end && stop < next + PHRASE_RIGHT && event_in_phrase(w, stop))
            stop++;
        if (stop > next && w->syntax->tags[stop - 1] != TAG_POSS) /* not "clerks of Alba's | daily paper" */
            right = behind_shared_head(w, next > right + 1, stop, end);
    }
    while (right > last && (token_at(w, right - 1)->flags & TOKEN_PUNCT))
        right--;
    return right;
}

/* Does a name stand in the phrase: a capital that isn't a sentence's first? In shouted text every word may be one. */
static bool has_name(const EventWords *w, Span span, uint32_t t)
{
    while (t > 0 && token_at(w, t - 1)->span.start >= span.start)
        t--;
    for (; t < w->a->tokens.count && token_at(w, t)->span.end <= span.end; t++) {
        if ((token_at(w, t)->flags & TOKEN_CAPITAL) && !(token_at(w, t)->flags & TOKEN_SENTENCE_START))
            return true;
    }
    return false;
}

static Str in_one_line(const Analysis *a, Span span)
{
    Str text = span_text(a->tokens.text, span);
    size_t plain = 0;
    while (plain < text.len && text.ptr[plain] != '\n' && !str_begins(str_drop(text, plain), STR("  ")))
        plain++;
    if (plain >= text.len)
        return text;
    char *line = arena_alloc(a->arena, text.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!char_is_space(text.ptr[i]))
            line[len++] = text.ptr[i];
        else if (len > 0 && line[len - 1] != ' ')
            line[len++] = ' ';
    }
    return (Str){line, len};
}

Str event_printed(const EventWords *w, Span span)
{
    return in_one_line(w->a, span);
}

/* A thing is called by the lexicon's name, unless the report names it; people are as printed. */
Str event_target_name(const EventWords *w, const Mention *m, bool human)
{
    uint32_t first = event_phrase_left(w, m->first);
    while (first + 1 < m->last && event_stops(w, first) && !event_joins_next(w, first))
        first++;
    uint32_t last = event_phrase_right(w, m->last);
    Span span = mention_tokens_span(&w->a->tokens, human ? event_behind_role(w, first, last) : first, last);
    if (!human && !has_name(w, span, m->first))
        return analysis_value(w->a, m);
    return event_printed(w, span);
}

/* Does the name of an armed force of the state end before the token: "army | helicopters"? */
static bool ends_force(const EventWords *w, uint32_t token)
{
    enum { NAME_WORDS = 5 };
    for (uint32_t t = token; t > 0 && token - t < NAME_WORDS; t--) {
        uint32_t at = event_at(w, t - 1, WORDS_PARTY);
        if (at != MENTION_NONE)
            return w->a->mentions.items[at].last == token &&
                   event_actor(w->a, &w->a->mentions.items[at]) == ACTOR_STATE;
    }
    return false;
}

bool event_is_specifier(const EventWords *w, uint32_t t)
{
    Tag tag = (Tag)w->syntax->tags[t];
    bool ordinal = tag == TAG_ADV && mention_begins(&w->a->mentions, t, analysis_class(w->a, "TORD")); /* "first" */
    return tag == TAG_DET || tag == TAG_NUMBER || tag == TAG_POSS || (tag == TAG_NOUN && event_stops(w, t)) ||
           ordinal || (token_at(w, t)->flags & TOKEN_NUMBER) != 0;
}

static bool is_place_at(const EventWords *w, uint32_t t)
{
    size_t behind = analysis_first_place(w->a, token_at(w, t)->span.end);
    return behind > 0 && span_overlaps(w->a->places[behind - 1].span, token_at(w, t)->span);
}

/* May the token end somebody's name? */
static bool ends_name(const EventWords *w, uint32_t t)
{
    return (token_at(w, t)->flags & TOKEN_CAPITAL) && event_in_phrase(w, t) && !event_begins(w, t, WORDS_GENERIC) &&
           !event_begins(w, t, WORDS_TARGET) && !is_place_at(w, t);
}

/* Is the phrase, with what belongs to it, closed by a comma or the like as an aside is, before any verb? */
static bool is_closed(const EventWords *w, uint32_t behind)
{
    enum { REACH = 8 };
    uint32_t end = event_sentence(w, behind - 1)->last;
    for (uint32_t t = behind; t < end && t < behind + REACH; t++) {
        Tag tag = (Tag)w->syntax->tags[t];
        if ((token_at(w, t)->flags & TOKEN_PUNCT) || event_covers(w, t, WORDS_AND))
            return true;
        if (tag == TAG_PRET || event_is_verb(w, t) || event_covers(w, t, WORDS_BE) || event_begins(w, t, WORDS_BREAK))
            return false;
    }
    return behind >= end;
}

/* The people of whom the token tells, where they were found to be some: the groups stand in the order of the text. */
static const GroupRecord *group_over(const EventWords *w, uint32_t token)
{
    const Analysis *a = w->a;
    size_t low = 0;
    size_t high = a->group_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (a->groups[middle].last <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low < a->group_count && a->groups[low].first <= token ? &a->groups[low] : NULL;
}

/* "Ana Diaz, a party leader and | deputy": the end of the name that the group of one person opens with; 0 where none does. */
static uint32_t name_of_group(const EventWords *w, uint32_t first)
{
    const GroupRecord *group = group_over(w, first);
    uint32_t t = group && group->apposed && group->named && group->described ? group->first : first;
    while (t < first && event_sign(w, t) != ',')
        t++;
    bool named = t < first && t > group->first && ends_name(w, t - 1) && !event_begins(w, t - 1, WORDS_TARGET_HUMAN);
    return named ? t : 0;
}

/* Does a noun for a person stand among the tokens [first, last)? */
static bool holds_human(const EventWords *w, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++) {
        if (event_begins(w, t, WORDS_TARGET_HUMAN))
            return true;
    }
    return false;
}

uint32_t event_named_behind(const EventWords *w, uint32_t first, uint32_t last, uint32_t *end)
{
    const GroupRecord *group = group_over(w, first);
    if (!group || !group->named || !group->described || group->last <= last)
        return 0;
    uint32_t name = last;
    while (event_begins(w, last, WORDS_OF) && name < group->last && event_sign(w, name) != ',')
        name++;
    name += name < group->last && event_sign(w, name) == ',';
    *end = name;
    while (*end < group->last && event_sign(w, *end) != ',')
        (*end)++;
    bool named = *end > name && event_phrase_left(w, *end - 1) >= first && ends_name(w, *end - 1) &&
                 !event_begins(w, *end - 1, WORDS_TARGET_HUMAN);
    bool role = name > last && holds_human(w, name, *end - 1); /* "her father, | former governor Ana Diaz" */
    return named && (role || analysis_is_name(w->a, name)) ? name : 0;
}

uint32_t event_joined_to(const EventWords *w, uint32_t first, uint32_t last)
{
    const GroupRecord *group = event_covers(w, last, WORDS_AND) ? group_over(w, first) : NULL;
    if (!group || !group->named || !group->described || group->last <= last + 1)
        return 0;
    uint32_t t = last + 1;
    while (t < group->last && event_sign(w, t) != ',')
        t++;
    return ends_name(w, t - 1) && !event_begins(w, t - 1, WORDS_TARGET_HUMAN) ? t : 0;
}

/* "Ana Diaz | [name as heard], a nurse": the token before what stands in brackets, the token itself where none end there. */
static uint32_t before_brackets(const EventWords *w, uint32_t t, uint32_t start)
{
    enum { REACH = 8 };
    if (event_sign(w, t) != ')' && event_sign(w, t) != ']')
        return t;
    for (uint32_t open = t; open > start && t - open < REACH; open--) {
        if (event_sign(w, open) == '(' || event_sign(w, open) == '[')
            return open - 1;
    }
    return t;
}

/* Does the noun before the token say what somebody is: "the mayor", "the front man | of"? */
static bool says_who(const EventWords *w, uint32_t last)
{
    bool of = event_begins(w, last, WORDS_OF);
    return event_begins(w, last - 1, WORDS_TARGET_HUMAN) || (of && event_begins(w, last - 1, WORDS_GENERIC));
}

uint32_t event_apposed_to(const EventWords *w, uint32_t first, uint32_t last)
{
    uint32_t name = name_of_group(w, first);
    if (name > 0)
        return name;
    uint32_t start = event_sentence(w, first)->first;
    uint32_t right = event_phrase_right(w, last);
    bool named = right > last && !event_begins(w, last, WORDS_OF); /* "judge | Ana Diaz" */
    if (named || !says_who(w, last) || !is_closed(w, right))
        return 0;
    uint32_t t = event_phrase_left(w, first);
    bool article = t > start && mention_begins(&w->a->mentions, t - 1, analysis_class(w->a, "DETERMINER"));
    if (t > start && !article && event_is_specifier(w, t - 1))
        return 0; /* "his son", "two guards" */
    t -= article;
    bool joined = t > start + 1 && event_covers(w, t - 1, WORDS_AND);
    if (joined && event_sign(w, t - 2) == ',')
        t--;
    if (t < start + 2 || (joined ? article : event_sign(w, t - 1) != ','))
        return 0;
    uint32_t before = t - 2;
    if (before >= start + 2 && (token_at(w, before)->flags & TOKEN_NUMBER) && event_sign(w, before - 1) == ',')
        before -= 2; /* over an age */
    before = before_brackets(w, before, start);
    if (event_begins(w, before, WORDS_TARGET_HUMAN))
        return article ? 0 : event_apposed_to(w, before, before + 1); /* "leader and deputy" */
    return !joined && ends_name(w, before) ? before + 1 : 0;
}

/* "the murder of judges": of no judges in particular. A name or "of the …" behind the head makes it particular. */
static bool is_bare(const EventWords *w, uint32_t first, uint32_t last)
{
    uint32_t left = event_phrase_left(w, first);
    bool specified = left > event_sentence(w, first)->first && event_is_specifier(w, left - 1);
    bool known = event_begins(w, last - 1, WORDS_TARGET) || event_begins(w, last - 1, WORDS_TARGET_HUMAN) ||
                 event_begins(w, last - 1, WORDS_GENERIC);
    return known && !specified && event_phrase_right(w, last) == last;
}

/* "the headquarters | of the 1st Infantry Brigade"; a person is not what they belong to. */
static bool belongs_to_fighters(const EventWords *w, uint32_t last)
{
    enum { REACH = 6 };
    if (event_begins(w, last - 1, WORDS_TARGET_HUMAN) || !event_begins(w, last, WORDS_OF))
        return false;
    uint32_t end = event_sentence(w, last - 1)->last;
    for (uint32_t t = last + 1; t < end && t < last + REACH; t++) {
        if (event_begins(w, t, WORDS_COMBATANT))
            return true;
        if ((token_at(w, t)->flags & TOKEN_PUNCT) || event_begins(w, t, WORDS_ON) || event_is_verb(w, t))
            return false;
    }
    return false;
}

void event_target_add(const EventWords *w, Str name, uint32_t first, uint32_t last, Names *targets)
{
    bool armed = belongs_to_fighters(w, last);
    for (uint32_t t = event_phrase_left(w, first); t < last; t++)
        armed |= event_begins(w, t, WORDS_COMBATANT);
    armed |= event_begins(w, first, WORDS_FORCE_PART) && ends_force(w, first);
    if (!names_add(targets, name))
        return;
    targets->armed[targets->count - 1] = armed;
    targets->bare[targets->count - 1] = is_bare(w, first, last);
}

static Str attr_of(const Analysis *a, const Mention *m, const char *name)
{
    const Attr *attr = analysis_attr(a, m, name);
    return attr ? lexicon_value_name(a->language->lexicon, attr->value) : STR("");
}

static char *put(char *at, Str s)
{
    for (size_t i = 0; i < s.len; i++)
        *at++ = s.ptr[i];
    return at;
}

/* "Northern Front (NF)": both names, however the report prints it. */
static Str with_acronym(const Analysis *a, Str name, Str acronym)
{
    char *text = arena_alloc(a->arena, name.len + acronym.len + 4, 1);
    char *end = put(put(put(put(text, name), STR(" (")), acronym), STR(")"));
    return (Str){text, (size_t)(end - text)};
}

/* "the army" is called army. */
static Span without_article(const Analysis *a, const Mention *m)
{
    uint16_t article = analysis_class(a, "DETERMINER");
    uint32_t first = m->first;
    if (first + 1 < m->last && article != 0 && mention_over(&a->mentions, first, article, 1) != MENTION_NONE)
        first++;
    return mention_tokens_span(&a->tokens, first, m->last);
}

/* A kind of people ("rebels") or one of them ("a rebel commander"), no body that bears the name. */
static bool is_role(const Analysis *a, const Mention *m)
{
    Str kind = attr_of(a, m, "kind");
    return str_equal(kind, STR("role")) || str_equal(kind, STR("person"));
}

/* "[Kenyan] armed forces": with the people's name before it, where the lexicon gives the body no country. */
static Span with_people(const Analysis *a, const Mention *m)
{
    Span own = without_article(a, m);
    for (size_t i = analysis_first_place(a, a->tokens.sentences[analysis_sentence(a, m->first)].span.start);
         analysis_place_before(a, i, own.start); i++)
        if (a->places[i].people && analysis_token(a, a->places[i].span.end) == m->first)
            return (Span){a->places[i].span.start, own.end};
    return own;
}

Str event_party_name(const Analysis *a, const Mention *m)
{
    Str name = analysis_value(a, m);
    Str country = attr_of(a, m, "country");
    bool group = party_parse(attr_of(a, m, "party")) == PARTY_ARMED_GROUP;
    bool proper = name.len > 0 && !(name.ptr[0] >= 'a' && name.ptr[0] <= 'z');
    if (is_role(a, m) || !group || !proper)
        return in_one_line(a, group || country.len > 1 ? without_article(a, m) : with_people(a, m));
    uint32_t at = mention_at(&a->mentions, m->first, analysis_class(a, "ACRONYM"));
    return at == MENTION_NONE ? name : with_acronym(a, name, analysis_value(a, &a->mentions.items[at]));
}

/* In shouted text a short form may be an ordinary word: "SO FAR", "THE FACT". */
static bool is_shouted_word(const Analysis *a, const Mention *m)
{
    uint32_t last = m->last - 1;
    uint16_t article = analysis_class(a, "DETERMINER");
    bool one = m->first == last || (m->first + 1 == last && article != 0 &&
                                    mention_over(&a->mentions, m->first, article, 1) != MENTION_NONE);
    bool word = str_present(analysis_word(a, last)) || mention_begins(&a->mentions, last, analysis_class(a, "COMMON"));
    return one && word && (a->tokens.tokens[last].flags & TOKEN_SHOUTED);
}

Actor event_actor(const Analysis *a, const Mention *m)
{
    Party party = party_parse(attr_of(a, m, "party"));
    if (party == PARTY_ARMED_GROUP && is_shouted_word(a, m) && !is_role(a, m))
        return ACTOR_NONE;
    if (party == PARTY_ARMED_GROUP)
        return is_role(a, m) ? ACTOR_ROLE : ACTOR_GROUP;
    /* of a government's bodies only those that bear arms */
    uint32_t force = mention_at(&a->mentions, m->first, analysis_class(a, "FORCE"));
    bool armed = party == PARTY_GOVERNMENT && force != MENTION_NONE && a->mentions.items[force].last == m->last;
    return armed ? ACTOR_STATE : ACTOR_NONE;
}

Actor event_actor_at(const EventWords *w, uint32_t t)
{
    uint32_t at = event_at(w, t, WORDS_PARTY);
    return at == MENTION_NONE ? ACTOR_NONE : event_actor(w->a, &w->a->mentions.items[at]);
}

/* An armed group is never the target that a report means by "fighters". */
bool event_is_armed(const EventWords *w, uint32_t t)
{
    Actor actor = event_actor_at(w, t);
    return actor == ACTOR_ROLE || actor == ACTOR_GROUP;
}

#include "extract/speaker/speaker_body.h"

#include "extract/speaker/speaker_party.h"

bool speaker_is_body(const Sayings *all, Range name)
{
    return !range_is_empty(name) &&
           mention_begins(&all->a->mentions, name.last - 1, analysis_class(all->a, "BODY_NOUN"));
}

/* "the coast [guard]": a body whose name ends like what somebody is. */
static bool ends_body(const Sayings *all, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i + 1 < end; i++) {
        uint32_t m = mention_at(&all->a->mentions, i, all->syntax->party_class);
        const Mention *party = m == MENTION_NONE ? NULL : &all->a->mentions.items[m];
        if (party && party->last == end && str_equal(analysis_attr_value(all->a, party, "kind"), STR("body")))
            return true;
    }
    return false;
}

bool speaker_is_office(const Sayings *all, uint32_t first, uint32_t end)
{
    enum { LONGEST = 4 };
    uint16_t victim = analysis_class(all->a, "VICTIM");
    uint16_t title = analysis_class(all->a, "TITLE");
    for (uint32_t i = end; i > first && end - i < LONGEST; i--) {
        uint32_t person = mention_at(&all->a->mentions, i - 1, victim);
        uint32_t office = mention_at(&all->a->mentions, i - 1, title);
        const Mention *one = person == MENTION_NONE ? NULL : &all->a->mentions.items[person];
        if ((one && one->last == end && str_equal(analysis_attr_value(all->a, one, "number"), STR("one"))) ||
            (office != MENTION_NONE && all->a->mentions.items[office].last == end))
            return true;
    }
    return false;
}

bool speaker_is_role(const Sayings *all, uint32_t first, uint32_t end)
{
    if (end <= first || (all->a->tokens.tokens[end - 1].flags & TOKEN_CAPITAL) ||
        syntax_ends_plural(all->syntax, end - 1, (Tag)all->syntax->tags[end - 1]) || ends_body(all, first, end))
        return false;
    return speaker_is_office(all, first, end);
}

static const Mention *party_at(const Sayings *all, uint32_t token)
{
    uint32_t m = mention_at(&all->a->mentions, token, all->syntax->party_class);
    return m == MENTION_NONE ? NULL : &all->a->mentions.items[m];
}

static Party party_of(const Sayings *all, const Mention *m)
{
    return m ? party_parse(analysis_attr_value(all->a, m, "party")) : PARTY_NONE;
}

/* Whether the name has the noun as one of its words, with a capital: "Medical Association" has "association". */
static bool is_named_by(Str name, Str noun)
{
    Str word;
    while (str_cut(&name, ' ', &word))
        if (str_equal_caseless(word, noun) && char_is_upper(word.ptr[0]))
            return true;
    return false;
}

static const Speaker *recall_body(const SpeakerMemory *memory, Str noun)
{
    for (size_t i = memory->count; i > 0 && noun.len > 0; i--) {
        const Speaker *known = &memory->items[i - 1];
        if (!known->person && known->identified && is_named_by(known->name, noun))
            return known;
    }
    return NULL;
}

/* The body that spoke last, itself or through somebody of its own; NULL where somebody else has spoken since. */
static const Speaker *last_body(const SpeakerMemory *memory)
{
    for (size_t i = memory->count; i > 0; i--) {
        const Speaker *known = &memory->items[i - 1];
        const Speaker *last = &memory->items[memory->count - 1];
        if (known->party != last->party || !str_equal(known->group, last->group))
            return NULL;
        if (!known->person)
            return known;
    }
    return NULL;
}

/* A noun in small letters behind an article; "" where the tokens are something else, or a party by themselves: "the army" is
 * not the Liberation Army that spoke before. */
static Str common_noun(const Sayings *all, Range tokens)
{
    if (tokens.last - tokens.first != 2 || all->syntax->tags[tokens.first] != TAG_DET ||
        all->syntax->tags[tokens.first + 1] != TAG_NOUN)
        return STR("");
    const Token *token = &all->a->tokens.tokens[tokens.first + 1];
    enum { LONGEST = 2 };
    uint32_t own = mention_over(&all->a->mentions, tokens.first + 1, all->syntax->party_class, LONGEST);
    bool party = own != MENTION_NONE && party_of(all, &all->a->mentions.items[own]) !=
                                            PARTY_MEDIA; /* "the network": a doctors' network may have spoken */
    return party || (token->flags & TOKEN_CAPITAL) ? STR("") : span_text(all->a->tokens.text, token->span);
}

static Str anaphor_at(const Sayings *all, uint32_t token, uint32_t *end)
{
    uint32_t m = mention_at(&all->a->mentions, token, analysis_class(all->a, "ANAPHOR"));
    if (m == MENTION_NONE)
        return STR("");
    *end = all->a->mentions.items[m].last;
    return analysis_value(all->a, &all->a->mentions.items[m]);
}

/* "The same officials": who spoke last under that noun, or who spoke last where nobody did. */
static const Speaker *recall_same(const SpeakerMemory *memory, Str noun)
{
    for (size_t i = memory->count; i > 0; i--)
        if (str_find(memory->items[i - 1].name, noun, 0) < SIZE_MAX)
            return &memory->items[i - 1];
    return memory->count ? &memory->items[memory->count - 1] : NULL;
}

/* "The Health Ministry" where the River Health Ministry spoke: the body whose name, of more words, ends with all of a party's; "the army" may be
 * another than the Liberation Army. */
static const Speaker *recall_short(const Sayings *all, const SpeakerMemory *memory, Range phrase)
{
    uint32_t first = phrase.first + 1;
    const Mention *party = all->syntax->tags[phrase.first] == TAG_DET ? party_at(all, first) : NULL;
    if (!party || party->last != phrase.last || party->last < first + 2)
        return NULL;
    Str told = analysis_text(all->a, party);
    for (size_t i = memory->count; i > 0; i--) {
        const Speaker *known = &memory->items[i - 1];
        Str end = known->name.len > told.len ? str_drop(known->name, known->name.len - told.len) : STR("");
        if (!known->person && known->party != PARTY_NONE && str_equal_caseless(end, told))
            return known;
    }
    return NULL;
}

/* "The ministry" where a "rebel-run health ministry" spoke last: by a noun in small letters, which is no name as that of the Liberation Army is. */
static const Speaker *recall_described(const Sayings *all, const SpeakerMemory *memory, Range phrase)
{
    if (phrase.last - phrase.first != 2 || all->syntax->tags[phrase.first] != TAG_DET)
        return NULL;
    const Token *token = &all->a->tokens.tokens[phrase.first + 1];
    Str noun = span_text(all->a->tokens.text, token->span);
    const Speaker *known = (token->flags & TOKEN_CAPITAL) ? NULL : last_body(memory);
    size_t from = known && known->name.len > noun.len ? known->name.len - noun.len : 0;
    bool own = from > 0 && known->name.ptr[from - 1] == ' ' && str_equal(str_drop(known->name, from), noun);
    return own && known->party != PARTY_NONE ? known : NULL;
}

const Speaker *speaker_body_again(const Sayings *all, const SpeakerMemory *memory, Range phrase)
{
    uint32_t noun = phrase.last;
    if (str_equal(anaphor_at(all, phrase.first, &noun), STR("same")) && noun + 1 == phrase.last)
        return recall_same(memory, span_text(all->a->tokens.text, all->a->tokens.tokens[noun].span));
    const Speaker *known = recall_short(all, memory, phrase);
    known = known ? known : recall_described(all, memory, phrase);
    return known ? known : recall_body(memory, common_noun(all, phrase));
}

/* Who may be called a group: no authorities, no hospital, no witnesses, no paper. */
static bool is_band(Party party)
{
    return party == PARTY_ARMED_GROUP || party == PARTY_OTHER || party == PARTY_AID || party == PARTY_ANALYST;
}

/* "Front fighters came. ... [The group] said": the armed group that the text names last before the token, by its own name where that stands not far
 * before a word for its men; NULL where none is near. */
static const Speaker *named_before(const Sayings *all, uint32_t token)
{
    enum { REACH = 300, NAME_WITHIN = 40 };
    const Mention *band = NULL;
    uint32_t reach = REACH;
    for (uint32_t i = token; i > 0 && token - i < reach; i--) {
        const Mention *m = party_at(all, i - 1);
        if (!m || party_of(all, m) != PARTY_ARMED_GROUP)
            continue;
        bool own = str_equal(analysis_attr_value(all->a, m, "kind"), STR("group"));
        reach = band ? reach : token - i + NAME_WITHIN;
        band = own || !band ? m : band;
        if (own)
            break;
    }
    if (!band)
        return NULL;
    Speaker *named = ARENA_NEW(all->a->arena, Speaker);
    *named = speaker_of_tokens(all, (Range){band->first, band->last});
    named->person = false;
    uint32_t end = token;
    (void)anaphor_at(all, token, &end);
    named->name = analysis_text(all->a, band);
    if (str_equal(analysis_attr_value(all->a, band, "kind"), STR("group")) || end == token)
        return named;
    named->group = STR_NONE; /* one side's word for its enemy's men is no name: "group" */
    named->name = span_text(all->a->tokens.text, all->a->tokens.tokens[end - 1].span);
    return named;
}

const Speaker *speaker_band(const Sayings *all, const SpeakerMemory *memory, uint32_t token)
{
    for (size_t i = memory->count; i > 0; i--) {
        const Speaker *known = &memory->items[i - 1];
        if (is_band(known->party) && !known->first_hand)
            return known;
    }
    return named_before(all, token);
}

/* "[A] spokesman", "spokesman Omar Diallo": of nobody whom the phrase itself names. */
static bool is_mouth(const Sayings *all, Range phrase)
{
    uint32_t end = phrase.first;
    uint32_t first = phrase.first + (all->syntax->tags[phrase.first] == TAG_DET);
    for (uint32_t i = first; i < phrase.last; i++) {
        if (all->syntax->tags[i] != TAG_NOUN)
            return false;
    }
    return str_equal(anaphor_at(all, first, &end), STR("mouth"));
}

/* Whom a possessive that opens the phrase means: "its" the body that spoke last, "the commission's" that of its noun. */
static const Speaker *owner_of(const Sayings *all, const SpeakerMemory *memory, Range phrase)
{
    const Speaker *last = last_body(memory);
    if (last && last->identified && is_mouth(all, phrase))
        return last;
    uint32_t i = phrase.first;
    while (i < phrase.last && all->syntax->tags[i] != TAG_POSS)
        i++;
    if (i == phrase.last)
        return NULL;
    uint32_t end = phrase.first;
    Str kind = anaphor_at(all, phrase.first, &end);
    if (end == phrase.first)
        return recall_body(memory, common_noun(all, (Range){phrase.first, i}));
    if (str_equal(kind, STR("band")))
        return speaker_band(all, memory, phrase.first);
    return str_equal(kind, STR("group")) || str_equal(kind, STR("body")) ? last_body(memory) : NULL;
}

void speaker_body_owns(const Sayings *all, const SpeakerMemory *memory, Range phrase, Speaker *speaker)
{
    const Speaker *owner = owner_of(all, memory, phrase);
    if (!owner)
        return;
    speaker->party = owner->party;
    speaker->group = owner->group;
    speaker->identified = true;
}

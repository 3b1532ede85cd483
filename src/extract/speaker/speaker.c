#include "extract/speaker/speaker.h"

#include "extract/speaker/speaker_body.h"
#include "extract/speaker/speaker_party.h"

enum { NAME_WORDS = 8, PRINTED_BYTES = 160 };

static Str range_text(const Sayings *all, Range r)
{
    if (range_is_empty(r))
        return STR("");
    return span_text(all->a->tokens.text, mention_tokens_span(&all->a->tokens, r.first, r.last));
}

/* As printed, line breaks and runs of spaces made one space. */
static Str printed(const Sayings *all, Range r)
{
    Str text = range_text(all, r);
    bool plain = true;
    for (size_t i = 0; i + 1 < text.len && plain; i++)
        plain = !char_is_space(text.ptr[i]) || (text.ptr[i] == ' ' && !char_is_space(text.ptr[i + 1]));
    if (plain)
        return text;
    char *copy = ARENA_ARRAY(all->a->arena, char, text.len);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool space = char_is_space(text.ptr[i]);
        if (space && len > 0 && copy[len - 1] != ' ')
            copy[len++] = ' ';
        else if (!space)
            copy[len++] = text.ptr[i];
    }
    return (Str){copy, len};
}

static const Mention *mention_in(const Sayings *all, uint32_t token, uint16_t cls)
{
    uint32_t m = mention_at(&all->a->mentions, token, cls);
    return m == MENTION_NONE ? NULL : &all->a->mentions.items[m];
}

static inline const Mention *mention_of(const Sayings *all, uint32_t token, const char *cls)
{
    return mention_in(all, token, analysis_class(all->a, cls));
}

static Str attr_of(const Sayings *all, const Mention *m, const char *name)
{
    const Attr *attr = analysis_attr(all->a, m, name);
    return attr ? lexicon_value_name(all->a->language->lexicon, attr->value) : STR("");
}

/* Without determiner in front and comma behind. */
static Range trimmed(const Sayings *all, Range r)
{
    while (!range_is_empty(r) && all->syntax->tags[r.last - 1] >= TAG_COMMA &&
           all->syntax->tags[r.last - 1] != TAG_CLOSE && all->syntax->tags[r.last - 1] != TAG_STOP)
        r.last--;
    for (uint32_t i = r.first + 1; i < r.last; i++) {
        Tag before = (Tag)all->syntax->tags[i - 1];
        bool word = (all->a->tokens.tokens[i].flags & TOKEN_WORD) != 0;
        if (word && (before == TAG_NOUN || before == TAG_PREP) && syntax_past_time(all->syntax, i) == r.last)
            r.last = before == TAG_PREP && i - 1 > r.first ? i - 1 : i; /* "a note left by the mayor [on Monday]" */
    }
    /* Articles, and labels that one side gives the other ("the outlawed …"), are no part of a speaker's name. */
    while (r.last - r.first > 1 &&
           (all->syntax->tags[r.first] == TAG_DET || mention_of(all, r.first, "SPEAKER_LABEL") != NULL))
        r.first++;
    return r;
}

static bool is_name_word(const Sayings *all, uint32_t i, bool titled)
{
    const Token *token = &all->a->tokens.tokens[i];
    uint16_t flags = token->flags;
    if ((flags & TOKEN_SHOUTED) && token->word != 0 && !titled)
        return false; /* where all is in capitals, a word that the language knows is no name */
    return (flags & TOKEN_WORD) && (flags & TOKEN_CAPITAL) && all->syntax->tags[i] == TAG_NOUN;
}

/* "Taha Al[-]Amin", "Taha al[-]Amin": between two capitals, or behind a short word that follows one. */
static bool is_hyphen_in_name(const Sayings *all, uint32_t i)
{
    enum { LONGEST_PARTICLE = 2 };
    if (i < 1 || all->syntax->tags[i] != TAG_HYPHEN || !is_name_word(all, i + 1, false))
        return false;
    const Span word = all->a->tokens.tokens[i - 1].span;
    return is_name_word(all, i - 1, false) ||
           (i > 1 && word.end - word.start <= LONGEST_PARTICLE && is_name_word(all, i - 2, false));
}

/* "Taha [al]-Amin" */
static bool is_particle_in_name(const Sayings *all, uint32_t i)
{
    return all->syntax->tags[i + 1] == TAG_HYPHEN && is_hyphen_in_name(all, i + 1);
}

/* Where the phrase's head ends: its first comma, dash, bracket, preposition or relative pronoun. */
static uint32_t head_end(const Sayings *all, Range r)
{
    uint32_t end = r.first;
    while (end < r.last && all->syntax->tags[end] != TAG_COMMA && all->syntax->tags[end] != TAG_PREP &&
           all->syntax->tags[end] != TAG_DASH && all->syntax->tags[end] != TAG_OPEN &&
           all->syntax->tags[end] != TAG_WH && !speaker_leads_others(all, end))
        end++;
    return end;
}

/* The end of the longest title or party that begins at the token; the token where none does. */
static uint32_t title_end(const Sayings *all, uint32_t token)
{
    static const char *const CLASSES[] = {"TITLE", "PARTY", "OUTLET"};
    uint32_t end = token;
    for (size_t k = 0; k < sizeof CLASSES / sizeof CLASSES[0]; k++) {
        const Mention *m = mention_of(all, token, CLASSES[k]);
        if (m && m->last > end)
            end = m->last;
    }
    return end;
}

/* The end of the last title or party in the tokens; their beginning when there is none. */
static uint32_t past_titles(const Sayings *all, Range r)
{
    uint32_t past = r.first;
    for (uint32_t i = r.first; i < r.last; i++) {
        uint32_t end = title_end(all, i);
        if (end > i && end > past && end <= r.last)
            past = end;
    }
    return past;
}

/* "[The] Chairman of Lund Council, [Omar Bek]": a name of two words or more behind the comma that closes an office with an article; empty where
 * none stands there. */
static Range name_behind_office(const Sayings *all, Range r, uint32_t head)
{
    bool office = r.first > 0 && all->syntax->tags[r.first - 1] == TAG_DET && head < r.last &&
                  all->syntax->tags[head] == TAG_PREP && speaker_is_office(all, r.first, head);
    uint32_t first = r.last;
    while (office && first > head && (is_name_word(all, first - 1, true) || is_hyphen_in_name(all, first - 1)))
        first--;
    bool behind = first + 1 < r.last && all->syntax->tags[first - 1] == TAG_COMMA;
    return office && behind ? (Range){first, r.last} : (Range){r.last, r.last};
}

/* The run of capitals at the end of the head, titles left out: a person's name. Empty for bodies. */
static Range name_of(const Sayings *all, Range r)
{
    uint32_t end = head_end(all, r);
    Range behind_office = name_behind_office(all, r, end);
    if (!range_is_empty(behind_office))
        return behind_office;
    uint32_t floor = past_titles(all, (Range){r.first, end});
    if (floor == end && end > r.first && end + 1 < r.last && all->syntax->tags[end] == TAG_COMMA &&
        mention_of(all, r.first, "TITLE")) {
        Range behind = {end + 1, head_end(all, (Range){end + 1, r.last})};
        floor = past_titles(all, behind);
        end = behind.last;
    }
    uint32_t first = end;
    while (first > floor && end - first < NAME_WORDS &&
           (is_name_word(all, first - 1, floor > r.first) || is_hyphen_in_name(all, first - 1) ||
            is_particle_in_name(all, first - 1)))
        first--;
    return (Range){first, end};
}

/* Whether the phrase names what one person is: "the mayor", not "the ministry". */
static bool holds_role(const Sayings *all, Range r)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        const Mention *party = mention_of(all, i, "PARTY");
        if (mention_of(all, i, "TITLE") || (party && str_equal(attr_of(all, party, "kind"), STR("person"))))
            return true;
    }
    return false;
}

/* Whether a party or what one is in it stands in the tokens: "army spokesman", not "Capt.". */
static bool holds_party(const Sayings *all, Range r)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        if (mention_of(all, i, "PARTY"))
            return true;
    }
    return false;
}

/* "Interior Minister" before the name, or what stands behind it between commas, which says more than a rank: "Capt. Ann Bo, an army spokeswoman". */
static Str office_of(const Sayings *all, Range r, Range name)
{
    Range before = trimmed(all, (Range){r.first, name.first});
    bool titled = name.first > r.first && past_titles(all, (Range){r.first, name.first}) > r.first;
    bool aside = name.last + 1 < r.last && all->syntax->tags[name.last] == TAG_COMMA;
    Tag opens = aside ? (Tag)all->syntax->tags[name.last + 1] : TAG_STOP;
    aside = aside && opens != TAG_PREP && opens != TAG_NUMBER; /* "Ann Bo, in a red coat," */
    Range behind = {name.last + 1, r.last};
    if (titled && !(aside && !holds_party(all, before) && holds_role(all, behind)))
        return printed(all, before);
    return aside ? printed(all, trimmed(all, behind)) : STR_NONE;
}

/* The noun that a relative pronoun stands for. */
static Range antecedent(const Sayings *all, Range source)
{
    uint32_t floor = all->a->tokens.sentences[all->a->tokens.tokens[source.first].sentence].first;
    uint32_t end = source.first;
    if (end > floor && all->syntax->tags[end - 1] == TAG_COMMA)
        end--;
    Range head = syntax_subject(all->syntax, floor, end);
    return range_is_empty(head) ? source : head;
}

/* "RDF", "MoD": more than one capital. */
static bool is_initials(const Sayings *all, uint32_t token)
{
    Str word = span_text(all->a->tokens.text, all->a->tokens.tokens[token].span);
    size_t capitals = 0;
    for (size_t i = 0; i < word.len; i++)
        capitals += char_is_upper(word.ptr[i]);
    return capitals > 1;
}

/* "River Delta Front (RDF)": the short name in brackets, by which the body is known later. */
static Str short_name(const Sayings *all, Range r)
{
    for (uint32_t i = r.first; i + 2 < r.last; i++) {
        bool upper = is_initials(all, i + 1);
        if (all->syntax->tags[i] == TAG_OPEN && upper && all->syntax->tags[i + 2] == TAG_CLOSE)
            return range_text(all, (Range){i + 1, i + 2});
    }
    return STR("");
}

/* Without a relative clause, an age or "including ..." behind a comma. */
static Range without_aside(const Sayings *all, Range r)
{
    uint16_t including = analysis_class(all->a, "INCLUDING");
    for (uint32_t i = r.first + 1; i + 1 < r.last; i++) {
        Tag next = (Tag)all->syntax->tags[i + 1];
        bool age = next == TAG_NUMBER && (i + 2 == r.last || all->syntax->tags[i + 2] == TAG_COMMA);
        bool parts = mention_begins(&all->a->mentions, i + 1, including);
        bool clause = next == TAG_WH || str_begins(analysis_word(all->a, i + 1), STR("relative"));
        if (all->syntax->tags[i] == TAG_COMMA && (clause || parts || (age && i + 3 >= r.last)))
            return (Range){r.first, i};
    }
    return r;
}

/* Where others follow: "Khan, the governor[, and Ali, the mayor]"; the phrase's end where nobody does. */
static uint32_t before_partner(const Sayings *all, Range r)
{
    bool parts = without_aside(all, r).last < r.last; /* "sources, including the Gazette, and ..." */
    for (uint32_t i = r.first + 1; i + 2 < r.last && !parts; i++) {
        if (all->syntax->tags[i] == TAG_COMMA && all->syntax->tags[i + 1] == TAG_CONJ)
            return i;
    }
    return r.last;
}

/* What the phrase alone tells of whoever it names. */
static Speaker phrase_speaker(const Sayings *all, Range whole)
{
    Speaker speaker = speaker_of_tokens(all, whole);
    Range r = trimmed(all, without_aside(all, whole));
    Range name = name_of(all, r);
    speaker.name = printed(all, r);
    if (speaker.name.len > PRINTED_BYTES)
        speaker.name = printed(all, (Range){r.first, name.last > r.first ? name.last : r.last});
    bool named = !range_is_empty(name);
    Str brief = short_name(all, r);
    if (brief.len == 0 && speaker_is_body(all, name)) {
        speaker.identified = true;
        speaker.full = printed(all, name);
        if (!str_present(speaker.group))
            speaker.party = PARTY_NONE; /* what stood in the name was no title: "Commission for [Justice]" */
        return speaker;
    }
    bool role = speaker_is_role(all, r.first, head_end(all, r));
    speaker.sex = speaker_sex(all, r);
    speaker.person = named || role || speaker.person || (speaker.group.ptr == NULL && speaker.party != PARTY_NONE);
    if (!named) {
        speaker.surname = speaker.full = brief; /* "Defence Ministry (MoD)" */
        return speaker;
    }
    speaker.surname = brief.len ? brief : range_text(all, (Range){name.last - 1, name.last});
    if (name.first > r.first && all->syntax->tags[name.first - 1] == TAG_CONJ)
        speaker.surname = STR(""); /* "Mali and [Niger]": the two together, not either */
    speaker.full = brief.len ? brief : range_text(all, name);
    bool article = all->syntax->tags[whole.first] == TAG_DET && name.first == whole.first + 1;
    speaker.person = brief.len == 0 && !article; /* "the Lantern said ... It quoted ..." */
    speaker.office = office_of(all, r, name);
    speaker.identified = true;
    return speaker;
}

/* The first token of the title or role that ends before the token: "[army spokesman] Omar Diallo"; the token where none does. */
static uint32_t before_title(const Sayings *all, uint32_t floor, uint32_t token)
{
    enum { LONGEST_TITLE = 4 };
    for (uint32_t i = token > floor + LONGEST_TITLE ? token - LONGEST_TITLE : floor; i < token; i++) {
        if (title_end(all, i) == token)
            return i;
    }
    return token;
}

/* The name that ends at the token, with its titles and what stands behind it between commas. */
static Range name_around(const Sayings *all, uint32_t last)
{
    Sentence sentence = all->a->tokens.sentences[all->a->tokens.tokens[last].sentence];
    uint32_t first = last;
    while (first > sentence.first && last - first < NAME_WORDS &&
           (is_name_word(all, first - 1, false) || is_hyphen_in_name(all, first - 1)))
        first--;
    first = before_title(all, sentence.first, first);
    if (all->syntax->tags[last + 1] != TAG_COMMA || last + 2 >= sentence.last)
        return (Range){first, last + 1};
    Range office = syntax_phrase(all->syntax, last + 2, sentence.last, true);
    Tag opens = (Tag)all->syntax->tags[office.first];
    Tag behind = office.last < sentence.last ? (Tag)all->syntax->tags[office.last] : TAG_STOP;
    bool titled = !range_is_empty(office) && holds_role(all, office) &&
                  (opens == TAG_DET || opens == TAG_POSS || title_end(all, office.first) > office.first) &&
                  (behind == TAG_COMMA || behind == TAG_STOP);
    return (Range){first, titled ? office.last : last + 1};
}

/* "Governor Musa Khan came. ... [Khan] said": who was named before with an office. The speaker itself where nobody was. */
static Speaker told_before(const Sayings *all, Speaker speaker, uint32_t before)
{
    enum { REACH = 2000 };
    if (syntax_past_time(all->syntax, before) > before)
        return speaker;
    for (uint32_t i = before; i > 0 && before - i < REACH; i--) {
        Str word = span_text(all->a->tokens.text, all->a->tokens.tokens[i - 1].span);
        if (!str_equal(word, speaker.surname) || is_name_word(all, i, false))
            continue;
        Speaker known = phrase_speaker(all, name_around(all, i - 1));
        if (known.person && known.party != PARTY_NONE && str_equal(known.surname, speaker.surname))
            return known;
    }
    return speaker;
}

/* "a statement by [the army]": whose it is. */
static Range behind_channel(const Sayings *all, Range whole)
{
    uint32_t i = whole.first + (all->syntax->tags[whole.first] == TAG_DET);
    const Mention *channel = mention_of(all, i, "CHANNEL");
    channel = channel ? channel : mention_of(all, whole.first, "CHANNEL");
    bool by =
        channel && channel->last + 1 < whole.last && str_begins(analysis_word(all->a, channel->last), STR("agent"));
    return by ? (Range){channel->last + 1, whole.last} : whole;
}

static Speaker read_phrase(const Sayings *all, const SpeakerMemory *memory, Range phrase)
{
    Range whole = behind_channel(all, phrase);
    const Speaker *again = speaker_body_again(all, memory, without_aside(all, whole));
    if (again)
        return *again;
    Speaker speaker = phrase_speaker(all, whole);
    speaker_body_owns(all, memory, whole, &speaker);
    if (speaker.surname.len == 0 || speaker.party != PARTY_NONE)
        return speaker;
    const Speaker *known = speaker_recall_name(memory, &speaker);
    Speaker same = known ? *known : speaker;
    if (!known && str_equal(speaker.name, speaker.surname))
        same = told_before(all, speaker, whole.first);
    if (same.name.len < speaker.name.len)
        same.name = speaker.name;
    if (!known && same.party == PARTY_NONE && mention_of(all, trimmed(all, whole).first, "PLACE"))
        same.party = PARTY_GOVERNMENT;
    return same;
}

/* Several people joined behind a comma speak under one name; each is remembered. */
static Speaker read_partners(const Sayings *all, SpeakerMemory *memory, Range whole, uint32_t block)
{
    uint32_t end = before_partner(all, whole);
    Speaker first = read_phrase(all, memory, (Range){whole.first, end});
    if (end == whole.last)
        return first;
    Speaker second = read_phrase(all, memory, (Range){end + 2, whole.last});
    Speaker both = first;
    first.block = second.block = block;
    if (first.identified)
        speaker_remember(memory, first);
    if (second.identified)
        speaker_remember(memory, second);
    both.name = printed(all, trimmed(all, whole));
    both.surname = both.full = STR("");
    both.office = STR_NONE;
    if (first.party == PARTY_NONE && !first.person) {
        both.party = second.party;
        both.group = second.group;
    } else if (second.party != first.party && second.party != PARTY_NONE) {
        both.party = PARTY_NONE;
        both.group = STR_NONE;
    }
    return both;
}

/* "The brigade posted a video in which it said": what opens the pronoun's sentence. */
static Speaker opening_body(const Sayings *all, const SpeakerMemory *memory, const Saying *saying)
{
    Range opening = syntax_phrase(all->syntax, all->units[saying->unit].tokens.first, saying->source.first, false);
    if (range_is_empty(opening))
        return (Speaker){.party = PARTY_NONE};
    Speaker body = read_phrase(all, memory, opening);
    body.person = body.person && !mention_of(all, opening.last - 1, "NATION");
    return body;
}

/* Whom the pronoun means, if anybody: the last who spoke; "it" the body that opens the sentence: "the army hit a school it said was empty". */
static bool pronoun_means(const Sayings *all, const SpeakerMemory *memory, const Saying *saying, const Mention *anaphor,
                          Speaker *out)
{
    Str meant = analysis_value(all->a, anaphor);
    bool person = str_equal(meant, STR("person"));
    bool one = str_equal(meant, STR("body"));
    Str sex = speaker_sex(all, saying->source);
    const Speaker *band = str_equal(meant, STR("band")) ? speaker_band(all, memory, saying->source.first) : NULL;
    if (band || str_equal(meant, STR("band"))) {
        *out = band ? *band : *out;
        return band != NULL;
    }
    const Speaker *known = speaker_recall(memory, all->units[saying->unit].block, person, one, sex);
    uint32_t at = saying->source.first;
    bool inner = at > 0 && all->syntax->tags[at - 1] != TAG_COMMA; /* not "four guards died, it said" */
    *out = (one && inner) || !known ? opening_body(all, memory, saying) : *known;
    if (known && (out->party == PARTY_NONE || out->person))
        *out = *known;
    out->sex = sex.len > 0 ? sex : out->sex;
    return known || (out->party != PARTY_NONE && out->person == person);
}

void speaker_read(const Sayings *all, SpeakerMemory *memory, const Saying *saying, Attribution *out)
{
    if (range_is_empty(saying->source))
        return;
    uint32_t block = all->units[saying->unit].block;
    Range source = saying->source;
    if (mention_begins(&all->a->mentions, source.first, analysis_class(all->a, "NEGATION")))
        return; /* "nobody has claimed ..." */
    const Mention *anaphor = mention_of(all, source.first, "ANAPHOR");
    if (anaphor && anaphor->last >= source.last) {
        Speaker again;
        if (pronoun_means(all, memory, saying, anaphor, &again)) {
            speaker_write(&again, out);
            again.block = block;
            speaker_remember(memory, again);
            return;
        }
        if (str_equal(analysis_value(all->a, anaphor), STR("body")))
            return; /* "it said" */
    }
    if (all->syntax->tags[source.last - 1] == TAG_WH)
        source = antecedent(all, source);
    Speaker speaker = read_partners(all, memory, source, block);
    speaker.handle = out->handle;
    speaker.block = block;
    speaker_write(&speaker, out);
    bool body = !speaker.person && all->syntax->tags[source.first] == TAG_DET && !saying_holds(all, source, "VICTIM");
    bool role = speaker_is_role(all, source.first, head_end(all, source));
    if (speaker.identified || speaker.party != PARTY_NONE || body || role)
        speaker_remember(memory, speaker);
}

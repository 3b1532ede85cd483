#include "assemble/basis/voice.h"

#include "assemble/basis/telling.h"

static bool is_word_end(char c)
{
    return char_is_space(c) || c == ',' || c == '/' || c == '(' || c == ')' || c == ';';
}

/* "Ibad Khan" → "Khan". */
static Str last_word(Str s)
{
    size_t end = s.len;
    while (end > 0 && is_word_end(s.ptr[end - 1]))
        end--;
    size_t start = end;
    while (start > 0 && !is_word_end(s.ptr[start - 1]))
        start--;
    return str_slice(s, start, end);
}

/* Capitals mark a person's or body's own name; "police sources" has none at its end. */
static bool is_own_name(Str word)
{
    return word.len > 0 && (char_is_upper(word.ptr[0]) || (unsigned char)word.ptr[0] >= 0x80);
}

/* In small letters; an apostrophe is the same, printed straight or curved, and a name the same without. */
static void put_folded(Buf *out, Str s)
{
    static const Str CURVED = {"\xE2\x80\x99", 3};
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == CURVED.ptr[0] && str_begins(str_drop(s, i), CURVED))
            i += CURVED.len - 1;
        else if (s.ptr[i] != '\'')
            buf_char(out, char_lower(s.ptr[i]));
    }
}

/* "https://www.example.org/a" → "example.org". */
static Str host_of(Str url)
{
    size_t start = str_find(url, STR("://"), 0);
    if (start == SIZE_MAX)
        return STR_NONE;
    Str rest = str_drop(url, start + 3);
    if (str_begins_caseless(rest, STR("www.")))
        rest = str_drop(rest, 4);
    size_t end = str_find_char(rest, '/', 0);
    return end == SIZE_MAX ? rest : str_slice(rest, 0, end);
}

static Str printed_outlet(const Document *document)
{
    if (document->publisher.len > 0)
        return document->publisher;
    return document->url.len > 0 ? host_of(document->url) : STR_NONE;
}

/* Whose word the report is as a whole: the agency that it names, the outlet as the language's list has it, or as printed. */
static Str outlet_of(const Extraction *x)
{
    if (x->credit.len > 0)
        return x->credit;
    return x->outlet.len > 0 ? x->outlet : printed_outlet(x->document);
}

static Str keep(Buf *buf, Arena *arena)
{
    Str s = arena_copy(arena, buf_str(buf));
    buf_free(buf);
    return s;
}

static Voice narrator_voice(const Extraction *x, bool first_hand, Arena *arena)
{
    Str outlet = outlet_of(x);
    Buf key = {0};
    buf_put(&key, STR("outlet|"));
    if (outlet.len > 0) {
        put_folded(&key, outlet);
    } else {
        buf_char(&key, '#'); /* a report of an unnamed outlet is a voice of its own */
        buf_put(&key, x->document->id);
    }
    Voice voice = {.narrator = true, .identified = outlet.len > 0, .first_hand = first_hand};
    voice.key = keep(&key, arena);
    voice.label = x->credit.len > 0 ? x->credit : printed_outlet(x->document);
    voice.independent = first_hand ? voice.key : STR("");
    return voice;
}

static bool has_speaker(const Claim *claim)
{
    const Attribution *a = claim->attribution;
    return a && (a->speaker.len > 0 || a->group.len > 0 || (a->party != PARTY_NONE && a->party != PARTY_MEDIA));
}

/* "government", "government RU" */
static void put_party(Buf *key, const Voice *voice, bool with_state)
{
    buf_put(key, party_name(voice->party));
    buf_put(key, with_state ? STR(" ") : STR(""));
    buf_put(key, with_state ? voice->state : STR(""));
}

/* "Iraqi police" → "police": a body that the language's list names by its country, which the key has apart. */
static Str without_country(Str body)
{
    size_t own = 0;
    while (own < body.len && char_is_upper(body.ptr[own])) {
        size_t space = str_find_char(body, ' ', own);
        if (space == SIZE_MAX)
            return body;
        own = space + 1;
    }
    for (size_t i = own; i < body.len; i++) {
        if (char_is_upper(body.ptr[i]))
            return body; /* "Central Committee of Sudan Doctors" */
    }
    return str_drop(body, own);
}

static void put_name(Buf *key, const Attribution *a, Party party)
{
    bool official = party == PARTY_GOVERNMENT || party == PARTY_MEDICAL;
    bool read = a->name.ptr != NULL;
    Str last = last_word(read ? a->name : a->speaker);
    if (a->group.len > 0)
        put_folded(key, official ? without_country(a->group) : a->group);
    else if (read && a->name.len > 0)
        put_folded(key, a->person ? last : a->name);
    else if (!read && is_own_name(last))
        put_folded(key, last);
    else if (party == PARTY_NONE || party == PARTY_OTHER || party == PARTY_WITNESS)
        put_folded(key, a->speaker);
}

/* Do those authorities speak of what happened in another country, or nobody knows where? */
static bool is_abroad(const Claim *claim, const Voice *voice)
{
    return voice->state.len > 0 && !(claim->place && str_equal(claim->place->place.country, voice->state));
}

static Str speaker_key(const Claim *claim, const Voice *voice, Arena *arena)
{
    const Attribution *a = claim->attribution;
    Buf key = {0};
    if (voice->party == PARTY_MEDIA && a->group.len > 0)
        buf_put(&key, STR("outlet")); /* one voice with its own report */
    else
        put_party(&key, voice, voice->rival || is_abroad(claim, voice));
    buf_char(&key, '|');
    put_name(&key, a, voice->party);
    return keep(&key, arena);
}

/* Whom it supports: voices of authorities are one, those of a country at war with the one where it happened another. A third
 * country's only repeat. */
static Str independent_key(const Voice *voice, Arena *arena)
{
    if (voice->party == PARTY_ARMED_GROUP)
        return voice->key;
    if (!voice->rival)
        return party_name(voice->party);
    Buf key = {0};
    put_party(&key, voice, true);
    return keep(&key, arena);
}

Voice voice_of(const Claim *claim, const Extraction *extraction, Arena *arena)
{
    const Attribution *a = claim->attribution;
    if (!has_speaker(claim))
        return narrator_voice(extraction, a && a->first_hand, arena);
    Party party = claim->party != PARTY_NONE ? claim->party : a->party;
    Voice voice = {.party = party, .identified = a->identified, .first_hand = a->first_hand, .state = STR("")};
    if (party == PARTY_GOVERNMENT || party == PARTY_MEDICAL) {
        voice.state = str_present(a->state) ? a->state : STR("");
        voice.rival = claim->rival && voice.state.len > 0;
    }
    voice.key = speaker_key(claim, &voice, arena);
    voice.label = a->speaker.len > 0 ? a->speaker : a->group.len > 0 ? a->group : party_name(party);
    bool outlet = party == PARTY_NONE || party == PARTY_MEDIA;
    if (!outlet)
        voice.independent = independent_key(&voice, arena);
    else
        voice.independent = a->first_hand ? voice.key : STR("");
    return voice;
}

static bool in_heading(const Extraction *extraction, Span span)
{
    for (size_t i = 0; i < extraction->block_count; i++) {
        const Block *block = &extraction->blocks[i];
        if (span_holds(block->span, span))
            return block->kind == BLOCK_HEADING || block->kind == BLOCK_CAPTION;
    }
    return false;
}

Figure figure_of(const Extraction *extraction, const Claim *claim, Arena *arena)
{
    bool described = claim->count_form == COUNT_DESCRIBED;
    Telling post = telling_of_post(extraction, claim->evidence.start);
    return (Figure){
        .claim = claim,
        .extraction = extraction,
        .index = (uint32_t)(claim - extraction->claims),
        .time = extraction->document->published.seconds,
        .time_last = moment_last_second(extraction->document->published),
        .voice = voice_of(claim, extraction, arena),
        .area = area_told(claim, extraction, arena),
        .marks = described ? marks_read(span_text(extraction->document->text, claim->victims), arena) : NULL,
        .heading = in_heading(extraction, claim->evidence),
        .posted = post.known ? post.from : INT64_MIN,
    };
}

const Figure *figure_copy(Arena *arena, const Figure *figure, Claim **claim)
{
    Figure *copy = ARENA_NEW(arena, Figure);
    *claim = ARENA_NEW(arena, Claim);
    **claim = *figure->claim;
    *copy = *figure;
    copy->claim = *claim;
    return copy;
}

static bool is_nobody(const Voice *voice)
{
    return voice->narrator || voice->party == PARTY_NONE || voice->party == PARTY_MEDIA;
}

bool voice_is_about_enemy(const Voice *voice, const Claim *claim)
{
    if (claim->of_enemy)
        return true;
    if (claim->victim_class == CLASS_SECURITY)
        return voice->party == PARTY_ARMED_GROUP;
    if (claim->victim_class != CLASS_MILITANT)
        return false;
    return is_nobody(voice) ? !voice->first_hand : voice->party == PARTY_GOVERNMENT;
}

bool voice_is_repeating(const Voice *voice)
{
    return voice->narrator || voice->party == PARTY_MEDIA || (voice->party == PARTY_NONE && !voice->identified);
}

bool voice_takes_back(const Voice *by, const Voice *of, bool rises)
{
    if (of->party == PARTY_ARMED_GROUP || by->party == PARTY_ARMED_GROUP)
        return by->party == of->party && str_equal(by->key, of->key);
    return rises || voice_is_repeating(of) || (by->party == of->party && str_equal(by->state, of->state));
}

Party voice_claimant(const Voice *voice, VictimClass victims)
{
    if (!is_nobody(voice))
        return voice->party;
    return victims == CLASS_SECURITY ? PARTY_ARMED_GROUP : PARTY_GOVERNMENT;
}

/* What is only feared, or unconfirmed, is listed as such: a figure it is once somebody accepts it. Who is feared missing has not been found: that
 * is what missing is. */
static bool is_unverified(const Claim *claim)
{
    return claim->outcome != OUTCOME_MISSING && (claim->status & STATUS_UNVERIFIED) &&
           !(claim->decided && claim->decided->verdict == VERDICT_ACCEPTED);
}

bool claim_counts(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->outcome != OUTCOME_NONE && claim->has_count &&
           claim->stance == STANCE_ASSERTS && !claim->former && !claim_is_aside(claim) && !is_unverified(claim) &&
           (claim->unit.len == 0 || str_equal(claim->unit, STR("people")));
}

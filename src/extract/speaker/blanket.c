#include "extract/speaker/blanket.h"

#include "extract/speaker/cue.h"
#include "extract/speaker/letterhead.h"
#include "extract/speaker/post.h"
#include "extract/speaker/speaker_body.h"

enum { SCRIPT_NAME_TOKENS = 4, SUBHEAD_TOKENS = 7, TURNS_MIN = 2, SIGNATURE_TOKENS = 14 };

static Tag tag_of(const Sayings *all, uint32_t i)
{
    return (Tag)all->syntax->tags[i];
}

static bool ends_in_colon(const Sayings *all, const Unit *unit)
{
    return unit->tokens.last > unit->tokens.first && tag_of(all, unit->tokens.last - 1) == TAG_COLON;
}

static bool in_heading(const Sayings *all, uint32_t u)
{
    const Block *block = saying_block(all, u);
    return block && block->kind == BLOCK_HEADING;
}

static Range block_tokens(const Sayings *all, uint32_t u)
{
    return (Range){all->units[u].tokens.first, all->units[saying_next_block(all, u) - 1].tokens.last};
}

/* A line such as "Police posts:" or a paragraph that opens with one. */
static bool is_subheaded(const Sayings *all, uint32_t u, bool *alone)
{
    Range r = block_tokens(all, u);
    for (uint32_t i = r.first; i < r.last && i - r.first < SUBHEAD_TOKENS; i++) {
        if (tag_of(all, i) == TAG_COLON) {
            *alone = i + 1 == r.last;
            return true;
        }
    }
    return false;
}

/* The list items, or the sub-headed paragraphs, that begin at unit u: one span each, as far as there is room; the last takes
 * what is left over. */
static void govern(const Sayings *all, uint32_t u, Saying *saying)
{
    const Block *first = u < all->unit_count ? saying_block(all, u) : NULL;
    bool list = first && first->kind == BLOCK_LIST_ITEM;
    while (u < all->unit_count) {
        const Block *block = saying_block(all, u);
        bool alone = false;
        if (!block || (list ? block->kind != BLOCK_LIST_ITEM : !is_subheaded(all, u, &alone)))
            return;
        Range r = block_tokens(all, u);
        u = saying_next_block(all, u);
        if (alone && u < all->unit_count) {
            r.last = block_tokens(all, u).last;
            u = saying_next_block(all, u);
        }
        if (saying->content_count == SAYING_CONTENTS)
            saying->content[SAYING_CONTENTS - 1].last = r.last;
        else
            content_add(saying, r);
    }
}

/* The source phrase of an opening line that has no cue of its own: its first phrase that names a party or channel; not "Army losses:", which says
 * what is counted. */
static Range line_source(const Sayings *all, Range line)
{
    static const char *const CLASSES[] = {"PARTY", "OUTLET", "CHANNEL"};
    for (uint32_t i = line.first; i < line.last; i++) {
        for (size_t k = 0; k < sizeof CLASSES / sizeof CLASSES[0]; k++) {
            if (mention_at(&all->a->mentions, i, analysis_class(all->a, CLASSES[k])) != MENTION_NONE) {
                Range whole = syntax_phrase(
                    all->syntax, tag_of(all, line.first) == TAG_PREP ? line.first + 1 : line.first, line.last, true);
                if (saying_holds(all, whole, "HARM_NOUN"))
                    break;
                return whole.first <= i && i < whole.last ? whole : (Range){i, i + 1};
            }
        }
    }
    return (Range){line.first, line.first};
}

static Saying *cue_in(Sayings *all, uint32_t unit)
{
    for (size_t i = all->count; i > 0; i--) {
        if (all->items[i - 1].unit == unit)
            return &all->items[i - 1];
    }
    return NULL;
}

static void colon_line(Sayings *all, uint32_t u)
{
    uint32_t below = u + 1;
    const Unit *unit = &all->units[u];
    if (below >= all->unit_count || all->units[below].block == unit->block)
        return;
    Saying laid = {.unit = u, .say = MENTION_NONE, .blanket = true};
    govern(all, below, &laid);
    if (laid.content_count == 0)
        return;
    uint16_t say_class = all->say_class;
    Saying *known = cue_in(all, u);
    if (known) {
        laid.source = known->source;
        laid.cue = known->cue;
        laid.say = known->say;
        *known = laid;
        return;
    }
    for (uint32_t i = unit->tokens.first; i < unit->tokens.last; i++) {
        uint32_t say = mention_at(&all->a->mentions, i, say_class);
        if (say == MENTION_NONE || !str_equal(saying_attr(all, say, all->form), STR("prep")))
            continue;
        laid.say = say;
        laid.cue = (Range){i, all->a->mentions.items[say].last};
        laid.source = syntax_phrase(all->syntax, laid.cue.last, unit->tokens.last - 1, true);
        saying_add(all, laid);
        return;
    }
    laid.source = line_source(all, (Range){unit->tokens.first, unit->tokens.last - 1});
    laid.cue = (Range){unit->tokens.last - 1, unit->tokens.last};
    if (!range_is_empty(laid.source))
        saying_add(all, laid);
}

/* "Government Version: ...": everything to the next heading is that party's account. */
static void version_heading(Sayings *all, uint32_t u)
{
    if (!in_heading(all, u) || !saying_holds(all, all->units[u].tokens, "VERSION"))
        return;
    Range line = all->units[u].tokens;
    uint16_t version = analysis_class(all->a, "VERSION");
    uint32_t at = line.first;
    while (at < line.last && mention_at(&all->a->mentions, at, version) == MENTION_NONE)
        at++;
    Range source = {line.first, at};
    bool colon = at + 1 < line.last && tag_of(all, at + 1) == TAG_COLON;
    if (!saying_names_body(all, source) || !(colon || at + 1 == line.last))
        return;
    Saying saying = {.unit = u, .say = MENTION_NONE, .blanket = true, .source = source, .cue = {at, at + 1}};
    content_govern(all, u, false, &saying);
    saying_add(all, saying);
}

/* A quotation and, after a dash, who said it: “...” — Carla Lopez, teacher. */
static void signed_quote(Sayings *all, uint32_t u)
{
    Range line = all->units[u].tokens;
    for (uint32_t i = line.first; all->quotes.count > 0 && i + 1 < line.last; i++) {
        uint32_t at = i > 0 ? all->quotes.of[i - 1] : 0;
        if (tag_of(all, i) != TAG_DASH || !at || all->quotes.items[at - 1].last != i ||
            !all->quotes.items[at - 1].speech)
            continue;
        uint32_t end = line.last;
        while (end > i + 1 && tag_of(all, end - 1) == TAG_STOP)
            end--;
        bool name = (all->a->tokens.tokens[i + 1].flags & TOKEN_CAPITAL) != 0 && end - i <= SIGNATURE_TOKENS;
        for (uint32_t k = i + 1; k < end; k++)
            name = name && !syntax_is_finite(tag_of(all, k)) && !all->quotes.of[k];
        if (!name)
            continue;
        Saying saying = {.unit = u, .say = MENTION_NONE, .source = {i + 1, end}, .cue = {i, i + 1}};
        content_add(&saying, (Range){all->quotes.items[at - 1].first, i});
        saying_add(all, saying);
        return;
    }
}

/* Without an opening mark: in transcripts each turn may begin with one. */
static Range turn_tokens(const Sayings *all, uint32_t u)
{
    Range r = all->units[u].tokens;
    if (r.last - r.first > 1 && tag_of(all, r.first) == TAG_MARK)
        r.first++;
    return r;
}

/* "KIA: 12", "Wounded: 30": says what a number is of, and names nobody. */
static bool labels_count(const Sayings *all, uint32_t first, uint32_t colon)
{
    uint32_t m = mention_at(&all->a->mentions, first, analysis_class(all->a, "HARM_ADJ"));
    return m != MENTION_NONE && all->a->mentions.items[m].last == colon &&
           mention_begins(&all->a->mentions, colon + 1, analysis_class(all->a, "COUNT"));
}

/* "Name: ..." at the start of a block: the colon's token, or 0. */
static uint32_t turn_colon(const Sayings *all, uint32_t u)
{
    Range r = turn_tokens(all, u);
    if (u > 0 && all->units[u - 1].block == all->units[u].block)
        return 0;
    for (uint32_t i = r.first; i + 1 < r.last && i - r.first <= SCRIPT_NAME_TOKENS; i++) {
        bool sign = tag_of(all, i) == TAG_COLON || (tag_of(all, i) == TAG_DASH && all->quotes.of[i + 1] != 0);
        if (sign)
            return i > r.first && !labels_count(all, r.first, i) ? i : 0;
        if (!(all->a->tokens.tokens[i].flags & TOKEN_CAPITAL))
            return 0;
    }
    return 0;
}

static bool same_text(const Sayings *all, Range one, Range two)
{
    Str text = all->a->tokens.text;
    return str_equal_caseless(span_text(text, mention_tokens_span(&all->a->tokens, one.first, one.last)),
                              span_text(text, mention_tokens_span(&all->a->tokens, two.first, two.last)));
}

/* "Nigeria: 140 dead": where it happened, whoever in the report has the name in theirs. */
static bool is_place(const Sayings *all, Range name)
{
    Span span = mention_tokens_span(&all->a->tokens, name.first, name.last);
    size_t behind = analysis_first_place(all->a, span.start + 1);
    const PlaceMention *place = behind > 0 ? &all->a->places[behind - 1] : NULL;
    return place && !place->people && span_holds(place->span, span);
}

/* "local [police]", not "Police Gazette": the name of a body or role closes the phrase. */
static bool ends_with_body(const Sayings *all, Range name)
{
    for (uint32_t i = name.first; i < name.last; i++) {
        uint32_t m = mention_at(&all->a->mentions, i, all->syntax->party_class);
        if (m != MENTION_NONE && all->a->mentions.items[m].last == name.last)
            return true;
    }
    return false;
}

/* "Governor Ana Diaz": a role of one person, with the name behind it. */
static bool is_role_with_name(const Sayings *all, Range name)
{
    uint32_t m = mention_at(&all->a->mentions, name.first, all->syntax->party_class);
    if (m == MENTION_NONE || all->a->mentions.items[m].last >= name.last)
        return false;
    if (!str_equal(analysis_attr_value(all->a, &all->a->mentions.items[m], "kind"), STR("person")))
        return false;
    for (uint32_t i = all->a->mentions.items[m].last; i < name.last; i++)
        if (!analysis_is_name(all->a, i))
            return false;
    return true;
}

/* "Ana Diaz, governor: ...": the colon behind a name and what its bearer is; 0 where none stands there. */
static uint32_t colon_past_role(const Sayings *all, Range name, uint32_t limit)
{
    bool person = !range_is_empty(name) && name.last - name.first > 1 && tag_of(all, name.last) == TAG_COMMA;
    for (uint32_t i = name.first; person && i < name.last; i++)
        person = analysis_is_name(all->a, i);
    Range role = person ? syntax_phrase(all->syntax, name.last + 1, limit, true) : (Range){limit, limit};
    bool told = !range_is_empty(role) && role.last + 1 < limit && tag_of(all, role.last) == TAG_COLON;
    return told && !is_place(all, name) && speaker_is_role(all, role.first, role.last) ? role.last : 0;
}

/* "Army spokesman: ...", "Local police: ...": the colon behind a body or role that opens the line, set like a sentence; 0 where none does. */
static uint32_t body_colon(const Sayings *all, uint32_t u)
{
    Range r = all->units[u].tokens;
    Range name = syntax_phrase(all->syntax, r.first, r.last, false);
    bool body = !range_is_empty(name) && name.last + 1 < r.last && name.last - name.first <= SCRIPT_NAME_TOKENS &&
                tag_of(all, name.last) == TAG_COLON && !saying_holds(all, name, "COUNT");
    if (!body)
        return colon_past_role(all, name, r.last);
    return ends_with_body(all, name) && !labels_count(all, name.first, name.last) ? name.last : 0;
}

/* Whether the word ends a noun phrase of the source: "[a poll] of traders", "[Ann Holm], a clerk". */
static bool names(const Sayings *all, Range source, Range word)
{
    for (uint32_t k = source.first; k < source.last; k++) {
        bool ends = k + 1 == source.last || tag_of(all, k + 1) != TAG_NOUN;
        if (ends && same_text(all, word, (Range){k, k + 1}))
            return true;
    }
    return false;
}

/* "Name: ..." as a headline: the name speaks if it is a source in the report too. */
static void headline(Sayings *all, uint32_t u)
{
    uint32_t colon = turn_colon(all, u);
    colon = colon ? colon : body_colon(all, u);
    if (!colon || all->quotes.of[colon + 1] || !(u == 0 || in_heading(all, u)))
        return;
    Range name = {all->units[u].tokens.first, colon};
    Range last = {colon - 1, colon};
    bool known = saying_names_body(all, name);
    bool place = !known && is_place(all, name);
    for (size_t i = 0; i < all->count && !known && !place; i++)
        known = all->items[i].unit != u && names(all, all->items[i].source, last);
    if (!known || saying_holds(all, name, "VERSION"))
        return;
    uint32_t end = all->units[u].tokens.last;
    while (end > colon && tag_of(all, end - 1) == TAG_STOP)
        end--;
    Saying saying = {.unit = u, .say = MENTION_NONE, .source = name, .cue = {colon, colon + 1}};
    content_add(&saying, (Range){colon + 1, end});
    saying_add(all, saying);
}

/* The sign that parts the last words of a line from the rest: a colon, a dash or the opening of a bracket that closes there; the line's end where
 * none does. */
static uint32_t last_sign(const Sayings *all, Range line)
{
    uint32_t sign = line.last;
    while (sign > line.first && line.last - sign <= SCRIPT_NAME_TOKENS + 1) {
        Tag tag = tag_of(all, --sign);
        if (tag == TAG_COLON || tag == TAG_DASH || tag == TAG_OPEN)
            return sign;
    }
    return line.last;
}

/* Whether a bracket that names a known body closes in the tokens. */
static bool bracketed_body(const Sayings *all, uint32_t first, uint32_t last)
{
    for (uint32_t i = first + 1; i < last; i++) {
        if (tag_of(all, i) == TAG_CLOSE && mention_covers(&all->a->mentions, i - 1, all->syntax->party_class))
            return true;
    }
    return false;
}

/* "Twelve hurt in raid: police", "Twelve hurt in raid — police", "Twelve hurt in raid (police)" as a headline: a known body or outlet closes it
 * behind a sign. */
static void headline_end(Sayings *all, uint32_t u)
{
    Range line = all->units[u].tokens;
    while (line.last > line.first && tag_of(all, line.last - 1) == TAG_STOP)
        line.last--;
    uint32_t sign = last_sign(all, line);
    if (!(u == 0 || in_heading(all, u)) || sign <= line.first || sign == line.last)
        return;
    bool bracket = tag_of(all, sign) == TAG_OPEN;
    if (bracket && mention_covers(&all->a->mentions, sign - 1, all->syntax->party_class))
        return; /* "an armed group (RDF)": its short name */
    if (bracket && bracketed_body(all, line.first, sign))
        return; /* "Raid kills 12 (army) or 30 (rebels)" */
    Range name = syntax_phrase(all->syntax, sign + 1, line.last, false);
    bool closes = name.last + bracket == line.last && (!bracket || tag_of(all, name.last) == TAG_CLOSE);
    bool apart = tag_of(all, sign) == TAG_COLON || cue_has_verb(all, line.first, sign) ||
                 saying_holds(all, (Range){line.first, sign}, "COUNT"); /* "Eight dead in raid - police" */
    bool body = ends_with_body(all, name) || is_role_with_name(all, name);
    if (tag_of(all, sign) == TAG_DASH && (saying_holds(all, name, "OUTLET") || !body))
        return; /* "... - Harbour News": whose page it is */
    if (!closes || !apart || saying_holds(all, name, "COUNT") || !saying_names_body(all, name))
        return;
    Saying saying = {.unit = u, .say = MENTION_NONE, .source = name, .cue = {sign, sign + 1}};
    content_add(&saying, (Range){line.first, sign});
    saying_add(all, saying);
}

/* A name that opens several blocks with a colon is a speaker of a script. */
static void script_turn(Sayings *all, uint32_t u, const uint32_t *colons)
{
    if (!colons[u])
        return;
    Range name = {turn_tokens(all, u).first, colons[u]};
    unsigned turns = 0;
    for (uint32_t i = 0; i < all->unit_count && turns < TURNS_MIN; i++) {
        if (colons[i] && same_text(all, name, (Range){turn_tokens(all, i).first, colons[i]}))
            turns++;
    }
    const Block *block = saying_block(all, u);
    bool quote = all->quotes.of[colons[u] + 1] != 0 && !all->quotes.of[colons[u]];
    bool version = in_heading(all, u) && saying_holds(all, name, "VERSION");
    bool town = !quote && (is_place(all, name) ||
                           saying_holds(all, name, "NO_PERSON")); /* "Goma: two killed" in a record, "Update: ..." */
    if ((turns < TURNS_MIN && !quote) || version || town || (block && block->kind == BLOCK_LIST_ITEM))
        return;
    Saying saying = {.unit = u, .say = MENTION_NONE, .source = name, .cue = {colons[u], colons[u] + 1}};
    content_add(&saying, (Range){colons[u] + 1, block_tokens(all, u).last});
    saying_add(all, saying);
}

/* The first token of a name in capitals that the colon closes, the colon itself where none does: "MS. HOLM:". */
static uint32_t turn_start(const Sayings *all, uint32_t floor, uint32_t colon)
{
    uint32_t first = colon;
    while (first > floor && colon - first <= SCRIPT_NAME_TOKENS &&
           ((all->a->tokens.tokens[first - 1].flags & TOKEN_UPPER) || tag_of(all, first - 1) == TAG_STOP))
        first--;
    while (first < colon && tag_of(all, first) == TAG_STOP)
        first++;
    return first;
}

/* Where the turn ends that goes on at the token: before the name of the next, or the mark that closes the quotation. */
static uint32_t turn_end(const Sayings *all, const Quote *quote, uint32_t from)
{
    uint32_t end = quote->open ? quote->last : quote->last - 1;
    for (uint32_t i = from + 1; i < end; i++) {
        uint32_t name = tag_of(all, i) == TAG_COLON ? turn_start(all, from, i) : i;
        if (name < i)
            return name;
    }
    return end;
}

/* "'HOLM: We saw smoke. MR. REYES: When?'": a transcript that is quoted in one paragraph, each turn behind a name in capitals. */
static void quoted_turns(Sayings *all, const Quote *quote)
{
    Saying turns[SAYING_CONTENTS];
    size_t count = 0;
    for (uint32_t i = quote->first + 1; i < quote->last && count < SAYING_CONTENTS; i++) {
        uint32_t name = tag_of(all, i) == TAG_COLON ? turn_start(all, quote->first + 1, i) : i;
        if (name == i)
            continue;
        uint32_t unit = 0;
        while (unit + 1 < all->unit_count && all->units[unit + 1].tokens.first <= i)
            unit++;
        turns[count] = (Saying){.unit = unit, .say = MENTION_NONE, .source = {name, i}, .cue = {i, i + 1}};
        content_add(&turns[count++], (Range){i + 1, turn_end(all, quote, i)});
    }
    for (size_t k = 0; k < count && count >= TURNS_MIN; k++)
        saying_add(all, turns[k]);
}

void blanket_find(Sayings *all)
{
    uint32_t *colons = ARENA_ARRAY(all->a->scratch, uint32_t, all->unit_count + 1);
    for (uint32_t u = 0; u < all->unit_count; u++)
        colons[u] = turn_colon(all, u);
    for (uint32_t u = 0; u < all->unit_count; u++) {
        const Block *block = saying_block(all, u);
        if (block && block->kind == BLOCK_BOILERPLATE)
            continue;
        if (ends_in_colon(all, &all->units[u]))
            colon_line(all, u);
        version_heading(all, u);
        letterhead_find(all, u);
        post_find(all, u);
        signed_quote(all, u);
        headline(all, u);
        headline_end(all, u);
        script_turn(all, u, colons);
    }
    for (size_t k = 0; k < all->quotes.count; k++)
        quoted_turns(all, &all->quotes.items[k]);
}

/* What is withheld of one text: names told again, ages, peoples, handles, the names of sites, passages about movements. */
#include "match/mention.h"
#include "match/token.h"
#include "report/public_parts.h"

enum { IN_NONE, IN_SENTENCE, IN_VICTIMS }; /* where a token stands */

typedef struct {
    const PublicWork *work;
    Str text;
    TokenList tokens;
    MentionList found;
    Spans *out;
} Search;

static Search search_open(const PublicWork *work, Str text, Spans *out)
{
    Search s = {.work = work, .text = text, .out = out};
    s.tokens = token_split(work->arena, work->policy->words, text, NULL, 0);
    s.found = mention_list(work->arena, &s.tokens);
    lexicon_find(work->policy->words, &s.tokens, DAY_NONE, work->arena, &s.found);
    return s;
}

static void take(const Search *s, Span span)
{
    spans_add(s->work->arena, s->out, span);
}

static Str token_text(const Search *s, uint32_t t)
{
    return t < s->tokens.count ? span_text(s->text, s->tokens.tokens[t].span) : STR("");
}

static bool is_sign(const Search *s, uint32_t t, const char *sign)
{
    return str_equal(token_text(s, t), str_from(sign));
}

static bool has(const Search *s, uint32_t t, uint16_t cls)
{
    return cls != 0 && t < s->tokens.count && mention_at(&s->found, t, cls) != MENTION_NONE;
}

static bool is_number(const Search *s, uint32_t t)
{
    return t < s->tokens.count &&
           ((s->tokens.tokens[t].flags & TOKEN_NUMBER) || has(s, t, s->work->policy->age_number));
}

/* "9-", "twenty-two ", "5 to 7-" before what says that it is an age. */
static void age_before(const Search *s, uint32_t t)
{
    uint32_t first = t;
    while (first > 0 && (is_sign(s, first - 1, "-") || is_number(s, first - 1) ||
                         (has(s, first - 1, s->work->policy->age_join) && first >= 2 && is_number(s, first - 2))))
        first--;
    while (first < t && !is_number(s, first))
        first++;
    uint32_t last = t;
    while (last > first && !is_number(s, last - 1))
        last--;
    if (first < last)
        take(s, mention_tokens_span(&s->tokens, first, last));
}

/* "aged 34", "ages 5, 7 and 9", "in her thirties". */
static void age_behind(const Search *s, uint32_t t)
{
    uint32_t here = t;
    if (has(s, t, s->work->policy->decade)) {
        take(s, s->tokens.tokens[t].span);
        return;
    }
    uint32_t last = t;
    while (here < s->tokens.count &&
           (is_number(s, here) || (here > t && (is_sign(s, here, ",") || is_sign(s, here, "-") ||
                                                has(s, here, s->work->policy->age_join))))) {
        here++;
        if (is_number(s, here - 1))
            last = here;
    }
    if (last > t)
        take(s, mention_tokens_span(&s->tokens, t, last));
}

/* "was 34." behind a person: a number with which what is said of him ends; "was 34 metres away" is none. */
static void age_told(const Search *s, uint32_t t)
{
    const PublicPolicy *policy = s->work->policy;
    if (!has(s, t, policy->age_is))
        return;
    uint32_t number = s->found.items[mention_at(&s->found, t, policy->age_is)].last;
    uint32_t behind = number + 1;
    if (!is_number(s, number) || token_text(s, number).len > sizeof "seventeen")
        return;
    bool ends = behind >= s->tokens.count || !(s->tokens.tokens[behind].flags & (TOKEN_WORD | TOKEN_NUMBER)) ||
                has(s, behind, policy->age_then) || has(s, behind, policy->age_join);
    if (ends && !is_sign(s, behind, "%"))
        take(s, s->tokens.tokens[number].span);
}

/* The token behind what stands in commas at t (", who taught at the school,"), within the sentence; t where nothing does. */
static uint32_t behind_commas(const Search *s, uint32_t t)
{
    uint32_t here = t + 1;
    if (!is_sign(s, t, ","))
        return t;
    while (here < s->tokens.count && s->tokens.tokens[here].sentence == s->tokens.tokens[t].sentence &&
           !is_sign(s, here, ","))
        here++;
    return is_sign(s, here, ",") ? here + 1 : t;
}

static void find_ages(const Search *s)
{
    const PublicPolicy *policy = s->work->policy;
    for (size_t i = 0; i < s->found.count; i++) {
        const Mention *m = &s->found.items[i];
        if (m->cls == policy->age_behind)
            age_before(s, m->first);
        else if (m->cls == policy->age_before)
            age_behind(s, m->last);
        else if (m->cls == policy->age_whom)
            age_told(s, m->last);
    }
}

/* ", 34,", "(34)" and "was 34." behind a name that is withheld: the names are the spans found so far. */
static void find_ages_of_names(const Search *s)
{
    size_t names = s->out->count;
    uint32_t t = 0;
    for (size_t i = 0; i < names; i++) {
        uint32_t end = s->out->items[i].end;
        while (t < s->tokens.count && s->tokens.tokens[t].span.start < end)
            t++;
        bool opened = is_sign(s, t, ",") || is_sign(s, t, "(");
        bool aged = opened && t + 1 < s->tokens.count && (s->tokens.tokens[t + 1].flags & TOKEN_NUMBER) &&
                    token_text(s, t + 1).len <= 3;
        if (aged)
            take(s, s->tokens.tokens[t + 1].span);
        age_told(s, behind_commas(s, t));
    }
}

/* Every @handle that no official speaker bears; every mail address. */
static void find_handles(const Search *s)
{
    for (uint32_t t = 0; t < s->tokens.count; t++) {
        Str word = token_text(s, t);
        size_t at = str_find_char(word, '@', 0);
        if (at != SIZE_MAX && word.len > 1 && !(at == 0 && public_is_handle_kept(s->work, word)))
            take(s, s->tokens.tokens[t].span);
    }
}

/* Does the token begin a sentence, a line, a cell or what stands behind a sign ("- Local hospitals")? */
static bool begins(const Search *s, uint32_t t)
{
    uint32_t start = s->tokens.tokens[t].span.start;
    bool in_cell = start > 0 && s->text.ptr[start - 1] == '\t';
    return t == 0 || in_cell || (s->tokens.tokens[t].flags & (TOKEN_SENTENCE_START | TOKEN_LINE_START)) ||
           !(s->tokens.tokens[t - 1].flags & TOKEN_WORD);
}

/* A capital, but not that of a common word at the beginning ("The", "Local"); or the hyphen of a name. */
static bool is_of_name(const Search *s, uint32_t t)
{
    const Token *token = &s->tokens.tokens[t];
    if (!(token->flags & TOKEN_CAPITAL))
        return is_sign(s, t, "-") && t > 0 && (s->tokens.tokens[t - 1].flags & TOKEN_CAPITAL);
    const Language *language = s->work->language;
    return !begins(s, t) || !language ||
           lexicon_word(language->lexicon, token_fold(s->work->arena, token_text(s, t))) == 0;
}

/* "Bolan Medical Complex", "Noor hospital": the site's kind stays where it is written small, its name goes. */
static void find_sites(const Search *s)
{
    for (size_t i = 0; i < s->found.count; i++) {
        const Mention *m = &s->found.items[i];
        if (m->cls != s->work->policy->site)
            continue;
        uint32_t first = m->first;
        while (first > 0 && is_of_name(s, first - 1))
            first--;
        while (first < m->first && !(s->tokens.tokens[first].flags & TOKEN_CAPITAL))
            first++;
        if (first < m->first)
            take(s, mention_tokens_span(&s->tokens, first, m->first));
    }
}

/* Ethnic words that say what victims are: not where they are part of another name ("Kurdish Red
 * Crescent", "Ali Sindhi") or say who acts. */
static void find_peoples(const Search *s, const uint8_t *beside)
{
    for (size_t i = 0; i < s->found.count; i++) {
        const Mention *m = &s->found.items[i];
        bool leads = m->last < s->tokens.count && (s->tokens.tokens[m->last].flags & TOKEN_CAPITAL) &&
                     !(s->tokens.tokens[m->last].flags & TOKEN_SENTENCE_START);
        uint32_t before = m->first > 0 ? m->first - 1 : m->first;
        bool trails = before < m->first && (s->tokens.tokens[before].flags & TOKEN_CAPITAL) &&
                      !(s->tokens.tokens[before].flags & TOKEN_SENTENCE_START) &&
                      !has(s, before, s->work->policy->people);
        bool acts = has(s, m->last, s->work->policy->actor) && !(beside && beside[m->first] == IN_VICTIMS);
        if (m->cls == s->work->policy->people && !leads && !trails && !acts && (!beside || beside[m->first] != IN_NONE))
            take(s, mention_span(&s->tokens, m));
    }
}

static void find_in(const Search *s, bool caseless)
{
    const PublicPolicy *policy = s->work->policy;
    if (policy->names)
        public_names_find(&s->work->names, s->text, caseless, s->out);
    if (policy->ages) {
        find_ages_of_names(s);
        find_ages(s);
    }
    if (policy->handles)
        find_handles(s);
    if (policy->sites)
        find_sites(s);
}

/* Marks the tokens that overlap one of the spans. */
static void mark(const Search *s, Spans *told, uint8_t *beside, uint8_t value)
{
    size_t next = 0;
    spans_settle(s->text, told);
    for (uint32_t t = 0; t < s->tokens.count; t++) {
        while (next < told->count && told->items[next].end <= s->tokens.tokens[t].span.start)
            next++;
        if (next < told->count && span_overlaps(told->items[next], s->tokens.tokens[t].span))
            beside[t] = value;
    }
}

/* By token: in a sentence with a casualty claim or a word that tells of victims; among the victims themselves. */
static uint8_t *beside_victims(const Search *s, const Extraction *x)
{
    Arena *arena = s->work->arena;
    uint8_t *beside = ARENA_ARRAY(arena, uint8_t, s->tokens.count + 1);
    Spans told = {0};
    Spans victims = {0};
    for (size_t i = 0; i < x->claim_count; i++) {
        if (x->claims[i].kind != KIND_CASUALTY)
            continue;
        spans_add(arena, &told, span_join(x->claims[i].sentence, x->claims[i].evidence));
        spans_add(arena, &victims, x->claims[i].victims);
    }
    for (size_t i = 0; i < s->found.count; i++) {
        const Mention *m = &s->found.items[i];
        if (m->cls == s->work->policy->cue)
            spans_add(arena, &told, s->tokens.sentences[s->tokens.tokens[m->first].sentence].span);
    }
    mark(s, &told, beside, IN_SENTENCE);
    mark(s, &victims, beside, IN_VICTIMS);
    return beside;
}

/* Long enough ago? A day without an hour has ended before it counts. */
static bool is_old(const PublicWork *work, const Document *document)
{
    enum { SECONDS_AN_HOUR = 3600 };
    if (document->published.precision == MOMENT_NONE || work->from->as_of.precision == MOMENT_NONE)
        return false;
    return moment_last_second(document->published) + work->policy->delay_hours * SECONDS_AN_HOUR <=
           moment_last_second(work->from->as_of);
}

/* The sentence around a passage about movements, but for the passages of its casualty claims. */
static void withhold_sentence(const PublicWork *work, const Extraction *x, Span flag, Spans *out)
{
    Span whole = flag;
    for (size_t i = 0; i < x->sentence_count; i++) {
        if (span_overlaps(x->sentences[i], flag))
            whole = span_join(whole, x->sentences[i]);
    }
    uint32_t from = whole.start;
    for (size_t i = 0; i < x->claim_count; i++) {
        Span told = x->claims[i].evidence;
        if (x->claims[i].kind != KIND_CASUALTY || !span_overlaps(told, whole) || told.end <= from)
            continue;
        spans_add(work->arena, out, (Span){from, told.start > from ? told.start : from});
        from = told.end < whole.end ? told.end : whole.end;
    }
    spans_add(work->arena, out, (Span){from, whole.end});
}

static void find_movements(const PublicWork *work, const Extraction *x, Spans *out)
{
    if (!work->policy->movements || is_old(work, x->document))
        return;
    for (size_t i = 0; i < x->flag_count; i++) {
        if (x->flags[i].kind == FLAG_OPERATIONAL && !span_is_empty(x->flags[i].span))
            withhold_sentence(work, x, x->flags[i].span, out);
    }
}

/* Blanks at the ends of a cut stay outside it, so that words do not run together. */
static void trim_spans(Str text, Spans *spans)
{
    for (size_t i = 0; i < spans->count; i++) {
        Span *s = &spans->items[i];
        while (s->end > s->start && char_is_space(text.ptr[s->end - 1]))
            s->end--;
        while (s->start < s->end && char_is_space(text.ptr[s->start]))
            s->start++;
    }
}

Spans public_find_sites(const PublicWork *work, const Extraction *x)
{
    Spans out = {0};
    Search s = search_open(work, x->document->text, &out);
    if (work->policy->sites)
        find_sites(&s);
    spans_settle(s.text, &out);
    return out;
}

Spans public_find(const PublicWork *work, const Extraction *x)
{
    Spans out = {0};
    Search s = search_open(work, x->document->text, &out);
    find_in(&s, false);
    if (work->policy->peoples)
        find_peoples(&s, beside_victims(&s, x));
    find_movements(work, x, &out);
    trim_spans(s.text, &out);
    spans_settle(s.text, &out);
    return out;
}

static Str rewrite(const PublicWork *work, Str s, bool caseless, bool peoples)
{
    if (s.len == 0)
        return s;
    Spans *out = ARENA_NEW(work->arena, Spans);
    Search search = search_open(work, s, out);
    find_in(&search, caseless);
    if (work->policy->peoples && peoples)
        find_peoples(&search, NULL);
    spans_settle(s, out);
    return public_text(work->arena, s, out).text;
}

Str public_words(const PublicWork *work, Str s)
{
    return rewrite(work, s, false, true);
}

Str public_voice(const PublicWork *work, Str s)
{
    return rewrite(work, s, false, false);
}

Str public_address(const PublicWork *work, Str s)
{
    return rewrite(work, s, true, false);
}

bool public_is_site(const PublicWork *work, Str s)
{
    Spans none = {0};
    Search search = search_open(work, s, &none);
    for (size_t i = 0; work->policy->sites && i < search.found.count; i++) {
        if (search.found.items[i].cls == work->policy->site)
            return true;
    }
    return false;
}

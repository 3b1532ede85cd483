#include "extract/syntax.h"

enum { GROUP_REACH = 7, APPOSITION_REACH = 30, PHRASE_REACH = 40 };

#define BIT(tag) (1ULL << (tag))

static const struct {
    const char *name;
    Tag tag;
} TAG_NAMES[] = {
    {"noun", TAG_NOUN},   {"det", TAG_DET},     {"poss", TAG_POSS}, {"pron", TAG_PRON}, {"obj", TAG_OBJ},
    {"wh", TAG_WH},       {"whadv", TAG_WHADV}, {"that", TAG_THAT}, {"to", TAG_TO},     {"prep", TAG_PREP},
    {"sub", TAG_SUB},     {"conj", TAG_CONJ},   {"be", TAG_BE},     {"have", TAG_HAVE}, {"do", TAG_DO},
    {"modal", TAG_MODAL}, {"neg", TAG_NEG},     {"adv", TAG_ADV},   {"base", TAG_BASE}, {"third", TAG_THIRD},
    {"pret", TAG_PRET},   {"part", TAG_PART},   {"ing", TAG_ING},
};

static const struct {
    const char *text;
    Tag tag;
} SIGNS[] = {
    {",", TAG_COMMA},
    {".", TAG_STOP},
    {"!", TAG_STOP},
    {"?", TAG_STOP},
    {";", TAG_SEMI},
    {":", TAG_COLON},
    {"(", TAG_OPEN},
    {")", TAG_CLOSE},
    {"[", TAG_OPEN},
    {"]", TAG_CLOSE},
    {"-", TAG_HYPHEN},
    {"--", TAG_DASH},
    {"\xe2\x80\x93", TAG_DASH},
    {"\xe2\x80\x94", TAG_DASH},
    {"\xe2\x80\x95", TAG_DASH},
    {"\"", TAG_MARK},
    {"\xe2\x80\x9c", TAG_MARK},
    {"\xe2\x80\x9d", TAG_MARK},
    {"''", TAG_MARK},
    {"``", TAG_MARK},
    {"\xe2\x80\x98", TAG_MARK},
    {"\xe2\x80\x99", TAG_MARK},
    {"\xe2\x80\xa6", TAG_DASH},
};

/* Bits of the tags that "pret+part" names. */
static uint64_t tags_of(Str value)
{
    uint64_t bits = 0;
    Str name = STR_NONE;
    while (str_cut(&value, '+', &name)) {
        for (size_t i = 0; i < sizeof TAG_NAMES / sizeof TAG_NAMES[0]; i++) {
            if (str_equal(name, str_from(TAG_NAMES[i].name)))
                bits |= BIT(TAG_NAMES[i].tag);
        }
        if (str_equal(name, STR("past")))
            bits |= BIT(TAG_PRET) | BIT(TAG_PART);
    }
    return bits;
}

static Tag sign_tag(const TokenList *list, uint32_t i)
{
    Str text = span_text(list->text, list->tokens[i].span);
    for (size_t k = 0; k < sizeof SIGNS / sizeof SIGNS[0]; k++) {
        if (str_equal(text, str_from(SIGNS[k].text)))
            return SIGNS[k].tag;
    }
    return TAG_SIGN;
}

/* The tags that the lexicon allows a token; 0 = it knows none. */
static uint64_t allowed(const Analysis *a, uint32_t i, uint16_t word_class, uint16_t say_class, uint16_t form)
{
    const TokenList *list = &a->tokens;
    if (list->tokens[i].flags & TOKEN_PUNCT)
        return BIT(sign_tag(list, i));
    if (list->tokens[i].flags & TOKEN_NUMBER)
        return BIT(TAG_NUMBER);
    uint64_t bits = 0;
    uint32_t word = mention_at(&a->mentions, i, word_class);
    if (word != MENTION_NONE)
        bits |= tags_of(analysis_value(a, &a->mentions.items[word]));
    uint32_t say = mention_at(&a->mentions, i, say_class);
    if (say != MENTION_NONE) {
        const Attr *attr = mention_attr(&a->mentions, &a->mentions.items[say], form);
        if (attr)
            bits |= tags_of(lexicon_value_name(a->language->lexicon, attr->value));
    }
    return bits;
}

bool syntax_is_verb(Tag tag)
{
    return tag >= TAG_BASE && tag <= TAG_ING;
}

bool syntax_is_finite(Tag tag)
{
    return tag == TAG_THIRD || tag == TAG_PRET || tag == TAG_BE || tag == TAG_HAVE || tag == TAG_DO || tag == TAG_MODAL;
}

/* What may follow a verb and hardly ever a noun. */
static const uint64_t COMPLEMENT = BIT(TAG_DET) | BIT(TAG_POSS) | BIT(TAG_PRON) | BIT(TAG_OBJ) | BIT(TAG_THAT) |
                                   BIT(TAG_WHADV) | BIT(TAG_MARK) | BIT(TAG_TO) | BIT(TAG_WH);

/* What follows a verb even when its subject's last noun is a plural: "a slide that his aides carry shows what". */
static const uint64_t FINITE_SIGN = BIT(TAG_THAT) | BIT(TAG_WHADV) | BIT(TAG_WH) | BIT(TAG_PRON) | BIT(TAG_DET);

static const uint64_t OPEN_CLASS =
    BIT(TAG_NOUN) | BIT(TAG_BASE) | BIT(TAG_THIRD) | BIT(TAG_PRET) | BIT(TAG_PART) | BIT(TAG_ING) | BIT(TAG_ADV);

typedef struct {
    uint64_t bits;
    uint64_t next; /* what the next token may be */
    Tag before;    /* the tag before, adverbs and negation stepped over */
    Tag last;      /* the tag just before */
    bool plural_before;
    bool quote_before; /* a quotation ends just before the noun: "...," Khan reports */
    bool party_before; /* the noun before ends the name of a body or role: "officials report" */
    bool capital;      /* a capital where capitals mean names */
    bool next_capital;
} Choice;

static Tag verb_of(uint64_t bits)
{
    static const Tag ORDER[] = {TAG_PRET, TAG_THIRD, TAG_BASE, TAG_PART, TAG_ING};
    for (size_t i = 0; i < sizeof ORDER / sizeof ORDER[0]; i++) {
        if (bits & BIT(ORDER[i]))
            return ORDER[i];
    }
    return TAG_NOUN;
}

/* A verb or a noun: "claims", "plan", "report". */
static Tag noun_or_verb(const Choice *c)
{
    Tag verb = verb_of(c->bits);
    if (c->last == TAG_PRON || c->last == TAG_WH)
        return verb;
    if (c->last == TAG_DET || c->last == TAG_POSS || c->last == TAG_PREP || c->last == TAG_NUMBER)
        return TAG_NOUN;
    bool complement = (c->next & COMPLEMENT) != 0 || c->next_capital || c->quote_before;
    if (c->last != TAG_NOUN && c->last != TAG_ADV && c->last != TAG_CLOSE && c->last != TAG_COMMA &&
        c->last != TAG_MARK)
        return TAG_NOUN;
    if (verb == TAG_BASE)
        return c->plural_before && (complement || c->party_before) ? verb : TAG_NOUN;
    if (verb == TAG_THIRD)
        return complement && (!c->plural_before || (c->next & FINITE_SIGN)) ? verb : TAG_NOUN;
    return verb == TAG_PRET && c->last != TAG_COMMA ? verb : TAG_NOUN;
}

/* A participle before a noun is an adjective: "the alleged attackers". */
static bool adjectival(const Choice *c)
{
    bool noun_next = c->next == 0 || (c->next & BIT(TAG_NOUN));
    return noun_next && (c->last == TAG_DET || c->last == TAG_POSS || c->last == TAG_PREP || c->last == TAG_NUMBER);
}

static Tag settle_verb(const Choice *c)
{
    if ((c->before == TAG_TO || c->before == TAG_MODAL || c->before == TAG_DO) && (c->bits & BIT(TAG_BASE)))
        return TAG_BASE;
    if ((c->before == TAG_BE || c->before == TAG_HAVE) && (c->bits & BIT(TAG_PART)))
        return TAG_PART;
    if (c->before == TAG_BE && (c->bits & BIT(TAG_ING)))
        return TAG_ING;
    if (adjectival(c) && (c->bits & (BIT(TAG_PART) | BIT(TAG_ING))))
        return TAG_NOUN;
    if (c->bits & BIT(TAG_NOUN))
        return noun_or_verb(c);
    if (c->last == TAG_DET || c->last == TAG_POSS)
        return TAG_NOUN;
    return verb_of(c->bits);
}

static Tag settle(const Choice *c)
{
    if (c->bits == 0 || c->bits == BIT(TAG_NOUN))
        return TAG_NOUN;
    if (c->capital && !(c->bits & ~OPEN_CLASS))
        return TAG_NOUN;
    if (c->bits & (BIT(TAG_BASE) | BIT(TAG_THIRD) | BIT(TAG_PRET) | BIT(TAG_PART) | BIT(TAG_ING)))
        return settle_verb(c);
    if ((c->bits & BIT(TAG_POSS)) && (c->bits & BIT(TAG_OBJ)))
        return c->next == 0 || (c->next & OPEN_CLASS) ? TAG_POSS : TAG_OBJ;
    bool noun_next = c->next == 0 || (c->next & BIT(TAG_NOUN));
    if ((c->bits & BIT(TAG_ADV)) && (c->bits & BIT(TAG_NOUN)) && (noun_next || c->last == TAG_DET))
        return TAG_NOUN;
    for (uint32_t tag = TAG_DET; tag < TAG_COUNT_; tag++) {
        if (c->bits & BIT(tag))
            return (Tag)tag;
    }
    return TAG_NOUN;
}

/* A title or headline: most words have capitals, so that they tell no names. */
static bool titled(const TokenList *list, const Sentence *sentence)
{
    uint32_t words = 0;
    uint32_t capitals = 0;
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        if (!(list->tokens[i].flags & TOKEN_WORD) || list->tokens[i].span.end - list->tokens[i].span.start < 4)
            continue;
        words++;
        capitals += (list->tokens[i].flags & TOKEN_CAPITAL) ? 1 : 0;
    }
    return words >= 3 && capitals * 10 >= words * 9;
}

/* "'s" is a form of "to be" after a pronoun, else the possessive. */
static Tag clitic(const TokenList *list, uint32_t i, Tag before, Tag tag)
{
    Str text = span_text(list->text, list->tokens[i].span);
    bool possessive = tag == TAG_BE && text.len > 1 && text.ptr[0] != 'i' && str_ends(text, STR("s")) &&
                      (text.ptr[0] == '\'' || (text.ptr[0] & 0x80)) && before != TAG_PRON && before != TAG_WH &&
                      before != TAG_THAT;
    return possessive ? TAG_POSS : tag;
}

static bool ends_plural(const TokenList *list, uint32_t i, Tag tag)
{
    if (tag == TAG_CLOSE || i == 0)
        return true;
    Str text = span_text(list->text, list->tokens[i].span);
    bool capital = (list->tokens[i].flags & TOKEN_CAPITAL) && !(list->tokens[i].flags & TOKEN_SENTENCE_START);
    return tag == TAG_NOUN && str_ends(text, STR("s")) && !str_ends(text, STR("ss")) && (!capital || text.len > 5);
}

static bool quote_before(const uint8_t *tags, uint32_t first, uint32_t i)
{
    return (i >= first + 2 && tags[i - 2] == TAG_MARK) ||
           (i >= first + 3 && tags[i - 2] == TAG_NOUN && tags[i - 3] == TAG_MARK);
}

static bool ends_party(const Syntax *s, uint32_t end)
{
    enum { PARTY_TOKENS = 5 };
    uint32_t m = mention_over(&s->a->mentions, end - 1, s->party_class, PARTY_TOKENS);
    return m != MENTION_NONE && s->a->mentions.items[m].last == end;
}

static void tag_sentence(const Syntax *s, const Sentence *sentence, const uint64_t *bits, uint8_t *tags)
{
    const TokenList *list = &s->a->tokens;
    bool title = titled(list, sentence);
    Tag before = TAG_STOP;
    Tag last = TAG_STOP;
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        uint16_t flags = list->tokens[i].flags;
        uint16_t next = i + 1 < sentence->last ? list->tokens[i + 1].flags : 0;
        Choice c = {
            .bits = bits[i],
            .next = i + 1 < sentence->last ? bits[i + 1] : BIT(TAG_STOP),
            .before = before,
            .last = last,
            .quote_before = quote_before(tags, sentence->first, i),
            .party_before = i > sentence->first && ends_party(s, i),
            .plural_before = i > sentence->first && ends_plural(list, i - 1, last),
            .capital = !title && i > sentence->first && last != TAG_MARK && (flags & TOKEN_CAPITAL) &&
                       !(flags & TOKEN_SHOUTED),
            .next_capital = !title && (next & TOKEN_CAPITAL) != 0,
        };
        Tag tag = clitic(list, i, last, settle(&c));
        tags[i] = (uint8_t)tag;
        if (tag == TAG_HYPHEN && last == TAG_HYPHEN && i > 0) {
            tag = TAG_DASH;
            tags[i - 1] = TAG_DASH;
            tags[i] = TAG_DASH;
        }
        last = tag;
        if (tag != TAG_ADV && tag != TAG_NEG)
            before = tag;
    }
}

Syntax *syntax_read(Analysis *a)
{
    Syntax *s = ARENA_NEW(a->arena, Syntax);
    uint32_t count = (uint32_t)a->tokens.count;
    uint8_t *tags = ARENA_ARRAY(a->arena, uint8_t, count + 1);
    *s = (Syntax){.a = a,
                  .tags = tags,
                  .count = count,
                  .time_class = analysis_class(a, "TIME"),
                  .party_class = analysis_class(a, "PARTY")};
    uint16_t word_class = analysis_class(a, "WORD");
    uint16_t say_class = analysis_class(a, "SAY");
    uint16_t form = lexicon_attr(a->language->lexicon, STR("form"));
    Day today = moment_day(a->document->published);
    lexicon_find_words(a->language->lexicon, &a->tokens, today, word_class, a->arena, &a->mentions);
    lexicon_find_words(a->language->lexicon, &a->tokens, today, say_class, a->arena, &a->mentions);
    uint64_t *bits = ARENA_ARRAY(a->arena, uint64_t, count + 1);
    for (uint32_t i = 0; i < count; i++)
        bits[i] = allowed(a, i, word_class, say_class, form);
    for (size_t i = 0; i < a->tokens.sentence_count; i++)
        tag_sentence(s, &a->tokens.sentences[i], bits, tags);
    return s;
}

/* Not a clitic such as "'s", which before a participle stands for "has". */
static bool is_word(const Syntax *s, uint32_t i)
{
    return char_is_letter(s->a->tokens.text.ptr[s->a->tokens.tokens[i].span.start]);
}

uint32_t syntax_group_start(const Syntax *s, uint32_t floor, uint32_t verb, bool *passive)
{
    *passive = false;
    uint32_t start = verb;
    for (uint32_t i = verb; i > floor && verb - i < GROUP_REACH; i--) {
        Tag tag = (Tag)s->tags[i - 1];
        bool auxiliary = tag == TAG_BE || tag == TAG_HAVE || tag == TAG_DO || tag == TAG_MODAL;
        if (!auxiliary && tag != TAG_ADV && tag != TAG_NEG)
            break;
        if (tag == TAG_BE && s->tags[verb] == TAG_PART && is_word(s, i - 1))
            *passive = true;
        start = i - 1;
    }
    return start;
}

uint32_t syntax_past_time(const Syntax *s, uint32_t token)
{
    if (token >= s->count || s->time_class == 0)
        return token;
    uint32_t m = mention_at(&s->a->mentions, token, s->time_class);
    return m == MENTION_NONE ? token : s->a->mentions.items[m].last;
}

static bool in_phrase(Tag tag)
{
    return tag == TAG_NOUN || tag == TAG_DET || tag == TAG_POSS || tag == TAG_NUMBER || tag == TAG_HYPHEN ||
           tag == TAG_MARK;
}

/* Back over a bracket to its opening sign, or the closing sign itself. */
static uint32_t before_bracket(const Syntax *s, uint32_t floor, uint32_t close)
{
    for (uint32_t i = close; i > floor && close - i < APPOSITION_REACH; i--) {
        if (s->tags[i - 1] == TAG_OPEN)
            return i - 1;
    }
    return close;
}

/* Whether a clause's verb stands in the tokens [from, to). */
static bool has_finite(const Syntax *s, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        if (syntax_is_finite((Tag)s->tags[i]))
            return true;
    }
    return false;
}

/* Whether a finite verb stands in the tokens that no relative pronoun introduces. */
static bool has_clause(const Syntax *s, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        Tag tag = (Tag)s->tags[i];
        if (tag == TAG_WH || tag == TAG_WHADV || tag == TAG_THAT)
            return false;
        if (syntax_is_finite(tag))
            return true;
    }
    return false;
}

/* "Obama and Clinton said": the conjunction joins two names when nothing before it in its clause is a verb. */
static bool joins_phrases(const Syntax *s, uint32_t floor, uint32_t conjunction)
{
    uint32_t from = conjunction;
    while (from > floor && s->tags[from - 1] != TAG_STOP && s->tags[from - 1] != TAG_SEMI &&
           s->tags[from - 1] != TAG_MARK && s->tags[from - 1] != TAG_THAT && s->tags[from - 1] != TAG_SUB)
        from--;
    return conjunction > from && in_phrase((Tag)s->tags[conjunction - 1]) && !has_finite(s, from, conjunction);
}

/* Whether the phrase being read leftwards goes on with token i - 1. */
static bool goes_left(const Syntax *s, uint32_t floor, uint32_t i)
{
    Tag left = (Tag)s->tags[i - 1];
    Tag here = (Tag)s->tags[i];
    Tag beyond = i >= floor + 2 ? (Tag)s->tags[i - 2] : TAG_STOP;
    bool opener = here == TAG_DET || here == TAG_POSS;
    Str text = span_text(s->a->tokens.text, s->a->tokens.tokens[i].span);
    bool clitic_here = here == TAG_POSS && text.len > 0 && !char_is_letter(text.ptr[0]);
    if (here == TAG_PRON)
        return false;
    if (left == TAG_BASE && beyond == TAG_TO && i >= floor + 3 && s->tags[i - 3] == TAG_NOUN)
        return true;
    if (here == TAG_BASE && left == TAG_TO)
        return true;
    if (here == TAG_TO && left == TAG_NOUN)
        return true;
    if (opener && !clitic_here && left != TAG_PREP && left != TAG_DET && left != TAG_CONJ && left != TAG_PART &&
        left != TAG_ING)
        return false;
    if (in_phrase(left))
        return left != TAG_MARK;
    if (left == TAG_PART && (i - 1 == floor || beyond == TAG_COMMA || beyond == TAG_THAT || beyond == TAG_MARK))
        return true;
    if (left == TAG_PREP || left == TAG_PART)
        return in_phrase(beyond) || beyond == TAG_CLOSE || (left == TAG_PREP && beyond == TAG_PART);
    if (left == TAG_ING)
        return beyond == TAG_PREP || in_phrase(beyond);
    if (left == TAG_ADV)
        return beyond == TAG_DET || beyond == TAG_POSS;
    return left == TAG_CONJ && joins_phrases(s, floor, i - 1);
}

/* "In Quetta officials said": a phrase that opens with a preposition loses its first noun phrase. */
static uint32_t drop_leading(const Syntax *s, uint32_t first, uint32_t end)
{
    while (first < end && (s->tags[first] == TAG_PREP || s->tags[first] == TAG_CONJ || s->tags[first] == TAG_ADV)) {
        bool preposition = s->tags[first] == TAG_PREP;
        first++;
        uint32_t past = syntax_past_time(s, first);
        if (preposition && past > first && past < end)
            first = past;
    }
    uint32_t past = syntax_past_time(s, first);
    return past > first && past < end ? past : first;
}

/* Without a time at the end: "officials on Friday said". */
static uint32_t before_time(const Syntax *s, uint32_t floor, uint32_t end)
{
    enum { TIME_TOKENS = 6 };
    for (uint32_t i = end; i > floor + 1 && end - i < TIME_TOKENS; i--) {
        if (syntax_past_time(s, i - 1) == end)
            return s->tags[i - 2] == TAG_PREP ? i - 2 : i - 1;
    }
    return end;
}

/* The phrase that ends before end, commas not crossed. */
static Range phrase_left(const Syntax *s, uint32_t floor, uint32_t end)
{
    if (end <= floor)
        return (Range){end, end};
    uint32_t i = end - 1;
    Tag tag = (Tag)s->tags[i];
    if (tag == TAG_CLOSE)
        i = before_bracket(s, floor, i);
    else if (!in_phrase(tag) && tag != TAG_PRON && tag != TAG_WH && tag != TAG_THAT && tag != TAG_OBJ)
        return (Range){end, end};
    if (tag == TAG_WH || tag == TAG_MARK)
        return (Range){tag == TAG_WH ? i : end, end};
    while (i > floor && end - i < PHRASE_REACH) {
        if (s->tags[i - 1] == TAG_CLOSE) {
            uint32_t open = before_bracket(s, floor, i - 1);
            if (open == i - 1)
                break;
            i = open;
            continue;
        }
        if (!(tag == TAG_CLOSE && s->tags[i] == TAG_OPEN && in_phrase((Tag)s->tags[i - 1])) && !goes_left(s, floor, i))
            break;
        i--;
    }
    return (Range){drop_leading(s, i, end), end};
}

/* The comma or dash that opens the apposition closed by the sign at `close`; close itself when there is none. */
static uint32_t apposition_start(const Syntax *s, uint32_t floor, uint32_t close)
{
    Tag sign = (Tag)s->tags[close];
    for (uint32_t i = close; i > floor && close - i < APPOSITION_REACH; i--) {
        Tag tag = (Tag)s->tags[i - 1];
        if (tag == TAG_STOP || tag == TAG_MARK || tag == TAG_SEMI || tag == TAG_COLON)
            break;
        if (tag == sign && close - i >= 1) {
            Tag inner = (Tag)s->tags[i];
            bool fits = inner == TAG_NOUN || inner == TAG_DET || inner == TAG_POSS || inner == TAG_WH ||
                        inner == TAG_NUMBER || inner == TAG_PART || inner == TAG_ING || inner == TAG_ADV ||
                        inner == TAG_PREP;
            bool clause = inner != TAG_WH && has_clause(s, i, close);
            if (fits && !clause && i - 1 > floor && in_phrase((Tag)s->tags[i - 2]))
                return i - 1;
        }
    }
    return close;
}

Range syntax_subject(const Syntax *s, uint32_t floor, uint32_t end)
{
    if (end <= floor)
        return (Range){end, end};
    uint32_t early = before_time(s, floor, end);
    Tag left = early > floor ? (Tag)s->tags[early - 1] : TAG_STOP;
    if (in_phrase(left) || left == TAG_PRON || left == TAG_COMMA || left == TAG_CLOSE)
        end = early;
    Tag tag = (Tag)s->tags[end - 1];
    if (tag != TAG_COMMA && tag != TAG_DASH) {
        Range plain = phrase_left(s, floor, end);
        return plain;
    }
    uint32_t open = end - 1;
    for (int depth = 0; depth < 3; depth++) {
        uint32_t start = apposition_start(s, floor, open);
        if (start == open)
            break;
        open = start;
        Range head = phrase_left(s, floor, open);
        uint32_t first = head.first;
        while (first > floor && s->tags[first - 1] == TAG_PREP)
            first--;
        if (!range_is_empty(head) && (first == floor || s->tags[first - 1] != TAG_COMMA))
            return (Range){head.first, end};
    }
    if (open == end - 1)
        return (Range){end, end};
    Range head = phrase_left(s, floor, open);
    return range_is_empty(head) ? (Range){end, end} : (Range){head.first, end};
}

/* Forward over a bracket. */
static uint32_t past_bracket(const Syntax *s, uint32_t open, uint32_t limit)
{
    for (uint32_t i = open; i < limit && i - open < APPOSITION_REACH; i++) {
        if (s->tags[i] == TAG_CLOSE)
            return i + 1;
    }
    return open;
}

Range syntax_phrase(const Syntax *s, uint32_t first, uint32_t limit, bool deep)
{
    uint32_t i = first;
    if (i < limit && (s->tags[i] == TAG_PRON || s->tags[i] == TAG_OBJ))
        return (Range){first, first + 1};
    while (i < limit) {
        Tag tag = (Tag)s->tags[i];
        Tag next = i + 1 < limit ? (Tag)s->tags[i + 1] : TAG_STOP;
        bool joined = tag == TAG_CONJ && i > first && (in_phrase(next) || next == TAG_PREP);
        bool modifier =
            (tag == TAG_ADV || tag == TAG_PART || tag == TAG_ING) && (in_phrase(next) || (deep && next == TAG_PREP));
        bool restart = tag == TAG_DET && i > first && s->tags[i - 1] == TAG_NOUN;
        if (tag == TAG_OPEN) {
            uint32_t past = past_bracket(s, i, limit);
            if (past == i)
                break;
            i = past;
            continue;
        }
        if (restart || !(in_phrase(tag) || modifier || (deep && (tag == TAG_PREP || joined || tag == TAG_OBJ)) ||
                         (joined && next == TAG_NOUN)))
            break;
        i++;
    }
    while (i > first + 1 && (s->tags[i - 1] == TAG_PREP || s->tags[i - 1] == TAG_CONJ || s->tags[i - 1] == TAG_DET))
        i--;
    return (Range){first, i};
}

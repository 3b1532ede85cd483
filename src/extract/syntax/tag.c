#include "extract/syntax/tag_choice.h"
#include "extract/syntax/tag_sign.h"
#include "extract/syntax/tag_subject.h"

/* The tags of values met so far, by the value's number: few distinct ones fill a text. */
enum { CACHE_SLOTS = 64 };

typedef struct {
    const Analysis *a;
    uint16_t say_class;
    uint16_t word_class;
    uint16_t party_class;
    uint16_t form;
    uint32_t values[CACHE_SLOTS];
    uint64_t bits[CACHE_SLOTS];
} Tags;

static uint64_t bits_of(Tags *t, uint32_t value)
{
    uint32_t slot = value % CACHE_SLOTS;
    if (value == 0)
        return 0;
    if (t->values[slot] != value) {
        t->values[slot] = value;
        t->bits[slot] = tags_named(lexicon_value_name(t->a->language->lexicon, value));
    }
    return t->bits[slot];
}

/* What names somebody may be a noun, whatever else the word is ("a war monitor"); in capitals it is nothing else ("the WHO"). */
static uint64_t with_name(const Tags *t, uint32_t i, uint64_t bits)
{
    uint16_t flags = t->a->tokens.tokens[i].flags;
    if (bits == 0 || !mention_begins(&t->a->mentions, i, t->party_class))
        return bits;
    return (flags & TOKEN_UPPER) && !(flags & TOKEN_SHOUTED) ? BIT(TAG_NOUN) : bits | BIT(TAG_NOUN);
}

/* The tags that the lexicon allows a token; 0 = it knows none. */
static uint64_t allowed(Tags *t, uint32_t i)
{
    const Analysis *a = t->a;
    const TokenList *list = &a->tokens;
    if (list->tokens[i].flags & TOKEN_PUNCT)
        return BIT(tag_sign(list, i));
    if (list->tokens[i].flags & TOKEN_NUMBER)
        return BIT(TAG_NUMBER);
    bool acronym = (list->tokens[i].flags & TOKEN_UPPER) && !(list->tokens[i].flags & TOKEN_SHOUTED);
    bool other = acronym && !mention_begins(&a->mentions, i, t->word_class); /* "the WHO" is not "who" */
    uint64_t bits = other ? 0 : a->language->word_tags[list->tokens[i].word];
    uint32_t phrase = mention_at(&a->mentions, i, a->language->phrase);
    if (phrase != MENTION_NONE)
        bits = bits_of(t, a->mentions.items[phrase].value);
    uint32_t say = mention_at(&a->mentions, i, t->say_class);
    if (say != MENTION_NONE) {
        bool unknown = bits == 0 && a->mentions.items[say].last > i + 1;
        const Attr *attr = mention_attr(&a->mentions, &a->mentions.items[say], t->form);
        if (attr)
            bits |= bits_of(t, attr->value) & ~BIT(TAG_MANY);
        if (unknown && bits == BIT(TAG_BASE))
            bits |= BIT(TAG_NOUN); /* "a heated [debate about]" */
    }
    bits = with_name(t, i, bits);
    if (bits == 0 && !(list->tokens[i].flags & TOKEN_CAPITAL))
        bits = language_ending_tags(a->language, span_text(list->text, list->tokens[i].span));
    return bits;
}

/* A title or headline: nine in ten longer words have capitals, so that they tell no names. */
static bool titled(const TokenList *list, const Sentence *sentence)
{
    uint32_t words = 0;
    uint32_t small = 0;
    uint32_t most = (sentence->last - sentence->first) / 10; /* small ones that a title may have at all */
    for (uint32_t i = sentence->first; i < sentence->last && small <= most; i++) {
        if (!(list->tokens[i].flags & TOKEN_WORD) || list->tokens[i].span.end - list->tokens[i].span.start < 4)
            continue;
        words++;
        small += !(list->tokens[i].flags & TOKEN_CAPITAL);
    }
    return words >= 3 && small * 10 <= words;
}

/* "'s" is a form of "to be" after a pronoun, else the possessive. */
static Tag clitic(const TokenList *list, uint32_t i, Tag before, Tag tag)
{
    if (tag != TAG_BE)
        return tag;
    Str text = span_text(list->text, list->tokens[i].span);
    bool ends = text.len > 1 && char_lower(text.ptr[text.len - 1]) == 's'; /* where all is in capitals too */
    bool possessive = ends && text.ptr[0] != 'i' && (text.ptr[0] == '\'' || (text.ptr[0] & 0x80)) &&
                      before != TAG_PRON && before != TAG_WH && before != TAG_THAT;
    return possessive ? TAG_POSS : tag;
}

/* "the workers’ homes": a closing single mark right behind a plural, with a word behind it, where no such quotation is open. */
static bool plural_possessive(const TokenList *list, const Sentence *sentence, uint32_t i, Tag before)
{
    if (!(list->tokens[i].flags & TOKEN_PUNCT))
        return false;
    Str text = span_text(list->text, list->tokens[i].span);
    bool sign = str_equal(text, STR("'")) || str_equal(text, STR("\xe2\x80\x99"));
    if (!sign || before != TAG_NOUN || i == sentence->first || i + 1 >= sentence->last ||
        (list->tokens[i].flags & TOKEN_SPACE_BEFORE) || !(list->tokens[i + 1].flags & (TOKEN_WORD | TOKEN_NUMBER)))
        return false;
    return str_ends(span_text(list->text, list->tokens[i - 1].span), STR("s")) &&
           (list->tokens[i + 1].flags & TOKEN_SPACE_BEFORE) && !(list->tokens[i].flags & TOKEN_QUOTED);
}

bool syntax_ends_plural(const Syntax *s, uint32_t i, Tag tag)
{
    const TokenList *list = &s->a->tokens;
    if (tag != TAG_NOUN && tag != TAG_DET)
        return tag == TAG_CLOSE;
    Str text = span_text(list->text, list->tokens[i].span);
    bool capital = (list->tokens[i].flags & TOKEN_CAPITAL) && !(list->tokens[i].flags & TOKEN_SENTENCE_START);
    if (tag == TAG_NOUN && str_ends(text, STR("s")) && !str_ends(text, STR("ss")) && (!capital || text.len > 5))
        return true;
    return (s->allowed[i] & BIT(TAG_MANY)) != 0;
}

/* "a tricky [earnings]": the phrase that ends with the token is of one thing. */
static bool is_of_one(const Syntax *s, const Sentence *sentence, const uint8_t *tags, uint32_t noun)
{
    while (noun > sentence->first && (tags[noun] == TAG_NOUN || tags[noun] == TAG_HYPHEN || tags[noun] == TAG_ADV))
        noun--;
    return tags[noun] == TAG_DET && str_begins(analysis_word(s->a, noun), STR("one"));
}

/* "[members] of the council", "[a heap] of letters": the noun that the phrase with its prepositions is of; noun itself where none stands before. */
static uint32_t head_noun(const Sentence *sentence, const uint8_t *tags, uint32_t noun)
{
    enum { MOST_PREPOSITIONS = 3, REACH = 12 };
    uint32_t head = noun;
    uint32_t i = noun;
    for (int k = 0; k < MOST_PREPOSITIONS; k++) {
        while (i > sentence->first && noun - i < REACH && syntax_in_phrase((Tag)tags[i]) && tags[i] != TAG_MARK)
            i--;
        if (tags[i] != TAG_PREP || i == sentence->first || tags[i - 1] != TAG_NOUN)
            break;
        head = --i;
    }
    return head;
}

static bool quote_before(const uint8_t *tags, uint32_t first, uint32_t i)
{
    return (i >= first + 2 && tags[i - 2] == TAG_MARK) ||
           (i >= first + 3 && tags[i - 2] == TAG_NOUN && tags[i - 3] == TAG_MARK);
}

static bool ends_name(const Syntax *s, uint32_t end, uint16_t cls)
{
    enum { NAME_TOKENS = 5 };
    uint32_t m = mention_over(&s->a->mentions, end - 1, cls, NAME_TOKENS);
    return m != MENTION_NONE && s->a->mentions.items[m].last == end;
}

/* The token before, adverbs stepped over: "the clerks privately express", "the clerks, however, question". */
static uint32_t noun_before(const Sentence *sentence, const uint8_t *tags, uint32_t i)
{
    if (i == sentence->first)
        return i; /* which has no tag yet */
    uint32_t noun = i - 1;
    if (noun >= sentence->first + 3 && tags[noun] == TAG_COMMA && tags[noun - 1] == TAG_ADV &&
        tags[noun - 2] == TAG_COMMA)
        noun -= 3;
    uint32_t near = noun;
    while (noun > sentence->first && tags[noun] == TAG_ADV)
        noun--;
    return tags[noun] == TAG_NOUN || tags[noun] == TAG_CLOSE ? noun : near;
}

/* Forms that are a clause's verb and nothing else. */
static const uint64_t FINITE =
    BIT(TAG_BE) | BIT(TAG_HAVE) | BIT(TAG_DO) | BIT(TAG_MODAL) | BIT(TAG_PRET) | BIT(TAG_THIRD);

/* What may stand behind the verb of a headline, which has few small words: "Lawmaker urges restraint". */
static const uint64_t AFTER_VERB = BIT(TAG_NOUN) | BIT(TAG_DET) | BIT(TAG_POSS) | BIT(TAG_PRON) | BIT(TAG_OBJ) |
                                   BIT(TAG_TO) | BIT(TAG_THAT) | BIT(TAG_MARK) | BIT(TAG_NUMBER) | BIT(TAG_WHADV) |
                                   BIT(TAG_ADV);

/* A phrase of saying of several words begins at the token. */
static bool phrase_at(const Syntax *s, uint32_t i)
{
    uint32_t m = mention_at(&s->a->mentions, i, s->say_class);
    return m != MENTION_NONE && s->a->mentions.items[m].last > i + 1;
}

/* A sentence has a verb: where none was found, the first noun that may be one and stands where one would. */
static void give_verb(const Syntax *s, const Sentence *sentence, uint8_t *tags)
{
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        if (syntax_is_finite((Tag)tags[i]) || (tags[i] == TAG_BASE && (i == sentence->first || tags[i - 1] != TAG_TO)))
            return;
    }
    for (uint32_t i = sentence->first + 1; i + 1 < sentence->last; i++) {
        uint32_t noun = noun_before(sentence, tags, i);
        uint64_t forms = BIT(TAG_THIRD) | BIT(TAG_PRET);
        if (syntax_ends_plural(s, noun, (Tag)tags[noun]))
            forms |= BIT(TAG_BASE);
        uint64_t bits = s->allowed[i];
        bool verb = (bits & forms) != 0 && (bits & BIT(TAG_NOUN)) != 0;
        bool leads = tags[i + 1] == TAG_COLON && i + 2 == sentence->last && noun > sentence->first &&
                     (s->a->tokens.tokens[noun].flags & TOKEN_CAPITAL); /* "The Harbour Times reports:" */
        if (verb && tags[i] == TAG_NOUN && tags[noun] == TAG_NOUN &&
            (leads || phrase_at(s, i) || (BIT(tags[i + 1]) & AFTER_VERB))) {
            tags[i] = (uint8_t)tag_verb_of(bits & forms);
            return;
        }
    }
}

/* What the tags so far say of the token to come. */
typedef struct {
    Tag before;  /* the last tag, adverbs and negation stepped over */
    Tag last;    /* the last tag */
    bool plural; /* a plural stands in the clause, and no verb yet */
    bool told;   /* behind it a participle with its agent */
    bool ing;    /* a participle stood in the sentence */
    bool base;   /* an infinitive did */
    bool alone;  /* since a comma nothing but a noun phrase, or several that are joined */
    bool joined; /* joined ones */
    bool title;  /* the sentence is set like a title: capitals mean nothing */
} Left;

/* What a token may be, without what is no part of its own. */
static uint64_t parts_of(const Syntax *s, uint32_t i)
{
    return s->allowed[i] & ~BIT(TAG_MANY);
}

/* "the letters", not "a tricky earnings". */
static bool is_of_several(const Syntax *s, const Sentence *sentence, const uint8_t *tags, uint32_t noun)
{
    return syntax_ends_plural(s, noun, (Tag)tags[noun]) && !is_of_one(s, sentence, tags, noun);
}

/* Behind these a determiner opens a clause. */
static const uint64_t OPENS_CLAUSE = BIT(TAG_STOP) | BIT(TAG_COMMA) | BIT(TAG_SEMI) | BIT(TAG_COLON) | BIT(TAG_CONJ) |
                                     BIT(TAG_SUB) | BIT(TAG_THAT) | BIT(TAG_WHADV) | BIT(TAG_MARK) | BIT(TAG_DASH);

/* The bit of the tag before the one just before; a stop's where the sentence begins. */
static uint64_t tag_before_last(const Sentence *sentence, const uint8_t *tags, uint32_t i)
{
    return BIT(i < sentence->first + 2 ? TAG_STOP : (Tag)tags[i - 2]);
}

/* A capital that is no plural ends just before: "Reyes [demands]". */
static bool is_name(const Syntax *s, const uint8_t *tags, uint32_t noun, uint32_t last)
{
    return (s->a->tokens.tokens[last].flags & TOKEN_CAPITAL) && tags[last] == TAG_NOUN &&
           !syntax_ends_plural(s, noun, (Tag)tags[noun]);
}

static bool begins_saying(const Syntax *s, uint32_t i)
{
    return mention_at(&s->a->mentions, i, s->say_class) != MENTION_NONE;
}

/* A comma stands just before, or one inside the marks of a quotation that closes there. */
static bool behind_comma(const Left *left, uint64_t before_last)
{
    return left->last == TAG_COMMA || (left->last == TAG_MARK && before_last == BIT(TAG_COMMA));
}

/* A verb of saying that closes the sentence: "..., mining records [show]." */
static bool is_voice(const Syntax *s, const Sentence *sentence, uint32_t i)
{
    if (i >= sentence->last)
        return false;
    uint64_t verb = FINITE | (syntax_ends_plural(s, i - 1, TAG_NOUN) ? BIT(TAG_BASE) : 0);
    return (parts_of(s, i) & verb) != 0 && begins_saying(s, i) &&
           (i + 1 >= sentence->last || (parts_of(s, i + 1) & BIT(TAG_STOP)));
}

/* "[twelve] died", "[twelve] people were hurt": of those who are counted something is told. */
static bool begins_clause(const Syntax *s, const Sentence *sentence, uint32_t i)
{
    uint32_t m = mention_at(&s->a->mentions, i, s->count_class);
    uint32_t verb = m == MENTION_NONE ? i + 1 : s->a->mentions.items[m].last;
    verb += verb < sentence->last && syntax_ends_plural(s, verb, TAG_NOUN);
    uint64_t parts = verb < sentence->last ? parts_of(s, verb) : 0;
    bool finite = (parts & (BIT(TAG_PRET) | BIT(TAG_BE) | BIT(TAG_HAVE))) != 0 && (parts & BIT(TAG_PART)) == 0;
    return finite || mention_begins(&s->a->mentions, verb, analysis_class(s->a, "HARM_INTRANS"));
}

/* "kills [twelve]", not "around [noon]"; of a verb of saying only behind somebody or where a clause follows: not "the raid claims
 * [twelve] lives". */
static bool begins_figure(const Syntax *s, const Sentence *sentence, uint32_t i)
{
    return i < sentence->last && mention_begins(&s->a->mentions, i, s->count_class) && syntax_past_time(s, i) == i &&
           syntax_past_time(s, i + 1) == i + 1 &&
           (!begins_saying(s, i - 1) || ends_name(s, i - 1, s->party_class) || ends_name(s, i - 1, s->outlet_class) ||
            begins_clause(s, sentence, i));
}

/* "a man in his 40s [said] ten": a past form between two numbers. */
static bool tells_count(const Syntax *s, const Sentence *sentence, const Left *left, uint32_t i)
{
    return left->last == TAG_NUMBER && (parts_of(s, i) & BIT(TAG_PRET)) != 0 && i + 1 < sentence->last &&
           mention_begins(&s->a->mentions, i + 1, s->count_class);
}

/* Nothing but the final stop is left at the token, or a participle of saying, which a comma parts from any other word than one of saying: "..., the
 * paper reports[, citing] police", "..., the paper reports [citing] police". */
static bool closes(const Syntax *s, const Sentence *sentence, uint32_t i)
{
    bool comma = i < sentence->last && (parts_of(s, i) & BIT(TAG_COMMA)) != 0;
    uint32_t next = i + comma;
    return i + 1 >= sentence->last || ((comma || begins_saying(s, i - 1)) && next < sentence->last &&
                                       (parts_of(s, next) & BIT(TAG_ING)) != 0 && begins_saying(s, next));
}

/* "a firm [that might]": behind the word "that" and a verb. */
static bool leads_relative(const Syntax *s, const Sentence *sentence, uint32_t i)
{
    return i + 1 < sentence->last && (parts_of(s, i) & BIT(TAG_THAT)) != 0 && (parts_of(s, i + 1) & FINITE) != 0 &&
           (parts_of(s, i + 1) & BIT(TAG_NOUN)) == 0;
}

/* A capital where capitals mean names. */
static bool is_capital(const Left *left, uint16_t flags)
{
    bool means = (!left->title || (flags & TOKEN_UPPER)) && (left->last != TAG_MARK || !(flags & TOKEN_QUOTED));
    return means && (flags & TOKEN_CAPITAL) && !(flags & TOKEN_SHOUTED);
}

/* "some", "this": the determiner just before may stand for a noun. */
static bool stands_alone(const Syntax *s, const Left *left, uint32_t i)
{
    return left->last == TAG_DET && str_find(analysis_word(s->a, i - 1), STR("alone"), 0) != SIZE_MAX;
}

/* "this", "each": the determiner just before is of one thing. */
static bool is_single(const Syntax *s, const Left *left, uint32_t i)
{
    return left->last == TAG_DET && str_begins(analysis_word(s->a, i - 1), STR("one"));
}

/* "the firm that | makes steel": not "the mayor says that | rain". */
static bool is_behind_relative(const Syntax *s, bool open, const Left *left, uint64_t before_last, uint32_t i)
{
    return open && left->last == TAG_THAT && before_last == BIT(TAG_NOUN) && !begins_saying(s, i - 2);
}

/* "nine [suspected] gunmen", "nine [alleged gunmen]": a participle behind a number that tells what doers they are. */
static bool is_counted_doer(const Syntax *s, const Sentence *sentence, uint32_t i)
{
    const MentionList *list = &s->a->mentions;
    return i > sentence->first && (parts_of(s, i) & BIT(TAG_PART)) != 0 &&
           mention_covers(list, i - 1, s->count_class) &&
           (mention_begins(list, i, s->mod_class) || mention_begins(list, i, s->victim_class));
}

static Choice choice_at(const Syntax *s, const Sentence *sentence, const uint8_t *tags, const Left *left, uint32_t i)
{
    uint64_t bits = parts_of(s, i);
    const TokenList *list = &s->a->tokens;
    uint16_t flags = list->tokens[i].flags;
    bool last = i + 1 >= sentence->last;
    uint16_t next = last ? 0 : list->tokens[i + 1].flags;
    uint64_t behind = last ? BIT(TAG_STOP) : parts_of(s, i + 1);
    bool open = i > sentence->first && (bits & BIT(TAG_NOUN)) != 0; /* may ask what stands before */
    uint32_t noun = noun_before(sentence, tags, i);
    uint32_t head = open && tags[noun] == TAG_NOUN ? head_noun(sentence, tags, noun) : noun;
    bool plural = open && is_of_several(s, sentence, tags, noun);
    uint64_t before_last = tag_before_last(sentence, tags, i);
    bool plural_head = head != noun && syntax_ends_plural(s, head, TAG_NOUN);
    return (Choice){
        .bits = bits,
        .next = behind,
        .before = left->before,
        .last = left->last,
        .quote_before = quote_before(tags, sentence->first, i),
        .name_before = open && is_name(s, tags, noun, i - 1),
        .phrase = open && phrase_at(s, i),
        .party_before = open && (bits & BIT(TAG_BASE)) != 0 && ends_name(s, i, s->party_class),
        .plural_before = plural || plural_head,
        .one_before = plural && head != noun && !plural_head,
        .plural_in_clause = left->plural,
        .plural_told = left->plural && left->told,
        .single = is_single(s, left, i),
        .alone = stands_alone(s, left, i),
        .opens = (before_last & OPENS_CLAUSE) != 0,
        .opens_sentence = (before_last & OPENS_CLAUSE & ~(BIT(TAG_COMMA) | BIT(TAG_DASH))) != 0,
        .closes = left->alone && closes(s, sentence, i + 1),
        .joined = left->joined,
        .capital = is_capital(left, flags) && tag_may_be_name(s, sentence, i, bits, behind),
        .second = i == sentence->first + 1,
        .relative_before = is_behind_relative(s, open, left, before_last, i),
        .relative = open && leads_relative(s, sentence, i + 1),
        .voice = behind_comma(left, before_last) && is_voice(s, sentence, i + 2),
        .parallel_ing = left->ing,
        .parallel_base = left->base,
        .object = open && (bits & BIT(TAG_THIRD)) != 0 && tag_lacks_subject(s, sentence, tags, i),
        .next_figure = open && begins_figure(s, sentence, i + 1),
        .tells_count = tells_count(s, sentence, left, i),
        .counted = is_counted_doer(s, sentence, i),
        .next_capital = !left->title && (next & TOKEN_CAPITAL) != 0 && syntax_past_time(s, i + 1) == i + 1,
    };
}

static void step(const Syntax *s, uint32_t i, Tag tag, Left *left)
{
    left->ing |= tag == TAG_ING;
    left->base |= tag == TAG_BASE;
    left->joined = tag != TAG_COMMA && (left->joined || tag == TAG_CONJ);
    left->alone = tag == TAG_COMMA || (left->alone && !(BIT(tag) & FINITE));
    if (tag == TAG_PRET && left->plural && i + 1 < s->count && str_begins(analysis_word(s->a, i + 1), STR("agent")))
        left->told = true;
    else if (BIT(tag) & (FINITE | BIT(TAG_STOP) | BIT(TAG_SEMI) | BIT(TAG_COMMA))) {
        left->plural = false;
        left->told = false;
    } else if (tag == TAG_NOUN && !left->plural && syntax_ends_plural(s, i, tag))
        left->plural = true;
    left->last = tag;
    if (tag != TAG_ADV && tag != TAG_NEG)
        left->before = tag;
}

static Tag tag_at(const Syntax *s, const Sentence *sentence, const uint8_t *tags, const Left *left, uint32_t i)
{
    const TokenList *list = &s->a->tokens;
    if (plural_possessive(list, sentence, i, left->last))
        return TAG_POSS;
    uint64_t bits = parts_of(s, i);
    if ((bits & BIT(TAG_MODAL)) && (list->tokens[i].flags & TOKEN_CAPITAL) &&
        (syntax_past_time(s, i) > i || tag_is_said_by(s, sentence, i)))
        return TAG_NOUN; /* "dated May 5" */
    if (tag_is_plain(bits, left->last))
        return clitic(list, i, left->last, tag_plain(bits));
    Choice c = choice_at(s, sentence, tags, left, i);
    return clitic(list, i, left->last, tag_settle(&c));
}

static void tag_sentence(const Syntax *s, const Sentence *sentence, uint8_t *tags)
{
    const TokenList *list = &s->a->tokens;
    Left left = {.before = TAG_STOP, .last = TAG_STOP, .title = titled(list, sentence)};
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        Tag tag = tag_at(s, sentence, tags, &left, i);
        tag = tag_sign_between(list, sentence, i, left.last, tag);
        if (tag == TAG_HYPHEN && left.last == TAG_HYPHEN && i > 0) {
            tag = TAG_DASH;
            tags[i - 1] = TAG_DASH;
        }
        tags[i] = (uint8_t)tag;
        step(s, i, tag, &left);
    }
    give_verb(s, sentence, tags);
}

const Syntax *syntax_read(Analysis *a)
{
    if (a->syntax)
        return a->syntax;
    Syntax *s = ARENA_NEW(a->scratch, Syntax);
    uint32_t count = (uint32_t)a->tokens.count;
    uint8_t *tags = arena_room(a->scratch, count + 1, 1, 1);
    uint64_t *bits = arena_room(a->scratch, count + 1, sizeof *bits, alignof(uint64_t));
    *s = (Syntax){.a = a,
                  .tags = tags,
                  .allowed = bits,
                  .count = count,
                  .time_class = analysis_class(a, "TIME"),
                  .party_class = analysis_class(a, "PARTY"),
                  .say_class = analysis_class(a, "SAY"),
                  .outlet_class = analysis_class(a, "OUTLET"),
                  .count_class = analysis_class(a, "COUNT"),
                  .mod_class = analysis_class(a, "ATTACK_MOD"),
                  .victim_class = analysis_class(a, "VICTIM"),
                  .identity_class = analysis_class(a, "IDENTITY"),
                  .likeness_class = analysis_class(a, "LIKENESS"),
                  .called_class = analysis_class(a, "CALLED"),
                  .scale_class = analysis_class(a, "NUMBER_SCALE"),
                  .currency_class = analysis_class(a, "NOT_COUNT_BEFORE")};
    Tags *t = ARENA_NEW(a->scratch, Tags);
    t->a = a;
    t->say_class = s->say_class;
    t->word_class = analysis_class(a, "WORD");
    t->party_class = s->party_class;
    t->form = lexicon_attr(a->language->lexicon, STR("form"));
    for (uint32_t i = 0; i < count; i++)
        bits[i] = allowed(t, i);
    for (size_t i = 0; i < a->tokens.sentence_count; i++)
        tag_sentence(s, &a->tokens.sentences[i], tags);
    tags[count] = TAG_NOUN; /* nothing stands behind the last token; who looks sees what is most common */
    a->syntax = s;
    return s;
}

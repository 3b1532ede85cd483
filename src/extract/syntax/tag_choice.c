#include "extract/syntax/tag_choice.h"

/* What may follow a verb and hardly ever a noun. */
static const uint64_t COMPLEMENT = BIT(TAG_DET) | BIT(TAG_POSS) | BIT(TAG_PRON) | BIT(TAG_OBJ) | BIT(TAG_THAT) |
                                   BIT(TAG_WHADV) | BIT(TAG_MARK) | BIT(TAG_TO) | BIT(TAG_WH);

/* What follows a verb even when its subject's last noun is a plural: "a slide that his aides carry shows what". */
static const uint64_t FINITE_SIGN = BIT(TAG_THAT) | BIT(TAG_WHADV) | BIT(TAG_WH) | BIT(TAG_PRON) | BIT(TAG_DET);

/* What opens a clause as object. */
static const uint64_t CLAUSE_SIGN = BIT(TAG_THAT) | BIT(TAG_PRON);

static const uint64_t VERB_FORMS = BIT(TAG_BASE) | BIT(TAG_THIRD) | BIT(TAG_PRET) | BIT(TAG_PART) | BIT(TAG_ING);

static const uint64_t OPEN_CLASS =
    BIT(TAG_NOUN) | BIT(TAG_BASE) | BIT(TAG_THIRD) | BIT(TAG_PRET) | BIT(TAG_PART) | BIT(TAG_ING) | BIT(TAG_ADV);

Tag tag_verb_of(uint64_t bits)
{
    static const Tag ORDER[] = {TAG_PRET, TAG_THIRD, TAG_BASE, TAG_PART, TAG_ING};
    for (size_t i = 0; i < sizeof ORDER / sizeof ORDER[0]; i++) {
        if (bits & BIT(ORDER[i]))
            return ORDER[i];
    }
    return TAG_NOUN;
}

/* Behind these, what may be a verb or a noun is to be looked at; behind the rest it is a noun. */
static const uint64_t MAY_PRECEDE_VERB = BIT(TAG_NOUN) | BIT(TAG_ADV) | BIT(TAG_CLOSE) | BIT(TAG_COMMA) | BIT(TAG_MARK);

/* What stands around it makes it a verb, whatever its form asks for. */
static bool is_verb_by_place(const Choice *c, Tag verb)
{
    if (verb == TAG_BASE && c->last == TAG_NOUN && (c->next & BIT(TAG_OBJ)) && !(c->next & BIT(TAG_POSS)))
        return true; /* "critics call him" */
    if (verb == TAG_BASE && c->plural_in_clause && (c->next & CLAUSE_SIGN))
        return true;
    if (verb == TAG_BASE && c->plural_told && (c->next & COMPLEMENT))
        return true;
    return c->closes && ((verb == TAG_THIRD && !c->joined) || (verb == TAG_BASE && c->plural_before));
}

/* "officials report strikes", ", officials report,", unlike "the police [report] said" and "of the police [command],". */
static bool is_told_by_party(const Choice *c)
{
    const uint64_t other = BIT(TAG_PRET) | BIT(TAG_BE) | BIT(TAG_HAVE) | BIT(TAG_MODAL) | BIT(TAG_PREP);
    return c->party_before && (c->next & other) == 0 && (c->opens || (c->next & (BIT(TAG_COMMA) | BIT(TAG_STOP))) == 0);
}

/* Its form fits the noun before it and what follows. */
static bool is_verb_by_form(const Choice *c, Tag verb)
{
    bool complement = (c->next & COMPLEMENT) != 0 || c->next_capital || c->quote_before;
    if (verb == TAG_BASE) /* "voters call for calm" */
        return c->plural_before &&
               (complement || c->next_figure || is_told_by_party(c) || c->phrase || c->last == TAG_ADV);
    if (verb == TAG_THIRD && c->name_before && (c->next == 0 || (c->phrase && !c->second)))
        return true; /* "Reyes demands clarity", "Reyes talks about the rain" */
    if (verb == TAG_THIRD)
        return !c->object && (complement || c->next_figure) &&
               (!c->plural_before || c->one_before || (c->next & FINITE_SIGN));
    return verb == TAG_PRET && (c->last != TAG_COMMA || (c->next & CLAUSE_SIGN));
}

/* What opens an object or a clause, hardly ever what follows a noun. */
static const uint64_t OBJECT_SIGN = BIT(TAG_DET) | BIT(TAG_POSS) | BIT(TAG_PRON) | BIT(TAG_OBJ) | BIT(TAG_WHADV);

/* Between these a word that may be a noun is a verb at least four times in five in the training part of UD English-EWT. */
static const struct {
    Tag verb;
    uint64_t last; /* the tag before */
    uint64_t next; /* what may follow */
} PLACES[] = {
    {TAG_ING, BIT(TAG_NOUN) | BIT(TAG_COMMA) | BIT(TAG_CLOSE), OBJECT_SIGN | BIT(TAG_THAT) | BIT(TAG_MARK)},
    {TAG_ING, BIT(TAG_PREP) | BIT(TAG_SUB) | BIT(TAG_CONJ) | BIT(TAG_ADV) | BIT(TAG_STOP),
     OBJECT_SIGN | BIT(TAG_THAT) | BIT(TAG_PREP)},
    {TAG_BASE, BIT(TAG_CONJ) | BIT(TAG_ADV) | BIT(TAG_THAT), OBJECT_SIGN},
    {TAG_BASE, BIT(TAG_COMMA), BIT(TAG_THAT)}, /* "letters found there, in the desk, show that" */
    {TAG_THIRD, BIT(TAG_CONJ) | BIT(TAG_ADV) | BIT(TAG_THAT), OBJECT_SIGN},
    {TAG_PRET, BIT(TAG_CONJ), OBJECT_SIGN | BIT(TAG_NUMBER)},
};

/* What follows a participle behind a comma, in the training part of UD English-EWT six times out of seven: ", telling one clerk", ", warning
 * of floods". */
static const uint64_t AFTER_PARTICIPLE = BIT(TAG_NOUN) | BIT(TAG_NUMBER) | BIT(TAG_PREP) | BIT(TAG_ADV);

static bool is_verb_between(const Choice *c, Tag verb)
{
    for (size_t i = 0; i < sizeof PLACES / sizeof PLACES[0]; i++) {
        if (PLACES[i].verb == verb && (BIT(c->last) & PLACES[i].last) && (c->next & PLACES[i].next))
            return true;
    }
    return false;
}

/* What follows lets it be a participle that hangs on the clause before. */
static bool may_hang(const Choice *c)
{
    return c->phrase || c->next == 0 || (c->next & AFTER_PARTICIPLE);
}

/* Behind a relative pronoun, or joined to a verb of its form: "a firm that [advocates] for rail", "buying one mill and [closing] others",
 * "would buy the mill or [refuse] to". */
static bool goes_with_verb(const Choice *c, Tag verb)
{
    if (verb == TAG_THIRD)
        return c->relative_before && (c->next & BIT(TAG_PREP));
    if (c->last != TAG_CONJ)
        return false;
    if (verb == TAG_PRET)
        return c->next_figure; /* "and wounded thirty" */
    if (verb == TAG_ING)
        return c->parallel_ing && (c->next == 0 || (c->next & AFTER_PARTICIPLE));
    return verb == TAG_BASE && c->parallel_base && (c->next & BIT(TAG_TO));
}

/* A verb or a noun: "claims", "plan", "report". */
static Tag noun_or_verb(const Choice *c)
{
    Tag verb = tag_verb_of(c->bits);
    if (c->last == TAG_PRON || c->last == TAG_WH)
        return verb;
    if (c->last == TAG_DET && c->plural_before && verb == TAG_BASE)
        return verb; /* "many fear", not "many fears" */
    if (c->second && c->last == TAG_THAT && verb == TAG_THIRD)
        return verb;                                            /* "That worries farmers" */
    bool owned = c->before == TAG_DET || c->before == TAG_POSS; /* "the first call for help" */
    if (goes_with_verb(c, verb))
        return verb;
    if (is_verb_between(c, verb) || (c->phrase && c->last == TAG_ADV && !owned))
        return verb;
    if (!(BIT(c->last) & MAY_PRECEDE_VERB) || (c->relative && c->last == TAG_NOUN && verb != TAG_PRET))
        return TAG_NOUN;
    if (verb == TAG_ING)
        return c->last == TAG_COMMA && !c->voice && may_hang(c) ? TAG_ING : TAG_NOUN;
    return is_verb_by_place(c, verb) || is_verb_by_form(c, verb) ? verb : TAG_NOUN;
}

/* A participle before a noun is an adjective: "the alleged attackers". */
static bool adjectival(const Choice *c)
{
    bool noun_next = c->next == 0 || (c->next & BIT(TAG_NOUN));
    Tag before = c->last == TAG_ADV ? c->before : c->last;
    return noun_next &&
           (before == TAG_DET || before == TAG_POSS || before == TAG_PREP || before == TAG_NUMBER || c->counted);
}

/* "Some argue that", "many fear the flood", "this shows", "most said it was late": the verb of a determiner without a noun; TAG_NOUN where there
 * is none. */
static Tag verb_of_determiner(const Choice *c)
{
    bool noun = (c->bits & BIT(TAG_NOUN)) != 0;
    bool noun_next = c->next == 0 || (c->next & BIT(TAG_NOUN)) != 0;
    bool clause = c->opens && ((c->next & FINITE_SIGN) != 0 || c->next_capital);
    if (c->bits == BIT(TAG_ING))
        return (c->next & FINITE_SIGN) ? TAG_ING : TAG_NOUN; /* "with some claiming that" */
    if (c->bits & BIT(TAG_PRET))
        return (!noun || (c->next & CLAUSE_SIGN)) && !noun_next && (clause || c->opens_sentence)
                   ? TAG_PRET
                   : TAG_NOUN; /* not ", all found in the mill" */
    if (c->single)
        return (c->bits & BIT(TAG_THIRD)) && clause ? TAG_THIRD : TAG_NOUN;
    return (c->bits & BIT(TAG_BASE)) && (!noun || clause) ? TAG_BASE : TAG_NOUN;
}

/* The form that an auxiliary before asks for, or a determiner that stands alone; TAG_NOUN where neither does. */
static Tag asked_form(const Choice *c)
{
    Tag alone = c->last == TAG_DET && c->alone ? verb_of_determiner(c) : TAG_NOUN;
    if (alone != TAG_NOUN)
        return alone;
    if ((c->before == TAG_TO || c->before == TAG_MODAL || c->before == TAG_DO) && (c->bits & BIT(TAG_BASE)))
        return TAG_BASE;
    if ((c->before == TAG_BE || c->before == TAG_HAVE) && (c->bits & BIT(TAG_PART)))
        return TAG_PART;
    return c->before == TAG_BE && (c->bits & BIT(TAG_ING)) ? TAG_ING : TAG_NOUN;
}

static Tag settle_verb(const Choice *c)
{
    Tag asked = asked_form(c);
    if (asked != TAG_NOUN)
        return asked;
    if (c->last == TAG_HYPHEN && (c->bits & BIT(TAG_ING)) && !(c->next & BIT(TAG_DET)))
        return TAG_NOUN; /* "the finger-pointing was" */
    if (c->last == TAG_HYPHEN && (c->bits & (BIT(TAG_PART) | BIT(TAG_ING))) &&
        (c->next == 0 || (c->next & BIT(TAG_NOUN))))
        return TAG_NOUN; /* "a state-owned firm" */
    if (!c->tells_count && adjectival(c) && (c->bits & (BIT(TAG_PART) | BIT(TAG_ING))))
        return TAG_NOUN;
    if (c->bits & BIT(TAG_NOUN))
        return noun_or_verb(c);
    if (c->voice && c->bits == BIT(TAG_ING))
        return TAG_NOUN;
    if (c->last == TAG_DET || c->last == TAG_POSS)
        return TAG_NOUN;
    return tag_verb_of(c->bits);
}

/* A verb the lexicon lacks: "to liquidate its assets", "could reverse the vote", "would nullify Khan's". */
static bool is_unknown_verb(const Choice *c)
{
    bool name = c->last == TAG_MODAL && c->next_capital && !c->second;
    bool object = (c->next & (BIT(TAG_DET) | BIT(TAG_POSS) | BIT(TAG_OBJ))) != 0 || name;
    bool bare = c->last == TAG_MODAL || (c->last == TAG_TO && c->bits == 0);
    return (c->bits & ~BIT(TAG_NOUN)) == 0 && bare && object && !c->capital;
}

/* A determiner or conjunction between a noun or auxiliary and its verb: "the clerks [all] said", "had [once] said". */
static bool floats(const Choice *c)
{
    const uint64_t auxiliary = BIT(TAG_BE) | BIT(TAG_HAVE) | BIT(TAG_DO) | BIT(TAG_MODAL);
    bool behind = c->last == TAG_NOUN || c->last == TAG_PRON || c->last == TAG_CLOSE;
    bool verb = (c->next & (VERB_FORMS | auxiliary)) != 0;
    if ((c->bits & BIT(TAG_SUB)) && (c->next & (BIT(TAG_NOUN) | BIT(TAG_ING))))
        return false; /* "it was late once rain fell", "since leaving" */
    behind = behind || ((c->bits & BIT(TAG_SUB)) && (BIT(c->last) & auxiliary));
    return (c->bits & BIT(TAG_ADV)) && (c->bits & (BIT(TAG_DET) | BIT(TAG_SUB))) && behind && verb;
}

Tag tag_settle(const Choice *c)
{
    if (is_unknown_verb(c))
        return TAG_BASE;
    if (c->bits == 0 || c->bits == BIT(TAG_NOUN))
        return TAG_NOUN;
    if (c->capital && !(c->bits & ~OPEN_CLASS))
        return TAG_NOUN;
    if (c->bits & VERB_FORMS)
        return settle_verb(c);
    if ((c->bits & BIT(TAG_POSS)) && (c->bits & BIT(TAG_OBJ)))
        return c->next == 0 || (c->next & OPEN_CLASS) ? TAG_POSS : TAG_OBJ;
    if (floats(c))
        return TAG_ADV;
    bool noun_next = c->next == 0 || (c->next & BIT(TAG_NOUN));
    if ((c->bits & BIT(TAG_ADV)) && (c->bits & BIT(TAG_NOUN)) && (noun_next || c->last == TAG_DET))
        return TAG_NOUN;
    if ((c->bits & BIT(TAG_PREP)) && c->last == TAG_DET)
        return TAG_NOUN; /* "the following words" */
    uint64_t others = c->bits & ~BIT(TAG_NOUN);
    return others != 0 ? (Tag)__builtin_ctzll(others) : TAG_NOUN;
}

/*
 * Verb groups of harm: "were reportedly killed" is passive, "have neutralised" active, "killed" alone may be either;
 * "would be killed", "to kill" and "was not killed" tell of nothing that happened.
 */
#include <stdint.h>

#include "base/buf.h"
#include "extract/analysis/analysis.h"

enum { MAX_AUXILIARIES = 6 };

typedef struct {
    Analysis *a;
    uint16_t participle;
    uint16_t active;
    uint16_t be;
    uint16_t have;
    uint16_t modal;
    uint16_t negation;
    uint16_t adverb;
    uint16_t infinitive;
    uint16_t conjunction;
    uint16_t relative;
    uint16_t intransitive;
    uint16_t groups;
    uint16_t opener; /* of a clause: "when", "after" */
    uint16_t determiner;
    uint16_t noun;
    uint16_t place;
} Verbs;

static const Mention *before(const Verbs *v, uint32_t token, uint16_t cls)
{
    enum { LONGEST = 6 };
    if (token == 0 || !cls)
        return NULL;
    uint32_t m = mention_over(&v->a->mentions, token - 1, cls, LONGEST);
    const Mention *found = m == MENTION_NONE ? NULL : &v->a->mentions.items[m];
    return found && found->last == token ? found : NULL;
}

/* What stands before a verb of harm. */
typedef struct {
    uint32_t first; /* where the verb group begins */
    bool be;
    bool have;
    bool unreal; /* negated, hypothetical, future or an infinitive */
} Auxiliaries;

static bool is_quote(const Verbs *v, uint32_t token)
{
    return token < v->a->tokens.count &&
           analysis_is_quote(span_text(v->a->tokens.text, v->a->tokens.tokens[token].span));
}

/* "Pleaded guilty to killing": behind "to" it is no infinitive. */
static bool is_ing(const Verbs *v, uint32_t verb)
{
    uint32_t m = mention_at(&v->a->mentions, verb, v->active);
    uint32_t last = m == MENTION_NONE ? verb : v->a->mentions.items[m].last - 1;
    return str_find(analysis_word(v->a, last), STR("ing"), 0) < SIZE_MAX;
}

static Auxiliaries auxiliaries_of(const Verbs *v, uint32_t verb)
{
    Auxiliaries found = {.first = verb};
    for (int i = 0; i < MAX_AUXILIARIES; i++) {
        uint32_t here = found.first;
        if (here == 0 || v->a->tokens.tokens[here - 1].sentence != v->a->tokens.tokens[verb].sentence)
            break;
        const Mention *word = NULL;
        bool perfect = found.have || mention_at(&v->a->mentions, verb, v->have) != MENTION_NONE;
        if (perfect && before(v, here, v->infinitive))
            break; /* "are said to have killed" */
        if ((word = before(v, here, v->be)))
            found.be = true;
        else if ((word = before(v, here, v->have)))
            found.have = true;
        else if ((word = before(v, here, v->modal)) || (word = before(v, here, v->negation)) ||
                 (!is_ing(v, verb) && (word = before(v, here, v->infinitive))))
            found.unreal = true;
        else if (!(word = before(v, here, v->adverb)) && is_quote(v, here - 1)) {
            found.first = here - 1;
            continue;
        }
        bool subject = word && found.be && word->cls == v->adverb && v->groups &&
                       mention_at(&v->a->mentions, word->first, v->groups) != MENTION_NONE;
        if (!word || subject) /* "both were hurt" */
            break;
        found.first = word->first;
    }
    return found;
}

static bool is_comma(const Verbs *v, uint32_t token)
{
    Str text = span_text(v->a->tokens.text, v->a->tokens.tokens[token].span);
    return text.len == 1 && text.ptr[0] == ',';
}

/* A participle of no verb of harm that ends before the token: "attacked". */
static bool is_participle(const Verbs *v, uint32_t token)
{
    if (before(v, token, v->participle))
        return false;
    return token > 0 && str_find(analysis_word(v->a, token - 1), STR("part"), 0) < SIZE_MAX;
}

/* "was stopped, robbed and killed": the auxiliaries stand before the first of several participles. */
static Auxiliaries shared_auxiliaries(const Verbs *v, uint32_t verb)
{
    Auxiliaries none = {.first = verb};
    const Mention *conjunction = before(v, verb, v->conjunction);
    uint32_t here = conjunction ? conjunction->first : verb;
    for (int i = 0; i < MAX_AUXILIARIES && here < verb && is_participle(v, here); i++) {
        Auxiliaries found = auxiliaries_of(v, here - 1);
        if (found.be)
            return found;
        if (found.first < 2 || !is_comma(v, found.first - 1))
            return none;
        here = found.first - 1;
    }
    return none;
}

/* "failed to kill or injure him": the verb right before the conjunction is unreal, and so is this one. */
static bool joins_unreal(const Verbs *v, uint32_t verb)
{
    const Mention *conjunction = before(v, verb, v->conjunction);
    const Mention *other = conjunction ? before(v, conjunction->first, v->active) : NULL;
    return other && auxiliaries_of(v, other->first).unreal;
}

/* "could have struck the boy and killed him": the verb behind "and" is as unreal as the one before it, where no sign or
 * clause of its own stands between. */
static bool shares_unreal(const Verbs *v, uint32_t verb)
{
    enum { REACH = 12 };
    const Mention *conjunction = before(v, verb, v->conjunction);
    for (uint32_t t = conjunction ? conjunction->first : 0; t > 0 && verb - t < REACH; t--) {
        const Token *token = &v->a->tokens.tokens[t - 1];
        if (token->sentence != v->a->tokens.tokens[verb].sentence || (token->flags & TOKEN_PUNCT) ||
            mention_at(&v->a->mentions, t - 1, v->opener) != MENTION_NONE)
            return false;
        uint32_t m = mention_at(&v->a->mentions, t - 1, v->modal);
        if (m != MENTION_NONE)
            return str_equal(analysis_value(v->a, &v->a->mentions.items[m]), STR("hypothetical"));
    }
    return false;
}

static bool is_quoted(const Verbs *v, uint32_t token)
{
    return token < v->a->tokens.count && (v->a->tokens.tokens[token].flags & TOKEN_QUOTED);
}

/* The token behind the verb; behind the quotation marks where it stands between them alone ('the army "neutralised" two'), and
 * behind the one that opens what it did ('it killed "two guards"'). */
static uint32_t behind_verb(const Verbs *v, const Mention *harm)
{
    if (!is_quote(v, harm->last))
        return harm->last;
    bool alone = harm->first > 0 && is_quote(v, harm->first - 1);
    bool opens = !is_quoted(v, harm->last - 1) && is_quoted(v, harm->last + 1);
    return alone || opens ? harm->last + 1 : harm->last;
}

static bool has_object(const Verbs *v, const Mention *harm)
{
    return v->groups && mention_at(&v->a->mentions, behind_verb(v, harm), v->groups) != MENTION_NONE;
}

/* "He heard the shot", "without a hit": behind an article a word that is a noun first. */
static bool is_thing(const Verbs *v, const Mention *harm)
{
    if (harm->last != harm->first + 1 || harm->first == 0 || has_object(v, harm) ||
        str_find(analysis_word(v->a, harm->first), STR("noun"), 0) != 0)
        return false;
    uint32_t m = mention_at(&v->a->mentions, harm->first - 1, v->determiner);
    Str article = m == MENTION_NONE ? STR_NONE : analysis_value(v->a, &v->a->mentions.items[m]);
    return str_equal(article, STR("definite")) || str_equal(article, STR("one"));
}

/* "the hard-[hit] Mora valley", "the storm-[hit] clerks": part of a word, and no verb with an object. */
static bool is_in_compound(const Verbs *v, const Mention *harm)
{
    const Token *token = &v->a->tokens.tokens[harm->first];
    return harm->first > 0 && !(token->flags & TOKEN_SPACE_BEFORE) && has_object(v, harm) &&
           str_equal(span_text(v->a->tokens.text, token[-1].span), STR("-"));
}

/* "The Bastrop Shooting", "at the time of the shooting officers said", "the Goma shooting", "behind the killing \"cowards\"":
 * the event, not who was hit. */
static bool is_event_noun(const Verbs *v, const Mention *harm)
{
    if (is_thing(v, harm) || is_in_compound(v, harm))
        return true;
    if (harm->cls != v->active)
        return false;
    const Token *token = &v->a->tokens.tokens[harm->first];
    bool ing = harm->last == harm->first + 1 && str_find(analysis_word(v->a, harm->first), STR("ing"), 0) < SIZE_MAX;
    bool noun = mention_at(&v->a->mentions, harm->first, v->noun) != MENTION_NONE; /* "about the murder call" */
    if ((ing || noun) && before(v, harm->first, v->determiner))
        return true;
    bool capital =
        (token->flags & TOKEN_CAPITAL) && !(token->flags & TOKEN_SENTENCE_START) && !(token->flags & TOKEN_SHOUTED);
    return str_equal(analysis_value(v->a, harm), STR("shot")) && (capital || (ing && before(v, harm->first, v->place)));
}

static void add_verb(const Verbs *v, const Mention *harm, uint32_t first, const char *cls)
{
    Mention m = {.first = first,
                 .last = has_object(v, harm) ? behind_verb(v, harm) : harm->last,
                 .cls = analysis_class(v->a, cls),
                 .value = harm->value,
                 .data = MENTION_NONE};
    (void)mention_add(v->a->scratch, &v->a->mentions, m);
}

/* "A man who killed and robbed a clerk": what stands right behind the pronoun is his deed, whose object comes with the next verb. */
static bool is_deed_of_relative(const Verbs *v, const Mention *harm, uint32_t first)
{
    return before(v, first, v->relative) && mention_at(&v->a->mentions, harm->last, v->conjunction) != MENTION_NONE &&
           mention_at(&v->a->mentions, harm->first, v->intransitive) == MENTION_NONE;
}

void verb_find(Analysis *a)
{
    Verbs v = {.a = a,
               .participle = analysis_class(a, "HARM_PP"),
               .active = analysis_class(a, "HARM_ACT"),
               .be = analysis_class(a, "BE"),
               .have = analysis_class(a, "HAVE"),
               .modal = analysis_class(a, "MODAL"),
               .negation = analysis_class(a, "NEGATION"),
               .adverb = analysis_class(a, "ADVERB"),
               .infinitive = analysis_class(a, "INFINITIVE"),
               .conjunction = analysis_class(a, "CONJUNCTION"),
               .relative = analysis_class(a, "RELATIVE"),
               .intransitive = analysis_class(a, "HARM_INTRANS"),
               .groups = analysis_class(a, "GROUPS"),
               .opener = analysis_class(a, "CLAUSE_OPENER"),
               .determiner = analysis_class(a, "DETERMINER"),
               .noun = analysis_class(a, "HARM_NOUN"),
               .place = analysis_class(a, "PLACE")};
    MentionPick harms = analysis_pick(a, (const uint16_t[]){v.participle, v.active}, 2);
    for (size_t i = 0; i < harms.count; i++) {
        Mention harm = a->mentions.items[harms.items[i]];
        if (is_event_noun(&v, &harm))
            continue;
        Auxiliaries before_it = auxiliaries_of(&v, harm.first);
        if (harm.cls == v.participle && !before_it.be && !before_it.have && !before_it.unreal && !has_object(&v, &harm))
            before_it = shared_auxiliaries(&v, before_it.first);
        if (before_it.unreal ||
            (before_it.first == harm.first && (shares_unreal(&v, harm.first) || joins_unreal(&v, harm.first))))
            add_verb(&v, &harm, before_it.first, "V_UNREAL");
        else if (harm.cls == v.active)
            add_verb(&v, &harm, harm.first, "V_ACTIVE");
        else if (before_it.be)
            add_verb(&v, &harm, before_it.first, "V_PASSIVE");
        else if (before_it.have || is_deed_of_relative(&v, &harm, before_it.first))
            add_verb(&v, &harm, before_it.first, "V_ACTIVE");
        else
            add_verb(&v, &harm, before_it.first, "V_BARE");
    }
}

#include "extract/harm/animal.h"

typedef struct {
    const Analysis *a;
    uint16_t animal; /* what is killed and is no person: some of it is a deal or a bill */
} Animals;

/* A single word with a capital may be somebody's name: "Bullock", "Wolf". */
static bool is_animal(const Animals *n, uint32_t mention)
{
    const Mention *m = mention == MENTION_NONE ? NULL : &n->a->mentions.items[mention];
    return m && str_equal(analysis_value(n->a, m), STR("animal")) &&
           (m->last - m->first > 1 || !(n->a->tokens.tokens[m->first].flags & TOKEN_CAPITAL));
}

static bool is_sign(const Animals *n, uint32_t token, char sign)
{
    if (token >= n->a->tokens.count)
        return false;
    Str text = span_text(n->a->tokens.text, n->a->tokens.tokens[token].span);
    return text.len == 1 && text.ptr[0] == sign;
}

static bool begins(const Animals *n, uint32_t token, const char *cls)
{
    return token < n->a->tokens.count && mention_begins(&n->a->mentions, token, analysis_class(n->a, cls));
}

static bool same_sentence(const Animals *n, uint32_t token, uint32_t other)
{
    return other < n->a->tokens.count && n->a->tokens.tokens[token].sentence == n->a->tokens.tokens[other].sentence;
}

/* The mention of an animal that ends before the token; MENTION_NONE where none does. */
static uint32_t ending(const Animals *n, uint32_t token)
{
    enum { LONGEST = 4 };
    uint32_t m = token == 0 ? MENTION_NONE : mention_over(&n->a->mentions, token - 1, n->animal, LONGEST);
    return is_animal(n, m) && n->a->mentions.items[m].last == token ? m : MENTION_NONE;
}

/* "The dog | owner", "the dog | 's owner": the animal says only whose or of what kind somebody is. */
static bool is_owned_by(const Animals *n, const Mention *animal)
{
    uint32_t next = animal->last;
    if (!same_sentence(n, animal->first, next) || begins(n, next, "POSSESSIVE"))
        return same_sentence(n, animal->first, next);
    return (n->a->tokens.tokens[next].flags & TOKEN_WORD) && str_begins(analysis_word(n->a, next), STR("noun"));
}

/* "Three German shepherds". */
static bool is_kind(const Animals *n, const GroupRecord *group)
{
    return ending(n, group->last) != MENTION_NONE;
}

/* "The vast majority | of police dogs", "an average | of nine cows": what is no word for people counts animals. */
static bool counts_animals(const Animals *n, const GroupRecord *group)
{
    enum { REACH = 5 };
    uint32_t of = group->last;
    if (!same_sentence(n, group->first, of) || group->named || begins(n, group->last - 1, "VICTIM"))
        return false;
    uint32_t m = mention_at(&n->a->mentions, of, analysis_class(n->a, "PREPOSITION"));
    if (m == MENTION_NONE || !str_equal(analysis_value(n->a, &n->a->mentions.items[m]), STR("of")))
        return false;
    for (uint32_t t = of + 1; t <= of + REACH && same_sentence(n, of, t); t++) {
        m = mention_at(&n->a->mentions, t, n->animal);
        if (is_animal(n, m))
            return !is_owned_by(n, &n->a->mentions.items[m]);
        if (begins(n, t, "VICTIM") || !(n->a->tokens.tokens[t].flags & (TOKEN_WORD | TOKEN_NUMBER)))
            return false;
    }
    return false;
}

/* "They", behind which "him" is another. */
static bool is_plural_pronoun(const Animals *n, uint32_t token)
{
    uint32_t m = mention_at(&n->a->mentions, token, analysis_class(n->a, "PERSONAL"));
    return m != MENTION_NONE && str_begins(analysis_value(n->a, &n->a->mentions.items[m]), STR("many"));
}

/* "The guards freed a dog and shot | him": nothing of this sentence or the one before that could be meant stands nearer. */
static bool stands_for_animal(const Animals *n, const GroupRecord *group)
{
    static const char *const PEOPLE[] = {"VICTIM", "PERSON", "PERSONAL", "TITLE", "FIRST_NAME", "GROUPS"};
    if (!group->anaphoric || group->many || group->last != group->first + 1 || !begins(n, group->first, "PERSONAL") ||
        begins(n, group->first, "REFLEXIVE"))
        return false;
    uint32_t sentence = n->a->tokens.tokens[group->first].sentence;
    for (uint32_t t = group->first; t > 0 && n->a->tokens.tokens[t - 1].sentence + 1 >= sentence; t--) {
        uint32_t m = mention_at(&n->a->mentions, t - 1, n->animal);
        if (is_animal(n, m) && !is_owned_by(n, &n->a->mentions.items[m]))
            return true;
        for (size_t i = 0; !is_plural_pronoun(n, t - 1) && i < sizeof PEOPLE / sizeof *PEOPLE; i++)
            if (begins(n, t - 1, PEOPLE[i]))
                return false;
    }
    return false;
}

/* Behind the words between an animal and its name: "a dog | named | Rex", "a dog, | called | Rex". */
static uint32_t behind_called(const Animals *n, uint32_t token)
{
    uint32_t word = is_sign(n, token, ',') ? token + 1 : token;
    uint32_t m =
        word < n->a->tokens.count ? mention_at(&n->a->mentions, word, analysis_class(n->a, "CALLED")) : MENTION_NONE;
    return m == MENTION_NONE ? token : n->a->mentions.items[m].last;
}

/* The token of the name that the words give the animal: "police dog | Rex", "a cow named | Rosa", "| Rex, a police dog"; the animal's own
 * first token where they give none. */
static uint32_t name_of(const Animals *n, const Mention *animal)
{
    enum { WORDS = 3 };
    const Token *tokens = n->a->tokens.tokens;
    uint32_t name = behind_called(n, animal->last);
    if (same_sentence(n, animal->first, name) && (tokens[name].flags & TOKEN_CAPITAL) &&
        (name > animal->last || !begins(n, name, "PLACE")))
        return name;
    uint32_t t = animal->first;
    for (int i = 0; i < WORDS && t > 1 && !is_sign(n, t - 1, ',') && same_sentence(n, t - 1, animal->first); i++)
        t--;
    bool apposed = t < animal->first && t > 1 && is_sign(n, t - 1, ',') && begins(n, t, "DETERMINER") &&
                   same_sentence(n, t - 2, animal->first);
    bool ends = !same_sentence(n, animal->first, animal->last) || is_sign(n, animal->last, ',') ||
                is_sign(n, animal->last, '.');
    return apposed && ends && (tokens[t - 2].flags & TOKEN_CAPITAL) ? t - 2 : animal->first;
}

/* "| Rex | was shot": by the name that the text gives an animal elsewhere. */
static bool is_named_animal(const Animals *n, const GroupRecord *group)
{
    if (!group->named || group->last - group->first > 2)
        return false;
    Str last = span_text(n->a->tokens.text, n->a->tokens.tokens[group->last - 1].span);
    for (uint32_t i = mention_first(&n->a->mentions, n->animal); i != MENTION_NONE;
         i = mention_after(&n->a->mentions, i)) {
        const Mention *animal = &n->a->mentions.items[i];
        if (!is_animal(n, i) || is_owned_by(n, animal))
            continue;
        uint32_t name = name_of(n, animal);
        if (name != animal->first && str_equal(span_text(n->a->tokens.text, n->a->tokens.tokens[name].span), last))
            return true;
    }
    return false;
}

bool animal_is_meant(const Analysis *a, const GroupRecord *group)
{
    Animals n = {.a = a, .animal = analysis_class(a, "NO_PERSON")};
    if (!mention_may_be(&a->mentions, n.animal))
        return false;
    return is_kind(&n, group) || counts_animals(&n, group) || stands_for_animal(&n, group) ||
           is_named_animal(&n, group);
}

#include "extract/event_unify.h"

#include "extract/event_phrase.h"

enum { WORDS_KEPT = 96 }; /* different words of one kind in a report; more are taken for names */

typedef struct {
    Str items[WORDS_KEPT];
    size_t count;
} WordSet;

/* What the words of the report's names are. */
typedef struct {
    WordSet roles; /* "judge", "Gen.": what somebody is */
    WordSet links; /* "of": leads to what the thing belongs to */
} NameWords;

static bool holds(const WordSet *set, Str word)
{
    for (size_t i = 0; i < set->count; i++) {
        if (str_equal_caseless(set->items[i], word))
            return true;
    }
    return false;
}

static void put(const EventWords *w, uint32_t t, WordSet *set)
{
    Str word = span_text(w->a->tokens.text, w->a->tokens.tokens[t].span);
    if (set->count < WORDS_KEPT && !holds(set, word))
        set->items[set->count++] = word;
}

static NameWords name_words(const EventWords *w)
{
    NameWords words = {.roles.count = 0, .links.count = 0};
    uint16_t title = analysis_class(w->a, "TITLE");
    for (uint32_t t = 0; t < w->a->tokens.count; t++) {
        if (event_covers(w, t, WORDS_TARGET_HUMAN) || mention_covers(&w->a->mentions, t, title))
            put(w, t, &words.roles);
        if (event_begins(w, t, WORDS_OF))
            put(w, t, &words.links);
    }
    return words;
}

/* The name without what it belongs to: "home" of "home of Ana Diaz". */
static Str head_of(const NameWords *words, Str name)
{
    Str rest = name;
    Str word = STR_NONE;
    while (str_cut(&rest, ' ', &word)) {
        if (holds(&words->links, word) && word.ptr > name.ptr)
            return (Str){name.ptr, (size_t)(word.ptr - name.ptr) - 1};
    }
    return name;
}

static bool has_word(Str name, Str word)
{
    Str candidate = STR_NONE;
    while (str_cut(&name, ' ', &candidate)) {
        if (str_equal_caseless(candidate, word))
            return true;
    }
    return false;
}

/* "monks" is "Minim monk brothers": the word stands there in another form, before a noun of the form it has itself. */
static bool has_form(Str name, Str word)
{
    enum { SHORTEST = 4, LONGEST_ENDING = 2 };
    Str candidate = STR_NONE;
    while (str_cut(&name, ' ', &candidate)) {
        size_t ending = word.len - candidate.len;
        if (candidate.len < SHORTEST || word.len <= candidate.len || ending > LONGEST_ENDING || name.len < ending)
            continue;
        Str own = str_slice(word, candidate.len, word.len);
        if (str_equal_caseless(str_slice(word, 0, candidate.len), candidate) &&
            str_equal_caseless(str_slice(name, name.len - ending, name.len), own))
            return true;
    }
    return false;
}

/* Does the fuller name hold every word of the other? What somebody is need not stand in it, if a name does. */
static bool is_fuller(const NameWords *words, Str full, Str name)
{
    Str rest = name;
    Str word = STR_NONE;
    size_t missing = 0;
    size_t named = 0;
    while (str_cut(&rest, ' ', &word)) {
        bool found = has_word(full, word) || has_form(full, word);
        bool role = holds(&words->roles, word);
        if (!found && !role)
            return false;
        missing += !found;
        named += found && !role;
    }
    return missing == 0 || named > 1;
}

/* "the mayor" is the mayor of Alba; the mayor of Alba is not that of Brena. */
static bool is_same(const NameWords *words, Str full, Str name)
{
    Str head = head_of(words, name);
    return is_fuller(words, head_of(words, full), head) && (head.len == name.len || is_fuller(words, full, name));
}

static size_t count_words(Str name)
{
    size_t count = 0;
    Str word = STR_NONE;
    while (str_cut(&name, ' ', &word))
        count++;
    return count;
}

/* The name itself where the report gives no fuller one. */
static Str fullest(const Analysis *a, const NameWords *words, Str name)
{
    Str best = name;
    for (size_t i = 0; i < a->claim_count; i++) {
        for (size_t k = 0; k < a->claims[i].target_count; k++) {
            Str other = a->claims[i].targets[k];
            if (other.len > best.len && count_words(other) >= count_words(best) && is_same(words, other, best))
                best = other;
        }
    }
    return best;
}

static bool has_targets(const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        if (a->claims[i].target_count > 0)
            return true;
    }
    return false;
}

void event_unify_targets(Analysis *a, const EventWords *w)
{
    if (!has_targets(a))
        return;
    NameWords words = name_words(w);
    for (size_t i = 0; i < a->claim_count; i++) {
        Names names = {.count = 0};
        for (size_t k = 0; k < a->claims[i].target_count; k++)
            (void)names_add(&names, fullest(a, &words, a->claims[i].targets[k]));
        a->claims[i].targets = names_keep(a->arena, &names);
        a->claims[i].target_count = names.count;
    }
}

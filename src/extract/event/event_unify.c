#include "extract/event/event_unify.h"

#include "extract/event/event_phrase.h"
#include "extract/syntax/noun.h"

enum {
    WORDS_KEPT = 96,  /* different words of one kind in a report; more are taken for names */
    ALIASES_KEPT = 64 /* people of whom a report says what they are; of more it is not followed */
};

/* A word of a name. */
typedef struct {
    Str text;
    uint32_t hash; /* whatever its case */
    bool role;     /* read_name */
} NameWord;

typedef struct {
    NameWord items[WORDS_KEPT];
    size_t count;
    uint64_t hashes; /* a bit for each: a word that has none is not among them */
} WordSet;

/* A target's name, cut once: it is held against all the others of the report. */
typedef struct {
    Str text;
    NameWord *words;
    size_t count;
    size_t head; /* so many first words say what it is without what it belongs to: "home" of "home of Ana Diaz" */
    size_t own;  /* so many words do not only say what somebody is */
    uint64_t beginnings; /* of its words, a bit each: words that are forms of each other share it */
} Name;

/* "Ana Diaz, the mayor of Alba,": what the report says that somebody is. */
typedef struct {
    Name name;
    Name role;
} Alias;

/* What the words of the report's names are. */
typedef struct {
    WordSet roles;  /* "judge", "Gen.": what somebody is */
    WordSet things; /* "office": nobody's name */
    WordSet links;  /* "of": leads to what the thing belongs to */
    Alias aliases[ALIASES_KEPT];
    size_t alias_count;
} NameWords;

/* The names of a report's targets, each once. */
typedef struct {
    Name *items;
    size_t count;
} NameList;

/* Of the first letters of a word, whatever their case. */
static uint32_t hash_letters(Str word, size_t letters)
{
    uint32_t hash = 2166136261U; /* FNV-1a */
    for (size_t i = 0; i < word.len && i < letters; i++)
        hash = (hash ^ (unsigned char)char_lower(word.ptr[i])) * 16777619U;
    return hash;
}

static bool is_word(const NameWord *a, const NameWord *b)
{
    return a->hash == b->hash && str_equal_caseless(a->text, b->text);
}

static bool holds(const WordSet *set, const NameWord *word)
{
    if (!(set->hashes >> (word->hash & 63) & 1U))
        return false;
    for (size_t i = 0; i < set->count; i++) {
        if (is_word(&set->items[i], word))
            return true;
    }
    return false;
}

/* "Dr." is the word that others write "Dr". */
static Str without_stop(Str word)
{
    enum { SHORTEST = 3 };
    return word.len >= SHORTEST && word.ptr[word.len - 1] == '.' ? str_slice(word, 0, word.len - 1) : word;
}

static void put(const EventWords *w, uint32_t t, WordSet *set)
{
    Str text = without_stop(span_text(w->a->tokens.text, w->a->tokens.tokens[t].span));
    NameWord word = {.text = text, .hash = hash_letters(text, text.len)};
    if (set->count >= WORDS_KEPT || holds(set, &word))
        return;
    set->items[set->count++] = word;
    set->hashes |= (uint64_t)1 << (word.hash & 63);
}

static size_t count_words(Str name)
{
    size_t count = 0;
    Str word = STR_NONE;
    while (str_cut(&name, ' ', &word))
        count++;
    return count;
}

static Name cut_name(Arena *arena, Str text)
{
    enum { BEGINNING = 4 };
    Name name = {.text = text, .count = count_words(text)};
    Str rest = text;
    name.words = ARENA_ARRAY(arena, NameWord, name.count + 1);
    for (size_t i = 0; i < name.count; i++) {
        NameWord *word = &name.words[i];
        (void)str_cut(&rest, ' ', &word->text);
        word->text = without_stop(word->text);
        word->hash = hash_letters(word->text, word->text.len);
        name.beginnings |= (uint64_t)1 << (hash_letters(word->text, BEGINNING) >> 26);
    }
    return name;
}

/* May the noun at the token stand in an aside: close behind a comma? */
static bool follows_comma(const EventWords *w, uint32_t t)
{
    enum { REACH = 8 };
    uint32_t stop = t > REACH ? t - REACH : 0;
    for (; t > stop; t--) {
        if (event_sign(w, t - 1) == ',')
            return true;
    }
    return false;
}

/* The person beside whose name the noun that begins at the token stands: as an aside or joined to another noun behind it, or
 * before it ("the mayor, Ana Diaz", "Mayor Ana Diaz"). */
static void put_alias(const EventWords *w, uint32_t t, NameWords *out)
{
    uint32_t at = out->alias_count < ALIASES_KEPT ? event_at(w, t, WORDS_TARGET_HUMAN) : MENTION_NONE;
    if (at == MENTION_NONE)
        return;
    const Mention *m = &w->a->mentions.items[at];
    uint32_t joined = event_joined_to(w, m->first, m->last);
    uint32_t named = joined == 0 && follows_comma(w, t) ? event_apposed_to(w, m->first, m->last) : joined;
    uint32_t first = joined > 0 ? m->last + 1 : named > 0 ? event_phrase_left(w, named - 1) : 0;
    Str role = named > 0 ? event_target_name(w, m, true) : STR_NONE;
    if (named == 0) {
        first = event_named_behind(w, m->first, m->last, &named);
        if (first == 0)
            return;
        bool of = event_begins(w, m->last, WORDS_OF); /* "the head of the clinic, Ana Diaz" */
        uint32_t end = of ? first - 1 : m->last;
        role = event_printed(w, mention_tokens_span(&w->a->tokens, event_phrase_left(w, m->first), end));
    }
    Span name = mention_tokens_span(&w->a->tokens, first, named);
    out->aliases[out->alias_count++] =
        (Alias){cut_name(w->a->scratch, event_printed(w, name)), cut_name(w->a->scratch, role)};
}

/* any: all classes that are asked for. */
static void put_words_of(const EventWords *w, const Sentence *sentence, uint16_t title, const ClassSet *any,
                         NameWords *out)
{
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        if (!mention_covers_any(&w->a->mentions, t, any))
            continue;
        bool human = event_covers(w, t, WORDS_TARGET_HUMAN);
        if (human || mention_covers(&w->a->mentions, t, title))
            put(w, t, &out->roles);
        if (event_covers(w, t, WORDS_TARGET))
            put(w, t, &out->things);
        if (event_begins(w, t, WORDS_OF))
            put(w, t, &out->links);
        if (human)
            put_alias(w, t, out);
    }
}

static void find_words(const EventWords *w, NameWords *out)
{
    const TokenList *tokens = &w->a->tokens;
    uint16_t title = analysis_class(w->a, "TITLE");
    const uint16_t classes[] = {w->names->classes[WORDS_TARGET_HUMAN], w->names->classes[WORDS_TARGET],
                                w->names->classes[WORDS_OF], title};
    ClassSet set = class_set_of(classes, sizeof classes / sizeof *classes);
    out->roles.count = out->things.count = out->links.count = out->alias_count = 0;
    out->roles.hashes = out->things.hashes = out->links.hashes = 0;
    for (uint32_t s = 0; s < tokens->sentence_count; s++) {
        if (mention_may_be_any_in(&w->a->mentions, s, &set))
            put_words_of(w, &tokens->sentences[s], title, &set, out);
    }
}

/* May the first be the fuller name of the second, by a quick look? */
static inline bool may_be_fuller(const Name *full, const Name *name)
{
    bool more = full->own > name->own || (full->own == name->own && full->text.len > name->text.len);
    return more && (full->beginnings & name->beginnings) != 0;
}

/* What the words of a name are, and where its head ends. */
static void read_name(const NameWords *words, Name *name)
{
    name->head = name->count;
    name->own = 0;
    for (size_t i = 0; i < name->count; i++) {
        name->words[i].role = holds(&words->roles, &name->words[i]);
        name->own += !name->words[i].role;
        if (i > 0 && name->head == name->count && holds(&words->links, &name->words[i]))
            name->head = i;
    }
}

static bool has_word(const Name *name, size_t count, const NameWord *word)
{
    for (size_t i = 0; i < count; i++) {
        if (is_word(&name->words[i], word))
            return true;
    }
    return false;
}

/* "monks" is "Minim monk brothers": the word stands there in another form, before a noun of the form it has itself. */
static bool has_form(const Name *name, size_t count, Str word)
{
    enum { SHORTEST = 4, LONGEST_ENDING = 2 };
    for (size_t i = 0; i + 1 < count; i++) {
        Str candidate = name->words[i].text;
        size_t ending = word.len - candidate.len;
        if (candidate.len < SHORTEST || word.len <= candidate.len || ending > LONGEST_ENDING)
            continue;
        Str last = name->words[count - 1].text;
        Str behind =
            (Str){candidate.ptr + candidate.len + 1, (size_t)(last.ptr - candidate.ptr) + last.len - candidate.len - 1};
        if (behind.len >= ending && str_equal_caseless(str_slice(word, 0, candidate.len), candidate) &&
            str_equal_caseless(str_slice(behind, behind.len - ending, behind.len), str_drop(word, candidate.len)))
            return true;
    }
    return false;
}

/* "tower" of "high-tension towers": a bare noun in a shorter form than the last of several words. */
static bool is_one_of_many(const Name *full, size_t count, Str word)
{
    Str many = full->words[count > 0 ? count - 1 : 0].text;
    return count > 1 && many.len > word.len && noun_is_form_of(many, word);
}

/* Do so many words of the fuller name hold every one of so many of the other? What somebody is need not stand in it, if a
 * name does. */
static bool is_fuller(const Name *full, size_t full_count, const Name *name, size_t count)
{
    size_t missing = 0;
    size_t named = 0;
    for (size_t i = 0; i < count; i++) {
        const NameWord *word = &name->words[i];
        bool found = has_word(full, full_count, word) || has_form(full, full_count, word->text) ||
                     (name->count == 1 && !word->role && is_one_of_many(full, full_count, word->text));
        if (!found && !word->role)
            return false;
        missing += !found;
        named += found && !word->role;
    }
    return missing == 0 || named > 1;
}

/* "the mayor" is the mayor of Alba; the mayor of Alba is not that of Brena. */
static bool is_same(const Name *full, const Name *name)
{
    return is_fuller(full, full->head, name, name->head) &&
           (name->head == name->count || is_fuller(full, full->count, name, name->count));
}

/* The name itself where the report gives no fuller one. */
static const Name *fullest(const NameList *names, const Name *name)
{
    const Name *best = name;
    for (size_t i = 0; i < names->count; i++) {
        if (may_be_fuller(&names->items[i], best) && is_same(&names->items[i], best))
            best = &names->items[i];
    }
    return best;
}

/* The name of a target that is written so, NULL where none is. */
static const Name *find_name(const NameList *names, Str text)
{
    for (size_t i = 0; i < names->count; i++) {
        if (str_equal_caseless(names->items[i].text, text))
            return &names->items[i];
    }
    return NULL;
}

static bool has_words(const Name *full, const Name *name)
{
    for (size_t i = 0; i < name->count; i++) {
        if (!has_word(full, full->count, &name->words[i]))
            return false;
    }
    return true;
}

/* "a university professor" where the report speaks of "Professor Diaz": more words before the same noun. */
static bool is_role_in_full(const Name *role, const Name *alias)
{
    return alias->count > 0 && alias->head == alias->count && alias->count < role->head &&
           is_word(&role->words[role->head - 1], &alias->words[alias->count - 1]) && has_words(role, alias);
}

/* The target that is called by a part of the name only, "Diaz"; `other` where none is. */
static const Name *shorter(const NameList *names, const Name *full, const Name *other)
{
    for (size_t i = 0; i < names->count; i++) {
        const Name *name = &names->items[i];
        if (name->own > 0 && may_be_fuller(full, name) && is_same(full, name))
            return name;
    }
    return other;
}

/* "the mayor" where the report says of one person, a target too, that they are a mayor: that person's name. The name itself
 * where it says so of none or of several. */
static const Name *name_of_role(const NameWords *words, const NameList *names, const Name *role)
{
    const Name *name = NULL;
    for (size_t i = 0; i < words->alias_count; i++) {
        const Alias *alias = &words->aliases[i];
        if (!has_words(&alias->role, role) && !is_role_in_full(role, &alias->role))
            continue; /* "monks" are not the one whom it calls a monk */
        if (name && !is_same(name, &alias->name) && !is_same(&alias->name, name))
            return role;
        name = &alias->name;
    }
    const Name *full = name ? fullest(names, name) : NULL;
    if (!full)
        return role;
    const Name *target = find_name(names, full->text);
    return target ? target : shorter(names, full, role);
}

/* "Mayor Diaz": one word of a name behind what its bearer is, and "Ana Diaz", of whom nothing else is said. */
static bool bears_name(const NameWords *words, const Name *full, const Name *name)
{
    enum { SURNAMES = 2 };
    size_t roles = 0;
    const NameWord *surname = NULL;
    for (size_t i = 0; i < name->count; i++) {
        roles += name->words[i].role;
        surname = name->words[i].role ? surname : &name->words[i];
    }
    if (roles == 0 || roles + 1 != name->count || full->count < 2 || holds(&words->things, surname))
        return false;
    bool borne = false;
    for (size_t i = 0; i < full->count; i++) {
        if (full->words[i].role)
            return false;
        borne = borne || (i > 0 && i + SURNAMES >= full->count && is_word(&full->words[i], surname));
    }
    return borne;
}

/* The one of whom "Mayor Diaz" is told; the name itself where the report names none, or several. */
static const Name *name_of_surname(const NameWords *words, const NameList *names, const Name *name)
{
    const Name *bearer = NULL;
    for (size_t i = 0; i < names->count; i++) {
        if (!bears_name(words, &names->items[i], name))
            continue;
        if (bearer)
            return name;
        bearer = &names->items[i];
    }
    return bearer ? bearer : name;
}

static NameList list_names(Analysis *a)
{
    size_t count = 0;
    for (size_t i = 0; i < a->claim_count; i++)
        count += a->claims[i].target_count;
    NameList names = {ARENA_ARRAY(a->scratch, Name, count + 1), 0};
    for (size_t i = 0; i < a->claim_count; i++) {
        for (size_t k = 0; k < a->claims[i].target_count; k++) {
            if (!find_name(&names, a->claims[i].targets[k]))
                names.items[names.count++] = cut_name(a->scratch, a->claims[i].targets[k]);
        }
    }
    return names;
}

static void read_names(const EventWords *w, NameWords *words, NameList *names)
{
    find_words(w, words);
    for (size_t i = 0; i < names->count; i++)
        read_name(words, &names->items[i]);
    for (size_t i = 0; i < words->alias_count; i++) {
        read_name(words, &words->aliases[i].name);
        read_name(words, &words->aliases[i].role);
    }
}

void event_unify_targets(Analysis *a, const EventWords *w)
{
    NameList names = list_names(a);
    if (names.count < 2)
        return;
    NameWords words;
    read_names(w, &words, &names);
    for (size_t i = 0; i < a->claim_count; i++) {
        Names found;
        found.count = 0;
        for (size_t k = 0; k < a->claims[i].target_count; k++) {
            Str written = a->claims[i].targets[k];
            const Name *own = find_name(&names, written);
            const Name *name = name_of_surname(&words, &names, name_of_role(&words, &names, fullest(&names, own)));
            (void)names_add(&found, name == own ? written : name->text);
        }
        a->claims[i].targets = names_keep(a->arena, &found);
        a->claims[i].target_count = found.count;
    }
}

#include "match/lexicon.h"

#include <assert.h>

#include "base/buf.h"
#include "match/lexicon_table.h"
#include "match/mention.h"

Lexicon *lexicon_create(Arena *arena)
{
    Lexicon *lexicon = ARENA_NEW(arena, Lexicon);
    lexicon->arena = arena;
    lexicon->vocabulary = vocabulary_create(arena);
    lexicon->classes = map_create(arena);
    lexicon->values = map_create(arena);
    lexicon->attr_names = map_create(arena);
    lexicon->entries = arena_grow(arena, NULL, 0, &lexicon->entry_cap, sizeof *lexicon->entries);
    return lexicon;
}

void lexicon_expect(Lexicon *lexicon, size_t lines)
{
    assert(lexicon->entry_count == 0);
    lexicon->entry_cap = lines + 1;
    lexicon->entries = arena_room(lexicon->arena, lexicon->entry_cap, sizeof *lexicon->entries, alignof(Entry));
    lexicon->entries[0] = (Entry){.from = DAY_NONE, .until = DAY_NONE};
    lexicon->attr_cap = lines;
    lexicon->attrs = arena_room(lexicon->arena, lexicon->attr_cap, sizeof *lexicon->attrs, alignof(Attr));
    vocabulary_expect(lexicon->vocabulary, lines * 3 / 5); /* many phrases share their words */
}

void lexicon_number_words(Lexicon *lexicon, const Str *words, size_t count)
{
    assert(lexicon->vocabulary->count == 0);
    for (size_t i = 0; i < count; i++)
        (void)vocabulary_add(lexicon->vocabulary, words[i]);
}

/* ---- words, classes, values ---- */

const Vocabulary *lexicon_vocabulary(const Lexicon *lexicon)
{
    return lexicon->vocabulary;
}

uint32_t lexicon_word(const Lexicon *lexicon, Str folded)
{
    char padded[WORD_BYTES + 8] = {0};
    if (folded.len == 0 || folded.len > WORD_BYTES)
        return 0;
    memcpy(padded, folded.ptr, folded.len);
    return vocabulary_find(lexicon->vocabulary, padded, folded.len);
}

uint32_t lexicon_word_add(Lexicon *lexicon, Str folded)
{
    assert(!lexicon->finished);
    uint32_t word = vocabulary_add(lexicon->vocabulary, folded);
    lexicon->vocabulary->words[word].flags |= WORD_SMALL;
    return word;
}

static uint16_t short_number(uint32_t number)
{
    assert(number <= UINT16_MAX);
    return (uint16_t)number;
}

uint16_t lexicon_class_hashed(const Lexicon *lexicon, Str name, uint64_t hash)
{
    return short_number(map_find_hashed(lexicon->classes, name, hash));
}

uint16_t lexicon_class_add(Lexicon *lexicon, Str name)
{
    assert(!lexicon->finished);
    uint32_t number = map_add(lexicon->classes, name);
    return (uint16_t)(number < MENTION_CLASS_BITS ? number : MENTION_CLASS_BITS - 1);
}

void lexicon_keep_words(Lexicon *lexicon, uint16_t cls)
{
    assert(!lexicon->finished);
    class_set_add(&lexicon->kept, cls);
}

void lexicon_make_bare(Lexicon *lexicon, uint16_t cls)
{
    assert(!lexicon->finished);
    class_set_add(&lexicon->bare, cls);
}

bool lexicon_is_bare(const Lexicon *lexicon, uint16_t cls)
{
    return class_set_has(&lexicon->bare, cls);
}

uint32_t lexicon_word_value(const Lexicon *lexicon, uint32_t word, uint16_t cls)
{
    const Root *root = &lexicon->roots[word];
    if (cls == 0 || !class_set_has(&root->classes, cls))
        return 0;
    const Found *found = &lexicon->found[root->found];
    while (found->mention.cls != cls)
        found++;
    return found->mention.value;
}

Str lexicon_class_name(const Lexicon *lexicon, uint16_t cls)
{
    return map_key(lexicon->classes, cls);
}

uint16_t lexicon_class_count(const Lexicon *lexicon)
{
    return short_number(map_count(lexicon->classes));
}

uint32_t lexicon_value_hashed(const Lexicon *lexicon, Str name, uint64_t hash)
{
    return map_find_hashed(lexicon->values, name, hash);
}

uint32_t lexicon_value_add(Lexicon *lexicon, Str name)
{
    assert(!lexicon->finished);
    return map_add(lexicon->values, name);
}

Str lexicon_value_name(const Lexicon *lexicon, uint32_t value)
{
    if (value == 0)
        return STR("");
    return lexicon->finished ? lexicon->value_names[value] : map_key(lexicon->values, value);
}

uint16_t lexicon_attr_hashed(const Lexicon *lexicon, Str name, uint64_t hash)
{
    return short_number(map_find_hashed(lexicon->attr_names, name, hash));
}

uint16_t lexicon_attr_add(Lexicon *lexicon, Str name)
{
    assert(!lexicon->finished);
    return short_number(map_add(lexicon->attr_names, name));
}

Str lexicon_attr_name(const Lexicon *lexicon, uint16_t attr)
{
    return map_key(lexicon->attr_names, attr);
}

/* ---- finding ---- */

typedef struct {
    const Lexicon *lexicon;
    const TokenList *tokens;
    Day today;
    Arena *arena;
    MentionList *out;
} Finder;

/* Has the text the capitals that the entry asks for, and is it of its time? */
static bool entry_fits(const Finder *f, const Entry *entry, uint32_t first)
{
    if (!entry->gated)
        return true;
    if (f->today != DAY_NONE &&
        ((entry->from != DAY_NONE && f->today < entry->from) || (entry->until != DAY_NONE && f->today > entry->until)))
        return false;
    const Token *token = &f->tokens->tokens[first];
    for (uint32_t bits = entry->capitals | entry->uppers, i = 0; bits >> i != 0; i++) {
        uint16_t flags = token[i].flags;
        if (flags & TOKEN_SHOUTED)
            continue;
        if ((entry->uppers >> i & 1U) && !(flags & TOKEN_UPPER))
            return false;
        if ((entry->capitals >> i & 1U) && !(flags & TOKEN_CAPITAL))
            return false;
    }
    return true;
}

static void add_mention(const Finder *f, const Found *found, uint32_t first, uint32_t last)
{
    Mention m = found->mention;
    m.first = first;
    m.last = last;
    if (found->bare) {
        mention_note(f->out, m.cls, first, last);
    } else {
        (void)mention_add(f->arena, f->out, m);
    }
}

/* Adds all entries of a word: most words, and so done with as little as can be. */
static void add_word(const Finder *f, const Root *root, uint32_t token)
{
    MentionList *out = f->out;
    const Found *found = &f->lexicon->found[root->found];
    Features *sentence = &out->sentences[f->tokens->tokens[token].sentence];
    class_set_join(&out->marks[token], &root->classes);
    out->folds[token] |= class_set_fold(&root->classes);
    class_set_join(&sentence->classes, &root->classes);
    for (const Found *end = found + root->mentions; found < end; found++) {
        Mention *m = mention_room(f->arena, out);
        *m = found->mention;
        m->first = token;
        m->last = token + 1;
        mention_chain(out, m, (uint32_t)out->count++);
        features_add(sentence, found->feature);
    }
}

static bool found_fits(const Finder *f, const Found *found, uint32_t first)
{
    return !found->gated || entry_fits(f, &f->lexicon->entries[found->mention.entry], first);
}

enum { MAX_FILES = 64, MAX_PHRASE_TOKENS = 16 };

/* The phrases of several words that begin at a token: the entries of each and where it ends, shortest first. */
typedef struct {
    const Found *found[MAX_PHRASE_TOKENS];
    uint32_t lasts[MAX_PHRASE_TOKENS];
    size_t count;
} Phrases;

static void phrases_at(const Finder *f, uint32_t first, uint32_t limit, Phrases *out)
{
    const Lexicon *lexicon = f->lexicon;
    const Token *tokens = f->tokens->tokens;
    uint32_t node = lexicon->roots[tokens[first].word].node;
    out->count = 0;
    for (uint32_t at = first + 1; at < limit && out->count < MAX_PHRASE_TOKENS; at++) {
        if (tokens[at].word == 0 || !(lexicon->node_next[node] & word_bit(tokens[at].word)))
            break;
        node = lexicon->edges[edge_slot(lexicon, node, tokens[at].word)].to;
        uint32_t found = lexicon->node_found[node];
        if (found != 0) {
            out->found[out->count] = &lexicon->found[found];
            out->lasts[out->count++] = at + 1;
        }
    }
}

/* How far phrases that begin further left, or here and longer, reach: by file, of the files that hide all, and any. */
typedef struct {
    uint32_t by_file[MAX_FILES];
    uint32_t of_all;
    uint32_t of_any;
} Reach;

/* Is the token in capitals as one of its word's entries asks for ("the WHO said")? Its other entries are of another word then. */
static bool is_acronym(const Finder *f, const Found *found, uint32_t token)
{
    uint16_t flags = f->tokens->tokens[token].flags;
    if (!(flags & TOKEN_UPPER) || (flags & TOKEN_SHOUTED))
        return false;
    for (bool more = true; more; found++) {
        more = !found->last;
        if (found->upper && found_fits(f, found, token))
            return true;
    }
    return false;
}

/* Adds the entries of a phrase that nothing hides; then they hide what they hold: a single word nothing, as what it
 * might hide has come before. */
static void add_phrase(const Finder *f, const Found *phrase, uint32_t first, uint32_t last, Reach *reach)
{
    uint64_t files = 0; /* whose entries fit */
    bool hidden = last <= reach->of_all;
    bool hides_all = false;
    bool acronym = last == first + 1 && is_acronym(f, phrase, first);
    const Found *found = phrase;
    for (bool more = true; more; found++) {
        more = !found->last;
        if (!found_fits(f, found, first) || (acronym && !found->upper))
            continue;
        files |= (uint64_t)1 << found->file;
        hides_all |= found->hides_all;
        if (found->kept || (!hidden && last > reach->by_file[found->file]))
            add_mention(f, found, first, last);
    }
    for (; files != 0 && last > first + 1; files &= files - 1) {
        uint32_t *by_file = &reach->by_file[__builtin_ctzll(files)];
        *by_file = last > *by_file ? last : *by_file;
        reach->of_any = last > reach->of_any ? last : reach->of_any;
    }
    if (hides_all && last > reach->of_all)
        reach->of_all = last;
}

/* Notes what classes there are at all, from what the sentences have. */
static void note_classes(MentionList *out, size_t sentence_count)
{
    for (size_t i = 0; i < sentence_count; i++)
        class_set_join(&out->classes, &out->sentences[i].classes);
}

/* Roots and entries lie all over tables that are larger than the quick caches: those of words to come are asked for in
 * time. */
static inline void fetch_ahead(const Lexicon *lexicon, const TokenList *tokens, uint32_t token)
{
    enum { ROOT_AHEAD = 12, FOUND_AHEAD = 6 };
    if (token + ROOT_AHEAD >= tokens->count)
        return;
    __builtin_prefetch(&lexicon->roots[tokens->tokens[token + ROOT_AHEAD].word]);
    __builtin_prefetch(&lexicon->found[lexicon->roots[tokens->tokens[token + FOUND_AHEAD].word].found]);
}

void lexicon_find(const Lexicon *lexicon, const TokenList *tokens, Day today, Arena *arena, MentionList *out)
{
    assert(lexicon->finished && lexicon->file_count <= MAX_FILES);
    Finder f = {lexicon, tokens, today, arena, out};
    Reach reach = {.of_all = 0};
    Phrases phrases;
    out->lexicon_attrs = lexicon->attrs;
    for (uint32_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->tokens[i];
        fetch_ahead(lexicon, tokens, i);
        const Root *root = &lexicon->roots[token->word];
        uint32_t limit = tokens->sentences[token->sentence].last;
        if (i + 1 < limit && (root->next & word_bit(token[1].word))) {
            phrases_at(&f, i, limit, &phrases);
            for (size_t p = phrases.count; p-- > 0;)
                add_phrase(&f, phrases.found[p], i, phrases.lasts[p], &reach);
        }
        if (root->found != 0 && !root->gated && i >= reach.of_any)
            add_word(&f, root, i);
        else if (root->found != 0)
            add_phrase(&f, &lexicon->found[root->found], i, i + 1, &reach);
    }
    note_classes(out, tokens->sentence_count);
}

void lexicon_source(const Lexicon *lexicon, const Mention *mention, Buf *out)
{
    if (mention->entry == 0)
        return;
    const Entry *entry = &lexicon->entries[mention->entry];
    buf_put(out, lexicon->files[entry->file]);
    buf_char(out, ':');
    buf_int(out, entry->line);
    if (entry->source.len == 0)
        return;
    buf_put(out, STR(" ("));
    buf_put(out, entry->source);
    buf_char(out, ')');
}

/* gazetteer_search — names at tokens of a text. What is looked up is cached, and asked for ahead. */
#include "base/buf.h"
#include "match/gazetteer_sheet.h"

/* Hyphens, apostrophes and full stops inside a name, with no space around, are passed over. */
static bool is_joint(const TokenList *tokens, uint32_t i)
{
    const Token *t = &tokens->tokens[i];
    if ((t->flags & TOKEN_PUNCT) == 0 || (t->flags & TOKEN_SPACE_BEFORE) || i + 1 >= tokens->count ||
        (tokens->tokens[i + 1].flags & TOKEN_SPACE_BEFORE))
        return false;
    Str sign = span_text(tokens->text, t->span);
    char folded[GAZETTEER_WORD_BYTES];
    return str_equal(sign, STR("-")) || str_equal(sign, STR("\xe2\x80\x91")) || str_equal(sign, STR("\xe2\x80\x90")) ||
           gazetteer_fold(sign, folded) == 0;
}

/* The names that may begin at a token, by number of words, read so far. */
typedef struct {
    uint64_t keys[GAZETTEER_WORDS_MAX];
    uint32_t ends[GAZETTEER_WORDS_MAX];   /* token after the name */
    uint8_t longest[GAZETTEER_WORDS_MAX]; /* the most words of a name that begins with these */
    size_t count;
    uint64_t hash;
    uint32_t first;
    uint32_t next; /* token to go on with */
} Reading;

static inline const uint8_t *filter_of(const Sheet *sheet, uint64_t key)
{
    return &sheet->filter[key & (sheet->counts[SECTION_FILTER] - 1)];
}

/* The most words that a name beginning with these has in any of the files. */
static inline size_t longest_name(const Gazetteer *gazetteer, uint64_t key)
{
    size_t longest = 0;
    for (size_t s = 0; s < gazetteer->sheet_count; s++) {
        size_t words = *filter_of(&gazetteer->sheets[s], key);
        longest = words > longest ? words : longest;
    }
    return longest;
}

/* Takes a word whose hash, behind the words before it, is known. */
static void reading_take(Reading *r, uint64_t hash)
{
    r->hash = hash;
    r->keys[r->count] = gazetteer_hash_end(hash);
    r->ends[r->count++] = ++r->next;
}

/* Takes the next word; false where the sentence has none before the token `last`. */
static bool read_word(const TokenList *tokens, uint32_t last, Reading *r)
{
    while (r->next > r->first && r->next < last && is_joint(tokens, r->next))
        r->next++;
    if (r->next >= last || r->count == GAZETTEER_WORDS_MAX)
        return false;
    const Token *token = &tokens->tokens[r->next];
    uint64_t hash = r->hash;
    if ((token->flags & (TOKEN_WORD | TOKEN_NUMBER)) == 0 || token->sentence != tokens->tokens[r->first].sentence ||
        gazetteer_hash_text(&hash, span_text(tokens->text, token->span)) == 0)
        return false;
    reading_take(r, hash);
    return true;
}

/* Begins at a token; keys and ends are filled as words are read. */
static void reading_begin(Reading *r, uint32_t first)
{
    r->count = 0;
    r->hash = GAZETTEER_HASH_START;
    r->first = r->next = first;
}

Memory *gazetteer_memory(Arena *arena, size_t names)
{
    Memory *memory = ARENA_NEW(arena, Memory);
    memory->arena = arena;
    memory->slot_count = 2;
    while (memory->slot_count < 2 * names)
        memory->slot_count *= 2;
    memory->slots = ARENA_ARRAY(arena, Known, memory->slot_count);
    return memory;
}

const Candidate *gazetteer_recall(const Gazetteer *gazetteer, Memory *memory, uint64_t hash, Arena *arena,
                                  size_t *count)
{
    size_t slot = hash & (memory->slot_count - 1);
    while (memory->slots[slot].key != 0 && memory->slots[slot].key != hash)
        slot = (slot + 1) & (memory->slot_count - 1);
    Known *known = &memory->slots[slot];
    if (known->key == 0) {
        if (2 * memory->used >= memory->slot_count || hash == 0)
            return gazetteer_candidates(gazetteer, hash, arena, count);
        memory->used++;
        known->key = hash;
        known->found = gazetteer_candidates(gazetteer, hash, memory->arena, &known->count);
    }
    *count = known->count;
    return known->found;
}

Gazetteer *gazetteer_remembering(const Gazetteer *gazetteer, Arena *arena)
{
    enum { NAMES = 1 << 15 };
    if (gazetteer == NULL)
        return NULL;
    Gazetteer *own = ARENA_NEW(arena, Gazetteer);
    *own = *gazetteer;
    own->memory = gazetteer_memory(arena, NAMES);
    return own;
}

struct GazetteerSearch {
    const Gazetteer *gazetteer;
    const TokenList *tokens;
    Arena *arena;
    uint64_t *words; /* by token: the hash of a name that begins with this word; 0: not worked out */
    Memory *memory;
};

/* Works out the hashes of words with a capital, where names begin mostly, and has what the tables say of them brought
 * into the cache, all at once: one look-up after the other would wait for memory each time. */
static void fetch_names(GazetteerSearch *search)
{
    const TokenList *tokens = search->tokens;
    for (uint32_t i = 0; i < tokens->count; i++) {
        uint64_t hash = GAZETTEER_HASH_START;
        if (!(tokens->tokens[i].flags & TOKEN_CAPITAL) ||
            gazetteer_hash_text(&hash, span_text(tokens->text, tokens->tokens[i].span)) == 0)
            continue;
        search->words[i] = hash;
        uint64_t key = gazetteer_hash_end(hash);
        for (size_t s = 0; s < search->gazetteer->sheet_count; s++)
            __builtin_prefetch(filter_of(&search->gazetteer->sheets[s], key));
    }
}

GazetteerSearch *gazetteer_search(const Gazetteer *gazetteer, const TokenList *tokens, Arena *arena)
{
    GazetteerSearch *search = ARENA_NEW(arena, GazetteerSearch);
    search->gazetteer = gazetteer;
    search->tokens = tokens;
    search->arena = arena;
    search->words = ARENA_ARRAY(arena, uint64_t, tokens->count + 1);
    search->memory = gazetteer->memory != NULL ? gazetteer->memory : gazetteer_memory(arena, tokens->count / 2 + 1);
    fetch_names(search);
    return search;
}

static const Candidate *search_candidates(GazetteerSearch *search, uint64_t key, size_t *count)
{
    return gazetteer_recall(search->gazetteer, search->memory, key, search->arena, count);
}

/* Reads the words at a token as far as names go on: mostly none begins with the first. */
static void read_names(const GazetteerSearch *search, uint32_t token, Reading *r)
{
    const TokenList *tokens = search->tokens;
    reading_begin(r, token);
    if (search->words[token] != 0)
        reading_take(r, search->words[token]);
    else if (!read_word(tokens, (uint32_t)tokens->count, r))
        return;
    do
        r->longest[r->count - 1] = (uint8_t)longest_name(search->gazetteer, r->keys[r->count - 1]);
    while (r->longest[r->count - 1] > r->count && read_word(tokens, (uint32_t)tokens->count, r));
}

const Candidate *gazetteer_at(GazetteerSearch *search, uint32_t token, size_t *count, uint32_t *length_tokens)
{
    *count = 0;
    *length_tokens = 0;
    Reading r;
    read_names(search, token, &r);
    for (size_t n = r.count; n > 0; n--) {
        if (r.longest[n - 1] < n)
            continue;
        const Candidate *found = search_candidates(search, r.keys[n - 1], count);
        if (*count > 0) {
            *length_tokens = r.ends[n - 1] - token;
            return found;
        }
    }
    return NULL;
}

const Candidate *gazetteer_span(GazetteerSearch *search, uint32_t first, uint32_t last, size_t *count)
{
    *count = 0;
    Reading r;
    reading_begin(&r, first);
    while (read_word(search->tokens, last, &r))
        ;
    if (r.count == 0 || r.ends[r.count - 1] != last)
        return NULL;
    return search_candidates(search, r.keys[r.count - 1], count);
}

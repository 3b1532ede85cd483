#include <assert.h>

#include "match/lexicon_table.h"
#include "match/token.h"

enum { MAX_PHRASE_TOKENS = 32, FIRST_EDGES = 1024, EDGE_SLOTS_FOR_3 = 2 };

static void widen_edges(Lexicon *lexicon, size_t slots)
{
    Edge *old = lexicon->edges;
    size_t old_slots = lexicon->edge_slots;
    lexicon->edge_slots = slots;
    lexicon->edges = ARENA_ARRAY(lexicon->arena, Edge, lexicon->edge_slots);
    for (size_t i = 0; i < old_slots; i++) {
        if (old[i].to != 0)
            lexicon->edges[edge_slot(lexicon, old[i].node, old[i].word)] = old[i];
    }
}

static uint32_t add_node(Lexicon *lexicon)
{
    size_t cap = lexicon->node_cap;
    lexicon->node_entries =
        arena_grow(lexicon->arena, lexicon->node_entries, lexicon->node_count, &cap, sizeof *lexicon->node_entries);
    lexicon->node_next = arena_grow(lexicon->arena, lexicon->node_next, lexicon->node_count, &lexicon->node_cap,
                                    sizeof *lexicon->node_next);
    return (uint32_t)lexicon->node_count++;
}

static uint32_t node_after(Lexicon *lexicon, uint32_t node, uint32_t word)
{
    if (node == 0) {
        if (lexicon->roots[word].node == 0)
            lexicon->roots[word].node = add_node(lexicon);
        return lexicon->roots[word].node;
    }
    if ((lexicon->edge_count + 1) * 2 > lexicon->edge_slots)
        widen_edges(lexicon, lexicon->edge_slots * 2);
    size_t slot = edge_slot(lexicon, node, word);
    if (lexicon->edges[slot].to == 0) {
        lexicon->node_next[node] |= word_bit(word);
        lexicon->edges[slot] = (Edge){node, word, add_node(lexicon)};
        lexicon->edge_count++;
    }
    return lexicon->edges[slot].to;
}

static bool fail_entry(const Lexicon *lexicon, const Entry *entry, Error *err, const char *what)
{
    Str file = lexicon->files[entry->file];
    return error_set(err, ERROR_DATA, "%.*s:%u: %s: %.*s", (int)file.len, file.ptr, entry->line, what,
                     (int)entry->phrase.len, entry->phrase.ptr);
}

static bool times_meet(const Entry *a, const Entry *b)
{
    bool a_first = a->until != DAY_NONE && b->from != DAY_NONE && a->until < b->from;
    bool b_first = b->until != DAY_NONE && a->from != DAY_NONE && b->until < a->from;
    return !a_first && !b_first;
}

static bool same_entry(const Entry *a, const Entry *b)
{
    return a->cls == b->cls && a->capitals == b->capitals && a->uppers == b->uppers && times_meet(a, b) &&
           (a->from == b->from || a->value == b->value);
}

/* Hangs the entry at the end of its node's chain. */
static bool chain_entry(Lexicon *lexicon, uint32_t node, uint32_t number, Error *err)
{
    uint32_t *link = &lexicon->node_entries[node];
    while (*link != 0) {
        Entry *other = &lexicon->entries[*link];
        if (same_entry(other, &lexicon->entries[number])) {
            Str file = lexicon->files[other->file];
            Entry *entry = &lexicon->entries[number];
            Str own = lexicon->files[entry->file];
            return error_set(err, ERROR_DATA, "%.*s:%u: duplicate of %.*s:%u: %.*s", (int)own.len, own.ptr, entry->line,
                             (int)file.len, file.ptr, other->line, (int)entry->phrase.len, entry->phrase.ptr);
        }
        link = &other->next;
    }
    *link = number;
    return true;
}

/* Room by word for all that the vocabulary knows. */
static void widen_roots(Lexicon *lexicon)
{
    size_t count = lexicon->vocabulary->cap;
    Root *roots = ARENA_ARRAY(lexicon->arena, Root, count);
    if (lexicon->root_count > 0)
        memcpy(roots, lexicon->roots, lexicon->root_count * sizeof *roots);
    lexicon->roots = roots;
    lexicon->root_count = count;
}

/* A word's number, given now if it had none. */
static uint32_t word_of(Lexicon *lexicon, Str folded)
{
    uint32_t word = vocabulary_add(lexicon->vocabulary, folded);
    if (word >= lexicon->root_count)
        widen_roots(lexicon);
    return word;
}

/* Words of small ASCII letters with a space between, as most phrases are: one token each, however they are cut. */
static bool is_plain(Str phrase)
{
    size_t len = 0; /* of the word */
    for (size_t i = 0; i < phrase.len; i++) {
        bool letter = phrase.ptr[i] >= 'a' && phrase.ptr[i] <= 'z';
        if (!letter && (phrase.ptr[i] != ' ' || len == 0))
            return false;
        len = letter ? len + 1 : 0;
        if (len > WORD_BYTES)
            return false;
    }
    return len > 0;
}

/* Goes to the node of a plain phrase; false when it has too many words. */
static bool compile_plain(Lexicon *lexicon, const Entry *entry, uint32_t *node, Error *err)
{
    Str rest = entry->phrase;
    Str word = STR_NONE;
    for (int words = 0; str_cut(&rest, ' ', &word); words++) {
        if (words == MAX_PHRASE_TOKENS)
            return fail_entry(lexicon, entry, err, "a phrase of no words, or of too many");
        uint32_t number = word_of(lexicon, word);
        lexicon->vocabulary->words[number].flags |= WORD_SMALL;
        *node = node_after(lexicon, *node, number);
    }
    return true;
}

/* Cuts the entry's phrase, notes its capitals and goes to its node; false when it has no words, or too many. */
static bool compile_phrase(Lexicon *lexicon, Entry *entry, Arena *scratch, uint32_t *node, Error *err)
{
    TokenList tokens = token_split(scratch, lexicon, entry->phrase, NULL, 0);
    if (tokens.count == 0 || tokens.count > MAX_PHRASE_TOKENS)
        return fail_entry(lexicon, entry, err, "a phrase of no words, or of too many");
    for (size_t i = 0; i < tokens.count; i++) {
        const Token *token = &tokens.tokens[i];
        if (token->span.end - token->span.start > WORD_BYTES)
            return fail_entry(lexicon, entry, err, "a word that is too long");
        if (token->flags & TOKEN_UPPER)
            entry->uppers |= 1U << i;
        else if (token->flags & TOKEN_CAPITAL)
            entry->capitals |= 1U << i;
        uint32_t word = token->word;
        if (word == 0 || word >= lexicon->root_count)
            word = word_of(lexicon, token_fold(scratch, span_text(entry->phrase, token->span)));
        if (!(token->flags & TOKEN_CAPITAL))
            lexicon->vocabulary->words[word].flags |= WORD_SMALL;
        *node = node_after(lexicon, *node, word);
    }
    return true;
}

static bool compile_entry(Lexicon *lexicon, uint32_t number, Arena *scratch, Error *err)
{
    Entry *entry = &lexicon->entries[number];
    uint32_t node = 0;
    ArenaMark mark = arena_mark(scratch);
    bool plain = is_plain(entry->phrase);
    bool ok = plain ? compile_plain(lexicon, entry, &node, err) : compile_phrase(lexicon, entry, scratch, &node, err);
    if (!plain)
        arena_rewind(scratch, mark);
    if (!ok)
        return false;
    entry->gated = (entry->capitals | entry->uppers) != 0 || entry->from != DAY_NONE || entry->until != DAY_NONE;
    return chain_entry(lexicon, node, number, err);
}

static Found found_of(const Lexicon *lexicon, uint32_t number)
{
    const Entry *entry = &lexicon->entries[number];
    return (Found){.mention = {.cls = entry->cls,
                               .value = entry->value,
                               .attrs = entry->attrs,
                               .attr_count = entry->attr_count,
                               .data = MENTION_NONE,
                               .entry = number,
                               .next = MENTION_NONE,
                               .same = MENTION_NONE},
                   .feature = feature_of_value(entry->cls, entry->value),
                   .file = (uint8_t)entry->file,
                   .gated = entry->gated,
                   .upper = entry->uppers != 0,
                   .hides_all = lexicon->hides_all[entry->file],
                   .bare = lexicon_is_bare(lexicon, entry->cls)};
}

/* Puts what finding needs of the entries of a node's phrase side by side, those that give mentions first. */
static void gather_phrase(Lexicon *lexicon, size_t node, uint32_t *count)
{
    uint32_t first = lexicon->node_entries[node];
    if (first == 0 || lexicon->node_found[node] != 0)
        return;
    lexicon->node_found[node] = *count;
    for (int bare = 0; bare < 2; bare++) {
        for (uint32_t n = first; n != 0; n = lexicon->entries[n].next) {
            Found found = found_of(lexicon, n);
            if (found.bare == bare)
                lexicon->found[(*count)++] = found;
        }
    }
    lexicon->found[*count - 1].last = true;
}

/* All phrases: single words in their order, then the others. */
static void gather_found(Lexicon *lexicon)
{
    uint32_t count = 1;
    lexicon->found = arena_room(lexicon->arena, lexicon->entry_count + 1, sizeof *lexicon->found, alignof(Found));
    lexicon->found[0] = (Found){.feature = 0};
    lexicon->node_found = ARENA_ARRAY(lexicon->arena, uint32_t, lexicon->node_count);
    for (size_t word = 1; word < lexicon->root_count; word++)
        gather_phrase(lexicon, lexicon->roots[word].node, &count);
    for (size_t node = 1; node < lexicon->node_count; node++)
        gather_phrase(lexicon, node, &count);
}

/* Copies what belongs to one-word phrases to their words. */
static void fill_roots(Lexicon *lexicon)
{
    for (size_t word = 1; word < lexicon->root_count; word++) {
        Root *root = &lexicon->roots[word];
        if (root->node == 0)
            continue;
        root->found = lexicon->node_found[root->node];
        root->next = lexicon->node_next[root->node];
        Found *found = &lexicon->found[root->found];
        for (bool more = root->found != 0; more; found++) {
            more = !found->last;
            found->kept = class_set_has(&lexicon->kept, found->mention.cls);
            class_set_add(&root->classes, found->mention.cls);
            root->mentions += !found->bare;
            root->gated |= found->gated;
        }
    }
}

/* Room for about as many nodes and edges as the entries will make. */
static void expect_nodes(Lexicon *lexicon)
{
    size_t slots = FIRST_EDGES;
    while (slots < lexicon->entry_count * EDGE_SLOTS_FOR_3 / 3)
        slots *= 2;
    widen_edges(lexicon, slots);
    lexicon->node_cap = lexicon->entry_count + 1;
    lexicon->node_entries = ARENA_ARRAY(lexicon->arena, uint32_t, lexicon->node_cap);
    lexicon->node_next = ARENA_ARRAY(lexicon->arena, uint64_t, lexicon->node_cap);
}

/* Puts names into a table by their hashes. */
static bool fill_names(const Map *names, NameTable *table, Error *err)
{
    uint32_t count = map_count(names);
    for (uint32_t n = 1; n <= count; n++) {
        Str name = map_key(names, n);
        uint64_t hash = hash_name(name);
        uint64_t *slot = &table->slots[(hash >> NAME_NUMBER_BITS) % NAME_SLOTS];
        if (name_number(table, hash) != 0 || hash >> NAME_NUMBER_BITS == 0)
            return error_set(err, ERROR_DATA, "%.*s: another name has the same hash", (int)name.len, name.ptr);
        if (*slot != 0)
            slot = &table->slots[(hash >> NAME_SECOND_BITS) % NAME_SLOTS];
        if (*slot == 0)
            *slot = hash >> NAME_NUMBER_BITS << NAME_NUMBER_BITS | n;
    }
    return true;
}

/* Values are asked for their names again and again. */
static void fill_value_names(Lexicon *lexicon)
{
    uint32_t count = map_count(lexicon->values);
    lexicon->value_names = ARENA_ARRAY(lexicon->arena, Str, count + 1);
    for (uint32_t n = 1; n <= count; n++)
        lexicon->value_names[n] = map_key(lexicon->values, n);
}

static bool has_room(const Lexicon *lexicon, Error *err)
{
    uint16_t count = lexicon_class_count(lexicon);
    return count < MENTION_CLASS_BITS ||
           error_set(err, ERROR_DATA, "%u classes: at most %d have room", count, MENTION_CLASS_BITS - 1);
}

/* Nothing is added any more: the lexicon can be part of an image. */
static void seal(Lexicon *lexicon)
{
    map_seal(lexicon->classes);
    map_seal(lexicon->values);
    map_seal(lexicon->attr_names);
    lexicon->vocabulary->arena = NULL;
    lexicon->arena = NULL;
    lexicon->finished = true;
}

bool lexicon_finish(Lexicon *lexicon, Error *err)
{
    assert(!lexicon->finished);
    Arena *scratch = arena_create();
    expect_nodes(lexicon);
    widen_roots(lexicon);
    (void)add_node(lexicon); /* node 0 is the root */
    bool ok = true;
    for (uint32_t i = 1; i <= lexicon->entry_count && ok; i++)
        ok = compile_entry(lexicon, i, scratch, err);
    arena_destroy(scratch);
    ok = ok && has_room(lexicon, err);
    if (ok) {
        gather_found(lexicon);
        fill_roots(lexicon);
        fill_value_names(lexicon);
    }
    ok = ok && fill_names(lexicon->classes, &lexicon->names.classes, err) &&
         fill_names(lexicon->attr_names, &lexicon->names.attrs, err);
    if (ok)
        seal(lexicon);
    return ok;
}

/*
 * lexicon — phrases of a language and what they are, from data/LANG/lexicon/ *.tsv.
 *
 *     phrase              class   value     source              [more columns: attributes]
 *     police station      TARGET  police station   GTD 22
 *
 * One token-hash trie for all files, compiled once, read-only afterwards and shared by threads.
 * Matching ignores case, except that a phrase written with a capital ("May", "Turkey", "IS") asks
 * for one where it has one, unless the sentence is shouted; a word in capitals that an entry asks for ("the WHO") is no other
 * word ("who"). Inflections are listed, not derived.
 * A match that lies strictly inside a longer match of the same file is dropped, and so is one inside a longer match of a
 * file in which a line says `# hides all` ("police" in "police station"): names of things hide what they are made
 * of, verbs do not. Equal spans keep all their classes.
 * Columns `from` and `until` (ISO days) hold an entry for reports of that time only. Lines that are empty or
 * begin with # are passed over; the first other line names the columns.
 *
 * Four classes tell the tokeniser how to cut and give no mentions (data/en/lexicon/abbreviations.tsv):
 *     ABBREV   "Inc."   ends in a dot that ends no sentence, except before a STARTER with a capital;
 *                       value title ("Gen."): never; value number ("no."): an abbreviation only before digits
 *     CLITIC   "'s"     cut off the word that it ends
 *     SUFFIX   "th"     stays with the digits before it ("12th"); other letters after digits are a token ("7" "pm")
 *     STARTER  "the"    a word that begins sentences
 */
#ifndef DAYBOOK_MATCH_LEXICON_H
#define DAYBOOK_MATCH_LEXICON_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/hash.h"
#include "match/vocabulary.h"
#include "model/day.h"
#include "model/token.h"

typedef struct Lexicon Lexicon;

Lexicon *lexicon_create(Arena *arena);

/* Takes room at once for about so many lines of the files that follow; may be left out. */
void lexicon_expect(Lexicon *lexicon, size_t lines);

/* Numbers words, the most common first, before any others: what is known of each lies in tables by its number, so that the
 * little that most words of a text need lies side by side. May be left out; what is found is the same. */
void lexicon_number_words(Lexicon *lexicon, const Str *words, size_t count);

/* Reads one TSV file's bytes, which are kept, not copied: they outlive the lexicon. name stands in errors
 * ("data/en/lexicon/harm.tsv:12: ..."). Unknown columns become attributes of the entry. Duplicates (phrase + class) are
 * refused. */
bool lexicon_add(Lexicon *lexicon, const char *name, Str tsv, Error *err);

/* Compiles; nothing may be added afterwards. */
bool lexicon_finish(Lexicon *lexicon, Error *err);

/* Vocabulary: every word of a phrase or rule. 0 = not in it. */
uint32_t lexicon_word(const Lexicon *lexicon, Str folded);
uint32_t lexicon_word_add(Lexicon *lexicon, Str folded); /* before lexicon_finish: for rules' literals */

/* Numbers and names of classes, values and attribute names; 0 and "" for unknown ones. *_add gives new numbers
 * before lexicon_finish (stages and rules that emit classes of their own register them so). Classes for which there is no
 * room share the last number, so that they fit into sets until lexicon_finish refuses them. */
static inline uint16_t lexicon_class(const Lexicon *lexicon, Str name);
uint16_t lexicon_class_add(Lexicon *lexicon, Str name);
Str lexicon_class_name(const Lexicon *lexicon, uint16_t cls);
uint16_t lexicon_class_count(const Lexicon *lexicon); /* classes are 1..count */
static inline uint32_t lexicon_value(const Lexicon *lexicon, Str name);
uint32_t lexicon_value_add(Lexicon *lexicon, Str name);
Str lexicon_value_name(const Lexicon *lexicon, uint32_t value);
static inline uint16_t lexicon_attr(const Lexicon *lexicon, Str name);
uint16_t lexicon_attr_add(Lexicon *lexicon, Str name);
Str lexicon_attr_name(const Lexicon *lexicon, uint16_t attr);

/* What stands behind the three above, for names that stand nowhere in the tables below. */
uint16_t lexicon_class_hashed(const Lexicon *lexicon, Str name, uint64_t hash);
uint32_t lexicon_value_hashed(const Lexicon *lexicon, Str name, uint64_t hash);
uint16_t lexicon_attr_hashed(const Lexicon *lexicon, Str name, uint64_t hash);

/* The numbers of names that the program asks for again and again, classes and attributes: told apart by their hashes alone,
 * which lexicon_finish makes sure of. A slot is a hash with the number in place of its lowest 16 bits, 0 = free. For a literal the
 * compiler works out hash and slot: to ask costs a load and a comparison. A name that finds its slot taken stands in a second
 * one, and nowhere if that is taken, too. */
enum { NAME_NUMBER_BITS = 16, NAME_SECOND_BITS = 40, NAME_SLOTS = 4096 };
typedef struct {
    uint64_t slots[NAME_SLOTS];
} NameTable;

/* With which a Lexicon begins; empty until it is finished. */
typedef struct {
    NameTable classes;
    NameTable attrs;
} LexiconNames;

static inline const LexiconNames *lexicon_names(const Lexicon *lexicon)
{
    return (const LexiconNames *)(const void *)lexicon;
}

/* 0 where the table has it not. */
static inline uint16_t name_number(const NameTable *table, uint64_t hash)
{
    uint64_t slot = table->slots[(hash >> NAME_NUMBER_BITS) % NAME_SLOTS];
    if ((slot ^ hash) >> NAME_NUMBER_BITS == 0)
        return (uint16_t)slot;
    slot = table->slots[(hash >> NAME_SECOND_BITS) % NAME_SLOTS];
    return (slot ^ hash) >> NAME_NUMBER_BITS == 0 ? (uint16_t)slot : 0;
}

static inline uint16_t lexicon_class(const Lexicon *lexicon, Str name)
{
    uint64_t hash = hash_name(name);
    uint16_t known = name_number(&lexicon_names(lexicon)->classes, hash);
    return known != 0 ? known : lexicon_class_hashed(lexicon, name, hash);
}

static inline uint32_t lexicon_value(const Lexicon *lexicon, Str name)
{
    return lexicon_value_hashed(lexicon, name, hash_name(name));
}

static inline uint16_t lexicon_attr(const Lexicon *lexicon, Str name)
{
    uint64_t hash = hash_name(name);
    uint16_t known = name_number(&lexicon_names(lexicon)->attrs, hash);
    return known != 0 ? known : lexicon_attr_hashed(lexicon, name, hash);
}

/* Before lexicon_finish: one-word entries of the class give their mention also where a longer phrase hides them, for
 * stages that need to know every word (the verb in "vowed to", the preposition in "out of order"). */
void lexicon_keep_words(Lexicon *lexicon, uint16_t cls);

/* Before lexicon_finish: of the class nothing is asked but where its phrases stand. They give no mentions, as those would
 * be half of all: only mention_begins and mention_covers know of them, no rule can name the class, and mention_at and
 * mention_over stop the program where one stands. */
void lexicon_make_bare(Lexicon *lexicon, uint16_t cls);
bool lexicon_is_bare(const Lexicon *lexicon, uint16_t cls);

/* The value of the class' entry for one word, 0 where there is none: of a bare class whose words ask for no capitals. */
uint32_t lexicon_word_value(const Lexicon *lexicon, uint32_t word, uint16_t cls);

/* The words, for the tokeniser. */
const Vocabulary *lexicon_vocabulary(const Lexicon *lexicon);

/* Adds a mention for every phrase found. today (may be DAY_NONE) chooses among dated entries. */
void lexicon_find(const Lexicon *lexicon, const TokenList *tokens, Day today, Arena *arena, MentionList *out);

/* Appends where the entry of a mention came from: "data/en/lexicon/harm.tsv:12 (GTD 22)"; nothing for other mentions. */
void lexicon_source(const Lexicon *lexicon, const Mention *mention, Buf *out);

#endif

/*
 * language — lexicon and rules of one language, compiled by the build, from embedded files or from a folder.
 * Read-only once loaded: shared by all threads. The order of its rule phases is extract.c's.
 */
#ifndef DAYBOOK_EXTRACT_LANGUAGE_H
#define DAYBOOK_EXTRACT_LANGUAGE_H

#include "base/embedded.h"
#include "match/lexicon.h"
#include "match/rules.h"

struct EventNames;
struct Map;
struct TimeNames;

typedef struct {
    Lexicon *lexicon;
    Rules *rules;
    uint16_t first_name;                  /* a class that is asked for very often: FIRST_NAME */
    uint16_t word;                        /* the bare class WORD, of what parts of speech a word may be */
    uint16_t phrase;                      /* PHRASE: the same for phrases of several words */
    const uint64_t *word_tags;            /* by word: its tags (tags.h), 0 = it is not known as any */
    const uint64_t *ending_tags;          /* by word: what words that are not known and end in it may be */
    const struct EventNames *event_names; /* names that stages go by: event_names.h, when_names.h */
    const struct TimeNames *time_names;
    const RulesGate *casualty_gate; /* casualty_gate.h */
    const struct Map *womens_names; /* womens_names.h */
    Str code;                       /* "en" */
    uint64_t stamp;                 /* hash of the files that it was compiled from */
} Language;

/* What a language is made of. */
typedef struct {
    const EmbeddedFile *files;
    size_t count;
    const uint32_t *features; /* how common they are (rules_expect_features), NULL where nobody has counted */
    const Str *words;         /* of the language, the most common first (lexicon_number_words) */
    size_t word_count;
} LanguageText;

/* Compiles files named ".../lexicon/NAME.tsv" and ".../rules/NAME.rules", in the order of their names, and reads those of ".../people/"; others
 * are passed over. */
bool language_load(Arena *arena, Str code, const LanguageText *text, Language *out, Error *err);

/* The embedded language of that code: as the build compiled it (base/image.h), or from its text where that is other. */
bool language_default(Arena *arena, Str code, Language *out, Error *err);

/* What a word that is not known may be by its last letters (class ENDING), 0 = anything. folded: in small letters. */
uint64_t language_ending_tags(const Language *language, Str folded);

/* The embedded language's stamp, without compiling it. */
uint64_t language_default_stamp(Str code);

#endif

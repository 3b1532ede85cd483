/* tags — what part a token plays in its clause, as the lexicon's classes WORD, PHRASE and SAY name it ("pret+part") and syntax.h settles it. */
#ifndef DAYBOOK_EXTRACT_TAGS_H
#define DAYBOOK_EXTRACT_TAGS_H

#include "base/str.h"

typedef enum {
    TAG_NOUN, /* nouns, adjectives, names: whatever the lexicon does not know as something else */
    TAG_DET,
    TAG_POSS,
    TAG_PRON,
    TAG_OBJ,
    TAG_WH,
    TAG_WHADV,
    TAG_THAT,
    TAG_TO,
    TAG_PREP,
    TAG_SUB,
    TAG_CONJ,
    TAG_BE,
    TAG_HAVE,
    TAG_DO,
    TAG_MODAL,
    TAG_NEG,
    TAG_ADV,
    TAG_BASE, /* verb forms */
    TAG_THIRD,
    TAG_PRET,
    TAG_PART,
    TAG_ING,
    TAG_NUMBER,
    TAG_COMMA,
    TAG_STOP,
    TAG_SEMI,
    TAG_COLON,
    TAG_DASH,
    TAG_OPEN,
    TAG_CLOSE,
    TAG_HYPHEN,
    TAG_MARK, /* quotation mark */
    TAG_SIGN,
    TAG_MANY, /* no part of its own: the word, as a noun or determiner, is a plural */
    TAG_COUNT
} Tag;

/* A set of tags, a bit each. */
#define BIT(tag) (1ULL << (tag))

/* The bits of the tags that a value names; what it does not know is passed over. */
uint64_t tags_named(Str value);

#endif

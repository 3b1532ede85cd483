/*
 * gazetteer_file — the layout of a gazetteer file, shared by its writer (gazetteer_build) and its
 * reader (gazetteer). Little-endian, every section aligned to 8 bytes, used as it lies in memory:
 *
 *     GazetteerHeader
 *     places     GazetteerPlace[place_count], by latitude, longitude, id: a box is a stretch of them
 *     filter     uint8_t[filter_count]: by key of the words that a name begins with, one or more, up to all,
 *                the most words that such a name has (0: there is none)
 *     buckets    uint32_t[bucket_count + 1]: by the top bits of a name's hash, its stretch of names
 *     names      GazetteerName[name_count], by hash
 *     postings   uint32_t[]: places of a name, the last one marked
 *     divisions  uint32_t[]: offsets of first-order divisions' names in text
 *     countries  char[2][]
 *     text       NUL-terminated UTF-8 strings; offset 0 is ""
 *
 * A name is known by 32 bits of its hash and the bucket's: 49 bits of a world's file, so that one of
 * a billion words that are no name is taken for one; the capital-letter gate stands before it.
 */
#ifndef DAYBOOK_MATCH_GAZETTEER_FILE_H
#define DAYBOOK_MATCH_GAZETTEER_FILE_H

#include <stdint.h>

#include "base/str.h"

enum {
    GAZETTEER_VERSION = 2,
    GAZETTEER_WORDS_MAX = 7,      /* of a name */
    GAZETTEER_WORD_BYTES = 64,    /* of a folded word; longer ones are cut */
    GAZETTEER_NO_COUNTRY = 0,     /* index of "" */
    GAZETTEER_COUNTRIES_MAX = 256 /* an index is one byte */
};

static const char GAZETTEER_MAGIC[8] = {'D', 'A', 'Y', 'G', 'A', 'Z', '0', '1'};

/* The sections in file order. */
typedef enum {
    SECTION_PLACES,
    SECTION_FILTER,
    SECTION_BUCKETS,
    SECTION_NAMES,
    SECTION_POSTINGS,
    SECTION_DIVISIONS,
    SECTION_COUNTRIES,
    SECTION_TEXT,
    SECTION_COUNT_
} GazetteerSection;

typedef struct {
    uint64_t offset; /* bytes from the file's beginning */
    uint64_t count;  /* items */
} GazetteerExtent;

typedef struct {
    char magic[8];
    uint32_t version;
    uint32_t bucket_shift; /* hash >> bucket_shift is the bucket */
    GazetteerExtent sections[SECTION_COUNT_];
} GazetteerHeader;

typedef enum { ID_GEONAMES, ID_WHOS_ON_FIRST, ID_TEXT } GazetteerIdKind;

enum {
    META_KIND = 0x07,  /* PlaceKind */
    META_ID_SHIFT = 3, /* GazetteerIdKind, two bits */
    META_HAS_POINT = 0x20,
    META_CAPITAL = 0x40
};

typedef struct {
    uint32_t id;    /* a number, or for ID_TEXT an offset in text */
    uint32_t name;  /* offset in text */
    int32_t lat_e5; /* degrees × 100,000 */
    int32_t lon_e5;
    uint32_t population; /* 0 unknown */
    uint16_t division;   /* index in divisions, 0 none */
    uint8_t country;     /* index in countries */
    uint8_t meta;
} GazetteerPlace;

typedef struct {
    uint32_t hash;    /* the low half */
    uint32_t posting; /* index of the first posting */
} GazetteerName;

enum {
    POSTING_PLACE = 0x3fffffff,
    POSTING_LAST = 0x40000000, /* last of its name */
};
#define POSTING_OFFICIAL UINT32_C(0x80000000) /* the place's own name */

/* The bytes one item of a section takes. */
size_t gazetteer_item_bytes(GazetteerSection section);

/* Folds one word for comparison: lower case, without accents, apostrophes and full stops ("Ḩ" → "h", "Xi’an" →
 * "xian", "U.S." → "us"). Writes at most GAZETTEER_WORD_BYTES; returns the length. */
size_t gazetteer_fold(Str word, char *out);

/* Cuts the next word (letters, digits, apostrophes, full stops) off *rest; false at the end. */
bool gazetteer_word(Str *rest, Str *out);

/* The hash of a name grows word by word from GAZETTEER_HASH_START; gazetteer_hash_end gives the key. */
#define GAZETTEER_HASH_START UINT64_C(0xcbf29ce484222325)
uint64_t gazetteer_hash_word(uint64_t hash, const char *folded, size_t len);

/* Folds a word and adds it to a name's hash; returns how many bytes it has when it is folded. */
size_t gazetteer_hash_text(uint64_t *hash, Str word);
uint64_t gazetteer_hash_end(uint64_t hash);

#endif

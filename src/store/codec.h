/*
 * codec — values to bytes and back by one and the same function: each code_… writes its value where out is set, else
 * reads it from at. So a layout stands in one place and can't differ between writing and reading.
 *
 *     Codec w = {.out = &buf};                              Codec r = {.at = bytes, .end = bytes + n, .arena = arena};
 *     code_int(&w, &count); code_str(&w, &name);            code_int(&r, &count); code_str(&r, &name);
 *
 * Reading never goes past end: what is damaged sets broken, and values read from there on are 0, "" or empty.
 */
#ifndef DAYBOOK_STORE_CODEC_H
#define DAYBOOK_STORE_CODEC_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/span.h"

typedef struct {
    Buf *out; /* writing */
    const char *at;
    const char *end;
    Arena *arena; /* what is read lives here */
    Str text;     /* texts that are slices of it are kept as their place in it */
    uint32_t
        last; /* where the last span or slice began: the next is kept by its distance, which is short and often the same */
    bool broken;
} Codec;

void code_uint(Codec *c, uint64_t *value); /* varint: 7 bits a byte, low ones first */
void code_int(Codec *c, int64_t *value);   /* small numbers of both signs are short */
void code_size(Codec *c, uint32_t *value);
void code_double(Codec *c, double *value);
void code_day(Codec *c, int32_t *value);
void code_span(Codec *c, Span *value); /* read: inside text and start <= end, else broken */
void code_str(Codec *c, Str *value);   /* tells STR_NONE from "" */

/* A number below limit, for enums: what is read beyond it is broken and 0. */
unsigned code_below(Codec *c, unsigned value, unsigned limit);

/* How many items follow, each of at least one byte. Returns value or what was read. */
size_t code_count(Codec *c, size_t value);

/* A list of items of one size, each written or read by each; *count and the list are what was given, or was read. */
typedef void CodeItem(Codec *c, void *item);
void *code_list(Codec *c, const void *items, size_t *count, size_t item_size, CodeItem *each);

/* A list of texts; read: made in the arena. */
void code_strs(Codec *c, const Str **items, size_t *count);

#endif

/*
 * entry_list — the blocks of a text as a list of events: with what each opens (entry_label.c), which entry it belongs to (entry.c), and whether
 * the report tells of all entries as a whole (entry_whole.c).
 */
#ifndef DAYBOOK_EXTRACT_ENTRY_LIST_H
#define DAYBOOK_EXTRACT_ENTRY_LIST_H

#include "extract/analysis/analysis.h"

typedef enum {
    LABEL_NONE,
    LABEL_DAY,   /* "March 6 - ...", "Friday 6 March" */
    LABEL_DATED, /* "On 6 March, ..." */
    LABEL_NAME,  /* "Sibi: ...": may be a place's */
    LABEL_PLACE, /* is one */
    LABEL_TOTAL  /* "Total: ..." */
} EntryLabel;

/* A block, as far as it matters here. */
typedef struct {
    EntryLabel label;
    const PlaceMention *place; /* NULL: one that is on no map */
    const TimeMention *time;   /* of a date, its own or the one it stands under */
    uint32_t entry;            /* number of the entry that it belongs to, from 1 on; 0: to none */
} EntryItem;

typedef struct {
    Analysis *a;
    EntryItem *items; /* by block */
} EntryList;

/* With what the block opens. */
EntryItem entry_item(const Analysis *a, size_t block);

/* Furniture, or the title that stands behind the text. */
bool entry_is_no_item(const Analysis *a, size_t block);

/* The block that holds the byte. */
size_t entry_block_at(const Analysis *a, uint32_t byte);

/* The entry that the claim stands in; 0. */
uint32_t entry_of(const EntryList *list, const Claim *claim);

/* An attack, or a count of people. */
bool entry_is_event(const Claim *claim);

/* Does it tell of other people than those told before in its entry? */
bool entry_is_count(const Claim *claim);

/* Whether the report tells of all entries as a whole: by a row of their total, by a count that comes to all of them, or by days that hold
 * those of each. Where it does, what tells the whole has its days, and no figure is context. */
bool entry_has_whole(const EntryList *list, bool own);

#endif

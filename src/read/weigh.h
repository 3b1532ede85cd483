/*
 * weigh — how much running text each part of a page holds, once what is furniture by its name or element is dropped.
 * Running text counts for, links and scraps count against.
 */
#ifndef DAYBOOK_READ_WEIGH_H
#define DAYBOOK_READ_WEIGH_H

#include "read/dom.h"
#include "read/markup.h"

enum { PROSE_CHARS = 60 }; /* a block of that much text outside links is running text */

/* The nodes of a page in document order. */
typedef struct {
    Node **items;
    size_t count;
    size_t cap;
} NodeList;

/* Sets marks, dropped and the weights of every node. */
NodeList weigh_page(Arena *arena, const Markup *markup, Node *root);

/* Takes back every drop but of elements that never hold text. */
void weigh_restore(const NodeList *nodes);

/* What a block's own text weighs, by its own_chars and own_links. */
int32_t weigh_block(const Node *block);

/* The node or one around it is dropped. */
bool weigh_is_left_out(const Node *node);

#endif

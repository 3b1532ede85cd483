/* json_ld — what a page's JSON-LD (schema.org) says of the article on it. */
#ifndef DAYBOOK_READ_JSON_LD_H
#define DAYBOOK_READ_JSON_LD_H

#include "read/meta.h"

/* Fills the fields of *out that the page's scripts give. Broken JSON is passed over. */
void json_ld_read(Arena *arena, const Markup *markup, const Node *root, Meta *out);

#endif

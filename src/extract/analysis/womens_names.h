/*
 * womens_names — given names that nearly all bearers of are women, from data/LANG/people/womens_names.tsv: columns name and source; lines that
 * begin with # are passed over. Read-only once read.
 */
#ifndef DAYBOOK_EXTRACT_WOMENS_NAMES_H
#define DAYBOOK_EXTRACT_WOMENS_NAMES_H

#include "base/embedded.h"
#include "base/error.h"
#include "base/map.h"

/* The names of the tables among the files; of a name that stands there twice, or none, an error. */
const Map *womens_names_read(Arena *arena, const EmbeddedFile *files, size_t count, Error *err);

/* Accents, apostrophes and capitals make no difference. */
bool womens_names_have(const Map *names, Str name);

#endif

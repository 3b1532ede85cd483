/* import_line — what the readers of gazetteer_import share: a run over a file's lines, and one line's place. */
#ifndef DAYBOOK_MATCH_IMPORT_LINE_H
#define DAYBOOK_MATCH_IMPORT_LINE_H

#include "base/map.h"
#include "match/gazetteer_build.h"
#include "match/gazetteer_import.h"

enum { IMPORT_SPELLINGS_MAX = 64 };

typedef enum { LINE_DONE, LINE_PASSED, LINE_BROKEN } LineResult;

typedef struct {
    Arena *arena;   /* of the whole import */
    Arena *scratch; /* rewound after each line */
    GazetteerBuild *build;
    Map *division_keys; /* "PK.02" or "wof:85675753"; their names in division_names by number */
    Str *division_names;
    size_t division_count;
    size_t division_cap;
    const char *what; /* is wrong with the line */
    ImportReport *report;
} Import;

typedef LineResult ReadLine(Import *import, Str line);

/* The name of a division that was noted, "" if none was. The first note of a key stands. */
void import_note_division(Import *import, Str key, Str name);
Str import_division(const Import *import, Str key);

/* Whether a spelling is of use in a Latin-script text: Latin letters, no code of a few capitals. */
bool import_is_latin(Str name);

/* A number with a decimal point; false if text is none. */
bool import_degrees(Str text, double *out);

/* GeoNames. */
ReadLine import_geonames_line;
ReadLine import_admin1_line;

/* Who's On First: the first run notes regions, the second adds places. */
ReadLine import_wof_regions;
ReadLine import_wof_line;

#endif

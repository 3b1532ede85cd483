/*
 * gazetteer_import — reads place dumps of others into a gazetteer file (`daybook places import`).
 *
 * Formats, told by the first line; each plain or gzip:
 *   GeoNames dump    19 tab-separated columns, no header (readme.txt of download.geonames.org/export/dump);
 *                    admin1CodesASCII.txt[.gz] in the same folder names its divisions
 *   GeoNames admin1  "PK.02<tab>Balochistan<tab>...": that table itself
 *   Who's On First   one GeoJSON feature a line (whosonfirst.org/docs/properties)
 *
 * Kept are names in Latin letters. A line that can't be read is told to `problem` with its number, and
 * the rest is done.
 */
#ifndef DAYBOOK_MATCH_GAZETTEER_IMPORT_H
#define DAYBOOK_MATCH_GAZETTEER_IMPORT_H

#include "base/error.h"
#include "base/str.h"

/* Told of each broken line; what is a short phrase: "19 columns wanted". */
typedef void ImportProblem(void *context, const char *path, size_t line, const char *what);

/* What the caller hands in (problem may be NULL), and what was done. */
typedef struct {
    ImportProblem *problem;
    void *context;
    size_t lines;
    size_t places; /* written */
    size_t passed; /* read, but of no use: gone places, roads, other kinds */
    size_t broken;
} ImportReport;

/* False, with out_path as it was, if a file can't be opened, is of no known format, or nothing can be written. */
bool gazetteer_import(const char *const *paths, size_t path_count, const char *out_path, ImportReport *report,
                      Error *err);

#endif

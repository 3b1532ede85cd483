/*
 * export — a situation in the forms that others read: tables, maps, event data sets, web vocabularies. A format is one file and one
 * row in export.c. Each figure keeps the way back: ids of claims, the report and the bytes it came from.
 *
 * Sources: RFC 4180 (CSV), RFC 7946 (GeoJSON), HXL standard 1.1, UCDP GED codebook 24.1, ACLED codebook 2023, schema.org's ClaimReview.
 */
#ifndef DAYBOOK_REPORT_EXPORT_H
#define DAYBOOK_REPORT_EXPORT_H

#include "base/buf.h"
#include "model/situation.h"

/* Appends the situation, whole, to out. */
typedef void ExportWriter(Buf *out, const Situation *situation);

typedef struct {
    const char *name;    /* as --format takes it */
    const char *type;    /* media type */
    const char *ending;  /* of a file's name, with the dot */
    const char *summary; /* for the help */
    ExportWriter *write;
    const char *profile; /* the codebook that its figures are counted by, where no other is asked for */
} ExportFormat;

/* Appends the situation in that form. Of a public edition (situation.notices) every form says what it leaves out: a table in a last column,
 * whole in its first row; the others in a place of their own. */
void export_write(Buf *out, const ExportFormat *format, const Situation *situation);

/* All of them, in the order of the help. */
const ExportFormat *export_formats(size_t *count);

/* NULL where there is no such format. */
const ExportFormat *export_format(Str name);

#endif

/*
 * genre — texts that tell of deaths and are no reports of any: what happens in films, series, novels and games, studies of
 * patients, drills, accounts of matches, obituaries. By the words that such texts speak in (class NO_HARM of the lexicon).
 *
 * Example: a review that opens "In this thriller a sniper kills dozens" and speaks of its cast, plot and director tells of nobody
 * killed; a report of a shooting in a cinema does.
 */
#ifndef DAYBOOK_EXTRACT_GENRE_H
#define DAYBOOK_EXTRACT_GENRE_H

#include "extract/analysis/analysis.h"

/* Whether what the text tells of has not happened, or is counted of a study's patients. After source_find. */
bool genre_is_no_report(const Analysis *a);

/* Whether it is about the lives of who died of age or illness, and speaks of nothing else that anybody may die of. After source_find. */
bool genre_is_obituary(const Analysis *a);

#endif

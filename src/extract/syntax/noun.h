/*
 * noun — the words of the phrases by which people are called, compared whatever their case and number.
 *
 *     noun_is_in(STR("three prison guards"), noun_last(STR("the guard")))      true
 */
#ifndef DAYBOOK_EXTRACT_NOUN_H
#define DAYBOOK_EXTRACT_NOUN_H

#include "base/str.h"

/* The last word of the text, part of it. */
Str noun_last(Str text);

/* "guard", "guards": the one is the other with an ending of a letter or two. */
bool noun_is_form_of(Str a, Str b);

/* Whether the word, in one of its forms, is a word of the text. */
bool noun_is_in(Str text, Str word);

/* Every word of the one name is a word of the other: "Perez", "Juan Perez". */
bool noun_all_in(Str part, Str name);

/* "Rivals", "RIVALS": a plural by its ending; not "boss", "virus". */
bool noun_ends_plural(Str word);

#endif

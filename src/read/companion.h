/*
 * companion — the folder that a browser puts beside a page it saves whole ("Fire.html", "Fire_files/"): scripts, styles, frames and
 * pictures of the page, none of them a report. Its name is the page's with an ending of data/read/markup.tsv (class folder).
 */
#ifndef DAYBOOK_READ_COMPANION_H
#define DAYBOOK_READ_COMPANION_H

#include "base/map.h"
#include "read/markup.h"

/* Is a part of the path ("a/Fire_files/x.js") such a folder, of a page whose path is among these? */
bool companion_holds(const Markup *markup, const Map *paths, Str path);

#endif

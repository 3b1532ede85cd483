/* page — the situation page: one self-contained HTML file, complete without script. */
#ifndef DAYBOOK_REPORT_PAGE_H
#define DAYBOOK_REPORT_PAGE_H

#include "base/buf.h"
#include "extract/analysis/language.h"
#include "match/gazetteer.h"
#include "model/situation.h"

/* language gives rules their words; gazetteer (may be NULL) the map's neighbouring towns. */
void page_situation(Buf *out, const Situation *situation, const Language *language, const Gazetteer *gazetteer);

/*
 * The same without what stands around it: heading, list of sections, sections, for a page of the desk that brings its own head, style
 * and script. Each entry of the evidence then has a link to where its claim is reviewed: desk with the claim's id behind it.
 */
void page_on_desk(Buf *out, const Situation *situation, const Language *language, const Gazetteer *gazetteer, Str desk);

#endif

/*
 * extract — from a document to its claims: the cascade. Pure: the same document, language and
 * gazetteer give the same extraction; nothing is read, printed or kept.
 *
 *     tokens → lexicon phrases → structure → counts → days → places → speakers → groups → claims
 */
#ifndef DAYBOOK_EXTRACT_EXTRACT_H
#define DAYBOOK_EXTRACT_EXTRACT_H

#include "extract/analysis/language.h"
#include "match/gazetteer.h"
#include "model/extraction.h"

/* Never fails: odd text gives an extraction with little in it. Lives in the arena. gazetteer may be NULL. */
Extraction *extract_document(const Language *language, const Gazetteer *gazetteer, const Document *document,
                             Arena *arena);

/* The same for who reads many: what the stages need meanwhile, some hundred times the text, lies in the scratch, to be given
 * back behind it. */
Extraction *extract_with_scratch(const Language *language, const Gazetteer *gazetteer, const Document *document,
                                 Arena *arena, Arena *scratch);

#endif

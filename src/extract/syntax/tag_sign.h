/* tag_sign — the tags of punctuation: what a sign is, and what it is where it stands ("Marks & Sons" and "Lund.com" are names). */
#ifndef DAYBOOK_EXTRACT_TAG_SIGN_H
#define DAYBOOK_EXTRACT_TAG_SIGN_H

#include "extract/analysis/analysis.h"
#include "extract/analysis/tags.h"

/* The tag of a token that is punctuation; TAG_SIGN where it is none of a sentence's. */
Tag tag_sign(const TokenList *list, uint32_t i);

/* The same token's tag between its neighbours; before: the tag just before it. Any other tag comes back as it was. */
Tag tag_sign_between(const TokenList *list, const Sentence *sentence, uint32_t i, Tag before, Tag tag);

#endif

/* tag_subject — whether the words before one that may be a verb can be its subject. */
#ifndef DAYBOOK_EXTRACT_TAG_SUBJECT_H
#define DAYBOOK_EXTRACT_TAG_SUBJECT_H

#include "extract/syntax/syntax.h"

/* No verb of one thing ("reports") stands at the token: what is before it, whose tags are known, is an object, a number or an adjective. */
bool tag_lacks_subject(const Syntax *s, const Sentence *sentence, const uint8_t *tags, uint32_t i);

/* "[Hill] said", "[Rushing] told": the first word of its sentence may be a name only where the verb of saying
 * just behind it needs one. */
bool tag_may_be_name(const Syntax *s, const Sentence *sentence, uint32_t i, uint64_t bits, uint64_t next);

/* "said Will.": a name that looks like a modal closes its clause. */
bool tag_is_said_by(const Syntax *s, const Sentence *sentence, uint32_t i);

#endif

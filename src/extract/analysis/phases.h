/* phases — the names of the rule phases, in the order in which the cascade's stages run them. */
#ifndef DAYBOOK_EXTRACT_PHASES_H
#define DAYBOOK_EXTRACT_PHASES_H

/* NULL-terminated. A rule's `phase` must be one of these. */
extern const char *const EXTRACT_PHASES[];

#endif

/*
 * overtaken — which current figures a larger count has passed within hours: "eight died" by a reporter, and an hour later sixteen
 * by the police.
 *
 * Who counts are the authorities, medical and aid workers, by name; nothing passes an armed group's figure, and nothing passes where two countries fight
 * (doc/counts.md says why, and when a repeated number holds). Of a disaster a report's own word is late for what was told hours before the
 * count, however often. Times are seconds since 1970. Nothing fails.
 */
#ifndef DAYBOOK_ASSEMBLE_OVERTAKEN_H
#define DAYBOOK_ASSEMBLE_OVERTAKEN_H

#include "assemble/figure/current.h"

/* One for each current figure, in their order, in the arena: whether it is passed; never the largest. list is that of current. */
const bool *overtaken_find(const Profile *profile, const Current *current, const ToldList *list, Arena *arena);

#endif

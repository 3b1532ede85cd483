/*
 * place_role — what a place is named for: where something happened, who speaks, whose something is.
 */
#ifndef DAYBOOK_EXTRACT_PLACE_ROLE_H
#define DAYBOOK_EXTRACT_PLACE_ROLE_H

#include "extract/analysis/analysis.h"

/* What is the same of a place whatever is asked of it. */
enum {
    ROLE_SPEAKERS = 1 << 0,   /* named to say who speaks: "the semi-official Fars agency reported" */
    ROLE_GOVERNMENT = 1 << 1, /* a capital that stands for its government: "Kampala rejected the claim" */
    ROLE_PLACE = 1 << 2,      /* none of these, and whose or of what kind nothing is */
};

/* Notes the roles of every place, which are asked again and again: after source_find. */
void place_roles_find(Analysis *a);

bool place_has_role(const Analysis *a, const PlaceMention *place, unsigned role);

/* A speaker's town is where it happened, if nothing else is named; a speaker's country, or the one that did it, is not. */
bool place_tells_where(const Analysis *a, const PlaceMention *place);

#endif

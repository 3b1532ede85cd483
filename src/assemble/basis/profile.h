/*
 * profile — reads a codebook's rules. A profile is a file, data/profiles/NAME.profile or anybody's own: tab-separated, a
 * rule a line, under the headings
 *
 *     rule        setting  value   source                       statement
 *     gtd.latest  best     latest 24  GTD Codebook (2021), VIII  The figure of the most recent source …
 *
 * Lines that are empty or begin with # are passed over. A profile without a setting counts as if the line said the first
 * of these values:
 *
 *     outcomes       all | names of outcomes
 *     enemy          apart | high | counts        a party's figure for its enemy's losses
 *     lapse          none | HOURS DAYS REPORTS    (doc/counts.md, which figures are current)
 *     word           LOW-HIGH NUMBER [IN-WAR] | LOW- … | * apart | * floor    a count without a number, by its interval
 *     war            - | country codes            where IN-WAR holds
 *     best           median | lowest | highest | latest HOURS | majority | reliable; several lines are steps, in order;
 *                    posterior: of a model of reporting bias (assemble/figure/bias.h)
 *     bias           own|enemy|other under|over MEAN SD | noise SD | floor TIMES | interval SHARE    (in hundredths)
 *     low            supported | smallest | best
 *     high           identified | largest | best
 *     total          stated | larger
 *     presume        none | civilian              what victims of no told class are taken for
 *     spread         nothing | days               a total of several days in rows of events
 *     grade          NAME accepted | NAME contested | NAME sources N | NAME fighters; the first that holds
 *     headline       names of grades
 *     place-codes    precision=code …             exact, near, district, region, country
 *     day-codes      days=code … *=code           of spans of up to so many days
 *     clarity-codes  CODE CODE                    of one event; of several told together
 */
#ifndef DAYBOOK_ASSEMBLE_PROFILE_H
#define DAYBOOK_ASSEMBLE_PROFILE_H

#include "base/arena.h"
#include "base/error.h"
#include "model/profile.h"

/* The codebook that everything is counted by where none is chosen. Lives in the arena, as all profiles. */
const Profile *profile_default(Arena *arena);

/* A built-in profile; "all" is the default one with every other beside it. NULL and ERROR_USAGE, with the names there are. */
const Profile *profile_named(Str name, Arena *arena, Error *err);

/* The rules in text, which is kept, not copied; path stands in errors: "own.profile:3: …" (ERROR_DATA). NULL on error. */
const Profile *profile_read(const char *path, Str text, Arena *arena, Error *err);

#endif

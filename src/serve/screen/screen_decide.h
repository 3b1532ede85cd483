/*
 * screen_decide — the forms by which people decide, and what becomes of them when they come back.
 *
 * Every form goes to POST /s/NAME/decide with: action, target, seen (the last decision on the target that its page showed), reason, back (the
 * address to return to), and the action's own fields. step says what for: "preview" answers with a page that shows which figures would
 * move and asks again, "effect" with that alone (for the script), anything else decides.
 */
#ifndef DAYBOOK_SERVE_SCREEN_DECIDE_H
#define DAYBOOK_SERVE_SCREEN_DECIDE_H

#include "base/json.h"
#include "serve/screen/screen.h"

/* Fields of screen_edit_fields. */
enum {
    EDIT_OUTCOME,
    EDIT_CLASS,
    EDIT_LOW,
    EDIT_HIGH,
    EDIT_PLACE,
    EDIT_FIRST,
    EDIT_LAST,
    EDIT_SPEAKER,
    EDIT_PARTY,
    EDIT_STANCE,
    EDIT_BACKGROUND,
    EDIT_COUNT_
};

/* The most that one form decides: the same on a claim and its copies, or several taken back together. */
enum { DECISIONS_AT_ONCE = 500 };

/* The fields that the form sets otherwise than the claim has them (NULL: a new claim), as members of a JSON object. */
void screen_put_edit(const Screen *s, const Claim *was, Json *j);

/* "start" and "end" of the form's passage in the report of that name: from the script's fields where they hold those words, else where the
 * words stand first. Nothing where they don't stand in it. */
void screen_put_passage(const Screen *s, Str report, Json *j);

/* All forms that the person may use on the claim. */
void screen_claim_forms(const Screen *s, uint32_t claim);
void screen_incident_forms(const Screen *s, const Incident *incident);

/* The forms of a coder who reads claims without seeing others' readings: what they send is independent, and leads back to the page. */
void screen_coding_forms(const Screen *s, uint32_t claim);

/* "place" as the form's fields give it: a name that the gazetteer knows brings its point, country and kind (of those of that name the one
 * in the country of the place before, else the largest); lat and lon of the form stand before all. */
void screen_put_place(const Screen *s, const PlaceMention *was, Json *j);

/* What a decision says besides its action: "count low 12, high 12"; of a note its text. value: its JSON. */
void screen_decision_value(const Screen *s, Str value);

/* Decisions made on the target, newest first, each with a way to undo it. */
void screen_decisions(const Screen *s, Str target);

/* A button that takes the decision back, and the person's others up to the number through that were made with it (0: none). */
void screen_undo(const Screen *s, const StoreDecision *decision, int64_t through);

/* On a page that a decision led back to ("?decided=N"): what was kept, what it moved, a way to undo it (screen_flash.c). */
void screen_flash(const Screen *s);

/* Rows of store_effect in words: "Civilians killed: best 11 → 12". */
void screen_effect(const Screen *s, const View *effect);

#endif

/* What people decided, as JSON: on each claim, and of the situation as a whole. Fields that are there only where somebody decided. */
#include "report/json_parts.h"

static void decision_fields(Json *j, const Decision *d)
{
    json_int(j, "seq", d->seq);
    json_moment(j, "time", (Moment){.seconds = d->made_at, .precision = MOMENT_TIME});
    json_str(j, "person", d->person);
    json_str(j, "action", action_name(d->action));
    json_str(j, "reason", d->reason);
    if (d->independent)
        json_bool(j, "independent", true);
}

/* The fields that people changed, as the program has them. */
static void found_fields(Json *j, const Claim *found, unsigned fields)
{
    json_open_key(j, "found", '{');
    if (fields & FIELD_OUTCOME)
        json_text(j, "outcome", outcome_name(found->outcome));
    if (fields & FIELD_CLASS)
        json_str(j, "class", class_name(found->victim_class));
    if ((fields & FIELD_COUNT) && found->has_count)
        json_count(j, "count", found->count);
    if ((fields & FIELD_COUNT) && !found->has_count)
        json_null(j, "count");
    if (fields & FIELD_PLACE)
        json_place(j, "place", found->place);
    if (fields & FIELD_DAYS)
        json_window(j, "window", found->window, STR_NONE);
    if (fields & FIELD_PARTY)
        json_text(j, "party", party_name(found->party));
    if (fields & FIELD_SPEAKER)
        json_text(j, "speaker", found->attribution ? found->attribution->speaker : STR_NONE);
    if (fields & FIELD_STANCE)
        json_str(j, "stance", stance_name(found->stance));
    if (fields & FIELD_BACKGROUND)
        json_bool(j, "background", found->background);
    if (fields & FIELD_TYPE)
        json_text(j, "type", found->type);
    json_close(j, '}');
}

void json_decided(Json *j, const Claim *claim)
{
    const ClaimDecided *decided = claim->decided;
    if (!decided)
        return;
    json_open_key(j, "decided", '{');
    json_str(j, "verdict", verdict_name(decided->verdict));
    json_open_key(j, "by", '[');
    for (size_t i = 0; i < decided->by_count; i++) {
        json_open(j, '{');
        decision_fields(j, decided->by[i]);
        json_close(j, '}');
    }
    json_close(j, ']');
    if (decided->found && decided->fields)
        found_fields(j, decided->found, decided->fields);
    json_close(j, '}');
}

void json_decisions(Json *j, const Situation *s)
{
    if (s->decision_count == 0)
        return;
    json_open_key(j, "decisions", '[');
    for (size_t i = 0; i < s->decision_count; i++) {
        const SituationDecision *item = &s->decisions[i];
        json_open(j, '{');
        decision_fields(j, item->decision);
        json_str(j, "target", item->decision->target.id);
        json_bool(j, "attached", item->attached);
        json_text(j, "claim", item->claim >= 0 ? s->claims[item->claim].claim->id : STR_NONE);
        json_text(j, "incident", item->incident >= 0 ? s->incidents[item->incident].id : STR_NONE);
        json_close(j, '}');
    }
    json_close(j, ']');
}

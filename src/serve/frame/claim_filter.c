#include "serve/frame/claim_filter.h"

Str claim_filter_field(const Request *request, const char *name)
{
    Str value = request_query(request, name);
    value = str_present(value) ? str_trim(value) : STR_NONE;
    return value.len > 0 ? value : STR_NONE;
}

static Day day_of(const Request *request, const char *name)
{
    Str value = claim_filter_field(request, name);
    return str_present(value) ? day_parse(value) : DAY_NONE;
}

static DecidedFilter decided(const Request *request)
{
    Str value = claim_filter_field(request, "decided");
    if (str_equal(value, STR("no")))
        return DECIDED_NOT;
    return str_equal(value, STR("yes")) ? DECIDED_YES : DECIDED_OR_NOT;
}

ClaimFilter claim_filter(const Request *request, int64_t situation, size_t limit)
{
    Str victims = claim_filter_field(request, "class");
    Str incident = claim_filter_field(request, "incident");
    ClaimFilter f = {.kind = kind_parse(claim_filter_field(request, "kind")),
                     .outcome = outcome_parse(claim_filter_field(request, "outcome")),
                     .victim_class = str_present(victims) ? (int)class_parse(victims) : -1,
                     .party = party_parse(claim_filter_field(request, "party")),
                     .place = claim_filter_field(request, "place"),
                     .speaker = claim_filter_field(request, "speaker"),
                     .words = claim_filter_field(request, "words"),
                     .days = {day_of(request, "from"), day_of(request, "to")},
                     .incident = -1,
                     .report = -1,
                     .decided_by = claim_filter_field(request, "by"),
                     .decided = decided(request),
                     .no_copies = str_present(claim_filter_field(request, "once")),
                     .before = request_number(request, "before", 0, UINT32_MAX),
                     .limit = limit};
    if (f.kind == KIND_UNVERIFIED)
        f.status = STATUS_UNVERIFIED;
    if (str_present(incident))
        f.incident = store_incident_seq(request->store, situation, incident);
    return f;
}

const FormField CLAIM_FILTER_FIELDS[] = {
    {"kind",
     "casualty, attack, responsibility, accusation, denial, statement, disruption, response, context, pending or unverified"},
    {"outcome", "killed, injured, abducted, detained, missing, escaped or displaced"},
    {"class", "civilian, security, militant, mixed or unknown"},
    {"party", "who says so: government, armed group, medical, witness, aid, media, international, analyst or other"},
    {"speaker", "part of the speaker's name"},
    {"place", "part of the place's name"},
    {"from", "the first day, YYYY-MM-DD"},
    {"to", "the last day, YYYY-MM-DD"},
    {"decided", "no: nobody decided on it, yes: somebody did"},
    {"by", "name of who decided on it"},
    {"words", "stand in the passage"},
    {"incident", "id of an incident"},
    {"once", "1: without copies"},
    {"before", "where the page before ended"},
    {0},
};

/* Versions: one column a party, the same rows in the same order, the same width and weight. */
#include "report/page_parts.h"

typedef bool RowTest(const Claim *claim);

static bool is_killed(const Claim *c, VictimClass of)
{
    return c->kind == KIND_CASUALTY && c->outcome == OUTCOME_KILLED && c->victim_class == of;
}

static bool civilians_killed(const Claim *c)
{
    return is_killed(c, CLASS_CIVILIAN);
}

static bool security_killed(const Claim *c)
{
    return is_killed(c, CLASS_SECURITY);
}

static bool fighters_killed(const Claim *c)
{
    return is_killed(c, CLASS_MILITANT);
}

static bool other_casualties(const Claim *c)
{
    return c->kind == KIND_CASUALTY && !civilians_killed(c) && !security_killed(c) && !fighters_killed(c);
}

static bool who_did_it(const Claim *c)
{
    return c->kind == KIND_RESPONSIBILITY || c->kind == KIND_ACCUSATION || c->kind == KIND_DENIAL;
}

static bool what_happened(const Claim *c)
{
    return c->kind == KIND_ATTACK || c->kind == KIND_DISRUPTION || c->kind == KIND_RESPONSE;
}

static bool its_words(const Claim *c)
{
    return c->kind == KIND_STATEMENT && (c->manner == MANNER_DIRECT || c->manner == MANNER_MIXED);
}

static const struct {
    const char *label;
    RowTest *holds;
    bool figure; /* an empty row says "No figure reported" */
    bool quoted; /* the passage itself is printed */
} ROWS[] = {
    {"Civilians killed", civilians_killed, true, false}, {"Security forces killed", security_killed, true, false},
    {"Fighters killed", fighters_killed, true, false},   {"Other figures", other_casualties, true, false},
    {"What happened", what_happened, false, true},       {"Who did it", who_did_it, false, true},
    {"In its own words", its_words, false, true},
};
enum { ROW_COUNT = sizeof ROWS / sizeof ROWS[0], ROW_LIMIT = 5 };

static bool belongs(const Page *page, uint32_t claim, RowTest *holds)
{
    const SituationClaim *s = claim_at(page, claim);
    bool told_before = s->claim->kind != KIND_CASUALTY && !claim_leads(page, claim);
    return holds(s->claim) && !told_before && !s->claim->background && s->copy_of < 0 && page_shows(page, claim);
}

/* A party that is only quoted stands among the reactions. */
static bool has_a_version(const Page *page, const Version *version)
{
    for (size_t i = 0; i < version->claim_count; i++) {
        for (size_t row = 0; row + 1 < ROW_COUNT; row++) {
            if (belongs(page, version->claims[i], ROWS[row].holds))
                return true;
        }
    }
    return false;
}

static bool row_is_used(const Page *page, size_t row)
{
    const Incident *incident = page->headline;
    for (size_t v = 0; v < incident->version_count; v++) {
        if (!has_a_version(page, &incident->versions[v]))
            continue;
        for (size_t i = 0; i < incident->versions[v].claim_count; i++) {
            if (belongs(page, incident->versions[v].claims[i], ROWS[row].holds))
                return true;
        }
    }
    return false;
}

/* A figure of one town of the heading's region, say. */
static bool is_elsewhere(const Page *page, const Claim *claim)
{
    const PlaceMention *heading = page->headline->place;
    return claim->place && heading && claim->place->place.name.len > 0 &&
           !place_same(&claim->place->place, &heading->place);
}

static void version_item(const Page *page, uint32_t claim, bool quoted)
{
    const SituationClaim *s = claim_at(page, claim);
    put(page, s->superseded_by >= 0 ? "<li class=\"superseded\">" : "<li>");
    evidence_open(page, claim);
    if (quoted) {
        claim_quote(page, claim, QUOTE_BYTES);
    } else {
        claim_sentence(page, claim);
    }
    evidence_close(page);
    put(page, " <span class=\"quiet\">");
    Str speaker = claim_first_speaker(page, claim);
    if (str_present(speaker))
        text(page, speaker);
    bool begun = str_present(speaker);
    if (!quoted && is_elsewhere(page, s->claim)) {
        put(page, begun ? ", " : "");
        place_name(page, s->claim->place);
        begun = true;
    }
    if (!window_equal(s->claim->window, page->headline->window)) {
        put(page, begun ? ", " : "");
        claim_days(page, claim);
    }
    put(page, s->superseded_by >= 0 ? "; superseded" : "");
    put(page, "</span></li>\n");
}

static void version_row(const Page *page, const Version *version, size_t row)
{
    size_t shown = 0;
    size_t more = 0;
    buf_format(page->out, "<div class=\"row\"><dt>%s</dt><dd>", ROWS[row].label);
    for (size_t i = 0; i < version->claim_count; i++) {
        if (!belongs(page, version->claims[i], ROWS[row].holds))
            continue;
        if (shown == ROW_LIMIT) {
            more++;
            continue;
        }
        put(page, shown == 0 ? "<ul>\n" : "");
        version_item(page, version->claims[i], ROWS[row].quoted);
        shown++;
    }
    if (shown > 0)
        put(page, "</ul>");
    else
        put(page, ROWS[row].figure ? "<span class=\"quiet\">No figure reported</span>"
                                   : "<span class=\"quiet\">Nothing reported</span>");
    if (more > 0) {
        put(page, "<p class=\"quiet\">and ");
        words_number(page->out, (int64_t)more);
        put(page, " more in the <a href=\"#evidence\">evidence</a></p>");
    }
    put(page, "</dd></div>\n");
}

/* The country or group whose account it is; the only armed group is named too. */
static Str version_name(const Version *version)
{
    if (str_present(version->name))
        return version->name;
    return version->party == PARTY_ARMED_GROUP && version->account.len > 0 ? version->account : STR_NONE;
}

static void version_column(const Page *page, const Version *version)
{
    put(page, "<article class=\"version party-");
    buf_put(page->out, words_party_key(version->party));
    put(page, "\">\n<h3>");
    Str name = version_name(version);
    if (str_present(name)) {
        text(page, name);
        put(page, " <span class=\"quiet\">");
        buf_put(page->out, words_party_speaking(version->party));
        put(page, "</span>");
    } else {
        buf_put(page->out, words_party(version->party));
    }
    put(page, "</h3>\n<dl>\n");
    for (size_t row = 0; row < ROW_COUNT; row++) {
        if (row_is_used(page, row))
            version_row(page, version, row);
    }
    put(page, "</dl>\n</article>\n");
}

void page_versions(const Page *page)
{
    size_t columns = 0;
    for (size_t i = 0; page->headline && i < page->headline->version_count; i++)
        columns += has_a_version(page, &page->headline->versions[i]);
    if (columns == 0)
        return;
    section_open(
        page, "versions", "Versions",
        "What each party says, side by side and in the same order; days and places are told where they differ from the "
        "heading\xE2\x80\x99s. A claim is not a finding.");
    unsigned rows = 1;
    for (size_t row = 0; row < ROW_COUNT; row++)
        rows += row_is_used(page, row);
    buf_format(page->out, "<div class=\"versions rows-%u\">\n", rows);
    for (size_t i = 0; i < page->headline->version_count; i++) {
        if (has_a_version(page, &page->headline->versions[i]))
            version_column(page, &page->headline->versions[i]);
    }
    put(page, "</div>\n");
    section_close(page);
}

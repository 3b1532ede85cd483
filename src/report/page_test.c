#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "report/page_for_tests.h"

static void every_link_inside_the_page_has_its_target(void **state)
{
    Fixture *fixture = *state;
    Str page = buf_str(&fixture->page);
    size_t links = 0;
    for (size_t at = 0; (at = str_find(page, STR("href=\"#"), at)) != SIZE_MAX; links++) {
        at += 7;
        size_t end = str_find_char(page, '"', at);
        Buf id = {0};
        buf_put(&id, STR(" id=\""));
        buf_put(&id, str_slice(page, at, end));
        buf_char(&id, '"');
        if (str_find(page, buf_str(&id), 0) == SIZE_MAX)
            fail_msg("no target for %.*s", (int)(end - at), page.ptr + at);
        buf_free(&id);
    }
    assert_true(links > 50);
}

static void a_blank_best_shows_the_parties_claims_with_their_days(void **state)
{
    Fixture *fixture = *state;
    Str cell = part(buf_str(&fixture->page), "<h4>Fighters</h4>", "</div>");
    assert_true(holds(cell, "No agreed figure"));
    assert_true(holds(cell, "Claimed by authorities"));
    assert_true(holds(cell, ">37\xE2\x80\x93"
                            "70</a>"));
    assert_true(holds(cell, ">67</a>"));
    assert_true(holds(cell, "Fri 30 Jan to Sat 31 Jan"));
    assert_false(holds(cell, "class=\"best\""));
}

static void an_open_high_is_drawn_open_and_said(void **state)
{
    Fixture *fixture = *state;
    Str cell = part(buf_str(&fixture->page), "<h4>Civilians</h4>", "</div>");
    assert_true(holds(cell, "<span class=\"hedge\">at least</span> <span class=\"n\">11</span>"));
    assert_true(holds(cell, "class=\"arrow\""));
    assert_true(holds(cell, "high open"));
}

/* A figure of one town of the heading's region is not taken for one of the whole region. */
static void a_version_names_the_town_of_a_figure(void **state)
{
    Fixture *fixture = *state;
    Str versions = part(buf_str(&fixture->page), "id=\"versions\"", "</section>");
    assert_true(holds(versions, ", Gwadar"));
    assert_false(holds(versions, ", Balochistan"));
}

static void what_nobody_reports_is_said_and_never_zero(void **state)
{
    Fixture *fixture = *state;
    Str row = part(buf_str(&fixture->page), "<th scope=\"row\">injured</th>", "</tr>");
    assert_true(holds(row, "No figure reported"));
    assert_false(holds(row, ">0<"));
}

static void words_stay_words(void **state)
{
    Fixture *fixture = *state;
    Str cell = part(buf_str(&fixture->page), "<h4>Fighters</h4>", "</div>");
    assert_true(holds(cell, "\xE2\x80\x9Cscores\xE2\x80\x9D"));
    assert_false(holds(cell, "40\xE2\x80\x93"));
}

static void a_measure_takes_its_of(void **state)
{
    Fixture *fixture = *state;
    assert_true(
        holds(part(buf_str(&fixture->page), "id=\"versions\"", "</section>"), ">scores of fighters killed</a>"));
}

/* A claim of the sample as a test wants it; the test puts back what is returned. */
static const Claim *replace_claim(Fixture *fixture, size_t at, Claim **own)
{
    const Claim *kept = fixture->situation->claims[at].claim;
    *own = ARENA_NEW(fixture->arena, Claim);
    **own = *kept;
    fixture->situation->claims[at].claim = *own;
    return kept;
}

/* Words of the text that are a quotation bring their own marks. */
static void a_passage_is_quoted_once(void **state)
{
    Fixture *fixture = *state;
    Claim *own = NULL;
    const Claim *kept = replace_claim(fixture, SAMPLE_JOURNALIST, &own);
    own->kind = KIND_ATTACK;
    own->type = STR("raid");
    Buf page = {0};
    page_situation(&page, fixture->situation, NULL, NULL);
    assert_true(holds(buf_str(&page), "<q class=\"passage marked\">\xE2\x80\x9CNobody outside"));
    assert_false(holds(buf_str(&page), "<q class=\"passage\">\xE2\x80\x9C"));
    buf_free(&page);
    fixture->situation->claims[SAMPLE_JOURNALIST].claim = kept;
}

static void a_word_that_stands_for_the_people_is_printed_and_a_plain_noun_is_no_number(void **state)
{
    static const struct {
        int64_t low, high;
        const char *want;
    } CASES[] = {{40, 199, ">scores killed (fighters)</a>"}, {2, INTERVAL_OPEN, ">fighters killed</a>"}};
    Fixture *fixture = *state;
    Claim *own = NULL;
    const Claim *kept = replace_claim(fixture, SAMPLE_SCORES, &own);
    own->victims = own->count_span;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        own->count = (Interval){CASES[i].low, CASES[i].high};
        Buf page = {0};
        page_situation(&page, fixture->situation, NULL, NULL);
        assert_true(holds(part(buf_str(&page), "id=\"versions\"", "</section>"), CASES[i].want));
        buf_free(&page);
    }
    fixture->situation->claims[SAMPLE_SCORES].claim = kept;
}

static void one_group_is_named_by_its_own_word(void **state)
{
    static const struct {
        unsigned subgroups;
        unsigned among;
        int64_t n;
        const char *want;
    } CASES[] = {{SUBGROUP_CHILDREN, 0, 11, "11 children killed"},
                 {SUBGROUP_MEN, 0, 1, "1 man killed"},
                 {SUBGROUP_WOMEN | SUBGROUP_CHILDREN, 0, 11, "11 civilians killed (women, children)"},
                 {SUBGROUP_WOMEN, SUBGROUP_WOMEN, 11, "11 civilians killed, women among them"},
                 {SUBGROUP_WOMEN | SUBGROUP_CHILDREN, SUBGROUP_WOMEN | SUBGROUP_CHILDREN, 11,
                  "11 civilians killed, women and children among them"}};
    Fixture *fixture = *state;
    Claim *own = NULL;
    const Claim *kept = replace_claim(fixture, SAMPLE_CIVILIANS_B, &own);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        own->subgroups = CASES[i].subgroups;
        own->among = CASES[i].among;
        own->count = (Interval){CASES[i].n, CASES[i].n};
        Buf page = {0};
        page_situation(&page, fixture->situation, NULL, NULL);
        assert_true(holds(buf_str(&page), CASES[i].want));
        buf_free(&page);
    }
    fixture->situation->claims[SAMPLE_CIVILIANS_B].claim = kept;
}

/* A day's total that nobody tells apart, and another of the next day: what the reader looks for first. */
static void the_total_is_drawn_over_time_without_its_parts(void **state)
{
    Fixture *fixture = *state;
    Claim *own = NULL;
    const Claim *kept = replace_claim(fixture, SAMPLE_LATER, &own);
    own->victim_class = CLASS_UNKNOWN;
    own->count = (Interval){29, 29};
    Buf page = {0};
    page_situation(&page, fixture->situation, NULL, NULL);
    Str panel = part(buf_str(&page), "<h3>All killed, or not told apart</h3>", "</figure>");
    assert_true(holds(panel, ">at least 21</a>"));
    assert_true(holds(panel, ">29</a>"));
    own->subgroups = SUBGROUP_WOMEN;
    buf_clear(&page);
    page_situation(&page, fixture->situation, NULL, NULL);
    assert_false(holds(buf_str(&page), "All killed, or not told apart"));
    buf_free(&page);
    fixture->situation->claims[SAMPLE_LATER].claim = kept;
}

/* Killed, of no class told: the row of an incident says how many, not that nobody does. */
static void a_listed_incident_tells_its_total(void **state)
{
    Fixture *fixture = *state;
    Situation copy = *fixture->situation;
    Incident *incidents = ARENA_ARRAY(fixture->arena, Incident, copy.incident_count + 1);
    memcpy(incidents, copy.incidents, copy.incident_count * sizeof *incidents);
    incidents[copy.incident_count] =
        (Incident){.id = STR("other"), .type = STR("attack"), .part_of = -1, .window = WINDOW_NONE};
    incidents[copy.incident_count++].estimates.cells[OUTCOME_KILLED][CELL_ALL] = (Estimate){
        .present = true, .has_best = true, .best = 23, .has_low = true, .low = 23, .has_high = true, .high = 23};
    copy.incidents = incidents;
    Buf page = {0};
    page_situation(&page, &copy, NULL, NULL);
    Str row = part(buf_str(&page), "id=\"incident-other\"", "</tr>");
    assert_true(holds(row, "<td colspan=\"1\" data-label=\"Killed\"><div>23"));
    assert_true(holds(row, "not told apart"));
    buf_free(&page);
}

static void the_passage_is_marked_in_its_sentence(void **state)
{
    Fixture *fixture = *state;
    Str note = part(buf_str(&fixture->page), "id=\"claim-c00\"", "</article>");
    assert_true(holds(note, "According to official reports, <mark>at least 10 officers were killed</mark>."));
    assert_true(holds(note, "Superseded by"));
    assert_true(holds(note, "Policy Review</a> \xE2\x86\x92 official reports"));
}

/* A headline given apart is kept behind the text: it is no sentence that follows the last one. */
static void the_headline_does_not_stand_behind_the_last_sentence(void **state)
{
    Fixture *fixture = *state;
    Situation copy = *fixture->situation;
    SituationDocument *documents = ARENA_ARRAY(fixture->arena, SituationDocument, copy.document_count);
    memcpy(documents, copy.documents, copy.document_count * sizeof *documents);
    Extraction *extraction = ARENA_NEW(fixture->arena, Extraction);
    Document *document = ARENA_NEW(fixture->arena, Document);
    *extraction = *documents[1].extraction;
    *document = *extraction->document;
    for (int apart = 0; apart < 2; apart++) {
        if (apart)
            document->headline = (Span){extraction->sentences[1].start, (uint32_t)document->text.len};
        extraction->document = document;
        documents[1].extraction = extraction;
        copy.documents = documents;
        Buf page = {0};
        page_situation(&page, &copy, NULL, NULL);
        assert_int_equal(holds(part(buf_str(&page), "id=\"claim-c11\"", "</blockquote>"), "Among the dead were"),
                         !apart);
        buf_free(&page);
    }
}

static void a_claim_names_the_figures_it_stands_beside(void **state)
{
    Fixture *fixture = *state;
    Str note = part(buf_str(&fixture->page), "id=\"claim-c01\"", "</article>");
    Str beside = part(note, "Other figures for the same", "</ul>");
    assert_true(holds(beside, "#claim-c12\""));
    assert_false(holds(beside, "#claim-c24\"")); /* a copy has no voice of its own */
    assert_false(holds(beside, "#claim-c00\"")); /* another group of people */
}

static void like_numbers_of_unlike_things_are_both_told(void **state)
{
    Fixture *fixture = *state;
    /* twelve attacks and twelve cities: three units are never one figure told twice */
    Claim *cities = ARENA_NEW(fixture->arena, Claim);
    *cities = *fixture->situation->claims[SAMPLE_ATTACKS].claim;
    cities->id = STR("cities");
    cities->unit = STR("cities");
    const Claim *kept = fixture->situation->claims[SAMPLE_TARGETS].claim;
    fixture->situation->claims[SAMPLE_TARGETS].claim = cities;
    Buf page = {0};
    page_situation(&page, fixture->situation, NULL, NULL);
    Str counts = part(buf_str(&page), "<h3>How many attacks</h3>", "</ul>");
    assert_true(holds(counts, "at least 12 attacks"));
    assert_true(holds(counts, "at least 12 cities"));
    buf_free(&page);
    fixture->situation->claims[SAMPLE_TARGETS].claim = kept;
}

static void source_text_is_escaped(void **state)
{
    Fixture *fixture = *state;
    Str page = buf_str(&fixture->page);
    assert_true(holds(page, "Attacks &amp; clashes in the province &lt;live&gt;"));
    assert_false(holds(page, "<live>"));
}

static void an_older_event_stands_in_the_background_only(void **state)
{
    Fixture *fixture = *state;
    Str page = buf_str(&fixture->page);
    assert_true(holds(part(page, "<section id=\"background\"", "</section>"), "bus bombing"));
    assert_false(holds(part(page, "<h3>Timeline</h3>", "</section>"), "bus bombing"));
    assert_false(holds(part(page, "<section id=\"incidents\"", "</section>"), "Bus bombing"));
}

static void a_copy_stands_under_its_origin_with_its_drift(void **state)
{
    Fixture *fixture = *state;
    Str copies = part(buf_str(&fixture->page), "Copies of it, counted once", "</ul>");
    assert_true(holds(copies, "Evening Wire"));
    assert_true(holds(copies, "<del>"));
    assert_true(holds(copies, ">civilian</a></ins>"));
}

static void the_page_lists_the_rules_of_counting_with_their_sources(void **state)
{
    Fixture *fixture = *state;
    Str rules = part(buf_str(&fixture->page), "<h3>Rules of counting: daybook</h3>", "</ul>");
    assert_true(holds(rules, "<code>daybook.5.enemy</code>"));
    assert_true(holds(rules, "rules of counting, rule 5"));
}

static void an_empty_pile_still_makes_a_whole_page(void **state)
{
    Fixture *fixture = *state;
    Situation empty = {.headline = -1, .profile = fixture->situation->profile};
    Buf page = {0};
    page_situation(&page, &empty, NULL, NULL);
    assert_true(holds(buf_str(&page), "No incident was found"));
    assert_true(holds(buf_str(&page), "No report was read."));
    assert_true(holds(buf_str(&page), "there is nothing to compare"));
    assert_false(holds(buf_str(&page), "do not contradict"));
    assert_false(holds(buf_str(&page), "Rules that read the reports"));
    assert_true(holds(buf_str(&page), "No claim was found, so there is no passage to show."));
    assert_true(str_ends(buf_str(&page), STR("</html>\n")));
    buf_free(&page);
}

/* The page says above that no incident was found; a row of nothing but unknowns would contradict it. */
static void an_incident_of_which_nothing_is_told_is_not_listed(void **state)
{
    Fixture *fixture = *state;
    Incident nothing = {.id = STR("n"), .window = WINDOW_NONE};
    Situation none = {
        .headline = -1, .profile = fixture->situation->profile, .incidents = &nothing, .incident_count = 1};
    Buf page = {0};
    page_situation(&page, &none, NULL, NULL);
    assert_false(holds(buf_str(&page), "<section id=\"incidents\""));
    buf_free(&page);
}

static size_t times(Str page, const char *words)
{
    size_t count = 0;
    for (size_t at = 0; (at = str_find(page, str_from(words), at)) != SIZE_MAX; at++)
        count++;
    return count;
}

static void conflicts_that_read_alike_are_told_once_and_many_are_folded(void **state)
{
    Fixture *fixture = *state;
    Situation many = *fixture->situation;
    size_t before = times(buf_str(&fixture->page), "<p class=\"dispute\">");
    enum { UNLIKE = 22 };
    Conflict *conflicts = ARENA_ARRAY(fixture->arena, Conflict, many.conflict_count + UNLIKE + 1);
    for (size_t i = 0; i < many.conflict_count; i++)
        conflicts[i] = many.conflicts[i];
    conflicts[many.conflict_count] = many.conflicts[0];
    for (uint32_t i = 0; i < UNLIKE; i++)
        conflicts[many.conflict_count + 1 + i] =
            (Conflict){.kind = CONFLICT_SUM, .document = 0, .span = {i, i + 1}, .note = STR("parts and whole")};
    many.conflicts = conflicts;
    many.conflict_count++;
    Buf page = {0};
    page_situation(&page, &many, NULL, NULL);
    assert_int_equal(times(buf_str(&page), "<p class=\"dispute\">"), before);
    buf_clear(&page);
    many.conflict_count += UNLIKE;
    page_situation(&page, &many, NULL, NULL);
    Str disputed = part(buf_str(&page), "<section id=\"disputed\"", "</section>");
    assert_int_equal(times(disputed, "<p class=\"dispute\">"), before + UNLIKE);
    assert_int_equal(times(disputed, "<details class=\"more\"><summary>"), 1);
    buf_free(&page);
}

/* For a person and for the browser's tests: DAYBOOK_SAMPLE_PAGE names a file to keep the page in. */
static void the_page_can_be_kept(void **state)
{
    Fixture *fixture = *state;
    const char *path = getenv("DAYBOOK_SAMPLE_PAGE");
    if (path) {
        Error err = {0};
        assert_true(file_write(path, buf_str(&fixture->page), &err));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_link_inside_the_page_has_its_target),
        cmocka_unit_test(a_blank_best_shows_the_parties_claims_with_their_days),
        cmocka_unit_test(an_open_high_is_drawn_open_and_said),
        cmocka_unit_test(a_version_names_the_town_of_a_figure),
        cmocka_unit_test(what_nobody_reports_is_said_and_never_zero),
        cmocka_unit_test(words_stay_words),
        cmocka_unit_test(a_measure_takes_its_of),
        cmocka_unit_test(a_passage_is_quoted_once),
        cmocka_unit_test(a_word_that_stands_for_the_people_is_printed_and_a_plain_noun_is_no_number),
        cmocka_unit_test(one_group_is_named_by_its_own_word),
        cmocka_unit_test(the_total_is_drawn_over_time_without_its_parts),
        cmocka_unit_test(a_listed_incident_tells_its_total),
        cmocka_unit_test(the_passage_is_marked_in_its_sentence),
        cmocka_unit_test(the_headline_does_not_stand_behind_the_last_sentence),
        cmocka_unit_test(a_claim_names_the_figures_it_stands_beside),
        cmocka_unit_test(like_numbers_of_unlike_things_are_both_told),
        cmocka_unit_test(source_text_is_escaped),
        cmocka_unit_test(an_older_event_stands_in_the_background_only),
        cmocka_unit_test(a_copy_stands_under_its_origin_with_its_drift),
        cmocka_unit_test(the_page_lists_the_rules_of_counting_with_their_sources),
        cmocka_unit_test(an_empty_pile_still_makes_a_whole_page),
        cmocka_unit_test(an_incident_of_which_nothing_is_told_is_not_listed),
        cmocka_unit_test(conflicts_that_read_alike_are_told_once_and_many_are_folded),
        cmocka_unit_test(the_page_can_be_kept),
    };
    return cmocka_run_group_tests(tests, make_page, drop_page);
}

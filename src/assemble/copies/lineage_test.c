/* Copies, excerpts, shared quotations and credit lines. */
#include "assemble/copies/lineage.h"
#include "assemble/pile_for_tests.h"

#include "assemble/basis/profile.h"

#define WIRE                                                                                                            \
    "Alba, Northland. Six villagers died when armed men opened fire on boats near the old pier before dawn, a harbour " \
    "official said, and the ferry to the islands did not run for the rest of the day."
#define COLOUR                                                                                                           \
    "Nets lay drying on the wall as on any other morning. Three widows sat in front of the chapel and would not speak. " \
    "Nobody in the upper town had slept, a baker told us, and the school stayed closed until further notice. "           \
    "The last time that the pier burned, in the year of the great frost, it took two summers to build it again."

static const Situation *assemble_pile(Pile *pile)
{
    for (size_t i = 0; i < pile->count; i++)
        assemble_document(pile->items[i], profile_default(pile->arena), pile->arena);
    return assemble_situation(pile->items, pile->count, profile_default(pile->arena),
                              (Moment){.seconds = 0, .precision = MOMENT_NONE}, pile->arena);
}

static Extraction *add_wire(Pile *pile, const char *id, const char *published, const char *outlet, const char *credit)
{
    Extraction *x = pile_add(pile, id, published, WIRE);
    pile_publisher(x, outlet);
    x->outlet = str_from(outlet);
    x->credit = str_from(credit);
    pile_claim(pile, x, (TestClaim){"Six villagers", CLASS_CIVILIAN, COUNT_EXACT, 6, .place = "Alba"});
    return x;
}

static const CopyGroup *group_of(const Situation *s, const char *basis)
{
    for (size_t i = 0; i < s->copy_count; i++)
        if (str_equal(s->copies[i].basis, str_from(basis)))
            return &s->copies[i];
    return NULL;
}

static unsigned origins_of(const Situation *s)
{
    return s->incidents[0].estimates.cells[OUTCOME_KILLED][CELL_CIVILIAN].origins;
}

static void copies_go_back_to_the_agency_that_they_name(void **state)
{
    (void)state;
    Pile pile = pile_new();
    (void)add_wire(&pile, "a", "2026-02-01T06:00:00Z", "Harbour Post", "Northern Wire");
    (void)add_wire(&pile, "b", "2026-02-01T07:00:00Z", "Northern Wire", "");
    (void)add_wire(&pile, "c", "2026-02-01T08:00:00Z", "Evening Lamp", "Northern Wire");
    const Situation *s = assemble_pile(&pile);
    assert_int_equal(s->documents[0].copy_of, 1);
    assert_int_equal(s->documents[1].copy_of, -1);
    assert_int_equal(s->documents[2].copy_of, 1);
    assert_int_equal(s->documents[1].origin_of_count, 2);
    assert_int_equal(origins_of(s), 1);
    pile_free(&pile);
}

static Extraction *add_changed(Pile *pile, const char *id, const char *published, const char *outlet, bool changed)
{
#define SAID " villagers died near Alba, the mayor said. " COLOUR
    Extraction *x = pile_add(pile, id, published, changed ? "600" SAID : "60" SAID);
    pile_publisher(x, outlet);
    x->outlet = str_from(outlet);
    pile_claim(pile, x,
               (TestClaim){changed ? "600 villagers" : "60 villagers", CLASS_CIVILIAN, COUNT_EXACT, changed ? 600 : 60,
                           .place = "Alba", .speaker = "mayor", .party = PARTY_GOVERNMENT});
    return x;
}

/* A number of the origin's sentence has a nought too many in a copy: the speaker's own stands, and the copy's is that outlet's. */
static void a_number_changed_in_copying_is_not_the_speakers(void **state)
{
    (void)state;
    static const char *const OUTLETS[] = {"Evening Lamp", "Harbour Post" /* an update of its own */};
    for (size_t i = 0; i < COUNT_OF(OUTLETS); i++) {
        Pile pile = pile_new();
        (void)add_changed(&pile, "a", "2026-02-01T06:00:00Z", "Harbour Post", false);
        (void)add_changed(&pile, "b", "2026-02-01T07:00:00Z", OUTLETS[i], true);
        const Situation *s = assemble_pile(&pile);
        assert_int_equal(s->documents[1].copy_of, 0);
        assert_int_equal(s->claims[1].altered, i == 0);
        assert_int_equal(s->claims[0].superseded_by, i == 0 ? -1 : 1);
        assert_int_equal(group_of(s, "text")->drift_count, i == 0);
        Str said = lineage_figure(s, 1, pile.arena).voice.label;
        assert_true(str_equal(said, i == 0 ? STR("mayor, as Evening Lamp has it") : STR("mayor")));
        pile_free(&pile);
    }
}

/* Seven becomes seventeen: the same stem, and no later word of the speaker's. */
static void a_number_word_of_the_same_stem_is_miscopied(void **state)
{
    (void)state;
    static const char *const WORDS[] = {"Seven", "Seventeen"};
    Pile pile = pile_new();
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        const char *text = i ? "Seventeen" SAID : "Seven" SAID;
        Extraction *x = pile_add(&pile, i ? "b" : "a", i ? "2026-02-01T07:00:00Z" : "2026-02-01T06:00:00Z", text);
        pile_publisher(x, i ? "Evening Lamp" : "Harbour Post");
        x->outlet = str_from(i ? "Evening Lamp" : "Harbour Post");
        pile_claim(&pile, x,
                   (TestClaim){WORDS[i], CLASS_CIVILIAN, COUNT_EXACT, i ? 17 : 7, .place = "Alba", .speaker = "mayor",
                               .party = PARTY_GOVERNMENT});
    }
    assert_true(assemble_pile(&pile)->claims[1].altered);
    pile_free(&pile);
}

static void without_a_credit_the_earliest_is_the_origin(void **state)
{
    (void)state;
    Pile pile = pile_new();
    (void)add_wire(&pile, "b", "2026-02-01T07:00:00Z", "Evening Lamp", "");
    (void)add_wire(&pile, "a", "2026-02-01T06:00:00Z", "Harbour Post", "");
    const Situation *s = assemble_pile(&pile);
    assert_true(str_equal(s->documents[0].extraction->document->id, STR("a")));
    assert_int_equal(s->documents[1].copy_of, 0);
    pile_free(&pile);
}

/* Two outlets that run an agency's news in words of their own are one voice, although neither text copies the other. */
static void reports_that_name_one_agency_are_one_origin(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "Six villagers died in Alba when boats came under fire at dawn.",
        "Dawn gunfire on fishing boats has killed six. Six villagers died, all from Alba, on the shore."};
    for (int credited = 0; credited < 2; credited++) {
        Pile pile = pile_new();
        for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
            Extraction *x = pile_add(&pile, i == 0 ? "a" : "b", "2026-02-01T06:00:00Z", TEXTS[i]);
            pile_publisher(x, i == 0 ? "Harbour Post" : "Evening Lamp");
            x->credit = credited ? STR("Northern Wire") : STR_NONE;
            pile_claim(&pile, x, (TestClaim){"Six villagers", CLASS_CIVILIAN, COUNT_EXACT, 6, .place = "Alba"});
        }
        const Situation *s = assemble_pile(&pile);
        assert_int_equal(s->documents[1].copy_of, -1);
        assert_int_equal(origins_of(s), credited ? 1 : 2);
        pile_free(&pile);
    }
}

static void a_long_report_that_holds_a_short_one_keeps_its_own_voice(void **state)
{
    (void)state;
    Pile pile = pile_new();
    (void)add_wire(&pile, "a", "2026-02-01T06:00:00Z", "Northern Wire", "");
    Extraction *b = pile_add(&pile, "b", "2026-02-02T06:00:00Z", COLOUR " " WIRE " " COLOUR " Nine boats lay sunk.");
    pile_publisher(b, "Harbour Post");
    pile_claim(&pile, b, (TestClaim){"Six villagers", CLASS_CIVILIAN, COUNT_EXACT, 6, .place = "Alba"});
    pile_claim(&pile, b, (TestClaim){"Three widows", CLASS_CIVILIAN, COUNT_EXACT, 3, .outcome = OUTCOME_INJURED});
    const Situation *s = assemble_pile(&pile);
    assert_int_equal(s->documents[1].copy_of, -1);
    assert_int_equal(s->documents[1].holds, 0);
    assert_int_equal(s->claims[1].copy_of, 0);
    assert_true(str_equal(s->claims[2].origin, STR("outlet|harbour post")));
    assert_int_equal(origins_of(s), 1);
    const CopyGroup *group = group_of(s, "excerpt");
    assert_non_null(group);
    assert_int_equal(group->origin, 0);
    assert_int_equal(group->copies[0], 1);
    assert_null(group_of(s, "text"));
    pile_free(&pile);
}

static void quote(Pile *pile, Extraction *x, const char *words, const char *speaker)
{
    Attribution *a = ARENA_NEW(pile->arena, Attribution);
    Span *content = ARENA_NEW(pile->arena, Span);
    *content = pile_span(x->document->text, words);
    *a = (Attribution){.content = content, .content_count = 1, .manner = MANNER_DIRECT, .identified = true};
    a->speaker = str_from(speaker);
    a->party = PARTY_GOVERNMENT;
    x->attributions = a;
    x->attribution_count = 1;
    x->claims[0].attribution = a;
    x->claims[0].party = PARTY_GOVERNMENT;
}

#define WAITING                                                                                                          \
    "Families waited at the gate of the hospital until the lists were read out, and the ferry brought doctors from the " \
    "islands in the afternoon, together with blankets and a generator for the cold store."
#define WORDS "we counted six villagers dead on the shore before the tide came in"

static void a_figure_in_words_that_two_reports_quote_is_one_figure(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *a = pile_add(&pile, "a", "2026-02-01T06:00:00Z", "In Alba “" WORDS "”, said Mayor Oda Lind. " WAITING);
    pile_claim(&pile, a, (TestClaim){"six villagers", CLASS_CIVILIAN, COUNT_EXACT, 6, .place = "Alba"});
    quote(&pile, a, WORDS, "Mayor Oda Lind");
    Extraction *b = pile_add(&pile, "b", "2026-02-01T09:00:00Z", COLOUR " An official of the town: “" WORDS "”.");
    pile_claim(&pile, b, (TestClaim){"six villagers", CLASS_CIVILIAN, COUNT_EXACT, 6, .place = "Alba"});
    quote(&pile, b, WORDS, "an official of the town");
    const Situation *s = assemble_pile(&pile);
    assert_int_equal(s->documents[1].copy_of, -1);
    assert_int_equal(s->claims[1].copy_of, 0);
    assert_int_equal(origins_of(s), 1);
    const CopyGroup *group = group_of(s, "quotation");
    assert_non_null(group);
    assert_int_equal(group->drift_count, 1);
    assert_true(str_equal(group->drift[0].field, STR("speaker")));
    assert_true(str_equal(group->drift[0].to, STR("an official of the town")));
    pile_free(&pile);
}

/* Police tell of four dead in each of two towns: neither figure repeats the other. */
static void one_number_of_two_events_is_two_figures(void **state)
{
    (void)state;
    Pile pile = pile_new();
    static const char *const TOWNS[] = {"Alba", "Brena"};
    static const char *const TEXTS[] = {"In Alba four traders were killed, police said. " WAITING,
                                        "A bus burned in Brena. Police said four traders died. " COLOUR};
    for (size_t i = 0; i < COUNT_OF(TOWNS); i++) {
        Extraction *x = pile_add(&pile, TOWNS[i], "2026-02-01T06:00:00Z", TEXTS[i]);
        pile_claim(&pile, x,
                   (TestClaim){"four traders", CLASS_CIVILIAN, COUNT_EXACT, 4, .speaker = "police", .place = TOWNS[i]});
    }
    const Situation *s = assemble_pile(&pile);
    assert_int_equal(s->claims[1].copy_of, -1);
    pile_free(&pile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copies_go_back_to_the_agency_that_they_name),
        cmocka_unit_test(a_number_changed_in_copying_is_not_the_speakers),
        cmocka_unit_test(a_number_word_of_the_same_stem_is_miscopied),
        cmocka_unit_test(without_a_credit_the_earliest_is_the_origin),
        cmocka_unit_test(reports_that_name_one_agency_are_one_origin),
        cmocka_unit_test(a_long_report_that_holds_a_short_one_keeps_its_own_voice),
        cmocka_unit_test(a_figure_in_words_that_two_reports_quote_is_one_figure),
        cmocka_unit_test(one_number_of_two_events_is_two_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

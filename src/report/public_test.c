/* The public edition: what is withheld of a text and what stays; no form of it holds a withheld word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "assemble/assemble.h"
#include "extract/extract.h"
#include "report/export.h"
#include "report/json.h"
#include "report/page.h"
#include "report/public.h"

typedef struct {
    Arena *arena;
    Language language;
    Gazetteer *gazetteer;
    const PublicPolicy *policy;
} Kit;

static Kit kit_open(void)
{
    Error err = {0};
    Kit kit = {.arena = arena_create()};
    assert_true(language_default(kit.arena, STR("en"), &kit.language, &err));
    kit.gazetteer = gazetteer_open(kit.arena, STR(""), &err);
    kit.policy = public_policy_load(NULL, kit.arena, &err);
    assert_non_null(kit.policy);
    return kit;
}

static void kit_close(Kit *kit)
{
    gazetteer_close(kit->gazetteer);
    arena_destroy(kit->arena);
}

/* One report, in the public edition as of a day, "" for none. */
static const Situation *edition_of(const Kit *kit, const char *text, const char *as_of)
{
    Document *d = ARENA_NEW(kit->arena, Document);
    d->id = STR("r1");
    d->path = STR("-");
    d->publisher = STR("Valley Post");
    d->text = str_from(text);
    d->original = d->text;
    d->sha256 = STR("00");
    d->published = moment_parse(STR("2026-03-02"));
    Extraction **all = ARENA_ARRAY(kit->arena, Extraction *, 1);
    all[0] = extract_document(&kit->language, kit->gazetteer, d, kit->arena);
    assemble_document(all[0], profile_default(kit->arena), kit->arena);
    const Situation *full =
        assemble_situation(all, 1, profile_default(kit->arena), moment_parse(str_from(as_of)), kit->arena);
    return public_edition(kit->policy, &kit->language, kit->gazetteer, full, kit->arena);
}

static Str text_of(const Situation *s)
{
    return s->documents[0].extraction->document->text;
}

/* clang-format off */
static const struct { const char *text; const char *wanted; } TEXTS[] = {
    {"A 9-year-old girl, Lena Oskal, was killed on Monday.", "A [withheld]-year-old girl, [withheld], was killed on Monday."},
    {"Resident Tamir Oskal, 34, was among the dead.", "Resident [withheld], [withheld], was among the dead."},
    {"Tamir Oskal, 34, was among the dead. Oskal sold fruit.", "[withheld], [withheld], was among the dead. [withheld] sold fruit."},
    {"The victims were identified as Rafi Malan, 41, and Noor Bazan (27).", "The victims were identified as [withheld], [withheld], and [withheld] ([withheld])."},
    {"The dead are Tamir Oskal and Noor Bazan. Oskal, who sold fruit at the gate, was 34.", "The dead are [withheld] and [withheld]. [withheld], who sold fruit at the gate, was [withheld]."},
    {"Tamir Oskal was among the dead. He was 34, neighbours said. Oskal had turned seventeen when the war began.", "[withheld] was among the dead. He was [withheld], neighbours said. [withheld] had turned [withheld] when the war began."},
    {"Tamir Oskal was among the dead. He was 34 metres away. Oskal was one of 12 victims. The toll was 14.", "[withheld] was among the dead. He was 34 metres away. [withheld] was one of 12 victims. The toll was 14."},
    {"Two brothers aged five and seven were injured.", "Two brothers aged [withheld] were injured."},
    {"Three Hazara miners were killed on the road.", "Three [withheld] miners were killed on the road."},
    {"The attackers killed two men. Sunday's match went on.", "The attackers killed two men. Sunday's match went on."},
    {"Police chief Ibad Khan said five people were killed.", "Police chief Ibad Khan said five people were killed."},
    {"The Red Crescent said four people were killed in Quetta.", "The Red Crescent said four people were killed in Quetta."},
    {"The dead were Hazara. The speaker was Omar Sindhi, a police officer.", "The dead were [withheld]. The speaker was Omar Sindhi, a police officer."},
    {"Shells hit the Bolan Medical Complex hospital and killed two nurses.", "Shells hit the [withheld] hospital and killed two nurses."},
    {"Gunmen shot dead Karim Zehri and his sons Asad and Faisal. Karim's wife was wounded.", "Gunmen shot dead [withheld] and his sons [withheld] and [withheld]. [withheld]'s wife was wounded."},
    {"Five people were killed.\n\n- Local hospitals were full.", "Five people were killed.\n\n- Local hospitals were full."},
    {"\"It was loud,\" resident Sami Dorn (@samidorn77) wrote. Write to help@valley.example now.", "\"It was loud,\" resident [withheld] ([withheld]) wrote. Write to [withheld] now."},
    {"Soldiers were deployed along the road to Mastung. Five people were killed in Quetta.", "[withheld] Five people were killed in Quetta."},
    {"Five people were killed by 12 gunmen in 2 places.", "Five people were killed by 12 gunmen in 2 places."},
};
/* clang-format on */

static void test_texts(void **state)
{
    (void)state;
    Kit kit = kit_open();
    for (size_t i = 0; i < sizeof TEXTS / sizeof TEXTS[0]; i++) {
        Str got = text_of(edition_of(&kit, TEXTS[i].text, ""));
        if (!str_equal(got, str_from(TEXTS[i].wanted)))
            fail_msg("%s\n  wanted %s\n  got    %.*s", TEXTS[i].text, TEXTS[i].wanted, (int)got.len, got.ptr);
    }
    kit_close(&kit);
}

/* A place that is not told leaves no gap between commas in the incident's name. */
static void test_a_name_without_its_place(void **state)
{
    (void)state;
    Kit kit = kit_open();
    const Situation *s = edition_of(&kit, "Gunmen killed two nurses at the Noor Africa hospital on Monday.", "");
    for (size_t i = 0; i < s->incident_count; i++)
        assert_int_equal(str_find(s->incidents[i].name, STR(", ,"), 0), SIZE_MAX);
    kit_close(&kit);
}

/* Every claim's spans lie in the new text, hold each other, and begin and end where they did. */
static void test_spans_fit(void **state)
{
    (void)state;
    Kit kit = kit_open();
    const Situation *s = edition_of(
        &kit,
        "Rafi Malan, 41, a baker, died. At least 12 people were killed on Monday, police said. A 9-year-old boy, "
        "Jon Malan, was also killed in Quetta.",
        "");
    Str all = text_of(s);
    assert_true(s->claim_count > 1);
    for (size_t i = 0; i < s->claim_count; i++) {
        const Claim *c = s->claims[i].claim;
        assert_true(c->evidence.end <= all.len && c->sentence.end <= all.len);
        assert_true(span_is_empty(c->victims) || c->victims.end <= all.len);
        if (c->has_count && c->count.low == 12)
            assert_true(str_equal(span_text(all, c->count_span), STR("At least 12")));
    }
    assert_true(!str_present(s->documents[0].extraction->document->sha256));
    assert_true(!str_present(s->documents[0].extraction->document->original));
    kit_close(&kit);
}

static void test_movements_wait(void **state)
{
    (void)state;
    Kit kit = kit_open();
    const char *text = "Soldiers were deployed along the road to Mastung.";
    Str early = text_of(edition_of(&kit, text, "2026-03-04"));
    Str late = text_of(edition_of(&kit, text, "2026-03-05"));
    assert_true(str_equal(early, STR("[withheld]")));
    assert_true(str_equal(late, str_from(text)));
    kit_close(&kit);
}

static void test_places_are_coarse(void **state)
{
    (void)state;
    Kit kit = kit_open();
    const Situation *town = edition_of(&kit, "Five people were killed in a bombing in Quetta on Monday.", "");
    const Place *place = &town->incidents[0].place->place;
    assert_int_equal(place->precision, PRECISION_NEAR);
    assert_true(place->lat_deg > 30.1999 && place->lat_deg < 30.2001);
    const Situation *site =
        edition_of(&kit, "Five people were killed when shells hit a hospital in Quetta on Monday.", "");
    place = &site->incidents[0].place->place;
    assert_int_equal(place->precision, PRECISION_REGION);
    assert_false(place->has_point);
    assert_true(str_find(site->incidents[0].name, STR("Quetta"), 0) == SIZE_MAX);
    kit_close(&kit);
}

/* A book may be stricter than the policy, and says so; what would be looser counts as not chosen. */
static void test_a_choice_is_stricter_only(void **state)
{
    (void)state;
    static const Str LISTED[] = {{"Quetta Gate", 11}, {"Stone", 5}};
    static const char TEXT[] = "Soldiers were deployed along the road to Mastung. A bombing at Quetta Gate killed five "
                               "people on Monday, said Omar Stone, a reporter.";
    const PublicChoice strict = {
        .grid_deg = 0.5, .delay_hours = 168, .names = LISTED, .name_count = 2, .unnamed = 1U << PARTY_MEDIA};
    const PublicChoice loose = {.grid_deg = 0.01, .delay_hours = 1};
    Error err = {0};
    Kit kit = kit_open();
    kit.policy = public_policy_load(&strict, kit.arena, &err);
    assert_true(public_policy_allows(kit.policy, &strict, &err));
    const Situation *s = edition_of(&kit, TEXT, "2026-03-08");
    assert_string_equal(
        arena_copy(kit.arena, text_of(s)).ptr,
        "[withheld] A bombing at [withheld] killed five people on Monday, said [withheld], a reporter.");
    size_t said = 0;
    for (size_t i = 0; i < s->notice_count; i++)
        said += str_find(s->notices[i], STR("0.5 degrees"), 0) != SIZE_MAX ||
                str_find(s->notices[i], STR("168 hours"), 0) != SIZE_MAX ||
                str_find(s->notices[i], STR("editors listed"), 0) != SIZE_MAX ||
                str_find(s->notices[i], STR("Speakers of the media"), 0) != SIZE_MAX;
    assert_int_equal(said, 4);
    kit.policy = public_policy_load(&loose, kit.arena, &err);
    assert_false(public_policy_allows(kit.policy, &loose, &err));
    assert_true(public_policy_grid_deg(kit.policy) == 0.1);
    assert_int_equal(public_policy_delay_hours(kit.policy), 72);
    s = edition_of(&kit, "Five people were killed in a bombing in Quetta on Monday.", "");
    assert_int_equal(s->incidents[0].place->place.precision, PRECISION_NEAR);
    kit.policy = public_policy_load(&strict, kit.arena, &err);
    s = edition_of(&kit, "Five people were killed in a bombing in Quetta on Monday.", "");
    assert_int_equal(s->incidents[0].place->place.precision, PRECISION_DISTRICT);
    kit_close(&kit);
}

/* Each form of export, the page and the JSON: nothing withheld, and the statement stands in it. */
static void test_every_writer(void **state)
{
    (void)state;
    static const char *const WITHHELD[] = {"Lena", "Oskal", "oskal", "9-year", "Hazara", "samidorn", "Sami", "Bolan"};
    Kit kit = kit_open();
    const Situation *s = edition_of(
        &kit,
        "Five people were killed in a bombing in Quetta on Monday, police said. A 9-year-old girl, Lena Oskal, was killed. "
        "Three Hazara miners were killed. \"It was loud,\" resident Sami Dorn (@samidorn77) said. Shells hit the Bolan "
        "hospital. The army said six people were killed. Oskal's father said no figure could be verified.",
        "");
    size_t count = 0;
    const ExportFormat *formats = export_formats(&count);
    for (size_t f = 0; f <= count; f++) {
        Buf out = {0};
        if (f < count)
            export_write(&out, &formats[f], s);
        else
            page_situation(&out, s, NULL, kit.gazetteer);
        const char *name = f < count ? formats[f].name : "page";
        for (size_t i = 0; i < sizeof WITHHELD / sizeof WITHHELD[0]; i++) {
            if (str_find(buf_str(&out), str_from(WITHHELD[i]), 0) != SIZE_MAX)
                fail_msg("%s holds %s", name, WITHHELD[i]);
        }
        if (str_find(buf_str(&out), s->notices[0], 0) == SIZE_MAX)
            fail_msg("%s does not say what it leaves out", name);
        buf_free(&out);
    }
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_a_name_without_its_place),
        cmocka_unit_test(test_spans_fit),
        cmocka_unit_test(test_movements_wait),
        cmocka_unit_test(test_places_are_coarse),
        cmocka_unit_test(test_every_writer),
        cmocka_unit_test(test_a_choice_is_stricter_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* One event over several countries, by reports in words. With the language and the map. */
#include "assemble/assemble.h"
#include "assemble/basis/profile.h"
#include "extract/english_for_tests.h"

enum { MOST = 8 };

typedef struct {
    const char *published;
    const char *text;
} Report;

/* clang-format off */
/* What is killed in the incident that most reports tell of: low, best and high ("-" open), and the working. */
static const struct { const char *name; const char *want; const char *conflicts; Report reports[MOST]; } CASES[] = {
    {"a storm's dead of two countries are added up", "52 52 52 40 (Cuba) + 12 (Florida)", "",
     {{"2026-09-01", "Hurricane Odell killed 40 people in Cuba."}, {"2026-09-02", "Hurricane Odell left 12 people dead in Florida."}}},
    {"a later figure replaces earlier ones of the same country alone", "50 55 55 40 (Cuba) + 15 (United States)", "",
     {{"2026-09-01T10:00:00Z", "Hurricane Odell killed 20 people in Cuba."}, {"2026-09-02T01:00:00Z", "Hurricane Odell killed 35 people in Cuba, the civil defence said."},
      {"2026-09-02T09:00:00Z", "The death toll from Hurricane Odell in Cuba rose to 40."}, {"2026-09-02T10:00:00Z", "Hurricane Odell left 10 people dead in Florida."},
      {"2026-09-03T10:00:00Z", "Hurricane Odell has killed 15 people in the United States."}}},
    {"who tells of both countries and of no fewer rules", "55 55 55 55; its parts: 40 (Cuba) + 12 (Florida)", "",
     {{"2026-09-01", "Hurricane Odell killed 40 people in Cuba."}, {"2026-09-02", "Hurricane Odell left 12 people dead in Florida."},
      {"2026-09-03", "Hurricane Odell has killed 55 people in Cuba and the United States."}}},
    {"districts of one country are parts, and nobody tells of the whole", "- - - parts alone: 7 (Bajaur), 12 (Swat), 31 (Buner)", "",
     {{"2026-11-21T16:00:00Z", "The number of people killed by Friday's floods in Swat district stands at 12, rescue officials said."},
      {"2026-11-21T17:00:00Z", "The number of people killed by Friday's floods in Buner district stands at 31, rescue officials said."},
      {"2026-11-21T18:00:00Z", "The number of people killed by Friday's floods in Bajaur district stands at 7, rescue officials said."}}},
    {"so are regions of which one report tells", "- - - parts alone: 76 (Swat), 94 (Sindh)", "",
     {{"2026-11-21T16:00:00Z", "Floods hit Pakistan on Friday. In Swat district 76 people died. In Sindh province 94 people were killed."}}},
    {"unless it counts all of them", "170 170 170 170", "",
     {{"2026-11-21T16:00:00Z", "Floods killed 170 people in Pakistan on Friday. In Swat district 76 people died. In Sindh province 94 people were killed."}}},
    {"nor is the toll of a province", "67 67 67 67 (ministry)", "",
     {{"2026-11-21T16:00:00Z", "Floods killed 67 people in Pakistan on Friday, the ministry said. In Sindh province the death toll was 31, the ministry said."}}},
    {"nor are a town's beside those that a dateline's town stands for", "434 434 434 434", "",
     {{"2026-11-21T16:00:00Z", "ISLAMABAD, Nov 21 (Alba): Floods killed 434 people in various parts of the country. In Lahore three people died."}}},
    {"the toll of women is none of all", "3204 3204 3204 3,204", "",
     {{"2026-11-21T16:00:00Z", "Floods killed 3,204 people in Pakistan on Friday. The number of women killed was 344."}}},
    {"who tells of their province and of no fewer does", "57 57 57 57 (rescue officials)", "",
     {{"2026-11-21T16:00:00Z", "The number of people killed by Friday's floods in Swat district stands at 12, rescue officials said."},
      {"2026-11-21T17:00:00Z", "The number of people killed by Friday's floods in Buner district stands at 31, rescue officials said."},
      {"2026-11-21T18:00:00Z", "The number of people killed by Friday's floods in Khyber Pakhtunkhwa stands at 57, rescue officials said."}}},
    {"of one district the later figure stands", "31 31 31 31 (rescue officials)", "",
     {{"2026-11-21T16:00:00Z", "The number of people killed by Friday's floods in Swat district stands at 12, rescue officials said."},
      {"2026-11-21T17:00:00Z", "The number of people killed by Friday's floods in Swat district stands at 31, rescue officials said."}}},
    {"so does who tells of both last, and of not far fewer", "50 50 54 50; its parts: 30 (Mozambique) + 24 (Zimbabwe)", "",
     {{"2026-03-01", "Cyclone Wilda killed 30 people in Mozambique."}, {"2026-03-02", "Cyclone Wilda killed 24 people in Zimbabwe."},
      {"2026-03-04", "Cyclone Wilda has killed 50 people in Mozambique and Zimbabwe."}}},
    {"an earlier whole that its parts have outgrown does not", "54 54 54 30 (Mozambique) + 24 (Zimbabwe)", "",
     {{"2026-03-01", "Cyclone Wilda has killed 20 people in Mozambique and Zimbabwe."}, {"2026-03-02", "Cyclone Wilda killed 30 people in Mozambique."},
      {"2026-03-03", "Cyclone Wilda killed 24 people in Zimbabwe."}}},
    {"but where it is not far from them, it holds low and high", "50 54 60 30 (Mozambique) + 24 (Zimbabwe)", "",
     {{"2026-03-01", "Cyclone Wilda has killed between 50 and 60 people in Mozambique and Zimbabwe."}, {"2026-03-02", "Cyclone Wilda killed 30 people in Mozambique."},
      {"2026-03-03", "Cyclone Wilda killed 24 people in Zimbabwe."}}},
    {"nor is what is told of no country all, where it is less", "67 67 67 40 (Cuba) + 27 (United States)", "",
     {{"2026-09-01", "Hurricane Odell killed 40 people in Cuba."}, {"2026-09-02", "Hurricane Odell killed 27 people in the United States."},
      {"2026-09-03", "Hurricane Odell has killed 29 people, residents said."}}},
    {"a region holds its countries", "79 79 79 66 (Caribbean) + 13 (Florida)", "",
     {{"2026-09-01T10:00:00Z", "Hurricane Odell killed 66 people across the Caribbean."}, {"2026-09-01T11:00:00Z", "Hurricane Odell killed 51 people in Haiti."},
      {"2026-09-01T12:00:00Z", "Hurricane Odell killed 11 people in Cuba."}, {"2026-09-02", "Hurricane Odell left 13 people dead in Florida."}}},
    {"its countries are parts of what is told of it", "66 66 66 66", "",
     {{"2026-09-01T10:00:00Z", "Hurricane Odell killed 66 people across the Caribbean."}, {"2026-09-01T11:00:00Z", "Hurricane Odell killed 51 people in Haiti."},
      {"2026-09-01T12:00:00Z", "Hurricane Odell killed 11 people in Cuba."}}},
    {"an earthquake over a border, in one report", "40 40 40 31 (Turkey) + 9 (Greece)", "",
     {{"2026-09-01", "An earthquake killed 31 people in Turkey and nine in Greece."}}},
    {"two earthquakes, half a world apart, that one sentence tells side by side", "52 52 52 median of 52, 52, 52", "",
     {{"2026-09-01", "An earthquake killed 52 people in Guatemala."}, {"2026-09-01", "The earthquake killed 52 people in Guatemala. Survivors sleep in tents."},
      {"2026-09-03", "An earthquake in Guatemala killed 52 people and another killed 11 people in Myanmar."}}},
    {"a tsunami's dead half a world apart are added up", "11400 11400 11400 11000 (Indonesia) + 400 (Somalia)", "",
     {{"2026-09-01", "The tsunami killed 11,000 people in Indonesia and 400 people in Somalia."}}},
    {"two voices on one country are weighed before it is added", "39 39 40 30 (Turkey) + 9 (Greece)", "count killed: 30 against 31",
     {{"2026-09-01T10:00:00Z", "An earthquake killed 31 people in Turkey."}, {"2026-09-01T12:00:00Z", "The earthquake killed nine people in Greece."},
      {"2026-09-01T12:00:00Z", "The earthquake killed 30 people in Turkey."}}},
    {"a flood", "52 52 52 52; its parts: 19 (Nepal) + 33 (India)", "",
     {{"2026-09-01T10:00:00Z", "Floods killed 19 people in Nepal."}, {"2026-09-01T12:00:00Z", "Floods killed 33 people in northern India."},
      {"2026-09-01T18:00:00Z", "Floods in Nepal and India have killed 52 people in Nepal and India."}}},
    {"heat", "302 302 302 212 (Spain) + 90 (Portugal)", "",
     {{"2026-07-07", "A heat wave has killed 212 people in Spain."}, {"2026-07-08", "The heat wave in Spain and Portugal has killed 90 people in Portugal."}}},
    {"an outbreak, some of whose figures are floors", "59 59 - 35 (Mozambique) + 24 (Malawi)", "",
     {{"2026-07-07", "An outbreak of cholera has killed 35 people in Mozambique."}, {"2026-07-08", "The cholera outbreak has killed at least 24 people in Malawi."}}},
    {"bombs in two countries that one sentence tells side by side", "17 17 17 12 (Nairobi) + 5 (Kampala)", "",
     {{"2026-09-07", "Suicide bombers killed 12 people in Nairobi and five in Kampala on Monday."}}},
    {"one number of two countries may be one figure: high alone", "19 19 38 median of 19, 19; high also: 19 (India)", "",
     {{"2026-09-01T10:00:00Z", "Floods killed 19 people in Nepal."}, {"2026-09-01T12:00:00Z", "Floods killed 19 people in India."}}},
    {"but not where other reports give each about as many", "118 122 126 61 (Nepal) + 61 (India)", "count killed: 58 against 64",
     {{"2026-09-01T10:00:00Z", "Floods killed 61 people in Nepal."}, {"2026-09-01T11:00:00Z", "Floods killed 60 people in Nepal."},
      {"2026-09-01T12:00:00Z", "Floods killed 62 people in Nepal."}, {"2026-09-01T12:10:00Z", "Floods killed 61 people in India."},
      {"2026-09-01T12:20:00Z", "Floods killed 58 people in India."}, {"2026-09-01T12:30:00Z", "Floods killed 64 people in India."},
      {"2026-09-01T12:40:00Z", "Floods in Nepal and India go on."}}},
    {"a town and its country are one place", "12 12 12 median of 12, 12", "",
     {{"2026-09-01", "A bomb killed 12 people in Paris."}, {"2026-09-01", "A bomb killed 12 people in France."}}},
    {"of one attack two towns across a border are two accounts", "12 12 14 median of 12, 14", "",
     {{"2026-09-07", "A suicide bomber killed 12 people in Chaman, Pakistan, on Monday."}, {"2026-09-07", "A suicide bomber killed 14 people in Spin Boldak, Afghanistan, on Monday."}}},
    {"villages that the map does not know, in one sentence", "17 17 17 17", "",
     {{"2026-09-07", "Gunmen killed eleven people in Kwalbari and six in Dungure on Monday."}}},
    {"who tells of one of them tells of a part", "17 17 17 17", "",
     {{"2026-09-07T10:00:00Z", "Gunmen raided two villages, killing eleven people in Kwalbari and six in Dungure, on Monday."},
      {"2026-09-07T12:00:00Z", "Gunmen killed six people in the village of Dungure on Monday."}}},
    {"so it is of towns", "17 17 17 17", "",
     {{"2026-09-07T10:00:00Z", "Gunmen raided two towns of Plateau state on Monday, killing eleven people in Bokkos and six in Mangu."},
      {"2026-09-07T12:00:00Z", "Gunmen killed eleven people in the town of Bokkos on Monday."}}},
    {"two towns of one country are never added up", "4 4 4 four", "",
     {{"2026-09-07", "Gunmen killed four people in Alton on Monday."}, {"2026-09-07", "Gunmen killed five people in Chicago on Monday."}}},
    {"a boat between two countries sank once", "40 40 43 median of 40, 43", "",
     {{"2026-09-07", "A boat with migrants sank between Libya and Italy, killing 40 people off Libya."}, {"2026-09-07", "A boat with migrants sank between Libya and Italy, killing 43 people off Italy."}}},
    {"whose citizens they were is no place", "16 16 16 16", "",
     {{"2026-09-07", "A plane crashed in France, killing all 16 people aboard, 12 Germans and four Swiss."}}},
    {"a flood of another year, abroad, is another", "19 19 21 median of 19, 21", "",
     {{"2026-09-01", "Floods killed 19 people in Nepal."}, {"2026-09-01", "Floods killed 21 people in Nepal this week. In 2019 floods killed 80 people in Bangladesh."}}},
    {"the outlet's town is no place of its figure", "19 19 21 median of 19, 21", "count killed: 19 against 21",
     {{"2026-09-01", "LONDON (Agency) - Floods killed 19 people on Tuesday."}, {"2026-09-01", "KATHMANDU, Nepal (Agency) - Floods killed 21 people in Nepal."}}},
    {"an attack told beside a storm is none of it", "52 52 52 40 (Cuba) + 12 (Florida)", "",
     {{"2026-09-01", "Hurricane Odell killed 40 people in Cuba."}, {"2026-09-02", "Hurricane Odell left 12 people dead in Florida."}, {"2026-09-03", "Hurricane Odell has moved away from Florida and Cuba. Gunmen killed 17 people in Helmand, Afghanistan."}}},
};
/* clang-format on */

static void put_end(Buf *out, bool has, int64_t n)
{
    if (has)
        buf_int(out, n);
    else
        buf_char(out, '-');
    buf_char(out, ' ');
}

/* Reports in the order of the table, or from its end. */
static const Situation *read(const Report *reports, bool backwards, Arena *arena)
{
    const Profile *profile = profile_default(arena);
    Extraction *items[MOST];
    size_t count = 0;
    while (count < MOST && reports[count].text)
        count++;
    for (size_t i = 0; i < count; i++) {
        const Report *report = &reports[backwards ? count - 1 - i : i];
        Document *document = ARENA_NEW(arena, Document);
        char *id = arena_alloc(arena, 1, 1);
        *id = (char)('a' + (report - reports));
        document->id = (Str){id, 1};
        document->text = str_from(report->text);
        document->published = moment_parse(str_from(report->published));
        items[i] = extract_document(&language, gazetteer, document, arena);
        assemble_document(items[i], profile, arena);
    }
    return assemble_situation(items, count, profile, (Moment){.seconds = 0, .precision = MOMENT_NONE}, arena);
}

static void put_killed(Buf *out, const Situation *s)
{
    assert_true(s->incident_count > 0);
    const Estimate *killed = &s->incidents[0].estimates.cells[OUTCOME_KILLED][CELL_ALL];
    put_end(out, killed->has_low, killed->low);
    put_end(out, killed->has_best, killed->best);
    put_end(out, killed->has_high, killed->high);
    buf_put(out, killed->working);
}

static bool is(const char *name, const char *want, Buf *got)
{
    bool same = str_equal(buf_str(got), str_from(want));
    if (!same)
        print_error("%s\n  want %s\n  got  %.*s\n", name, want, (int)got->len, got->ptr);
    buf_free(got);
    return same;
}

static void what_befell_several_countries_is_added_up(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++)
        for (int backwards = 0; backwards < 2; backwards++) {
            Arena *arena = arena_create();
            const Situation *s = read(CASES[i].reports, backwards, arena);
            Buf killed = {0};
            put_killed(&killed, s);
            wrong += !is(CASES[i].name, CASES[i].want, &killed);
            Buf conflicts = {0};
            for (size_t k = 0; k < s->conflict_count; k++) {
                buf_put(&conflicts, k > 0 ? STR(" | ") : STR(""));
                buf_put(&conflicts, conflict_name(s->conflicts[k].kind));
                buf_char(&conflicts, ' ');
                buf_put(&conflicts, s->conflicts[k].note);
            }
            wrong += !is(CASES[i].name, CASES[i].conflicts, &conflicts);
            arena_destroy(arena);
        }
    assert_int_equal(wrong, 0);
}

/* Each printed figure opens its bytes: the sum's claims are those of its terms, and history has it once all are told. */
static void a_sum_names_the_claims_of_its_terms(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Situation *s = read(CASES[0].reports, false, arena);
    const Incident *incident = &s->incidents[0];
    const Estimate *killed = &incident->estimates.cells[OUTCOME_KILLED][CELL_ALL];
    assert_true(killed->derived);
    assert_true(str_equal(killed->rule, STR("daybook.2.countries")));
    assert_int_equal(killed->claim_count, 2);
    int64_t sum = 0;
    for (size_t i = 0; i < killed->claim_count; i++)
        sum += s->claims[killed->claims[i]].claim->count.low;
    assert_int_equal(sum, killed->best);
    assert_int_equal(incident->history_count, 2);
    assert_int_equal(incident->history[0].estimates->cells[OUTCOME_KILLED][CELL_ALL].best, 40);
    assert_int_equal(incident->history[1].estimates->cells[OUTCOME_KILLED][CELL_ALL].best, 52);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_befell_several_countries_is_added_up),
        cmocka_unit_test(a_sum_names_the_claims_of_its_terms),
    };
    return cmocka_run_group_tests(tests, load_map, unload_map);
}

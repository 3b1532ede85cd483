#include "assemble/pile_for_tests.h"
#include "assemble/situation/told.h"

/* How many reports tell of an event on which day, the earliest report first; where it is put in the end. */
typedef struct {
    const char *name;
    struct {
        const char *day;
        const char *place;
        size_t reports;
        bool undated; /* the text names no day, the report's own is taken */
    } told[6];
    const char *day;
    const char *place;
} Row;

/* clang-format off */
static const Row ROWS[] = {
    {"the earliest report's day stands, though the next day's papers are more", {{"2026-03-01", "Alba", 1}, {"2026-03-02", "Alba", 30}}, "2026-03-01", "Alba"},
    {"and so it does where those who tell what came of it name no other", {{"2026-03-01", "Alba", 1}, {"2026-03-20", "Alba", 4}}, "2026-03-01", "Alba"},
    {"one report of many that was joined by mistake dates nothing", {{"2026-02-10", "Alba", 1}, {"2026-03-01", "Alba", 8}, {"2026-03-02", "Alba", 30}}, "2026-03-01", "Alba"},
    {"nor does its neighbour of a few", {{"2026-02-10", "Alba", 1}, {"2026-02-27", "Alba", 1}, {"2026-03-01", "Alba", 8}, {"2026-03-02", "Alba", 30}}, "2026-03-01", "Alba"},
    {"several early ones are no mistake", {{"2026-02-10", "Alba", 3}, {"2026-03-02", "Alba", 30}}, "2026-02-10", "Alba"},
    {"the first report names no day, and others say that it was the night before", {{"2026-03-02", "Alba", 1, true}, {"2026-03-01", "Alba", 2}, {"2026-03-02", "Alba", 1}}, "2026-03-01", "Alba"},
    {"but not weeks before", {{"2026-03-20", "Alba", 1, true}, {"2026-03-01", "Alba", 2}}, "2026-03-20", "Alba"},
    {"what the first report states stands", {{"2026-03-02", "Alba", 1}, {"2026-03-01", "Alba", 2}}, "2026-03-02", "Alba"},
    {"unless several say another", {{"2026-03-02", "Alba", 1}, {"2026-03-01", "Alba", 5}}, "2026-03-01", "Alba"},
    {"of whom there are not three for each", {{"2026-03-02", "Alba", 2}, {"2026-03-01", "Alba", 5}}, "2026-03-02", "Alba"},
    {"as does its own day where most say it", {{"2026-03-02", "Alba", 1, true}, {"2026-03-02", "Alba", 2}, {"2026-03-01", "Alba", 1}}, "2026-03-02", "Alba"},
    {"what nobody dates has no day", {{NULL, "Alba", 3}}, NULL, "Alba"},
    {"a report from abroad may name its own town first", {{"2026-03-01", "Eastham", 1}, {"2026-03-01", "Brena", 3}}, "2026-03-01", "Brena"},
    {"two others may err alike", {{"2026-03-01", "Eastham", 1}, {"2026-03-01", "Brena", 2}}, "2026-03-01", "Eastham"},
    {"several towns of a region are told as the region's", {{"2026-03-01", "Alba", 1}, {"2026-03-01", "Brena", 1}, {"2026-03-01", "Homeland", 2}}, "2026-03-01", "Homeland"},
    {"the first names the country alone, and most the town", {{"2026-03-01", "Homeland", 1}, {"2026-03-01", "Alba", 3}}, "2026-03-01", "Alba"},
    {"or the region that it lies in", {{"2026-03-01", "Homeland", 1}, {"2026-03-01", "Northland", 2}, {"2026-03-01", "Alba", 1}}, "2026-03-01", "Northland"},
    {"one report's town is not the country's event", {{"2026-03-01", "Homeland", 2}, {"2026-03-01", "Alba", 1}}, "2026-03-01", "Homeland"},
    {"nor are two of which neither has most", {{"2026-03-01", "Homeland", 1}, {"2026-03-01", "Alba", 2}, {"2026-03-01", "Brena", 2}}, "2026-03-01", "Homeland"},
};
/* clang-format on */

static const PlaceMention *place_named(Pile *pile, const char *name)
{
    return pile_place(pile, STR(""), (Span){0, 0}, name);
}

/* Reports of one incident each, all in one draft. */
static Draft draft_of(Pile *pile, Drafts *d, const Row *row)
{
    Draft draft = {.whole = -1};
    for (size_t i = 0; i < COUNT_OF(row->told); i++)
        for (size_t k = 0; k < row->told[i].reports; k++) {
            const char *day = row->told[i].day;
            Extraction *x = pile_add(pile, "a report", day, "A market burnt down.");
            x->incidents = ARENA_ARRAY(pile->arena, Incident, 1);
            x->incident_count = 1;
            x->incidents[0].place = place_named(pile, row->told[i].place);
            x->incidents[0].window = day ? (Window){day_parse(str_from(day)), day_parse(str_from(day))} : WINDOW_NONE;
            static const uint32_t FIRST_CLAIM = 0;
            x->incidents[0].claims = &FIRST_CLAIM;
            x->incidents[0].claim_count = 1;
            (void)pile_claim(
                pile, x,
                (TestClaim){"burnt", .kind = KIND_ATTACK, .type = "fire", .first = row->told[i].undated ? NULL : day});
            draft_add_member(d, &draft, (uint32_t)pile->count - 1, 0);
        }
    return draft;
}

static bool put_as_wanted(const Row *row)
{
    Pile pile = pile_new();
    Situation s = {.documents = ARENA_ARRAY(pile.arena, SituationDocument, PILE_MAX)};
    Builder b = {.s = &s, .arena = pile.arena, .documents = pile.items};
    Drafts d = {.b = &b};
    Draft draft = draft_of(&pile, &d, row);
    const Incident *earliest = draft_source(&b, &draft, 0);
    Window days = told_days(&d, &draft, earliest->window);
    const PlaceMention *place = told_place(&d, &draft, earliest->place);
    bool right = days.first == (row->day ? day_parse(str_from(row->day)) : DAY_NONE) &&
                 str_equal(place->place.name, str_from(row->place));
    if (!right)
        print_error("%s: got day %d, %.*s\n", row->name, (int)days.first, (int)place->place.name.len,
                    place->place.name.ptr);
    pile_free(&pile);
    return right;
}

static void an_event_lies_where_and_when_its_reports_say(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(ROWS); i++)
        wrong += !put_as_wanted(&ROWS[i]);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_lies_where_and_when_its_reports_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

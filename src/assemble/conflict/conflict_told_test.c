#include "assemble/conflict/conflict.h"
#include "assemble/pile_for_tests.h"

enum { TIMES = 2 };

typedef struct {
    const char *passage;
    const char *value;
    TimeUse use;
} TestTime;

/* Two figures of one page, what each sentence says of when, and whether the first is only overtaken. */
static const struct {
    const char *name;
    const char *text;
    TestClaim first;
    TestClaim second;
    TestTime times[TIMES];
    bool overtaken;
} CASES[] = {
    {"told in the evening, and the next morning",
     "On Saturday evening police said nine died. On Sunday morning the clinic said twelve died.",
     {"nine", .n = 9, .speaker = "police"},
     {"twelve", .n = 12, .speaker = "the clinic"},
     {{"Saturday evening", "2026-01-31TEV", TIME_OF_EVENTS}, {"Sunday morning", "2026-02-01TMO", TIME_OF_EVENTS}},
     true},
    {"the other way round",
     "On Sunday morning police said nine died. On Saturday evening the clinic said twelve died.",
     {"nine", .n = 9, .speaker = "police"},
     {"twelve", .n = 12, .speaker = "the clinic"},
     {{"Sunday morning", "2026-02-01TMO", TIME_OF_EVENTS}, {"Saturday evening", "2026-01-31TEV", TIME_OF_EVENTS}},
     false},
    {"of one day nobody knows which was first",
     "On Sunday police said nine died. On Sunday morning the clinic said twelve died.",
     {"nine", .n = 9, .speaker = "police"},
     {"twelve", .n = 12, .speaker = "the clinic"},
     {{"@1 Sunday", "2026-02-01", TIME_OF_EVENTS}, {"Sunday morning", "2026-02-01TMO", TIME_OF_EVENTS}},
     false},
    {"a narrator's day is that of what befell them",
     "On Saturday nine died. On Sunday twelve died.",
     {"nine", .n = 9},
     {"twelve", .n = 12},
     {{"Saturday", "2026-01-31", TIME_OF_EVENTS}, {"Sunday", "2026-02-01", TIME_OF_EVENTS}},
     false},
    {"counted by then",
     "By Saturday nine died. By Sunday twelve died.",
     {"nine", .n = 9},
     {"twelve", .n = 12},
     {{"Saturday", "2026-01-31", TIME_OF_COUNT}, {"Sunday", "2026-02-01", TIME_OF_COUNT}},
     true},
    {"posts of a log",
     "18:05 Update. Nine died. 19:40 Update. Twelve died.",
     {"Nine", .n = 9},
     {"Twelve", .n = 12},
     {{"18:05", "2026-02-01T18:05", TIME_OF_POST}, {"19:40", "2026-02-01T19:40", TIME_OF_POST}},
     true},
    {"told as the toll by then",
     "Police said nine died. The clinic said the toll rose to twelve.",
     {"nine", .n = 9, .speaker = "Police"},
     {"twelve", .n = 12, .speaker = "The clinic", .total = true},
     {{0}},
     true},
    {"no time, no toll",
     "Police said nine died. The clinic said twelve died.",
     {"nine", .n = 9, .speaker = "Police"},
     {"twelve", .n = 12, .speaker = "The clinic"},
     {{0}},
     false},
};

static void set_times(Pile *pile, Extraction *x, const TestTime *times)
{
    TimeMention *own = ARENA_ARRAY(pile->arena, TimeMention, TIMES);
    for (; x->time_count < TIMES && times[x->time_count].passage; x->time_count++) {
        const TestTime *t = &times[x->time_count];
        Day day = day_parse(str_slice(str_from(t->value), 0, 10));
        own[x->time_count] = (TimeMention){.span = pile_span(x->document->text, t->passage),
                                           .value = str_from(t->value),
                                           .window = {day, day},
                                           .use = t->use};
    }
    x->times = own;
}

/* What somebody says reaches from the figure to the end of the sentence. */
static Figure figure(Pile *pile, Extraction *x, TestClaim told)
{
    Claim *claim = pile_claim(pile, x, told);
    if (claim->attribution) {
        Span *content = ARENA_NEW(pile->arena, Span);
        Attribution *said = ARENA_NEW(pile->arena, Attribution);
        *content = (Span){claim->evidence.start, claim->sentence.end};
        *said = *claim->attribution;
        said->content = content;
        said->content_count = 1;
        claim->attribution = said;
    }
    Figure own = figure_of(x, claim, pile->arena);
    own.time = x->document->published.seconds;
    return own;
}

static void a_figure_told_before_is_only_overtaken(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01T20:00:00Z", CASES[i].text);
        set_times(&pile, x, CASES[i].times);
        Figure first = figure(&pile, x, CASES[i].first);
        Figure second = figure(&pile, x, CASES[i].second);
        if (conflict_is_overtaken(&first, &second) != CASES[i].overtaken) {
            print_error("%s\n", CASES[i].name);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

/* "Around 100" of one voice and what lies near it of another are not at odds on a page; "around 100" and 60 are. */
static void what_lies_around_a_number_is_not_at_odds_with_it(void **state)
{
    (void)state;
    for (int near = 0; near < 2; near++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-02",
                                 "Raid on Alba. Around 100 clerks died. More than 90 clerks died. 60 clerks died.");
        TestClaim around = {"Around 100", CLASS_CIVILIAN, COUNT_AROUND, 100, .party = PARTY_MEDICAL, .place = "Alba"};
        TestClaim more = {"More than 90", CLASS_CIVILIAN, COUNT_MORE_THAN, 90, .party = PARTY_GOVERNMENT,
                          .place = "Alba"};
        TestClaim less = {"60", CLASS_CIVILIAN, COUNT_EXACT, 60, .party = PARTY_GOVERNMENT, .place = "Alba"};
        (void)pile_claim(&pile, x, around);
        (void)pile_claim(&pile, x, near ? more : less);
        assemble_document(x, profile_default(pile.arena), pile.arena);
        Moment now = {.seconds = 0, .precision = MOMENT_NONE};
        const Situation *s = assemble_situation(pile.items, pile.count, profile_default(pile.arena), now, pile.arena);
        assert_int_equal(s->conflict_count, !near);
        pile_free(&pile);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_figure_told_before_is_only_overtaken),
                                       cmocka_unit_test(what_lies_around_a_number_is_not_at_odds_with_it)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

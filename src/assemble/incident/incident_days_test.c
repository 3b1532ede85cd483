/* On which days was what a report is about. */
#include "assemble/assemble.h"
#include "extract/english_for_tests.h"

/* Published on Tuesday 17 November 2026 where nothing else is said. */
static const struct {
    const char *text;
    const char *published;
    const char *days;
} ROWS[] = {
    {"A bomb killed nine clerks in Sirte on Monday.", NULL, "2026-11-16..2026-11-16"},
    /* the day on which a toll was so is not that of what it is the toll of */
    {"The death toll of a quake in Sirte rose to 40 on Tuesday as crews dug. The quake struck early on Sunday.", NULL,
     "2026-11-15..2026-11-15"},
    {"The number of people killed in the quake that struck Sirte climbed to eight on Monday. Twenty clerks were hurt in Friday's quake.",
     NULL, "2026-11-13..2026-11-13"},
    {"On Tuesday the toll of the blast in Sirte had climbed to eight. The blast was on Sunday.", NULL,
     "2026-11-15..2026-11-15"},
    {"The death toll of Sunday's blast in Sirte rose to eight on Tuesday.", NULL, "2026-11-15..2026-11-15"},
    {"A bomb killed nine clerks in Sirte on Saturday. The toll rose to ten on Monday.", NULL, "2026-11-14..2026-11-14"},
    /* nor is the day of talks, or that on which somebody told of it */
    {"Nine clerks were killed early on Sunday in Sirte, hours after a truce was signed on Saturday.", NULL,
     "2026-11-15..2026-11-15"},
    {"A strike on the region of Sirte killed two clerks, the governor said on Monday, as others reported raids. The governor said "
     "raiders attacked the town late on Sunday night.",
     NULL, "2026-11-15..2026-11-15"},
    {"Raiders will face trial over an attack on Sunday in Sirte that killed nine clerks.", NULL,
     "2026-11-15..2026-11-15"},
    /* nor is the day of an inquiry, of a court, or on which the hurt were still in hospital */
    {"Police on Monday identified the suspect in the shooting of four clerks in Sirte. He shot the clerks on Sunday.",
     NULL, "2026-11-15..2026-11-15"},
    {"A teen accused of shooting five clerks in Sirte was denied bond on Monday. He started shooting at the mill on Sunday.",
     NULL, "2026-11-15..2026-11-15"},
    {"Seven clerks remained hospitalized on Monday after they were shot at an inn in Sirte. Residents reported shots on Sunday.",
     NULL, "2026-11-15..2026-11-15"},
    /* an arrest or a plea is told with the deed, whose day stands further down */
    {"A man was arrested for a shooting in Sirte that wounded four clerks. Tom Bek, 29, was held on Monday. He fired into the inn on 8 October 2025, "
     "wounding four clerks.",
     NULL, "2025-10-08..2025-10-08"},
    {"Tom Bek was charged with murder on Monday in the killing of two clerks in Sirte. Ana Fox and Ian Holm were killed on 8 October 2025.",
     NULL, "2025-10-08..2025-10-08"},
    {"A man accused in the killing of two clerks in Sirte was in court Monday. Ana Fox and Ian Holm were killed on 8 November.",
     NULL, "2026-11-08..2026-11-08"},
    {"A man accused in the killing of two clerks in Sirte was in court Monday. The clerks were killed on Saturday.",
     NULL, "2026-11-14..2026-11-14"},
    {"A man faces charges over the shooting of two clerks in Sirte. The incident occurred on 8 October at the inn.",
     NULL, "2026-10-08..2026-10-08"},
    {"A man faces charges over the shooting of two clerks in Sirte. The incident occurred on 8 October at the inn. Tom Bek was arrested Monday on "
     "charges of neglect.",
     NULL, "2026-10-08..2026-10-08"},
    /* but not where the deed is news, or the older one had more victims, or is told beside an attack that is claimed */
    {"A man was arrested for shooting two clerks in Sirte on Monday. He had shot two guards there on 8 October 2025.",
     NULL, "2026-11-16..2026-11-16"},
    {"A man was arrested for wounding a clerk in Sirte. He had killed nine guards there on 8 October 2025.", NULL,
     "2026-11-17..2026-11-17"},
    {"A group claimed responsibility for a shooting in Sirte that wounded two clerks. Two guards were wounded there on 8 October 2025.",
     NULL, "2026-11-17..2026-11-17"},
    {"Nine clerks were hurt in a blast in Sirte. Tom Bek was sentenced for his attack there on 8 October 2025.", NULL,
     "2026-11-17..2026-11-17"},
    /* help came when it was needed */
    {"Three clerks were shot at a mill in Sirte, police said on Monday. Officers responded to a call at 4 p.m. on Sunday.",
     NULL, "2026-11-15..2026-11-15"},
    /* of a week or weekend the day that the text tells behind it of the same people, or of the deed */
    {"A bomb killed nine clerks in Sirte at the weekend. The blast went off on Saturday.", NULL,
     "2026-11-14..2026-11-14"},
    {"A clerk was shot dead in Sirte last week. Ana Holm, 40, was killed at her home on Thursday, police said.", NULL,
     "2026-11-12..2026-11-12"},
    {"Nine clerks were killed in Sirte last week. Four were killed on Thursday and five on Friday.", NULL,
     "2026-11-09..2026-11-15"},
    {"Nine clerks were killed in raids in Sirte last week. The raid on Thursday was the worst.", NULL,
     "2026-11-09..2026-11-15"},
    {"A strike on Sirte killed nine clerks. The leaders met on Tuesday to mend a truce that was agreed at the weekend but fell apart amid attacks.",
     NULL, "2026-11-17..2026-11-17"},
    /* a mere hour names no day */
    {"Nine clerks were shot at a mill in Sirte on Friday, police said. The mill was full. Its owner was out. Officers were called to a shooting at "
     "11:40 p.m. and found the clerks.",
     NULL, "2026-11-13..2026-11-13"},
    {"It was a bad day. A clerk set out in the morning and a bomb went off, killing him. Nine people were killed in bombings on Saturday.",
     NULL, "2026-11-14..2026-11-14"},
    /* a search that found the dead after clashes of a day was after those, not after what sparked them */
    {"Nine clerks were killed in raids on villages near Sirte, police said. The violence was sparked by an attack on herders on Thursday. "
     "The chief said a search of the villages following clashes on Saturday found nine people had been killed.",
     NULL, "2026-11-14..2026-11-14"},
    /* who was hurt in the fight with which it opens, not who was killed in another days before */
    {"Two soldiers were hurt in a firefight in Sirte early on Tuesday. Four guards were killed in a raid in Sirte on Sunday.",
     NULL, "2026-11-17..2026-11-17"},
    /* a day on which people are to mourn is to come */
    {"A bomb killed nine clerks in Sirte. The president declared Sunday a day of mourning.", "2026-11-13",
     "2026-11-13..2026-11-13"},
};

static void a_report_s_event_was_on_the_days_that_it_tells(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Arena *arena = arena_create();
        Document document = {.id = STR("x"), .text = str_from(ROWS[i].text)};
        document.published = moment_parse(str_from(ROWS[i].published ? ROWS[i].published : "2026-11-17"));
        Extraction *x = extract_document(&language, NULL, &document, arena);
        assemble_document(x, profile_default(arena), arena);
        Window window = WINDOW_NONE;
        for (size_t k = 0; k < x->incident_count; k++)
            window = x->incidents[k].main ? x->incidents[k].window : window;
        Buf days = {0};
        day_write(&days, window.first);
        buf_put(&days, STR(".."));
        day_write(&days, window.last);
        if (!str_equal(buf_str(&days), str_from(ROWS[i].days))) {
            print_error("%s\n  %.*s\n", ROWS[i].text, (int)days.len, days.ptr);
            wrong++;
        }
        buf_free(&days);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* How many its own event killed or hurt. */
static const struct {
    const char *text;
    Outcome outcome;
    int64_t people;
} OWN[] = {
    /* whom another day had, be they more, or the first one's day told by the next sentence */
    {"A boy was shot at a house in Sirte on Monday. On Friday, two cousins were shot there.", OUTCOME_INJURED, 1},
    {"A boy was shot at a house in Sirte. Gunmen opened fire there on Monday. On Friday, two cousins were shot there.",
     OUTCOME_INJURED, 1},
    /* but who was hit and has died was hit on an earlier day */
    {"A man died in Sirte on Monday. On Friday, he and two cousins were shot there.", OUTCOME_INJURED, 2},
    /* whose grandson he was is not his name */
    {"The grandson of Omar Bek was fatally shot in Sirte on Monday. Ian Holm, 15, died at the scene.", OUTCOME_KILLED,
     1},
    {"A woman identified as the wife of Omar Bek was shot dead in Sirte on Monday. They spoke. A woman named Rosa Holm was shot dead.",
     OUTCOME_KILLED, 2},
};

static void who_is_of_another_event_or_told_again_adds_nobody(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(OWN); i++) {
        Arena *arena = arena_create();
        Document document = {.id = STR("x"), .text = str_from(OWN[i].text)};
        document.published = moment_parse(STR("2026-11-17"));
        Extraction *x = extract_document(&language, NULL, &document, arena);
        assemble_document(x, profile_default(arena), arena);
        for (size_t k = 0; k < x->incident_count; k++) {
            const Estimate *told = &x->incidents[k].estimates.cells[OWN[i].outcome][CELL_ALL];
            if (x->incidents[k].main && told->best != OWN[i].people)
                fail_msg("%s: %d", OWN[i].text, (int)told->best);
        }
        arena_destroy(arena);
    }
}

/* The killed of a report's incidents, one after the other: "- 4". */
static void who_was_killed_days_before_is_of_another_event(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *killed;
    } TOLD[] = {
        {"Two soldiers were hurt in a firefight in Sirte early on Tuesday. Four guards were killed in a raid in Sirte on Sunday. Guards sought the "
         "raiders after the killing of four guards in a raid on the night of Sunday and Monday.",
         "- 4 "},
        {"One of the victims of a shooting in Sirte spoke on Tuesday. Fifteen clerks were hurt and two were killed in a shooting in Sirte on Sunday.",
         "2 "},
    };
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(TOLD); i++) {
        Arena *arena = arena_create();
        Document document = {.id = STR("x"), .text = str_from(TOLD[i].text)};
        document.published = moment_parse(STR("2026-11-17"));
        Extraction *x = extract_document(&language, NULL, &document, arena);
        assemble_document(x, profile_default(arena), arena);
        Buf out = {0};
        for (size_t k = 0; k < x->incident_count; k++) {
            const Estimate *killed = &x->incidents[k].estimates.cells[OUTCOME_KILLED][CELL_ALL];
            if (killed->claim_count > 0)
                buf_int(&out, killed->best);
            else
                buf_char(&out, '-');
            buf_char(&out, ' ');
        }
        if (!str_equal(buf_str(&out), str_from(TOLD[i].killed))) {
            print_error("%s\n  %.*s\n", TOLD[i].text, (int)out.len, buf_str(&out).ptr);
            wrong++;
        }
        buf_free(&out);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_report_s_event_was_on_the_days_that_it_tells),
                                       cmocka_unit_test(who_is_of_another_event_or_told_again_adds_nobody),
                                       cmocka_unit_test(who_was_killed_days_before_is_of_another_event)};
    return cmocka_run_group_tests(tests, load, unload);
}

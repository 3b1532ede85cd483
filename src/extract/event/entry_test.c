/* Lists of events: which entry each figure is of. */
#include "base/buf.h"
#include "extract/english_for_tests.h"

/* Of each figure in text order "scene:low@place", behind it "!" where it is context, "+" where it is a part of what the list is of as a whole. */
static void write_figures(Buf *out, const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind != KIND_CASUALTY || !claim->has_count)
            continue;
        buf_format(out, "%u:%lld@", claim->scene, (long long)claim->count.low);
        buf_put(out, claim->place ? claim->place->place.name : STR("-"));
        buf_put(out, claim->background ? STR("!") : STR(""));
        buf_put(out, claim->entry ? STR("+ ") : STR(" "));
    }
}

static const FigureCase TEXTS[] = {
    /* a chronicle under a report: each entry is an event of its own */
    {"A bomb killed seven people in Goma on Friday.\n\nA timeline:\n\nMarch 3, 2024 - A bomb kills 35 people in Kisangani.\n\n"
     "May 6 - Gunmen kill 12 people in Beni. They wound nine.\n\nJune 7 - A bomb kills 60 people in Bunia.",
     "0:7@Goma 1:35@Kisangani! 2:12@Beni! 2:9@Beni! 3:60@Bunia! "},
    /* a record of towns: the first is the report's own where nothing else is; a village is on no map */
    {"Events of Friday.\n\n* NAIROBI - A bomb wounded two guards.\n\n* NEAR MOMBASA - A bomb killed four people.\n\n"
     "KIRRUWE - A bomb killed nine people.\n\nKISUMU - Gunmen wounded three clerks.",
     "0:2@Nairobi 1:4@Mombasa 2:9@- 3:3@Kisumu "},
    /* of towns under days: the day's sum is nobody's, and what names no place is of its own entry's */
    {"Friday 6 March: 3 killed\n\nNairobi: 1 killed by gunmen.\n\nMombasa: 2 killed by a bomb.\n\n"
     "Thursday 5 March: 4 killed\n\nNairobi: 4 killed by gunmen.\n\nWednesday 4 March: 1 killed\n\nKisumu: 1 clerk killed.",
     "0:3@-! 0:1@Nairobi 1:2@Mombasa 0:4@-! 2:4@Nairobi 0:1@-! 3:1@Kisumu "},
    /* a day and a land as a heading over each */
    {"At least 42 people were killed in the past week.\n\nJan. 30 Kenya: two guards killed\n\nGunmen attacked a post, killing two guards.\n\n"
     "Jan. 29 Uganda: one clerk killed\n\nA bomb killed one clerk.\n\nJan. 28 Rwanda: three clerks killed\n\nA bomb killed three clerks.",
     "0:42@- 1:2@Kenya+ 1:2@Kenya+ 2:1@Uganda+ 2:1@Uganda+ 3:3@Rwanda+ 3:3@Rwanda+ "},
    /* countries as headings */
    {"KENYA\n\nA bomb killed two people on Friday.\n\nUGANDA\n\nGunmen killed four people. Nine were hurt.\n\nRWANDA\n\nA bomb killed five people.",
     "0:2@Kenya 1:4@Uganda 1:9@Uganda 2:5@Rwanda "},
    /* paragraphs that open with their days, in different towns */
    {"On 2 January, gunmen killed five people in Goma.\n\nOn 4 January, a bomb killed three people in Beni.\n\nOn 5 January, gunmen wounded six people in Bunia.",
     "0:5@Goma 1:3@Beni 2:6@Bunia "},
    /* one event, day by day */
    {"On 2 January, gunmen killed five people in Goma.\n\nOn 4 January, two of the wounded died.\n\nOn 5 January, nine people were buried in Goma.",
     "0:5@Goma 0:2@Goma "},
    /* a row of the total: the whole of which each entry is a part */
    {"Weekly record, North Kivu, 2-8 March 2026\n- 3 March: shelling of a market in Goma: 3 civilians killed, 8 injured\n"
     "- 5 March: a bomb near Beni: 1 man killed\n- 7 March: shelling in Bunia: 2 women killed\nTotal: 6 civilians killed; 8 injured.",
     "1:3@Goma+ 1:8@Goma+ 2:1@Beni+ 3:2@Bunia+ 0:6@North Kivu 0:8@North Kivu "},
    /* no row of a total, but days that hold those of all entries */
    {"Attacks on clinics, week of 2 to 8 March 2026\n3 March 2026, Goma: a nurse was shot dead.\n5 March 2026, Beni: a bomb hurt two clerks.\n"
     "7 March 2026, Beni: a bomb killed a driver.",
     "1:1@Goma+ 2:2@Beni+ 3:1@Beni+ "},
    /* a lead that tells of as many as all entries */
    {"Nine people were killed in the province, the governor said.\n\nGoma: 4 killed by gunmen.\n\nBeni: 3 killed by a bomb.\n\nBunia: 2 killed by gunmen.",
     "0:9@- 1:4@Goma+ 2:3@Beni+ 3:2@Bunia+ "},
    /* totals of several lists are no whole of all */
    {"3 March: two killed in Goma.\n4 March: one killed in Beni.\nTotal: 3 killed.\n5 March: two killed in Bunia.\n6 March: four killed in Goma.\nTotal: 6 killed.",
     "0:2@Goma 1:1@Beni 0:3@Goma! 2:2@Bunia 3:4@Goma 0:6@Goma! "},
    /* an update and its dates are no list */
    {"UPDATE: Seven people died in Goma.\n\nPREVIOUS STORY: Six people died in Goma.\n\nEARLIER: Five people died in Goma.",
     "0:7@Goma 0:6@Goma 0:5@Goma "},
};

static void each_entry_of_a_list_is_an_event_of_its_own(void **state)
{
    (void)state;
    check_written(TEXTS, COUNT_OF(TEXTS), write_figures);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_entry_of_a_list_is_an_event_of_its_own)};
    return cmocka_run_group_tests(tests, load_map, unload_map);
}

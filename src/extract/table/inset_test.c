/* Tables inside a text: what each cell counts. */
#include "base/buf.h"
#include "extract/english_for_tests.h"

/* Of each figure in text order "bytes outcome class@place", behind it "+" where its row is a part of the whole, "<" where it is a part of another
 * figure, "!" where it is context. */
static void write_figures(Buf *out, const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind != KIND_CASUALTY || !claim->has_count)
            continue;
        buf_put(out, span_text(a->document->text, claim->evidence));
        buf_char(out, ' ');
        buf_put(out, outcome_name(claim->outcome));
        if (claim->subgroups & SUBGROUP_WOMEN)
            buf_put(out, STR(" women"));
        buf_char(out, '@');
        buf_put(out, claim->place ? claim->place->place.name : STR("-"));
        buf_put(out, claim->entry ? STR("+") : STR(""));
        buf_put(out, claim->part_of >= 0 ? STR("<") : STR(""));
        buf_put(out, claim->background ? STR("!") : STR(""));
        buf_put(out, STR("; "));
    }
}

static const FigureCase TEXTS[] = {
    /* the row of the total is told of all, the others are parts of it */
    {"Shells hit North Kivu on Tuesday.\n\nTown\tKilled\tInjured\nGoma\t12\tat least 30\nBeni\t5\t-\nTotal\t17\t30",
     "12 killed@Goma+; at least 30 injured@Goma+; 5 killed@Beni+; 17 killed@North Kivu; 30 injured@North Kivu; "},
    /* between bars, with a rule under the headings; one kind of people is a part of all in its row */
    {"| Town | No. of people killed | Women killed |\n|---|---:|---|\n| Goma | 12 | 3 |\n| Beni | 5 | 1 |",
     "12 killed@Goma+; 3 killed women@Goma+<; 5 killed@Beni+; 1 killed women@Beni+<; "},
    /* rows of kinds of people */
    {"A raid hit Goma on Tuesday.\n\nVictims\tKilled\nMen\t12\nWomen\t5\nTotal\t17",
     "12 killed@-<; 5 killed women@-<; 17 killed@Goma; "},
    /* months are context, and so is their total */
    {"Month\tKilled\nJanuary 2026\t212\nFebruary 2026\t150\nTotal\t362",
     "212 killed@-!; 150 killed@-!; 362 killed@-!; "},
    /* days of events of their own */
    {"Day\tTown\tDeaths\n1 March 2026\tGoma\t12\n9 March 2026\tBeni\t5", "12 killed@Goma; 5 killed@Beni; "},
    /* headings that count nobody, or not whom they name */
    {"Town\tKilled by\tDeaths per 1,000\tKilled and injured\tLost\nGoma\t12\t30\t4\t5", ""},
    {"Team\tWon\tLost\nGoma dead\t12\t30", ""},
    /* a label and its value are read as words are */
    {"A raid hit Goma.\n\nDate\t3 March 2026\nDeaths\t12\nInjured\t30", "Injured\t30 injured@Goma; "},
    /* two rows of headings; what is under none that is understood is not read, nor what two columns count alike */
    {"Town\tKilled\t\tInjured\t\n\tMen\tWomen\tTotal\tWomen\nGoma\t12\t3\t30\t2",
     "12 killed@Goma+; 3 killed women@Goma+; 30 injured@Goma+; 2 injured women@Goma+<; "},
    {"Town\tKilled\t\n\tBy day\tWomen\nGoma\t12\t3", "3 killed women@Goma+; "},
    {"Town\tKilled\tInjured\tKilled\nGoma\t12\t30\t4", "30 injured@Goma+; "},
    /* a first cell over several rows */
    {"Day\tTown\tDeaths\n1 March 2026\tGoma\t12\n\tBeni\t5", "12 killed@Goma+; 5 killed@Beni+; "},
    /* a row of fewer cells: which columns they are of is not told */
    {"Province\tTown\tKilled\nNorth Kivu\tGoma\t12\nBeni\t5", "12 killed@Goma+; "},
};

static void a_table_is_read_cell_by_cell(void **state)
{
    (void)state;
    check_written(TEXTS, COUNT_OF(TEXTS), write_figures);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_table_is_read_cell_by_cell)};
    return cmocka_run_group_tests(tests, load_map, unload_map);
}

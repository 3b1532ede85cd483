/* Method, rules used, corrections. */
#include "report/page_parts.h"

/* clang-format off */
static const char *const METHOD[] = {
    "Every figure is a claim by somebody. This page keeps each with its speaker and the exact passage it stands in, and decides nothing in secret.",
    "A count is a range: \xE2\x80\x9C\x61t least 10\xE2\x80\x9D is ten or more, with no upper end known. Words such as \xE2\x80\x9Cscores\xE2\x80\x9D support or contradict a number and never set one.",
    "Only like is compared with like: the same incident, outcome, group of people, unit and days. A total is never added to its parts.",
    "One voice counts once. Copies and syndicated texts stand under their origin.",
    "A speaker\xE2\x80\x99s later figure supersedes the earlier one, which stays on record.",
    "Low is the largest floor that two independent origins support, else the smallest current figure. High is the largest current figure of an identified speaker. Best, for civilians and for a speaker\xE2\x80\x99s own side, is the median of the origins\xE2\x80\x99 current figures, ties to the lower.",
    "What a party says of its enemy\xE2\x80\x99s losses never sets the best figure; it is printed as claimed by that party. All parties are treated alike.",
    "Unknown is not zero. Where nobody gives a figure the page says so.",
    "Contradictions are listed, never mended silently.",
};
/* clang-format on */

static void counting_rules_used(const Page *page)
{
    bool open = false;
    for (unsigned o = OUTCOME_KILLED; page->headline && o < OUTCOME_COUNT_; o++) {
        for (unsigned c = 0; c < CELL_COUNT_; c++) {
            const Estimate *e = &page->headline->estimates.cells[o][c];
            if (!e->present || e->rule.len == 0)
                continue;
            put(page, open ? "" : "<h3>Rules that made the figures</h3>\n<ul class=\"plain-list\">\n");
            open = true;
            put(page, "<li><a class=\"ev\" href=\"#");
            figure_id(page, (Outcome)o, (CellKind)c);
            buf_format(page->out, "\" data-note=\"F%u\">", figure_note(page, (Outcome)o, (CellKind)c));
            buf_put(page->out, words_cell((CellKind)c));
            put(page, ", ");
            buf_put(page->out, words_outcome((Outcome)o));
            put(page, "</a>: <code>");
            text(page, e->rule);
            put(page, "</code></li>\n");
        }
    }
    put(page, open ? "</ul>\n" : "");
}

void page_method(const Page *page)
{
    section_open(page, "method", "Method and corrections", NULL);
    put(page, "<div class=\"halves\">\n<div>\n<h3>How the figures are made</h3>\n<ol class=\"method\">\n");
    for (size_t i = 0; i < sizeof METHOD / sizeof METHOD[0]; i++) {
        put(page, "<li>");
        put(page, METHOD[i]);
        put(page, "</li>\n");
    }
    put(page,
        "</ol>\n<h3>Corrections</h3>\n<p>No correction has been entered. A reader who finds an error can name the "
        "number of the note it concerns.</p>\n</div>\n<div>\n");
    counting_rules_used(page);
    page_rules(page);
    put(page, "</div>\n</div>\n");
    section_close(page);
}

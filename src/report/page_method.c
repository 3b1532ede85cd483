/* Method, rules used, corrections. */
#include "report/page_parts.h"

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

/* What a public edition leaves out, rule by rule. */
static void withheld(const Page *page)
{
    const Situation *s = page->situation;
    if (s->notice_count == 0)
        return;
    put(page, "<h3 id=\"withheld\">What this public edition leaves out</h3>\n<ul class=\"plain-list\">\n");
    for (size_t i = 0; i < s->notice_count; i++) {
        put(page, "<li>");
        text(page, s->notices[i]);
        put(page, "</li>\n");
    }
    put(page, "</ul>\n");
}

void page_method(const Page *page)
{
    section_open(page, "method", "Method and corrections", NULL);
    put(page, "<div class=\"halves\">\n<div>\n<h3>How the figures are made</h3>\n<ol class=\"method\">\n");
    size_t count = 0;
    const char *const *method = words_method(&count);
    for (size_t i = 0; i < count; i++) {
        put(page, "<li>");
        put(page, method[i]);
        put(page, "</li>\n");
    }
    put(page, "</ol>\n");
    withheld(page);
    put(page, "<h3>Corrections</h3>\n<p>");
    put(page, WORDS_NO_CORRECTION);
    put(page, "</p>\n</div>\n<div>\n");
    counting_rules_used(page);
    page_profile_rules(page);
    page_rules(page);
    put(page, "</div>\n</div>\n");
    section_close(page);
}

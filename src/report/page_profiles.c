/* The same claims counted by several codebooks, side by side; and the rules of the one that the page is counted by. */
#include "report/page_parts.h"
#include "report/profile_words.h"

static const CellKind COLUMNS[] = {CELL_CIVILIAN, CELL_SECURITY, CELL_MILITANT, CELL_ALL};
enum { COLUMN_COUNT = sizeof COLUMNS / sizeof COLUMNS[0] };

static void cell(const Page *page, const Estimate *e, const char *label)
{
    buf_format(page->out, "<td data-label=\"%s\"><div>", label);
    if (e->present) {
        words_estimate(page->out, e);
        put(page, "<br><code>");
        text(page, e->rule);
        put(page, "</code>");
    } else {
        put(page, "<span class=\"quiet\">");
        buf_put(page->out, WORDS_NO_FIGURE);
        put(page, "</span>");
    }
    put(page, "</div></td>");
}

static void row(const Page *page, size_t number, Outcome outcome)
{
    const Profile *profile = profile_number(page->situation, number);
    const Estimates *e = profile_estimates(page->headline, number);
    put(page, "<tr><th scope=\"row\">");
    text(page, profile->title);
    if (str_present(e->grade) && outcome == OUTCOME_KILLED) {
        put(page, "<br><span class=\"quiet\">grade: ");
        text(page, e->grade);
        put(page, "</span>");
    }
    put(page, "</th>");
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        const char *label = COLUMNS[i] == CELL_ALL ? "All" : words_cell(COLUMNS[i]).ptr;
        cell(page, &e->cells[outcome][COLUMNS[i]], label);
    }
    put(page, "</tr>\n");
}

static void table(const Page *page, Outcome outcome)
{
    put(page, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Figures of several codebooks: ");
    buf_put(page->out, words_outcome(outcome));
    put(page, "\"><table class=\"others stacked\">\n<caption>");
    buf_put(page->out, words_outcome(outcome));
    put(page, "</caption>\n<thead><tr><th scope=\"col\">Codebook</th>");
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        put(page, "<th scope=\"col\">");
        buf_put(page->out, COLUMNS[i] == CELL_ALL ? STR("All") : words_cell(COLUMNS[i]));
        put(page, "</th>");
    }
    put(page, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i <= page->headline->beside_count; i++)
        row(page, i, outcome);
    put(page, "</tbody>\n</table></div>\n");
}

void page_profiles(const Page *page)
{
    if (!page->headline || page->headline->beside_count == 0)
        return;
    section_open(page, "profiles", "By other codebooks",
                 "The same claims, counted by the rules of each codebook. Each figure names the rule that made it.");
    table(page, OUTCOME_KILLED);
    table(page, OUTCOME_INJURED);
    section_close(page);
}

static void rules_of(const Page *page, const Profile *profile)
{
    put(page, "<h3>Rules of counting: ");
    text(page, profile->title);
    put(page, "</h3>\n<ul class=\"plain-list rules\">\n");
    for (size_t i = 0; i < profile->rule_count; i++) {
        const ProfileRule *rule = &profile->rules[i];
        if (rule->setting == SETTING_TITLE)
            continue;
        put(page, "<li><code>");
        text(page, rule->name);
        put(page, "</code> ");
        text(page, rule->statement);
        put(page, " <span class=\"quiet\">");
        text(page, rule->source);
        put(page, "</span></li>\n");
    }
    put(page, "</ul>\n");
}

void page_profile_rules(const Page *page)
{
    const Profile *profile = page->situation->profile;
    rules_of(page, profile);
    for (size_t i = 0; i < profile->beside_count; i++)
        rules_of(page, profile->beside[i]);
}

/* What a baseline says of a wave and of a superlative, in words. */
#include "report/page_parts.h"

void wave_scan_line(const Page *page, const WaveScan *scan)
{
    if (!scan->done)
        return;
    put(page, "<p class=\"wave quiet\">Held against ");
    words_counted(page->out, scan->event_count, "incident");
    put(page, " of the baseline within 500 km and three years: ");
    if (!scan->found) {
        put(page, "no cluster in space and time.</p>\n");
        return;
    }
    buf_int(page->out, scan->observed);
    put(page, " incidents within ");
    words_number(page->out, (int64_t)(scan->radius_km + 0.5));
    put(page, " km from ");
    words_window(page->out, scan->days);
    put(page, ", where ");
    buf_fixed(page->out, scan->expected, 1);
    put(page, " were to be expected; p = ");
    buf_fixed(page->out, scan->p_value, 3);
    put(page, " (space\xE2\x80\x93time permutation scan, ");
    words_number(page->out, scan->replicates);
    put(page, " replicates). The two data sets may count incidents by different rules.</p>\n");
}

void superlative_line(const Page *page, const SuperlativeCheck *check)
{
    put(page, " <span class=\"baseline\">Of ");
    words_counted(page->out, check->event_count, "incident");
    put(page, " of the baseline within 500 km since ");
    words_day(page->out, check->first->days.first);
    put(page, ", ");
    words_number(page->out, (int64_t)check->deadlier_count);
    put(page, check->deadlier_count == 1 ? " has at least " : " have at least ");
    words_number(page->out, check->deaths);
    put(page, " deaths");
    if (check->latest) {
        put(page, "; the latest of them ");
        words_number(page->out, check->latest->best);
        put(page, " on ");
        words_window(page->out, check->latest->days);
        if (check->latest->place.len > 0) {
            put(page, ", ");
            text(page, check->latest->place);
        }
    }
    put(page, ".</span>");
}

/* Range bars: low to high as a band, best as a tick, an open end drawn open. */
#include "report/page_parts.h"

enum { BAR_WIDTH = 200, BAR_ROOM = 24, BAR_MIDDLE = 8 };

/* Numbers up to scale take the bar's width less the room that an open end needs. */
static double bar_x(int64_t n, int64_t scale)
{
    if (scale <= 0)
        return 1;
    return 1 + (double)n / (double)scale * (BAR_WIDTH - BAR_ROOM - 2);
}

static void bar_begin(const Page *page, const char *name, bool claimed)
{
    buf_format(page->out, "<svg class=\"range%s\" viewBox=\"0 0 %d 16\" role=\"img\" aria-label=\"%s",
               claimed ? " claimed" : "", BAR_WIDTH, name);
}

static void bar_line(const Page *page, const char *cls, double from, double to)
{
    buf_format(page->out, "<path class=\"%s\" d=\"M", cls);
    buf_fixed(page->out, from, 1);
    buf_format(page->out, " %dH", BAR_MIDDLE);
    buf_fixed(page->out, to, 1);
    put(page, "\"/>");
}

static void bar_band(const Page *page, double from, double to, bool open)
{
    bar_line(page, "axis", 1, BAR_WIDTH - 1);
    if (to - from >= 1)
        bar_line(page, "band", from, to);
    if (!open)
        return;
    bar_line(page, "open", to + 1, BAR_WIDTH - 9);
    buf_format(page->out, "<path class=\"arrow\" d=\"M%d 4l5 4l-5 4\"/>", BAR_WIDTH - 9);
}

static void bar_tick(const Page *page, double at)
{
    put(page, "<path class=\"best\" d=\"M");
    buf_fixed(page->out, at, 1);
    put(page, " 1.5V14.5\"/>");
}

void chart_range(const Page *page, const Estimate *estimate, int64_t scale)
{
    if (!estimate->present || !(estimate->has_low || estimate->has_best))
        return;
    int64_t low = estimate->has_low ? estimate->low : estimate->best;
    int64_t best = estimate->has_best ? estimate->best : low;
    int64_t high = estimate->has_high ? estimate->high : best > low ? best : low;
    bar_begin(page, "low ", false);
    words_number(page->out, low);
    if (estimate->has_best) {
        put(page, ", best ");
        words_number(page->out, best);
    }
    put(page, ", high ");
    if (estimate->high_open || !estimate->has_high)
        put(page, "open");
    else
        words_number(page->out, high);
    put(page, "\">");
    bar_band(page, bar_x(low, scale), bar_x(high, scale), estimate->high_open);
    if (estimate->has_best)
        bar_tick(page, bar_x(best, scale));
    put(page, "</svg>");
}

void chart_claimed(const Page *page, const ClaimedFigure *claimed, int64_t scale)
{
    if (claimed->words)
        return;
    bool open = claimed->count.high == INTERVAL_OPEN;
    double low = bar_x(claimed->count.low, scale);
    double high = open ? low : bar_x(claimed->count.high, scale);
    bar_begin(page, "claimed: ", true);
    words_interval(page->out, claimed->count);
    put(page, "\">");
    bar_band(page, low, high, open);
    if (high - low < 1) {
        put(page, "<circle class=\"point\" r=\"3.5\" cy=\"8\" cx=\"");
        buf_fixed(page->out, low, 1);
        put(page, "\"/>");
    }
    put(page, "</svg>");
}

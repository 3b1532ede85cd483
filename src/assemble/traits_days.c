#include "assemble/traits_days.h"

#include "extract/disaster.h"

static bool is_of_days(Window window, int64_t widest)
{
    return window_is_known(window) && window_days(window) <= widest;
}

/* An attack or disaster, not the talks or the trial told of beside it. */
static bool dates_main(const Claim *claim)
{
    return !str_equal(claim->type, STR("other")) ||
           disaster_of(claim->type, claim->tactics, claim->tactic_count) != NULL;
}

/* Days, so many at most: those that the text states before days inherited from the report; the days on which a toll was so or bodies were found after both. */
static Window window_of(const Claim *const *claims, size_t count, int64_t widest)
{
    static const struct {
        ClaimKind kind;
        bool stated;
        bool beside; /* what dates the event only where nothing else does */
    } STEPS[] = {
        {KIND_ATTACK, true, false},    {KIND_CASUALTY, true, false}, {KIND_ATTACK, false, false},
        {KIND_CASUALTY, false, false}, {KIND_ATTACK, true, true},    {KIND_CASUALTY, true, true},
        {KIND_CASUALTY, false, true},  {KIND_ATTACK, false, true},
    };
    for (size_t k = 0; k < sizeof STEPS / sizeof *STEPS; k++)
        for (size_t i = 0; i < count; i++) {
            bool beside =
                claims[i]->kind == KIND_ATTACK ? !dates_main(claims[i]) : claims[i]->total || claims[i]->minimum;
            if (claims[i]->kind == STEPS[k].kind && is_of_days(claims[i]->window, widest) &&
                (!STEPS[k].stated || !span_is_empty(claims[i]->window_span)) && (STEPS[k].beside || !beside))
                return claims[i]->window;
        }
    return WINDOW_NONE;
}

Window traits_days(const Claim *const *claims, size_t count, bool older)
{
    enum { WIDEST = 31, YEAR = 366 };
    Window window = window_of(claims, count, WIDEST);
    return window_is_known(window) || !older ? window : window_of(claims, count, YEAR);
}

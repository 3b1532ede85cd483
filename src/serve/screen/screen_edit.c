/* The fields that set what a claim says; and what of them was changed, as the JSON that a decision takes. */
#include "serve/screen/screen_decide.h"

static const Choice STANCES[] = {
    {"asserts", "asserts it"}, {"denies", "denies it"}, {"doubts", "does not confirm it"}, {NULL, NULL}};
static const Choice TIMES[] = {{"no", "the event itself"}, {"yes", "an older one, as background"}, {NULL, NULL}};

static Str written_day(Day day, Arena *arena)
{
    if (day == DAY_NONE)
        return STR("");
    Buf out = {0};
    day_write(&out, day);
    Str words = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return words;
}

/* What the form is filled with: the claim as it stands. */
static void fill(const Claim *c, Arena *arena, Str *values)
{
    for (size_t i = 0; i < EDIT_COUNT_; i++)
        values[i] = STR("");
    values[EDIT_STANCE] = STR("asserts");
    values[EDIT_BACKGROUND] = STR("no");
    values[EDIT_CLASS] = STR("unknown");
    if (!c)
        return;
    values[EDIT_OUTCOME] = outcome_name(c->outcome);
    values[EDIT_CLASS] = class_name(c->victim_class);
    values[EDIT_LOW] = c->has_count ? screen_digits(c->count.low, arena) : STR("");
    values[EDIT_HIGH] = c->has_count && c->count.high != INTERVAL_OPEN ? screen_digits(c->count.high, arena) : STR("");
    values[EDIT_PLACE] = c->place ? c->place->place.name : STR("");
    values[EDIT_FIRST] = written_day(c->window.first, arena);
    values[EDIT_LAST] = written_day(c->window.last, arena);
    values[EDIT_SPEAKER] = c->attribution && c->attribution->speaker.len > 0 ? c->attribution->speaker : STR("");
    values[EDIT_PARTY] = party_name(c->party);
    values[EDIT_STANCE] = stance_name(c->stance);
    values[EDIT_BACKGROUND] = c->background ? STR("yes") : STR("no");
}

void screen_edit_fields(const Screen *s, uint32_t claim)
{
    Str values[EDIT_COUNT_];
    fill(claim == UINT32_MAX ? NULL : claim_at(&s->page, claim)->claim, s->request->arena, values);
    screen_put(s, "<div class=\"fields\">\n");
    screen_select(s, "outcome", "What became of them", screen_terms(s, TERMS_OUTCOME, "none"), values[EDIT_OUTCOME]);
    screen_select(s, "class", "Who they were", screen_terms(s, TERMS_CLASS, NULL), values[EDIT_CLASS]);
    screen_input(s, "low", "Figure, at least", "number", values[EDIT_LOW]);
    screen_input(s, "high", "At most (empty: open)", "number", values[EDIT_HIGH]);
    screen_input(s, "place", "Place", "text", values[EDIT_PLACE]);
    screen_input(s, "first", "First day", "date", values[EDIT_FIRST]);
    screen_input(s, "last", "Last day", "date", values[EDIT_LAST]);
    screen_input(s, "speaker", "First speaker", "text", values[EDIT_SPEAKER]);
    screen_select(s, "party", "Speaks for", screen_terms(s, TERMS_PARTY, "nobody named"), values[EDIT_PARTY]);
    screen_select(s, "stance", "The speaker", STANCES, values[EDIT_STANCE]);
    screen_select(s, "background", "Tells of", TIMES, values[EDIT_BACKGROUND]);
    screen_put(s, "</div>\n");
}

/* ---- what was changed ---- */

static const char *const NAMES[EDIT_COUNT_] = {"outcome", "class",   "low",   "high",   "place",     "first",
                                               "last",    "speaker", "party", "stance", "background"};

static void put_count(Json *j, Str low, Str high)
{
    int64_t n = 0;
    if (low.len == 0 && high.len == 0) {
        json_null(j, "count");
        return;
    }
    json_open_key(j, "count", '{');
    if (str_number(low, &n))
        json_int(j, "low", n);
    else
        json_int(j, "low", 0);
    if (str_number(high, &n))
        json_int(j, "high", n);
    else
        json_null(j, "high");
    json_close(j, '}');
}

static void put_days(Json *j, Str first, Str last)
{
    if (first.len == 0) {
        json_null(j, "days");
        return;
    }
    json_open_key(j, "days", '{');
    json_str(j, "first", first);
    if (last.len > 0)
        json_str(j, "last", last);
    json_close(j, '}');
}

void screen_put_edit(const Screen *s, const Claim *was, Json *j)
{
    const Request *request = s->request;
    Str old[EDIT_COUNT_];
    Str now[EDIT_COUNT_];
    bool moved[EDIT_COUNT_];
    fill(was, request->arena, old);
    for (size_t i = 0; i < EDIT_COUNT_; i++) {
        Str value = request_field(request, NAMES[i]);
        now[i] = str_present(value) ? str_trim(value) : old[i];
        moved[i] = !str_equal(now[i], old[i]) || (!was && i == EDIT_OUTCOME && now[i].len > 0) ||
                   (!was && i == EDIT_CLASS && now[EDIT_OUTCOME].len > 0);
    }
    static const int TEXTS[] = {EDIT_OUTCOME, EDIT_CLASS, EDIT_SPEAKER, EDIT_PARTY, EDIT_STANCE};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        if (moved[TEXTS[i]])
            json_text(j, NAMES[TEXTS[i]], now[TEXTS[i]]);
    if (moved[EDIT_LOW] || moved[EDIT_HIGH])
        put_count(j, now[EDIT_LOW], now[EDIT_HIGH]);
    if (moved[EDIT_FIRST] || moved[EDIT_LAST])
        put_days(j, now[EDIT_FIRST], now[EDIT_LAST]);
    if (moved[EDIT_BACKGROUND])
        json_bool(j, "background", str_equal(now[EDIT_BACKGROUND], STR("yes")));
    if (moved[EDIT_PLACE]) {
        json_open_key(j, "place", '{');
        screen_put_place(s, was ? was->place : NULL, j);
        json_close(j, '}');
    }
}

#include "serve/frame/plain.h"

#include "model/day.h"
#include "report/words.h"

enum { DAY_BYTES = 10 };

static void put_lower(Buf *out, Str text)
{
    if (text.len == 0)
        return;
    buf_char(out, char_lower(text.ptr[0]));
    buf_put(out, str_drop(text, 1));
}

/* Cuts the word off *rest, if the text begins with it as a whole. */
static bool cut_word(Str *rest, Str word)
{
    if (word.len == 0 || !str_begins(*rest, word) || (rest->len > word.len && rest->ptr[word.len] != ' '))
        return false;
    *rest = str_drop(*rest, rest->len > word.len ? word.len + 1 : word.len);
    return true;
}

bool plain_next_move(Str *rest, Str *item)
{
    bool any = str_present(*rest) && rest->len > 0 && str_cut(rest, ';', item);
    if (any)
        *item = str_trim(*item);
    return any;
}

/* ---- of whom ---- */

static void put_outcome(Buf *out, Str name)
{
    Outcome outcome = outcome_parse(name);
    buf_put(out, outcome != OUTCOME_NONE ? words_outcome(outcome) : name);
}

/* Sub-groups that are no class are called in lists what people call them. */
static void put_victims(Buf *out, Str name)
{
    VictimClass victims = class_parse(name);
    bool everybody = name.len == 0 || str_equal(name, STR("all"));
    if (everybody || victims != CLASS_UNKNOWN)
        buf_put(out, words_class(everybody ? CLASS_UNKNOWN : victims));
    else
        buf_put(out, name);
}

void plain_cell(Buf *out, Str outcome, Str victims)
{
    put_victims(out, victims);
    buf_char(out, ' ');
    put_outcome(out, outcome);
}

/* ---- what moves ---- */

/* "killed civilian best 11 → none": the class may be left out. */
static void put_move(Buf *out, Str move)
{
    static const char *const ENDS[] = {"best", "low", "high"};
    Str outcome;
    Str rest = move;
    if (!str_cut(&rest, ' ', &outcome) || !str_present(rest)) {
        buf_put(out, move);
        return;
    }
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        size_t at = str_find(rest, str_from(ENDS[i]), 0);
        if (at == SIZE_MAX)
            continue;
        plain_cell(out, outcome, str_trim(str_slice(rest, 0, at)));
        buf_put(out, STR(": "));
        buf_put(out, str_drop(rest, at));
        return;
    }
    buf_put(out, move);
}

void plain_moves(Buf *out, Str moves)
{
    Str item;
    for (bool any = false; plain_next_move(&moves, &item); any = true) {
        buf_put(out, any ? STR("; ") : STR(""));
        put_move(out, item);
    }
}

/* ---- what is claimed ---- */

void plain_claimed(Buf *out, Str claimed)
{
    Party party = PARTY_NONE;
    if (claimed.len == 0)
        return;
    for (int p = PARTY_NONE + 1; p < PARTY_COUNT_ && party == PARTY_NONE; p++)
        if (cut_word(&claimed, party_name((Party)p)))
            party = (Party)p;
    buf_put(out, words_party_speaking(party));
    buf_put(out, STR(": "));
    put_lower(out, claimed);
}

/* ---- incidents ---- */

/* The day at the end of a name, which is cut off it with the comma before; DAY_NONE where it has none. */
static Day cut_day(Str *name)
{
    if (name->len < DAY_BYTES + 2)
        return DAY_NONE;
    Day day = day_parse(str_drop(*name, name->len - DAY_BYTES));
    if (day != DAY_NONE)
        *name = str_slice(*name, 0, name->len - DAY_BYTES - 2);
    return day;
}

void plain_incident(Buf *out, Str name)
{
    Day day = cut_day(&name);
    size_t comma = str_find(name, STR(", "), 0);
    Str type = comma == SIZE_MAX ? name : str_slice(name, 0, comma);
    if (type.len == 0 || str_equal(type, STR("other")))
        type = STR("incident");
    buf_char(out, char_upper(type.ptr[0]));
    buf_put(out, str_drop(type, 1));
    if (comma != SIZE_MAX) {
        buf_put(out, STR(" in "));
        buf_put(out, str_drop(name, comma + 2));
    }
    if (day == DAY_NONE)
        return;
    buf_put(out, STR(", "));
    words_day_brief(out, day);
}

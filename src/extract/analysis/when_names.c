#include "extract/analysis/when_names.h"

static const char *const FIELD_NAMES[FIELD_COUNT_] = {
    "year",  "short", "hundreds", "month",   "day", "wday", "season",   "quarter",   "half_year", "decade", "century",
    "clock", "hour",  "iso",      "deictic", "n",   "rel",  "year_rel", "month_rel", "dir",       "half",
};

static const char *const WORD_NAMES[WORD_COUNT_] = {"unit",    "part", "ampm", "fixed",
                                                    "holiday", "era",  "past", "history"};

static const char *const OP_NAMES[OP_COUNT_] = {"", "date", "move", "chain", "span", "every", "ref"};

const TimeNames *when_names(Arena *arena, const Lexicon *lexicon)
{
    TimeNames *names = ARENA_NEW(arena, TimeNames);
    *names = (TimeNames){
        .timex = lexicon_class(lexicon, STR("TIMEX")),
        .time = lexicon_class(lexicon, STR("TIME")),
        .range = lexicon_class(lexicon, STR("TRANGE")),
        .preposition = lexicon_class(lexicon, STR("TPREP")),
        .modifier = lexicon_class(lexicon, STR("TMOD")),
        .inside = lexicon_class(lexicon, STR("TINSIDE")),
        .verb_past = lexicon_class(lexicon, STR("TPAST")),
        .verb_future = lexicon_class(lexicon, STR("TFUT")),
        .verb_done = lexicon_class(lexicon, STR("TDONE")),
    };
    const uint16_t harm[] = {lexicon_class(lexicon, STR("HARM_PP")), lexicon_class(lexicon, STR("HARM_ACT")),
                             lexicon_class(lexicon, STR("HARM_INTRANS")), lexicon_class(lexicon, STR("EVENT_PAST")),
                             lexicon_class(lexicon, STR("EVENT_HIT"))};
    names->verb_harm = class_set_of(harm, sizeof harm / sizeof *harm);
    for (int i = OP_DATE; i < OP_COUNT_; i++)
        names->op[i] = lexicon_value(lexicon, str_from(OP_NAMES[i]));
    for (int i = 0; i < FIELD_COUNT_; i++)
        names->field[i] = lexicon_attr(lexicon, str_from(FIELD_NAMES[i]));
    for (int i = 0; i < WORD_COUNT_; i++)
        names->word[i] = lexicon_attr(lexicon, str_from(WORD_NAMES[i]));
    return names;
}

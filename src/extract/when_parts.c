#include "extract/when_parts.h"

static const char *const FIELD_NAMES[FIELD_COUNT_] = {
    "year",  "short", "month", "day",     "wday", "season", "quarter",  "half_year", "decade", "century",
    "clock", "hour",  "iso",   "deictic", "n",    "rel",    "year_rel", "dir",       "half",
};

static const char *const OP_NAMES[OP_COUNT_] = {"", "date", "move", "chain", "span", "every", "ref"};

/* The name of the value that an attribute carries. */
static Str text_of(const Analysis *a, const Attr *attr)
{
    const Lexicon *lexicon = a->language->lexicon;
    if (attr->kind == ATTR_MENTION && attr->mention != MENTION_NONE)
        return lexicon_value_name(lexicon, a->mentions.items[attr->mention].value);
    return lexicon_value_name(lexicon, attr->value);
}

static bool signed_number(Str s, int *out)
{
    int64_t n = 0;
    bool minus = s.len > 0 && s.ptr[0] == '-';
    if (minus)
        s = str_drop(s, 1);
    if (s.len == 0 || s.len > 9 || !str_number(s, &n))
        return false;
    *out = (int)(minus ? -n : n);
    return true;
}

/* A figure's number stands in its data, a word's in its value. */
static bool number_of(const Analysis *a, const Attr *attr, int *out)
{
    if (attr->kind == ATTR_MENTION && attr->mention != MENTION_NONE) {
        const Mention *m = &a->mentions.items[attr->mention];
        if (m->value == 0 && m->data != MENTION_NONE) {
            *out = (int)m->data;
            return true;
        }
    }
    return signed_number(text_of(a, attr), out);
}

static void read_numbers(const Analysis *a, const Mention *m, TimeParts *p)
{
    for (int f = 0; f < FIELD_COUNT_; f++) {
        const Attr *attr = analysis_attr(a, m, FIELD_NAMES[f]);
        if (attr == NULL)
            continue;
        if (number_of(a, attr, &p->number[f]))
            p->known |= 1U << (unsigned)f;
        else if (f == FIELD_N && text_of(a, attr).len > 0)
            p->number[f] = -1;
        else if ((f == FIELD_REL || f == FIELD_YEAR_REL) && text_of(a, attr).len > 0)
            p->chained = true;
    }
}

static Str text_attr(const Analysis *a, const Mention *m, const char *name)
{
    const Attr *attr = analysis_attr(a, m, name);
    if (attr == NULL)
        return STR_NONE;
    Str text = text_of(a, attr);
    return text.len > 0 ? text : STR_NONE;
}

TimeParts when_parts_read(const Analysis *a, const Mention *m)
{
    TimeParts p = {.first = m->first, .last = m->last, .op = OP_NONE};
    Str op = analysis_value(a, m);
    for (int i = OP_DATE; i < OP_COUNT_; i++) {
        if (str_equal(op, str_from(OP_NAMES[i])))
            p.op = (TimeOp)i;
    }
    p.number[FIELD_N] = -1;
    read_numbers(a, m, &p);
    p.unit = grain_parse(text_attr(a, m, "unit"));
    p.part = text_attr(a, m, "part");
    p.half_of_day = text_attr(a, m, "ampm");
    p.fixed = text_attr(a, m, "fixed");
    p.holiday = text_attr(a, m, "holiday");
    p.past = str_present(text_attr(a, m, "past"));
    p.of_history = str_present(text_attr(a, m, "history"));
    p.before_christ = str_present(text_attr(a, m, "era"));
    return p;
}

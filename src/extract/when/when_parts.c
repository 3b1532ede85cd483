#include "extract/when/when_parts.h"

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

static void read_number(const Analysis *a, const Attr *attr, Field field, TimeParts *p)
{
    if (number_of(a, attr, &p->number[field]))
        p->known |= 1U << (unsigned)field;
    else if (field == FIELD_N && text_of(a, attr).len > 0)
        p->number[field] = -1;
    else if ((field == FIELD_REL || field == FIELD_YEAR_REL) && text_of(a, attr).len > 0)
        p->chained = true;
}

static void read_word(Str word, WordField field, TimeParts *p)
{
    if (word.len == 0)
        return;
    switch (field) {
    case WORD_UNIT: p->unit = grain_parse(word); break;
    case WORD_PART: p->part = word; break;
    case WORD_AMPM: p->half_of_day = word; break;
    case WORD_FIXED: p->fixed = word; break;
    case WORD_HOLIDAY: p->holiday = word; break;
    case WORD_ERA: p->before_christ = true; break;
    case WORD_PAST: p->past = true; break;
    case WORD_HISTORY: p->of_history = true; break;
    case WORD_COUNT_: break;
    }
}

TimeParts when_parts_read(const Analysis *a, const TimeNames *names, const Mention *m)
{
    TimeParts p = {.first = m->first, .last = m->last, .op = OP_NONE};
    for (int i = OP_DATE; i < OP_COUNT_; i++) {
        if (m->value != 0 && m->value == names->op[i])
            p.op = (TimeOp)i;
    }
    p.number[FIELD_N] = -1;
    for (uint32_t i = 0; i < m->attr_count; i++) {
        const Attr *attr = &mention_attrs_of(&a->mentions, m)[i];
        for (int f = 0; f < FIELD_COUNT_; f++) {
            if (attr->name == names->field[f])
                read_number(a, attr, (Field)f, &p);
        }
        for (int w = 0; w < WORD_COUNT_; w++) {
            if (attr->name == names->word[w])
                read_word(text_of(a, attr), (WordField)w, &p);
        }
    }
    return p;
}

bool parts_are_hour(const TimeParts *p)
{
    unsigned hours = 1U << (unsigned)FIELD_CLOCK | 1U << (unsigned)FIELD_HOUR;
    return p->op == OP_DATE && (p->known & hours) && !(p->known & ~hours) && !str_present(p->holiday);
}

bool when_is_inside(const Analysis *a, const TimeNames *names, uint32_t token)
{
    enum { BACK_TOKENS = 3 };
    if (mention_at(&a->mentions, token, names->inside) != MENTION_NONE)
        return true;
    uint32_t word = token > 0 ? mention_over(&a->mentions, token - 1, names->inside, BACK_TOKENS) : MENTION_NONE;
    return word != MENTION_NONE && a->mentions.items[word].last == token;
}

uint32_t when_preposition_first(const Analysis *a, const TimeNames *names, uint32_t token)
{
    enum { WORDS = 2 }; /* "as of" */
    uint32_t word = token > 0 ? mention_over(&a->mentions, token - 1, names->preposition, WORDS) : MENTION_NONE;
    return word != MENTION_NONE && a->mentions.items[word].last == token ? a->mentions.items[word].first : token;
}

Str when_preposition(const Analysis *a, const TimeNames *names, uint32_t token)
{
    uint32_t first = when_preposition_first(a, names, token);
    return first == token ? STR_NONE
                          : analysis_value(a, &a->mentions.items[mention_at(&a->mentions, first, names->preposition)]);
}

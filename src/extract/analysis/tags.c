#include "extract/analysis/tags.h"

#include "base/buf.h"

static const struct {
    const char *name;
    uint64_t tags;
} NAMES[] = {
    {"noun", BIT(TAG_NOUN)},   {"det", BIT(TAG_DET)},     {"poss", BIT(TAG_POSS)},
    {"pron", BIT(TAG_PRON)},   {"obj", BIT(TAG_OBJ)},     {"wh", BIT(TAG_WH)},
    {"whadv", BIT(TAG_WHADV)}, {"that", BIT(TAG_THAT)},   {"to", BIT(TAG_TO)},
    {"prep", BIT(TAG_PREP)},   {"sub", BIT(TAG_SUB)},     {"conj", BIT(TAG_CONJ)},
    {"be", BIT(TAG_BE)},       {"have", BIT(TAG_HAVE)},   {"do", BIT(TAG_DO)},
    {"modal", BIT(TAG_MODAL)}, {"neg", BIT(TAG_NEG)},     {"adv", BIT(TAG_ADV)},
    {"base", BIT(TAG_BASE)},   {"third", BIT(TAG_THIRD)}, {"pret", BIT(TAG_PRET)},
    {"part", BIT(TAG_PART)},   {"ing", BIT(TAG_ING)},     {"past", BIT(TAG_PRET) | BIT(TAG_PART)},
    {"many", BIT(TAG_MANY)},
};

uint64_t tags_named(Str value)
{
    uint64_t tags = 0;
    Str name = STR_NONE;
    while (str_cut(&value, '+', &name)) {
        for (size_t i = 0; name.len > 0 && i < sizeof NAMES / sizeof NAMES[0]; i++) {
            if (!str_is(name, NAMES[i].name))
                continue;
            tags |= NAMES[i].tags;
            break;
        }
    }
    return tags;
}

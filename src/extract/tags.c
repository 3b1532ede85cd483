#include "extract/tags.h"

#include "base/buf.h"

static const struct {
    const char *name;
    Tag tag;
} TAG_NAMES[] = {
    {"noun", TAG_NOUN},   {"det", TAG_DET},     {"poss", TAG_POSS}, {"pron", TAG_PRON}, {"obj", TAG_OBJ},
    {"wh", TAG_WH},       {"whadv", TAG_WHADV}, {"that", TAG_THAT}, {"to", TAG_TO},     {"prep", TAG_PREP},
    {"sub", TAG_SUB},     {"conj", TAG_CONJ},   {"be", TAG_BE},     {"have", TAG_HAVE}, {"do", TAG_DO},
    {"modal", TAG_MODAL}, {"neg", TAG_NEG},     {"adv", TAG_ADV},   {"base", TAG_BASE}, {"third", TAG_THIRD},
    {"pret", TAG_PRET},   {"part", TAG_PART},   {"ing", TAG_ING},
};

uint64_t tags_named(Str value)
{
    uint64_t bits = 0;
    Str name = STR_NONE;
    while (str_cut(&value, '+', &name)) {
        for (size_t i = 0; i < sizeof TAG_NAMES / sizeof TAG_NAMES[0]; i++) {
            if (name.len > 0 && TAG_NAMES[i].name[0] == name.ptr[0] && str_equal(name, str_from(TAG_NAMES[i].name)))
                bits |= BIT(TAG_NAMES[i].tag);
        }
        if (str_equal(name, STR("past")))
            bits |= BIT(TAG_PRET) | BIT(TAG_PART);
    }
    return bits;
}

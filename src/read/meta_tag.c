#include "read/meta_tag.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

Str meta_named(const Node *root, Str name)
{
    static const char *const KEYS[] = {"property", "name", "itemprop"};
    for (const Node *n = root; n; n = dom_next(n, root)) {
        if (n->tag != TAG_META)
            continue;
        for (size_t k = 0; k < COUNT_OF(KEYS); k++) {
            if (!str_equal_caseless(dom_attribute(n, str_from(KEYS[k])), name))
                continue;
            Str content = str_trim(dom_attribute(n, STR("content")));
            if (content.len > 0)
                return content;
        }
    }
    return STR_NONE;
}

Str meta_first(const Node *root, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Str found = meta_named(root, str_from(names[i]));
        if (str_present(found))
            return found;
    }
    return STR_NONE;
}

bool meta_is_address(Str s)
{
    return str_begins_caseless(s, STR("http://")) || str_begins_caseless(s, STR("https://"));
}

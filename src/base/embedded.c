#include "base/embedded.h"

Str embedded_find(Str name)
{
    size_t count = 0;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count; i++) {
        if (str_equal(str_from(files[i].name), name))
            return files[i].bytes;
    }
    return STR_NONE;
}

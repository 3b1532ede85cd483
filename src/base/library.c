#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

bool library_open(const Library *library, void *out, Error *err)
{
    void *handle = dlopen(library->file, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL)
        return error_set(err, library->missing, "%s can't be loaded: %s", library->file, library->use);
    for (size_t i = 0; i < library->function_count; i++) {
        const LibraryFunction *function = &library->functions[i];
        void *address = dlsym(handle, function->name);
        if (address == NULL)
            return error_set(err, library->missing, "%s has no %s: too old", library->file, function->name);
        memcpy((char *)out + function->member, &address, sizeof address);
    }
    return true;
}

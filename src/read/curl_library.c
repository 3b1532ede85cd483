#include "read/curl_library.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

static const char FILE_NAME[] = "libcurl.so.4";

/* Where the address of each function goes. */
static const struct {
    const char *name;
    size_t member;
} FUNCTIONS[] = {
    {"curl_global_init", offsetof(CurlLibrary, global_init)},
    {"curl_global_cleanup", offsetof(CurlLibrary, global_cleanup)},
    {"curl_easy_init", offsetof(CurlLibrary, easy_init)},
    {"curl_easy_cleanup", offsetof(CurlLibrary, easy_cleanup)},
    {"curl_easy_reset", offsetof(CurlLibrary, easy_reset)},
    {"curl_easy_setopt", offsetof(CurlLibrary, easy_setopt)},
    {"curl_easy_perform", offsetof(CurlLibrary, easy_perform)},
    {"curl_easy_getinfo", offsetof(CurlLibrary, easy_getinfo)},
    {"curl_easy_strerror", offsetof(CurlLibrary, easy_strerror)},
    {"curl_slist_append", offsetof(CurlLibrary, slist_append)},
    {"curl_slist_free_all", offsetof(CurlLibrary, slist_free_all)},
};

bool curl_library_open(CurlLibrary *out, Error *err)
{
    *out = (CurlLibrary){.handle = dlopen(FILE_NAME, RTLD_NOW | RTLD_LOCAL)};
    if (out->handle == NULL)
        return error_set(err, ERROR_NETWORK, "%s can't be loaded: install libcurl to fetch", FILE_NAME);
    for (size_t i = 0; i < sizeof FUNCTIONS / sizeof *FUNCTIONS; i++) {
        void *address = dlsym(out->handle, FUNCTIONS[i].name);
        if (address == NULL)
            return error_set(err, ERROR_NETWORK, "%s has no %s: too old", FILE_NAME, FUNCTIONS[i].name);
        memcpy((char *)out + FUNCTIONS[i].member, &address, sizeof address);
    }
    return true;
}

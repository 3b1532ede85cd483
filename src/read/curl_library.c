#include "read/curl_library.h"

#include "base/library.h"

static const LibraryFunction FUNCTIONS[] = {
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
    static const Library LIBRARY = {"libcurl.so.4", "install libcurl to fetch", FUNCTIONS,
                                    sizeof FUNCTIONS / sizeof *FUNCTIONS, ERROR_NETWORK};
    return library_open(&LIBRARY, out, err);
}

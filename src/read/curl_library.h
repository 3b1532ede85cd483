/*
 * curl_library — libcurl, loaded when something is to be fetched. It brings some twenty other libraries, and to link them
 * took a third of the start of commands that ask nothing of the network.
 */
#ifndef DAYBOOK_READ_CURL_LIBRARY_H
#define DAYBOOK_READ_CURL_LIBRARY_H

#include <curl/curl.h>

#include "base/error.h"

/* Its functions, by their names without "curl_". */
typedef struct {
    CURLcode (*global_init)(long flags);
    void (*global_cleanup)(void);
    CURL *(*easy_init)(void);
    void (*easy_cleanup)(CURL *curl);
    void (*easy_reset)(CURL *curl);
    CURLcode (*easy_setopt)(CURL *curl, CURLoption option, ...);
    CURLcode (*easy_perform)(CURL *curl);
    CURLcode (*easy_getinfo)(CURL *curl, CURLINFO info, ...);
    const char *(*easy_strerror)(CURLcode code);
    struct curl_slist *(*slist_append)(struct curl_slist *list, const char *text);
    void (*slist_free_all)(struct curl_slist *list);
} CurlLibrary;

/* ERROR_NETWORK where it is not installed. */
bool curl_library_open(CurlLibrary *out, Error *err);

#endif

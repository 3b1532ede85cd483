/* options — how a desk is to run. */
#ifndef DAYBOOK_SERVE_OPTIONS_H
#define DAYBOOK_SERVE_OPTIONS_H

#include "extract/analysis/language.h"
#include "match/gazetteer.h"
#include "store/store.h"

typedef struct {
    const char *book;    /* path; made where there is none */
    const char *address; /* to listen at: "127.0.0.1", "::1", "0.0.0.0" */
    uint16_t port;       /* 0: any that is free */
    unsigned workers;    /* threads that answer; 0: as fits the machine */
    const char *
        origin; /* as browsers see it: "https://desk.example"; NULL: http:// and the address, and only loopback names */
    bool behind_proxy; /* the client's address is the last of X-Forwarded-For */
    bool verbose;      /* a line a request on stderr */
    const Language *language;
    const Gazetteer *gazetteer;
    const Profile *profile; /* everything is counted by it; NULL: by what the book says (store/setting.h) */
    Str rules;              /* what finds the claims: store.h */
} ServeOptions;

#endif

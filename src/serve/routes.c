#include "serve/routes.h"

#include "serve/form.h"

static const Route *const TABLES[] = {
    ASSET_ROUTES,         // /asset
    HOME_ROUTES,          // /
    SITUATION_ROUTES,     // /s/…
    INCIDENT_ROUTES,      // /s/…/incidents
    CLAIMS_ROUTES,        // /s/…/claims
    CLAIM_ROUTES,         // /s/…/claims/…
    REPORTS_ROUTES,       // /s/…/documents
    LIST_ROUTES,          // /s/…/sources and others
    MOVES_ROUTES,         // /s/…/changes, conflicts
    QUEUE_ROUTES,         // /s/…/queue
    CODING_ROUTES,        // /s/…/coding
    DECIDE_ROUTES,        // /s/…/decide
    EXPORT_ROUTES,        // /s/…/export
    SIGN_IN_ROUTES,       // /sign-in
    INVITATION_ROUTES,    // /invitation
    PEOPLE_ROUTES,        // /settings/people
    OWN_ROUTES,           // /settings/password, /settings/tokens
    LIVE_ROUTES,          // /events
    UPLOAD_ROUTES,        // /s/…/upload
    API_SITUATION_ROUTES, // /api/situations
    API_LIST_ROUTES,      // /api/situations/…/lists, feed
    PUBLISH_ROUTES,       // /s/…/publish, letters
    PUBLIC_ROUTES,        // /public
    BOOK_ROUTES,          // /settings/profiles and others
    API_CLAIM_ROUTES,     // /api/situations/…/claims, documents
    OPENAPI_ROUTES,       // /openapi.json
    API_DECISION_ROUTES,  // /api/situations/…/decisions
};
enum { TABLE_COUNT = sizeof TABLES / sizeof *TABLES };

const Route *route_at(size_t number)
{
    for (size_t t = 0; t < TABLE_COUNT; t++) {
        size_t length = 0;
        while (TABLES[t][length].method)
            length++;
        if (number < length)
            return &TABLES[t][number];
        number -= length;
    }
    return NULL;
}

/* Does path fit pattern? found gets the parameters, as they were sent. */
static bool fits(Str pattern, Str path, Str *found)
{
    size_t count = 0;
    Str want;
    Str have;
    while (str_cut(&pattern, '/', &want)) {
        if (!str_cut(&path, '/', &have))
            return false;
        bool is_parameter = want.len > 0 && want.ptr[0] == '{';
        if (is_parameter ? have.len == 0 : !str_equal(want, have))
            return false;
        if (is_parameter)
            found[count++] = have;
    }
    return !str_present(path);
}

static bool same_method(Str asked, const char *method)
{
    return str_equal(asked, str_from(method)) ||
           (str_equal(asked, STR("HEAD")) && str_equal(str_from(method), STR("GET")));
}

const Route *route_find(Str method, Str path, Arena *arena, Str *parameters, bool *other_method)
{
    *other_method = false;
    for (size_t t = 0; t < TABLE_COUNT; t++) {
        for (const Route *route = TABLES[t]; route->method; route++) {
            Str found[MAX_PARAMETERS] = {{0}};
            if (!fits(str_from(route->path), path, found))
                continue;
            *other_method = true;
            if (!same_method(method, route->method))
                continue;
            for (size_t i = 0; i < MAX_PARAMETERS; i++)
                parameters[i] = str_present(found[i]) ? form_decode(found[i], false, arena) : STR_NONE;
            return route;
        }
    }
    return NULL;
}

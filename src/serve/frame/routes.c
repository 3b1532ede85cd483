#include "serve/frame/routes.h"

#include "serve/frame/form.h"

static const Route *const TABLES[] = {
    ASSET_ROUTES,         // /asset
    HOME_ROUTES,          // /
    SEARCH_ROUTES,        // /search, /s/…/search
    SITUATION_ROUTES,     // /s/…
    INCIDENT_ROUTES,      // /s/…/incidents
    FILTER_ROUTES,        // /s/…/filters
    PLACE_ROUTES,         // /s/…/places
    CLAIMS_ROUTES,        // /s/…/claims
    CLAIM_ROUTES,         // /s/…/claims/…
    REPORTS_ROUTES,       // /s/…/documents, sources
    LIST_ROUTES,          // /s/…/agreement, unverified, pending
    MOVES_ROUTES,         // /s/…/changes, conflicts
    QUEUE_ROUTES,         // /s/…/queue
    LOG_ROUTES,           // /s/…/log
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
    PUBLIC_FEED_ROUTES,   // /public/…/feed
    FILE_ROUTES,          // /situations/export, /search/export, /s/…/letters/export
    FEED_ROUTES,          // /settings, /settings/feeds
    PROFILE_ROUTES,       // /settings/profiles
    POLICY_ROUTES,        // /settings/public
    GAZETTEER_ROUTES,     // /settings/places
    API_CLAIM_ROUTES,     // /api/situations/…/claims, documents
    OPENAPI_ROUTES,       // /openapi.json
    API_DECISION_ROUTES,  // /api/situations/…/decisions
};
/* Tables stand behind pointers. NOLINTNEXTLINE(bugprone-sizeof-expression) */
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

/* Does path fit pattern? found gets the parameters, as they were sent. Most patterns are left at their first differing byte. */
static bool fits(const char *pattern, Str path, Str *found)
{
    size_t count = 0;
    size_t at = 0;
    while (*pattern) {
        if (*pattern != '{') {
            if (at == path.len || path.ptr[at++] != *pattern++)
                return false;
            continue;
        }
        size_t start = at;
        while (at < path.len && path.ptr[at] != '/')
            at++;
        if (at == start)
            return false;
        found[count++] = str_slice(path, start, at);
        pattern = strchr(pattern, '}') + 1;
    }
    return at == path.len;
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
            if (!fits(route->path, path, found))
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

/* routes — every page and call of the desk, in tables: one of each area, listed in routes.c. */
#ifndef DAYBOOK_SERVE_ROUTES_H
#define DAYBOOK_SERVE_ROUTES_H

#include "serve/frame/desk.h"

/* Each ended by a zeroed row. */
extern const Route ASSET_ROUTES[];      /* asset.c: script and styles */
extern const Route SIGN_IN_ROUTES[];    /* sign_in.c */
extern const Route INVITATION_ROUTES[]; /* invitation.c */
extern const Route PEOPLE_ROUTES[];     /* setting_people.c */
extern const Route LIVE_ROUTES[];       /* live_routes.c */
extern const Route OWN_ROUTES[];        /* setting_own.c */
extern const Route HOME_ROUTES[];       /* screen_situations.c */
extern const Route SITUATION_ROUTES[];  /* screen_situation.c: and so on, each in the screen of its name */
extern const Route INCIDENT_ROUTES[];
extern const Route CLAIMS_ROUTES[];
extern const Route CLAIM_ROUTES[];
extern const Route REPORTS_ROUTES[];
extern const Route LIST_ROUTES[];
extern const Route FILTER_ROUTES[]; /* screen_filters.c */
extern const Route PLACE_ROUTES[];  /* screen_place.c */
extern const Route SEARCH_ROUTES[]; /* screen_search.c */
extern const Route MOVES_ROUTES[];  /* screen_moves.c */
extern const Route QUEUE_ROUTES[];
extern const Route LOG_ROUTES[];    /* screen_log.c */
extern const Route CODING_ROUTES[]; /* screen_coding.c */
extern const Route DECIDE_ROUTES[];
extern const Route EXPORT_ROUTES[];
extern const Route UPLOAD_ROUTES[];        /* upload.c */
extern const Route API_SITUATION_ROUTES[]; /* api_situation.c */
extern const Route API_LIST_ROUTES[];      /* api_list.c */
extern const Route API_DECISION_ROUTES[];  /* api_decision.c */
extern const Route PUBLISH_ROUTES[];       /* publish.c */
extern const Route PUBLIC_FEED_ROUTES[];   /* public_feed.c */
extern const Route FILE_ROUTES[];          /* screen_files.c */
extern const Route PUBLIC_ROUTES[];        /* public_site.c */
extern const Route FEED_ROUTES[];          /* setting_feed.c */
extern const Route PROFILE_ROUTES[];       /* setting_profile.c */
extern const Route POLICY_ROUTES[];        /* setting_public.c */
extern const Route GAZETTEER_ROUTES[];     /* setting_place.c */
extern const Route API_CLAIM_ROUTES[];     /* api_claim.c */
extern const Route OPENAPI_ROUTES[];       /* openapi.c */

/* The number-th route of all tables, from 0; NULL behind the last. */
const Route *route_at(size_t number);

/*
 * The route of a method ("HEAD" finds "GET") and a path as it was sent. Fills parameters, decoded into the arena. NULL where there is none;
 * *other_method then says whether the path has a route with another method (405 in place of 404).
 */
const Route *route_find(Str method, Str path, Arena *arena, Str *parameters, bool *other_method);

#endif

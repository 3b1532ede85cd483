/* edition — a situation put together once for all requests that look at one version of the book. */
#include "base/hash.h"
#include "serve/frame/core.h"
#include "serve/frame/held.h"
#include "serve/frame/live.h"

/* About how much memory it takes: texts, and what is known of each claim and incident. */
static size_t about_bytes(const Situation *situation)
{
    enum { BESIDE_A_CLAIM = 2 }; /* mentions, tokens' spans and sentences weigh as much again */
    size_t bytes = situation->claim_count * (sizeof(Claim) + sizeof(SituationClaim)) * BESIDE_A_CLAIM;
    bytes += situation->incident_count * sizeof(Incident) * BESIDE_A_CLAIM;
    for (size_t i = 0; i < situation->document_count; i++) {
        const Document *d = situation->documents[i].extraction->document;
        bytes += d->text.len + d->original.len;
    }
    return bytes;
}

static Held *make_edition(Request *request, Reply *reply, int64_t situation, uint64_t key, uint64_t version)
{
    Error err = {0};
    Held *held = held_create();
    store_let_go(request->store); /* what was held may be older than the version */
    held->key = key;
    held->version = version;
    held->situation = store_edition(request->store, situation, (Moment){.seconds = 0, .precision = MOMENT_NONE},
                                    request->desk->options->profile, held->arena, &err);
    if (held->situation) {
        held->bytes = about_bytes(held->situation);
        helds_keep(request->desk->helds, held);
        return held;
    }
    held_release(held);
    reply_failed(request, reply, &err);
    return NULL;
}

/* Whoever comes while it is being made waits, and finds it. */
static Held *hold_edition(Request *request, Reply *reply, int64_t situation)
{
    Helds *helds = request->desk->helds;
    int64_t parts[] = {situation, 'e'};
    uint64_t key = hash_of((Str){(const char *)parts, sizeof parts});
    Held *held = helds_find(helds, key, live_version(request->desk->live));
    if (held)
        return held;
    helds_begin(helds, MAKING_SITUATION);
    uint64_t version = live_version(request->desk->live);
    held = helds_find(helds, key, version);
    if (!held)
        held = make_edition(request, reply, situation, key, version);
    helds_end(helds, MAKING_SITUATION);
    return held;
}

const Situation *request_edition(Request *request, Reply *reply, int64_t situation)
{
    size_t at = 0;
    while (at < MAX_HELD - 1 && request->held[at])
        at++;
    held_release(request->held[at]);
    request->held[at] = hold_edition(request, reply, situation);
    return request->held[at] ? request->held[at]->situation : NULL;
}

#include "assemble/figure/version.h"

/* The accounts of an incident while they are told apart. */
typedef struct {
    const Situation *s;
    const Incident *incident;
    Arena *arena;
    Version *items;
    size_t count;
    size_t cap;
} Versions;

static bool is_named(Str group)
{
    return group.len > 0 && !(group.ptr[0] >= 'a' && group.ptr[0] <= 'z');
}

/* Whose word it is among those of its party: a country's code, a group's name, "" where not told. */
static Str account_of(const Claim *claim)
{
    const Attribution *said = claim->attribution;
    if (!said)
        return STR("");
    if (claim->party == PARTY_ARMED_GROUP)
        return is_named(said->group) ? said->group : STR("");
    bool official = claim->party == PARTY_GOVERNMENT || claim->party == PARTY_MEDICAL;
    return official && said->state.len > 0 ? said->state : STR("");
}

bool version_holds(const Version *version, const Claim *claim)
{
    if (claim->party != version->party)
        return false;
    Str account = account_of(claim);
    return str_equal(account, version->account) || (version->unnamed && account.len == 0);
}

static const Claim *claim_in(const Versions *v, size_t i)
{
    return v->s->claims[v->incident->claims[i]].claim;
}

static Version *account_at(const Versions *v, size_t from, Str account)
{
    for (size_t i = from; i < v->count; i++) {
        if (str_equal(v->items[i].account, account))
            return &v->items[i];
    }
    return NULL;
}

static Version *add_account(Versions *v, size_t from, Party party, Str account)
{
    Version *known = account_at(v, from, account);
    if (known)
        return known;
    v->items = arena_grow(v->arena, v->items, v->count, &v->cap, sizeof *v->items);
    v->items[v->count] = (Version){.party = party, .account = account, .name = STR_NONE};
    return &v->items[v->count++];
}

/* What nobody's name goes with is the country's own, or the only one's where no country is known: no stranger's. */
static void give_unnamed(Versions *v, size_t from, Party party, Str home)
{
    Version *own = home.len > 0 ? account_at(v, from, home) : NULL;
    if (!own && home.len == 0 && v->count == from + 1)
        own = &v->items[from];
    if (!own)
        own = add_account(v, from, party, STR(""));
    own->unnamed = true;
}

/* A country's name as the situation's reports have it, its code where none names it. */
static Str country_name(const Situation *situation, Str code)
{
    for (size_t d = 0; d < situation->document_count; d++) {
        const Extraction *x = situation->documents[d].extraction;
        for (size_t i = 0; i < x->place_count; i++) {
            const Place *place = &x->places[i].place;
            if (place->precision == PRECISION_COUNTRY && str_equal(place->country, code))
                return place->name;
        }
    }
    return code;
}

/* In print it has a name where the party has others, or where it is another country's. */
static void name_account(const Versions *v, Version *version, bool only, Str home)
{
    bool group = version->party == PARTY_ARMED_GROUP;
    bool abroad = !group && home.len > 0 && !str_equal(version->account, home);
    if (version->account.len > 0 && (!only || abroad))
        version->name = group ? version->account : country_name(v->s, version->account);
}

/* The accounts of one party: the country's own authorities first, the others in the order in which they are told. */
static void add_party(Versions *v, Party party, Str home)
{
    size_t from = v->count;
    bool unnamed = false;
    bool at_home = false;
    for (size_t i = 0; i < v->incident->claim_count && home.len > 0; i++)
        at_home = at_home || (claim_in(v, i)->party == party && str_equal(account_of(claim_in(v, i)), home));
    if (at_home)
        (void)add_account(v, from, party, home);
    for (size_t i = 0; i < v->incident->claim_count; i++) {
        if (claim_in(v, i)->party != party)
            continue;
        Str account = account_of(claim_in(v, i));
        if (account.len > 0)
            (void)add_account(v, from, party, account);
        unnamed = unnamed || account.len == 0;
    }
    if (unnamed)
        give_unnamed(v, from, party, home);
    for (size_t i = from; i < v->count; i++)
        name_account(v, &v->items[i], v->count == from + 1, home);
}

static void set_claims(const Versions *v, Version *version)
{
    uint32_t *claims = ARENA_ARRAY(v->arena, uint32_t, v->incident->claim_count + 1);
    for (size_t i = 0; i < v->incident->claim_count; i++) {
        if (version_holds(version, claim_in(v, i)))
            claims[version->claim_count++] = v->incident->claims[i];
    }
    version->claims = claims;
}

Version *versions_of(const Situation *situation, const Incident *incident, Arena *arena, size_t *count)
{
    Versions v = {.s = situation, .incident = incident, .arena = arena};
    Str country = incident->place ? incident->place->place.country : STR("");
    for (Party party = PARTY_GOVERNMENT; party < PARTY_COUNT_; party++)
        add_party(&v, party, party == PARTY_ARMED_GROUP ? STR("") : country);
    for (size_t i = 0; i < v.count; i++)
        set_claims(&v, &v.items[i]);
    *count = v.count;
    return v.items;
}

Str version_claimant(const Situation *situation, const Incident *incident, const ClaimedFigure *claimed)
{
    const Claim *claim = claimed->claim_count > 0 ? situation->claims[claimed->claims[0]].claim : NULL;
    for (size_t i = 0; claim && i < incident->version_count; i++) {
        if (version_holds(&incident->versions[i], claim))
            return incident->versions[i].name;
    }
    return STR_NONE;
}

#include "assemble/situation/told.h"

#include "assemble/basis/traits.h"

enum {
    MOST_PLACES = 32, /* that are told apart; what only later reports name is in few of them */
    MOST_DAYS = 64,
    SEVERAL = 3, /* reports: of fewer, two may err alike */
    APART = 4,   /* days: a follow-up that names no day of the event may have its own so much later */
    NIGHT = 2,   /* days: what a first report that names no day tells is no older */
    FEW = 20     /* one report in so many may err, or have been joined by mistake */
};

/* The event as the member tells it; NULL where only claims of it were moved here, or the report is later than the edition. */
static const Incident *told_by(const Drafts *d, const Draft *draft, size_t member)
{
    bool known = !d->b->s->documents[draft->members[member]].after_as_of;
    return known ? draft_source(d->b, draft, member) : NULL;
}

static bool same_spot(const PlaceMention *a, const PlaceMention *b)
{
    return a && b && place_same(&a->place, &b->place);
}

static const PlaceMention *told_by_member(const Drafts *d, const Draft *draft, size_t member)
{
    const Incident *source = told_by(d, draft, member);
    return source ? source->place : NULL;
}

/* A place that members tell of, and how many name it. */
typedef struct {
    const PlaceMention *place;
    size_t named;
} ToldPlace;

static size_t list_places(const Drafts *d, const Draft *draft, ToldPlace out[MOST_PLACES])
{
    size_t count = 0;
    for (size_t i = 0; i < draft->member_count; i++) {
        const PlaceMention *place = told_by_member(d, draft, i);
        size_t at = 0;
        while (place && at < count && !place_same(&out[at].place->place, &place->place))
            at++;
        if (!place || at == MOST_PLACES)
            continue;
        if (at == count)
            out[count++] = (ToldPlace){place, 0};
        out[at].named++;
    }
    return count;
}

/* May both be told of one event: the same place, or one that lies in the other, as what is not on the map may (a street)? */
static bool places_agree(const Place *a, const Place *b)
{
    return a->id.len == 0 || b->id.len == 0 || place_meets(a, b);
}

/* How many members tell of a place that may be told of one event with this. */
static size_t count_agreeing(const ToldPlace *places, size_t count, const PlaceMention *place)
{
    size_t agreeing = 0;
    for (size_t i = 0; place && i < count; i++)
        agreeing += places_agree(&place->place, &places[i].place->place) ? places[i].named : 0;
    return agreeing;
}

/* The earliest report's place stands, chosen with its whole text in view, unless several, and more than half, agree on
 * another: a report from abroad may name its own town first. */
static const PlaceMention *told_by_most(const Drafts *d, const Draft *draft, const PlaceMention *earliest)
{
    ToldPlace places[MOST_PLACES];
    size_t count = list_places(d, draft, places);
    size_t all = 0;
    const ToldPlace *most = NULL;
    for (size_t i = 0; i < count; i++) {
        all += places[i].named;
        if (!most || places[i].named > most->named)
            most = &places[i];
    }
    size_t others = most ? count_agreeing(places, count, most->place) : 0;
    bool overruled = others >= SEVERAL && 2 * others > all && 2 * count_agreeing(places, count, earliest) < all;
    return overruled ? most->place : earliest;
}

/*
 * Reports that put one event into a region, and into different towns of it, tell of the region: its figures are not those of the town that the
 * earliest happens to name. The town stays where as many reports name it as say otherwise, or where no other town is named.
 */
static const PlaceMention *widened(const Drafts *d, const Draft *draft, const PlaceMention *town)
{
    if (!place_is_spot(town))
        return town;
    const PlaceMention *region = NULL;
    for (size_t i = 0; i < draft->member_count; i++) {
        const PlaceMention *place = told_by_member(d, draft, i);
        if (place && !place_is_spot(place) && place_holds(&place->place, &town->place) &&
            (!region || place_holds(&region->place, &place->place)))
            region = place; /* the narrowest */
    }
    size_t here = 0;
    size_t elsewhere = 0;
    size_t wider = 0;
    for (size_t i = 0; i < draft->member_count && region; i++) {
        const PlaceMention *place = told_by_member(d, draft, i);
        if (same_spot(place, town))
            here++;
        else if (place_is_spot(place))
            elsewhere += place_holds(&region->place, &place->place);
        else
            wider += place && place_holds(&place->place, &town->place);
    }
    return elsewhere > 0 && elsewhere + wider > here ? region : town;
}

static bool is_country(const PlaceMention *place)
{
    return place && place->place.precision == PRECISION_COUNTRY;
}

/* "In central Loria", the first report says, and most of the others name the district: it lies there. */
static const PlaceMention *narrowed(const Drafts *d, const Draft *draft, const PlaceMention *country)
{
    enum { FEWEST = 2 };
    if (!is_country(country))
        return country;
    ToldPlace places[MOST_PLACES];
    size_t count = list_places(d, draft, places);
    size_t all = 0;
    const ToldPlace *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        all += places[i].named;
        if (is_country(places[i].place) || !place_holds(&country->place, &places[i].place->place))
            continue;
        size_t agreeing = 0;
        for (size_t k = 0; k < count; k++)
            if (!is_country(places[k].place) && places_agree(&places[i].place->place, &places[k].place->place))
                agreeing += places[k].named;
        if (!best || agreeing > most || (agreeing == most && places[i].named > best->named)) {
            best = &places[i];
            most = agreeing;
        }
    }
    return best && most >= FEWEST && 2 * most > all ? best->place : country;
}

const PlaceMention *told_place(const Drafts *d, const Draft *draft, const PlaceMention *earliest)
{
    return widened(d, draft, narrowed(d, draft, told_by_most(d, draft, widened(d, draft, earliest))));
}

/* Days that members tell of, by their first, and how many tell of them. */
typedef struct {
    Window days;
    size_t told;
} ToldDays;

static size_t list_days(const Drafts *d, const Draft *draft, ToldDays out[MOST_DAYS])
{
    size_t count = 0;
    for (size_t i = 0; i < draft->member_count; i++) {
        const Incident *source = told_by(d, draft, i);
        size_t at = 0;
        if (!source || !window_is_known(source->window))
            continue;
        while (at < count && out[at].days.first != source->window.first)
            at++;
        if (at == MOST_DAYS)
            continue;
        if (at == count)
            out[count++] = (ToldDays){source->window, 0};
        out[at].told++;
    }
    return count;
}

/* The earliest of the days that are told nearly as often as any. */
static const ToldDays *first_often_told(const ToldDays *days, size_t count)
{
    enum { NEARLY = 4 }; /* a quarter as often: next day's papers are more than those of the day */
    size_t most = 0;
    for (size_t i = 0; i < count; i++)
        most = days[i].told > most ? days[i].told : most;
    const ToldDays *first = NULL;
    for (size_t i = 0; i < count; i++)
        if (NEARLY * days[i].told >= most && days[i].told >= SEVERAL &&
            (!first || days[i].days.first < first->days.first))
            first = &days[i];
    return first;
}

/* Does the member's report say in so many words that the event was on those days, or has it those of its publication? */
static bool states_days(const Drafts *d, const Draft *draft, size_t member, Window days)
{
    const Incident *source = told_by(d, draft, member);
    const Extraction *x = d->b->documents[draft->members[member]];
    for (size_t i = 0; source && i < source->claim_count; i++) {
        const Claim *claim = &x->claims[source->claims[i]];
        if (claim_tells_event(claim) && claim_states_days(claim) && claim->window.first == days.first)
            return true;
    }
    return false;
}

/* "The bar was hit [on Wednesday night]" says of an event that a report of the small hours, which names no day, is the night's before: the day
 * that most reports state of those shortly before the earliest's own, WINDOW_NONE where none states one. */
static Window stated_before(const Drafts *d, const Draft *draft, Window earliest)
{
    size_t told[NIGHT + 1] = {0};
    Window days[NIGHT + 1] = {{0, 0}};
    for (size_t i = 0; i < draft->member_count; i++) {
        const Incident *source = told_by(d, draft, i);
        if (!source || !window_is_known(source->window))
            continue;
        int64_t back = (int64_t)earliest.first - source->window.first;
        if (back < 0 || back > NIGHT || !states_days(d, draft, i, source->window))
            continue;
        days[back] = told[back]++ == 0 ? source->window : days[back];
    }
    size_t best = 0;
    for (size_t i = 1; i <= NIGHT; i++)
        best = told[i] > told[best] ? i : best;
    return told[best] > 0 ? days[best] : WINDOW_NONE;
}

/* The first member whose report tells of those days. */
static size_t teller_of(const Drafts *d, const Draft *draft, Window days)
{
    for (size_t i = 0; i < draft->member_count; i++) {
        const Incident *source = told_by(d, draft, i);
        if (source && window_is_known(source->window) && source->window.first == days.first)
            return i;
    }
    return draft->member_count;
}

/* The other day that several reports state, three for each that states the earliest's, and that the report which tells those could know of;
 * WINDOW_NONE where there is none. A first report may err by a day, or take its own for the event's. */
static Window stated_by_most(const Drafts *d, const Draft *draft, size_t teller, Window earliest)
{
    ToldDays days[2 * APART + 1] = {{{0, 0}, 0}};
    Day written = moment_day(d->b->documents[draft->members[teller]]->document->published);
    for (size_t i = 0; i < draft->member_count; i++) {
        const Incident *source = told_by(d, draft, i);
        bool known = source && window_is_known(source->window);
        int64_t off = known ? (int64_t)source->window.first - earliest.first : APART + 1;
        if (off < -APART || off > APART || !states_days(d, draft, i, source->window))
            continue;
        ToldDays *told = &days[off + APART];
        *told = (ToldDays){told->told > 0 ? told->days : source->window, told->told + 1};
    }
    const ToldDays *most = &days[APART];
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        most = days[i].told > most->told ? &days[i] : most;
    bool could_know = written != DAY_NONE && most->days.first <= written;
    return could_know && most->told >= SEVERAL && most->told >= SEVERAL * days[APART].told ? most->days : WINDOW_NONE;
}

/* The earliest report's days, but for others that most state, or those before that others state where it states none. */
static Window first_told(const Drafts *d, const Draft *draft, Window earliest)
{
    if (!window_is_known(earliest))
        return earliest;
    size_t teller = teller_of(d, draft, earliest);
    if (teller < draft->member_count && states_days(d, draft, teller, earliest)) {
        Window most = stated_by_most(d, draft, teller, earliest);
        return window_is_known(most) ? most : earliest;
    }
    Window stated = stated_before(d, draft, earliest);
    return window_is_known(stated) ? stated : earliest;
}

Window told_days(const Drafts *d, const Draft *draft, Window earliest)
{
    earliest = first_told(d, draft, earliest);
    ToldDays days[MOST_DAYS];
    size_t count = list_days(d, draft, days);
    const ToldDays *often = first_often_told(days, count);
    if (!often || !window_is_known(earliest) || earliest.first >= often->days.first - APART)
        return earliest;
    size_t all = 0;
    size_t before = 0;
    for (size_t i = 0; i < count; i++) {
        all += days[i].told;
        before += days[i].days.first < often->days.first - APART ? days[i].told : 0;
    }
    return FEW * before <= all ? often->days : earliest;
}

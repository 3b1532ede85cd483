#include "assemble/incident/incident.h"

#include "assemble/basis/traits.h"
#include "assemble/basis/traits_type.h"
#include "assemble/incident/beside.h"
#include "assemble/incident/incident_days.h"
#include "assemble/incident/incident_place.h"
#include "assemble/incident/round_up.h"
#include "assemble/incident/several.h"
#include "base/hash.h"
#include "extract/event/event_type.h"
#include "extract/harm/retold.h"
#include "model/decision.h"

enum {
    MAX_SCENES = 240, /* spots of one town, each with its hour; entries of a list */
    MAX_BESIDE = 12,  /* events of other towns and days that a report tells beside its own */
    LEAST_WORDS = 5,  /* a shorter text reports nothing */
};

typedef struct {
    Extraction *x;
    Arena *arena;
    Incident *items;
    size_t count;
    size_t cap;
    RoundUp round_up;
    Several several;
    Beside besides[MAX_SCENES + MAX_BESIDE];
    size_t beside_count;
    int32_t first_beside; /* their incidents stand in a row */
} Builder;

static uint32_t add_incident(Builder *b, Incident incident)
{
    b->items = arena_grow(b->arena, b->items, b->count, &b->cap, sizeof *b->items);
    b->items[b->count] = incident;
    return (uint32_t)b->count++;
}

static int32_t beside_claim(const Builder *b, const Claim *claim)
{
    if (several_holds(&b->several, claim))
        return -1;
    return beside_of(b->x, claim, b->besides, b->beside_count);
}

/* Where the text has the dateline's place; empty where it has none. */
static Span dateline_of(const Extraction *x)
{
    if (!str_present(x->dateline_place))
        return (Span){0, 0};
    uint32_t start = (uint32_t)(x->dateline_place.ptr - x->document->text.ptr);
    return (Span){start, start + (uint32_t)x->dateline_place.len};
}

/* "LIMA - More than 40 died in weeks of protests. In Juliaca ...": where it was written, and no town of its own. */
static bool is_dateline_alone(const Builder *b, const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->place && span_overlaps(claim->place->span, dateline_of(b->x));
}

static void find_spots(Builder *b)
{
    b->round_up.count = 0;
    for (size_t i = 0; i < b->x->claim_count; i++) {
        const Claim *claim = &b->x->claims[i];
        if (!claim->background && claim_tells_event(claim) && beside_claim(b, claim) < 0 &&
            !is_dateline_alone(b, claim))
            round_up_note(&b->round_up, claim);
    }
}

/* Events of other spots and hours, and of other towns and days: of a round-up of towns these are parts. */
static void find_besides(Builder *b)
{
    b->beside_count = beside_scenes(b->x, b->besides, MAX_SCENES);
    b->several = several_find(b->x);
    find_spots(b);
    bool many = b->round_up.count >= ROUND_UP_AT && b->several.count == 0;
    Beside *besides = b->besides + b->beside_count;
    size_t towns = many ? beside_find_apart(b->x, besides, MAX_BESIDE)
                        : beside_find(b->x, incident_own_days(b->x), &b->several, besides, MAX_BESIDE);
    b->beside_count += towns;
    if (towns > 0) /* whose towns are none of the report's own */
        find_spots(b);
}

static size_t count_words(Str text)
{
    size_t words = 0;
    for (size_t i = 0; i < text.len; i++)
        words += !char_is_space(text.ptr[i]) && (i == 0 || char_is_space(text.ptr[i - 1]));
    return words;
}

/* A report tells of an event if it says anything that is not background; so does a text of a few words that no rule
 * knows: it is linked like any other. */
static bool has_main(const Builder *b)
{
    for (size_t i = 0; i < b->x->claim_count; i++)
        if (!b->x->claims[i].background)
            return true;
    return b->x->place_count > 0 || b->x->time_count > 0 || count_words(b->x->document->text) >= LEAST_WORDS;
}

static int32_t part_in_town(const Builder *b, const Claim *claim)
{
    bool place = place_is_spot(claim->place) || several_holds(&b->several, claim);
    if (!place || claim->place_count > 1 || !claim_tells_event(claim) || several_is_all(&b->several, claim))
        return -1;
    for (size_t i = 0; i < b->count; i++)
        if (b->items[i].part_of >= 0 && !b->items[i].entry && b->items[i].kind.len == 0 && b->items[i].place &&
            place_same(&b->items[i].place->place, &claim->place->place))
            return (int32_t)i;
    return -1;
}

/* Was whoever the claim tells to have been attacked hit by another attack of the report, of the family (FAMILY_ANY: that has one)? */
static bool shares_target(const Builder *b, const Claim *claim, EventFamily family)
{
    for (size_t i = 0; i < b->x->claim_count; i++) {
        const Claim *other = &b->x->claims[i];
        EventFamily told = event_family(other->type);
        if (other == claim || other->kind != KIND_ATTACK || told == FAMILY_ANY || other->background ||
            (family != FAMILY_ANY && told != family))
            continue;
        for (size_t k = 0; k < other->target_count; k++)
            for (size_t j = 0; j < claim->target_count; j++)
                if (str_equal_caseless(other->targets[k], claim->targets[j]))
                    return true;
    }
    return false;
}

/* "The murder of Ana Diaz" where a bombing or a fire hit her: that is how she was killed. */
static bool is_killing_by(const Builder *b, Str type, const Claim *claim)
{
    EventFamily family = event_family(type);
    return (family == FAMILY_BLAST || family == FAMILY_FIRE) && event_family(claim->type) == FAMILY_ARMS &&
           event_type_befalls_people(claim->type) && shares_target(b, claim, family);
}

/* "The group said it was behind the attack and had killed 30 guards": the sentence that owns up to an attack, or blames somebody for
 * one, tells whom that killed. */
static bool is_killing_of_blame(const Builder *b, const Claim *claim)
{
    bool fight = event_family(claim->type) == FAMILY_FIGHT;
    for (size_t i = 0; fight && i < b->x->claim_count; i++) {
        const Claim *other = &b->x->claims[i];
        if ((other->kind == KIND_RESPONSIBILITY || other->kind == KIND_ACCUSATION) &&
            other->sentence.start == claim->sentence.start && other->evidence.start < claim->evidence.end)
            return true;
    }
    return false;
}

/* Is the attack told by an incident of the type? Any attack may be called so ("the attack"), but one that a verb tells, of
 * other targets, is another. */
static bool tells_kind(const Builder *b, Str type, const Claim *claim)
{
    if (claim->kind == KIND_CASUALTY) /* who is held was captured; of the dead it is told as a whole what befell them */
        return claim->outcome == OUTCOME_ABDUCTED && event_same_kind(type, STR("kidnapping"));
    bool other = event_family(claim->type) == FAMILY_ANY && claim->deed && claim->target_count > 0 &&
                 event_type_is_apart(type) && !shares_target(b, claim, FAMILY_ANY);
    return claim->kind == KIND_ATTACK && !other &&
           (event_same_kind(type, claim->type) || is_killing_by(b, type, claim) || is_killing_of_blame(b, claim));
}

/* Do both parts lie in the same town, or neither in a town? */
static bool is_same_town(const PlaceMention *a, const PlaceMention *b)
{
    return a && b ? place_same(&a->place, &b->place) : a == b;
}

/* The part told apart by such an attack in the town (NULL: anywhere). */
static int32_t part_of_kind(const Builder *b, const Claim *claim, const PlaceMention *town)
{
    for (size_t i = 0; i < b->count; i++)
        if (b->items[i].kind.len > 0 && is_same_town(b->items[i].place, town) && tells_kind(b, b->items[i].kind, claim))
            return (int32_t)i;
    return -1;
}

/* The part that the claim is about: told of that town alone, or of an attack of that kind. */
static int32_t part_of_claim(const Builder *b, const Claim *claim)
{
    int32_t town = part_in_town(b, claim);
    int32_t part = part_of_kind(b, claim, town >= 0 ? b->items[town].place : NULL);
    return part >= 0 ? part : town;
}

/* Background told of one event: the same days, the same town on days that meet, or the same sentence. */
static bool is_same_background(const Claim *a, const Claim *b)
{
    if ((a->scene > 0 || b->scene > 0) && !a->elsewhere && !b->elsewhere)
        return a->scene == b->scene; /* entries of a list */
    if (a->sentence.start == b->sentence.start && !span_is_empty(a->sentence))
        return !(place_is_spot(a->place) && place_is_spot(b->place) && !place_same(&a->place->place, &b->place->place));
    if (a->place && b->place && place_is_spot(a->place) && place_same(&a->place->place, &b->place->place))
        return !window_is_known(a->window) || !window_is_known(b->window) || window_overlaps(a->window, b->window);
    return incident_is_stated(a) && incident_is_stated(b) && window_equal(a->window, b->window) &&
           !(a->place && b->place);
}

static int32_t background_of(Builder *b, const Claim *claim)
{
    for (size_t i = 0; i < b->x->claim_count && &b->x->claims[i] != claim; i++) {
        const Claim *before = &b->x->claims[i];
        if (before->background && before->incident >= 0 && is_same_background(before, claim))
            return before->incident;
    }
    if (!claim_tells_event(claim))
        return -1;
    Incident incident = {.background = true, .part_of = -1, .window = WINDOW_NONE};
    return (int32_t)add_incident(b, incident);
}

/* May both be told of one town? Where the sentence names none, its town is only that of another before it. */
static bool may_share_town(const Claim *before, const Claim *claim)
{
    return !place_is_spot(before->place) || !place_is_spot(claim->place) ||
           place_same(&before->place->place, &claim->place->place) || !claim_names_place(claim);
}

/* "Six monks were killed ... the murder of the six monks": one event told twice is one incident, whatever kind of attack the
 * report calls it. */
static void bind_retold(Builder *b, Claim *claim)
{
    enum { SELDOM = 3 }; /* two of a kind may be hurt twice on a day */
    if ((claim->count.low < SELDOM && !claim->possessed) || several_holds(&b->several, claim))
        return;
    for (const Claim *before = b->x->claims; before < claim; before++) {
        if (before->incident >= 0 && before->incident != claim->incident && !before->background &&
            !(before->scene > 0 && claim->scene > 0 && before->scene != claim->scene) &&
            before->sentence.start != claim->sentence.start && may_share_town(before, claim) &&
            retold_same_people(b->x->document, claim, before)) {
            claim->incident = before->incident;
            return;
        }
    }
}

/* "In Alba gunmen killed eight guards ... "We mourn eight guards," said the mayor of Brena": as many as one part of the whole has, told
 * again without a place, are that part's. */
static int32_t part_told_again(const Builder *b, const Claim *claim)
{
    enum { FEWEST = 3 };
    if (b->several.count == 0 || claim->kind != KIND_CASUALTY || !claim->has_count || claim->count.low < FEWEST ||
        claim->part_of >= 0 || claim_names_place(claim) || several_is_all(&b->several, claim))
        return -1;
    int32_t part = -1;
    for (const Claim *before = b->x->claims; before < claim; before++) {
        if (before->background || before->outcome != claim->outcome || before->count.low != claim->count.low ||
            before->victim_class != claim->victim_class || !several_holds(&b->several, before))
            continue;
        if (part >= 0 && part != before->incident)
            return -1;
        part = before->incident;
    }
    return part;
}

static void bind_claims(Builder *b, int32_t main)
{
    for (size_t i = 0; i < b->x->claim_count; i++) {
        Claim *claim = &b->x->claims[i];
        int32_t beside = beside_claim(b, claim);
        if (claim->elsewhere && !claim->campaign && (beside >= 0 || several_holds(&b->several, claim)))
            claim->background = false; /* no context, but an event that the report tells too */
        if (claim->background) {
            claim->incident = background_of(b, claim);
            continue;
        }
        int32_t part = beside >= 0 ? b->first_beside + beside : part_of_claim(b, claim);
        claim->incident = part >= 0 ? part : main;
        bind_retold(b, claim);
        int32_t again = claim->incident == main ? part_told_again(b, claim) : -1;
        claim->incident = again >= 0 ? again : claim->incident;
    }
}

static void add_part(Builder *b, int32_t main, const PlaceMention *place)
{
    for (size_t i = 0; i < b->count; i++)
        if (b->items[i].part_of == main && !b->items[i].entry && place_same(&b->items[i].place->place, &place->place))
            return;
    add_incident(b, (Incident){.part_of = main, .place = place, .window = WINDOW_NONE});
}

static void add_parts(Builder *b, int32_t main)
{
    for (size_t i = 0; i < b->several.count; i++)
        add_part(b, main, b->several.places[i]);
    for (size_t i = 0; b->round_up.count >= ROUND_UP_AT && i < b->round_up.count; i++)
        add_part(b, main, b->round_up.towns[i]);
}

static void add_besides(Builder *b, int32_t main)
{
    b->first_beside = (int32_t)b->count;
    for (size_t i = 0; i < b->beside_count; i++)
        add_incident(b, (Incident){.part_of = b->besides[i].entry ? main : -1,
                                   .entry = b->besides[i].entry,
                                   .place = b->besides[i].place,
                                   .window = b->besides[i].window});
}

/* The claims of which the incident at host is told: of its town, else of no part of the report's. */
static Str host_type(const Builder *b, int32_t host)
{
    const Claim **own = ARENA_ARRAY(b->arena, const Claim *, b->x->claim_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < b->x->claim_count; i++) {
        const Claim *claim = &b->x->claims[i];
        if (!claim->background && beside_claim(b, claim) < 0 && (b->items[host].main || part_in_town(b, claim) == host))
            own[count++] = claim;
    }
    return traits_type(own, count);
}

/* A report of a bombing that tells of a kidnapping too: attacks of different kinds are different incidents. So are those
 * in one town of a round-up. */
static void add_kinds(Builder *b, int32_t main)
{
    size_t hosts = b->count;
    Str *types = ARENA_ARRAY(b->arena, Str, hosts);
    for (size_t i = 0; i < hosts; i++)
        types[i] = host_type(b, (int32_t)i);
    for (size_t i = 0; i < b->x->claim_count && b->count < ROUND_UP_ROOM; i++) {
        const Claim *claim = &b->x->claims[i];
        int32_t town = part_in_town(b, claim);
        int32_t host = town >= 0 ? town : main;
        const PlaceMention *place = town >= 0 ? b->items[town].place : NULL;
        if (traits_tells_kind(claim) && beside_claim(b, claim) < 0 && !tells_kind(b, types[host], claim) &&
            part_of_kind(b, claim, place) < 0)
            add_incident(b, (Incident){.part_of = main, .kind = claim->type, .place = place, .window = WINDOW_NONE});
    }
}

/* A claim that lists several towns tells of each, but not of what else was done in its own. */
static bool lists_place(const Builder *b, const Claim *claim, const Incident *part)
{
    bool kind = part->kind.len == 0 || tells_kind(b, part->kind, claim);
    if (part->part_of < 0 || part->entry || !part->place || claim->kind != KIND_ATTACK || claim->background || !kind ||
        is_same_town(b->items[claim->incident].place, part->place))
        return false;
    for (size_t i = 0; i < claim->place_count; i++)
        if (place_same(&claim->places[i]->place, &part->place->place))
            return true;
    return false;
}

/* Where the report tells the number of all, the figures of one part are none of the whole's; who was hurt in the only part that tells of any may
 * be all. */
static bool is_of_a_part(const Builder *b, const Claim *claim)
{
    bool told = claim->outcome == OUTCOME_KILLED || b->several.hurt > 1;
    bool again = b->items[claim->incident].part_of >= 0 && part_told_again(b, claim) == claim->incident;
    return claim->kind == KIND_CASUALTY && told && !claim->shared_out && (again || several_holds(&b->several, claim));
}

static bool belongs(const Builder *b, const Claim *claim, size_t incident)
{
    if (claim->incident < 0 || (b->items[incident].main && is_of_a_part(b, claim)))
        return false;
    if ((size_t)claim->incident == incident || lists_place(b, claim, &b->items[incident]))
        return true;
    return b->items[claim->incident].part_of == (int32_t)incident;
}

/* The report's own days; those of the event that it is about, where that is long past: "jailed for the 2015 attack". */
static Window main_days(const Extraction *x)
{
    Window own = incident_own_days(x);
    Window event = incident_event_days(x);
    return window_is_known(own) && window_is_long_past(event, own.first) ? event : own;
}

/* What the claims leave open, the report itself tells: its first place, its own day. */
static void fill_main(const Builder *b, Incident *main)
{
    if (!main->place)
        main->place = incident_first_place(b->x, b->besides, b->beside_count);
    if (!window_is_known(main->window))
        main->window = main_days(b->x);
}

/* Of a round-up the place is the region that the towns share. */
static void widen_place(const Builder *b, Incident *main)
{
    const PlaceMention *all = b->several.count > 0 ? b->several.total->place : NULL;
    if (all && !place_is_spot(all) && all->place.id.len > 0) {
        main->place = all;
        return;
    }
    if (b->round_up.count < ROUND_UP_AT)
        return;
    for (size_t i = 0; i < b->x->claim_count; i++) {
        const PlaceMention *place = b->x->claims[i].place;
        if (!place || place_is_spot(place) || b->x->claims[i].background)
            continue;
        size_t held = 0;
        for (size_t k = 0; k < b->round_up.count; k++)
            held += place_holds(&place->place, &b->round_up.towns[k]->place);
        if (held * 2 > b->round_up.count) {
            main->place = place;
            return;
        }
    }
}

static Str id_of(const Builder *b, const Incident *incident, const PlaceMention *town)
{
    Buf first = {0};
    bool scene = incident->claim_count > 0 && b->x->claims[incident->claims[0]].scene > 0;
    bool beside = !incident->main && !incident->background && (incident->part_of < 0 || incident->entry);
    if (incident->claim_count > 0 && (incident->background || (beside && scene)))
        buf_int(&first, b->x->claims[incident->claims[0]].evidence.start);
    Str where = town && !incident->main && !incident->background ? town->place.id : STR("");
    Str parts[] = {b->x->document->id,
                   incident->main          ? STR("main")
                   : incident->background  ? STR("background")
                   : incident->part_of < 0 ? STR("beside")
                                           : STR("part"),
                   incident->kind.len > 0 ? incident->kind : where,
                   incident->kind.len > 0 && town ? town->place.id : buf_str(&first)};
    Str id = hash_id(b->arena, parts, sizeof parts / sizeof parts[0]);
    buf_free(&first);
    return id;
}

static void fill(Builder *b, size_t at)
{
    Incident *incident = &b->items[at];
    const Claim **claims = ARENA_ARRAY(b->arena, const Claim *, b->x->claim_count + 1);
    uint32_t *own = ARENA_ARRAY(b->arena, uint32_t, b->x->claim_count + 1);
    size_t count = 0;
    size_t telling = 0;
    for (size_t i = 0; i < b->x->claim_count; i++) {
        if (!belongs(b, &b->x->claims[i], at))
            continue;
        own[count++] = (uint32_t)i;
        if (!claim_is_aside(&b->x->claims[i]))
            claims[telling++] = &b->x->claims[i];
    }
    const PlaceMention *place = incident->place;
    incident->claims = own;
    incident->claim_count = count;
    if (!place)
        incident->place = traits_place(claims, telling, dateline_of(b->x));
    traits_fill(claims, telling, incident, b->arena);
    if (incident->main) {
        fill_main(b, incident);
        widen_place(b, incident);
        incident_settle_whole(b->x, incident);
    }
    if (incident->part_of >= 0)
        incident->window = incident_part_days(claims, telling, incident->window, b->items[incident->part_of].window);
    if (incident->type.len == 0)
        incident->type = STR("other");
    incident->id = id_of(b, incident, place);
}

void incident_find(Extraction *extraction, Arena *arena)
{
    /* Most reports tell of one, and a table of figures is large. */
    Builder b = {.x = extraction, .arena = arena, .items = ARENA_NEW(arena, Incident), .cap = 1};
    incident_mark_other_days(extraction);
    find_besides(&b);
    int32_t main = -1;
    if (has_main(&b)) {
        main = (int32_t)add_incident(&b, (Incident){.main = true, .part_of = -1, .window = WINDOW_NONE});
        add_besides(&b, main);
        add_parts(&b, main);
        add_kinds(&b, main);
    }
    bind_claims(&b, main);
    for (size_t i = 0; i < b.count; i++)
        fill(&b, i);
    extraction->incidents = b.items;
    extraction->incident_count = b.count;
}

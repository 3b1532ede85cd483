#include "assemble/link/agree.h"

#include "assemble/link/cause.h"

static const double FAR = 0.015695961931983256; /* 100 km, of an Earth of radius 1 */
static const double NEAR = 0.0007848;           /* 5 km: one spot may have two names */
static const double DRIVE = 0.0031392;          /* 20 km: further off than a village lies from the town it is told by */
static const double REGION = 0.03923;           /* 250 km: a region's middle may lie as far from its towns */

int64_t agree_gap(Window a, Window b)
{
    int64_t first = a.first > b.first ? a.first : b.first;
    int64_t last = a.last < b.last ? a.last : b.last;
    return first > last ? first - last : 0;
}

bool agree_is_day(const EventTraits *event)
{
    return event->stated && window_days(event->window) <= COMPARE_NIGHT;
}

/* By the chord between two points: its square grows with the arc. */
static bool are_further(const double a[POINT_AXES], const double b[POINT_AXES], double chord)
{
    double square = 0;
    for (size_t i = 0; i < POINT_AXES; i++)
        square += (a[i] - b[i]) * (a[i] - b[i]);
    return square > chord * chord;
}

bool agree_are_far(const double a[POINT_AXES], const double b[POINT_AXES])
{
    return are_further(a, b, FAR);
}

bool agree_names_place_of(const EventTraits *teller, const EventTraits *other)
{
    return other->name != 0 && hash_list_has(teller->places, other->name);
}

bool agree_are_two_towns(const EventTraits *a, const EventTraits *b)
{
    return a->is_spot && b->is_spot && !a->borrowed && !b->borrowed && are_further(a->point, b->point, NEAR) &&
           !agree_names_place_of(a, b) && !agree_names_place_of(b, a);
}

bool agree_may_be_one_spot(const EventTraits *a, const EventTraits *b)
{
    return a->borrowed || b->borrowed || (agree_names_place_of(a, b) && agree_names_place_of(b, a));
}

bool agree_are_in_one_place(const EventTraits *a, const EventTraits *b)
{
    return place_hash_same(a->place, b->place) || ((a->borrowed || b->borrowed) && a->name != 0 && a->name == b->name);
}

bool agree_are_strangers(const EventTraits *a, const EventTraits *b)
{
    return a->country != 0 && b->country != 0 && a->country != b->country && !hash_list_has(a->countries, b->country) &&
           !hash_list_has(b->countries, a->country);
}

bool agree_are_in_towns(const EventTraits *a, const EventTraits *b)
{
    return a->placed && b->placed && a->is_spot && b->is_spot;
}

bool agree_are_of_two_countries(const EventTraits *a, const EventTraits *b)
{
    return agree_are_strangers(a, b) && a->of_country && b->of_country;
}

bool agree_kill_several(const EventTraits *a, const EventTraits *b)
{
    return a->killed >= COMPARE_SEVERAL && b->killed >= COMPARE_SEVERAL;
}

bool agree_are_two_sides(const EventTraits *a, const EventTraits *b)
{
    return a->state != 0 && b->state != 0 && a->state != b->state && a->country == b->state && b->country == a->state;
}

bool agree_are_namesakes(const EventTraits *a, const EventTraits *b)
{
    return a->name != 0 && a->name == b->name && a->country != 0 && b->country != 0 && a->country != b->country;
}

static bool has_age(const EventTraits *event, size_t age)
{
    return age < (size_t)AGE_WORDS * AGE_BITS && (event->ages[age / AGE_BITS] >> (age % AGE_BITS) & 1) != 0;
}

bool agree_are_ages_far(const EventTraits *a, const EventTraits *b)
{
    enum { YEARS = 5 };
    for (size_t age = 0; age < (size_t)AGE_WORDS * AGE_BITS; age++)
        for (size_t other = age < YEARS ? 0 : age - YEARS; has_age(a, age) && other <= age + YEARS; other++)
            if (has_age(b, other))
                return false;
    return true;
}

/* Both in one place, or one report names the town and the other a region about it. */
static bool may_be_one_place(const EventTraits *a, const EventTraits *b)
{
    bool region = a->is_land != b->is_land && a->is_spot != b->is_spot;
    bool near = region && a->country != 0 && a->country == b->country && !are_further(a->point, b->point, REGION);
    return near || place_hash_same(a->place, b->place);
}

bool agree_facts(const EventTraits *a, const EventTraits *b)
{
    bool day = a->fresh && b->fresh && agree_is_day(a) && agree_is_day(b) && window_overlaps(a->window, b->window);
    bool kind = a->family == b->family || a->family == FAMILY_ANY || b->family == FAMILY_ANY;
    return day && kind && a->type != 0 && b->type != 0 && a->killed == b->killed && a->killed > COMPARE_SEVERAL &&
           may_be_one_place(a, b);
}

static bool differ(int64_t x, int64_t y)
{
    return x >= 0 && y >= 0 && x != y;
}

bool agree_share_ages(const EventTraits *a, const EventTraits *b)
{
    for (size_t i = 0; i < AGE_WORDS; i++)
        if ((a->ages[i] & b->ages[i]) != 0)
            return true;
    return false;
}

bool agree_is_form(const EventTraits *a, const EventTraits *b)
{
    if (!a->fresh || !b->fresh)
        return false;
    bool towns = agree_are_two_towns(a, b) && !agree_are_in_one_place(a, b);
    bool days = a->stated && b->stated && agree_gap(a->window, b->window) > 0;
    int others = differ(a->killed, b->killed) + differ(a->injured, b->injured) +
                 (a->has_ages && b->has_ages && !agree_share_ages(a, b));
    if (towns && days)
        return true;
    return towns || (days && a->said != b->said) ? others > 0 : days && others > 1;
}

/* Did people with arms kill in one, and a fire that nobody is said to have laid in the other? */
static bool is_fire_beside_arms(const EventTraits *fire, const EventTraits *arms)
{
    return fire->causes == CAUSE_FIRE && fire->type == 0 && arms->causes == CAUSE_ARMS && arms->family == FAMILY_ARMS;
}

/* Did a vessel go under in one, of which nobody says that it was attacked, and was something else attacked in the other? */
static bool is_wreck_beside_attack(const EventTraits *wreck, const EventTraits *attack)
{
    return (wreck->causes & CAUSE_SEA) && wreck->type == 0 && attack->type != 0 && !(attack->causes & CAUSE_SEA);
}

bool agree_are_causes_apart(const EventTraits *a, const EventTraits *b)
{
    bool mishaps = a->type == 0 && b->type == 0;
    bool seldom =
        cause_is_apart(a->causes, b->causes, mishaps) || is_fire_beside_arms(a, b) || is_fire_beside_arms(b, a);
    bool wreck = is_wreck_beside_attack(a, b) || is_wreck_beside_attack(b, a);
    bool vague = (a->type != 0 && a->family == FAMILY_ANY) || (b->type != 0 && b->family == FAMILY_ANY);
    bool tolls = !vague && a->killed > 0 && b->killed > 0 && a->killed != b->killed;
    return tolls && ((seldom && a->fresh && b->fresh) || (wreck && agree_kill_several(a, b)));
}

bool agree_is_written_at_once(const EventTraits *event)
{
    return event->written == event->window.first || event->written == event->window.first + 1;
}

bool agree_is_news_then(const EventTraits *event)
{
    enum { NEWS_DAYS = 7 };
    return event->type != 0 && !event->counted && event->written != DAY_NONE && window_is_known(event->window) &&
           window_days(event->window) <= COMPARE_NIGHT && event->window.last <= event->written &&
           event->window.last >= event->written - NEWS_DAYS;
}

/* Of days that lie side by side: written on the very day, with other dead and other hurt, or each of another town. */
static bool are_neighbours_apart(const EventTraits *a, const EventTraits *b)
{
    bool towns = a->placed && b->placed && a->is_spot && b->is_spot && !place_hash_same(a->place, b->place) &&
                 !(a->round != 0 && a->round == b->round);
    bool on_the_day = a->written == a->window.last && b->written == b->window.last && a->injured > 0 &&
                      b->injured > 0 && a->injured != b->injured;
    return (towns || on_the_day) && a->killed != b->killed;
}

bool agree_are_days_of_two(const EventTraits *a, const EventTraits *b, int64_t gap)
{
    bool several = agree_kill_several(a, b);
    bool dead = a->killed > 0 && b->killed > 0 && (several || a->killed != b->killed);
    return dead && (gap > 1 || (gap > 0 && several && are_neighbours_apart(a, b)));
}

bool agree_are_tolls_of_two(const EventTraits *a, const EventTraits *b)
{
    bool hurt_alike = a->injured > 0 && a->injured == b->injured;
    return a->killed > 0 && b->killed > 0 && (a->killed != b->killed || (!hurt_alike && agree_are_two_towns(a, b)));
}

/* Is each killed of one class, and not of the same? */
static bool are_other_people(const EventTraits *a, const EventTraits *b)
{
    return a->all_killed != CELL_ALL && b->all_killed != CELL_ALL && a->all_killed != b->all_killed;
}

static bool are_kinds_apart(const EventTraits *a, const EventTraits *b)
{
    return a->family == FAMILY_BLAST && a->causes == CAUSE_BLAST && b->family == FAMILY_ARMS && b->causes == CAUSE_ARMS;
}

bool agree_are_deeds_apart(const EventTraits *a, const EventTraits *b)
{
    bool news = a->fresh && b->fresh && agree_is_day(a) && agree_is_day(b) && a->killed > 0 && b->killed > 0;
    bool told = a->targets.count > 0 && b->targets.count > 0;
    bool shared = told && hash_list_meets(a->targets, b->targets);
    return news && !shared && (are_kinds_apart(a, b) || are_kinds_apart(b, a)) &&
           (are_other_people(a, b) || (told && a->killed != b->killed));
}

/* Of two towns an hour's drive apart, of which neither report names the other's, with tolls of which one is no guess at the other. */
static bool are_raids_of_two(const EventTraits *a, const EventTraits *b)
{
    int64_t less = a->killed < b->killed ? a->killed : b->killed;
    int64_t more = a->killed < b->killed ? b->killed : a->killed;
    bool tolls = less > 0 && (more > 2 * less || are_other_people(a, b));
    return tolls && agree_are_two_towns(a, b) && !a->about && !b->about && are_further(a->point, b->point, DRIVE);
}

bool agree_are_towns_apart(const EventTraits *a, const EventTraits *b)
{
    bool together = a->round != 0 && a->round == b->round;
    bool far = (agree_are_far(a->point, b->point) && !agree_may_be_one_spot(a, b)) || agree_are_namesakes(a, b);
    bool news = a->fresh && b->fresh && agree_are_tolls_of_two(a, b);
    bool apart = far ? news || agree_are_of_two_countries(a, b) : news && are_raids_of_two(a, b);
    return !together && agree_are_in_towns(a, b) && apart;
}

bool agree_are_streets_apart(const EventTraits *a, const EventTraits *b)
{
    bool told = a->streets.count > 0 && b->streets.count > 0;
    return told && a->fresh && b->fresh && a->killed > 0 && b->killed > 0 && a->killed != b->killed &&
           !hash_list_meets(a->streets, b->streets);
}

#include "report/words.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define NARROW_SPACE    STR("\xE2\x80\xAF")
#define EN_DASH         STR("\xE2\x80\x93")

/* clang-format off */
static const char *const PARTIES[PARTY_COUNT_] = {
    "Speaker not identified", "Government and authorities", "Armed group", "Hospitals and medics", "Witnesses",
    "Aid organisations", "Media", "International bodies and states", "Analysts", "Others"};
static const char *const PARTIES_SPEAKING[PARTY_COUNT_] = {
    "no identified speaker", "authorities", "armed group", "medics", "witnesses", "aid organisations", "media",
    "international bodies and states", "analysts", "others"};
static const char *const PARTY_KEYS[PARTY_COUNT_] = {
    "none", "government", "armed-group", "medical", "witness", "aid", "media", "international", "analyst", "other"};
static const char *const CLASSES[CLASS_COUNT_] = {
    "people", "civilians", "security forces", "fighters", "people of several groups"};
static const char *const VICTIMS[CLASS_COUNT_] = {
    "people", "civilians", "members of the security forces", "fighters", "people of several groups"};
static const char *const VICTIM[CLASS_COUNT_] = {
    "person", "civilian", "member of the security forces", "fighter", "person"};
static const char *const SUBGROUPS[] = {
    "women", "children", "men", "elderly people", "medics", "journalists", "aid workers", "police officers", "soldiers",
    "attackers"};
static const char *const SUBGROUP[COUNT_OF(SUBGROUPS)] = {
    "woman", "child", "man", "elderly person", "medic", "journalist", "aid worker", "police officer", "soldier", "attacker"};
static const char *const CELLS[CELL_COUNT_] = {
    "All", "Civilians", "Security forces", "Fighters", "Women", "Children"};
static const char *const OUTCOMES[OUTCOME_COUNT_] = {
    "affected", "killed", "injured", "captured or abducted", "detained", "missing", "escaped", "displaced"};
static const char *const KINDS[KIND_COUNT_] = {
    "claim", "casualties", "attack", "claim of responsibility", "accusation", "denial", "statement", "disruption",
    "response", "background", "awaited", "not verified"};
static const char *const CONFLICTS[CONFLICT_COUNT_] = {
    "Other", "A sum that does not add up", "A part larger than its whole", "A shorter span with a larger figure",
    "A date that does not fit the calendar", "What happened is told in two ways", "Figures that cannot all be true",
    "Different things counted", "Two figures within one report", "Who did it is disputed"};
static const char *const PRECISIONS[PRECISION_COUNT_] = {
    "place not placed on the map", "named town or site", "near the named place, within about 25 km",
    "district only", "province or region only", "country only"};
static const char *const RESPONSIBILITIES[RESPONSIBILITY_COUNT_] = {
    "not known", "accepted", "claimed", "alleged", "contested"};
static const char *const FLAGS[FLAG_COUNT_] = {
    "Note", "Machine-written text", "Empty section", "Promised content is missing", "Stray text", "Loaded word",
    "Operational detail", "Superlative without a source", "Date against calendar", "Encoding", "Cut short"};
static const char *const STANCES[STANCE_COUNT_] = {"asserts", "denies", "does not confirm"};
static const char *const MANNERS[MANNER_COUNT_] = {"", "quoted", "in paraphrase", "partly quoted"};
static const char *const WEEKDAYS[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
static const char *const MONTHS[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December"};
/* clang-format on */

static Str word_at(const char *const *words, size_t count, size_t at)
{
    return str_from(words[at < count ? at : 0]);
}

Str words_party(Party party)
{
    return word_at(PARTIES, COUNT_OF(PARTIES), party);
}

Str words_party_speaking(Party party)
{
    return word_at(PARTIES_SPEAKING, COUNT_OF(PARTIES_SPEAKING), party);
}

void words_claimant(Buf *out, Party party, Str name)
{
    if (!str_present(name) || party != PARTY_ARMED_GROUP)
        buf_put(out, words_party_speaking(party));
    if (!str_present(name))
        return;
    buf_put(out, party == PARTY_ARMED_GROUP ? STR("") : STR(" of "));
    buf_put(out, name);
}

Str words_party_key(Party party)
{
    return word_at(PARTY_KEYS, COUNT_OF(PARTY_KEYS), party);
}

Str words_class(VictimClass victim_class)
{
    return word_at(CLASSES, COUNT_OF(CLASSES), victim_class);
}

Str words_victims(VictimClass victim_class, bool one)
{
    return one ? word_at(VICTIM, COUNT_OF(VICTIM), victim_class) : word_at(VICTIMS, COUNT_OF(VICTIMS), victim_class);
}

Str words_subgroup(unsigned subgroups, bool one)
{
    for (size_t i = 0; i < COUNT_OF(SUBGROUPS); i++)
        if (subgroups == 1U << i)
            return str_from(one ? SUBGROUP[i] : SUBGROUPS[i]);
    return STR_NONE;
}

Str words_cell(CellKind cell)
{
    return word_at(CELLS, COUNT_OF(CELLS), cell);
}

Str words_outcome(Outcome outcome)
{
    return word_at(OUTCOMES, COUNT_OF(OUTCOMES), outcome);
}

Str words_kind(ClaimKind kind)
{
    return word_at(KINDS, COUNT_OF(KINDS), kind);
}

Str words_conflict(ConflictKind kind)
{
    return word_at(CONFLICTS, COUNT_OF(CONFLICTS), kind);
}

Str words_precision(Precision precision)
{
    return word_at(PRECISIONS, COUNT_OF(PRECISIONS), precision);
}

Str words_responsibility(Responsibility responsibility)
{
    return word_at(RESPONSIBILITIES, COUNT_OF(RESPONSIBILITIES), responsibility);
}

Str words_flag(FlagKind kind)
{
    return word_at(FLAGS, COUNT_OF(FLAGS), kind);
}

Str words_stance(Stance stance)
{
    return word_at(STANCES, COUNT_OF(STANCES), stance);
}

Str words_manner(Manner manner)
{
    return word_at(MANNERS, COUNT_OF(MANNERS), manner);
}

void words_number(Buf *out, int64_t n)
{
    if (n < 0) {
        buf_put(out, STR("\xE2\x88\x92"));
        n = n == INT64_MIN ? INT64_MAX : -n;
    }
    int64_t scale = 1;
    while (n / scale >= 1000)
        scale *= 1000;
    buf_int(out, n / scale);
    while (scale > 1) {
        n %= scale;
        scale /= 1000;
        buf_put(out, NARROW_SPACE);
        buf_int(out, n / scale / 100);
        buf_int(out, n / scale / 10 % 10);
        buf_int(out, n / scale % 10);
    }
}

void words_interval(Buf *out, Interval interval)
{
    if (interval.high == INTERVAL_OPEN) {
        buf_put(out, STR("at least "));
        words_number(out, interval.low);
    } else if (interval.low == interval.high) {
        words_number(out, interval.low);
    } else if (interval.low == 0) {
        buf_put(out, STR("up to "));
        words_number(out, interval.high);
    } else {
        words_number(out, interval.low);
        buf_put(out, EN_DASH);
        words_number(out, interval.high);
    }
}

void words_counted(Buf *out, size_t n, const char *singular)
{
    words_number(out, (int64_t)n);
    buf_char(out, ' ');
    buf_put(out, str_from(singular));
    if (n != 1)
        buf_char(out, 's');
}

static int year_number(Day day)
{
    int year = 0;
    int month = 1;
    int of_month = 1;
    day_to_ymd(day, &year, &month, &of_month);
    return year;
}

static void year_of(Buf *out, Day day)
{
    buf_char(out, ' ');
    buf_int(out, year_number(day));
}

enum { SHORT_NAME = 3 }; /* letters of "Sat", "Jan" */

static Str name_of(const char *name, size_t letters)
{
    Str whole = str_from(name);
    return whole.len > letters ? (Str){name, letters} : whole;
}

/* Weekday, day and month, each name cut to so many letters. */
static void weekday_and_date(Buf *out, Day day, size_t letters)
{
    int year = 0;
    int month = 1;
    int of_month = 1;
    if (day == DAY_NONE) {
        buf_put(out, STR("day not known"));
        return;
    }
    day_to_ymd(day, &year, &month, &of_month);
    buf_put(out, name_of(WEEKDAYS[day_weekday(day)], letters));
    buf_char(out, ' ');
    buf_int(out, of_month);
    buf_char(out, ' ');
    buf_put(out, name_of(MONTHS[month - 1], letters));
}

void words_day(Buf *out, Day day)
{
    weekday_and_date(out, day, SIZE_MAX);
    if (day != DAY_NONE)
        year_of(out, day);
}

void words_day_short(Buf *out, Day day)
{
    weekday_and_date(out, day, SHORT_NAME);
}

void words_day_brief(Buf *out, Day day)
{
    words_day_short(out, day);
    if (day != DAY_NONE)
        year_of(out, day);
}

/* A window that is exactly one calendar year or month is said as that. */
static bool whole_year_or_month(Buf *out, Window window)
{
    MomentPrecision precision = window_moment(window).precision;
    int year = 0;
    int month = 1;
    int of_month = 1;
    if (precision != MOMENT_YEAR && precision != MOMENT_MONTH)
        return false;
    day_to_ymd(window.first, &year, &month, &of_month);
    if (precision == MOMENT_MONTH) {
        buf_put(out, str_from(MONTHS[month - 1]));
        buf_char(out, ' ');
    }
    buf_int(out, year);
    return true;
}

void words_window(Buf *out, Window window)
{
    if (window.first == DAY_NONE && window.last == DAY_NONE) {
        buf_put(out, STR("day not known"));
    } else if (window.first == window.last) {
        words_day(out, window.first);
    } else if (window.last == DAY_NONE) {
        buf_put(out, STR("since "));
        words_day(out, window.first);
    } else if (window.first == DAY_NONE) {
        buf_put(out, STR("until "));
        words_day(out, window.last);
    } else if (!whole_year_or_month(out, window)) {
        words_day_short(out, window.first);
        buf_put(out, STR(" to "));
        words_day_brief(out, window.last);
    }
}

void words_window_short(Buf *out, Window window, Day near)
{
    Day last = window.last != DAY_NONE ? window.last : window.first;
    bool same_year = near != DAY_NONE && last != DAY_NONE && year_number(near) == year_number(last);
    if (last == DAY_NONE || !same_year) {
        words_window(out, window);
        return;
    }
    if (window.first != window.last && window_is_known(window) && whole_year_or_month(out, window))
        return;
    if (window.first == DAY_NONE)
        buf_put(out, STR("until "));
    else if (window.last == DAY_NONE)
        buf_put(out, STR("since "));
    if (window_is_known(window) && window.first != window.last) {
        words_day_short(out, window.first);
        buf_put(out, STR(" to "));
    }
    words_day_short(out, last);
}

void words_moment(Buf *out, Moment moment)
{
    Window window = moment_window(moment);
    switch (moment.precision) {
    case MOMENT_NONE: buf_put(out, STR("day not known")); break;
    case MOMENT_YEAR:
    case MOMENT_MONTH:
        if (!whole_year_or_month(out, window))
            words_window(out, window);
        break;
    case MOMENT_DAY: words_day(out, moment_day(moment)); break;
    case MOMENT_TIME: {
        int64_t of_day = ((moment.seconds % 86400) + 86400) % 86400;
        words_day(out, moment_day_utc(moment));
        buf_format(out, ", %02d:%02d UTC", (int)(of_day / 3600), (int)(of_day / 60 % 60));
        break;
    }
    }
}

/* last: what stands before the last of several. */
static void bit_names(Buf *out, unsigned bits, Str (*name)(unsigned), Str last)
{
    bool first = true;
    for (unsigned i = 0; i < 32; i++) {
        if (!(bits >> i & 1U))
            continue;
        if (!first)
            buf_put(out, bits >> i == 1U ? last : STR(", "));
        buf_put(out, name(i));
        first = false;
    }
}

void words_status(Buf *out, unsigned status)
{
    bit_names(out, status, status_name, STR(", "));
}

void words_subgroups(Buf *out, unsigned subgroups)
{
    bit_names(out, subgroups, subgroup_name, STR(", "));
}

void words_among(Buf *out, unsigned subgroups)
{
    bit_names(out, subgroups, subgroup_name, STR(" and "));
    buf_put(out, STR(" among them"));
}

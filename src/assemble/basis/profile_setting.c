#include "assemble/basis/profile_setting.h"

#include "base/buf.h"

enum { MAX_NUMBER = 1000000000, PERCENT = 100 };

/* The next word of a value; false at its end. */
static bool next_word(Str *rest, Str *out)
{
    while (str_cut(rest, ' ', out))
        if (out->len > 0)
            return true;
    return false;
}

static bool next_number(Str *rest, int64_t *out)
{
    Str word = STR_NONE;
    return next_word(rest, &word) && str_number(word, out) && *out >= 0 && *out <= MAX_NUMBER;
}

static bool is_end(Str rest)
{
    Str word = STR_NONE;
    return !next_word(&rest, &word);
}

/* The number of the name in a list that ends in NULL, -1. */
static int choice(Str value, const char *const *names)
{
    for (int i = 0; names[i]; i++)
        if (str_equal(value, str_from(names[i])))
            return i;
    return -1;
}

static bool set_title(Profile *p, const ProfileRule *rule)
{
    p->title = rule->value;
    return true;
}

static bool set_outcomes(Profile *p, const ProfileRule *rule)
{
    Str rest = rule->value;
    Str word = STR_NONE;
    if (str_equal(rest, STR("all")))
        return true;
    p->outcomes = 0;
    while (next_word(&rest, &word)) {
        if (outcome_parse(word) == OUTCOME_NONE)
            return false;
        p->outcomes |= 1U << outcome_parse(word);
    }
    return p->outcomes != 0;
}

static bool set_enemy(Profile *p, const ProfileRule *rule)
{
    static const char *const NAMES[] = {"apart", "high", "counts", NULL};
    int at = choice(rule->value, NAMES);
    p->enemy = (EnemyWord)at;
    return at >= 0;
}

static bool set_lapse(Profile *p, const ProfileRule *rule)
{
    Str rest = rule->value;
    if (str_equal(rest, STR("none")))
        return true;
    p->lapses = true;
    return next_number(&rest, &p->lapse_hours) && next_number(&rest, &p->lapse_days) &&
           next_number(&rest, &p->lapse_reports) && is_end(rest);
}

/* "24-99", "2-" (open), "*". */
static bool read_range(Str word, Interval *out)
{
    *out = (Interval){-1, 0};
    if (str_equal(word, STR("*")))
        return true;
    Str low = STR_NONE;
    if (!str_cut(&word, '-', &low) || !str_number(low, &out->low) || !str_present(word))
        return false;
    out->high = INTERVAL_OPEN;
    return word.len == 0 || (str_number(word, &out->high) && out->high >= out->low);
}

static bool set_word(Profile *p, const ProfileRule *rule)
{
    Str rest = rule->value;
    Str word = STR_NONE;
    WordValue value = {.rule = rule->name};
    if (p->word_count == PROFILE_MAX_WORDS || !next_word(&rest, &word) || !read_range(word, &value.range))
        return false;
    Str behind = str_trim(str_present(rest) ? rest : STR(""));
    value.apart = str_equal(behind, STR("apart"));
    value.floor = str_equal(behind, STR("floor"));
    if (!value.apart && !value.floor) {
        if (!next_number(&rest, &value.n))
            return false;
        value.n_in_war = value.n;
        if (!is_end(rest) && (!next_number(&rest, &value.n_in_war) || !is_end(rest)))
            return false;
    }
    p->words[p->word_count++] = value;
    return true;
}

static bool set_war(Profile *p, const ProfileRule *rule)
{
    p->war = str_equal(rule->value, STR("-")) ? STR("") : rule->value;
    return true;
}

/* "own under 35 50": the logarithm's mean is -0.35, its standard deviation 0.50. */
static bool set_prior(BiasPrior *prior, Str rest)
{
    static const char *const SIGNS[] = {"under", "over", NULL};
    Str word = STR_NONE;
    int64_t mean = 0;
    int64_t deviation = 0;
    int at = next_word(&rest, &word) ? choice(word, SIGNS) : -1;
    if (at < 0 || !next_number(&rest, &mean) || !next_number(&rest, &deviation) || deviation == 0 || !is_end(rest))
        return false;
    prior->mean = (at == 0 ? -1 : 1) * (double)mean / PERCENT;
    prior->deviation = (double)deviation / PERCENT;
    return true;
}

static bool set_bias(Profile *p, const ProfileRule *rule)
{
    static const char *const NAMES[] = {"own", "enemy", "other", "noise", "floor", "interval", NULL};
    enum { NOISE = BIAS_OF_COUNT_, FLOOR, INTERVAL };
    Str rest = rule->value;
    Str word = STR_NONE;
    int64_t number = 0;
    int at = next_word(&rest, &word) ? choice(word, NAMES) : -1;
    if (at >= 0 && at < BIAS_OF_COUNT_)
        return set_prior(&p->bias.priors[at], rest);
    if (at < 0 || !next_number(&rest, &number) || number == 0 || !is_end(rest))
        return false;
    if (at == NOISE)
        p->bias.noise = (double)number / PERCENT;
    else if (at == FLOOR)
        p->bias.floor_times = number;
    else
        p->bias.interval_percent = number;
    return at != INTERVAL || number < PERCENT;
}

static bool set_best(Profile *p, const ProfileRule *rule)
{
    static const char *const NAMES[] = {"median",   "lowest",   "highest",   "latest",
                                        "majority", "reliable", "posterior", NULL};
    Str rest = rule->value;
    Str word = STR_NONE;
    int at = next_word(&rest, &word) ? choice(word, NAMES) : -1;
    BestStep step = {(StepKind)at, 0, rule->name};
    if (at < 0 || p->best_count == PROFILE_MAX_STEPS || (at == STEP_LATEST && !next_number(&rest, &step.hours)) ||
        !is_end(rest))
        return false;
    p->best[p->best_count++] = step;
    return true;
}

static bool set_low(Profile *p, const ProfileRule *rule)
{
    static const char *const NAMES[] = {"supported", "smallest", "best", NULL};
    int at = choice(rule->value, NAMES);
    p->low = (LowChoice)at;
    return at >= 0;
}

static bool set_high(Profile *p, const ProfileRule *rule)
{
    static const char *const NAMES[] = {"identified", "largest", "best", NULL};
    int at = choice(rule->value, NAMES);
    p->high = (HighChoice)at;
    return at >= 0;
}

static bool set_total(Profile *p, const ProfileRule *rule)
{
    static const char *const NAMES[] = {"stated", "larger", NULL};
    int at = choice(rule->value, NAMES);
    p->total = (TotalChoice)at;
    return at >= 0;
}

static bool set_countries(Profile *p, const ProfileRule *rule)
{
    static const char *const NAMES[] = {"apart", "added", NULL};
    int at = choice(rule->value, NAMES);
    p->adds_countries = at == 1;
    return at >= 0;
}

static bool set_presume(Profile *p, const ProfileRule *rule)
{
    static const char *const NAMES[] = {"none", "civilian", NULL};
    int at = choice(rule->value, NAMES);
    p->presumes_civilian = at == 1;
    return at >= 0;
}

static bool set_spread(Profile *p, const ProfileRule *rule)
{
    static const char *const NAMES[] = {"nothing", "days", NULL};
    int at = choice(rule->value, NAMES);
    p->spreads_days = at == 1;
    return at >= 0;
}

static bool set_grade(Profile *p, const ProfileRule *rule)
{
    static const char *const TESTS[] = {"accepted", "contested", "sources", "fighters", NULL};
    Str rest = rule->value;
    Str test = STR_NONE;
    Grade grade = {.rule = rule->name};
    if (p->grade_count == PROFILE_MAX_GRADES || !next_word(&rest, &grade.name) || !next_word(&rest, &test))
        return false;
    int at = choice(test, TESTS);
    grade.test = (GradeTest)at;
    if (at < 0 || (grade.test == GRADE_SOURCES && !next_number(&rest, &grade.sources)) || !is_end(rest))
        return false;
    p->grades[p->grade_count++] = grade;
    return true;
}

static bool set_headline(Profile *p, const ProfileRule *rule)
{
    Str rest = rule->value;
    Str word = STR_NONE;
    while (next_word(&rest, &word)) {
        bool known = false;
        for (size_t i = 0; i < p->grade_count; i++)
            if (str_equal(p->grades[i].name, word))
                known = p->grades[i].in_headline = true;
        if (!known)
            return false;
    }
    return true;
}

/* "exact=1": what stands before the sign, and the number behind it. */
static bool next_code(Str *rest, Str *key, int *code)
{
    Str word = STR_NONE;
    int64_t number = 0;
    if (!next_word(rest, &word) || !str_cut(&word, '=', key) || !str_present(word) || !str_number(word, &number) ||
        number < 1 || number > MAX_NUMBER)
        return false;
    *code = (int)number;
    return true;
}

static bool set_where(Profile *p, const ProfileRule *rule)
{
    Str rest = rule->value;
    while (!is_end(rest)) {
        Str key = STR_NONE;
        int code = 0;
        if (!next_code(&rest, &key, &code) || precision_parse(key) == PRECISION_NONE)
            return false;
        p->where[precision_parse(key)] = code;
    }
    return true;
}

static bool set_when(Profile *p, const ProfileRule *rule)
{
    Str rest = rule->value;
    while (!is_end(rest)) {
        Str key = STR_NONE;
        DayCode code = {0};
        int64_t days = MAX_NUMBER;
        if (p->when_count == PROFILE_MAX_CODES || !next_code(&rest, &key, &code.code) ||
            (!str_equal(key, STR("*")) && (!str_number(key, &days) || days < 1 || days > MAX_NUMBER)))
            return false;
        code.days = (int)days;
        p->when[p->when_count++] = code;
    }
    return true;
}

static bool set_clarity(Profile *p, const ProfileRule *rule)
{
    Str rest = rule->value;
    int64_t single = 0;
    int64_t summed = 0;
    bool ok = next_number(&rest, &single) && next_number(&rest, &summed) && is_end(rest);
    p->clarity_single = (int)single;
    p->clarity_summed = (int)summed;
    return ok;
}

static const struct {
    const char *name;
    bool (*set)(Profile *profile, const ProfileRule *rule);
    const char *takes;
} SETTINGS[SETTING_COUNT_] = {
    [SETTING_TITLE] = {"title", set_title, "a name"},
    [SETTING_OUTCOMES] = {"outcomes", set_outcomes, "all, or names of outcomes (killed, injured, abducted …)"},
    [SETTING_ENEMY] = {"enemy", set_enemy, "apart, high or counts"},
    [SETTING_LAPSE] = {"lapse", set_lapse, "none, or three numbers: hours, days, reports"},
    [SETTING_WORD] = {"word", set_word, "an interval (24-99, 2- or *) and apart, floor, a number, or two"},
    [SETTING_WAR] = {"war", set_war, "- or country codes"},
    [SETTING_BIAS] =
        {"bias", set_bias,
         "own, enemy or other, under or over and two percentages; or noise, floor or interval and a number"},
    [SETTING_BEST] = {"best", set_best, "median, lowest, highest, latest HOURS, majority, reliable or posterior"},
    [SETTING_LOW] = {"low", set_low, "supported, smallest or best"},
    [SETTING_HIGH] = {"high", set_high, "identified, largest or best"},
    [SETTING_TOTAL] = {"total", set_total, "stated or larger"},
    [SETTING_COUNTRIES] = {"countries", set_countries, "apart or added"},
    [SETTING_PRESUME] = {"presume", set_presume, "none or civilian"},
    [SETTING_SPREAD] = {"spread", set_spread, "nothing or days"},
    [SETTING_GRADE] = {"grade", set_grade, "a name and accepted, contested, sources NUMBER or fighters"},
    [SETTING_HEADLINE] = {"headline", set_headline, "names of grades that stand in lines before"},
    [SETTING_WHERE] = {"place-codes", set_where, "precision=code, of exact, near, district, region, country"},
    [SETTING_WHEN] = {"day-codes", set_when, "days=code, the last of them perhaps *=code"},
    [SETTING_CLARITY] = {"clarity-codes", set_clarity, "two codes: of one event, and of several told together"},
};

bool profile_set(Profile *profile, const ProfileRule *rule)
{
    return SETTINGS[rule->setting].set(profile, rule);
}

Str profile_setting_name(Setting setting)
{
    return str_from(SETTINGS[setting].name);
}

Str profile_setting_takes(Setting setting)
{
    return str_from(SETTINGS[setting].takes);
}

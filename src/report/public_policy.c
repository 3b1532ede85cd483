/* The policy of the public edition: data/profiles/public.tsv, and the words of data/en/public/withhold.tsv. */
#include "base/embedded.h"
#include "report/public_parts.h"

static const char POLICY_FILE[] = "data/profiles/public.tsv";
static const char WORDS_FILE[] = "data/en/public/withhold.tsv";

enum { MAX_STATEMENTS = 32 };

/* The farthest point of a wider cell is more than 25 km from its centre: "near" no longer. */
static const double NEAR_GRID_DEG = 0.3;

typedef struct {
    Str action;
    Str what;
    Str value;
    Str statement;
} PolicyRow;

typedef struct {
    PublicPolicy *policy;
    const PublicChoice *choice;
    Arena *arena;
    Str *statements;
} Reading;

static bool *withheld_thing(PublicPolicy *policy, Str what, bool *originals)
{
    const struct {
        const char *name;
        bool *flag;
    } things[] = {{"names", &policy->names},     {"ages", &policy->ages},   {"peoples", &policy->peoples},
                  {"handles", &policy->handles}, {"sites", &policy->sites}, {"originals", originals}};
    for (size_t i = 0; i < sizeof things / sizeof things[0]; i++) {
        if (str_equal(what, str_from(things[i].name)))
            return things[i].flag;
    }
    return NULL;
}

/* "0.1", "72": digits with at most one dot. */
static bool read_number(Str s, double *out)
{
    double whole = 0;
    double unit = 1;
    bool behind_dot = false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '.' && !behind_dot) {
            behind_dot = true;
            continue;
        }
        if (!char_is_digit(s.ptr[i]))
            return false;
        whole = whole * 10 + (s.ptr[i] - '0');
        unit *= behind_dot ? 10 : 1;
    }
    *out = whole / unit;
    return s.len > 0;
}

/* What is chosen, where that is stricter. */
static double stricter(double least, double chosen, double most)
{
    if (chosen <= least)
        return least;
    return chosen < most ? chosen : most;
}

/* The statement with the number in place of {}. */
static Str with_number(Str statement, double number, Arena *arena)
{
    size_t at = str_find(statement, STR("{}"), 0);
    if (at == SIZE_MAX)
        return statement;
    Buf text = {0};
    buf_put(&text, str_slice(statement, 0, at));
    buf_format(&text, "%g", number);
    buf_put(&text, str_drop(statement, at + 2));
    Str kept = arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return kept;
}

/* Sets *number to what its sentence names, and *says where it is not printed. */
static bool apply_row(const Reading *reading, const PolicyRow *row, double *number, bool *says)
{
    PublicPolicy *policy = reading->policy;
    const PublicChoice *choice = reading->choice;
    bool originals = false;
    Party party = party_parse(row->what);
    if (str_equal(row->action, STR("withhold")) && str_equal(row->what, STR("listed"))) {
        *says = policy->listed_count > 0;
    } else if (str_equal(row->action, STR("withhold"))) {
        bool *flag = withheld_thing(policy, row->what, &originals);
        if (!flag)
            return false;
        *flag = true;
    } else if (str_equal(row->action, STR("round")) && str_equal(row->what, STR("places"))) {
        if (!read_number(row->value, number))
            return false;
        *number = policy->grid_deg = stricter(*number, choice->grid_deg, PUBLIC_GRID_MOST_DEG);
        policy->is_coarse = policy->grid_deg > NEAR_GRID_DEG;
    } else if (str_equal(row->action, STR("delay")) && str_equal(row->what, STR("movements"))) {
        if (!read_number(row->value, number))
            return false;
        policy->movements = true;
        *number = stricter(*number, (double)choice->delay_hours, PUBLIC_DELAY_MOST_HOURS);
        policy->delay_hours = (int64_t)*number;
    } else if (str_equal(row->action, STR("keep")) && party != PARTY_NONE) {
        *says = (choice->unnamed & 1U << party) != 0;
        policy->kept[party] = !*says;
    } else {
        return false;
    }
    return true;
}

static bool take_row(const Reading *reading, const PolicyRow *row)
{
    PublicPolicy *policy = reading->policy;
    double number = 0;
    bool says = true;
    if (!apply_row(reading, row, &number, &says))
        return false;
    if (says && policy->statement_count < MAX_STATEMENTS)
        reading->statements[policy->statement_count++] = with_number(row->statement, number, reading->arena);
    return true;
}

static bool read_policy(PublicPolicy *policy, const PublicChoice *choice, Arena *arena, Error *err)
{
    Reading reading = {policy, choice, arena, ARENA_ARRAY(arena, Str, MAX_STATEMENTS)};
    Str rest = embedded_find(str_from(POLICY_FILE));
    Str line = STR_NONE;
    bool headed = false;
    for (int number = 1; str_cut(&rest, '\n', &line); number++) {
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        PolicyRow row = {STR_NONE, STR_NONE, STR_NONE, STR_NONE};
        bool whole = str_cut(&line, '\t', &row.action) && str_cut(&line, '\t', &row.what) &&
                     str_cut(&line, '\t', &row.value) && str_cut(&line, '\t', &row.statement);
        if (headed && (!whole || !take_row(&reading, &row)))
            return error_set(err, ERROR_DATA, "%s:%d: no row of a policy", POLICY_FILE, number);
        headed = true;
    }
    policy->statements = reading.statements;
    return headed || error_set(err, ERROR_DATA, "%s is not in this program", POLICY_FILE);
}

static bool read_words(PublicPolicy *policy, Arena *arena, Error *err)
{
    Str words = embedded_find(str_from(WORDS_FILE));
    if (!str_present(words))
        return error_set(err, ERROR_DATA, "%s is not in this program", WORDS_FILE);
    policy->words = lexicon_create(arena);
    if (!lexicon_add(policy->words, WORDS_FILE, words, err) || !lexicon_finish(policy->words, err))
        return false;
    const struct {
        const char *name;
        uint16_t *cls;
    } classes[] = {{"AGE_BEHIND", &policy->age_behind}, {"AGE_BEFORE", &policy->age_before},
                   {"AGE_JOIN", &policy->age_join},     {"AGE_IS", &policy->age_is},
                   {"AGE_WHOM", &policy->age_whom},     {"AGE_THEN", &policy->age_then},
                   {"AGE_NUMBER", &policy->age_number}, {"DECADE", &policy->decade},
                   {"VICTIM_CUE", &policy->cue},        {"SITE", &policy->site},
                   {"PEOPLE", &policy->people},         {"ACTOR", &policy->actor}};
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
        *classes[i].cls = lexicon_class(policy->words, str_from(classes[i].name));
    return true;
}

const PublicPolicy *public_policy_load(const PublicChoice *choice, Arena *arena, Error *err)
{
    static const PublicChoice NOTHING = {0};
    PublicPolicy *policy = ARENA_NEW(arena, PublicPolicy);
    choice = choice ? choice : &NOTHING;
    policy->listed = choice->names;
    policy->unnamed = choice->unnamed;
    policy->listed_count = choice->name_count;
    return read_policy(policy, choice, arena, err) && read_words(policy, arena, err) ? policy : NULL;
}

const Str *public_policy_statements(const PublicPolicy *policy, size_t *count)
{
    *count = policy->statement_count;
    return policy->statements;
}

double public_policy_grid_deg(const PublicPolicy *policy)
{
    return policy->grid_deg;
}

int64_t public_policy_delay_hours(const PublicPolicy *policy)
{
    return policy->delay_hours;
}

bool public_policy_names(const PublicPolicy *policy, Party party)
{
    return policy->kept[party];
}

bool public_policy_allows(const PublicPolicy *policy, const PublicChoice *choice, Error *err)
{
    if (choice->grid_deg != 0 && choice->grid_deg < policy->grid_deg)
        return error_set(err, ERROR_USAGE, "places: points are rounded to %g degrees at least", policy->grid_deg);
    return choice->delay_hours == 0 || choice->delay_hours >= policy->delay_hours ||
           error_set(err, ERROR_USAGE, "movements: they are left out for %lld hours at least",
                     (long long)policy->delay_hours);
}

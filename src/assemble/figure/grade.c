#include "assemble/figure/grade.h"

/* How many independent voices the figures come from: the origins of the cell that has most. */
static int64_t sources_of(const Estimates *e)
{
    unsigned most = 0;
    for (Outcome outcome = OUTCOME_KILLED; outcome < OUTCOME_COUNT_; outcome++)
        for (CellKind cell = CELL_ALL; cell < CELL_COUNT_; cell++)
            if (e->cells[outcome][cell].origins > most)
                most = e->cells[outcome][cell].origins;
    return (int64_t)most;
}

/* Nobody is told to have been a civilian, and of no class is nobody left over. */
static bool is_of_fighters(const Estimates *e)
{
    const Estimate *row = e->cells[OUTCOME_KILLED];
    bool armed = row[CELL_SECURITY].present || row[CELL_MILITANT].present;
    return armed && !(row[CELL_CIVILIAN].present && (!row[CELL_CIVILIAN].has_best || row[CELL_CIVILIAN].best > 0));
}

static bool holds(const Grade *grade, const Incident *incident, const Estimates *e)
{
    switch (grade->test) {
    case GRADE_ACCEPTED:
        return incident->responsibility == RESPONSIBILITY_ACCEPTED ||
               incident->responsibility == RESPONSIBILITY_CLAIMED;
    case GRADE_CONTESTED: return incident->responsibility == RESPONSIBILITY_CONTESTED;
    case GRADE_SOURCES: return sources_of(e) >= grade->sources;
    case GRADE_FIGHTERS: return is_of_fighters(e);
    case GRADE_TEST_COUNT_: break;
    }
    return false;
}

void grade_give(const Profile *profile, const Incident *incident, Estimates *e)
{
    e->grade = e->grade_rule = STR_NONE;
    for (size_t i = 0; i < profile->grade_count; i++)
        if (holds(&profile->grades[i], incident, e)) {
            e->grade = profile->grades[i].name;
            e->grade_rule = profile->grades[i].rule;
            return;
        }
}

void grade_incident(const Figure *figures, size_t count, const Profile *profile, Arena *arena, Incident *incident)
{
    reconcile(figures, count, profile, arena, &incident->estimates);
    grade_give(profile, incident, &incident->estimates);
    if (profile->beside_count == 0)
        return;
    Estimates *beside = ARENA_ARRAY(arena, Estimates, profile->beside_count);
    for (size_t i = 0; i < profile->beside_count; i++) {
        reconcile(figures, count, profile->beside[i], arena, &beside[i]);
        grade_give(profile->beside[i], incident, &beside[i]);
    }
    incident->beside = beside;
    incident->beside_count = profile->beside_count;
}

static bool is_in_headline(const Profile *profile, Str grade)
{
    for (size_t i = 0; i < profile->grade_count; i++)
        if (profile->grades[i].in_headline && str_equal(profile->grades[i].name, grade))
            return true;
    return false;
}

bool grade_headline(const Profile *profile, const Incident *incidents, size_t count, size_t number, Headline *out)
{
    *out = (Headline){0, {0, 0}, profile->by_setting[SETTING_HEADLINE]};
    for (size_t i = 0; i < count; i++) {
        const Incident *incident = &incidents[i];
        const Estimates *e = number == 0 ? &incident->estimates : &incident->beside[number - 1];
        const Estimate *cell = &e->cells[OUTCOME_KILLED][CELL_CIVILIAN];
        if (incident->part_of >= 0 || incident->background || !str_present(e->grade) || !cell->present ||
            !is_in_headline(profile, e->grade))
            continue;
        Interval range = {cell->has_low ? cell->low : 0, INTERVAL_OPEN};
        if (!cell->high_open)
            range.high = cell->has_high ? cell->high : range.low;
        out->killed = interval_add(out->killed, range);
        out->incidents++;
    }
    return out->rule.len > 0;
}

/*
 * raid_for_tests — tables of reports of one raid on Alba, each with its figures, and what the pile's figures come to.
 *
 *     static const RaidCase CASES[] = {{"nine, then twelve", {{"2026-02-01T10:00:00Z", "Daily", "9 died.", {{"9", .n = 9}}}}, "killed 9 9 9", 0}};
 *     raid_check(CASES, COUNT_OF(CASES));
 */
#ifndef DAYBOOK_ASSEMBLE_RAID_FOR_TESTS_H
#define DAYBOOK_ASSEMBLE_RAID_FOR_TESTS_H

#include "assemble/pile_for_tests.h"

enum { RAID_REPORTS = 4, RAID_FIGURES = 3 };

typedef struct {
    const char *name;
    struct {
        const char *published;
        const char *publisher;
        const char *text;
        TestClaim claims[RAID_FIGURES];
    } reports[RAID_REPORTS];
    const char *want;
    size_t conflicts;
    const char *working; /* how that of the dead ends, NULL: as it may */
} RaidCase;

static inline Situation *raid_make(Pile *pile, const RaidCase *raid)
{
    for (size_t i = 0; i < RAID_REPORTS && raid->reports[i].text; i++) {
        char id[2] = {(char)('a' + i), '\0'};
        Extraction *x = pile_add(pile, arena_copy(pile->arena, str_from(id)).ptr, raid->reports[i].published,
                                 raid->reports[i].text);
        pile_publisher(x, raid->reports[i].publisher);
        x->places = pile_place(pile, STR_NONE, (Span){0, 0}, "Alba");
        x->place_count = 1;
        for (size_t k = 0; k < RAID_FIGURES && raid->reports[i].claims[k].passage; k++)
            (void)pile_claim(pile, x, raid->reports[i].claims[k]);
    }
    for (size_t i = 0; i < pile->count; i++)
        assemble_document(pile->items[i], profile_default(pile->arena), pile->arena);
    return assemble_situation(pile->items, pile->count, profile_default(pile->arena),
                              (Moment){.seconds = 0, .precision = MOMENT_NONE}, pile->arena);
}

static inline void raid_check(const RaidCase *cases, size_t count)
{
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        Pile pile = pile_new();
        const Situation *s = raid_make(&pile, &cases[i]);
        const char *got = pile_print(&pile, &s->incidents[0].estimates);
        Str working = s->incidents[0].estimates.cells[OUTCOME_KILLED][CELL_ALL].working;
        bool works = !cases[i].working || str_ends(working, str_from(cases[i].working));
        if (!works || strcmp(got, cases[i].want) != 0 || s->conflict_count != cases[i].conflicts ||
            s->incident_count != 1) {
            print_error("%s\n  want %s, %zu conflicts\n  got  %s, %zu conflicts in %zu incidents\n", cases[i].name,
                        cases[i].want, cases[i].conflicts, got, s->conflict_count, s->incident_count);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

#endif

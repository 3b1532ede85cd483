#include "extract/speaker/cue.h"

/* A voice and its number behind another's word, the verb left out. */
typedef struct {
    uint32_t joint; /* the comma, semicolon or conjunction that parts the two */
    Range who;
    Range told; /* the number, with "dead" or the like */
} Gap;

/* "nine[ dead]", "nine[ people]": behind the number nothing but who they are or what became of them, up to the limit. */
static bool closes(const Sayings *all, uint32_t past, uint32_t limit)
{
    return past == limit ||
           (past + 1 == limit && (mention_begins(&all->a->mentions, past, analysis_class(all->a, "HARM_ADJ")) ||
                                  mention_begins(&all->a->mentions, past, analysis_class(all->a, "GENERIC_HUMAN"))));
}

/* Where the number begins that closes the unit; limit where none does. */
static uint32_t closing_number(const Sayings *all, uint32_t floor, uint32_t limit)
{
    enum { LONGEST = 6 }; /* "at least 20 dead" */
    uint16_t count = analysis_class(all->a, "COUNT");
    uint32_t found = limit;
    for (uint32_t i = limit; i > floor + 1 && limit - i < LONGEST; i--) {
        uint32_t m = mention_at(&all->a->mentions, i - 1, count);
        if (m != MENTION_NONE && closes(all, all->a->mentions.items[m].last, limit))
            found = i - 1;
    }
    return found;
}

/* "[the hospital] nine", "[residents] at nine", "[the health department] of nine": the phrase that ends before the number and opens behind a sign
 * or conjunction; empty where there is none. */
static Gap gap_before(const Sayings *all, uint32_t floor, uint32_t number)
{
    enum { LONGEST = 8 };
    const uint64_t joints = BIT(TAG_COMMA) | BIT(TAG_SEMI) | BIT(TAG_CONJ) | BIT(TAG_SUB);
    uint32_t end = number - (cue_tag(all, number - 1) == TAG_PREP);
    uint32_t first = end;
    while (first > floor && end - first < LONGEST &&
           (syntax_in_phrase(cue_tag(all, first - 1)) || (first < end && cue_tag(all, first - 1) == TAG_PREP)))
        first--;
    bool parted = first > floor + 1 && (BIT(cue_tag(all, first - 1)) & joints) != 0;
    if (!parted || cue_tag(all, first) == TAG_PREP ||
        cue_tag(all, end - 1) == TAG_POSS || /* "its dead at three and the rebels' at nine" */
        saying_holds(all, (Range){first, end}, "COUNT"))
        return (Gap){.who = {number, number}};
    uint32_t joint = first - 1;
    joint -= cue_tag(all, joint - 1) == TAG_COMMA || cue_tag(all, joint - 1) == TAG_SEMI;
    return (Gap){.joint = joint, .who = {first, end}};
}

/* Whether the saying is somebody's word that holds a number before the token. */
static bool tells_number(const Sayings *all, const Saying *saying, uint32_t before)
{
    bool tells = (saying_frames(all, saying->say, 'q') || saying_frames(all, saying->say, 'm') ||
                  str_equal(saying_attr(all, saying->say, all->act), STR("say")) ||
                  str_equal(saying_attr(all, saying->say, all->act), STR("report")));
    for (uint32_t k = 0; tells && k < saying->content_count && !range_is_empty(saying->source); k++) {
        Range told = saying->content[k];
        told.last = told.last < before ? told.last : before;
        if (told.first < told.last && saying_holds(all, told, "COUNT"))
            return true;
    }
    return false;
}

/* What the one before said ends where the other's word begins. */
static void cut_before(const Sayings *all, size_t first, uint32_t joint)
{
    for (size_t i = first; i < all->count; i++) {
        Saying *saying = &all->items[i];
        for (uint32_t k = 0; k < saying->content_count; k++) {
            if (saying->content[k].first < joint && joint < saying->content[k].last)
                saying->content[k].last = joint;
        }
    }
}

void cue_gap(Sayings *all, uint32_t unit_index, size_t first)
{
    Range unit = all->units[unit_index].tokens;
    uint32_t limit = unit.last;
    while (limit > unit.first && cue_tag(all, limit - 1) == TAG_STOP)
        limit--;
    uint32_t number = closing_number(all, unit.first, limit);
    if (number == limit || all->quotes.of[number])
        return;
    Gap gap = gap_before(all, unit.first, number);
    bool told = false;
    for (size_t i = first; i < all->count && !range_is_empty(gap.who); i++)
        told = told || (all->items[i].cue.last <= gap.joint && tells_number(all, &all->items[i], gap.joint));
    Saying saying = {.source = gap.who,
                     .cue = {number, number},
                     .content = {{number, limit}},
                     .content_count = 1,
                     .say = MENTION_NONE,
                     .unit = unit_index};
    if (!told || !cue_by_somebody(all, &saying))
        return;
    cut_before(all, first, gap.joint);
    saying_add(all, saying);
}

#include "assemble/figure/struck.h"

#include <string.h>

#include "assemble/basis/people.h"
#include "assemble/figure/toll.h"

/* Who may have died since: hit by a shot, or meant again by age and sex alone ("the boy was hurt") where nobody was told of
 * before as hurt. */
static bool is_struck(const Figure *figure)
{
    const Claim *claim = figure->claim;
    bool again = claim->again && claim->count_form == COUNT_DESCRIBED && !claim->alive && !claim->listed &&
                 (claim->subgroups != 0 || claim->somebody);
    return claim->outcome == OUTCOME_INJURED && (claim->struck || again);
}

/* Who hit others "before killing himself" is none of those who were hit. */
static bool is_killed(const Figure *figure)
{
    return figure->claim->outcome == OUTCOME_KILLED && !figure->claim->by_own_hand;
}

static bool is_numbered(const Figure *figure)
{
    return figure->claim->ordinal > 1 && figure->claim->outcome == OUTCOME_INJURED;
}

static bool is_hurt(const Figure *figure)
{
    return figure->claim->outcome == OUTCOME_INJURED && figure->claim->ordinal < 2;
}

typedef bool Pick(const Figure *figure);

/* "In the first 41 days of the year 24 have been shot": beside figures of the event. */
static bool is_of_weeks(const Told *told, size_t count)
{
    enum { WEEK_DAYS = 7 };
    return count > 1 && told->window_stated && window_days(told->window) > WEEK_DAYS;
}

/* The largest figure that the picked mentions come to, 0 where they give no number. */
static int64_t largest(Arena *arena, const Figure *figures, size_t count, Pick *pick)
{
    Figure *picked = ARENA_ARRAY(arena, Figure, count + 1);
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (pick(&figures[i]))
            picked[n++] = figures[i];
    ToldList told = {NULL, 0, 0};
    toll_find(arena, picked, n, CELL_ALL, false, &told);
    int64_t most = 0;
    for (size_t i = 0; i < told.count; i++)
        if (!told.items[i].too_wide && !is_of_weeks(&told.items[i], told.count))
            most = told.items[i].point > most ? told.items[i].point : most;
    return most;
}

/* "Three others were hit", "others, including three women": told beside who died. */
static bool is_beside_dead(const Figure *figure)
{
    const Claim *claim = figure->claim;
    return claim->additional || (claim->part_of >= 0 && figure->extraction->claims[claim->part_of].additional);
}

/* What a page comes to, before its mentions are settled one by one. */
typedef struct {
    const Figure *figures;
    size_t count;
    int64_t dead;
    int64_t hit;
    int64_t
        lived; /* told in one sentence with as many dead as the page tells of: "three dead, one wounded"; 0 where none are */
    int64_t beside; /* the dead and the hurt together, ordinals left out; 0 where nobody died */
} Page;

/* "At least 45 died, the ministry said; residents said 50 to 100 had been shot": of two accounts of which one is no plain number the rest
 * is anybody's guess. */
static bool is_of_other_account(const Page *page, const Figure *hurt)
{
    if (hurt->claim->count.low == hurt->claim->count.high || !hurt->claim->attribution)
        return false;
    for (size_t i = 0; i < page->count; i++) {
        const Claim *dead = page->figures[i].claim;
        if (is_killed(&page->figures[i]) && dead->attribution != NULL &&
            dead->attribution != hurt->claim->attribution && dead->count.low == page->dead &&
            dead->count.high != dead->count.low)
            return true;
    }
    return false;
}

/* "Five were hit. A sixth was fatally hit": told on top of as many as the count is of. */
static bool is_before_numbered_dead(const Page *page, const Claim *hurt)
{
    for (size_t i = 0; i < page->count; i++)
        if (is_killed(&page->figures[i]) && hurt->count.low > 1 &&
            page->figures[i].claim->ordinal == (uint64_t)hurt->count.low + 1)
            return true;
    return false;
}

/* "One has died and three others live ... three came to a clinic": as many as are told to live beside all who died. */
static bool are_those_who_lived(const Page *page, const Claim *hurt)
{
    return page->lived > 1 && hurt->count_form == COUNT_EXACT && hurt->count.low == page->lived;
}

static const Claim *less(Arena *arena, const Claim *claim, int64_t dead)
{
    Claim *rest = ARENA_NEW(arena, Claim);
    *rest = *claim;
    rest->count.low -= dead;
    if (rest->count.high != INTERVAL_OPEN)
        rest->count.high -= dead;
    return rest;
}

/* The claim with the dead taken off, or NULL where nobody is left. */
static const Claim *without_dead(Arena *arena, const Figure *figure, const Page *page)
{
    const Claim *claim = figure->claim;
    int64_t dead = page->dead;
    if (is_beside_dead(figure) || is_before_numbered_dead(page, claim) || are_those_who_lived(page, claim))
        return claim;
    if (claim->count.low <= dead || is_of_other_account(page, figure))
        return NULL;
    return less(arena, claim, dead);
}

/* Who lost their life: those told of as killed, and how many they are. */
typedef struct {
    const Figure *figures;
    size_t count;
    int64_t number;
} Dead;

/* One person died: whatever is told of them is told of that one, so who differs in anything of it is somebody else. */
static bool is_beside_lone_dead(const Figure *hurt, const Dead *dead)
{
    for (size_t i = 0; dead->number == 1 && i < dead->count; i++) {
        const Figure *one = &dead->figures[i];
        if (is_killed(one) && people_differ_in_kind(hurt, one))
            return true;
    }
    return false;
}

/* "His neighbour said that her son was shot": whose kin they are is told of who speaks, no other victim. */
static bool is_of_speaker(const Claim *hurt)
{
    const Attribution *told = hurt->attribution;
    return told && told->group.len == 0 && !span_is_empty(told->source) && span_holds(hurt->sentence, told->source) &&
           told->source.end <= hurt->victims.start;
}

/* "Juan Sol, 22, died. Another 22-year-old was hit": of the same age, and somebody else. */
static bool is_another(const Claim *hurt)
{
    return hurt->additional && !hurt->named;
}

/* "Three people were killed. A child was hit": the three are told of, and the article calls the child somebody new. */
static bool is_new_beside(const Figure *hurt, const Figure *dead)
{
    return dead->claim->count.low > 1 && dead->claim->count_form != COUNT_DESCRIBED && !hurt->claim->again &&
           !hurt->claim->named && dead->claim->evidence.end <= hurt->claim->evidence.start &&
           !people_same_sentence(hurt, dead);
}

/* Whether the victim told of as hurt may be one of those told of as killed: surely, by name or age; or, of somebody hit
 * by a shot, because nothing tells them apart. */
static bool is_of_dead(const Figure *hurt, const Dead *dead, bool surely)
{
    bool maybe = false;
    for (size_t i = 0; i < dead->count; i++) {
        const Figure *one = &dead->figures[i];
        if (is_killed(one) && !hurt->claim->struck && people_same_sentence(hurt, one))
            return false; /* "killing one and wounding the other" */
        if (!is_killed(one) || people_differ_in_kind(hurt, one) || is_new_beside(hurt, one))
            continue;
        if (people_surely_same(hurt, one) && !is_another(hurt->claim))
            return true;
        if (hurt->claim->alive || (hurt->claim->possessed && !one->claim->possessed && !is_of_speaker(hurt->claim)))
            continue; /* "her mother" is not she */
        bool beside = people_same_sentence(hurt, one) && !span_overlaps(hurt->claim->victims, one->claim->victims);
        bool next =
            one->claim->evidence.end <= hurt->claim->evidence.start && !hurt->claim->again && !one->claim->again;
        maybe = maybe || !(beside && (hurt->claim->listed || next)); /* "husband dead, daughter in hospital" */
    }
    return maybe && !surely && !people_are_further(hurt->claim) && !is_beside_lone_dead(hurt, dead);
}

static bool is_told_with_dead(const Figure *figures, size_t count, const Figure *hurt)
{
    for (size_t i = 0; i < count; i++)
        if (is_killed(&figures[i]) && people_same_sentence(&figures[i], hurt))
            return true;
    return false;
}

/* How many lived, by a sentence that tells of all of the dead beside them; 0 where none does, or two differ. */
static int64_t told_to_live(const Page *page)
{
    int64_t lived = 0;
    for (size_t i = 0; i < page->count; i++) {
        const Figure *dead = &page->figures[i];
        if (!is_killed(dead) || dead->claim->count.low != page->dead || dead->claim->count.high != page->dead)
            continue;
        for (size_t k = 0; k < page->count; k++) {
            const Claim *hurt = page->figures[k].claim;
            if (hurt->outcome != OUTCOME_INJURED || hurt->struck || hurt->count_form != COUNT_EXACT ||
                hurt->count.low != hurt->count.high || hurt->part_of >= 0 ||
                !people_same_sentence(dead, &page->figures[k]))
                continue;
            if (lived > 0 && lived != hurt->count.low)
                return 0;
            lived = hurt->count.low;
        }
    }
    return lived;
}

/* Takes the described victims who died off those who were hit, until only those are left who must have lived. */
static size_t drop_dead(Arena *arena, Figure *figures, size_t count, const Page *page)
{
    enum { MOST_TRIED = 24 };
    int64_t alive = page->hit - page->dead;
    size_t tried = 0;
    for (size_t i = count; i-- > 0 && tried < MOST_TRIED;) {
        Figure hurt = figures[i];
        if (!is_struck(&hurt) || hurt.claim->count_form != COUNT_DESCRIBED ||
            !is_of_dead(&hurt, &(Dead){figures, count, page->dead}, false))
            continue;
        tried++;
        memmove(figures + i, figures + i + 1, (count - i - 1) * sizeof *figures);
        if (largest(arena, figures, count - 1, is_struck) >= alive) {
            count--;
            continue;
        }
        memmove(figures + i + 1, figures + i, (count - i - 1) * sizeof *figures);
        figures[i] = hurt;
    }
    return count;
}

/* "One died and four others were hurt ... a fifth man was hit": the one and the four are five already. "One died, another was
 * hurt and a third was": he comes on top of the two. */
static const Claim *numbered_from(Arena *arena, const Claim *claim, int64_t told)
{
    bool next = told + 1 == (int64_t)claim->ordinal;
    if (told < (int64_t)claim->ordinal && !next)
        return claim; /* others are not told of: of which the one is, the number does not say */
    Claim *held = ARENA_NEW(arena, Claim);
    *held = *claim;
    held->ordinal = next ? claim->ordinal : 0;
    held->additional = held->additional || next;
    return held;
}

static bool has_any(const Figure *figures, size_t count, Pick *pick)
{
    for (size_t i = 0; i < count; i++)
        if (pick(&figures[i]))
            return true;
    return false;
}

/* "Four men were wounded ... three dead, one wounded": the four are those who died and the one who lived. */
static bool holds_dead(const Page *page, const Figure *figure)
{
    const Claim *claim = figure->claim;
    return claim->outcome == OUTCOME_INJURED && page->lived > 0 && !is_beside_dead(figure) && claim->part_of < 0 &&
           claim->count_form == COUNT_EXACT && claim->count.low == page->lived + page->dead &&
           !is_told_with_dead(page->figures, page->count, figure);
}

/* In the same sentence, or the last count of the hurt before it: "nine were hurt. ... Two of the wounded died later". */
static bool is_hurt_before(const Extraction *x, const Claim *hurt, const Claim *dead)
{
    if (dead->sentence.start == hurt->sentence.start)
        return true;
    for (const Claim *between = hurt + 1; between < x->claims + x->claim_count; between++)
        if (between->kind == KIND_CASUALTY && between->outcome == OUTCOME_INJURED && between->part_of < 0 &&
            !between->background && between->victims.start < dead->victims.start)
            return false;
    return true;
}

/* The hurt without those of them who, as the text goes on, "died later": of "nine were hurt, two of whom died" seven are left. */
static const Claim *without_died_since(Arena *arena, const Page *page, const Figure *figure)
{
    const Claim *hurt = figure->claim;
    const Extraction *x = figure->extraction;
    bool own = hurt >= x->claims && hurt < x->claims + x->claim_count;
    if (!own || hurt->outcome != OUTCOME_INJURED || hurt->count_form != COUNT_EXACT || hurt->part_of >= 0)
        return hurt;
    for (size_t i = 0; i < page->count; i++) {
        const Claim *dead = page->figures[i].claim;
        if (page->figures[i].extraction != x || !is_killed(&page->figures[i]) || !dead->of_the_hurt ||
            dead->victims.start < hurt->victims.end || dead->count.low >= hurt->count.low ||
            !is_hurt_before(x, hurt, dead))
            continue;
        return less(arena, hurt, dead->count.low);
    }
    return hurt;
}

/* Whether the mention stands, changed where some of those whom it tells of died. */
static bool settle(Arena *arena, const Page *page, Figure *figure)
{
    Dead dead = {page->figures, page->count, page->dead};
    bool described = figure->claim->count_form == COUNT_DESCRIBED;
    if (described && figure->claim->outcome == OUTCOME_INJURED && is_of_dead(figure, &dead, true))
        return false;
    if (is_numbered(figure) && page->beside > page->dead)
        figure->claim = numbered_from(arena, figure->claim, page->beside);
    if (!(is_struck(figure) || holds_dead(page, figure)) || page->dead == 0) {
        figure->claim = without_died_since(arena, page, figure);
        return true;
    }
    if (!described) {
        figure->claim = without_dead(arena, figure, page);
        return figure->claim != NULL;
    }
    return page->hit > page->dead || people_are_further(figure->claim) || !is_of_dead(figure, &dead, false);
}

/* A third victim or person who died, of no class or sex of their own ("a third pupil" is the third of the pupils). */
static bool is_numbered_dead(const Figure *figure)
{
    const Claim *claim = figure->claim;
    return is_killed(figure) && claim->ordinal > 1 && claim->count_form == COUNT_DESCRIBED &&
           claim->victim_class == CLASS_UNKNOWN && claim->subgroups == 0;
}

static bool is_any_hurt(const Figure *figure)
{
    return figure->claim->outcome == OUTCOME_INJURED;
}

/* "A third victim of the shooting has died": three are dead, where the report tells of nobody hurt among whom the victim could be the
 * third, and of fewer dead. */
static void count_numbered(Arena *arena, const Figure *figures, size_t count, Figure *out, size_t settled)
{
    if (!has_any(figures, count, is_numbered_dead) || has_any(figures, count, is_any_hurt))
        return;
    int64_t dead = largest(arena, figures, count, is_killed);
    for (size_t i = 0; i < settled; i++) {
        int64_t nth = (int64_t)out[i].claim->ordinal;
        if (!is_numbered_dead(&out[i]) || nth <= dead)
            continue;
        Claim *toll = ARENA_NEW(arena, Claim);
        *toll = *out[i].claim;
        toll->count = (Interval){nth, nth};
        toll->count_form = COUNT_EXACT;
        toll->total = true;
        toll->ordinal = 0;
        out[i].claim = toll;
    }
}

size_t struck_settle(Arena *arena, const Figure *figures, size_t count, Figure *out)
{
    bool numbered = has_any(figures, count, is_numbered);
    Page page = {figures, count, 0, 0, 0, 0};
    if (has_any(figures, count, is_any_hurt))
        page.dead = largest(arena, figures, count, is_killed);
    if (page.dead > 0) {
        page.hit = largest(arena, figures, count, is_struck);
        page.lived = told_to_live(&page);
        page.beside = numbered ? page.dead + largest(arena, figures, count, is_hurt) : 0;
    }
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        out[n] = figures[i];
        n += settle(arena, &page, &out[n]);
    }
    count_numbered(arena, figures, count, out, n);
    return page.dead > 0 ? drop_dead(arena, out, n, &page) : n;
}

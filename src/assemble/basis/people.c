#include "assemble/basis/people.h"

#include "extract/event/event_type.h"

static const unsigned ROLES = SUBGROUP_MEDICS | SUBGROUP_JOURNALISTS | SUBGROUP_AID_WORKERS | SUBGROUP_POLICE |
                              SUBGROUP_SOLDIERS | SUBGROUP_ATTACKERS;

static bool share_one(const uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count)
{
    for (size_t i = 0; i < a_count; i++)
        for (size_t k = 0; k < b_count; k++)
            if (a[i] == b[k])
                return true;
    return false;
}

/* Every capitalised word of the one stands in the other: "Perez", "Juan Perez". */
static bool holds_name(const Marks *all, const Marks *part)
{
    for (size_t i = 0; i < part->name_count; i++)
        if (!share_one(&part->names[i], 1, all->names, all->name_count))
            return false;
    return true;
}

/* "Ana Sol Paz" and "Rosa Sol Paz": in full, and called by another name of their own. Of a name of two words the first may be what
 * the other leaves out ("Ana Sol Paz" and "Sol Paz"). */
static bool are_of_one_family(const Marks *x, const Marks *y)
{
    enum { SHORT = 2, FULL = 3 };
    if (x->full_name < SHORT || y->full_name < SHORT || marks_sound_alike(&x->given, &y->given))
        return false;
    bool full = x->full_name >= FULL && y->full_name >= FULL;
    return full ||
           (!share_one(&x->called, 1, y->names, y->name_count) && !share_one(&y->called, 1, x->names, x->name_count));
}

/* Both named in full, or both with an age, and nothing shared; of one family, with ages of their own. */
static bool names_differ(const Figure *a, const Figure *b)
{
    const Marks *x = a->marks;
    const Marks *y = b->marks;
    bool named = a->claim->named && b->claim->named;
    bool ages = x->number_count > 0 && y->number_count > 0;
    bool ages_differ = ages && !share_one(x->numbers, x->number_count, y->numbers, y->number_count);
    if (share_one(x->names, x->name_count, y->names, y->name_count))
        return named && (ages_differ || are_of_one_family(x, y)) && !holds_name(x, y) && !holds_name(y, x);
    return ages_differ || (named && x->name_count >= 2 && y->name_count >= 2);
}

static bool is_known_class(VictimClass c)
{
    return c == CLASS_CIVILIAN || c == CLASS_SECURITY || c == CLASS_MILITANT;
}

unsigned people_classes(const Figure *figure)
{
    const Extraction *x = figure->extraction;
    const Claim *whole = figure->claim;
    unsigned classes = 1U << whole->victim_class;
    for (size_t i = 0; is_known_class(whole->victim_class) && i < x->claim_count; i++) {
        const Claim *part = &x->claims[i];
        if (part->part_of >= 0 && x->claims + part->part_of == whole && is_known_class(part->victim_class) &&
            part->count.low < whole->count.low) /* of one person an officer is no part */
            classes |= 1U << part->victim_class;
    }
    return classes;
}

/* Two towns of one country: of two countries one is mostly a victim's name or home ("Hajja Ana", "of a family from Farah"). */
static bool places_differ(const PlaceMention *a, const PlaceMention *b)
{
    return a && b && str_equal(a->place.country, b->place.country) && a->place.precision == PRECISION_EXACT &&
           b->place.precision == PRECISION_EXACT && a->place.id.len > 0 && b->place.id.len > 0 &&
           !str_equal(a->place.id, b->place.id);
}

/* "ISLAMABAD (Agency) - Rains killed 434 people": the dateline's town alone is not said to have had them, and more people than others may be all. */
static bool may_be_all(const Figure *a, const Figure *b)
{
    const Extraction *x = a->extraction;
    return str_present(x->dateline_place) && a->claim->count.low >= b->claim->count.low &&
           str_equal(span_text(x->document->text, a->claim->place->span), x->dateline_place);
}

/* Counts told of two towns are of different people. One victim's town is as often where they came from, and the same
 * number told elsewhere is the same people. Villages need not be on the map where the sentence shares out. */
static bool are_apart(const Figure *a, const Figure *b)
{
    if (a->claim->shared_out && b->claim->shared_out && people_same_sentence(a, b))
        return true;
    if (a->claim->blow > 0 && b->claim->blow > 0 && a->document == b->document)
        return a->claim->blow != b->claim->blow;
    if (interval_equal(a->claim->count, b->claim->count) && !people_same_sentence(a, b))
        return false;
    return a->claim->count_form != COUNT_DESCRIBED && b->claim->count_form != COUNT_DESCRIBED &&
           claim_names_place(a->claim) && claim_names_place(b->claim) &&
           places_differ(a->claim->place, b->claim->place) && !may_be_all(a, b) && !may_be_all(b, a);
}

bool people_are_generic(const Claim *claim, VictimClass of_class)
{
    return !claim->listed && claim->blow == 0 && people_fill_class(claim, of_class); /* one blow's are not all */
}

bool people_fill_class(const Claim *claim, VictimClass of_class)
{
    if (claim->count_form == COUNT_DESCRIBED || claim->part_of >= 0)
        return false;
    bool class_fits =
        claim->victim_class == of_class || (of_class == CLASS_UNKNOWN && claim->victim_class == CLASS_MIXED);
    unsigned sorts = ROLES | SUBGROUP_WOMEN | SUBGROUP_CHILDREN | SUBGROUP_MEN | SUBGROUP_ELDERLY;
    unsigned told = claim_groups(claim) & sorts;
    bool several = (told & (told - 1)) != 0; /* "11 women and children" */
    return class_fits && (told == 0 || several);
}

size_t people_sentence(const Figure *figure)
{
    const Span *sentences = figure->extraction->sentences;
    size_t low = 0;
    size_t high = figure->extraction->sentence_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sentences[middle].start < figure->claim->sentence.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool people_differ(const Figure *a, const Figure *b)
{
    return are_apart(a, b) || people_differ_in_kind(a, b);
}

bool people_surely_same(const Figure *a, const Figure *b)
{
    if (a->claim->count_form != COUNT_DESCRIBED || b->claim->count_form != COUNT_DESCRIBED ||
        people_differ_in_kind(a, b))
        return false;
    const Marks *x = a->marks;
    const Marks *y = b->marks;
    bool named = a->claim->named && b->claim->named;
    bool one_name = holds_name(x, y) || holds_name(y, x) || marks_sound_alike(&x->given, &y->given);
    return (named && one_name && share_one(x->names, x->name_count, y->names, y->name_count)) ||
           share_one(x->numbers, x->number_count, y->numbers, y->number_count);
}

/* "A suspect was shot dead ... Juan Sol, 17, was shot dead by a guard": a name, or "the man", may be the suspect's. */
static bool may_be_attacker(const Figure *a, const Figure *b)
{
    const Claim *x = a->claim;
    const Claim *y = b->claim;
    bool told = (x->named || x->again) && x->victim_class != CLASS_SECURITY;
    return told && x->count_form == COUNT_DESCRIBED && y->count_form == COUNT_DESCRIBED &&
           (y->subgroups & SUBGROUP_ATTACKERS) && !people_same_sentence(a, b) && !people_are_further(x) &&
           !people_are_further(y) && !x->possessed;
}

bool people_differ_in_kind(const Figure *a, const Figure *b)
{
    const Claim *x = a->claim;
    const Claim *y = b->claim;
    if (is_known_class(x->victim_class) && is_known_class(y->victim_class) && x->victim_class != y->victim_class)
        return true;
    unsigned left = may_be_attacker(a, b) || may_be_attacker(b, a) ? SUBGROUP_ATTACKERS : 0;
    if (subgroups_conflict(x->subgroups & ~left, y->subgroups & ~left) ||
        (x->ordinal && y->ordinal && x->ordinal != y->ordinal) || (x->sex && y->sex && x->sex != y->sex))
        return true;
    return x->count_form == COUNT_DESCRIBED && y->count_form == COUNT_DESCRIBED && names_differ(a, b);
}

bool people_tell_of_blast(const Extraction *x)
{
    for (size_t i = 0; i < x->claim_count; i++)
        if (x->claims[i].kind == KIND_ATTACK && event_family(x->claims[i].type) == FAMILY_BLAST)
            return true;
    return false;
}

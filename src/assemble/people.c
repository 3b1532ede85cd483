#include "assemble/people.h"

#include "base/hash.h"

enum { MAX_MARKS = 8, MAX_SOUND = 16 };

/* A word without its vowels and doubled letters: "Yusuf", "Youssef" and "Yousef" are one name, which reports bring out of
 * another script each in its own way. */
typedef struct {
    char letters[MAX_SOUND];
    size_t count;
} Sound;

/* What tells one described victim from another: ages and capitalised words. */
typedef struct {
    uint64_t names[MAX_MARKS];
    size_t name_count;
    uint64_t numbers[MAX_MARKS];
    size_t number_count;
    Sound given;      /* of the first word of the longest name */
    size_t full_name; /* how many words that name has */
} Marks;

static const unsigned ROLES = SUBGROUP_MEDICS | SUBGROUP_JOURNALISTS | SUBGROUP_AID_WORKERS | SUBGROUP_POLICE |
                              SUBGROUP_SOLDIERS | SUBGROUP_ATTACKERS;

static bool is_word_byte(char c)
{
    return char_is_letter(c) || char_is_digit(c) || (unsigned char)c >= 0x80;
}

/* "In his 20s" says of nobody's age that it is another than 25. */
static bool is_decade(Str word)
{
    return !char_is_digit(word.ptr[word.len - 1]);
}

static void mark_word(Marks *marks, Str word)
{
    bool number = char_is_digit(word.ptr[0]);
    if (number && !is_decade(word) && marks->number_count < MAX_MARKS)
        marks->numbers[marks->number_count++] = hash_of(word);
    else if (char_is_upper(word.ptr[0]) && word.len > 1 && marks->name_count < MAX_MARKS)
        marks->names[marks->name_count++] = hash_of(word);
}

/* "Mr.", "Sgt.": a short word cut off by a full stop is a title, as an initial is no name either. */
static bool is_cut_short(Str text, size_t start, size_t end)
{
    enum { LONGEST = 4 };
    return end - start <= LONGEST && end + 1 < text.len && text.ptr[end] == '.';
}

/* "Al-Sol", "El-Sol": an article is no name that two people could share. */
static bool is_article(Str text, size_t start, size_t end)
{
    enum { LONGEST = 2 };
    return char_is_letter(text.ptr[start]) && end - start <= LONGEST && end < text.len && text.ptr[end] == '-';
}

static Sound sound_of(Str word)
{
    Sound sound = {.count = 0};
    for (size_t i = 0; i < word.len && sound.count < MAX_SOUND; i++) {
        char c = char_lower(word.ptr[i]);
        bool vowel = str_find_char(STR("aeiouy"), c, 0) < SIZE_MAX && !(c == 'y' && i == 0);
        if (!vowel && (sound.count == 0 || sound.letters[sound.count - 1] != c))
            sound.letters[sound.count++] = c;
    }
    return sound;
}

/* The one begins as the other does: "Abdul Rahman" and "Abdulrahman". */
static bool sound_alike(const Sound *x, const Sound *y)
{
    size_t common = x->count < y->count ? x->count : y->count;
    return memcmp(x->letters, y->letters, common) == 0;
}

/* The words of a name follow one another: a new one begins behind a sign. */
typedef struct {
    Sound given;
    size_t words;
} Name;

static void add_to_name(Name *name, Marks *marks, Str word)
{
    if (name->words++ == 0)
        name->given = sound_of(word);
    if (name->words > marks->full_name) {
        marks->full_name = name->words;
        marks->given = name->given;
    }
}

static Marks marks_of(const Figure *figure)
{
    Marks marks = {.name_count = 0};
    Name name = {0};
    Str text = span_text(figure->extraction->document->text, figure->claim->victims);
    size_t i = 0;
    while (i < text.len) {
        size_t start = i;
        while (i < text.len && is_word_byte(text.ptr[i]))
            i++;
        if (i == start) {
            if (text.ptr[i] == ',' || text.ptr[i] == '(')
                name.words = 0;
            i++;
        } else if (!is_cut_short(text, start, i) && !is_article(text, start, i)) {
            Str word = str_slice(text, start, i);
            mark_word(&marks, word);
            if (char_is_upper(word.ptr[0]))
                add_to_name(&name, &marks, word);
            else if (word.len > 3)
                name.words = 0;
        }
    }
    return marks;
}

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

/* "Ana Sol Paz" and "Rosa Sol Paz": in full, and called by another name of their own. */
static bool are_of_one_family(const Marks *x, const Marks *y)
{
    enum { FULL = 3 };
    return x->full_name >= FULL && y->full_name >= FULL && !sound_alike(&x->given, &y->given);
}

/* Both named in full, or both with an age, and nothing shared; of one family, with ages of their own. */
static bool names_differ(const Figure *a, const Figure *b)
{
    Marks x = marks_of(a);
    Marks y = marks_of(b);
    bool named = a->claim->named && b->claim->named;
    bool ages = x.number_count > 0 && y.number_count > 0;
    bool ages_differ = ages && !share_one(x.numbers, x.number_count, y.numbers, y.number_count);
    if (share_one(x.names, x.name_count, y.names, y.name_count))
        return named && (ages_differ || are_of_one_family(&x, &y)) && !holds_name(&x, &y) && !holds_name(&y, &x);
    return ages_differ || (named && x.name_count >= 2 && y.name_count >= 2);
}

static bool is_known_class(VictimClass c)
{
    return c == CLASS_CIVILIAN || c == CLASS_SECURITY || c == CLASS_MILITANT;
}

static bool places_differ(const PlaceMention *a, const PlaceMention *b)
{
    return a && b && a->place.precision == PRECISION_EXACT && b->place.precision == PRECISION_EXACT &&
           a->place.id.len > 0 && b->place.id.len > 0 && !str_equal(a->place.id, b->place.id);
}

static bool tells_place(const Claim *claim)
{
    return claim->place && span_holds(claim->sentence, claim->place->span);
}

/* Counts told of two towns are of different people. One victim's town is as often where they came from, and the same
 * number told elsewhere is the same people. Villages need not be on the map where the sentence shares out. */
static bool are_apart(const Figure *a, const Figure *b)
{
    if (a->claim->shared_out && b->claim->shared_out && people_same_sentence(a, b))
        return true;
    if (interval_equal(a->claim->count, b->claim->count) && !people_same_sentence(a, b))
        return false;
    return a->claim->count_form != COUNT_DESCRIBED && b->claim->count_form != COUNT_DESCRIBED &&
           tells_place(a->claim) && tells_place(b->claim) && places_differ(a->claim->place, b->claim->place);
}

bool people_are_generic(const Claim *claim, VictimClass of_class)
{
    return !claim->listed && people_fill_class(claim, of_class);
}

bool people_fill_class(const Claim *claim, VictimClass of_class)
{
    if (claim->count_form == COUNT_DESCRIBED || claim->part_of >= 0)
        return false;
    if (claim->total)
        return true;
    bool class_fits =
        claim->victim_class == of_class || (of_class == CLASS_UNKNOWN && claim->victim_class == CLASS_MIXED);
    unsigned sorts = ROLES | SUBGROUP_WOMEN | SUBGROUP_CHILDREN | SUBGROUP_MEN | SUBGROUP_ELDERLY;
    unsigned told = claim->subgroups & ~claim->among & sorts;
    bool several = (told & (told - 1)) != 0; /* "11 women and children" */
    return class_fits && (told == 0 || several);
}

bool people_same_sentence(const Figure *a, const Figure *b)
{
    return a->document == b->document && a->claim->sentence.start == b->claim->sentence.start &&
           !span_is_empty(a->claim->sentence);
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
    Marks x = marks_of(a);
    Marks y = marks_of(b);
    bool named = a->claim->named && b->claim->named;
    bool one_name = holds_name(&x, &y) || holds_name(&y, &x) || sound_alike(&x.given, &y.given);
    return (named && one_name && share_one(x.names, x.name_count, y.names, y.name_count)) ||
           share_one(x.numbers, x.number_count, y.numbers, y.number_count);
}

/* "A suspect was shot dead ... Juan Sol, 17, was shot dead by a guard": a name, or "the man", may be the suspect's. */
static bool may_be_attacker(const Figure *a, const Figure *b)
{
    const Claim *x = a->claim;
    const Claim *y = b->claim;
    bool told = x->named || x->again;
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
        (x->ordinal && y->ordinal && x->ordinal != y->ordinal))
        return true;
    return x->count_form == COUNT_DESCRIBED && y->count_form == COUNT_DESCRIBED && names_differ(a, b);
}

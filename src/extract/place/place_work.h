/*
 * place_work — what the stages of place.c share: names found in the text (spots), each distinct name
 * with its candidates (senses). Private to place*.c.
 *
 *     place_spot.c    which words are a name, and how sure (evidence)
 *     place_sense.c   which place a name means, one sense a document
 *     place_contain.c which places may lie in which others
 *     place_told.c    where the text as a whole says that a place lies which no map has
 *     place_distance.c  towns that only say how far off something lies
 *     place_dateline.c  the town that the report was written in, where its shape alone does not tell
 *     place_abroad.c  which of those lie too far off to be meant
 *     place.c         the stage: runs both, writes mentions
 */
#ifndef DAYBOOK_EXTRACT_PLACE_WORK_H
#define DAYBOOK_EXTRACT_PLACE_WORK_H

#include "base/buf.h"
#include "extract/analysis/analysis.h"

enum { PLACE_NO_HINT = -1, PLACE_NO_SPOT = -1, PLACE_SENSES_MAX = 64 };

/* What a cue says of the kind of place: "province of", "city", "street". */
typedef enum {
    HINT_NONE,
    HINT_ANY,
    HINT_COUNTRY,
    HINT_ADMIN1,
    HINT_ADMIN2,
    HINT_TOWN,
    HINT_SUBURB,
    HINT_REGION,
    HINT_SITE,
    HINT_DIVISION, /* the largest division of that name: "southern Gaza" */
} PlaceHint;

/* Where a place lies, quick to compare. */
typedef struct {
    uint32_t country;  /* numbers in the document; 0: not told */
    uint32_t division; /* of its country */
} PlaceRegion;

/* A distinct name and the places that bear it. */
typedef struct {
    uint64_t hash;
    const Candidate *candidates;
    double *scores;       /* by candidate */
    double *priors;       /* by candidate: its score by size and kind alone */
    double *weights;      /* by candidate: how likely, they add up to 1 */
    PlaceRegion *regions; /* place_sense.c: by candidate */
    size_t count;
    size_t best;
    uint32_t mentions;
    double evidence; /* of its surest spot */
    bool person;     /* a person of the text is called so */
    bool stands;     /* some spot of it is taken for a place */
    double worth;    /* place_sense.c: how much it counts among the text's names */
    uint32_t *heavy; /* place_sense.c: candidates likely enough to count, in order */
    size_t heavy_count;
    uint32_t *told; /* place_sense.c: spots that say something of its kind or of where it lies */
    size_t told_count;
    size_t told_cap;
} PlaceName;

typedef struct {
    uint32_t first; /* tokens */
    uint32_t last;
    int name;      /* index in names, PLACE_NO_SPOT for a site that no gazetteer has */
    int container; /* the spot that says where it lies: "Springfield, Ohio" */
    PlaceHint hint;
    double evidence; /* above PLACE_SURE it is a place */
    int told_in; /* the division that the text says it lies in, if no place of its name does; 0: none, else the spot + 1 */
    bool local;  /* lies in its container by the text's word, if no sense of it does */
    bool holds;  /* another spot's container */
    bool near;   /* "near", "outskirts of" */
    bool people; /* named by its people: "Pakistani" */
    bool far;    /* only says how far off something lies */
} PlaceSpot;

/* Numbers of the classes that are asked for at every token. */
typedef struct {
    uint16_t before, after, near, of, link, list, in, head, civic, part, area, org, title, acts, kin, determiner, side,
        first_name, demonym, word, rank, party, outlet, craft, vocabulary, time;
} PlaceClasses;

typedef struct {
    Analysis *a;
    GazetteerSearch *search;
    PlaceClasses cls;
    PlaceSpot *spots;
    size_t spot_count;
    size_t spot_cap;
    PlaceName *names;
    size_t name_count;
    size_t name_cap;
    uint64_t *surnames; /* hashes of words of persons' names, in order of sight */
    size_t surname_count;
    size_t surname_cap;
    uint32_t *
        villages; /* mentions of places that no map has, told as villages, districts or in no way: no streets or sites */
    size_t village_count;
    size_t village_cap;
    int *spot_of; /* by token: the spot that covers it, PLACE_NO_SPOT */
} PlaceWork;

static const double PLACE_SURE = 1.0;

/* Finds spots and weighs them. */
void place_spots(PlaceWork *w);

/* Sites and places that the gazetteer lacks: spots without a name. */
void place_sites(PlaceWork *w);

/* Whether the words right before tokens [first, last) say that what they name was struck, "shells fell on", and those behind
 * do not say that it is somebody. */
bool place_is_struck(const PlaceWork *w, uint32_t first, uint32_t last);

/* Weighs all spots. */
void place_weigh(PlaceWork *w);

/* Scores the senses of every name. */
void place_senses(PlaceWork *w);

/* Names of towns in lands that the text does not speak of become places that no map has (place_abroad.c). */
void place_refuse_abroad(PlaceWork *w);

/* A town by one of its senses, and by none a country or a division. */
bool place_is_settlement(const PlaceName *name);

/* Whether a container may hold the place; both with points or divisions to tell by. */
bool place_contains(const Candidate *container, const Candidate *inner);

/* What part of a division's people live in the town; 0 if it lies elsewhere. */
double place_city_share(const Candidate *town, const Candidate *division);

/* The first-order division with most people that bears the name; NULL if none does. */
const Candidate *place_largest_division(const PlaceName *name);

/* The largest town of the division that bears the name too; NULL if none does. */
const Candidate *place_namesake_town(const PlaceName *name, const Candidate *division);

/* Whether some place of the one name may hold some place of the other. */
bool place_can_hold(const PlaceName *outer, const PlaceName *inner);

/* Notes the dateline's place of a text whose shape told none; order: all spots, in text order (place_dateline.c). */
void place_note_dateline(PlaceWork *w, PlaceSpot *const *order);

/* "58 miles south of [Mogadishu]": nothing happened there; after place_senses. */
bool place_is_far_off(const PlaceWork *w, const PlaceSpot *spot);

/* The country that the text names up to the end of the sentence, if it is one only; else NULL (place_told.c). */
const Candidate *place_country_told(const PlaceWork *w, uint32_t sentence);

/* Gives mentions that no map has and of which their own words do not say where they lie what the text says: what another mention
 * of the name says, else its only division, else its only country. */
void place_settle_unknown(PlaceWork *w);

/* The sense of a spot: its name's, unless its own container asks for another. PLACE_SENSES_MAX if none. */
size_t place_sense(const PlaceWork *w, const PlaceSpot *spot);

/* The spot's words are another name of a lesser town, unlike its own: "The City". They may be anything else as well. */
bool place_byname(const PlaceWork *w, const PlaceSpot *spot, const Candidate *c);

PlaceSpot *place_add_spot(PlaceWork *w, PlaceSpot spot);
uint64_t place_fold_hash(const PlaceWork *w, uint32_t first, uint32_t last);
bool place_surname(const PlaceWork *w, uint64_t hash);

/* place_token.c: questions about tokens; indices beyond the end are let pass. */
static inline uint16_t place_flags(const PlaceWork *w, uint32_t i)
{
    return i < w->a->tokens.count ? w->a->tokens.tokens[i].flags : TOKEN_PUNCT;
}

static inline bool place_has(const PlaceWork *w, uint32_t i, uint16_t flags) /* one of them */
{
    return (place_flags(w, i) & flags) != 0;
}

static inline Str place_text(const PlaceWork *w, uint32_t i)
{
    return i < w->a->tokens.count ? span_text(w->a->tokens.text, w->a->tokens.tokens[i].span) : STR("");
}

static inline bool place_sign(const PlaceWork *w, uint32_t i, char sign)
{
    Str text = place_text(w, i);
    return text.len == 1 && text.ptr[0] == sign;
}

/* Both stand in one sentence. */
static inline bool place_together(const PlaceWork *w, uint32_t i, uint32_t j)
{
    return i < w->a->tokens.count && j < w->a->tokens.count &&
           w->a->tokens.tokens[i].sentence == w->a->tokens.tokens[j].sentence;
}

/* Capitalised, in a text that is not all capitals. */
static inline bool place_name_word(const PlaceWork *w, uint32_t i)
{
    return (place_flags(w, i) & (TOKEN_CAPITAL | TOKEN_WORD | TOKEN_SHOUTED)) == (TOKEN_CAPITAL | TOKEN_WORD);
}

/* A word of a person's name: where all is in capitals, a first name or a word that the language does not know. */
static inline bool place_person_word(const PlaceWork *w, uint32_t i)
{
    return i < w->a->tokens.count && analysis_is_name(w->a, i);
}
bool place_article(const PlaceWork *w, uint32_t i); /* "al-": a short word that a hyphen follows right behind */
bool place_initial(const PlaceWork *w, uint32_t i);
bool place_titled(const PlaceWork *w, uint32_t i); /* a person's title ends with the token */
bool place_age(const PlaceWork *w, uint32_t i);    /* ", 19," begins at the token */
bool place_body(const PlaceWork *w, uint32_t i);   /* not boilerplate */
bool place_plain(const PlaceWork *w, uint32_t i);  /* a common word at a sentence's start */
PlaceHint place_hint(Str value);

/* A mention of the class begins at the token / ends right before it; NULL if none. Not of bare classes. */
static inline const Mention *place_cue(const PlaceWork *w, uint32_t token, uint16_t cls)
{
    uint32_t m = cls == 0 ? MENTION_NONE : mention_at(&w->a->mentions, token, cls);
    return m == MENTION_NONE ? NULL : &w->a->mentions.items[m];
}

/* Whether a phrase of the class, which may be bare (language.c), begins at the token; whether a word of a bare class of
 * single words stands right before it. */
static inline bool place_begins(const PlaceWork *w, uint32_t token, uint16_t cls)
{
    return mention_begins(&w->a->mentions, token, cls);
}

static inline bool place_ends(const PlaceWork *w, uint32_t token, uint16_t cls)
{
    return token > 0 && place_together(w, token - 1, token) && place_begins(w, token - 1, cls);
}

const Mention *place_cue_before(const PlaceWork *w, uint32_t token, uint16_t cls);

#endif

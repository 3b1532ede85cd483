#include "extract/layout/genre.h"

enum {
    WORDS_MAX = 32,  /* different ones that are told apart */
    FICTION_OWN = 2, /* so many different ones that hardly stand elsewhere */
    FICTION_ALL = 4, /* and so many of any kind */
    STUDY_ALL = 4,
    SPORT_ALL = 4,
    DRILL_ALL = 3,
    OBITUARY_ALL = 3,
    SENTENCES_PART = 3, /* one in so many sentences has some */
    SENTENCES_DRILL = 4,
};

/* The different words of a kind, and in how many sentences they stand. */
typedef struct {
    Str words[WORDS_MAX];
    size_t count;
    size_t sentences;
    uint32_t last; /* the sentence after that which was counted last */
} Genre;

static void add(Genre *genre, Str word, uint32_t sentence)
{
    bool known = false;
    for (size_t i = 0; i < genre->count && !known; i++)
        known = str_equal(genre->words[i], word);
    if (!known && genre->count < WORDS_MAX)
        genre->words[genre->count++] = word;
    if (genre->last != sentence + 1) {
        genre->sentences++;
        genre->last = sentence + 1;
    }
}

/* Authorities, rescuers or a side speak: what they are told to say is news. */
static bool officials_speak(const Analysis *a)
{
    for (size_t i = 0; i < a->attribution_count; i++) {
        Party party = a->attributions[i].party;
        if (party == PARTY_GOVERNMENT || party == PARTY_ARMED_GROUP || party == PARTY_MEDICAL || party == PARTY_AID)
            return true;
    }
    return false;
}

/* The words of the kind. */
static Genre words_of(const Analysis *a, const char *value)
{
    uint16_t cls = analysis_class(a, "NO_HARM");
    Genre genre = {0};
    for (uint32_t i = mention_first(&a->mentions, cls); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        const Mention *m = &a->mentions.items[i];
        if (str_is(analysis_value(a, m), value))
            add(&genre, analysis_text(a, m), analysis_sentence(a, m->first));
    }
    return genre;
}

/* Whether one in so many sentences has words of the kind, and so many different ones in all. */
static bool speaks_so(const Analysis *a, const Genre *genre, size_t words, size_t sentences)
{
    return genre->count >= words && genre->sentences >= (a->tokens.sentence_count + sentences - 1) / sentences;
}

/* What happens in a film, a series, a novel or a game: by words that hardly stand elsewhere and others. */
static bool is_fiction(const Analysis *a)
{
    Genre own = words_of(a, "fiction");
    Genre screen = words_of(a, "screen");
    screen.count += own.count;
    screen.sentences += own.sentences;
    return own.count >= FICTION_OWN && speaks_so(a, &screen, FICTION_ALL, SENTENCES_PART);
}

bool genre_is_no_report(const Analysis *a)
{
    uint16_t cls = analysis_class(a, "NO_HARM");
    if (cls == 0 || !mention_may_be(&a->mentions, cls))
        return false;
    Genre study = words_of(a, "study");
    Genre sport = words_of(a, "sport");
    Genre drill = words_of(a, "drill");
    if (speaks_so(a, &drill, DRILL_ALL, SENTENCES_DRILL))
        return true; /* who held it speaks of it */
    bool no_report = is_fiction(a) || speaks_so(a, &study, STUDY_ALL, SENTENCES_PART) ||
                     speaks_so(a, &sport, SPORT_ALL, SENTENCES_PART);
    return no_report && !officials_speak(a);
}

/* Whether it speaks of what people die of but for age and illness: deeds, crashes, fires. */
static bool speaks_of_harm(const Analysis *a)
{
    static const char *const HARM[] = {"EVENT_NOUN", "EVENT_PLURAL", "EVENT_PAST", "HARM_PP", "HARM_ACT"};
    for (size_t i = 0; i < sizeof HARM / sizeof *HARM; i++)
        if (mention_may_be(&a->mentions, analysis_class(a, HARM[i])))
            return true;
    uint16_t other = analysis_class(a, "EVENT_OTHER");
    for (uint32_t i = mention_first(&a->mentions, other); i != MENTION_NONE; i = mention_after(&a->mentions, i))
        if (!str_equal(analysis_value(a, &a->mentions.items[i]), STR("death")))
            return true;
    return false;
}

bool genre_is_obituary(const Analysis *a)
{
    uint16_t cls = analysis_class(a, "NO_HARM");
    if (cls == 0 || !mention_may_be(&a->mentions, cls) || speaks_of_harm(a))
        return false;
    Genre words = words_of(a, "obituary");
    return speaks_so(a, &words, OBITUARY_ALL, SENTENCES_PART) && !officials_speak(a);
}

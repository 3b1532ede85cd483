#include "extract/genre.h"

enum {
    WORDS_MAX = 32,  /* different ones that are told apart */
    FICTION_OWN = 2, /* so many different ones that hardly stand elsewhere */
    FICTION_ALL = 4, /* and so many of any kind */
    STUDY_ALL = 4,
    SENTENCES_PART = 3, /* one in so many sentences has some */
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

bool genre_is_no_report(const Analysis *a)
{
    uint16_t cls = analysis_class(a, "NO_HARM");
    if (cls == 0 || !mention_may_be(&a->mentions, cls))
        return false;
    Genre own = {0};
    Genre screen = {0};
    Genre study = {0};
    for (uint32_t i = mention_first(&a->mentions, cls); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        const Mention *m = &a->mentions.items[i];
        Str value = analysis_value(a, m);
        uint32_t sentence = analysis_sentence(a, m->first);
        bool is_own = str_equal(value, STR("fiction"));
        if (is_own)
            add(&own, analysis_text(a, m), sentence);
        if (is_own || str_equal(value, STR("screen")))
            add(&screen, analysis_text(a, m), sentence);
        if (str_equal(value, STR("study")))
            add(&study, analysis_text(a, m), sentence);
    }
    size_t part = (a->tokens.sentence_count + SENTENCES_PART - 1) / SENTENCES_PART;
    bool fiction = own.count >= FICTION_OWN && screen.count >= FICTION_ALL && screen.sentences >= part;
    bool patients = study.count >= STUDY_ALL && study.sentences >= part;
    return (fiction || patients) && !officials_speak(a);
}

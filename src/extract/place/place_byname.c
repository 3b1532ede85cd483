/* place_byname — is a place's name its own, its own in another spelling, or one that only a list gives it? */
#include "extract/place/place_work.h"
#include "match/gazetteer_file.h"

enum { NAME_BYTES = 160 };

/* A name's letters without accents, capitals and what stands between words. */
static size_t letters_of(Str name, char out[NAME_BYTES])
{
    size_t len = 0;
    Str word;
    while (gazetteer_word(&name, &word) && len + GAZETTEER_WORD_BYTES <= NAME_BYTES)
        len += gazetteer_fold(word, out + len);
    return len;
}

/* The longest stretch of letters that both have. */
static size_t common_stretch(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t longest = 0;
    for (size_t i = 0; i + longest < a_len; i++) {
        for (size_t k = 0; k + longest < b_len; k++) {
            size_t n = 0;
            while (i + n < a_len && k + n < b_len && a[i + n] == b[k + n])
                n++;
            longest = n > longest ? n : longest;
        }
    }
    return longest;
}

/* More than half of it stands in the other: "Iguala" in "Iguala de la Independencia", "al-Raqqa" in "Ar Raqqah". */
static bool is_alike(Str text, Str own)
{
    char a[NAME_BYTES];
    char b[NAME_BYTES];
    size_t a_len = letters_of(text, a);
    size_t b_len = letters_of(own, b);
    return common_stretch(a, a_len, b, b_len) * 2 > a_len;
}

bool place_byname(const PlaceWork *w, const PlaceSpot *spot, const Candidate *c)
{
    const int64_t well_known = 300000;
    if (c->official || (c->kind != PLACE_TOWN && c->kind != PLACE_SUBURB) || c->place.population >= well_known)
        return false;
    Span span = mention_tokens_span(&w->a->tokens, spot->first, spot->last);
    return !is_alike(span_text(w->a->tokens.text, span), c->place.name);
}

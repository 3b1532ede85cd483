#include "assemble/figure/toll_drop.h"

/* The largest numbers of a report: its own, and what it quotes of anybody but an armed group, and of those of them who are identified. */
typedef struct {
    int64_t own;
    int64_t quoted;
    int64_t known;
} MostTold;

static MostTold most_told(const ToldList *out, size_t from)
{
    MostTold most = {-1, -1, -1};
    for (size_t i = from; i < out->count; i++) {
        const Told *told = &out->items[i];
        if (told->voice.narrator)
            most.own = told->point > most.own ? told->point : most.own;
        else if (told->voice.party != PARTY_ARMED_GROUP) {
            most.quoted = told->point > most.quoted ? told->point : most.quoted;
            most.known = told->voice.identified && told->point > most.known ? told->point : most.known;
        }
    }
    return most;
}

/* Those who live are some of the hurt that any voice counts. Beside the report's own larger figure, an unnamed or official voice's smaller one is
 * about a part of the victims; so is the report's own beside a larger one that it quotes of somebody who is no party to the fight; a count of ten or more stands beside a larger one of unnamed people. */
static bool is_about_part(const Told *told, const MostTold *most)
{
    enum { MANY = 10 };
    bool floor = told->form == COUNT_AT_LEAST || told->form == COUNT_MORE_THAN;
    if (told->point < 0 || floor || told->voice.party == PARTY_ARMED_GROUP)
        return false;
    bool toll = told->whole && !told->singly && !told->alive && told->point >= MANY;
    int64_t said = toll ? most->known : most->quoted;
    int64_t whole = told->voice.narrator || told->alive ? said : most->own;
    whole = told->alive && most->own > whole ? most->own : whole;
    return told->point < whole;
}

void toll_drop_partial(ToldList *out, size_t from)
{
    MostTold most = most_told(out, from);
    size_t kept = from;
    for (size_t i = from; out->items && i < out->count; i++)
        if (!is_about_part(&out->items[i], &most))
            out->items[kept++] = out->items[i];
    out->count = kept;
}

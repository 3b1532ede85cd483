/*
 * saying — the raw form of an attribution: which tokens are the source, the cue and the content. Found by
 * cue.c, bounded by content.c; speaker.c then says who the source is.
 *
 *     [The ministry] [has denied] [that prisoners escaped].
 *
 * The cue is the verb with its auxiliaries, its negation and the adverbs beside it, and the preposition that leads to what a verb or noun is about
 * ("spoke of"); times, places and channels are no part of it. Of a noun that somebody owns it begins behind the owner, of one that nobody owns with
 * its determiner and adjectives: "[the sharp criticism of] the plan". Counted in 85 annotated articles of news (2,133 cues), each of these is what most
 * annotators did where they differ: a time behind the verb is outside in 28 of 43, "in a statement" and the like in 18 of 27, a preposition that leads
 * to the matter inside in 9 of 10, auxiliaries in 195 of 221, adverbs before the verb in 9 of 10.
 */
#ifndef DAYBOOK_EXTRACT_SAYING_H
#define DAYBOOK_EXTRACT_SAYING_H

#include "extract/speaker/quote.h"
#include "extract/syntax/syntax.h"

enum { SAYING_CONTENTS = 6 };

typedef struct {
    Range source; /* empty: none given */
    Range cue;
    Range content[SAYING_CONTENTS];
    uint32_t content_count;
    uint32_t say;  /* the cue's mention (class SAY), MENTION_NONE for signs and posts */
    uint32_t unit; /* index of the unit that holds the cue */
    bool quoted;   /* some content is a quotation of a sentence */
    bool mixed;    /* some content holds quoted words */
    bool trails;   /* stands after (part of) its content */
    bool loose;    /* no speaker, its content only a guess: holds no other saying */
    bool topic;    /* of a verb that names what it is about: needs no quotation */
    bool nested;   /* stands inside what another says */
    bool blanket;  /* content is what stands under the line */
    Range cited;   /* whom the source quotes in turn: "Reuters cited [police] as saying", "said, citing [doctors]," */
    Span handle;   /* of a post's signature */
} Saying;

/* Sentences joined where a quotation spans them: what a cue can reach without leaving its sentence. */
typedef struct {
    Range tokens;
    uint32_t block;
    bool quote; /* nothing but one quotation */
} Unit;

typedef struct {
    Analysis *a;
    const Syntax *syntax;
    QuoteList quotes;
    Unit *units;
    uint32_t unit_count;
    Saying *items;
    size_t count;
    size_t cap;
    uint16_t say_class;
    uint16_t frame; /* numbers of the attributes of class SAY */
    uint16_t act;
    uint16_t noun;
    uint16_t form;
    uint16_t phase_class; /* "continued", "tried", "able": before "to" and a verb of saying they are part of the cue */
    uint16_t split_class; /* verbs that stand apart from their preposition: "called on Monday for" */
    uint16_t topic_class; /* "about", "over": what a noun of saying is about */
    uint16_t light_class; /* "made", "issued": before a noun of saying they are part of the cue */
} Sayings;

/* Reads the text's units and finds every saying (unit.c). */
Sayings *saying_find(Analysis *a);

/* Marks what stands inside the words that a sign gives to somebody ("Holm: ..."): for sayings in the order of their cues. */
void saying_mark_in_turns(Sayings *all);

/* Appends; sayings without any content are not kept. */
void saying_add(Sayings *all, Saying saying);

/*
 * Whether the cue's entry has a frame letter. The column `frame` of data/en/lexicon/speech.tsv: q takes a quotation and may stand
 * before its subject, t a clause, o an object that is the content, i an infinitive, p an addressee that is not ("told Reuters that"),
 * a goes on after "as", r raises its subject ("seems to"), s speaks of its subject ("could not be verified"), v may mean a blow
 * ("attacked") and counts only with quoted words or a ground ("for"; w: also "with"), n names the saying by its object ("expressed doubts about"), x moves its object ("worried
 * farmers"), d names two things ("called the move late", not "called Holm"), k counts only with what it is about, which need not follow at once ("spoke warmly of"), m counts only with a figure ("put the number at"), l only with a toll ("gave a toll of"),
 * b also with a number alone ("counted 16"), y only of somebody or of one's own ("the ministry raised the toll", not "another blast raised it"), c takes a clause and no object ("assumed that",
 * not "assumed a post"). The column `noun`: t that-clause, f "of", g other preposition, o what it ends in ("praise for"), i infinitive,
 * b its owner speaks, u also without an owner, p behind
 * a preposition with its owner ("in his view"), c "of" and a number ("the ministry's toll of nine").
 */
bool saying_frames(const Sayings *all, uint32_t say, char letter);
Str saying_attr(const Sayings *all, uint32_t say, uint16_t name);

/* content.c */

/* The tokens of what is said after the cue: from the first token after it to the clause's end. */
Range content_after(const Sayings *all, const Unit *unit, uint32_t from, uint32_t say);

/* Past a conjunction or a lone adverb that opens the sentence. */
uint32_t content_past_joint(const Sayings *all, uint32_t from, uint32_t end);

/* The clause that begins at a token, to its end. */
Range content_rest(const Sayings *all, const Unit *unit, uint32_t from);

/* Where what a cue behind it may tell begins: the unit, or, where another has spoken before in it, the clause behind that one; `end` where
 * nothing parts the two. */
uint32_t content_floor(const Sayings *all, const Unit *unit, uint32_t end);

/* What stands before: the quotation or clause that ends at `end` (a comma or closing mark, exclusive). */
Range content_before(const Sayings *all, const Unit *unit, uint32_t end);

/* "Eleven died, not [twelve], as the radio had it": past the "not" by which something is set against what stands before; `from` where none is. */
uint32_t content_past_contrast(const Sayings *all, uint32_t from, uint32_t end);

/* The paragraphs before that the unit's quotation goes on from: their own stays open, and nobody else tells them. */
void content_begin(const Sayings *all, uint32_t unit_index, Saying *saying);

/* Quotations that go on after the sentence of the cue, in its paragraph or in the next ones. */
void content_continue(const Sayings *all, uint32_t unit_index, Saying *saying);

/* First token after what may stand between a verb of saying and its content: times, adverbs, "in a statement". */
uint32_t content_skip(const Sayings *all, uint32_t from, uint32_t limit);

/* First token after the adverbs that stand there: "asked [afterwards]". */
uint32_t content_past_adverbs(const Sayings *all, uint32_t from, uint32_t limit);

/* content_lead.c: first token after the addressee that stands behind a cue of frame p ("told Reuters that"), else `from`. */
uint32_t content_past_addressee(const Sayings *all, uint32_t from, uint32_t limit, uint32_t say);

/* Whether a cue that takes over stands at the token, after a comma: "adding that", "according to". */
bool content_new_voice(const Sayings *all, uint32_t token, uint32_t limit);

void content_add(Saying *saying, Range content);

/* Adds what stands behind unit u, to the end of the text, its furniture or, unless headings are passed over, the next of them. */
void content_govern(const Sayings *all, uint32_t u, bool headings, Saying *saying);
bool content_is_end(const Sayings *all, uint32_t token, uint32_t limit);

/* Begins a phrase of the class in the range? */
static inline bool saying_holds(const Sayings *all, Range r, const char *cls)
{
    uint16_t number = analysis_class(all->a, cls);
    for (uint32_t i = r.first; i < r.last; i++) {
        if (mention_at(&all->a->mentions, i, number) != MENTION_NONE)
            return true;
    }
    return false;
}

/* Does the range name a party or an outlet? */
static inline bool saying_names_body(const Sayings *all, Range r)
{
    return saying_holds(all, r, "PARTY") || saying_holds(all, r, "OUTLET");
}

/* The block that a unit stands in, NULL where none is known. */
static inline const Block *saying_block(const Sayings *all, uint32_t unit)
{
    return all->units[unit].block < all->a->block_count ? &all->a->blocks[all->units[unit].block] : NULL;
}

/* First unit after u's block. */
static inline uint32_t saying_next_block(const Sayings *all, uint32_t u)
{
    uint32_t i = u + 1;
    while (i < all->unit_count && all->units[i].block == all->units[u].block)
        i++;
    return i;
}

#endif

/*
 * casualty_harm — what a rule's match says of all the groups in it: what became of them, and how they are told of. Internal
 * to casualty*.c.
 */
#ifndef DAYBOOK_EXTRACT_CASUALTY_HARM_H
#define DAYBOOK_EXTRACT_CASUALTY_HARM_H

#include "extract/analysis/analysis.h"

typedef struct {
    Analysis *a;
    uint16_t casualty;
    uint16_t be;
    uint16_t have;
    uint16_t aside;
    uint16_t determiner;
    uint16_t possessive;
    uint16_t link;
    uint16_t reflexive;
    uint16_t participle;
    uint16_t say;
    uint16_t parts; /* an aside that names parts; another aside may overlap it */
    uint16_t groups;
    uint16_t active; /* groups of verbs of harm */
    uint16_t passive;
    uint16_t bare;
} Casualties;

/* What a rule's match says of all its groups. */
typedef struct {
    const Mention *match;
    const GroupRecord *label; /* who they are said to be: "nine of the 12 killed were children", NULL */
    Outcome outcome;
    Str rule;
    VictimClass victim_class; /* from a label or adjective, CLASS_UNKNOWN */
    bool total;
    bool listed;          /* several groups in the match */
    bool single;          /* one group in the match */
    uint32_t first_group; /* the group that opens its list, where it has one */
    bool struck;          /* the word says that a shot hit, not what became of the victims */
    bool stabbed;         /* the same of a blade; a count of those stabbed is told beside who died */
    bool treated;     /* they were taken to a hospital, or lie there: those told of before, who may have died since */
    bool alive;       /* the word says that they live, or that those taken are free */
    bool least;       /* so many and more: "are still in hospital" */
    bool minimum;     /* some of those whom it befell: bodies found, people whom a hospital received */
    bool part;        /* "among the dead were" */
    bool there;       /* each count has a place of its own: "12 in Lahore and nine in Quetta" */
    bool beside;      /* then: and none is the whole of the others */
    int32_t whole;    /* the claim of the sentence before that it is a part of: "six of them were women"; -1 */
    int64_t people;   /* how many its list tells, as many at least */
    bool captured;    /* detained or abducted, by who they are */
    bool further;     /* "was also killed" */
    bool added;       /* "three new deaths": besides those told of before */
    bool meant;       /* it only says who is meant: "the murdered candidate" */
    bool being;       /* of one person, whoever is meant: "a child being hurt" */
    bool fact;        /* a noun takes it for granted: "the killing of three men" */
    bool granted;     /* a denial is of something else: "denied any part in the killing of three men" */
    bool noun;        /* a noun is counted: "many deaths" */
    bool counted;     /* the construction asks for a figure: "3 killed", not "gunmen killed" */
    bool attributive; /* what became of them stands before the noun: "two murdered men" */
    bool sum;         /* several outcomes share the count: "35 killed and wounded" */
    bool reduced;     /* what became of them stands right behind the noun: "one of the three men killed" */
} Harm;

Harm harm_of(const Casualties *c, const Mention *match);

/* Whether the rule has set or captured something under the name. */
static inline bool harm_has(const Analysis *a, const Mention *match, const char *name)
{
    return analysis_attr(a, match, name) != NULL;
}

/* "Ten are feared dead", "probably ten are dead": whether the match, behind its group in tokens [first, last), or a word right
 * before the group tells of what is not known. */
bool harm_is_unsure(const Analysis *a, const Mention *match, uint32_t first, uint32_t last);

/* "35 killed and wounded": whether the number (index of a count, MENTION_NONE) is of several outcomes together, and how many of each is
 * not told. */
bool harm_shares_count(const Analysis *a, const Harm *harm, uint32_t count);

/* "Two guards held hostage were freed on Friday": whether the match tells of captives as free again, and nowhere when they were taken. */
bool harm_is_undone(const Analysis *a, const Mention *match, Span day);

/* The groups of the list that the attribute hands on, NULL where it hands on none. */
const GroupList *harm_list(const Analysis *a, const Attr *attr);

/* Those whom a count without a noun tells of, as what the match calls them: "one of the dead was a child". */
GroupRecord harm_bare_group(const Analysis *a, const Harm *harm, const Mention *count);

/* "the two murders": a definite determiner stands right before the token. */
bool harm_is_definite(const Casualties *c, uint32_t token);

/* Whether the verb told of in [first, last) is of one: "was", "has been". */
bool harm_is_of_one(const Casualties *c, uint32_t first, uint32_t last);

#endif

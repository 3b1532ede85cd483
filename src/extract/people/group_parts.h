/*
 * group_parts — what the files of the group stage share: the classes that noun phrases of people are made of, and
 * small questions about tokens. Internal to group*.c.
 */
#ifndef DAYBOOK_EXTRACT_GROUP_PARTS_H
#define DAYBOOK_EXTRACT_GROUP_PARTS_H

#include "base/buf.h"
#include "extract/analysis/analysis.h"

enum { MAX_MODIFIERS = 6 };

typedef struct {
    Analysis *a;
    uint32_t *owner; /* by token: group it belongs to, MENTION_NONE */
    bool *live;      /* by sentence: groups are looked for in it (casualty_gate.h) */
    ClassSet verbs_any;
    ClassSet finite_any; /* verbs that are no prepositions */
    ClassSet closed_any;
    ClassSet nameless; /* with which no name begins */
    ClassSet things_any;
    ClassSet spots; /* places, times and outlets: what is no person's name */
    uint16_t victim;
    uint16_t person;
    uint16_t given_name; /* that is known to be one */
    uint16_t count;
    uint16_t number; /* words and figures, whatever they count */
    uint16_t time;
    uint16_t determiner;
    uint16_t possessive;
    uint16_t additional;
    uint16_t ordinal;
    uint16_t conjunction;
    uint16_t including;
    uint16_t noun_head;
    uint16_t common; /* nouns, things' as a rule */
    uint16_t personal;
    uint16_t adverb;
    uint16_t place;
    uint16_t say;
    uint16_t opener; /* of a clause: "after three men were shot" */
    uint16_t body;
    uint16_t found;
    uint16_t link;       /* "members of", "men from" */
    uint16_t company;    /* "a woman with her children" */
    uint16_t collective; /* "a family of five" */
    uint16_t land;       /* province, district: what the name of a division of land ends in */
    uint16_t houses[2];  /* bodies of the state and houses of care, which are named as people are */
    uint16_t things[3];  /* targets, weapons, and what is killed as a deal or a dog is: what is counted is no people */
    uint16_t fatal;      /* "one fatally" */
    uint16_t member;     /* "members", "men": whom a force or group consists of */
    uint16_t excepted;   /* "all but two": a count of those left out */
    uint16_t share;      /* "half of" */
    uint16_t unharmed;   /* "two unhurt clerks" */
    uint16_t aged;       /* "aged 17" */
    uint16_t age_unit;   /* "17 years old" */
    uint16_t age_less;   /* "less than a year old" */
    uint16_t age_half;   /* "two and a half" */
    uint16_t age_decade; /* "in his 40s" */
    uint16_t sex_word;   /* "Mrs Bek", "(53, female)" */
    uint16_t sex_pronoun;
    uint16_t human;     /* a noun for people, wherever it stands: "couple" */
    uint16_t kunya;     /* "Umm Musa": what somebody is called after a child */
    uint16_t called;    /* "a man named Ana Bek", "identified as" */
    uint16_t title;     /* "GENERAL ANA BEK": in capitals no part of the name's own run */
    uint16_t outlet;    /* whoever reports is no victim */
    uint16_t demonym;   /* "Israeli", which stands before what is theirs as well */
    uint16_t deeds;     /* nouns for several attacks: "air raids" */
    uint16_t bodies[2]; /* named parties and organisations */
    uint16_t verbs[9];  /* classes that end a noun phrase on the left, and go with a bare count */
    uint16_t closed[7];
} Groups;

Groups groups_of(Analysis *a);

/* The mention of the class, no bare one, that begins at the token, NULL where there is none. */
static inline const Mention *groups_at(const Groups *g, uint32_t token, uint16_t cls)
{
    uint32_t m = cls ? mention_at(&g->a->mentions, token, cls) : MENTION_NONE;
    return m == MENTION_NONE ? NULL : &g->a->mentions.items[m];
}

/* Whether a phrase of the class, which may be bare (language.c), begins at the token. */
static inline bool groups_begins(const Groups *g, uint32_t token, uint16_t cls)
{
    return mention_begins(&g->a->mentions, token, cls);
}

static inline bool groups_begins_any(const Groups *g, uint32_t token, const ClassSet *classes)
{
    return token < g->a->tokens.count && mention_may_begin_any(&g->a->mentions, token, classes);
}

/* groups_before where the class covers the token before. */
const Mention *groups_ending(const Groups *g, uint32_t token, uint16_t cls);

/* The mention of the class that ends right before the token in its sentence, or NULL: mostly nothing stands there, as is seen here. */
static inline const Mention *groups_before(const Groups *g, uint32_t token, uint16_t cls)
{
    bool covered = token > 0 && cls != 0 && mention_covers(&g->a->mentions, token - 1, cls);
    return covered ? groups_ending(g, token, cls) : NULL;
}

bool groups_over(const Groups *g, uint32_t token, uint16_t cls);

/* Its bytes, STR_NONE behind the last token. */
static inline Str groups_text(const Groups *g, uint32_t token)
{
    return token < g->a->tokens.count ? span_text(g->a->tokens.text, g->a->tokens.tokens[token].span) : STR_NONE;
}

static inline bool groups_is_sign(const Groups *g, uint32_t token, char sign)
{
    Str text = groups_text(g, token);
    return text.len == 1 && text.ptr[0] == sign;
}

static inline bool groups_is_quote(const Groups *g, uint32_t token)
{
    Str text = groups_text(g, token);
    bool mark = text.len > 0 && (text.ptr[0] == '"' || text.ptr[0] == '\'' || text.len > 1);
    return mark && (g->a->tokens.tokens[token].flags & TOKEN_PUNCT);
}
bool groups_is_of(const Groups *g, uint32_t token); /* the preposition that says whose: "of" */
static inline bool groups_same_sentence(const Groups *g, uint32_t x, uint32_t y)
{
    return y < g->a->tokens.count && g->a->tokens.tokens[x].sentence == g->a->tokens.tokens[y].sentence;
}

/* From a token on, the first in a sentence that is live where a mention of the classes may begin: as mention_next. */
uint32_t groups_next(const Groups *g, uint32_t token, const ClassSet *set);

/* Whether a token may stand between count and head: "11 suspected Baloch separatist militants". */
bool groups_is_modifier(const Groups *g, uint32_t token);

/* Whether a maker's letters and a number begin at the token, as of an aircraft: "Tu-141". */
bool groups_is_model(const Groups *g, uint32_t token);

/* Whether a count is free to count people: not taken, not negated, no part of a day. */
bool groups_count_is_usable(const Groups *g, const Mention *count);

/* The usable count that ends before the token; NULL where none does. */
const Mention *groups_count_before(const Groups *g, uint32_t token);

/* "Ana Bek, a clerk and a member of the council, | was": the verb behind the group is of one. */
bool groups_is_subject_of_one(const Groups *g, const GroupRecord *next);

/* The collective noun whose people the count tells: "a family of | five", "a family of | six people"; NULL. */
const Mention *groups_collective_before(const Groups *g, uint32_t count);

/* Whether the head's entry has that number: one, many, mass, pair, trio, quartet, duo (a pair where they are somebody's), rest. */
bool groups_noun_is(const Groups *g, const Mention *head, const char *wanted);

/* How many the noun alone says that there are: "twins", "trio"; 0 where it says nothing of it. */
int64_t groups_noun_people(const Groups *g, const Mention *head);

/* "A couple", "twins"; "his parents", not "their parents": two. A trio: three. Where no count stands with them. */
void groups_take_pair(const Groups *g, const Mention *head, GroupRecord *group);

/* Walks left from the head, or a name's titles, over modifiers to a count or determiner, or to what the group is the object of (group.c). */
void groups_take_left(const Groups *g, GroupRecord *group);

/* Determiners and additions in front of the group: "another 22", "the other two". */
void groups_take_determiners(const Groups *g, GroupRecord *group);

/* group_owner.c. A word of the owner's name or description, in front of "'s". */
bool groups_is_of_owner(const Groups *g, uint32_t token);
/* In front of "'s": whose they are, "the mayor's two sons"; not the people themselves. */
void groups_take_owner(const Groups *g, GroupRecord *group);

/* A count of its own in place of one that the text has: the same words, another number. */
uint32_t groups_add_count(Analysis *a, const CountRecord *like, Interval range, CountForm form);

/* "half of the 30 hostages", "three of them clerks": the count that the words in front make of the group (group_share.c). */
/* Of which side "members" are, by the body that their phrase names: sets the class where the noun has none. */
void groups_take_side(const Groups *g, const Mention *head, GroupRecord *group);

void groups_take_share(const Groups *g, GroupRecord *group);

/* "Two of the attackers": the count stands before the preposition. */
void groups_take_partitive(const Groups *g, GroupRecord *group);

/* The share (class SHARE) of so many, as a count in the share's words; MENTION_NONE where it has no number. */
uint32_t groups_share_of(Analysis *a, Interval whole, const Mention *share);

void groups_take_picked(const Groups *g, GroupRecord *group);
void groups_take_collective(const Groups *g, GroupRecord *group); /* "a family of six people": six */

/* A capitalised word that may be part of a name; where all is in capitals, a rare one. */
bool groups_is_name_word(const Groups *g, uint32_t token);

/* The end of a run of two or more capitalised words at the token ("Abdulillah al-Rawi"), or the token itself (group_name.c). */
uint32_t groups_name_end(const Groups *g, uint32_t token);

/* group_row.c: whether the name [token, end) opens a row that a verb of harm follows; and whether kin of it goes on with it: "named them as
 * Juan Sol, | his wife and their son". */
bool groups_opens_row(const Groups *g, uint32_t token, uint32_t end);
bool groups_has_kin_behind(const Groups *g, uint32_t token, uint32_t end);

/* The semicolon or the sentence's end that ends an item of a row, where from the token on, outside clauses about who it tells of, there
 * is no verb: "Ana Bek, a clerk who was asleep | ; and Juan Sol"; the token itself where it is no item. */
uint32_t groups_item_end(const Groups *g, uint32_t token);

/* The semicolon behind what an item of a row says of whom it tells; the group's end where none stands there. */
uint32_t groups_before_semicolon(const Groups *g, const GroupRecord *group);

/* What stands before a name (group_name_edge.c). "GENERAL | ANA BEK", where all is in capitals and a title is no name word: the
 * token where the titles before it begin, the name's own where none stand there. */
uint32_t groups_titles_before(const Groups *g, uint32_t name);

/* "Banco de | Sarto": the end of a longer name, not of a person's. */
bool groups_ends_longer_name(const Groups *g, uint32_t token);

/* "Two have been hurt", "Alba: Dozens hurt": a count, capital or not; but "Ana Few" is as good a name as any. */
bool groups_is_number(const Groups *g, uint32_t token);

/* "In a report by the | Lantern, nine people were killed": right behind the article that no person's name has. */
bool groups_behind_article(const Groups *g, uint32_t token);

/* "Who lives near the | Banco Sur": a place or house, which has the article that no person's name has. */
bool groups_is_of_place(const Groups *g, uint32_t token);

/* Behind "who was", which begins at the token; the token itself where it does not. */
uint32_t groups_behind_who_was(const Groups *g, uint32_t token);

/* "Ana Bek, | a nurse of the town, was", "Ana Bek, | who is a nurse, was", "Ana Bek, | the town's nurse,", "Ana Bek, | head of the school, was": whether what
 * stands behind the name's end, and a comma, says who the one is. */
bool groups_is_said_to_be(const Groups *g, uint32_t end);

/* "Ana Bek, a potter of Vale|, and": behind a name's end, a comma and an article, the sign, conjunction or "who" that ends what the one is, by nouns
 * that no list of people has; the end itself where nothing such stands there. *human: whether one of them is a noun for people. */
uint32_t groups_trade_behind(const Groups *g, uint32_t end, bool *human);

/* "Head of security | Ana Bek": the group of one person that says by a thing or matter what the one named right behind it is;
 * MENTION_NONE where none does. */
uint32_t groups_office_before(const Groups *g, uint32_t name);

/* "The head of the clinic, | Ana Bek, was": the group of one person, without a name so far, that stands before the comma in front
 * of the name, which ends at end, with what it is of; MENTION_NONE where none does. */
uint32_t groups_holder_before(const Groups *g, uint32_t name, uint32_t end);

/* Whether the head is an age: "year-old". */
bool groups_tells_age(const Groups *g, const Mention *head);

/* The token where a head's age begins ("24-year-old"), the head's own where it tells none; and the token behind a
 * comma and an age ("Ana Bek, 27,"), last where none follows. */
uint32_t groups_age_before(const Groups *g, const Mention *head);
uint32_t groups_age_behind(const Groups *g, uint32_t last);
/* The same, or behind a bracket that only remarks on a name: "(53 years old, female)", "(Umm Musa)"; and whether the head
 * stands in such a bracket, where it is no person of its own. */
uint32_t groups_remark_behind(const Groups *g, uint32_t last);
bool groups_is_remark(const Groups *g, const Mention *head);
/* As groups_age_behind of several: "two men, 18 and 20,"; *listed: how many ages are spelled out ("aged 4 and 7"), 0 of a range. */
uint32_t groups_ages_behind(const Groups *g, uint32_t last, int *listed);
void groups_take_ages(const Groups *g, int ages, GroupRecord *group); /* "children aged 4 and 7": as many as ages */
void groups_take_age(const Groups *g, GroupRecord *group);

/* Whether a verb of harm ends right before the token: "killed | ten"; or begins at last, an adverb between: "ten | later died". */
bool groups_behind_verb(const Groups *g, uint32_t first);
bool groups_before_verb(const Groups *g, uint32_t first, uint32_t last);

/* Whether the group is one person: described, or "one guard". */
bool groups_is_of_one(const Groups *g, const GroupRecord *group);

/* SUBGROUP_WOMEN or SUBGROUP_MEN where the name or a remark in it tells it, else 0; and, once all groups are in place, what the
 * pronouns behind them tell (group_sex.c). */
unsigned groups_sex_told(const Groups *g, const GroupRecord *group);

/* The sex that the words tell of all of the group, children too ("two girls"), 0 where they tell none or both. */
unsigned groups_sex_of_all(const Groups *g, const GroupRecord *group);
void groups_read_pronouns(Groups *g);

/* Of two neighbours in a list (group_same.c): whether next, behind a comma, says who group is; and whether it tells of the
 * same people in another way: by a second office, a shared count, or as all of them. */
bool groups_is_apposition(const Groups *g, const GroupRecord *group, const GroupRecord *next);
bool groups_is_named_behind(const Groups *g, const GroupRecord *group, const GroupRecord *next);
bool groups_is_described_again(const Groups *g, const GroupRecord *group, const GroupRecord *next);

/* Whether next, with what belongs to it, is the subject of a verb of its own: "the 400 bakers of the city closed" (group_same.c). */
bool groups_heads_clause(const Groups *g, const GroupRecord *next);

/* "After the murder of the mayor, | the judges left": opening and last stand in the phrase that opens the sentence, next is what
 * the sentence tells of (group_same.c). */
bool groups_leaves_opening(const Groups *g, const GroupRecord *opening, const GroupRecord *last,
                           const GroupRecord *next);

/* The first token of the group with whose it is: "the mayor's brother". */
static inline uint32_t groups_opening(const GroupRecord *group)
{
    return group->owned ? group->owner_first : group->first;
}

/* group_joint.c: the token behind ", and" or the like after the group; the group's end itself when nothing joins. */
uint32_t groups_behind_joint(const Groups *g, const GroupRecord *group);

/* "a raid on guards": behind a preposition no group is the subject of the verb that follows. */
bool groups_is_oblique(const Groups *g, const GroupRecord *group);

/* group_joint.c: whether next, one of the groups up to end, goes on with the row that opening begins and last ends so far: "and",
 * a comma, nothing between them, and no clause or speaker of its own. */
bool groups_join(const Groups *g, const GroupRecord *opening, const GroupRecord *last, const GroupRecord *next,
                 const GroupRecord *end);

VictimClass groups_join_class(VictimClass x, VictimClass y);

/* "The mayor's | brother" (group_label.c): of two groups, in the order of the text, of which the first only says whose the second
 * is, the second is left. */
void groups_take_owners(Groups *g);

/* Next takes the place of last (group_label.c), which is the label of it and of those who follow. True where it did. */
bool groups_takes_place(const Groups *g, GroupRecord *last, const GroupRecord *next, GroupRecord *label);

/* The named behind a label are what it says, but for those whose age says otherwise. */
void groups_take_label(const Groups *g, const GroupRecord *label, GroupRecord *group);

/* "A clerk and | a guard, | Juan Sol and Ana Bek, were": how many are told of by a noun each, of which last is the last one, and then by as many
 * names from next on, in the same order; 0 where they are not. And: of a row that opens so, how many nouns stand in front of the names, which
 * take what those say. */
uint32_t groups_named_in_turn(const Groups *g, const GroupRecord *last, const GroupRecord *next,
                              const GroupRecord *end);
uint32_t groups_take_turns(const Groups *g, GroupRecord *row, uint32_t count);

/* "A clerk and her children, | two girls and a boy": 1 where a row has a plural of kin whom those behind it tell one by one; it then stands
 * behind the row, of which it is none. */
uint32_t groups_take_told_kin(const Groups *g, GroupRecord *row, uint32_t count);

/* "Two children, | Juan Sol and his sister": the parts of a whole of children are children, whatever age their nouns may have otherwise. */
void groups_take_children(const GroupRecord *whole, GroupRecord *parts, uint32_t count);

/* "Sunni | and Shia clerks", "a Christian | Democratic leader": a word for one of a people whose noun stands further on. */
bool groups_has_noun_behind(const Groups *g, const Mention *head);

uint32_t groups_add(Groups *g, GroupRecord record);

/* The finders, in the order in which they run (group.c). */
void groups_find_names(Groups *g);
void groups_find_bare(Groups *g);

/* "The remains of an old mill": of what is no person's, behind an article. */
bool groups_remains_of_thing(const Groups *g, const Mention *body);
void groups_find_pronouns(Groups *g);
void groups_find_objects(Groups *g);
void groups_make_lists(Groups *g);

#endif

/* Which group goes on with the row that the ones before it began. */
#include "extract/people/group_parts.h"

/* Whether a clause about those told of opens behind the comma: "who was a baker", "one of whom was a baker", "one a baker". */
static bool opens_relative(const Groups *g, uint32_t token)
{
    const Mention *count = groups_at(g, token, g->count);
    const Mention *of_them = count ? groups_at(g, count->last, g->including) : NULL;
    bool some = of_them && str_equal(analysis_value(g->a, of_them), STR("of"));
    bool one = count && groups_at(g, count->last, g->determiner);
    return groups_at(g, token, g->closed[5]) || some || one;
}

/* Does the token tell of others, inside what is said of some of a group? */
static bool tells_people(const Groups *g, uint32_t token, const Mention *some, const Mention *among)
{
    bool owned = g->owner[token] != MENTION_NONE;
    return (some && groups_at(g, token, g->count)) || (owned && (!some || among));
}

/* The comma that ends what a relative clause says: "Juan Sol, who was a baker, | Rosa Paz", "two guards, one of whom lived
 * there, | and a clerk", "six women, among them one pregnant, | 16 children"; the group's end where none stands there, or where it tells of people
 * or harm. */
static uint32_t behind_relative(const Groups *g, const GroupRecord *group)
{
    enum { LONGEST = 14 };
    if (!groups_is_sign(g, group->last, ','))
        return group->last;
    const Mention *among = groups_at(g, group->last + 1, g->including);
    const Mention *some = groups_at(g, among ? among->last : group->last + 1, g->count);
    if (among ? !some : !opens_relative(g, group->last + 1))
        return group->last;
    ClassSet harm = class_set_of(g->verbs, 5);
    for (uint32_t t = some ? some->last : group->last + 2;
         t < group->last + LONGEST && groups_same_sentence(g, group->last, t); t++) {
        if (groups_is_sign(g, t, ',')) {
            bool row = (group->named && !some) || groups_at(g, t + 1, g->conjunction) ||
                       (among && groups_at(g, t + 1, g->count));
            return row ? t : group->last;
        }
        if (tells_people(g, t, some, among) || groups_begins_any(g, t, &harm))
            break;
    }
    return group->last;
}

uint32_t groups_behind_joint(const Groups *g, const GroupRecord *group)
{
    uint32_t here = behind_relative(g, group);
    if (here == group->last)
        here = groups_before_semicolon(g, group);
    bool one = group->named || group->described || group->count != MENTION_NONE;
    if (groups_is_sign(g, here, ',') || (one && groups_is_sign(g, here, ';')))
        here++;
    const Mention *conjunction = groups_at(g, here, g->conjunction);
    return conjunction ? conjunction->last : here;
}

/* "a 30-year-old woman with | her two sons", "a couple with | their child": the token behind "with"; the group's end where no company is told. */
static uint32_t behind_with(const Groups *g, const GroupRecord *group, const GroupRecord *next)
{
    bool few = group->described || (group->count != MENTION_NONE && g->a->counts[group->count].quantity.high <= 2);
    bool owner = groups_at(g, next->last, g->possessive) != NULL; /* "with his father's gun" */
    const Mention *with = next->possessed && few && !owner ? groups_at(g, group->last, g->company) : NULL;
    return with ? with->last : group->last;
}

/* "Two girls, and a boy were killed": who "were" is more than the boy. */
static bool disagrees(const Groups *g, const GroupRecord *next)
{
    const Mention *be = groups_at(g, next->last, g->verbs[5]);
    return next->described && be && str_equal(analysis_value(g->a, be), STR("many"));
}

/* The token behind "(two of them guards)", which begins at the token; the token itself where nothing does. */
static uint32_t behind_parenthesis(const Groups *g, uint32_t token)
{
    enum { LONGEST = 8 };
    for (uint32_t t = token; groups_is_sign(g, token, '(') && t < token + LONGEST; t++)
        if (groups_is_sign(g, t, ')'))
            return t + 1;
    return token;
}

/* "We | lost | four men and nine were hurt": a verb in the past of which the group is the object, where the next has no noun. */
static bool is_told_object(const Groups *g, const GroupRecord *first, const GroupRecord *next)
{
    uint32_t opening = groups_opening(first);
    return opening > 0 && !first->bare && next->bare && !next->additional &&
           groups_same_sentence(g, opening - 1, opening) && !groups_before(g, opening, g->say) &&
           str_find(analysis_word(g->a, opening - 1), STR("pret"), 0) < SIZE_MAX;
}

/* "Were murdered by a column of gang | members, and another two were hurt": who did it, though words stand between. */
static bool is_doer(const Groups *g, const GroupRecord *group)
{
    enum { REACH = 6 };
    uint32_t t = groups_opening(group);
    for (uint32_t end = t > REACH ? t - REACH : 0; t > end; t--) {
        Str kind = analysis_word(g->a, t - 1);
        if (str_begins(kind, STR("agent")))
            return groups_before(g, t - 1, g->verbs[0]) != NULL;
        if (!(g->a->tokens.tokens[t - 1].flags & TOKEN_WORD) || groups_at(g, t - 1, g->verbs[5]) ||
            groups_at(g, t - 1, g->opener) || str_find(kind, STR("pret"), 0) < SIZE_MAX)
            return false;
    }
    return false;
}

/* "The murder of | six monks": those to whom a noun says that something was done. */
static bool is_of_harm(const Groups *g, const GroupRecord *group)
{
    uint32_t of = groups_opening(group);
    return of > 1 && groups_is_of(g, of - 1) && groups_before(g, of - 1, g->verbs[4]);
}

/* "(Killed two clerks,) and | six guards | and a nurse were hurt": a second "and" joins the group with who stands before the verb. */
static const GroupRecord *before_the_verb(const Groups *g, const GroupRecord *next, const GroupRecord *end)
{
    const GroupRecord *then = next + 1;
    if (then >= end || next->bare || then->first != groups_behind_joint(g, next) || groups_is_sign(g, next->last, ','))
        return next;
    const Mention *and = groups_before(g, then->first, g->conjunction);
    bool pair = and&&!groups_at(g, and->first, g->opener) && groups_before(g, next->first, g->conjunction);
    return pair ? then : next;
}

/* "militants killed 10 soldiers and 5 civilians were hurt": the last group begins a clause of its own. */
static bool begins_own_clause(const Groups *g, const GroupRecord *first, const GroupRecord *next,
                              const GroupRecord *end)
{
    bool object =
        groups_before(g, groups_opening(first), g->verbs[0]) || groups_before(g, groups_opening(first), g->verbs[1]) ||
        groups_before(g, groups_opening(first), g->verbs[5]) || /* "two were guards and three were clerks" */
        is_told_object(g, first, next) || (first->many && first->count == MENTION_NONE && is_doer(g, first)) ||
        groups_before(g, groups_opening(first), g->company); /* "was killed along with a guard and two were hurt" */
    Str verb = analysis_word(g->a, next->last);
    bool acts = !groups_before(g, next->first, g->conjunction) && /* "killing two men, raiders opened fire" */
                (str_find(verb, STR("pret"), 0) < SIZE_MAX || str_equal(verb, STR("third")));
    bool part = first->picked || groups_before(g, first->first, g->including);
    bool parts = part && next->first > 2 && groups_is_sign(g, next->first - 2, ',');
    uint32_t behind = behind_parenthesis(g, (object ? before_the_verb(g, next, end) : next)->last);
    bool finite =
        groups_begins_any(g, behind, &g->finite_any) || (acts && groups_same_sentence(g, next->first, behind));
    bool more =
        groups_before(g, first->first, g->including) && next->additional; /* "including two, and another 12 hurt" */
    bool one =
        next->described && groups_is_sign(g, next->first - 1, ',') && !groups_begins_any(g, next->last, &g->verbs_any);
    bool news = is_of_harm(g, first) && (next->many || one) && acts; /* "after the murder of a clerk, newsmen waited" */
    const Mention *joint = groups_before(g, next->first, g->conjunction);
    bool opened = joint && groups_at(g, joint->first, g->opener); /* "lost a soldier while two others sustained" */
    bool apart = object && joint && joint->first > 0 && groups_is_sign(g, joint->first - 1, ',');
    finite =
        finite || (apart && groups_heads_clause(g, next)); /* "killed nine clerks, and guards at the gate were hurt" */
    return (object || more || opened || news || (parts && !disagrees(g, next))) && finite;
}

/* "The deaths of two clerks and five | wounded", "14 bodies, 70 | missing": a bare count of those to whom something else was done. */
static bool is_harmed_apart(const Groups *g, const GroupRecord *opening, const GroupRecord *next)
{
    if (opening->bodies && next->bare && !next->bodies &&
        (groups_at(g, next->last, g->verbs[0]) || groups_at(g, next->last, g->verbs[3])))
        return true;
    return is_of_harm(g, opening) && next->bare && groups_at(g, next->last, g->verbs[0]);
}

/* The preposition that governs the group; NULL where none does. */
static const Mention *governor(const Groups *g, const GroupRecord *group)
{
    uint32_t opening = groups_opening(group);
    const Mention *title =
        group->named ? groups_before(g, opening, g->title) : NULL; /* "married to | Major | Juan Sol" */
    const Mention *preposition = groups_before(g, title ? title->first : opening, g->closed[0]);
    bool governs =
        preposition && !groups_at(g, preposition->first, g->opener) && !groups_at(g, preposition->first, g->closed[5]);
    return governs ? preposition : NULL;
}

/* "A boat | carrying | 17 passengers". */
static bool is_of_participle(const Groups *g, const GroupRecord *group)
{
    uint32_t opening = groups_opening(group);
    if (opening < 2 || !str_equal(analysis_word(g->a, opening - 1), STR("ing")) ||
        groups_before(g, opening, g->including))
        return false;
    return str_find(analysis_word(g->a, opening - 2), STR("noun"), 0) < SIZE_MAX ||
           groups_begins(g, opening - 2, analysis_class(g->a, "COMMON"));
}

/* An adjective or a participle, as far as the list of words tells. */
static bool may_be_adjective(const Groups *g, uint32_t token)
{
    Str kind = analysis_word(g->a, token);
    bool known = !str_present(kind) || str_find(kind, STR("noun"), 0) < SIZE_MAX || str_begins(kind, STR("part"));
    return known && groups_is_modifier(g, token) && !groups_at(g, token, g->count) &&
           !(g->a->tokens.tokens[token].flags & TOKEN_CAPITAL);
}

/* "A raid by | unknown | gunmen": adjectives between who did it and the preposition. */
static bool is_agent(const Groups *g, const GroupRecord *group)
{
    enum { ADJECTIVES = 2 };
    uint32_t opening = groups_opening(group);
    if (group->count != MENTION_NONE || group->anaphoric || groups_at(g, opening, g->determiner))
        return false;
    uint32_t t = opening;
    while (opening - t < ADJECTIVES && t > 1 && may_be_adjective(g, t - 1))
        t--;
    return t > 0 && t < opening && groups_same_sentence(g, t - 1, opening) &&
           str_begins(analysis_word(g->a, t - 1), STR("agent"));
}

bool groups_is_oblique(const Groups *g, const GroupRecord *group)
{
    return governor(g, group) != NULL || is_of_participle(g, group) || is_agent(g, group);
}

/* Whether nothing between the tokens is a clause of its own, or tells parts with which what follows goes on ("including passers-by | and two
 * guards", not behind a comma): a place, a rank, a name. */
static bool is_verbless(const Groups *g, uint32_t first, uint32_t last)
{
    bool open = last > first && !groups_is_sign(g, last - 1, ',') && !groups_is_sign(g, last - 1, ')');
    for (uint32_t t = first; t < last; t++) {
        Str kind = g->a->tokens.tokens[t].flags & TOKEN_CAPITAL ? STR_NONE : analysis_word(g->a, t);
        bool finite =
            str_find(kind, STR("pret"), 0) < SIZE_MAX || str_equal(kind, STR("third")) || str_equal(kind, STR("base"));
        if (finite || groups_at(g, t, g->say) || (open && groups_at(g, t, g->including)) ||
            groups_at(g, t, g->opener) || groups_at(g, t, g->closed[5]) || groups_is_sign(g, t, ';') ||
            groups_begins_any(g, t, &g->finite_any) || groups_begins(g, t, g->verbs[7]))
            return false;
    }
    return true;
}

/* "A guard", "an officer": the determiner of one. */
static bool opens_with_one(const Groups *g, const GroupRecord *group)
{
    const Mention *determiner = groups_at(g, group->first, g->determiner);
    return determiner && str_equal(analysis_value(g->a, determiner), STR("one"));
}

/* Where "and", or the comma of a row that another group ends ("the head of the clinic | , his wife and two sons were", "|, two nurses and a guard",
 * "|, a nurse and a guard"), joins next to what stands before it; 0 where nothing does. */
static uint32_t joint_before(const Groups *g, const GroupRecord *next, const GroupRecord *end)
{
    uint32_t opening = groups_opening(next);
    const Mention *and = groups_before(g, opening, g->conjunction);
    if (and)
        return groups_at(g, and->first, g->opener) ? 0 : and->first;
    bool more = next->possessed || next->additional || (next->count != MENTION_NONE && !next->bare) ||
                (opens_with_one(g, next) && next + 1 < end && opens_with_one(g, next + 1));
    bool row = next + 1 < end && opening > 0 && groups_is_sign(g, opening - 1, ',') && more &&
               next[1].first > next->last && next[1].first == groups_behind_joint(g, next) &&
               groups_before(g, next[1].first, g->conjunction);
    return row ? opening - 1 : 0;
}

/* "In the raid, | a guard", "police said | a guard", "GOMA - | a guard": nothing of the clause stands before the token. */
static bool opens_clause(const Groups *g, uint32_t token)
{
    uint32_t front = g->a->tokens.sentences[analysis_sentence(g->a, token)].first;
    if (token == front)
        return true;
    if (groups_is_sign(g, token - 1, ','))
        return groups_at(g, front, g->closed[0]) != NULL;
    bool sign = groups_is_sign(g, token - 1, ':') ||
                (groups_is_sign(g, token - 1, '-') && (g->a->tokens.tokens[token - 1].flags & TOKEN_SPACE_BEFORE));
    bool said = groups_before(g, token, g->say) && !groups_before(g, token, g->closed[0]); /* not "according to" */
    return sign || said || groups_before(g, token, g->closed[5]) || groups_before(g, token, g->time);
}

/* "killed the head of the district and three of his sons", "the keeper of a shrine and his son were shot": next stands
 * behind "and", with a determiner of its own, and what stands between only says more of last. */
static bool is_far_joined(const Groups *g, const GroupRecord *opening, const GroupRecord *last, const GroupRecord *next,
                          const GroupRecord *end)
{
    enum { LONGEST = 14 };
    uint32_t and = joint_before(g, next, end);
    if (and <= last->last || and > last->last + LONGEST || !groups_same_sentence(g, opening->first, next->first))
        return false;
    bool named = next->named && last->named && last->apposed; /* "Ana Bek, a clerk | from Vale, | and Juan Sol" */
    bool opens = next->count != MENTION_NONE || next->possessed || next->additional || named || opens_with_one(g, next);
    bool goes_on = groups_at(g, last->last, g->closed[0]) || groups_is_sign(g, last->last, ',');
    if (!opens || !goes_on || !is_verbless(g, last->last, and))
        return false;
    const Mention *are =
        groups_before(g, groups_opening(opening), g->verbs[5]); /* "among the dead were | a clerk of" */
    bool object = groups_before(g, opening->first, g->verbs[0]) || groups_before(g, opening->first, g->verbs[1]) ||
                  is_of_harm(g, opening) || (are && str_equal(analysis_value(g->a, are), STR("many")));
    bool subject = opens_clause(g, opening->first);
    const GroupRecord *ends = groups_is_sign(g, and, ',') ? next + 1 : before_the_verb(g, next, end);
    uint32_t verb = named && groups_is_sign(g, ends->last, ',') ? ends->last + 1 : ends->last;
    const Mention *be = groups_at(g, verb, g->verbs[5]);
    bool row =
        groups_is_sign(g, and, ',') && groups_at(g, ends->last, g->verbs[2]); /* ", a guard and a clerk | died" */
    bool were = row || (be && str_equal(analysis_value(g->a, be), STR("many")));
    return object ? !groups_begins_any(g, ends->last, &g->finite_any)
                  : were && (subject || disagrees(g, ends)); /* "a guide | were": more than the guide */
}

/* "The murder of six monks, | a woman, and her daughter was": next stands in a row of three or more that "and" ends. */
static bool goes_on_row(const Groups *g, const GroupRecord *opening, const GroupRecord *last, const GroupRecord *next,
                        const GroupRecord *end)
{
    bool second = next + 1 < end && next[1].first == groups_behind_joint(g, next) &&
                  groups_before(g, groups_opening(&next[1]), g->conjunction);
    return is_of_harm(g, opening) && (groups_before(g, next->first, g->conjunction) ? last != opening : second);
}

/* "According to the rebels, an officer was killed", "a bomb thrown by rebels, and two men were hurt": what the preposition
 * governs ends before next. */
static bool leaves_preposition(const Groups *g, const GroupRecord *opening, const GroupRecord *last,
                               const GroupRecord *next, const GroupRecord *end)
{
    enum { AT_FRONT = 2 };
    const Mention *preposition = governor(g, opening);
    if (!preposition || goes_on_row(g, opening, last, next, end) || opening->bodies ||
        groups_before(g, groups_opening(opening), g->including))
        return false;
    uint32_t front = g->a->tokens.sentences[analysis_sentence(g->a, opening->first)].first;
    bool comma = groups_is_sign(g, last->last, ',');
    bool conjunction = groups_before(g, next->first, g->conjunction) != NULL;
    if (comma && !conjunction && preposition->first <= front + AT_FRONT)
        return true;
    bool clause = groups_at(g, next->last, g->verbs[5]) || groups_at(g, next->last, g->verbs[6]);
    return clause && !disagrees(g, next) && conjunction && (comma || !groups_is_of(g, preposition->first));
}

/* Behind a name between commas ("the governor, Ivan Alder, | wrote on Monday"): the verb whose subject stands before it. */
static const Mention *says_behind_name(const Groups *g, const GroupRecord *speaker)
{
    const Mention *say = groups_is_sign(g, speaker->last, ',') ? groups_at(g, speaker->last + 1, g->say) : NULL;
    if (!say || !groups_same_sentence(g, speaker->first, say->first))
        return NULL;
    bool ends = !groups_same_sentence(g, say->first, say->last) ||
                (g->a->tokens.tokens[say->last].flags & TOKEN_PUNCT) || groups_at(g, say->last, g->closed[0]) ||
                groups_at(g, say->last, g->time);
    return ends && speaker->named ? say : NULL;
}

/* "Residents | of Nyala said", "doctors | at the clinic told us": the verb behind the place that says which people they are. */
static const Mention *says_behind_place(const Groups *g, const GroupRecord *speaker, uint32_t preposition)
{
    enum { LONGEST = 8 };
    if (!groups_at(g, preposition, g->closed[0]))
        return NULL;
    for (uint32_t t = preposition + 1; t < preposition + LONGEST && groups_same_sentence(g, speaker->first, t); t++) {
        const Mention *say = groups_at(g, t, g->say);
        if (say && analysis_takes_clause(g->a, say))
            return say;
        if (!(g->a->tokens.tokens[t].flags & TOKEN_WORD) || g->owner[t] != MENTION_NONE ||
            groups_at(g, t, g->conjunction) || groups_at(g, t, g->closed[5]) || groups_begins_any(g, t, &g->verbs_any))
            return NULL;
    }
    return NULL;
}

/* "Police official Omar | bin-Tarik el Sadi said": the verb behind the rest of a name, of capitals, hyphens and single small words before a
 * capital. */
static const Mention *says_behind_rest(const Groups *g, const GroupRecord *speaker)
{
    enum { LONGEST = 8 };
    const TokenList *tokens = &g->a->tokens;
    for (uint32_t t = speaker->last; speaker->named && t < speaker->last + LONGEST; t++) {
        if (!groups_same_sentence(g, speaker->first, t))
            return NULL;
        const Mention *say = groups_at(g, t, g->say);
        if (say && analysis_takes_clause(g->a, say))
            return say;
        bool name = (tokens->tokens[t].flags & TOKEN_CAPITAL) || groups_is_sign(g, t, '-');
        bool particle = (tokens->tokens[t].flags & TOKEN_WORD) && t + 1 < tokens->count &&
                        (tokens->tokens[t + 1].flags & TOKEN_CAPITAL);
        if (!name && !particle)
            return says_behind_place(g, speaker, t);
    }
    return NULL;
}

/* "Police | and hospital officials said": the verb behind a body that speaks with them. */
static const Mention *says_behind_body(const Groups *g, const GroupRecord *speaker)
{
    if (!groups_at(g, speaker->last, g->conjunction))
        return NULL;
    for (size_t i = 0; i < sizeof g->bodies / sizeof *g->bodies; i++) {
        const Mention *body = groups_at(g, speaker->last + 1, g->bodies[i]);
        const Mention *say = body ? groups_at(g, body->last, g->say) : NULL;
        if (say)
            return say;
    }
    return NULL;
}

/* "A clerk said | to be ill": of whom it is told. */
static bool is_infinitive(const Groups *g, uint32_t token)
{
    return token < g->a->tokens.count && str_equal(analysis_word(g->a, token), STR("to"));
}

/* "14 people and | doctors |": a plain plural right behind the conjunction that follows a number of people. */
static bool is_unnumbered(const Groups *g, const GroupRecord *last, const GroupRecord *next)
{
    if (last->count == MENTION_NONE || !next->many || next->possessed || next->named || next->count != MENTION_NONE)
        return false;
    const Mention *joint = groups_before(g, next->first, g->conjunction);
    return joint && joint->first == last->last && groups_at(g, next->last, g->say);
}

/* The last of the row that first begins: "doctors, a nurse and | policemen", which "and" ends; or of one who is told of twice ("Ana Bek, | a
 * doctor"). NULL where several stand in a row without it: "his wife, | police" are no two who speak. */
static const GroupRecord *last_of_row(const Groups *g, const GroupRecord *first, const GroupRecord *end)
{
    const GroupRecord *last = first;
    bool closed = false;
    bool one = first->described && !first->possessed;
    while (!closed && last + 1 < end && last[1].first == groups_behind_joint(g, last) && last[1].first > last->last) {
        last++;
        closed = groups_before(g, last->first, g->conjunction);
        one = one && last->described;
    }
    return last == first || closed || one ? last : NULL;
}

/* "Killed 14 people, doctors and policemen said", "shot himself, while others said", "killed 14 people and doctors said": who speaks is none of
 * them. */
static bool speaks(const Groups *g, const GroupRecord *last, const GroupRecord *next, const GroupRecord *end)
{
    enum { MOST_SPEAKERS = 16 };
    bool comma = groups_is_sign(g, last->last, ',') && (next->first == last->last + 1 || next->additional);
    if (!comma && !is_unnumbered(g, last, next))
        return false;
    const GroupRecord *speaker = last_of_row(g, next, end - next > MOST_SPEAKERS ? next + MOST_SPEAKERS : end);
    if (!speaker)
        return false;
    const Mention *say = groups_at(g, speaker->last, g->say);
    if (!say)
        say = says_behind_name(g, speaker);
    if (!say)
        say = says_behind_place(g, speaker, speaker->last);
    if (!say)
        say = says_behind_body(g, speaker);
    if (!say)
        say = says_behind_rest(g, speaker);
    return say && analysis_takes_clause(g->a, say) && !is_infinitive(g, say->last);
}

/* "Two unhurt clerks". */
static bool is_unharmed(const Groups *g, const GroupRecord *group)
{
    for (uint32_t t = group->first; t < group->last; t++)
        if (groups_at(g, t, g->unharmed))
            return true;
    return false;
}

/* "Nine bodies | and 14 injured people": who is told of beside the dead is none of them. */
static bool ends_bodies(const Groups *g, const GroupRecord *last, const GroupRecord *next)
{
    return last->bodies && !next->bodies && !next->possessed && groups_before(g, next->first, g->conjunction);
}

/* Next goes on with what last began: "and", a comma, nothing between them. */
static bool is_joined(const Groups *g, const GroupRecord *opening, const GroupRecord *last, const GroupRecord *next,
                      const GroupRecord *end)
{
    bool beside = groups_opening(next) == groups_behind_joint(g, last) || /* "and Ana Bek's son" */
                  next->first == behind_with(g, last, next);
    const Mention *joint = beside ? groups_before(g, groups_opening(next), g->conjunction) : NULL;
    bool opens = joint && groups_at(g, joint->first, g->opener); /* "killed a guard but two clerks lived" */
    bool near = beside && !opens && last->last < next->first && groups_same_sentence(g, last->first, next->first) &&
                !begins_own_clause(g, opening, next, end) && !is_harmed_apart(g, opening, next) &&
                !leaves_preposition(g, opening, last, next, end) && !groups_leaves_opening(g, opening, last, next);
    uint32_t front = groups_opening(next);
    bool parted = groups_is_sign(g, front - 1, ';') || (front > 1 && groups_is_sign(g, front - 2, ';'));
    bool apart = parted && !(last->named && (next->named || next->possessed)) &&
                 groups_item_end(g, next->last) == next->last; /* "in Juan Sol; a girl died" */
    bool picked = next->picked && !last->picked;               /* "seven of them women and two of them children" */
    return !picked && !apart && !ends_bodies(g, last, next) && is_unharmed(g, opening) == is_unharmed(g, next) &&
           (near || is_far_joined(g, opening, last, next, end));
}

bool groups_join(const Groups *g, const GroupRecord *opening, const GroupRecord *last, const GroupRecord *next,
                 const GroupRecord *end)
{
    return is_joined(g, opening, last, next, end) && !speaks(g, last, next, end);
}

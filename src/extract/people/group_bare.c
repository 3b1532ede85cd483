/*
 * Counts without a noun that stand for people: "killing 10", "two of them", "another was wounded", "8 VDP were killed".
 */
#include "extract/people/group_parts.h"

/* "burned three | army trucks", "one | of the vehicles was hit": things are counted. */
static bool counts_things(const Groups *g, uint32_t token)
{
    enum { REACH = 7 };
    for (uint32_t t = token; t < token + REACH && groups_same_sentence(g, token, t); t++) {
        if (groups_begins_any(g, t, &g->things_any) || groups_is_model(g, t))
            return true;
        bool article = t > token && groups_at(g, t, g->determiner);
        bool of = t == token && groups_is_of(g, t);
        bool whole = t == token + 1 && groups_is_of(g, token) && groups_at(g, t, g->count); /* "four of six roads" */
        if (!of && !whole && !article && !groups_is_modifier(g, t))
            return false;
    }
    return false;
}

/* "16 dead | cows", "nine wounded | horses": behind what became of them stands what is no person, and nothing goes on with it. */
static bool counts_harmed_things(const Groups *g, uint32_t token)
{
    enum { REACH = 3 };
    const Mention *harm = groups_at(g, token, g->verbs[3]);
    harm = harm ? harm : groups_at(g, token, g->verbs[0]);
    uint32_t t = harm ? harm->last : token;
    for (uint32_t end = t + REACH; harm && t < end && groups_same_sentence(g, token, t); t++) {
        const Mention *thing = groups_at(g, t, g->things[2]);
        if (thing) {
            Str next = groups_same_sentence(g, token, thing->last) ? analysis_word(g->a, thing->last) : STR_NONE;
            return !groups_same_sentence(g, token, thing->last) || !groups_is_modifier(g, thing->last) ||
                   (str_present(next) && str_find(next, STR("noun"), 0) == SIZE_MAX);
        }
        if (!groups_is_modifier(g, t) || groups_is_quote(g, t))
            break;
    }
    return false;
}

/* The verb of harm whose object the count is, or whose subject, in the passive: "burned | four of them", "four of them were | burned". */
static const Mention *verb_of(const Groups *g, const Mention *count)
{
    enum { REACH = 5 };
    const Mention *verb = groups_before(g, count->first, g->verbs[0]);
    if (!verb)
        verb = groups_before(g, count->first, g->verbs[1]);
    uint32_t t = count->last;
    while (!verb && t < count->last + REACH && groups_same_sentence(g, count->first, t)) {
        verb = groups_at(g, t, g->verbs[0]);
        const Mention *between = groups_at(g, t, g->including);
        between = between ? between : groups_at(g, t, g->verbs[5]); /* forms of "be" */
        between = between ? between : groups_at(g, t, g->verbs[6]); /* and of "have" */
        between = between ? between : groups_at(g, t, g->adverb);
        if (!between)
            break;
        t = between->last;
    }
    return verb;
}

/* "40 | tanker | lorries": a number stands before the thing. */
static bool is_counted(const Groups *g, uint32_t thing)
{
    enum { REACH = 3 };
    for (uint32_t t = thing; t > 0 && thing - t < REACH && groups_same_sentence(g, t - 1, thing); t--)
        if (groups_before(g, t, g->number))
            return true;
    return false;
}

/* "Seized 25 | Kenyan border posts", "seized 12 | rusty tanks": does a common noun end what stands behind the count, of which nobody made
 * people? */
static bool ends_in_thing(const Groups *g, uint32_t first)
{
    enum { LONGEST = 4 };
    bool thing = false;
    for (uint32_t t = first; t < first + LONGEST && groups_same_sentence(g, first, t); t++) {
        unsigned flags = g->a->tokens.tokens[t].flags;
        bool people = t == first && (groups_at(g, t, g->demonym) || (flags & TOKEN_CAPITAL)); /* "25 | Kenyan" */
        bool word = (flags & TOKEN_WORD) && !(flags & TOKEN_NUMBER) && (people || !(flags & TOKEN_CAPITAL));
        if (word && t > first && groups_begins(g, t, g->noun_head))
            return true;
        if (!word || !(people || groups_is_modifier(g, t)))
            break;
        if (!people && (groups_at(g, t, g->victim) || groups_at(g, t, g->additional) || groups_at(g, t, g->adverb)))
            return false;
        thing = t > first && groups_begins(g, t, g->common);
    }
    return thing;
}

/* "Burned some | farmlands": right behind a verb of which things may be the object, a common noun that no list of people has is what
 * was counted; so is any noun where the verb hurts. */
static bool has_thing_as_head(const Groups *g, const Mention *count, const Mention *verb)
{
    uint32_t t = count->last;
    if (verb->last == count->first && groups_same_sentence(g, count->first, t) && ends_in_thing(g, t))
        return true;
    if (verb->last != count->first || !groups_same_sentence(g, count->first, t) ||
        (g->a->tokens.tokens[t].flags & (TOKEN_CAPITAL | TOKEN_NUMBER)) ||
        !(g->a->tokens.tokens[t].flags & TOKEN_WORD) || !groups_is_modifier(g, t) || groups_at(g, t, g->additional) ||
        groups_at(g, t, g->adverb))
        return false;
    Str kind = analysis_word(g->a, t);
    bool noun = !str_present(kind) || str_find(kind, STR("noun"), 0) < SIZE_MAX;
    bool hurts = str_equal(analysis_value(g->a, verb), STR("injured"));
    return groups_begins(g, t, g->common) || (hurts && noun);
}

/* "They stopped nine lorries and burned four": a verb of which things may be the object goes with what was counted last, and
 * "of them" tells of people only where some were told of. */
static bool stands_for_things(const Groups *g, const Mention *count)
{
    enum { REACH = 40 };
    const Mention *verb = verb_of(g, count);
    if (!verb || !analysis_attr(g->a, verb, "object"))
        return false;
    if (has_thing_as_head(g, count, verb))
        return true;
    const Mention *of = groups_at(g, count->last, g->including);
    uint32_t here = verb->first < count->first ? verb->first : count->first;
    uint32_t subject = here > 0 && here < count->first ? g->owner[here - 1] : MENTION_NONE; /* of the verb */
    uint32_t sentence = g->a->tokens.tokens[count->first].sentence;
    for (uint32_t t = here; t > 0 && here - t < REACH && g->a->tokens.tokens[t - 1].sentence + 1 >= sentence; t--) {
        uint32_t owner = g->owner[t - 1];
        if (owner != MENTION_NONE && owner != subject && g->a->groups[owner].many)
            return false;
        if (owner == MENTION_NONE && groups_begins_any(g, t - 1, &g->things_any) && is_counted(g, t - 1))
            return true;
    }
    return of && str_equal(analysis_value(g->a, of), STR("of"));
}

/* "30 | WIA | were reported": what became of those counted, no body whose people were hurt ("8 | KIA | were wounded"). */
static bool is_outcome(const Groups *g, uint32_t token)
{
    if (!groups_at(g, token, g->verbs[3]))
        return false;
    const Mention *be = groups_at(g, token + 1, g->verbs[5]);
    return !be || !groups_at(g, be->last, g->verbs[0]);
}

/* "8 | VDP | and 3 drivers were killed", "5 | VDP | were killed": over the short name of a body in whose place its people
 * stand; the token itself where no verb of harm follows. */
static uint32_t over_acronym(const Groups *g, uint32_t token)
{
    if (token + 1 >= g->a->tokens.count || !(g->a->tokens.tokens[token].flags & TOKEN_UPPER) ||
        (g->a->tokens.tokens[token].flags & (TOKEN_SHOUTED | TOKEN_PUNCT)) ||
        mention_covers_any(&g->a->mentions, token, &g->spots) || is_outcome(g, token))
        return token;
    const Mention *conjunction = groups_at(g, token + 1, g->conjunction);
    bool joined = conjunction && conjunction->last < g->a->tokens.count && g->owner[conjunction->last] != MENTION_NONE;
    return joined || groups_before_verb(g, token, token + 1) ? token + 1 : token;
}

/* "The murder of a couple in Goma": its word is people of itself, where no noun goes with it. */
static bool is_pair(const Groups *g, const Mention *count)
{
    uint32_t next = count->last;
    if (!groups_at(g, next - 1, g->human))
        return false;
    bool ends = !groups_same_sentence(g, count->first, next) || (g->a->tokens.tokens[next].flags & TOKEN_PUNCT);
    return ends || (!groups_is_of(g, next) && groups_begins_any(g, next, &g->closed_any));
}

/* "Killing 10", "killing all three", "wounded the two", "wounding an additional 75", "wounding a further 43". */
static bool is_object(const Groups *g, uint32_t first)
{
    const Mention *before = groups_before(g, first, g->determiner);
    if (!before)
        before = groups_before(g, first, g->adverb);
    const Mention *further = before ? NULL : groups_before(g, first, g->additional);
    if (further) {
        before = groups_before(g, further->first, g->determiner);
        before = before ? before : further;
    }
    return groups_behind_verb(g, first) || (before && groups_behind_verb(g, before->first));
}

/* "Nine, including a clerk, were hurt", "nine, three of them clerks, were hurt": who was among those counted is told behind the comma. */
static bool opens_parts(const Groups *g, uint32_t token)
{
    const Mention *part = groups_at(g, token, g->count);
    bool people = part && g->owner[token] != MENTION_NONE; /* not "nine, three of them bakeries, were burned" */
    const Mention *of = people ? groups_at(g, part->last, g->including) : NULL;
    return groups_at(g, token, g->including) || (of && str_equal(analysis_value(g->a, of), STR("of")));
}

/* A count without a noun stands for people only beside a verb of harm, "others", or "including". */
static bool stands_for_people(const Groups *g, const Mention *count)
{
    const Mention *more = groups_at(g, count->last, g->additional); /* "four more wounded" */
    uint32_t next = more ? more->last : count->last;
    if (over_acronym(g, next) > next)
        return !counts_things(g, next);
    bool harm = groups_at(g, next, g->verbs[4]) && !groups_at(g, next, g->verbs[0]) && !groups_at(g, next, g->verbs[3]);
    if (harm || counts_things(g, next) || counts_harmed_things(g, next))
        return false; /* "the killing of clerks and 12 | injuries" */
    bool several = g->a->counts[count->data].range.low > 1;
    const Mention *adverb = several ? groups_at(g, next, g->adverb) : NULL; /* "six also hurt" */
    uint32_t verb = adverb ? adverb->last : next;
    bool verb_after = groups_same_sentence(g, count->first, verb) &&
                      (groups_begins_any(g, next, &g->verbs_any) || groups_at(g, verb, g->verbs[0]));
    bool fatal = groups_same_sentence(g, count->first, next) && groups_at(g, next, g->fatal); /* "one fatally" */
    bool opens = more || groups_before(g, count->first, g->including);
    bool picked = opens && groups_at(g, next, g->closed[5]); /* "including one who died", "two more who were hurt" */
    const Mention *with = groups_at(g, next, g->company);    /* "a couple with their child" */
    bool company = with && groups_at(g, with->last, g->possessive);
    if (verb_after || fatal || picked || is_pair(g, count) || company || groups_collective_before(g, count->first))
        return true;
    if (is_object(g, count->first))
        return true;
    uint32_t after_comma = groups_is_sign(g, next, ',') ? next + 1 : next;
    if (groups_same_sentence(g, count->first, after_comma) && opens_parts(g, after_comma))
        return true;
    return count->first > 0 && groups_is_sign(g, count->first - 1, ':') && !groups_same_sentence(g, count->first, next);
}

/* "One was killed and the | other | injured": behind a conjunction or comma, and no noun goes with it. */
static const Mention *the_other(const Groups *g, const Mention *determiner)
{
    const Mention *other = groups_at(g, determiner->last, g->additional);
    bool goes_on = groups_before(g, determiner->first, g->conjunction) ||
                   (determiner->first > 0 && groups_is_sign(g, determiner->first - 1, ','));
    bool alone = other && goes_on && !groups_at(g, other->first, g->victim) && !groups_at(g, other->last, g->count);
    return alone && str_equal(analysis_value(g->a, determiner), STR("definite")) ? other : NULL;
}

/* "One was killed and another wounded", "a fourth was hurt": one more person, whom the determiner opens; none (first == last)
 * where a noun goes with it. */
static GroupRecord one_more(const Groups *g, const Mention *determiner)
{
    GroupRecord one = {.first = determiner->first, .last = determiner->first, .count = MENTION_NONE, .described = true};
    const Mention *other = the_other(g, determiner);
    if (other) {
        one.additional = true;
        one.last = other->last;
        return one;
    }
    if (!str_equal(analysis_value(g->a, determiner), STR("one")))
        return one;
    const Mention *ordinal = groups_at(g, determiner->last, g->ordinal);
    int64_t n = 0;
    one.additional = groups_at(g, determiner->first, g->additional) != NULL;
    one.ordinal = ordinal && str_number(analysis_value(g->a, ordinal), &n) ? (unsigned)n : 0;
    if (one.additional || ordinal)
        one.last = ordinal ? ordinal->last : determiner->last;
    return one;
}

/* Whether the phrase is a verb's subject, or its object that nothing goes on with: "wounded another in the yard". */
static bool stands_alone(const Groups *g, const GroupRecord *one)
{
    bool ends = !groups_same_sentence(g, one->first, one->last) ||
                (g->a->tokens.tokens[one->last].flags & TOKEN_PUNCT) || groups_begins_any(g, one->last, &g->closed_any);
    return groups_before_verb(g, one->first, one->last) || (ends && groups_behind_verb(g, one->first));
}

static void find_bare_ones(Groups *g)
{
    const MentionList *list = &g->a->mentions;
    ClassSet set = class_set_of(&g->determiner, 1);
    for (uint32_t t = groups_next(g, 0, &set); t < list->token_count; t = groups_next(g, t + 1, &set)) {
        const Mention *determiner = groups_at(g, t, g->determiner);
        if (!determiner || g->owner[t] != MENTION_NONE)
            continue;
        GroupRecord one = one_more(g, determiner);
        if (one.last > t && g->owner[one.last - 1] == MENTION_NONE && !groups_over(g, t, g->time) &&
            stands_alone(g, &one))
            (void)groups_add(g, one);
    }
}

/* "a | Bantu | family of five": over what stands between the article and the noun; the token itself without an article. */
static uint32_t over_modifiers(const Groups *g, uint32_t token)
{
    for (uint32_t t = token; t > 0 && token - t <= MAX_MODIFIERS && groups_same_sentence(g, t - 1, token); t--) {
        if (groups_before(g, t, g->determiner))
            return t;
        if (!groups_is_modifier(g, t - 1))
            break;
    }
    return token;
}

/* "Taken to a clinic, where | two | died": who dies where the sentence has told that people were taken. */
static bool are_cared_for(const Groups *g, const Mention *count)
{
    enum { REACH = 5 };
    const Mention *where = groups_before(g, count->first, g->closed[5]);
    if (!where || str_equal(analysis_value(g->a, where), STR("subject")) || !groups_is_sign(g, where->first - 1, ','))
        return false;
    bool people = false;
    bool care = groups_before(g, where->first - 1, g->verbs[2]) != NULL; /* "taken to hospital" */
    for (uint32_t t = where->first - 1; t > 0 && groups_same_sentence(g, t - 1, count->first); t--) {
        care = care || (where->first - t < REACH && groups_begins(g, t - 1, g->houses[1]));
        people = people || g->owner[t - 1] != MENTION_NONE;
    }
    return care && people;
}

void groups_find_bare(Groups *g)
{
    const MentionList *list = &g->a->mentions;
    ClassSet set = class_set_of(&g->count, 1);
    for (uint32_t t = groups_next(g, 0, &set); t < list->token_count; t = groups_next(g, t + 1, &set)) {
        const Mention *count = groups_at(g, t, g->count);
        if (!count || groups_at(g, t, g->personal) || !groups_count_is_usable(g, count) ||
            !stands_for_people(g, count) || stands_for_things(g, count)) /* "one another" is no count */
            continue;
        GroupRecord group = {.first = t, .last = count->last, .count = count->data, .many = true, .bare = true};
        const Mention *including = groups_at(g, count->last, g->including);
        group.anaphoric = including != NULL; /* "one of them" is one of those told before */
        group.picked = including && str_equal(analysis_value(g->a, including), STR("of"));
        if (are_cared_for(g, count)) /* "were taken to a clinic, where two died": of them */
            group.anaphoric = group.picked = true;
        const Mention *more = groups_at(g, count->last, g->additional);
        group.additional = more != NULL;
        group.last = over_acronym(g, more ? more->last : group.last);
        const Mention *collective = groups_collective_before(g, t);
        group.first = collective ? over_modifiers(g, collective->first) : group.first;
        groups_take_determiners(g, &group);
        group.part = group.definite && group.additional; /* "the other four" */
        const Mention *both = groups_at(g, t, g->determiner);
        group.anaphoric = group.anaphoric || (both && str_equal(analysis_value(g->a, both), STR("definite")));
        group.anaphoric = group.anaphoric || group.part;
        (void)groups_add(g, group);
        t = group.last - 1;
    }
    find_bare_ones(g);
}

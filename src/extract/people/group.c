/*
 * Groups of people: a head noun (class VICTIM) with what belongs to it on its left. The other finders (names and pronouns:
 * group_name.c; objects: group_object.c; bare counts: group_bare.c) and the lists (group_list.c) complete the stage.
 */
#include "extract/analysis/tags.h"
#include "extract/people/group_parts.h"

/* The count before the head's phrase; not the number of a picture: "Image 9 of 9 | Mother found dead". */
static const Mention *count_of_head(const Groups *g, uint32_t token, const GroupRecord *group)
{
    const Mention *count = groups_count_before(g, token);
    bool picture = count && !group->many && count->first > 0 && groups_is_of(g, count->first - 1) &&
                   groups_before(g, count->first - 1, g->count);
    return picture ? NULL : count;
}

/* Subgroup names in the attribute `sub`, separated by ";"; "others" says that these are further people, "anybody" that the word says
 * nothing of who they are, "class" that it is the word for all of their class. */
static void read_subgroups(const Groups *g, const Mention *head, GroupRecord *group)
{
    const Attr *sub = analysis_attr(g->a, head, "sub");
    Str rest = sub ? lexicon_value_name(g->a->language->lexicon, sub->value) : STR_NONE;
    Str name = STR_NONE;
    while (str_cut(&rest, ';', &name)) {
        group->subgroups |= subgroup_parse(name);
        group->additional = group->additional || str_equal(name, STR("others"));
        group->anybody = group->anybody || str_equal(name, STR("anybody"));
        group->class_word = group->class_word || str_equal(name, STR("class"));
    }
}

static bool is_plural(const Groups *g, const Mention *head)
{
    return !groups_noun_is(g, head, "one"); /* many, mass */
}

/* Determiners and additions between count and noun phrase: "another 22", "the other two". */
void groups_take_determiners(const Groups *g, GroupRecord *group)
{
    for (int i = 0; i < 3; i++) {
        const Mention *more = groups_before(g, group->first, g->additional);
        const Mention *word = more ? more : groups_before(g, group->first, g->determiner);
        if (!word)
            word = groups_before(g, group->first, g->possessive);
        if (!word || g->owner[word->first] != MENTION_NONE)
            return;
        group->additional = group->additional || more != NULL;
        if (word->cls == g->determiner && !more && str_equal(analysis_value(g->a, word), STR("definite")))
            group->definite = true;
        group->possessed = group->possessed || word->cls == g->possessive;
        if (word->cls == g->possessive || word->cls == g->additional || word->cls == g->determiner)
            group->first = word->first;
    }
}

/* The start of a body's name that ends before the token, with its acronym in parentheses: "Revolutionary Armed Forces
 * of Colombia (FARC) guerrillas"; the token itself when there is none. */
static uint32_t body_before(const Groups *g, uint32_t token)
{
    uint32_t end = token;
    if (end >= 3 && groups_is_sign(g, end - 1, ')') && groups_is_sign(g, end - 3, '('))
        end -= 3;
    for (size_t i = 0; i < 2; i++) {
        const Mention *body = groups_before(g, end, g->bodies[i]);
        if (body && body->last - body->first > 1 && groups_same_sentence(g, body->first, token))
            return body->first;
    }
    return token;
}

/* "a police personnel", "the three", "three other": the determiner before `here` opens the group. */
static bool take_determiner(const Groups *g, uint32_t here, const Mention *more, GroupRecord *group)
{
    const Mention *determiner = groups_before(g, here, g->determiner);
    if (!determiner)
        determiner = groups_before(g, here, g->possessive);
    if (!determiner)
        determiner = more;
    if (!determiner || g->owner[determiner->first] != MENTION_NONE)
        return false;
    group->first = here;
    if (determiner->cls == g->determiner && str_equal(analysis_value(g->a, determiner), STR("one")))
        group->many = false;
    groups_take_determiners(g, group);
    return true;
}

/* Over an age ("7-year-old boy") or the body that the people belong to; `here` where neither stands before it. */
static uint32_t before_age_or_body(const Groups *g, uint32_t here, GroupRecord *group)
{
    const Mention *aged = groups_before(g, here, g->victim);
    uint32_t age = aged ? groups_age_before(g, aged) : here;
    if (!aged || age >= aged->first)
        return body_before(g, here);
    group->first = age;
    return age;
}

/* "a fourth victim": over the ordinal, which says that the victim is none of those told before; `here` where none stands
 * before it. */
static uint32_t take_ordinal(const Groups *g, uint32_t here, GroupRecord *group)
{
    const Mention *ordinal = group->many ? NULL : groups_before(g, here, g->ordinal);
    int64_t n = 0;
    if (!ordinal || g->owner[ordinal->first] != MENTION_NONE || !str_number(analysis_value(g->a, ordinal), &n) || n < 1)
        return here;
    group->ordinal = (unsigned)n;
    return ordinal->first;
}

/* Whether nothing but adjectives and nouns stands in [first, last): "and | political | leader", ", | police | chief". */
static bool is_described(const Groups *g, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++) {
        Str kind = analysis_word(g->a, t);
        bool noun = str_find(kind, STR("noun"), 0) < SIZE_MAX && str_find(kind, STR("pret"), 0) == SIZE_MAX &&
                    str_find(kind, STR("third"), 0) == SIZE_MAX;
        if ((str_present(kind) && !noun) || groups_at(g, t, g->say))
            return false;
    }
    return true;
}

/* No modifier stands before `here`; a verb or noun of harm whose object the group is ("killing local party leader ...") ends it there,
 * and so does who says so before an age ("the coroner named | 18-year-old Ana Bek"). */
static bool ends_left(const Groups *g, uint32_t start, uint32_t here, GroupRecord *group)
{
    bool noun = here > 0 && groups_is_of(g, here - 1) && /* "the murder of X and of | local lawyer Y" */
                (groups_before(g, here - 1, g->verbs[4]) || groups_before(g, here - 1, g->conjunction) ||
                 groups_before(g, here - 1, g->time)); /* "the murder on Monday of | local lawyer Y" */
    bool joint =
        here > 0 && here < start && (groups_before(g, here, g->conjunction) || groups_is_sign(g, here - 1, ','));
    bool said = here > 1 && here == start && (g->a->tokens.tokens[here].flags & TOKEN_NUMBER) &&
                groups_at(g, here - 1, g->say) && !groups_before(g, here - 1, g->determiner);
    bool object = said || noun || groups_before(g, here, g->verbs[0]) || groups_before(g, here, g->verbs[1]) ||
                  (joint && is_described(g, here, start));
    if (object)
        group->first = here;
    return object || here == 0 || !groups_same_sentence(g, start, here - 1) || !groups_is_modifier(g, here - 1);
}

/* "Four headless, tortured | bodies": the token behind the count, over adjectives with commas; `here` where none stands there. */
static uint32_t over_adjectives(const Groups *g, uint32_t here)
{
    enum { LONGEST = 4 };
    if (here < 2 || !groups_is_sign(g, here - 1, ','))
        return here;
    for (uint32_t t = here - 1; t > 0 && here - t <= LONGEST; t--) {
        const Mention *count = groups_count_before(g, t);
        if (count && t < here - 1 && groups_same_sentence(g, t, here))
            return t;
        if (!(g->a->tokens.tokens[t - 1].flags & TOKEN_WORD) || groups_at(g, t - 1, g->closed[1]))
            return here;
    }
    return here;
}

/* "Four army and | police officers": the token behind the count, over a body's name and "and"; `here` where none stands there. */
static uint32_t over_joint_body(const Groups *g, uint32_t here)
{
    const Mention *and = groups_before(g, here, g->conjunction);
    if (!and || groups_at(g, and->first, g->opener))
        return here;
    for (size_t i = 0; i < 2; i++) {
        const Mention *body = groups_before(g, and->first, g->bodies[i]);
        if (body && g->owner[body->first] == MENTION_NONE && groups_same_sentence(g, body->first, here) &&
            groups_count_before(g, body->first))
            return body->first;
    }
    return here;
}

/* Over what is more than one word of the phrase; `here` where nothing such stands before it. */
static uint32_t over_phrase(const Groups *g, uint32_t here, GroupRecord *group)
{
    uint32_t before = before_age_or_body(g, here, group);
    if (before == here)
        before = take_ordinal(g, here, group);
    if (before == here && group->bodies)
        before = over_adjectives(g, here);
    if (before == here && group->many)
        before = over_joint_body(g, here);
    return before;
}

void groups_take_left(const Groups *g, GroupRecord *group)
{
    uint32_t start = group->first;
    uint32_t here = start;
    for (int i = 0; i <= MAX_MODIFIERS; i++) {
        const Mention *count = count_of_head(g, here, group);
        if (count) {
            const Mention *both = groups_at(g, count->first, g->determiner);
            group->count = (uint32_t)(count->data);
            group->first = count->first;
            group->definite = both && str_equal(analysis_value(g->a, both), STR("definite"));
            groups_take_determiners(g, group);
            return;
        }
        const Mention *more = groups_before(g, here, g->additional);
        if (more && g->owner[more->first] == MENTION_NONE && groups_before(g, more->first, g->count)) {
            group->additional = true; /* "three other soldiers" */
            here = more->first;
            continue;
        }
        if (take_determiner(g, here, more, group))
            return;
        uint32_t before = over_phrase(g, here, group);
        if (before == here && ends_left(g, start, here, group))
            return;
        here = before < here ? before : here - 1;
    }
}

/* "two murdered men", "a dead civilian": what became of them stands before the noun; "three gunshot victims": in it. */
static void take_harm(const Groups *g, const Mention *head, GroupRecord *group)
{
    if (analysis_attr(g->a, head, "harm")) {
        group->struck = true;
        return;
    }
    const Mention *harm = groups_before(g, group->first, g->verbs[3]);
    if (!harm)
        harm = groups_before(g, group->first, g->verbs[0]);
    if (!harm || group->count != MENTION_NONE || group->definite || g->owner[harm->first] != MENTION_NONE)
        return;
    const Mention *count = groups_count_before(g, harm->first);
    const Mention *determiner = groups_before(g, harm->first, g->determiner);
    bool headline = !determiner && (g->a->tokens.tokens[harm->first].flags & TOKEN_SENTENCE_START) && group->described;
    if (!count && !headline && (!determiner || !str_equal(analysis_value(g->a, determiner), STR("one"))))
        return;
    group->harm = outcome_parse(analysis_value(g->a, harm));
    group->count = count ? count->data : MENTION_NONE;
    group->first = count ? count->first : determiner ? determiner->first : harm->first;
    if (count)
        groups_take_determiners(g, group);
}

/* "police": the same form for one and many, and a modifier as often as not. */
static bool is_mass(const Groups *g, const Mention *head)
{
    return groups_noun_is(g, head, "mass");
}

/* "A Greek | -owned ship": a participle hangs at the noun. */
static bool is_compounded(const Groups *g, uint32_t hyphen)
{
    const Token *tokens = g->a->tokens.tokens;
    uint32_t part = hyphen + 1;
    if (!groups_is_sign(g, hyphen, '-') || !groups_same_sentence(g, hyphen, part) ||
        ((tokens[hyphen].flags | tokens[part].flags) & TOKEN_SPACE_BEFORE))
        return false;
    Str kind = analysis_word(g->a, part);
    if (str_present(kind))
        return str_find(kind, STR("part"), 0) < SIZE_MAX;
    return language_ending_tags(g->a->language, groups_text(g, part)) & BIT(TAG_PART);
}

/* "a lawyers' group", "two of the farmers' sons": several own what is told of. */
static bool are_owners(const Groups *g, const Mention *head)
{
    uint32_t mark = head->last;
    if (!is_plural(g, head) || mark + 1 >= g->a->tokens.count || !groups_same_sentence(g, mark, mark + 1) ||
        !groups_is_quote(g, mark) || (g->a->tokens.tokens[mark].flags & TOKEN_SPACE_BEFORE) ||
        !(g->a->tokens.tokens[mark + 1].flags & TOKEN_WORD))
        return false;
    const Mention *article = groups_before(g, head->first, g->determiner);
    return groups_at(g, mark + 1, g->victim) || (article && str_equal(analysis_value(g->a, article), STR("one")));
}

/* "Sudanese | air raids", "an Israeli | airstrike": whose deed or thing it is, by a word for a people that has no plural of its own. */
static bool qualifies_deed(const Groups *g, const Mention *head)
{
    const Mention *people = groups_at(g, head->first, g->demonym);
    if (!people || people->last != head->last || !analysis_is_name(g->a, head->first) ||
        str_find(analysis_word(g->a, head->first), STR("many"), 0) < SIZE_MAX)
        return false;
    Str kind = analysis_word(g->a, head->last);
    bool noun = !str_present(kind) || str_equal(kind, STR("noun"));
    bool thing = noun && groups_begins(g, head->last, g->common) && !groups_at(g, head->last, g->victim) &&
                 !(g->a->tokens.tokens[head->last].flags & TOKEN_CAPITAL); /* "12 Sudanese | tanks" */
    return thing || groups_begins(g, head->last, g->deeds);
}

/* "Some who looked | Kenyan |, died": right behind a verb that harms nobody it tells of what kind people are. */
static bool tells_what_kind(const Groups *g, const Mention *head)
{
    uint32_t verb = head->first > 0 ? head->first - 1 : 0;
    return head->first > 0 && groups_at(g, head->first, g->demonym) && groups_same_sentence(g, verb, head->first) &&
           str_find(analysis_word(g->a, verb), STR("pret"), 0) < SIZE_MAX && !groups_behind_verb(g, head->first);
}

/* "a police patrol", "a student dormitory": a singular people noun before another noun only modifies it. */
static bool is_modifying(const Groups *g, const Mention *head)
{
    uint32_t next = head->last;
    if (!groups_same_sentence(g, head->first, next))
        return false;
    if (groups_at(g, next, g->aged))
        return false; /* "a boy aged six" */
    if (is_compounded(g, next) || tells_what_kind(g, head) || are_owners(g, head) || qualifies_deed(g, head) ||
        groups_has_noun_behind(g, head))
        return true;
    if (groups_at(g, next, g->victim) || groups_begins(g, next, g->noun_head) ||
        (!is_plural(g, head) && (groups_at(g, next, g->things[0]) || groups_at(g, next, g->things[1]) ||
                                 groups_is_model(g, next)))) /* "the Italian Embassy", "17 Ukrainian UAVs" */
        return true;
    const Token *token = &g->a->tokens.tokens[next];
    bool shouted = (token->flags & TOKEN_SHOUTED) && !analysis_is_name(g->a, next);
    if ((is_plural(g, head) && !is_mass(g, head)) || !(token->flags & TOKEN_WORD) ||
        ((token->flags & TOKEN_CAPITAL) && !shouted))
        return false;
    Str kind = analysis_word(g->a, next);
    bool unknown =
        !str_present(kind) && !language_ending_tags(g->a->language, span_text(g->a->tokens.text, token->span));
    return (unknown || str_find(kind, STR("noun"), 0) == 0) && !groups_over(g, next, g->time) &&
           !groups_begins_any(g, next, &g->closed_any) && !groups_begins_any(g, next, &g->verbs_any);
}

/* "Remains", and "body parts", of which nobody knows how many people they are. */
static bool tells_rest(const Groups *g, const Mention *head)
{
    return groups_noun_is(g, head, "rest") || groups_noun_is(g, head, "parts");
}

/* Whether "body" and "bodies" are of the dead without more being said: "two bodies", "a body in the trunk", and a headline's
 * "Body with a message found"; a public body has another noun or "of" beside it. */
static bool is_of_dead(const Groups *g, const Mention *head, const GroupRecord *group)
{
    if (!str_equal(analysis_value(g->a, head), STR("body")))
        return true; /* corpses */
    uint32_t next = head->last;
    bool ends = !groups_same_sentence(g, head->first, next) || !(g->a->tokens.tokens[next].flags & TOKEN_WORD);
    bool linked = groups_at(g, next, g->closed[1]) || (groups_at(g, next, g->closed[0]) && !groups_is_of(g, next));
    bool verb = groups_begins_any(g, next, &g->verbs_any) || groups_at(g, next, g->found);
    if (group->definite || group->possessed || !(ends || linked || verb))
        return false;
    if (group->count != MENTION_NONE)
        return true;
    const Mention *determiner = groups_before(g, head->first, g->determiner);
    bool one = determiner && str_equal(analysis_value(g->a, determiner), STR("one"));
    bool headline = g->a->tokens.tokens[head->first].flags & TOKEN_SENTENCE_START;
    return one || headline;
}

static void take_body(const Groups *g, const Mention *head, GroupRecord *group)
{
    group->bodies = true;
    group->count = groups_noun_is(g, head, "parts") ? MENTION_NONE : group->count;
    group->remains = group->count == MENTION_NONE && tells_rest(g, head);
    group->many = group->many && !group->remains;
    group->harm = is_of_dead(g, head, group) ? OUTCOME_KILLED : OUTCOME_NONE;
}

/* The noun phrase of a head: a word for victims, or for bodies. */
static GroupRecord head_group(const Groups *g, const Mention *head, bool body)
{
    GroupRecord group = {.first = groups_age_before(g, head), .last = head->last, .count = MENTION_NONE};
    group.victim_class = body ? CLASS_UNKNOWN : class_parse(analysis_value(g->a, head));
    read_subgroups(g, head, &group);
    group.many = is_plural(g, head);
    group.bodies = body;
    groups_take_left(g, &group);
    int ages = 0;
    group.last = group.many ? groups_ages_behind(g, group.last, &ages) : groups_age_behind(g, group.last);
    groups_take_age(g, &group);
    group.described = !group.many && group.count == MENTION_NONE;
    if (body)
        take_body(g, head, &group);
    else
        take_harm(g, head, &group);
    groups_take_collective(g, &group);
    if (!body)
        groups_take_side(g, head, &group);
    groups_take_partitive(g, &group);
    groups_take_pair(g, head, &group);
    groups_take_ages(g, ages, &group);
    groups_take_share(g, &group);
    groups_take_picked(g, &group);
    groups_take_owner(g, &group);
    group.described = !group.many && group.count == MENTION_NONE;
    group.part =
        group.part || (group.definite && group.additional && group.count != MENTION_NONE); /* "the other three" */
    bool counted =
        group.count != MENTION_NONE && !(groups_noun_people(g, head) > 0 && group.definite); /* "the couple" */
    group.anaphoric = group.part || ((group.definite || (group.bodies && group.possessed)) && !counted);
    return group;
}

/* "She remains in hospital": the noun "remains" opens its phrase, or is what was found or whose it is. */
static bool is_verb(const Groups *g, const Mention *body)
{
    if (!str_equal(analysis_value(g->a, body), STR("body")) || !tells_rest(g, body) ||
        (g->a->tokens.tokens[body->first].flags & TOKEN_SENTENCE_START))
        return false;
    const Mention *count = groups_before(g, body->first, g->count); /* "one remains in hospital" */
    bool one = count && g->a->counts[count->data].range.high == 1;
    bool opens = groups_before(g, body->first, g->determiner) || groups_before(g, body->first, g->possessive) ||
                 (count && !one) || groups_before(g, body->first, g->closed[0]);
    return !opens && !groups_at(g, body->last, g->found) && !groups_is_of(g, body->last) &&
           !groups_at(g, body->last, g->verbs[5]) && !groups_at(g, body->last, g->verbs[6]);
}

/* "A boy who | lives here": a form that is a verb too, whose subject stands before it. */
static bool is_finite(const Groups *g, const Mention *head)
{
    const Mention *relative = groups_before(g, head->first, g->closed[5]);
    return relative && str_equal(analysis_value(g->a, relative), STR("subject")) &&
           str_find(analysis_word(g->a, head->first), STR("third"), 0) < SIZE_MAX;
}

/* "No members were hurt", "not a single guard", "none of the men", "how many people": nobody is told of. */
static bool is_denied(const Groups *g, const GroupRecord *group)
{
    uint32_t first = group->first;
    uint32_t of = first > 1 && !groups_is_of(g, first - 1) ? first - 2 : first - 1; /* over "the" */
    bool denied = groups_before(g, first, g->closed[3]) != NULL;
    return denied || (first > 1 && groups_is_of(g, of) && groups_before(g, of, g->closed[3]));
}

/* "Five people lost their lives", "claimed the lives of five": the noun is part of what happened. */
static bool is_in_verb(const Groups *g, uint32_t token)
{
    enum { LONGEST = 8, KINDS = 3 };
    for (int i = 0; i < KINDS; i++) {
        uint32_t m = mention_over(&g->a->mentions, token, g->verbs[i], LONGEST);
        if (m != MENTION_NONE && g->a->mentions.items[m].first < token)
            return true;
    }
    return false;
}

/* "12,34", "1.2": digits that could not be read, with separators between them. */
static bool is_unread(const Groups *g, uint32_t token)
{
    const Token *t = &g->a->tokens.tokens[token];
    if ((t->flags & (TOKEN_NUMBER | TOKEN_WORD)) != TOKEN_NUMBER || groups_over(g, token, g->count) ||
        groups_over(g, token, g->time))
        return false;
    Str text = groups_text(g, token);
    bool cut =
        token > 1 && groups_is_sign(g, token - 1, ',') && g->a->tokens.tokens[token - 2].span.end + 1 == t->span.start;
    return str_find_char(text, ',', 0) < SIZE_MAX || str_find_char(text, '.', 0) < SIZE_MAX ||
           (cut && (g->a->tokens.tokens[token - 2].flags & TOKEN_NUMBER));
}

/* "12,34 (young) people": how many the people are is told, but not to be read: no bare plural. */
static bool has_unread_number(const Groups *g, const GroupRecord *group, uint32_t head)
{
    if (!group->many || group->count != MENTION_NONE)
        return false;
    GroupRecord words = *group; /* ends_left moves its beginning */
    for (uint32_t t = head; t > 0 && t + MAX_MODIFIERS >= head && groups_same_sentence(g, t - 1, head); t--) {
        if (is_unread(g, t - 1))
            return true;
        if (ends_left(g, head, t, &words))
            return false;
    }
    return false;
}

static void find_head_groups(Groups *g)
{
    const MentionList *list = &g->a->mentions;
    ClassSet heads = class_set_of((const uint16_t[]){g->body, g->victim}, 2);
    for (uint32_t t = groups_next(g, 0, &heads); t < list->token_count; t = groups_next(g, t + 1, &heads)) {
        const Mention *body = groups_at(g, t, g->body);
        if (body && (is_verb(g, body) || groups_remains_of_thing(g, body)))
            continue;
        const Mention *head = body ? body : groups_at(g, t, g->victim);
        if (!head || g->owner[t] != MENTION_NONE || is_in_verb(g, t) ||
            (body && groups_at(g, head->last, g->things[2])) || /* "cadaver dogs" */
            (!body && (is_modifying(g, head) || groups_is_remark(g, head) || is_finite(g, head))))
            continue;
        GroupRecord group = head_group(g, head, body != NULL);
        if (!is_denied(g, &group) && !has_unread_number(g, &group, t))
            (void)groups_add(g, group);
        t = group.last - 1;
    }
}

void group_find(Analysis *a)
{
    Groups g = groups_of(a);
    find_head_groups(&g);
    groups_find_names(&g);
    groups_find_bare(&g);
    groups_find_pronouns(&g);
    groups_find_objects(&g);
    groups_make_lists(&g);
    groups_read_pronouns(&g);
}

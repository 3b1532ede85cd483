/*
 * People without a head noun of the lexicon: names and pronouns.
 */
#include "extract/people/group_parts.h"

static bool beside_verb(const Groups *g, uint32_t first, uint32_t last)
{
    return groups_behind_verb(g, first) || groups_before_verb(g, first, last);
}

/* 'Juan "Lito" | Sol': the token behind a byname in quotation marks within a name; the token itself where none stands there. */
static uint32_t behind_byname(const Groups *g, uint32_t token)
{
    enum { LONGEST = 4 };
    if (token >= g->a->tokens.count || !groups_is_quote(g, token))
        return token;
    uint32_t here = token + 1;
    while (here < g->a->tokens.count && here - token <= LONGEST && (g->a->tokens.tokens[here].flags & TOKEN_WORD))
        here++;
    bool closed = here > token + 1 && here + 1 < g->a->tokens.count && groups_is_quote(g, here) &&
                  groups_is_name_word(g, here + 1);
    return closed && groups_same_sentence(g, token, here + 1) ? here + 1 : token;
}

static bool is_particle(const Groups *g, uint32_t token)
{
    enum { LONGEST = 3 };
    return groups_text(g, token).len <= LONGEST && (g->a->tokens.tokens[token].flags & TOKEN_WORD) &&
           !analysis_is_name(g->a, token) && !groups_begins_any(g, token, &g->closed_any);
}

/* "Ana | de la | Cruz", "Jan | van der | Berg", "Omar | al- | Basra": the word of a name behind one or two particles; the token itself where none stands there. */
static uint32_t behind_particles(const Groups *g, uint32_t token)
{
    enum { MOST = 2 };
    uint32_t here = token;
    while (here - token < MOST && here + 1 < g->a->tokens.count && is_particle(g, here))
        here++;
    if (here == token + 1 && groups_is_sign(g, here, '-') && here + 1 < g->a->tokens.count) /* "al- | Basra" */
        here++;
    return here > token && groups_is_name_word(g, here) ? here : token;
}

uint32_t groups_name_end(const Groups *g, uint32_t token)
{
    uint32_t here = token;
    uint32_t words = 0;
    while (here < g->a->tokens.count && groups_same_sentence(g, token, here) && groups_is_name_word(g, here)) {
        here = behind_byname(g, here + 1);
        words++;
        bool hyphen = groups_is_sign(g, here, '-') && here + 1 < g->a->tokens.count;
        bool particle = here + 1 < g->a->tokens.count && !hyphen && is_particle(g, here);
        if (particle && groups_is_sign(g, here + 1, '-'))
            here += 2;
        else if (hyphen)
            here++;
        else if (particle)
            here = behind_particles(g, here);
    }
    return words >= 2 ? here : token;
}

/* A subject before "was", or an object that ends its phrase. */
static bool stands_alone(const Groups *g, uint32_t token)
{
    uint32_t next = token + 1;
    if (!groups_same_sentence(g, token, next) || (g->a->tokens.tokens[next].flags & TOKEN_PUNCT))
        return true;
    bool subject = groups_at(g, next, g->verbs[5]) || groups_at(g, next, g->verbs[6]);
    return subject || (groups_behind_verb(g, token) && groups_begins_any(g, next, &g->closed_any));
}

/* "the murder of | Talib"; a massacre is of many, and of a place. */
static bool behind_noun(const Groups *g, uint32_t token)
{
    bool of = token >= 2 && groups_is_of(g, token - 1);
    const Mention *noun = of ? groups_before(g, token - 1, g->verbs[4]) : NULL;
    return noun && !analysis_attr(g->a, noun, "number");
}

/* "Eastwick Police Department", "Elm General Hospital", "Lower Elm Province": capitals that end as the name of a body, of a house or of a
 * division of land does. */
static bool names_house(const Groups *g, uint32_t end)
{
    const Mention *part = groups_ending(g, end, g->land);
    bool division = part && str_begins(analysis_value(g->a, part), STR("admin"));
    return division || groups_ending(g, end, g->houses[0]) || groups_ending(g, end, g->houses[1]);
}

/* "the party leader | Ana Bek": right behind the word for one person. */
static bool follows_head(const Groups *g, uint32_t token)
{
    uint32_t owner = token > 0 ? g->owner[token - 1] : MENTION_NONE;
    return owner != MENTION_NONE && g->a->groups[owner].described && groups_same_sentence(g, token - 1, token);
}

/* "The priests | Ana Bek and Juan Sol": a given name right behind the noun for those who are named. */
static bool follows_plural(const Groups *g, uint32_t token)
{
    uint32_t owner = token > 0 && groups_at(g, token, g->given_name) ? g->owner[token - 1] : MENTION_NONE;
    return owner != MENTION_NONE && g->a->groups[owner].many && groups_same_sentence(g, token - 1, token);
}

/* "THE MURDER OF SENATOR | GALBEK | ON MONDAY": where all is in capitals, a word that no list has right behind somebody's title. */
static bool is_shouted_surname(const Groups *g, uint32_t token)
{
    const Token *t = &g->a->tokens.tokens[token];
    return (t->flags & TOKEN_SHOUTED) && t->word == 0 && groups_before(g, token, g->title) && follows_head(g, token) &&
           !language_ending_tags(g->a->language, groups_text(g, token)) &&
           !groups_begins_any(g, token + 1, &g->verbs_any) && !groups_is_name_word(g, token + 1);
}

/* "| Talib |, a teacher, was killed": a word that no list has, of whom a phrase between commas says who it is before the verb. */
static bool is_said_to_be(const Groups *g, uint32_t token)
{
    uint32_t owner = g->a->tokens.tokens[token].word == 0 && groups_is_said_to_be(g, token + 1)
                         ? g->owner[groups_behind_who_was(g, token + 2)]
                         : MENTION_NONE;
    const GroupRecord *group = owner == MENTION_NONE ? NULL : &g->a->groups[owner];
    return group && groups_is_sign(g, group->last, ',') && groups_before_verb(g, group->first, group->last + 1);
}

/* "Struck | Syrian | bases": of what kind or whose the things behind it are. */
static bool qualifies_things(const Groups *g, uint32_t token)
{
    uint32_t next = token + 1;
    if (!groups_same_sentence(g, token, next) || !(g->a->tokens.tokens[next].flags & TOKEN_WORD) ||
        (g->a->tokens.tokens[next].flags & TOKEN_CAPITAL) || groups_begins_any(g, next, &g->closed_any) ||
        groups_begins_any(g, next, &g->verbs_any))
        return false;
    bool thing =
        groups_begins(g, next, g->common) || groups_at(g, next, g->things[0]) || groups_at(g, next, g->things[1]);
    Str kind = analysis_word(g->a, next);
    return thing && (!str_present(kind) || str_find(kind, STR("noun"), 0) == 0) && !groups_over(g, next, g->time);
}

/* A single word that can only be a name ("Talib was killed", "Smith, who was ..."): unknown to the lexicon and written
 * with a capital. */
static uint32_t surname_end(const Groups *g, uint32_t token)
{
    const Token *t = &g->a->tokens.tokens[token];
    bool opens =
        (t->flags & TOKEN_SENTENCE_START) || (token > 0 && groups_is_quote(g, token - 1)); /* "'| Most were killed'" */
    bool known = t->word != 0 && (opens || groups_is_number(g, token));
    bool told = groups_before(g, token, g->verbs[5]) != NULL; /* "was unharmed" */
    if (known || told || groups_ends_longer_name(g, token) || !groups_is_name_word(g, token) ||
        groups_begins_any(g, token, &g->things_any) || groups_over(g, token, g->bodies[0]) ||
        groups_over(g, token, g->bodies[1]))
        return token;
    bool relative = groups_is_sign(g, token + 1, ',') && groups_at(g, token + 2, g->closed[5]);
    if (is_shouted_surname(g, token))
        return token + 1;
    bool titled = groups_before(g, token, g->title) && groups_opens_row(g, token, token + 1);
    if ((t->flags & TOKEN_SHOUTED) && !stands_alone(g, token) && !titled)
        return token; /* where all is in capitals, any rare word may be unknown: "BRUTISHLY MURDERED" */
    bool murdered = t->word == 0 && behind_noun(g, token);
    bool named = relative || murdered || is_said_to_be(g, token) || groups_opens_row(g, token, token + 1) ||
                 (beside_verb(g, token, token + 1) && !groups_is_of_place(g, token) && !qualifies_things(g, token));
    return named ? token + 1 : token;
}

/* "killed Ana Ruiz, Juan Sol and Rosa Paz": a name behind another in a row. */
static bool follows_in_row(const Groups *g, uint32_t token, uint32_t end)
{
    uint32_t here = token;
    if (here > 0 && groups_before(g, here, g->conjunction))
        here = groups_before(g, here, g->conjunction)->first;
    if (here > 0 && (groups_is_sign(g, here - 1, ',') || groups_is_sign(g, here - 1, ';')))
        here--;
    if (here < token && groups_is_sign(g, here, ';') && groups_at(g, token, g->given_name))
        return true; /* "Ana Bek, who was asleep; and | Juan Sol" */
    if (here == token || here == 0 || g->owner[here - 1] == MENTION_NONE || groups_at(g, end, g->say))
        return false;
    const GroupRecord *group = &g->a->groups[g->owner[here - 1]];
    bool run = end > token + 1 && !(g->a->tokens.tokens[token].flags & TOKEN_SHOUTED);
    bool victims =
        group->many && group->definite && (run || groups_at(g, token, g->given_name)); /* "the dead, | Ana Bek" */
    return (groups_is_of_one(g, group) || (group->many && group->possessed) || victims) &&
           groups_same_sentence(g, group->first, token);
}

/* "their daughters | Lina, 6, and Mona, 3": the noun stands for each of the names behind it. */
static bool is_kin(const Groups *g, uint32_t owner, uint32_t token)
{
    const GroupRecord *group = &g->a->groups[owner];
    return group->many && group->possessed && group->last == token;
}

/* "his wife Nadiya": one word that can only be a name, right behind the noun of one person. */
static bool follows_noun(const Groups *g, uint32_t token)
{
    uint32_t owner = token > 0 && groups_same_sentence(g, token - 1, token) ? g->owner[token - 1] : MENTION_NONE;
    if (owner == MENTION_NONE || !groups_before(g, token, g->victim))
        return false;
    const GroupRecord *group = &g->a->groups[owner];
    bool told =
        group->possessed || (group->definite && groups_is_said_to_be(g, token + 1)); /* "the child Lina, a pupil" */
    return told && !group->named && (group->described || is_kin(g, owner, token));
}

/* "including Ana Bek", "were identified as Ana Bek", "the dead: Ana Bek", "among the dead were Ana Bek": a name that opens a
 * list. */
static bool is_introduced(const Groups *g, uint32_t token)
{
    return groups_before(g, token, g->including) || groups_before(g, token, g->called) ||
           groups_before(g, token, g->verbs[5]) ||
           (token > 0 && groups_is_sign(g, token - 1, ':') && groups_same_sentence(g, token - 1, token));
}

/* "27-year-old Ana Bek". */
static bool follows_age(const Groups *g, uint32_t token)
{
    const Mention *head = groups_before(g, token, g->victim);
    return head && g->owner[head->first] != MENTION_NONE && groups_tells_age(g, head);
}

/* "12-year-old Lina, | Omar and | Musa", "his two sons, | Omar and | Musa": one word that can only be a name, behind a name in a row of them or
 * the noun for them. */
static bool goes_on_in_row(const Groups *g, uint32_t token)
{
    bool given = groups_at(g, token, g->given_name) != NULL;
    if ((g->a->tokens.tokens[token].word != 0 && !given) || !follows_in_row(g, token, token + 1))
        return false;
    uint32_t before = token - 1;
    while (g->owner[before] == MENTION_NONE)
        before--;
    bool ends = groups_is_sign(g, token + 1, ',') || groups_is_sign(g, token + 1, '.') ||
                groups_at(g, token + 1, g->conjunction) || groups_before_verb(g, token, token + 1);
    const GroupRecord *group = &g->a->groups[g->owner[before]];
    bool kin = group->many && group->possessed && before + 2 == token; /* no "and" between */
    return (group->named || kin) && ends;
}

/* "His wife, | Nadiya, and", "the father, | Musa, was": one word that can only be a name, between commas behind the noun of one person. */
static bool is_set_off(const Groups *g, uint32_t token)
{
    uint32_t noun = token > 1 ? token - 2 : 0;
    if (g->a->tokens.tokens[token].word != 0 || token < 2 || !groups_is_sign(g, token - 1, ',') ||
        !groups_same_sentence(g, noun, token) || g->owner[noun] == MENTION_NONE || groups_over(g, token, g->place) ||
        !(groups_is_sign(g, token + 1, ',') || groups_is_sign(g, token + 1, '.')))
        return false;
    const GroupRecord *group = &g->a->groups[g->owner[noun]];
    return group->last == token - 1 && group->described && !group->named && !group->bodies &&
           (group->possessed || group->definite);
}

/* One word that is told to be a name: "Lina, 6, and Mona, 3", "Lina, 6, was killed", "12-year-old Lina". */
static bool is_single_name(const Groups *g, uint32_t token)
{
    uint32_t behind = groups_age_behind(g, token + 1);
    bool told = follows_in_row(g, token, token + 1) || groups_before_verb(g, token, behind + 1) ||
                (token > 0 && groups_is_sign(g, token - 1, ':')); /* "his children: Lina, 6," */
    bool aged = behind > token + 1 && told;
    return aged || follows_age(g, token) || goes_on_in_row(g, token) || is_set_off(g, token);
}

/* A run of capitals that is told as somebody's name: by an age, a row of names, a noun beside it, a verb of harm. */
static bool is_told_name(const Groups *g, uint32_t token, uint32_t end)
{
    bool aged = groups_age_behind(g, end) > end || follows_age(g, token); /* "Ana Bek, 27, was" */
    bool in_row =
        follows_in_row(g, token, end) || groups_opens_row(g, token, end) || groups_has_kin_behind(g, token, end);
    bool human = false;
    bool trade = groups_trade_behind(g, end, &human) > end && (human || groups_at(g, token, g->given_name));
    bool told_of = is_introduced(g, token) || follows_head(g, token) || follows_plural(g, token) ||
                   groups_is_said_to_be(g, end) || trade;
    return aged || in_row || told_of || (beside_verb(g, token, end) && !groups_is_of_place(g, token)) ||
           behind_noun(g, token); /* "the murder of Ana Bek" */
}

/* The end of a name that the name stage found to end at the token: behind a byname or a particle it goes on. */
static uint32_t over_byname(const Groups *g, uint32_t token)
{
    uint32_t rest = behind_byname(g, token);
    if (rest == token && groups_same_sentence(g, token - 1, token + 1))
        rest = behind_particles(g, token);
    if (rest == token)
        return token;
    return groups_name_end(g, rest) > rest ? groups_name_end(g, rest) : rest + 1;
}

/* No word within a name, and none of a number: "At Least 9 Killed". */
static bool may_open_name(const Groups *g, uint32_t token)
{
    const Mention *count = groups_at(g, token, g->count);
    bool within = token > 0 && groups_is_name_word(g, token - 1) && groups_same_sentence(g, token - 1, token);
    return groups_is_name_word(g, token) && !within && !(count && count->last > token + 1);
}

/* A person's name as the name stage found it, or a run of capitals beside a verb of harm. */
static uint32_t person_end(const Groups *g, uint32_t token)
{
    const Mention *person = groups_at(g, token, g->person);
    bool shouted = (g->a->tokens.tokens[token].flags & TOKEN_SHOUTED) != 0; /* where all is capitals, too long */
    if (person && names_house(g, person->last))
        return token;
    if (person && !shouted)
        return over_byname(g, person->last);
    if (!may_open_name(g, token))
        return token;
    uint32_t end = groups_name_end(g, token);
    bool lone = end == token;
    if (names_house(g, lone ? token + 1 : end))
        return token;
    if (lone && is_single_name(g, token))
        return token + 1;
    if (follows_noun(g, token)) {
        end = lone ? token + 1 : end;
        if (!groups_at(g, end, g->say))
            return end;
    }
    if (end == token)
        return surname_end(g, token);
    bool titled = shouted && person; /* whose mention runs on over verbs */
    return titled || is_told_name(g, token, end) ? end : token;
}

/* "| She | and her mother were wounded": one of a row before the verb. */
static bool begins_row(const Groups *g, const Mention *pronoun)
{
    const Mention *and = groups_at(g, pronoun->last, g->conjunction);
    uint32_t next = and&&groups_same_sentence(g, pronoun->first, and->last) ? g->owner[ and->last] : MENTION_NONE;
    if (next == MENTION_NONE || groups_at(g, and->first, g->opener) || groups_opening(&g->a->groups[next]) != and->last)
        return false;
    const GroupRecord *other = &g->a->groups[next];
    return groups_before_verb(g, other->first, other->last);
}

/* "killing him", "she was wounded": somebody told of before. */
void groups_find_pronouns(Groups *g)
{
    const MentionList *list = &g->a->mentions;
    ClassSet set = class_set_of(&g->personal, 1);
    for (uint32_t t = groups_next(g, 0, &set); t < list->token_count; t = groups_next(g, t + 1, &set)) {
        const Mention *pronoun = groups_at(g, t, g->personal);
        if (!pronoun || g->owner[t] != MENTION_NONE)
            continue;
        Str value = analysis_value(g->a, pronoun); /* "one subject", "many object", "thing" */
        bool object = str_ends(value, STR("object"));
        uint32_t next = pronoun->last; /* "where he later died" */
        while (groups_at(g, next, g->adverb))
            next = groups_at(g, next, g->adverb)->last;
        bool subject = str_ends(value, STR("subject"));
        bool many = str_begins(value, STR("many"));
        if (object ? !groups_behind_verb(g, t)
                   : !(subject && (groups_before_verb(g, t, next) || (!many && begins_row(g, pronoun)))))
            continue;
        (void)groups_add(g, (GroupRecord){.first = t,
                                          .last = pronoun->last,
                                          .count = MENTION_NONE,
                                          .many = many,
                                          .described = !many,
                                          .anaphoric = true});
    }
}

/* "Police officer Ibad Khan": the name [before, end) joins the group left of it. */
static void join_name(Groups *g, uint32_t left, uint32_t before, uint32_t end)
{
    GroupRecord *group = &g->a->groups[left];
    group->named = true;
    group->last = end;
    group->anaphoric = false;
    groups_take_age(g, group);
    for (uint32_t t = before; t < end; t++)
        g->owner[t] = left;
}

static void add_name(Groups *g, uint32_t name, uint32_t end)
{
    uint32_t first = groups_titles_before(g, name);
    GroupRecord group = {.first = first,
                         .last = end,
                         .count = MENTION_NONE,
                         .described = true,
                         .named = true,
                         .anaphoric = end == name + 1};
    bool human = false;
    group.last = groups_trade_behind(g, end, &human);
    group.apposed = group.last > end;
    if (first < name) /* "KILLING FORMER | ARMY CHIEF | ANA BEK" */
        groups_take_left(g, &group);
    groups_take_age(g, &group);
    (void)groups_add(g, group);
}

/* Whether the name that begins at the token says who the group left of it is; a plural is of all the names behind it. */
static bool is_named_by(const Groups *g, uint32_t left)
{
    return left != MENTION_NONE && g->a->groups[left].described;
}

/* "The head of the clinic, | Ana Bek, was": joins the name at the token to whom it names; the token behind, itself where to none. */
static uint32_t join_holder(Groups *g, uint32_t t, uint32_t end)
{
    bool comma = t > 0 && groups_is_sign(g, t - 1, ',');
    bool may = comma || groups_at(g, t, g->given_name) || !(g->a->tokens.tokens[t].flags & TOKEN_SHOUTED);
    uint32_t run = may && end == t ? groups_name_end(g, t) : end;
    uint32_t holder = MENTION_NONE;
    if (run > t)
        holder = comma ? groups_holder_before(g, t, groups_age_behind(g, run)) : groups_office_before(g, t);
    if (holder == MENTION_NONE)
        return t;
    join_name(g, holder, t, groups_remark_behind(g, run));
    return g->a->groups[holder].last;
}

/* "11 suspected | Kuki were killed", "nine | Fur": a plain number of several before one such word counts a people that no lexicon has; NULL
 * where none stands there. */
static const Mention *number_of_people(const Groups *g, uint32_t name)
{
    uint32_t t = name;
    while (t > 0 && name - t < MAX_MODIFIERS && groups_same_sentence(g, t - 1, name) && groups_is_modifier(g, t - 1) &&
           !groups_before(g, t, g->count))
        t--;
    const Mention *count = groups_before(g, t, g->count);
    if (!count || !groups_same_sentence(g, count->first, name) || !groups_count_is_usable(g, count))
        return NULL;
    const CountRecord *record = &g->a->counts[count->data];
    return record->range.low > 1 && !record->ordinal ? count : NULL;
}

static void add_people(Groups *g, const Mention *count, uint32_t end)
{
    GroupRecord group = {.first = count->first, .last = end, .count = count->data, .many = true};
    groups_take_determiners(g, &group);
    (void)groups_add(g, group);
}

/* "Both | Sunni | and Shia clerks": no name of anybody. */
static bool qualifies_noun(const Groups *g, uint32_t token)
{
    const Mention *head = groups_at(g, token, g->victim);
    return head && groups_has_noun_behind(g, head);
}

/* The name in [t, end), joined to a head right before it ("police officer Ibad Khan"), else a group of its own; the token behind. */
static uint32_t take_name(Groups *g, uint32_t t, uint32_t end)
{
    end = groups_remark_behind(g, end);
    const Mention *called = groups_before(g, t, g->called); /* "a man named Ana Bek" */
    uint32_t before = called ? called->first : t;
    if (called && before > 0 && groups_is_sign(g, before - 1, ','))
        before--; /* "a child, identified as Ana Bek," */
    uint32_t left = before > 0 && groups_same_sentence(g, t, before - 1) ? g->owner[before - 1] : MENTION_NONE;
    const Mention *people = end == t + 1 ? number_of_people(g, t) : NULL;
    if (is_named_by(g, left))
        join_name(g, left, before, end);
    else if (people)
        add_people(g, people, end);
    else if (!qualifies_noun(g, t))
        add_name(g, t, end);
    return end;
}

/* Names of persons. */
void groups_find_names(Groups *g)
{
    const Token *tokens = g->a->tokens.tokens;
    for (uint32_t t = 0; t < g->a->tokens.count; t++) {
        if (!g->live[tokens[t].sentence]) {
            t = g->a->tokens.sentences[tokens[t].sentence].last - 1;
            continue;
        }
        bool named = (tokens[t].flags & TOKEN_CAPITAL) || mention_may_begin(&g->a->mentions, t, g->person);
        if (!named || g->owner[t] != MENTION_NONE)
            continue;
        const Mention *count = groups_at(g, t, g->count);
        if (count && count->last < g->a->tokens.count && groups_name_end(g, t) == count->last + 1 &&
            number_of_people(g, count->last)) /* "Three | Batwa" */
            t = count->last;
        uint32_t end = person_end(g, t);
        uint32_t behind = join_holder(g, t, end);
        if (behind == t && end > t)
            behind = take_name(g, t, end);
        if (behind > t)
            t = behind - 1;
    }
}

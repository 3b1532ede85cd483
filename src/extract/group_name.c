/*
 * People without a head noun of the lexicon: names, pronouns, and whoever a verb of harm has as its object.
 */
#include "extract/group_parts.h"

static bool is_quote(const Groups *g, uint32_t token)
{
    Str text = groups_text(g, token);
    bool mark = text.len > 0 && (text.ptr[0] == '"' || text.ptr[0] == '\'' || text.len > 1);
    return mark && (g->a->tokens.tokens[token].flags & TOKEN_PUNCT);
}

static bool beside_verb(const Groups *g, uint32_t first, uint32_t last)
{
    return groups_behind_verb(g, first) || groups_before_verb(g, first, last);
}

bool groups_is_name_word(const Groups *g, uint32_t token)
{
    uint16_t flags = g->a->tokens.tokens[token].flags;
    bool acronym = (flags & TOKEN_UPPER) && !(flags & TOKEN_SHOUTED);
    bool verb = (flags & TOKEN_SHOUTED) && groups_at(g, token, g->say); /* "MAYOR ANA BEK | SAID" */
    return analysis_is_name(g->a, token) && !acronym && !verb && g->owner[token] == MENTION_NONE &&
           !groups_begins_any(g, token, &g->nameless) && !mention_covers_any(&g->a->mentions, token, &g->spots);
}

/* 'Juan "Lito" | Sol': the token behind a byname in quotation marks within a name; the token itself where none stands there. */
static uint32_t behind_byname(const Groups *g, uint32_t token)
{
    enum { LONGEST = 4 };
    if (token >= g->a->tokens.count || !is_quote(g, token))
        return token;
    uint32_t here = token + 1;
    while (here < g->a->tokens.count && here - token <= LONGEST && (g->a->tokens.tokens[here].flags & TOKEN_WORD))
        here++;
    bool closed =
        here > token + 1 && here + 1 < g->a->tokens.count && is_quote(g, here) && groups_is_name_word(g, here + 1);
    return closed && groups_same_sentence(g, token, here + 1) ? here + 1 : token;
}

/* The end of a run of two or more capitalised words at the token ("Abdulillah al-Rawi"), or the token itself. */
static uint32_t name_end(const Groups *g, uint32_t token)
{
    uint32_t here = token;
    uint32_t words = 0;
    while (here < g->a->tokens.count && groups_same_sentence(g, token, here) && groups_is_name_word(g, here)) {
        here = behind_byname(g, here + 1);
        words++;
        bool hyphen = groups_is_sign(g, here, '-') && here + 1 < g->a->tokens.count;
        bool particle = here + 1 < g->a->tokens.count && !hyphen && groups_text(g, here).len <= 3 &&
                        (g->a->tokens.tokens[here].flags & TOKEN_WORD) && !analysis_is_name(g->a, here) &&
                        !groups_begins_any(g, here, &g->closed_any);
        if (particle && groups_is_sign(g, here + 1, '-'))
            here += 2;
        else if (hyphen || (particle && groups_is_name_word(g, here + 1)))
            here++;
    }
    return words >= 2 ? here : token;
}

/* The token behind a comma, a conjunction, or both; the token itself when there is none. */
static uint32_t behind_joint(const Groups *g, uint32_t token)
{
    bool sign = groups_is_sign(g, token, ',') || groups_is_sign(g, token, ';');
    uint32_t here = sign ? token + 1 : token;
    const Mention *conjunction = groups_at(g, here, g->conjunction);
    return conjunction ? conjunction->last : here;
}

/* The end of the item of a row that begins at the token, a group or a name with what is remarked on it ("his wife Nadiya",
 * "Juan Sol (27)"); the token itself where none begins there. */
static uint32_t behind_item(const Groups *g, uint32_t token)
{
    bool group = g->owner[token] != MENTION_NONE;
    uint32_t here = group ? g->a->groups[g->owner[token]].last : name_end(g, token);
    while (group && groups_same_sentence(g, token, here) && groups_is_name_word(g, here))
        here++;
    return here > token ? groups_remark_behind(g, here) : token;
}

/* "Ana Ruiz, Juan Sol and their driver were killed": each name of the row goes with the verb behind the last. */
static bool opens_row(const Groups *g, uint32_t token, uint32_t end)
{
    enum { LONGEST = 16 };
    uint32_t here = end;
    for (int i = 0; i < LONGEST; i++) {
        uint32_t next = behind_joint(g, here);
        if (next == here && i > 0 && groups_is_sign(g, here, ':'))
            next++; /* "and her children: ..." */
        if (next == here || next >= g->a->tokens.count || !groups_same_sentence(g, token, next))
            return false;
        here = behind_item(g, next);
        if (here == next)
            return false;
        bool aged =
            here > name_end(g, next) && groups_age_behind(g, name_end(g, next)) == here && groups_is_sign(g, here, ',');
        if (groups_before_verb(g, next, aged ? here + 1 : here)) /* "and Juan Sol, 27, were" */
            return !groups_behind_article(g, token);             /* "by the Lantern, nine people were killed" */
    }
    return false;
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

/* "Eastwick Police Department", "Elm General Hospital": capitals that end as the name of a body or a house does. */
static bool names_house(const Groups *g, uint32_t end)
{
    return groups_ending(g, end, g->houses[0]) || groups_ending(g, end, g->houses[1]);
}

/* A single word that can only be a name ("Talib was killed", "Smith, who was ..."): unknown to the lexicon and written
 * with a capital. */
static uint32_t surname_end(const Groups *g, uint32_t token)
{
    const Token *t = &g->a->tokens.tokens[token];
    bool known = t->word != 0 && ((t->flags & TOKEN_SENTENCE_START) || groups_is_number(g, token));
    bool told = groups_before(g, token, g->verbs[5]) != NULL; /* "was unharmed" */
    if (known || told || groups_ends_longer_name(g, token) || !groups_is_name_word(g, token) ||
        groups_begins_any(g, token, &g->things_any) || groups_over(g, token, g->bodies[0]) ||
        groups_over(g, token, g->bodies[1]))
        return token;
    bool relative = groups_is_sign(g, token + 1, ',') && groups_at(g, token + 2, g->closed[5]);
    if ((t->flags & TOKEN_SHOUTED) && !stands_alone(g, token))
        return token; /* where all is in capitals, any rare word may be unknown: "BRUTISHLY MURDERED" */
    bool murdered = t->word == 0 && behind_noun(g, token);
    bool named = relative || murdered || opens_row(g, token, token + 1) ||
                 (beside_verb(g, token, token + 1) && !groups_is_of_place(g, token));
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
    if (here == token || here == 0 || g->owner[here - 1] == MENTION_NONE || groups_at(g, end, g->say))
        return false;
    const GroupRecord *group = &g->a->groups[g->owner[here - 1]];
    return (groups_is_of_one(g, group) || (group->many && group->possessed)) &&
           groups_same_sentence(g, group->first, token);
}

/* "their daughters | Lina, 6, and Mona, 3": the noun stands for each of the names behind it. */
static bool is_kin(const Groups *g, uint32_t owner, uint32_t token)
{
    const GroupRecord *group = &g->a->groups[owner];
    return group->many && group->possessed && group->count == MENTION_NONE && group->last == token;
}

/* "his wife Nadiya": one word that can only be a name, right behind the noun of one person. */
static bool follows_noun(const Groups *g, uint32_t token)
{
    uint32_t owner = token > 0 && groups_same_sentence(g, token - 1, token) ? g->owner[token - 1] : MENTION_NONE;
    if (owner == MENTION_NONE || !groups_before(g, token, g->victim))
        return false;
    const GroupRecord *group = &g->a->groups[owner];
    return group->possessed && !group->named && (group->described || is_kin(g, owner, token));
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

/* "the party leader | Ana Bek": right behind the word for one person. */
static bool follows_head(const Groups *g, uint32_t token)
{
    uint32_t owner = token > 0 ? g->owner[token - 1] : MENTION_NONE;
    return owner != MENTION_NONE && g->a->groups[owner].described && groups_same_sentence(g, token - 1, token);
}

/* "12-year-old Lina, | Omar and | Musa": one word that can only be a name, behind a name in a row of them. */
static bool goes_on_in_row(const Groups *g, uint32_t token)
{
    if (g->a->tokens.tokens[token].word != 0 || !follows_in_row(g, token, token + 1))
        return false;
    uint32_t before = token - 1;
    while (g->owner[before] == MENTION_NONE)
        before--;
    bool ends = groups_is_sign(g, token + 1, ',') || groups_is_sign(g, token + 1, '.') ||
                groups_at(g, token + 1, g->conjunction) || groups_before_verb(g, token, token + 1);
    return g->a->groups[g->owner[before]].named && ends;
}

/* One word that is told to be a name: "Lina, 6, and Mona, 3", "Lina, 6, was killed", "12-year-old Lina". */
static bool is_single_name(const Groups *g, uint32_t token)
{
    uint32_t behind = groups_age_behind(g, token + 1);
    bool told = follows_in_row(g, token, token + 1) || groups_before_verb(g, token, behind + 1) ||
                (token > 0 && groups_is_sign(g, token - 1, ':')); /* "his children: Lina, 6," */
    bool aged = behind > token + 1 && told;
    return aged || follows_age(g, token) || goes_on_in_row(g, token);
}

/* A run of capitals that is told as somebody's name: by an age, a row of names, a noun beside it, a verb of harm. */
static bool is_told_name(const Groups *g, uint32_t token, uint32_t end)
{
    bool aged = groups_age_behind(g, end) > end || follows_age(g, token); /* "Ana Bek, 27, was" */
    bool in_row = follows_in_row(g, token, end) || opens_row(g, token, end);
    bool told_of = is_introduced(g, token) || follows_head(g, token) || groups_is_said_to_be(g, end);
    return aged || in_row || told_of || (beside_verb(g, token, end) && !groups_is_of_place(g, token)) ||
           behind_noun(g, token); /* "the murder of Ana Bek" */
}

/* The end of a name that the name stage found to end at the token: behind a byname it goes on. */
static uint32_t over_byname(const Groups *g, uint32_t token)
{
    uint32_t rest = behind_byname(g, token);
    if (rest == token)
        return token;
    return name_end(g, rest) > rest ? name_end(g, rest) : rest + 1;
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
    if (!groups_is_name_word(g, token) ||
        (token > 0 && groups_is_name_word(g, token - 1) && groups_same_sentence(g, token - 1, token)))
        return token;
    uint32_t end = name_end(g, token);
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
        if (object ? !groups_behind_verb(g, t) : !(str_ends(value, STR("subject")) && groups_before_verb(g, t, next)))
            continue;
        bool many = str_begins(value, STR("many"));
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
    uint32_t run = comma && end == t ? name_end(g, t) : end;
    uint32_t holder = comma && run > t ? groups_holder_before(g, t, groups_age_behind(g, run)) : MENTION_NONE;
    if (holder == MENTION_NONE)
        return t;
    join_name(g, holder, t, groups_remark_behind(g, run));
    return g->a->groups[holder].last;
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
    if (is_named_by(g, left))
        join_name(g, left, before, end);
    else
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
        uint32_t end = person_end(g, t);
        uint32_t behind = join_holder(g, t, end);
        if (behind == t && end > t)
            behind = take_name(g, t, end);
        if (behind > t)
            t = behind - 1;
    }
}

/* The end of a noun phrase at the token: words up to the next closed-class word, verb, sign or group. */
static uint32_t phrase_end(const Groups *g, uint32_t token)
{
    uint32_t here = token;
    while (here < token + MAX_MODIFIERS && here < g->a->tokens.count && groups_same_sentence(g, token, here) &&
           (g->a->tokens.tokens[here].flags & TOKEN_WORD) && groups_is_modifier(g, here))
        here++;
    return here;
}

/* Whether the token stands where a verb or noun of harm has its object: "killed …", "the assassination of …". */
static bool is_object(const Groups *g, uint32_t token)
{
    if (token == 0 || g->owner[token] != MENTION_NONE || !groups_same_sentence(g, token - 1, token))
        return false;
    const Mention *verb = groups_before(g, token, g->verbs[0]);
    if (!verb)
        verb = groups_before(g, token, g->verbs[1]);
    if (verb)
        return is_quote(g, token) || !analysis_attr(g->a, verb, "object");
    const Mention *noun = token >= 2 && groups_is_of(g, token - 1) ? groups_before(g, token - 1, g->verbs[4]) : NULL;
    return noun && !analysis_attr(g->a, noun, "object");
}

/* "Killed the deal". */
static bool holds_thing(const Groups *g, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++)
        if (groups_at(g, t, g->things[2]))
            return true;
    return false;
}

/* "Shot his gun", "shot the car": who is killed is somebody, whatever the noun; who or what is shot may be a thing. */
static bool is_shot_thing(const Groups *g, uint32_t object, uint32_t last)
{
    const Mention *verb = groups_before(g, object, g->verbs[0]);
    return verb && str_equal(analysis_value(g->a, verb), STR("shot")) &&
           mention_covers_any(&g->a->mentions, last - 1, &g->things_any);
}

static unsigned capitals_between(const Groups *g, uint32_t first, uint32_t last)
{
    unsigned n = 0;
    for (uint32_t t = first; t < last; t++)
        n += analysis_is_name(g->a, t);
    return n;
}

/* A nickname in quotation marks behind the verb: "They kill \"The Bull\" in his bar". Its end, or the token itself. */
static uint32_t nickname_end(const Groups *g, uint32_t token)
{
    enum { LONGEST = 5 };
    if (!is_quote(g, token))
        return token;
    for (uint32_t t = token + 1; t < g->a->tokens.count && t <= token + LONGEST; t++) {
        if (!groups_same_sentence(g, token, t) || groups_at(g, t, g->count) ||
            (!is_quote(g, t) && t == token + 1 && !(g->a->tokens.tokens[t].flags & TOKEN_CAPITAL)))
            return token;
        if (is_quote(g, t))
            return t > token + 1 ? t + 1 : token;
    }
    return token;
}

/* "An aged, | unarmed man": one word, a comma, and a noun phrase that no article opens, which takes them in. True where it did. */
static bool opens_behind_comma(Groups *g, uint32_t first, uint32_t noun, uint32_t end)
{
    uint32_t owner = end == noun + 1 && groups_is_sign(g, end, ',') && end + 1 < g->a->tokens.count ? g->owner[end + 1]
                                                                                                    : MENTION_NONE;
    GroupRecord *next = owner == MENTION_NONE ? NULL : &g->a->groups[owner];
    if (!next || next->first != end + 1 || !next->described || next->named || next->possessed ||
        groups_at(g, next->first, g->determiner))
        return false;
    next->first = first;
    for (uint32_t t = first; t <= end; t++)
        g->owner[t] = owner;
    return true;
}

/* "killed a forester", "killing party leader Kamal Aziz": whoever is killed is a person, whatever the noun. */
static void take_object(Groups *g, uint32_t t)
{
    uint32_t nickname = nickname_end(g, t);
    if (nickname > t) {
        (void)groups_add(
            g, (GroupRecord){.first = t, .last = nickname, .count = MENTION_NONE, .described = true, .named = true});
        return;
    }
    const Mention *determiner = groups_at(g, t, g->determiner);
    if (!determiner)
        determiner = groups_at(g, t, g->possessive);
    if (determiner && !(g->a->tokens.tokens[t].flags & TOKEN_SPACE_BEFORE))
        return; /* "the shooting's aftermath" */
    uint32_t noun = determiner ? determiner->last : t;
    uint32_t end = groups_at(g, noun, g->count) ? noun : phrase_end(g, noun);
    bool named = !determiner && capitals_between(g, t, end) >= 2;
    bool many = groups_before(g, end, g->collective) != NULL; /* "killed his whole family" */
    if (end == noun || (!many && groups_begins(g, end - 1, g->noun_head)) || holds_thing(g, noun, end) ||
        is_shot_thing(g, t, end) || (!determiner && !named))
        return;
    if (determiner && opens_behind_comma(g, t, noun, end))
        return;
    GroupRecord object = {.first = t, .last = end, .count = MENTION_NONE, .many = many, .named = named};
    object.anaphoric = determiner && str_equal(analysis_value(g->a, determiner), STR("definite"));
    object.described = !many;
    object.definite = many && determiner;
    (void)groups_add(g, object);
}

void groups_find_objects(Groups *g)
{
    const MentionList *list = &g->a->mentions;
    ClassSet set = class_set_of((const uint16_t[]){g->verbs[0], g->verbs[1], g->verbs[4]}, 3);
    for (uint32_t s = 0; s < g->a->tokens.sentence_count; s++) {
        bool may = g->live[s] && mention_may_be_any_in(list, s, &set);
        for (uint32_t t = list->ranges[s].first + 1; may && t < list->ranges[s].last; t++) {
            if (is_object(g, t))
                take_object(g, t);
        }
    }
}

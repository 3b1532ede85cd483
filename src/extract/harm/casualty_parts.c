#include "extract/harm/casualty_parts.h"

#include "extract/claim/claim_place.h"
#include "extract/people/group_parts.h"

/* "1,192 were hurt, including | 582 child casualties": dead and hurt, and no part of either. */
static bool are_casualties(const Analysis *a, const Mention *aside)
{
    const GroupList *parts = harm_list(a, analysis_attr(a, aside, "parts"));
    if (!parts || parts->group_count == 0)
        return false;
    const GroupRecord *first = &a->groups[parts->first_group];
    return analysis_tells_value(a, first->first, first->last, "HARM_NOUN", "casualties");
}

/* The aside ", including ..." right behind the group, or NULL. */
static const Mention *parts_behind(const Casualties *c, uint32_t token)
{
    if (token >= c->a->tokens.count)
        return NULL;
    for (uint32_t m = c->a->mentions.at[token]; m != MENTION_NONE; m = c->a->mentions.items[m].next) {
        const Mention *mention = &c->a->mentions.items[m];
        if (mention->cls == c->parts && analysis_attr(c->a, mention, "parts"))
            return are_casualties(c->a, mention) ? NULL : mention;
    }
    return NULL;
}

/* The same behind the verb, over the asides between: "Ten people were killed in Goma on Monday, including ...". */
static const Mention *parts_after(const Casualties *c, uint32_t token)
{
    enum { MAX_ASIDES = 4 };
    for (int i = 0; i < MAX_ASIDES; i++) {
        const Mention *parts = parts_behind(c, token);
        if (parts)
            return parts;
        uint32_t m =
            token < c->a->tokens.count && c->aside ? mention_at(&c->a->mentions, token, c->aside) : MENTION_NONE;
        if (m == MENTION_NONE)
            return NULL;
        token = c->a->mentions.items[m].last;
    }
    return NULL;
}

/* The token behind people who only speak or are told ("…, | police | said, including"), the token itself where none do: "doctors said 14
 * clerks" tells of the clerks. */
static uint32_t behind_speaker(const Casualties *c, uint32_t token)
{
    const MentionList *mentions = &c->a->mentions;
    uint32_t m = mention_at(mentions, token, c->groups);
    if (m == MENTION_NONE || !c->say)
        return token;
    uint32_t last = mentions->items[m].last;
    bool says = last < c->a->tokens.count && mention_at(mentions, last, c->say) != MENTION_NONE;
    bool counted = mention_begins(mentions, token, analysis_class(c->a, "COUNT"));
    bool said = token > 0 && !counted && mention_covers(mentions, token - 1, c->say);
    return says || said ? last : token;
}

bool parts_are_picked(const Analysis *a, const Mention *aside)
{
    const GroupList *parts = harm_list(a, analysis_attr(a, aside, "parts"));
    const GroupRecord *first = parts ? &a->groups[parts->first_group] : NULL;
    return first && first->picked && !first->bare;
}

/* A finite verb, unless what follows makes it a participle: "a clerk seen by two men", "a man known as Bek". */
static bool is_finite_verb(const Analysis *a, uint32_t token)
{
    Str kind = analysis_word(a, token);
    bool participle =
        str_begins(analysis_word(a, token + 1), STR("agent")) || str_begins(analysis_word(a, token + 1), STR("manner"));
    return (str_find(kind, STR("pret"), 0) < SIZE_MAX || str_equal(kind, STR("third"))) && !participle;
}

static bool is_comma(const Analysis *a, uint32_t token)
{
    return token < a->tokens.count && str_is(span_text(a->tokens.text, a->tokens.tokens[token].span), ",");
}

/* "Two were killed, a guard | who came to the scene said.": the relative clause at the token, and then who speaks does. */
static bool says_behind_relative(const Analysis *a, uint32_t token, uint32_t end)
{
    enum { REACH = 14 };
    uint16_t say = analysis_class(a, "SAY");
    if (!mention_begins(&a->mentions, token, analysis_class(a, "RELATIVE")))
        return false;
    for (uint32_t t = token + 1; t < end && t < token + REACH; t++) {
        bool closes = t + 1 >= end || (a->tokens.tokens[t + 1].flags & TOKEN_PUNCT);
        if (is_comma(a, t) || (closes && mention_begins(&a->mentions, t, say)))
            return !is_comma(a, t);
    }
    return false;
}

bool parts_head_clause(const Analysis *a, const Mention *aside)
{
    const GroupList *parts = harm_list(a, analysis_attr(a, aside, "parts"));
    if (!parts || parts->group_count == 0)
        return false;
    const GroupRecord *last = &a->groups[parts->first_group + parts->group_count - 1];
    uint32_t end = last->last < a->tokens.count ? a->tokens.sentences[analysis_sentence(a, last->last)].last : 0;
    return !last->bare && last->last + 1 < end &&
           (is_finite_verb(a, last->last) || says_behind_relative(a, last->last, end));
}

/* The same at the end of the clause: "19 killed in the bombing of a home in Goma, among them seven children". */
static const Mention *parts_at_end(const Casualties *c, uint32_t token)
{
    enum { REACH = 24 };
    const Analysis *a = c->a;
    const uint16_t others[] = {c->groups, c->active, c->passive, c->bare};
    uint32_t end = token < a->tokens.count ? a->tokens.sentences[analysis_sentence(a, token)].last : token;
    for (uint32_t t = token; t < end && t < token + REACH; t++) {
        t = behind_speaker(c, t);
        const Mention *parts = parts_behind(c, t);
        if (parts)
            return harm_has(a, parts, "all") && !parts_are_picked(a, parts) ? NULL : parts;
        for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
            if (mention_begins(&a->mentions, t, others[i]))
                return NULL; /* the parts are of those told in between */
        }
    }
    return NULL;
}

const Mention *parts_of_bare(const Casualties *c, uint32_t token)
{
    const Mention *parts = parts_after(c, token);
    return parts ? parts : parts_at_end(c, token);
}

/* The same between the group and its verb: "Ten people of four villages, including two girls, whom ... were killed". */
const Mention *parts_within(const Casualties *c, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last && t < c->a->tokens.count; t++) {
        const Mention *parts = parts_behind(c, t);
        if (parts && (!analysis_attr(c->a, parts, "all") || parts_are_picked(c->a, parts)))
            return parts;
    }
    return NULL;
}

const Mention *parts_of(const Casualties *c, const Harm *harm, const GroupRecord *group)
{
    const Mention *aside = parts_behind(c, group->last);
    if (!aside && harm->single)
        aside = parts_after(c, harm->match->last);
    if (!aside && harm->single)
        aside = parts_within(c, group->last, harm->match->last);
    if (!aside && harm->single && group->many)
        aside = parts_at_end(c, harm->match->last);
    return aside;
}

/* "At least twenty, half of them children": ten at least; of a word ("most of them") no number. */
static uint32_t as_floor(Analysis *a, uint32_t count)
{
    if (count == MENTION_NONE || a->counts[count].form != COUNT_EXACT)
        return MENTION_NONE;
    a->counts[count].range.high = INTERVAL_OPEN;
    a->counts[count].form = COUNT_AT_LEAST;
    return count;
}

uint32_t parts_reckoned(Analysis *a, const Mention *match, Interval whole, CountForm form)
{
    bool floor = form == COUNT_AT_LEAST || form == COUNT_MORE_THAN;
    if (form != COUNT_EXACT && !floor)
        return MENTION_NONE;
    const Attr *share = analysis_attr(a, match, "share");
    const Attr *less = analysis_attr(a, match, "less");
    const Attr *every = analysis_attr(a, match, "every");
    Interval number = {whole.low, whole.low};
    uint32_t count = MENTION_NONE;
    if (share && share->kind == ATTR_MENTION) {
        count = groups_share_of(a, number, &a->mentions.items[share->mention]);
    } else if (less && less->kind == ATTR_MENTION) {
        const CountRecord words = a->counts[a->mentions.items[less->mention].data];
        int64_t rest = whole.low - words.quantity.low;
        count = rest < 1 ? MENTION_NONE : groups_add_count(a, &words, (Interval){rest, rest}, COUNT_EXACT);
    } else if (every) {
        CountRecord words = {.first = match->first, .last = match->first + 1};
        count = groups_add_count(a, &words, number, COUNT_EXACT);
    }
    return floor ? as_floor(a, count) : count;
}

const PlaceMention *parts_place(const Analysis *a, const Claim *part, const Claim *whole)
{
    const Sentence *sentence = &a->tokens.sentences[analysis_sentence(a, analysis_token(a, part->victims.start))];
    const PlaceMention *share = claim_share_place(a, sentence, part->count_span);
    return share ? share : whole->place;
}

VictimClass parts_class(VictimClass part, unsigned subgroups, VictimClass whole)
{
    enum { SEX_OR_AGE = SUBGROUP_WOMEN | SUBGROUP_MEN | SUBGROUP_CHILDREN };
    bool fought = whole == CLASS_MILITANT || whole == CLASS_SECURITY;
    bool no_more_told = part == CLASS_CIVILIAN && (subgroups & SEX_OR_AGE) && !(subgroups & ~(unsigned)SEX_OR_AGE);
    return part == CLASS_UNKNOWN || (fought && no_more_told) ? whole : part;
}

void parts_make(Analysis *a, size_t part, size_t whole)
{
    Claim *claim = &a->claims[part];
    claim->part_of = (int32_t)whole;
    claim->victim_class = parts_class(claim->victim_class, claim->subgroups, a->claims[whole].victim_class);
}

bool parts_tell_who(const Analysis *a, const GroupList *list)
{
    const GroupRecord *first = &a->groups[list->first_group];
    bool fought = first->victim_class == CLASS_MILITANT || first->victim_class == CLASS_SECURITY;
    if (list->group_count < 3 || first->count == MENTION_NONE || (first->victim_class != CLASS_UNKNOWN && !fought))
        return false;
    uint32_t end = a->groups[list->first_group + list->group_count - 1].last;
    const CountRecord *whole = &a->counts[first->count];
    int64_t people = 0;
    for (uint32_t i = 1; i < list->group_count; i++) {
        const GroupRecord *part = &a->groups[list->first_group + i];
        bool exact = part->count != MENTION_NONE && a->counts[part->count].form == COUNT_EXACT;
        bool of_them = !fought || parts_class(part->victim_class, part->subgroups, first->victim_class) ==
                                      first->victim_class; /* "two rebels, a clerk and a guard" are four */
        if ((!exact && !part->described) || !of_them)
            return false;
        people += exact ? a->counts[part->count].quantity.low : 1;
    }
    return whole->form == COUNT_EXACT && whole->quantity.low == people && is_comma(a, first->last) && is_comma(a, end);
}

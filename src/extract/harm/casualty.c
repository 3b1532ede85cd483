/*
 * Casualty claims: the rules of phase "casualty" tie groups of people to what became of them; here each group becomes
 * a claim, and the parts named with "including" become claims of their own.
 *
 * A rule emits CASUALTY(outcome) with victims=GROUPS, or count=COUNT where no group is named; total, part and share
 * are attributes without a capture.
 */
#include "extract/harm/casualty.h"

#include "extract/claim/apart.h"
#include "extract/claim/claim.h"
#include "extract/claim/past.h"
#include "extract/claim/past_lift.h"
#include "extract/claim/told.h"
#include "extract/harm/casualty_claim.h"
#include "extract/harm/casualty_harm.h"
#include "extract/harm/casualty_object.h"
#include "extract/harm/casualty_parts.h"
#include "extract/harm/corrected.h"
#include "extract/harm/increment.h"
#include "extract/harm/refer.h"
#include "extract/harm/retold.h"
#include "extract/harm/roll.h"
#include "extract/harm/scope.h"
#include "extract/harm/suspect.h"
#include "extract/table/inset.h"

/* "Eleven people, including women and children": a part without a figure says of the whole who was among them. */
static void note_part(const Analysis *a, const GroupRecord *part, Claim *whole)
{
    whole->among |= part->subgroups & ~whole->subgroups;
    whole->subgroups |= part->subgroups;
    whole->evidence = span_join(whole->evidence, mention_tokens_span(&a->tokens, part->first, part->last));
}

/* "Half of them children": their count is that of the whole, halved. */
static void reckon_part(Analysis *a, const Mention *aside, int32_t whole, GroupRecord *part)
{
    if (part->count == MENTION_NONE && part->many && whole >= 0)
        part->count = parts_reckoned(a, aside, a->claims[whole].count, a->claims[whole].count_form);
}

/* "Nine dead in a riot, 16 drivers met": more people than the whole are no part of it. */
static bool is_more(const Analysis *a, const GroupRecord *part, int32_t whole)
{
    return whole >= 0 && part->count != MENTION_NONE &&
           a->counts[part->count].quantity.low > a->claims[whole].count.high;
}

/* One victim has no parts; nor has anybody what begins a clause of its own. */
static bool breaks_nothing_down(const Analysis *a, const Mention *aside, int32_t whole)
{
    return (whole >= 0 && a->claims[whole].count_form == COUNT_DESCRIBED) || parts_head_clause(a, aside);
}

/* Parts with a figure are claims with part_of; of a whole that is no claim ("killed members of the family: ...", -1) they
 * are all that is told. */
static void add_parts(Casualties *c, const Harm *harm, int32_t whole, const Mention *aside)
{
    Analysis *a = c->a;
    const GroupList *parts = harm_list(a, analysis_attr(a, aside, "parts"));
    bool breakdown = analysis_attr(a, aside, "all");
    bool all = breakdown && parts && parts->group_count > 1 && !parts_are_picked(a, aside);
    if (breakdown && breaks_nothing_down(a, aside, whole))
        return;
    for (uint32_t i = 0; parts && i < parts->group_count; i++) {
        GroupRecord group = a->groups[parts->first_group + i];
        reckon_part(a, aside, whole, &group);
        bool figure = group.count != MENTION_NONE || !group.many;
        if (told_by_group(a, &group) || (!figure && whole < 0) || (breakdown && is_more(a, &group, whole)))
            continue;
        if (!figure) {
            note_part(a, &group, &a->claims[whole]);
            continue;
        }
        if (whole >= 0)
            group.victim_class = parts_class(group.victim_class, group.subgroups, a->claims[whole].victim_class);
        Claim *part = casualty_claim(c, harm, &group);
        if (!part)
            continue;
        part->part_of = whole;
        part->listed = all;
        part->place = whole < 0 ? part->place : parts_place(a, part, &a->claims[whole]);
    }
}

/* "The blast that hurt five men has killed one": five men are no subject of "has". */
static bool agrees(const Casualties *c, const Harm *harm, const GroupRecord *group)
{
    const Analysis *a = c->a;
    bool partitive = harm->reduced && group->partitive; /* "one of the three men killed last week was a clerk" */
    if (!harm->single || partitive || group->count == MENTION_NONE || a->counts[group->count].quantity.low < 2)
        return true;
    const CountRecord *count = &a->counts[group->count];
    bool figures = char_is_digit(span_text(a->tokens.text, a->tokens.tokens[count->last - 1].span).ptr[0]);
    bool noun = mention_at(&a->mentions, count->first, analysis_class(a, "VICTIM")) != MENTION_NONE;
    bool pair = count->last - count->first > 2;                                  /* "a pair of clerks was" */
    if ((group->bare || noun || pair || count->last == group->last) && !figures) /* not "Ana, 22 was": it is the age */
        return true;
    return !harm_is_of_one(c, group->last, harm->match->last);
}

/* The group as the match tells of it: with a count told elsewhere, or of all that it is one of. */
static GroupRecord group_told(Analysis *a, const Harm *harm, uint32_t index)
{
    GroupRecord group = a->groups[index];
    if ((harm->reduced || harm->attributive || group.bodies) &&
        group.partitive) { /* "one of the five men killed", "one of the five bodies was named": five were */
        group.count = group.whole;
        group.part = group.anaphoric = false;
    }
    if (group.count == MENTION_NONE)
        group.count = refer_count(a, index, harm->outcome == OUTCOME_KILLED);
    return group;
}

/* "Nine of the 12 people killed were children": nine children, a part of the 12. */
static void add_labelled(Casualties *c, const Harm *harm, const GroupRecord *group, int32_t whole)
{
    if (!harm->reduced || !harm->label || !group->partitive)
        return;
    GroupRecord part = *harm->label;
    part.count = group->count;
    Claim *claim = casualty_claim(c, harm, &part);
    if (claim)
        claim->part_of = whole;
}

/* "Four of the nine wounded men are clerks": the nine are wounded, whatever is told of the four. */
static void add_whole(Casualties *c, const Harm *harm, GroupRecord whole)
{
    if (!whole.partitive || whole.harm == OUTCOME_NONE || harm->attributive)
        return;
    Harm own = *harm;
    own.outcome = whole.harm;
    whole.count = whole.whole;
    whole.part = whole.anaphoric = false;
    (void)casualty_claim(c, &own, &whole);
}

/* "Killed a mother and | her children |", "two women and | their children |": as good as a figure where no verb makes them the subject of what follows ("and her children fled"). */
static bool is_family(const Analysis *a, const Harm *harm, uint32_t index)
{
    const GroupRecord *found = &a->groups[index];
    uint32_t next = found->last;
    if (index == harm->first_group || !found->possessed || !found->many ||
        (!found[-1].described && found[-1].count == MENTION_NONE))
        return false;
    return next >= a->tokens.count || (a->tokens.tokens[next].flags & (TOKEN_PUNCT | TOKEN_SENTENCE_START)) ||
           mention_begins(&a->mentions, next, analysis_class(a, "PREPOSITION")) ||
           mention_begins(&a->mentions, next, analysis_class(a, "TIME"));
}

/* Where the construction asks for a figure, whether the group has one; who "two of whom were brothers" are is none. */
static bool tells_figure(const Analysis *a, const Harm *harm, uint32_t index, const GroupRecord *group)
{
    bool person = harm->label != &a->groups[index] && (group->described || group->additional);
    return !harm->counted || group->count != MENTION_NONE || person || is_family(a, harm, index);
}

static void add_group_claim(Casualties *c, const Harm *harm, uint32_t index)
{
    GroupRecord group = group_told(c->a, harm, index);
    bool nameless = harm_has(c->a, harm->match, "named") && !group.named; /* "they were clerks" */
    if (nameless || object_only_owns(c, harm, &group) || object_is_reflexive(c, harm, &group))
        return;
    add_whole(c, harm, c->a->groups[index]);
    Harm own = *harm;
    if (harm->match->last > group.last && told_as_speaker(c->a, &group, harm->match->last - 1))
        return;
    bool own_phrase = group.ordinal > 0 || group.additional;
    if (harm->attributive && group.harm == OUTCOME_NONE && index > harm->first_group && own_phrase)
        return; /* "a dead clerk and a second man": of him the word tells nothing */
    if (harm->attributive && group.harm != OUTCOME_NONE) { /* "a dead clerk and a wounded guard" */
        own.outcome = group.harm;
        harm = &own;
    }
    bool counts = tells_figure(c->a, harm, index, &group) && !harm_shares_count(c->a, harm, group.count) &&
                  !object_heads_colon(c, &group);
    bool parted = parts_within(c, group.last, harm->match->last); /* "five, one of them a clerk, was" */
    if ((!parted && !agrees(c, harm, &group)) || (counts && !casualty_claim(c, harm, &group)))
        return;
    int32_t whole = counts ? (int32_t)c->a->claim_count - 1 : -1;
    add_labelled(c, harm, &c->a->groups[index], whole);
    const Mention *aside = parts_of(c, harm, &group);
    if (!aside)
        return;
    add_parts(c, harm, whole, aside);
    bool says_who = harm->single && analysis_attr(c->a, aside, "all"); /* "18 people, all guards, including ..." */
    const Mention *more = says_who ? parts_within(c, aside->last - 1, harm->match->last) : NULL;
    if (more)
        add_parts(c, harm, whole, more);
}

/* "14 were killed, of whom six were women": the six, told of as a part of the 14 already, are women. */
static void label_told(const Analysis *a, const Harm *harm, const GroupRecord *group)
{
    Claim *told = told_already(a, harm->outcome, mention_tokens_span(&a->tokens, group->first, group->last));
    if (told && told->part_of >= 0 && told->subgroups == 0)
        told->subgroups = group->subgroups;
}

/* "12 deaths", "the death toll rose to 12": a figure without a group. */
static void add_bare_claim(Casualties *c, const Harm *harm, const Attr *count)
{
    if (!count || count->kind != ATTR_MENTION)
        return;
    const Mention *m = &c->a->mentions.items[count->mention];
    if (m->cls != analysis_class(c->a, "COUNT") || scope_is_day(c->a, m) || harm_shares_count(c->a, harm, m->data))
        return;
    GroupRecord group = harm_bare_group(c->a, harm, m);
    Claim *claim = casualty_claim(c, harm, &group);
    if (!claim)
        label_told(c->a, harm, &group);
    if (claim && harm->noun && harm_is_definite(c, m->first))
        claim->again = claim->somebody = true; /* "the two murders" */
    const Mention *aside = claim ? parts_of_bare(c, harm->match->last) : NULL;
    if (aside &&
        (!harm_has(c->a, aside, "all") || parts_are_picked(c->a, aside))) /* "12 deaths, including three children" */
        add_parts(c, harm, (int32_t)c->a->claim_count - 1, aside);
}

/* "Half of whom have died", "all but one of the nine died": a figure reckoned from that of the whole. */
static void add_portion_claim(Casualties *c, const Harm *harm, const GroupList *list)
{
    Analysis *a = c->a;
    uint32_t told = a->groups[list->first_group].count;
    if (told == MENTION_NONE)
        return;
    CountRecord whole = a->counts[told];
    uint32_t count = parts_reckoned(a, harm->match, whole.range, whole.form);
    if (count == MENTION_NONE)
        return;
    GroupRecord group = {.first = a->counts[count].first, .last = a->counts[count].last, .count = count, .many = true};
    group.bare = true;
    (void)casualty_claim(c, harm, &group);
}

/* "Causing injuries": some, no number said. "Shot dead on the steps of his house": one, nobody named.
 * "All of the missing were found": none. */
static void add_unnamed_claim(Casualties *c, const Harm *harm, bool many)
{
    const Attr *word = analysis_attr(c->a, harm->match, many ? "plural" : "one");
    const Mention *m = word->kind == ATTR_MENTION ? &c->a->mentions.items[word->mention] : harm->match;
    GroupRecord group = {.first = m->first, .last = m->last, .count = MENTION_NONE, .many = many, .bare = true};
    group.described = !many;
    Claim *claim = casualty_claim(c, harm, &group);
    if (claim && harm_has(c->a, harm->match, "zero")) {
        claim->count = (Interval){0, 0};
        claim->count_form = COUNT_EXACT;
    }
    if (!harm_has(c->a, harm->match, "self"))
        return;
    if (!claim) /* "before fatally shooting himself" */
        claim = told_already(c->a, harm->outcome, mention_tokens_span(&c->a->tokens, m->first, m->last));
    if (claim) {
        claim->subgroups |= subgroup_parse(analysis_value(c->a, m));
        claim->by_own_hand = claim->listed = true;
    }
}

/* A share of the victims ("the majority of civilian casualties ... in Gwadar"): no figure. */
static void add_share_claim(const Casualties *c, const Harm *harm)
{
    Claim *claim = claim_new(c->a, KIND_CASUALTY, harm->match->first, harm->match->last, harm->rule);
    claim->outcome = harm->outcome;
    claim->unit = STR("people");
    claim->victim_class = harm->victim_class;
}

/* "Ten died. Six of them were women": what became of them is told in the sentence before. */
static void take_before(const Analysis *a, const Mention *match, Harm *harm)
{
    const Attr *count = analysis_attr(a, match, "count");
    const GroupList *list = harm_list(a, analysis_attr(a, match, "victims"));
    uint32_t told = count && count->kind == ATTR_MENTION ? a->mentions.items[count->mention].data
                    : list                               ? a->groups[list->first_group].count
                                                         : MENTION_NONE;
    harm->whole = told_before(a, match->first, told == MENTION_NONE ? 1 : a->counts[told].range.low);
    harm->outcome = harm->whole >= 0 ? a->claims[harm->whole].outcome : OUTCOME_NONE;
}

/* "The trader and his driver, who was wounded": a clause about one is about the last of a row. */
static uint32_t first_told(const Casualties *c, const Harm *harm, const GroupList *list)
{
    if (list->group_count < 2 || !harm->reduced)
        return 0;
    const GroupRecord *last = &c->a->groups[list->first_group + list->group_count - 1];
    bool of_last =
        last->described && last->last < harm->match->last && harm_is_of_one(c, last->last, harm->match->last);
    return of_last ? list->group_count - 1 : 0;
}

/* "The bodies of nine men and | 48 | wounded": a number at the end of a row with a word of harm of its own behind is of others. */
static uint32_t past_told(const Casualties *c, const Harm *harm, const GroupList *list)
{
    const Analysis *a = c->a;
    const GroupRecord *last = &a->groups[list->first_group + list->group_count - 1];
    bool bare = list->group_count > 1 && last->count != MENTION_NONE && last->last == harm->match->last &&
                last->first + 1 == last->last;
    bool other = bare && (mention_begins(&a->mentions, last->last, analysis_class(a, "HARM_ADJ")) ||
                          mention_begins(&a->mentions, last->last, analysis_class(a, "HARM_PP")));
    return list->group_count - other;
}

static void add_list(Casualties *c, const Harm *harm, const GroupList *list)
{
    if (harm_has(c->a, harm->match, "portion")) {
        add_portion_claim(c, harm, list);
        return;
    }
    if (harm->whole >= 0) /* "ten died. All but two of them were women" */
        reckon_part(c->a, harm->match, harm->whole, &c->a->groups[list->first_group]);
    size_t first = c->a->claim_count;
    for (uint32_t i = first_told(c, harm, list); i < past_told(c, harm, list); i++)
        add_group_claim(c, harm, list->first_group + i);
    for (size_t i = first + 1; i < c->a->claim_count && parts_tell_who(c->a, list); i++)
        if (c->a->claims[i].part_of < 0)
            parts_make(c->a, i, first);
}

static int64_t people_in(const Analysis *a, const GroupList *list)
{
    int64_t people = 0;
    for (uint32_t i = 0; list && i < list->group_count; i++) {
        uint32_t count = a->groups[list->first_group + i].count;
        people += count == MENTION_NONE ? 1 : a->counts[count].quantity.low;
    }
    return people;
}

static bool calls_somebody(const Analysis *a, const GroupList *list)
{
    for (uint32_t i = 0; list && i < list->group_count; i++)
        if (a->groups[list->first_group + i].named)
            return true;
    return false;
}

/* A rule of words that go on from what was told before, which was not. */
static bool lacks_what_it_goes_on_from(const Analysis *a, const Mention *match, Outcome outcome)
{
    bool known = harm_has(a, match, "known");
    bool others = known || (harm_has(a, match, "told") &&
                            (told_outcome(a, OUTCOME_INJURED) || told_outcome(a, OUTCOME_ABDUCTED)));
    if (others && !told_outcome(a, outcome))
        return true;
    const Attr *number = analysis_attr(a, match, "count");
    return harm_has(a, match, "gap") && !told_in_gap(a, a->mentions.items[number->mention].first);
}

static void add_match(Casualties *c, const Mention *match)
{
    Analysis *a = c->a;
    Harm harm = harm_of(c, match);
    if (harm_has(a, match, "before"))
        take_before(a, match, &harm);
    if (harm_has(a, match, "answer"))
        harm.outcome = told_outcome_before(a, match->first);
    if (harm.outcome == OUTCOME_NONE || lacks_what_it_goes_on_from(a, match, harm.outcome) ||
        scope_is_question(a, match->first) || past_tells_unreal(a, match->first, match->last))
        return;
    if (harm_has(a, match, "turn")) {
        casualty_turn(a, &harm);
        return;
    }
    const GroupList *list = harm_list(a, analysis_attr(a, match, "victims"));
    if (harm_has(a, match, "calls") && !calls_somebody(a, list))
        return; /* "the guards killed were clerks" */
    harm.single = list && list->group_count == 1;
    harm.first_group = list ? list->first_group : 0;
    harm.people = people_in(a, list);
    harm.listed = (list && list->group_count > 1) || harm_has(a, match, "beside") ||
                  harm_has(a, match, "row"); /* "along with his driver" */
    size_t before = a->claim_count;
    if (list)
        add_list(c, &harm, list);
    if (harm_has(a, match, "roll"))
        roll_settle(a, before);
    if (!list && harm_has(a, match, "count"))
        add_bare_claim(c, &harm, analysis_attr(a, match, "count"));
    else if (!list && (harm_has(a, match, "plural") || harm_has(a, match, "one")))
        add_unnamed_claim(c, &harm, harm_has(a, match, "plural"));
    else if (!list && harm_has(a, match, "share"))
        add_share_claim(c, &harm);
    casualty_lost(c, &harm);
}

static bool may_be_share(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && claim->part_of < 0 && !claim->total &&
           !claim->background && !claim->named && !(claim->subgroups & SUBGROUP_ATTACKERS) && claim->place &&
           place_is_spot(claim->place);
}

/* "[;] in Kharkiv", "[and] in Kharkiv": the last semicolon or conjunction that joins them, with few words between; UINT32_MAX where none does:
 * headlines in a row are not joined. */
static uint32_t joint_of(const Analysis *a, const Claim *before, const Claim *behind)
{
    enum { MOST = 24 };
    uint16_t conjunction = analysis_class(a, "CONJUNCTION");
    uint32_t first = analysis_token(a, before->evidence.end);
    uint32_t last = analysis_token(a, behind->evidence.start);
    uint32_t joint = UINT32_MAX;
    for (uint32_t t = first; t < last && last - first <= MOST; t++) {
        Str text = span_text(a->tokens.text, a->tokens.tokens[t].span);
        if (str_is(text, ";") || mention_begins(&a->mentions, t, conjunction))
            joint = t;
    }
    return joint;
}

/* "Raiders killed three in Odesa and [a bomb] in Kharkiv killed four": the second has an attack of its own. */
static bool has_own_attack(const Analysis *a, uint32_t joint, const Claim *behind)
{
    uint32_t end = behind->evidence.end > behind->place->span.end ? behind->evidence.end : behind->place->span.end;
    uint16_t cls = analysis_class(a, "ONE_ATTACK");
    return mention_may_be(&a->mentions, cls) &&
           mention_within(&a->mentions, joint, analysis_token(a, end), cls) != MENTION_NONE;
}

/* Told of towns of their own: "in Odesa three died; in Kharkiv a woman died". */
static bool are_shares(const Analysis *a, const Claim *x, const Claim *y)
{
    if (!may_be_share(x) || !may_be_share(y) || x->outcome != y->outcome || x->attribution != y->attribution ||
        place_meets(&x->place->place, &y->place->place))
        return false;
    uint32_t joint = joint_of(a, x, y);
    return joint != UINT32_MAX && !has_own_attack(a, joint, y);
}

static void mark_shares(const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++)
        for (size_t k = i + 1; k < a->claim_count && a->claims[k].sentence.start == a->claims[i].sentence.start; k++)
            if (are_shares(a, &a->claims[i], &a->claims[k]))
                a->claims[i].shared_out = a->claims[k].shared_out = true;
}

/* "A fatal shooting": somebody died, where the report opens with it and tells of no death otherwise. */
static void add_alone(Casualties *c, const MentionPick *found)
{
    Analysis *a = c->a;
    for (size_t i = 0; i < found->count; i++) {
        Mention m = a->mentions.items[found->items[i]];
        if (harm_has(a, &m, "alone") && past_in_lead(a, analysis_sentence(a, m.first)) &&
            !scope_is_boilerplate(a, m.first) && !told_outcome(a, OUTCOME_KILLED))
            add_match(c, &m);
    }
}

void casualty_find(Analysis *a)
{
    group_find(a);
    verb_find(a);
    rules_run(a->language->rules, "group", &a->tokens, a->scratch, &a->mentions);
    rules_run(a->language->rules, "casualty", &a->tokens, a->scratch, &a->mentions);
    subject_find(a);
    rules_run(a->language->rules, "subject", &a->tokens, a->scratch, &a->mentions);
    Casualties c = {.a = a,
                    .casualty = analysis_class(a, "CASUALTY"),
                    .be = analysis_class(a, "BE"),
                    .have = analysis_class(a, "HAVE"),
                    .aside = analysis_class(a, "ASIDE"),
                    .determiner = analysis_class(a, "DETERMINER"),
                    .possessive = analysis_class(a, "POSSESSIVE"),
                    .link = analysis_class(a, "NOUN_LINK"),
                    .reflexive = analysis_class(a, "REFLEXIVE"),
                    .participle = analysis_class(a, "HARM_PP"),
                    .say = analysis_class(a, "SAY"),
                    .parts = analysis_class(a, "PARTS"),
                    .groups = analysis_class(a, "GROUPS"),
                    .active = analysis_class(a, "V_ACTIVE"),
                    .passive = analysis_class(a, "V_PASSIVE"),
                    .bare = analysis_class(a, "V_BARE")};
    MentionPick found = analysis_pick(a, &c.casualty, 1);
    for (size_t i = 0; i < found.count; i++) {
        Mention m = a->mentions.items[found.items[i]];
        if (!scope_is_boilerplate(a, m.first) && !harm_has(a, &m, "alone") && !inset_is_torn(a, m.first, m.last) &&
            !claim_is_beyond(a, 0, m.first))
            add_match(&c, &m);
    }
    suspect_join(a);
    increment_of_others(a);
    retold_drop(a);
    increment_settle(a);
    mark_shares(a);
    told_list_clauses(a);
    apart_settle(a);
    past_lift(a);
    past_settle_former(a);
    corrected_settle(a);
    add_alone(&c, &found);
}

#include "extract/harm/casualty_claim.h"

#include "extract/claim/claim.h"
#include "extract/claim/claim_place.h"
#include "extract/claim/claim_when.h"
#include "extract/claim/past.h"
#include "extract/claim/storm.h"
#include "extract/claim/told.h"
#include "extract/harm/animal.h"
#include "extract/harm/casualty_object.h"
#include "extract/harm/casualty_parts.h"
#include "extract/harm/given_name.h"
#include "extract/harm/refer.h"
#include "extract/harm/retold.h"
#include "extract/harm/retold_parts.h"
#include "extract/harm/scope.h"
#include "extract/syntax/noun.h"

/* Fighters and suspects whom somebody captures are detained, others are abducted; "a dead woman and another injured": dead. */
static Outcome outcome_for(const Harm *harm, const GroupRecord *group)
{
    if (harm->outcome == OUTCOME_INJURED && group->harm == OUTCOME_KILLED)
        return OUTCOME_KILLED;
    bool caught = harm->captured && (group->victim_class == CLASS_MILITANT || (group->subgroups & SUBGROUP_ATTACKERS));
    return caught ? OUTCOME_DETAINED : harm->outcome;
}

static void set_count(const Analysis *a, const GroupRecord *group, Claim *claim)
{
    claim->has_count = true;
    if (group->count != MENTION_NONE) {
        const CountRecord *count = &a->counts[group->count];
        claim->count = count->range;
        claim->count_form = count->form;
        claim->count_span = mention_tokens_span(&a->tokens, count->first, count->last);
        return;
    }
    claim->count_span = mention_tokens_span(&a->tokens, group->first, group->last);
    claim->count_form = group->many ? COUNT_WORD : COUNT_DESCRIBED;
    claim->count = group->many      ? (Interval){2, INTERVAL_OPEN}
                   : group->remains ? (Interval){1, INTERVAL_OPEN}
                                    : (Interval){1, 1};
}

/* "Several were killed and wounded": some the one, some the other. */
static bool is_divided(const Analysis *a, const Harm *harm, const GroupRecord *group, const Claim *told)
{
    bool words = group->count == MENTION_NONE ? group->many : a->counts[group->count].form == COUNT_WORD;
    return words && told->outcome == OUTCOME_KILLED && harm->outcome == OUTCOME_INJURED &&
           str_equal(told->rule, harm->rule);
}

/* In how many places, each of which has as many: "in three towns", "in Alfari, Dormal and Hub"; 0 where it is not one number. */
static int64_t places_of_each(const Analysis *a, const Mention *each)
{
    const Attr *times = analysis_attr(a, each, "times");
    if (times && times->kind == ATTR_MENTION) {
        const CountRecord *count = &a->counts[a->mentions.items[times->mention].data];
        return count->form == COUNT_EXACT ? count->range.low : 0;
    }
    Span span = mention_tokens_span(&a->tokens, each->first, each->last);
    int64_t places = 0;
    for (size_t i = analysis_first_place(a, span.start); analysis_place_before(a, i, span.end); i++) {
        if (places > 0 && place_meets(&a->places[i].place, &a->places[i - 1].place))
            return 0; /* "in Goma, North Kivu and Bunia" */
        places++;
    }
    return places;
}

/* "Two each in three towns": six. */
static void multiply(const Analysis *a, const Mention *each, Claim *claim)
{
    int64_t places = places_of_each(a, each);
    if (places < 2 || claim->count_form != COUNT_EXACT) {
        claim->count.high = claim->count_form == COUNT_DESCRIBED ? claim->count.high : INTERVAL_OPEN;
        claim->minimum = true;
        return;
    }
    claim->count = (Interval){claim->count.low * places, claim->count.high * places};
    claim->count_span.end = mention_tokens_span(&a->tokens, each->first, each->last).end;
}

/* "The clinic received 90", "in Alfari alone 33 died": of some of the victims; "22 are still in hospital": of so many and more. */
static void set_minimum(const Analysis *a, const Harm *harm, const GroupRecord *group, Claim *claim)
{
    uint16_t cls = analysis_class(a, "MINIMUM");
    uint32_t opens = a->tokens.sentences[analysis_sentence(a, group->first)].first;
    uint32_t m = cls ? mention_over(&a->mentions, group->first, cls, group->first - opens) : MENTION_NONE;
    Str value = m == MENTION_NONE ? STR_NONE : analysis_value(a, &a->mentions.items[m]);
    if (str_is(value, "times")) {
        multiply(a, &a->mentions.items[m], claim);
        return;
    }
    bool some = m != MENTION_NONE && !harm->total;
    bool of_them = harm->reduced && group->part && !group->partitive; /* "four of the clerks who were shot" */
    bool in_care =
        harm->treated && claim->count_form != COUNT_DESCRIBED; /* "with five of them in critical condition" */
    claim->minimum = some || ((harm->minimum || group->bodies || of_them || in_care) && !harm->total);
    bool open = harm->least || (some && str_equal(value, STR("open")));
    if (open && claim->count_form != COUNT_DESCRIBED && claim->count_form != COUNT_UP_TO)
        claim->count.high = INTERVAL_OPEN;
}

/* "The toll has risen to 13", "bringing it to 13"; not "put the toll at 13". */
static bool tells_move(const Analysis *a, const Mention *match)
{
    const uint16_t classes[] = {analysis_class(a, "TOLL_MOVE"), analysis_class(a, "BRING")};
    ClassSet moves = class_set_of(classes, sizeof classes / sizeof *classes);
    uint16_t verb = analysis_class(a, "TOLL_VERB");
    for (uint32_t t = match->first; t < match->last; t++) {
        uint32_t m = mention_may_begin(&a->mentions, t, verb) ? mention_at(&a->mentions, t, verb) : MENTION_NONE;
        if (mention_may_begin_any(&a->mentions, t, &moves) ||
            (m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("move"))))
            return true;
    }
    return false;
}

/* "The toll was revised to 13", "fell to 13", "lowered it to 13". */
static bool tells_correction(const Analysis *a, const Harm *harm)
{
    const Mention *match = harm->match;
    uint16_t move = analysis_class(a, "TOLL_MOVE");
    for (uint32_t t = match->first; harm->total && t < match->last; t++) {
        uint32_t m = mention_may_begin(&a->mentions, t, move) ? mention_at(&a->mentions, t, move) : MENTION_NONE;
        if (m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("lower")))
            return true;
    }
    return false;
}

/* "Two guards were also hurt", "a clerk died, two guards also died": on top of those told before; of the dead, who are listed one by one
 * where their number is told, not of a larger number. */
static bool is_besides_told(const Analysis *a, const Claim *claim, const GroupRecord *group)
{
    if (group->count == MENTION_NONE)
        return false;
    for (const Claim *told = a->claims; told < claim && claim->outcome != OUTCOME_INJURED; told++)
        if (told->kind == KIND_CASUALTY && told->outcome == claim->outcome && told->has_count &&
            told->count.low > a->counts[group->count].range.low)
            return false;
    return true;
}

/* "The girl was also shot": besides those who died, unless one of them is called a girl too. */
static bool is_hurt_besides(const Analysis *a, const Harm *harm, const Claim *claim)
{
    if (!harm->further || claim->outcome != OUTCOME_INJURED)
        return false;
    Str noun = noun_last(span_text(a->tokens.text, claim->victims));
    for (const Claim *told = a->claims; told < claim; told++)
        if (told->kind == KIND_CASUALTY && told->outcome == OUTCOME_KILLED &&
            noun_is_in(span_text(a->tokens.text, told->victims), noun))
            return false;
    return true;
}

/* "Nine bodies and | 14 people with bullet wounds", "14 people with bullet wounds | and nine bodies": the sentence tells of the dead beside
 * them. */
static bool is_beside_bodies(const Analysis *a, const Harm *harm, const GroupRecord *group)
{
    uint16_t and = analysis_class(a, "CONJUNCTION");
    uint16_t bodies = analysis_class(a, "BODIES");
    uint32_t next = harm->match->last;
    bool before = group->first > 1 && mention_begins(&a->mentions, group->first - 1, and) &&
                  mention_covers(&a->mentions, group->first - 2, bodies);
    return before || (next + 1 < a->tokens.count && mention_begins(&a->mentions, next, and) &&
                      mention_begins(&a->mentions, next + 1, bodies) &&
                      mention_begins(&a->mentions, next + 1, analysis_class(a, "COUNT"))); /* not "and his body" */
}

/* Whether the words leave open what became of the victims; "two stabbed" are two beside who died. */
static bool may_have_died(const Analysis *a, const Harm *harm, const GroupRecord *group)
{
    if (group->count != MENTION_NONE && is_beside_bodies(a, harm, group))
        return false;
    bool stabbed = harm->stabbed && group->count == MENTION_NONE;
    bool one_of_told = !group->additional && (group->described || group->definite);
    return harm->struck || stabbed || (harm->treated && one_of_told);
}

/* "Two guards were killed in Goma and | another two | were killed in Uvira": a phrase without a noun is of the people told of before it in the
 * sentence, of whom the same is told; but "a bomber blew himself up and killed six others" tells of victims. */
static VictimClass told_as(const Analysis *a, const Claim *claim, const GroupRecord *group)
{
    bool bare = group->bare || (group->described && group->count == MENTION_NONE);
    if (!bare || !group->additional || !mention_begins(&a->mentions, group->first, analysis_class(a, "ADDITIONAL")))
        return CLASS_UNKNOWN;
    for (const Claim *before = claim; before > a->claims;) {
        before--;
        if (before->sentence.start != claim->sentence.start)
            break;
        if (before->kind == KIND_CASUALTY && before->outcome == claim->outcome && before->part_of < 0)
            return before->victim_class == CLASS_CIVILIAN || (before->subgroups & SUBGROUP_ATTACKERS)
                       ? CLASS_UNKNOWN
                       : before->victim_class;
    }
    return CLASS_UNKNOWN;
}

/* Fighters whom somebody captures, though only what was told before says that they are. */
static void set_caught(const Casualties *c, Claim *claim, const Harm *harm, const GroupRecord *group)
{
    if (!harm->captured || claim->outcome != OUTCOME_ABDUCTED)
        return;
    if (claim->victim_class == CLASS_UNKNOWN && object_is_of_fighters(c, group))
        claim->victim_class = CLASS_MILITANT;
    if (claim->victim_class == CLASS_MILITANT)
        claim->outcome = OUTCOME_DETAINED;
}

/* Who was hurt, and how they are told of. */
static void set_people(const Analysis *a, Claim *claim, const Harm *harm, const GroupRecord *group)
{
    claim->unit = STR("people");
    claim->victim_class = group->victim_class != CLASS_UNKNOWN ? group->victim_class : harm->victim_class;
    if (claim->victim_class == CLASS_UNKNOWN)
        claim->victim_class = told_as(a, claim, group);
    claim->class_word = group->class_word;
    claim->subgroups = group->subgroups;
    claim->sex = group->sex;
    bool sex_or_child = group->sex || (group->subgroups & (SUBGROUP_WOMEN | SUBGROUP_MEN | SUBGROUP_CHILDREN));
    claim->womans_name = !sex_or_child && given_name_is_womans(a, group);
    bool counted = !harm->listed && is_besides_told(a, claim, group);
    bool further = harm->further && !group->anaphoric && (group->described || counted);
    claim->additional = group->additional || harm->added || further;
    claim->ordinal = group->ordinal;
    claim->total = harm->total;
    claim->listed = harm->listed;
    bool besides = is_hurt_besides(a, harm, claim);
    claim->struck = may_have_died(a, harm, group) && !besides;
    claim->alive = harm->alive;
    claim->possessed =
        group->possessed && (group->owned || group->first == harm->match->first); /* not of "he shot his wife" */
    claim->named = group->named && !(group->named_other && retold_has_article(a, claim, "definite"));
    bool meant = harm->meant || (harm->being && group->described);
    bool pronoun = group->last - group->first == 1;
    claim->again = (group->anaphoric && !group->named && (pronoun || !besides)) || meant;
    claim->somebody = meant || (claim->again && (group->bodies || pronoun));
}

/* Who was told of as hurt died of it: no part of the hurt any more, who count as those do whom a shot hit: injured, unless
 * they died. */
static void turn_to_killed(Analysis *a, Claim *told, const Harm *harm)
{
    told->outcome = OUTCOME_KILLED;
    told->struck = false;
    told->rule = harm->rule;
    if (told->part_of < 0 || a->claims[told->part_of].outcome != OUTCOME_INJURED)
        return;
    told->additional = told_others_died(a, &a->claims[told->part_of]);
    a->claims[told->part_of].struck |= !told->additional;
    told->part_of = -1;
}

/* Told of as hurt, by this sentence or the one before, of whom others tell nothing since. */
static bool may_turn(const Analysis *a, const Claim *told, uint32_t sentence)
{
    return told->kind == KIND_CASUALTY && told->outcome == OUTCOME_INJURED && told->has_count && told->part_of < 0 &&
           !told->background && !told->alive && told->count.high != INTERVAL_OPEN &&
           analysis_sentence(a, analysis_token(a, told->victims.start)) + 1 >= sentence;
}

void casualty_turn(Analysis *a, const Harm *harm)
{
    uint32_t sentence = analysis_sentence(a, harm->match->first);
    int64_t people = 0;
    size_t first = a->claim_count;
    for (; first > 0 && (a->claims[first - 1].kind != KIND_CASUALTY || may_turn(a, &a->claims[first - 1], sentence));
         first--)
        people += a->claims[first - 1].kind == KIND_CASUALTY ? a->claims[first - 1].count.low : 0;
    bool meant = harm_has(a, harm->match, "two") ? people == 2 : people > 1;
    for (size_t i = first; meant && i < a->claim_count; i++)
        if (a->claims[i].kind == KIND_CASUALTY)
            turn_to_killed(a, &a->claims[i], harm);
}

/* The claim of the hurt stays, with those who died of it among them. */
static Claim *spare_some(Claim *told)
{
    told->struck = true;
    return NULL;
}

/* "Rider, 47, shot dead at home" amid a report that has told of its own dead in whole sentences: the headline of another
 * report, or of this one again. A person's noun without article or name opens the sentence. */
static bool is_other_headline(const Casualties *c, const Harm *harm, const GroupRecord *group)
{
    const Analysis *a = c->a;
    const Token *token = &a->tokens.tokens[group->first];
    bool bare = group->described && !group->named && !group->possessed && !group->anaphoric && !group->bodies &&
                mention_at(&a->mentions, group->first, c->determiner) == MENTION_NONE;
    return bare && (token->flags & TOKEN_SENTENCE_START) && !past_in_lead(a, analysis_sentence(a, group->first)) &&
           told_outcome(a, harm->outcome);
}

/* "The gunman was among the four people killed": whom the sentence itself puts among them, whatever they did. */
static int32_t whole_of_part(const Analysis *a, const Harm *harm, const GroupRecord *group, const Claim *claim)
{
    if (harm->whole >= 0)
        return harm->whole;
    GroupRecord any = *group;
    if (harm->part && any.victim_class == CLASS_MILITANT)
        any.victim_class = CLASS_UNKNOWN;
    any.subgroups &= harm->part ? ~(unsigned)SUBGROUP_ATTACKERS : ~0U;
    int32_t whole = told_larger(a, claim, &any);
    if (whole >= 0 && a->claims[whole].count.low < harm->people && harm_has(a, harm->match, "roll"))
        return -1; /* "the victims were named as a clerk, his wife and three of their children": of no three */
    bool others = whole >= 0 && claim->victim_class == CLASS_MILITANT &&
                  (a->claims[whole].victim_class == CLASS_CIVILIAN || a->claims[whole].victim_class == CLASS_SECURITY);
    return others ? -1 : whole;
}

/* Whom of those told before the claim is about. */
static void tie_to_told(Analysis *a, const Harm *harm, const GroupRecord *group, Claim *claim)
{
    if (harm->treated || harm->alive || harm->part || group->additional)
        claim->part_of = whole_of_part(a, harm, group, claim);
    if (!group->anaphoric)
        told_link_outcomes(a, claim, group, (uint32_t)a->claim_count - 1);
    bool besides = harm->further && !claim->again;
    if (!group->anaphoric || besides ||
        (harm->part && claim->part_of >= 0)) /* "the gunman was among the four people killed" */
        return;
    if (told_died_of_hurt(a, claim, group)) {
        claim->additional = true;
        claim->again = false;
        return;
    }
    claim->part_of = told_whole(a, harm->outcome, group, (uint32_t)a->claim_count - 1);
    if (group->part && claim->part_of >= 0 && !told_by_one_voice(claim, &a->claims[claim->part_of])) {
        claim->part_of = -1;
        claim->again = false;
    }
    told_link_outcomes(a, claim, group, (uint32_t)a->claim_count - 1);
}

/* "Killed two men before he shot himself dead": one more than those whom the sentence tells of before. */
static void set_own_hand(const Casualties *c, const GroupRecord *group, Claim *claim)
{
    const Analysis *a = c->a;
    const Claim *before = claim > a->claims ? claim - 1 : NULL;
    bool self = group->last == group->first + 1 && mention_begins(&a->mentions, group->first, c->reflexive);
    if (!self || claim->outcome != OUTCOME_KILLED || !before || before->sentence.start != claim->sentence.start)
        return;
    claim->by_own_hand = claim->listed = true;
    claim->part_of = -1;
}

/* "Nine in Quetta": the place told with the count; NULL where the map does not know it, but only that of the count before, or one
 * before them all. */
static const PlaceMention *place_there(const Analysis *a, const Harm *harm, const Sentence *sentence, Span count)
{
    const PlaceMention *place = claim_place(a, sentence, count);
    size_t match = a->tokens.tokens[harm->match->first].span.start;
    bool of_another = place && place->span.start >= match && place->span.end <= count.start;
    bool of_all = place && harm->beside && place->span.end <= match;
    return of_another || of_all ? NULL : place;
}

/* When and where the counted people came to harm, if the sentence tells it of them apart from the others. */
static void set_share(const Analysis *a, const Harm *harm, const GroupRecord *group, Claim *claim)
{
    bool counted = !span_is_empty(claim->count_span);
    const Sentence *sentence = &a->tokens.sentences[analysis_sentence(a, group->first)];
    const PlaceMention *share = counted ? claim_share_place(a, sentence, claim->count_span) : NULL;
    claim->shared_out = counted && harm->beside;
    if (counted && harm->there) /* "12 in Lahore and nine in Quetta" */
        claim->place = place_there(a, harm, sentence, claim->count_span);
    else if (share) /* "killed 12 people in Lahore and [nine people] in Quetta" */
        claim->place = share;
    else if (claim_names_place(claim) &&
             (claim_place_is_of_several(a, claim->place) || claim_place_is_of_term(a, claim)))
        claim->place = NULL;
    if (harm->beside)
        claim_set_share_day(a, claim);
}

/* Whose dead the words say they are: a party's, or of whoever speaks ("its own dead"). */
static Party side_told(const Analysis *a, const Attr *side, const Claim *claim)
{
    enum { LONGEST_NAME = 5 };
    uint32_t m = mention_over(&a->mentions, side->first, analysis_class(a, "PARTY"), LONGEST_NAME);
    return m == MENTION_NONE ? claim->party : party_parse(analysis_attr_value(a, &a->mentions.items[m], "party"));
}

/* "The army lost eleven", "... and the rebels' at 52": the dead of a force are fighters of its own; those whom another counts are its
 * enemy's. */
static void set_side(const Analysis *a, const Harm *harm, Claim *claim)
{
    const Attr *side = analysis_attr(a, harm->match, "side");
    if (!side || claim->victim_class != CLASS_UNKNOWN)
        return;
    Party party = side_told(a, side, claim);
    bool fights = party == PARTY_GOVERNMENT || party == PARTY_ARMED_GROUP;
    bool speaks = claim->party == PARTY_GOVERNMENT || claim->party == PARTY_ARMED_GROUP;
    if (fights)
        claim->victim_class = party == PARTY_GOVERNMENT ? CLASS_SECURITY : CLASS_MILITANT;
    claim->of_enemy = fights && speaks && party != claim->party;
}

/* Who died in a text about lives that age or illness ended; several of a number may have died of something else. */
static bool is_of_obituary(const Analysis *a, const Harm *harm, const GroupRecord *group)
{
    bool number = group->count != MENTION_NONE && a->counts[group->count].form != COUNT_WORD &&
                  a->counts[group->count].range.low > 1;
    return a->obituary && harm->outcome == OUTCOME_KILLED && !number;
}

/* "Twelve people were shot and | two others | killed": none of those who were shot died. */
static void part_from_hit(Analysis *a, const GroupRecord *group, const Claim *dead)
{
    if (dead->outcome != OUTCOME_KILLED || dead->count_form != COUNT_EXACT ||
        !analysis_tells_value(a, group->first, group->last, "ADDITIONAL", "others"))
        return;
    for (Claim *hit = a->claims + a->claim_count - 1; hit-- > a->claims && hit->sentence.start == dead->sentence.start;)
        hit->struck = hit->struck && (hit->outcome != OUTCOME_INJURED || hit->count_form != COUNT_EXACT);
}

Claim *casualty_claim(Casualties *c, const Harm *harm, const GroupRecord *group)
{
    Analysis *a = c->a;
    uint32_t opens = group->owned && !group->prefaced ? group->owner_first : group->first;
    Span victims = mention_tokens_span(&a->tokens, opens, group->last);
    if (is_other_headline(c, harm, group) || storm_is_named(a, group->first, group->last) ||
        animal_is_meant(a, group) || is_of_obituary(a, harm, group))
        return NULL;
    Claim *told = told_already(a, harm->outcome, victims);
    if (told && is_divided(a, harm, group, told))
        told = NULL;
    if (told && told->outcome == OUTCOME_INJURED && harm->outcome == OUTCOME_KILLED) {
        if (told_is_of_more(a, told, group))
            told = spare_some(told);
        else
            turn_to_killed(a, told, harm);
    }
    if (told)
        return NULL;
    Claim *claim = claim_new(a, KIND_CASUALTY, harm->match->first, harm->match->last, harm->rule);
    claim->evidence = span_join(claim->evidence, victims);
    if ((harm->fact && claim->stance == STANCE_DOUBTS) || (harm->granted && claim->stance == STANCE_DENIES))
        claim->stance = STANCE_ASSERTS; /* "questioned about the killing of ..." doubts something else */
    claim->outcome = outcome_for(harm, group);
    claim->victims = victims;
    set_people(a, claim, harm, group);
    set_caught(c, claim, harm, group);
    set_side(a, harm, claim);
    if (object_is_other_than_subject(c, harm, group)) {
        claim->additional = false;
        claim->ordinal = 0;
    }
    set_count(a, group, claim);
    set_minimum(a, harm, group, claim);
    claim->risen = harm->total && tells_move(a, harm->match);
    claim->lowered = tells_correction(a, harm);
    claim->status |= harm_is_unsure(a, harm->match, group->first, group->last) ? STATUS_UNVERIFIED : 0;
    scope_set(a, claim, group, harm->match, harm->fact || harm->noun);
    tie_to_told(a, harm, group, claim);
    part_from_hit(a, group, claim);
    set_own_hand(c, group, claim);
    claim->background |= harm_is_undone(a, harm->match, claim->window_span);
    set_share(a, harm, group, claim);
    return claim;
}

/* The count, as an index, of those whom the sentence at the token or one of the two before it tells to have been aboard; MENTION_NONE where none does. */
static uint32_t aboard_before(const Casualties *c, uint32_t token)
{
    enum { BACK = 2 };
    const Analysis *a = c->a;
    uint32_t sentence = analysis_sentence(a, token);
    uint32_t found = MENTION_NONE;
    for (uint32_t i = mention_first(&a->mentions, c->parts); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        const Mention *told = &a->mentions.items[i];
        const Attr *count = analysis_attr(a, told, "aboard");
        if (told->first >= token)
            break;
        if (count && count->kind == ATTR_MENTION && analysis_sentence(a, told->first) + BACK >= sentence)
            found = a->mentions.items[count->mention].data;
    }
    return found;
}

void casualty_lost(Casualties *c, const Harm *harm)
{
    Analysis *a = c->a;
    if (!harm_has(a, harm->match, "lost"))
        return;
    uint32_t count = aboard_before(c, harm->match->first);
    if (count != MENTION_NONE && harm_has(a, harm->match, "less")) {
        CountRecord whole = a->counts[count];
        count = parts_reckoned(a, harm->match, whole.range, whole.form);
    }
    if (count == MENTION_NONE && !harm_has(a, harm->match, "several"))
        return;
    GroupRecord group = {
        .first = harm->match->first, .last = harm->match->last, .count = count, .many = true, .bare = true};
    (void)casualty_claim(c, harm, &group);
}

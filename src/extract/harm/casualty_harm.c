#include "extract/harm/casualty_harm.h"

#include "base/buf.h"
#include "extract/claim/claim.h"

static Outcome outcome_of(Str value)
{
    Outcome outcome = outcome_parse(value);
    if (str_equal(value, STR("captured")))
        return OUTCOME_ABDUCTED;
    bool open = str_equal(value, STR("shot")) || str_equal(value, STR("stabbed")) || str_equal(value, STR("treated")) ||
                str_equal(value, STR("alive"));
    return outcome == OUTCOME_NONE && open ? OUTCOME_INJURED : outcome;
}

const GroupList *harm_list(const Analysis *a, const Attr *attr)
{
    if (!attr || attr->kind != ATTR_MENTION)
        return NULL;
    uint32_t data = a->mentions.items[attr->mention].data;
    return data < a->list_count ? &a->lists[data] : NULL;
}

static const GroupRecord *label_group(const Analysis *a, const Mention *match)
{
    const Attr *label = analysis_attr(a, match, "label");
    if (!label || label->kind != ATTR_MENTION || a->mentions.items[label->mention].cls != analysis_class(a, "GROUPS"))
        return NULL;
    return &a->groups[a->lists[a->mentions.items[label->mention].data].first_group];
}

/* The class that a label or adjective gives: "Civilians killed: 11", "militant deaths". */
static VictimClass label_class(const Analysis *a, const Mention *match)
{
    const Attr *label = analysis_attr(a, match, "label");
    const GroupRecord *group = label_group(a, match);
    if (group)
        return harm_has(a, match, "reduced") ? CLASS_UNKNOWN : group->victim_class;
    return label && label->kind == ATTR_MENTION ? class_parse(analysis_value(a, &a->mentions.items[label->mention]))
                                                : CLASS_UNKNOWN;
}

bool harm_is_definite(const Casualties *c, uint32_t token)
{
    return token > 0 && analysis_is_definite(c->a, token - 1);
}

/* "Two guards | believed to be drunk | were killed": what is believed is who they are; not in "believed to be | dead". Returns
 * the token behind these words. */
static uint32_t behind_held_to_be(const Analysis *a, uint32_t from)
{
    const MentionList *list = &a->mentions;
    uint32_t m = mention_at(list, from, analysis_class(a, "NOUN_LINK"));
    if (m == MENTION_NONE)
        return from;
    uint32_t last = list->items[m].last;
    bool harmed = mention_begins(list, last, analysis_class(a, "HARM_ADJ")) ||
                  mention_begins(list, last, analysis_class(a, "HARM_PP"));
    return harmed ? from : last;
}

/* "Probably | 12 people were killed", "the army said it feared that | 12 had died": not what somebody holds to be so. */
static bool is_hedged(const Analysis *a, uint32_t first)
{
    enum { LONGEST = 3 };
    const MentionList *list = &a->mentions;
    uint32_t opens = a->tokens.sentences[analysis_sentence(a, first)].first;
    if (first > opens && mention_begins(list, first - 1, analysis_class(a, "RELATIVE")))
        first--;
    uint32_t m =
        first > opens ? mention_over(list, first - 1, analysis_class(a, "CLAIM_STATUS"), LONGEST) : MENTION_NONE;
    if (m == MENTION_NONE || !str_equal(analysis_value(a, &list->items[m]), STR("unsure")))
        return false;
    uint32_t say = mention_at(list, list->items[m].first, analysis_class(a, "SAY"));
    const Attr *act = say == MENTION_NONE ? NULL : analysis_attr(a, &list->items[say], "act");
    return say == MENTION_NONE || (act && str_equal(lexicon_value_name(a->language->lexicon, act->value), STR("fear")));
}

bool harm_is_unsure(const Analysis *a, const Mention *match, uint32_t first, uint32_t last)
{
    if (is_hedged(a, first))
        return true;
    uint32_t from = behind_held_to_be(a, last);
    for (uint32_t t = from; t < match->last; t++) /* "three clerks, believed to be drunk, were hit": of who they are */
        if (str_equal(span_text(a->tokens.text, a->tokens.tokens[t].span), STR(",")))
            from = t + 1;
    return claim_is_unsure(a, from, match->last);
}

bool harm_shares_count(const Analysis *a, const Harm *harm, uint32_t count)
{
    return harm->sum && count != MENTION_NONE && a->counts[count].form != COUNT_WORD;
}

bool harm_is_undone(const Analysis *a, const Mention *match, Span day)
{
    return harm_has(a, match, "free") &&
           (span_is_empty(day) || !span_holds(mention_tokens_span(&a->tokens, match->first, match->last), day));
}

/* "was also killed": on top of those told before. */
static bool tells_further(const Analysis *a, const Mention *match)
{
    uint16_t adverb = analysis_class(a, "ADVERB");
    for (uint32_t t = match->first; t < match->last; t++) {
        uint32_t m = mention_at(&a->mentions, t, adverb);
        if (m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("further")))
            return true;
    }
    return false;
}

/* "the assassinated candidate", "his murdered wife": the verb stands where an adjective does; not in "those killed were
 * identified as Ana Bek". */
static bool is_attributive(const Casualties *c, const Mention *match)
{
    const MentionList *list = &c->a->mentions;
    uint32_t verb = match->first == 0 ? MENTION_NONE : mention_at(list, match->first, c->participle);
    const Attr *victims = analysis_attr(c->a, match, "victims");
    if (verb == MENTION_NONE ||
        (victims && victims->kind == ATTR_MENTION && list->items[victims->mention].first != list->items[verb].last))
        return false;
    uint32_t possessive = mention_at(list, match->first - 1, c->possessive);
    return harm_is_definite(c, match->first) || possessive != MENTION_NONE;
}

Harm harm_of(const Casualties *c, const Mention *match)
{
    const Analysis *a = c->a;
    Harm harm = {.match = match,
                 .label = label_group(a, match),
                 .outcome = outcome_of(analysis_value(a, match)),
                 .rule = rules_name(a->language->rules, match->rule),
                 .victim_class = label_class(a, match),
                 .struck = str_equal(analysis_value(a, match), STR("shot")),
                 .stabbed = str_equal(analysis_value(a, match), STR("stabbed")),
                 .treated = str_equal(analysis_value(a, match), STR("treated")),
                 .alive = str_equal(analysis_value(a, match), STR("alive")) || harm_has(a, match, "free"),
                 .least = harm_has(a, match, "least"),
                 .minimum = harm_has(a, match, "minimum"),
                 .part = harm_has(a, match, "part"),
                 .there = harm_has(a, match, "there"),
                 .beside = harm_has(a, match, "beside"),
                 .whole = -1,
                 .captured = str_equal(analysis_value(a, match), STR("captured")),
                 .further = tells_further(a, match),
                 .added = harm_has(a, match, "added"),
                 .meant = is_attributive(c, match),
                 .being = harm_has(a, match, "being"),
                 .total = harm_has(a, match, "total"),
                 .noun = harm_has(a, match, "noun"),
                 .counted = harm_has(a, match, "counted"),
                 .attributive = harm_has(a, match, "attributive"),
                 .sum = harm_has(a, match, "sum"),
                 .reduced = harm_has(a, match, "reduced")};
    harm.fact = harm.meant || harm_has(a, match, "fact");
    harm.granted = harm_has(a, match, "granted");
    return harm;
}

GroupRecord harm_bare_group(const Analysis *a, const Harm *harm, const Mention *count)
{
    GroupRecord group = {.first = count->first, .last = count->last, .count = count->data, .many = true, .bare = true};
    if (harm->label && (harm->part || harm->total)) /* "the number of women killed rose to nine" */
        group.subgroups = harm->label->subgroups;
    if (harm->label && harm->part)
        group.class_word = harm->label->class_word;
    group.subgroups |= harm_has(a, harm->match, "young") ? SUBGROUP_CHILDREN : 0;
    return group;
}

bool harm_is_of_one(const Casualties *c, uint32_t first, uint32_t last)
{
    bool one = false;
    for (uint32_t t = first; t < last; t++)
        for (uint32_t m = c->a->mentions.at[t]; m != MENTION_NONE; m = c->a->mentions.items[m].next) {
            const Mention *word = &c->a->mentions.items[m];
            if (word->cls == c->be || word->cls == c->have)
                one = str_equal(analysis_value(c->a, word), STR("one"));
        }
    return one;
}

/* The rules that read the reports, each once, in words: a sentence of the kind that it reads. */
#include "base/map.h"
#include "report/page_parts.h"

/* What is found by a stage of the program and not by a written rule. */
/* clang-format off */
static const struct { const char *begins; const char *words; } STAGES[] = {
    {"statement.quote", "a quotation and who says it"},
    {"statement.indirect", "what somebody is reported to have said"},
    {"statement.reaction", "a speaker\xE2\x80\x99s reaction to the events"},
    {"attack.noun", "a noun for an attack"},
    {"attack.verb", "a verb of attacking with its target"},
    {"attack.kill", "an attack told by the deaths it caused"},
    {"attack.suffered", "a target that was attacked"},
    {"attack.damage", "damage done in an attack"},
};
/* clang-format on */

static Str stage_words(Str rule)
{
    for (size_t i = 0; i < sizeof STAGES / sizeof STAGES[0]; i++) {
        if (str_begins(rule, str_from(STAGES[i].begins)))
            return str_from(STAGES[i].words);
    }
    return STR_NONE;
}

/* The rule's number, 0 where the language has none of that name. */
static uint16_t rule_number(const Page *page, Str name)
{
    if (!page->language)
        return 0;
    for (uint16_t r = 1; r <= rules_count(page->language->rules); r++) {
        if (str_equal(rules_name(page->language->rules, r), name))
            return r;
    }
    return 0;
}

/* A rule's first sentence that it must read. */
static Str rule_example(const Page *page, uint16_t rule)
{
    size_t count = 0;
    const Example *examples = rules_examples(page->language->rules, &count);
    for (size_t i = 0; i < count; i++) {
        if (examples[i].rule == rule && examples[i].wanted)
            return str_trim(examples[i].sentence);
    }
    return STR_NONE;
}

void rule_link(const Page *page, Str rule)
{
    if (rule.len == 0) {
        put(page, "not named");
        return;
    }
    put(page, "<a href=\"#rule-");
    text(page, rule);
    put(page, "\"><code>");
    text(page, rule);
    put(page, "</code></a>");
}

void rule_words(const Page *page, Str rule)
{
    uint16_t number = rule_number(page, rule);
    Str example = number ? rule_example(page, number) : STR_NONE;
    if (str_present(example)) {
        put(page, "reads sentences like <q>");
        text(page, example);
        put(page, "</q>");
    } else if (str_present(stage_words(rule))) {
        put(page, "finds ");
        buf_put(page->out, stage_words(rule));
    }
}

static void rule_item(const Page *page, Str rule)
{
    put(page, "<li id=\"rule-");
    text(page, rule);
    put(page, "\"><code>");
    text(page, rule);
    put(page, "</code> <span class=\"quiet\">");
    rule_words(page, rule);
    put(page, "</span></li>\n");
}

void page_rules(const Page *page)
{
    if (page->situation->claim_count == 0)
        return;
    put(page, "<h3>Rules that read the reports</h3>\n<ul class=\"plain-list rules\">\n");
    Map *seen = map_create(page->arena);
    for (uint32_t i = 0; i < page->situation->claim_count; i++) {
        Str rule = claim_at(page, i)->claim->rule;
        if (rule.len == 0 || map_find(seen, rule) != 0)
            continue;
        map_add(seen, rule);
        rule_item(page, rule);
    }
    put(page, "</ul>\n");
}

#include "match/rules.h"

#include <assert.h>

#include "base/buf.h"
#include "match/ruleset.h"

/* One rules file while it is read. */
typedef struct {
    Rules *rules;
    const char *name;
    uint32_t line;      /* of the text being read */
    uint32_t rule_line; /* where the rule began */
    Rule *rule;         /* NULL between blocks */
    Node *wanted;       /* the rule's need lines */
    Error *err;
} Reader;

Rules *rules_create(Arena *arena, Lexicon *lexicon)
{
    Rules *rules = ARENA_NEW(arena, Rules);
    rules->arena = arena;
    rules->lexicon = lexicon;
    rules->parser.arena = arena;
    rules->parser.lexicon = lexicon;
    rules->lexicon_classes = lexicon_class_count(lexicon);
    return rules;
}

/* ---- errors ---- */

static bool fail(const Reader *r, const char *what, Str text)
{
    return error_set(r->err, ERROR_DATA, "%s:%u: %s%s%.*s", r->name, r->line, what, text.len ? ": " : "", (int)text.len,
                     text.len ? text.ptr : "");
}

/* With the line and a caret under the place. */
static bool fail_at(const Reader *r, const char *what, Str text, size_t at)
{
    return error_set(r->err, ERROR_DATA, "%s:%u: %s\n    %.*s\n    %*s^", r->name, r->line, what, (int)text.len,
                     text.ptr, (int)at, "");
}

static Str where_now(const Reader *r)
{
    Buf text = {0};
    buf_put(&text, str_from(r->name));
    buf_char(&text, ':');
    buf_int(&text, r->line);
    Str kept = arena_copy(r->rules->arena, buf_str(&text));
    buf_free(&text);
    return kept;
}

/* ---- find ---- */

/* The tree of a pattern, its classes noted; NULL and an error when it is none. */
static Node *read_pattern(const Reader *r, Str value)
{
    Rules *rules = r->rules;
    PatternParser *parser = &rules->parser;
    size_t first_test = parser->test_count;
    Node *tree = pattern_parse(parser, value);
    if (!tree)
        (void)fail_at(r, parser->problem ? parser->problem : "not a pattern", value, parser->at);
    for (size_t i = first_test; tree && i < parser->test_count; i++) {
        rules->uses = arena_grow(rules->arena, rules->uses, rules->use_count, &rules->use_cap, sizeof *rules->uses);
        rules->uses[rules->use_count++] = (ClassUse){parser->tests[i].cls, r->line, r->name};
    }
    return tree;
}

static bool read_need(Reader *r, Str value)
{
    Node *tree = read_pattern(r, value);
    if (!tree)
        return false;
    if (tree->kind != NODE_WORDS && tree->kind != NODE_CLASS && tree->kind != NODE_ALTERNATIVES)
        return fail(r, "a need is one word or class, or alternatives of them", value);
    if (r->rule->find_count > 0)
        return fail(r, "needs stand before find", value);
    tree->next = r->wanted;
    r->wanted = tree;
    return true;
}

static bool read_find(Reader *r, Str value)
{
    Rules *rules = r->rules;
    const PatternParser *parser = &rules->parser;
    Node *tree = read_pattern(r, value);
    if (!tree)
        return false;
    Pattern pattern = {0};
    if (!pattern_compile(rules->arena, tree, r->wanted, parser->tests, &pattern))
        return fail(r, "the pattern is too long", value);
    pattern.rule = (uint16_t)(rules->count - 1);
    rules->patterns =
        arena_grow(rules->arena, rules->patterns, rules->pattern_count, &rules->pattern_cap, sizeof *rules->patterns);
    rules->patterns[rules->pattern_count++] = pattern;
    r->rule->find_count++;
    Buf text = {0};
    buf_put(&text, r->rule->text);
    if (text.len > 0)
        buf_char(&text, '\n');
    buf_put(&text, value);
    r->rule->text = arena_copy(rules->arena, buf_str(&text));
    buf_free(&text);
    return true;
}

/* ---- emit ---- */

/* The number of the capture "$name"; NO_CAPTURE and an error when there is none. */
static bool read_capture(const Reader *r, Str word, uint16_t *out)
{
    const PatternParser *parser = &r->rules->parser;
    for (size_t i = 0; i < parser->capture_count; i++) {
        if (str_equal(parser->captures[i], str_drop(word, 1))) {
            *out = (uint16_t)i;
            return true;
        }
    }
    return fail(r, "the find lines above capture nothing of this name", word);
}

/* "CLASS", "CLASS(value)", "CLASS($cap)". */
static bool read_emit_class(const Reader *r, Str *rest, Emit *emit)
{
    Lexicon *lexicon = r->rules->lexicon;
    size_t end = 0;
    while (end < rest->len && rest->ptr[end] != ' ' && rest->ptr[end] != '(')
        end++;
    if (end == 0)
        return fail(r, "emit needs a class", STR_NONE);
    emit->cls = lexicon_class_add(lexicon, str_slice(*rest, 0, end));
    *rest = str_drop(*rest, end);
    if (rest->len == 0 || rest->ptr[0] != '(')
        return true;
    size_t close = str_find_char(*rest, ')', 0);
    if (close == SIZE_MAX)
        return fail(r, "the value's bracket is not closed", *rest);
    Str value = str_trim(str_slice(*rest, 1, close));
    *rest = str_drop(*rest, close + 1);
    if (str_begins(value, STR("$")))
        return read_capture(r, value, &emit->value_capture);
    emit->value = value.len > 0 ? lexicon_value_add(lexicon, value) : 0;
    return true;
}

static bool next_word(Str *rest, Str *out)
{
    *rest = str_trim(*rest);
    return rest->len > 0 && str_cut(rest, ' ', out);
}

static bool read_emit_part(const Reader *r, Str word, EmitPart *out)
{
    Str value = word;
    Str key = STR_NONE;
    (void)str_cut(&value, '=', &key);
    if (!str_present(value) || key.len == 0 || value.len == 0)
        return fail(r, "emit has CLASS, (value), on $name, key=value, key=$name and each $name, not", word);
    *out = (EmitPart){.attr = lexicon_attr_add(r->rules->lexicon, key), .capture = NO_CAPTURE};
    if (value.ptr[0] == '$')
        return read_capture(r, value, &out->capture);
    out->value = lexicon_value_add(r->rules->lexicon, value);
    return true;
}

static bool read_emit(Reader *r, Str value)
{
    enum { MAX_PARTS = 64 };
    Rules *rules = r->rules;
    Emit emit = {.value_capture = NO_CAPTURE, .on = NO_CAPTURE, .each = NO_CAPTURE};
    EmitPart parts[MAX_PARTS];
    if (!read_emit_class(r, &value, &emit))
        return false;
    Str word = STR_NONE;
    while (next_word(&value, &word)) {
        bool on = str_equal(word, STR("on"));
        if (on || str_equal(word, STR("each"))) {
            if (!next_word(&value, &word) || word.ptr[0] != '$')
                return fail(r, "a $name must follow", word);
            if (!read_capture(r, word, on ? &emit.on : &emit.each))
                return false;
        } else if (emit.part_count == MAX_PARTS) {
            return fail(r, "too many parts", word);
        } else if (!read_emit_part(r, word, &parts[emit.part_count++])) {
            return false;
        }
    }
    EmitPart *kept = ARENA_ARRAY(rules->arena, EmitPart, emit.part_count);
    if (emit.part_count > 0)
        memcpy(kept, parts, emit.part_count * sizeof *parts);
    emit.parts = kept;
    Rule *rule = r->rule;
    rule->emits = arena_grow(rules->arena, rule->emits, rule->emit_count, &rule->emit_cap, sizeof *rule->emits);
    rule->emits[rule->emit_count++] = emit;
    rules->declared =
        arena_grow(rules->arena, rules->declared, rules->declared_count, &rules->declared_cap, sizeof emit.cls);
    rules->declared[rules->declared_count++] = emit.cls;
    return true;
}

/* ---- blocks ---- */

static bool read_example(Reader *r, Str value, bool wanted)
{
    Rules *rules = r->rules;
    Example example = {.wanted = wanted, .sentence = value, .rule = (uint16_t)rules->count, .where = where_now(r)};
    size_t arrow = str_find(value, STR(" -> "), 0);
    if (arrow != SIZE_MAX && !wanted)
        return fail(r, "what must not fire has nothing to expect", value);
    if (arrow != SIZE_MAX) {
        example.sentence = str_trim(str_slice(value, 0, arrow));
        example.expected = str_trim(str_drop(value, arrow + 4));
    }
    rules->examples =
        arena_grow(rules->arena, rules->examples, rules->example_count, &rules->example_cap, sizeof example);
    rules->examples[rules->example_count++] = example;
    return true;
}

static bool end_rule(Reader *r)
{
    const Rule *rule = r->rule;
    if (!rule)
        return true;
    r->line = r->rule_line;
    if (rule->phase_name.len == 0 || rule->find_count == 0 || rule->emit_count == 0)
        return fail(r, "a rule needs a phase, find and emit", rule->name);
    r->rules->items[r->rules->count - 1].captures = r->rules->parser.capture_count;
    r->rule = NULL;
    return true;
}

static bool begin_rule(Reader *r, Str name)
{
    Rules *rules = r->rules;
    uint32_t line = r->line;
    if (!end_rule(r))
        return false;
    r->line = r->rule_line = line;
    if (name.len == 0 || rules->count == UINT16_MAX - 1)
        return fail(r, "a rule needs a name", name);
    for (size_t i = 0; i < rules->count; i++) {
        if (str_equal(rules->items[i].name, name))
            return fail(r, "a rule of this name was read before", name);
    }
    rules->items = arena_grow(rules->arena, rules->items, rules->count, &rules->cap, sizeof *rules->items);
    r->rule = &rules->items[rules->count++];
    *r->rule = (Rule){.name = name, .where = where_now(r), .text = STR("")};
    rules->parser.capture_count = 0;
    r->wanted = NULL;
    return true;
}

static void declare_classes(Reader *r, Str value)
{
    Rules *rules = r->rules;
    Str word = STR_NONE;
    while (next_word(&value, &word)) {
        rules->declared = arena_grow(rules->arena, rules->declared, rules->declared_count, &rules->declared_cap,
                                     sizeof *rules->declared);
        rules->declared[rules->declared_count++] = lexicon_class_add(rules->lexicon, word);
    }
}

static const char *const KEYS[] = {"rule", "phase", "find", "emit", "yes", "no", "all", "class", "need"};
typedef enum { KEY_RULE, KEY_PHASE, KEY_FIND, KEY_EMIT, KEY_YES, KEY_NO, KEY_ALL, KEY_CLASS, KEY_NEED, KEY_NONE } Key;

static Key key_of(Str word)
{
    for (size_t i = 0; i < KEY_NONE; i++) {
        if (str_equal(word, str_from(KEYS[i])))
            return (Key)i;
    }
    return KEY_NONE;
}

static bool read_line(Reader *r, Key key, Str value)
{
    if (!r->rule && key != KEY_RULE && key != KEY_CLASS)
        return fail(r, "this stands in no rule", value);
    switch (key) {
    case KEY_RULE: return begin_rule(r, value);
    case KEY_PHASE: r->rule->phase_name = value; return true;
    case KEY_FIND: return read_find(r, value);
    case KEY_EMIT: return read_emit(r, value);
    case KEY_YES: return read_example(r, value, true);
    case KEY_NO: return read_example(r, value, false);
    case KEY_ALL: r->rule->all = true; return true;
    case KEY_CLASS: declare_classes(r, value); return true;
    case KEY_NEED: return read_need(r, value);
    case KEY_NONE: break;
    }
    return false;
}

static Key line_key(Str line, Str *value)
{
    *value = line;
    Str word = STR_NONE;
    Str trimmed = str_trim(line);
    *value = trimmed;
    if (!next_word(value, &word))
        return KEY_NONE;
    Key key = key_of(word);
    *value = key == KEY_NONE ? trimmed : str_trim(*value);
    return key;
}

/* Lines that begin with white space and no key go on the line before: *value grows by them. */
static Str with_continuations(const Reader *r, Str *rest, Str value, uint32_t *lines)
{
    for (;;) {
        Str after = *rest;
        Str line = STR_NONE;
        Str more = STR_NONE;
        if (!str_cut(&after, '\n', &line) || line.len == 0 || !char_is_space(line.ptr[0]) || str_trim(line).len == 0 ||
            str_trim(line).ptr[0] == '#' || line_key(line, &more) != KEY_NONE)
            return value;
        Buf joined = {0};
        buf_put(&joined, value);
        buf_char(&joined, ' ');
        buf_put(&joined, more);
        value = arena_copy(r->rules->arena, buf_str(&joined));
        buf_free(&joined);
        *rest = after;
        ++*lines;
    }
}

bool rules_add(Rules *rules, const char *name, Str text, Error *err)
{
    Reader r = {.rules = rules, .name = name, .err = err};
    text = arena_copy(rules->arena, text);
    Str line = STR_NONE;
    while (str_cut(&text, '\n', &line)) {
        r.line++;
        Str value = str_trim(line);
        if (value.len == 0 || value.ptr[0] == '#')
            continue;
        Key key = line_key(line, &value);
        if (key == KEY_NONE)
            return fail_at(&r, "a line begins with rule, phase, need, find, emit, all, yes, no or class",
                           str_trim(line), 0);
        uint32_t more = 0;
        value = with_continuations(&r, &text, value, &more);
        if (!read_line(&r, key, str_present(value) ? value : STR("")))
            return false;
        r.line += more;
    }
    return end_rule(&r);
}

/* ---- finishing ---- */

static bool fail_rule(const Rule *rule, Error *err, const char *what, Str text)
{
    return error_set(err, ERROR_DATA, "%.*s: rule %.*s: %s%.*s", (int)rule->where.len, rule->where.ptr,
                     (int)rule->name.len, rule->name.ptr, what, (int)text.len, text.ptr);
}

static bool place_in_phase(Rules *rules, Rule *rule, Error *err)
{
    rule->phase = 0;
    while (rule->phase < rules->phase_count && !str_equal(rule->phase_name, str_from(rules->phase_names[rule->phase])))
        rule->phase++;
    return rule->phase < rules->phase_count || fail_rule(rule, err, "there is no phase ", rule->phase_name);
}

/* Gives each class that a phase emits a bit. */
static bool number_slots(Rules *rules, uint32_t phase, Error *err)
{
    uint16_t classes[RULESET_MAX_CLASSES_A_PHASE];
    uint32_t count = 0;
    for (size_t i = 0; i < rules->count; i++) {
        Rule *rule = &rules->items[i];
        for (size_t e = 0; rule->phase == phase && e < rule->emit_count; e++) {
            uint32_t slot = 0;
            while (slot < count && classes[slot] != rule->emits[e].cls)
                slot++;
            if (slot == RULESET_MAX_CLASSES_A_PHASE)
                return fail_rule(rule, err, "too many classes in phase ", rule->phase_name);
            if (slot == count)
                classes[count++] = rule->emits[e].cls;
            rule->emits[e].slot = slot;
            rule->emitted |= (uint64_t)1 << slot;
        }
    }
    return true;
}

static bool refuse_shadowed(const Rules *rules, Error *err)
{
    for (size_t i = 0; i < rules->count; i++) {
        for (size_t j = 0; j < i; j++) {
            const Rule *a = &rules->items[j];
            const Rule *b = &rules->items[i];
            if (a->phase == b->phase && a->emitted == b->emitted && str_equal(a->text, b->text))
                return fail_rule(b, err, "has the pattern of ", a->name);
        }
    }
    return true;
}

/* Refuses classes that no mention can have. */
static bool refuse_empty_classes(const Rules *rules, Error *err)
{
    bool *declared = ARENA_ARRAY(rules->arena, bool, lexicon_class_count(rules->lexicon) + 1U); /* by class */
    for (size_t d = 0; d < rules->declared_count; d++)
        declared[rules->declared[d]] = true;
    for (size_t i = 0; i < rules->use_count; i++) {
        uint16_t cls = rules->uses[i].cls;
        bool bare = lexicon_is_bare(rules->lexicon, cls);
        if (!bare && (cls <= rules->lexicon_classes || declared[cls]))
            continue;
        Str name = lexicon_class_name(rules->lexicon, cls);
        return error_set(err, ERROR_DATA, "%s:%u: %s %.*s", rules->uses[i].file, rules->uses[i].line,
                         bare ? "no rule can ask for the bare class" : "nothing makes the class", (int)name.len,
                         name.ptr);
    }
    return true;
}

bool rules_finish(Rules *rules, const char *const *phases, Error *err)
{
    for (uint32_t i = 0; phases[i]; i++) {
        assert(i < RULESET_MAX_PHASES);
        rules->phase_names[i] = arena_copy(rules->arena, str_from(phases[i])).ptr;
        rules->phase_count++;
    }
    for (size_t i = 0; i < rules->count; i++) {
        if (!place_in_phase(rules, &rules->items[i], err))
            return false;
    }
    for (uint32_t i = 0; i < rules->phase_count; i++) {
        if (!number_slots(rules, i, err))
            return false;
    }
    if (!refuse_shadowed(rules, err) || !refuse_empty_classes(rules, err))
        return false;
    ruleset_index(rules);
    rules->expected = NULL;
    rules->arena = rules->parser.arena = NULL; /* nothing is added any more: they can be part of an image */
    return rules->literal_count < FEATURE_WORDS_MAX ||
           error_set(err, ERROR_DATA, "%u words in the rules: at most %d have room", rules->literal_count,
                     FEATURE_WORDS_MAX - 1);
}

/* ---- asking ---- */

uint16_t rules_count(const Rules *rules)
{
    return (uint16_t)rules->count;
}

static const Rule *rule_of(const Rules *rules, uint16_t rule)
{
    assert(rule >= 1 && rule <= rules->count);
    return &rules->items[rule - 1];
}

Str rules_name(const Rules *rules, uint16_t rule)
{
    return rule_of(rules, rule)->name;
}

Str rules_where(const Rules *rules, uint16_t rule)
{
    return rule_of(rules, rule)->where;
}

Str rules_text(const Rules *rules, uint16_t rule)
{
    return rule_of(rules, rule)->text;
}

const Example *rules_examples(const Rules *rules, size_t *count)
{
    *count = rules->example_count;
    return rules->examples;
}

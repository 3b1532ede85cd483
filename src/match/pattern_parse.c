#include "match/pattern.h"
#include "match/token.h"

enum { MAX_DEPTH = 32, MAX_ALTERNATIVES = 512, MAX_GAP = 64 };

static Node *new_node(PatternParser *p, NodeKind kind)
{
    Node *node = ARENA_NEW(p->arena, Node);
    node->kind = kind;
    return node;
}

static Node *wrap(PatternParser *p, NodeKind kind, Node *child)
{
    Node *node = new_node(p, kind);
    node->child = child;
    return node;
}

static Node *refuse(PatternParser *p, const char *problem)
{
    if (!p->problem)
        p->problem = problem;
    return NULL;
}

static char peek_at(const PatternParser *p, size_t at)
{
    if (at >= p->text.len)
        return '\0';
    return p->text.ptr[at];
}

static char peek(const PatternParser *p)
{
    return peek_at(p, p->at);
}

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || char_is_digit(c) || c == '_';
}

static bool is_class_char(char c)
{
    return char_is_upper(c) || char_is_digit(c) || c == '_';
}

static bool ends_atom(char c)
{
    return c == '\0' || c == ' ' || c == '|' || c == ')' || c == ']' || c == '?' || c == '*' || c == '+';
}

static void skip_spaces(PatternParser *p)
{
    while (peek(p) == ' ')
        p->at++;
}

/* ---- words ---- */

static Node *words_node(PatternParser *p, const uint32_t *words, uint32_t count)
{
    Node *node = new_node(p, NODE_WORDS);
    node->words = words;
    node->count = count;
    return node;
}

static Node *one_word(PatternParser *p, Str folded)
{
    uint32_t *word = ARENA_NEW(p->arena, uint32_t);
    *word = lexicon_word_add(p->lexicon, folded);
    return *word != 0 ? words_node(p, word, 1) : refuse(p, "an empty word, or one that is too long");
}

/* A literal as the tokeniser cuts it: one word or a sequence. */
static Node *literal(PatternParser *p, Str text)
{
    Str folded = token_fold(p->arena, text);
    if (lexicon_word(p->lexicon, folded) != 0)
        return one_word(p, folded);
    TokenList tokens = token_split(p->arena, p->lexicon, text, NULL, 0);
    if (tokens.count == 0)
        return refuse(p, "an empty word");
    if (tokens.count == 1)
        return one_word(p, folded);
    Node *phrase = new_node(p, NODE_SEQUENCE);
    Node **link = &phrase->child;
    for (size_t i = 0; i < tokens.count; i++) {
        *link = one_word(p, token_fold(p->arena, span_text(text, tokens.tokens[i].span)));
        if (!*link)
            return NULL;
        link = &(*link)->next;
    }
    return phrase;
}

/* The end of 'text' that opens at p->at, or 0 when no quote closes it. */
static size_t quoted_end(const PatternParser *p)
{
    for (size_t i = p->at + 2; i < p->text.len; i++) {
        if (p->text.ptr[i] == '\'' && ends_atom(peek_at(p, i + 1)))
            return i;
    }
    return 0;
}

static Node *word_atom(PatternParser *p)
{
    size_t start = p->at;
    if (peek(p) == '\'' && quoted_end(p) != 0) {
        size_t end = quoted_end(p);
        p->at = end + 1;
        return literal(p, str_slice(p->text, start + 1, end));
    }
    while (!ends_atom(peek(p)) && peek(p) != '(' && peek(p) != '[')
        p->at++;
    if (p->at == start)
        return refuse(p, "a word, class or sign should stand here (signs of the language are quoted: '(')");
    return literal(p, str_slice(p->text, start, p->at));
}

/* ---- classes ---- */

static bool class_values(PatternParser *p, ClassTest *test)
{
    size_t end = str_find_char(p->text, ')', p->at);
    if (end == SIZE_MAX)
        return refuse(p, "the values' bracket is not closed") != NULL;
    Str inside = str_slice(p->text, p->at + 1, end);
    test->negated = str_begins(inside, STR("!"));
    if (test->negated)
        inside = str_drop(inside, 1);
    test->values = ARENA_ARRAY(p->arena, uint32_t, inside.len + 1);
    Str value = STR_NONE;
    while (str_cut(&inside, '|', &value)) {
        value = str_trim(value);
        if (value.len == 0)
            return refuse(p, "an empty value") != NULL;
        test->values[test->value_count++] = lexicon_value_add(p->lexicon, value);
    }
    p->at = end + 1;
    return true;
}

static bool class_attr(PatternParser *p, ClassTest *test)
{
    size_t end = str_find_char(p->text, ']', p->at);
    if (end == SIZE_MAX)
        return refuse(p, "the condition's bracket is not closed") != NULL;
    Str value = str_slice(p->text, p->at + 1, end);
    Str key = STR_NONE;
    (void)str_cut(&value, '=', &key);
    if (!str_present(value) || str_trim(key).len == 0 || str_trim(value).len == 0)
        return refuse(p, "a condition is written CLASS[key=value]") != NULL;
    test->attr = lexicon_attr_add(p->lexicon, str_trim(key));
    test->attr_value = lexicon_value_add(p->lexicon, str_trim(value));
    p->at = end + 1;
    return true;
}

static bool at_class(const PatternParser *p)
{
    size_t end = p->at;
    while (is_class_char(peek_at(p, end)))
        end++;
    char next = peek_at(p, end);
    return end >= p->at + 2 && char_is_upper(peek(p)) && (ends_atom(next) || next == '(' || next == '[');
}

static Node *class_atom(PatternParser *p)
{
    size_t start = p->at;
    ClassTest test = {0};
    while (is_class_char(peek(p)))
        p->at++;
    test.cls = lexicon_class_add(p->lexicon, str_slice(p->text, start, p->at));
    if (peek(p) == '(' && !class_values(p, &test))
        return NULL;
    if (peek(p) == '[' && !class_attr(p, &test))
        return NULL;
    p->tests = arena_grow(p->arena, p->tests, p->test_count, &p->test_cap, sizeof *p->tests);
    p->tests[p->test_count] = test;
    Node *node = new_node(p, NODE_CLASS);
    node->count = (uint32_t)p->test_count++;
    return node;
}

static Node *shape_atom(PatternParser *p)
{
    static const struct {
        const char *name;
        uint16_t flags;
    } SHAPES[] = {{"CAP", TOKEN_CAPITAL}, {"UPPER", TOKEN_UPPER}, {"NUM", TOKEN_NUMBER},
                  {"WORD", TOKEN_WORD},   {"PUNCT", TOKEN_PUNCT}, {"QUOTED", TOKEN_QUOTED}};
    size_t start = p->at + 1;
    size_t end = start;
    while (char_is_upper(peek_at(p, end)))
        end++;
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++) {
        if (!str_equal(str_slice(p->text, start, end), str_from(SHAPES[i].name)))
            continue;
        p->at = end;
        Node *node = new_node(p, NODE_SHAPE);
        node->flags = SHAPES[i].flags;
        return node;
    }
    return refuse(p, "a shape is one of @CAP @UPPER @NUM @WORD @PUNCT @QUOTED");
}

static Node *gap_atom(PatternParser *p)
{
    size_t start = ++p->at;
    int64_t tokens = 0;
    while (char_is_digit(peek(p)))
        p->at++;
    if (!str_number(str_slice(p->text, start, p->at), &tokens) || tokens < 1 || tokens > MAX_GAP)
        return refuse(p, "a gap is written ~N, N from 1 to 64");
    Node *node = new_node(p, NODE_GAP);
    node->count = (uint32_t)tokens;
    return node;
}

static Node *atom(PatternParser *p)
{
    char c = peek(p);
    char next = peek_at(p, p->at + 1);
    if (c == '@' && char_is_upper(next))
        return shape_atom(p);
    if (c == '~' && char_is_digit(next))
        return gap_atom(p);
    if ((c == '_' || c == '^' || c == '$') && ends_atom(next)) {
        p->at++;
        return new_node(p, c == '_' ? NODE_ANY : c == '^' ? NODE_START : NODE_END);
    }
    return at_class(p) ? class_atom(p) : word_atom(p);
}

/* ---- structure ---- */

/* Single words among the alternatives become one test. */
static Node *join_alternatives(PatternParser *p, Node *first)
{
    if (!first->next)
        return first;
    uint32_t found[MAX_ALTERNATIVES];
    uint32_t count = 0;
    Node *others = NULL;
    Node **link = &others;
    for (Node *node = first; node; node = node->next) {
        if (node->kind == NODE_WORDS && count + node->count <= MAX_ALTERNATIVES) {
            memcpy(found + count, node->words, node->count * sizeof *found);
            count += node->count;
        } else {
            *link = node;
            link = &node->next;
        }
    }
    *link = NULL;
    if (count == 0)
        return wrap(p, NODE_ALTERNATIVES, others);
    uint32_t *words = ARENA_ARRAY(p->arena, uint32_t, count);
    memcpy(words, found, count * sizeof *words);
    Node *joined = words_node(p, words, count);
    if (!others)
        return joined;
    *link = joined; /* a phrase is tried before the single words that may begin it */
    return wrap(p, NODE_ALTERNATIVES, others);
}

static Node *group(PatternParser *p, char closing);

/* word|CLASS|'...' without spaces, or a group. */
static Node *unit(PatternParser *p)
{
    if (peek(p) == '(' || peek(p) == '[') {
        bool optional = peek(p) == '[';
        p->at++;
        Node *inside = group(p, optional ? ']' : ')');
        return inside && optional ? wrap(p, NODE_OPTION, inside) : inside;
    }
    Node *first = atom(p);
    Node *last = first;
    while (last && peek(p) == '|' && peek_at(p, p->at + 1) != ' ' && peek_at(p, p->at + 1) != '\0') {
        p->at++;
        last->next =
            peek(p) == '(' || peek(p) == '[' ? refuse(p, "alternatives to a group: write ( (a b) | c )") : atom(p);
        last = last->next;
    }
    return last ? join_alternatives(p, first) : NULL;
}

static Node *quantified(PatternParser *p, Node *node)
{
    char c = peek(p);
    if (!node || (c != '?' && c != '*' && c != '+'))
        return node;
    p->at++;
    if (c == '?')
        return wrap(p, NODE_OPTION, node);
    if (node_is_empty(node))
        return refuse(p, "what is repeated must not be able to match nothing");
    return wrap(p, c == '*' ? NODE_STAR : NODE_PLUS, node);
}

/* The name before a colon, if one stands here. */
static bool capture_name(PatternParser *p, Str *out)
{
    size_t end = p->at;
    while (is_name_char(peek_at(p, end)))
        end++;
    if (end == p->at || char_is_digit(peek(p)) || peek_at(p, end) != ':' || ends_atom(peek_at(p, end + 1)))
        return false;
    *out = str_slice(p->text, p->at, end);
    p->at = end + 1;
    return true;
}

static Node *captured(PatternParser *p, Str name)
{
    size_t number = 0;
    while (number < p->capture_count && !str_equal(p->captures[number], name))
        number++;
    if (number == PATTERN_MAX_CAPTURES)
        return refuse(p, "too many names in one rule");
    if (number == p->capture_count)
        p->captures[p->capture_count++] = name;
    Node *inside = unit(p);
    if (!inside)
        return NULL;
    /* name:[ ... ] and name:ELEM? capture inside the option, so that nothing is captured when it is not there */
    bool optional = inside->kind == NODE_OPTION;
    Node *node = wrap(p, NODE_CAPTURE, optional ? inside->child : inside);
    node->capture = (uint16_t)number;
    return quantified(p, optional ? wrap(p, NODE_OPTION, node) : node);
}

static Node *negated(PatternParser *p)
{
    p->at++;
    Node *inside = unit(p);
    if (!inside)
        return NULL;
    for (const Node *n = inside->kind == NODE_ALTERNATIVES ? inside->child : inside; n;
         n = inside->kind == NODE_ALTERNATIVES ? n->next : NULL) {
        if (n->kind != NODE_WORDS && n->kind != NODE_CLASS && n->kind != NODE_SHAPE)
            return refuse(p, "after ! stands one word, class or shape, or alternatives of them");
    }
    return wrap(p, NODE_NOT, inside);
}

static Node *element(PatternParser *p)
{
    Str name = STR_NONE;
    if (capture_name(p, &name))
        return captured(p, name);
    if (peek(p) == '!' && !ends_atom(peek_at(p, p->at + 1)))
        return negated(p);
    return quantified(p, unit(p));
}

static Node *sequence(PatternParser *p, char closing)
{
    Node *node = new_node(p, NODE_SEQUENCE);
    Node **link = &node->child;
    skip_spaces(p);
    while (peek(p) != closing && peek(p) != '\0' && peek(p) != '|') {
        *link = element(p);
        if (!*link)
            return NULL;
        link = &(*link)->next;
        if (!ends_atom(peek(p)) && peek(p) != closing)
            return refuse(p, "a space should stand here");
        if (peek(p) == '?' || peek(p) == '*' || peek(p) == '+')
            return refuse(p, "nothing that could be repeated stands before this");
        if ((peek(p) == ')' || peek(p) == ']') && peek(p) != closing)
            return refuse(p, "this bracket was not opened");
        skip_spaces(p);
    }
    if (!node->child)
        return refuse(p, "something should stand here");
    return node->child->next ? node : node->child;
}

/* A group of nothing but words is a list of phrases: its bars divide phrases even without spaces. */
static bool is_phrase_list(const PatternParser *p, char closing)
{
    bool bar = false;
    for (size_t i = p->at; peek_at(p, i) != closing; i++) {
        char c = peek_at(p, i);
        bar |= c == '|';
        if (c == '\0' || (!is_name_char(c) && c != ' ' && c != '-' && c != '|' && c != '\'' && c != ',' && c != '.') ||
            (c == '_' && ends_atom(peek_at(p, i + 1))) || (c == '\'' && (i == p->at || ends_atom(peek_at(p, i - 1)))))
            return false;
    }
    return bar;
}

static Node *phrase_list(PatternParser *p, char closing)
{
    Node *first = NULL;
    Node **link = &first;
    size_t end = str_find_char(p->text, closing, p->at);
    Str inside = str_slice(p->text, p->at, end);
    Str phrase = STR_NONE;
    while (str_cut(&inside, '|', &phrase)) {
        phrase = str_trim(phrase);
        *link = phrase.len > 0 ? literal(p, phrase) : refuse(p, "an empty alternative");
        if (!*link)
            return NULL;
        link = &(*link)->next;
    }
    p->at = end;
    return join_alternatives(p, first);
}

static Node *alternatives(PatternParser *p, char closing)
{
    if (closing != '\0' && is_phrase_list(p, closing))
        return phrase_list(p, closing);
    Node *first = sequence(p, closing);
    Node *last = first;
    while (last && peek(p) == '|') {
        p->at++;
        last->next = sequence(p, closing);
        last = last->next;
    }
    return last ? join_alternatives(p, first) : NULL;
}

/* What stands up to the closing bracket, and past it. */
static Node *group(PatternParser *p, char closing)
{
    if (++p->depth > MAX_DEPTH)
        return refuse(p, "brackets too deep");
    Node *node = alternatives(p, closing);
    p->depth--;
    if (!node)
        return NULL;
    if (peek(p) != closing)
        return refuse(p, "a closing bracket is missing");
    p->at++;
    /* its siblings in the list of alternatives are not its siblings outside */
    return node->kind == NODE_SEQUENCE || node->kind == NODE_ALTERNATIVES ? node : wrap(p, NODE_SEQUENCE, node);
}

bool node_is_empty(const Node *node)
{
    switch (node->kind) {
    case NODE_WORDS:
    case NODE_CLASS:
    case NODE_ANY:
    case NODE_SHAPE: return false;
    case NODE_NOT:
    case NODE_OPTION:
    case NODE_STAR:
    case NODE_GAP:
    case NODE_START:
    case NODE_END: return true;
    case NODE_PLUS:
    case NODE_CAPTURE: return node_is_empty(node->child);
    case NODE_SEQUENCE:
        for (const Node *n = node->child; n; n = n->next) {
            if (!node_is_empty(n))
                return false;
        }
        return true;
    case NODE_ALTERNATIVES:
        for (const Node *n = node->child; n; n = n->next) {
            if (node_is_empty(n))
                return true;
        }
        return false;
    }
    return false;
}

Node *pattern_parse(PatternParser *p, Str text)
{
    p->text = text;
    p->at = 0;
    p->depth = 0;
    p->problem = NULL;
    Node *node = alternatives(p, '\0');
    if (node && node_is_empty(node))
        return refuse(p, "the pattern can match nothing");
    return node;
}

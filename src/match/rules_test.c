#include "match/rules.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"
#include "match/mention.h"
#include "match/token.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const char WORDS[] = "phrase\tclass\tvalue\tstem\n"
                            "'s\tCLITIC\t\t\n"
                            "police\tGROUP\tpolice\t\n"
                            "police officers\tGROUP\tofficers\t\n"
                            "soldiers\tGROUP\tsoldiers\tsoldier\n"
                            "rebels\tGROUP\trebels\t\n"
                            "officers\tNOUN\t\t\n"
                            "killed\tHARM\tkilled\t\n"
                            "injured\tHARM\tinjured\t\n"
                            "hurt\tHARM\tinjured\tmild\n"
                            "ten\tNUM\t10\t\n"
                            "two\tNUM\t2\t\n";

static const char *const PHASES[] = {"one", "two", NULL};

typedef struct {
    Arena *arena;
    Lexicon *lexicon;
    Rules *rules;
} Fixture;

static bool load(Fixture *f, const char *rules, Error *err)
{
    f->arena = arena_create();
    f->lexicon = lexicon_create(f->arena);
    assert_true(lexicon_add(f->lexicon, "words.tsv", STR(WORDS), err));
    lexicon_make_bare(f->lexicon, lexicon_class_add(f->lexicon, STR("BARE")));
    f->rules = rules_create(f->arena, f->lexicon);
    return rules_add(f->rules, "x.rules", str_from(rules), err) && rules_finish(f->rules, PHASES, err) &&
           lexicon_finish(f->lexicon, err);
}

static void write_attr(const Fixture *f, const TokenList *tokens, const MentionList *list, const Attr *attr, Buf *out)
{
    static const char *const NAMES[] = {"k", "a", "b", "g", "n"};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        if (lexicon_attr(f->lexicon, str_from(NAMES[i])) == attr->name)
            buf_put(out, str_from(NAMES[i]));
    }
    buf_char(out, '=');
    if (attr->kind == ATTR_VALUE)
        buf_put(out, lexicon_value_name(f->lexicon, attr->value));
    if (attr->kind == ATTR_MENTION)
        buf_char(out, '#');
    buf_put(out, span_text(tokens->text, mention_tokens_span(tokens, attr->first, attr->last)));
    assert_true(attr->kind != ATTR_MENTION || list->items[attr->mention].first == attr->first);
}

/* "CLASS(value)[text] key=text" of every mention that a rule made, in the order in which they were made. */
static void run_all(const Fixture *f, const char *text, Buf *out)
{
    TokenList tokens = token_split(f->arena, f->lexicon, str_from(text), NULL, 0);
    MentionList list = mention_list(f->arena, &tokens);
    lexicon_find(f->lexicon, &tokens, DAY_NONE, f->arena, &list);
    for (size_t i = 0; PHASES[i]; i++)
        rules_run(f->rules, PHASES[i], &tokens, f->arena, &list);
    for (size_t i = 0; i < list.count; i++) {
        const Mention *m = &list.items[i];
        if (m->rule == 0)
            continue;
        if (out->len > 0)
            buf_put(out, STR("; "));
        buf_put(out, lexicon_class_name(f->lexicon, m->cls));
        if (m->value) {
            buf_char(out, '(');
            buf_put(out, lexicon_value_name(f->lexicon, m->value));
            buf_char(out, ')');
        }
        buf_char(out, '[');
        buf_put(out, span_text(tokens.text, mention_span(&tokens, m)));
        buf_char(out, ']');
        for (uint32_t a = 0; a < m->attr_count; a++) {
            buf_char(out, ' ');
            write_attr(f, &tokens, &list, &mention_attrs_of(&list, m)[a], out);
        }
    }
}

/* clang-format off */
static const struct { const char *rules; const char *text; const char *want; } RUNS[] = {
    /* words and signs */
    {"rule r\nphase one\nfind at least\nemit X\n", "At LEAST ten", "X[At LEAST]"},
    {"rule r\nphase one\nfind at least\nemit X\n", "at. Least", ""},
    {"rule r\nphase one\nfind was|were hit\nemit X\n", "They were hit", "X[were hit]"},
    {"rule r\nphase one\nfind [was|were|have been] hit\nemit X\n", "They have been hit", "X[have been hit]"},
    {"rule r\nphase one\nfind (have been|have) hit\nemit X\n", "They have hit", "X[have hit]"},
    {"rule r\nphase one\nfind a 15-year-old boy\nemit X\n", "a 15-year-old boy", "X[a 15-year-old boy]"},
    {"rule r\nphase one\nfind NUM ''s' '('\nemit X\n", "ten's (", "X[ten's (]"},
    {"rule r\nphase one\nfind NUM , _\nemit X\n", "two, three", "X[two, three]"},
    /* classes */
    {"rule r\nphase one\nfind HARM\nemit X\n", "killed and hurt", "X[killed]; X[hurt]"},
    {"rule r\nphase one\nfind HARM(injured)\nemit X\n", "killed and hurt", "X[hurt]"},
    {"rule r\nphase one\nfind HARM(!injured)\nemit X\n", "killed and hurt", "X[killed]"},
    {"rule r\nphase one\nfind HARM(killed|injured) and\nemit X\n", "killed and hurt", "X[killed and]"},
    {"rule r\nphase one\nfind HARM[stem=mild]\nemit X\n", "injured and hurt", "X[hurt]"},
    {"rule r\nphase one\nfind NUM|some GROUP|men\nemit X\n", "some rebels, ten men", "X[some rebels]; X[ten men]"},
    {"rule r\nphase one\nfind GROUP\nemit X\n", "ten police officers", "X[police officers]"},
    /* repeats, gaps, anchors, shapes, negation */
    {"rule r\nphase one\nfind NUM very* big\nemit X\n", "two very very big", "X[two very very big]"},
    {"rule r\nphase one\nfind NUM very+ big\nemit X\n", "two big", ""},
    {"rule r\nphase one\nfind NUM ~3 GROUP\nemit X\n", "ten of the rebels and soldiers", "X[ten of the rebels]"},
    {"rule r\nphase one\nfind NUM ~2 GROUP\nemit X\n", "ten of all the rebels", ""},
    {"rule r\nphase one\nfind ^ NUM GROUP $\nemit X\n", "ten rebels", "X[ten rebels]"},
    {"rule r\nphase one\nfind ^ NUM GROUP\nemit X\n", "Say ten rebels", ""},
    {"rule r\nphase one\nfind NUM GROUP $\nemit X\n", "ten rebels. ten soldiers fled", ""},
    {"rule r\nphase one\nfind @CAP @NUM @PUNCT\nemit X\n", "in Goma 12, then", "X[Goma 12,]"},
    {"rule r\nphase one\nfind NUM !GROUP|men _\nemit X\n", "ten men, ten rebels, ten cats", "X[ten cats]"},
    {"rule r\nphase one\nfind NUM ( !HARM(killed) !GROUP[stem=soldier] !NOUN !';' !@NUM _ )* men\nemit X\n",
     "ten hurt rebels or men", "X[ten hurt rebels or men]"},
    {"rule r\nphase one\nfind NUM ( !HARM(killed) !GROUP[stem=soldier] !NOUN !';' !@NUM _ )* men\nemit X\n",
     "ten killed men, ten soldiers or men, ten officers or men, ten ; men, ten 12 men, ten men", "X[ten men]"},
    {"rule r\nphase one\nfind NUM ( GROUP and GROUP | GROUP )\nemit X\n", "ten rebels and soldiers", "X[ten rebels and soldiers]"},
    {"rule r\nphase one\nfind _ killed\nemit X\n", "who killed", "X[who killed]"},
    /* what may stand behind the first thing of a match, also at a sentence's end */
    {"rule r\nphase one\nfind NUM !GROUP\nemit X\n", "rebels and ten", "X[ten]"},
    {"rule r\nphase one\nfind NUM very? GROUP? $\nemit X\n", "rebels and ten", "X[ten]"},
    {"rule r\nphase one\nfind NUM very? big|GROUP\nemit X\n", "ten big, ten very, ten rebels", "X[ten big]; X[ten rebels]"},
    {"rule r\nphase one\nfind GROUP ~1 HARM\nemit X\n", "police officers killed, rebels were hurt", "X[police officers killed]; X[rebels were hurt]"},
    {"rule r\nphase one\nfind (in all|in total|overall)\nemit X\n", "in a box overall, in total", "X[overall]; X[in total]"},
    {"rule r\nphase one\nfind ( NUM GROUP | two killed )\nemit X\n", "two killed, two rebels", "X[two killed]; X[two rebels]"},
    {"rule r\nphase one\nfind ( two rebels | two killed | ten )\nemit X\n", "two killed, two rebels, two", "X[two killed]; X[two rebels]"},
    {"rule r\nphase one\nfind [ the | NUM ] GROUP HARM\nemit X\n", "the rebels fled, rebels killed", "X[rebels killed]"},
    /* captures and emits */
    {"rule r\nphase one\nfind n:NUM g:GROUP HARM\nemit X($g) on $n a=$g b=fast k=$n\n", "ten soldiers killed",
     "X(soldiers)[ten] a=#soldiers b=fast k=#ten"},
    {"rule r\nphase one\nfind a:(NUM of the) b:(GROUP)\nemit X a=$a b=$b\n", "ten of the rebels",
     "X[ten of the rebels] a=ten of the b=#rebels"},
    {"rule r\nphase one\nfind NUM a:[big bad] GROUP\nemit X a=$a\n", "ten rebels, two big bad rebels",
     "X[ten rebels]; X[two big bad rebels] a=big bad"},
    {"rule r\nphase one\nfind a:GROUP (and a:GROUP)*\nemit X a=$a\n", "police and soldiers and rebels",
     "X[police and soldiers and rebels] a=#police a=#soldiers a=#rebels"},
    {"rule r\nphase one\nfind n:NUM g:GROUP (and n:NUM? g:GROUP)+\nemit X on $g n=$n each $g\n", "ten police and soldiers and two rebels",
     "X[police] n=#ten; X[soldiers]; X[rebels] n=#two"},
    {"rule r\nphase one\nfind n:NUM (g:GROUP and?)+\nemit X on $g n=$n each $g\n", "ten police and soldiers",
     "X[police] n=#ten; X[soldiers] n=#ten"},
    {"rule r\nphase one\nfind n:NUM (g:GROUP and?)+\nemit X n=$n a=$g each $g\n", "ten police and soldiers",
     "X[ten police and soldiers] n=#ten a=#police; X[ten police and soldiers] n=#ten a=#soldiers"},
    {"rule r\nphase one\nfind NUM\nfind NUM GROUP\nemit X\nemit Y\n", "ten rebels", "X[ten rebels]; Y[ten rebels]"},
    /* which match wins */
    {"rule r\nphase one\nfind NUM\nemit X(r)\n\nrule s\nphase one\nfind NUM GROUP\nemit X(s)\n", "ten rebels", "X(s)[ten rebels]"},
    {"rule r\nphase one\nfind NUM GROUP\nemit X(r)\n\nrule s\nphase one\nfind @WORD GROUP\nemit X(s)\n", "ten rebels", "X(r)[ten rebels]"},
    {"rule r\nphase one\nfind NUM GROUP\nemit X\n\nrule s\nphase one\nfind GROUP HARM\nemit Y\n", "ten rebels killed",
     "X[ten rebels]; Y[rebels killed]"},
    {"rule r\nphase one\nfind NUM GROUP\nemit X\n\nrule s\nphase one\nall\nfind GROUP HARM\nemit X\n", "ten rebels killed",
     "X[ten rebels]; X[rebels killed]"},
    {"rule r\nphase one\nfind GROUP and GROUP\nemit X\n", "police and rebels and soldiers", "X[police and rebels]"},
    {"rule r\nphase one\nneed HARM|alas\nfind GROUP\nemit X\n", "Rebels. Killed two rebels. Alas, rebels", "X[rebels]; X[rebels]"},
    {"rule r\nphase one\nfind HARM|NUM|GROUP\nemit X\n", "ten two rebels hurt killed ten soldiers two injured ten police two hurt killed rebels",
     "X[ten]; X[two]; X[rebels]; X[hurt]; X[killed]; X[ten]; X[soldiers]; X[two]; X[injured]; X[ten]; X[police]; X[two]; X[hurt]; "
     "X[killed]; X[rebels]"},
    /* many needs: more than a beginning tells of */
    {"rule r\nphase one\nneed HARM\nneed NUM|some\nneed NOUN\nneed a\nneed b\nneed c\nneed d|e\nfind GROUP\nemit X\n",
     "Rebels, ten officers killed a b c e. Rebels, ten officers killed a b c. Rebels, ten officers killed a c d. Rebels, officers killed a b c d",
     "X[Rebels]"},
    {"rule r\nphase one\nneed HARM\nneed NUM|some\nneed NOUN\nneed a\nneed b\nneed c\nneed d|e\nfind ^ @CAP GROUP\nemit X\n",
     "Some rebels, officers killed a b c e. All rebels, officers killed a b c e. Some rebels, officers killed a b c", "X[Some rebels]"},
    /* phases build on one another */
    {"rule s\nphase two\nfind MEN HARM\nemit X\n\nrule r\nphase one\nfind NUM GROUP\nemit MEN\n", "ten rebels killed",
     "MEN[ten rebels]; X[ten rebels killed]"},
    {"rule s\nphase one\nfind MEN HARM\nemit X\n\nrule r\nphase one\nfind NUM GROUP\nemit MEN\n", "ten rebels killed", "MEN[ten rebels]"},
    /* long lines and comments */
    {"# c\nrule r\n  phase one\n  # c\n  find NUM\n    GROUP\n  emit X\n    a=b\n  yes ten rebels -> X\n", "ten rebels", "X[ten rebels] a=b"},
};
/* clang-format on */

static void rules_find_and_emit(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(RUNS); i++) {
        Fixture f = {0};
        Error err = {0};
        Buf got = {0};
        if (load(&f, RUNS[i].rules, &err))
            run_all(&f, RUNS[i].text, &got);
        else
            buf_put(&got, str_from(err.text));
        if (!str_equal(buf_str(&got), str_from(RUNS[i].want))) {
            print_error("%s\"%s\"\n  got  %.*s\n  want %s\n", RUNS[i].rules, RUNS[i].text, (int)got.len,
                        got.ptr ? got.ptr : "", RUNS[i].want);
            wrong++;
        }
        buf_free(&got);
        arena_destroy(f.arena);
    }
    assert_int_equal(wrong, 0);
}

/* clang-format off */
static const struct { const char *rules; const char *want; } REFUSED[] = {
    {"find NUM\n", "x.rules:1: this stands in no rule: NUM"},
    {"rule r\nfrob\n", "x.rules:2: a line begins with rule, phase, need, find, emit, all, yes, no or class\n    frob\n    ^"},
    {"rule r\nphase one\nfind NUM (GROUP\nemit X\n", "x.rules:3: a closing bracket is missing\n    NUM (GROUP\n              ^"},
    {"rule r\nphase one\nfind NUM GROUP)\nemit X\n", "x.rules:3: this bracket was not opened\n    NUM GROUP)\n             ^"},
    {"rule r\nphase one\nfind @BIG\nemit X\n", "x.rules:3: a shape is one of @CAP @UPPER @NUM @WORD @PUNCT @QUOTED\n    @BIG\n    ^"},
    {"rule r\nphase one\nfind NUM?\nemit X\n", "x.rules:3: the pattern can match nothing\n    NUM?\n        ^"},
    {"rule r\nphase one\nfind NUM [a]* b\nemit X\n", "x.rules:3: what is repeated must not be able to match nothing\n    NUM [a]* b\n            ^"},
    {"rule r\nphase one\nfind NUM ~99 b\nemit X\n", "x.rules:3: a gap is written ~N, N from 1 to 64\n    NUM ~99 b\n           ^"},
    {"rule r\nphase one\nfind NUM a||b\nemit X\n", "x.rules:3: a word, class or sign should stand here (signs of the language are quoted: '(')\n    NUM a||b\n          ^"},
    {"rule r\nphase one\nfind NOSUCH\nemit X\n", "x.rules:3: nothing makes the class NOSUCH"},
    {"rule r\nphase one\nfind NUM BARE\nemit X\n", "x.rules:3: no rule can ask for the bare class BARE"},
    {"rule r\nphase one\nneed a b\nfind NUM\nemit X\n", "x.rules:3: a need is one word or class, or alternatives of them: a b"},
    {"rule r\nphase one\nfind NUM\nneed a\nemit X\n", "x.rules:4: needs stand before find: a"},
    {"rule r\nphase three\nfind NUM\nemit X\n", "x.rules:1: rule r: there is no phase three"},
    {"rule r\nphase one\nfind NUM\nemit X a=$b\n", "x.rules:4: the find lines above capture nothing of this name: $b"},
    {"rule r\nphase one\nfind NUM\n", "x.rules:1: a rule needs a phase, find and emit: r"},
    {"rule r\nphase one\nfind NUM\nemit X\nrule r\n", "x.rules:5: a rule of this name was read before: r"},
    {"rule r\nphase one\nfind NUM\nemit X\nrule s\nphase one\nfind NUM\nemit X\n", "x.rules:5: rule s: has the pattern of r"},
};
/* clang-format on */

static void faults_are_told_with_line_and_caret(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(REFUSED); i++) {
        Fixture f = {0};
        Error err = {0};
        bool ok = load(&f, REFUSED[i].rules, &err);
        if (ok || strcmp(err.text, REFUSED[i].want) != 0) {
            print_error("%s  got  %s\n  want %s\n", REFUSED[i].rules, err.text, REFUSED[i].want);
            wrong++;
        }
        arena_destroy(f.arena);
    }
    assert_int_equal(wrong, 0);
}

static void more_classes_or_words_than_there_is_room_for_are_refused(void **state)
{
    (void)state;
    enum { MANY = 4600 };
    Fixture f = {0};
    Error err = {0};
    Buf rules = {0};
    for (int i = 0; i < MANY; i++)
        buf_format(&rules, "rule r%d\nphase one\nfind NUM w%d\nemit X\n", i, i);
    buf_char(&rules, '\0');
    assert_false(load(&f, rules.ptr, &err));
    assert_string_equal(err.text, "4600 words in the rules: at most 4159 have room");
    arena_destroy(f.arena);
    buf_clear(&rules);
    for (int i = 0; i < MANY; i++)
        buf_format(&rules, "class C%d\n", i);
    buf_put(&rules, STR("rule r\nphase one\nneed C2000\nfind NUM C2001 C2002\nemit C2003\n"));
    buf_char(&rules, '\0');
    assert_false(load(&f, rules.ptr, &err));
    assert_string_equal(err.text, "4606 classes: at most 319 have room");
    arena_destroy(f.arena);
    buf_free(&rules);
}

static void examples_are_kept_with_what_they_expect(void **state)
{
    (void)state;
    Fixture f = {0};
    Error err = {0};
    assert_true(load(&f, "rule r\nphase one\nfind NUM\nemit X\nyes ten men -> X 10..\nno a man\n", &err));
    size_t count = 0;
    const Example *examples = rules_examples(f.rules, &count);
    assert_int_equal(count, 2);
    assert_true(examples[0].wanted && str_equal(examples[0].sentence, STR("ten men")));
    assert_true(str_equal(examples[0].expected, STR("X 10..")));
    assert_true(!examples[1].wanted && !str_present(examples[1].expected));
    assert_true(str_equal(rules_name(f.rules, examples[0].rule), STR("r")));
    assert_true(str_equal(examples[1].where, STR("x.rules:6")));
    arena_destroy(f.arena);
}

/* MADE is made meanwhile of anything, or of groups alone. */
static void a_gate_opens_where_a_rule_may_match_yet(void **state)
{
    (void)state;
    static const char RULES[] = "class MADE\nrule first\nphase one\nfind some\nemit Y\n"
                                "rule told\nphase two\nfind MADE HARM(killed)\nemit X\n"
                                "rule fled\nphase two\nfind MADE fled|ran\nemit X\n"
                                "rule lost\nphase two\nfind NUM lost\nemit X\n"
                                "rule over\nphase two\nfind MADE MADE over and gone\nemit X\n";
    static const struct {
        const char *text;
        bool anything;
        bool groups;
    } CASES[] = {
        {"they were killed", true, false}, {"rebels were killed", true, true}, {"rebels were hurt", false, false},
        {"rebels ran", true, true},        {"somebody fled", true, false},     {"ten lost", true, true},
        {"they lost", false, false},       {"ten rebels", false, false},       {"rebels gone and over", true, true},
    };
    Fixture f = {0};
    Error err = {0};
    assert_true(load(&f, RULES, &err));
    ClassOrigin origin = {.made = lexicon_class(f.lexicon, STR("MADE"))};
    static const char *const GATED[] = {"two", NULL};
    const RulesGate *anything = rules_gate(f.arena, f.rules, GATED, &origin, 1);
    origin.from[0] = lexicon_class(f.lexicon, STR("GROUP"));
    const RulesGate *groups = rules_gate(f.arena, f.rules, GATED, &origin, 1);
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        TokenList tokens = token_split(f.arena, f.lexicon, str_from(CASES[i].text), NULL, 0);
        MentionList list = mention_list(f.arena, &tokens);
        lexicon_find(f.lexicon, &tokens, DAY_NONE, f.arena, &list);
        rules_run(f.rules, "one", &tokens, f.arena, &list);
        if (rules_gate_opens(anything, &list, 0) != CASES[i].anything ||
            rules_gate_opens(groups, &list, 0) != CASES[i].groups)
            fail_msg("%s", CASES[i].text);
    }
    arena_destroy(f.arena);
}

/* Would take exponential time without the memory of failed ways. */
static void nested_repeats_take_linear_time(void **state)
{
    (void)state;
    Fixture f = {0};
    Error err = {0};
    assert_true(load(&f, "rule r\nphase one\nfind ((a+ a+)+ (a|a a)+)+ b\nemit X\n", &err));
    Buf text = {0};
    for (int i = 0; i < 2000; i++)
        buf_put(&text, STR("a "));
    buf_char(&text, '\0');
    Buf got = {0};
    run_all(&f, text.ptr, &got);
    assert_int_equal(got.len, 0);
    text.len--;
    buf_put(&text, STR("b"));
    buf_char(&text, '\0');
    run_all(&f, text.ptr, &got);
    assert_true(got.len > 0);
    buf_free(&got);
    buf_free(&text);
    arena_destroy(f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_find_and_emit),
        cmocka_unit_test(faults_are_told_with_line_and_caret),
        cmocka_unit_test(more_classes_or_words_than_there_is_room_for_are_refused),
        cmocka_unit_test(examples_are_kept_with_what_they_expect),
        cmocka_unit_test(a_gate_opens_where_a_rule_may_match_yet),
        cmocka_unit_test(nested_repeats_take_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

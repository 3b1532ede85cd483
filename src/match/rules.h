/*
 * rules — reads .rules text: blocks of key and value whose file order is priority, with examples.
 *
 *     rule  killed.passive
 *     phase claim
 *     find  victims:GROUP ASIDE? [was|were|have been|has been] harm:HARM(killed|injured)
 *     emit  casualty outcome=$harm victims=$victims
 *     yes   At least 10 people were killed in Goma.   -> killed 10..
 *     no    Ten characters were killed off the show.
 *
 * Pattern language (find; several find lines are alternatives):
 *     word          that word (any case)             word|word      alternatives (no spaces)
 *     'text'        that word or sign, quoted: '"' '(' ','
 *     CLASS         a mention of the class           CLASS(v|w)     with one of these values
 *     A|B(v)        alternatives of words and classes may be mixed
 *     name:ELEM     captures it                      name:( ... )   captures a group's tokens
 *     ( ... )       a group; ( a b | c ) alternatives           [ ... ]   an optional group
 *                   in a group of nothing but words the bars divide phrases: [was|were|have been]
 *     ELEM?  ELEM*  ELEM+                            repeats
 *     CLASS(!v)     with another value               CLASS[key=v]   with that attribute
 *     _             any one token of the sentence    ~N             up to N tokens, as few as possible
 *     @CAP @UPPER @NUM @WORD @PUNCT @QUOTED          shape of one token
 *     !ELEM         what follows is not this (one word, class or shape, or a|b; nothing is consumed)
 *     ^  $          sentence start, end
 * Words are cut as texts are ("15-year-old" is five tokens, ''s' a clitic). Matches never cross a sentence and span at most
 * 256 tokens. A find line is tried in order: alternatives as they are written (phrases and classes before
 * single words), repeats and options as much as they can, ~N as little, of several mentions the longest first;
 * its first way through counts.
 *
 * `emit` lines (one or more a rule):
 *     CLASS[(value|$cap)] [on $cap] [key=value | key=$cap]... [each $cap]
 * makes a mention of the class over the whole match, or over the capture after `on`; key=$cap hands
 * a captured mention (or tokens) on, once for every repeat of a capture inside * or +; $cap in parentheses takes
 * the captured mention's value. What was not captured is left out; nothing is emitted when `on` was not captured.
 * `each $cap` at the end emits one mention for every repeat of a capture, with what was captured in the
 * same repeat, and with captures that stand in no repeat.
 *
 * `need A|B` lines before find say what must stand somewhere in the sentence, so that a rule that is of use only there costs
 * nothing elsewhere.
 * A rule sees what phases before its own have made, never what its own phase makes. `all` on a line of its own keeps all
 * its matches. `class NAME...` outside rules declares classes that a stage makes. A line that begins with
 * white space and no key goes on the line before; # begins a comment line.
 *
 * Examples: `yes SENTENCE [-> WORD...]` the rule must fire, and every WORD must be a value, class or
 * count ("10", "10..", "37..70") that the emitted mention (for claims: the claim) carries, or key=value; `no SENTENCE`: it
 * must not fire. Every rule has at least one of each.
 */
#ifndef DAYBOOK_MATCH_RULES_H
#define DAYBOOK_MATCH_RULES_H

#include "match/lexicon.h"

typedef struct Rules Rules;

typedef struct {
    bool wanted; /* yes or no */
    Str sentence;
    Str expected; /* after "->", STR_NONE when none */
    uint16_t rule;
    Str where; /* file:line */
} Example;

/* Reads and compiles rules against a lexicon that is not yet finished (classes and words are added). */
Rules *rules_create(Arena *arena, Lexicon *lexicon);
bool rules_add(Rules *rules, const char *name, Str text, Error *err);

/* How many sentences have each feature, by its number (FEATURE_BITS of them, which outlive rules_finish), as counted with
 * rules_count_features over texts of the kind that will be read, with rules of the same files: what patterns need that is
 * rare is asked first. May be left out: then what many patterns need is held for common. What is found is the same. */
void rules_expect_features(Rules *rules, const uint32_t *counts);
void rules_count_features(const MentionList *mentions, size_t sentence_count, uint32_t *counts);

/* Refuses unknown classes, duplicate names, shadowed rules (the same pattern twice in one phase), phases not in
 * the list of the caller's stages (NULL-terminated, in order), captures that are not there. */
bool rules_finish(Rules *rules, const char *const *phases, Error *err);

uint16_t rules_count(const Rules *rules); /* rules are 1..count */
Str rules_name(const Rules *rules, uint16_t rule);
Str rules_where(const Rules *rules, uint16_t rule); /* file:line */
Str rules_text(const Rules *rules, uint16_t rule);  /* its find lines, for `explain` */
const Example *rules_examples(const Rules *rules, size_t *count);

/* Runs one phase over the tokens: linear in their number. New mentions are added to the list. Of overlapping matches that emit the
 * same class the longest wins, then the rule that stands first; a rule with `all` in its block keeps every match. */
void rules_run(const Rules *rules, const char *phase, const TokenList *tokens, Arena *arena, MentionList *mentions);

/* A class whose mentions a stage makes between the asking of a gate and its phases, and the classes of which it makes
 * them, 0s behind them; none: it may make them of anything. */
enum { CLASS_ORIGINS_MAX = 4 };
typedef struct {
    uint16_t made;
    uint16_t from[CLASS_ORIGINS_MAX];
} ClassOrigin;

/* What the rules of some phases (NULL-terminated) need of a sentence, as far as it can be told before mentions of these
 * classes are made; and whether a sentence has it: where it has not, no rule of the phases will match, whatever is made.
 * The phase "count" must have been run before. */
typedef struct RulesGate RulesGate;
const RulesGate *rules_gate(Arena *arena, const Rules *rules, const char *const *phases, const ClassOrigin *origins,
                            size_t origin_count);
bool rules_gate_opens(const RulesGate *gate, const MentionList *mentions, uint32_t sentence);

#endif

/*
 * Subjects far from their verb: "A translator who worked for the army was killed". Where no rule has tied a verb of
 * harm to anybody, its subject is the noun phrase that opens the clause; whoever is killed is a person, whatever the
 * noun. Makes mentions of class SUBJECT from that phrase up to the verb.
 */
#include <stdint.h>

#include "base/buf.h"
#include "extract/analysis/analysis.h"

enum { MAX_PHRASE = 7, MAX_DISTANCE = 40 };

typedef struct {
    Analysis *a;
    uint16_t subject;
    uint16_t casualty;
    uint16_t participle;
    uint16_t determiner;
    uint16_t including;
    uint16_t possessive;
    uint16_t preposition;
    uint16_t place;
    uint16_t time;
    uint16_t negation;
    uint16_t say;
    uint16_t be;
    uint16_t count;
    uint16_t groups;
    uint16_t things[4]; /* what is killed as a dog is; what is shot at or with: a car, a gun; a fire, a crash */
    uint16_t personal;
    uint16_t adverb;
    uint16_t have;
    uint16_t modal;
    uint16_t infinitive;
    uint16_t collective; /* family, crew */
    uint16_t opener;     /* words that open a clause: when, after, because, and */
    uint16_t closed[5];
    uint16_t verbs[2]; /* passive and bare */
} Subjects;

static const Mention *at(const Subjects *s, uint32_t token, uint16_t cls)
{
    uint32_t m = cls && token < s->a->tokens.count ? mention_at(&s->a->mentions, token, cls) : MENTION_NONE;
    return m == MENTION_NONE ? NULL : &s->a->mentions.items[m];
}

static bool covered(const Subjects *s, uint32_t token, uint16_t cls)
{
    return cls && mention_over(&s->a->mentions, token, cls, MAX_DISTANCE) != MENTION_NONE;
}

/* "The deal was killed", "the car was shot at", "his gun was hit": nobody. */
static bool is_thing(const Subjects *s, uint32_t token)
{
    for (size_t i = 0; i < sizeof s->things / sizeof s->things[0]; i++)
        if (covered(s, token, s->things[i]))
            return true;
    return false;
}

static bool is_comma(const Subjects *s, uint32_t token)
{
    Str text = span_text(s->a->tokens.text, s->a->tokens.tokens[token].span);
    return text.len == 1 && text.ptr[0] == ',';
}

static bool is_verb(const Subjects *s, uint32_t token)
{
    Str kind = analysis_word(s->a, token);
    return str_find(kind, STR("pret"), 0) < SIZE_MAX || str_equal(kind, STR("third")) || str_equal(kind, STR("base")) ||
           at(s, token, s->be) || at(s, token, s->closed[4]);
}

/* Whether a verb stands between: the relative clause from the first token on is closed before the last. */
static bool is_closed_clause(const Subjects *s, uint32_t first, uint32_t last)
{
    Str kind = analysis_word(s->a, first);
    bool verb = str_find(kind, STR("base"), 0) < SIZE_MAX || str_find(kind, STR("third"), 0) < SIZE_MAX;
    if (verb && first < last) /* "who work" */
        return true;
    for (uint32_t t = first; t < last; t++)
        if (is_verb(s, t))
            return true;
    return false;
}

/* Whether a verb of harm ends at the token's end: what stands before it belongs to that verb. */
static bool ends_verb(const Subjects *s, uint32_t token)
{
    return covered(s, token, s->verbs[0]) || covered(s, token, s->verbs[1]);
}

/* Behind "Police:" or "UPDATE:", which a headline may open with. */
static uint32_t behind_label(const Subjects *s, uint32_t first, uint32_t verb)
{
    for (uint32_t t = verb; t-- > first;) {
        Str text = span_text(s->a->tokens.text, s->a->tokens.tokens[t].span);
        bool closes = t + 1 < verb && (s->a->tokens.tokens[t + 1].flags & TOKEN_SPACE_BEFORE); /* "at 1:38" does not */
        if (closes && text.len == 1 && text.ptr[0] == ':')
            return t + 1;
    }
    return first;
}

/* "An alleged informer", "a volunteer unit", "was reported missing": nobody says anything. */
static bool is_no_saying(const Subjects *s, uint32_t token, uint32_t first)
{
    return token > first &&
           (at(s, token - 1, s->determiner) || at(s, token - 1, s->possessive) || at(s, token - 1, s->be));
}

/* The count that opens the phrase at the token ("six election monitors"), or NULL. */
static const Mention *count_of(const Subjects *s, uint32_t token)
{
    const Mention *count = at(s, token, s->count);
    return count && !s->a->counts[count->data].ordinal && !covered(s, token, s->time) ? count : NULL;
}

/* "Police came and | 30 fans died": a conjunction with a number behind it, where a clause with a verb of its own ends before it. */
static bool joins_clause(const Subjects *s, uint32_t first, uint32_t conjunction, uint32_t verb)
{
    bool joins = at(s, conjunction, s->closed[2]) && count_of(s, conjunction + 1);
    for (uint32_t t = conjunction; joins && t < verb; t++)
        joins = !is_comma(s, t);
    bool found = false;
    for (uint32_t t = conjunction; joins && t-- > first && conjunction - t < MAX_DISTANCE;) {
        if (at(s, t, s->opener) || at(s, t, s->closed[1]) || at(s, t, s->say))
            return found && !at(s, t, s->closed[1]);
        found = found || is_verb(s, t);
    }
    return found;
}

/* Where the clause of the verb begins: behind the last opener before it, or the conjunction that parts it from another
 * verb of harm; else the sentence's first token. */
static uint32_t clause_start(const Subjects *s, uint32_t verb)
{
    uint32_t first = behind_label(s, s->a->tokens.sentences[analysis_sentence(s->a, verb)].first, verb);
    uint32_t conjunction = verb;
    for (uint32_t t = verb; t-- > first && verb - t < MAX_DISTANCE;) {
        bool closed = at(s, t, s->closed[1]) && is_closed_clause(s, t + 1, verb);
        /* "A man, | that was hit in the leg, died", "all | but two died" */
        bool inserted = t > first && ((closed && is_comma(s, t - 1)) || at(s, t - 1, s->determiner));
        if ((at(s, t, s->opener) && !inserted) || (at(s, t, s->closed[1]) && !closed) ||
            joins_clause(s, first, t, verb))
            return t + 1;
        if (conjunction < verb && ends_verb(s, t))
            return conjunction;
        const Mention *say = at(s, t, s->say); /* "police say a girl was killed" */
        if (say && say->last < verb && analysis_takes_clause(s->a, say) && !is_no_saying(s, t, first))
            return say->last;
        if (at(s, t, s->closed[2]))
            conjunction = t + 1;
    }
    return first;
}

/* Behind the place that a report opens with: "GOMA, Nord-Kivu (NW) - A student who ...". */
static uint32_t skip_dateline(const Subjects *s, uint32_t start, uint32_t verb)
{
    enum { LONGEST = 12 };
    const Token *opening = &s->a->tokens.tokens[start];
    if (start >= verb || !(opening->flags & TOKEN_SENTENCE_START) ||
        !(covered(s, start, s->place) || analysis_in_dateline(s->a, opening->span)))
        return start;
    for (uint32_t t = start + 1; t < verb && t < start + LONGEST; t++) {
        const Token *token = &s->a->tokens.tokens[t];
        Str text = span_text(s->a->tokens.text, token->span);
        if ((token->flags & TOKEN_PUNCT) && (text.ptr[0] == '-' || text.len == 3) &&
            (token->flags & TOKEN_SPACE_BEFORE))
            return t + 1;
    }
    return start;
}

/* Behind "On Monday the 5th in Baghdad, near the market," at the front of a clause. */
static uint32_t skip_adjuncts(const Subjects *s, uint32_t start, uint32_t verb)
{
    for (start = skip_dateline(s, start, verb); start < verb;) {
        const Mention *preposition = at(s, start, s->preposition);
        const Mention *time = at(s, preposition ? preposition->last : start, s->time);
        if (time) {
            start = time->last + (time->last < verb && is_comma(s, time->last));
            continue;
        }
        if (!preposition)
            return start;
        while (start < verb && !is_comma(s, start))
            start++;
        start += start < verb && is_comma(s, start);
    }
    return verb;
}

static uint32_t phrase_end(const Subjects *s, uint32_t token, uint32_t verb)
{
    uint32_t here = token;
    while (here < verb && here < token + MAX_PHRASE && (s->a->tokens.tokens[here].flags & TOKEN_WORD)) {
        for (size_t i = 0; i < sizeof s->closed / sizeof s->closed[0]; i++)
            if (here > token && at(s, here, s->closed[i]))
                return here;
        here++;
    }
    return here;
}

static uint32_t add_list(Analysis *a, GroupRecord group)
{
    a->groups = arena_grow(a->scratch, a->groups, a->group_count, &a->group_cap, sizeof *a->groups);
    a->groups[a->group_count] = group;
    a->lists = arena_grow(a->scratch, a->lists, a->list_count, &a->list_cap, sizeof *a->lists);
    a->lists[a->list_count] = (GroupList){(uint32_t)a->group_count++, 1};
    return (uint32_t)a->list_count++;
}

/* "were shot", "are feared dead", "have been shot": the verb's form tells of several. */
static bool is_plural_verb(const Subjects *s, uint32_t verb)
{
    const Mention *word = at(s, verb, s->be) ? at(s, verb, s->be) : at(s, verb, s->have);
    return word && str_equal(analysis_value(s->a, word), STR("many"));
}

/* "There", "Some", "Out" and "So" have a capital where they open a sentence, and are no names. */
static bool is_closed_word(const Subjects *s, uint32_t token)
{
    Str kind = analysis_word(s->a, token);
    const Mention *personal = at(s, token, s->personal);
    bool closed = str_begins(kind, STR("det")) || str_equal(kind, STR("adv")) || str_equal(kind, STR("pron")) ||
                  (personal && str_begins(analysis_value(s->a, personal), STR("many")));
    bool particle = str_ends(kind, STR("adv")) || str_ends(kind, STR("prep")) || str_equal(kind, STR("conj"));
    return closed || (particle && (s->a->tokens.tokens[token].flags & TOKEN_SENTENCE_START));
}

static bool is_name(const Subjects *s, uint32_t token)
{
    return analysis_is_name(s->a, token) && !is_closed_word(s, token) && !covered(s, token, s->place) &&
           !covered(s, token, s->time) && !at(s, token, s->closed[0]) && !at(s, token, s->closed[1]);
}

/* "Five of its trucks", "thousands fled the town", "this is a hall", "all but two died": no phrase of people opens there. */
static bool opens_no_people(const Subjects *s, const Mention *opener, bool count)
{
    uint32_t next = opener->last;
    return (count && (at(s, next, s->preposition) || at(s, next + 1, s->determiner))) || at(s, next, s->be) ||
           at(s, next, s->have) || at(s, next, s->closed[1]) || at(s, next, s->closed[2]);
}

/* Whether the phrase tells of several: by its count, its verb, or a word for many together. */
static bool tells_of_several(const Subjects *s, const Mention *opener, const Mention *count, uint32_t end,
                             uint32_t verb)
{
    if (count)
        return s->a->counts[count->data].range.low != 1;
    if (opener) /* "the guards were", "her entire family was" */
        return is_plural_verb(s, verb) || covered(s, end - 1, s->collective);
    /* "UN peacekeepers | were": a name in front of a plural noun */
    return end == verb && is_plural_verb(s, verb) && !(s->a->tokens.tokens[end - 1].flags & TOKEN_CAPITAL);
}

/* "He | left a bar and was killed": somebody told of before, where the verb agrees; else MENTION_NONE. */
static uint32_t list_of_pronoun(const Subjects *s, uint32_t token, uint32_t verb)
{
    const Mention *subject = at(s, token, s->personal); /* "one subject", "many object", "thing" */
    if (!subject || !str_ends(analysis_value(s->a, subject), STR("subject")))
        return MENTION_NONE;
    bool many = str_begins(analysis_value(s->a, subject), STR("many"));
    GroupRecord group = {.first = subject->first, .last = subject->last, .count = MENTION_NONE, .many = many};
    group.described = !many;
    group.anaphoric = true;
    return many == is_plural_verb(s, verb) ? add_list(s->a, group) : MENTION_NONE;
}

/* The group list that the phrase at the token stands for, made where there is none; MENTION_NONE if it is no phrase. */
static uint32_t list_at(const Subjects *s, uint32_t token, uint32_t verb)
{
    if (at(s, token, s->negation))
        return MENTION_NONE;
    const Mention *known = at(s, token, s->groups);
    if (known)
        return known->data;
    uint32_t pronoun = list_of_pronoun(s, token, verb);
    if (pronoun != MENTION_NONE)
        return pronoun;
    const Mention *count = count_of(s, token);
    const Mention *opener = count ? count : at(s, token, s->determiner);
    if (!opener)
        opener = at(s, token, s->possessive);
    bool name = !opener && is_name(s, token);
    if ((!opener && !name) || (opener && opens_no_people(s, opener, count != NULL)))
        return MENTION_NONE;
    uint32_t end = phrase_end(s, opener ? opener->last : token, verb);
    if ((opener && end == opener->last) || is_thing(s, end - 1))
        return MENTION_NONE;
    bool many = tells_of_several(s, opener, count, end, verb);
    GroupRecord group = {.first = token, .last = end, .count = count ? count->data : MENTION_NONE, .many = many};
    group.described = !many && !count;
    group.named = name && !many;
    bool definite = opener && !count && str_equal(analysis_value(s->a, opener), STR("definite"));
    group.anaphoric = definite ? end - token <= 2 : name && end - token == 1;
    return add_list(s->a, group);
}

/* A word that can only be a finite verb: the phrase before it is a clause of its own. */
static bool is_finite(const Subjects *s, uint32_t token)
{
    Str kind = analysis_word(s->a, token);
    bool past = str_find(kind, STR("pret"), 0) < SIZE_MAX && str_find(kind, STR("part"), 0) == SIZE_MAX;
    return past || at(s, token, s->be) || at(s, token, s->closed[4]) || str_equal(kind, STR("modal")) ||
           str_equal(kind, STR("third")) || str_equal(kind, STR("base"));
}

static bool has_object(const Subjects *s, const Mention *verb)
{
    uint32_t next = verb->last;
    bool shouted = next < s->a->tokens.count && (s->a->tokens.tokens[next].flags & TOKEN_SHOUTED);
    if (shouted &&
        analysis_is_name(s->a, next)) /* "THE MAN WHO KILLED BEK": elsewhere "a man killed Friday" has a capital too */
        return true;
    return at(s, verb->last, s->groups) || at(s, verb->last, s->determiner) || at(s, verb->last, s->possessive) ||
           at(s, verb->last, s->count);
}

static bool opens_headline(const Subjects *s, uint32_t first)
{
    return !at(s, first, s->negation) && !at(s, first, s->count) && !at(s, first, s->preposition) &&
           !at(s, first, s->time) && !at(s, first, s->determiner) && !covered(s, first, s->casualty);
}

/* A headline's bare subject, with no other verb before this one and no object behind it: "Head of the prison murdered near her home". */
static void add_headline_subject(const Subjects *s, const Mention *verb)
{
    enum { MAX_WORDS = 24 };
    uint32_t first = behind_label(s, s->a->tokens.sentences[analysis_sentence(s->a, verb->first)].first, verb->first);
    first = skip_dateline(s, first, verb->first);
    if (verb->first == first || verb->first - first > MAX_WORDS || has_object(s, verb))
        return;
    for (uint32_t t = first; t < verb->first; t++)
        if (is_finite(s, t) || at(s, t, s->opener) || at(s, t, s->say))
            return;
    const Mention *known = at(s, first, s->groups);
    uint32_t end = phrase_end(s, first, verb->first);
    Str kind = analysis_word(s->a, end - 1); /* of who may be a noun: unknown to the list of words, or a noun there */
    bool noun = !str_present(kind) || str_find(kind, STR("noun"), 0) < SIZE_MAX;
    bool person = opens_headline(s, first) && noun && !is_thing(s, end - 1);
    if (!known && (end == first || !person))
        return;
    GroupRecord group = {.first = first, .last = end, .count = MENTION_NONE, .described = true};
    uint32_t list = known ? known->data : add_list(s->a, group);
    Mention m = {.first = first, .last = verb->first, .cls = s->subject, .data = list};
    (void)mention_add(s->a->scratch, &s->a->mentions, m);
}

static void add_subject(const Subjects *s, uint32_t verb)
{
    uint32_t front = s->a->tokens.sentences[analysis_sentence(s->a, verb)].first;
    const Mention *source = at(s, front, s->preposition); /* "according to reports, | a girl was" */
    uint32_t start = clause_start(s, verb);
    bool told = source && (start == source->last || is_comma(s, start));
    start = skip_adjuncts(s, told ? front : start, verb);
    bool denied = mention_within(&s->a->mentions, start, verb, s->negation) != MENTION_NONE;
    uint32_t list = start < verb && !denied ? list_at(s, start, verb) : MENTION_NONE;
    if (list == MENTION_NONE)
        return;
    Mention m = {.first = start, .last = verb, .cls = s->subject, .data = list};
    (void)mention_add(s->a->scratch, &s->a->mentions, m);
}

/* The list of the mention of the class GROUPS that ends before the token, a comma between; MENTION_NONE if none does. */
static uint32_t list_before(const Subjects *s, uint32_t token)
{
    uint32_t end = token > 0 && is_comma(s, token - 1) ? token - 1 : token;
    uint32_t m = end > 0 ? mention_over(&s->a->mentions, end - 1, s->groups, MAX_DISTANCE) : MENTION_NONE;
    return m != MENTION_NONE && s->a->mentions.items[m].last == end ? s->a->mentions.items[m].data : MENTION_NONE;
}

static bool only_adverbs(const Subjects *s, uint32_t first, uint32_t last)
{
    while (first < last && (covered(s, first, s->adverb) || at(s, first, s->have)))
        first++;
    return first >= last;
}

/* Who died or was hurt: the clause's subject, that of the clause before where this one has none ("was taken to hospital but later
 * died"), or the one that a relative clause in between tells of ("a boy who was hit at home died"). */
static uint32_t list_of_dead(const Subjects *s, uint32_t verb)
{
    uint32_t first = s->a->tokens.sentences[analysis_sentence(s->a, verb)].first;
    uint32_t start = clause_start(s, verb);
    if (start > first + 1 && at(s, start - 1, s->closed[1]))
        return list_before(s, start - 1);
    if (start > first + 1 && only_adverbs(s, start, verb))
        start = clause_start(s, start - 1);
    start = skip_adjuncts(s, start, verb);
    bool name = start < verb && is_name(s, start) && !at(s, start, s->determiner) && !at(s, start, s->possessive);
    const Mention *groups = start < verb ? at(s, start, s->groups) : NULL;
    bool owner = groups && at(s, groups->last, s->possessive);                         /* "a guard|'s dog died" */
    bool several = groups && s->a->groups[s->a->lists[groups->data].first_group].many; /* who do not "die|s" */
    bool agrees = !several || !str_equal(analysis_word(s->a, verb), STR("third"));
    return (groups || name) && agrees && !owner ? list_at(s, start, verb) : MENTION_NONE;
}

/* "Could have died", "was going to die", "did not die". */
static bool is_unreal(const Subjects *s, uint32_t verb)
{
    enum { MAX_AUXILIARIES = 5 };
    uint32_t first = s->a->tokens.sentences[analysis_sentence(s->a, verb)].first;
    for (uint32_t t = verb; t-- > first && verb - t <= MAX_AUXILIARIES;) {
        if (at(s, t, s->modal) || at(s, t, s->infinitive) || at(s, t, s->negation))
            return true;
        if (!covered(s, t, s->adverb) && !at(s, t, s->have) && !at(s, t, s->be))
            return false;
    }
    return false;
}

static void add_dead_subject(const Subjects *s, uint32_t verb)
{
    uint32_t list = is_unreal(s, verb) ? MENTION_NONE : list_of_dead(s, verb);
    if (list == MENTION_NONE)
        return;
    uint32_t first = s->a->groups[s->a->lists[list].first_group].first;
    Mention m = {.first = first, .last = verb, .cls = s->subject, .data = list};
    (void)mention_add(s->a->scratch, &s->a->mentions, m);
}

/* Whether a rule has tied the verb to what stands before it, which "was killed along with two guards" does not. */
static bool has_subject(const Subjects *s, const Mention *verb)
{
    bool company = at(s, verb->first, s->casualty) && verb->cls == s->verbs[0];
    for (uint32_t t = verb->first; company && t-- > 0 && verb->first - t < MAX_DISTANCE;)
        for (uint32_t m = s->a->mentions.at[t]; m != MENTION_NONE; m = s->a->mentions.items[m].next)
            company =
                company && !(s->a->mentions.items[m].cls == s->casualty && s->a->mentions.items[m].last >= verb->last);
    return !company && covered(s, verb->last - 1, s->casualty);
}

/* Whether only living beings suffer it: a bridge can be blown up, only a person murdered. */
static bool is_of_persons(const Subjects *s, const Mention *verb)
{
    uint32_t m = mention_over(&s->a->mentions, verb->last - 1, s->participle, MAX_PHRASE);
    return m != MENTION_NONE && !analysis_attr(s->a, &s->a->mentions.items[m], "object");
}

/* "The mayor met | the wounded", "paid respect to | those killed", "met two | of the wounded": no verb, but people told of before. */
static bool is_those_hurt(const Subjects *s, const Mention *verb)
{
    return verb->first > 0 && (at(s, verb->first - 1, s->determiner) || covered(s, verb->first, s->including));
}

void subject_find(Analysis *a)
{
    Subjects s = {.a = a,
                  .subject = analysis_class(a, "SUBJECT"),
                  .casualty = analysis_class(a, "CASUALTY"),
                  .participle = analysis_class(a, "HARM_PP"),
                  .determiner = analysis_class(a, "DETERMINER"),
                  .including = analysis_class(a, "INCLUDING"),
                  .possessive = analysis_class(a, "POSSESSIVE"),
                  .preposition = analysis_class(a, "PREPOSITION"),
                  .place = analysis_class(a, "PLACE"),
                  .time = analysis_class(a, "TIME"),
                  .negation = analysis_class(a, "NEGATION"),
                  .say = analysis_class(a, "SAY"),
                  .be = analysis_class(a, "BE"),
                  .count = analysis_class(a, "COUNT"),
                  .groups = analysis_class(a, "GROUPS"),
                  .things = {analysis_class(a, "NO_PERSON"), analysis_class(a, "TARGET"), analysis_class(a, "WEAPON"),
                             analysis_class(a, "EVENT_OTHER")},
                  .personal = analysis_class(a, "PERSONAL"),
                  .adverb = analysis_class(a, "ADVERB"),
                  .have = analysis_class(a, "HAVE"),
                  .modal = analysis_class(a, "MODAL"),
                  .infinitive = analysis_class(a, "INFINITIVE"),
                  .collective = analysis_class(a, "COLLECTIVE"),
                  .opener = analysis_class(a, "CLAUSE_OPENER"),
                  .closed = {analysis_class(a, "PREPOSITION"), analysis_class(a, "RELATIVE"),
                             analysis_class(a, "CONJUNCTION"), analysis_class(a, "BE"), analysis_class(a, "HAVE")},
                  .verbs = {analysis_class(a, "V_PASSIVE"), analysis_class(a, "V_BARE")}};
    uint16_t bare = s.verbs[1];
    uint16_t intransitive = analysis_class(a, "HARM_INTRANS");
    uint32_t killed = lexicon_value(a->language->lexicon, STR("killed"));
    uint32_t injured = lexicon_value(a->language->lexicon, STR("injured"));
    MentionPick pick = analysis_pick(a, (const uint16_t[]){s.verbs[0], bare, intransitive}, 3);
    for (size_t i = 0; i < pick.count; i++) {
        Mention m = a->mentions.items[pick.items[i]];
        bool those = m.cls == bare && is_those_hurt(&s, &m);
        bool death = m.cls == intransitive ? m.value == killed || m.value == injured
                                           : m.value == killed && m.cls == bare && !those && !has_object(&s, &m);
        if (death && !covered(&s, m.last - 1, s.casualty))
            add_dead_subject(&s, m.first);
        if ((m.cls != s.verbs[0] && m.cls != bare) || has_subject(&s, &m) || !is_of_persons(&s, &m))
            continue;
        if (m.cls == s.verbs[0])
            add_subject(&s, m.first);
        else if (!those)
            add_headline_subject(&s, &m);
    }
}

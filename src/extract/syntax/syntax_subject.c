#include "extract/syntax/syntax_inner.h"

enum { APPOSITION_REACH = 45, PHRASE_REACH = 40 };

/* Back over a bracket to its opening sign, or the closing sign itself. */
static uint32_t before_bracket(const Syntax *s, uint32_t floor, uint32_t close)
{
    for (uint32_t i = close; i > floor && close - i < APPOSITION_REACH; i--) {
        if (s->tags[i - 1] == TAG_OPEN)
            return i - 1;
    }
    return close;
}

/* "a group [based] in Lund", "a group [based] abroad,", "asking not to [be] named": looks like a verb with a subject, and is none. */
static bool hangs_on_noun(const Syntax *s, uint32_t i)
{
    if (s->tags[i - 1] == TAG_TO)
        return true;
    bool abroad = s->tags[i + 1] == TAG_ADV && s->tags[i + 2] == TAG_COMMA;
    bool behind =
        abroad || s->tags[i + 1] == TAG_PREP || s->tags[i + 1] == TAG_TO || syntax_past_time(s, i + 1) > i + 1;
    return s->tags[i] == TAG_PRET && s->tags[i - 1] == TAG_NOUN && behind;
}

/* Whether a finite verb stands in the tokens that no relative pronoun introduces. */
static bool has_clause(const Syntax *s, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        Tag tag = (Tag)s->tags[i];
        if (tag == TAG_WH || tag == TAG_WHADV || tag == TAG_THAT)
            return false;
        if (syntax_is_finite(tag))
            return true;
    }
    return false;
}

/* "Obama and Clinton said": the conjunction joins two names when nothing before it in its clause is a verb. */
static bool joins_phrases(const Syntax *s, uint32_t floor, uint32_t conjunction)
{
    if (syntax_opens_pair(s, floor, conjunction))
        return true;
    uint32_t from = conjunction;
    while (from > floor && s->tags[from - 1] != TAG_STOP && s->tags[from - 1] != TAG_SEMI &&
           s->tags[from - 1] != TAG_MARK && s->tags[from - 1] != TAG_THAT && s->tags[from - 1] != TAG_SUB &&
           s->tags[from - 1] != TAG_COMMA)
        from--;
    return conjunction > from && syntax_in_phrase((Tag)s->tags[conjunction - 1]) &&
           !syntax_has_finite(s, from, conjunction);
}

/* A determiner or possessive opens its phrase, the clitic "'s" does not. */
static bool opens_phrase(const Syntax *s, uint32_t i)
{
    Tag tag = (Tag)s->tags[i];
    return tag == TAG_DET || (tag == TAG_POSS && syntax_is_word(s, i));
}

/* "a bid to breach the wall": an infinitive that hangs on a noun. */
static bool hangs_infinitive(const Syntax *s, uint32_t floor, uint32_t i, Tag left)
{
    Tag here = (Tag)s->tags[i];
    if (left == TAG_BASE)
        return i >= floor + 3 && s->tags[i - 2] == TAG_TO && s->tags[i - 3] == TAG_NOUN;
    return (here == TAG_BASE && left == TAG_TO) || (here == TAG_TO && left == TAG_NOUN);
}

/* Behind it a clause begins, which no verb opens: a participle there belongs to the subject. */
static bool opens_clause(Tag tag)
{
    return tag == TAG_STOP || tag == TAG_THAT || tag == TAG_SUB || tag == TAG_WHADV || tag == TAG_WH;
}

/* Whether a participle or preposition on the left, which may be a verb of saying, joins what is left of it to the phrase. */
static bool joins_left(Tag left, Tag beyond, bool says)
{
    switch (left) {
    case TAG_PREP: return syntax_in_phrase(beyond) || beyond == TAG_CLOSE || beyond == TAG_PART || beyond == TAG_CONJ;
    case TAG_TO: return syntax_in_phrase(beyond) || beyond == TAG_CLOSE;
    case TAG_PRET: /* "Hacked messages show", not "the mayor of Lund, [said] clerks were hurt" */
        return beyond != TAG_WH && (opens_clause(beyond) || (beyond == TAG_COMMA && !says));
    case TAG_PART:
        return syntax_in_phrase(beyond) || beyond == TAG_CLOSE || beyond == TAG_STOP || beyond == TAG_COMMA ||
               beyond == TAG_THAT;
    case TAG_ING: return beyond == TAG_PREP || syntax_in_phrase(beyond);
    case TAG_ADV: return beyond == TAG_DET || beyond == TAG_POSS;
    default: return false; /* no other tag joins */
    }
}

/* "[none] of the clerks", "[everyone] in the hall": a pronoun before the preposition that is no person's alone. */
static bool heads_phrase(const Syntax *s, uint32_t floor, uint32_t preposition)
{
    return preposition > floor && s->tags[preposition] == TAG_PREP && s->tags[preposition - 1] == TAG_PRON &&
           str_begins(analysis_word(s->a, preposition - 1), STR("indefinite"));
}

/* Whether the phrase being read leftwards goes on with token i - 1. */
static bool goes_left(const Syntax *s, uint32_t floor, uint32_t i)
{
    Tag left = (Tag)s->tags[i - 1];
    Tag beyond = i >= floor + 2 ? (Tag)s->tags[i - 2] : TAG_STOP;
    if (s->tags[i] == TAG_PRON)
        return false;
    if ((left == TAG_TO || left == TAG_SUB) && beyond == TAG_PREP &&
        mention_begins(&s->a->mentions, i - 2, s->a->language->phrase))
        return true; /* "sources close to the mayor", "clerks such as the mayor" */
    if (syntax_in_phrase(beyond) && mention_begins(&s->a->mentions, i - 1, s->likeness_class))
        return true; /* "clerks like Holm" */
    if (s->tags[i] == TAG_HYPHEN && left < TAG_COMMA)
        return true; /* "the vice-marshal", "high-speed trains" */
    if (hangs_infinitive(s, floor, i, left))
        return true;
    bool before_opener = left == TAG_PREP || left == TAG_TO || left == TAG_DET || left == TAG_CONJ ||
                         left == TAG_PART || left == TAG_ING;
    if (opens_phrase(s, i) && !before_opener)
        return false;
    if (heads_phrase(s, floor, left == TAG_PREP ? i - 1 : i))
        return true;
    if (syntax_in_phrase(left))
        return left != TAG_MARK;
    if (left == TAG_ING && (opens_clause(beyond) || beyond == TAG_COMMA))
        return s->tags[i] == TAG_NOUN; /* "mining firms", not "mining the pit" */
    if (left == TAG_CONJ)
        return joins_phrases(s, floor, i - 1);
    return joins_left(left, beyond, mention_begins(&s->a->mentions, i - 1, s->say_class));
}

/* "In Quetta officials said": a phrase that opens with a preposition loses its first noun phrase, and what is left of a clock: "18:[05] officials". */
static uint32_t drop_leading(const Syntax *s, uint32_t first, uint32_t end)
{
    enum { CLOCK_TOKENS = 4 };
    while (first < end) {
        Tag tag = (Tag)s->tags[first];
        uint32_t time =
            s->time_class == 0 ? MENTION_NONE : mention_over(&s->a->mentions, first, s->time_class, CLOCK_TOKENS);
        uint32_t past = time == MENTION_NONE ? first : s->a->mentions.items[time].last;
        if (past > first && past < end)
            first = past;
        else if (tag == TAG_PREP || tag == TAG_CONJ || tag == TAG_ADV)
            first++;
        else
            break;
    }
    return first;
}

/* "It needs $20 million [experts] say it costs": behind a currency's sign stands a sum. */
static uint32_t past_money(const Syntax *s, uint32_t floor, uint32_t first, uint32_t end)
{
    uint32_t past = first;
    if (first == floor || !mention_begins(&s->a->mentions, first - 1, s->currency_class))
        return first;
    while (past < end && (s->tags[past] == TAG_NUMBER || mention_begins(&s->a->mentions, past, s->scale_class)))
        past++;
    return past < end ? past : first;
}

/* Without a time at the end: "officials on Friday said". */
static uint32_t before_time(const Syntax *s, uint32_t floor, uint32_t end)
{
    enum { TIME_TOKENS = 6 };
    for (uint32_t i = end; i > floor + 1 && end - i < TIME_TOKENS; i--) {
        if (syntax_past_time(s, i - 1) != end)
            continue;
        if (s->tags[i - 2] == TAG_POSS)
            return end; /* "a man in his 60s" */
        uint32_t first = i - 1 - (s->tags[i - 2] == TAG_PREP);
        return first > floor + 1 && s->tags[first - 1] == TAG_ADV ? first - 1 : first; /* "later on Monday" */
    }
    return end;
}

static Tag tag_before(const Syntax *s, uint32_t floor, uint32_t at)
{
    return at > floor ? (Tag)s->tags[at - 1] : TAG_STOP;
}

/* "a man identified [as] Amir": between a participle and a name. */
static bool leads_name(const Syntax *s, uint32_t floor, uint32_t i)
{
    Tag before = tag_before(s, floor, i);
    return s->tags[i] == TAG_SUB && (before == TAG_PRET || before == TAG_PART) && s->tags[i + 1] == TAG_NOUN &&
           (s->a->tokens.tokens[i + 1].flags & TOKEN_CAPITAL) && str_begins(analysis_word(s->a, i), STR("manner"));
}

/* Leftwards over prepositions and adverbs, and over a time before an agent: "a note sent out [in May 2015] by Khan". */
static uint32_t before_hanging(const Syntax *s, uint32_t floor, uint32_t first)
{
    enum { REACH = 12 };
    uint32_t verb = first;
    while (verb > floor && first - verb < REACH) {
        Tag step = (Tag)s->tags[verb - 1];
        bool link = step == TAG_PREP || step == TAG_ADV || step == TAG_TO || leads_name(s, floor, verb - 1);
        bool agent = str_begins(analysis_word(s->a, verb), STR("agent"));
        uint32_t time = agent ? before_time(s, floor, verb) : verb;
        if (!link && time == verb)
            break;
        verb = link ? verb - 1 : time;
    }
    return verb;
}

/* "A survey published on Sunday [found]", "men who sold the car [said]": where verb groups stand one behind the other, the earlier
 * one belongs to a participle or relative clause that hangs on the noun before it. The place of that noun's end; `first` where
 * nothing of the kind stands before it. */
static uint32_t before_reduced(const Syntax *s, uint32_t floor, uint32_t first)
{
    uint32_t verb = before_hanging(s, floor, first);
    if (verb < floor + 2)
        return first;
    Tag tag = (Tag)s->tags[verb - 1];
    bool form = (s->allowed[verb - 1] & BIT(TAG_PART)) != 0; /* not "where shots [broke] out" */
    bool participle = (tag == TAG_PART || (tag == TAG_PRET && form)) && s->tags[verb - 2] == TAG_NOUN &&
                      (verb < first || syntax_past_time(s, first) > first ||
                       mention_begins(&s->a->mentions, verb - 1, s->called_class)); /* "a man [named] Amir" */
    bool passive = false;
    uint32_t group = syntax_group_start(s, floor, verb - 1, &passive);
    Tag pronoun = group >= floor + 2 ? (Tag)s->tags[group - 1] : TAG_STOP;
    bool relative = syntax_is_finite((Tag)s->tags[group]) && (pronoun == TAG_WH || pronoun == TAG_THAT) &&
                    (s->tags[group - 2] == TAG_NOUN || s->tags[group - 2] == TAG_DET);
    if (syntax_leads_clause(s, verb - 1) || !(participle || relative))
        return first;
    return participle ? verb - 1 : group - 1;
}

/* ", [many of] whom": where the phrase of a relative pronoun begins. */
static uint32_t before_partitive(const Syntax *s, uint32_t floor, uint32_t pronoun)
{
    bool part =
        pronoun >= floor + 3 && s->tags[pronoun - 1] == TAG_PREP && s->tags[pronoun - 3] == TAG_COMMA &&
        (s->tags[pronoun - 2] == TAG_DET || s->tags[pronoun - 2] == TAG_NUMBER || s->tags[pronoun - 2] == TAG_NOUN);
    return part ? pronoun - 2 : pronoun;
}

/* The phrase that ends before end, commas not crossed. */
static Range phrase_left(const Syntax *s, uint32_t floor, uint32_t end)
{
    if (end <= floor)
        return (Range){end, end};
    uint32_t i = end - 1;
    Tag tag = (Tag)s->tags[i];
    if (tag == TAG_CLOSE)
        i = before_bracket(s, floor, i);
    else if (!syntax_in_phrase(tag) && tag != TAG_PRON && tag != TAG_WH && tag != TAG_THAT && tag != TAG_OBJ)
        return (Range){end, end};
    if (tag == TAG_MARK)
        return (Range){end, end};
    if (tag == TAG_WH)
        return (Range){before_partitive(s, floor, i), end};
    while (i > floor && end - i < PHRASE_REACH) {
        if (syntax_is_nickname(s, floor, i)) {
            i -= 4;
            continue;
        }
        if (s->tags[i - 1] == TAG_CLOSE) {
            uint32_t open = before_bracket(s, floor, i - 1);
            if (open == i - 1)
                break;
            i = open;
            continue;
        }
        if (!(tag == TAG_CLOSE && s->tags[i] == TAG_OPEN && syntax_in_phrase((Tag)s->tags[i - 1])) &&
            !goes_left(s, floor, i))
            break;
        i--;
    }
    uint32_t first = past_money(s, floor, drop_leading(s, i, end), end);
    bool denied =
        first > floor && s->tags[first - 1] == TAG_NEG && (first == floor + 1 || s->tags[first - 2] == TAG_CONJ);
    return (Range){first - denied, end}; /* "[Not] everyone said" */
}

/* Whether a verb between two commas makes the tokens a clause of their own, and is of no noun before ("whose name is withheld"). A past form
 * just behind the comma is a participle: "The notice, published on Monday, said ...". */
static bool own_clause(const Syntax *s, uint32_t from, uint32_t to)
{
    Tag inner = (Tag)s->tags[from];
    if (inner == TAG_WH || inner == TAG_POSS)
        return false;
    for (uint32_t i = inner == TAG_PRET ? from + 1 : from; i < to; i++) {
        Tag tag = (Tag)s->tags[i];
        if (tag == TAG_WH || tag == TAG_WHADV || tag == TAG_THAT || (tag == TAG_SUB && inner == TAG_ING) ||
            str_begins(analysis_word(s->a, i), STR("relative")))
            return false;
        if (syntax_is_finite(tag) && !hangs_on_noun(s, i))
            return true;
    }
    return false;
}

/* ", [when asked] about it,": a conjunction with nothing but a participle. */
static bool hangs_conjunction(const Syntax *s, uint32_t i)
{
    const uint64_t participle = BIT(TAG_PRET) | BIT(TAG_PART) | BIT(TAG_ING);
    bool joint = s->tags[i] == TAG_WHADV || s->tags[i] == TAG_SUB;
    return joint && (BIT(s->tags[i + 1]) & participle) != 0;
}

/* A sign that ends a sentence or clause at i - 1: no colon of a clock, "18:05". */
static bool ends_there(const Syntax *s, uint32_t floor, uint32_t i)
{
    Tag tag = (Tag)s->tags[i - 1];
    bool clock = tag == TAG_COLON && i > floor + 1 && s->tags[i - 2] == TAG_NUMBER && s->tags[i] == TAG_NUMBER;
    return tag == TAG_STOP || tag == TAG_MARK || tag == TAG_SEMI || (tag == TAG_COLON && !clock);
}

/* The comma or dash that opens the apposition closed by the sign at `close`; close itself when there is none. */
static uint32_t apposition_start(const Syntax *s, uint32_t floor, uint32_t close)
{
    Tag sign = (Tag)s->tags[close];
    for (uint32_t i = close; i > floor && close - i < APPOSITION_REACH; i--) {
        uint32_t quoted = syntax_before_quoted(s, floor, i - 1);
        if (quoted < i - 1) {
            i = quoted + 1;
            continue;
        }
        if (ends_there(s, floor, i))
            break;
        if ((Tag)s->tags[i - 1] == sign && close - i >= 1) {
            Tag inner = (Tag)s->tags[i];
            bool fits = inner == TAG_NOUN || inner == TAG_DET || inner == TAG_POSS || inner == TAG_WH ||
                        inner == TAG_NUMBER || inner == TAG_PART || inner == TAG_PRET || inner == TAG_ING ||
                        inner == TAG_ADV || inner == TAG_PREP || inner == TAG_WHADV || hangs_conjunction(s, i) ||
                        (inner == TAG_SUB && (s->allowed[i] & BIT(TAG_ADV))); /* "Khan, once a clerk," */
            Tag before = i - 1 > floor ? (Tag)s->tags[i - 2] : TAG_STOP;
            if (fits && !own_clause(s, i, close) &&
                (syntax_in_phrase(before) || before == TAG_CLOSE || before == TAG_PRON))
                return i - 1;
        }
    }
    return close;
}

/* The phrase that ends just before the verb, with what a reduced clause keeps from it. */
static Range plain_subject(const Syntax *s, uint32_t floor, uint32_t end)
{
    Range plain = phrase_left(s, floor, end);
    if (s->tags[end - 1] == TAG_TO)
        return plain; /* "a speech that was meant to [outline]": an infinitive has no subject of its own */
    uint32_t noun = before_reduced(s, floor, plain.first);
    Range head = noun < plain.first ? phrase_left(s, floor, noun) : plain;
    Tag before = tag_before(s, floor, head.first);
    bool done = noun < plain.first &&
                (str_begins(analysis_word(s->a, noun + 1), STR("agent")) || syntax_past_time(s, noun + 1) > noun + 1 ||
                 mention_begins(&s->a->mentions, noun, s->called_class));
    const uint64_t apart = BIT(TAG_COMMA) | BIT(TAG_MARK) | BIT(TAG_SUB); /* ", [a clerk reached by phone] said" */
    done = done && (BIT(before) & apart) != 0;
    return range_is_empty(head) || (!done && has_clause(s, floor, head.first)) ? plain : (Range){head.first, end};
}

/* Leftwards over the prepositions and conjunctions before a phrase; "as Reyes, a clerk, put it" is not linked so. */
static uint32_t before_links(const Syntax *s, uint32_t floor, uint32_t first)
{
    while (first > floor && (s->tags[first - 1] == TAG_PREP || s->tags[first - 1] == TAG_SUB) &&
           !(str_begins(analysis_word(s->a, first - 1), STR("manner")) &&
             (first < floor + 2 || s->tags[first - 2] != TAG_PREP))) /* "such as" is one */
        first--;
    return first;
}

/* ", [like the mayor]", ", [in a statement]", ", [waving a flag]": what stands there tells when or how, not who; "of Lund", "from the ministry",
 * "including Lund" and "for whom he works" do. */
static bool is_circumstance(const Syntax *s, uint32_t i)
{
    Tag tag = (Tag)s->tags[i];
    if (mention_begins(&s->a->mentions, i, s->likeness_class) && s->tags[i + 1] != TAG_COMMA)
        return true;
    bool who = mention_begins(&s->a->mentions, i, s->identity_class) || s->tags[i + 1] == TAG_WH;
    return tag == TAG_PRET || tag == TAG_PART || tag == TAG_ING || tag == TAG_WHADV || hangs_conjunction(s, i) ||
           (tag == TAG_PREP && !who);
}

/* "Reyes, [who says it is late], called": the relative clause tells what else the subject says. */
static bool says_itself(const Syntax *s, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end && s->tags[first] == TAG_WH; i++) {
        if (mention_begins(&s->a->mentions, i, s->say_class) && syntax_is_verb((Tag)s->tags[i]))
            return true;
    }
    return false;
}

/* The phrase with the asides behind it, as far as they tell who it is: "[The clerk, Ann Holm], waving a flag, said". */
static Range with_asides(const Syntax *s, Range head, uint32_t end)
{
    Tag opens = (Tag)s->tags[head.last + 1];
    bool relative = opens == TAG_WH || opens == TAG_POSS; /* "Khan, whose daughter, in a red coat, stood by," */
    if (says_itself(s, head.last + 1, end))
        return head;
    for (uint32_t i = head.last; i + 1 < end && !relative; i++) {
        if (s->tags[i] == s->tags[head.last] && is_circumstance(s, i + 1))
            return (Range){head.first, i};
    }
    return (Range){head.first, end};
}

/* The phrase before the aside, or asides, that a comma or dash at end - 1 closes. */
static Range subject_before_asides(const Syntax *s, uint32_t floor, uint32_t end)
{
    enum { MOST_ASIDES = 5 };
    uint32_t open = end - 1;
    Range inner = {end, end};
    for (int depth = 0; depth < MOST_ASIDES; depth++) {
        uint32_t start = apposition_start(s, floor, open);
        if (start == open)
            break;
        open = start;
        Range head = phrase_left(s, floor, open);
        uint32_t first = before_links(s, floor, head.first);
        Tag before = tag_before(s, floor, first);
        bool age = before == TAG_COMMA && first > floor + 1 && s->tags[first - 2] == TAG_NUMBER;
        bool linked = (first < head.first && !age) || before == TAG_TO; /* "Ann Holm, 59, of Ashton, Md., said" */
        if ((linked || syntax_is_verb(before) || syntax_is_finite(before)) && !range_is_empty(inner))
            return (Range){inner.first, end}; /* "Two days before the vote, Khan, a lawyer, said" */
        if (range_is_empty(head) && !range_is_empty(inner) && syntax_speech_closes(s, floor, open))
            return with_asides(s, inner, end);
        inner = head;
        bool clause = !range_is_empty(head) && head.first > first &&
                      s->tags[head.first - 1] == TAG_SUB; /* ", while Khan, a clerk, said" */
        if (!range_is_empty(head) && (first == floor || s->tags[first - 1] != TAG_COMMA || clause))
            return with_asides(s, head, end);
    }
    if (open == end - 1)
        return (Range){end, end};
    Range head = phrase_left(s, floor, open);
    return range_is_empty(head) ? (Range){end, end} : with_asides(s, head, end);
}

/* "[The governor, Ann Holm], however, said": the comma before such a word closes an aside that tells who it is; empty where it does not. */
static Range before_adverb(const Syntax *s, uint32_t floor, uint32_t comma)
{
    Range who = subject_before_asides(s, floor, comma + 1);
    return syntax_names_office(s, who) && tag_before(s, floor, who.first) == TAG_STOP ? who : (Range){comma, comma};
}

/* "Khan, who spoke, left": a comma behind a relative pronoun closes its clause before the end. */
static bool goes_past_relative(const Syntax *s, uint32_t from, uint32_t end)
{
    bool relative = false;
    for (uint32_t i = from; i < end; i++) {
        relative = relative || s->tags[i] == TAG_WH;
        if (relative && s->tags[i] == TAG_COMMA)
            return true;
    }
    return false;
}

/* "[Khan, the governor, and] Ali, the mayor, said", "[Khan,] Ali and Omar said": whoever stands before the subject behind a comma, where
 * nothing but they opens the clause. */
static Range with_partner(const Syntax *s, uint32_t floor, Range subject)
{
    uint32_t joint = subject.first;
    bool joined = joint > floor && s->tags[joint - 1] == TAG_CONJ;
    joint -= joined;
    for (uint32_t i = subject.first; i < subject.last && !joined; i++)
        joined = s->tags[i] == TAG_CONJ; /* the end of a list */
    if (!joined || joint <= floor || s->tags[joint - 1] != TAG_COMMA || s->tags[subject.first] == TAG_PRON)
        return subject;
    Range other = subject_before_asides(s, floor, joint);
    if (range_is_empty(other))
        other = phrase_left(s, floor, joint - 1);
    if (range_is_empty(other) || has_clause(s, other.first, joint) || goes_past_relative(s, other.first, joint - 1))
        return subject; /* "It rained, but Khan said" */
    Tag before = tag_before(s, floor, other.first);
    bool opens =
        (before == TAG_STOP || before == TAG_SEMI || before == TAG_MARK) && !syntax_is_verb((Tag)s->tags[other.first]);
    bool time = syntax_past_time(s, other.first) > other.first;
    return opens && !time ? (Range){other.first, subject.last} : subject;
}

Range syntax_subject(const Syntax *s, uint32_t floor, uint32_t end)
{
    if (end <= floor)
        return (Range){end, end};
    uint32_t verb = end;
    uint32_t early = before_time(s, floor, end);
    Tag left = tag_before(s, floor, early);
    if (syntax_in_phrase(left) || left == TAG_PRON || left == TAG_WH || left == TAG_COMMA || left == TAG_CLOSE)
        end = early;
    uint32_t adverb = syntax_before_adverb(s, floor, end);
    Range office = adverb < end ? before_adverb(s, floor, adverb) : (Range){end, end};
    end = range_is_empty(office) ? adverb : office.last;
    Tag tag = (Tag)s->tags[end - 1];
    bool aside = tag == TAG_COMMA || tag == TAG_DASH;
    Range subject = aside ? subject_before_asides(s, floor, end) : plain_subject(s, floor, end);
    if (end == early && early < verb && syntax_hangs_clause(s, subject))
        subject.last = verb; /* "a study made by the council [last month] found" */
    bool finite = syntax_is_finite((Tag)s->tags[verb]) || s->tags[verb] == TAG_BASE;
    uint32_t relative =
        range_is_empty(subject) && end == verb && finite && tag != TAG_TO ? syntax_relative_before(s, floor, end) : end;
    Range head = relative < end ? phrase_left(s, floor, relative) : (Range){end, end};
    if (!range_is_empty(head))
        return (Range){head.first, end}; /* "a man who was shot told" */
    if (!range_is_empty(subject) && !aside && end == verb && finite)
        subject = syntax_with_inner_clause(s, floor, subject);
    return range_is_empty(subject) ? subject : with_partner(s, floor, subject);
}

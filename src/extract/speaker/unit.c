#include "extract/speaker/blow.h"
#include "extract/speaker/cover.h"
#include "extract/speaker/cue.h"

Str saying_attr(const Sayings *all, uint32_t say, uint16_t name)
{
    if (say == MENTION_NONE)
        return STR("");
    const Attr *attr = mention_attr(&all->a->mentions, &all->a->mentions.items[say], name);
    return attr ? lexicon_value_name(all->a->language->lexicon, attr->value) : STR("");
}

bool saying_frames(const Sayings *all, uint32_t say, char letter)
{
    Str letters = saying_attr(all, say, all->frame);
    while (letters.len > 0 && letters.ptr[0] != letter)
        letters = str_drop(letters, 1);
    return letters.len > 0;
}

static bool has_form(Str forms, Str form)
{
    return str_find(forms, form, 0) != SIZE_MAX;
}

static void mark_quotes(const Sayings *all, Saying *saying)
{
    for (uint32_t k = 0; k < saying->content_count && all->quotes.count > 0; k++) {
        for (uint32_t i = saying->content[k].first; i < saying->content[k].last; i++) {
            uint32_t at = all->quotes.of[i];
            if (at == 0)
                continue;
            saying->quoted = saying->quoted || all->quotes.items[at - 1].speech;
            saying->mixed = true;
        }
    }
}

/* Drops what holds no word: a closing mark left over. */
static void drop_signs(const Sayings *all, Saying *saying)
{
    uint32_t kept = 0;
    for (uint32_t k = 0; k < saying->content_count; k++) {
        uint32_t i = saying->content[k].first;
        while (i < saying->content[k].last && (all->a->tokens.tokens[i].flags & TOKEN_PUNCT))
            i++;
        if (i < saying->content[k].last)
            saying->content[kept++] = saying->content[k];
    }
    saying->content_count = kept;
}

/* "Nine died, the statement [read]", "..., [read] a statement"; not "he took the pen, read the statement and left". */
static bool is_paper(const Sayings *all, const Saying *saying)
{
    bool before = saying->source.first < saying->cue.first;
    return saying->trails && saying_holds(all, saying->source, "CHANNEL") &&
           (before || str_begins(analysis_word(all->a, saying->source.first), STR("one")));
}

void saying_add(Sayings *all, Saying saying)
{
    drop_signs(all, &saying);
    if (saying.content_count == 0)
        return;
    mark_quotes(all, &saying);
    if (saying_frames(all, saying.say, 'v') && !blow_is_words(all, &saying))
        return;
    if (saying_frames(all, saying.say, 'd') && saying.content_count == 1 && cue_only_names(all, saying.content[0]))
        return; /* "a stream called Miller's Run", "as he called it" */
    bool figure = saying_frames(all, saying.say, 'm') || saying_frames(all, saying.say, 'l');
    if (figure && !cue_names_figure(all, &saying))
        return;
    if ((saying_frames(all, saying.say, 'y') && !cue_by_somebody(all, &saying)) || cue_is_scene(all, &saying) ||
        cue_is_deed(all, &saying))
        return;
    if (!range_is_empty(saying.source) && cue_tag(all, saying.source.first) != TAG_NEG &&
        str_ends(analysis_word(all->a, saying.source.first), STR("neg")))
        return; /* "no group has claimed" */
    bool only_quotes = saying.say != MENTION_NONE && str_equal(saying_attr(all, saying.say, all->frame), STR("q"));
    if (only_quotes && !saying.blanket && !saying.topic && !is_paper(all, &saying) &&
        !all->quotes.of[saying.content[0].last - 1])
        return;
    all->items = arena_grow(all->a->scratch, all->items, all->count, &all->cap, sizeof *all->items);
    all->items[all->count++] = saying;
}

/* The end of a verb of saying behind "to": "[declined] to say"; 0 where none stands there. */
static uint32_t past_infinitive(const Sayings *all, uint32_t to, uint32_t limit)
{
    uint32_t i = to + 1;
    if (cue_tag(all, to) != TAG_TO)
        return 0;
    while (i < limit && cue_tag(all, i) == TAG_ADV)
        i++;
    uint32_t say =
        i < limit && cue_tag(all, i) == TAG_BASE ? mention_at(&all->a->mentions, i, all->say_class) : MENTION_NONE;
    return say == MENTION_NONE ? 0 : all->a->mentions.items[say].last;
}

/* "AIMS", "the FIND group" */
static bool is_acronym(const Sayings *all, uint32_t token)
{
    uint16_t flags = all->a->tokens.tokens[token].flags;
    return (flags & TOKEN_UPPER) && !(flags & TOKEN_SHOUTED);
}

/* Where the entry ends; "to" before a verb and "that" are no part of it. */
static uint32_t entry_end(const Sayings *all, uint32_t token, uint32_t say)
{
    uint32_t after = all->a->mentions.items[say].last;
    Tag last = cue_tag(all, after - 1);
    bool verb = !has_form(saying_attr(all, say, all->form), STR("prep")); /* not "according to [rescue] workers" */
    bool opens = verb && after - 1 > token && ((last == TAG_TO && cue_tag(all, after) == TAG_BASE) || last == TAG_THAT);
    return opens ? after - 1 : after;
}

/* The entry for the first word alone of a phrase; MENTION_NONE where there is none. */
static uint32_t word_alone(const Sayings *all, uint32_t token, uint32_t say)
{
    const MentionList *list = &all->a->mentions;
    uint32_t m = say;
    while (m > 0 && list->items[m - 1].first == token)
        m--;
    for (; m < list->count && list->items[m].first == token; m++) {
        if (list->items[m].cls == all->say_class && list->items[m].last == token + 1)
            return m;
    }
    return MENTION_NONE;
}

/* Of "agreed on Monday", where the preposition is the time's, and of "her remarks on", where the phrase is a verb's, the word's own entry. */
static uint32_t fitting_entry(const Sayings *all, uint32_t token, uint32_t say)
{
    uint32_t last = all->a->mentions.items[say].last;
    if (last == token + 1)
        return say;
    bool time = cue_tag(all, last - 1) == TAG_PREP &&
                (syntax_past_time(all->syntax, last) > last ||
                 mention_begins(&all->a->mentions, last - 1, analysis_class(all->a, "COUNT"))); /* "about 40" */
    bool noun = last == token + 2 && cue_tag(all, token) == TAG_NOUN &&
                !has_form(saying_attr(all, say, all->form), STR("noun"));
    uint32_t word = word_alone(all, token, say);
    if (cue_tells_figure(all, word, last))
        return word;
    bool fits =
        (time || noun) && word != MENTION_NONE && (time || has_form(saying_attr(all, word, all->form), STR("noun")));
    return fits ? word : say;
}

/* "was quoted as [saying]": the cue of the saying before covers the token. */
static bool in_last_cue(const Sayings *all, uint32_t token)
{
    const Saying *last = all->count > 0 ? &all->items[all->count - 1] : NULL;
    return last && last->cue.first <= token && token < last->cue.last;
}

/* "by the police [count]": where no "to" makes a verb of it, a word that speaks only as a noun is one. */
static bool is_noun_only(const Cue *c, Str forms)
{
    return str_equal(forms, STR("noun")) &&
           !(c->verb > c->unit->tokens.first && cue_tag(c->all, c->verb - 1) == TAG_TO);
}

/* Makes the sayings of a cue after its form. */
static void examine(Cue *c, Tag tag, Str forms)
{
    if (has_form(forms, STR("prep")))
        cue_preposition(c);
    else if (has_form(forms, STR("adv")))
        cue_adverb(c);
    else if (has_form(forms, STR("adj")) && cue_feeling(c))
        return;
    else if (syntax_is_verb(tag) && !str_equal(forms, STR("adj")) && !is_noun_only(c, forms))
        cue_verb(c);
    else if (has_form(forms, STR("noun")))
        cue_noun(c);
    else if (has_form(forms, STR("neg"))) {
        c->passive = saying_frames(c->all, c->say, 's');
        if (c->passive)
            cue_passive(c);
        else
            cue_active(c);
    }
}

/* Examines the token; the first token that may begin the next cue. */
static uint32_t cue_at(Sayings *all, uint32_t unit_index, uint32_t token)
{
    uint32_t say = mention_at(&all->a->mentions, token, all->say_class);
    if (say == MENTION_NONE || is_acronym(all, token))
        return token + 1;
    say = fitting_entry(all, token, say);
    const Unit *unit = &all->units[unit_index];
    uint32_t at = all->quotes.of[token];
    if (at && (all->quotes.items[at - 1].speech || all->quotes.items[at - 1].first >= unit->tokens.first))
        return token + 1;
    Cue c = {.all = all,
             .unit = unit,
             .unit_index = unit_index,
             .verb = token,
             .after = entry_end(all, token, say),
             .group = token,
             .say = say};
    if (in_last_cue(all, token))
        return c.after;
    uint32_t past = past_infinitive(all, c.after, unit->tokens.last);
    if (past && mention_begins(&all->a->mentions, token, all->phase_class))
        return c.after + 1;
    Tag tag = cue_tag(all, token);
    Str forms = saying_attr(all, say, all->form);
    if (has_form(forms, STR("plain")))
        return c.after; /* looks like a cue and is none: "compared with" */
    examine(&c, tag, forms);
    return c.after;
}

static bool joined(const Sayings *all, const Sentence *one, const Sentence *two)
{
    if (one->block != two->block || one->last == 0 || one->last >= all->syntax->count)
        return false;
    uint32_t left = all->quotes.of[one->last - 1];
    return left && left == all->quotes.of[two->first];
}

static bool all_quote(const Sayings *all, Range tokens)
{
    uint32_t first = all->quotes.of[tokens.first];
    if (!first)
        return false;
    uint32_t last = tokens.last - 1;
    if (cue_tag(all, last) == TAG_STOP && !all->quotes.of[last] && last > tokens.first)
        last--;
    return all->quotes.of[last] == first;
}

/* Whether a token may stand in a dateline: capitals, numbers, times, signs between them. */
static bool in_dateline(const Sayings *all, uint32_t i)
{
    uint16_t flags = all->a->tokens.tokens[i].flags;
    Tag tag = cue_tag(all, i);
    return (flags & TOKEN_UPPER) || (flags & TOKEN_CAPITAL) || tag == TAG_NUMBER || tag == TAG_COMMA ||
           tag == TAG_OPEN || tag == TAG_CLOSE || tag == TAG_STOP;
}

/* The first token after a dateline at the beginning of a unit: "GOMA, 9 May (AP) -- [TEXT] ...". */
static uint32_t past_dateline(const Sayings *all, Range r)
{
    enum { DATELINE_TOKENS = 18 };
    bool sign =
        (all->a->tokens.tokens[r.first].flags & TOKEN_UPPER) && !(all->a->tokens.tokens[r.first].flags & TOKEN_SHOUTED);
    uint32_t i = r.first;
    while (i < r.last && i - r.first < DATELINE_TOKENS && in_dateline(all, i)) {
        Tag tag = cue_tag(all, i);
        sign = sign || tag == TAG_NUMBER || tag == TAG_OPEN;
        if (syntax_is_finite(tag))
            return r.first;
        i++;
    }
    bool dash = i > r.first && i + 1 < r.last &&
                (cue_tag(all, i) == TAG_DASH ||
                 (cue_tag(all, i) == TAG_HYPHEN && (all->a->tokens.tokens[i].flags & TOKEN_SPACE_BEFORE)));
    if (!sign || !dash)
        return r.first;
    for (i++; i < r.last && cue_tag(all, i) == TAG_OPEN; i++) {
        while (i < r.last && cue_tag(all, i) != TAG_CLOSE)
            i++;
    }
    return i < r.last ? i : r.first;
}

static void find_units(Sayings *all)
{
    const TokenList *list = &all->a->tokens;
    all->units = ARENA_ARRAY(all->a->scratch, Unit, list->sentence_count + 1);
    for (size_t i = 0; i < list->sentence_count; i++) {
        const Sentence *sentence = &list->sentences[i];
        if (sentence->last <= sentence->first)
            continue;
        if (i > 0 && all->unit_count > 0 && joined(all, &list->sentences[i - 1], sentence)) {
            all->units[all->unit_count - 1].tokens.last = sentence->last;
            continue;
        }
        bool item = sentence->block < all->a->block_count && all->a->blocks[sentence->block].kind == BLOCK_LIST_ITEM;
        uint32_t first = sentence->first;
        if (item && first + 1 < sentence->last && (list->tokens[first].flags & TOKEN_PUNCT) && !all->quotes.of[first])
            first++;
        first = past_dateline(all, (Range){first, sentence->last});
        all->units[all->unit_count++] = (Unit){.tokens = {first, sentence->last}, .block = sentence->block};
    }
    for (uint32_t i = 0; i < all->unit_count; i++)
        all->units[i].quote = all_quote(all, all->units[i].tokens);
}

/* A cover of tokens (cover.h). */
static Span as_span(Range tokens)
{
    return (Span){tokens.first, tokens.last};
}

static bool holds_cue(const Saying *outer, const Saying *inner)
{
    for (uint32_t k = 0; k < outer->content_count; k++) {
        if (outer->content[k].first <= inner->cue.first && inner->cue.last <= outer->content[k].last)
            return true;
    }
    return false;
}

/* Whether another saying's content holds the cue: what somebody is said to think is part of what is said. Where each holds the
 * other ("He thought that ..., officials said"), the one that stands behind its content is the outer one, else the first. */
static bool nested(const Sayings *all, const Cover *contents, size_t at)
{
    const Saying *inner = &all->items[at];
    for (uint32_t i = cover_find(contents, inner->cue.first, 0); i != COVER_NONE;
         i = cover_find(contents, inner->cue.first, i + 1)) {
        const Saying *outer = &all->items[i];
        bool leads =
            inner->trails || (!outer->trails && !range_is_empty(inner->source) && inner->cue.first < outer->cue.first);
        if (i != at && !outer->loose && holds_cue(outer, inner) && !(leads && holds_cue(inner, outer)))
            return true;
    }
    return false;
}

/* "A man who left [for fear of] reprisals said": nobody's, and part of who speaks. */
static bool in_source(const Sayings *all, const Cover *sources, const Saying *inner)
{
    uint32_t from = range_is_empty(inner->source) ? 0 : COVER_NONE;
    for (uint32_t i = cover_find(sources, inner->cue.first, from); i != COVER_NONE;
         i = cover_find(sources, inner->cue.first, i + 1)) {
        Range source = all->items[i].source;
        if (source.first <= inner->cue.first && inner->cue.last <= source.last)
            return true;
    }
    return false;
}

/* The first saying of its unit: those of a unit stand together. */
static size_t first_of_unit(const Sayings *all, size_t at)
{
    size_t first = at;
    while (first > 0 && all->items[first - 1].unit == all->items[at].unit)
        first--;
    return first;
}

/* "quoted [the mayor] as saying": names whom the words are from, and tells nothing of its own. */
static bool only_names(const Sayings *all, size_t at)
{
    const Saying *cite = &all->items[at];
    for (size_t k = first_of_unit(all, at); k < all->count && all->items[k].unit == cite->unit; k++) {
        const Saying *words = &all->items[k];
        if (words->cited.first == cite->content[0].first && !range_is_empty(words->cited) &&
            words->cue.first > cite->content[0].last && cue_is_manner(all, words->cue.first - 1))
            return true;
    }
    return false;
}

/* Drops what tells nothing of its own. */
static void drop_empty(Sayings *all)
{
    Cover *sources = cover_new(all->a->scratch, all->a->tokens.count);
    for (uint32_t i = 0; i < all->count; i++)
        cover_add(all->a->scratch, sources, as_span(all->items[i].source), i);
    bool *empty = ARENA_ARRAY(all->a->scratch, bool, all->count + 1);
    bool cited = false;
    for (size_t i = 0; i < all->count; i++)
        cited |= !range_is_empty(all->items[i].cited);
    for (size_t i = 0; i < all->count; i++)
        empty[i] = in_source(all, sources, &all->items[i]) || (cited && only_names(all, i));
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (!empty[i])
            all->items[kept++] = all->items[i];
    }
    all->count = kept;
}

/* "could not confirm", "disputed": vouches for nothing, so that who reports it vouches for nothing either. */
static bool takes_back(const Sayings *all, const Saying *saying)
{
    return saying->say != MENTION_NONE &&
           stance_parse(analysis_value(all->a, &all->a->mentions.items[saying->say])) != STANCE_ASSERTS;
}

/* "the army's [account] that ten died", "the army's [toll] of ten": a noun that whoever owns it vouches for. */
static bool is_account(const Sayings *all, const Saying *saying)
{
    Str frames = saying_attr(all, saying->say, all->noun);
    if (str_find_char(frames, 'c', 0) < SIZE_MAX)
        return mention_begins(&all->a->mentions, saying->content[0].first, analysis_class(all->a, "COUNT"));
    return str_equal(saying_attr(all, saying->say, all->act), STR("say")) && str_find_char(frames, 't', 0) < SIZE_MAX &&
           cue_tag(all, saying->content[0].first) == TAG_THAT;
}

/* Keeps of nested sayings only those that report ("X said that police had confirmed ..."), give a figure or take back. */
static void drop_nested(Sayings *all)
{
    Cover *contents = cover_new(all->a->scratch, all->a->tokens.count);
    for (uint32_t i = 0; i < all->count; i++) {
        for (uint32_t k = 0; k < all->items[i].content_count; k++)
            cover_add(all->a->scratch, contents, as_span(all->items[i].content[k]), i);
    }
    for (size_t i = 0; i < all->count; i++)
        all->items[i].nested = nested(all, contents, i);
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++) {
        const Saying *saying = &all->items[i];
        bool told = !range_is_empty(saying->source) &&
                    (saying_frames(all, saying->say, 'q') || saying_frames(all, saying->say, 'm') ||
                     takes_back(all, saying) || is_account(all, saying));
        if (!saying->nested || told)
            all->items[kept++] = *saying;
    }
    all->count = kept;
}

/* The first saying whose cue begins at the token or behind it, of sayings in the order of their cues. */
static size_t first_cue(const Sayings *all, uint32_t token)
{
    size_t low = 0;
    size_t high = all->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all->items[middle].cue.first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void saying_mark_in_turns(Sayings *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const Saying *turn = &all->items[i];
        if (turn->say != MENTION_NONE || turn->blanket)
            continue;
        for (uint32_t c = 0; c < turn->content_count; c++) {
            Range content = turn->content[c];
            size_t k = first_cue(all, content.first);
            for (; k < all->count && all->items[k].cue.first <= content.last; k++)
                all->items[k].nested |= k != i && all->items[k].cue.last <= content.last;
        }
    }
}

/* Hands what a verb of citing names on to the sayings of the same source in its sentence. */
static void hand_on_cited(Sayings *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const Saying *cite = &all->items[i];
        if (!str_equal(saying_attr(all, cite->say, all->act), STR("cite")) || range_is_empty(cite->source))
            continue;
        for (size_t k = first_of_unit(all, i); k < all->count && all->items[k].unit == cite->unit; k++) {
            Saying *other = &all->items[k];
            if (k != i && other->source.first == cite->source.first && saying_frames(all, other->say, 'q'))
                other->cited = cite->content[0];
        }
    }
}

Sayings *saying_find(Analysis *a)
{
    Sayings *all = ARENA_NEW(a->scratch, Sayings);
    Lexicon *lexicon = a->language->lexicon;
    *all = (Sayings){.a = a,
                     .syntax = syntax_read(a),
                     .quotes = quote_find(a),
                     .say_class = analysis_class(a, "SAY"),
                     .phase_class = analysis_class(a, "PHASE"),
                     .light_class = analysis_class(a, "LIGHT"),
                     .split_class = analysis_class(a, "SPLIT"),
                     .topic_class = analysis_class(a, "TOPIC"),
                     .frame = lexicon_attr(lexicon, STR("frame")),
                     .act = lexicon_attr(lexicon, STR("act")),
                     .noun = lexicon_attr(lexicon, STR("noun")),
                     .form = lexicon_attr(lexicon, STR("form"))};
    find_units(all);
    ClassSet say = class_set_of(&all->say_class, 1);
    for (uint32_t u = 0; u < all->unit_count; u++) {
        const Range unit = all->units[u].tokens;
        if (a->blocks && a->block_count > all->units[u].block &&
            a->blocks[all->units[u].block].kind == BLOCK_BOILERPLATE)
            continue;
        size_t before = all->count;
        for (uint32_t i = unit.first; (i = mention_next_before(&a->mentions, i, unit.last, &say)) < unit.last;)
            i = cue_at(all, u, i);
        cue_colon(all, u);
        if (all->count > before)
            cue_gap(all, u, before);
    }
    hand_on_cited(all);
    drop_empty(all);
    drop_nested(all);
    return all;
}

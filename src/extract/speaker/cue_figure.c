#include "extract/speaker/cue.h"
#include "extract/speaker/speaker_body.h"
#include "extract/speaker/speaker_party.h"

/* "[its] count": a figure of one's own. */
static bool is_own(const Sayings *all, const Saying *saying)
{
    return cue_tag(all, saying->content[0].first) == TAG_POSS;
}

/* "[the dead at 14]": those whom harm befell, with their number. */
static bool is_harm_at_count(const Sayings *all, Range r)
{
    uint16_t harm = analysis_class(all->a, "HARM_ADJ");
    uint16_t count = analysis_class(all->a, "COUNT");
    for (uint32_t i = r.first; i + 2 < r.last; i++) {
        if (mention_begins(&all->a->mentions, i, harm) && cue_tag(all, i + 1) == TAG_PREP &&
            mention_begins(&all->a->mentions, i + 2, count))
            return true;
    }
    return false;
}

/* "counted [nine dead]", "[nine bodies]": a number of those whom harm befell. */
static bool is_count_of_harm(const Sayings *all, Range r)
{
    uint32_t m = mention_at(&all->a->mentions, r.first, analysis_class(all->a, "COUNT"));
    uint32_t behind = m == MENTION_NONE ? r.last : all->a->mentions.items[m].last;
    return behind < r.last && (mention_begins(&all->a->mentions, behind, analysis_class(all->a, "HARM_ADJ")) ||
                               mention_begins(&all->a->mentions, behind, analysis_class(all->a, "HARM_NOUN")));
}

/* "[it at nine]", "[a lower figure of nine]": of a figure told before, which a number alone closes. */
static bool is_bare_count(const Sayings *all, Range r, bool moved)
{
    uint16_t count = analysis_class(all->a, "COUNT");
    Tag head = cue_tag(all, r.first);
    bool known = moved && (head == TAG_PRON || head == TAG_OBJ) && cue_tag(all, r.first + 1) == TAG_PREP;
    bool figure = false;
    for (uint32_t i = r.first + 1; i + 1 < r.last; i++) {
        figure = figure || mention_begins(&all->a->mentions, i, analysis_class(all->a, "FIGURE_WORD"));
        uint32_t m = known || cue_is_own(all, i) ? mention_at(&all->a->mentions, i + 1, count) : MENTION_NONE;
        if (m != MENTION_NONE)
            return all->a->mentions.items[m].last >= r.last && (known || figure);
    }
    return false;
}

/* "counted [16]", "counted [at least 16 dead]": a number of people whom harm befell, or of those told of before. */
static bool is_tally_alone(const Sayings *all, Range r)
{
    uint32_t m = mention_at(&all->a->mentions, r.first, analysis_class(all->a, "COUNT"));
    uint32_t i = m == MENTION_NONE ? r.first : all->a->mentions.items[m].last;
    bool harmed = i < r.last && (mention_begins(&all->a->mentions, i, analysis_class(all->a, "HARM_ADJ")) ||
                                 mention_begins(&all->a->mentions, i, analysis_class(all->a, "HARM_PP")));
    return i > r.first && (i >= r.last || harmed);
}

/* "[the toll, which] the clinic put [at nine]": the clause before the relative pronoun, where a number follows the verb; else empty. */
static Range before_relative(const Sayings *all, const Saying *saying)
{
    enum { REACH = 8 };
    Range told = saying->content[0];
    uint32_t first = told.first;
    if (saying->content_count != 2 || told.last != told.first + 1 || cue_tag(all, told.first) != TAG_WH ||
        !cue_tells_figure(all, saying->say, saying->content[1].first))
        return (Range){first, first};
    while (first > all->units[saying->unit].tokens.first && told.first - first < REACH &&
           !syntax_is_finite(cue_tag(all, first - 1)))
        first--;
    return (Range){first, told.first};
}

bool cue_names_figure(const Sayings *all, const Saying *saying)
{
    Range named = before_relative(all, saying);
    named = range_is_empty(named) ? saying->content[0] : named;
    uint16_t classes[] = {analysis_class(all->a, "TOLL"), analysis_class(all->a, "FIGURE_WORD")};
    bool moved = saying_frames(all, saying->say, 'm');
    bool any = moved || (saying_frames(all, saying->say, 'y') && is_own(all, saying)) ||
               saying_holds(all, named, "HARM_ADJ"); /* "a figure of nine dead" */
    ClassSet figures = class_set_of(classes, any ? 2 : 1);
    for (uint32_t i = named.first; i < named.last; i++) {
        if (mention_may_begin_any(&all->a->mentions, i, &figures))
            return true;
    }
    return is_bare_count(all, named, moved) ||
           (moved && (is_harm_at_count(all, named) || is_count_of_harm(all, named))) ||
           (saying_frames(all, saying->say, 'b') && is_tally_alone(all, named));
}

bool cue_by_somebody(const Sayings *all, const Saying *saying)
{
    if (range_is_empty(saying->source))
        return false;
    return is_own(all, saying) || speaker_of_tokens(all, saying->source).party != PARTY_NONE ||
           speaker_is_role(all, saying->source.first, saying->source.last);
}

/* The last token of the source before what only tells more of it. */
static uint32_t head_of(const Sayings *all, Range source)
{
    uint32_t i = source.first + 1;
    while (i < source.last && !(BIT(cue_tag(all, i)) & (BIT(TAG_PREP) | BIT(TAG_WH) | BIT(TAG_COMMA))))
        i++;
    return i - 1;
}

bool cue_is_scene(const Sayings *all, const Saying *saying)
{
    static const char *const SCENES[] = {"TIME", "PLACE", "PLACE_OF"};
    if (saying->say == MENTION_NONE || range_is_empty(saying->source) ||
        !str_equal(saying_attr(all, saying->say, all->act), STR("think")))
        return false;
    uint16_t classes[sizeof SCENES / sizeof *SCENES];
    for (size_t i = 0; i < sizeof SCENES / sizeof *SCENES; i++)
        classes[i] = analysis_class(all->a, SCENES[i]);
    ClassSet set = class_set_of(classes, sizeof SCENES / sizeof *SCENES);
    return mention_covers_any(&all->a->mentions, head_of(all, saying->source), &set) &&
           saying_holds(all, saying->content[0], "COUNT") &&
           (saying_holds(all, saying->content[0], "HARM_NOUN") || saying_holds(all, saying->content[0], "HARM_PP") ||
            saying_holds(all, saying->content[0], "EVENT_NOUN")) &&
           !cue_by_somebody(all, saying);
}

bool cue_is_deed(const Sayings *all, const Saying *saying)
{
    static const char *const DEEDS[] = {"EVENT_NOUN", "EVENT_OTHER"};
    if (saying->say == MENTION_NONE || range_is_empty(saying->source) || saying->content_count != 1 ||
        !str_equal(saying_attr(all, saying->say, all->act), STR("claim")))
        return false;
    const MentionList *list = &all->a->mentions;
    uint16_t classes[] = {analysis_class(all->a, DEEDS[0]), analysis_class(all->a, DEEDS[1])};
    ClassSet deeds = class_set_of(classes, 2);
    return mention_covers_any(list, head_of(all, saying->source), &deeds) &&
           mention_begins(list, saying->content[0].first, analysis_class(all->a, "COUNT")) &&
           !cue_by_somebody(all, saying);
}

bool cue_tells_figure(const Sayings *all, uint32_t say, uint32_t at)
{
    return say != MENTION_NONE && saying_frames(all, say, 'm') && cue_tag(all, at) == TAG_PREP &&
           mention_begins(&all->a->mentions, at + 1, analysis_class(all->a, "COUNT"));
}

bool cue_counts(const Cue *c)
{
    return cue_is_own(c->all, c->after) &&
           mention_begins(&c->all->a->mentions, c->after + 1, analysis_class(c->all->a, "COUNT"));
}

bool cue_is_tally(const Sayings *all, Range r)
{
    uint32_t count = r.first + (cue_tag(all, r.first) == TAG_CONJ);
    return count > r.first && count < r.last &&
           mention_begins(&all->a->mentions, count, analysis_class(all->a, "COUNT")) &&
           saying_holds(all, (Range){count + 1, r.last}, "HARM_ADJ");
}

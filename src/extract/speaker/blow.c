#include "extract/speaker/blow.h"
#include "extract/speaker/cue.h"

/* "defended his record": the head of what is named is what somebody does or decides, no place and nobody. */
static bool about_conduct(const Sayings *all, const Saying *saying)
{
    uint16_t conduct = analysis_class(all->a, "CONDUCT");
    for (uint32_t i = saying->content[0].first; i < saying->content[0].last && cue_tag(all, i) != TAG_PREP; i++) {
        if (mention_begins(&all->a->mentions, i, conduct) && cue_tag(all, i + 1) != TAG_NOUN)
            return true;
    }
    return false;
}

/* "army [positions]": where a force stands. */
static bool is_held(const Sayings *all, uint32_t token)
{
    enum { LONGEST = 4 };
    const MentionList *list = &all->a->mentions;
    return mention_begins(list, token, analysis_class(all->a, "NOUN_HEAD")) ||
           mention_over(list, token, analysis_class(all->a, "TARGET"), LONGEST) != MENTION_NONE;
}

/* "attacked the claim": what is named is itself something said. */
static bool about_words(const Sayings *all, const Saying *saying)
{
    for (uint32_t i = saying->content[0].first; i < saying->content[0].last; i++) {
        uint32_t say = mention_at(&all->a->mentions, i, all->say_class);
        if (say != MENTION_NONE && cue_tag(all, i) == TAG_NOUN && !is_held(all, i) &&
            str_find(saying_attr(all, say, all->form), STR("noun"), 0) != SIZE_MAX)
            return true;
    }
    return false;
}

/* "for [three days]", "for [the second time]": how long or how often. */
static bool is_measure(const Sayings *all, uint32_t first)
{
    enum { NEAR = 4 };
    const uint16_t classes[] = {analysis_class(all->a, "COUNT"), analysis_class(all->a, "TIME"),
                                analysis_class(all->a, "OCCASION")};
    for (uint32_t i = first; i < first + NEAR && i < all->syntax->count && cue_tag(all, i) != TAG_PREP; i++) {
        for (size_t k = 0; k < sizeof classes / sizeof classes[0]; k++) {
            if (classes[k] && mention_at(&all->a->mentions, i, classes[k]) != MENTION_NONE)
                return true;
        }
    }
    return false;
}

/* "attacked the mayor over the plan", "charged two men with fleeing": a ground is given, so that it was done in words. */
static bool gives_ground(const Sayings *all, const Saying *saying)
{
    uint16_t grounds = analysis_class(all->a, "GROUND");
    for (uint32_t i = saying->content[0].first + 1; i + 1 < saying->content[0].last; i++) {
        uint32_t m = mention_at(&all->a->mentions, i, grounds);
        if (m == MENTION_NONE || cue_tag(all, i) != TAG_PREP)
            continue;
        bool deed = str_equal(analysis_value(all->a, &all->a->mentions.items[m]), STR("deed"));
        bool counted = is_measure(all, i + 1);
        if (deed ? saying_frames(all, saying->say, 'w') : !counted)
            return true;
    }
    return false;
}

/* "attacked the mayor, calling him late": what it was done with is told behind a comma. */
static bool goes_on_saying(const Sayings *all, const Saying *saying)
{
    uint32_t next = saying->content[0].last + 1;
    uint32_t say = next < all->syntax->count ? mention_at(&all->a->mentions, next, all->say_class) : MENTION_NONE;
    return cue_tag(all, next - 1) == TAG_COMMA && cue_tag(all, next) == TAG_ING && saying_frames(all, say, 'q');
}

/* "railed at the noise, [attacked the music] and praised the crew": one of several verbs of one subject, the one before it in words. */
static bool is_listed(const Sayings *all, const Saying *saying)
{
    const Saying *last = all->count > 0 ? &all->items[all->count - 1] : NULL;
    if (!last || last->unit != saying->unit || last->content_count == 0 || saying_frames(all, last->say, 'v') ||
        saying->cue.first == 0)
        return false;
    uint32_t joint = saying->cue.first - 1;
    Tag tag = cue_tag(all, joint);
    return (tag == TAG_COMMA || tag == TAG_CONJ) && last->content[last->content_count - 1].last + 1 >= joint &&
           last->content[last->content_count - 1].last <= joint &&
           cue_tag(all, last->cue.first) == cue_tag(all, saying->cue.first) &&
           last->source.first == saying->source.first;
}

bool blow_is_words(const Sayings *all, const Saying *saying)
{
    uint32_t first = saying->content[0].first;
    bool clause =
        cue_tag(all, first) == TAG_THAT && !syntax_is_finite(cue_tag(all, first + 1)); /* not "charges that injured" */
    return saying->mixed || clause || about_words(all, saying) || about_conduct(all, saying) ||
           gives_ground(all, saying) || goes_on_saying(all, saying) || is_listed(all, saying);
}

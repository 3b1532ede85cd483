#include "extract/speaker/speaker_known.h"

enum { MEMORY_BLOCKS = 12 };

Str speaker_sex(const Sayings *all, Range phrase)
{
    const MentionList *list = &all->a->mentions;
    uint16_t classes[] = {analysis_class(all->a, "SEX_WORD"), analysis_class(all->a, "SEX_PRONOUN")};
    for (uint32_t i = phrase.first; i < phrase.last; i++) {
        Tag tag = (Tag)all->syntax->tags[i];
        if (tag == TAG_PREP || tag == TAG_WH)
            break; /* "the head of the [women's] league" */
        if (tag == TAG_POSS || (i + 1 < phrase.last && all->syntax->tags[i + 1] == TAG_POSS))
            continue; /* "the [boy]'s mother" */
        for (size_t k = 0; k < sizeof classes / sizeof *classes; k++) {
            uint32_t word = mention_at(list, i, classes[k]);
            if (word != MENTION_NONE)
                return analysis_value(all->a, &list->items[word]);
        }
        uint32_t person = mention_at(list, i, analysis_class(all->a, "VICTIM"));
        Str sub = person == MENTION_NONE ? STR("") : analysis_attr_value(all->a, &list->items[person], "sub");
        if (str_equal(sub, STR("women")) || str_equal(sub, STR("men")))
            return sub;
    }
    return STR("");
}

void speaker_remember(SpeakerMemory *memory, Speaker speaker)
{
    if (memory->count == SPEAKER_MEMORY) {
        memmove(memory->items, memory->items + 1, (SPEAKER_MEMORY - 1) * sizeof memory->items[0]);
        memory->count--;
    }
    memory->items[memory->count++] = speaker;
}

const Speaker *speaker_recall(const SpeakerMemory *memory, uint32_t block, bool person, bool one, Str sex)
{
    for (size_t i = memory->count; i > 0; i--) {
        const Speaker *speaker = &memory->items[i - 1];
        bool other = sex.len > 0 && speaker->sex.len > 0 && !str_equal(sex, speaker->sex);
        if (!other && speaker->person == person && block - speaker->block <= MEMORY_BLOCKS &&
            !(one && speaker->first_hand))
            return speaker;
    }
    return NULL;
}

static Str first_word(Str name)
{
    size_t space = str_find_char(name, ' ', 0);
    return space < SIZE_MAX ? (Str){name.ptr, space} : name;
}

/* "Maj. Gen. Korkit Wong said ... [Korkit] said": a given name alone, as many lands have it, of the last who was told in full. */
static const Speaker *recall_given(const SpeakerMemory *memory, const Speaker *speaker)
{
    for (size_t i = memory->count; i > 0 && speaker->full.len == speaker->surname.len; i--) {
        const Speaker *known = &memory->items[i - 1];
        if (known->person && known->identified && known->full.len > known->surname.len &&
            str_equal(first_word(known->full), speaker->surname))
            return known;
    }
    return NULL;
}

const Speaker *speaker_recall_name(const SpeakerMemory *memory, const Speaker *speaker)
{
    for (size_t i = memory->count; i > 0 && speaker->surname.len > 0; i--) {
        const Speaker *known = &memory->items[i - 1];
        bool same = known->full.len == known->surname.len || speaker->full.len == speaker->surname.len ||
                    str_find(known->name, first_word(speaker->full), 0) < SIZE_MAX;
        if (same && known->identified && str_equal(known->surname, speaker->surname))
            return known;
    }
    return speaker->surname.len > 0 ? recall_given(memory, speaker) : NULL;
}

void speaker_write(const Speaker *speaker, Attribution *out)
{
    out->speaker = speaker->name;
    out->name = speaker->full;
    out->person = speaker->person && speaker->surname.len > 0;
    out->office = speaker->office;
    out->party = speaker->party;
    out->group = speaker->group;
    out->identified = speaker->identified;
    out->first_hand = speaker->first_hand;
    if (!str_present(out->handle))
        out->handle = speaker->handle;
}

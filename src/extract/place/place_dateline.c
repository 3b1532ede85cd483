/*
 * place_dateline — a dateline that only the map tells: "Maputo — Two clerks ...", where the shape alone (dateline.c) might be anything.
 */
#include "extract/place/place_work.h"

/* Whether text begins with what ends a dateline and a sentence behind it: ": Two clerks", " - Two clerks", " — Two clerks". */
static bool ends_dateline(Str text, bool *dash)
{
    static const char *const DASHES[] = {" - ", " — ", "— ", "—", " – ", " -- "};
    *dash = false;
    if (str_begins(text, STR(":")) || str_begins(text, STR(" : ")))
        return true;
    for (size_t i = 0; i < sizeof DASHES / sizeof *DASHES && !*dash; i++) {
        Str sign = str_from(DASHES[i]);
        *dash = str_begins(text, sign) && text.len > sign.len && char_is_upper(text.ptr[sign.len]);
    }
    return *dash;
}

/* "New Delhi[/Srinagar]: ...", "Quetta[ / Karachi]: ...": how long what stands before the colon besides the first town is; 0 where nothing does. */
static uint32_t second_town(Str text)
{
    enum { LONGEST = 30 };
    if (!str_begins(text, STR("/")) && !str_begins(text, STR(" / ")))
        return 0;
    for (uint32_t i = 0; i < text.len && i < LONGEST; i++) {
        if (text.ptr[i] == ':')
            return i;
        if (!char_is_letter(text.ptr[i]) && text.ptr[i] != ' ' && text.ptr[i] != '/')
            return 0;
    }
    return 0;
}

/* "[Peshawar]: Two clerks ...", "[Maputo] — Two clerks ...": the place before a colon that opens its block, or is all of it, or before
 * a dash in front of a paragraph. */
static bool opens_block(const Analysis *a, Span place, const Block *block, bool *dash)
{
    enum { SENTENCE = 40 };
    Str rest = span_text(a->tokens.text, (Span){place.end, block->span.end});
    rest = str_drop(rest, second_town(rest));
    if (place.start != block->span.start || !ends_dateline(rest, dash))
        return false;
    return block->kind == BLOCK_PARAGRAPH ? !*dash || rest.len > SENTENCE : !*dash && rest.len == 1;
}

/* A town alone before a colon or dash is a dateline where the text has one such head in front: several are a list's, and a headline is a
 * report of its own. The shape alone tells less (structure.c). */
void place_note_dateline(PlaceWork *w, PlaceSpot *const *order)
{
    enum { LEAD = 3 }; /* blocks: a summary and a caption may stand before it */
    Analysis *a = w->a;
    const PlaceSpot *first = NULL;
    const PlaceSpot *found = NULL;
    size_t block = 0;
    bool alone = false;
    for (size_t i = 0; i < w->spot_count; i++) {
        const PlaceSpot *spot = order[i];
        if (spot->evidence < PLACE_SURE)
            continue;
        first = first ? first : spot;
        uint32_t b = a->tokens.sentences[a->tokens.tokens[spot->first].sentence].block;
        bool dash = false;
        if (spot->people ||
            !opens_block(a, mention_tokens_span(&a->tokens, spot->first, spot->last), &a->blocks[b], &dash))
            continue;
        if (found)
            return;
        found = spot;
        block = b;
        alone = !dash;
    }
    if (!found || (found != first && (!alone || block > LEAD)) || found->name < 0)
        return;
    if (alone && (block + 1 >= a->block_count || document_in_headline(a->document, a->blocks[block + 1].span)))
        return;
    const Place *place = &w->names[found->name].candidates[place_sense(w, found)].place;
    if (place->precision != PRECISION_EXACT)
        return;
    Span town = mention_tokens_span(&a->tokens, found->first, found->last);
    town.end += second_town(str_drop(a->document->text, town.end));
    a->dateline_place = span_text(a->document->text, town);
}

#include "extract/speaker/speaker_party.h"

static const Mention *mention_in(const Sayings *all, uint32_t token, uint16_t cls)
{
    uint32_t m = mention_at(&all->a->mentions, token, cls);
    return m == MENTION_NONE ? NULL : &all->a->mentions.items[m];
}

static const Mention *party_at(const Sayings *all, uint32_t token)
{
    uint32_t m = mention_at(&all->a->mentions, token, all->syntax->party_class);
    return m == MENTION_NONE ? NULL : &all->a->mentions.items[m];
}

static Party party_of(const Sayings *all, const Mention *m)
{
    return m ? party_parse(analysis_attr_value(all->a, m, "party")) : PARTY_NONE;
}

bool speaker_is_cut(const Sayings *all, const Mention *party)
{
    if (str_equal(analysis_attr_value(all->a, party, "kind"), STR("body")))
        return false; /* "[Kenyan health ministry] spokesman" */
    for (uint32_t i = party->first + 1; i < party->last; i++) {
        const Mention *other = party_at(all, i);
        if (other && other->last > party->last)
            return true;
    }
    return false;
}

bool speaker_is_of_two_sides(const Sayings *all, Range phrase)
{
    for (uint32_t i = phrase.first; i < phrase.last; i++) {
        const Mention *one = party_at(all, i);
        if (!one || one->last + 1 >= phrase.last || all->syntax->tags[one->last] != TAG_CONJ)
            continue;
        uint32_t next = one->last + 1;
        const Mention *other = party_at(all, next);
        if (!other && all->syntax->tags[next] == TAG_DET)
            other = party_at(all, next + 1);
        Party a = party_of(all, one);
        Party b = party_of(all, other);
        if ((a == PARTY_GOVERNMENT && b == PARTY_ARMED_GROUP) || (a == PARTY_ARMED_GROUP && b == PARTY_GOVERNMENT))
            return true;
    }
    return false;
}

/* How strongly a phrase says who speaks: an armed group's or body's name before a role, a role before a title. */
static int weight_of(Str kind)
{
    if (str_equal(kind, STR("group")))
        return 4;
    if (str_equal(kind, STR("body")))
        return 3;
    return 2;
}

/* "officials [at] the hospital": who they are is told behind. */
static bool is_owner(const Sayings *all, const Mention *m, uint32_t floor)
{
    uint32_t at = m->first;
    at -= at > floor && all->syntax->tags[at - 1] == TAG_DET;
    while (at > floor && all->syntax->tags[at - 1] == TAG_NOUN)
        at--; /* "at [Harbour] Hospital" */
    return at > floor && mention_begins(&all->a->mentions, at - 1, all->syntax->identity_class);
}

/* "residents of [rebel]-held Goma": who holds a place does not speak. */
static bool holds_place(const Sayings *all, const Mention *m, uint32_t floor)
{
    return m->first > floor && all->syntax->tags[m->first - 1] == TAG_PREP && all->syntax->tags[m->last] == TAG_HYPHEN;
}

static void take_party(const Sayings *all, const Mention *m, uint32_t floor, bool *staff, int *weight, Speaker *out)
{
    Party party = party_parse(analysis_attr_value(all->a, m, "party"));
    Str kind = analysis_attr_value(all->a, m, "kind");
    int w = weight_of(kind);
    bool owner = w == 2 && *weight == 2 && *staff && out->party == PARTY_GOVERNMENT && is_owner(all, m, floor);
    if (w <= *weight && !owner)
        return;
    *weight = w;
    out->party = party;
    out->group = analysis_value(all->a, m);
    out->person = str_equal(kind, STR("person"));
    *staff = str_equal(kind, STR("staff")) || (out->person && m->last == m->first + 1);
    out->identified = w > 2 || party == PARTY_GOVERNMENT || party == PARTY_ARMED_GROUP || party == PARTY_MEDICAL;
    out->first_hand = party == PARTY_WITNESS;
}

/* "[The National] Guard": the beginning of another name. */
static bool is_beginning(const Sayings *all, const Mention *outlet)
{
    return all->syntax->tags[outlet->first] == TAG_DET && outlet->last < all->syntax->count &&
           all->syntax->tags[outlet->last] == TAG_NOUN && (all->a->tokens.tokens[outlet->last].flags & TOKEN_CAPITAL);
}

/* A soldier or policeman speaks for the authorities, whatever his rank. */
static void take_rank(const Sayings *all, uint32_t i, int *weight, Speaker *out)
{
    const Mention *m = mention_in(all, i, analysis_class(all->a, "VICTIM"));
    Str sub = m && *weight < 1 ? analysis_attr_value(all->a, m, "sub") : STR("");
    if (!str_equal(sub, STR("soldiers")) && !str_equal(sub, STR("police")))
        return;
    *weight = 1;
    out->party = PARTY_GOVERNMENT;
}

static void take_title(const Sayings *all, const Mention *title, int *weight, Speaker *out)
{
    if (!title || *weight >= 1 || str_equal(analysis_value(all->a, title), STR("other")))
        return;
    *weight = 1;
    out->party = party_parse(analysis_value(all->a, title));
}

bool speaker_leads_others(const Sayings *all, uint32_t i)
{
    Tag next = i + 1 < all->syntax->count ? (Tag)all->syntax->tags[i + 1] : TAG_STOP;
    return (all->syntax->tags[i] == TAG_PREP && (next == TAG_TO || next == TAG_SUB)) ||
           mention_begins(&all->a->mentions, i, all->syntax->likeness_class);
}

Speaker speaker_of_tokens(const Sayings *all, Range tokens)
{
    Speaker out = {
        .office = STR_NONE, .handle = STR_NONE, .group = STR_NONE, .surname = STR(""), .full = STR(""), .sex = STR("")};
    int weight = 0;
    bool after_comma = false;
    bool staff = false; /* "officials": whose, may be told behind */
    uint16_t parties = analysis_class(all->a, "PARTY");
    uint16_t outlets = analysis_class(all->a, "OUTLET");
    uint16_t titles = analysis_class(all->a, "TITLE");
    for (uint32_t i = tokens.first; i < tokens.last; i++) {
        Tag tag = (Tag)all->syntax->tags[i];
        after_comma = after_comma || (tag == TAG_COMMA && weight > 1); /* "Capt. Khan, [an army spokesman]" */
        bool hangs = (tag == TAG_PART || tag == TAG_PRET) && weight > 0;
        bool clause =
            tag == TAG_WH || str_begins(analysis_word(all->a, i), STR("relative")); /* "Perry, [whose] friends" */
        if ((clause && i > tokens.first) || hangs || speaker_leads_others(all, i))
            break; /* "Perry, who met the mayor", "residents reached by the Gazette", "a source close to the army", "men like the mayor": of others */
        if (all->syntax->tags[i] == TAG_WH)
            continue;
        const Mention *party = mention_in(all, i, parties);
        const Mention *outlet = mention_in(all, i, outlets);
        const Mention *title = mention_in(all, i, titles);
        if (party && !after_comma && !speaker_is_cut(all, party) && !holds_place(all, party, tokens.first))
            take_party(all, party, tokens.first, &staff, &weight, &out);
        if (outlet && weight < 3 && !speaker_is_cut(all, outlet) && !is_beginning(all, outlet)) {
            weight = 3;
            out.party = PARTY_MEDIA;
            out.group = analysis_value(all->a, outlet);
            out.identified = true;
        }
        take_title(all, title, &weight, &out);
        take_rank(all, i, &weight, &out);
    }
    out.party = speaker_is_of_two_sides(all, tokens) ? PARTY_NONE : out.party;
    return out;
}

#include "extract/facts.h"

#include "base/buf.h"

static void add(Facts *f, const char *name, Str value)
{
    if (value.len == 0)
        return;
    f->items = arena_grow(f->arena, f->items, f->count, &f->cap, sizeof *f->items);
    f->items[f->count++] = (Fact){str_from(name), value};
}

static void add_list(Facts *f, const char *name, const Str *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add(f, name, values[i]);
}

static void add_range(Facts *f, Interval range)
{
    f->ranges = arena_grow(f->arena, f->ranges, f->range_count, &f->range_cap, sizeof *f->ranges);
    f->ranges[f->range_count++] = range;
}

/* "2026-01-30", or "2026-01-30..2026-01-31". */
static void add_window(Facts *f, Window window)
{
    if (!window_is_known(window))
        return;
    Buf text = {0};
    day_write(&text, window.first);
    if (window.last != window.first) {
        buf_put(&text, STR(".."));
        day_write(&text, window.last);
    }
    add(f, "window", arena_copy(f->arena, buf_str(&text)));
    buf_free(&text);
}

static void add_bits(Facts *f, const char *name, unsigned bits, Str (*name_of)(unsigned))
{
    for (unsigned i = 0; bits >> i != 0; i++) {
        if (bits >> i & 1U)
            add(f, name, name_of(i));
    }
}

static void add_attribution(Facts *f, const Attribution *attribution)
{
    add_list(f, "chain", attribution->chain, attribution->chain_count);
    add(f, "speaker", attribution->speaker);
    add(f, "office", attribution->office);
    add(f, "handle", attribution->handle);
    add(f, "channel", attribution->channel);
    add(f, "party", party_name(attribution->party));
    add(f, "group", attribution->group);
    add(f, "stance", stance_name(attribution->stance));
    add(f, "manner", manner_name(attribution->manner));
}

static void add_place(Facts *f, const PlaceMention *place)
{
    add(f, "place", place->place.name);
    add(f, "country", place->place.country);
    add(f, "precision", precision_name(place->place.precision));
}

static void add_marks(Facts *f, const Claim *claim)
{
    add(f, "mark", claim->background ? STR("background") : STR_NONE);
    add(f, "mark", claim->total ? STR("total") : STR_NONE);
    add(f, "mark", claim->additional ? STR("additional") : STR_NONE);
    add(f, "mark", claim->part_of >= 0 ? STR("part") : STR_NONE);
    add(f, "mark", claim->places_partial ? STR("partial") : STR_NONE);
    add(f, "mark", claim->blanket ? STR("blanket") : STR_NONE);
}

void facts_of_claim(Facts *f, const Claim *claim)
{
    add(f, "kind", kind_name(claim->kind));
    add(f, "rule", claim->rule);
    add(f, "outcome", outcome_name(claim->outcome));
    if (claim->kind == KIND_CASUALTY)
        add(f, "class", class_name(claim->victim_class));
    add_bits(f, "subgroup", claim->subgroups, subgroup_name);
    add(f, "role", claim->role);
    add(f, "unit", claim->unit);
    if (claim->has_count)
        add_range(f, claim->count);
    add(f, "type", claim->type);
    add_list(f, "target", claim->targets, claim->target_count);
    add_list(f, "tactic", claim->tactics, claim->tactic_count);
    add_list(f, "perpetrator", claim->perpetrators, claim->perpetrator_count);
    add(f, "operation", claim->operation);
    if (claim->place)
        add_place(f, claim->place);
    for (size_t i = 0; i < claim->place_count; i++)
        add_place(f, claim->places[i]);
    add_window(f, claim->window);
    if (claim->attribution)
        add_attribution(f, claim->attribution);
    add(f, "party", party_name(claim->party));
    add(f, "stance", stance_name(claim->stance));
    add(f, "manner", manner_name(claim->manner));
    add_bits(f, "status", claim->status, status_name);
    add_marks(f, claim);
}

/* ---- mentions ---- */

static void add_records(Facts *f, const Analysis *a, const Mention *m)
{
    if (m->data == MENTION_NONE)
        return;
    if (m->cls == analysis_class(a, "COUNT") && m->data < a->count_count)
        add_range(f, a->counts[m->data].range);
}

/* Class, value and words of one mention. */
static void add_mention(Facts *f, const Analysis *a, const Mention *m)
{
    add(f, "mention", lexicon_class_name(a->language->lexicon, m->cls));
    add(f, "value", analysis_value(a, m));
    add_records(f, a, m);
}

static Str attr_name(const Analysis *a, uint16_t number)
{
    return lexicon_attr_name(a->language->lexicon, number);
}

static void add_attrs(Facts *f, const Analysis *a, const Mention *m)
{
    for (uint32_t i = 0; i < m->attr_count; i++) {
        const Attr *attr = &mention_attrs_of(&a->mentions, m)[i];
        const char *name = arena_copy(f->arena, attr_name(a, attr->name)).ptr;
        add(f, name, lexicon_value_name(a->language->lexicon, attr->value));
        add(f, name, span_text(a->tokens.text, mention_tokens_span(&a->tokens, attr->first, attr->last)));
        if (attr->kind == ATTR_MENTION)
            add_mention(f, a, &a->mentions.items[attr->mention]);
    }
}

void facts_of_mention(Facts *f, const Analysis *a, const Mention *mention)
{
    Span span = mention_span(&a->tokens, mention);
    add_attrs(f, a, mention);
    for (uint32_t i = a->mentions.at[mention->first]; i != MENTION_NONE; i = a->mentions.items[i].next) {
        if (a->mentions.items[i].last == mention->last) /* the same words, as stages and other rules see them */
            add_mention(f, a, &a->mentions.items[i]);
    }
    for (size_t i = 0; i < a->time_count; i++) {
        if (!span_overlaps(a->times[i].span, span))
            continue;
        add(f, "type", a->times[i].type);
        add(f, "time", a->times[i].value);
        add_window(f, a->times[i].window);
    }
    for (size_t i = 0; i < a->place_count; i++) {
        if (span_overlaps(a->places[i].span, span))
            add_place(f, &a->places[i]);
    }
    for (size_t i = 0; i < a->attribution_count; i++) {
        const Attribution *attribution = &a->attributions[i];
        if (span_overlaps(attribution->cue, span) || span_overlaps(attribution->source, span))
            add_attribution(f, attribution);
    }
    for (size_t i = 0; i < a->flag_count; i++) {
        if (span_overlaps(a->flags[i].span, span))
            add(f, "flag", flag_name(a->flags[i].kind));
    }
}

/* ---- holding words against them ---- */

static char plain(char c)
{
    if (c == '_')
        return ' ';
    return char_lower(c);
}

/* Equal but for case, and "_" for a space. */
static bool same_value(Str have, Str want)
{
    if (have.len != want.len)
        return false;
    for (size_t i = 0; i < have.len; i++) {
        if (plain(have.ptr[i]) != plain(want.ptr[i]))
            return false;
    }
    return true;
}

/* "10", "10..", "37..70"; false when the word is no count. */
static bool read_range(Str word, Interval *out)
{
    size_t dots = str_find(word, STR(".."), 0);
    if (dots == SIZE_MAX) {
        if (!str_number(word, &out->low))
            return false;
        out->high = out->low;
        return true;
    }
    Str high = str_drop(word, dots + 2);
    out->high = INTERVAL_OPEN;
    return str_number(str_slice(word, 0, dots), &out->low) && (high.len == 0 || str_number(high, &out->high));
}

static bool has_range(const Facts *f, Interval want)
{
    for (size_t i = 0; i < f->range_count; i++) {
        if (interval_equal(f->ranges[i], want))
            return true;
    }
    return false;
}

static bool has_fact(const Facts *f, Str name, Str value)
{
    for (size_t i = 0; i < f->count; i++) {
        if ((!str_present(name) || str_equal(f->items[i].name, name)) && same_value(f->items[i].value, value))
            return true;
    }
    return false;
}

static bool word_holds(const Facts *f, Str word)
{
    Interval range = {0, 0};
    if (read_range(word, &range) && has_range(f, range))
        return true;
    if (has_fact(f, STR_NONE, word))
        return true;
    Str value = word;
    Str name = STR_NONE;
    (void)str_cut(&value, '=', &name);
    if (!str_present(value) || name.len == 0)
        return false;
    if (str_equal(name, STR("count")))
        return read_range(value, &range) && has_range(f, range);
    return has_fact(f, name, value);
}

/* The next word, or what stands between quotation marks. */
static bool next_word(Str *rest, Str *out)
{
    *rest = str_trim(*rest);
    if (rest->len == 0)
        return false;
    size_t close = rest->ptr[0] == '"' ? str_find_char(*rest, '"', 1) : SIZE_MAX;
    if (close == SIZE_MAX)
        return str_cut(rest, ' ', out);
    *out = str_slice(*rest, 1, close);
    *rest = str_drop(*rest, close + 1);
    return true;
}

bool facts_hold(const Facts *f, Str expected, Str *missing)
{
    Str word = STR_NONE;
    while (next_word(&expected, &word)) {
        if (!word_holds(f, word)) {
            *missing = word;
            return false;
        }
    }
    return true;
}

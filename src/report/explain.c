#include "report/explain.h"

#include "report/profile_words.h"

static void line(Buf *out, const char *label, Str value)
{
    if (value.len == 0)
        return;
    buf_format(out, "%-12s", label);
    buf_put(out, value);
    buf_char(out, '\n');
}

static void window_line(Buf *out, const char *label, Window window)
{
    if (!window_is_known(window))
        return;
    buf_format(out, "%-12s", label);
    day_write(out, window.first);
    if (window.last != window.first) {
        buf_put(out, STR(" to "));
        day_write(out, window.last);
    }
    buf_char(out, '\n');
}

static void put_interval(Buf *out, Interval count)
{
    buf_int(out, count.low);
    if (count.high == INTERVAL_OPEN)
        buf_put(out, STR(" or more"));
    else if (count.high != count.low) {
        buf_put(out, STR(" to "));
        buf_int(out, count.high);
    }
}

/* ---- a claim ---- */

/* The sentence with the passage between marks. */
static void passage(Buf *out, const Claim *claim, Str text)
{
    Span shown = span_join(claim->sentence, claim->evidence);
    buf_put(out, STR("\n  "));
    buf_put(out, str_slice(text, shown.start, claim->evidence.start));
    buf_put(out, STR("[["));
    buf_put(out, span_text(text, claim->evidence));
    buf_put(out, STR("]]"));
    buf_put(out, str_slice(text, claim->evidence.end, shown.end));
    buf_put(out, STR("\n\n"));
}

static void figure_lines(Buf *out, const Claim *claim, Str text)
{
    line(out, "kind", kind_name(claim->kind));
    line(out, "type", claim->type);
    line(out, "outcome", outcome_name(claim->outcome));
    if (claim->kind == KIND_CASUALTY)
        line(out, "class", class_name(claim->victim_class));
    if (claim->has_count) {
        buf_format(out, "%-12s", "count");
        put_interval(out, claim->count);
        buf_put(out, STR(", as printed: \""));
        buf_put(out, span_text(text, claim->count_span));
        buf_put(out, STR("\"\n"));
        line(out, "unit", claim->unit);
    }
    if (!span_is_empty(claim->victims))
        line(out, "victims", span_text(text, claim->victims));
}

static void speaker_lines(Buf *out, const Claim *claim)
{
    const Attribution *a = claim->attribution;
    if (!a) {
        line(out, "speaker", STR("the report itself"));
        return;
    }
    for (size_t i = 0; i < a->chain_count; i++)
        line(out, i == 0 ? "speaker" : "  quoting", a->chain[i]);
    if (a->chain_count == 0)
        line(out, "speaker", a->speaker);
    line(out, "party", party_name(claim->party));
    line(out, "stance", stance_name(claim->stance));
    line(out, "manner", manner_name(claim->manner));
    if (claim->blanket)
        line(out, "", STR("(the attribution governs the list or section that the passage stands in)"));
}

static void place_lines(Buf *out, const Claim *claim)
{
    if (!claim->place)
        return;
    const Place *place = &claim->place->place;
    buf_format(out, "%-12s", "place");
    buf_put(out, place->name);
    if (place->admin1.len > 0 && !str_equal(place->admin1, place->name)) {
        buf_put(out, STR(", "));
        buf_put(out, place->admin1);
    }
    buf_put(out, STR(" ("));
    buf_put(out, place->country);
    buf_put(out, STR(", "));
    buf_put(out, precision_name(place->precision));
    buf_put(out, STR(") "));
    buf_put(out, claim->place->reason);
    buf_char(out, '\n');
    for (size_t i = 0; i < claim->place->alternative_count; i++) {
        const Place *other = &claim->place->alternatives[i];
        buf_format(out, "%-14s", "  rather than");
        buf_put(out, other->name);
        buf_put(out, STR(", "));
        buf_put(out, other->admin1);
        buf_put(out, STR(", "));
        buf_put(out, other->country);
        buf_char(out, '\n');
    }
}

static void rule_lines(Buf *out, const Claim *claim, const Analysis *analysis)
{
    const Rules *rules = analysis->language->rules;
    line(out, "rule", claim->rule);
    for (uint16_t r = 1; r <= rules_count(rules); r++) {
        if (!str_equal(rules_name(rules, r), claim->rule))
            continue;
        line(out, "  from", rules_where(rules, r));
        line(out, "  find", rules_text(rules, r));
    }
}

static void token_lines(Buf *out, const Claim *claim, const Analysis *a)
{
    const Lexicon *lexicon = a->language->lexicon;
    buf_put(out, STR("\ntokens and what they were recognised as\n"));
    for (uint32_t t = 0; t < a->tokens.count; t++) {
        if (!span_overlaps(a->tokens.tokens[t].span, claim->sentence))
            continue;
        buf_put(out, STR("  "));
        buf_put(out, span_text(a->tokens.text, a->tokens.tokens[t].span));
        for (uint32_t m = a->mentions.at[t]; m != MENTION_NONE; m = a->mentions.items[m].next) {
            const Mention *mention = &a->mentions.items[m];
            buf_put(out, STR("  "));
            buf_put(out, lexicon_class_name(lexicon, mention->cls));
            if (mention->value != 0) {
                buf_char(out, '(');
                buf_put(out, lexicon_value_name(lexicon, mention->value));
                buf_char(out, ')');
            }
            if (mention->last > t + 1)
                buf_format(out, "+%u", mention->last - t - 1);
        }
        buf_char(out, '\n');
    }
}

/* "edit by A. Coder, 2026-02-01: a slip" */
static void decision_line(Buf *out, const char *label, const Decision *d)
{
    Buf text = {0};
    buf_put(&text, action_name(d->action));
    buf_put(&text, STR(" by "));
    buf_put(&text, d->person);
    buf_put(&text, STR(", "));
    moment_write(&text, (Moment){.seconds = d->made_at, .precision = MOMENT_TIME});
    buf_put(&text, STR(": "));
    buf_put(&text, d->reason);
    line(out, label, buf_str(&text));
    buf_free(&text);
}

static void decided_lines(Buf *out, const Claim *claim, Str text)
{
    const ClaimDecided *decided = claim->decided;
    if (!decided)
        return;
    line(out, "review", verdict_name(decided->verdict));
    for (size_t i = 0; i < decided->by_count; i++)
        decision_line(out, "  decision", decided->by[i]);
    if (!decided->found || decided->fields == 0)
        return;
    buf_put(out, STR("\nas the program found it\n"));
    figure_lines(out, decided->found, text);
    speaker_lines(out, decided->found);
    window_line(out, "days", decided->found->window);
    place_lines(out, decided->found);
    buf_char(out, '\n');
}

void explain_claim(Buf *out, const Situation *situation, uint32_t index, const Analysis *analysis)
{
    const SituationClaim *sc = &situation->claims[index];
    const Claim *claim = sc->claim;
    const Document *document = situation->documents[sc->document].extraction->document;
    line(out, "claim", claim->id);
    line(out, "document", document->title.len > 0 ? document->title : document->path);
    line(out, "outlet", document->publisher);
    line(out, "address", document->url);
    passage(out, claim, document->text);
    figure_lines(out, claim, document->text);
    speaker_lines(out, claim);
    window_line(out, "days", claim->window);
    place_lines(out, claim);
    if (claim->background)
        line(out, "background", STR("told as an older event; not counted"));
    if (sc->superseded_by >= 0)
        line(out, "superseded", situation->claims[sc->superseded_by].claim->id);
    if (sc->copy_of >= 0)
        line(out, "copy of", situation->claims[sc->copy_of].claim->id);
    if (sc->incident >= 0)
        line(out, "incident", situation->incidents[sc->incident].id);
    decided_lines(out, claim, document->text);
    rule_lines(out, claim, analysis);
    token_lines(out, claim, analysis);
}

/* ---- an incident ---- */

static void claim_line(Buf *out, const Situation *s, uint32_t index, const char *what)
{
    const Claim *claim = s->claims[index].claim;
    const Document *document = s->documents[s->claims[index].document].extraction->document;
    buf_format(out, "    %-11s", what);
    buf_put(out, claim->id);
    buf_put(out, STR("  "));
    buf_put(out, span_text(document->text, claim->evidence));
    if (claim->attribution) {
        buf_put(out, STR("  -- "));
        buf_put(out, claim->attribution->speaker);
    }
    buf_char(out, '\n');
}

static void number_or_blank(Buf *out, const char *label, bool known, int64_t n)
{
    buf_put(out, str_from(label));
    if (known)
        buf_int(out, n);
    else
        buf_put(out, STR("blank"));
}

static void cell_lines(Buf *out, const Situation *s, const char *name, const Estimate *cell)
{
    buf_format(out, "  %-18s", name);
    number_or_blank(out, "low ", cell->has_low, cell->low);
    number_or_blank(out, "  best ", cell->has_best, cell->best);
    if (cell->high_open)
        buf_put(out, STR("  high open"));
    else
        number_or_blank(out, "  high ", cell->has_high, cell->high);
    buf_put(out, STR("  rule "));
    buf_put(out, cell->rule);
    buf_put(out, STR("\n    "));
    buf_put(out, cell->working);
    buf_char(out, '\n');
    if (cell->people.len > 0) {
        buf_put(out, STR("    "));
        buf_put(out, cell->people);
        buf_char(out, '\n');
    }
    for (size_t i = 0; i < cell->claim_count; i++)
        claim_line(out, s, cell->claims[i], "counts");
    for (size_t i = 0; i < cell->superseded_count; i++)
        claim_line(out, s, cell->superseded[i], "superseded");
    for (size_t i = 0; i < cell->claimed_count; i++) {
        for (size_t k = 0; k < cell->claimed[i].claim_count; k++)
            claim_line(out, s, cell->claimed[i].claims[k], "claimed");
    }
    for (size_t i = 0; i < cell->aside_count; i++)
        claim_line(out, s, cell->aside[i], "set aside");
}

/* The same cell by the codebooks beside the chosen one. */
static void beside_lines(Buf *out, const Incident *incident, Outcome outcome, CellKind kind)
{
    for (size_t i = 0; i < incident->beside_count; i++) {
        const Estimate *cell = &incident->beside[i].cells[outcome][kind];
        buf_put(out, STR("    by "));
        buf_put(out, incident->beside[i].profile);
        buf_put(out, STR(": "));
        if (cell->present)
            words_estimate(out, cell);
        else
            buf_put(out, STR("no figure"));
        buf_put(out, cell->present ? STR("  rule ") : STR(""));
        buf_put(out, cell->present ? cell->rule : STR(""));
        buf_char(out, '\n');
    }
}

void explain_incident(Buf *out, const Situation *situation, uint32_t index)
{
    static const char *const NAMES[CELL_COUNT_] = {"all",      "civilians", "security forces",
                                                   "fighters", "women",     "children"};
    const Incident *incident = &situation->incidents[index];
    line(out, "incident", incident->id);
    line(out, "name", incident->name);
    line(out, "type", incident->type);
    window_line(out, "days", incident->window);
    line(out, "responsible", responsibility_name(incident->responsibility));
    for (size_t i = 0; i < incident->reason_count; i++)
        line(out, "linked", incident->reasons[i]);
    for (size_t i = 0; i < situation->decision_count; i++)
        if (situation->decisions[i].incident == (int32_t)index)
            decision_line(out, "decision", situation->decisions[i].decision);
    for (int o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++) {
        bool named = false;
        for (int c = 0; c < CELL_COUNT_; c++) {
            const Estimate *cell = &incident->estimates.cells[o][c];
            if (!cell->present)
                continue;
            if (!named) {
                buf_char(out, '\n');
                line(out, "figures for", outcome_name((Outcome)o));
            }
            named = true;
            cell_lines(out, situation, NAMES[c], cell);
            beside_lines(out, incident, (Outcome)o, (CellKind)c);
        }
    }
    if (str_present(incident->estimates.grade))
        line(out, "\ngrade", incident->estimates.grade);
}

#include "report/explain.h"
#include "base/json.h"
#include "cli/book.h"
#include "cli/pile.h"

const Option EXPLAIN_OPTIONS[] = {
    {"id", 0, "ID", "of a claim or an incident, as extract, report --json or the page's address gives it"},
    SITUATION_OPTION,
    {"public", 0, NULL, "refused: an explanation prints the words that a rule read, which a public edition withholds"},
    {"json", 0, NULL, "print an object with the same lines"},
    ENGINE_OPTIONS,
    {0},
};

/* A book keeps no place's other candidates: the claim is found again in its report. */
static void find_again(const Invocation *invocation, const Engine *engine, const Situation *s, uint32_t index)
{
    SituationClaim *kept = &s->claims[index];
    if (kept->claim->decided) /* as people have it */
        return;
    const Document *document = s->documents[kept->document].extraction->document;
    Extraction *x = extract_document(&engine->language, engine->gazetteer, document, invocation->arena);
    assemble_document(x, engine->profile, invocation->arena);
    for (size_t i = 0; i < x->claim_count; i++)
        if (str_equal(x->claims[i].id, kept->claim->id))
            kept->claim = &x->claims[i];
}

static bool explain_id(const Invocation *invocation, const Engine *engine, const Situation *s, Str id, Buf *out)
{
    for (uint32_t i = 0; i < s->claim_count; i++) {
        if (!str_equal(s->claims[i].claim->id, id))
            continue;
        const Document *document = s->documents[s->claims[i].document].extraction->document;
        find_again(invocation, engine, s, i);
        const Analysis *analysis = extract_analyse(&engine->language, engine->gazetteer, document, invocation->arena);
        explain_claim(out, s, i, analysis);
        return true;
    }
    for (uint32_t i = 0; i < s->incident_count; i++) {
        if (str_equal(s->incidents[i].id, id)) {
            explain_incident(out, s, i);
            return true;
        }
    }
    return false;
}

/* The explanation's lines as a list. */
static void put_json(Buf *out, Str id, Str text)
{
    Json j = {.out = out};
    Str line;
    json_open(&j, '{');
    json_str(&j, "id", id);
    json_open_key(&j, "lines", '[');
    while (text.len > 0 && str_cut(&text, '\n', &line))
        json_str(&j, NULL, line);
    json_close(&j, ']');
    json_close(&j, '}');
    buf_char(out, '\n');
}

static int explain(const Invocation *invocation, const Engine *engine, const Situation *situation, Str id)
{
    Error err = {0};
    Buf out = {0};
    bool found = explain_id(invocation, engine, situation, id, &out);
    if (!found)
        (void)error_set(&err, ERROR_USAGE, "there is no claim or incident %s in these reports", id.ptr);
    Buf json = {0};
    if (found && option_value(invocation, "json"))
        put_json(&json, id, buf_str(&out));
    bool ok = found && print_out(buf_str(json.len > 0 ? &json : &out), &err);
    buf_free(&json);
    buf_free(&out);
    return ok ? EXIT_DONE : fail(&err);
}

static int explain_pile(const Invocation *invocation, const Engine *engine, Str id)
{
    static const Moment ALWAYS = {.seconds = 0, .precision = MOMENT_NONE};
    size_t count = 0;
    Pile *pile = pile_open(invocation, 0, engine);
    Extraction **all = pile_all(pile, &count);
    const Situation *situation = assemble_situation(all, count, engine->profile, ALWAYS, invocation->arena);
    int code = explain(invocation, engine, situation, id);
    pile_close(pile);
    return code;
}

static int explain_book(const Invocation *invocation, const Engine *engine, Str id)
{
    static const Moment ALWAYS = {.seconds = 0, .precision = MOMENT_NONE};
    Error err = {0};
    int64_t number = 0;
    const Situation *situation = NULL;
    Store *store = book_open(invocation, STORE_READ, &err);
    bool found = store && (option_value(invocation, "situation") || store_find(store, id, &number, &err)) &&
                 (number != 0 || book_situation(invocation, store, false, &number, &err));
    Engine own;
    if (found && book_engine(engine, invocation, store, &own, &err))
        situation = store_edition(store, number, ALWAYS, engine->of_book, invocation->arena, &err);
    int code = situation ? explain(invocation, &own, situation, id) : fail(&err);
    (void)store_close(store, NULL);
    return code;
}

int run_explain(Invocation *invocation)
{
    Error err = {0};
    Engine engine;
    bool is_book = false;
    const char *id = option_value(invocation, "id");
    if (option_value(invocation, "public")) {
        (void)error_set(
            &err, ERROR_USAGE,
            "explain has no public edition: it prints the words that a rule read, which that withholds; show, report "
            "and export take --public");
        return fail(&err);
    }
    if (!id) {
        (void)error_set(&err, ERROR_USAGE, "explain needs --id ID; report --json prints the ids");
        return fail(&err);
    }
    if (!need_operands(invocation, "a PILE of reports, or a BOOK", &err) || !book_named(invocation, &is_book, &err) ||
        !engine_open(invocation, &engine, &err))
        return fail(&err);
    int code =
        is_book ? explain_book(invocation, &engine, str_from(id)) : explain_pile(invocation, &engine, str_from(id));
    engine_close(&engine);
    return code;
}

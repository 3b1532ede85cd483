#include "report/explain.h"
#include "base/buf.h"
#include "cli/pile.h"

const Option EXPLAIN_OPTIONS[] = {
    {"id", 0, "ID", "of a claim or an incident, as extract, report --json or the page's address gives it"},
    ENGINE_OPTIONS,
    {0},
};

static bool explain_id(const Invocation *invocation, const Engine *engine, const Situation *s, Str id, Buf *out)
{
    for (uint32_t i = 0; i < s->claim_count; i++) {
        if (!str_equal(s->claims[i].claim->id, id))
            continue;
        const Document *document = s->documents[s->claims[i].document].extraction->document;
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

static int explain(const Invocation *invocation, const Engine *engine, Pile *pile, Str id)
{
    Error err = {0};
    Buf out = {0};
    size_t count = 0;
    Extraction **all = pile_all(pile, &count);
    Moment always = {0, MOMENT_NONE};
    Situation *situation = assemble_situation(all, count, engine->profile, always, invocation->arena);
    bool found = explain_id(invocation, engine, situation, id, &out);
    if (!found)
        (void)error_set(&err, ERROR_USAGE, "there is no claim or incident %s in these reports", id.ptr);
    bool ok = found && print_out(buf_str(&out), &err);
    buf_free(&out);
    return ok ? EXIT_DONE : fail(&err);
}

int run_explain(Invocation *invocation)
{
    Error err = {0};
    Engine engine;
    const char *id = option_value(invocation, "id");
    if (!id)
        (void)error_set(&err, ERROR_USAGE, "explain needs --id ID; report --json prints the ids");
    if (!id || !need_operands(invocation, "a PILE of reports", &err) || !engine_open(invocation, &engine, &err))
        return fail(&err);
    Pile *pile = pile_open(invocation, &engine);
    int code = explain(invocation, &engine, pile, str_from(id));
    pile_close(pile);
    engine_close(&engine);
    return code;
}

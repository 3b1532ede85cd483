#include "cli/edition.h"

#include "assemble/situation/baseline_check.h"
#include "store/setting.h"

static bool from_book(const Invocation *invocation, const Engine *engine, Moment as_of, Edition *out, Error *err)
{
    int64_t situation = 0;
    Store *store = book_open(invocation, STORE_READ, err);
    Engine own;
    if (store && book_engine(engine, invocation, store, &own, err) &&
        book_situation(invocation, store, false, &situation, err)) {
        out->gazetteer = own.gazetteer;
        out->choice = store_public_choice(store, as_of, invocation->arena);
        out->situation = store_edition(store, situation, as_of, engine->of_book, invocation->arena, err);
    }
    (void)store_close(store, NULL);
    out->code = out->situation && out->situation->claim_count == 0 ? EXIT_NOTHING_FOUND : EXIT_DONE;
    return out->situation != NULL;
}

static void from_pile(const Invocation *invocation, const Engine *engine, Moment as_of, Edition *out)
{
    size_t count = 0;
    out->pile = pile_open(invocation, 0, engine);
    Extraction **all = pile_all(out->pile, &count);
    Situation *situation = assemble_situation(all, count, engine->profile, as_of, invocation->arena);
    baseline_check(situation, pile_baseline(out->pile), invocation->arena);
    out->situation = situation;
    out->code = pile_exit_code(out->pile);
}

bool disclose_begin(const Invocation *invocation, const PublicChoice *choice, Disclosing *out, Error *err)
{
    out->policy = public_policy_load(choice, invocation->arena, err);
    return out->policy != NULL;
}

const Situation *disclose(void *disclosing, const Situation *situation, Arena *arena)
{
    Disclosing *d = disclosing;
    const Situation *made = public_edition(d->policy, d->language, d->gazetteer, situation, arena);
    d->notices = made->notices;
    d->notice_count = made->notice_count;
    return made;
}

static bool make_public(const Invocation *invocation, const Engine *engine, Edition *out, Error *err)
{
    Disclosing disclosing = {.language = &engine->language, .gazetteer = out->gazetteer};
    bool ok = disclose_begin(invocation, &out->choice, &disclosing, err);
    if (ok)
        out->situation = disclose(&disclosing, out->situation, invocation->arena);
    return ok;
}

bool edition_open(const Invocation *invocation, const Engine *engine, Moment as_of, Edition *out, Error *err)
{
    bool is_book = false;
    *out = (Edition){.code = EXIT_DONE, .gazetteer = engine->gazetteer};
    if (!book_named(invocation, &is_book, err))
        return false;
    if (is_book && !from_book(invocation, engine, as_of, out, err))
        return false;
    if (!is_book)
        from_pile(invocation, engine, as_of, out);
    return !option_value(invocation, "public") || make_public(invocation, engine, out, err);
}

void edition_close(Edition *edition)
{
    if (edition->pile)
        pile_close(edition->pile);
}

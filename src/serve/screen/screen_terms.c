/* The closed vocabularies as choices of a form: what is sent is the term of the contract, what is shown the report's word for it. */
#include "serve/screen/screen.h"

static Choice choice_of(Terms terms, int number)
{
    switch (terms) {
    case TERMS_KIND: return (Choice){kind_name((ClaimKind)number).ptr, words_kind((ClaimKind)number).ptr};
    case TERMS_OUTCOME: return (Choice){outcome_name((Outcome)number).ptr, words_outcome((Outcome)number).ptr};
    case TERMS_CLASS:
        return (Choice){class_name((VictimClass)number).ptr,
                        number == CLASS_UNKNOWN ? "people, not said who" : words_class((VictimClass)number).ptr};
    case TERMS_PARTY: return (Choice){party_name((Party)number).ptr, words_party_speaking((Party)number).ptr};
    }
    return (Choice){NULL, NULL};
}

const Choice *screen_terms(const Screen *s, Terms terms, const char *none)
{
    static const struct {
        int first; /* of 0 it would be said that nothing is known: none says that */
        int count;
    } BOUNDS[] = {[TERMS_KIND] = {KIND_NONE + 1, KIND_COUNT_},
                  [TERMS_OUTCOME] = {OUTCOME_NONE + 1, OUTCOME_COUNT_},
                  [TERMS_CLASS] = {CLASS_UNKNOWN, CLASS_COUNT_},
                  [TERMS_PARTY] = {PARTY_NONE + 1, PARTY_COUNT_}};
    size_t count = 0;
    Choice *choices = ARENA_ARRAY(s->request->arena, Choice, (size_t)BOUNDS[terms].count + 2);
    if (none)
        choices[count++] = (Choice){"", none};
    for (int i = BOUNDS[terms].first; i < BOUNDS[terms].count; i++)
        choices[count++] = choice_of(terms, i);
    return choices;
}

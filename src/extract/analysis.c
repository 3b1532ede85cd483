#include "extract/analysis.h"

uint16_t analysis_class(const Analysis *a, const char *name)
{
    return lexicon_class(a->language->lexicon, str_from(name));
}

Str analysis_value(const Analysis *a, const Mention *m)
{
    return lexicon_value_name(a->language->lexicon, m->value);
}

Str analysis_text(const Analysis *a, const Mention *m)
{
    return span_text(a->tokens.text, mention_span(&a->tokens, m));
}

const Attr *analysis_attr(const Analysis *a, const Mention *m, const char *name)
{
    return mention_attr(&a->mentions, m, lexicon_attr(a->language->lexicon, str_from(name)));
}

uint32_t analysis_sentence(const Analysis *a, uint32_t token)
{
    return a->tokens.tokens[token].sentence;
}

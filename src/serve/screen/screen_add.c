/* Adding a claim that was not found: the words that somebody selected become a passage. */
#include "serve/frame/routes.h"
#include "serve/screen/screen_decide.h"

/* Where the words stand: at start, if they do, else where they stand first. SIZE_MAX: nowhere. White space counts as one blank. */
static size_t match_at(Str text, size_t at, Str words)
{
    size_t t = at;
    for (size_t w = 0; w < words.len;) {
        if (char_is_space(words.ptr[w])) {
            if (t >= text.len || !char_is_space(text.ptr[t]))
                return SIZE_MAX;
            while (w < words.len && char_is_space(words.ptr[w]))
                w++;
            while (t < text.len && char_is_space(text.ptr[t]))
                t++;
        } else if (t < text.len && text.ptr[t] == words.ptr[w]) {
            t++;
            w++;
        } else {
            return SIZE_MAX;
        }
    }
    return t;
}

static bool find_words(Str text, Str words, int64_t start, Span *out)
{
    if (words.len == 0)
        return false;
    size_t hint = start >= 0 && (size_t)start < text.len ? (size_t)start : 0;
    for (int turn = 0; turn < 2; turn++) {
        for (size_t at = turn == 0 ? hint : 0; at < text.len; at++) {
            size_t end = match_at(text, at, words);
            if (end != SIZE_MAX) {
                *out = (Span){(uint32_t)at, (uint32_t)end};
                return true;
            }
        }
    }
    return false;
}

void screen_put_passage(const Screen *s, Str report, Json *j)
{
    Str passage = request_field(s->request, "passage");
    Str begin = request_field(s->request, "start");
    int64_t key = 0;
    int64_t start = -1;
    StoreExcerpt excerpt = {0};
    Span span;
    (void)(str_present(begin) && str_number(begin, &start));
    (void)report;
    Str document = request_field(s->request, "document");
    if (!str_present(passage) || !str_present(document) || !str_number(document, &key) ||
        !store_excerpt_report(s->request->store, s->situation, key, s->request->arena, &excerpt, NULL) ||
        excerpt.situation->document_count == 0 ||
        !find_words(excerpt.situation->documents[0].extraction->document->text, str_trim(passage), start, &span))
        return;
    json_int(j, "start", span.start);
    json_int(j, "end", span.end);
    Str kind = request_field(s->request, "kind");
    json_str(j, "kind", str_present(kind) ? str_trim(kind) : STR("casualty"));
}

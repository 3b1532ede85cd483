/* Sources: origins with their copies under them, drift marked in the words that changed. */
#include "report/page_parts.h"

static void document_details(const Page *page, uint32_t document)
{
    const SituationDocument *s = &page->situation->documents[document];
    const Document *d = s->extraction->document;
    put(page, "<p class=\"source-name\">");
    document_name(page, document);
    put(page, "</p>\n");
    if (d->title.len > 0 && d->publisher.len > 0) {
        put(page, "<p class=\"source-title\">");
        text(page, d->title);
        put(page, "</p>\n");
    }
    put(page, "<p class=\"quiet\">");
    put(page, d->published.precision == MOMENT_NONE ? "publication day not known" : "published ");
    if (d->published.precision != MOMENT_NONE)
        words_moment(page->out, d->published);
    if (d->author.len > 0) {
        put(page, " \xC2\xB7 ");
        text(page, d->author);
    }
    if (d->url.len > 0) {
        put(page, " \xC2\xB7 <span class=\"url\">");
        text(page, d->url);
        put(page, "</span>");
    }
    put(page,
        s->after_as_of ? " \xC2\xB7 published later than this page\xE2\x80\x99s moment, left out of the figures" : "");
    put(page, " \xC2\xB7 ");
    words_counted(page->out, s->extraction->claim_count, "claim");
    put(page, "</p>\n");
    if (!str_present(d->sha256))
        return;
    put(page, "<p class=\"quiet sha\">SHA-256 <code>");
    text(page, d->sha256);
    put(page, "</code></p>\n");
}

static void flag_check(const Page *page, uint32_t document, uint32_t flag)
{
    const Situation *s = page->situation;
    for (size_t i = 0; i < s->superlative_count; i++) {
        if (s->superlatives[i].document == document && s->superlatives[i].flag == flag)
            superlative_line(page, &s->superlatives[i]);
    }
}

void document_flags(const Page *page, uint32_t document)
{
    const Extraction *x = page->situation->documents[document].extraction;
    if (x->flag_count == 0)
        return;
    put(page, "<ul class=\"flags\">\n");
    for (size_t i = 0; i < x->flag_count; i++) {
        const Flag *flag = &x->flags[i];
        put(page, "<li>");
        buf_put(page->out, words_flag(flag->kind));
        if (!span_is_empty(flag->span) && flag->span.end <= x->document->text.len) {
            put(page, ": <q>");
            text(page, str_trim(span_text(x->document->text, flag->span)));
            put(page, "</q>");
        }
        if (flag->note.len > 0) {
            put(page, " <span class=\"quiet\">");
            text(page, flag->note);
            put(page, "</span>");
        }
        flag_check(page, document, (uint32_t)i);
        put(page, "</li>\n");
    }
    put(page, "</ul>\n");
}

/* "2026-01-31/2026-02-01" with weekdays; anything else as it stands. */
static void change_value(const Page *page, Str words)
{
    Str rest = words;
    Str first = STR_NONE;
    Window window = WINDOW_NONE;
    if (str_cut(&rest, '/', &first) && str_present(rest))
        window = (Window){day_parse(first), day_parse(rest)};
    if (window_is_known(window))
        words_window_short(page->out, window, page_today(page));
    else
        text(page, words.len > 0 ? words : STR("nothing"));
}

static void changed_words(const Page *page, const char *tag, Str words, int32_t claim)
{
    buf_format(page->out, "<%s>", tag);
    if (claim >= 0)
        evidence_open(page, (uint32_t)claim);
    change_value(page, words);
    if (claim >= 0)
        evidence_close(page);
    buf_format(page->out, "</%s>", tag);
}

static void copy_drift(const Page *page, uint32_t copy)
{
    const Situation *s = page->situation;
    for (size_t g = 0; g < s->copy_count; g++) {
        for (size_t i = 0; i < s->copies[g].drift_count; i++) {
            const Drift *drift = &s->copies[g].drift[i];
            if (drift->document != copy)
                continue;
            put(page, "<p class=\"drift\">Changed on the way, ");
            text(page, drift->field);
            put(page, ": ");
            changed_words(page, "del", drift->from, drift->from_claim);
            put(page, " became ");
            changed_words(page, "ins", drift->to, drift->to_claim);
            put(page, "</p>\n");
        }
    }
}

static void source_item(const Page *page, uint32_t document)
{
    put(page, "<li id=\"");
    document_id(page, document);
    put(page, "\">\n");
    document_details(page, document);
    copy_drift(page, document);
    document_flags(page, document);
}

static void copies_of(const Page *page, uint32_t origin)
{
    const SituationDocument *d = &page->situation->documents[origin];
    if (d->origin_of_count == 0)
        return;
    put(page, "<p class=\"copies-head\">Copies of it, counted once</p>\n");
    size_t count = d->origin_of_count;
    FoldedList list = folded_begin(page, "<ul class=\"copies\">\n", "</ul>\n", count, list_shown(count));
    for (size_t i = 0; i < count; i++) {
        folded_item(&list);
        source_item(page, d->origin_of[i]);
        put(page, "</li>\n");
    }
    folded_end(&list);
}

/* How reports share a voice that are no copies as a whole: "Wire and Post repeat the same speaker's figure". */
typedef struct {
    const char *basis;
    const char *link;  /* between the first and the others, NULL: they stand in a row */
    const char *words; /* behind all */
} Shared;

static const Shared *shared_words(Str basis)
{
    static const Shared KINDS[] = {
        {"speaker", NULL, "repeat the same speaker\xE2\x80\x99s figure; it counts once"},
        {"quotation", NULL, "quote the same words; a figure in them counts once"},
        {"excerpt", "stands, among other words, in", "\xC2\xB7 its figures count once"},
    };
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        if (str_equal(basis, str_from(KINDS[i].basis)))
            return &KINDS[i];
    }
    return NULL;
}

static void shared_voice(const Page *page, const CopyGroup *group, const Shared *shared)
{
    put(page, "<li>");
    document_name(page, group->origin);
    if (!shared->link) {
        put(page, group->copy_count > 1 ? ", " : " <span class=\"quiet\">and</span> ");
    } else {
        put(page, " <span class=\"quiet\">");
        put(page, shared->link);
        put(page, "</span> ");
    }
    for (size_t i = 0; i < group->copy_count; i++) {
        put(page, i == 0 ? "" : i + 1 == group->copy_count ? " and " : ", ");
        document_name(page, group->copies[i]);
    }
    put(page, " <span class=\"quiet\">");
    put(page, shared->words);
    put(page, "</span></li>\n");
}

static void shared_voices(const Page *page)
{
    const Situation *s = page->situation;
    size_t count = 0;
    for (size_t g = 0; g < s->copy_count; g++)
        count += shared_words(s->copies[g].basis) != NULL;
    if (count == 0)
        return;
    put(page, "<h3>One voice in several reports</h3>\n");
    FoldedList list = folded_begin(page, "<ul class=\"plain-list\">\n", "</ul>\n", count, list_shown(count));
    for (size_t g = 0; g < s->copy_count; g++) {
        const Shared *shared = shared_words(s->copies[g].basis);
        if (!shared)
            continue;
        folded_item(&list);
        shared_voice(page, &s->copies[g], shared);
    }
    folded_end(&list);
}

void page_sources(const Page *page)
{
    section_open(page, "sources", "Sources",
                 "Origins, with copies under them. Copies and syndicated texts count once.");
    if (page->situation->document_count == 0)
        put(page, "<p>No report was read.</p>\n");
    size_t origins = 0;
    for (uint32_t i = 0; i < page->situation->document_count; i++)
        origins += page->situation->documents[i].copy_of < 0;
    FoldedList list = folded_begin(page, "<ol class=\"sources\">\n", "</ol>\n", origins, list_shown(origins));
    for (uint32_t i = 0; i < page->situation->document_count; i++) {
        if (page->situation->documents[i].copy_of >= 0)
            continue;
        folded_item(&list);
        source_item(page, i);
        copies_of(page, i);
        put(page, "</li>\n");
    }
    folded_end(&list);
    shared_voices(page);
    section_close(page);
}

/* public_site — the readers' desk: the newest edition, all editions at addresses that stay, corrections, a form for tips and corrections. A situation
 * of which nothing is published does not exist here. */
#include "report/words.h"
#include "serve/frame/core.h"
#include "serve/frame/input.h"
#include "serve/frame/layout.h"
#include "serve/frame/limit.h"
#include "serve/frame/routes.h"
#include "serve/publish/policy.h"
#include "store/public_desk.h"

enum { TEXT_MOST = 5000, SHORT_MOST = 300, CORRECTIONS_SHOWN = 200 };

/* Letters: of one address, and of everybody to one situation. */
static const Limit SENDER_LIMIT = {3, 200};
static const Limit DESK_LIMIT = {100, 36};

/* The edition (0: the newest) and its situation; false: the reply says why. */
static bool published(Request *request, Reply *reply, int64_t number, int64_t *situation, Published *out)
{
    Error err = {0};
    *out = (Published){0};
    bool ok = store_situation(request->store, request_parameter(request, "situation"), false, situation, &err) &&
              (*situation == 0 || published_get(request->store, *situation, number, request->arena, out, &err));
    if (!ok)
        reply_failed(request, reply, &err);
    else if (out->number == 0)
        reply_error(request, reply, 404, "Nothing is published at this address.", "Check the address.");
    return ok && out->number != 0;
}

static int64_t wanted_number(const Request *request)
{
    int64_t number = 0;
    return str_number(request_parameter(request, "number"), &number) && number > 0 ? number : -1;
}

static void put_address(Buf *out, const Request *request, const char *rest)
{
    buf_put(out, STR("/public/"));
    buf_url(out, request_parameter(request, "situation"));
    buf_put(out, str_from(rest));
}

static void put_bar(Buf *out, const Request *request, const Published *edition)
{
    buf_put(out, STR("<nav class=\"public-edition\" aria-label=\"This edition\">Edition "));
    buf_int(out, edition->number);
    buf_put(out, STR(" of "));
    words_moment(out, (Moment){.seconds = edition->published_at, .precision = MOMENT_TIME});
    buf_put(out, STR(". <a href=\""));
    put_address(out, request, "/editions/");
    buf_int(out, edition->number);
    buf_put(out, STR("\">Its own address</a> · <a href=\""));
    put_address(out, request, "/corrections");
    buf_put(out, STR("\">Editions and corrections</a> · <a href=\""));
    put_address(out, request, "/feed");
    buf_put(out, STR("\">Feed</a> · <a href=\""));
    put_address(out, request, "/letter");
    buf_put(out, STR("\">Send a tip or a correction</a></nav>\n"));
}

/* For programs that follow feeds. */
static void put_feed_link(Buf *out, const Request *request)
{
    buf_put(out,
            STR("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Editions and corrections\" href=\""));
    put_address(out, request, "/feed");
    buf_put(out, STR("\">\n"));
}

static void show_newest(Request *request, Reply *reply)
{
    int64_t situation = 0;
    Published edition;
    if (!published(request, reply, 0, &situation, &edition))
        return;
    size_t head = str_find(edition.page, STR("</head>"), 0);
    size_t at = str_find(edition.page, STR("<header class=\"masthead\">"), 0); /* behind the link past it all */
    at = at == SIZE_MAX ? 0 : at;
    head = head < at ? head : at;
    buf_put(&reply->body, str_slice(edition.page, 0, head));
    put_feed_link(&reply->body, request);
    buf_put(&reply->body, str_slice(edition.page, head, at));
    put_bar(&reply->body, request, &edition);
    buf_put(&reply->body, str_drop(edition.page, at));
    reply->policy = policy_of_page(edition.page, request->arena);
}

static void show_edition(Request *request, Reply *reply)
{
    int64_t situation = 0;
    Published edition;
    if (!published(request, reply, wanted_number(request), &situation, &edition))
        return;
    buf_put(&reply->body, edition.page);
    reply->policy = policy_of_page(edition.page, request->arena);
}

static void show_edition_json(Request *request, Reply *reply)
{
    int64_t situation = 0;
    Published edition;
    if (!published(request, reply, wanted_number(request), &situation, &edition))
        return;
    reply->type = "application/json";
    buf_put(&reply->body, edition.json);
}

/* ---- editions and corrections ---- */

static bool collect(Request *request, Reply *reply, Published **editions, size_t *edition_count, Letter **letters,
                    size_t *letter_count)
{
    Error err = {0};
    int64_t situation = 0;
    Published newest;
    if (!published(request, reply, 0, &situation, &newest))
        return false;
    bool ok = published_list(request->store, situation, request->arena, editions, edition_count, &err) &&
              letter_list(request->store, situation, LETTER_RELEASED, CORRECTIONS_SHOWN, request->arena, letters,
                          letter_count, &err);
    if (!ok)
        reply_failed(request, reply, &err);
    return ok;
}

static void show_corrections(Request *request, Reply *reply)
{
    Published *editions = NULL;
    Letter *letters = NULL;
    size_t edition_count = 0;
    size_t letter_count = 0;
    if (!collect(request, reply, &editions, &edition_count, &letters, &letter_count))
        return;
    Buf *out = layout_open(request, reply, STR("Editions and corrections"));
    buf_put(out, STR("<h1>Editions and corrections</h1>\n<h2>Corrections</h2>\n"));
    buf_put(out, letter_count == 0 ? STR("<p>None so far.</p>\n") : STR("<ul>\n"));
    for (size_t i = 0; i < letter_count; i++) {
        buf_put(out, STR("<li>"));
        moment_write(out, (Moment){.seconds = letters[i].decided_at, .precision = MOMENT_DAY});
        buf_put(out, STR(": "));
        buf_html(out, letters[i].published);
        buf_put(out, STR("</li>\n"));
    }
    buf_put(out, letter_count == 0 ? STR("<h2>Editions</h2>\n<ul class=\"editions\">\n")
                                   : STR("</ul>\n<h2>Editions</h2>\n<ul class=\"editions\">\n"));
    for (size_t i = 0; i < edition_count; i++) {
        buf_put(out, STR("<li><a href=\""));
        put_address(out, request, "/editions/");
        buf_format(out, "%lld\">Edition %lld</a>, ", (long long)editions[i].number, (long long)editions[i].number);
        words_moment(out, (Moment){.seconds = editions[i].published_at, .precision = MOMENT_TIME});
        buf_put(out, str_present(editions[i].note) && editions[i].note.len > 0 ? STR(": ") : STR(""));
        buf_html(out, str_present(editions[i].note) ? editions[i].note : STR(""));
        buf_format(out, " <span class=\"quiet\">SHA-256 %.*s</span></li>\n", (int)editions[i].sha256.len,
                   editions[i].sha256.ptr);
    }
    buf_put(out, STR("</ul>\n<p><a href=\""));
    put_address(out, request, "/letter");
    buf_put(out, STR("\">Send a tip or a correction</a> · <a href=\""));
    put_address(out, request, "/feed");
    buf_put(out, STR("\">Feed of editions and corrections</a></p>\n"));
    layout_close(request, reply);
}

/* ---- letters ---- */

static void letter_page(Request *request, Reply *reply, const char *wrong)
{
    Buf action = {0};
    put_address(&action, request, "/letter");
    Buf *out = layout_open(request, reply, STR("A tip or a correction"));
    buf_put(
        out,
        STR("<h1>A tip or a correction</h1>\n<p>The editors read it. Nothing of it is shown before they release it, and your contact never is. "
            "Send no name of a victim that is not public already.</p>\n"));
    input_message(out, wrong);
    layout_form(out, request, buf_str(&action));
    buf_put(
        out,
        STR("<p class=\"field\"><label for=\"kind\">It is</label><select id=\"kind\" name=\"kind\"><option value=\"correction\">a correction</option>"
            "<option value=\"tip\">a tip</option></select></p>\n"));
    input_line(out, &(Input){.name = "about",
                             .label = "What it is about",
                             .hint = "A figure, a place, a sentence, or its address.",
                             .optional = true,
                             .value = request_field(request, "about")});
    input_area(out,
               &(Input){.name = "text", .label = "What you know, and how", .value = request_field(request, "text")});
    input_line(out, &(Input){.name = "contact",
                             .label = "How to reach you",
                             .optional = true,
                             .value = request_field(request, "contact")});
    buf_put(
        out,
        STR("<p class=\"unseen\" aria-hidden=\"true\"><label for=\"website\">Leave this empty</label><input id=\"website\" name=\"website\" tabindex=\"-1\" autocomplete=\"off\"></p>\n"));
    input_button(out, "Send");
    buf_put(out, STR("</form>\n"));
    layout_close(request, reply);
    buf_free(&action);
}

static void show_letter(Request *request, Reply *reply)
{
    int64_t situation = 0;
    Published edition;
    if (published(request, reply, 0, &situation, &edition))
        letter_page(request, reply, NULL);
}

static Str short_field(const Request *request, const char *name)
{
    Str value = request_field(request, name);
    return str_present(value) && value.len > 0 ? str_trim(value) : STR_NONE;
}

static const char *letter_fault(const Letter *letter)
{
    if (!str_equal(letter->kind, STR("tip")) && !str_equal(letter->kind, STR("correction")))
        return "Say whether it is a tip or a correction.";
    if (letter->text.len == 0 || letter->text.len > TEXT_MOST)
        return "Write what you know, in at most 5,000 characters.";
    return letter->about.len > SHORT_MOST || letter->contact.len > SHORT_MOST
               ? "The other fields take at most 300 characters."
               : NULL;
}

static bool may_send(const Request *request, int64_t situation)
{
    Buf key = {0};
    Limits *limits = request->desk->limits;
    buf_put(&key, STR("letter "));
    buf_put(&key, request->address);
    bool ok = limit_take(limits, buf_str(&key), &SENDER_LIMIT, request->now);
    buf_clear(&key);
    buf_format(&key, "letters %lld", (long long)situation);
    ok = ok && limit_take(limits, buf_str(&key), &DESK_LIMIT, request->now);
    buf_free(&key);
    return ok;
}

static void thank(Request *request, Reply *reply)
{
    Buf *out = layout_open(request, reply, STR("Thank you"));
    buf_put(out, STR("<h1>Thank you</h1>\n<p>The editors will read it.</p>\n<p><a href=\""));
    put_address(out, request, "");
    buf_put(out, STR("\">Back to the edition</a></p>\n"));
    layout_close(request, reply);
}

/* Programs that fill every field are thanked like everybody. */
static void take_letter(Request *request, Reply *reply)
{
    Error err = {0};
    int64_t situation = 0;
    bool kept = false;
    Published edition;
    if (!published(request, reply, 0, &situation, &edition))
        return;
    Letter letter = {.kind = request_field(request, "kind"),
                     .about = short_field(request, "about"),
                     .text = short_field(request, "text"),
                     .contact = short_field(request, "contact"),
                     .sent_at = request->now};
    const char *wrong = letter_fault(&letter);
    if (wrong) {
        reply->status = 422;
        letter_page(request, reply, wrong);
    } else if (str_present(
                   short_field(request, "website"))) { // NOLINT(bugprone-branch-clone): machines fill all fields
        thank(request, reply);
    } else if (!may_send(request, situation)) {
        reply->status = 429;
        reply_header(reply, "Retry-After", STR("200"));
        letter_page(request, reply,
                    "Too many letters came from where you are. Wait some minutes; what you wrote is still here.");
    } else if (!letter_add(request->store, situation, &letter, &kept, &err)) {
        reply_failed(request, reply, &err);
    } else if (!kept) {
        reply_error(request, reply, 503, "The editors have too many letters to read.", "Try again tomorrow.");
    } else {
        thank(request, reply);
    }
}

static const FormField LETTER_FIELDS[] = {{"kind", "tip or correction"},
                                          {"about", "what it is about"},
                                          {"text", "at most 5,000 characters"},
                                          {"contact", "never shown"},
                                          {0}};

const Route PUBLIC_ROUTES[] = {
    {.method = "GET",
     .path = "/public/{situation}",
     .handle = show_newest,
     .everyone = true,
     .summary = "The newest public edition"},
    {.method = "GET",
     .path = "/public/{situation}/editions/{number}",
     .handle = show_edition,
     .everyone = true,
     .summary = "A public edition, as it went out"},
    {.method = "GET",
     .path = "/public/{situation}/editions/{number}/json",
     .handle = show_edition_json,
     .everyone = true,
     .summary = "The same as JSON",
     .gives = "Situation"},
    {.method = "GET",
     .path = "/public/{situation}/corrections",
     .handle = show_corrections,
     .everyone = true,
     .summary = "Editions and corrections"},
    {.method = "GET",
     .path = "/public/{situation}/letter",
     .handle = show_letter,
     .summary = "The form for tips and corrections"},
    {.method = "POST",
     .path = "/public/{situation}/letter",
     .handle = take_letter,
     .writes = true,
     .summary = "Send a tip or a correction",
     .fields = LETTER_FIELDS},
    {0},
};

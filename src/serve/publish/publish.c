/* publish — an editor's side of the public desk: editions go out frozen, letters are released or declined. */
#include "report/json.h"
#include "report/page.h"
#include "report/public.h"
#include "report/words.h"
#include "serve/frame/core.h"
#include "serve/frame/input.h"
#include "serve/frame/layout.h"
#include "serve/frame/routes.h"
#include "serve/publish/policy.h"
#include "serve/screen/screen.h"
#include "store/public_desk.h"
#include "store/setting.h"

enum { TEXT_MOST = 4000, LETTERS_SHOWN = 200 };

/* "/s/NAME" and what follows. */
static Str address(const Request *request, const char *root, const char *rest)
{
    Buf path = {0};
    buf_put(&path, str_from(root));
    buf_url(&path, request_parameter(request, "situation"));
    buf_put(&path, str_from(rest));
    Str kept = arena_copy(request->arena, buf_str(&path));
    buf_free(&path);
    return kept;
}

/* The public edition of now; NULL: the reply says why. */
static const Situation *public_now(Request *request, Reply *reply, int64_t situation)
{
    Error err = {0};
    const Situation *full = request_edition(request, reply, situation);
    PublicChoice choice =
        store_public_choice(request->store, (Moment){.seconds = 0, .precision = MOMENT_NONE}, request->arena);
    const PublicPolicy *policy = full ? public_policy_load(&choice, request->arena, &err) : NULL;
    if (full && !policy)
        reply_failed(request, reply, &err);
    return policy ? public_edition(policy, desk_language(request->desk), desk_gazetteer(request->desk), full,
                                   request->arena)
                  : NULL;
}

static void put_editions(Buf *out, const Request *request, const Published *all, size_t count)
{
    buf_put(out, count == 0 ? STR("<p>Nothing has been published yet.</p>\n") : STR("<ul class=\"editions\">\n"));
    for (size_t i = 0; i < count; i++) {
        buf_put(out, STR("<li><a href=\""));
        buf_html(out, address(request, "/public/", "/editions/"));
        buf_format(out, "%lld\">Edition %lld</a>, ", (long long)all[i].number, (long long)all[i].number);
        words_moment(out, (Moment){.seconds = all[i].published_at, .precision = MOMENT_TIME});
        buf_put(out, STR(", by "));
        buf_html(out, all[i].person);
        if (str_present(all[i].note) && all[i].note.len > 0) {
            buf_put(out, STR(": "));
            buf_html(out, all[i].note);
        }
        buf_put(out, STR("</li>\n"));
    }
    buf_put(out, count == 0 ? STR("") : STR("</ul>\n"));
}

static void show_publish(Request *request, Reply *reply)
{
    Error err = {0};
    Published *all = NULL;
    size_t count = 0;
    int64_t situation = request_situation(request, reply);
    if (situation == 0)
        return;
    if (!published_list(request->store, situation, request->arena, &all, &count, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    Buf *out = layout_open(request, reply, STR("Publish"));
    buf_put(
        out,
        STR("<h1>Publish</h1>\n<p>The public edition withholds what the <a href=\"/settings/public\">policy</a> says. It can miss a name: read the <a href=\""));
    buf_html(out, address(request, "/s/", "/publish/preview"));
    buf_put(
        out,
        STR("\">preview</a> before it goes out. What is published stays as it is, at an address of its own.</p>\n"));
    layout_form(out, request, address(request, "/s/", "/publish"));
    input_line(
        out, &(Input){.name = "note", .label = "What is new", .hint = "Printed beside the edition.", .optional = true});
    buf_put(out, STR("<p class=\"field\"><input type=\"checkbox\" id=\"read\" name=\"read\" value=\"yes\" required>"
                     "<label for=\"read\">I have read the preview.</label></p>\n"));
    input_button(out, "Publish");
    buf_put(out, STR("</form>\n<h2>Editions</h2>\n"));
    put_editions(out, request, all, count);
    layout_close(request, reply);
}

static void show_preview(Request *request, Reply *reply)
{
    int64_t situation = request_situation(request, reply);
    const Situation *s = situation != 0 ? public_now(request, reply, situation) : NULL;
    if (!s)
        return;
    page_situation(&reply->body, s, desk_language(request->desk), desk_gazetteer(request->desk));
    reply->policy = policy_of_page(buf_str(&reply->body), request->arena);
}

static void publish(Request *request, Reply *reply)
{
    Error err = {0};
    Buf page = {0};
    Buf json = {0};
    Str note = request_field(request, "note");
    if (!str_equal(request_field(request, "read"), STR("yes")) || (str_present(note) && note.len > TEXT_MOST)) {
        reply_error(request, reply, 422, "An edition is read before it goes out.",
                    "Open the preview, read it, and tick that you have.");
        return;
    }
    int64_t situation = request_situation(request, reply);
    const Situation *s = situation != 0 ? public_now(request, reply, situation) : NULL;
    if (!s)
        return;
    page_situation(&page, s, desk_language(request->desk), desk_gazetteer(request->desk));
    json_situation(&json, s);
    buf_char(&json, '\n');
    Published edition = {.published_at = request->now,
                         .person = request->person.name,
                         .note = note,
                         .page = buf_str(&page),
                         .json = buf_str(&json)};
    if (published_add(request->store, situation, &edition, request->arena, &err))
        reply_redirect(request, reply, address(request, "/s/", "/publish"));
    else
        reply_failed(request, reply, &err);
    buf_free(&page);
    buf_free(&json);
}

/* ---- letters ---- */

static void put_text(Buf *out, const char *label, Str text)
{
    if (!str_present(text) || text.len == 0)
        return;
    buf_format(out, "<dt>%s</dt><dd>", label);
    buf_html(out, text);
    buf_put(out, STR("</dd>"));
}

static void put_letter(Buf *out, const Request *request, const Letter *letter)
{
    Buf action = {0};
    buf_put(&action, address(request, "/s/", "/letters/"));
    buf_int(&action, letter->id);
    buf_put(out, STR("<article class=\"letter\"><h3>"));
    buf_html(out, letter->kind);
    buf_put(out, STR(", "));
    words_moment(out, (Moment){.seconds = letter->sent_at, .precision = MOMENT_TIME});
    buf_put(out, STR("</h3><dl>"));
    put_text(out, "About", letter->about);
    put_text(out, "Text", letter->text);
    put_text(out, "Contact", letter->contact);
    put_text(out, "Decided by", letter->decided_by);
    put_text(out, "Printed", letter->published);
    buf_put(out, STR("</dl>\n"));
    if (letter->state == LETTER_HELD) {
        layout_form(out, request, buf_str(&action));
        buf_format(out,
                   "<p class=\"field\"><label for=\"published-%lld\">What the public desk prints, in your words</label>"
                   "<textarea rows=\"3\" id=\"published-%lld\" name=\"published\"></textarea></p>\n",
                   (long long)letter->id, (long long)letter->id);
        buf_put(
            out,
            STR("<p><button name=\"action\" value=\"release\">Release</button> <button name=\"action\" value=\"decline\">Decline</button></p></form>\n"));
    }
    buf_put(out, STR("</article>\n"));
    buf_free(&action);
}

static void show_letters(Request *request, Reply *reply)
{
    static const char *const HEADINGS[] = {
        [LETTER_HELD] = "Held", [LETTER_RELEASED] = "Released", [LETTER_DECLINED] = "Declined"};
    Error err = {0};
    int64_t situation = request_situation(request, reply);
    if (situation == 0)
        return;
    Buf *out = layout_open(request, reply, STR("Letters"));
    buf_put(
        out,
        STR("<h1>Letters</h1>\n<p>What readers of the public edition send in. Nobody sees it before it is released, and then only what you write.</p>\n"));
    for (int state = LETTER_HELD; state <= LETTER_DECLINED; state++) {
        Letter *all = NULL;
        size_t count = 0;
        if (!letter_list(request->store, situation, (LetterState)state, LETTERS_SHOWN, request->arena, &all, &count,
                         &err)) {
            reply_failed(request, reply, &err);
            return;
        }
        buf_format(out, "<h2>%s (%zu)</h2>\n", HEADINGS[state], count);
        for (size_t i = 0; i < count; i++)
            put_letter(out, request, &all[i]);
    }
    screen_file_links(out, address(request, "/s/", "/letters"), STR(""));
    layout_close(request, reply);
}

static void decide_letter(Request *request, Reply *reply)
{
    Error err = {0};
    Letter letter = {.decided_by = request->person.name, .decided_at = request->now};
    bool done = false;
    int64_t situation = request_situation(request, reply);
    Str action = request_field(request, "action");
    Str published = request_field(request, "published");
    bool releases = str_equal(action, STR("release"));
    if (situation == 0)
        return;
    if (!releases && !str_equal(action, STR("decline"))) {
        reply_error(request, reply, 422, "A letter is released or declined.", "Use one of the two buttons.");
        return;
    }
    if (releases && (!str_present(published) || str_trim(published).len == 0 || published.len > TEXT_MOST)) {
        reply_error(request, reply, 422, "Say in your own words what the public desk prints.",
                    "Go back and write it above the button; up to 4,000 characters.");
        return;
    }
    if (!str_number(request_parameter(request, "letter"), &letter.id))
        letter.id = 0;
    letter.state = releases ? LETTER_RELEASED : LETTER_DECLINED;
    letter.published = releases ? str_trim(published) : STR_NONE;
    if (!letter_decide(request->store, situation, &letter, &done, &err))
        reply_failed(request, reply, &err);
    else if (!done)
        reply_error(request, reply, 409, "There is no such letter, or somebody else has decided on it.",
                    "Go back to the letters.");
    else
        reply_redirect(request, reply, address(request, "/s/", "/letters"));
}

static const FormField PUBLISH_FIELDS[] = {{"note", "what is new"}, {"read", "yes: the preview was read"}, {0}};
static const FormField LETTER_FIELDS[] = {
    {"action", "release or decline"}, {"published", "what the public desk prints"}, {0}};

const Route PUBLISH_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/publish",
     .least = ROLE_EDITOR,
     .handle = show_publish,
     .summary = "Editions, and the form for the next"},
    {.method = "POST",
     .path = "/s/{situation}/publish",
     .least = ROLE_EDITOR,
     .handle = publish,
     .writes = true,
     .summary = "Publish an edition",
     .fields = PUBLISH_FIELDS},
    {.method = "GET",
     .path = "/s/{situation}/publish/preview",
     .least = ROLE_EDITOR,
     .handle = show_preview,
     .summary = "The public edition as it would go out now"},
    {.method = "GET",
     .path = "/s/{situation}/letters",
     .least = ROLE_EDITOR,
     .handle = show_letters,
     .summary = "What readers sent in"},
    {.method = "POST",
     .path = "/s/{situation}/letters/{letter}",
     .least = ROLE_EDITOR,
     .handle = decide_letter,
     .writes = true,
     .summary = "Release or decline a letter",
     .fields = LETTER_FIELDS},
    {0},
};

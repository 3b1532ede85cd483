/* The forms by which a claim or an incident is decided on. Each stands in a <details>, so that they work without script; its key opens it. */
#include "serve/screen/screen_decide.h"

typedef struct {
    const char *action;
    const char *label;
    const char *key;    /* opens it; NULL: none */
    const char *reason; /* to begin with; "": the person's own words are needed */
    const char *about;  /* what it does, a sentence */
    bool independent;   /* may be a coder's own reading */
} Form;

static const Form VERDICTS[] = {
    {"accept", "Accept", "a", "The passage says so.", "It is as it stands here.", true},
    {"edit", "Edit", "e", "", "What it says is otherwise.", true},
    {"reject", "Reject", "r", "", "It is not so; it stays to be seen and sets no figure.", true},
    {"unverifiable", "Cannot be verified", "u", "", "It is listed as unverified and sets no figure.", true},
};
static const Form OTHERS[] = {
    {"move", "Move to another incident", "m", "", "It belongs to another incident, or to one of its own.", false},
    {"copy", "Mark as a copy", NULL, "", "It repeats another claim; or, left empty, it repeats none.", false},
    {"origin", "Name the origin", NULL, "", "Who first said it. Claims of one origin are one voice.", false},
    {"note", "Leave a note", NULL, "", "Words for whoever comes next; no figure changes.", false},
};
static const Form MERGE = {"merge", "Merge with another incident", "m", "", "Both are one and the same event.", false};
static const Form PLACE = {"place", "Correct the place", "p", "", "Where it happened, on the map.", false};
static const Form DAY = {"day", "Correct the day", "d", "", "When it happened.", false};
static const Form SPLIT = {"split", "Split off", "s", "", "Some of its reports tell of another event.", false};

static int64_t last_decision(const Screen *s, Str target)
{
    return store_last_decision(s->request->store, s->situation, target);
}

/* seen: the last decision on the target. */
static void form_open(const Screen *s, const Form *form, Str target, int64_t seen)
{
    buf_format(s->out, "<details class=\"act\" id=\"act-%s\" name=\"act\"", form->action);
    if (form->key)
        buf_format(s->out, " data-key=\"%s\"", form->key);
    buf_format(s->out, "><summary>%s", form->label);
    if (form->key)
        buf_format(s->out, " <kbd>%s</kbd>", form->key);
    screen_put(s, "</summary>\n");
    Buf action = {0};
    buf_put(&action, s->base);
    buf_put(&action, STR("/decide"));
    layout_form(s->out, s->request, arena_copy(s->request->arena, buf_str(&action)));
    buf_free(&action);
    screen_hidden(s, "action", str_from(form->action));
    screen_hidden(s, "target", target);
    screen_hidden_number(s, "seen", seen);
    screen_hidden(s, "back", s->request->path);
    buf_format(s->out, "<p class=\"quiet\">%s</p>\n", form->about);
}

/* The same decision may be laid over what repeats the claim. */
static void copies_choice(const Screen *s, size_t copies)
{
    screen_hidden_number(s, "newest", store_newest_decision(s->request->store, s->situation));
    screen_put(s, "<label class=\"tick\"><input type=\"checkbox\" name=\"copies\" value=\"1\"> and on ");
    if (copies == 1)
        screen_put(s, "the claim that repeats it</label>\n");
    else
        buf_format(s->out, "the %zu claims that repeat it</label>\n", copies);
}

static void form_close(const Screen *s, const Form *form)
{
    screen_put(s, "<label class=\"field wide\"><span>Why</span><input name=\"reason\" required maxlength=\"500\" "
                  "autocomplete=\"off\" value=\"");
    screen_put(s, form->reason);
    screen_put(s, "\"></label>\n");
    if (form->independent)
        screen_put(
            s,
            "<label class=\"tick\"><input type=\"checkbox\" name=\"independent\" value=\"1\"> my own reading, made without "
            "seeing others\xE2\x80\x99 (two coders)</label>\n");
    buf_format(
        s->out,
        "<div class=\"effect\" data-effect role=\"status\"></div>\n<p class=\"do\"><button class=\"main\">%s</button> "
        "<button name=\"step\" value=\"preview\" class=\"preview\">Show what would move</button></p></form></details>\n",
        form->label);
}

/* The id of one of "incidents" or "claims", so that it can be pasted; the script fetches names to choose from as they are typed. */
static void choice(const Screen *s, const char *of, const char *name, const char *label)
{
    buf_format(
        s->out,
        "<label class=\"field wide\"><span>%s</span><input name=\"%s\" autocomplete=\"off\" spellcheck=\"false\" "
        "data-names=\"",
        label, name);
    buf_put(s->out, s->base);
    buf_format(s->out, "/%s/names\"></label>\n", of);
}

static void other_fields(const Screen *s, const Form *form)
{
    if (str_equal(str_from(form->action), STR("move")))
        choice(s, "incidents", "to", "To the incident (its id, or words of its name; empty: one of its own)");
    else if (str_equal(str_from(form->action), STR("copy")))
        choice(s, "claims", "of", "Of the claim (its id, or words of its sentence; empty: of none)");
    else if (str_equal(str_from(form->action), STR("origin")))
        screen_put(s,
                   "<label class=\"field wide\"><span>First speaker</span><input name=\"speaker\" required></label>\n");
    else if (str_equal(str_from(form->action), STR("note")))
        screen_put(
            s,
            "<label class=\"field wide\"><span>Note</span><textarea name=\"text\" rows=\"3\" required></textarea></label>\n");
}

void screen_claim_forms(const Screen *s, uint32_t claim)
{
    Str id = claim_at(&s->page, claim)->claim->id;
    if (!screen_may(s, ROLE_CODER))
        return;
    int64_t seen = last_decision(s, id);
    size_t copies = 0;
    (void)store_copies(s->request->store, s->situation, id, DECISIONS_AT_ONCE - 1, s->request->arena, &copies);
    screen_put(s, "<section class=\"deciding\" aria-labelledby=\"acts-h\"><h2 id=\"acts-h\">Decide</h2>\n");
    for (size_t i = 0; i < sizeof VERDICTS / sizeof *VERDICTS; i++) {
        form_open(s, &VERDICTS[i], id, seen);
        if (str_equal(str_from(VERDICTS[i].action), STR("edit")))
            screen_edit_fields(s, claim);
        if (copies > 0)
            copies_choice(s, copies);
        form_close(s, &VERDICTS[i]);
    }
    screen_put(s, "<h3>More</h3>\n");
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        form_open(s, &OTHERS[i], id, seen);
        other_fields(s, &OTHERS[i]);
        form_close(s, &OTHERS[i]);
    }
    screen_put(s, "</section>\n");
}

/* A box a report of the incident. */
static void split_choice(const Screen *s, const Incident *incident)
{
    screen_put(s, "<fieldset><legend>Reports that tell of the other event</legend>\n");
    for (size_t i = 0; i < incident->document_count; i++) {
        const Document *d = document_of(&s->page, incident->documents[i]);
        screen_put(s, "<label class=\"tick\"><input type=\"checkbox\" name=\"report\" value=\"");
        screen_text(s, d->id);
        screen_put(s, "\"> ");
        document_name(&s->page, incident->documents[i]);
        if (d->title.len > 0 && d->publisher.len > 0) {
            screen_put(s, ": ");
            screen_text(s, d->title);
        }
        screen_put(s, "</label>\n");
    }
    screen_put(s, "</fieldset>\n");
}

/* A place with a point to draw a map of: the incident's, else that of the whole that it is part of; NULL: none is known. The script draws
 * the place that is typed. */
static const Place *surroundings(const Screen *s, const Incident *incident)
{
    const PlaceMention *own = incident->place;
    if (own && own->place.has_point)
        return &own->place;
    const PlaceMention *whole = incident->part_of >= 0 ? s->page.situation->incidents[incident->part_of].place : NULL;
    return whole && whole->place.has_point ? &whole->place : NULL;
}

/* The point stands before the name's own; it is chosen on the map, with the script, or typed. */
static void place_fields(const Screen *s, const Incident *incident)
{
    screen_put(s, "<div class=\"fields\">\n");
    screen_input(s, "place", "Place", "text", incident->place ? incident->place->place.name : STR(""));
    screen_input(s, "lat", "Latitude, if not the name\xE2\x80\x99s own", "text", STR(""));
    screen_input(s, "lon", "Longitude", "text", STR(""));
    screen_put(s, "</div>\n<div data-pick=\"");
    buf_put(s->out, s->base);
    screen_put(s, "/places/pick\">\n");
    const Place *at = surroundings(s, incident);
    if (at)
        map_pick(&s->page, at);
    screen_put(s, "</div>\n");
}

static void day_fields(const Screen *s, const Incident *incident)
{
    Buf first = {0};
    Buf last = {0};
    day_write(&first, incident->window.first);
    day_write(&last, incident->window.last);
    screen_put(s, "<div class=\"fields\">\n");
    screen_input(s, "first", "First day", "date", buf_str(&first));
    screen_input(s, "last", "Last day", "date", buf_str(&last));
    screen_put(s, "</div>\n");
    buf_free(&first);
    buf_free(&last);
}

void screen_coding_forms(const Screen *s, uint32_t claim)
{
    Str id = claim_at(&s->page, claim)->claim->id;
    int64_t seen = last_decision(s, id);
    for (size_t i = 0; i < sizeof VERDICTS / sizeof *VERDICTS; i++) {
        form_open(s, &VERDICTS[i], id, seen);
        screen_hidden(s, "independent", STR("1"));
        if (str_equal(str_from(VERDICTS[i].action), STR("edit")))
            screen_edit_fields(s, claim);
        buf_format(
            s->out,
            "<label class=\"field wide\"><span>Why</span><input name=\"reason\" required maxlength=\"500\" "
            "autocomplete=\"off\" value=\"%s\"></label>\n<p class=\"do\"><button class=\"main\">%s</button></p></form>"
            "</details>\n",
            VERDICTS[i].reason, VERDICTS[i].label);
    }
}

void screen_incident_forms(const Screen *s, const Incident *incident)
{
    if (!screen_may(s, ROLE_CODER))
        return;
    int64_t seen = last_decision(s, incident->id);
    screen_put(s, "<section class=\"deciding\" aria-labelledby=\"acts-h\"><h2 id=\"acts-h\">Decide</h2>\n");
    form_open(s, &MERGE, incident->id, seen);
    choice(s, "incidents", "with", "With the incident (its id, or words of its name)");
    form_close(s, &MERGE);
    form_open(s, &SPLIT, incident->id, seen);
    split_choice(s, incident);
    form_close(s, &SPLIT);
    form_open(s, &PLACE, incident->id, seen);
    place_fields(s, incident);
    form_close(s, &PLACE);
    form_open(s, &DAY, incident->id, seen);
    day_fields(s, incident);
    form_close(s, &DAY);
    screen_put(s, "</section>\n");
}

/*
 * telegram — a chat that Telegram Desktop exported as JSON (result.json), or all of an account: each message with text is a document,
 * published when it was sent, by the channel or group. Its original is its text, which the export cuts where it is bold or a link.
 */
#include "read/json_value.h"
#include "read/source.h"
#include "read/text.h"

enum { MAX_DEPTH = 6 };

typedef struct {
    const JsonValue **chats;
    size_t count;
    size_t cap;
    size_t chat;              /* that is read */
    const JsonValue *message; /* the next of it; NULL: it is read from its beginning */
    bool begun;
} Export;

static const JsonValue *messages_of(const JsonValue *chat)
{
    const JsonValue *messages = json_get(chat, STR("messages"));
    return messages && messages->type == JSON_ARRAY ? messages : NULL;
}

/* "messages": [ */
static bool opens_messages(Str head)
{
    static const Str KEY = {"\"messages\"", 10};
    size_t at = str_find(head, KEY, 0);
    if (at == SIZE_MAX)
        return false;
    Str rest = str_trim(str_drop(head, at + KEY.len));
    return str_begins(rest, STR(":")) && str_begins(str_trim(str_drop(rest, 1)), STR("["));
}

/* One chat begins with its name and type, an account with what the export is. */
bool telegram_is(Str head)
{
    Str trimmed = str_trim(str_begins(head, STR("\xEF\xBB\xBF")) ? str_drop(head, 3) : head);
    if (!str_begins(trimmed, STR("{")))
        return false;
    Str first = str_trim(str_drop(trimmed, 1));
    bool named =
        str_begins(first, STR("\"name\"")) || str_begins(first, STR("\"id\"")) || str_begins(first, STR("\"type\""));
    return (named && str_find(head, STR("\"type\""), 0) != SIZE_MAX && opens_messages(head)) ||
           (str_begins(first, STR("\"about\"")) && str_find(head, STR("Telegram"), 0) != SIZE_MAX);
}

static void find_chats(Arena *arena, const JsonValue *value, Export *out, unsigned depth)
{
    if (depth > MAX_DEPTH)
        return;
    if (messages_of(value)) {
        out->chats = arena_grow(arena, (void *)out->chats, out->count, &out->cap, sizeof(void *));
        out->chats[out->count++] = value;
        return;
    }
    for (const JsonValue *member = value->first; member; member = member->next)
        find_chats(arena, member, out, depth + 1);
}

static Export *open_export(Source *source)
{
    Export *export = ARENA_NEW(source->arena, Export);
    JsonValue *all = ARENA_NEW(source->arena, JsonValue);
    JsonProblem problem;
    Str bytes = str_begins(source->bytes, STR("\xEF\xBB\xBF")) ? str_drop(source->bytes, 3) : source->bytes;
    source->state = export;
    if (!json_parse(source->arena, bytes, all, &problem)) {
        problem_lost(source->problems, "%.*s: can't be read: %s (byte %zu)", (int)source->name.len, source->name.ptr,
                     problem.text, problem.at + 1);
        return export;
    }
    find_chats(source->arena, all, export, 0);
    if (export->count == 0)
        problem_lost(source->problems, "%.*s: can't be read: no \"messages\" are in it", (int)source->name.len,
                     source->name.ptr);
    return export;
}

/* A text, or its pieces: texts, and objects that say what a piece is. */
static Str text_of(Arena *arena, const JsonValue *text)
{
    if (!text || text->type == JSON_STRING)
        return json_value_text(text);
    Buf out = {0};
    for (const JsonValue *piece = text->first; piece; piece = piece->next) {
        Str said = json_value_text(piece->type == JSON_OBJECT ? json_get(piece, STR("text")) : piece);
        buf_put(&out, str_present(said) ? said : STR(""));
    }
    Str copy = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return copy;
}

/* Seconds since 1970; older exports have the hour of whoever made them, of which the day is left. */
static Moment sent(const JsonValue *message)
{
    Moment moment = {.seconds = 0, .precision = MOMENT_NONE};
    Str seconds = json_value_text(json_get(message, STR("date_unixtime")));
    if (str_present(seconds) && str_number(seconds, &moment.seconds)) {
        moment.precision = MOMENT_TIME;
        return moment;
    }
    enum { DAY_BYTES = 10 };
    Str day = json_value_text(json_get(message, STR("date")));
    return day.len >= DAY_BYTES ? moment_parse(str_slice(day, 0, DAY_BYTES)) : moment;
}

static Document *read_message(const Source *source, const JsonValue *chat, const JsonValue *message, Arena *arena)
{
    Str text = text_of(arena, json_get(message, STR("text")));
    if (!str_is(json_value_text(json_get(message, STR("type"))), "message") || !str_present(text) ||
        str_trim(text).len == 0)
        return NULL;
    Document *document = source_document(source, text, arena);
    Str first = json_value_text(json_get(message, STR("forwarded_from")));
    document->path = source_numbered_path(source, arena);
    document->text = document->original;
    document->title = text_heading(document->text);
    document->is_personal = !str_is(json_value_text(json_get(chat, STR("type"))), "public_channel");
    document->publisher = document->is_personal ? STR("Telegram") /* one voice, whoever writes */
                                                : arena_copy(arena, json_value_text(json_get(chat, STR("name"))));
    document->author = arena_copy(arena, str_present(first) ? first : json_value_text(json_get(message, STR("from"))));
    document->published = sent(message);
    return document;
}

Document *telegram_next(Source *source, Arena *arena)
{
    Export *export = source->state ? source->state : open_export(source);
    while (export->chat < export->count) {
        const JsonValue *chat = export->chats[export->chat];
        if (!export->begun)
            export->message = messages_of(chat)->first;
        export->begun = true;
        const JsonValue *message = export->message;
        if (!message) {
            export->chat++;
            export->begun = false;
            continue;
        }
        export->message = message->next;
        source->number++;
        Document *document = read_message(source, chat, message, arena);
        if (document)
            return document;
    }
    source->at = source->bytes.len;
    return NULL;
}

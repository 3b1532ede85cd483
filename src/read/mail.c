/*
 * mail — saved e-mail (RFC 5322, MIME) and mailboxes (mbox), parsed by GMime: the text of each mail is a document, with subject,
 * sender and day; what is attached is read as a file of its own. A web page that a browser saved in one file (MHTML, RFC 2557) has
 * the same form: nobody sent it, its date is the day on which it was saved, and only the page itself says more.
 */
#include "read/mail_library.h"

#include "read/container.h"
#include "read/http_message.h"

/* A plain text shorter than this beside a page only says that there is a page. */
enum { MIN_PLAIN_BYTES = 200, MAX_PARTS = 256 };

typedef struct {
    MailLibrary gmime;
    GMimeParser *parser;
    Arena *arena; /* of the mail that is open */
    Item *items;
    size_t count;
    size_t cap;
    size_t next;
} Mail;

/* The first header lines name what only mail has. */
bool mail_is(Str head)
{
    static const char *const NAMES[] = {"From",       "To",           "Subject",      "Date",
                                        "Received",   "Return-Path",  "Delivered-To", "Reply-To",
                                        "Message-ID", "MIME-Version", "Content-Type", "X-Mailer"};
    enum { ENOUGH = 3 };
    if (str_begins(head, STR("From ")))
        head = str_drop(head, str_find_char(head, '\n', 0) == SIZE_MAX ? head.len : str_find_char(head, '\n', 0) + 1);
    size_t colon = str_find_char(head, ':', 0);
    size_t space = str_find_char(head, ' ', 0);
    if (colon == SIZE_MAX || (space != SIZE_MAX && space < colon))
        return false;
    size_t end = header_end(head);
    Str lines = str_slice(head, 0, end == SIZE_MAX ? head.len : end);
    int found = 0;
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++)
        found += str_present(header_value(lines, str_from(NAMES[i])));
    return found >= ENOUGH;
}

static void close_mail(Source *source)
{
    Mail *mail = source->state;
    if (mail->parser)
        mail->gmime.object_unref(mail->parser);
    if (mail->arena)
        arena_destroy(mail->arena);
    mail->parser = NULL;
    mail->arena = NULL;
}

/* Sets the library up, once for all threads. */
static void begin(const MailLibrary *gmime)
{
    static gsize begun = 0;
    if (gmime->once_init_enter(&begun)) {
        gmime->init();
        gmime->once_init_leave(&begun, 1);
    }
}

/* NULL, and a problem told, where the library is missing. */
static Mail *open_mail(Source *source)
{
    Mail *mail = ARENA_NEW(source->arena, Mail);
    const MailLibrary *gmime = &mail->gmime;
    Error err = {0};
    if (!mail_library_open(&mail->gmime, &err)) {
        problem_lost(source->problems, "%.*s: can't be read: %s", (int)source->name.len, source->name.ptr, err.text);
        source->at = source->bytes.len;
        return NULL;
    }
    begin(gmime);
    GMimeStream *stream = gmime->stream_mem_new_with_buffer(source->bytes.ptr, source->bytes.len);
    mail->parser = gmime->parser_new_with_stream(stream);
    gmime->object_unref(stream);
    bool many = str_begins(source->bytes, STR("From "));
    gmime->parser_set_format(mail->parser, many ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
    source->state = mail;
    source->close = close_mail;
    return mail;
}

static Str copy_text(Arena *arena, const char *text)
{
    return text ? arena_copy(arena, str_from(text)) : STR_NONE;
}

static bool is_type(const MailLibrary *gmime, GMimeObject *part, const char *type, const char *subtype)
{
    GMimeContentType *content = gmime->object_get_content_type(part);
    return content && gmime->content_type_is_type(content, type, subtype);
}

static bool is_a(const MailLibrary *gmime, GMimeObject *part, GType type)
{
    return part && gmime->type_check_instance_is_a((GTypeInstance *)part, type);
}

/* The part as it was sent, without its transfer coding. */
static Str part_bytes(const MailLibrary *gmime, Arena *arena, GMimeObject *part)
{
    GMimeDataWrapper *content = gmime->part_get_content((GMimePart *)part);
    GMimeStream *stream = gmime->stream_mem_new();
    Str bytes = STR("");
    if (content && gmime->data_wrapper_write_to_stream(content, stream) >= 0) {
        GByteArray *array = gmime->stream_mem_get_byte_array((GMimeStreamMem *)stream);
        bytes = arena_copy(arena, (Str){(const char *)array->data, array->len});
    }
    gmime->object_unref(stream);
    return bytes;
}

static Str part_charset(const MailLibrary *gmime, Arena *arena, GMimeObject *part)
{
    return copy_text(arena, gmime->object_get_content_type_parameter(part, "charset"));
}

static Str header_of(const MailLibrary *gmime, Arena *arena, GMimeObject *part, const char *name)
{
    Str value = copy_text(arena, gmime->object_get_header(part, name));
    return str_present(value) ? str_trim(value) : STR_NONE;
}

static void add_item(Mail *mail, Item item)
{
    mail->items = arena_grow(mail->arena, mail->items, mail->count, &mail->cap, sizeof *mail->items);
    mail->items[mail->count++] = item;
}

/* Texts and packed texts can be read; pictures, sounds and signatures are passed over in silence. */
static bool may_be_read(const MailLibrary *gmime, GMimeObject *part)
{
    return is_a(gmime, part, gmime->part_get_type()) && !is_type(gmime, part, "image", "*") &&
           !is_type(gmime, part, "audio", "*") && !is_type(gmime, part, "video", "*") &&
           !is_type(gmime, part, "application", "pgp-signature") &&
           !is_type(gmime, part, "application", "pkcs7-signature");
}

typedef struct {
    Item plain;
    Item html;
} Bodies;

/* Attachments become items; the first plain text and the first page are the mail's own. */
static void take_part(Mail *mail, GMimeObject *part, Str name, Bodies *bodies)
{
    const MailLibrary *gmime = &mail->gmime;
    if (!may_be_read(gmime, part))
        return;
    const char *file = gmime->part_get_filename((GMimePart *)part);
    bool plain = is_type(gmime, part, "text", "plain");
    Item *own = plain ? &bodies->plain : &bodies->html;
    bool is_own = !file && (plain || is_type(gmime, part, "text", "html"));
    if ((is_own && str_present(own->bytes)) || (!is_own && !file))
        return;
    Item item = {.bytes = part_bytes(gmime, mail->arena, part), .charset = part_charset(gmime, mail->arena, part)};
    item.url = is_own ? header_of(gmime, mail->arena, part, "Content-Location") : STR_NONE;
    if (is_own) {
        *own = item;
        return;
    }
    item.name = container_path(mail->arena, name, str_from(file));
    add_item(mail, item);
}

static Str sender(const MailLibrary *gmime, Arena *arena, GMimeMessage *message)
{
    InternetAddressList *from = gmime->message_get_from(message);
    InternetAddress *first = from ? gmime->address_list_get_address(from, 0) : NULL;
    return first ? copy_text(arena, gmime->address_get_name(first)) : STR_NONE;
}

static Moment sent(const MailLibrary *gmime, GMimeMessage *message)
{
    GDateTime *when = gmime->message_get_date(message);
    return when ? (Moment){.seconds = gmime->date_time_to_unix(when), .precision = MOMENT_TIME}
                : (Moment){.seconds = 0, .precision = MOMENT_NONE};
}

/* A page that a browser saved: parts that belong together, for nobody. */
static bool is_saved_page(const MailLibrary *gmime, Arena *arena, GMimeMessage *message)
{
    static const char *const SENT[] = {"To", "Cc", "Received", "Delivered-To", "Message-ID"};
    GMimeObject *head = (GMimeObject *)message;
    if (str_present(header_of(gmime, arena, head, "Snapshot-Content-Location")))
        return true;
    for (size_t i = 0; i < sizeof SENT / sizeof SENT[0]; i++) {
        if (str_present(header_of(gmime, arena, head, SENT[i])))
            return false;
    }
    GMimeObject *whole = gmime->message_get_mime_part(message);
    return whole && (is_type(gmime, whole, "multipart", "related") ||
                     str_present(header_of(gmime, arena, whole, "Content-Location")));
}

/* What the head of a mail says of its text. */
static Item own_item(const MailLibrary *gmime, Arena *arena, GMimeMessage *message, Str name)
{
    if (is_saved_page(gmime, arena, message))
        return (Item){.name = name,
                      .url = header_of(gmime, arena, (GMimeObject *)message, "Snapshot-Content-Location"),
                      .published = {.precision = MOMENT_NONE}};
    return (Item){.name = name,
                  .title = copy_text(arena, gmime->message_get_subject(message)),
                  .author = sender(gmime, arena, message),
                  .published = sent(gmime, message)};
}

static void take_message(const Source *source, Mail *mail, GMimeMessage *message)
{
    const MailLibrary *gmime = &mail->gmime;
    Bodies bodies = {.plain = {.bytes = STR_NONE}, .html = {.bytes = STR_NONE}};
    Str name = source->number > 1 ? source_numbered_path(source, mail->arena) : source->name;
    add_item(mail, own_item(gmime, mail->arena, message, name));
    GMimePartIter *parts = gmime->part_iter_new((GMimeObject *)message);
    bool more = gmime->part_iter_is_valid(parts);
    for (int seen = 0; more && seen < MAX_PARTS; seen++) {
        take_part(mail, gmime->part_iter_get_current(parts), name, &bodies);
        more = gmime->part_iter_next(parts);
    }
    gmime->part_iter_free(parts);
    bool plain = str_present(bodies.plain.bytes) &&
                 (!str_present(bodies.html.bytes) || bodies.plain.bytes.len >= MIN_PLAIN_BYTES);
    const Item *own = plain ? &bodies.plain : &bodies.html;
    mail->items[0].bytes = own->bytes;
    mail->items[0].charset = own->charset;
    mail->items[0].url = str_present(mail->items[0].url) ? mail->items[0].url : own->url;
    if (!str_present(mail->items[0].bytes) || str_trim(mail->items[0].bytes).len == 0)
        mail->next = 1;
    if (mail->next == mail->count)
        problem_warn(source->problems, "%.*s: the mail holds no text", (int)name.len, name.ptr);
}

/* Opens the next mail; false at the end. */
static bool next_message(Source *source, Mail *mail)
{
    if (mail->arena)
        arena_destroy(mail->arena);
    *mail = (Mail){.gmime = mail->gmime, .parser = mail->parser};
    GMimeMessage *message =
        mail->gmime.parser_eos(mail->parser) ? NULL : mail->gmime.parser_construct_message(mail->parser, NULL);
    if (!message) {
        if (source->number == 0)
            problem_lost(source->problems, "%.*s: can't be read: no mail is in it", (int)source->name.len,
                         source->name.ptr);
        source->at = source->bytes.len;
        return false;
    }
    source->number++;
    source->at = (size_t)mail->gmime.parser_tell(mail->parser);
    mail->arena = arena_create();
    take_message(source, mail, message);
    mail->gmime.object_unref(message);
    return true;
}

static bool mail_item(Source *source, Arena *arena, Item *out)
{
    (void)arena; /* items live in the arena of their mail, which is kept until the next is opened */
    Mail *mail = source->state ? source->state : open_mail(source);
    if (!mail)
        return false;
    while (mail->next == mail->count) {
        if (!next_message(source, mail))
            return false;
    }
    *out = mail->items[mail->next++];
    return true;
}

Document *mail_next(Source *source, Arena *arena)
{
    return container_next(source, mail_item, arena);
}

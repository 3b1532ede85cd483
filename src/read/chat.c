/*
 * chat — a chat exported from WhatsApp as text: each message is a document, published on the day it was sent, by its author.
 *
 *     [31/01/2026, 14:05:11] Ann Rowe: Four died.        31.01.26, 14:05 - Ann Rowe: Four died.
 *
 * The date is written as the telephone's country writes it. Which number is the month is told by one above twelve, by dots (the day
 * comes first), or by the messages' order; where nothing tells it, the messages have no day, and that is reported. Other lines go
 * on with the message above them; what the service itself says has no author and is left out.
 */
#include "read/encoding.h"
#include "read/source.h"
#include "read/text.h"

enum { LONGEST_NAME = 80, ENOUGH_HEADS = 2, MONTHS = 12 };

typedef enum { ORDER_UNKNOWN, ORDER_DAY_FIRST, ORDER_MONTH_FIRST } Order;

/* What opens a message: its date as three numbers, who wrote it ("" for the service), and where its text begins. */
typedef struct {
    int64_t numbers[3];
    char sign; /* between them */
    Str author;
    Str text;
} Head;

typedef struct {
    Decoded decoded;
    Order order;
} Chat;

/* ---- the head of a message ---- */

static Str skip(Str s, Str prefix)
{
    return str_begins(s, prefix) ? str_drop(s, prefix.len) : s;
}

/* Marks of the direction of writing, which stand before names and dates, and spaces. */
static Str skip_marks(Str s)
{
    size_t before = s.len + 1;
    while (s.len < before) {
        before = s.len;
        s = skip(skip(skip(s, STR("\xE2\x80\x8E")), STR("\xE2\x80\x8F")), STR("\xE2\x80\xAF"));
        s = skip(skip(s, STR("\xC2\xA0")), STR(" "));
    }
    return s;
}

static bool cut_number(Str *s, int64_t *out)
{
    size_t digits = 0;
    while (digits < s->len && digits < 5 && char_is_digit(s->ptr[digits]))
        digits++;
    if (digits == 0 || digits > 4 || !str_number(str_slice(*s, 0, digits), out))
        return false;
    *s = str_drop(*s, digits);
    return true;
}

static bool cut_date(Str *s, Head *out)
{
    for (size_t i = 0; i < 3; i++) {
        char sign = text_byte(*s, 0);
        if (i > 0 && (sign == '\0' || !str_has_char(STR("/.-"), sign) || (i == 2 && sign != out->sign)))
            return false;
        if (i > 0) {
            out->sign = sign;
            *s = str_drop(*s, 1);
        }
        if (!cut_number(s, &out->numbers[i]))
            return false;
    }
    return true;
}

/* "14:05", "2:05:11 PM", "2.05 p. m." */
static bool cut_time(Str *s)
{
    int64_t number = 0;
    for (size_t i = 0; i < 3; i++) {
        char sign = text_byte(*s, 0);
        if (i > 0 && sign != ':' && sign != '.')
            return i == 2;
        *s = str_drop(*s, i > 0);
        if (!cut_number(s, &number) || number > 59)
            return false;
    }
    return true;
}

/* Behind the time comes maybe a word for the half of the day, then what ends the head. */
static bool cut_end(Str *s, bool bracket)
{
    enum { LONGEST_HALF = 16 };
    Str end = bracket ? STR("]") : STR(" - ");
    size_t at = str_find(str_slice(*s, 0, s->len < LONGEST_HALF ? s->len : LONGEST_HALF), end, 0);
    if (at == SIZE_MAX || str_find_char(str_slice(*s, 0, at), '\n', 0) != SIZE_MAX)
        return false;
    *s = str_drop(*s, at + end.len);
    return true;
}

static bool read_head(Str line, Head *out)
{
    Str s = skip_marks(line);
    bool bracket = str_begins(s, STR("["));
    s = str_drop(s, bracket);
    if (!cut_date(&s, out))
        return false;
    Str time = skip_marks(skip(s, STR(",")));
    if (time.len == s.len || !cut_time(&time) || !cut_end(&time, bracket))
        return false;
    Str rest = skip_marks(time);
    size_t colon = str_find(rest, STR(": "), 0);
    size_t end = str_find_char(rest, '\n', 0);
    bool named = colon != SIZE_MAX && colon <= LONGEST_NAME && (end == SIZE_MAX || colon < end);
    out->author = named ? str_slice(rest, 0, colon) : STR("");
    out->text = named ? str_drop(rest, colon + 2) : rest;
    return true;
}

/* Two of the first lines are heads, the first of all among them. */
bool chat_is(Str head)
{
    size_t found = 0;
    Str rest = str_begins(head, STR("\xEF\xBB\xBF")) ? str_drop(head, 3) : head;
    Str line = STR_NONE;
    for (bool first = true; str_cut(&rest, '\n', &line) && found < ENOUGH_HEADS; first = false) {
        Head message;
        if (read_head(line, &message))
            found++;
        else if (first)
            return false;
    }
    return found == ENOUGH_HEADS;
}

/* ---- which number is the month ---- */

static Day day_of(const Head *head, Order order)
{
    enum { CENTURY = 2000 };
    int64_t first = head->numbers[0];
    int64_t second = head->numbers[1];
    int64_t year = head->numbers[2];
    if (first > 99)
        return day_from_ymd((int)first, (int)second, (int)year); /* the year first */
    year += year < 100 ? CENTURY : 0;
    if (order == ORDER_UNKNOWN)
        return DAY_NONE;
    return order == ORDER_DAY_FIRST ? day_from_ymd((int)year, (int)second, (int)first)
                                    : day_from_ymd((int)year, (int)first, (int)second);
}

/* Does the chat go forward in time when its dates are read so? */
typedef struct {
    bool possible;
    Day last;
} Reading;

static void go_on(Reading *reading, const Head *head, Order order)
{
    Day day = day_of(head, order);
    reading->possible = reading->possible && day != DAY_NONE && (reading->last == DAY_NONE || day >= reading->last);
    reading->last = day;
}

static Order order_of(Str text)
{
    Reading day_first = {true, DAY_NONE};
    Reading month_first = {true, DAY_NONE};
    Head head = {.sign = '\0'};
    bool dots = false;
    for (Str line; str_cut(&text, '\n', &line);) {
        if (!read_head(line, &head))
            continue;
        dots = dots || head.sign == '.';
        go_on(&day_first, &head, ORDER_DAY_FIRST);
        go_on(&month_first, &head, ORDER_MONTH_FIRST);
    }
    if (day_first.possible != month_first.possible)
        return day_first.possible ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
    return dots && day_first.possible ? ORDER_DAY_FIRST : ORDER_UNKNOWN;
}

/* ---- messages ---- */

static Chat *open_chat(Source *source)
{
    Chat *chat = ARENA_NEW(source->arena, Chat);
    Head head = {.sign = '\0'};
    chat->decoded = encoding_decode(source->arena, source->bytes, &(Said){.carrier = source->charset});
    chat->order = order_of(chat->decoded.text);
    source->state = chat;
    if (read_head(skip(chat->decoded.text, STR("\xEF\xBB\xBF")), &head) && day_of(&head, chat->order) == DAY_NONE)
        problem_warn(
            source->problems,
            "%.*s: whether its dates have the day or the month first can't be told; its messages are read without a day",
            (int)source->name.len, source->name.ptr);
    return chat;
}

/* The line that begins at `at`, with its break. */
static Str line_at(Str text, size_t at)
{
    size_t end = str_find_char(text, '\n', at);
    return str_slice(text, at, end == SIZE_MAX ? text.len : end + 1);
}

/* The text from `at` up to the next head; *at is then there. */
static Str cut_message(Str text, size_t *at)
{
    size_t start = *at;
    Head next;
    do
        *at += line_at(text, *at).len;
    while (*at < text.len && !read_head(line_at(text, *at), &next));
    return str_slice(text, start, *at);
}

/* Pictures and the like, and what the service says, begin with a mark of direction or stand in angle brackets. */
static bool is_said(const Head *head, Str text)
{
    bool left_out = str_begins(text, STR("\xE2\x80\x8E")) || (str_begins(text, STR("<")) && str_ends(text, STR(">")));
    return head->author.len > 0 && text.len > 0 && !left_out;
}

static Document *read_message(const Source *source, const Chat *chat, const Head *head, Str text, Arena *arena)
{
    Document *document = source_document(source, text, arena);
    Day day = day_of(head, chat->order);
    document->path = source_numbered_path(source, arena);
    document->text = document->original;
    document->title = text_heading(document->text);
    document->publisher = STR("WhatsApp"); /* one voice, whoever writes */
    document->author = arena_copy(arena, head->author);
    document->is_personal = true;
    if (day != DAY_NONE)
        document->published = (Moment){.seconds = (int64_t)day * 86400, .precision = MOMENT_DAY};
    source_flag_encoding(document, &chat->decoded, arena);
    return document;
}

Document *chat_next(Source *source, Arena *arena)
{
    const Chat *chat = source->state ? source->state : open_chat(source);
    Str all = chat->decoded.text;
    while (source->at < all.len) {
        Head head = {.sign = '\0'};
        Str message = cut_message(all, &source->at);
        source->number++;
        bool begun = read_head(skip(message, STR("\xEF\xBB\xBF")), &head);
        Str text = begun ? str_trim(head.text) : STR("");
        if (begun && is_said(&head, text))
            return read_message(source, chat, &head, text, arena);
    }
    source->at = source->bytes.len > all.len ? source->bytes.len : all.len;
    return NULL;
}

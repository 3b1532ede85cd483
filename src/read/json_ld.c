#include "read/json_ld.h"

#include "read/date_text.h"
#include "read/json_value.h"

enum { MAX_DEPTH = 12 };

/* Ends of the names of types that are reports: NewsArticle, BlogPosting, Report … */
static const char *const ARTICLE_TYPES[] = {"Article", "Posting", "Report", "NewsArticle", "Review"};

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static bool is_article_type(Str type)
{
    for (size_t i = 0; i < COUNT_OF(ARTICLE_TYPES); i++) {
        if (str_ends(type, str_from(ARTICLE_TYPES[i])))
            return true;
    }
    return false;
}

static bool is_article(const JsonValue *object)
{
    const JsonValue *type = json_get(object, STR("@type"));
    if (!type)
        return false;
    if (type->type == JSON_STRING)
        return is_article_type(type->text);
    for (const JsonValue *one = type->first; one; one = one->next) {
        if (is_article_type(json_value_text(one)))
            return true;
    }
    return false;
}

typedef bool ObjectTest(const JsonValue *object);

static bool has_day(const JsonValue *object)
{
    return json_get(object, STR("datePublished")) != NULL;
}

/* The first object that passes, depth first: a page's own article stands before those it lists. */
static const JsonValue *find_object(const JsonValue *value, ObjectTest *test, unsigned depth)
{
    if (depth > MAX_DEPTH)
        return NULL;
    if (value->type == JSON_OBJECT && test(value))
        return value;
    for (const JsonValue *member = value->first; member; member = member->next) {
        const JsonValue *found = find_object(member, test, depth + 1);
        if (found)
            return found;
    }
    return NULL;
}

/* A text or an object's name. */
static Str name_of(const JsonValue *value)
{
    if (value && value->type == JSON_OBJECT)
        value = json_get(value, STR("name"));
    return json_value_text(value);
}

/* Names in JSON-LD often carry references, though they are no HTML. */
static Str plain(Arena *arena, Str s)
{
    return s.len > 0 ? str_trim(dom_decode(arena, s)) : STR_NONE;
}

/* The name, or those of several joined by commas. */
static Str names_of(Arena *arena, const JsonValue *value)
{
    if (!value || value->type != JSON_ARRAY)
        return plain(arena, name_of(value));
    Buf out = {0};
    for (const JsonValue *one = value->first; one; one = one->next) {
        Str name = plain(arena, name_of(one));
        if (name.len == 0)
            continue;
        buf_put(&out, out.len > 0 ? STR(", ") : STR(""));
        buf_put(&out, name);
    }
    Str joined = out.len > 0 ? arena_copy(arena, buf_str(&out)) : STR_NONE;
    buf_free(&out);
    return joined;
}

static bool is_site(const JsonValue *object)
{
    return str_equal(json_value_text(json_get(object, STR("@type"))), STR("WebSite"));
}

/* The name of the object that another refers to by its id. */
static Str name_by_id(const JsonValue *value, Str id, unsigned depth)
{
    if (depth > MAX_DEPTH)
        return STR_NONE;
    Str name = value->type == JSON_OBJECT && str_equal(json_value_text(json_get(value, STR("@id"))), id)
                   ? name_of(value)
                   : STR_NONE;
    for (const JsonValue *member = value->first; member && !str_present(name); member = member->next)
        name = name_by_id(member, id, depth + 1);
    return name;
}

/* Who publishes an article that only refers to him, or the site it is on. */
static Str publisher_of(Arena *arena, const JsonValue *all, const JsonValue *article)
{
    const JsonValue *publisher = json_get(article, STR("publisher"));
    Str id = publisher && publisher->type == JSON_OBJECT ? json_value_text(json_get(publisher, STR("@id"))) : STR_NONE;
    Str name = str_present(id) ? plain(arena, name_by_id(all, id, 0)) : STR_NONE;
    const JsonValue *site = str_present(name) ? NULL : find_object(all, is_site, 0);
    return site ? plain(arena, name_of(site)) : name;
}

/* Written as a value, as a word or as an address of one. */
static bool is_false(const JsonValue *value)
{
    return value && (value->type == JSON_FALSE || str_equal_caseless(json_value_text(value), STR("false")) ||
                     str_ends(json_value_text(value), STR("/False")));
}

static void take_article(Arena *arena, const Markup *markup, const JsonValue *article, JsonLd *out)
{
    out->headline = plain(arena, json_value_text(json_get(article, STR("headline"))));
    out->author = names_of(arena, json_get(article, STR("author")));
    out->publisher = names_of(arena, json_get(article, STR("publisher")));
    out->paid = is_false(json_get(article, STR("isAccessibleForFree")));
    const JsonValue *words = json_get(article, STR("wordCount"));
    if (!words || (words->type != JSON_NUMBER && words->type != JSON_STRING) || !str_number(words->text, &out->words))
        out->words = 0;
    Str published = json_value_text(json_get(article, STR("datePublished")));
    if (!str_present(published))
        published = json_value_text(json_get(article, STR("dateCreated")));
    if (str_present(published))
        out->published = date_text_moment(markup, published);
}

/* The value alone: without the comment and CDATA marks that some put around it. */
static Str value_in(Str script)
{
    size_t start = 0;
    size_t end = script.len;
    while (start < end && script.ptr[start] != '{' && script.ptr[start] != '[')
        start++;
    while (end > start && script.ptr[end - 1] != '}' && script.ptr[end - 1] != ']')
        end--;
    return str_slice(script, start, end);
}

/* Bare line breaks in strings, which pages have and JSON forbids, become spaces. */
static Str without_controls(Arena *arena, Str s)
{
    char *copy = arena_alloc(arena, s.len + 1, 1);
    for (size_t i = 0; i < s.len; i++) {
        copy[i] = s.ptr[i];
        if (char_is_space(s.ptr[i]))
            copy[i] = ' ';
    }
    return (Str){copy, s.len};
}

bool json_ld_is(const Node *node)
{
    return node->tag == TAG_SCRIPT && node->first &&
           str_equal_caseless(str_trim(dom_attribute(node, STR("type"))), STR("application/ld+json"));
}

JsonLd json_ld_read(Arena *arena, const Markup *markup, const Node *root)
{
    JsonLd found = {.published = {.seconds = 0, .precision = MOMENT_NONE}};
    for (const Node *n = root; n; n = dom_next(n, root)) {
        if (!json_ld_is(n))
            continue;
        JsonValue value;
        JsonProblem problem;
        if (!json_parse(arena, without_controls(arena, value_in(n->first->raw)), &value, &problem))
            continue;
        const JsonValue *article = find_object(&value, is_article, 0);
        if (article) {
            take_article(arena, markup, article, &found);
            if (!str_present(found.publisher))
                found.publisher = publisher_of(arena, &value, article);
            return found;
        }
        const JsonValue *dated = find_object(&value, has_day, 0);
        if (dated)
            found.published = date_text_moment(markup, json_value_text(json_get(dated, STR("datePublished"))));
    }
    return found;
}

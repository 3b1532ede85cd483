/* openapi — /openapi.json: the table of routes as an OpenAPI 3.0 document. Schemas stand in schemas.json. */
#include "base/embedded.h"
#include "serve/api/api.h"
#include "serve/frame/routes.h"

static void put_parameter(Json *j, const char *in, Str name, const char *about, bool required)
{
    json_open(j, '{');
    json_str(j, "name", name);
    json_str(j, "in", str_from(in));
    json_bool(j, "required", required);
    if (about)
        json_str(j, "description", str_from(about));
    json_raw(j, "schema", STR("{\"type\":\"string\"}"));
    json_close(j, '}');
}

static void put_parameters(Json *j, const Route *route)
{
    Str rest = str_from(route->path);
    Str segment;
    json_open_key(j, "parameters", '[');
    while (str_cut(&rest, '/', &segment))
        if (segment.len > 2 && segment.ptr[0] == '{')
            put_parameter(j, "path", str_slice(segment, 1, segment.len - 1), NULL, true);
    bool in_query = !route->writes || (route->takes && route->fields);
    for (const FormField *field = route->fields; in_query && field && field->name; field++)
        put_parameter(j, "query", str_from(field->name), field->about, false);
    json_close(j, ']');
}

static void put_schema(Json *j, const char *name)
{
    Buf reference = {0};
    json_open_key(j, "schema", '{');
    buf_format(&reference, "#/components/schemas/%s", name);
    json_str(j, "$ref", buf_str(&reference));
    json_close(j, '}');
    buf_free(&reference);
}

static void put_form(Json *j, const FormField *fields)
{
    json_open_key(j, "application/x-www-form-urlencoded", '{');
    json_open_key(j, "schema", '{');
    json_str(j, "type", STR("object"));
    json_open_key(j, "properties", '{');
    json_raw(j, "form_token",
             STR("{\"type\":\"string\",\"description\":\"of the page's form; not with a token in Authorization\"}"));
    for (; fields && fields->name; fields++) {
        json_open_key(j, fields->name, '{');
        json_str(j, "type", STR("string"));
        json_str(j, "description", str_from(fields->about));
        json_close(j, '}');
    }
    json_close(j, '}');
    json_close(j, '}');
    json_close(j, '}');
}

static void put_body(Json *j, const Route *route)
{
    if (!route->writes)
        return;
    bool is_upload = route->body_limit > 0;
    json_open_key(j, "requestBody", '{');
    json_open_key(j, "content", '{');
    if (is_upload)
        json_raw(
            j, "multipart/form-data",
            STR("{\"schema\":{\"type\":\"object\",\"properties\":{\"file\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"format\":\"binary\"}}}}}"));
    if (route->takes) {
        json_open_key(j, is_upload ? "application/octet-stream" : "application/json", '{');
        put_schema(j, route->takes);
        json_close(j, '}');
    } else if (!is_upload) {
        put_form(j, route->fields);
    }
    json_close(j, '}');
    json_close(j, '}');
}

/* What an answer is when all goes well: JSON of a schema, another form, a page, or that another page comes next. */
static void put_success(Json *j, const Route *route)
{
    bool is_page = !route->gives;
    json_open_key(j, is_page && route->writes ? "303" : "2XX", '{');
    json_str(j, "description", str_from(route->summary));
    if (!is_page || !route->writes) {
        bool is_schema = route->gives && !strchr(route->gives, '/');
        json_open_key(j, "content", '{');
        json_open_key(j, is_page ? "text/html" : is_schema ? "application/json" : route->gives, '{');
        if (is_schema)
            put_schema(j, route->gives);
        json_close(j, '}');
        json_close(j, '}');
    }
    json_close(j, '}');
}

static void put_operation(Json *j, const Route *route)
{
    bool is_api = str_begins(str_from(route->path), STR("/api/"));
    Buf method = {0};
    for (const char *c = route->method; *c; c++)
        buf_char(&method, char_lower(*c));
    buf_char(&method, '\0');
    json_open_key(j, method.ptr, '{');
    json_str(j, "summary", str_from(route->summary));
    json_str(j, "x-least-role", role_name(route->least));
    json_raw(j, "security", route->least == ROLE_NOBODY ? STR("[]") : STR("[{\"token\":[]},{\"session\":[]}]"));
    put_parameters(j, route);
    put_body(j, route);
    json_open_key(j, "responses", '{');
    put_success(j, route);
    json_open_key(j, "default", '{');
    json_str(j, "description", STR("What is wrong, and what to do"));
    json_open_key(j, "content", '{');
    json_open_key(j, is_api ? "application/json" : "text/html", '{');
    if (is_api)
        put_schema(j, "Error");
    json_close(j, '}');
    json_close(j, '}');
    json_close(j, '}');
    json_close(j, '}');
    json_close(j, '}');
    buf_free(&method);
}

static bool was_before(const char *path, size_t number)
{
    for (size_t i = 0; i < number; i++)
        if (strcmp(route_at(i)->path, path) == 0)
            return true;
    return false;
}

static void put_paths(Json *j)
{
    const Route *route = NULL;
    json_open_key(j, "paths", '{');
    for (size_t i = 0; (route = route_at(i)); i++) {
        if (was_before(route->path, i))
            continue;
        json_open_key(j, route->path, '{');
        const Route *other = NULL;
        for (size_t k = i; (other = route_at(k)); k++)
            if (strcmp(other->path, route->path) == 0)
                put_operation(j, other);
        json_close(j, '}');
    }
    json_close(j, '}');
}

static void show_openapi(Request *request, Reply *reply)
{
    (void)request;
    Json j = api_open(reply);
    json_open(&j, '{');
    json_str(&j, "openapi", STR("3.0.3"));
    json_raw(
        &j, "info",
        STR("{\"title\":\"daybook desk\",\"version\":\"1\",\"description\":\"Every page and call of the desk. Calls under /api "
            "answer in JSON; a program signs in with Authorization: Bearer TOKEN.\"}"));
    put_paths(&j);
    json_open_key(&j, "components", '{');
    json_raw(&j, "schemas", embedded_find(STR("src/serve/schemas.json")));
    json_raw(
        &j, "securitySchemes",
        STR("{\"token\":{\"type\":\"http\",\"scheme\":\"bearer\"},\"session\":{\"type\":\"apiKey\",\"in\":\"cookie\",\"name\":\"daybook\"}}"));
    json_close(&j, '}');
    json_close(&j, '}');
    buf_char(&reply->body, '\n');
}

const Route OPENAPI_ROUTES[] = {
    {.method = "GET",
     .path = "/openapi.json",
     .handle = show_openapi,
     .everyone = true,
     .shared = true,
     .summary = "This document",
     .gives = "application/json"},
    {0},
};

/*
 * mail_library — GMime, loaded when the first mail is read: it brings some dozen other libraries, of which no other format
 * has need.
 */
#ifndef DAYBOOK_READ_MAIL_LIBRARY_H
#define DAYBOOK_READ_MAIL_LIBRARY_H

#include <gmime/gmime.h>

#include "base/error.h"

/* Its functions, and those of GLib that go with them, by their names without "g_mime_" and "g_". */
typedef struct {
    void (*init)(void);
    gboolean (*once_init_enter)(volatile void *location);
    void (*once_init_leave)(volatile void *location, gsize result);
    void (*object_unref)(void *object);
    gboolean (*type_check_instance_is_a)(GTypeInstance *instance, GType type);
    gint64 (*date_time_to_unix)(GDateTime *when);
    GMimeStream *(*stream_mem_new)(void);
    GMimeStream *(*stream_mem_new_with_buffer)(const char *bytes, size_t len);
    GByteArray *(*stream_mem_get_byte_array)(GMimeStreamMem *stream);
    GMimeParser *(*parser_new_with_stream)(GMimeStream *stream);
    void (*parser_set_format)(GMimeParser *parser, GMimeFormat format);
    gboolean (*parser_eos)(GMimeParser *parser);
    gint64 (*parser_tell)(GMimeParser *parser);
    GMimeMessage *(*parser_construct_message)(GMimeParser *parser, GMimeParserOptions *options);
    const char *(*message_get_subject)(GMimeMessage *message);
    GDateTime *(*message_get_date)(GMimeMessage *message);
    InternetAddressList *(*message_get_from)(GMimeMessage *message);
    InternetAddress *(*address_list_get_address)(InternetAddressList *list, int index);
    const char *(*address_get_name)(InternetAddress *address);
    GMimePartIter *(*part_iter_new)(GMimeObject *message);
    void (*part_iter_free)(GMimePartIter *parts);
    gboolean (*part_iter_is_valid)(GMimePartIter *parts);
    gboolean (*part_iter_next)(GMimePartIter *parts);
    GMimeObject *(*part_iter_get_current)(GMimePartIter *parts);
    GType (*part_get_type)(void);
    const char *(*part_get_filename)(GMimePart *part);
    GMimeDataWrapper *(*part_get_content)(GMimePart *part);
    const char *(*object_get_content_type_parameter)(GMimeObject *object, const char *name);
    const char *(*object_get_header)(GMimeObject *object, const char *name);
    GMimeObject *(*message_get_mime_part)(GMimeMessage *message);
    GMimeContentType *(*object_get_content_type)(GMimeObject *object);
    gboolean (*content_type_is_type)(GMimeContentType *content, const char *type, const char *subtype);
    ssize_t (*data_wrapper_write_to_stream)(GMimeDataWrapper *content, GMimeStream *stream);
} MailLibrary;

/* ERROR_INPUT where it is not installed. */
bool mail_library_open(MailLibrary *out, Error *err);

#endif

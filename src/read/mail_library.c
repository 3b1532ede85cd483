#include "read/mail_library.h"

#include "base/library.h"

/* GLib's are found through GMime, which is linked with it. */
static const LibraryFunction FUNCTIONS[] = {
    {"g_mime_init", offsetof(MailLibrary, init)},
    {"g_once_init_enter", offsetof(MailLibrary, once_init_enter)},
    {"g_once_init_leave", offsetof(MailLibrary, once_init_leave)},
    {"g_object_unref", offsetof(MailLibrary, object_unref)},
    {"g_type_check_instance_is_a", offsetof(MailLibrary, type_check_instance_is_a)},
    {"g_date_time_to_unix", offsetof(MailLibrary, date_time_to_unix)},
    {"g_mime_stream_mem_new", offsetof(MailLibrary, stream_mem_new)},
    {"g_mime_stream_mem_new_with_buffer", offsetof(MailLibrary, stream_mem_new_with_buffer)},
    {"g_mime_stream_mem_get_byte_array", offsetof(MailLibrary, stream_mem_get_byte_array)},
    {"g_mime_parser_new_with_stream", offsetof(MailLibrary, parser_new_with_stream)},
    {"g_mime_parser_set_format", offsetof(MailLibrary, parser_set_format)},
    {"g_mime_parser_eos", offsetof(MailLibrary, parser_eos)},
    {"g_mime_parser_tell", offsetof(MailLibrary, parser_tell)},
    {"g_mime_parser_construct_message", offsetof(MailLibrary, parser_construct_message)},
    {"g_mime_message_get_subject", offsetof(MailLibrary, message_get_subject)},
    {"g_mime_message_get_date", offsetof(MailLibrary, message_get_date)},
    {"g_mime_message_get_from", offsetof(MailLibrary, message_get_from)},
    {"internet_address_list_get_address", offsetof(MailLibrary, address_list_get_address)},
    {"internet_address_get_name", offsetof(MailLibrary, address_get_name)},
    {"g_mime_part_iter_new", offsetof(MailLibrary, part_iter_new)},
    {"g_mime_part_iter_free", offsetof(MailLibrary, part_iter_free)},
    {"g_mime_part_iter_is_valid", offsetof(MailLibrary, part_iter_is_valid)},
    {"g_mime_part_iter_next", offsetof(MailLibrary, part_iter_next)},
    {"g_mime_part_iter_get_current", offsetof(MailLibrary, part_iter_get_current)},
    {"g_mime_part_get_type", offsetof(MailLibrary, part_get_type)},
    {"g_mime_part_get_filename", offsetof(MailLibrary, part_get_filename)},
    {"g_mime_part_get_content", offsetof(MailLibrary, part_get_content)},
    {"g_mime_object_get_content_type_parameter", offsetof(MailLibrary, object_get_content_type_parameter)},
    {"g_mime_object_get_header", offsetof(MailLibrary, object_get_header)},
    {"g_mime_message_get_mime_part", offsetof(MailLibrary, message_get_mime_part)},
    {"g_mime_object_get_content_type", offsetof(MailLibrary, object_get_content_type)},
    {"g_mime_content_type_is_type", offsetof(MailLibrary, content_type_is_type)},
    {"g_mime_data_wrapper_write_to_stream", offsetof(MailLibrary, data_wrapper_write_to_stream)},
};

bool mail_library_open(MailLibrary *out, Error *err)
{
    static const Library LIBRARY = {"libgmime-3.0.so.0", "install GMime to read mail", FUNCTIONS,
                                    sizeof FUNCTIONS / sizeof *FUNCTIONS, ERROR_INPUT};
    return library_open(&LIBRARY, out, err);
}

/* input — a form's parts: a label with its field, a hint, a message on what is wrong, a button. */
#ifndef DAYBOOK_SERVE_INPUT_H
#define DAYBOOK_SERVE_INPUT_H

#include "base/buf.h"

typedef struct {
    const char *name; /* also its id */
    const char *label;
    const char *type;     /* "text", "password"; NULL: text */
    const char *hint;     /* under the label; NULL: none */
    const char *complete; /* autocomplete's value; NULL: off */
    Str value;
    bool optional;
} Input;

void input_line(Buf *out, const Input *input);
void input_area(Buf *out, const Input *input); /* of several lines */
void input_button(Buf *out, const char *label);

/* What is wrong with what was sent, above the form; NULL: nothing. */
void input_message(Buf *out, const char *message);

#endif

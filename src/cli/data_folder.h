/* data_folder — a language read from a folder (--data data/en) in place of the embedded one. */
#ifndef DAYBOOK_CLI_DATA_FOLDER_H
#define DAYBOOK_CLI_DATA_FOLDER_H

#include "extract/analysis/language.h"

/* Reads the files in FOLDER/lexicon and FOLDER/rules and compiles them; the folder's name is the language's code. */
bool data_folder_load(Arena *arena, const char *folder, Language *out, Error *err);

#endif

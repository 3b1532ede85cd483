/* version — what --version prints and the page names. */
#ifndef DAYBOOK_CLI_VERSION_H
#define DAYBOOK_CLI_VERSION_H

#define DAYBOOK_VERSION "0.1.0"

#endif

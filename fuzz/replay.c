/* Replays a corpus through a fuzz target as an ordinary test: replay FILE... prints one TAP line a file. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    enum { LIMIT_BYTES = 16 << 20 };
    for (int i = 1; i < argc; i++) {
        Error err = {0};
        File file;
        if (!file_open(argv[i], LIMIT_BYTES, &file, &err)) {
            (void)printf("not ok %d - %s\n", i, err.text);
            continue;
        }
        /* Its own allocation of just that size, so that a read past the end is seen. */
        char *copy = malloc(file.bytes.len > 0 ? file.bytes.len : 1);
        if (!copy)
            return EXIT_FAILURE;
        memcpy(copy, file.bytes.ptr, file.bytes.len);
        (void)LLVMFuzzerTestOneInput((const uint8_t *)copy, file.bytes.len);
        free(copy);
        file_close(&file);
        (void)printf("ok %d - %s\n", i, argv[i]);
        (void)fflush(stdout);
    }
    return EXIT_SUCCESS;
}

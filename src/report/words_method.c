/* How the figures are made, as the page and the day book say it. */
#include "report/words.h"

/* clang-format off */
static const char *const METHOD[] = {
    "Every figure is a claim by somebody. This page keeps each with its speaker and the exact passage it stands in, and decides nothing in secret.",
    "A count is a range: \xE2\x80\x9C\x61t least 10\xE2\x80\x9D is ten or more, with no upper end known. Words such as \xE2\x80\x9Cscores\xE2\x80\x9D support or contradict a number and never set one.",
    "Only like is compared with like: the same incident, outcome, group of people, unit and days. A total is never added to its parts.",
    "One voice counts once. Copies and syndicated texts stand under their origin.",
    "A speaker\xE2\x80\x99s later figure supersedes the earlier one, which stays on record.",
    "Low is the largest floor that two independent origins support, else the smallest current figure, or the fewest victims that reports know of where as many tell of fewer. High is the largest current figure of an identified speaker or outlet. Best, for civilians and for a speaker\xE2\x80\x99s own side, is the median of the origins\xE2\x80\x99 current figures, ties to the lower.",
    "What a party says of its enemy\xE2\x80\x99s losses never sets the best figure; it is printed as claimed by that party. All parties are treated alike.",
    "Unknown is not zero. Where nobody gives a figure the page says so.",
    "Contradictions are listed, never mended silently.",
};
/* clang-format on */

const char WORDS_NO_CORRECTION[] =
    "No correction has been entered. A reader who finds an error can name the number of the note it concerns.";

const char *const *words_method(size_t *count)
{
    *count = sizeof METHOD / sizeof METHOD[0];
    return METHOD;
}

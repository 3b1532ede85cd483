/*
 * page_parts — what the sections of the situation page share: the page being written, links from
 * anything printed to its evidence, and one writer a section. page.c holds the table of sections.
 *
 * Every writer appends HTML to page->out. Text from a source goes through buf_html alone. Links:
 *
 *     evidence_open(page, claim);  claim_figure(page, claim);  evidence_close(page);
 *     <a class="ev" href="#claim-ID" data-note="12">at least 11</a>
 *
 * Without script the link is an anchor into the appendix; with script it opens the drawer; on
 * paper data-note is printed behind it as the number of the note.
 */
#ifndef DAYBOOK_REPORT_PAGE_PARTS_H
#define DAYBOOK_REPORT_PAGE_PARTS_H

#include "base/buf.h"
#include "extract/analysis/language.h"
#include "match/gazetteer.h"
#include "model/situation.h"
#include "report/words.h"

enum { CLAIM_NONE = UINT32_MAX };

typedef struct {
    Buf *out;
    const Situation *situation;
    const Incident *headline;   /* the incident that the page is about, NULL where there is none */
    const Language *language;   /* may be NULL: rules are then named only */
    const Gazetteer *gazetteer; /* may be NULL: no neighbouring towns */
    Arena *arena;               /* for the page's own lists */
    const uint32_t *superseded; /* by claim: the first that it supersedes, then by that: the next; CLAIM_NONE ends */
    const uint32_t *next_superseded;
    const uint32_t *copied; /* the same for its copies */
    const uint32_t *next_copied;
    Str desk; /* on the desk: address of the list of claims, below which each is reviewed; STR_NONE: the page stands alone */
    bool evidence_at_desk; /* figures lead there at once: this page has no evidence of its own */
} Page;

/* Readies page for the situation: headline, and chains of claims in page->arena. out, language, gazetteer, arena and desk are the caller's. */
void page_begin(Page *page, const Situation *situation);

/* Shorthands. */
void put(const Page *page, const char *html);                         /* markup of our own */
void text(const Page *page, Str source_text);                         /* escaped */
void text_cut(const Page *page, Str source_text, size_t limit_bytes); /* cut at a word, with an ellipsis */
const SituationClaim *claim_at(const Page *page, uint32_t claim);
const Document *document_of(const Page *page, uint32_t document);
Str claim_text(const Page *page, uint32_t claim, Span span);

/* Days that the page's sentences count from: as_of's. DAY_NONE where unknown. */
Day page_today(const Page *page);
bool page_shows(const Page *page, uint32_t claim);         /* known by as_of */
bool page_claim_is_copy(const Page *page, uint32_t claim); /* another claim says it in the same voice */

/* <section id> with its heading; explain (may be NULL) is a quiet line under it. */
void section_open(const Page *page, const char *id, const char *title, const char *explain);
void section_close(const Page *page);

/* Of a long list, how many of count stand open: all where there are few; the others stand in a fold behind them,
 * which a link to one of them, a search and print open. */
size_t list_shown(size_t count);
void fold_open(const Page *page, size_t left); /* "488 more" */
void fold_close(const Page *page);

/* Such a list as one piece: open and close (may be "") stand around what is shown and again around what the fold holds. folded_item goes before
 * each of the count items. */
typedef struct {
    const Page *page;
    const char *open;
    const char *close;
    size_t count;
    size_t shown;
    size_t printed;
} FoldedList;

FoldedList folded_begin(const Page *page, const char *open, const char *close, size_t count, size_t shown);
void folded_item(FoldedList *list);
void folded_end(const FoldedList *list);

/* Evidence. */
void evidence_open(const Page *page, uint32_t claim);
void evidence_close(const Page *page);
void evidence_id(const Page *page, uint32_t claim);               /* claim-ID */
void figure_id(const Page *page, Outcome outcome, CellKind cell); /* figure-killed-civilian */
void incident_id(const Page *page, const Incident *incident);     /* incident-ID */
void document_id(const Page *page, uint32_t document);
unsigned figure_note(const Page *page, Outcome outcome, CellKind cell); /* 1.. among the headline's notes */

void rule_link(const Page *page, Str rule);  /* to the rule's words under method */
void rule_words(const Page *page, Str rule); /* "reads sentences like ...", nothing where the rule has no words */

/* A claim in words. */
/* Whose word a claimed figure is: its party, by country or name where the incident has several of it. */
void page_claimant(const Page *page, const Incident *incident, const ClaimedFigure *claimed);
void claim_figure(const Page *page, uint32_t claim);       /* "at least 11", "scores" */
void claim_sentence(const Page *page, uint32_t claim);     /* "at least 11 civilians killed" */
void claim_speaker(const Page *page, uint32_t claim);      /* "Ibad Khan, in Outlet" */
bool claim_is_elsewhere(const Page *page, uint32_t claim); /* its place isn't the headline's */
void claim_days(const Page *page, uint32_t claim);         /* "Sat 31 Jan" */
enum { QUOTE_BYTES = 170, BRIEF_QUOTE_BYTES = 110 };
void claim_quote(const Page *page, uint32_t claim,
                 size_t limit_bytes);                         /* its sentence as a <q>, cut at words where it is long */
void evidence_quote(const Page *page, uint32_t claim);        /* the same as a link to its evidence */
bool claim_leads(const Page *page, uint32_t claim);           /* the first of its kind in its sentence */
bool claim_repeats(const Page *page, uint32_t claim);         /* its report has told the same figure before */
bool claim_counts_by_noun(const Page *page, uint32_t claim);  /* "militants": the word is no number */
Str claim_first_speaker(const Page *page, uint32_t claim);    /* STR_NONE: the report itself */
void document_name(const Page *page, uint32_t document);      /* publisher, else title, else file */
void document_flags(const Page *page, uint32_t document);     /* what a reader must be warned of, as a list */
void place_name(const Page *page, const PlaceMention *place); /* "Gwadar", "near Quetta" */
void claim_passage(const Page *page, uint32_t claim, bool around); /* the sentence with the passage marked */
void claim_age(const Page *page, uint32_t claim);                  /* "3 days unverified" on as_of's day */
void claim_due(const Page *page, uint32_t claim);                  /* "overdue by 2 days", "expected Sat 31 Jan" */

/* An incident in words: "Foiled attack in Mastung". */
void incident_title(const Page *page, const Incident *incident);

/* A table of incidents begins: its frame and headings, the last of which may be the caller's ("Reports"; NULL: none). */
void incident_table_open(const Page *page, const char *label, const char *heading);
void incident_table_close(const Page *page);

/* The cells of such a table for those killed: in all, and by class, or one cell where nobody tells the classes apart. words prints one figure. */
typedef void KilledWords(const void *context, const Incident *incident, const Estimate *killed);
void incident_killed_cells(const Page *page, const Incident *incident, KilledWords *words, const void *context);

/* For a cell of a table: the place, how exactly it is known, and the days. */
void incident_where_and_when(const Page *page, const Incident *incident);

/* An estimate in words. */
void estimate_words(const Page *page, const Estimate *estimate); /* "at least 11", "No agreed figure" … */
int64_t estimate_reach(const Estimate *estimate);                /* the largest number it names, for a common scale */

/* Drawings (chart.c, map.c). */
void chart_range(const Page *page, const Estimate *estimate, int64_t scale);
void chart_claimed(const Page *page, const ClaimedFigure *claimed, int64_t scale);
void map_draw(const Page *page);
bool map_has_points(const Page *page);
void map_pick(const Page *page,
              const Place *at); /* for a form: the surroundings of a place that has a point, to choose another in */

/* What does not agree: "Civilians killed: at least 17 against 31"; of what compares no figures the conflict's note. */
void dispute_words(const Page *page, const Conflict *conflict);
/* One of a conflict's claims: its figure in words, or its passage where it has none. */
void dispute_claim(const Page *page, uint32_t claim);

/* Sections, in the page's order. Each writes nothing at all where it has nothing to say, unless that itself is said. */
void page_heading(const Page *page);
void page_figures(const Page *page);
void page_counts(const Page *page); /* inside page_figures */
void page_disputes(const Page *page);
void page_versions(const Page *page);
void page_places(const Page *page);
void page_timeline(const Page *page); /* inside page_places */
void page_incidents(const Page *page);
void page_over_time(const Page *page);
void page_open_questions(const Page *page);
void page_disruptions(const Page *page);
void page_tactics(const Page *page);
void page_reactions(const Page *page);
void page_background(const Page *page);
void page_sources(const Page *page);
void page_profiles(const Page *page);
void page_method(const Page *page);
void page_rules(const Page *page);         /* inside page_method */
void page_profile_rules(const Page *page); /* inside page_method */
void page_appendix(const Page *page);

/* Baseline (page_baseline.c): a paragraph under a wave; a sentence behind a superlative. */
void wave_scan_line(const Page *page, const WaveScan *scan);
void superlative_line(const Page *page, const SuperlativeCheck *check);

#endif

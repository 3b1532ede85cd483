/*
 * profile — a codebook's rules of counting: what data/profiles/NAME.profile says, as values. The claims are the same for
 * all profiles; a profile says which of them enter, what a word counts as, and how low, best and high are chosen.
 *
 * Read by assemble/basis/profile.h, which describes the file. Rules' names stand in Estimate.rule, so that each printed cell
 * names the rule that made it.
 */
#ifndef DAYBOOK_MODEL_PROFILE_H
#define DAYBOOK_MODEL_PROFILE_H

#include "model/interval.h"
#include "model/terms.h"

enum { PROFILE_MAX_STEPS = 6, PROFILE_MAX_WORDS = 16, PROFILE_MAX_GRADES = 8, PROFILE_MAX_CODES = 8 };

/* What a rule is about; the settings of a profile's file, in the order of their names' table (assemble/basis/profile.c). */
typedef enum {
    SETTING_TITLE,    /* the codebook's full name */
    SETTING_OUTCOMES, /* which outcomes are counted */
    SETTING_ENEMY,    /* what a party's word on its enemy's losses does */
    SETTING_LAPSE,    /* when a figure that nobody takes back is no longer current */
    SETTING_WORD,     /* what a count without a number counts as */
    SETTING_WAR,      /* countries where a word counts as more */
    SETTING_BIAS,     /* numbers of a model of reporting bias */
    SETTING_BEST,     /* steps that narrow the current figures down to one */
    SETTING_LOW,
    SETTING_HIGH,
    SETTING_TOTAL,     /* how a total is made of a stated one and the classes */
    SETTING_COUNTRIES, /* what becomes of figures of several countries that one event befell */
    SETTING_PRESUME,   /* what victims of no told class are taken for */
    SETTING_SPREAD,    /* how a total of several days goes into rows of events */
    SETTING_GRADE,     /* how well an incident is known */
    SETTING_HEADLINE,  /* the grades whose incidents are added up */
    SETTING_WHERE,     /* codes of the precision of a place */
    SETTING_WHEN,      /* codes of the precision of the days */
    SETTING_CLARITY,   /* codes of one event and of several told together */
    SETTING_COUNT_
} Setting;

/* A row of the file. */
typedef struct {
    Str name; /* "ged.best" */
    Setting setting;
    Str value;
    Str source;    /* codebook and section */
    Str statement; /* a sentence for a reader */
} ProfileRule;

typedef enum {
    ENEMY_APART, /* never sets best; listed as claimed */
    ENEMY_HIGH,  /* raises high, and nothing else */
    ENEMY_COUNTS /* as everybody's */
} EnemyWord;

/* Each step keeps some of the figures that are left; the first that leaves one number names the cell's rule. */
typedef enum {
    STEP_MEDIAN, /* the one in the middle, of two the lower */
    STEP_LOWEST,
    STEP_HIGHEST,
    STEP_LATEST,   /* those published within so many hours of the newest */
    STEP_MAJORITY, /* the number that more than half of the voices give, where there is one */
    STEP_RELIABLE, /* identified voices, or who saw it, where there are any */
    STEP_POSTERIOR, /* no step: the median of a model of reporting bias, its ends low and high (assemble/figure/bias.h) */
    STEP_COUNT_
} StepKind;

typedef struct {
    StepKind kind;
    int64_t hours;
    Str rule;
} BestStep;

/* Whose losses a voice tells of. */
typedef enum { BIAS_OWN, BIAS_ENEMY, BIAS_OTHER, BIAS_OF_COUNT_ } BiasOf;

/* Of the logarithm of what is claimed over what is true. */
typedef struct {
    double mean;
    double deviation;
} BiasPrior;

typedef struct {
    BiasPrior priors[BIAS_OF_COUNT_];
    double noise;             /* standard deviation of one claim's logarithm */
    int64_t floor_times;      /* "at least n" lies between n and so many times n */
    int64_t interval_percent; /* of the posterior between low and high */
} BiasRules;

typedef enum {
    LOW_SUPPORTED, /* the largest floor that two independent origins support, else the smallest */
    LOW_SMALLEST,
    LOW_BEST
} LowChoice;

typedef enum {
    HIGH_IDENTIFIED, /* the largest figure of an identified voice */
    HIGH_LARGEST,
    HIGH_BEST
} HighChoice;

typedef enum {
    TOTAL_STATED, /* the stated one, without it the sum of the classes */
    TOTAL_LARGER, /* the larger of the stated one and the sum of the classes */
} TotalChoice;

/* A count that gives no number, known by the interval that the language gives it: dozens are 24 to 99. */
typedef struct {
    Interval range; /* low -1: every other one */
    bool apart;     /* sets no best */
    bool floor;     /* counts as its lower end */
    int64_t n;
    int64_t n_in_war;
    Str rule;
} WordValue;

typedef enum {
    GRADE_ACCEPTED,  /* whoever did it says so */
    GRADE_CONTESTED, /* several say that others did it */
    GRADE_SOURCES,   /* so many independent voices, or more */
    GRADE_FIGHTERS,  /* all whose class is told were armed */
    GRADE_TEST_COUNT_
} GradeTest;

typedef struct {
    Str name; /* "Confirmed" */
    GradeTest test;
    int64_t sources;
    bool in_headline;
    Str rule;
} Grade;

/* A code for spans of up to so many days; the last may be for all longer ones. */
typedef struct {
    int days;
    int code;
} DayCode;

typedef struct Profile {
    Str name;  /* "ged", or of an own file its name without folder and ending */
    Str title; /* "UCDP Georeferenced Event Dataset" */
    const ProfileRule *rules;
    size_t rule_count;
    Str by_setting[SETTING_COUNT_]; /* name of the last rule of the setting, "" where there is none */

    unsigned outcomes; /* bits 1 << Outcome */
    EnemyWord enemy;
    bool lapses;
    int64_t lapse_hours;   /* reports nearer in time than this dispute a figure, they do not follow it */
    int64_t lapse_days;    /* a figure of nobody in particular is news for so long */
    int64_t lapse_reports; /* if so many have told a newer one */
    WordValue words[PROFILE_MAX_WORDS];
    size_t word_count;
    Str war; /* country codes with spaces between */
    BiasRules bias;
    BestStep best[PROFILE_MAX_STEPS];
    size_t best_count;
    LowChoice low;
    HighChoice high;
    TotalChoice total;
    bool adds_countries;
    bool presumes_civilian;
    bool spreads_days;
    Grade grades[PROFILE_MAX_GRADES];
    size_t grade_count;
    int where[PRECISION_COUNT_]; /* 0: no code */
    DayCode when[PROFILE_MAX_CODES];
    size_t when_count;
    int clarity_single;
    int clarity_summed;

    const struct Profile *const *beside; /* whose figures are to stand beside this one's (--profile all) */
    size_t beside_count;
} Profile;

#endif

/* setting_set — what the pages share on which something is set for the whole book (store/setting.h): who set what, how it is kept and taken back. */
#ifndef DAYBOOK_SERVE_SETTING_SET_H
#define DAYBOOK_SERVE_SETTING_SET_H

#include "serve/setting/setting.h"
#include "store/setting.h"

/* A page of settings on which one action is taken. */
typedef struct {
    const char *action;                                                       /* of store/setting.h */
    const char *path;                                                         /* of the page */
    Role least;                                                               /* who may set and take back */
    void (*put_value)(Buf *out, const StoreDecision *decision, Arena *arena); /* a value in words */
} SettingPage;

extern const SettingPage PROFILE_PAGE;
extern const SettingPage PUBLIC_PAGE;
extern const SettingPage PLACE_PAGE;

/* What was just kept ("?set=N"), with the sentence on what it does; nothing otherwise. Returns its seq, 0: nothing. */
int64_t setting_flash(Buf *out, const Request *request, const SettingPage *page, const char *effect);

/* Who set what and why, newest first, each with a way to take it back. */
void setting_history(Buf *out, const Request *request, const SettingPage *page);

/* The hidden field "seen" and the field for the reason, with which each form of such a page ends, and its button. */
void setting_sign(Buf *out, const Request *request, const SettingPage *page, const char *button);

/* Keeps what the form sets, in the person's name, and leads back; or says why not. The value is JSON. True: it is kept. */
bool setting_keep(Request *request, Reply *reply, const SettingPage *page, Str value);

/* More in the query of the address to which a kept setting leads back. */
void setting_lead_on(const Request *request, Reply *reply, Str more);

/* POST …/undo of the page, in the same way. */
bool setting_undo(Request *request, Reply *reply, const SettingPage *page);

#endif

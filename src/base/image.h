/*
 * image — what was made in an arena, as bytes that can be opened in another arena, process or day: the work of making it is
 * then done once, by the build.
 *
 * An image is a copy of the arena's memory in which pointers are counted from its start, and a bit for each word that is
 * one. Which words are pointers is not described by anybody: all is made twice, in two arenas, and the words that differ
 * by as much as the arenas' addresses are the pointers. A word that differs otherwise, or points into the program that
 * makes the image, would mean nothing elsewhere and is refused.
 *
 * An image is of use only to a program that lays out its structures as the program that made it does: same build, same
 * kind of machine. It is no format of exchange.
 */
#ifndef DAYBOOK_BASE_IMAGE_H
#define DAYBOOK_BASE_IMAGE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

/* Makes something in the arena, alike whenever it is called, with nothing in it that lies elsewhere; returns its root,
 * NULL with an error. */
typedef void *ImageMake(Arena *arena, void *context, Error *err);

/* Appends the image of what make makes, at most limit bytes of it. False with an error where it can have none. */
bool image_write(ImageMake *make, void *context, size_t limit, Buf *out, Error *err);

/* The root of an image, all of it copied into the arena; NULL when the bytes are none. */
void *image_open(Arena *arena, Str bytes);

#endif

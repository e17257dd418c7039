#ifndef LABELS_PDF_FILE_H
#define LABELS_PDF_FILE_H

/*
 * The bones of a PDF file (ISO 32000-1, 7.3 and 7.5): numbered objects, written as they come, and
 * the table of where each begins. Nothing of a page is kept once it is written.
 */

#include "labels/sink.h"

struct pdf_file {
    struct sink *sink;
    GArray *offsets; /* uint64_t: of object i + 1, or 0 */
};

void pdf_file_begin(struct pdf_file *file, struct sink *sink);

/* A number for an object that is written later. */
int pdf_file_reserve(struct pdf_file *file);

/* Writes the object of a reserved number, which has this text in it. */
void pdf_file_object(struct pdf_file *file, int object, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* The same of a stream, deflated; entries are added to its dictionary. */
void pdf_file_stream(struct pdf_file *file, int object, const char *entries, const void *bytes,
                     size_t n);

/* The end of the file; all reserved numbers have been written. */
void pdf_file_end(struct pdf_file *file, int catalog, int info);
void pdf_file_clear(struct pdf_file *file); /* at any time */

/* A number as PDF has it, with up to so many decimals: the shortest, with a point in any locale. */
void pdf_file_number(GString *text, double value, int decimals);

#endif

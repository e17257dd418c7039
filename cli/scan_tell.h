#ifndef CLI_SCAN_TELL_H
#define CLI_SCAN_TELL_H

/* What a scan answers: sentences for people, and rows for --json. */

#include "cli/scan.h"
#include "inventory/carry.h"
#include "scanner/finding.h"

/* Of the list of bookings; for rows_new(). */
extern const struct rows_column scan_tell_columns[];

/* A booking: a line of people's for each movement, the total behind the last. */
void scan_tell_booked(struct scan *scan, const struct scan_item *item, const struct drug *drug,
                      enum movement_kind kind, const struct booking_result *result);

/* What a count found more or less of. */
void scan_tell_difference(struct scan *scan, const struct drug *drug,
                          const struct count_difference *difference);

/* What a code means; total, if not NULL: how much of it the box holds. */
void scan_tell_look(struct scan *scan, const struct scan_item *item, const struct drug *drug,
                    const int64_t *total);

/* A booking is none any more, of which the scan knows already, and what the box holds now. */
void scan_tell_undone(struct scan *scan, int64_t seq, const struct drug *drug, int64_t total);

/* A sentence, and behind it, with a hand scanner at a box, what there is so far. */
void scan_tell_step(struct scan *scan, const char *sentence);

/* What was carried, and what of it is left to do here. */
void scan_tell_carried(struct scan *scan, const struct scan_item *item, const struct drug *drug,
                       const struct carry_result *result);

/* What is to be carried but stays, as the box is to keep it: "2 packs". */
void scan_tell_stays(struct scan *scan, const char *amount);

/* What was noticed about a code; of one that the catalogue knows only what else it could be, which
 * that doesn't rule out. */
void scan_tell_remarks(struct face *face, const GPtrArray *findings,
                       const struct resolved *resolved);

#endif

#ifndef CLI_DRUG_ROWS_H
#define CLI_DRUG_ROWS_H

/* Medicines as rows, with their codes and where they are. */

#include "base/err.h"
#include "cli/face.h"
#include "cli/rows.h"
#include "inventory/drug.h"

/* A row for each struct drug * of a type (0: all). */
struct rows *drug_rows_list(struct face *face, const GPtrArray *drugs, enum drug_type type);

/* The one row of a drug, with every field. */
struct rows *drug_rows_one(struct face *face, const struct drug *drug);

/* Adds to the answer the boxes that hold it ("stock"), its codes ("codes"). */
MUST_CHECK bool drug_rows_stock(struct face *face, const struct drug *drug, GError **error);
MUST_CHECK bool drug_rows_codes(struct face *face, const struct drug *drug, GError **error);

/* Adds to the answer the codes that nobody taught yet. */
MUST_CHECK bool drug_rows_waiting(struct face *face, GError **error);

#endif

#ifndef PRINTING_SERVICE_CARD_H
#define PRINTING_SERVICE_CARD_H

/* The service card of an area: whom its settings name. */

#include "inventory/inventory.h"
#include "labels/layout_card.h"

struct service_card {
    struct card_service card; /* borrows from texts */
    GPtrArray *texts;
};

/* ERR_MISSING for no such area. Clear with service_card_clear(), also after a failure. */
MUST_CHECK bool service_card_read(struct inventory *inventory, struct area_id area,
                                  struct service_card *service, GError **error);
void service_card_clear(struct service_card *service);

#endif

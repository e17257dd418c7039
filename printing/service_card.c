#include "printing/service_card.h"

#include "base/words.h"
#include "inventory/setting.h"

static const struct {
    const char *what, *name, *phone;
} contacts[CARD_CONTACTS] = {
    {N_("Community"), "contact.community", "contact.community-phone"},
    {N_("Pharmacy"), "contact.pharmacy", "contact.pharmacy-phone"},
    {N_("Groceries"), "contact.grocer", "contact.grocer-phone"},
    {N_("Clinic"), "contact.clinic", "contact.clinic-phone"},
};

static const char *
keep(struct service_card *service, char *text)
{
    g_ptr_array_add(service->texts, text);
    return text;
}

/* A setting of the area. */
static bool
text_at(struct inventory *inventory, struct service_card *service, struct area_id area,
        const char *key, const char **text, GError **error)
{
    char *value = NULL;

    if (!setting_text(inventory, key, area, (struct box_id){0}, &value, error))
        return false;
    *text = keep(service, value);
    return true;
}

static bool
read_contacts(struct inventory *inventory, struct service_card *service, struct area_id area,
              GError **error)
{
    for (size_t i = 0; i < CARD_CONTACTS; i++) {
        service->card.contacts[i].what = words(contacts[i].what);
        if (!text_at(inventory, service, area, contacts[i].name, &service->card.contacts[i].name,
                     error) ||
            !text_at(inventory, service, area, contacts[i].phone, &service->card.contacts[i].phone,
                     error))
            return false;
    }
    return true;
}

bool
service_card_read(struct inventory *inventory, struct area_id area, struct service_card *service,
                  GError **error)
{
    struct area *found = NULL;
    bool ok;

    *service = (struct service_card){.texts = g_ptr_array_new_with_free_func(g_free)};
    ok = area_by_id(inventory, area, &found, error) &&
         read_contacts(inventory, service, area, error);
    if (ok && service->card.contacts[0].name[0] == '\0')
        service->card.contacts[0].name = keep(service, g_strdup(found->name));
    if (ok)
        service->card.community =
            keep(service, g_strdup_printf(_("%s neighbourhood card"), found->name));
    area_free(found);
    return ok;
}

void
service_card_clear(struct service_card *service)
{
    g_clear_pointer(&service->texts, g_ptr_array_unref);
}

#include "inventory/names.h"

#include "inventory/account.h"
#include "scanner/boxcode.h"

struct names {
    GPtrArray *boxes, *drugs, *areas, *people;
    /* int64_t * of their numbers, borrowed from them, to their places in the lists, from 1 */
    GHashTable *box_places, *drug_places, *area_places, *person_places;
    GHashTable *box_texts, *drug_texts, *area_paths; /* int64_t * to char *: made when asked for */
};

static GHashTable *
places_of(const GPtrArray *things, size_t id_offset)
{
    GHashTable *places = g_hash_table_new(g_int64_hash, g_int64_equal);

    for (guint i = 0; i < things->len; i++)
        g_hash_table_insert(places, (char *)things->pdata[i] + id_offset, GUINT_TO_POINTER(i + 1));
    return places;
}

static guint
place_of(GHashTable *places, int64_t id)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(places, &id));
}

/* What is at a place; NULL for 0. */
static gconstpointer
thing_at(const GPtrArray *things, guint place)
{
    return place > 0 ? things->pdata[place - 1] : NULL;
}

static GHashTable *
texts_new(void)
{
    return g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
}

static bool
read_lists(struct names *names, struct inventory *inventory, struct area_id area, GError **error)
{
    return area_list(inventory, (struct area_id){0}, &names->areas, error) &&
           box_list(inventory, area, true, &names->boxes, error) &&
           drug_list(inventory, true, &names->drugs, error) &&
           account_list(inventory, (struct area_id){0}, true, &names->people, error);
}

struct names *
names_read_in(struct inventory *inventory, struct area_id area, GError **error)
{
    struct names *names = g_new0(struct names, 1);

    if (!read_lists(names, inventory, area, error)) {
        names_free(names);
        return NULL;
    }
    names->box_places = places_of(names->boxes, G_STRUCT_OFFSET(struct box, id));
    names->drug_places = places_of(names->drugs, G_STRUCT_OFFSET(struct drug, id));
    names->area_places = places_of(names->areas, G_STRUCT_OFFSET(struct area, id));
    names->person_places = places_of(names->people, G_STRUCT_OFFSET(struct account, person));
    names->box_texts = texts_new();
    names->drug_texts = texts_new();
    names->area_paths = texts_new();
    return names;
}

struct names *
names_read(struct inventory *inventory, GError **error)
{
    return names_read_in(inventory, (struct area_id){0}, error);
}

void
names_free(struct names *names)
{
    if (names == NULL)
        return;
    g_clear_pointer(&names->box_places, g_hash_table_unref);
    g_clear_pointer(&names->drug_places, g_hash_table_unref);
    g_clear_pointer(&names->area_places, g_hash_table_unref);
    g_clear_pointer(&names->person_places, g_hash_table_unref);
    g_clear_pointer(&names->box_texts, g_hash_table_unref);
    g_clear_pointer(&names->drug_texts, g_hash_table_unref);
    g_clear_pointer(&names->area_paths, g_hash_table_unref);
    g_clear_pointer(&names->boxes, g_ptr_array_unref);
    g_clear_pointer(&names->drugs, g_ptr_array_unref);
    g_clear_pointer(&names->areas, g_ptr_array_unref);
    g_clear_pointer(&names->people, g_ptr_array_unref);
    g_free(names);
}

char *
names_title(const struct box *box)
{
    struct boxcode code = {0};
    char printed[BOXCODE_PRINT_SIZE];

    g_strlcpy(code.text, box->code, sizeof(code.text));
    return g_strdup_printf("%s (%s)", box->name, boxcode_format(code, printed));
}

const struct box *
names_box(const struct names *names, struct box_id id)
{
    return thing_at(names->boxes, place_of(names->box_places, id.n));
}

const struct drug *
names_drug(const struct names *names, struct drug_id id)
{
    return thing_at(names->drugs, place_of(names->drug_places, id.n));
}

const struct area *
names_area(const struct names *names, struct area_id id)
{
    return thing_at(names->areas, place_of(names->area_places, id.n));
}

guint
names_box_place(const struct names *names, struct box_id id)
{
    return place_of(names->box_places, id.n);
}

guint
names_drug_place(const struct names *names, struct drug_id id)
{
    return place_of(names->drug_places, id.n);
}

static const char *
keep(GHashTable *texts, int64_t id, char *text)
{
    g_hash_table_insert(texts, g_memdup2(&id, sizeof(id)), text);
    return text;
}

const char *
names_box_text(struct names *names, struct box_id id)
{
    const struct box *box = names_box(names, id);
    const char *known = g_hash_table_lookup(names->box_texts, &id.n);

    if (known != NULL || box == NULL)
        return known != NULL ? known : "";
    return keep(names->box_texts, id.n, names_title(box));
}

const char *
names_drug_text(struct names *names, struct drug_id id)
{
    const struct drug *drug = names_drug(names, id);
    const char *known = g_hash_table_lookup(names->drug_texts, &id.n);

    if (known != NULL || drug == NULL)
        return known != NULL ? known : "";
    return keep(names->drug_texts, id.n, drug_title(drug));
}

const char *
names_area_path(struct names *names, struct area_id id)
{
    const struct area *area = names_area(names, id), *above;
    const char *known = g_hash_table_lookup(names->area_paths, &id.n);

    if (known != NULL || area == NULL)
        return known != NULL ? known : "";
    above = names_area(names, area->parent);
    if (above == NULL || above->kind < AREA_COMMUNITY)
        return keep(names->area_paths, id.n, g_strdup(area->name));
    return keep(names->area_paths, id.n,
                g_strdup_printf("%s/%s", names_area_path(names, above->id), area->name));
}

const char *
names_person(const struct names *names, int64_t person)
{
    const struct account *account = thing_at(names->people, place_of(names->person_places, person));

    return account != NULL ? account->name : "";
}

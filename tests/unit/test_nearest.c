#include "inventory/nearest.h"

#include "tests/unit/fixture.h"

/* The usual boxes are lobby and gate, of one grid or community; here are more. */
struct more {
    struct area_id grid, other_grid, elsewhere;
};

static struct area_id
area(struct fixture *f, struct area_id in, enum area_kind kind, const char *name)
{
    struct area_id id;
    GError *error = NULL;

    g_assert_true(area_add(f->inventory, in, kind, name, &id, &error));
    g_assert_no_error(error);
    return id;
}

static struct more
more_of(struct fixture *f)
{
    struct area_id district = inventory_district(f->inventory);
    struct area_id community = area(f, district, AREA_COMMUNITY, "moon");

    return (struct more){area(f, community, AREA_GRID, "one"), area(f, community, AREA_GRID, "two"),
                         area(f, district, AREA_COMMUNITY, "mars")};
}

static struct box_id
place(struct fixture *f, struct area_id where, const char *name, double lat, double lon)
{
    struct box_id id = fixture_add_box(f, where, name);
    struct box *box = NULL;
    GError *error = NULL;

    g_assert_true(box_by_id(f->inventory, id, &box, &error));
    box->lat = lat != 0 ? (int32_t)(lat * 1e6) : BOX_NO_COORDINATE;
    box->lon = lat != 0 ? (int32_t)(lon * 1e6) : BOX_NO_COORDINATE;
    g_assert_true(box_edit(f->inventory, box, &error));
    g_assert_no_error(error);
    box_free(box);
    return id;
}

/* The names of the boxes nearest to one, "a b c"; g_free(). */
static char *
names_near(struct fixture *f, struct box_id id, GArray **out)
{
    GString *text = g_string_new(NULL);
    struct box *from = NULL;
    GArray *list = NULL;
    GError *error = NULL;

    g_assert_true(box_by_id(f->inventory, id, &from, &error));
    g_assert_true(nearest_boxes(f->inventory, from, &list, &error));
    g_assert_no_error(error);
    for (guint i = 0; i < list->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "",
                               g_array_index(list, struct nearest, i).box->name);
    box_free(from);
    if (out != NULL)
        *out = list;
    else
        nearest_free(list);
    return g_string_free(text, FALSE);
}

static void
retire(struct fixture *f, struct box_id id)
{
    g_assert_true(box_retire(f->inventory, id, NULL));
}

static void
by_coordinates(struct fixture *f, gconstpointer data)
{
    struct more more = more_of(f);
    struct box_id here = place(f, more.grid, "here", 31.2, 121.4);
    g_autofree char *names = NULL;
    GArray *list = NULL;

    (void)data;
    retire(f, f->lobby);
    retire(f, f->gate);
    place(f, more.grid, "far", 31.21, 121.4);         /* 1,112 m to the north */
    place(f, more.elsewhere, "near", 31.2, 121.4025); /* 238 m to the east, of another community */
    place(f, more.grid, "unknown", 0, 0);             /* of the same grid */
    names = names_near(f, here, &list);
    g_assert_cmpstr(names, ==, "near far unknown");
    g_assert_cmpfloat_with_epsilon(g_array_index(list, struct nearest, 0).metres, 238, 2);
    g_assert_cmpfloat_with_epsilon(g_array_index(list, struct nearest, 1).metres, 1112, 3);
    g_assert_cmpfloat(g_array_index(list, struct nearest, 2).metres, <, 0);
    nearest_free(list);
    nearest_free(NULL);
}

static void
by_area_where_there_are_none(struct fixture *f, gconstpointer data)
{
    struct more more = more_of(f);
    struct box_id here = place(f, more.grid, "here", 0, 0);
    g_autofree char *names = NULL;

    (void)data;
    retire(f, f->lobby);
    retire(f, f->gate);
    place(f, more.elsewhere, "rest", 31.2, 121.4);
    place(f, more.other_grid, "community", 31.2, 121.4);
    place(f, more.grid, "grid", 0, 0);
    names = names_near(f, here, NULL);
    g_assert_cmpstr(names, ==, "grid community rest");
}

static void
neither_itself_nor_those_out_of_service(struct fixture *f, gconstpointer data)
{
    g_autofree char *both = names_near(f, f->lobby, NULL), *none = NULL;
    struct box *gate = NULL;

    (void)data;
    g_assert_true(box_by_id(f->inventory, f->gate, &gate, NULL));
    g_assert_cmpstr(both, ==, gate->name);
    box_free(gate);
    retire(f, f->gate);
    none = names_near(f, f->lobby, NULL);
    g_assert_cmpstr(none, ==, "");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/nearest/by coordinates", struct fixture, NULL, fixture_open, by_coordinates,
               fixture_close);
    g_test_add("/nearest/by area where there are none", struct fixture, NULL, fixture_open,
               by_area_where_there_are_none, fixture_close);
    g_test_add("/nearest/neither itself nor those out of service", struct fixture, NULL,
               fixture_open, neither_itself_nor_those_out_of_service, fixture_close);
    return g_test_run();
}

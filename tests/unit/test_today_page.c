#include "printing/today_page.h"

#include "tests/unit/fixture.h"

#define MANY 50

/* How often a medicine stands under a heading, on all pages. */
static int
count(const struct today_page *page, const char *heading, const char *medicine)
{
    int n = 0;

    for (guint p = 0; p < page->pages->len; p++) {
        const struct today *today = today_page_at(page, p);

        for (size_t s = 0; s < today->n; s++)
            for (const char *const *at = today->types[s].medicines; *at != NULL; at++)
                n += strcmp(today->types[s].name, heading) == 0 && g_str_has_prefix(*at, medicine);
    }
    return n;
}

static void
read_area(struct fixture *f, struct today_page *page)
{
    g_autoptr(GError) error = NULL;
    struct box *box = NULL;

    g_assert_true(box_by_id(f->inventory, f->lobby, &box, &error));
    g_assert_true(today_page_of_area(f->inventory, box->area, FIXTURE_NOW, page, &error));
    g_assert_no_error(error);
    box_free(box);
}

static void
an_area_says_which_box_has_what(struct fixture *f, gconstpointer data)
{
    struct today_page page;
    struct box_id lobby = f->lobby;

    (void)data;
    fixture_donate(f, TABLETS, 12, "2028-01-01", "A");
    fixture_donate(f, TABLETS, 12, "2028-02-01", "B");
    f->lobby = f->gate;
    fixture_donate(f, COLD_TABLETS, 12, "2028-01-01", "A");
    f->lobby = lobby;
    read_area(f, &page);
    today_page_split(&page, 297);
    g_assert_cmpuint(page.pages->len, ==, 1);
    g_assert_cmpuint(today_page_at(&page, 0)->n, ==, 2);
    g_assert_cmpuint(today_page_at(&page, 0)->n_qr, ==, 2);
    for (size_t s = 0; s < 2; s++) {
        const struct today *today = today_page_at(&page, 0);

        g_assert_cmpstr(today->types[s].box, ==, today->qr[s].name);
        g_assert_nonnull(today->types[s].medicines[0]);
        g_assert_null(today->types[s].medicines[1]);
    }
    today_page_clear(&page);
}

/* What is for a fever and what is for a cold stand apart in each box, whose name stands once. */
static void
a_box_has_its_types(struct fixture *f, gconstpointer data)
{
    struct today_page page;
    const struct today *today;

    (void)data;
    fixture_donate(f, TABLETS, 12, "2028-01-01", "A");
    fixture_donate(f, COLD_TABLETS, 12, "2028-01-01", "A");
    read_area(f, &page);
    today_page_split(&page, 297);
    today = today_page_at(&page, 0);
    g_assert_cmpuint(today->n, ==, 2);
    g_assert_cmpuint(today->n_qr, ==, 1);
    g_assert_cmpstr(today->types[0].box, ==, today->qr[0].name);
    g_assert_null(today->types[1].box);
    g_assert_cmpstr(today->types[0].name, ==, drug_type_word(DRUG_FEVER));
    g_assert_cmpstr(today->types[1].name, ==, drug_type_word(DRUG_COLD));
    today_page_clear(&page);
}

/* A box and one page more for as many as one page has no room for. */
static void
as_many_pages_as_they_need(struct fixture *f, gconstpointer data)
{
    static const double heights[] = {297, 210};
    g_autoptr(GError) error = NULL;
    struct today_page page;
    struct box *box = NULL;
    char empty[] = "", form[] = "tablet", *ingredients[] = {NULL};

    (void)data;
    for (int i = 0; i < MANY; i++) {
        g_autofree char *name = g_strdup_printf("No. %02d", i);
        struct drug drug = {.name = name,
                            .brand = empty,
                            .type = DRUG_COLD,
                            .form = form,
                            .strength = empty,
                            .unit = form,
                            .day_units = 3,
                            .pack_units = 12,
                            .class = fixture_rows[TABLETS].class,
                            .approval = empty,
                            .maker = empty,
                            .ingredients = ingredients};

        g_assert_true(drug_add(f->inventory, &drug, &error));
        f->drugs[TABLETS] = drug.id;
        fixture_donate(f, TABLETS, 12, "2028-01-01", "A");
    }
    g_assert_true(box_by_id(f->inventory, f->lobby, &box, NULL));
    read_area(f, &page);
    for (size_t h = 0; h < G_N_ELEMENTS(heights); h++) {
        today_page_split(&page, heights[h]);
        g_assert_cmpuint(page.pages->len, >, h == 0 ? 1 : 2);
        for (int i = 0; i < MANY; i++) {
            g_autofree char *name = g_strdup_printf("No. %02d", i);

            g_assert_cmpint(count(&page, drug_type_word(DRUG_COLD), name), ==, 1);
        }
        for (guint p = 0; p < page.pages->len; p++) {
            g_assert_cmpuint(today_page_at(&page, p)->page, ==, p + 1);
            g_assert_cmpuint(today_page_at(&page, p)->pages, ==, page.pages->len);
            g_assert_cmpuint(today_page_at(&page, p)->n_qr, ==, 1);
        }
    }
    today_page_clear(&page);
    box_free(box);
}

static void
an_empty_area_has_a_page(struct fixture *f, gconstpointer data)
{
    struct today_page page;

    (void)data;
    read_area(f, &page);
    today_page_split(&page, 297);
    g_assert_cmpuint(page.pages->len, ==, 1);
    g_assert_cmpuint(today_page_at(&page, 0)->n, ==, 0);
    today_page_clear(&page);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/today page/an area says which box has what", an_area_says_which_box_has_what},
        {"/today page/a box has its types", a_box_has_its_types},
        {"/today page/as many pages as they need", as_many_pages_as_they_need},
        {"/today page/an empty area has a page", an_empty_area_has_a_page},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}

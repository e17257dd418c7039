#include "inventory/csv.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/limits.h"
#include "base/words.h"

static struct csv_table *
read_bytes(const void *bytes, size_t size)
{
    g_autoptr(GBytes) content = g_bytes_new(bytes, size);
    struct csv_table *table;
    GError *error = NULL;

    g_assert_true(csv_read(content, "t.csv", &table, &error));
    g_assert_no_error(error);
    return table;
}

static struct csv_table *
read_text(const char *text)
{
    return read_bytes(text, strlen(text));
}

static void
refuse_bytes(const void *bytes, size_t size, const char *message)
{
    g_autoptr(GBytes) content = g_bytes_new(bytes, size);
    struct csv_table *table;
    g_autoptr(GError) error = NULL;

    g_assert_false(csv_read(content, "t.csv", &table, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_test_message("%s", error->message);
    g_assert_nonnull(strstr(error->message, message));
    g_assert_null(table);
}

static void
refuse_text(const char *text, const char *message)
{
    refuse_bytes(text, strlen(text), message);
}

/* The whole table as one text: cells between bars, rows behind their line. */
static char *
shown(const struct csv_table *table)
{
    GString *text = g_string_new(NULL);

    for (size_t column = 0; column < csv_columns(table); column++)
        g_string_append_printf(text, "|%s", csv_column(table, column));
    for (size_t row = 0; row < csv_rows(table); row++) {
        g_string_append_printf(text, "\n%u", csv_line(table, row));
        for (size_t column = 0; column < csv_columns(table); column++)
            g_string_append_printf(text, "|%s", csv_cell(table, row, column));
    }
    return g_string_free(text, FALSE);
}

static void
assert_shown(struct csv_table *table, const char *expected)
{
    g_autofree char *text = shown(table);

    g_assert_cmpstr(text, ==, expected);
    csv_table_free(table);
}

/* --------------------------------------------------------------------------------------- reading */

static void
plain(void)
{
    assert_shown(read_text("a,b\n1,2\n3,4\n"), "|a|b\n2|1|2\n3|3|4");
    assert_shown(read_text("a,b\r\n1,2"), "|a|b\n2|1|2");
    assert_shown(read_text("a,b\r1,2\r"), "|a|b\n2|1|2");
    assert_shown(read_text("a"), "|a");
}

static void
quotes(void)
{
    assert_shown(read_text("a,b\n\"x,\"\"y\"\"\",\" z \"\n"), "|a|b\n2|x,\"y\"| z ");
    assert_shown(read_text("a,b\n  x  , \"y\" \n"), "|a|b\n2|x|y");
    assert_shown(read_text("a,b\n\"\",\n"), "|a|b");
}

static void
lines_in_cells(void)
{
    assert_shown(read_text("a,b\n\"1\n\n2\",3\n4,\"5\r\n6\"\n7,8\n"),
                 "|a|b\n2|1\n\n2|3\n5|4|5\r\n6\n7|7|8");
}

static void
empty_lines(void)
{
    assert_shown(read_text("\n\n\na,b\n\n1,2\n,,,,\n  \n\n3,4\n\n"), "|a|b\n6|1|2\n10|3|4");
}

static void
separators(void)
{
    assert_shown(read_text("a;b,c;d\n1;2;3\n"), "|a|b,c|d\n2|1|2|3");
    assert_shown(read_text("a\tb\n1,5\t \"2\"\n"), "|a|b\n2|1,5|2");
    assert_shown(read_text("\"a;;;\",b\n1,2\n"), "|a;;;|b\n2|1|2");
    assert_shown(read_text("a;b\n\"1;\n2\";3\n"), "|a|b\n2|1;\n2|3");
}

static void
widths(void)
{
    struct csv_table *table = read_text("a,b,,\n1\n1,2,3,,\n");

    g_assert_cmpuint(csv_columns(table), ==, 2);
    g_assert_cmpuint(csv_width(table, 0), ==, 1);
    g_assert_cmpstr(csv_cell(table, 0, 1), ==, "");
    g_assert_cmpuint(csv_width(table, 1), ==, 3);
    g_assert_cmpstr(csv_cell(table, 1, 2), ==, "3");
    csv_table_free(table);
}

static void
complaints(void)
{
    struct csv_table *table = read_text("a,lat\n1,2\n");
    g_autofree char *cell = csv_complaint(table, 0, 1, "no");
    g_autofree char *row = csv_row_complaint(table, 0, "no");

    g_assert_cmpstr(cell, ==, "t.csv line 2, column 2 (lat): no");
    g_assert_cmpstr(row, ==, "t.csv line 2: no");
    csv_table_free(table);
}

static void
bad_quotes(void)
{
    refuse_text("a,b\n1,2\n3,\"4\n5,6\n", "line 3: a quotation mark opens");
    refuse_text("a,b\n\"1\n2\",\"3", "line 3: a quotation mark opens");
    refuse_text("a,b\n1,2\"\n", "line 2: a quotation mark stands inside");
    refuse_text("a,b\n1,\"2\"3\n", "line 2: a quotation mark stands inside");
    refuse_text("\"", "line 1: a quotation mark opens");
}

static void
nothing(void)
{
    refuse_text("", "is empty");
    refuse_text("\xef\xbb\xbf", "is empty");
    refuse_text("\r\n , \r\n,,,\n", "is empty");
}

static void
limits(void)
{
    g_autofree char *cell = g_strnfill(CSV_CELL_MAX + 1, 'x');
    g_autofree char *many = g_strnfill(CSV_COLUMNS_MAX, ',');
    g_autofree char *long_cell = g_strconcat("a\n1\n", cell, "\n", NULL);
    g_autofree char *long_quoted = g_strconcat("a\n1\n\"", cell, "\n", cell, "\n", NULL);
    g_autofree char *wide = g_strconcat("a,b\n", many, "x\n", NULL);
    char *most = cell + 1;
    g_autofree char *fits = g_strconcat("a\n", most, "\n", NULL);
    struct csv_table *table = read_text(fits);

    g_assert_cmpstr(csv_cell(table, 0, 0), ==, most);
    csv_table_free(table);
    refuse_text(long_cell, "line 3: column 1 holds more than 32767 bytes");
    refuse_text(long_quoted, "line 3: a quotation mark opens");
    refuse_text(wide, "line 2 has more than 64 columns");
}

static void
too_large(void)
{
    g_autofree char *bytes = g_malloc0((gsize)LIMIT_FILE + 1);

    refuse_bytes(bytes, (size_t)LIMIT_FILE + 1, "larger than 64 MB");
}

static void
too_many_rows(void)
{
    g_autoptr(GString) text = g_string_new("a\n");

    for (int i = 0; i < CSV_ROWS_MAX + 1; i++)
        g_string_append(text, "1\n");
    refuse_text(text->str, "more than 1048576 rows");
}

/* ------------------------------------------------------------------------------------- encodings */

static void
utf8(void)
{
    assert_shown(read_text("社区,网格\n安乐,一\n"), "|社区|网格\n2|安乐|一");
    assert_shown(read_text("\xef\xbb\xbf社区,网格\n安乐,一\n"), "|社区|网格\n2|安乐|一");
}

static void
other_encodings(void)
{
    static const char *const encodings[] = {"GB18030", "UTF-16LE", "UTF-16BE"};

    for (size_t i = 0; i < G_N_ELEMENTS(encodings); i++) {
        const char *text =
            i == 0 ? "社区,网格\n安乐上村,㐀𠀀\n" : "\xef\xbb\xbf社区,网格\n安乐上村,㐀𠀀\n";
        gsize size;
        g_autofree char *bytes = g_convert(text, -1, encodings[i], "UTF-8", NULL, &size, NULL);

        assert_shown(read_bytes(bytes, size), "|社区|网格\n2|安乐上村|㐀𠀀");
    }
}

static void
no_encoding(void)
{
    refuse_text("a,b\n1,\xff\xff\n", "line 2, byte 7");
    refuse_text("\xef\xbb\xbf"
                "a,b\n1,\xff\n",
                "line 2, byte 10");
    refuse_text("社区,药箱\n安\xe4\xb9\n", "line 2, byte 18"); /* cut in the middle: not GB18030 */
    refuse_bytes("\xff\xfe"
                 "a\0\n\0\x00\xd8"
                 "b\0",
                 10, "line 2, byte 7");
    refuse_bytes("\xff\xfe"
                 "a\0b",
                 5, "line 1, byte 5");
}

static void
no_nul(void)
{
    refuse_bytes("a,b\n1,\0002\n", 9, "line 2 holds a NUL byte");
    refuse_bytes("\xff\xfe"
                 "a\0\n\0\0\0",
                 8, "line 2 holds a NUL byte");
}

/* --------------------------------------------------------------------------------------- writing */

static GBytes *
write_cells(const char *const *cells, size_t columns)
{
    GByteArray *array = g_byte_array_new();
    struct csv_writer *writer = csv_writer_new(csv_into_array, array);
    GError *error = NULL;

    for (size_t i = 0; cells[i] != NULL; i++) {
        csv_put_text(writer, cells[i]);
        if ((i + 1) % columns == 0)
            csv_put_row_end(writer);
    }
    g_assert_true(csv_writer_end(writer, &error));
    g_assert_no_error(error);
    return g_byte_array_free_to_bytes(array);
}

static void
assert_bytes(GBytes *bytes, const char *expected)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autofree char *text = g_strndup(data, size);

    g_assert_cmpstr(text, ==, expected);
}

static void
writing(void)
{
    static const char *const cells[] = {"a", "b,", "", "\"c\"", "=1+1", " d", "e\nf", "社区", NULL};
    static const char expected[] =
        "\xef\xbb\xbf"
        "a,\"b,\"\r\n,\"\"\"c\"\"\"\r\n'=1+1,\" d\"\r\n\"e\nf\",社区\r\n";
    g_autoptr(GBytes) bytes = write_cells(cells, 2);

    assert_bytes(bytes, expected);
}

static void
numbers(void)
{
    static const struct {
        int64_t millionths;
        const char *text;
    } rows[] = {
        {0, "0"},           {29100000, "29.1"},     {-1, "-0.000001"}, {120000001, "120.000001"},
        {-90000000, "-90"}, {-120500000, "-120.5"}, {100, "0.0001"},   {999999, "0.999999"}};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        GByteArray *array = g_byte_array_new();
        struct csv_writer *writer = csv_writer_new(csv_into_array, array);
        g_autoptr(GBytes) bytes = NULL;
        g_autofree char *expected = g_strdup_printf("\xef\xbb\xbf%s,-7", rows[i].text);

        csv_put_decimal(writer, rows[i].millionths);
        csv_put_number(writer, -7);
        g_assert_true(csv_writer_end(writer, NULL));
        bytes = g_byte_array_free_to_bytes(array);
        assert_bytes(bytes, expected);
    }
}

/* Whatever is written reads back, formulas, apostrophes and all. */
static void
random_tables(void)
{
    static const char *const pieces[] = {"'", "=",  "+",  "-",  "@", ",", "\"", "\n", "\r",
                                         " ", "\t", "社", "＝", ";", "x", "'=", "0"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);

    for (int round = 0; round < 2000; round++) {
        g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);
        g_autoptr(GBytes) bytes = NULL;
        struct csv_table *table;
        GError *error = NULL;

        for (int i = 0; i < 12; i++) {
            GString *cell = g_string_new(i % 3 == 2 || i < 3 ? "k" : NULL);

            for (int n = g_rand_int_range(rand, 0, 5); n > 0; n--)
                g_string_append(
                    cell, i < 3 ? "k" : pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
            g_ptr_array_add(cells, g_string_free(cell, FALSE));
        }
        g_ptr_array_add(cells, NULL);
        bytes = write_cells((const char *const *)cells->pdata, 3);
        g_assert_true(csv_read(bytes, "t.csv", &table, &error));
        g_assert_no_error(error);
        g_assert_cmpuint(csv_rows(table), ==, 3);
        for (size_t i = 0; i < 9; i++)
            g_assert_cmpstr(csv_cell(table, i / 3, i % 3), ==, cells->pdata[i + 3]);
        csv_table_free(table);
    }
}

static bool
full(const char *text, size_t length, void *data, GError **error)
{
    int *calls = data;

    (void)text, (void)length;
    ++*calls;
    return err_set(error, ERR_BROKEN, "full");
}

static void
first_failure(void)
{
    int calls = 0;
    struct csv_writer *writer = csv_writer_new(full, &calls);
    g_autofree char *text = g_strnfill(70000, 'x');
    g_autoptr(GError) error = NULL;

    csv_put_text(writer, "a");
    csv_put_row_end(writer);
    g_assert_false(csv_writer_failed(writer));
    csv_put_text(writer, text);
    csv_put_row_end(writer);
    g_assert_true(csv_writer_failed(writer));
    csv_put_text(writer, text);
    csv_put_row_end(writer);
    g_assert_false(csv_writer_end(writer, &error));
    g_assert_error(error, ERR, ERR_BROKEN);
    g_assert_cmpint(calls, ==, 1);
}

/* ----------------------------------------------------------------------------------------- files */

struct folder {
    char *path, *file;
};

static void
folder_open(struct folder *folder, gconstpointer data)
{
    (void)data;
    folder->path = g_dir_make_tmp("csv-XXXXXX", NULL);
    folder->file = g_build_filename(folder->path, "t.csv", NULL);
}

static guint
count_files(const struct folder *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder->path, 0, NULL);
    guint count = 0;

    while (g_dir_read_name(dir) != NULL)
        count++;
    return count;
}

static void
folder_close(struct folder *folder, gconstpointer data)
{
    (void)data;
    g_unlink(folder->file);
    g_assert_cmpint(g_rmdir(folder->path), ==, 0); /* nothing was left behind */
    g_free(folder->path);
    g_free(folder->file);
}

static void
keeping(struct folder *folder, gconstpointer data)
{
    struct csv_file *file;
    g_autofree char *content = NULL;

    (void)data;
    g_assert_true(g_file_set_contents(folder->file, "old", -1, NULL));
    g_assert_true(csv_file_open(folder->file, &file, NULL));
    g_assert_true(csv_into_file("new content", 11, file, NULL));
    g_assert_true(g_file_get_contents(folder->file, &content, NULL, NULL));
    g_assert_cmpstr(content, ==, "old");
    g_assert_true(csv_file_close(file, true, NULL));
    g_free(content);
    g_assert_true(g_file_get_contents(folder->file, &content, NULL, NULL));
    g_assert_cmpstr(content, ==, "new content");
    g_assert_cmpuint(count_files(folder), ==, 1);
}

static void
dropping(struct folder *folder, gconstpointer data)
{
    struct csv_file *file;
    g_autofree char *content = NULL;

    (void)data;
    g_assert_true(g_file_set_contents(folder->file, "old", -1, NULL));
    g_assert_true(csv_file_open(folder->file, &file, NULL));
    g_assert_true(csv_into_file("half", 4, file, NULL));
    g_assert_false(csv_file_close(file, false, NULL));
    g_assert_true(g_file_get_contents(folder->file, &content, NULL, NULL));
    g_assert_cmpstr(content, ==, "old");
    g_assert_cmpuint(count_files(folder), ==, 1);
}

static void
bad_places(struct folder *folder, gconstpointer data)
{
    g_autofree char *nowhere = g_build_filename(folder->path, "none", "t.csv", NULL);
    const char *const paths[] = {nowhere, folder->path, "/dev/null"};

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        struct csv_file *file;
        g_autoptr(GError) error = NULL;

        g_assert_false(csv_file_open(paths[i], &file, &error));
        g_assert_cmpint(error->code, ==, i == 0 ? (gint)ERR_MISSING : (gint)ERR_INPUT);
        g_assert_null(file);
    }
}

static void
full_disk(void)
{
    struct csv_file *file;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_dir_make_tmp("csv-XXXXXX", NULL);
    g_autofree char *name = g_build_filename(path, "t.csv", NULL);

    g_assert_true(csv_file_open(name, &file, NULL));
    g_assert_cmpint(g_chmod(path, 0700), ==, 0);
    g_assert_cmpint(g_mkdir(name, 0700), ==, 0); /* a folder takes the name before the file does */
    g_assert_true(csv_into_file("text", 4, file, NULL));
    g_assert_false(csv_file_close(file, true, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_cmpint(g_rmdir(name), ==, 0);
    g_assert_cmpint(g_rmdir(path), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/csv/rows and cells", plain);
    g_test_add_func("/csv/cells in quotation marks", quotes);
    g_test_add_func("/csv/a row knows the line it begins on", lines_in_cells);
    g_test_add_func("/csv/empty lines are left out but counted", empty_lines);
    g_test_add_func("/csv/the first line tells the separator", separators);
    g_test_add_func("/csv/rows may be short or long", widths);
    g_test_add_func("/csv/a complaint says where", complaints);
    g_test_add_func("/csv/unbalanced quotation marks are refused", bad_quotes);
    g_test_add_func("/csv/an empty file is refused", nothing);
    g_test_add_func("/csv/long cells and wide rows are refused", limits);
    g_test_add_func("/csv/a large file is refused", too_large);
    g_test_add_func("/csv/too many rows are refused", too_many_rows);
    g_test_add_func("/csv/UTF-8 with and without mark", utf8);
    g_test_add_func("/csv/GB18030 and UTF-16", other_encodings);
    g_test_add_func("/csv/other bytes are refused", no_encoding);
    g_test_add_func("/csv/NUL bytes are refused", no_nul);
    g_test_add_func("/csv/writing quotes what must be", writing);
    g_test_add_func("/csv/numbers are written exactly", numbers);
    g_test_add_func("/csv/what is written reads back", random_tables);
    g_test_add_func("/csv/the first failure of a sink stays", first_failure);
    g_test_add("/csv/a file takes its name when whole", struct folder, NULL, folder_open, keeping,
               folder_close);
    g_test_add("/csv/a dropped file leaves the old one", struct folder, NULL, folder_open, dropping,
               folder_close);
    g_test_add("/csv/places that are no file are refused", struct folder, NULL, folder_open,
               bad_places, folder_close);
    g_test_add_func("/csv/a name that is taken away is a failure", full_disk);
    return g_test_run();
}

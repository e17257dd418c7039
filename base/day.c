#include "base/day.h"

#include <string.h>

#include "base/words.h"

#define DAY_MS INT64_C(86400000)
#define MINUTE_MS INT64_C(60000)
#define JULIAN_1970 719163 /* GDate's Julian day of 1970-01-01 */

struct day
day_of_date(int year, int month, int day)
{
    GDate date;

    if (year < 1971 || year > 9999 || month < 1 || day < 1 || day > 31 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return DAY_NONE;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return (struct day){(int32_t)g_date_get_julian(&date) - JULIAN_1970};
}

struct day
day_end_of_month(int year, int month)
{
    if (month < 1 || month > 12 || year < 1971 || year > 9999)
        return DAY_NONE;
    return day_of_date(year, month, g_date_get_days_in_month((GDateMonth)month, (GDateYear)year));
}

/* Reads least to most digits at *text and moves it on; -1 for fewer or more. */
static int
digits(const char **text, int least, int most)
{
    int value = 0, count = 0;

    for (; g_ascii_isdigit(**text); (*text)++) {
        if (++count > most)
            return -1;
        value = value * 10 + g_ascii_digit_value(**text);
    }
    return count < least ? -1 : value;
}

/* 20270331, or 202703 in this century: a shorter one could begin with the year's last digits. */
static struct day
read_solid(const char *text)
{
    size_t n = strspn(text, "0123456789");
    int value;

    if (text[n] != '\0' || (n != 8 && (n != 6 || strncmp(text, "20", 2) != 0)))
        return DAY_NONE;
    value = digits(&text, 6, 8);
    return n == 6 ? day_end_of_month(value / 100, value % 100)
                  : day_of_date(value / 10000, value / 100 % 100, value % 100);
}

static struct day
read_separated(const char *text)
{
    int year = digits(&text, 4, 4), month, date;
    char separator = *text;

    if (year < 0 || separator == '\0' || strchr("-/.", separator) == NULL)
        return DAY_NONE;
    text++;
    month = digits(&text, 1, 2);
    if (month < 0 || *text == '\0')
        return day_end_of_month(year, month);
    if (*text++ != separator)
        return DAY_NONE;
    date = digits(&text, 1, 2);
    return *text == '\0' ? day_of_date(year, month, date) : DAY_NONE;
}

/* 03/2027, as many packs have it. A day before the month could be one behind it. */
static struct day
read_month_first(const char *text)
{
    int month = digits(&text, 1, 2), year;

    if (month < 0 || *text == '\0' || strchr("-/.", *text) == NULL)
        return DAY_NONE;
    text++;
    year = digits(&text, 4, 4);
    return year < 0 || *text != '\0' ? DAY_NONE : day_end_of_month(year, month);
}

/* 2027年3月31日 and 2027年3月, rewritten with hyphens. */
static struct day
read_chinese(const char *text)
{
    g_autoptr(GString) plain = g_string_new(text);

    if (g_string_replace(plain, "年", "-", 1) == 0 || g_string_replace(plain, "月", "-", 1) == 0)
        return DAY_NONE;
    if (g_string_replace(plain, "日", "", 1) == 0) {
        if (!g_str_has_suffix(plain->str, "-"))
            return DAY_NONE;
        g_string_truncate(plain, plain->len - 1);
    }
    return read_separated(plain->str);
}

bool
day_parse(const char *text, struct day *day, GError **error)
{
    static struct day (*const readers[])(const char *) = {read_separated, read_solid,
                                                          read_month_first, read_chinese};

    *day = DAY_NONE;
    for (size_t i = 0; i < G_N_ELEMENTS(readers) && day->n == DAY_NONE.n; i++)
        *day = readers[i](text);
    return day->n != DAY_NONE.n ||
           err_set(error, ERR_INPUT,
                   _("“%s” is not a date; write it as 2027-03-31, or 2027-03 for the whole month"),
                   text);
}

const char *
day_format(struct day day, char text[DAY_TEXT_SIZE])
{
    GDate date;

    text[0] = '\0';
    if (day.n <= DAY_NONE.n || day.n >= DAY_NEVER.n)
        return text;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, (guint32)(day.n + JULIAN_1970));
    g_snprintf(text, DAY_TEXT_SIZE, "%04d-%02d-%02d", g_date_get_year(&date),
               (int)g_date_get_month(&date), g_date_get_day(&date));
    return text;
}

struct day
day_of_moment(int64_t ms, int32_t utc_offset)
{
    int64_t local = ms + utc_offset * MINUTE_MS;
    int64_t days = local / DAY_MS - (local % DAY_MS < 0);

    return (struct day){(int32_t)CLAMP(days, INT32_MIN, INT32_MAX)};
}

int64_t
day_start(struct day day, int32_t utc_offset)
{
    return day.n * DAY_MS - utc_offset * MINUTE_MS;
}

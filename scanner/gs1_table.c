#include "scanner/gs1_table.h"

#include <string.h>

#include <glib.h>

static const struct gs1_ai table[] = {
    {"00", "00", 18, GS1_KEY, GS1_NO_TAIL, 0, 0},          /* SSCC: a logistic unit */
    {"01", "03", 14, GS1_KEY, GS1_NO_TAIL, 0, 0},          /* GTIN; contained; made to order */
    {"10", "10", 0, GS1_DIGITS, GS1_TEXT, 1, 20},          /* batch or lot */
    {"11", "13", 6, GS1_DATE, GS1_NO_TAIL, 0, 0},          /* production, due, packaging */
    {"15", "17", 6, GS1_DATE, GS1_NO_TAIL, 0, 0},          /* best before, sell by, expiry */
    {"20", "20", 2, GS1_DIGITS, GS1_NO_TAIL, 0, 0},        /* product variant */
    {"21", "22", 0, GS1_DIGITS, GS1_TEXT, 1, 20},          /* serial; consumer variant */
    {"235", "235", 0, GS1_DIGITS, GS1_TEXT, 1, 28},        /* third-party serial */
    {"240", "241", 0, GS1_DIGITS, GS1_TEXT, 1, 30},        /* additional id; customer part */
    {"242", "242", 0, GS1_DIGITS, GS1_NUMBER, 1, 6},       /* made-to-order variant */
    {"243", "243", 0, GS1_DIGITS, GS1_TEXT, 1, 20},        /* packaging component */
    {"250", "251", 0, GS1_DIGITS, GS1_TEXT, 1, 30},        /* secondary serial; source */
    {"253", "253", 13, GS1_KEY, GS1_TEXT, 0, 17},          /* document type */
    {"254", "254", 0, GS1_DIGITS, GS1_TEXT, 1, 20},        /* location extension */
    {"255", "255", 13, GS1_KEY, GS1_NUMBER, 0, 12},        /* coupon */
    {"30", "30", 0, GS1_DIGITS, GS1_NUMBER, 1, 8},         /* variable count */
    {"3100", "3165", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0},    /* net measures, metric */
    {"3200", "3295", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0},    /* net measures, other */
    {"3300", "3375", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0},    /* logistic measures, metric */
    {"3400", "3495", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0},    /* logistic measures, other */
    {"3500", "3575", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0},    /* areas, ounces */
    {"3600", "3695", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0},    /* volumes */
    {"37", "37", 0, GS1_DIGITS, GS1_NUMBER, 1, 8},         /* count of contained items */
    {"3900", "3909", 0, GS1_DIGITS, GS1_NUMBER, 1, 15},    /* amount */
    {"3910", "3919", 3, GS1_DIGITS, GS1_NUMBER, 1, 15},    /* amount with currency */
    {"3920", "3929", 0, GS1_DIGITS, GS1_NUMBER, 1, 15},    /* price */
    {"3930", "3939", 3, GS1_DIGITS, GS1_NUMBER, 1, 15},    /* price with currency */
    {"3940", "3943", 4, GS1_DIGITS, GS1_NO_TAIL, 0, 0},    /* percentage off */
    {"3950", "3955", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0},    /* price per unit of measure */
    {"400", "401", 0, GS1_DIGITS, GS1_TEXT, 1, 30},        /* order; consignment */
    {"402", "402", 17, GS1_KEY, GS1_NO_TAIL, 0, 0},        /* shipment */
    {"403", "403", 0, GS1_DIGITS, GS1_TEXT, 1, 30},        /* route */
    {"410", "417", 13, GS1_KEY, GS1_NO_TAIL, 0, 0},        /* locations and parties */
    {"420", "420", 0, GS1_DIGITS, GS1_TEXT, 1, 20},        /* postal code */
    {"421", "421", 3, GS1_DIGITS, GS1_TEXT, 1, 9},         /* postal code with country */
    {"422", "422", 3, GS1_DIGITS, GS1_NO_TAIL, 0, 0},      /* country of origin */
    {"423", "423", 3, GS1_DIGITS, GS1_NUMBER, 0, 12},      /* countries of first processing */
    {"424", "424", 3, GS1_DIGITS, GS1_NO_TAIL, 0, 0},      /* country of processing */
    {"425", "425", 3, GS1_DIGITS, GS1_NUMBER, 0, 12},      /* countries of disassembly */
    {"426", "426", 3, GS1_DIGITS, GS1_NO_TAIL, 0, 0},      /* country of the whole process */
    {"427", "427", 0, GS1_DIGITS, GS1_TEXT, 1, 3},         /* subdivision of origin */
    {"7001", "7001", 13, GS1_DIGITS, GS1_NO_TAIL, 0, 0},   /* NATO stock number */
    {"7002", "7002", 0, GS1_DIGITS, GS1_TEXT, 1, 30},      /* cut of meat */
    {"7003", "7003", 10, GS1_DATETIME, GS1_NO_TAIL, 0, 0}, /* expiry with time */
    {"7004", "7004", 0, GS1_DIGITS, GS1_NUMBER, 1, 4},     /* active potency */
    {"7005", "7005", 0, GS1_DIGITS, GS1_TEXT, 1, 12},      /* catch area */
    {"7006", "7006", 6, GS1_REAL_DAY, GS1_NO_TAIL, 0, 0},  /* first freezing */
    {"7007", "7007", 6, GS1_REAL_DAY, GS1_NUMBER, 0, 6},   /* harvest */
    {"7008", "7008", 0, GS1_DIGITS, GS1_TEXT, 1, 3},       /* species */
    {"7009", "7009", 0, GS1_DIGITS, GS1_TEXT, 1, 10},      /* fishing gear */
    {"7010", "7010", 0, GS1_DIGITS, GS1_TEXT, 1, 2},       /* production method */
    {"7011", "7011", 6, GS1_REAL_DAY, GS1_NUMBER, 0, 4},   /* test by */
    {"7020", "7022", 0, GS1_DIGITS, GS1_TEXT, 1, 20},      /* refurbishment, status, revision */
    {"7023", "7023", 0, GS1_DIGITS, GS1_TEXT, 1, 30},      /* assembly */
    {"7030", "7039", 3, GS1_DIGITS, GS1_TEXT, 1, 27},      /* processors */
    {"7040", "7040", 1, GS1_DIGITS, GS1_TEXT, 3, 3},       /* importer index */
    {"710", "719", 0, GS1_DIGITS, GS1_TEXT, 1, 20},        /* national healthcare numbers */
    {"7230", "7239", 0, GS1_DIGITS, GS1_TEXT, 3, 30},      /* certification */
    {"7240", "7240", 0, GS1_DIGITS, GS1_TEXT, 1, 20},      /* protocol */
    {"7241", "7241", 2, GS1_DIGITS, GS1_NO_TAIL, 0, 0},    /* kind of medium */
    {"7242", "7242", 0, GS1_DIGITS, GS1_TEXT, 1, 25},      /* version control */
    {"8001", "8001", 14, GS1_DIGITS, GS1_NO_TAIL, 0, 0},   /* rolls */
    {"8002", "8002", 0, GS1_DIGITS, GS1_TEXT, 1, 20},      /* mobile telephone */
    {"8003", "8003", 14, GS1_KEY, GS1_TEXT, 0, 16},        /* returnable asset */
    {"8004", "8004", 0, GS1_DIGITS, GS1_TEXT, 1, 30},      /* individual asset */
    {"8005", "8005", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0},    /* price per unit */
    {"8006", "8006", 18, GS1_KEY14, GS1_NO_TAIL, 0, 0},    /* piece of a trade item */
    {"8007", "8007", 0, GS1_DIGITS, GS1_TEXT, 1, 34},      /* bank account */
    {"8008", "8008", 8, GS1_DATEHOUR, GS1_NUMBER, 0, 4},   /* production with time */
    {"8009", "8009", 0, GS1_DIGITS, GS1_TEXT, 1, 50},      /* optical sensor */
    {"8010", "8010", 0, GS1_DIGITS, GS1_TEXT, 1, 30},      /* component or part */
    {"8011", "8011", 0, GS1_DIGITS, GS1_NUMBER, 1, 12},    /* its serial */
    {"8012", "8012", 0, GS1_DIGITS, GS1_TEXT, 1, 20},      /* software version */
    {"8013", "8013", 0, GS1_DIGITS, GS1_TEXT, 1, 25},      /* model */
    {"8017", "8018", 18, GS1_KEY, GS1_NO_TAIL, 0, 0},      /* service relation */
    {"8019", "8019", 0, GS1_DIGITS, GS1_NUMBER, 1, 10},    /* its instance */
    {"8020", "8020", 0, GS1_DIGITS, GS1_TEXT, 1, 25},      /* payment reference */
    {"8026", "8026", 18, GS1_KEY14, GS1_NO_TAIL, 0, 0},    /* pieces in a logistic unit */
    {"8030", "8030", 0, GS1_DIGITS, GS1_FILE64, 1, 90},    /* digital signature */
    {"8110", "8110", 0, GS1_DIGITS, GS1_TEXT, 1, 70},      /* coupon */
    {"8111", "8111", 4, GS1_DIGITS, GS1_NO_TAIL, 0, 0},    /* loyalty points */
    {"8112", "8112", 0, GS1_DIGITS, GS1_TEXT, 1, 70},      /* paperless coupon */
    {"8200", "8200", 0, GS1_DIGITS, GS1_TEXT, 1, 70},      /* product address */
    {"90", "90", 0, GS1_DIGITS, GS1_TEXT, 1, 30},          /* agreed between partners */
    {"91", "99", 0, GS1_DIGITS, GS1_TEXT, 1, 90},          /* company internal */
};

static bool
matches(const struct gs1_ai *row, const char *text, size_t length)
{
    size_t digits = strlen(row->first);

    if (length < digits)
        return false;
    for (size_t i = 0; i < digits; i++)
        if (text[i] < row->first[i] || text[i] > row->last[i])
            return false;
    return true;
}

const struct gs1_ai *
gs1_ai_find(const char *text, size_t length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        if (matches(&table[i], text, length))
            return &table[i];
    return NULL;
}

bool
gs1_ai_is_predefined(const struct gs1_ai *ai)
{
    static const char prefixes[][3] = {"00", "01", "02", "03", "11", "12", "13", "15", "16",
                                       "17", "20", "31", "32", "33", "34", "35", "36", "41"};

    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++)
        if (strncmp(ai->first, prefixes[i], 2) == 0)
            return true;
    return false;
}

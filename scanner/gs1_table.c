#include "scanner/gs1_table.h"

#include <string.h>

#include <glib.h>

static const struct gs1_ai table[] = {
    {"00", "00", 18, GS1_KEY, GS1_NO_TAIL, 0, 0, 1},          /* SSCC: a logistic unit */
    {"01", "03", 14, GS1_KEY, GS1_NO_TAIL, 0, 0, 1},          /* GTIN; contained; made to order */
    {"10", "10", 0, GS1_DIGITS, GS1_TEXT, 1, 20, 1},          /* batch or lot */
    {"11", "13", 6, GS1_DATE, GS1_NO_TAIL, 0, 0, 1},          /* production, due, packaging */
    {"15", "17", 6, GS1_DATE, GS1_NO_TAIL, 0, 0, 1},          /* best before, sell by, expiry */
    {"20", "20", 2, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},        /* product variant */
    {"21", "22", 0, GS1_DIGITS, GS1_TEXT, 1, 20, 1},          /* serial; consumer variant */
    {"235", "235", 0, GS1_DIGITS, GS1_TEXT, 1, 28, 1},        /* third-party serial */
    {"240", "241", 0, GS1_DIGITS, GS1_TEXT, 1, 30, 1},        /* additional id; customer part */
    {"242", "242", 0, GS1_DIGITS, GS1_NUMBER, 1, 6, 1},       /* made-to-order variant */
    {"243", "243", 0, GS1_DIGITS, GS1_TEXT, 1, 20, 1},        /* packaging component */
    {"250", "251", 0, GS1_DIGITS, GS1_TEXT, 1, 30, 1},        /* secondary serial; source */
    {"253", "253", 13, GS1_KEY, GS1_TEXT, 0, 17, 1},          /* document type */
    {"254", "254", 0, GS1_DIGITS, GS1_TEXT, 1, 20, 1},        /* location extension */
    {"255", "255", 13, GS1_KEY, GS1_NUMBER, 0, 12, 1},        /* coupon */
    {"30", "30", 0, GS1_DIGITS, GS1_NUMBER, 1, 8, 1},         /* variable count */
    {"3100", "3165", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* net measures, metric */
    {"3200", "3295", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* net measures, other */
    {"3300", "3375", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* logistic measures, metric */
    {"3400", "3495", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* logistic measures, other */
    {"3500", "3575", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* areas, ounces */
    {"3600", "3695", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* volumes */
    {"37", "37", 0, GS1_DIGITS, GS1_NUMBER, 1, 8, 1},         /* count of contained items */
    {"3900", "3909", 0, GS1_DIGITS, GS1_NUMBER, 1, 15, 1},    /* amount */
    {"3910", "3919", 3, GS1_DIGITS, GS1_NUMBER, 1, 15, 1},    /* amount with currency */
    {"3920", "3929", 0, GS1_DIGITS, GS1_NUMBER, 1, 15, 1},    /* price */
    {"3930", "3939", 3, GS1_DIGITS, GS1_NUMBER, 1, 15, 1},    /* price with currency */
    {"3940", "3943", 4, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* percentage off */
    {"3950", "3955", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* price per unit of measure */
    {"400", "401", 0, GS1_DIGITS, GS1_TEXT, 1, 30, 1},        /* order; consignment */
    {"402", "402", 17, GS1_KEY, GS1_NO_TAIL, 0, 0, 1},        /* shipment */
    {"403", "403", 0, GS1_DIGITS, GS1_TEXT, 1, 30, 1},        /* route */
    {"410", "417", 13, GS1_KEY, GS1_NO_TAIL, 0, 0, 1},        /* locations and parties */
    {"420", "420", 0, GS1_DIGITS, GS1_TEXT, 1, 20, 1},        /* postal code */
    {"421", "421", 3, GS1_DIGITS, GS1_TEXT, 1, 9, 1},         /* postal code with country */
    {"422", "422", 3, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},      /* country of origin */
    {"423", "423", 3, GS1_DIGITS, GS1_NUMBER, 0, 12, 3},      /* countries of first processing */
    {"424", "424", 3, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},      /* country of processing */
    {"425", "425", 3, GS1_DIGITS, GS1_NUMBER, 0, 12, 3},      /* countries of disassembly */
    {"426", "426", 3, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},      /* country of the whole process */
    {"427", "427", 0, GS1_DIGITS, GS1_TEXT, 1, 3, 1},         /* subdivision of origin */
    {"4300", "4301", 0, GS1_DIGITS, GS1_TEXT, 1, 35, 1},      /* ship to: company, contact */
    {"4302", "4306", 0, GS1_DIGITS, GS1_TEXT, 1, 70, 1},      /* its address */
    {"4307", "4307", 0, GS1_DIGITS, GS1_TEXT, 2, 2, 1},       /* its country */
    {"4308", "4308", 0, GS1_DIGITS, GS1_TEXT, 1, 30, 1},      /* its telephone */
    {"4309", "4309", 20, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},   /* its place on the globe */
    {"4310", "4311", 0, GS1_DIGITS, GS1_TEXT, 1, 35, 1},      /* return to: company, contact */
    {"4312", "4316", 0, GS1_DIGITS, GS1_TEXT, 1, 70, 1},      /* its address */
    {"4317", "4317", 0, GS1_DIGITS, GS1_TEXT, 2, 2, 1},       /* its country */
    {"4318", "4318", 0, GS1_DIGITS, GS1_TEXT, 1, 20, 1},      /* its postal code */
    {"4319", "4319", 0, GS1_DIGITS, GS1_TEXT, 1, 30, 1},      /* its telephone */
    {"4320", "4320", 0, GS1_DIGITS, GS1_TEXT, 1, 35, 1},      /* kind of service */
    {"4321", "4323", 1, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* danger, leaving, signature */
    {"4324", "4325", 10, GS1_DELIVERY, GS1_NO_TAIL, 0, 0, 1}, /* not before, not after */
    {"4326", "4326", 6, GS1_REAL_DAY, GS1_NO_TAIL, 0, 0, 1},  /* release */
    {"4330", "4333", 6, GS1_DIGITS, GS1_MINUS, 0, 1, 1},      /* bounds of temperature */
    {"7001", "7001", 13, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},   /* NATO stock number */
    {"7002", "7002", 0, GS1_DIGITS, GS1_TEXT, 1, 30, 1},      /* cut of meat */
    {"7003", "7003", 10, GS1_DATETIME, GS1_NO_TAIL, 0, 0, 1}, /* expiry with time */
    {"7004", "7004", 0, GS1_DIGITS, GS1_NUMBER, 1, 4, 1},     /* active potency */
    {"7005", "7005", 0, GS1_DIGITS, GS1_TEXT, 1, 12, 1},      /* catch area */
    {"7006", "7006", 6, GS1_REAL_DAY, GS1_NO_TAIL, 0, 0, 1},  /* first freezing */
    {"7007", "7007", 6, GS1_REAL_DAY, GS1_NUMBER, 0, 6, 6},   /* harvest */
    {"7008", "7008", 0, GS1_DIGITS, GS1_TEXT, 1, 3, 1},       /* species */
    {"7009", "7009", 0, GS1_DIGITS, GS1_TEXT, 1, 10, 1},      /* fishing gear */
    {"7010", "7010", 0, GS1_DIGITS, GS1_TEXT, 1, 2, 1},       /* production method */
    {"7011", "7011", 6, GS1_REAL_DAY, GS1_NUMBER, 0, 4, 4},   /* test by */
    {"7020", "7022", 0, GS1_DIGITS, GS1_TEXT, 1, 20, 1},      /* refurbishment, status, revision */
    {"7023", "7023", 0, GS1_DIGITS, GS1_TEXT, 1, 30, 1},      /* assembly */
    {"7030", "7039", 3, GS1_DIGITS, GS1_TEXT, 1, 27, 1},      /* processors */
    {"7040", "7040", 1, GS1_DIGITS, GS1_TEXT, 3, 3, 1},       /* importer index */
    {"7041", "7041", 0, GS1_DIGITS, GS1_TEXT, 1, 4, 1},       /* freight unit */
    {"710", "717", 0, GS1_DIGITS, GS1_TEXT, 1, 20, 1},        /* national healthcare numbers */
    {"7230", "7239", 0, GS1_DIGITS, GS1_TEXT, 3, 30, 1},      /* certification */
    {"7240", "7240", 0, GS1_DIGITS, GS1_TEXT, 1, 20, 1},      /* protocol */
    {"7241", "7241", 2, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* kind of medium */
    {"7242", "7242", 0, GS1_DIGITS, GS1_TEXT, 1, 25, 1},      /* version control */
    {"7250", "7250", 8, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* person: birth */
    {"7251", "7251", 12, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},   /* birth with time */
    {"7252", "7252", 1, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* sex */
    {"7253", "7254", 0, GS1_DIGITS, GS1_TEXT, 1, 40, 1},      /* family name, given name */
    {"7255", "7255", 0, GS1_DIGITS, GS1_TEXT, 1, 10, 1},      /* what stands behind it */
    {"7256", "7256", 0, GS1_DIGITS, GS1_TEXT, 1, 90, 1},      /* full name */
    {"7257", "7257", 0, GS1_DIGITS, GS1_TEXT, 1, 70, 1},      /* address */
    {"7258", "7258", 0, GS1_DIGITS, GS1_TEXT, 3, 3, 1},       /* which of twins */
    {"7259", "7259", 0, GS1_DIGITS, GS1_TEXT, 1, 40, 1},      /* a baby's family name */
    {"8001", "8001", 14, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},   /* rolls */
    {"8002", "8002", 0, GS1_DIGITS, GS1_TEXT, 1, 20, 1},      /* mobile telephone */
    {"8003", "8003", 14, GS1_KEY, GS1_TEXT, 0, 16, 1},        /* returnable asset */
    {"8004", "8004", 0, GS1_DIGITS, GS1_TEXT, 1, 30, 1},      /* individual asset */
    {"8005", "8005", 6, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* price per unit */
    {"8006", "8006", 18, GS1_KEY14, GS1_NO_TAIL, 0, 0, 1},    /* piece of a trade item */
    {"8007", "8007", 0, GS1_DIGITS, GS1_TEXT, 1, 34, 1},      /* bank account */
    {"8008", "8008", 8, GS1_DATEHOUR, GS1_NUMBER, 0, 4, 2},   /* production with time */
    {"8009", "8009", 0, GS1_DIGITS, GS1_TEXT, 1, 50, 1},      /* optical sensor */
    {"8010", "8010", 0, GS1_DIGITS, GS1_PART39, 1, 30, 1},    /* component or part */
    {"8011", "8011", 0, GS1_DIGITS, GS1_NUMBER, 1, 12, 1},    /* its serial */
    {"8012", "8012", 0, GS1_DIGITS, GS1_TEXT, 1, 20, 1},      /* software version */
    {"8013", "8014", 0, GS1_DIGITS, GS1_TEXT, 1, 25, 1},      /* model; individual device */
    {"8017", "8018", 18, GS1_KEY, GS1_NO_TAIL, 0, 0, 1},      /* service relation */
    {"8019", "8019", 0, GS1_DIGITS, GS1_NUMBER, 1, 10, 1},    /* its instance */
    {"8020", "8020", 0, GS1_DIGITS, GS1_TEXT, 1, 25, 1},      /* payment reference */
    {"8026", "8026", 18, GS1_KEY14, GS1_NO_TAIL, 0, 0, 1},    /* pieces in a logistic unit */
    {"8030", "8030", 0, GS1_DIGITS, GS1_FILE64, 1, 90, 1},    /* digital signature */
    {"8110", "8110", 0, GS1_DIGITS, GS1_TEXT, 1, 70, 1},      /* coupon */
    {"8111", "8111", 4, GS1_DIGITS, GS1_NO_TAIL, 0, 0, 1},    /* loyalty points */
    {"8112", "8112", 0, GS1_DIGITS, GS1_TEXT, 1, 70, 1},      /* paperless coupon */
    {"8200", "8200", 0, GS1_DIGITS, GS1_TEXT, 1, 70, 1},      /* product address */
    {"90", "90", 0, GS1_DIGITS, GS1_TEXT, 1, 30, 1},          /* agreed between partners */
    {"91", "99", 0, GS1_DIGITS, GS1_TEXT, 1, 90, 1},          /* company internal */
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

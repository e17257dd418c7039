#ifndef INVENTORY_DRUG_H
#define INVENTORY_DRUG_H

/*
 * The catalogue: medicines, what type and age group they are for, and the codes that mean them.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "scanner/code.h"

struct inventory;

struct drug_id {
    int64_t n; /* 0: none */
};

/* The numbers are those of drug_type in the schema. */
enum drug_type {
    DRUG_FEVER = 1,
    DRUG_COLD,
    DRUG_COUGH,
    DRUG_PAIN,
    DRUG_THROAT,
    DRUG_STOMACH,
    DRUG_ALLERGY,
    DRUG_TOPICAL,
    DRUG_SUPPLIES,
    DRUG_OTHER,
};
#define DRUG_TYPES 10

enum drug_age {
    DRUG_ALL_AGES,
    DRUG_ADULT,
    DRUG_CHILD,
};
#define DRUG_AGES 3

enum drug_class {
    DRUG_OTC_A,        /* 甲: sold by pharmacies only */
    DRUG_OTC_B,        /* 乙: sold in shops too */
    DRUG_PRESCRIPTION, /* never in a box */
    DRUG_NO_CLASS,     /* not a medicine: thermometers, masks */
};

struct drug {
    struct drug_id id;
    char *name, *brand; /* generic name; brand may be "" */
    enum drug_type type;
    enum drug_age age;
    char *form; /* key of drug_forms */
    char *strength, *unit;
    int32_t day_units;  /* base units one person takes in a day of treatment */
    int32_t pack_units; /* base units in the usual pack */
    enum drug_class class;
    bool cold_chain; /* needs a fridge */
    bool undated;    /* does not expire */
    char *approval, *maker;
    char **ingredients; /* active ones, NULL-terminated, in order; never NULL */
    bool retired;
};

void drug_free(struct drug *drug); /* takes NULL */

/* Dosage forms. Loose units of a sealed form (blister, sachet, patch) can be given; an opened pack of
 * any other (bottle, tube) can't. Ends with a row whose key is NULL. */
struct drug_form {
    const char *key, *word; /* word: through words() */
    bool sealed_units;
};
extern const struct drug_form drug_forms[];
const struct drug_form *drug_form_find(const char *key_or_word); /* NULL: none */

/* Keys as kept and exported ("fever", "child", "A"), and back (keys and the words of both languages
 * are understood); -1 for none. Words for people in the thread's language. */
const char *drug_type_key(enum drug_type type);
const char *drug_type_word(enum drug_type type);
int drug_type_parse(const char *text);
bool drug_type_is_critical(enum drug_type type);
const char *drug_age_key(enum drug_age age);
const char *drug_age_word(enum drug_age age);
int drug_age_parse(const char *text);
const char *drug_class_key(enum drug_class class);
const char *drug_class_word(enum drug_class class);
int drug_class_parse(const char *text);

/* Adds a drug and fills its id. ERR_INPUT for a bad field, by name, such as a pack as the unit;
 * ERR_REFUSED where one of that
 * name, brand, strength and maker exists. */
MUST_CHECK bool drug_add(struct inventory *inventory, struct drug *drug, GError **error);

/* By number, by a bound code, by name (generic, brand, or both with strength) where only one matches.
 * ERR_MISSING, or ERR_INPUT listing up to five that match. */
MUST_CHECK bool drug_find(struct inventory *inventory, const char *what, struct drug **drug,
                          GError **error);
MUST_CHECK bool drug_by_id(struct inventory *inventory, struct drug_id id, struct drug **drug,
                           GError **error);

/* The one that has its name, brand, strength and maker, exactly; {0} where there is none. */
MUST_CHECK bool drug_same(struct inventory *inventory, const struct drug *drug, struct drug_id *id,
                          GError **error);

/* struct drug *, by type, age and name. */
MUST_CHECK bool drug_list(struct inventory *inventory, bool retired_too, GPtrArray **drugs,
                          GError **error);

/* Writes all fields of a changed drug. ERR_REFUSED for another unit where it has been booked. Where its type, age group or day_units change, what follows
 * from the ledger is counted anew in the same transaction (stock_recount_drug). */
MUST_CHECK bool drug_edit(struct inventory *inventory, const struct drug *drug, GError **error);

/* "布洛芬片 0.2 g (芬必得)": how a drug is called in a line. Free with g_free(). */
char *drug_title(const struct drug *drug);

/* What units are called beside a number: "tablets" for 3 of a unit "tablet", in English also of "片"; by its
 * form where a measure word needs it ("粒": capsules, suppositories). The unit itself where it has no other
 * word ("ml"; in Chinese "片"). Static or the unit. */
const char *drug_unit_word(const struct drug *drug, int64_t n);

/* "2 packs + 3 tablets" for 27 units of a 12-unit pack; plain units where nothing fills a pack. */
char *drug_amount(const struct drug *drug, int64_t units);

/* Teaches what a code means: a drug and the base units in the pack it stands on. Removes it from the
 * codes waiting (code_unknown). ERR_INPUT for a code with findings that forbid it (wrong check digit,
 * a box or command code); ERR_REFUSED where it means another drug already, which says so. */
MUST_CHECK bool drug_bind(struct inventory *inventory, const struct code *code, struct drug_id drug,
                          int32_t units, int64_t now, GError **error);

/* Whether a code is of a kind that can be taught, and names a product. */
bool drug_code_can_be_taught(const struct code *code);

/* Takes back what drug_bind() taught: the drug that the code meant, and whether anything was booked of it.
 * Bookings stay. ERR_MISSING where nobody taught it. */
MUST_CHECK bool drug_unbind(struct inventory *inventory, const struct code *code,
                            struct drug_id *drug, bool *booked, GError **error);

/* Takes a code from the list of those that wait to be taught, by its text there or any other that
 * reads as the same. ERR_MISSING where none waits. */
MUST_CHECK bool drug_forget_code(struct inventory *inventory, const char *text, GError **error);

/* What a code means: false with no error set through *drug = {0} when nobody taught it. */
MUST_CHECK bool drug_of_code(struct inventory *inventory, const struct code *code,
                             struct drug_id *drug, int32_t *units, GError **error);

#endif

#include "cli/scan_photo.h"

#include <string.h>

#include "base/words.h"
#include "cli/order.h"
#include "cli/pictures.h"
#include "cli/progress.h"
#include "cli/rows.h"
#include "cli/scan_before.h"
#include "cli/scan_print.h"
#include "cli/scan_tell.h"
#include "inventory/names.h"

/* One code as it stands in the pictures. */
struct seen {
    struct code code;
    struct resolved resolved;
    GPtrArray *remarks; /* what else it could be */
    char *picture;      /* the SHA-256 of the first that shows it */
    int32_t here, most; /* times in the picture being read; in the one that shows it most often */
    int32_t pictures;   /* that show it */
};

struct photos {
    struct scan *scan;
    GArray *seen;  /* struct seen */
    char *picture; /* the SHA-256 of the one being read */
    struct progress progress;
};

/* -------------------------------------------------------------------------------- reading photos */

static bool
is_same(const struct code *a, const struct code *b)
{
    if (a->pack[0] != '\0' || b->pack[0] != '\0')
        return strcmp(a->pack, b->pack) == 0;
    return a->kind == b->kind && strcmp(a->product, b->product) == 0 &&
           strcmp(a->lot, b->lot) == 0 && a->expiry.n == b->expiry.n;
}

static void
seen_clear(gpointer data)
{
    struct seen *seen = data;

    g_ptr_array_unref(seen->remarks);
    g_free(seen->picture);
}

static struct seen *
seen_of(struct photos *photos, const struct code *code, GPtrArray *remarks)
{
    struct seen new = {.code = *code};

    for (guint i = 0; i < photos->seen->len; i++) {
        struct seen *seen = &g_array_index(photos->seen, struct seen, i);

        if (is_same(&seen->code, code))
            return seen;
    }
    new.picture = g_strdup(photos->picture);
    new.remarks = g_ptr_array_ref(remarks);
    g_array_append_val(photos->seen, new);
    return &g_array_index(photos->seen, struct seen, photos->seen->len - 1);
}

/* The label of a box: all pictures of a call are of one box. */
static bool
take_label(struct photos *photos, const struct code *code, GError **error)
{
    struct scan *scan = photos->scan;
    struct box *box = NULL;
    bool ok;

    if (!scan_label(scan, code, &box, error))
        return false;
    if (box == NULL)
        return true;
    if (scan->box != NULL && scan->box->id.n != box->id.n) {
        g_autofree char *one = names_title(scan->box), *other = names_title(box);

        box_free(box);
        return err_set(error, ERR_INPUT,
                       _("two boxes: %s and %s; scan the pictures of one box at a time"), one,
                       other);
    }
    ok = scan_print_tell(scan->face, code, box, error);
    if (scan->box == NULL)
        scan_go(scan, box);
    else
        box_free(box);
    return ok;
}

/* Except what was found about a text that was believed after all (may be NULL). */
static void
tell_findings(struct photos *photos, const char *name, const GPtrArray *findings,
              const char *believed)
{
    for (guint i = 0; i < findings->len; i++) {
        const char *text = findings_at(findings, i)->text;

        if (believed == NULL || strstr(text, believed) == NULL)
            answer_notice(photos->scan->face->answer, _("%s: %s"), name, text);
    }
}

static bool
take_symbol(struct photos *photos, const char *name, const struct decode_symbol *symbol,
            GError **error)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct code code;

    if (!code_parse(symbol->text, symbol->length, symbol->symbology, &code, findings)) {
        tell_findings(photos, name, findings, NULL);
        return true;
    }
    if (code.kind == CODE_BOX)
        return take_label(photos, &code, error);
    if (code.product[0] != '\0')
        seen_of(photos, &code, findings)->here++;
    return true;
}

static void
close_picture(struct photos *photos)
{
    for (guint i = 0; i < photos->seen->len; i++) {
        struct seen *seen = &g_array_index(photos->seen, struct seen, i);

        seen->pictures += seen->here > 0;
        seen->most = seen->code.pack[0] != '\0' ? 1 : MAX(seen->most, seen->here);
        seen->here = 0;
    }
}

static bool
is_read(const struct decode *decode, const char *text)
{
    for (guint i = 0; i < decode->symbols->len; i++)
        if (strcmp(decode_symbol_at(decode, i)->text, text) == 0)
            return true;
    return false;
}

/* Whether the catalogue knows what a symbol that was not read surely would mean. */
static bool
is_known(const struct photos *photos, const struct decode_symbol *symbol)
{
    g_autoptr(GError) ignored = NULL;
    struct resolved resolved;
    struct code code;

    return code_parse(symbol->text, symbol->length, symbol->symbology, &code, NULL) &&
           (code.kind == CODE_RETAIL || code.kind == CODE_OWN_LABEL) &&
           resolve_code(photos->scan->face->inventory, &code, &resolved, &ignored) &&
           resolved.kind == RESOLVE_DRUG;
}

/* A misreading hits a code of the catalogue once in a blue moon: the one doubtful symbol of a
 * picture that is in it was read rightly. That goes for those that say no more than the product; of a
 * pack's number, batch or date the catalogue knows nothing. NULL where there is none, or more than one. */
static const struct decode_symbol *
believable(const struct photos *photos, const struct decode *decode)
{
    const struct decode_symbol *found = NULL;

    for (guint i = 0; i < decode->doubtful->len; i++) {
        const struct decode_symbol *symbol = decode->doubtful->pdata[i];

        if (is_read(decode, symbol->text) || !is_known(photos, symbol))
            continue;
        if (found != NULL)
            return NULL;
        found = symbol;
    }
    return found;
}

/* What was read of one picture; a label of another box than the others' ends it all. */
static bool
take_decode(struct photos *photos, const char *name, const struct decode *decode, GError **error)
{
    const struct decode_symbol *believed = believable(photos, decode);

    for (guint i = 0; i < decode->symbols->len; i++)
        if (!take_symbol(photos, name, decode_symbol_at(decode, i), error))
            return false;
    if (believed != NULL && !take_symbol(photos, name, believed, error))
        return false;
    tell_findings(photos, name, decode->findings, believed != NULL ? believed->text : NULL);
    if (decode->symbols->len == 0 && believed == NULL)
        scan_problem(photos->scan, ERR_INPUT,
                     _("%s: no code was found in it; go nearer, hold still, and let light fall "
                       "on the code"),
                     name);
    close_picture(photos);
    return true;
}

/* A picture that can't be read costs itself alone. */
static void
tell_unread(struct scan *scan, const char *name, const struct pictures_read *read)
{
    enum err kind = read->error->code == ERR_BUSY ? ERR_INPUT : (enum err)read->error->code;

    if (read->file == NULL) /* the error names it */
        scan_problem(scan, kind, "%s", read->error->message);
    else
        scan_problem(scan, kind, _("%s: %s"), name, read->error->message);
}

static bool
take_picture(const struct pictures_read *read, void *data, GError **error)
{
    struct photos *photos = data;
    g_autofree char *name = g_path_get_basename(read->path);

    progress_draw(&photos->progress, (int64_t)read->number - 1, (int64_t)read->all);
    if (read->decode != NULL) {
        g_free(photos->picture);
        photos->picture = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, read->file);
        return take_decode(photos, name, read->decode, error);
    }
    tell_unread(photos->scan, name, read);
    return true;
}

static bool
take_files(struct photos *photos, GError **error)
{
    struct face *face = photos->scan->face;
    g_autoptr(GPtrArray) paths = NULL;
    bool ok;

    if (!pictures_find(face->args, NULL, &paths, error))
        return false;
    photos->progress = (struct progress){.what = _("Reading")};
    ok = pictures_read(paths, take_picture, photos, error);
    progress_end(&photos->progress);
    return ok;
}

/* -------------------------------------------------------------------------- from codes to packs */

static bool
resolve_all(struct photos *photos, GError **error)
{
    for (guint i = 0; i < photos->seen->len; i++) {
        struct seen *seen = &g_array_index(photos->seen, struct seen, i);

        if (!resolve_code(photos->scan->face->inventory, &seen->code, &seen->resolved, error))
            return false;
        scan_tell_remarks(photos->scan->face, seen->remarks, &seen->resolved);
    }
    return true;
}

static bool
is_alike(const struct seen *a, const struct seen *b)
{
    return a->resolved.kind == RESOLVE_DRUG && b->resolved.kind == RESOLVE_DRUG &&
           a->resolved.drug.n == b->resolved.drug.n && a->resolved.units == b->resolved.units;
}

/* Takes from codes without a pack's name those packs that a name was read of, too. */
static void
merge_faces(struct photos *photos)
{
    for (guint i = 0; i < photos->seen->len; i++) {
        const struct seen *named = &g_array_index(photos->seen, struct seen, i);
        int32_t left = 1;

        for (guint j = 0; named->code.pack[0] != '\0' && left > 0 && j < photos->seen->len; j++) {
            struct seen *other = &g_array_index(photos->seen, struct seen, j);

            if (other->code.pack[0] == '\0' && other->most > 0 && is_alike(named, other)) {
                other->most--;
                left--;
            }
        }
    }
}

/* -------------------------------------------------------------------------------------- booking */

/* A code that does not name the pack may be of the same pack in both pictures, or of two. */
static void
tell_again(const struct photos *photos, const struct seen *seen)
{
    g_autofree char *code = code_format(&seen->code);

    if (seen->pictures > 1 && seen->code.pack[0] == '\0')
        answer_say(photos->scan->face->answer,
                   _("%s is in %d pictures and is taken for the same packs, %d in all; other packs "
                     "belong in one picture, or in a call of their own"),
                   code, (int)seen->pictures, (int)seen->most);
}

static bool
refuse_again(struct scan *scan, const struct seen *seen, const struct scan_before *before,
             GError **error)
{
    g_autofree char *code = code_format(&seen->code), *title = NULL,
                    *when = rows_moment_text(before->at, answer_utc_offset(scan->face->answer));
    struct drug *drug = NULL;

    if (!drug_by_id(scan->face->inventory, seen->resolved.drug, &drug, error))
        return false;
    title = drug_title(drug);
    drug_free(drug);
    scan->text = code;
    scan_problem(scan, ERR_REFUSED,
                 _("%s: this very picture was scanned before, and it was booked then (No. %lld, "
                   "%s): nothing is booked again; if these are other packs, say --again"),
                 title, (long long)before->seq, when);
    scan->text = NULL;
    return true;
}

/* The same picture told of one box and then of another: one of them is wrong. */
static bool
refuse_elsewhere(struct photos *photos, enum session_mode mode, const struct seen *seen,
                 bool *refused, GError **error)
{
    struct scan *scan = photos->scan;
    g_autofree char *code = code_format(&seen->code);
    g_autoptr(GPtrArray) boxes = NULL;

    if (!box_list(scan->face->inventory, (struct area_id){0}, true, &boxes, error))
        return false;
    for (guint i = 0; !*refused && i < boxes->len; i++) {
        const struct box *box = boxes->pdata[i];
        g_autofree char *title = names_title(box);
        const struct scan_before_of of = {seen->picture, &seen->code, box->id, mode, NULL};
        struct scan_before before;

        if (!scan_before_find(scan->face->inventory, &of, &before, error))
            return false;
        *refused = before.seq != 0;
        if (*refused)
            scan_problem(scan, ERR_REFUSED,
                         _("%s: this very picture was booked in %s (No. %lld): if that was the "
                           "wrong box, undo it first; if these are other packs, say --again"),
                         code, title, (long long)before.seq);
    }
    return true;
}

/* A picture that was booked from before is not booked from again, unless that is what is wanted. The
 * same call under the caller's own id goes on to the ledger, which says that it has it. */
static bool
choose_uid(struct photos *photos, enum session_mode mode, const struct seen *seen,
           const struct uuid *own, struct uuid *uid, bool *again, GError **error)
{
    struct scan *scan = photos->scan;
    struct scan_before before;

    *again = false;
    if (mode == SESSION_LOOK || seen->resolved.kind != RESOLVE_DRUG)
        return true;
    if (!scan_before_find(
            scan->face->inventory,
            &(struct scan_before_of){seen->picture, &seen->code, scan->box->id, mode, own}, &before,
            error))
        return false;
    *uid = before.uid;
    if (before.repeated || face_has(scan->face, "again"))
        return true;
    *again = before.seq != 0;
    return *again ? refuse_again(scan, seen, &before, error)
                  : refuse_elsewhere(photos, mode, seen, again, error);
}

static bool
book_seen(struct photos *photos, enum session_mode mode, const struct seen *seen,
          const struct uuid *own, GError **error)
{
    struct face *face = photos->scan->face;
    struct scan_item item = {
        .code = &seen->code,
        .resolved = seen->resolved,
        .expiry = face_day(face, "expiry"),
        .lot = face_text(face, "lot"),
        .packs = seen->most * (int32_t)face_number(face, "packs", 1),
    };
    bool again;

    tell_again(photos, seen);
    return choose_uid(photos, mode, seen, own, &item.uid, &again, error) &&
           (again || scan_item(photos->scan, mode, &item, NULL, error));
}

static bool
book(struct photos *photos, enum session_mode mode, const struct uuid *own, GError **error)
{
    for (guint i = 0; i < photos->seen->len; i++) {
        const struct seen *seen = &g_array_index(photos->seen, struct seen, i);

        if (seen->most > 0 && !book_seen(photos, mode, seen, own, error))
            return false;
    }
    return true;
}

static bool
check(const struct photos *photos, enum session_mode mode, GError **error)
{
    const struct scan *scan = photos->scan;

    if (photos->seen->len == 0 && scan->problems > 0)
        return true; /* it is told why */
    if (scan->box == NULL && mode != SESSION_LOOK)
        return err_set(error, ERR_INPUT,
                       _("no box label is in the picture: take one that shows it, or say "
                         "--box CODE"));
    return photos->seen->len > 0 ||
           err_set(error, ERR_INPUT, _("no medicine code is in the picture"));
}

bool
scan_photos(struct scan *scan, enum session_mode mode, GError **error)
{
    struct photos photos = {.scan = scan, .seen = g_array_new(FALSE, FALSE, sizeof(struct seen))};
    struct uuid own;
    bool ok;

    scan->hint = N_("say it with --expiry");
    g_array_set_clear_func(photos.seen, seen_clear);
    ok = order_uid(scan->face, &own, error) && take_files(&photos, error) &&
         check(&photos, mode, error) && resolve_all(&photos, error);

    if (ok) {
        g_autofree char *title = scan->box != NULL ? names_title(scan->box) : NULL;

        if (title != NULL)
            answer_say(scan->face->answer, _("Box: %s"), title);
        merge_faces(&photos);
        ok = book(&photos, mode, face_has(scan->face, "uid") ? &own : NULL, error);
    }
    g_array_unref(photos.seen);
    g_free(photos.picture);
    return ok && scan_end(scan, error);
}

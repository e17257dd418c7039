/*
 * How many codes of pictures are read, how many wrong ones come up, and at what CPU time, beside
 * libzbar, ZXing-C++ and libdmtx, all on the same pixels in turn. A picture's reads count for every
 * reader in the same run. "first" is medbox where one trusted code is enough. libdmtx is shown what
 * has DataMatrix codes only: elsewhere it takes seconds.
 *
 *   bench_scanner [--photos N] [--seed N] [--only TEXT] [--width N] [--quality N]
 *                 [--alone] [--save FOLDER] [--keep FOLDER]
 *   bench_scanner FOLDER...
 *
 * Without folders the pictures are corpus.h's; with some, a class is a folder's (album.h), such as
 * the real photographs that real.py lays. --width and --quality take all of them with a camera whose
 * pictures are so wide and whose JPEGs so good, such as an old phone's: 640 and 40. --only takes classes or groups whose name holds the text;
 * --save writes what medbox missed or misread into a folder, --keep every picture. Tune on one seed,
 * report another.
 */

#include <stdio.h>
#include <string.h>

#include "base/words.h"
#include "tests/bench/scanner/album.h"
#include "tests/bench/scanner/corpus.h"
#include "tests/bench/scanner/peers.h"
#include "tests/bench/timing.h"
#include "tests/photo/printed.h"

#define PEERS 5

struct score {
    int wanted, read[PEERS], wrong[PEERS], doubtful[PEERS], shown[PEERS];
    double cpu[PEERS];
    int photos;
};

struct order {
    int photos, seed;
    struct corpus_camera camera;
    char *only, *save, *keep;
    gboolean alone;
};

/* Counts one reader's texts; a text twice counts once. Gives what is read and not wanted too. */
static void
count_texts(struct score *score, size_t peer, const struct corpus_shot *shot,
            const GPtrArray *texts, int *read, int *wrong)
{
    bool seen[CORPUS_CODES] = {false};

    *read = *wrong = 0;
    for (guint i = 0; i < texts->len; i++) {
        gsize length;
        const char *text = g_bytes_get_data(texts->pdata[i], &length);
        bool known = false;

        for (int k = 0; k < shot->count; k++)
            if (strlen(shot->expected[k]) == length &&
                memcmp(shot->expected[k], text, length) == 0) {
                *read += !seen[k];
                seen[k] = known = true;
            }
        *wrong += !known;
    }
    score->read[peer] += *read;
    score->wrong[peer] += *wrong;
}

static void
save(const char *folder, const char *class, int number, const struct corpus_shot *shot)
{
    g_autofree char *name = g_strdup_printf("%s-%d", class, number);
    g_autofree char *path = g_build_filename(folder, g_strdelimit(name, " ,", '_'), NULL);

    album_save(path, shot);
}

static bool
is_shown(const struct order *order, const struct peer *peer, const char *group)
{
    if (order->alone)
        return peer == peers;
    return peer->group == NULL || strcmp(peer->group, group) == 0;
}

/* All readers on one picture, a different one first each time. */
static void
read_photo(const struct order *order, const char *group, const char *class, int number,
           const struct corpus_shot *shot, struct score *score)
{
    score->wanted += shot->count;
    score->photos++;
    if (order->keep != NULL)
        save(order->keep, class, number, shot);
    for (size_t i = 0; i < peers_count; i++) {
        size_t peer = (i + (size_t)number) % peers_count;
        g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
        double start = timing_cpu_fine();
        int read, wrong;

        if (!is_shown(order, &peers[peer], group))
            continue;
        peers[peer].read(shot->picture, texts, &score->doubtful[peer]);
        score->cpu[peer] += timing_cpu_fine() - start;
        score->shown[peer]++;
        count_texts(score, peer, shot, texts, &read, &wrong);
        if (peer == 0 && order->save != NULL && (read < shot->count || wrong > 0))
            save(order->save, class, number, shot);
    }
}

static void
print_row(const char *name, const struct score *score)
{
    printf("%-15s %5d", name, score->wanted);
    for (size_t i = 0; i < peers_count; i++)
        if (score->shown[i] == score->photos && score->photos > 0)
            printf("  %5d/%-3d %5.0f", score->read[i], score->wrong[i],
                   score->cpu[i] * 1000 / MAX(score->photos, 1));
        else
            printf("  %9s %5s", "", "");
    printf("  %d\n", score->doubtful[0]);
    fflush(stdout);
}

static void
add(struct score *sum, const struct score *score)
{
    sum->wanted += score->wanted;
    sum->photos += score->photos;
    for (size_t i = 0; i < peers_count; i++) {
        sum->read[i] += score->read[i];
        sum->wrong[i] += score->wrong[i];
        sum->doubtful[i] += score->doubtful[i];
        sum->shown[i] += score->shown[i];
        sum->cpu[i] += score->cpu[i];
    }
}

static bool
read_order(struct order *order, int *argc, char ***argv)
{
    g_autoptr(GOptionContext) context = g_option_context_new("- readers side by side");
    g_autoptr(GError) error = NULL;
    const GOptionEntry entries[] = {
        {"photos", 0, 0, G_OPTION_ARG_INT, &order->photos, "of each class", "N"},
        {"seed", 0, 0, G_OPTION_ARG_INT, &order->seed, "of all that is left to chance", "N"},
        {"width", 0, 0, G_OPTION_ARG_INT, &order->camera.width, "of all pictures", "N"},
        {"quality", 0, 0, G_OPTION_ARG_INT, &order->camera.quality, "of all JPEGs", "N"},
        {"only", 0, 0, G_OPTION_ARG_STRING, &order->only, "classes and groups so named", "TEXT"},
        {"alone", 0, 0, G_OPTION_ARG_NONE, &order->alone, "medbox, without the others", NULL},
        {"save", 0, 0, G_OPTION_ARG_FILENAME, &order->save, "what was missed", "FOLDER"},
        {"keep", 0, 0, G_OPTION_ARG_FILENAME, &order->keep, "every picture", "FOLDER"},
        {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
    };

    g_option_context_add_main_entries(context, entries, NULL);
    if (g_option_context_parse(context, argc, argv, &error))
        return true;
    fprintf(stderr, "%s\n", error->message);
    return false;
}

static bool
is_wanted(const struct order *order, size_t class)
{
    return order->only == NULL || strstr(corpus_class(class), order->only) != NULL ||
           strcmp(corpus_group(class), order->only) == 0;
}

static void
print_head(void)
{
    printf("%-15s %5s", "", "codes");
    for (size_t i = 0; i < peers_count; i++)
        printf("  %9s %5s", peers[i].name, "ms");
    printf("  doubtful\n");
}

/* Classes stand in groups; a group's sum follows its last. */
static void
run_classes(const struct order *order, const char *label, const char *label_text)
{
    struct score all = {0}, group = {0};

    for (size_t class = 0; class < corpus_classes(); class ++) {
        struct score score = {0};
        bool ends = class + 1 == corpus_classes() ||
                    strcmp(corpus_group(class), corpus_group(class + 1)) != 0;

        for (int i = 0; i < order->photos && is_wanted(order, class); i++) {
            struct corpus_shot shot;

            corpus_take(class, (uint64_t)order->seed * 100000 + (uint64_t)i, &order->camera, label,
                        label_text, &shot);
            read_photo(order, corpus_group(class), corpus_class(class), i, &shot, &score);
            corpus_clear(&shot);
        }
        if (is_wanted(order, class))
            print_row(corpus_class(class), &score);
        add(&group, &score);
        if (ends && group.photos > 0) {
            g_autofree char *name = g_strdup_printf("= %s", corpus_group(class));

            print_row(name, &group);
            add(&all, &group);
        }
        if (ends)
            group = (struct score){0};
    }
    print_row("all", &all);
}

/* A folder of a group's name is shown to what that group is shown to. */
static void
run_folders(const struct order *order, char *const *folders)
{
    struct score all = {0};

    for (; *folders != NULL; folders++) {
        g_autofree char *name = g_path_get_basename(*folders);
        g_autoptr(GPtrArray) pictures = album_list(*folders);
        struct score score = {0};

        for (guint i = 0; i < pictures->len; i++) {
            struct corpus_shot shot;

            if (!album_open(pictures->pdata[i], &shot))
                continue;
            read_photo(order, name, name, (int)i, &shot, &score);
            corpus_clear(&shot);
        }
        print_row(name, &score);
        add(&all, &score);
    }
    print_row("all", &all);
}

int
main(int argc, char **argv)
{
    struct order order = {.photos = 12, .seed = 1};
    const struct boxcode code = boxcode_make(UINT64_C(0x123456789abcdef1), BOXCODE_SHORT);
    g_autofree char *label = NULL, *text = NULL;

    words_use(WORDS_EN);
    if (!read_order(&order, &argc, &argv))
        return 2;
    label = printed_label(code.text);
    text = boxcode_url("box.example.cn", code, (struct boxcode_nonce){""});
    print_head();
    if (argc > 1)
        run_folders(&order, argv + 1);
    else
        run_classes(&order, label, text);
    g_remove(label);
    g_free(order.only);
    g_free(order.save);
    g_free(order.keep);
    return 0;
}

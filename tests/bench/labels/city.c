#include "tests/bench/labels/city.h"

#define SEED 20240607

static const char *const communities[] = {
    "翠苑一区社区", "文鼎苑社区", "求智巷社区",   "古荡社区",   "塘河新村社区", "和睦社区",
    "大关东一社区", "德胜社区",   "朝晖九区社区", "仙林苑社区", "景芳社区",     "缤纷社区",
    "三里新城社区", "联庄社区",   "浦乐社区",     "长河社区",   "湘湖社区",     "北干社区",
    "通惠社区",     "良渚社区",   "岙底社区",     "闲林社区",   "堽城社区",     "星桥社区",
};
static const char *const names[] = {
    "惠民共享药箱",   "爱心药箱",     "邻里互助药箱",
    "红十字便民药箱", "网格应急药箱", "党群服务驿站药箱",
};
static const char *const places[] = {
    "物业中心", "党群服务中心", "卫生服务站", "居委会大厅", "东门岗亭", "文化家园", "老年食堂",
};

struct label *
city_labels(size_t n, GStringChunk *texts)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    struct label *labels = g_new0(struct label, n);

    for (size_t i = 0; i < n; i++) {
        uint64_t bits = (uint64_t)g_rand_int(random) << 32 | g_rand_int(random);
        g_autofree char *grid = g_strdup_printf("第%d网格", g_rand_int_range(random, 1, 25));
        g_autofree char *building = g_strdup_printf("%d幢", g_rand_int_range(random, 1, 30));
        g_autofree char *phone =
            g_strdup_printf("0571-8%d", g_rand_int_range(random, 1000000, 10000000));

        labels[i] = (struct label){
            .code = boxcode_make(bits, BOXCODE_SHORT),
            .nonce = boxcode_nonce_make((uint32_t)(bits >> 40)),
            .name = names[g_rand_int_range(random, 0, G_N_ELEMENTS(names))],
            .community = communities[g_rand_int_range(random, 0, G_N_ELEMENTS(communities))],
            .grid = g_string_chunk_insert(texts, grid),
            .building = g_string_chunk_insert(texts, building),
            .place = places[g_rand_int_range(random, 0, G_N_ELEMENTS(places))],
            .phone = g_string_chunk_insert(texts, phone),
            .host = CITY_HOST,
            .rules = {"只收未过期非处方药", "取药请登记，按说明书用药"},
        };
    }
    return labels;
}

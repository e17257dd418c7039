#include "loader.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const kinds[] = {"P2", "P3", "P5", "P6"};

    fuzz_loader(picture_pnm_load, kinds[size > 1 ? data[1] % 4 : 0], 2, 0, data, size);
    return 0;
}

#include "loader.h"

const char *__lsan_default_suppressions(void);

/* What the decoders of HEVC and AV1 leave behind of a damaged file: a worker ends with it. */
const char *
__lsan_default_suppressions(void)
{
    return "leak:libdav1d\nleak:libde265\nleak:libaom\nleak:libheif\n";
}

FUZZ_LOADER(picture_heif_load, "ftyphei", 4)

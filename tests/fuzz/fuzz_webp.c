#include "loader.h"

FUZZ_LOADER(picture_webp_load, "WEBP", 8)

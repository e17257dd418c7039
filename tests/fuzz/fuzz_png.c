#include "loader.h"

FUZZ_LOADER(picture_png_load, "\x89PNG\r\n\x1a\n", 0)

#include "loader.h"

FUZZ_LOADER(picture_jpeg_load, "\xff\xd8\xff", 0)

#include "loader.h"

FUZZ_LOADER(picture_heif_load, "ftyphei", 4)

#include "cli/run.h"

int
main(int argc, char **argv)
{
    return run_line(argc, argv, "medbox " MEDBOX_VERSION);
}

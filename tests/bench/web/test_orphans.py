#!/usr/bin/env python3
"""That a bench which is ended takes the service that it started with it. BENCH_WEB and SERVE_AS name the
programs."""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

import tap  # noqa: E402

SECONDS = 120  # in which it has built its towns, with sanitizers too


def until(what, seconds):
    end = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < end, "not in time"
        time.sleep(0.05)
    return found


def children(pid):
    """Processes that it started and that are something else by now."""
    mine = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [one for one in mine if os.readlink(f"/proc/{one}/exe") == os.path.realpath(os.environ["SERVE_AS"])]


def is_gone(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


def ended_by(number):
    with tempfile.TemporaryDirectory() as folder:
        bench = subprocess.Popen([os.environ["BENCH_WEB"], os.environ["SERVE_AS"], folder],
                                 stdout=subprocess.PIPE, env=os.environ | {"TMPDIR": folder})
        try:
            service, = until(lambda: children(bench.pid), SECONDS)
            bench.send_signal(number)
            assert bench.wait(20) == -number
            until(lambda: is_gone(service), 20)
        finally:
            bench.kill()
            bench.communicate()


CASES = [(f"ended by {number.name}", lambda number=number: ended_by(number))
         for number in (signal.SIGTERM, signal.SIGPIPE, signal.SIGKILL)]

if __name__ == "__main__":
    sys.exit(tap.run(CASES))

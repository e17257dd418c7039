#!/usr/bin/env python3
"""Reads, wrong reads and CPU on real photographs: medbox beside zbar, ZXing-C++ and libdmtx, and
beside a current ZXing-C++ where node can run it. The photographs are those that Debian's source
package zxing carries, which apt fetches once, and whatever folders are named.
Usage: real.py BENCH_SCANNER WORK [FOLDER...]. A folder has pictures and, beside each, a .txt with a
line a code, as the test photographs of ZXing and ZXing-C++ have it; WORK is kept between runs."""

import glob
import os
import shutil
import subprocess
import sys
import tarfile

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = """Types: deb-src
URIs: http://deb.debian.org/debian
Suites: bookworm
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
"""


def fetch(work):
    """The source package, by an apt of its own, so that the machine's sources stay as they are."""
    state = os.path.join(work, "apt")
    for folder in ("parts", "lists/partial", "archives/partial"):
        os.makedirs(os.path.join(state, folder), exist_ok=True)
    with open(os.path.join(state, "parts", "source.sources"), "w", encoding="utf-8") as file:
        file.write(SOURCES)
    options = {"Dir::Etc::sourcelist": "/dev/null", "Dir::Etc::sourceparts": f"{state}/parts",
               "Dir::State::Lists": f"{state}/lists", "Dir::Cache": state}
    apt = ["apt-get", "-q"] + [f"-o{name}={value}" for name, value in options.items()]
    for command in (["update"], ["source", "--download-only", "zxing"]):
        subprocess.run(apt + command, cwd=work, check=False, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    return glob.glob(os.path.join(work, "zxing_*.orig.tar.*"))


def lay(work):
    """The photographs in a folder a group, with what they say; none where apt can't get them."""
    archives = glob.glob(os.path.join(work, "zxing_*.orig.tar.*")) or fetch(work)
    if not archives:
        print("real.py: apt has no source package zxing; only the folders named are read",
              file=sys.stderr)
        return []
    with open(os.path.join(HERE, "real.txt"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split(" ", 2) for line in file if not line.startswith("#")]
    groups = {}
    with tarfile.open(archives[0]) as archive:
        members = {"/".join(member.name.split("/")[-2:]): member for member in archive}
        for group, name, text in rows:
            folder = groups.setdefault(group, os.path.join(work, group))
            path = os.path.join(folder, name.replace("/", "-"))
            os.makedirs(folder, exist_ok=True)
            with archive.extractfile(members[name]) as source, open(path, "wb") as out:
                shutil.copyfileobj(source, out)
            with open(os.path.splitext(path)[0] + ".txt", "w", encoding="utf-8") as out:
                out.write("" if text == "-" else text + "\n")
    return list(groups.values())


def current_zxing(work, kept):
    """The same pixels once more, by what browsers run."""
    if shutil.which("npm") is None:
        return
    if not os.path.isdir(os.path.join(work, "node_modules", "zxing-wasm")):
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--prefix", work,
                        "zxing-wasm@3.1.4"], stdout=subprocess.DEVNULL, check=False)
    pictures = sorted(glob.glob(os.path.join(kept, "*.pgm")))
    subprocess.run(["node", os.path.join(HERE, "zxing.mjs")] + pictures, cwd=work, check=False)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    bench, work = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    kept = os.path.join(work, "kept")
    os.makedirs(work, exist_ok=True)
    shutil.rmtree(kept, ignore_errors=True)
    os.makedirs(kept)
    folders = lay(work) + [os.path.abspath(folder) for folder in sys.argv[3:]]
    subprocess.run([bench, "--keep", kept] + folders, check=True)
    print()
    sys.stdout.flush()
    current_zxing(work, kept)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""All labels of a city, printed in black and white at 203 and 300 dpi and read back one by one by
two decoders that share no code: sheets of L7160 as a PDF, and label paper as ZPL. Says how many were
read; fails where one was not."""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import dots  # noqa: E402
import reading  # noqa: E402

PRINT = os.environ["PRINT_CITY"]
CITY = int(sys.argv[1]) if len(sys.argv) > 1 else 2183
COLUMNS, ROWS, X0, Y0, DX, DY, WIDTH, HEIGHT = 3, 7, 7.25, 15.15, 66.04, 38.1, 63.5, 38.1


def printed(kind, dpi, sheet, folder):
    path = os.path.join(folder, "city." + kind)
    done = subprocess.run([PRINT, kind, str(dpi), sheet, str(CITY), path], stdout=subprocess.PIPE,
                          check=True)
    return path, done.stdout.decode().split()


def stickers(path, dpi, folder):
    """The labels of a PDF of L7160, cut out of its pages."""
    first = 0
    while first * COLUMNS * ROWS < CITY:
        root = os.path.join(folder, "page")
        subprocess.run(["pdftoppm", "-mono", "-r", str(dpi), "-singlefile", "-f", str(first + 1),
                        "-l", str(first + 1), path, root], check=True)
        with open(root + ".pbm", "rb") as file:
            page = dots.read_pbm(file.read())
        for i in range(min(COLUMNS * ROWS, CITY - first * COLUMNS * ROWS)):
            unit = dpi / 25.4
            yield page.cut(round((X0 + i % COLUMNS * DX) * unit),
                           round((Y0 + i // COLUMNS * DY) * unit),
                           round(WIDTH * unit), round(HEIGHT * unit))
        first += 1


def count(pages, texts, what):
    pictures = [dots.as_png(page) for page in pages]
    whole = True
    for decoder, name in ((reading.by_zbar, "ZBar"), (reading.by_zxing, "ZXing-C++")):
        found = reading.read(pictures, decoder)
        good = sum(read == [text] for read, text in zip(found, texts))
        print(f"{what}: {good}/{len(texts)} by {name}", flush=True)
        whole = whole and good == len(texts) == len(pictures)
    return whole


def main():
    whole = True
    with tempfile.TemporaryDirectory() as folder:
        for dpi in (203, 300):
            path, texts = printed("pdf", dpi, "L7160", folder)
            whole &= count(stickers(path, dpi, folder), texts, f"L7160 PDF at {dpi} dpi")
            path, texts = printed("zpl", dpi, "60x40", folder)
            with open(path, "rb") as file:
                whole &= count(dots.read_zpl(file.read()), texts, f"60x40 ZPL at {dpi} dpi")
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())

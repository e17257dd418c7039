#!/usr/bin/env python3
"""Every format of labels, opened by programs that share no code with medbox: the same label is the
same dots in each, and what its QR codes say is read back by two decoders."""

import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import dots  # noqa: E402
import reading  # noqa: E402
import tap  # noqa: E402

PRINT = os.environ["PRINT_CITY"]
GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../golden/labels")
FOLDER = tempfile.TemporaryDirectory()
LABELS = 6
RARE_NAME = "\U0002A6D0"  # a hanzi that of the fonts used here only HanaMinB has
SIZES = ("40x30", "50x30", "60x40", "70x50", "100x100", "63.5x38.1")


def made(kind, dpi=203, sheet="60x40", labels=LABELS):
    """The bytes of a file, its path, and what its codes hold."""
    path = os.path.join(FOLDER.name, f"{sheet}-{dpi}-{labels}.{kind}")
    done = subprocess.run([PRINT, kind, str(dpi), sheet, str(labels), path],
                          capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    with open(path, "rb") as file:
        return file.read(), path, done.stdout.decode().split()


def said(*command):
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stderr.decode()}"
    return done.stdout.decode(errors="replace")


def pages_of_pdf(path, dpi):
    root = os.path.join(FOLDER.name, "page")
    said("pdftoppm", "-mono", "-r", str(dpi), path, root)
    pages = []
    for name in sorted(os.listdir(FOLDER.name)):
        if name.startswith("page") and name.endswith(".pbm"):
            with open(os.path.join(FOLDER.name, name), "rb") as file:
                pages.append(dots.read_pbm(file.read()))
            os.remove(os.path.join(FOLDER.name, name))
    return pages


def thick(rows):
    """Each row as a number, with every dot grown by one to all sides."""
    wide = [row | row << 1 | row >> 1 for row in rows]
    return [row | (wide[i - 1] if i else 0) | (wide[i + 1] if i + 1 < len(wide) else 0)
            for i, row in enumerate(wide)]


def strays(one, other):
    """The share of black dots of one that have no black dot of the other beside them."""
    size = max(len(one.rows[0]), len(other.rows[0]))
    a = [int.from_bytes(row.ljust(size, b"\0"), "big") for row in one.rows]
    b = thick([int.from_bytes(row.ljust(size, b"\0"), "big") for row in other.rows])
    stray = sum(bin(x & ~y).count("1") for x, y in zip(a, b))
    return stray / max(1, sum(bin(x).count("1") for x in a))


def same_ink(one, other, what):
    for a, b in ((one, other), (other, one)):
        assert strays(a, b) < 0.004, f"{what}: {strays(a, b):.4f} of the ink is elsewhere"


def same_dots(one, other):
    """Equal, where one may count the dots of a width in whole bytes."""
    assert one.rows == other.rows and abs(one.width - other.width) < 8


def reads(pages, texts):
    pictures = [dots.as_png(page) for page in pages]
    for decoder in (reading.by_zbar, reading.by_zxing):
        found = reading.read(pictures, decoder)
        assert found == [[text] for text in texts], f"{decoder.__name__}: {found}"


def test_zpl_is_read_back():
    for size in SIZES:
        data, _, texts = made("zpl", 203, size)
        pages = dots.read_zpl(data)
        assert len(pages) == LABELS
        reads(pages, texts)
        assert len(data) < 7000 * LABELS, len(data)


def test_tspl_is_the_same_dots_black_on_white():
    for size in SIZES:
        width, height = map(float, size.split("x"))
        zpl = dots.read_zpl(made("zpl", 203, size)[0])
        tspl = dots.read_tspl(made("tspl", 203, size)[0])
        assert len(tspl) == LABELS
        for page, (mm_wide, mm_high, other) in zip(zpl, tspl):
            same_dots(page, other)
            assert abs(mm_wide - width) < 0.07 and abs(mm_high - height) < 0.07
            assert other.share(0, 0, other.width, 8) == 0, "the edge is not white"


def test_escpos_is_the_same_dots_in_bands():
    for size in SIZES:
        zpl = dots.read_zpl(made("zpl", 203, size)[0])
        escpos = dots.read_escpos(made("escpos", 203, size)[0])
        assert len(escpos) == LABELS
        for page, other in zip(zpl, escpos):
            same_dots(page, other)


def test_png_has_the_same_ink_and_knows_its_size():
    for dpi in (203, 300, 600):
        picture, found = dots.read_png(made("png", dpi, labels=1)[0])
        assert abs(found - dpi) < 0.1, found
        assert (picture.width, picture.height) == (round(60 * dpi / 25.4), round(40 * dpi / 25.4))
        same_ink(picture, dots.read_zpl(made("zpl", dpi, labels=1)[0])[0], f"{dpi} dpi")


def test_pdf_has_the_same_ink_as_the_dots():
    for size in SIZES:
        zpl = dots.read_zpl(made("zpl", 300, size)[0])
        pages = pages_of_pdf(made("pdf", 300, size)[1], 300)
        assert len(pages) == LABELS
        for page, other in zip(pages, zpl):
            same_ink(page, other, size)
        reads(pages, made("pdf", 300, size)[2])


def test_labels_look_as_they_did():
    """Golden pictures; with GOLDEN_WRITE in the environment they are made anew."""
    for sheet, dpi in (("60x40", 203), ("63.5x38.1", 300)):
        page = pages_of_pdf(made("pdf", dpi, sheet, 1)[1], dpi)[0]
        path = os.path.join(GOLDEN, f"label-{sheet}-{dpi}.pbm")
        if "GOLDEN_WRITE" in os.environ:
            with open(path, "wb") as file:
                file.write(b"P4\n%d %d\n" % (page.width, page.height) + b"".join(page.rows))
        with open(path, "rb") as file:
            same_ink(page, dots.read_pbm(file.read()), sheet)


def test_svg_has_the_same_ink_as_the_dots():
    for size in SIZES:
        _, path, texts = made("svg", 300, size, 1)
        said("xmllint", "--noout", path)
        picture = path + ".png"
        said("rsvg-convert", "-d", "300", "-p", "300", "-b", "white", path, "-o", picture)
        with open(picture, "rb") as file:
            page = dots.read_png(file.read())[0]
        other = dots.read_zpl(made("zpl", 300, size, 1)[0])[0]
        same_ink(page, other, size)
        reads([page], texts)


def test_svg_is_white_on_whatever_it_lies():
    _, path, texts = made("svg", 300, "60x40", 1)
    picture = path + ".dark.png"
    said("rsvg-convert", "-d", "300", "-p", "300", "-b", "black", path, "-o", picture)
    with open(picture, "rb") as file:
        page = dots.read_png(file.read())[0]
    assert page.share(1, 1, page.width - 2, 5) == 0, "the ground is dark"
    reads([page], texts)


def test_pdf_is_sound_and_of_true_size():
    _, path, _ = made("pdf", 300, "60x40")
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", path)
    info = said("pdfinfo", path)
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+) pts", info)
    assert abs(float(size[1]) - 60 * 72 / 25.4) < 0.01, info
    assert abs(float(size[2]) - 40 * 72 / 25.4) < 0.01, info
    assert re.search(rf"Pages: +{LABELS}\n", info)
    tree = said("qpdf", "--qdf", "--object-streams=disable", path, "-")
    assert "/Lang (zh-CN)" in tree and "/PrintScaling /None" in tree


def test_pdf_fonts_are_embedded_subsets_with_texts():
    for labels in (LABELS, "rare"):
        rows = said("pdffonts", made("pdf", 300, "60x40", labels)[1]).splitlines()[2:]
        assert labels != "rare" or any("+HanaMinB" in row for row in rows)
        assert len(rows) >= 2 and any("+NotoSansCJKsc-" in row for row in rows)
        assert not any("+NotoSansCJKjp-" in row for row in rows)
        for row in rows:
            assert re.match(r"MEDBO[A-Z]\+", row) and row.split()[-5:-2] == ["yes"] * 3, row


def test_pdf_text_is_found():
    text = said("pdftotext", made("pdf", 300, "63.5x38.1", "rare")[1], "-")
    for word in ("㙘上社区", "𠮷野", "药房", RARE_NAME, "صندوق الدواء"):
        assert word in text, f"{word} is not in {text}"


def test_odd_characters_are_ink_in_every_format():
    zpl = dots.read_zpl(made("zpl", 300, "63.5x38.1", "rare")[0])[0]
    pdf = pages_of_pdf(made("pdf", 300, "63.5x38.1", "rare")[1], 300)[0]
    for page in (zpl, pdf):
        for row in range(3):  # name, area, place: a mm or so of each is black
            assert page.share(380, 50 + 55 * row, 150, 40) > 0.1, row
    for kind, read in (("png", lambda data: dots.read_png(data)[0]),
                       ("zpl", lambda data: dots.read_zpl(data)[0])):
        emoji = read(made(kind, 300, "63.5x38.1", "rare")[0])
        assert emoji.share(460, 150, 40, 34) > 0.1, f"no emoji in {kind}"


def test_missing_characters_are_framed_in_every_format():
    plain = {}
    for kind, read in (("zpl", dots.read_zpl), ("escpos", dots.read_escpos)):
        plain[kind] = read(made(kind, 300, "63.5x38.1", "missing")[0])[0]
    plain["pdf"] = pages_of_pdf(made("pdf", 300, "63.5x38.1", "missing")[1], 300)[0]
    same_dots(plain["zpl"], plain["escpos"])
    same_ink(plain["pdf"], plain["zpl"], "missing")
    text = said("pdftotext", made("pdf", 300, "63.5x38.1", "missing")[1], "-")
    assert "U+3134A" in text, text


def test_same_labels_have_the_same_bytes():
    for kind in ("pdf", "zpl", "tspl", "escpos", "svg", "png"):
        labels = 1 if kind in ("svg", "png") else LABELS
        assert made(kind, labels=labels)[0] == made(kind, labels=labels)[0], kind


def peak_of(labels):
    """The most memory that a PDF of so many labels took, in MB."""
    path = os.path.join(FOLDER.name, "many.pdf")
    # What a sanitizer holds back of freed memory is not the program's.
    environment = os.environ | {"ASAN_OPTIONS": "quarantine_size_mb=1"}
    with subprocess.Popen([PRINT, "pdf", "300", "L7160", str(labels), path],
                          stdout=subprocess.DEVNULL, env=environment) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    pages = -(-labels // 21)
    assert re.search(rf"Pages: +{pages}\n", said("pdfinfo", path))
    return used.ru_maxrss / 1024, os.path.getsize(path) / labels


def test_ten_thousand_labels_take_no_more_memory():
    some, _ = peak_of(1000)
    many, size = peak_of(10000)
    assert many < 1.25 * some + 8, (some, many)
    assert size < 600, size


def test_pages_of_pictures_are_numbered():
    for kind in ("svg", "png"):
        path = os.path.join(FOLDER.name, f"{kind}s.{kind}")
        done = subprocess.run([PRINT, kind, "203", "60x40", "11", path], capture_output=True,
                              check=True)
        texts = done.stdout.decode().split()
        paths = [os.path.join(FOLDER.name, f"{kind}s-{i:02}.{kind}") for i in range(1, 12)]
        assert not os.path.exists(path)
        assert sorted(name for name in os.listdir(FOLDER.name) if name.startswith(kind + "s-")) == [os.path.basename(path) for path in paths]
        for i in (0, 10):
            if kind == "svg":
                said("rsvg-convert", "-d", "203", "-p", "203", "-b", "white", paths[i], "-o",
                     paths[i] + ".png")
                paths[i] += ".png"
            with open(paths[i], "rb") as file:
                reads([dots.read_png(file.read())[0]], [texts[i]])


if __name__ == "__main__":
    sys.exit(tap.run(tap.cases(globals())))

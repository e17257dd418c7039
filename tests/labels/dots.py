"""Readers of what label printers get, made from the makers' manuals alone: bytes back to dots.

A page is Dots: width, height and a row of bytes for each line, one bit a dot, the leftmost highest,
1 for black, 0 after the last dot."""

import base64
import re
import struct
import zlib
from typing import NamedTuple


class Dots(NamedTuple):
    width: int
    height: int
    rows: tuple

    def black(self, x, y):
        return self.rows[y][x // 8] >> 7 - x % 8 & 1

    def share(self, x, y, width, height):
        """The black share of a rectangle in dots."""
        found = sum(self.black(u, v) for v in range(y, y + height) for u in range(x, x + width))
        return found / (width * height)

    def cut(self, x, y, width, height):
        """A part of it, with its left edge moved to the next whole byte."""
        size = (width + 7) // 8
        rows = []
        for row in self.rows[y:y + height]:
            whole = int.from_bytes(row, "big") << x & (1 << 8 * len(row)) - 1
            rows.append(whole.to_bytes(len(row), "big")[:size])
        return Dots(width, len(rows), tuple(rows))


def split(data, size):
    return tuple(data[i:i + size] for i in range(0, len(data), size))


def crc16(data):
    """CRC-16 of the polynomial 0x1021 from 0, as ZPL's manual has it for :Z64:."""
    value = 0
    for byte in data:
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ (0x1021 if value & 0x8000 else 0)) & 0xFFFF
    return value


def read_zpl(data):
    """All labels of a ZPL file: ^XA … ^XZ, each with one ^GFA in :Z64:."""
    pages = []
    for label in re.findall(rb"\^XA(.*?)\^XZ", data, re.S):
        width = int(re.search(rb"\^PW(\d+)", label)[1])
        height = int(re.search(rb"\^LL(\d+)", label)[1])
        sent, total, row, text, crc = re.search(
            rb"\^FO0,0\^GFA,(\d+),(\d+),(\d+),:Z64:([A-Za-z0-9+/=]+):([0-9A-F]{4})\^FS",
            label).groups()
        assert int(crc, 16) == crc16(text), "CRC"
        bits = zlib.decompress(base64.b64decode(text, validate=True))
        assert int(sent) == int(total) == len(bits) == int(row) * height, "counts"
        assert int(row) == (width + 7) // 8, "bytes a row"
        pages.append(Dots(width, height, split(bits, int(row))))
    return pages


def read_tspl(data):
    """All labels of a TSPL file; a size in mm for each beside its dots."""
    pages = []
    at = 0
    head = re.compile(rb"SIZE ([\d.]+) mm,([\d.]+) mm\r\nGAP 2 mm,0 mm\r\nCLS\r\nBITMAP 0,0,(\d+),(\d+),0,")
    while at < len(data):
        match = head.match(data, at)
        assert match, f"no label at byte {at}"
        row, height = int(match[3]), int(match[4])
        bits = data[match.end():match.end() + row * height]
        assert len(bits) == row * height, "cut short"
        at = match.end() + row * height
        end = b"\r\nPRINT 1,1\r\n"
        assert data[at:at + len(end)] == end, "no PRINT"
        at += len(end)
        black = bytes(255 - byte for byte in bits)  # 0 prints
        pages.append((float(match[1]), float(match[2]), Dots(8 * row, height, split(black, row))))
    return pages


def read_escpos(data):
    """All pages of an ESC/POS file: ESC @, bands of GS v 0, FF."""
    pages = []
    rows = None
    at = 0
    while at < len(data):
        if data[at:at + 2] == b"\x1b@":
            rows, at = [], at + 2
        elif data[at:at + 4] == b"\x1dv0\0":
            size, height = struct.unpack_from("<HH", data, at + 4)
            assert height <= 255, "a band too high for small printers"
            bits = data[at + 8:at + 8 + size * height]
            assert len(bits) == size * height, "cut short"
            rows += split(bits, size)
            at += 8 + len(bits)
        elif data[at:at + 1] == b"\x0c":
            pages.append(Dots(8 * len(rows[0]), len(rows), tuple(rows)))
            rows, at = None, at + 1
        else:
            raise AssertionError(f"no command at byte {at}")
    assert rows is None, "the last label is not fed out"
    return pages


def unfilter(kind, row, above, pixel):
    """One row of a PNG with so many bytes a pixel (PNG specification, 9.2)."""
    if kind == 0:
        return row
    out = bytearray(row)
    for i, byte in enumerate(row):
        left = out[i - pixel] if i >= pixel else 0
        up = above[i]
        corner = above[i - pixel] if i >= pixel else 0
        if kind == 4:
            guess = left + up - corner
            near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up),
                       (abs(guess - corner), 2, corner))[2]
        else:
            near = (0, left, up, (left + up) // 2)[kind]
        out[i] = byte + near & 0xFF
    return bytes(out)


def read_png(data):
    """A PNG of 8 bits as dots, with its dots an inch. Colours on white, no transparency."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    at, packed, dpi = 8, b"", None
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8:at + 8 + length]
        assert struct.unpack_from(">I", data, at + 8 + length)[0] == zlib.crc32(kind + body), "CRC"
        if kind == b"IHDR":
            width, height, depth, colour, *rest = struct.unpack(">IIBBBBB", body)
            assert depth == 8 and rest == [0, 0, 0]
            pixel = {0: 1, 2: 3, 6: 4}[colour]
        elif kind == b"pHYs":
            dpi = struct.unpack(">IIB", body)[0] * 0.0254
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    rows, above = [], bytes(width * pixel)
    for line in split(zlib.decompress(packed), width * pixel + 1):
        above = unfilter(line[0], line[1:], above, pixel)
        lights = above[::pixel] if pixel == 1 else [
            (299 * above[i] + 587 * above[i + 1] + 114 * above[i + 2]) // 1000
            for i in range(0, len(above), pixel)]
        bits = "".join("1" if light < 128 else "0" for light in lights)
        size = (width + 7) // 8
        rows.append(int(bits.ljust(8 * size, "0"), 2).to_bytes(size, "big"))
    return Dots(width, height, tuple(rows)), dpi


def read_pbm(data):
    """A netpbm P4 picture, which pdftoppm -mono writes."""
    match = re.match(rb"P4\s+(\d+)\s+(\d+)\s", data)
    width, height = int(match[1]), int(match[2])
    return Dots(width, height, split(data[match.end():], (width + 7) // 8))


def as_png(dots, white=8):
    """A PNG of one bit a dot, with so many dots of white around it, for other programs to read."""
    side = b"\xff" * (white // 8)
    blank = b"\xff" * (len(dots.rows[0]) + 2 * len(side))
    rows = [blank] * white + [side + bytes(255 - byte for byte in row) + side
                              for row in dots.rows] + [blank] * white

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(
            ">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 8 * len(blank), len(rows), 1, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
            chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 1)) +
            chunk(b"IEND", b""))

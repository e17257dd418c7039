#!/usr/bin/env python3
"""Live sessions from devices: a serial hand scanner (a pty), a keyboard (a pipe with its events), a
camera (recordings).

    MEDBOX=build/medbox PHOTO=build/tests/photo test_sources.py [WORD…]
"""

import os
import pty
import select
import signal
import struct
import subprocess
import sys
import time

from test_scan import COLD, DATE, FEVER, MEDBOX, PACK, stand

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import tap  # noqa: E402

KEYS = {c: n for n, c in enumerate("1234567890", 2)} | {
    c: n for row, first in (("qwertyuiop", 16), ("asdfghjkl", 30), ("zxcvbnm", 44))
    for n, c in enumerate(row, first)} | {"\n": 28, ":": (39,), "-": 12}
SHIFT = 42


def events(text):
    """The bytes of linux/input.h that a keyboard sends for a text."""
    def event(kind, code, value):
        return struct.pack("@llHHi", 0, 0, kind, code, value)
    out = b""
    for c in text:
        shifted = c.isupper() or c == ":"
        code = KEYS[c.lower()]
        code = code[0] if isinstance(code, tuple) else code
        out += event(1, SHIFT, 1) if shifted else b""
        out += event(4, 4, 458756) + event(1, code, 1) + event(0, 0, 0) + event(1, code, 0)
        out += event(1, SHIFT, 0) if shifted else b""
    return out


class Live:
    """A session under way."""

    def __init__(self, s, *words, stdin=subprocess.DEVNULL):
        self.said = b""
        self.process = subprocess.Popen(
            [MEDBOX, "--db", "box.db", "--lang", "en", "scan", *words], cwd=s.folder, stdin=stdin,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=os.environ | {"MEDBOX_NOW": "2026-11-24T10:00:00+08:00"})

    def line(self):
        """The next, within a minute."""
        while b"\n" not in self.said:
            ready, _, _ = select.select([self.process.stdout], [], [], 60)
            part = os.read(self.process.stdout.fileno(), 4096) if ready else b""
            assert part, ("no answer", self.said)
            self.said += part
        line, self.said = self.said.split(b"\n", 1)
        return line.decode()

    def end(self):
        rest = self.said + self.process.stdout.read()
        return self.process.wait(timeout=60), rest.decode()


BOX = "HQQ-SBDE"


def test_a_serial_scanner_books_and_answers_in_a_line():
    with stand() as s:
        master, slave = pty.openpty()
        live = Live(s, "--device", os.ttyname(slave), *DATE, "--beep")
        time.sleep(0.3)  # what comes before the port is set up is not for it
        os.write(master, b"HQQSBDE\r")
        assert live.line() == "Box: Gate box (HQQ-SBDE)"
        assert live.line() == "beep 1"
        os.write(master, b"MEDBOX:IN\r\n")
        assert live.line() == "Now: putting in. Nothing so far."
        assert live.line() == "beep 1"
        os.write(master, FEVER.encode())  # no Enter: the pause ends it
        said = live.line()
        assert "Now in the box: " in said and said.endswith("So far: 1 pack in."), said
        assert live.line() == "beep 1"
        os.write(master, b"MEDBOX:TIMES:3\r" + FEVER.encode() + b"\r")
        assert live.line() == "The next code counts 3 times. So far: 1 pack in."
        assert live.line() == "beep 1"
        assert live.line().endswith("So far: 4 packs in.")
        assert live.line() == "beep 1"
        os.write(master, b"6901234567890\r")
        assert "6901234567890" in live.line()
        assert live.line() == "beep 3"
        os.write(master, b"MEDBOX:UNDO\r")
        assert live.line() == "Taken back: No. 2, Paracetamol. Now in the box: 1 pack. So far: 1 pack in."
        live.process.send_signal(signal.SIGINT)
        status, rest = live.end()
        assert status == 2 and "not done: 1" in rest, (status, rest)
        assert s.stock() == {"Paracetamol": 1}


def test_a_serial_scanner_that_is_unplugged_says_so():
    with stand() as s:
        master, slave = pty.openpty()
        live = Live(s, "--device", os.ttyname(slave), "--look")
        os.close(slave)
        time.sleep(0.3)
        os.write(master, FEVER.encode() + b"\r")
        assert "Paracetamol" in live.line()
        os.close(master)
        status, rest = live.end()
        assert status == 1 and "the scanner is gone" in rest, (status, rest)


def test_a_keyboard_scanner_books():
    with stand() as s:
        text = f"{BOX.lower()}\nMEDBOX:IN\n{FEVER}\n{PACK.format(1)}\nMEDBOX:DONE\n"
        (s.folder / "event7").write_bytes(events(text))
        done = s.run("scan", "--device", "event7", *DATE)
        assert done.returncode == 0, done.stderr
        assert s.stock() == {"Paracetamol": 2}


def test_a_keyboard_in_pieces():
    with stand() as s:
        os.mkfifo(s.folder / "event3")
        live = Live(s, "--device", "event3", "--box", BOX, "--out", "--dry-run")
        data = events(f"{FEVER}\n")
        with open(s.folder / "event3", "wb", buffering=0) as pipe:
            for at in range(0, len(data), 7):
                pipe.write(data[at:at + 7])
        status, rest = live.end()
        assert status == 4 and "Paracetamol" in rest, (status, rest)


def test_notes_are_typed_beside_a_device():
    with stand() as s:
        os.mkfifo(s.folder / "scanner")
        live = Live(s, "--device", "scanner", "--box", BOX, "--in", stdin=subprocess.PIPE)
        with open(s.folder / "scanner", "wb", buffering=0) as pipe:
            live.process.stdin.write(b"exp 2028-03\nlot A7\n")
            live.process.stdin.flush()
            assert live.line() == "The next code: use by 2028-03-31. Nothing so far."
            assert live.line() == "The next code: batch A7. Nothing so far."
            pipe.write(FEVER.encode() + b"\n")
            assert "batch A7" in live.line()
        assert live.end()[0] == 0
        assert s.stock() == {"Paracetamol": 1}


def test_a_camera_counts_what_stays_in_view_once():
    with stand() as s:
        (s.folder / "film").mkdir()
        for number in range(2):
            s.photo(f"film/1{number}.jpg", "gate.png", size="1200x900", seed=number)
            s.photo(f"film/2{number}.jpg", FEVER, size="1200x900", seed=number, blur=0.4 * number)
            s.photo(f"film/3{number}.jpg", FEVER, PACK.format(1), seed=10 + number)
        done = s.run("scan", "--camera", "film", "--in", *DATE)
        assert done.returncode == 0, done.stderr
        assert done.stdout.count("No. ") == 2, done.stdout
        assert s.stock() == {"Paracetamol": 2}


def test_a_camera_is_driven_by_command_codes():
    with stand() as s:
        (s.folder / "film").mkdir()
        for number, things in enumerate((["gate.png"], ["MEDBOX:IN"], ["MEDBOX:TIMES:5"], [FEVER],
                                         ["MEDBOX:UNDO"], [PACK.format(4)], ["MEDBOX:DONE"])):
            s.photo(f"film/{number}.png", *things, size="1200x900", seed=number)
        done = s.run("scan", "--camera", "film", *DATE)
        assert done.returncode == 0, (done.stdout, done.stderr)
        assert done.stdout.splitlines()[-1] == "Done: Gate box (HQQ-SBDE). So far: 1 pack in.", done.stdout
        assert s.stock() == {"Paracetamol": 1}


def test_a_film_in_one_file():
    with stand() as s:
        jpegs = [(s.folder / s.photo(f"{n}.jpg", *things, size="1200x900", seed=n)).read_bytes()
                 for n, things in enumerate((["gate.png"], [FEVER], [FEVER]))]
        (s.folder / "film.mjpeg").write_bytes(b"".join(jpegs) + b"\0\0")
        done = s.run("scan", "--camera", "film.mjpeg", "--in", *DATE)
        assert done.returncode == 0, (done.stdout, done.stderr)
        assert s.stock() == {"Paracetamol": 1}


def y4m(frames, width, height, colour="C420jpeg"):
    head = f"YUV4MPEG2 W{width} H{height} F2:1 Ip A1:1 {colour}\n".encode()
    chroma = 0 if colour == "Cmono" else 2 * ((width + 1) // 2) * ((height + 1) // 2)
    return head + b"".join(b"FRAME\n" + luma + b"\x80" * chroma for luma in frames)


def bars(text, width=400, height=60, module=3):
    """An EAN-13 as brightness."""
    left = {"0": "0001101", "1": "0011001", "2": "0010011", "3": "0111101", "4": "0100011",
            "5": "0110001", "6": "0101111", "7": "0111011", "8": "0110111", "9": "0001011"}
    parity = {"0": "LLLLLL", "2": "LLGGLG", "6": "LGGGLL"}[text[0]]
    turn = str.maketrans("01", "10")
    code = "101"
    for digit, side in zip(text[1:7], parity):
        code += left[digit] if side == "L" else left[digit].translate(turn)[::-1]
    code += "01010" + "".join(left[d].translate(turn) for d in text[7:]) + "101"
    row = b"".join((b"\0" if bit == "1" else b"\xff") * module for bit in code)
    row = (b"\xff" * 40 + row).ljust(width, b"\xff")
    white = b"\xff" * width * 20
    return white + row * (height - 40) + white


def test_a_y4m_film():
    with stand() as s:
        size = (400, 200)
        blank, fever = b"\xff" * (400 * 200), bars(FEVER, 400, 200)
        for colour in ("C420jpeg", "Cmono"):
            (s.folder / "film.y4m").write_bytes(
                y4m([fever, fever, blank, blank, blank, blank, blank, fever], *size, colour))
            done = s.run("scan", "--camera", "film.y4m", "--look")
            assert done.returncode == 0, (done.stdout, done.stderr)
            assert done.stdout.count("Paracetamol") == 2, done.stdout  # it left for 2.5 s between


def rivals(one, other):
    """A picture in which two codes dispute a place: strips of both in turns."""
    one, other = bars(one, 400, 200), bars(other, 400, 200)
    rows = (one if y // 16 % 2 else other for y in range(200))
    return b"P5 400 200 255\n" + b"".join(code[y * 400:(y + 1) * 400] for y, code in enumerate(rows))


def test_a_doubtful_code_is_believed_where_the_catalogue_knows_it():
    with stand() as s:
        (s.folder / "one.pgm").write_bytes(rivals(FEVER, "2000000000039"))
        answer = s.scan("--in", *DATE, "--box", BOX, "one.pgm")
        assert [row["drug_name"] for row in answer["rows"]] == ["Paracetamol"], answer
        assert [FEVER in notice for notice in answer["notices"]] == [False], answer
        assert s.stock() == {"Paracetamol": 1}


def test_of_two_doubtful_codes_that_it_knows_none_is_believed():
    with stand() as s:
        (s.folder / "two.pgm").write_bytes(rivals(FEVER, COLD))
        answer = s.scan("--in", *DATE, "--box", BOX, "two.pgm", status=2)
        assert answer["rows"] == [] and len(answer["notices"]) >= 2, answer
        assert s.stock() == {}


def test_a_doubtful_number_of_a_pack_is_never_booked():
    """The catalogue knows its medicine, but of the pack's number nothing."""
    faint = {"size": "500x400", "module": 1.4, "tilt": 10, "blur": 1, "noise": 4}
    with stand() as s:
        for dirt, seed in ((60, 3), (120, 1)):
            s.photo("pack.jpg", PACK.format(1), seed=seed, dirt=dirt, **faint)
            assert f"? Perhaps {PACK.format(1)}" in s.run("decode", "pack.jpg").stdout, dirt
            answer = s.scan("--in", *DATE, "--box", BOX, "pack.jpg", status=2)
            assert answer["rows"] == [] and PACK.format(1) in answer["notices"][0], answer
            assert s.stock() == {}
        s.scan("--in", *DATE, "--box", BOX, s.photo("near.jpg", PACK.format(1)))
        assert s.stock() == {"Paracetamol": 1}


def test_damaged_films_are_told():
    with stand() as s:
        for name, data in (("short.y4m", y4m([b"\xff" * 30000], 400, 100)),
                           ("deep.y4m", y4m([], 400, 100, "C420p10")),
                           ("vast.y4m", y4m([], 400000, 100000)),
                           ("none.y4m", b"YUV4MPEG2 W0 H0\n"), ("text.mjpeg", b"no film at all")):
            (s.folder / name).write_bytes(data)
            done = s.run("scan", "--camera", name, "--look")
            assert done.returncode == 2 and name in done.stderr, (name, done.stderr)


def test_wrong_devices_are_refused_in_words():
    with stand() as s:
        for words, status, part in (
                (["--camera", "/dev/null"], 2, "is no camera"),
                (["--camera", "nowhere"], 3, "can't be read"),
                (["--device", "nowhere"], 3, "can't be read"),
                (["--device", "x", "--camera", "y"], 2, "either"),
                (["--device", "x", "photo.jpg"], 2, "don't go together"),
                (["--camera", "x", "--packs", "3"], 2, "--packs"),
                (["--beep", "--in", "photo.jpg"], 2, "--beep"),
                ([], 2, "say what to scan")):
            done = s.run("scan", *words)
            assert done.returncode == status and part in done.stderr, (words, done.stderr)


if __name__ == "__main__":
    sys.exit(tap.run(tap.cases(globals())))

#!/usr/bin/env python3
"""Golden sessions of the terminal face.

A session is a text file: lines "$ COMMAND" (and "> MORE" for the lines that a here-document adds),
each followed by exactly what the command says, output and errors in the order they come, and
"[exit N]" where its status is not 0. Lines before the first "$" are remarks. Every session runs in
a fresh folder, in one shell word after another, with the clock at MEDBOX_NOW. NAME.session is in
English; NAME.zh.session has the same commands in Chinese.

    MEDBOX=build/medbox run.py [--write [--chinese]] [NAME…]

compares and reports in TAP, one line a command; with --write the files are made anew, with --chinese
also the Chinese ones, from the commands of the English ones. Random ids stand as UUID, hashes of the
ledger, which they go into, as HASH, codes of invitations as CODE, the folder as DIR, and a carriage return as \\r.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
NOW = "2026-11-24T10:00:00+08:00"

# English sessions that are also held in Chinese.
CHINESE = ["setup", "boxes", "drugs", "settings", "exchange", "labels", "prints", "paper", "keep",
           "wrong", "reading", "decode", "booking", "scan", "scanner", "files", "corrections",
           "flags", "plan", "carriers", "carrying", "people", "walks", "words"]


def read(path):
    """Remarks, and a list of (command, expected text)."""
    remarks, steps = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("$ "):
            steps.append([line[2:], []])
        elif line.startswith("> ") and steps and not steps[-1][1]:
            steps[-1][0] += "\n" + line[2:]
        elif steps:
            steps[-1][1].append(line)
        else:
            remarks.append(line)
    return remarks, [(command, "\n".join(lines)) for command, lines in steps]


def environment(folder, program, chinese):
    tools = pathlib.Path(folder) / "bin"
    tools.mkdir()
    (tools / "medbox").symlink_to(program)
    return {
        "PATH": f"{tools}:{os.environ['PATH']}",
        "HOME": folder,
        "XDG_DATA_HOME": f"{folder}/data",
        "LANG": "zh_CN.UTF-8" if chinese else "en_GB.UTF-8",
        "LC_COLLATE": "C",
        "TZ": "UTC",
        "MEDBOX_NOW": NOW,
        "SOURCE_DATE_EPOCH": "1700000000",
    } | {name: value for name, value in os.environ.items()
         if name.startswith(("ASAN_", "UBSAN_", "LSAN_", "LLVM_PROFILE"))}


def run(command, folder, env):
    """What the command says, with what differs from run to run put in words."""
    done = subprocess.run(["/bin/sh", "-c", command], cwd=f"{folder}/work", env=env, timeout=120,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    text = done.stdout.decode("utf-8", "backslashreplace").replace(folder, "DIR")
    text = text.replace("\r", "\\r")
    text = re.sub(r"\b[0-9a-f]{64}\b", "HASH", text).rstrip("\n")
    text = re.sub(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", "UUID", text)
    text = re.sub(r"(?<=/[JF]/)[0-9A-HJKMNP-TV-Z]{16}\b|\b[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}\b",
                  "CODE", text)
    if done.returncode != 0:
        text += ("\n" if text else "") + f"[exit {done.returncode}]"
    return text


def replay(commands, program, chinese):
    """The texts that the commands give, one after another in one fresh folder."""
    with tempfile.TemporaryDirectory(prefix="medbox-golden-") as folder:
        env = environment(folder, program, chinese)
        (pathlib.Path(folder) / "work").mkdir()
        return [run(command, folder, env) for command in commands]


def write(path, remarks, commands, texts):
    lines = list(remarks)
    for command, text in zip(commands, texts):
        lines.append("$ " + command.replace("\n", "\n> "))
        if text:
            lines.append(text)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_all(paths, program, chinese):
    for path in paths:
        remarks, steps = read(path)
        commands = [command for command, _ in steps]
        write(path, remarks, commands, replay(commands, program, False))
        if chinese and path.name.split(".")[0] in CHINESE:
            twin = path.with_suffix(".zh.session")
            write(twin, remarks, commands, replay(commands, program, True))


def compare(paths, program):
    number = failed = 0
    for path in paths:
        _, steps = read(path)
        texts = replay([command for command, _ in steps], program, ".zh." in path.name)
        for (command, expected), text in zip(steps, texts):
            number += 1
            same = text == expected.rstrip("\n")
            failed += not same
            first = command.splitlines()[0].replace("#", "\\#")
            print(f"{'ok' if same else 'not ok'} {number} - {path.stem}: {first}")
            if not same:
                for line in difflib.unified_diff(expected.splitlines(), text.splitlines(),
                                                 "expected", "said", lineterm=""):
                    print(f"# {line}")
    print(f"1..{number}")
    return failed > 0


def main():
    words = sys.argv[1:]
    program = pathlib.Path(os.environ["MEDBOX"]).resolve(strict=True)
    names = [word for word in words if not word.startswith("--")]
    paths = sorted(path for path in HERE.glob("*.session")
                   if not names or path.name.split(".")[0] in names)
    if "--write" in words:
        english = [path for path in paths if ".zh." not in path.name]
        write_all(english, program, "--chinese" in words)
        return False
    return compare(paths, program)


if __name__ == "__main__":
    sys.exit(main())

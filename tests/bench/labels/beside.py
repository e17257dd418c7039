#!/usr/bin/env python3
"""A city's 2,183 labels as one PDF of L7160 sheets: medbox beside pdfkit, typst, gLabels, and beside
libqrencode alone, which makes no more than the symbols. CPU is user and system time of the whole
process; the programs take turns, and a ratio is the median of those of the rounds.
Usage: beside.py [ROUNDS]. TOOLS is the folder of the built tools, PEERS one for what is fetched."""

import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TOOLS = os.environ["TOOLS"]
PEERS = os.environ["PEERS"]
CITY = 2183
MANY = 20000
FEW = 210  # labels of gLabels, which takes a minute for them all
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
FONTS = "/usr/share/fonts/opentype/noto/NotoSansCJK-"


class Peer:
    """One program and what it took: CPU in us a label, by round."""

    def __init__(self, name, command, out, labels=CITY):
        self.name, self.command, self.out, self.labels = name, command, out, labels
        self.cpu, self.peak, self.why = [], 0, None

    def run(self):
        with subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              cwd=PEERS) as process:
            said = process.stderr.read().decode(errors="replace").strip()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            self.why = said.splitlines()[-1] if said else f"exit {process.returncode}"
            return
        self.cpu.append((used.ru_utime + used.ru_stime) * 1e6 / self.labels)
        self.peak = max(self.peak, used.ru_maxrss / 1024)


def tool(name):
    return os.path.join(TOOLS, name)


def table(folder, labels):
    path = os.path.join(folder, f"city{labels}.csv")
    with open(path, "wb") as file:
        subprocess.run([tool("table_city"), str(labels)], stdout=file, check=True)
    return path


def peers(folder):
    def at(name):
        return os.path.join(folder, name)

    def script(name):
        return os.path.join(HERE, "peers", name)

    everyone = table(folder, CITY)
    subprocess.run([script("glabels.py"), table(folder, FEW), at("few.glabels")], check=True)
    return [
        Peer("medbox", [tool("print_city"), "pdf", "300", "L7160", str(CITY), at("medbox.pdf")],
             at("medbox.pdf")),
        Peer("libqrencode alone", [tool("symbols_alone"), str(CITY)], None),
        Peer("pdfkit + qrcode", ["node", script("pdfkit.mjs"), everyone, at("pdfkit.pdf"),
                                 FONTS + "Regular.ttc", FONTS + "Bold.ttc"], at("pdfkit.pdf")),
        Peer("typst + qrcode", ["node", script("typst.mjs"), everyone, at("typst.pdf")],
             at("typst.pdf")),
        Peer("gLabels merge", ["xvfb-run", "-a", "glabels-3-batch", "-o", at("glabels.pdf"),
                               at("few.glabels")], at("glabels.pdf"), FEW),
    ]


def show(all_peers):
    own = all_peers[0]
    print(f"{'':20}{'CPU us/label':>14}{'x medbox':>10}{'bytes/label':>13}{'peak MB':>9}")
    for peer in all_peers:
        if peer.why or not peer.cpu:
            print(f"{peer.name:20}could not be had: {peer.why}")
            continue
        ratio = statistics.median(a / b for a, b in zip(peer.cpu, own.cpu))
        size = os.path.getsize(peer.out) / peer.labels if peer.out else 0
        print(f"{peer.name:20}{statistics.median(peer.cpu):14.0f}{ratio:10.2f}"
              f"{f'{size:.0f}' if size else '-':>13}{peer.peak:9.1f}"
              f"{f'  ({peer.labels} labels)' if peer.labels != CITY else ''}")


def main():
    subprocess.run([os.path.join(HERE, "peers", "get.sh"), PEERS], check=False)
    with tempfile.TemporaryDirectory() as folder:
        all_peers = peers(folder)
        for _ in range(ROUNDS):
            for peer in all_peers:
                if not peer.why:
                    peer.run()
        show(all_peers)
        out = os.path.join(folder, "many.pdf")
        many = Peer("medbox", [tool("print_city"), "pdf", "300", "L7160", str(MANY), out], out,
                    MANY)
        many.run()
        print(f"medbox, {MANY} labels: {many.cpu[0]:.0f} us and {os.path.getsize(out) / MANY:.0f} "
              f"bytes a label, peak {many.peak:.1f} MB")


if __name__ == "__main__":
    main()
